//! Numbers of a few bytes, and a reader that never goes beyond its bytes.
//!
//! Unsigned LEB128: seven bits a byte, the lowest first; the high bit says that more follow.

use super::Error;

/// Appends a number.
pub fn put(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends the step from one number to another, which may go down: zigzag.
pub fn put_step(out: &mut Vec<u8>, from: u32, to: u32) {
    let step = i64::from(to) - i64::from(from);
    put(out, ((step << 1) ^ (step >> 63)) as u64);
}

/// Reads what [`put`] wrote. Every method tells the end of the bytes, or a number that does not fit, as damage of
/// `place`.
#[derive(Clone)]
pub struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
    place: &'static str,
}

impl<'a> Cursor<'a> {
    /// Reads `bytes` from their beginning; `place` names them in errors.
    pub fn new(bytes: &'a [u8], place: &'static str) -> Self {
        Self { bytes, at: 0, place }
    }

    /// The damage to tell when what was read does not hold together.
    pub fn damaged(&self) -> Error {
        Error::damaged(self.place)
    }

    /// Whether everything was read.
    pub fn is_done(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// Fails unless everything was read.
    pub fn finish(&self) -> Result<(), Error> {
        if self.is_done() { Ok(()) } else { Err(self.damaged()) }
    }

    /// The next byte.
    pub fn byte(&mut self) -> Result<u8, Error> {
        let byte = *self.bytes.get(self.at).ok_or_else(|| self.damaged())?;
        self.at += 1;
        Ok(byte)
    }

    /// The next bytes.
    pub fn take(&mut self, length: usize) -> Result<&'a [u8], Error> {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        let taken = rest.get(..length).ok_or_else(|| self.damaged())?;
        self.at += length;
        Ok(taken)
    }

    /// The next bytes, as UTF-8.
    pub fn text(&mut self, length: usize) -> Result<String, Error> {
        let bytes = self.take(length)?;
        core::str::from_utf8(bytes).map(str::to_owned).map_err(|_| self.damaged())
    }

    /// The next number, of up to 32 bits.
    pub fn number(&mut self) -> Result<u32, Error> {
        let first = self.byte()?;
        if first < 0x80 {
            return Ok(first.into());
        }
        let mut number = u32::from(first & 0x7f);
        for shift in [7, 14, 21] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        let last = self.byte()?;
        if last > 0x0f {
            return Err(self.damaged());
        }
        Ok(number | u32::from(last) << 28)
    }

    /// The next number, as a size.
    pub fn size(&mut self) -> Result<usize, Error> {
        Ok(self.number()? as usize)
    }

    /// `from` and the next number together.
    pub fn after(&mut self, from: u32) -> Result<u32, Error> {
        let step = self.number()?;
        from.checked_add(step).ok_or_else(|| self.damaged())
    }

    /// `from` and the next step, which may go down.
    pub fn step(&mut self, from: u32) -> Result<u32, Error> {
        // Steps between numbers of 32 bits have 33.
        let mut zigzag = 0u64;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            zigzag |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                let step = (zigzag >> 1) as i64 ^ -((zigzag & 1) as i64);
                return u32::try_from(i64::from(from) + step).map_err(|_| self.damaged());
            }
        }
        Err(self.damaged())
    }

    /// Passes over so many numbers.
    pub fn skip(&mut self, numbers: u32) -> Result<(), Error> {
        let mut left = numbers;
        while left > 0 {
            left -= u32::from(self.byte()? < 0x80);
        }
        Ok(())
    }
}
