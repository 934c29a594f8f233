//! Standard output, in large pieces.

use std::io::{self, BufWriter, Stdout, Write};

/// Where results go. Whoever reads them may stop at any time.
pub struct Output {
    out: BufWriter<Stdout>,
    failure: Option<io::Error>,
}

impl Default for Output {
    fn default() -> Self {
        Self { out: BufWriter::with_capacity(1 << 16, io::stdout()), failure: None }
    }
}

impl Output {
    /// Writes a line or several. False: nobody reads any more, or it cannot be written.
    pub fn write(&mut self, text: &str) -> bool {
        let done = self.out.write_all(text.as_bytes()).and_then(|()| self.out.write_all(b"\n"));
        self.keep(done)
    }

    /// Sends on what was written. False: as for [`Output::write`].
    pub fn flush(&mut self) -> bool {
        let done = self.out.flush();
        self.keep(done)
    }

    fn keep(&mut self, done: io::Result<()>) -> bool {
        self.failure = self.failure.take().or(done.err());
        self.failure.is_none()
    }

    /// Sends on the rest.
    ///
    /// # Errors
    ///
    /// Something could not be written. That a reader went away is none.
    pub fn finish(mut self) -> io::Result<()> {
        self.flush();
        match self.failure.take() {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        }
    }
}
