//! The table of words of which temporal expressions are made.

use super::value::{Part, Season, Unit};
use std::sync::LazyLock;

/// What a word is to a temporal expression.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::extract) enum Word {
    /// Nothing.
    #[default]
    Other,
    /// Up to four digits, with how many there are.
    Digits(u16, u8),
    /// A clock time in digits: `16:21`.
    Clock(u8, u8),
    /// Another numeral: `1,000`, `22.8`, `5.6.2016`.
    Numeral,
    /// The article, or a possessive pronoun.
    Article,
    /// A month.
    Month(u8),
    /// A month, abbreviated.
    ShortMonth(u8),
    /// A day of the week, 1 is Monday.
    Weekday(u8),
    /// A day of the week, abbreviated.
    ShortWeekday(u8),
    /// Each such day of the week.
    Weekdays(u8),
    /// A season.
    Season(Season),
    /// One unit of time.
    Unit(Unit),
    /// Several units of time.
    Units(Unit),
    /// A number word up to nineteen.
    One(u8),
    /// A number word for tens, and `hundred`.
    Tens(u8),
    /// An ordinal in words.
    Ordinal(u8),
    /// A part of the day.
    Part(Part),
    /// Such parts of each day.
    Parts(Part),
    /// Which one it is: `last`, `next`, `this`.
    Frame(Frame),
    /// Which end of it: `early`, `late`, `end`.
    Edge(Edge),
    /// An indefinite number: `several`.
    Vague,
    /// An adverb of frequency: `daily`.
    Often(Unit),
    /// `every`, `each`, `per`.
    Each,
    /// A time told from when somebody speaks: `today`.
    Speech(Speech),
    /// `ago`.
    Ago,
    /// The first word of an expression of several, and nothing by itself: `date`, `present`.
    First,
}

/// Which of several times is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(in crate::extract) enum Frame {
    Last,
    Next,
    This,
    Past,
    Coming,
    Previous,
    Following,
    Same,
    That,
    These,
    Those,
    Recent,
}

/// Which end of a time is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(in crate::extract) enum Edge {
    Early,
    Late,
    Mid,
    Start,
    Middle,
    End,
    Earlier,
    Later,
    Half,
    Eve,
    Some,
}

/// A time told from when somebody speaks or writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(in crate::extract) enum Speech {
    Today,
    Tonight,
    Yesterday,
    Tomorrow,
    Now,
    Recently,
    Future,
    Noon,
    Midnight,
}

const TABLE: &str = crate::lexicon::headless!("words.txt");
const SLOTS: usize = 1024;

/// Words by the hash of their bytes, with the next free slot taken where two fall together.
struct Table(Vec<(&'static str, Word)>);

static WORDS: LazyLock<Table> = LazyLock::new(|| {
    let mut slots = vec![("", Word::Other); SLOTS];
    for (word, class) in rows() {
        let mut at = slot(word);
        while !slots[at].0.is_empty() {
            at = (at + 1) % SLOTS;
        }
        slots[at] = (word, class.unwrap_or_default());
    }
    Table(slots)
});

/// FNV-1a, folded to the size of the table.
fn slot(word: &str) -> usize {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 15) as usize % SLOTS
}

pub(super) fn rows() -> impl Iterator<Item = (&'static str, Option<Word>)> {
    TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| {
        let (word, class) = line.split_once(' ').unwrap_or((line, ""));
        (word, self::class(class))
    })
}

/// The class of a folded word.
pub(in crate::extract) fn word(folded: &str) -> Word {
    if folded.len() > 12 {
        return Word::Other;
    }
    let mut at = slot(folded);
    loop {
        match WORDS.0.get(at) {
            Some((known, class)) if *known == folded => return *class,
            Some((known, _)) if !known.is_empty() => at = (at + 1) % SLOTS,
            _ => return Word::Other,
        }
    }
}

fn class(text: &str) -> Option<Word> {
    let (name, value) = text.split_once(' ').unwrap_or((text, ""));
    let number = || value.parse::<u8>().ok();
    Some(match name {
        "article" => Word::Article,
        "month" => Word::Month(number()?),
        "short-month" => Word::ShortMonth(number()?),
        "weekday" => Word::Weekday(number()?),
        "short-weekday" => Word::ShortWeekday(number()?),
        "weekdays" => Word::Weekdays(number()?),
        "season" => Word::Season(Season::named(value)?),
        "unit" => Word::Unit(Unit::named(value)?),
        "units" => Word::Units(Unit::named(value)?),
        "one" => Word::One(number()?),
        "tens" => Word::Tens(number()?),
        "ordinal" => Word::Ordinal(number()?),
        "part" => Word::Part(Part::named(value)?),
        "parts" => Word::Parts(Part::named(value)?),
        "frame" => Word::Frame(frame(value)?),
        "edge" => Word::Edge(edge(value)?),
        "vague" => Word::Vague,
        "often" => Word::Often(Unit::named(value)?),
        "each" => Word::Each,
        "speech" => Word::Speech(speech(value)?),
        "shift" => Word::Ago,
        "other" => Word::First,
        _ => return None,
    })
}

fn frame(name: &str) -> Option<Frame> {
    Some(match name {
        "last" => Frame::Last,
        "next" => Frame::Next,
        "this" => Frame::This,
        "past" => Frame::Past,
        "coming" => Frame::Coming,
        "previous" => Frame::Previous,
        "following" => Frame::Following,
        "same" => Frame::Same,
        "that" => Frame::That,
        "these" => Frame::These,
        "those" => Frame::Those,
        "recent" => Frame::Recent,
        _ => return None,
    })
}

fn edge(name: &str) -> Option<Edge> {
    Some(match name {
        "early" => Edge::Early,
        "late" => Edge::Late,
        "mid" => Edge::Mid,
        "start" => Edge::Start,
        "middle" => Edge::Middle,
        "end" => Edge::End,
        "earlier" => Edge::Earlier,
        "later" => Edge::Later,
        "half" => Edge::Half,
        "eve" => Edge::Eve,
        "some" => Edge::Some,
        _ => return None,
    })
}

fn speech(name: &str) -> Option<Speech> {
    Some(match name {
        "today" => Speech::Today,
        "tonight" => Speech::Tonight,
        "yesterday" => Speech::Yesterday,
        "tomorrow" => Speech::Tomorrow,
        "now" => Speech::Now,
        "recently" => Speech::Recently,
        "future" => Speech::Future,
        "noon" => Speech::Noon,
        "midnight" => Speech::Midnight,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_folded_and_read() {
        let words: Vec<&str> = rows().map(|(word, _)| word).collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]), "sorted, none twice");
        for (name, class) in rows() {
            assert!(class.is_some(), "{name}");
            assert_eq!(name, crate::text::fold(name));
            assert_eq!(Some(word(name)), class, "{name}");
        }
    }

    #[test]
    fn other_words_are_nothing() {
        assert_eq!(word("april"), Word::Month(4));
        for other in ["", "war", "aprils", "internationally"] {
            assert_eq!(word(other), Word::Other, "{other}");
        }
    }
}
