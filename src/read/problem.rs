//! What could not be read, where, and what to do about it.

use core::fmt;

/// Something in a folder that could not be read as it stands.
///
/// Printed as `seeds/sourcebook.toml:7:3: message; remedy`, with what would steer a terminal or turn the
/// direction of writing escaped: file names and texts come from anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, with the folder as it was named.
    pub file: String,
    /// The line, from 1.
    pub line: Option<u32>,
    /// The column in code points, from 1.
    pub column: Option<u32>,
    /// What is wrong: lower case, no full stop, "expected X, but found Y".
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

impl Problem {
    /// A problem of a whole file.
    #[must_use]
    pub fn new(file: impl Into<String>, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { file: file.into(), line: None, column: None, message: message.into(), remedy: remedy.into() }
    }

    /// The same problem at byte `at` of the file's `text`.
    #[must_use]
    pub fn at(mut self, text: &str, at: usize) -> Self {
        let (line, column) = place(text, at);
        self.line = Some(line);
        self.column = Some(column);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", Escaped(&self.file))?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(f, "{number}:")?;
        }
        write!(f, " {}; {}", Escaped(&self.message), Escaped(&self.remedy))
    }
}

impl core::error::Error for Problem {}

/// Line and column, both from 1, of byte `at`. Lines end at `\n`, `\r\n` or `\r`.
pub(super) fn place(text: &str, at: usize) -> (u32, u32) {
    let before = &text[..text.floor_char_boundary(at)];
    let returns = before.bytes().filter(|&byte| byte == b'\r').count();
    let feeds = before.bytes().filter(|&byte| byte == b'\n').count();
    let lines = feeds + returns - before.matches("\r\n").count();
    let column = before.rsplit(['\n', '\r']).next().map_or(0, |line| line.chars().count());
    let number = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
    (number(lines), number(column))
}

/// The longest message or remedy that is printed, in code points: both may hold what a file says.
const LONGEST: usize = 600;

/// A text with control characters and marks of direction written as escapes, cut where it is too long.
struct Escaped<'t>(&'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (count, character) in self.0.chars().enumerate() {
            if count == LONGEST {
                return write!(f, "…");
            }
            match character {
                '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{61c}' => {
                    write!(f, "{}", character.escape_unicode())?;
                }
                c if c.is_control() => write!(f, "{}", c.escape_default())?,
                c => write!(f, "{c}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_file_place_message_and_remedy() {
        let problem = Problem::new("seeds/sourcebook.toml", "expected a date, but found 7", "write 2016-06-05");
        assert_eq!(problem.to_string(), "seeds/sourcebook.toml: expected a date, but found 7; write 2016-06-05");
        let text = "a\r\nbß = 7\rc\nd";
        assert_eq!(
            problem.clone().at(text, 6).to_string(),
            "seeds/sourcebook.toml:2:3: expected a date, but found 7; write 2016-06-05"
        );
        assert_eq!(place(text, text.len()), (4, 2));
        assert_eq!(place(text, 999), (4, 2));
    }

    #[test]
    fn escapes_what_steers_a_terminal() {
        let problem = Problem::new("a\u{1b}[31m\n.txt", "is \u{202e}not text\u{9b}", "remove\tit");
        assert_eq!(problem.to_string(), "a\\u{1b}[31m\\n.txt: is \\u{202e}not text\\u{9b}; remove\\tit");
    }
}
