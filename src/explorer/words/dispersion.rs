//! Dispersion: where in each article the hits stand.

use crate::explorer::count::first_of;
use crate::explorer::evaluation::Evaluation;
use crate::explorer::runs::shortened;
use crate::explorer::screen::{Dispersion, DispersionStrip, DispersionTick, Table};
use crate::explorer::table::{cells, columns, each};
use crate::index::{Error, Match};

const STEP: usize = 50;
/// So many hits of one article are drawn.
const MOST_TICKS: usize = 500;

pub(super) fn dispersion(evaluation: &Evaluation) -> Result<Dispersion, Error> {
    let state = evaluation.state;
    let shown = state.view.number("articles", STEP);
    let with_hits: Vec<&Match> = evaluation.left.iter().filter(|found| found.hits > 0).collect();
    let strips: Vec<DispersionStrip> = each(with_hits.iter().take(shown), |found| strip(evaluation, found))?;
    let more = state.more("articles", with_hits.len(), shown, STEP);
    Ok(Dispersion { sentence: sentence(&strips), table: table(&strips, with_hits.len()), strips, more })
}

fn sentence(strips: &[DispersionStrip]) -> String {
    let drawn = "Each strip is an article from its first word to its last, each tick a hit.";
    match strips.iter().any(|strip| strip.hits as usize > MOST_TICKS) {
        true => format!("{drawn} Of an article with more, the first {MOST_TICKS} are drawn."),
        false => drawn.to_owned(),
    }
}

fn strip(evaluation: &Evaluation, found: &Match) -> Result<DispersionStrip, Error> {
    let text = evaluation.edition.text(found.article)?;
    let layout = evaluation.edition.layout(found.article)?;
    let words = evaluation.edition.words(found.article)?;
    let hits = evaluation.hits(found.article, &layout)?;
    let tick = |hit: &crate::index::Hit| {
        let sentence = layout.sentences.get(hit.sentence as usize).map_or("", |sentence| sentence.span.of(text));
        DispersionTick {
            at: f64::from(hit.tokens.start) / f64::from(words.max(2) - 1),
            label: shortened(sentence, 120),
            to: evaluation.hit_address(found.article, hit, text, &layout),
        }
    };
    Ok(DispersionStrip {
        label: evaluation.short_name(found.article),
        words,
        hits: found.hits,
        ticks: hits.iter().take(MOST_TICKS).map(tick).collect(),
    })
}

fn table(strips: &[DispersionStrip], all: usize) -> Table {
    let row = |strip: &DispersionStrip| {
        let places: Vec<String> =
            strip.ticks.iter().map(|tick| format!("{}%", (tick.at * 100.0).round() as u32)).collect();
        cells(&[&strip.label, &strip.words.to_string(), &strip.hits.to_string(), &places.join(", ")])
    };
    Table {
        caption: first_of("Dispersion", strips.len(), all as u64, "articles"),
        columns: columns(&[("Article", false), ("Words", true), ("Hits", true), ("How far into the article", false)]),
        rows: strips.iter().map(row).collect(),
    }
}
