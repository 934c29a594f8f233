//! Scores: `won 3-1`, `a 2–0 victory`, `by 52 votes to 48`. `70-80 people` is a range.

use super::number::Number;
use super::reading::Reading;
use super::verdict::Verdict;
use super::{nouns, units};
use crate::extract::numerals::numeral;
use crate::extract::{FigureKind, Tag};

/// How far around a score its game is looked for, in tokens.
const AROUND: usize = 6;

/// The score that begins with a number.
pub(super) fn score(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    let at = number.tokens.start;
    if number.unit.is_some() || !reading.is_digits(at) && !number.words {
        return Verdict::Pass;
    }
    let Some(end) = score_end(reading, at) else { return Verdict::Pass };
    let (Some(first), Some(second)) = (value(reading, at), last_value(reading, end)) else { return Verdict::Pass };
    Verdict::take(FigureKind::Score, "figures:score", at..end, None)
        .with_range(first.min(second), first.max(second))
        .with_bound(Some(crate::extract::Bound::Exact))
}

fn value(reading: &Reading<'_, '_>, at: usize) -> Option<f64> {
    numeral(reading.document, at).filter(|numeral| numeral.tokens.end <= reading.tokens.end).map(|numeral| numeral.low)
}

fn last_value(reading: &Reading<'_, '_>, end: usize) -> Option<f64> {
    (1..=3).filter_map(|back| end.checked_sub(back)).find_map(|at| value(reading, at))
}

/// The end of `3-1`, `52 to 48`, `52 votes to 48`, where the words around are those of a game or a vote.
fn score_end(reading: &Reading<'_, '_>, at: usize) -> Option<usize> {
    let first = numeral(reading.document, at)?;
    let end = first.tokens.end;
    let dash = matches!(reading.written(end), "-" | "–" | "‑" | "−");
    let spaced = matches!(reading.written(end), "–" | "-") && reading.is_digits(end + 1) && !first.words;
    let dashed = dash && reading.is_tight(end) && reading.is_tight(end + 1) || spaced;
    let second = if dashed || reading.lower(end) == "to" {
        end + 1
    } else if matches!(reading.lower(end), "vote" | "votes") && matches!(reading.lower(end + 1), "to" | "against") {
        end + 2
    } else {
        return None;
    };
    let other = numeral(reading.document, second).filter(|other| other.tokens.end <= reading.tokens.end)?;
    let more = matches!(reading.written(other.tokens.end), "-" | "–" | "/") && reading.is_tight(other.tokens.end + 1);
    let plain = first.scale == 1.0 && other.scale == 1.0 && first.low.fract() == 0.0 && other.low.fract() == 0.0;
    let written = |at: usize| reading.written(at).len() <= 3 && !reading.written(at).contains([',', '.']);
    if !plain || !(first.words || written(at)) || !(other.words || written(second)) {
        return None;
    }
    // `lost 70-80 vehicles` is a range, and `12-18 percent`.
    let counts = first.low < other.low
        && (nouns::phrase(reading, other.tokens.end, false).is_some_and(|noun| !is_contest(reading.lower(noun.head)))
            || units::behind(reading, other.tokens.end, false).is_some());
    if counts || reading.lower(end) == "to" && !is_vote(reading, at, other.tokens.end) {
        return None;
    }
    let chained = more && reading.is_digits(other.tokens.end + 1);
    // `Belgium 3 – 0 Panama`
    let teams =
        reading.tag_before(at) == Tag::Proper && reading.tag(other.tokens.end) == Tag::Proper && first.low < 100.0;
    let game = dash && teams && other.low < 100.0 || is_game(reading, at, other.tokens.end);
    (!chained && game).then_some(other.tokens.end)
}

/// Whether a word of votes stands near: only there does `52 to 48` tell how something ended.
fn is_vote(reading: &Reading<'_, '_>, start: usize, end: usize) -> bool {
    let from = start.saturating_sub(AROUND).max(reading.tokens.start);
    let vote =
        |at: usize| matches!(reading.lower(at), "vote" | "voted" | "votes" | "ruled" | "ruling" | "decision" | "split");
    (from..end + 4).any(vote)
}

/// Whether a word of games, votes and rulings stands near.
fn is_game(reading: &Reading<'_, '_>, start: usize, end: usize) -> bool {
    let from = start.saturating_sub(AROUND).max(reading.tokens.start);
    let before = (from..end).any(|at| is_contest(reading.lower(at)));
    // `3-1 Sunday`, `a 2-2 draw`
    before || (end..end + 4).any(|at| is_contest(reading.lower(at)))
}

fn is_contest(word: &str) -> bool {
    matches!(
        word,
        "won"
            | "win"
            | "wins"
            | "winning"
            | "beat"
            | "beats"
            | "beaten"
            | "beating"
            | "lost"
            | "lose"
            | "loss"
            | "losing"
            | "defeat"
            | "defeated"
            | "defeating"
            | "victory"
            | "victories"
            | "draw"
            | "drew"
            | "tie"
            | "tied"
            | "score"
            | "scoreline"
            | "vote"
            | "voted"
            | "votes"
            | "ruling"
            | "ruled"
            | "decision"
            | "trounced"
            | "thrashed"
            | "edged"
            | "goalless"
            | "ended"
            | "finished"
            | "goal"
            | "goals"
            | "lead"
            | "led"
            | "leads"
            | "trailing"
            | "trailed"
            | "match"
            | "game"
            | "shootout"
            | "aggregate"
            | "rout"
            | "routed"
            | "upset"
            | "downed"
            | "overcame"
            | "margin"
            | "penalties"
            | "split"
    )
}
