//! The view Figures: the ledger.
//!
//! A row is a figure; what is left over of a whole stands behind its parts, as worked out; what an article says is not
//! known stands where it says so. The last two are no figures: filters that ask for what they do not have leave them
//! out, and they are not counted.

use super::card::{short_number, spaced, sum};
use super::columns::{Row, RowKind};
use super::evaluation::Evaluation;
use super::quantity::{interval, quantity, time_words};
use super::runs::shortened;
use super::screen::{Choice, Empty, Ledger, LedgerColumn, LedgerRow, Table};
use super::state::State;
use super::table::{columns, each, row as cells};
use crate::extract::named::figure_kind;
use crate::extract::{Figure, Source, remainders};
use crate::index::Error;
use crate::order::{by, by_key};
use crate::text::fold;

/// So many rows are shown at first, and more at each "Show more".
const STEP: usize = 100;

/// The columns, and the option that sorts by each. The first article's first figure comes first where none does.
const COLUMNS: [(&str, &str); 7] = [
    ("Figure", "number"),
    ("Of whom or what", "counted"),
    ("What happened", "status"),
    ("Where", "place"),
    ("As of", "time"),
    ("Who says", "source"),
    ("Article", "article"),
];

/// A line of the ledger before it is drawn.
struct Line {
    kind: RowKind,
    article: u32,
    /// Of what is selected when it is opened: a remainder opens its whole.
    ordinal: usize,
    /// The figure: of a remainder its whole, without what only the whole has.
    figure: Figure,
    /// As the ledger shows it.
    number: String,
    /// As the table has it: the words in the article.
    words: String,
    rules: String,
    /// The sentence it stands in, where it was asked for.
    sentence: String,
}

/// All lines that are left, article by article, each where it stands in its text.
fn lines(evaluation: &Evaluation, with_sentences: bool) -> Result<Vec<Line>, Error> {
    let mut lines = Vec::new();
    let rows: Vec<&Row> = evaluation.rows(None)?.map(|(_, row)| row).filter(|row| row.kind.in_ledger()).collect();
    for rows in rows.chunk_by(|a, b| a.article == b.article) {
        let article = rows.first().map_or(0, |row| row.article);
        let first = lines.len();
        lines_of(evaluation, article, rows, &mut lines)?;
        if with_sentences {
            let (text, layout) = (evaluation.edition.text(article)?, evaluation.edition.layout(article)?);
            for line in lines.iter_mut().skip(first) {
                let start = line.figure.span.start;
                let at = layout.sentences.partition_point(|sentence| sentence.span.end <= start);
                line.sentence = layout.sentences.get(at).map_or("", |sentence| sentence.span.of(text)).to_owned();
            }
        }
    }
    Ok(lines)
}

fn lines_of(evaluation: &Evaluation, article: u32, rows: &[&Row], lines: &mut Vec<Line>) -> Result<(), Error> {
    let text = evaluation.edition.text(article)?;
    let found = evaluation.edition.facts(article)?;
    let figures = &found.facts.figures;
    let rest = remainders(&found.facts);
    let rule = |list: usize, at: usize| found.rules[list].get(at).map_or("", String::as_str).replace('\n', ", ");
    // Where each stands: a remainder behind the last of its parts.
    let mut placed: Vec<(u32, Line)> = Vec::new();
    for row in rows {
        let at = row.ordinal as usize;
        let line = |kind: RowKind, ordinal: usize, figure: Figure, number: &str, words: &str, rules: String| Line {
            kind,
            article,
            ordinal,
            number: number.to_owned(),
            words: words.to_owned(),
            figure,
            rules,
            sentence: String::new(),
        };
        match row.kind {
            RowKind::Computed => {
                let Some(remainder) = rest.get(at) else { continue };
                let whole = figures[remainder.whole].span.start;
                let last = remainder.parts.iter().map(|part| figures[*part].span.start).max().unwrap_or(whole);
                let figure = remainder.as_figure(&found.facts);
                let (number, words) = (interval(&figure), sum(remainder, figures));
                placed.push((last, line(row.kind, remainder.whole, figure, &number, &words, String::new())));
            }
            RowKind::Unknown => {
                let unknown = &found.facts.unknowns[at];
                let figure = Figure {
                    span: unknown.span,
                    counted: unknown.counted.clone(),
                    by_hand: unknown.by_hand,
                    ..Figure::default()
                };
                let words = unknown.span.of(text);
                placed.push((unknown.span.start, line(row.kind, at, figure, "not known", words, rule(2, at))));
            }
            _ => {
                let figure = &figures[at];
                let (number, words) = (short_number(figure, text), figure.span.of(text));
                placed.push((figure.span.start, line(row.kind, at, figure.clone(), &number, words, rule(0, at))));
            }
        }
    }
    by_key(&mut placed, |(start, _)| (*start).into());
    lines.extend(placed.into_iter().map(|(_, line)| line));
    Ok(())
}

/// Who says it, nearest first; the article where nobody else does.
fn sources(sources: &[Source]) -> String {
    let names: Vec<&str> = sources.iter().map(|source| source.name.as_str()).collect();
    names.join(" → ")
}

fn places(figure: &Figure) -> String {
    match (&figure.of_place, &figure.at_place) {
        (Some(of), Some(at)) if of == at => of.clone(),
        (Some(of), Some(at)) => [of, " → ", at].concat(),
        (of, at) => of.as_ref().or(at.as_ref()).cloned().unwrap_or_default(),
    }
}

impl Line {
    /// As the ledger shows it, a cell a column.
    fn cells(&self, evaluation: &Evaluation) -> Vec<String> {
        let figure = &self.figure;
        let counted = figure.counted.as_ref().map_or(String::new(), |counted| shortened(&counted.text, 160));
        let source = match self.kind {
            RowKind::Computed => ["worked out: ", &self.words].concat(),
            _ if figure.sources.is_empty() => "the article itself".to_owned(),
            _ => sources(&figure.sources),
        };
        vec![
            self.number.clone(),
            if self.kind == RowKind::Computed { ["left over of ", &counted].concat() } else { counted },
            spaced(figure.status.as_deref().unwrap_or_default()),
            places(figure),
            figure.as_of.as_deref().map(time_words).unwrap_or_default(),
            source,
            evaluation.short_name(self.article),
        ]
    }

    /// A key that sorts numbers from the least up, and what has none behind them.
    fn size(&self) -> u64 {
        let number = self.figure.low.or(self.figure.high);
        let number = number.filter(|_| self.kind != RowKind::Unknown);
        number.map_or(u64::MAX, |number| {
            // Floating-point numbers sort as their bits do, negative ones the other way round.
            let bits = number.to_bits();
            if number.is_sign_negative() { !bits } else { bits | 1 << 63 }
        })
    }
}

/// The lines in the order of the state's option, and that order's column and direction.
fn sorted<'a>(evaluation: &'a Evaluation, lines: &mut Vec<Line>) -> (&'a str, bool) {
    let order = evaluation.state.view.option("sort").unwrap_or("article");
    let (column, down) = order.strip_prefix('-').map_or((order, false), |column| (column, true));
    let at = COLUMNS.iter().position(|(_, option)| *option == column).unwrap_or(0);
    match column {
        "article" => {}
        "number" => by_key(lines, Line::size),
        _ => {
            // What has nothing there comes last.
            let mut named: Vec<((bool, String), Line)> = lines
                .drain(..)
                .map(|line| {
                    let cell = fold(&line.cells(evaluation)[at]);
                    ((cell.is_empty(), cell), line)
                })
                .collect();
            by(&mut named, |a, b| a.0.cmp(&b.0));
            lines.extend(named.into_iter().map(|(_, line)| line));
        }
    }
    if down {
        lines.reverse();
    }
    (column, down)
}

/// The ledger in a state.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn ledger(evaluation: &Evaluation) -> Result<Ledger, Error> {
    let state = evaluation.state;
    let mut lines = lines(evaluation, false)?;
    let (column, down) = sorted(evaluation, &mut lines);
    let total = lines.len();
    let shown = state.view.number("rows", STEP);
    let header = |(label, option): (&'static str, &'static str)| {
        let here = option == column;
        let turned = match (here, down) {
            (true, false) => ["-", option].concat(),
            _ if option == "article" => String::new(),
            _ => option.to_owned(),
        };
        LedgerColumn {
            label,
            sorted: if !here {
                "none"
            } else if down {
                "descending"
            } else {
                "ascending"
            },
            to: state.with_view(state.view.with("sort", &turned)),
        }
    };
    lines.truncate(shown);
    Ok(Ledger {
        sentence: sentence(&lines),
        columns: COLUMNS.into_iter().map(header).collect(),
        rows: each(&lines, |line| row(evaluation, line))?,
        total: total as u32,
        more: state.more("rows", total, shown, STEP),
        empty: if total == 0 { Some(empty(evaluation)?) } else { None },
    })
}

fn sentence(lines: &[Line]) -> String {
    let mut out = "Every number as its article gives it; each row leads to its sentence.".to_owned();
    if lines.iter().any(|line| line.kind == RowKind::Computed) {
        out.push_str(" In italics: what is left over of a whole, worked out here and said by no article.");
    }
    out
}

fn row(evaluation: &Evaluation, line: &Line) -> Result<LedgerRow, Error> {
    let text = evaluation.edition.text(line.article)?;
    let selection = evaluation.part_link(line.article, line.kind.part(), line.ordinal, line.figure.span.of(text));
    Ok(LedgerRow {
        kind: line.kind.word(),
        cells: line.cells(evaluation),
        selected: line.kind != RowKind::Computed && evaluation.state.select.contains(&selection),
        to: evaluation.opening(selection),
    })
}

/// Why no figure is left, and what would help.
fn empty(evaluation: &Evaluation) -> Result<Empty, Error> {
    if evaluation.figure_total()? == 0 {
        return Ok(Empty { sentence: "No figure was found in these articles.".to_owned(), remedies: Vec::new() });
    }
    if evaluation.found.is_empty()
        && let Some(empty) = evaluation.empty()?
    {
        return Ok(empty);
    }
    let state = evaluation.state;
    let choice = |label: &str, state: State| Choice { label: label.to_owned(), selected: false, to: state.address() };
    let mut remedies = Vec::new();
    if !state.filters.is_empty() {
        remedies.push(choice("Remove all filters", State { filters: Vec::new(), ..state.clone() }));
    }
    if !state.query.is_empty() {
        remedies.push(choice("Remove the search", state.with_query("")));
    }
    let sentence = match state.filters.is_empty() {
        true => "No figure stands in the articles that this search leaves.",
        false => "No figure is left by these filters.",
    };
    Ok(Empty { sentence: sentence.to_owned(), remedies })
}

/// The table of the ledger: every line that is left, in its order, with all that is known of it.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn table(evaluation: &Evaluation) -> Result<Table, Error> {
    let mut lines = lines(evaluation, true)?;
    sorted(evaluation, &mut lines);
    Ok(Table {
        caption: "Figures".into(),
        columns: columns(&[
            ("Figure", false),
            ("Least", true),
            ("Most", true),
            ("Bound", false),
            ("Kind", false),
            ("Unit", false),
            ("Of whom or what", false),
            ("What happened", false),
            ("Who", false),
            ("From", false),
            ("At", false),
            ("As of", false),
            ("Who says", false),
            ("Outlet", false),
            ("Article", false),
            ("Sentence", false),
            ("How it is known", false),
            ("Found by", false),
            ("Link", false),
        ]),
        rows: each(&lines, |line| table_row(evaluation, line))?,
    })
}

/// What was said, or nothing.
fn said(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or_default()
}

fn table_row(evaluation: &Evaluation, line: &Line) -> Result<Vec<super::screen::Cell>, Error> {
    let head = &evaluation.heads[line.article as usize];
    let figure = &line.figure;
    let row = row(evaluation, line)?;
    let number = |end: Option<f64>| end.map(quantity).unwrap_or_default();
    let known = match line.kind {
        RowKind::Computed => "worked out, said by no article",
        RowKind::Unknown => "the article says that it is not known",
        _ if figure.by_hand => "corrected by hand",
        _ => "read in the article",
    };
    let bound = if line.kind == RowKind::Unknown { "" } else { figure.bound.word() };
    let kind = if line.kind == RowKind::Unknown { "" } else { figure_kind(figure.kind) };
    let texts = [
        line.words.as_str(),
        &number(figure.low),
        &number(figure.high),
        bound,
        kind,
        said(&figure.unit),
        figure.counted.as_ref().map_or("", |counted| counted.text.as_str()),
        said(&figure.status),
        &figure.population.join(", "),
        said(&figure.of_place),
        said(&figure.at_place),
        said(&figure.as_of),
        &sources(&figure.sources),
        said(&head.outlet),
        &head.title,
        &line.sentence,
        known,
        &line.rules,
        &row.to,
    ];
    Ok(cells(&texts, &row.to))
}
