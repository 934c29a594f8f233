//! A corpus becomes bytes.

use super::dictionary;
use super::facts::ArticleFacts;
use super::format::{Kind, Places, Section};
use super::invert::{NOTHING, add_words, count, ranked, terms};
use super::layout::{LaidBlock, Layout, Sentence};
use super::postings;
use super::statistics::Statistics;
use super::strings::Strings;
use super::terms::{Term, Terms};
use super::{Catalogue, Error};
use crate::compare::Questions;
use crate::extract::Facts;
use crate::order;
use crate::read::{Article, Block, Corpus};
use crate::text;
use std::collections::HashMap;

/// Bytes of postings in one block, unless a single list is longer: small enough to be checked at the first query that
/// needs it.
const PAGE: usize = 1 << 18;

/// Bytes of the longest text.
const LONGEST_TEXT: usize = 1 << 30;

/// Bytes of text up to which a corpus is written without its index: it is made in less than a frame when it is first needed,
/// and would weigh as much as the texts themselves under compression.
const SMALL: usize = 1 << 16;

/// The section that holds a corpus and its index; of a corpus of up to 64 KiB of text the index is left out, and
/// [`Edition`](super::Edition) makes it. The same corpus gives the same bytes.
///
/// `facts` are those of each article; an article without has none. `hash` is SHA-256; it is handed in so that the
/// engine, which never needs it, does not carry it.
///
/// # Errors
///
/// `refused`: an article's blocks overlap, are out of order or lie outside its text; a text is over 1 GiB, or the whole over
/// 4 GiB.
pub fn write(corpus: &Corpus, facts: &[Facts], hash: fn(&[u8]) -> [u8; 32]) -> Result<Vec<u8>, Error> {
    write_compared(corpus, facts, &Questions::default(), hash)
}

/// As [`write()`], with what the articles count between them.
///
/// # Errors
///
/// As [`write()`].
pub fn write_compared(
    corpus: &Corpus,
    facts: &[Facts],
    questions: &Questions,
    hash: fn(&[u8]) -> [u8; 32],
) -> Result<Vec<u8>, Error> {
    let text: usize = corpus.articles.iter().map(|article| article.text.len()).sum();
    let write = if text > SMALL { with_index } else { bare };
    write(corpus, facts, questions)?.finish(hash)
}

/// As [`write()`], with the index whatever the size.
///
/// # Errors
///
/// As [`write()`].
pub fn write_indexed(corpus: &Corpus, facts: &[Facts], hash: fn(&[u8]) -> [u8; 32]) -> Result<Vec<u8>, Error> {
    with_index(corpus, facts, &Questions::default())?.finish(hash)
}

/// A section in the making, and the articles' own blocks.
struct Parts(Section, Vec<u8>);

impl Parts {
    fn finish(self, hash: fn(&[u8]) -> [u8; 32]) -> Result<Vec<u8>, Error> {
        let Self(section, body) = self;
        let too_large = || Error::refused("", "the sourcebook would be over 4 GiB; leave articles out");
        section.finish(&body, hash).ok_or_else(too_large)
    }
}

fn with_index(corpus: &Corpus, facts: &[Facts], questions: &Questions) -> Result<Parts, Error> {
    let mut laid: Vec<Layout> = corpus.articles.iter().map(part).collect::<Result<_, _>>()?;
    let mut forms = Forms::default();
    for (article, layout) in corpus.articles.iter().zip(&mut laid) {
        add_words(layout, &article.text, &mut |word| forms.number(word)).ok_or_else(|| disordered(article))?;
    }
    let sorted = forms.sort();
    let mut statistics = Statistics::default();
    for layout in &mut laid {
        layout.tokens.iter_mut().for_each(|token| token.form = sorted.ranks[token.form as usize]);
        statistics.add(count(layout));
    }
    let (rows, body) = places(corpus, &laid, facts)?;
    let mut section = Section::default();
    section.push(Kind::Catalogue, 0, &Catalogue::write(corpus));
    section.push(Kind::Statistics, 0, &statistics.write());
    section.push(Kind::Articles, 0, &rows);
    push_dictionary(&mut section, &sorted.forms, &laid, &statistics);
    push_questions(&mut section, questions);
    Ok(Parts(section, body))
}

fn bare(corpus: &Corpus, facts: &[Facts], questions: &Questions) -> Result<Parts, Error> {
    let parted: Vec<Layout> = corpus.articles.iter().map(part).collect::<Result<_, _>>()?;
    let (rows, body) = places(corpus, &parted, facts)?;
    let mut section = Section::default();
    section.push(Kind::Catalogue, 0, &Catalogue::write(corpus));
    section.push(Kind::Articles, 0, &rows);
    push_questions(&mut section, questions);
    Ok(Parts(section, body))
}

/// Without questions and shared passages there is no block.
fn push_questions(section: &mut Section, questions: &Questions) {
    if *questions != Questions::default() {
        section.push(Kind::Questions, 0, &questions.write());
    }
}

/// The rows of the block articles, and the articles' own blocks.
fn places(corpus: &Corpus, laid: &[Layout], facts: &[Facts]) -> Result<(Vec<u8>, Vec<u8>), Error> {
    let (mut rows, mut body) = (Vec::new(), Vec::new());
    for (at, (article, layout)) in corpus.articles.iter().zip(laid).enumerate() {
        let layout = layout.write().ok_or_else(|| disordered(article))?;
        let facts = facts.get(at).map_or(Vec::new(), |facts| ArticleFacts::write(facts, &article.text));
        Places::write(&mut rows, &mut body, [article.text.as_bytes(), &layout, &facts]);
    }
    Ok((rows, body))
}

fn disordered(article: &Article) -> Error {
    Error::refused(
        &article.head.id,
        "blocks overlap, are out of order or lie outside the text; report it as an error of the reader",
    )
}

/// Folded forms as they come, by provisional number.
#[derive(Default)]
struct Forms {
    /// Folding costs more than looking up, and most words have come before as they are.
    seen: HashMap<String, u32>,
    numbers: HashMap<String, u32>,
}

impl Forms {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.seen.get(word) {
            return *number;
        }
        let form = dictionary::form(word);
        let number = if form.is_empty() {
            NOTHING
        } else {
            let next = self.numbers.len() as u32;
            *self.numbers.entry(form).or_insert(next)
        };
        self.seen.insert(word.to_owned(), number);
        number
    }

    fn sort(self) -> Sorted {
        let mut forms: Vec<(String, u32)> = self.numbers.into_iter().collect();
        order::by(&mut forms, |a, b| a.0.cmp(&b.0));
        let mut ranks = vec![0; forms.len()];
        for (rank, (_, number)) in (0..).zip(&forms) {
            ranks[*number as usize] = rank;
        }
        Sorted { forms: forms.into_iter().map(|(form, _)| form).collect(), ranks }
    }
}

struct Sorted {
    forms: Vec<String>,
    /// Place among the sorted forms by provisional number.
    ranks: Vec<u32>,
}

/// Parts an article into sentences.
fn part(article: &Article) -> Result<Layout, Error> {
    if article.text.len() > LONGEST_TEXT {
        return Err(Error::refused(&article.head.id, "the text is over 1 GiB; leave it out"));
    }
    if article.blocks.len() >= (u32::MAX / 4 / postings::GAP) as usize {
        return Err(Error::refused(&article.head.id, "the text has too many blocks; leave it out"));
    }
    let mut layout = Layout::default();
    for Block { kind, span } in &article.blocks {
        let text = article.text.get(span.range()).ok_or_else(|| disordered(article))?;
        let first = layout.sentences.len() as u32;
        let block = layout.blocks.len() as u32;
        let sentences = text::sentences(text);
        layout.sentences.extend(sentences.into_iter().map(|sentence| Sentence {
            span: sentence.shifted(span.start as usize),
            block,
            tokens: 0..0,
        }));
        let sentences = first..layout.sentences.len() as u32;
        layout.blocks.push(LaidBlock { kind: *kind, span: *span, sentences, tokens: 0..0 });
    }
    Ok(layout)
}

fn push_dictionary(section: &mut Section, forms: &[String], laid: &[Layout], statistics: &Statistics) {
    let mut pages = Pages { section, page: Vec::new(), ordinal: 0, total: 0 };
    let terms = terms(forms.len(), laid, &statistics.articles, &mut |list| pages.push(list));
    pages.turn();
    push_strings(section, forms, terms);
}

/// Lists of postings, gathered to blocks.
struct Pages<'a> {
    section: &'a mut Section,
    page: Vec<u8>,
    ordinal: u32,
    total: u64,
}

impl Pages<'_> {
    /// Appends a list; returns where it is among all. (Beyond 4 GiB that is wrong, but then the section is refused.)
    fn push(&mut self, list: &mut postings::Writer) -> core::ops::Range<u32> {
        let before = self.page.len();
        list.finish(&mut self.page);
        let start = self.total;
        self.total += (self.page.len() - before) as u64;
        if self.page.len() >= PAGE {
            self.turn();
        }
        start as u32..self.total as u32
    }

    fn turn(&mut self) {
        self.section.push(Kind::Postings, self.ordinal, &self.page);
        self.page.clear();
        self.ordinal += 1;
    }
}

fn push_strings(section: &mut Section, forms: &[String], mut terms: Vec<Term>) {
    let stems: Vec<String> = forms.iter().map(|form| dictionary::stem(form)).collect();
    let (sorted, ranks) = ranked(&stems);
    for (term, stem) in terms.iter_mut().zip(ranks) {
        term.stem = stem;
    }
    let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
    section.push(Kind::Forms, 0, &Strings::write(&forms));
    section.push(Kind::Stems, 0, &Strings::write(&sorted));
    section.push(Kind::Terms, 0, &Terms::write(&terms));
}
