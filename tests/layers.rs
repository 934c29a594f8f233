//! Layers run downward only. This reads the sources as text: what it cannot see (a macro that writes a path)
//! nobody should write.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The layer of each module at the top of `src/`, from the map in `src/lib.rs`.
const LAYERS: [(&str, u8); 8] =
    [("order", 1), ("text", 1), ("lexicon", 1), ("read", 2), ("index", 3), ("explorer", 4), ("web", 5), ("site", 5)];

/// Modules of the same layer that one may use.
const BESIDE: [(&str, &str); 1] = [("lexicon", "text")];

/// What only the top layer may touch, and why.
///
/// Hash maps may be asked but not walked: that no order of a hash gets out is seen to by clippy's
/// `iter_over_hash_type`, which this crate denies.
const TOP_ONLY: [(&str, &str); 13] = [
    ("std::fs", "files"),
    ("std::io", "files"),
    ("std::net", "the network"),
    ("std::env", "the environment"),
    ("std::process", "other programs"),
    ("std::thread", "threads"),
    ("std::time", "the clock"),
    ("std::path", "paths of one machine"),
    ("println!", "prints"),
    ("eprintln!", "prints"),
    ("print!", "prints"),
    ("RandomState", "randomness"),
    ("static mut", "hidden state"),
];

fn sources(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.append(&mut sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.insert(path.clone(), fs::read_to_string(path).unwrap());
        }
    }
    found
}

/// The module at the top of `src/` that a file belongs to: `src/index/query/mod.rs` → `index`.
fn module_of(path: &Path, src: &Path) -> String {
    let first = path.strip_prefix(src).unwrap().components().next().unwrap();
    first.as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

/// The lines of a file without comments, and without its tests, which may do more.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    lines
        .enumerate()
        .map(|(at, line)| (at + 1, line.split("//").next().unwrap_or_default()))
        .filter(|(_, line)| !line.trim().is_empty())
}

/// The modules of this crate that a line names: `use crate::{index, read::Problem};` → index, read.
fn named(line: &str) -> Vec<String> {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let mut names = Vec::new();
    for (at, start) in line.match_indices("crate::") {
        let rest = &line[at + start.len()..];
        let first = |text: &str| text.trim_start().split(|c| !is_word(c)).next().unwrap_or_default().to_owned();
        match rest.strip_prefix('{') {
            Some(group) => names.extend(outer_parts(group).into_iter().map(first)),
            None => names.push(first(rest)),
        }
    }
    names
}

/// The parts of a `{…}` group, cut at the commas that stand in no inner group.
fn outer_parts(group: &str) -> Vec<&str> {
    let (mut depth, mut begin, mut parts) = (0, 0, Vec::new());
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&group[begin..at]);
                return parts;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[begin..at]);
                begin = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&group[begin..]);
    parts
}

fn layer(module: &str) -> Option<u8> {
    LAYERS.iter().find(|(name, _)| *name == module).map(|(_, layer)| *layer)
}

/// What is wrong with a file of `module`.
fn faults(module: &str, text: &str) -> Vec<String> {
    let Some(own) = layer(module) else {
        return vec![format!("`{module}` is in no layer; say in tests/layers.rs which")];
    };
    let mut faults = Vec::new();
    // A group may run over several lines; joined, it is one.
    let mut joined = String::new();
    for (at, line) in code(text) {
        for (what, why) in TOP_ONLY.iter().filter(|(what, _)| own < 5 && mentions(line, what)) {
            faults.push(format!("{at}: `{what}` ({why}) below the top layer"));
        }
        joined += line;
        if !joined.trim_end().ends_with([';', '{', '}']) || joined.contains("use ") && !joined.contains(';') {
            continue;
        }
        for name in named(&joined) {
            let beside = BESIDE.contains(&(module, name.as_str()));
            let upward = layer(&name).is_some_and(|other| other > own || (other == own && name != module && !beside));
            if upward {
                faults.push(format!("{at}: layer {own} (`{module}`) uses `crate::{name}`"));
            }
        }
        joined.clear();
    }
    faults
}

/// Whether a line has `what` as a word of its own.
fn mentions(line: &str, what: &str) -> bool {
    line.match_indices(what).any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

#[test]
fn layers_run_downward_only() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    let files = sources(&src);
    for (path, text) in &files {
        let module = module_of(path, &src);
        let is_test = path.file_name().is_some_and(|name| name == "tests.rs");
        if !matches!(module.as_str(), "lib" | "main") && !is_test {
            let name = path.strip_prefix(&src).unwrap().display();
            all.extend(faults(&module, text).into_iter().map(|fault| format!("src/{name}:{fault}")));
        }
    }
    assert!(files.len() > 20, "the sources were not found");
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn every_layer_exists() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (module, _) in LAYERS {
        assert!(src.join(module).is_dir() || src.join(format!("{module}.rs")).is_file(), "{module}");
    }
}

#[test]
fn what_this_test_sees() {
    let cases = [
        ("read", "use crate::text::Span;", 0),
        ("read", "use crate::index::Error;", 1),
        ("text", "use crate::read::{File, Problem};", 1),
        ("read", "use crate::{text::{Span, fold}, index::Error, explorer};", 2),
        ("read", "use crate::{\n    text::Span,\n    index::Error,\n};", 1),
        ("index", "fn a() { let x = crate::explorer::State::default(); }", 1),
        ("index", "// use crate::explorer::State;", 0),
        ("index", "#[cfg(test)]\nmod tests { use crate::site::Book; }", 0),
        ("web", "use crate::site::Book;", 1),
        ("site", "use crate::web::Sourcebook;", 1),
        ("lexicon", "use crate::text::fold;", 0),
        ("text", "use crate::lexicon::is_stop_word;", 1),
        ("site", "use std::{fs, time};\nuse std::fs;\nprintln!();", 0),
        ("explorer", "let now = std::time::Instant::now();", 1),
        ("explorer", "eprintln!(\"x\");", 1),
        ("shell", "", 1),
    ];
    for (module, text, count) in cases {
        let found = faults(module, text);
        assert_eq!(found.len(), count, "{module}: {text}\n{found:?}");
    }
}
