//! The lines of an input, each with its number, none longer than what is read of a file.

use crate::read::{LARGEST_FILE, Problem};
use std::io::{self, BufRead};

/// The longest line that is read, in bytes. JSON may write a letter in six bytes (`\u00e9`).
pub const LONGEST_LINE: usize = 2 * LARGEST_FILE;

/// A line that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the input, from 1.
    pub number: u32,
    /// What it says, without its end; or why it cannot be read.
    pub text: Result<String, Problem>,
}

/// Reads lines one by one. Empty ones are passed over, but counted.
pub struct Lines<R> {
    input: R,
    name: String,
    number: u32,
    ended: bool,
    longest: usize,
}

impl<R: BufRead> Lines<R> {
    /// The lines of `input`, which problems call `name`.
    pub fn new(input: R, name: impl Into<String>) -> Self {
        Self { input, name: name.into(), number: 0, ended: false, longest: LONGEST_LINE }
    }

    fn problem(&self, message: String, remedy: &str) -> Problem {
        let mut problem = Problem::new(&self.name, message, remedy);
        problem.line = Some(self.number);
        problem
    }

    /// The next line and how many bytes of it there are; of one that is too long no more than the beginning is kept.
    fn read(&mut self, line: &mut Vec<u8>) -> io::Result<usize> {
        let mut length = 0;
        loop {
            let found = match self.input.fill_buf() {
                Ok(found) => found,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let end = found.iter().position(|byte| *byte == b'\n');
            let taken = end.map_or(found.len(), |end| end + 1);
            let room = (self.longest + 1).saturating_sub(line.len()).min(taken);
            line.extend_from_slice(found.get(..room).unwrap_or_default());
            self.input.consume(taken);
            length += taken;
            if end.is_some() || taken == 0 {
                return Ok(length);
            }
        }
    }

    fn text(&self, line: Vec<u8>, length: usize) -> Result<String, Problem> {
        if length > self.longest {
            let (most, found) = (self.longest >> 20, length.div_ceil(1 << 20));
            let message = format!("expected a line of at most {most} MiB, but found {found} MiB");
            return Err(self.problem(message, "split the article"));
        }
        String::from_utf8(line).map_err(|error| {
            let at = error.utf8_error().valid_up_to() + 1;
            let message = format!("expected UTF-8, but found other bytes from byte {at} of the line on");
            self.problem(message, "write the line anew in UTF-8")
        })
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        while !self.ended {
            self.number = self.number.saturating_add(1);
            let mut line = Vec::new();
            let length = match self.read(&mut line) {
                Ok(0) => break,
                Ok(length) => length,
                Err(error) => {
                    self.ended = true;
                    let problem = self.problem(format!("cannot be read: {error}"), "check where it comes from");
                    return Some(Line { number: self.number, text: Err(problem) });
                }
            };
            while line.last().is_some_and(|byte| matches!(byte, b'\n' | b'\r')) {
                line.pop();
            }
            if self.number == 1 && line.starts_with(b"\xef\xbb\xbf") {
                line.drain(..3);
            }
            if !line.iter().all(u8::is_ascii_whitespace) || length > self.longest {
                return Some(Line { number: self.number, text: self.text(line, length) });
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(input: &[u8], longest: usize) -> Vec<(u32, String)> {
        // A small buffer, so that lines run over several.
        let mut lines = Lines::new(io::BufReader::with_capacity(3, input), "input");
        lines.longest = longest;
        let shown = |text: Result<String, Problem>| text.unwrap_or_else(|problem| problem.to_string());
        lines.map(|line| (line.number, shown(line.text))).collect()
    }

    #[test]
    fn lines_are_numbered_and_empty_ones_passed_over() {
        let found = read("\u{feff}first\r\n\n \nfourth äöü\nlast".as_bytes(), 100);
        assert_eq!(found, [(1, "first".into()), (4, "fourth äöü".into()), (5, "last".into())]);
        assert!(read(b"", 100).is_empty() && read(b"\n\n", 100).is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_told_and_the_rest_goes_on() {
        let found = read(b"good\n\xff\xfe\nmuch too long\ngood", 8);
        assert_eq!(found[0].1, "good");
        assert_eq!(
            found[1].1,
            "input:2: expected UTF-8, but found other bytes from byte 1 of the line on; write the line anew in UTF-8"
        );
        assert!(found[2].1.starts_with("input:3: expected a line of at most 0 MiB, but found 1 MiB"), "{found:?}");
        assert_eq!(found[3], (4, "good".into()));
    }
}
