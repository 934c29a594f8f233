//! Where in a WebAssembly module the sourcebook is.
//!
//! Only the heads of the module's sections are read, and nothing is compiled: of a further module on a page
//! whose engine runs already, nothing but the section is needed.

use super::Error;
use core::ops::Range;

/// The name of the custom section.
pub const SECTION: &str = "sourcebook";

/// Bytes that need not be in this memory (in a page they are JavaScript's).
pub trait Bytes {
    /// How many there are.
    fn size(&self) -> usize;

    /// Copies those from `at` on into all of `into`. False, and nothing promised of `into`, where there are
    /// fewer.
    fn read(&self, at: usize, into: &mut [u8]) -> bool;
}

impl Bytes for [u8] {
    fn size(&self) -> usize {
        self.len()
    }

    fn read(&self, at: usize, into: &mut [u8]) -> bool {
        let Some(from) = self.get(at..).and_then(|rest| rest.get(..into.len())) else {
            return false;
        };
        into.copy_from_slice(from);
        true
    }
}

/// The place of the sourcebook in a module: the contents of its custom section, behind the name.
///
/// The binary format is that of the [core specification][spec], 5.5.2; the contents of other sections are
/// passed over unread.
///
/// # Errors
///
/// `foreign`: no WebAssembly module, or one without a sourcebook. `truncated`: a section reaches beyond the
/// end. `damaged`: a length that is no number of 32 bits, or more than one sourcebook.
///
/// [spec]: https://webassembly.github.io/spec/core/binary/modules.html#sections
pub fn find<B: Bytes + ?Sized>(module: &B) -> Result<Range<usize>, Error> {
    let mut head = [0; 8];
    if !module.read(0, &mut head) || head != *b"\0asm\x01\0\0\0" {
        return Err(Error::foreign("expected a WebAssembly module of version 1"));
    }
    let mut walk = Walk { module, at: head.len() };
    let mut found = None;
    while walk.at < module.size() {
        let id = walk.byte()?;
        let size = walk.number()?;
        let end = walk.at.checked_add(size).filter(|end| *end <= module.size());
        let end = end.ok_or_else(|| walk.short(size))?;
        if id == 0 && walk.is_ours(end)? && found.replace(walk.at..end).is_some() {
            return Err(Error::damaged("two sections named sourcebook in one module"));
        }
        walk.at = end;
    }
    found.ok_or_else(|| Error::foreign("the module has no section named sourcebook, so there is no corpus in it"))
}

struct Walk<'a, B: ?Sized> {
    module: &'a B,
    at: usize,
}

impl<B: Bytes + ?Sized> Walk<'_, B> {
    fn short(&self, size: usize) -> Error {
        Error::truncated(self.at as u64 + size as u64, self.module.size() as u64)
    }

    fn byte(&mut self) -> Result<u8, Error> {
        let mut byte = [0];
        if !self.module.read(self.at, &mut byte) {
            return Err(self.short(1));
        }
        self.at += 1;
        Ok(byte[0])
    }

    /// An unsigned LEB128 number of 32 bits; zeros may pad it to five bytes.
    fn number(&mut self) -> Result<usize, Error> {
        let mut number = 0u64;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                let number = u32::try_from(number).map_err(|_| overlong())?;
                return Ok(number as usize);
            }
        }
        Err(overlong())
    }

    /// Whether the custom section that ends at `end` has our name; if so, stands behind it.
    fn is_ours(&mut self, end: usize) -> Result<bool, Error> {
        let length = self.number()?;
        if self.at.checked_add(length).is_none_or(|behind| behind > end) {
            return Err(Error::damaged("name of a section of the module"));
        }
        let mut name = [0; SECTION.len()];
        let ours = length == name.len() && self.module.read(self.at, &mut name) && name == *SECTION.as_bytes();
        if ours {
            self.at += length;
        }
        Ok(ours)
    }
}

fn overlong() -> Error {
    Error::damaged("length of a section of the module")
}
