//! The index of an edition that was written without it, made in memory.

use super::dictionary;
use super::invert::{NOTHING, add_words, count, ranked, terms};
use super::layout::Layout;
use super::statistics::Statistics;
use super::strings::Strings;
use super::terms::Terms;

/// What the blocks hold that a small corpus is written without.
pub struct Made {
    /// By ordinal of the article.
    pub layouts: Vec<Layout>,
    pub statistics: Statistics,
    /// The block forms.
    pub forms: Vec<u8>,
    /// The block stems.
    pub stems: Vec<u8>,
    pub terms: Terms,
    /// All postings, one behind the other.
    pub postings: Vec<u8>,
}

impl Made {
    /// Indexes texts that are parted into sentences. None where sentences do not fit the texts.
    pub fn of(texts: &[&str], mut layouts: Vec<Layout>) -> Option<Self> {
        let mut words = Vec::new();
        let mut statistics = Statistics::default();
        for (text, layout) in texts.iter().zip(&mut layouts) {
            add_words(layout, text, &mut |word| {
                let form = dictionary::form(word);
                if form.is_empty() {
                    return NOTHING;
                }
                words.push(form);
                (words.len() - 1) as u32
            })?;
            statistics.add(count(layout));
        }
        let (forms, ranks) = ranked(&words);
        for token in layouts.iter_mut().flat_map(|layout| &mut layout.tokens) {
            token.form = ranks[token.form as usize];
        }
        let mut postings = Vec::new();
        let mut terms = terms(forms.len(), &layouts, &statistics.articles, &mut |list| {
            let start = postings.len() as u32;
            list.finish(&mut postings);
            start..postings.len() as u32
        });
        let stems: Vec<String> = forms.iter().map(|form| dictionary::stem(form)).collect();
        let (stems, ranks) = ranked(&stems);
        for (term, stem) in terms.iter_mut().zip(ranks) {
            term.stem = stem;
        }
        let terms = Terms::grouped(terms, stems.len() as u32);
        let (forms, stems) = (Strings::write(&forms), Strings::write(&stems));
        Some(Self { layouts, statistics, forms, stems, terms, postings })
    }
}
