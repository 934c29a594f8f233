//! No rule, table or page knows the five shipped articles: outside `seeds/` and the tests nothing names a person or an
//! outlet of theirs, or quotes them.
//!
//! The names are read from the articles by the finders themselves, so that this holds for whatever articles stand in
//! `seeds/`. Tables that say where they come from (`# Origin:` or the like on top) and are made by a script may hold
//! what their source holds: given names, surnames, towns, agencies of the world.

#![allow(clippy::unwrap_used)]
#![cfg(feature = "extract")]

use sourcebook::extract::{EntityKind, Settings, extract};
use sourcebook::lexicon::{given_name, places, word};
use sourcebook::read::{BlockKind, Corpus, File, corpus};
use sourcebook::text::{fold, words};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Words in a row that are taken for a quotation.
const QUOTED: usize = 7;

/// Tables of the world that a script or a source fills, and the model.
const WORLD: [&str; 3] = ["src/lexicon/", "src/extract/names/model", "src/extract/names/tables/"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn seeds() -> Corpus {
    let files = fs::read_dir(root().join("seeds")).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        File { path: path.file_name().unwrap().to_string_lossy().into_owned(), bytes: fs::read(&path).unwrap() }
    });
    corpus("seeds", files.collect()).0
}

/// The text files below a folder, by their path from the root.
fn texts(folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path: PathBuf = entry.path();
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            if !name.ends_with("/vendor") && !name.ends_with("__pycache__") {
                texts(&path, found);
            }
        } else if let Ok(text) = fs::read_to_string(&path) {
            found.insert(name, text);
        }
    }
}

fn sources() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for folder in ["src", "www"] {
        texts(&root().join(folder), &mut found);
    }
    found.insert("build.rs".to_owned(), fs::read_to_string(root().join("build.rs")).unwrap());
    found
}

fn folded(text: &str) -> Vec<String> {
    words(text).map(|span| fold(span.of(text))).filter(|word| !word.is_empty()).collect()
}

/// Persons of the articles by their full names and surnames, and the outlets. A surname that is also a word of English, a
/// given name or a place would be met everywhere: only full names are looked for then.
fn names() -> BTreeSet<Vec<String>> {
    let mut names = BTreeSet::new();
    for article in seeds().articles {
        for entity in extract(&article, &Settings::default()).entities {
            if entity.kind == EntityKind::Person && entity.name.contains(' ') {
                let name = folded(&entity.name);
                let surname = name.last().cloned().unwrap_or_default();
                let common = word(&surname).is_some() || given_name(&surname).is_some() || places(&surname).len() > 0;
                if !common && surname.len() > 4 {
                    names.insert(vec![surname]);
                }
                names.insert(name);
            }
        }
        names.extend(article.head.outlet.as_deref().map(folded));
    }
    names
}

#[test]
fn nothing_names_a_person_or_an_outlet_of_the_articles() {
    let names = names();
    assert!(names.len() > 10, "the articles name more persons than these: {names:?}");
    let mut met = Vec::new();
    for (file, text) in sources() {
        if WORLD.iter().any(|world| file.starts_with(world)) {
            continue;
        }
        let words = folded(&text);
        for name in &names {
            if words.windows(name.len()).any(|window| window == name.as_slice()) {
                met.push(format!("{file} names {}", name.join(" ")));
            }
        }
    }
    assert!(met.is_empty(), "{}", met.join("\n"));
}

#[test]
fn nothing_quotes_the_articles() {
    let mut shingles = BTreeSet::new();
    for article in seeds().articles {
        // The leftovers of sites are no part of a story, and are known by their words.
        for block in article.blocks.iter().filter(|block| block.kind != BlockKind::Boilerplate) {
            shingles.extend(folded(block.span.of(&article.text)).windows(QUOTED).map(<[String]>::to_vec));
        }
    }
    let mut files = sources();
    texts(&root().join("tests/cases/facts"), &mut files);
    let quoting = files.iter().filter_map(|(file, text)| {
        let words = folded(text);
        let quoted = words.windows(QUOTED).find(|window| shingles.contains(*window))?;
        Some(format!("{file} quotes “{}”", quoted.join(" ")))
    });
    let quoting: Vec<String> = quoting.collect();
    assert!(quoting.is_empty(), "{}", quoting.join("\n"));
}
