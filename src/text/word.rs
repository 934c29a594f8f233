//! Words of a text.

use super::Span;
use super::bounds::UnicodeWords;
use super::class::{is_alphanumeric, is_lowercase, is_uppercase};

/// The spans of the words of `text`, in order, relative to `text`.
///
/// Words are those of [UAX #29](https://www.unicode.org/reports/tr29/#Word_Boundaries) that hold a letter or
/// a digit, with what news needs on top:
///
/// - The possessive is not part of the word: `Moreno’s` → `Moreno`, `parents'` → `parents`. Contractions are
///   one word (`couldn’t`, `they’re`), also those in `’s` behind a pronoun or the like (`it’s`, `let’s`).
/// - Initialisms are one word without their last dot: `U.S.` → `U.S`.
/// - Numbers keep their separators (`200,000`, `3.5`); a hyphen parts (`well-trained` → two words).
/// - A colon parts, as does a full stop that lacks its space: `home.But` → two words, `example.org` → one.
///
/// ```
/// use sourcebook::text::words;
/// let text = "Moreno’s men couldn’t stay in the U.S.";
/// let found: Vec<&str> = words(text).map(|span| span.of(text)).collect();
/// assert_eq!(found, ["Moreno", "men", "couldn’t", "stay", "in", "the", "U.S"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    Words { text, bounds: UnicodeWords::of(text), rest: None }
}

struct Words<'t> {
    text: &'t str,
    bounds: UnicodeWords<'t>,
    /// What of the present word of UAX #29 was not given out yet, and where it begins.
    rest: Option<(usize, &'t str)>,
}

impl Iterator for Words<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            let (at, word) = match self.rest.take() {
                Some(rest) => rest,
                None => self.bounds.next()?,
            };
            let (piece, rest) = first_piece(word);
            if let Some(rest) = rest {
                self.rest = Some((at + word.len() - rest.len(), rest));
            }
            // A vowel sign that stands behind a space is one word with it to UAX #29.
            let spoken = piece.trim_start();
            let at = at + piece.len() - spoken.len();
            if spoken.chars().any(is_alphanumeric) && !self.is_possessive_of_initialism(at, spoken) {
                return Some(Span::new(at, at + without_possessive(spoken).len()));
            }
        }
    }
}

impl Words<'_> {
    /// Whether the word at `at` is the `s` of `U.S.’s`, which UAX #29 parts from its word.
    fn is_possessive_of_initialism(&self, at: usize, word: &str) -> bool {
        matches!(word, "s" | "S") && [".'", ".\u{2019}"].iter().any(|end| self.text[..at].ends_with(end))
    }
}

/// A word up to the first place that parts it, and what comes behind that place.
fn first_piece(word: &str) -> (&str, Option<&str>) {
    for (at, byte) in word.bytes().enumerate() {
        if byte == b':' || byte == b'.' && is_missing_space(&word[..at], &word[at + 1..]) {
            return (&word[..at], Some(&word[at + 1..]));
        }
    }
    (word, None)
}

/// Whether a full stop between these two ends a sentence whose space was lost: `home` and `But`.
pub(super) fn is_missing_space(before: &str, after: &str) -> bool {
    let mut backward = before.chars().rev();
    let mut forward = after.chars();
    let lower = |c: Option<char>| c.is_some_and(is_lowercase);
    lower(backward.next())
        && lower(backward.next())
        && forward.next().is_some_and(is_uppercase)
        && forward.next().is_none_or(|c| is_lowercase(c) || c.is_whitespace())
}

/// Words whose `’s` is a verb (or `us`) and not a possessive.
const CONTRACTED: [&str; 14] =
    ["he", "here", "how", "it", "let", "she", "that", "there", "this", "what", "when", "where", "who", "why"];

/// The word without `’s`, `'s` or an apostrophe at its end.
fn without_possessive(word: &str) -> &str {
    let bare = word.strip_suffix(['s', 'S']).unwrap_or(word);
    let Some(owner) = bare.strip_suffix(['\'', '\u{2019}', '\u{2bc}', '\u{ff07}']) else {
        return word;
    };
    let contracted = bare.len() < word.len() && CONTRACTED.iter().any(|c| c.eq_ignore_ascii_case(owner));
    if contracted || !owner.chars().any(is_alphanumeric) { word } else { owner }
}

#[cfg(test)]
mod tests {
    use super::words;

    fn found(text: &str) -> Vec<&str> {
        words(text).map(|span| span.of(text)).collect()
    }

    #[test]
    fn possessives_are_cut() {
        assert_eq!(found("Moreno’s Russia's RUSSIA'S"), ["Moreno", "Russia", "RUSSIA"]);
        assert_eq!(found("parents’ names, states' rights"), ["parents", "names", "states", "rights"]);
        assert_eq!(found("ʼs"), ["ʼs"]);
    }

    #[test]
    fn contractions_stay_whole() {
        assert_eq!(found("couldn’t they're It’s let's O'Neill"), ["couldn’t", "they're", "It’s", "let's", "O'Neill"]);
    }

    #[test]
    fn initialisms_and_numbers_are_one_word() {
        assert_eq!(found("U.S. troops, 200,000 of 3.5"), ["U.S", "troops", "200,000", "of", "3.5"]);
        assert_eq!(found("the U.S.’s role"), ["the", "U.S", "role"]);
    }

    #[test]
    fn separators_part() {
        assert_eq!(found("70,000-80,000"), ["70,000", "80,000"]);
        assert_eq!(found("al-Hashimi"), ["al", "Hashimi"]);
        assert_eq!(found("This is a\u{a0}fratricidal\u{a0}war"), ["This", "is", "a", "fratricidal", "war"]);
        assert_eq!(found("home.But"), ["home", "But"]);
        assert_eq!(found("Moscow:troops"), ["Moscow", "troops"]);
        assert_eq!(found("see example.org"), ["see", "example.org"]);
        assert_eq!(found("06/07/2016 - 16:21"), ["06", "07", "2016", "16", "21"]);
    }

    #[test]
    fn a_space_is_no_part_of_a_word() {
        assert_eq!(found("\t\u{114b0}"), ["\u{114b0}"]);
    }

    #[test]
    fn punctuation_alone_is_no_word() {
        assert_eq!(found("— … “ ” * … \u{200b}"), Vec::<&str>::new());
        assert_eq!(found(""), Vec::<&str>::new());
    }
}
