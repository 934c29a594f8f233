//! Trains the model of names: `cargo run --release --no-default-features --features extract --example train-names --
//! [--folds N] [--write FILE] GOLD.jsonl…`.
//!
//! An averaged perceptron over the readings of runs (`src/extract/names/model.rs`). The same gold gives the same bytes.
//! `--folds N` also trains N times without every Nth article and writes what each such model finds in the articles it
//! has not seen, which is how well it does on text it does not know.
//!
//! What the gold says of a run is not always one reading. GUM and re3d mark noun phrases; what is a name in them is
//! their core of capitals. Where a phrase has no such core, or the gold is soft, its capitals may be anything; the best
//! reading by the weights so far that the gold allows is then what is learned.

use serde_json::Value;
use sourcebook::extract::record;
use sourcebook::extract::training::{
    Allowed, Decoder, KINDS, Looks, Piece, ROWS, Run, Weights, Word, found, packed, rows, runs,
};
use sourcebook::read;

/// How often all runs are read.
const EPOCHS: usize = 6;

/// How many models are averaged.
const MODELS: u32 = 5;

/// How many of a hundred runs are read with their names veiled.
const VEIL: u32 = 30;

/// A row that is told of fewer readings of the gold is not learned: it would be learned by heart.
const FEWEST: u32 = 3;

/// Weights are kept in steps of so much: finer ones find nothing more, and cost a third of the model's bytes.
/// Odd, so that no weight lies half-way between two steps, where all would be rounded away from nought.
const STEP: f64 = 7.0;

/// Weights as they are learned.
struct Learned(Vec<[i32; KINDS]>);

impl Weights for Learned {
    fn of(&self, row: u32) -> [i32; KINDS] {
        self.0[row as usize]
    }
}

/// Weights rounded to a byte each, as they are kept.
struct Rounded(Vec<[i8; KINDS]>);

impl Weights for Rounded {
    fn of(&self, row: u32) -> [i32; KINDS] {
        self.0[row as usize].map(i32::from)
    }
}

/// What the gold says of each token of a run.
#[derive(Clone, Copy, PartialEq)]
enum Gold {
    /// No part of a name.
    Nothing,
    /// Anything.
    Free,
    /// A part of the name with this number.
    Name(usize),
}

struct Reading {
    run: Run,
    tokens: Vec<Gold>,
    names: Vec<Piece>,
}

impl Allowed for Reading {
    fn piece(&self, piece: Piece) -> bool {
        let mut tokens = self.tokens[piece.start..piece.end].iter();
        if piece.kind == 0 {
            return tokens.all(|gold| !matches!(gold, Gold::Name(_)));
        }
        match self.tokens[piece.start] {
            Gold::Nothing => false,
            Gold::Free => tokens.all(|gold| *gold == Gold::Free),
            Gold::Name(number) => self.names[number] == piece,
        }
    }
}

struct Everything;

impl Allowed for Everything {
    fn piece(&self, _: Piece) -> bool {
        true
    }
}

/// A mention of the gold, in bytes.
#[derive(Clone, Debug)]
struct Mention {
    start: u32,
    end: u32,
    kind: usize,
    /// Whether it is said to be a name.
    name: bool,
    soft: bool,
}

fn mentions(line: &Value, text: &str) -> Vec<Mention> {
    let bytes: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
    let at = |value: &Value, key: &str| value[key].as_u64().and_then(|at| bytes.get(at as usize)).copied().unwrap_or(0);
    let mut found = Vec::new();
    for entity in line["entities"].as_array().into_iter().flatten() {
        let kind = match entity["kind"].as_str() {
            Some("person") => 1,
            Some("organisation") => 2,
            Some("place") => 3,
            _ => continue,
        };
        for mention in entity["mentions"].as_array().into_iter().flatten() {
            let of = mention["type"].as_str();
            if matches!(of, Some("pronoun")) {
                continue;
            }
            found.push(Mention {
                start: at(mention, "start"),
                end: at(mention, "end"),
                kind,
                name: of == Some("name"),
                soft: entity["tier"] == "soft",
            });
        }
    }
    found
}

/// The core of a mention in a run: the first and last token of the name in it. None where it has none.
fn core(words: &[Word], text: &str, mention: &Mention) -> Option<Piece> {
    let comma = text[mention.start as usize..mention.end as usize]
        .find(',')
        .map_or(mention.end, |at| mention.start + at as u32);
    let within = |word: &Word| word.span.start >= mention.start && word.span.end <= comma;
    let mut start = words.iter().position(within)?;
    let mut end = words.iter().rposition(within)? + 1;
    // The run must hold the mention's head: its last word.
    let rest = text[words[end - 1].span.end as usize..comma as usize].trim();
    if rest.chars().any(char::is_alphanumeric) {
        return None;
    }
    // What stands before the run's part must not be a name of its own.
    while start < end && !words[start].capital {
        start += 1;
    }
    while start < end && !words[end - 1].capital && !words[end - 1].closes {
        if !words[end - 1].joins {
            return None;
        }
        end -= 1;
    }
    if mention.kind == 1 {
        while start + 1 < end && words[start].title {
            start += 1;
        }
        // `Navy Capt. Jeff Davis`, `Foreign Office Minister Ellwood`
        if let Some(title) = words[start..end - 1].iter().rposition(|word| word.title) {
            start += title + 1;
        }
    }
    // A title alone, or lower-case words in the middle, are no name.
    let tail = words[start..end].iter().rposition(|word| word.capital)? + start;
    if words[start..tail].iter().any(|word| !word.capital && !word.joins) {
        return None;
    }
    (start < end && !(end - start == 1 && words[start].people)).then_some(Piece { start, end, kind: mention.kind })
}

fn reading(run: Run, text: &str, mentions: &[Mention]) -> Reading {
    let words = &run.words;
    let (from, to) = (words[0].span.start, words[words.len() - 1].span.end);
    let near: Vec<&Mention> = mentions.iter().filter(|mention| mention.start < to && from < mention.end).collect();
    let mut tokens = vec![Gold::Nothing; words.len()];
    let mut cores = Vec::new();
    for mention in &near {
        let core = core(words, text, mention);
        let country =
            core.is_some_and(|core| core.kind == 2 && core.end - core.start == 1 && words[core.start].country);
        match core {
            Some(core) if !mention.soft && !country && fits(&run, core) => cores.push((core, mention.name)),
            _ => {
                for (at, word) in words.iter().enumerate() {
                    if word.span.start >= mention.start && word.span.end <= mention.end && !word.people && !word.title {
                        tokens[at] = Gold::Free;
                    }
                }
            }
        }
    }
    // The innermost person, the outermost of the rest, what is said to be a name before what is not.
    let all = cores.clone();
    cores.retain(|(core, _)| {
        core.kind != 1
            || !all.iter().any(|(other, _)| {
                other.kind == 1 && other != core && core.start <= other.start && other.end <= core.end
            })
    });
    cores.sort_by_key(|(core, name)| (core.start as isize - core.end as isize, !name, core.start, core.kind));
    let mut names: Vec<Piece> = Vec::new();
    for (core, _) in cores {
        if names.iter().all(|name| core.end <= name.start || name.end <= core.start) {
            tokens[core.start..core.end].fill(Gold::Name(names.len()));
            names.push(core);
        }
    }
    Reading { run, tokens, names }
}

/// Whether the finder could find it.
fn fits(run: &Run, piece: Piece) -> bool {
    run.looks.may_begin(piece.start) && run.looks.may_end(piece.end - 1) && piece.end - piece.start <= 10
}

struct Article {
    article: read::Article,
    readings: Vec<Reading>,
}

fn articles(path: &str) -> Vec<Article> {
    let text = std::fs::read_to_string(path).expect("a file of gold");
    let mut all = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let value: Value = serde_json::from_str(line).expect("JSON");
        let licence = value["licence"].as_str().unwrap_or_default();
        if licence.is_empty() || licence.contains("NC") {
            continue;
        }
        let (article, _) = read::record(line).expect("an article");
        let mentions = mentions(&value, &article.text);
        let runs = runs(&article);
        let readings = runs.into_iter().map(|run| reading(run, &article.text, &mentions)).collect();
        all.push(Article { article, readings });
    }
    all
}

/// Trains on some articles: the mean of several models, each with the runs in another order.
fn train(articles: &[&Article]) -> Learned {
    let order: Vec<&Reading> = articles.iter().flat_map(|article| &article.readings).collect();
    let veiled: Vec<Looks> = order.iter().map(|reading| reading.run.looks.veiled()).collect();
    let mut counts = vec![0_u32; ROWS];
    let mut decoder = Decoder::default();
    let start = fresh();
    for (reading, veiled) in order.iter().zip(&veiled) {
        let gold = decoder.decode(&reading.run.looks, &start, *reading);
        rows(&reading.run.looks, &gold, |row, _| counts[row as usize] += 1);
        rows(veiled, &gold, |row, _| counts[row as usize] += 1);
    }
    let mut sum = Learned(vec![[0; KINDS]; ROWS]);
    for model in 0..MODELS {
        let learned = train_once(&order, &veiled, &counts, u64::from(model));
        for (sum, row) in sum.0.iter_mut().zip(&learned.0) {
            for kind in 0..KINDS {
                sum[kind] += row[kind];
            }
        }
    }
    sum
}

/// The weights before anything is learned.
fn fresh() -> Learned {
    let mut learned = Learned(vec![[0; KINDS]; ROWS]);
    for (row, kind, weight) in Looks::priors() {
        learned.0[row as usize][kind] = weight;
    }
    learned
}

fn train_once(readings: &[&Reading], veiled: &[Looks], counts: &[u32], model: u64) -> Learned {
    let mut learned = fresh();
    let mut total = vec![[0_i64; KINDS]; ROWS];
    let mut decoder = Decoder::default();
    let mut seed = 0x2545_f491_4f6c_dd1d_u64 ^ model.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut order: Vec<usize> = (0..readings.len()).collect();
    let mut step = 0_i64;
    for epoch in 0..EPOCHS {
        shuffle(&mut order, &mut seed);
        let mut wrong = 0;
        for &at in &order {
            step += 1;
            let reading = readings[at];
            let veil = next(&mut seed) % 100 < u64::from(VEIL);
            let looks = if veil { &veiled[at] } else { &reading.run.looks };
            let found = decoder.decode(looks, &learned, &Everything);
            if found.iter().all(|piece| reading.piece(*piece)) {
                continue;
            }
            wrong += 1;
            let gold = decoder.decode(looks, &learned, reading);
            for (pieces, sign) in [(&gold, 1), (&found, -1)] {
                rows(looks, pieces, |row, kind| {
                    if counts[row as usize] >= FEWEST {
                        learned.0[row as usize][kind] += sign;
                        total[row as usize][kind] += i64::from(sign) * step;
                    }
                });
            }
        }
        eprintln!("model {model}, epoch {epoch}: {wrong} of {} runs wrong", order.len());
    }
    // The average over all steps, in thousandths.
    for (row, sum) in learned.0.iter_mut().zip(&total) {
        for kind in 0..KINDS {
            row[kind] = (i64::from(row[kind]) * 1000 - sum[kind] * 1000 / (step + 1)) as i32;
        }
    }
    learned
}

fn next(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

fn shuffle<T>(order: &mut [T], seed: &mut u64) {
    for at in (1..order.len()).rev() {
        order.swap(at, (next(seed) % (at as u64 + 1)) as usize);
    }
}

/// Weights as bytes in steps, scaled so that few are cut off.
fn rounded(learned: &Learned) -> Rounded {
    let mut sizes: Vec<i32> = learned.0.iter().flatten().map(|weight| weight.abs()).filter(|size| *size > 0).collect();
    sizes.sort_unstable();
    let most = sizes.get(sizes.len() * 998 / 1000).copied().unwrap_or(1).max(1);
    let byte = |weight: i32| {
        let weight = (f64::from(weight) * 127.0 / f64::from(most)).clamp(-127.0, 127.0);
        // Into whole bytes first, as half of an odd step then never is one.
        ((weight.round() / STEP).round() * STEP) as i8
    };
    Rounded(learned.0.iter().map(|row| row.map(byte)).collect())
}

fn main() {
    let (mut folds, mut write, mut files) = (0, None, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--folds" => folds = arguments.next().and_then(|folds| folds.parse().ok()).unwrap_or(5),
            "--write" => write = arguments.next(),
            _ => files.push(argument),
        }
    }
    let all: Vec<Article> = files.iter().flat_map(|file| articles(file)).collect();
    let names: usize = all.iter().flat_map(|article| &article.readings).map(|reading| reading.names.len()).sum();
    eprintln!("{} articles, {names} names", all.len());
    for fold in 0..folds {
        let rest: Vec<&Article> =
            all.iter().enumerate().filter(|(at, _)| at % folds != fold).map(|(_, article)| article).collect();
        let learned = rounded(&train(&rest));
        for article in all.iter().skip(fold).step_by(folds) {
            println!("{}", record(&article.article, &found(&article.article, &learned)));
        }
    }
    if let Some(path) = write {
        let everything: Vec<&Article> = all.iter().collect();
        let bytes = packed(&rounded(&train(&everything)).0);
        std::fs::write(&path, &bytes).expect("the model is written");
        eprintln!("{path}: {} bytes, {} rows of use", bytes.len(), bytes.iter().filter(|byte| **byte != 0).count());
    }
}
