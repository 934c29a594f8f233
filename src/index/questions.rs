//! What the articles count between them.
//!
//! ```text
//! counts of questions · figures · sources · passages
//! of each figure, article by article, its question plus one; 0 for none
//! of the figures of questions of several: their class in each of four scopes, and whether they differ from another, a column each
//! of each question of several, scope by scope: how its classes lie to each other, a number for each pair
//! of each source, in order of its folded name, its kind
//! of each passage its columns: first article, start, length, second article, start, length, words, whether quoted
//! of each question its columns: titled by hand, bytes of its id, of its title, of its unit
//! all ids, titles and units, one behind the other, UTF-8
//! ```
//!
//! A figure is named by its place among all figures, in the order of the articles. What can be said again is not stored: sums
//! and what is left of them follow from the facts, relations from the facts and these classes. Pairs of figures are many,
//! pairs of classes few: a question of 10,000 figures costs six numbers a figure, and at the most some thousands a scope.
//! What the numbers of scopes and kinds mean is not for this layer to know.

use super::Error;
use super::format::{Kind, cursor};
use super::varint::{Cursor, put};
use crate::compare::{Answer, Asked, MOST_CLASSES, Questions, Shared, UNCLEAR, pairs};
use crate::text::Span;

impl Questions {
    /// The bytes of the block.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let counts = [self.questions.len(), self.answers.len(), self.sources.len(), self.passages.len()];
        counts.iter().for_each(|count| put(&mut out, *count as u64));
        self.answers.iter().for_each(|answer| put(&mut out, answer.question.map_or(0, |at| u64::from(at) + 1)));
        let several = self.is_of_several();
        let is_several = |answer: &&Answer| answer.question.is_some_and(|question| several[question as usize]);
        let members: Vec<&Answer> = self.answers.iter().filter(is_several).collect();
        for scope in 0..4 {
            members.iter().for_each(|answer| put(&mut out, answer.classes[scope].into()));
        }
        out.extend(members.iter().map(|answer| u8::from(answer.differs)));
        for (question, _) in self.questions.iter().zip(&several).filter(|(_, several)| **several) {
            question.tables.iter().flatten().for_each(|code| put(&mut out, (*code).into()));
        }
        self.sources.iter().for_each(|kind| put(&mut out, (*kind).into()));
        let columns: [fn(&Shared) -> u32; 8] = [
            |passage| passage.sides[0].0,
            |passage| passage.sides[0].1.start,
            |passage| passage.sides[0].1.len() as u32,
            |passage| passage.sides[1].0,
            |passage| passage.sides[1].1.start,
            |passage| passage.sides[1].1.len() as u32,
            |passage| passage.words,
            |passage| passage.quoted.into(),
        ];
        for column in columns {
            self.passages.iter().for_each(|passage| put(&mut out, column(passage).into()));
        }
        out.extend(self.questions.iter().map(|question| u8::from(question.titled_by_hand)));
        let texts = || TEXTS.iter().flat_map(|text| self.questions.iter().map(text));
        texts().for_each(|text| put(&mut out, text.len() as u64));
        texts().for_each(|text| out.extend(text.as_bytes()));
        out
    }

    /// Reads the block of a corpus with so many figures, whose articles have texts of these lengths.
    pub(super) fn read(bytes: &[u8], figures: u32, texts: &dyn Fn(u32) -> u32) -> Result<Self, Error> {
        let mut from = cursor(bytes, Kind::Questions);
        let counts = numbers(&mut from, 4)?;
        let [questions, answers, sources, passages] = [0, 1, 2, 3].map(|place| at(&counts, place) as usize);
        let asked = numbers(&mut from, answers)?;
        // Each question has a byte at the least further on: more than there are bytes are none.
        from.clone().take(questions)?;
        if answers != figures as usize || asked.iter().any(|question| *question as usize > questions) {
            return Err(from.damaged());
        }
        let mut found = Self {
            questions: vec![Asked::default(); questions],
            answers: asked.iter().map(|at| Answer { question: at.checked_sub(1), ..Answer::default() }).collect(),
            ..Self::default()
        };
        let several = found.is_of_several();
        let is_member = |answer: &Answer| answer.question.is_some_and(|question| several[question as usize]);
        let members = found.answers.iter().filter(|answer| is_member(answer)).count();
        let columns = numbers(&mut from, members * 5)?;
        let mut most = vec![[0; 4]; questions];
        for (row, answer) in found.answers.iter_mut().filter(|answer| is_member(answer)).enumerate() {
            for scope in 0..4 {
                let class = at(&columns, scope * members + row).min(MOST_CLASSES.into()) as u8;
                answer.classes[scope] = class;
                let most = &mut most[answer.question.unwrap_or(0) as usize][scope];
                *most = (class + 1).min(MOST_CLASSES).max(*most);
            }
            answer.differs = at(&columns, 4 * members + row) != 0;
        }
        for (question, most) in found.questions.iter_mut().zip(most) {
            for (table, classes) in question.tables.iter_mut().zip(most) {
                *table = narrow(numbers(&mut from, pairs(classes))?);
            }
        }
        found.sources = narrow(numbers(&mut from, sources)?);
        let columns = numbers(&mut from, passages.saturating_mul(8))?;
        for row in 0..passages {
            let number = |column: usize| at(&columns, column * passages + row);
            let side = |column: usize| {
                let (start, length) = (number(column + 1), number(column + 2));
                (number(column), Span { start, end: start.saturating_add(length) })
            };
            let shared = Shared { sides: [side(0), side(3)], words: number(6), quoted: number(7) != 0 };
            if shared.sides.iter().any(|(article, span)| span.end > texts(*article)) {
                return Err(from.damaged());
            }
            found.passages.push(shared);
        }
        let columns = numbers(&mut from, questions * 4)?;
        for column in 1..4 {
            for (place, question) in found.questions.iter_mut().enumerate() {
                question.titled_by_hand = at(&columns, place) != 0;
                let text = from.text(at(&columns, column * questions + place) as usize)?;
                *[&mut question.id, &mut question.title, &mut question.unit][column - 1] = text;
            }
        }
        from.finish()?;
        Ok(found)
    }
}

/// The next numbers.
#[inline(never)]
fn numbers(from: &mut Cursor<'_>, count: usize) -> Result<Vec<u32>, Error> {
    let mut found = Vec::new();
    for _ in 0..count {
        found.push(from.number()?);
    }
    Ok(found)
}

/// The number of a place.
#[inline(never)]
fn at(numbers: &[u32], place: usize) -> u32 {
    numbers.get(place).copied().unwrap_or(0)
}

/// Small numbers; what is greater is what is not clear.
fn narrow(numbers: Vec<u32>) -> Vec<u8> {
    numbers.into_iter().map(|number| number.min(UNCLEAR.into()) as u8).collect()
}

/// The texts of a question, in the order of their columns.
const TEXTS: [fn(&Asked) -> &String; 3] =
    [|question| &question.id, |question| &question.title, |question| &question.unit];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_questions() -> impl Strategy<Value = Questions> {
        let answers = prop::collection::vec((prop::option::of(0u32..4), any::<[bool; 5]>()), 0..12);
        let side = || {
            (0u32..3, 0u32..50, 0u32..50).prop_map(|(article, a, b)| (article, Span { start: a.min(b), end: a.max(b) }))
        };
        let passages = prop::collection::vec((side(), side(), any::<u32>(), any::<bool>()), 0..3);
        let texts = prop::collection::vec(any::<(String, String, String, bool)>(), 4);
        (answers, passages, texts, any::<Vec<u8>>()).prop_map(|(answers, passages, texts, sources)| {
            let question =
                |(id, title, unit, titled_by_hand)| Asked { id, title, unit, titled_by_hand, ..Asked::default() };
            let shared = |(one, other, words, quoted)| Shared { sides: [one, other], words, quoted };
            let mut found = Questions {
                questions: texts.into_iter().map(question).collect(),
                answers: answers
                    .iter()
                    .map(|(question, _)| Answer { question: *question, ..Answer::default() })
                    .collect(),
                sources,
                passages: passages.into_iter().map(shared).collect(),
            };
            let several = found.is_of_several();
            for (answer, (_, bits)) in found.answers.iter_mut().zip(answers) {
                let Some(question) = answer.question.filter(|question| several[*question as usize]) else { continue };
                answer.classes = core::array::from_fn(|scope| u8::from(bits[scope]));
                answer.differs = bits[4];
                for (table, class) in found.questions[question as usize].tables.iter_mut().zip(answer.classes) {
                    if class > 0 {
                        *table = vec![5];
                    }
                }
            }
            found
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(questions in any_questions()) {
            let read = Questions::read(&questions.write(), questions.answers.len() as u32, &|_| 50);
            prop_assert_eq!(read, Ok(questions));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>, figures in 0u32..5) {
            if let Ok(read) = Questions::read(&bytes, figures, &|_| 9) {
                for pair in 0..25 {
                    let _ = read.scopes(pair / 5, pair % 5);
                }
            }
        }
    }
}
