//! Where Unicode ends a word.

use std::sync::LazyLock;

use super::{Table, classes};

/// What a character is to words, in the order of `make.py`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Letter,
    Cr,
    DoubleQuote,
    Extend,
    ExtendNumLet,
    Format,
    HebrewLetter,
    Katakana,
    Lf,
    MidLetter,
    MidNum,
    MidNumLet,
    Newline,
    Numeric,
    Regional,
    SingleQuote,
    Space,
    Zwj,
    Pictographic,
    /// A letter that is drawn as a picture, too: `ℹ`.
    PictographicLetter,
    Other,
}

use Class::{
    Cr, DoubleQuote, Extend, ExtendNumLet, Format, HebrewLetter, Katakana, Letter, Lf, MidLetter, MidNum, MidNumLet,
    Newline, Numeric, Other, Pictographic, PictographicLetter, Regional, SingleQuote, Space, Zwj,
};

#[rustfmt::skip]
const CLASSES: [Class; 20] = [
    Letter, Cr, DoubleQuote, Extend, ExtendNumLet, Format, HebrewLetter, Katakana, Lf, MidLetter, MidNum, MidNumLet, Newline,
    Numeric, Regional, SingleQuote, Space, Zwj, Pictographic, PictographicLetter,
];

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(classes::WORD));

impl Class {
    /// AHLetter.
    fn is_letter(self) -> bool {
        matches!(self, Letter | HebrewLetter | PictographicLetter)
    }

    /// What WB4 passes over.
    fn is_passed_over(self) -> bool {
        matches!(self, Extend | Format | Zwj)
    }

    /// Whether a word goes on from this to what comes next.
    fn goes_on_with(self, next: Self) -> bool {
        match next {
            // WB5, WB9, WB13b
            _ if next.is_letter() => self.is_letter() || matches!(self, Numeric | ExtendNumLet),
            // WB8, WB9, WB13b
            Numeric => self.is_letter() || matches!(self, Numeric | ExtendNumLet),
            // WB13, WB13b
            Katakana => matches!(self, Katakana | ExtendNumLet),
            // WB13a
            ExtendNumLet => self.is_letter() || matches!(self, Numeric | Katakana | ExtendNumLet),
            // WB15, WB16
            Regional => self == Regional,
            _ => false,
        }
    }

    /// Whether a word goes on from this over a mark to what comes behind that.
    fn goes_on_over(self, mark: Self, next: Self) -> bool {
        match mark {
            // WB6, WB7
            MidLetter | MidNumLet | SingleQuote if self.is_letter() => next.is_letter(),
            // WB11, WB12
            MidNum | MidNumLet | SingleQuote if self == Numeric => next == Numeric,
            // WB7b, WB7c
            DoubleQuote => self == HebrewLetter && next == HebrewLetter,
            _ => false,
        }
    }
}

/// What a text falls into between the bounds of its words, spaces and marks among them, with the byte at which each begins, as
/// [UAX #29](https://www.unicode.org/reports/tr29/#Word_Boundaries) has it.
pub struct UnicodeWords<'t> {
    table: &'static Table,
    text: &'t str,
    start: usize,
}

impl<'t> UnicodeWords<'t> {
    pub fn of(text: &'t str) -> Self {
        Self { table: &TABLE, text, start: 0 }
    }

    fn class(&self, character: char) -> Class {
        CLASSES.get(usize::from(self.table.class(character))).copied().unwrap_or(Other)
    }

    /// Where the first word of a text ends, which is not empty.
    fn end(&self, text: &str) -> usize {
        let mut rest = text.chars();
        let Some(mut last) = rest.next().map(|first| self.class(first)) else { return 0 };
        // What stands directly before; `last` is what does so but for what is passed over.
        let mut before = last;
        // WB3, WB3a
        if matches!(last, Newline | Cr | Lf) {
            return if text.starts_with("\r\n") { 2 } else { text.len() - rest.as_str().len() };
        }
        loop {
            let end = text.len() - rest.as_str().len();
            let Some(class) = rest.next().map(|next| self.class(next)) else { return end };
            match class {
                // WB4
                _ if class.is_passed_over() => {}
                // WB3c
                Pictographic | PictographicLetter if before == Zwj => last = class,
                // WB3d
                Space if before == Space => {}
                // The second of a pair joins no third.
                _ if last.goes_on_with(class) => last = if class == Regional { Other } else { class },
                // What stands behind the mark goes on, so it is seen when it comes.
                _ if last.goes_on_over(class, self.behind(rest.as_str())) => {}
                // WB7a
                SingleQuote if last == HebrewLetter => last = class,
                _ => return end,
            }
            before = class;
        }
    }

    /// The first of a text that is not passed over.
    fn behind(&self, text: &str) -> Class {
        text.chars().map(|next| self.class(next)).find(|class| !class.is_passed_over()).unwrap_or(Other)
    }
}

impl<'t> Iterator for UnicodeWords<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.start;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let word = &rest[..self.end(rest)];
        self.start += word.len();
        Some((start, word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn same(text: &str) {
        let expected: Vec<(usize, &str)> = text.split_word_bound_indices().collect();
        assert_eq!(UnicodeWords::of(text).collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn every_character_is_what_unicode_says() {
        // Each of these tells some classes from the others.
        for character in '\0'..=char::MAX {
            for around in
                ["a|a", "1|1", "א|א", "|a", "|1", "|\u{30a2}", "|\u{1f1e6}", " | ", "\r|\n", "\u{200d}|", "|\u{1f600}"]
            {
                same(&around.replace('|', character.encode_utf8(&mut [0; 4])));
            }
        }
    }

    #[test]
    fn the_table_is_whole() {
        assert!(TABLE.ranges.len() > 1500 && TABLE.ranges.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(UnicodeWords::of("").next(), None);
    }

    #[test]
    fn a_joiner_before_a_picture() {
        // The library goes on over the full stop, and ends behind the first `ℹ`. Unicode does not, so it is not asked.
        let parts = |text| UnicodeWords::of(text).map(|(_, part)| part).collect::<Vec<_>>();
        assert_eq!(parts("a.\u{200d}©"), ["a", ".\u{200d}©"]);
        assert_eq!(parts("\u{200d}ℹℹ"), ["\u{200d}ℹℹ"]);
    }

    proptest! {
        #[test]
        fn words_are_those_of_unicode(text in any::<String>()) {
            same(&text);
        }

        #[test]
        fn words_thick_with_marks_are_those_of_unicode(pieces in prop::collection::vec(prop::sample::select(
            vec!["a", "A", "é", "א", "ア", "か", "字", "1", "२", "_", "'", "’", "\"", ".", ":", ",", ";", "-", " ", "\u{3000}",
                "\n", "\r", "\r\n", "\u{2028}", "\u{301}", "\u{93f}", "\u{ad}", "\u{200d}\u{301}", "\u{200d}a", "\u{1f1e6}",
                "\u{1f600}", "👩\u{200d}👧", "ℹ", "©", "🄰"]), 0..40)) {
            same(&pieces.concat());
        }
    }
}
