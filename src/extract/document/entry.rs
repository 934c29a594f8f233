//! Entries: what all tables say of a folded word, looked up once, since a text uses few words often.

use crate::extract::{names, numerals, quotes, references, times};
use crate::lexicon::{Word, word};
use core::cell::RefCell;
use rustc_hash::FxHashMap;

/// What the tables say of a word wherever it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// What the lexicon knows of it.
    pub word: Option<Word>,
    /// What it can be in a name.
    pub name: names::Bits,
    /// Its hash.
    pub hash: u32,
    /// What it can be in a temporal expression.
    pub time: times::Word,
    /// Whether a temporal expression may begin with it.
    pub opens_time: bool,
    /// What it is as a verb of saying.
    pub says: Option<&'static quotes::Verb>,
    /// What it means as the head of a reference.
    pub head: Option<references::Head>,
    /// Whether a numeral, an ordinal or a share in words can begin with it.
    pub numeral: bool,
}

/// So many words are kept. No text of English has so many that are frequent.
const MOST: usize = 1 << 15;

thread_local! {
    /// What was looked up already, whatever the article: tables do not change.
    static KNOWN: RefCell<FxHashMap<Box<str>, Entry>> = RefCell::default();
}

impl Entry {
    /// What is known of a word.
    pub fn of(folded: &str) -> Self {
        KNOWN.with_borrow_mut(|known| {
            if let Some(entry) = known.get(folded) {
                return *entry;
            }
            if known.len() == MOST {
                known.clear();
            }
            let entry = Self::look_up(folded);
            known.insert(folded.into(), entry);
            entry
        })
    }

    /// What is known of a number or mark, which no table has.
    pub fn of_mark(folded: &str) -> Self {
        Self { hash: names::hash(folded), ..Self::default() }
    }

    fn look_up(folded: &str) -> Self {
        let word = word(folded);
        Self {
            word,
            name: names::of_tables(folded, word),
            hash: names::hash(folded),
            time: times::word(folded),
            opens_time: times::may_begin_with(folded),
            says: quotes::verb(folded),
            head: references::head(folded),
            numeral: numerals::may_begin(folded),
        }
    }
}
