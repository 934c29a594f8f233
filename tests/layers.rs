//! Layers run downward only. This reads the sources as text: what it cannot see (a macro that writes a path)
//! nobody should write.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The layer of each module at the top of `src/`, from the map in `src/lib.rs`.
const LAYERS: [(&str, u8); 13] = [
    ("order", 1),
    ("text", 1),
    ("lexicon", 1),
    ("read", 2),
    ("extract", 2),
    ("compare", 3),
    ("index", 3),
    ("explorer", 4),
    ("allocator", 5),
    ("reader", 5),
    ("web", 5),
    ("stream", 5),
    ("site", 5),
];

/// Modules of the same layer that one may use.
const BESIDE: [(&str, &str); 5] =
    [("lexicon", "text"), ("text", "order"), ("extract", "read"), ("index", "compare"), ("site", "stream")];

/// What only the top layer may touch, and why.
///
/// Hash maps may be asked but not walked: that no order of a hash gets out is seen to by clippy's
/// `iter_over_hash_type`, which this crate denies.
const TOP_ONLY: [(&str, &str); 17] = [
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
    ("eprint!", "prints"),
    ("js_sys", "the browser"),
    ("wasm_bindgen", "the browser"),
    ("web_sys", "the browser"),
    ("RandomState", "randomness"),
    ("static mut", "hidden state"),
];

/// Files that may touch one of these below the top layer: the browser's own tables of Unicode fold words and tell letters there.
const EXCEPT: [(&str, &str); 2] = [("src/text/class.rs", "js_sys"), ("src/text/fold.rs", "js_sys")];

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

/// The lines of a file without comments, and without the tests at its end, which may do more: `#[cfg(test)]` and
/// `mod tests {`. Where the tests are in a file of their own (`mod tests;`), the code goes on.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines: Vec<&str> = text.lines().collect();
    let is_tests = |at: &usize| {
        let module = lines.get(at + 1).map_or("", |line| line.trim());
        lines[*at].trim() == "#[cfg(test)]" && module.starts_with("mod ") && module.contains('{')
    };
    let end = (0..lines.len()).find(is_tests).unwrap_or(lines.len());
    let code = lines.into_iter().take(end).enumerate();
    code.map(|(at, line)| (at + 1, line.split("//").next().unwrap_or_default()))
        .filter(|(_, line)| !line.trim().is_empty())
}

/// What a line names in a crate: `use crate::{index, read::Problem};` → index, read.
fn named(line: &str, of: &str) -> Vec<String> {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let mut names = Vec::new();
    for (at, start) in line.match_indices(of) {
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

/// What is wrong with the file at `path` (`src/read/mod.rs`) of `module`.
fn faults(path: &str, module: &str, text: &str) -> Vec<String> {
    let Some(own) = layer(module) else {
        return vec![format!("`{module}` is in no layer; say in tests/layers.rs which")];
    };
    let mut faults = Vec::new();
    // A group may run over several lines; joined, it is one.
    let mut joined = String::new();
    for (at, line) in code(text) {
        let top_only = TOP_ONLY.iter().filter(|(what, _)| own < 5 && !EXCEPT.contains(&(path, what)));
        for (what, why) in top_only.clone().filter(|(what, _)| mentions(line, what)) {
            faults.push(format!("{at}: `{what}` ({why}) below the top layer"));
        }
        joined += line;
        if !joined.trim_end().ends_with([';', '{', '}']) || joined.contains("use ") && !joined.contains(';') {
            continue;
        }
        // `use std::{fs, time};` has `std::fs` nowhere in it.
        let grouped = if joined.contains("std::{") { named(&joined, "std::") } else { Vec::new() };
        for name in grouped.iter().map(|name| format!("std::{name}")) {
            for (what, why) in top_only.clone().filter(|(what, _)| name == *what && !joined.contains(what)) {
                faults.push(format!("{at}: `{what}` ({why}) below the top layer"));
            }
        }
        for name in named(&joined, "crate::") {
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

/// `build.rs` silences `Debug` in the modules for browsers: a message of theirs that used it would have a hole there.
#[test]
fn no_message_of_a_browser_prints_by_debug() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let engines = ["order", "text", "lexicon", "index", "explorer", "reader", "web"];
    let mut found = Vec::new();
    for (path, text) in sources(&src).iter().filter(|(path, _)| engines.contains(&module_of(path, &src).as_str())) {
        let lines = code(text).filter(|(_, line)| line.contains("?}"));
        found.extend(lines.map(|(at, line)| format!("{}:{at} prints by Debug: {line}", path.display())));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
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
            let name = format!("src/{}", path.strip_prefix(&src).unwrap().display()).replace('\\', "/");
            all.extend(faults(&name, &module, text).into_iter().map(|fault| format!("{name}:{fault}")));
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
        ("explorer", "eprint!(\"x\");", 1),
        ("read", "use std::{fs, time};", 2),
        ("read", "use std::{\n    collections::BTreeMap,\n    fs::{self, File},\n    fmt,\n};", 1),
        ("read", "use std::{collections::BTreeMap, fmt};", 0),
        ("read", "use std::fs;", 1),
        ("index", "#[cfg(test)]\nmod tests;\n\nuse std::fs;", 1),
        ("index", "#[cfg(test)]\nuse std::fmt;\nuse crate::explorer::State;", 1),
        ("index", "fn a() {}\n\n#[cfg(test)]\nmod cases {\n    use std::fs;\n}", 0),
        ("explorer", "use js_sys::Date;", 1),
        ("index", "let now = web_sys::window();", 1),
        ("read", "use wasm_bindgen::prelude::*;", 1),
        ("web", "use js_sys::Date;\nuse wasm_bindgen::prelude::*;", 0),
        ("text", "js_sys::JsString::from(text);", 1),
        ("shell", "", 1),
    ];
    let fold = "js_sys::JsString::from(text); let window = web_sys::window();";
    assert_eq!(faults("src/text/fold.rs", "text", fold).len(), 1, "one exception, and for one thing");
    for (module, text, count) in cases {
        let found = faults("src/it.rs", module, text);
        assert_eq!(found.len(), count, "{module}: {text}\n{found:?}");
    }
}
