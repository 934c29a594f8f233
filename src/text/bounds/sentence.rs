//! Where Unicode ends a sentence.

use super::{Table, classes};

/// What a character is to sentences, in the order of `make.py`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    ATerm,
    Close,
    Cr,
    Extend,
    Format,
    Lf,
    Lower,
    Numeric,
    OLetter,
    SContinue,
    Sep,
    Sp,
    STerm,
    Upper,
    Other,
}

use Class::{ATerm, Close, Cr, Extend, Format, Lf, Lower, Numeric, OLetter, Other, SContinue, STerm, Sep, Sp, Upper};

const CLASSES: [Class; 14] =
    [ATerm, Close, Cr, Extend, Format, Lf, Lower, Numeric, OLetter, SContinue, Sep, Sp, STerm, Upper];

fn class(table: &Table, character: char) -> Class {
    CLASSES.get(usize::from(table.class(character))).copied().unwrap_or(Other)
}

/// The sentences of a text, with the byte at which each begins, as
/// [UAX #29](https://www.unicode.org/reports/tr29/#Sentence_Boundaries) parts them: white space behind a sentence is part of
/// it.
pub fn unicode_sentences(text: &str) -> Vec<(usize, &str)> {
    sentences_by(&Table::read(classes::SENTENCE), text)
}

fn sentences_by<'t>(table: &Table, text: &'t str) -> Vec<(usize, &'t str)> {
    let characters: Vec<(usize, Class)> = text.char_indices().map(|(at, c)| (at, class(table, c))).collect();
    let mut found = Vec::new();
    let (mut start, mut state) = (0, State::default());
    let lower_follows = lower_follows(&characters);
    for (index, (at, class)) in characters.iter().enumerate() {
        if index > 0 && state.ends_before(*class, lower_follows[index]) {
            found.push((start, &text[start..*at]));
            start = *at;
        }
        state.take(*class);
    }
    if start < text.len() {
        found.push((start, &text[start..]));
    }
    found
}

/// For each place whether a small letter is the first that comes of what ends the search of rule SB8.
fn lower_follows(characters: &[(usize, Class)]) -> Vec<bool> {
    let mut follows = vec![false; characters.len()];
    let mut next = false;
    for (index, (_, class)) in characters.iter().enumerate().rev() {
        next = match class {
            Lower => true,
            OLetter | Upper | Sep | Cr | Lf | STerm | ATerm => false,
            _ => next,
        };
        follows[index] = next;
    }
    follows
}

/// How far a sentence has come to its end: `SATerm Close* Sp*`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd)]
enum Stage {
    #[default]
    Within,
    Stop,
    Closed,
    Spaced,
}

/// What was read up to a place.
#[derive(Default)]
struct State {
    stage: Stage,
    /// Whether the stop is one that an abbreviation may have.
    weak: bool,
    /// Whether a letter with case stands directly before the stop.
    lettered: bool,
    last: Option<Class>,
}

impl State {
    /// Whether a sentence ends before a character of this class.
    fn ends_before(&self, class: Class, lower_follows: bool) -> bool {
        let ended = self.stage > Stage::Within;
        match class {
            // SB3, SB4
            Lf if self.last == Some(Cr) => false,
            _ if matches!(self.last, Some(Sep | Cr | Lf)) => true,
            // SB5 to SB7
            Extend | Format => false,
            Numeric if self.stage == Stage::Stop && self.weak => false,
            Upper if self.stage == Stage::Stop && self.weak && self.lettered => false,
            // SB8, SB8a
            _ if ended && self.weak && lower_follows => false,
            SContinue | STerm | ATerm if ended => false,
            // SB9, SB10
            Close if matches!(self.stage, Stage::Stop | Stage::Closed) => false,
            Sp | Sep | Cr | Lf if ended => false,
            // SB11, SB998
            _ => ended,
        }
    }

    fn take(&mut self, class: Class) {
        // SB5: these change nothing, save at the beginning and behind a line's end.
        if matches!(class, Extend | Format) && !matches!(self.last, None | Some(Sep | Cr | Lf)) {
            return;
        }
        let before = self.last.replace(class);
        self.stage = match (class, self.stage) {
            (ATerm | STerm, _) => {
                self.weak = class == ATerm;
                self.lettered = matches!(before, Some(Upper | Lower));
                Stage::Stop
            }
            (Close, Stage::Stop | Stage::Closed) => Stage::Closed,
            (Sp, Stage::Stop | Stage::Closed | Stage::Spaced) => Stage::Spaced,
            // A line's end behind a stop ends the sentence in any case (SB4).
            _ => Stage::Within,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn same(table: &Table, text: &str) {
        let expected: Vec<(usize, &str)> = text.split_sentence_bound_indices().collect();
        assert_eq!(sentences_by(table, text), expected, "{text:?}");
    }

    #[test]
    fn every_character_is_what_unicode_says() {
        // Each of these tells some classes from the others.
        let table = Table::read(classes::SENTENCE);
        for character in '\0'..=char::MAX {
            for around in [("a.", "A"), ("a.", " A"), ("", ".A"), ("a. ", "1"), ("\r", "a"), ("a! ", "a")] {
                same(&table, &format!("{}{character}{}", around.0, around.1));
            }
        }
    }

    #[test]
    fn the_table_is_whole() {
        let table = Table::read(classes::SENTENCE);
        assert!(table.ranges.len() > 2000 && table.ranges.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(class(&table, '.'), ATerm);
        assert_eq!((class(&table, 'A'), class(&table, 'か'), class(&table, '。')), (Upper, OLetter, STerm));
        assert_eq!(unicode_sentences(""), []);
    }

    proptest! {
        #[test]
        fn sentences_are_those_of_unicode(text in any::<String>()) {
            same(&Table::read(classes::SENTENCE), &text);
        }

        #[test]
        fn sentences_thick_with_stops_are_those_of_unicode(pieces in prop::collection::vec(prop::sample::select(
            vec!["a", "A", "B.", ".", "?", "!", "。", "か", " ", "\u{a0}", "\n", "\r", "\r\n", "\u{2029}", "1", ",", "“", "”", ")",
                "\u{301}", "\u{ad}", "–", ":", "...", "ا", "؟"]), 0..40)) {
            same(&Table::read(classes::SENTENCE), &pieces.concat());
        }
    }
}
