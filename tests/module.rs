//! The section in a module: found whatever stands around it, and never where it is not.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use sourcebook::index::{SECTION, find};

const HEAD: &[u8] = b"\0asm\x01\0\0\0";

fn section(id: u8, contents: &[u8]) -> Vec<u8> {
    let mut bytes = vec![id];
    let mut size = contents.len();
    // Padded to five bytes, as linkers do.
    for at in 0..5 {
        bytes.push((size & 0x7f) as u8 | if at < 4 { 0x80 } else { 0 });
        size >>= 7;
    }
    bytes.extend(contents);
    bytes
}

fn custom(name: &str, contents: &[u8]) -> Vec<u8> {
    let mut named = vec![name.len() as u8];
    named.extend(name.as_bytes());
    named.extend(contents);
    section(0, &named)
}

fn module(sections: &[Vec<u8>]) -> Vec<u8> {
    [HEAD.to_vec(), sections.concat()].concat()
}

fn code(module: &[u8]) -> &'static str {
    find(module).map_or_else(|error| error.code(), |_| "found")
}

#[test]
fn one_section_is_found_among_others() {
    let module = module(&[
        section(1, &[0]),
        custom("name", SECTION.as_bytes()),
        custom(SECTION, b"here"),
        custom("sourcebooks", b"x"),
    ]);
    assert_eq!(&module[find(module.as_slice()).unwrap()], b"here");
}

#[test]
fn what_is_no_sourcebook_says_why() {
    for (module, expected) in [
        (b"".to_vec(), "foreign"),
        (b"<!doctype html><title>404</title>".to_vec(), "foreign"),
        (b"\0asm\x0d\0\x01\0".to_vec(), "foreign"),
        (module(&[]), "foreign"),
        (module(&[custom("name", b"x"), section(1, SECTION.as_bytes())]), "foreign"),
        (module(&[custom(SECTION, b"a"), custom(SECTION, b"b")]), "damaged"),
        (module(&[vec![0, 3, 9, b'a', b'b']]), "damaged"),
        (module(&[vec![0, 0xff, 0xff, 0xff, 0xff, 0x1f]]), "damaged"),
        (module(&[vec![0, 0x80, 0x80, 0x80, 0x80, 0x80, 0]]), "damaged"),
        (module(&[vec![1, 0xff, 0xff, 0xff, 0xff, 0x0f]]), "truncated"),
        (module(&[vec![1]]), "truncated"),
    ] {
        assert_eq!(code(&module), expected, "{module:?}");
    }
}

#[test]
fn every_truncation_is_told() {
    let whole = module(&[section(1, &[0, 1, 2]), custom(SECTION, b"contents")]);
    for length in 0..whole.len() {
        let expected = if length < HEAD.len() || length == HEAD.len() || length == HEAD.len() + 9 {
            "foreign"
        } else {
            "truncated"
        };
        assert_eq!(code(&whole[..length]), expected, "{length}");
    }
    assert_eq!(code(&whole), "found");
}

proptest! {
    #[test]
    fn any_bytes_end(bytes: Vec<u8>) {
        let module = [HEAD.to_vec(), bytes].concat();
        if let Ok(range) = find(module.as_slice()) {
            prop_assert!(module.get(range).is_some());
        }
    }

    #[test]
    fn any_contents_are_found_whole(before in proptest::collection::vec((1u8..12, any::<Vec<u8>>()), 0..5), contents: Vec<u8>) {
        let mut sections: Vec<Vec<u8>> = before.iter().map(|(id, contents)| section(*id, contents)).collect();
        sections.push(custom(SECTION, &contents));
        let module = module(&sections);
        prop_assert_eq!(&module[find(module.as_slice()).unwrap()], contents);
    }
}
