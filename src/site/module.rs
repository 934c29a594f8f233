//! A module: the engine with a corpus in it.

use crate::index;
use anyhow::{Context, Result};

/// Puts a section with a corpus into the engine, in place of the one that it may have.
///
/// A custom section may stand anywhere; it goes to the end, so that the engine's own bytes stay what they
/// were. Binary format: [core specification, 5.5](https://webassembly.github.io/spec/core/binary/modules.html).
///
/// # Errors
///
/// `engine` is no WebAssembly module, or the section is 4 GiB or more.
pub fn with_corpus(engine: &[u8], section: &[u8]) -> Result<Vec<u8>> {
    let mut module = without_corpus(engine)?;
    let mut content = Vec::with_capacity(section.len() + 16);
    leb128(&mut content, u32::try_from(index::SECTION.len())?);
    content.extend_from_slice(index::SECTION.as_bytes());
    content.extend_from_slice(section);
    let size =
        u32::try_from(content.len()).context("the corpus is too large: expected less than 4 GiB; split the folder")?;
    module.push(CUSTOM);
    leb128(&mut module, size);
    module.append(&mut content);
    Ok(module)
}

/// The number of a custom section.
const CUSTOM: u8 = 0;

/// The module without its sections named `sourcebook`.
fn without_corpus(module: &[u8]) -> Result<Vec<u8>> {
    let (head, mut rest) =
        module.split_at_checked(8).context("expected a WebAssembly module, but found less than 8 bytes")?;
    anyhow::ensure!(head == b"\0asm\x01\0\0\0", "expected a WebAssembly module of version 1");
    let mut out = head.to_vec();
    while let Some((&id, behind)) = rest.split_first() {
        let (size, behind) = read_leb128(behind).context("expected a section's length")?;
        let (content, behind) =
            behind.split_at_checked(size as usize).context("expected a whole section, but found its beginning")?;
        let whole = rest.len() - behind.len();
        let ours = id == CUSTOM
            && read_leb128(content)
                .is_some_and(|(length, name)| name.get(..length as usize) == Some(index::SECTION.as_bytes()));
        if !ours {
            out.extend_from_slice(&rest[..whole]);
        }
        rest = behind;
    }
    Ok(out)
}

fn leb128(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// The number at the beginning and what follows it.
fn read_leb128(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut number = 0u64;
    for (at, &byte) in bytes.iter().enumerate().take(5) {
        number |= u64::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((u32::try_from(number).ok()?, &bytes[at + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

    #[test]
    fn what_is_put_in_is_found() {
        for size in [0, 1, 115, 116, 117, 300, 70_000] {
            let section = vec![7; size];
            let module = with_corpus(EMPTY, &section).unwrap();
            let place = index::find(module.as_slice()).unwrap();
            assert_eq!(module[place], section, "{size}");
        }
    }

    #[test]
    fn a_second_corpus_replaces_the_first() {
        let once = with_corpus(EMPTY, b"first").unwrap();
        assert_eq!(with_corpus(&once, b"second").unwrap(), with_corpus(EMPTY, b"second").unwrap());
    }

    #[test]
    fn the_engine_stays_what_it_was() {
        let module = with_corpus(super::super::assets::ENGINE, b"corpus").unwrap();
        assert!(module.starts_with(super::super::assets::ENGINE));
    }

    #[test]
    fn foreign_bytes_are_refused() {
        for bytes in [
            &b""[..],
            b"\0asm",
            b"<!doctype html>",
            b"\0asm\x01\0\0\0\x01",
            b"\0asm\x01\0\0\0\x01\xff\xff\xff\xff\xff",
            b"\0asm\x01\0\0\0\x01\x05abc",
        ] {
            assert!(with_corpus(bytes, b"").is_err(), "{bytes:?}");
        }
    }
}
