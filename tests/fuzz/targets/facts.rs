//! All of extraction on any bytes: nothing may panic, and what must hold of the facts of any text holds.
//!
//! The bytes are a text, and behind the last NUL in it, if there is one, the article's date.

#![no_main]

#[path = "../../facts/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;
use sourcebook::extract::{Corrections, Facts};
use sourcebook::read::{Article, record};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (text, date) = text.rsplit_once('\0').unwrap_or((&text, ""));
    let line = serde_json::json!({"id": "a", "text": text, "date": date}).to_string();
    let Ok((article, _)) = record(&line) else { return };
    match invariants::check(&article) {
        Ok(facts) => correct(&article, facts, date),
        Err(problem) => panic!("{problem}"),
    }
});

/// The text as a file of corrections of itself.
fn correct(article: &Article, mut facts: Facts, date: &str) {
    let (corrections, _) = Corrections::read("corrections.toml", &article.text);
    corrections.apply(article, &mut facts);
    // And one that fits whatever the text is: its first word is dropped or added.
    let word: String = article.text.split_whitespace().next().unwrap_or_default().replace(['"', '\\'], "");
    for (deed, kind) in [("drop", "figure"), ("drop", "person"), ("change", "place"), ("add", "unknown")] {
        let text = format!("[[{deed}]]\nfile = \"a\"\nfact = \"{kind}\"\nwords = \"{word}\"\nname = \"{date}\"\n");
        Corrections::read("corrections.toml", &text).0.apply(article, &mut facts);
    }
}
