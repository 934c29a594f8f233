//! Finds the numbers that count or measure something: span, value, bound, kind and unit.

use super::found::Found;
use super::number::{self, Number};
use super::reading::{Reading, Taken};
use super::verdict::{Draft, Verdict};
use super::{ages, counts, ranks, refusals, scores, shares};
use crate::extract::{Bound, Document, Facts, Figure, FigureKind, Refusal, Sentence};
use crate::read::BlockKind;
use crate::text::Span;
use core::ops::Range;

type Rule = fn(&Reading<'_, '_>, &Number) -> Verdict;

/// What is asked of a number, in order; the first answer holds.
const RULES: [Rule; 9] = [
    // Ages have years in them, and hyphens: before times and compounds.
    ages::age,
    // Whatever the finder of times took is not ours.
    refusals::time,
    // Scores look like ranges, dates and telephone numbers.
    scores::score,
    refusals::form,
    // A unit is surer than any word before: `Boeing 20 percent`.
    shares::percent,
    counts::amount,
    refusals::sense,
    counts::counted,
    // Last, since whatever has a noun or a label is something else.
    counts::elided,
];

/// The figures of a document, in order, without what the text says of them. What was looked at and not taken is added
/// to the refusals.
pub(super) fn detect(document: &Document<'_>, facts: &mut Facts) -> Vec<Found> {
    let taken = Taken::of(facts);
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let title = matches!(sentence.block_kind, BlockKind::Title | BlockKind::Standfirst);
        let reading = Reading::new(document, sentence.tokens.clone(), title, &taken);
        in_sentence(&reading, sentence, &mut found, &mut facts.refusals);
    }
    found
}

fn in_sentence(reading: &Reading<'_, '_>, sentence: &Sentence, found: &mut Vec<Found>, refusals: &mut Vec<Refusal>) {
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        if !reading.document.tokens[at].numeral {
            at += 1;
            continue;
        }
        let (figure, end) = step(reading, at, sentence, found.last(), refusals);
        found.extend(figure.map(|figure| as_before(reading, figure, found)));
        at = end.max(at + 1);
    }
}

/// A number without a noun counts what the one before it counted, where that is near: `30 pupils came …, and another
/// three were …`.
fn as_before(reading: &Reading<'_, '_>, mut figure: Found, earlier: &[Found]) -> Found {
    /// How many tokens back the one before may stand.
    const NEAR: usize = 60;
    let of_age = |found: &&Found| found.figure.kind != FigureKind::Age;
    let before = earlier.iter().rfind(of_age).filter(|before| before.number.end + NEAR > figure.number.start);
    let people = before.is_some_and(|before| before.figure.kind == FigureKind::People);
    if figure.elided && figure.figure.kind == FigureKind::Count && people && !is_change(reading, &figure) {
        figure.figure.kind = FigureKind::People;
        figure.figure.rules.push("figures:kind-as-before");
    }
    figure
}

/// Whether a number is a level that something reached: `fell to 8,579.19`.
fn is_change(reading: &Reading<'_, '_>, figure: &Found) -> bool {
    figure.figure.low.is_some_and(|low| low.fract() != 0.0)
        || matches!(reading.lower_before(figure.tokens.start, 1), "at" | "by" | "below" | "above")
}

/// What begins at a token that a number may begin at, and where to go on.
fn step(
    reading: &Reading<'_, '_>,
    at: usize,
    sentence: &Sentence,
    earlier: Option<&Found>,
    refusals: &mut Vec<Refusal>,
) -> (Option<Found>, usize) {
    if let Some(share) = shares::share(reading, at) {
        let end = share.tokens.end;
        return if reading.in_time(share.tokens.clone()) {
            (None, end)
        } else {
            (Some(found_share(reading, sentence, share)), end)
        };
    }
    if let Some(rank) = ranks::rank(reading, at) {
        let end = rank.tokens.end;
        let draft = Draft {
            kind: FigureKind::Rank,
            rule: "figures:rank",
            tokens: at..rank.end,
            head: rank.head,
            elided: false,
            unit: None,
            bound: None,
            range: None,
        };
        let values = (Some(rank.value), Some(rank.value), Bound::Exact);
        return (Some(found(reading, sentence, draft, rank.tokens, values)), end);
    }
    let Some(number) = number::read(reading, at) else { return (None, at + 1) };
    for rule in RULES {
        match rule(reading, &number) {
            Verdict::Pass => {}
            Verdict::Refuse(rule) => {
                refusals.push(Refusal { span: reading.document.span_of(number.tokens.clone()), rule });
                return (None, number.tokens.end);
            }
            Verdict::Take(mut draft) => {
                let measured = matches!(draft.kind, FigureKind::Money | FigureKind::Measure | FigureKind::Percent);
                let unit = number.unit.as_ref().filter(|_| measured).map(|unit| unit.tokens.clone());
                draft.unit = draft.unit.or(unit);
                let (tokens, values) = settled(&number, &draft);
                let end = tokens.end.max(behind_noun(reading, &draft, number.tokens.end));
                return (Some(found(reading, sentence, draft, tokens, values)), end);
            }
        }
    }
    if let Some(earlier) = earlier.filter(|earlier| is_gapped(reading, &number, earlier)) {
        let tokens = number.start..number.end;
        let Verdict::Take(draft) = Verdict::take(earlier.figure.kind, GAPPED, tokens, None).elided() else {
            return (None, number.tokens.end);
        };
        let (tokens, values) = settled(&number, &draft);
        return (Some(found(reading, sentence, draft, tokens, values)), number.tokens.end);
    }
    refusals.push(Refusal { span: reading.document.span_of(number.tokens.clone()), rule: "refused:counts-nothing" });
    (None, number.tokens.end)
}

/// The rule of a number whose noun and verb are those of the one before: `4,249 are in Liberia, 3,252 in Guinea`.
pub(super) const GAPPED: &str = "figures:gapped";

/// Whether a number shares noun and verb with the one before: joined to its clause, with a place of its own.
fn is_gapped(reading: &Reading<'_, '_>, number: &Number, earlier: &Found) -> bool {
    let counts = matches!(earlier.figure.kind, FigureKind::People | FigureKind::Count);
    let before = number.start.wrapping_sub(1);
    let joined = reading.is_mark(before, ',') || matches!(reading.lower(before), "and" | "but");
    let place = matches!(reading.lower(number.end), "in" | "from" | "at" | "on" | "near" | "outside")
        && (reading.is_capital(number.end + 1) || reading.lower(number.end + 1) == "the");
    counts
        && joined
        && place
        && number.unit.is_none()
        && earlier.tokens.start >= reading.tokens.start
        && !(earlier.tokens.end..number.start).any(|at| reading.is_mark(at, ';') || reading.is_mark(at, '“'))
}

/// Where to go on behind a counted noun: numbers within it name a model (`five Boeing 737 jets`); but `24 of the 30
/// children` has two, and so has `30 15-year-old girls`.
fn behind_noun(reading: &Reading<'_, '_>, draft: &Draft, number: usize) -> usize {
    let own = (number..draft.tokens.end).any(|at| reading.lower(at) == "of" || reading.is_hyphen(at));
    if draft.rule == "figures:counted" && !own { draft.tokens.end } else { number }
}

type Values = (Option<f64>, Option<f64>, Bound);

/// The number's tokens and values, as a rule may have changed them.
fn settled(number: &Number, draft: &Draft) -> (Range<usize>, Values) {
    let mut values = (number.low, number.high, number.bound);
    if let Some(bound) = draft.bound {
        values.2 = bound;
        match bound {
            Bound::Over | Bound::AtLeast => values.1 = None,
            Bound::Under | Bound::UpTo => values.0 = None,
            _ => {}
        }
    }
    if let Some((low, high)) = draft.range {
        (values.0, values.1) = (Some(low), Some(high));
        if draft.kind == FigureKind::Age {
            values.2 = Bound::Between;
        }
    }
    let tokens = if draft.kind == FigureKind::Score { draft.tokens.clone() } else { number.tokens.clone() };
    (tokens, values)
}

fn found_share(reading: &Reading<'_, '_>, sentence: &Sentence, share: shares::Share) -> Found {
    let end = share.end;
    let draft = Draft {
        kind: FigureKind::Percent,
        rule: share.rule,
        tokens: share.start..end,
        head: share.head,
        elided: false,
        unit: None,
        bound: None,
        range: None,
    };
    let (mut low, mut high) = (Some(share.percent), Some(share.percent));
    match share.bound {
        Bound::Over | Bound::AtLeast => high = None,
        Bound::Under | Bound::UpTo => low = None,
        _ => {}
    }
    found(reading, sentence, draft, share.tokens, (low, high, share.bound))
}

fn found(reading: &Reading<'_, '_>, sentence: &Sentence, draft: Draft, number: Range<usize>, values: Values) -> Found {
    let document = reading.document;
    // A modifier before and a unit behind are never less than the number itself.
    let tokens = draft.tokens.start.min(number.start)..draft.tokens.end.max(number.end).min(sentence.tokens.end);
    let unit = draft.unit.map(|unit| document.span_of(unit));
    let figure = Figure {
        span: document.span_of(tokens.clone()),
        number: document.span_of(number.clone()),
        low: values.0,
        high: values.1,
        bound: values.2,
        kind: draft.kind,
        unit: unit.map(|unit: Span| unit.of(document.text).to_owned()),
        sentence: sentence.span,
        rules: vec![draft.rule],
        ..Figure::default()
    };
    Found { figure, number, tokens, head: draft.head, elided: draft.elided }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Article, Block};
    use proptest::prelude::*;

    /// Pieces that the rules look at, in any order: what no editor would print must not stop them.
    const PIECES: [&str; 64] = [
        "1,000",
        "40",
        "7",
        "2016",
        "3.5",
        "0",
        "05",
        "16:21",
        "1.2.3",
        "9,99",
        "12345678901234567890123456",
        "½",
        "²",
        "two",
        "twenty",
        "hundred",
        "thousand",
        "million",
        "dozen",
        "a",
        "half",
        "quarter",
        "third",
        "one",
        "tens",
        "scores",
        "several",
        "few",
        "and",
        "or",
        "to",
        "of",
        "in",
        "every",
        "the",
        "them",
        "between",
        "from",
        "aged",
        "years",
        "old",
        "more",
        "than",
        "about",
        "at",
        "least",
        "people",
        "children",
        "Kenyans",
        "Boeing",
        "page",
        "percent",
        "%",
        "$",
        "km",
        "-",
        "–",
        "/",
        "°",
        ",",
        ".",
        "(",
        "’",
        "\u{a0}",
    ];

    fn document(text: &str) -> Article {
        let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
        Article { text: text.to_owned(), blocks, ..Article::default() }
    }

    proptest! {
        #[test]
        fn any_text_gives_figures_that_hold_their_numbers(
            pieces in prop::collection::vec((0..PIECES.len(), prop::bool::ANY), 0..24)
        ) {
            let mut text = String::new();
            for (piece, spaced) in pieces {
                text.push_str(PIECES[piece]);
                if spaced { text.push(' ') }
            }
            let article = document(&text);
            let document = Document::read(&article);
            let mut facts = Facts::default();
            let found = detect(&document, &mut facts);
            for Found { figure, number, tokens, head, .. } in &found {
                prop_assert!(figure.span.contains(figure.number) && !figure.number.is_empty());
                prop_assert!(text.get(figure.span.range()).is_some() && figure.sentence.contains(figure.span));
                prop_assert!(tokens.start <= number.start && number.end <= tokens.end);
                prop_assert!(head.is_none_or(|head| head < document.tokens.len()));
                prop_assert!(figure.low.is_none_or(f64::is_finite) && figure.high.is_none_or(f64::is_finite));
                prop_assert!(figure.low.zip(figure.high).is_none_or(|(low, high)| low <= high));
            }
            prop_assert!(found.windows(2).all(|pair| pair[0].number.start < pair[1].number.start));
        }
    }
}
