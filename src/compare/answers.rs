//! What articles count between them: the questions that their figures answer, and how the answers lie to each other.
//!
//! Pairs of figures are many, pairs of classes few: figures of one population, place, time or origin are one class of that scope,
//! and each question has, scope by scope, a number for each pair of its classes.

use crate::text::Span;

/// A question as a sourcebook keeps it: what a group of figures answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Of what it is made; the same in every build while no other figure is joined.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The unit of its numbers: `people`, `count`, `age`, `percent`, or that of money or measure.
    pub unit: String,
    /// Whether the corpus gave the title.
    pub titled_by_hand: bool,
    /// Of each scope how two of its classes lie to each other: the first to the second, then the first and the second to
    /// the third … Empty in a question of one figure.
    pub tables: [Vec<u8>; 4],
}

/// A figure as the answer of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The question; none where nothing tells what is counted.
    pub question: Option<u32>,
    /// Its class in each scope.
    pub classes: [u8; 4],
    /// Whether it differs from another answer.
    pub differs: bool,
}

/// Words that two articles share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// The articles, the earlier first, each with its words.
    pub sides: [(u32, Span); 2],
    /// How many words are the same in both.
    pub words: u32,
    /// Whether they are quoted in both.
    pub quoted: bool,
}

/// What the articles count between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questions {
    /// The questions, in their order.
    pub questions: Vec<Asked>,
    /// The figures of all articles, in order.
    pub answers: Vec<Answer>,
    /// The kind of each source, in order of its folded name.
    pub sources: Vec<u8>,
    /// What articles share word for word, in order of the first, then the second.
    pub passages: Vec<Shared>,
}

/// Classes of a scope that are told apart: how those beyond lie to others is [`UNCLEAR`].
pub(crate) const MOST_CLASSES: u8 = 128;

/// What stands for what is not known of a scope.
pub(crate) const UNCLEAR: u8 = u8::MAX;

impl Questions {
    /// How two figures of one question lie to each other in each scope; true where what is given is how the second lies to the
    /// first.
    #[must_use]
    pub fn scopes(&self, first: usize, second: usize) -> [(u8, bool); 4] {
        let (a, b) = (self.answer(first), self.answer(second));
        let mut found = [(UNCLEAR, false); 4];
        let question = a.question.filter(|_| a.question == b.question);
        let Some(question) = question.and_then(|question| self.questions.get(question as usize)) else { return found };
        for (scope, lies) in found.iter_mut().enumerate() {
            let (one, other) = (a.classes[scope], b.classes[scope]);
            let (low, high) = (one.min(other), one.max(other));
            if high < MOST_CLASSES {
                let code = question.tables[scope].get(pair(low, high)).copied().unwrap_or(UNCLEAR);
                *lies = (if low == high { 0 } else { code }, one > other);
            }
        }
        found
    }

    /// A figure as an answer, by its place among all figures.
    #[must_use]
    pub fn answer(&self, figure: usize) -> Answer {
        self.answers.get(figure).copied().unwrap_or_default()
    }

    /// The figures of questions that have several: the others need no classes.
    pub(crate) fn is_of_several(&self) -> Vec<bool> {
        let mut sizes = vec![0; self.questions.len()];
        let asked = || self.answers.iter().filter_map(|answer| answer.question);
        asked().for_each(|question| sizes[question as usize] += 1);
        sizes.into_iter().map(|size: u32| size > 1).collect()
    }
}

/// How many pairs so many classes have.
pub(crate) fn pairs(classes: u8) -> usize {
    pair(0, classes)
}

/// The place of a pair of classes in a table, the lower first.
fn pair(low: u8, high: u8) -> usize {
    usize::from(high) * usize::from(high).saturating_sub(1) / 2 + usize::from(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_classes_are_looked_up_either_way() {
        let answer = |class: u8| Answer { question: Some(0), classes: [class; 4], differs: false };
        let table = vec![1, 2, 3];
        let question = Asked { tables: core::array::from_fn(|_| table.clone()), ..Asked::default() };
        let mut all = Questions {
            questions: vec![question],
            answers: [0, 1, 2, 128, 128].map(answer).to_vec(),
            ..Questions::default()
        };
        assert_eq!(all.scopes(0, 2)[0], (2, false));
        assert_eq!(all.scopes(2, 0)[0], (2, true));
        assert_eq!((all.scopes(1, 2)[3], all.scopes(1, 1)[3]), ((3, false), (0, false)));
        assert_eq!(
            (all.scopes(0, 3)[1], all.scopes(3, 4)[1], all.scopes(0, 9)[1]),
            ((255, false), (255, false), (255, false))
        );
        all.answers[1].question = None;
        assert_eq!(all.scopes(0, 1)[0], (255, false));
    }
}
