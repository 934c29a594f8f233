//! The folded forms of a corpus, their stems, and which of them a word of a query means.

use super::Error;
use super::format::Kind;
use super::strings::{LONGEST, Strings};
use super::terms::Terms;
use crate::order;
use crate::text;

/// The longest word that `fuzz~` is tried for, in letters.
pub const LONGEST_FUZZY: usize = 64;

/// What a word is indexed and looked up by: its folded form, of a very long one the beginning.
pub fn form(word: &str) -> String {
    let mut form = text::fold(word);
    cut(&mut form, LONGEST);
    form
}

/// The stem of a form.
pub fn stem(form: &str) -> String {
    let mut stem = text::stem(form).into_owned();
    cut(&mut stem, LONGEST);
    stem
}

fn cut(string: &mut String, longest: usize) {
    if string.len() > longest {
        string.truncate(string.floor_char_boundary(longest));
    }
}

/// How many edits a misspelt word is forgiven: one up to five letters, else two.
pub fn edits(word: &str) -> u8 {
    if word.chars().count() <= 5 { 1 } else { 2 }
}

/// Reads both lists of strings.
pub fn strings<'a>(forms: &'a [u8], stems: &'a [u8]) -> Result<(Strings<'a>, Strings<'a>), Error> {
    Ok((Strings::read(forms, Kind::Forms)?, Strings::read(stems, Kind::Stems)?))
}

/// The words of a corpus.
pub struct Dictionary<'a> {
    pub forms: Strings<'a>,
    pub stems: Strings<'a>,
    pub terms: &'a Terms,
}

impl Dictionary<'_> {
    /// The forms that share the stem of a form, in order.
    pub fn stemmed(&self, form: &str) -> Result<Vec<u32>, Error> {
        let stem = self.stems.find(&stem(form))?;
        Ok(stem.map_or(Vec::new(), |stem| self.terms.of_stem(stem).to_vec()))
    }

    /// The forms that begin with `prefix`, in order; at most `most` of them, the most frequent, and whether
    /// there are more.
    pub fn prefixed(&self, prefix: &str, most: usize) -> Result<(Vec<u32>, bool), Error> {
        let mut forms = Vec::new();
        self.forms.prefixed(prefix, |form| {
            forms.push(form);
            true
        })?;
        let more = forms.len() > most;
        if more {
            order::by_key(&mut forms, |form| (!self.count(*form)).into());
            forms.truncate(most);
            order::by_key(&mut forms, |form| (*form).into());
        }
        Ok((forms, more))
    }

    /// The forms at most so many edits away from `word`, itself among them, the most frequent first.
    pub fn near(&self, word: &str, edits: u8) -> Result<Vec<(u32, String)>, Error> {
        let word: Vec<char> = word.chars().take(LONGEST_FUZZY + 1).collect();
        if word.len() > LONGEST_FUZZY {
            return Ok(Vec::new());
        }
        let mut near = Vec::new();
        let mut distance = Distance::new(word, edits);
        self.forms.walk(0, |form, string| {
            if distance.reaches(string) {
                near.push((form, string.to_owned()));
            }
            true
        })?;
        order::by_key(&mut near, |(form, _)| (!self.count(*form)).into());
        Ok(near)
    }

    fn count(&self, form: u32) -> u32 {
        self.terms.get(form).map_or(0, |term| term.count)
    }
}

/// Optimal string alignment distance (insertion, deletion, substitution, and transposition of neighbours) from one word to
/// many that come sorted: the rows of the matrix that belong to a beginning shared with the string before are kept.
struct Distance {
    word: Vec<char>,
    most: u8,
    /// The string before, as far as rows were worked out for it.
    letters: Vec<char>,
    /// One row more than `letters`; row `i`, column `j` is the distance of the first `i` letters to the first `j` of the word.
    rows: Vec<Vec<u8>>,
}

impl Distance {
    fn new(word: Vec<char>, most: u8) -> Self {
        let first = (0..=word.len()).map(|column| column as u8).collect();
        Self { word, most, letters: Vec::new(), rows: vec![first] }
    }

    /// Whether `string` is at most `most` edits away.
    fn reaches(&mut self, string: &str) -> bool {
        let shared = string.chars().zip(&self.letters).take_while(|(a, b)| a == *b).count();
        self.letters.truncate(shared);
        self.rows.truncate(shared + 1);
        // A row without any cell in reach cannot be mended by further letters; but a transposition looks two
        // rows back, so that the row before must be out of reach too.
        for letter in string.chars().skip(shared) {
            if self.is_lost() {
                return false;
            }
            self.push(letter);
        }
        !self.is_lost() && self.rows.last().and_then(|row| row.last()).is_some_and(|distance| *distance <= self.most)
    }

    fn is_lost(&self) -> bool {
        let lost = |row: &Vec<u8>| row.iter().all(|distance| *distance > self.most);
        self.rows.len() >= 2 && self.rows.iter().rev().take(2).all(lost)
    }

    fn push(&mut self, letter: char) {
        let at = self.rows.len();
        let mut row = Vec::with_capacity(self.word.len() + 1);
        row.push(u8::try_from(at).unwrap_or(u8::MAX));
        for (column, other) in (1..).zip(&self.word) {
            let above = &self.rows[at - 1];
            let substituted = above[column - 1].saturating_add(u8::from(letter != *other));
            let mut least = substituted.min(above[column].saturating_add(1)).min(row[column - 1].saturating_add(1));
            if at > 1 && column > 1 && letter == self.word[column - 2] && self.letters[at - 2] == *other {
                least = least.min(self.rows[at - 2][column - 2].saturating_add(1));
            }
            row.push(least);
        }
        self.letters.push(letter);
        self.rows.push(row);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn distance(a: &[char], b: &[char]) -> usize {
        let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                rows[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let mut least = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    least = least.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        least = least.min(rows[i - 2][j - 2] + 1);
                    }
                    least
                };
            }
        }
        rows[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn kept_rows_give_what_a_whole_matrix_gives(
            word in "[abcé]{0,7}",
            strings in proptest::collection::btree_set("[abcé]{0,7}", 0..40),
            most in 1u8..3,
        ) {
            let letters: Vec<char> = word.chars().collect();
            let mut kept = Distance::new(letters.clone(), most);
            for string in &strings {
                let other: Vec<char> = string.chars().collect();
                prop_assert_eq!(kept.reaches(string), distance(&letters, &other) <= most.into(), "{} {}", word, string);
            }
        }
    }

    #[test]
    fn a_very_long_word_is_known_by_its_beginning() {
        let long = "é".repeat(400);
        assert_eq!(form(&long), "e".repeat(LONGEST));
        assert!(stem(&form(&long)).len() <= LONGEST);
        assert_eq!(form(&"\u{4e2d}".repeat(100)).len(), 255);
    }
}
