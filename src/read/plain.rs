//! The structure of a plain text article: what each block of it is.

use super::boilerplate::{Leftover, leftover};
use super::stamp::{Stamp, stamp};
use super::{Block, BlockKind, lines};
use crate::text::class::lowercase;
use crate::text::{Span, sentences, words};

/// An article's text in blocks, and what of its head was found in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// The blocks in order; they cover everything but white space.
    pub blocks: Vec<Block>,
    /// The title.
    pub title: Option<Span>,
    /// The outlet's name above it.
    pub outlet: Option<Span>,
    /// The stamp that prints a date of publication.
    pub stamp: Option<(Span, Stamp)>,
}

/// Reads the layout of a plain text.
///
/// What stands at the head is told by form alone: blocks up to the first that ends like a sentence, or up to the
/// last stamp among the first few. The first of them is the title, unless it looks like an outlet's name and
/// another one like a title follows. A text that begins with a sentence has no title. Everything behind the head is
/// paragraphs and the site's leftovers; a stamp behind the story counts if it says what it is.
pub(super) fn layout(text: &str) -> Layout {
    let mut reader = Reader::new(text, lines::blocks(text));
    reader.mark_leftovers();
    reader.mark_head();
    reader.mark_stamps_behind();
    reader.layout
}

/// How many blocks from the start may belong to the head.
const HEAD: usize = 10;
/// The longest title in words.
const TITLE_WORDS: usize = 32;

struct Reader<'t> {
    text: &'t str,
    layout: Layout,
    /// The block at which the story begins, and the one behind its end.
    story: (usize, usize),
}

impl<'t> Reader<'t> {
    /// Takes every block for a paragraph, to begin with.
    fn new(text: &'t str, spans: Vec<Span>) -> Self {
        let blocks: Vec<Block> = spans.into_iter().map(|span| Block { kind: BlockKind::Paragraph, span }).collect();
        let story = (0, blocks.len());
        let mut reader = Self { text, layout: Layout { blocks, ..Layout::default() }, story };
        reader.story = reader.story();
        reader
    }

    fn words_of(&self, at: usize) -> &'t str {
        self.layout.blocks.get(at).map_or("", |block| block.span.of(self.text))
    }

    fn mark(&mut self, at: usize, kind: BlockKind) {
        if let Some(block) = self.layout.blocks.get_mut(at) {
            block.kind = kind;
        }
    }

    fn kind(&self, at: usize) -> Option<BlockKind> {
        self.layout.blocks.get(at).map(|block| block.kind)
    }

    /// The story: from the first block that is told in sentences to the last that is, leftovers apart.
    fn story(&self) -> (usize, usize) {
        let told = |at: &usize| is_told(self.words_of(*at)) && leftover(self.words_of(*at)).is_none();
        let all = self.layout.blocks.len();
        let first = (0..all).find(told).unwrap_or(all);
        (first, (first..all).rev().find(told).map_or(all, |last| last + 1))
    }

    /// Marks the leftovers of the site.
    fn mark_leftovers(&mut self) {
        let mut listing = false;
        for at in 0..self.layout.blocks.len() {
            let behind = at >= self.story.1;
            let words = self.words_of(at);
            let left = match leftover(words) {
                Some(Leftover::Edge) => behind || at < self.story.0,
                Some(Leftover::Anywhere) => true,
                Some(Leftover::List) => {
                    listing = behind;
                    true
                }
                None => listing && !is_source(words),
            };
            if left {
                self.mark(at, BlockKind::Boilerplate);
            }
        }
    }

    /// Marks outlet, title, standfirst and stamps at the head.
    fn mark_head(&mut self) {
        let head = self.head();
        let (stamps, lines): (Vec<usize>, Vec<usize>) =
            head.into_iter().partition(|&at| stamp(self.words_of(at)).is_some());
        for &at in &stamps {
            self.mark_stamp(at);
        }
        let last_stamp = stamps.last().copied().unwrap_or(0);
        let mut lines = lines.into_iter();
        let Some(mut title) = lines.next().filter(|&at| is_title(self.words_of(at))) else {
            return;
        };
        let mut below = lines.clone();
        if let Some(second) =
            below.next().filter(|&second| self.is_outlet(title, second, below.next().is_some() || last_stamp > second))
        {
            self.mark(title, BlockKind::Outlet);
            self.layout.outlet = self.layout.blocks.get(title).map(|block| block.span);
            title = second;
            lines.next();
        }
        self.mark(title, BlockKind::Title);
        self.layout.title = self.layout.blocks.get(title).map(|block| block.span);
        // Without a stamp below, one line is the standfirst; more of them are text of a form that is not known.
        for (count, at) in lines.enumerate() {
            if at < last_stamp || count == 0 && !is_told(self.words_of(at)) {
                self.mark(at, BlockKind::Standfirst);
            }
        }
    }

    /// The blocks of the head, leftovers left out: those before the story, and those up to the last
    /// stamp among the first few, if at most one of them is told in a sentence, and no more: a standfirst.
    fn head(&self) -> Vec<usize> {
        let first: Vec<usize> = (0..self.layout.blocks.len())
            .filter(|&at| self.kind(at) == Some(BlockKind::Paragraph))
            .take(HEAD)
            .collect();
        let mut told = 0;
        let brief = first.iter().take_while(|&&at| {
            told += usize::from(is_told(self.words_of(at)));
            told <= 1 && self.is_brief(at)
        });
        let brief = brief.count();
        let stamped =
            first.iter().take(brief).rposition(|&at| stamp(self.words_of(at)).is_some()).map_or(0, |at| at + 1);
        let before = first.iter().take_while(|&&at| at < self.story.0).count();
        // A title may end in a full stop: then the story seems to begin with it.
        let titled = usize::from(first.first().is_some_and(|&at| is_title(self.words_of(at))));
        first.into_iter().take(stamped.max(before).max(titled)).collect()
    }

    fn is_brief(&self, at: usize) -> bool {
        let words = self.words_of(at);
        words.len() <= 400 && (sentences(words).len() <= 1 || !is_told(words))
    }

    /// Whether the block at `at`, which `next` follows, is an outlet's name: a few words with capitals, and a title
    /// below it that goes on. Where a short title and a standfirst look the same, this takes them for outlet and
    /// title if a third line (or a stamp) follows.
    fn is_outlet(&self, at: usize, next: usize, followed: bool) -> bool {
        let (name, title) = (self.words_of(at), self.words_of(next));
        let count = words(name).count();
        let titled = is_title(title) && words(title).count() > count.max(3) && !title.ends_with('.');
        let name_like =
            count <= 6 && name.len() <= 60 && !name.ends_with(['.', '!', '?', ':', ',']) && has_capitals(name);
        name_like && titled && (is_named_as_outlet(name) || followed && count <= 3)
    }

    /// Marks a stamp and keeps the first date of publication.
    fn mark_stamp(&mut self, at: usize) {
        let Some(found) = stamp(self.words_of(at)) else {
            return;
        };
        self.mark(at, BlockKind::Stamp);
        let better = match &self.layout.stamp {
            Some((_, kept)) => kept.updated && !found.updated,
            None => true,
        };
        if let (true, true, Some(block)) = (better, found.date.is_some(), self.layout.blocks.get(at)) {
            self.layout.stamp = Some((block.span, found));
        }
    }

    /// Marks stamps behind the head that say what they are, or that stand below a leftover that does.
    fn mark_stamps_behind(&mut self) {
        for at in 1..self.layout.blocks.len() {
            if self.kind(at) == Some(BlockKind::Paragraph) {
                let labelled =
                    self.kind(at - 1) == Some(BlockKind::Boilerplate) && self.words_of(at - 1).ends_with(':');
                let dated =
                    stamp(self.words_of(at)).is_some_and(|found| found.date.is_some() && (found.labelled || labelled));
                if dated {
                    self.mark_stamp(at);
                }
            }
        }
    }
}

/// Whether a block is told in sentences: it ends like one and is longer than a title.
fn is_told(block: &str) -> bool {
    let bare = block.trim_end_matches(['”', '"', '’', '\'', '»', ')', ']', '*', ' ', '\u{a0}']);
    let ends = bare.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '।', '؟', '۔']);
    (ends && (has_more_words(block, 8) || !bare.ends_with(['?', '!', '…'])) || has_more_words(block, 2 * TITLE_WORDS))
        && stamp(block).is_none()
}

/// Whether a block has more words than so many. Only these are read: most blocks have many more.
fn has_more_words(block: &str, count: usize) -> bool {
    words(block).nth(count).is_some()
}

/// Whether a block may be a title: short, one sentence, and no full stop behind more than a few words.
fn is_title(block: &str) -> bool {
    let count = words(block).count();
    let stopped = block.ends_with('.') && !block.ends_with("..");
    (1..=TITLE_WORDS).contains(&count)
        && (count <= 8 || !stopped)
        && !is_source(block)
        && (sentences(block).len() <= 1 || !stopped && count <= 16)
}

fn is_source(block: &str) -> bool {
    block.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("source:"))
}

/// Whether all words but small connecting ones begin with a capital or a digit.
fn has_capitals(name: &str) -> bool {
    let small = ["of", "the", "and", "for", "in", "on", "de", "la", "le", "der", "die", "das"];
    name.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || is_host(name))
        && name
            .split_whitespace()
            .all(|word| small.contains(&word) || !word.starts_with(char::is_lowercase) || is_host(word))
}

/// Whether a word is the name of a host: `example.com`.
fn is_host(word: &str) -> bool {
    let ending = word.rsplit_once('.').map_or("", |(_, ending)| ending);
    (2..=8).contains(&ending.len())
        && ending.bytes().all(|byte| byte.is_ascii_lowercase())
        && !word.contains(char::is_whitespace)
}

/// Words that outlets are called by.
const OUTLETS: [&str; 34] = [
    "agency",
    "bulletin",
    "chronicle",
    "courier",
    "daily",
    "dispatch",
    "examiner",
    "express",
    "forum",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "independent",
    "inquirer",
    "journal",
    "magazine",
    "mail",
    "media",
    "mirror",
    "monitor",
    "network",
    "news",
    "observer",
    "post",
    "press",
    "radio",
    "review",
    "standard",
    "telegraph",
    "times",
    "tribune",
    "tv",
    "weekly",
];

/// Whether a name holds a word that outlets are called by, or is a host's.
fn is_named_as_outlet(name: &str) -> bool {
    is_host(name) || words(name).last().is_some_and(|span| OUTLETS.contains(&lowercase(span.of(name)).as_str()))
}
