//! What extraction scores on the gold of `tests/gold`, held to what it scored before and to the bars.
//!
//! `cargo test --test scores -- --nocapture` prints the table. Scoring needs Python 3 (`tests/gold/score.py`).

#![allow(clippy::unwrap_used)]

use serde_json::Value;
use sourcebook::extract::{Settings, extract, record};
use sourcebook::read;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// How far precision and recall may lie from an F1 that a bar is set for.
const APART: f64 = 0.05;

/// One measure on one file of gold.
struct Score {
    /// F1 by overlap, or a share.
    value: f64,
    /// Precision and recall, where it is an F1.
    both: Option<(f64, f64)>,
}

/// By the name of the gold's file, then by measure.
type Table<T> = BTreeMap<String, BTreeMap<String, T>>;

static SCORES: LazyLock<Table<Score>> =
    LazyLock::new(|| gold().into_iter().map(|(name, path)| (name, score(&path))).collect());

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold")
}

fn gold() -> Vec<(String, PathBuf)> {
    let paths = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let gold = paths.filter(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    gold.map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path)).collect()
}

fn score(gold: &Path) -> BTreeMap<String, Score> {
    let mut found = String::new();
    for line in fs::read_to_string(gold).unwrap().lines() {
        let (article, complaint) = read::record(line).unwrap();
        assert_eq!(complaint, None, "{}", article.head.id);
        found += &format!("{}\n", record(&article, &extract(&article, &Settings::default())));
    }
    let predicted = Path::new(env!("CARGO_TARGET_TMPDIR")).join(gold.file_name().unwrap());
    fs::write(&predicted, found).unwrap();
    let mut command = Command::new("python3");
    command.arg(folder().join("score.py")).arg(gold).arg(&predicted).arg("--json");
    let output = command.output().expect("expected python3, which scores what was found, but it cannot be run");
    let problem = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {problem}", gold.display());
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    said["scores"].as_object().unwrap().iter().filter_map(|(name, row)| Some((name.clone(), read_row(row)?))).collect()
}

/// None where there is nothing to be right or wrong about.
fn read_row(row: &Value) -> Option<Score> {
    match row["f1"].as_f64() {
        Some(value) => Some(Score { value, both: Some((row["p"].as_f64()?, row["r"].as_f64()?)) }),
        None => Some(Score { value: row["share"].as_f64()?, both: None }),
    }
}

/// A table of `scores.toml`.
fn recorded(name: &str) -> Table<f64> {
    let file: toml::Table = fs::read_to_string(folder().join("scores.toml")).unwrap().parse().unwrap();
    file.get(name).map(|table| table.clone().try_into().unwrap()).unwrap_or_default()
}

/// The bars that are not met yet, with the reason.
fn unmet() -> Table<String> {
    let file: toml::Table = fs::read_to_string(folder().join("scores.toml")).unwrap().parse().unwrap();
    file.get("unmet").map(|table| table.clone().try_into().unwrap()).unwrap_or_default()
}

/// Rounded down to three decimals, and not below for a last binary digit.
fn rounded(value: f64) -> f64 {
    (value * 1000.0 + 1e-6).floor() / 1000.0
}

fn write_scores() {
    let path = folder().join("scores.toml");
    let text = fs::read_to_string(&path).unwrap();
    let mut out = text.split("\n[scores").next().unwrap().trim_end().to_owned() + "\n";
    for (gold, scores) in SCORES.iter() {
        out += &format!("\n[scores.{gold}]\n");
        for (measure, score) in scores {
            out += &format!("\"{measure}\" = {:.3}\n", rounded(score.value));
        }
    }
    fs::write(path, out).unwrap();
}

#[test]
fn no_score_falls() {
    if std::env::var_os("UPDATE").is_some() {
        write_scores();
    }
    let (recorded, bars) = (recorded("scores"), recorded("bars"));
    let mut fallen = Vec::new();
    for (gold, scores) in SCORES.iter() {
        println!("{gold}");
        for (measure, score) in scores {
            let of = |table: &Table<f64>| table.get(gold).and_then(|table| table.get(measure)).copied();
            let both = score.both.map_or(String::new(), |(p, r)| format!("P {p:.3} R {r:.3}"));
            let bar = of(&bars).map_or(String::new(), |bar| {
                format!("bar {bar:.2}{}", if meets(score, bar).is_ok() { "" } else { ", not met" })
            });
            println!("  {measure:<28}{:.3}  {both:<16}  {bar}", score.value);
            let before = of(&recorded).unwrap_or_default();
            if rounded(score.value) < before {
                fallen.push(format!("{gold}: {measure}: {before:.3} before, {:.3} now", score.value));
            }
        }
    }
    for (gold, measures) in &recorded {
        let scored = SCORES.get(gold);
        let gone = measures.keys().filter(|measure| scored.is_none_or(|scored| !scored.contains_key(*measure)));
        fallen.extend(gone.map(|measure| format!("{gold}: {measure}: recorded, but no longer scored")));
    }
    assert!(fallen.is_empty(), "scores fell; changed on purpose? run UPDATE=1\n{}", fallen.join("\n"));
}

/// Bars that are not met yet are named in the file's table `unmet`, with the reason; any other has to be met, and one that is
/// met by now has to be taken from the table.
#[test]
fn every_bar_is_met_but_those_that_are_named() {
    let named = unmet();
    let mut wrong = Vec::new();
    for (gold, bars) in recorded("bars") {
        for (measure, bar) in bars {
            let score = SCORES.get(&gold).and_then(|scores| scores.get(&measure));
            let met = score.map_or(Err("is not scored".to_owned()), |score| meets(score, bar));
            let reason = named.get(&gold).and_then(|measures| measures.get(&measure));
            match (met, reason) {
                (Err(problem), None) => wrong.push(format!("{gold}: {measure} {problem}")),
                (Err(problem), Some(reason)) => println!("not met yet: {gold}: {measure} {problem}: {reason}"),
                (Ok(()), Some(_)) => wrong.push(format!("{gold}: {measure} is met: take it from the table unmet")),
                (Ok(()), None) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{} bars are not as the file says\n{}", wrong.len(), wrong.join("\n"));
}

/// Whether a score reaches its bar, and precision and recall lie near it; else why not.
fn meets(score: &Score, bar: f64) -> Result<(), String> {
    let Score { value, both } = score;
    if *value < bar {
        return Err(format!("is {value:.3}, the bar {bar:.2}"));
    }
    match both {
        Some((p, r)) if (p - value).abs().max((r - value).abs()) > APART + 1e-9 => {
            Err(format!("is {value:.3}, but precision {p:.3} and recall {r:.3} lie more than {APART} from it"))
        }
        _ => Ok(()),
    }
}

#[test]
fn a_bar_can_be_missed() {
    let score = |value, both| Score { value, both };
    assert!(meets(&score(0.9, Some((0.93, 0.87))), 0.9).is_ok());
    assert!(meets(&score(0.899, Some((0.9, 0.9))), 0.9).is_err());
    assert!(meets(&score(0.9, Some((0.96, 0.85))), 0.9).is_err());
    assert!(meets(&score(0.9, None), 0.9).is_ok() && meets(&score(0.8, None), 0.9).is_err());
    assert_eq!((rounded(0.8999), rounded(0.9), rounded(0.877)), (0.899, 0.9, 0.877));
}
