//! The frame of a section: header, directory, blocks. Drawn in [the module's documentation](super).

use super::Error;
use super::varint::Cursor;
use core::cell::Cell;
use xxhash_rust::xxh64::xxh64;

/// What every section begins with.
pub const LABEL: [u8; 8] = *b"SRCBOOK\0";

/// The version of the format that this engine writes, and the only one that it reads.
pub const VERSION: u16 = 4;

/// Bytes of the header: label 8, version 2, flags 2, length 4, entries 4, content hash 32.
const HEADER: usize = 52;

/// Bytes of an entry of the directory: kind 1, ordinal 4, length 4, checksum 8.
const ENTRY: usize = 17;

/// Bytes of the checksum behind the directory.
const SUM: usize = 8;

const FRAME: &str = "header or directory";

/// What a block of the section holds. The numbers are part of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// Titles, language, heads of the articles.
    Catalogue = 1,
    /// Words of each article, and where its title stands.
    Statistics = 2,
    /// Lengths and checksums of the blocks of each article.
    Articles = 3,
    /// The folded forms.
    Forms = 4,
    /// The stems.
    Stems = 5,
    /// Stem, frequencies and length of postings of each form.
    Terms = 6,
    /// Postings, as many blocks as need be.
    Postings = 7,
    /// What the articles count between them; not in every section.
    Questions = 8,
}

impl Kind {
    /// The block's name in an error.
    pub fn name(self) -> &'static str {
        match self {
            Self::Catalogue => "block catalogue",
            Self::Statistics => "block statistics",
            Self::Articles => "block articles",
            Self::Forms => "block forms",
            Self::Stems => "block stems",
            Self::Terms => "block terms",
            Self::Postings => "block postings",
            Self::Questions => "block questions",
        }
    }

    fn of(byte: u8) -> Option<Self> {
        const ALL: [Kind; 8] = [
            Kind::Catalogue,
            Kind::Statistics,
            Kind::Articles,
            Kind::Forms,
            Kind::Stems,
            Kind::Terms,
            Kind::Postings,
            Kind::Questions,
        ];
        ALL.into_iter().find(|kind| *kind as u8 == byte)
    }
}

/// The checksum of bytes: XXH64 with seed 0. It tells damage, not forgery: against that the page pins the module.
pub fn checksum(bytes: &[u8]) -> u64 {
    xxh64(bytes, 0)
}

/// Bytes with the checksum that they must have, which is looked at once.
pub fn checked<'a>(bytes: &'a [u8], sum: u64, done: &Cell<bool>, name: &'static str) -> Result<&'a [u8], Error> {
    if !done.get() {
        if checksum(bytes) != sum {
            return Err(Error::damaged(name));
        }
        done.set(true);
    }
    Ok(bytes)
}

/// A block of the directory.
pub struct Entry {
    pub kind: Kind,
    pub ordinal: u32,
    pub start: usize,
    pub end: usize,
    sum: u64,
    checked: Cell<bool>,
}

impl Entry {
    /// The block's bytes, once they were found sound.
    pub fn of<'a>(&self, section: &'a [u8]) -> Result<&'a [u8], Error> {
        let bytes = section.get(self.start..self.end).ok_or_else(|| Error::damaged(self.kind.name()))?;
        checked(bytes, self.sum, &self.checked, self.kind.name())
    }
}

/// Header and directory of a section.
pub struct Frame {
    pub hash: [u8; 32],
    pub entries: Vec<Entry>,
    /// Where the blocks of the articles begin: behind all those of the directory.
    pub body: usize,
}

impl Frame {
    /// Reads header and directory, and checks them against label, version, length and checksum.
    pub fn read(section: &[u8]) -> Result<Self, Error> {
        if section.len() < LABEL.len() && LABEL.starts_with(section) {
            return Err(Error::truncated(HEADER as u64, section.len() as u64));
        }
        if !section.starts_with(&LABEL) {
            return Err(Error::foreign("expected the label SRCBOOK at the beginning"));
        }
        let header = section.get(..HEADER).ok_or_else(|| Error::truncated(HEADER as u64, section.len() as u64))?;
        let version = u16::from_le_bytes([header[8], header[9]]);
        if version != VERSION {
            return Err(Error::version(version, VERSION));
        }
        let length = word(header, 12) as usize;
        if section.len() < length {
            return Err(Error::truncated(length as u64, section.len() as u64));
        }
        let entries = word(header, 16) as usize;
        let directory =
            entries.checked_mul(ENTRY).and_then(|size| size.checked_add(HEADER)).filter(|end| end + SUM <= length);
        let directory = directory.ok_or_else(|| Error::damaged(FRAME))?;
        let (framed, sum) = (&section[..directory], &section[directory..directory + SUM]);
        if section.len() != length || checksum(framed) != long(sum, 0) || header[10..12] != [0, 0] {
            return Err(Error::damaged(FRAME));
        }
        let mut hash = [0; 32];
        hash.copy_from_slice(&header[20..HEADER]);
        let (entries, body) = directory_of(&framed[HEADER..], directory + SUM, length)?;
        Ok(Self { hash, entries, body })
    }
}

fn directory_of(directory: &[u8], mut at: usize, length: usize) -> Result<(Vec<Entry>, usize), Error> {
    let mut entries = Vec::with_capacity(directory.len() / ENTRY);
    for entry in directory.chunks_exact(ENTRY) {
        let kind = Kind::of(entry[0]).ok_or_else(|| Error::damaged(FRAME))?;
        let end = at.checked_add(word(entry, 5) as usize).filter(|end| *end <= length);
        let end = end.ok_or_else(|| Error::damaged(FRAME))?;
        let (ordinal, sum) = (word(entry, 1), long(entry, 9));
        entries.push(Entry { kind, ordinal, start: at, end, sum, checked: Cell::new(false) });
        at = end;
    }
    Ok((entries, at))
}

/// The little-endian number of four bytes at `at`; 0 beyond the end.
pub fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(|rest| rest.first_chunk()).map_or(0, |chunk| u32::from_le_bytes(*chunk))
}

/// The little-endian number of eight bytes at `at`; 0 beyond the end.
pub fn long(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..).and_then(|rest| rest.first_chunk()).map_or(0, |chunk| u64::from_le_bytes(*chunk))
}

/// A section in the making.
#[derive(Default)]
pub struct Section {
    directory: Vec<u8>,
    blocks: Vec<u8>,
}

impl Section {
    /// Appends a block. Blocks of one kind come in order of their ordinals, which count from 0.
    pub fn push(&mut self, kind: Kind, ordinal: u32, bytes: &[u8]) {
        self.directory.push(kind as u8);
        self.directory.extend(ordinal.to_le_bytes());
        self.directory.extend((bytes.len() as u32).to_le_bytes());
        self.directory.extend(checksum(bytes).to_le_bytes());
        self.blocks.extend(bytes);
    }

    /// The section, with the articles' blocks behind those that were pushed. None where it would be over 4 GiB.
    pub fn finish(mut self, articles: &[u8], hash: fn(&[u8]) -> [u8; 32]) -> Option<Vec<u8>> {
        self.blocks.extend(articles);
        let length = HEADER + self.directory.len() + SUM + self.blocks.len();
        let mut section = Vec::with_capacity(length);
        section.extend(LABEL);
        section.extend(VERSION.to_le_bytes());
        section.extend([0, 0]);
        section.extend(u32::try_from(length).ok()?.to_le_bytes());
        section.extend(((self.directory.len() / ENTRY) as u32).to_le_bytes());
        section.extend(hash(&self.blocks));
        section.extend(&self.directory);
        section.extend(checksum(&section).to_le_bytes());
        section.extend(&self.blocks);
        Some(section)
    }
}

/// The blocks of each article: lengths and checksums of text and layout, which follow each other in order.
pub struct Places {
    places: Vec<Place>,
}

struct Place {
    /// Where the text begins, and where each part ends.
    borders: [usize; 4],
    sums: [u64; 3],
    checked: [Cell<bool>; 3],
}

/// Which block of an article.
#[derive(Clone, Copy)]
pub enum Part {
    /// The text, UTF-8.
    Text,
    /// Blocks, sentences, words.
    Layout,
    /// What was found in it.
    Facts,
}

impl Places {
    /// Bytes of one article's row: length 4 and checksum 8, of text, layout and facts.
    pub const ROW: usize = 36;

    /// Appends an article's row and blocks.
    pub fn write(rows: &mut Vec<u8>, body: &mut Vec<u8>, blocks: [&[u8]; 3]) {
        for block in blocks {
            rows.extend((block.len() as u32).to_le_bytes());
            rows.extend(checksum(block).to_le_bytes());
            body.extend(block);
        }
    }

    /// Reads the rows of articles whose blocks fill `body..end` of the section.
    pub fn read(rows: &[u8], body: usize, end: usize) -> Result<Self, Error> {
        let damaged = || Error::damaged(Kind::Articles.name());
        let mut places = Vec::with_capacity(rows.len() / Self::ROW);
        let mut at = body;
        for row in rows.chunks_exact(Self::ROW) {
            let mut place = Place { borders: [at; 4], sums: [0; 3], checked: Default::default() };
            for (part, sum) in place.sums.iter_mut().enumerate() {
                at = at.checked_add(word(row, part * 12) as usize).ok_or_else(damaged)?;
                place.borders[part + 1] = at;
                *sum = long(row, part * 12 + 4);
            }
            places.push(place);
        }
        if at == end { Ok(Self { places }) } else { Err(damaged()) }
    }

    /// Bytes of an article's text; 0 where there is no such article. The text itself is not looked at.
    pub fn text_length(&self, article: u32) -> u32 {
        self.places.get(article as usize).map_or(0, |place| (place.borders[1] - place.borders[0]) as u32)
    }

    /// A block of an article, once it was found sound.
    pub fn of<'a>(&self, section: &'a [u8], article: u32, part: Part) -> Result<&'a [u8], Error> {
        let place = self.places.get(article as usize).ok_or_else(|| no_article(article))?;
        let name = ["block text", "block layout", "block facts"][part as usize];
        let which = part as usize;
        let bytes = section.get(place.borders[which]..place.borders[which + 1]);
        let bytes = bytes.ok_or_else(|| Error::damaged(name).of_article(article))?;
        checked(bytes, place.sums[which], &place.checked[which], name).map_err(|error| error.of_article(article))
    }
}

/// What is told where an ordinal is beyond the last article.
pub fn no_article(article: u32) -> Error {
    Error::damaged("no such article: block articles").of_article(article)
}

/// Reads a block of numbers.
pub fn cursor(bytes: &[u8], kind: Kind) -> Cursor<'_> {
    Cursor::new(bytes, kind.name())
}
