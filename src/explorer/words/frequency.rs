//! The most frequent words of the articles that are left.

use crate::explorer::count::{PerThousand, counted};
use crate::explorer::evaluation::Evaluation;
use crate::explorer::screen::{Bar, Choice, Frequency, Table};
use crate::explorer::table::{columns, row as cells};
use crate::index::{Error, frequencies};
use crate::lexicon::is_stop_word;
use crate::order::{by_key, down, pair};

const STEP: usize = 30;

pub(super) fn frequency(evaluation: &Evaluation) -> Result<Frequency, Error> {
    let state = evaluation.state;
    let with_stop_words = state.view.option("stopwords").is_some();
    let shown = state.view.number("words", STEP);
    let counts = frequencies(evaluation.edition, &evaluation.articles)?;
    let mut forms: Vec<u32> =
        (0..counts.counts.len() as u32).filter(|form| counts.counts[*form as usize] > 0).collect();
    by_key(&mut forms, |form| pair(down(counts.counts[*form as usize]), *form));
    let total = tokens(evaluation)?;
    let mut bars = Vec::new();
    let mut rows = Vec::new();
    let mut more = false;
    for number in forms {
        let form = evaluation.edition.form(number)?;
        let (count, articles) = (counts.counts[number as usize], counts.articles[number as usize]);
        if !with_stop_words && is_stop_word(&form) {
            continue;
        }
        if bars.len() == shown {
            more = true;
            break;
        }
        let to = state.with_query(&format!("\"{form}\"")).address();
        let rate = PerThousand::of(count, total).to_string();
        rows.push(cells(&[&form, &count.to_string(), &articles.to_string(), &rate], &to));
        bars.push(bar(form, count, articles, to));
    }
    let choice = |label: &str, selected: bool, value: &str| Choice {
        label: label.to_owned(),
        selected,
        to: state.with_view(state.view.with("stopwords", value)),
    };
    Ok(Frequency {
        sentence: format!(
            "The most frequent of {} in {}, counted as they are written, not by stem; capitals, accents and ’s are passed over.",
            counted(u64::from(total), "word", "words"),
            counted(evaluation.left.len() as u64, "article", "articles"),
        ),
        stop_words: vec![
            choice("Without words such as “the”", !with_stop_words, ""),
            choice("All words", with_stop_words, "on"),
        ],
        bars,
        more: state.more("words", shown + usize::from(more), shown, STEP),
        table: Table {
            caption: if more {
                format!("The {} most frequent words", rows.len())
            } else {
                "All words by frequency".into()
            },
            columns: columns(&[("Word", false), ("Times", true), ("Articles", true), ("Per thousand words", true)]),
            rows,
        },
    })
}

fn tokens(evaluation: &Evaluation) -> Result<u32, Error> {
    evaluation.left.iter().map(|found| evaluation.edition.words(found.article)).sum()
}

fn bar(form: String, count: u32, articles: u32, to: String) -> Bar {
    let text = format!(
        "{} in {}",
        counted(u64::from(count), "time", "times"),
        counted(u64::from(articles), "article", "articles"),
    );
    Bar { label: form, value: f64::from(count), text, to }
}
