//! A corpus becomes bytes.

use super::dictionary;
use super::format::{Kind, Places, Section};
use super::layout::{LaidBlock, Layout, Sentence, Token, is_searched};
use super::postings;
use super::statistics::{Counted, Statistics};
use super::strings::Strings;
use super::terms::{Term, Terms};
use super::{Catalogue, Error};
use crate::read::{Article, Block, BlockKind, Corpus};
use crate::text;
use std::collections::HashMap;

/// Bytes of postings in one block, unless a single list is longer: small enough to be checked at the first query that
/// needs it.
const PAGE: usize = 1 << 18;

/// Bytes of the longest text.
const LONGEST_TEXT: usize = 1 << 30;

/// The section that holds a corpus and its index. The same corpus gives the same bytes.
///
/// `hash` is SHA-256; it is handed in so that the engine, which never needs it, does not carry it.
///
/// # Errors
///
/// `refused`: an article's blocks overlap, are out of order or lie outside its text; a text is over 1 GiB, or the whole over
/// 4 GiB.
pub fn write(corpus: &Corpus, hash: fn(&[u8]) -> [u8; 32]) -> Result<Vec<u8>, Error> {
    let mut forms = Forms::default();
    let mut laid = Vec::with_capacity(corpus.articles.len());
    for article in &corpus.articles {
        laid.push(lay(article, &mut forms)?);
    }
    let sorted = forms.sort();
    let mut statistics = Statistics::default();
    let (mut rows, mut body) = (Vec::new(), Vec::new());
    for (article, layout) in corpus.articles.iter().zip(&mut laid) {
        for token in &mut layout.tokens {
            token.form = sorted.ranks[token.form as usize];
        }
        statistics.articles.push(count(layout));
        let bytes = layout.write().ok_or_else(|| disordered(article))?;
        Places::write(&mut rows, &mut body, article.text.as_bytes(), &bytes);
    }
    let mut section = Section::default();
    section.push(Kind::Catalogue, 0, &Catalogue::write(corpus));
    section.push(Kind::Statistics, 0, &statistics.write());
    section.push(Kind::Articles, 0, &rows);
    drop(rows);
    push_dictionary(&mut section, &sorted.forms, &laid, &statistics);
    section
        .finish(&body, hash)
        .ok_or_else(|| Error::refused("", "the sourcebook would be over 4 GiB; leave articles out"))
}

fn disordered(article: &Article) -> Error {
    Error::refused(
        &article.head.id,
        "blocks overlap, are out of order or lie outside the text; report it as an error of the reader",
    )
}

/// Folded forms as they come, by provisional number.
#[derive(Default)]
struct Forms<'a> {
    /// Folding costs more than looking up, and most words have come before as they are.
    seen: HashMap<&'a str, u32>,
    numbers: HashMap<String, u32>,
}

/// Marks words that fold to nothing, such as a lone soft hyphen: nobody sees them, so nobody can ask for them.
const NOTHING: u32 = u32::MAX;

impl<'a> Forms<'a> {
    fn number(&mut self, word: &'a str) -> u32 {
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
        self.seen.insert(word, number);
        number
    }

    fn sort(self) -> Sorted {
        let mut forms: Vec<(String, u32)> = self.numbers.into_iter().collect();
        forms.sort_unstable();
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

/// Parts an article into sentences and words.
fn lay<'a>(article: &'a Article, forms: &mut Forms<'a>) -> Result<Layout, Error> {
    if article.text.len() > LONGEST_TEXT {
        return Err(Error::refused(&article.head.id, "the text is over 1 GiB; leave it out"));
    }
    let mut layout = Layout::default();
    for block in &article.blocks {
        let text = article.text.get(block.span.range()).ok_or_else(|| disordered(article))?;
        lay_block(&mut layout, block, text, forms);
    }
    let last = layout.positions().last().copied().unwrap_or(0);
    if last >= u32::MAX / 2 {
        return Err(Error::refused(&article.head.id, "the text has too many blocks; leave it out"));
    }
    Ok(layout)
}

fn lay_block<'a>(layout: &mut Layout, block: &Block, text: &'a str, forms: &mut Forms<'a>) {
    let start = block.span.start as usize;
    let (first_sentence, first_token) = (layout.sentences.len() as u32, layout.tokens.len() as u32);
    for sentence in text::sentences(text) {
        let before = layout.tokens.len() as u32;
        if is_searched(block.kind) {
            let words = sentence.of(text);
            for word in text::words(words) {
                let form = forms.number(word.of(words));
                if form != NOTHING {
                    let span = word.shifted(sentence.start as usize + start);
                    layout.tokens.push(Token { span, form });
                }
            }
        }
        let tokens = before..layout.tokens.len() as u32;
        layout.sentences.push(Sentence { span: sentence.shifted(start), block: layout.blocks.len() as u32, tokens });
    }
    let sentences = first_sentence..layout.sentences.len() as u32;
    let tokens = first_token..layout.tokens.len() as u32;
    layout.blocks.push(LaidBlock { kind: block.kind, span: block.span, sentences, tokens });
}

fn count(layout: &Layout) -> Counted {
    let positions = layout.positions();
    let title = layout.blocks.iter().find(|block| block.kind == BlockKind::Title && !block.tokens.is_empty());
    let title = title.and_then(|title| positions.get(title.tokens.start as usize..title.tokens.end as usize));
    let title = title.and_then(|title| Some(*title.first()?..*title.last()? + 1));
    Counted { words: layout.tokens.len() as u32, title: title.unwrap_or(0..0) }
}

/// Where one form stands.
#[derive(Clone, Copy, Default)]
struct Occurrence {
    article: u32,
    position: u32,
}

fn push_dictionary(section: &mut Section, forms: &[String], laid: &[Layout], statistics: &Statistics) {
    let (occurrences, starts) = occurrences(forms.len(), laid);
    let mut pages = Pages { section, page: Vec::new(), ordinal: 0, total: 0 };
    let mut terms = Vec::with_capacity(forms.len());
    let mut list = postings::Writer::default();
    for bounds in starts.windows(2) {
        let stands = &occurrences[bounds[0]..bounds[1]];
        for group in stands.chunk_by(|a, b| a.article == b.article) {
            let article = group.first().map_or(0, |first| first.article);
            let title = &statistics.articles[article as usize].title;
            let titled = group.iter().filter(|stands| title.contains(&stands.position)).count();
            list.push(article, group.iter().map(|stands| stands.position), titled as u32);
        }
        let articles = list.articles();
        terms.push(Term { stem: 0, articles, count: stands.len() as u32, postings: pages.push(&mut list) });
    }
    pages.turn();
    push_strings(section, forms, terms);
}

/// The occurrences of all forms, sorted by form, and where those of each begin: by counting, in linear time.
fn occurrences(forms: usize, laid: &[Layout]) -> (Vec<Occurrence>, Vec<usize>) {
    let mut starts = vec![0; forms + 1];
    for token in laid.iter().flat_map(|layout| &layout.tokens) {
        starts[token.form as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut next = starts.clone();
    let mut all = vec![Occurrence::default(); starts.last().copied().unwrap_or(0)];
    for (article, layout) in (0..).zip(laid) {
        for (token, position) in layout.tokens.iter().zip(layout.positions()) {
            let place = &mut next[token.form as usize];
            all[*place] = Occurrence { article, position };
            *place += 1;
        }
    }
    (all, starts)
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
    let mut sorted: Vec<&str> = stems.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    sorted.dedup();
    for (term, stem) in terms.iter_mut().zip(&stems) {
        term.stem = sorted.binary_search(&stem.as_str()).unwrap_or(0) as u32;
    }
    let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
    section.push(Kind::Forms, 0, &Strings::write(&forms));
    section.push(Kind::Stems, 0, &Strings::write(&sorted));
    section.push(Kind::Terms, 0, &Terms::write(&terms));
}
