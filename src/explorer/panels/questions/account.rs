//! A figure as an account of its question, and its mark.

use crate::compare::Questions;
use crate::compare::{Interval, Side};
use crate::explorer::card::{spaced, sum};
use crate::explorer::columns::{Columns, Row, RowKind};
use crate::explorer::evaluation::Evaluation;
use crate::explorer::filter::Field;
use crate::explorer::quantity::interval;
use crate::explorer::runs::shortened;
use crate::explorer::screen::{MOST_MARKS, QuestionMark};
use crate::explorer::selection::{Part, Selection};
use crate::extract::{Bound, Facts, Figure, Remainder, remainders};
use crate::index::Error;
use std::borrow::Cow;

/// Characters of a name or of words on a mark.
const LONGEST: usize = 120;

/// What is looked at for all accounts.
#[derive(Clone, Copy)]
pub(super) struct Corpus<'a> {
    pub evaluation: &'a Evaluation<'a>,
    pub questions: &'a Questions,
    pub columns: &'a Columns,
}

/// A figure, or what is left over of one.
pub(super) struct Account<'a> {
    pub row: &'a Row,
    pub facts: &'a Facts,
    pub text: &'a str,
    /// Of what was worked out, as a figure that no article said.
    pub figure: Cow<'a, Figure>,
    /// What was worked out.
    pub remainder: Option<Remainder>,
}

impl<'a> Corpus<'a> {
    /// The account of a row.
    ///
    /// # Errors
    /// A block that is needed for it is damaged.
    #[inline(never)]
    pub fn account(&self, row: &'a Row) -> Result<Account<'a>, Error> {
        let edition = self.evaluation.edition;
        let (facts, text) = (&edition.facts(row.article)?.facts, edition.text(row.article)?);
        let at = row.ordinal as usize;
        let remainder = if row.kind == RowKind::Computed { remainders(facts).into_iter().nth(at) } else { None };
        let figure = match &remainder {
            Some(remainder) => Cow::Owned(remainder.as_figure(facts)),
            None => Cow::Borrowed(&facts.figures[at]),
        };
        Ok(Account { row, facts, text, figure, remainder })
    }

    /// The id of the mark of an article's figure.
    pub fn id(&self, article: u32, letter: &str, ordinal: usize) -> String {
        [&self.evaluation.heads[article as usize].id, "!", letter, &ordinal.to_string()].concat()
    }

    /// The id of an account's mark.
    pub fn id_of(&self, account: &Account) -> String {
        let letter = if account.remainder.is_some() { "r" } else { "f" };
        self.id(account.row.article, letter, account.row.ordinal as usize)
    }

    /// The selection of a figure in an account's article.
    pub fn selection(&self, account: &Account, ordinal: usize) -> Selection {
        let words = account.facts.figures[ordinal].span.of(account.text);
        self.evaluation.part_link(account.row.article, Part::Figure, ordinal, words)
    }

    /// The selection of an account: of what was worked out that of its whole.
    pub fn selection_of(&self, account: &Account) -> Selection {
        let whole = account.remainder.as_ref().map(|remainder| remainder.whole);
        self.selection(account, whole.unwrap_or(account.row.ordinal as usize))
    }

    /// Whether an account is selected.
    pub fn is_selected(&self, account: &Account) -> bool {
        account.remainder.is_none() && self.evaluation.state.select.contains(&self.selection_of(account))
    }

    /// The mark of an account.
    pub fn mark(&self, account: &Account) -> QuestionMark {
        let (row, figure) = (account.row, account.figure.as_ref());
        let outlet = shortened(&self.evaluation.short_name(row.article), LONGEST);
        let computed = account.remainder.is_some();
        let (words, said) = match &account.remainder {
            Some(remainder) => (sum(remainder, &account.facts.figures), [&interval(figure), " left over"].concat()),
            None => {
                let words = shortened(figure.span.of(account.text), LONGEST);
                (words.clone(), words)
            }
        };
        let (source, voice) = match figure.sources.first() {
            _ if computed => ("worked out here", "computed"),
            None => ("the article itself", "article"),
            Some(source) => (source.name.as_str(), self.columns.kind_of(Field::Source, &source.name)),
        };
        let source = shortened(source, LONGEST);
        QuestionMark {
            id: self.id_of(account),
            label: [&said, ", ", &source, ", ", &outlet].concat(),
            words,
            low: figure.low,
            high: figure.high,
            shape: shape(figure),
            bound: spaced(figure.bound.word()),
            outlet,
            article: shortened(&self.evaluation.heads[row.article as usize].title, LONGEST),
            source,
            voice: if voice.is_empty() { "unknown" } else { voice },
            computed,
            differs: !computed && self.questions.answer(row.figure as usize).differs,
            selected: self.is_selected(account),
            whole: figure.part_of.map(|whole| self.id(row.article, "f", whole)),
            to: self.evaluation.opening(self.selection_of(account)),
        }
    }
}

impl Account<'_> {
    /// The account as one side of a relation.
    pub fn side<'s>(&'s self, sources: &'s [&'s str]) -> Side<'s> {
        Side { article: self.row.article as usize, fact: &self.figure, text: self.text, sources }
    }
}

/// How a figure is drawn.
fn shape(figure: &Figure) -> &'static str {
    match (figure.bound, figure.low, figure.high) {
        (Bound::Vague, ..) => "vague",
        (_, Some(_), None) => "over",
        (_, None, _) => "under",
        (Bound::About, ..) => "about",
        (_, low, high) if low == high => "point",
        _ => "range",
    }
}

/// Which accounts are drawn: where there are too many, the two that lie farthest apart, and such as differ in their numbers,
/// before the rest.
pub(super) fn drawn(accounts: &[Account]) -> Vec<bool> {
    let mut is_drawn = vec![accounts.len() <= MOST_MARKS; accounts.len()];
    if accounts.len() <= MOST_MARKS {
        return is_drawn;
    }
    let of = |at: usize| Interval::compared(&accounts[at].figure);
    let mut kept = vec![0, 0];
    for at in 0..accounts.len() {
        let interval = of(at);
        kept[0] = if interval.high < of(kept[0]).high { at } else { kept[0] };
        kept[1] = if interval.low > of(kept[1]).low { at } else { kept[1] };
    }
    for at in 0..accounts.len() {
        if kept.len() < MOST_MARKS && kept.iter().all(|other| of(*other) != of(at)) {
            kept.push(at);
        }
    }
    let mut left = MOST_MARKS;
    for at in kept.into_iter().chain(0..accounts.len()) {
        if left > 0 && !is_drawn[at] {
            is_drawn[at] = true;
            left -= 1;
        }
    }
    is_drawn
}
