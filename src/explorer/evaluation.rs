//! What a state leaves of the corpus: worked out once, looked at by every view.

use super::columns::{self, Columns, Row, RowKind};
use super::filter::{Field, Sieve};
use super::runs::Marked;
use super::screen::{Choice, Empty};
use super::selection::{Part, PartLink, Selection, word_hash};
use super::state::{State, excerpt, selecting};
use crate::index::{Bitmap, Edition, Error, Hit, Layout, Match, Problem, Query, Search};
use crate::read::Head;
use crate::text::{fold, words};
use core::cell::OnceCell;

/// So many words are offered instead of one that no article has.
const SUGGESTIONS: usize = 3;

/// A state read against an edition.
pub(super) struct Evaluation<'a> {
    pub edition: &'a Edition,
    pub state: &'a State,
    pub heads: &'a [Head],
    pub query: Query,
    /// The articles that the query finds, best first, before the filters.
    pub found: Vec<Match>,
    /// Those of them that the filters leave, in the same order.
    pub left: Vec<Match>,
    /// The same as a set.
    pub articles: Bitmap,
    search: Search<'a>,
    sieve: Sieve,
    /// Of each article the fields whose filters leave it out; [`NOT_FOUND`] too where the query does.
    failing: Vec<u32>,
    /// The facts of the edition, where they are needed.
    columns: &'a OnceCell<Columns>,
    /// Of each fact the fields of facts whose filters leave it out, once it was asked for.
    failing_facts: OnceCell<Vec<u32>>,
    /// The articles with a fact that the filters of facts leave, where there are such filters.
    with_facts: Option<Bitmap>,
    /// The address of the state without its selection: thousands of links begin with it.
    unselected: String,
}

/// That an article is not found by the query; no field has this bit.
const NOT_FOUND: u32 = 1 << 31;

impl<'a> Evaluation<'a> {
    /// Reads the query and applies it and the filters: those of facts where `columns` are filled.
    ///
    /// # Errors
    /// A block that is needed for it is damaged.
    pub fn new(edition: &'a Edition, columns: &'a OnceCell<Columns>, state: &'a State) -> Result<Self, Error> {
        let heads = edition.catalogue()?.heads.as_slice();
        let query = Query::parse(&state.query);
        let search = Search::new(edition, &query)?;
        let found = search.found(None)?.matches;
        let sieve = Sieve::new(&state.filters);
        let mut failing: Vec<u32> = heads.iter().map(|head| sieve.failing(head) | NOT_FOUND).collect();
        found.iter().for_each(|found| failing[found.article as usize] &= !NOT_FOUND);
        let mut evaluation = Self {
            edition,
            state,
            heads,
            query,
            left: Vec::new(),
            articles: Bitmap::empty(edition.articles()),
            search,
            sieve,
            failing,
            columns,
            failing_facts: OnceCell::new(),
            with_facts: None,
            unselected: State { select: Vec::new(), ..state.clone() }.address(),
            found,
        };
        if let (true, Some(columns)) = (evaluation.sieve.looks_at_facts(), columns.get()) {
            let rows = columns.rows.iter().zip(evaluation.failing_facts(columns));
            let mut with_facts = Bitmap::empty(edition.articles());
            rows.filter(|(_, failing)| **failing == 0).for_each(|(row, _)| with_facts.insert(row.article));
            evaluation.with_facts = Some(with_facts);
        }
        evaluation.left =
            evaluation.found.iter().filter(|found| evaluation.leaves(found.article, 0)).cloned().collect();
        for found in &evaluation.left {
            evaluation.articles.insert(found.article);
        }
        Ok(evaluation)
    }

    /// Whether an article is left by query and filters but those of some fields of articles.
    fn leaves(&self, article: u32, ignored: u32) -> bool {
        let has_fact = self.with_facts.as_ref().is_none_or(|articles| articles.contains(article));
        has_fact && self.failing[article as usize] & !ignored == 0
    }

    /// Of each fact the fields of facts whose filters leave it out.
    fn failing_facts(&self, columns: &Columns) -> &[u32] {
        self.failing_facts.get_or_init(|| columns.failing(&self.sieve))
    }

    /// The facts of all articles, read when they are first asked for.
    ///
    /// # Errors
    /// A block that is needed for it is damaged.
    pub fn columns(&self) -> Result<&'a Columns, Error> {
        columns::filled(self.columns, self.edition)
    }

    /// The facts that query and filters leave, or would leave without the filters of one field, with their places in the columns.
    ///
    /// # Errors
    /// A block that is needed for it is damaged.
    pub fn rows(&self, without: Option<Field>) -> Result<impl Iterator<Item = (usize, &'a Row)> + '_, Error> {
        Ok(self.rows_of(self.columns()?, without))
    }

    fn rows_of<'s>(
        &'s self,
        columns: &'a Columns,
        without: Option<Field>,
    ) -> impl Iterator<Item = (usize, &'a Row)> + 's {
        let ignored = without.map_or(0, Field::bit);
        let rows = columns.rows.iter().enumerate().zip(self.failing_facts(columns));
        let passes = move |((_, row), failing): &((usize, &Row), &u32)| {
            (**failing | self.failing[row.article as usize]) & !ignored == 0
        };
        rows.filter(passes).map(|(row, _)| row)
    }

    /// The articles under the query and the filters of every field but one.
    pub fn without(&self, field: Field) -> impl Iterator<Item = &'a Head> + '_ {
        (0..).zip(self.heads).filter(move |(article, _)| self.leaves(*article, field.bit())).map(|(_, head)| head)
    }

    /// How many figures all articles have.
    pub fn figure_total(&self) -> Result<u64, Error> {
        (0..self.edition.articles()).map(|article| Ok(u64::from(self.edition.figures(article)?))).sum()
    }

    /// How many figures are left: those of the articles that are left, which the filters of facts leave.
    pub fn figure_count(&self) -> Result<u64, Error> {
        if let (true, Some(columns)) = (self.sieve.looks_at_facts(), self.columns.get()) {
            return Ok(self.rows_of(columns, None).filter(|(_, row)| row.kind == RowKind::Figure).count() as u64);
        }
        self.left.iter().map(|found| Ok(u64::from(self.edition.figures(found.article)?))).sum()
    }

    /// Hits in all that is left.
    pub fn hit_count(&self) -> u64 {
        self.left.iter().map(|found| u64::from(found.hits)).sum()
    }

    /// The marks of an article's hits.
    pub fn hits(&self, article: u32, layout: &Layout) -> Result<Vec<Hit>, Error> {
        if self.query.is_empty() { Ok(Vec::new()) } else { self.search.hits_in(article, layout) }
    }

    /// What of the query could not be read or looked up, in order.
    pub fn problems(&self) -> &[Problem] {
        self.search.problems()
    }

    /// The outlet's name, or what stands for it.
    pub fn outlet(&self, head: &'a Head) -> &'a str {
        head.outlet.as_deref().unwrap_or("outlet unknown")
    }

    /// A short name for charts: the outlet; the title where that is not known or not the only one's.
    pub fn short_name(&self, article: u32) -> String {
        let head = &self.heads[article as usize];
        let alone = |outlet: &str| {
            self.heads.len() <= 200 && self.heads.iter().filter(|h| h.outlet.as_deref() == Some(outlet)).count() == 1
        };
        match head.outlet.as_deref() {
            Some(outlet) if alone(outlet) => outlet.to_owned(),
            Some(outlet) => format!("{outlet}: {}", head.title),
            None => head.title.clone(),
        }
    }

    /// The address at which one article or sentence is opened, alone.
    pub fn opening(&self, selection: Selection) -> String {
        selecting(&self.unselected, &selection)
    }

    /// How many articles of the corpus the filters leave, whatever is searched for.
    pub fn candidates(&self) -> usize {
        self.heads.iter().filter(|head| self.sieve.failing(head) == 0).count()
    }

    /// The link to a sentence of an article.
    pub fn sentence_link(&self, article: u32, ordinal: usize, words: &str) -> Selection {
        self.part_link(article, Part::Sentence, ordinal, words)
    }

    /// The link to a sentence or fact of an article, which has these words.
    pub fn part_link(&self, article: u32, part: Part, ordinal: usize, words: &str) -> Selection {
        let link = PartLink { part, ordinal: ordinal as u32, hash: word_hash(words) };
        Selection { article: self.heads[article as usize].id.clone(), part: Some(link) }
    }

    /// The address at which the sentence around a hit is opened.
    pub fn hit_address(&self, article: u32, hit: &Hit, text: &str, layout: &Layout) -> String {
        let words = layout.sentences.get(hit.sentence as usize).map_or("", |sentence| sentence.span.of(text));
        self.opening(self.sentence_link(article, hit.sentence as usize, words))
    }

    /// The query with its first word that stands in no article replaced by such as do.
    fn respelt(&self) -> Result<Vec<String>, Error> {
        let typed = self.state.query.as_str();
        let asked = self.query.words();
        for span in words(typed) {
            let word = fold(span.of(typed));
            if asked.contains(&word.as_str()) && self.edition.find_form(&word)?.is_none() {
                let (before, after) = (&typed[..span.range().start], &typed[span.range().end..]);
                let near = self.edition.suggest(&word, SUGGESTIONS)?;
                return Ok(near.iter().map(|near| [before, near, after].concat().trim().to_owned()).collect());
            }
        }
        Ok(Vec::new())
    }

    /// Why nothing is left, and what would help.
    pub fn empty(&self) -> Result<Option<Empty>, Error> {
        if !self.left.is_empty() {
            return Ok(None);
        }
        let mut remedies = Vec::new();
        let mut offer =
            |label: String, state: State| remedies.push(Choice { label, selected: false, to: state.address() });
        if !self.found.is_empty() {
            offer("Remove all filters".into(), State { filters: Vec::new(), ..self.state.clone() });
        }
        if self.found.is_empty() {
            for query in self.respelt()? {
                offer(format!("Search for {query}"), self.state.with_query(&query));
            }
        }
        if !self.state.query.is_empty() {
            offer("Remove the search".into(), self.state.with_query(""));
        }
        let sentence = match (self.heads.is_empty(), self.found.is_empty()) {
            (true, _) => "There is no article in this collection.".to_owned(),
            (_, true) => format!("No article fits “{}”.", excerpt(self.state.query.trim())),
            (_, false) => "No article is left by these filters.".to_owned(),
        };
        Ok(Some(Empty { sentence, remedies }))
    }
}

/// The hits of an article as marks: `h1`, `h2` … in order.
pub(super) fn marked(hits: &[Hit]) -> Vec<Marked> {
    let mark = |(at, hit): (usize, &Hit)| Marked { span: hit.span, kind: "hit", id: format!("h{}", at + 1) };
    hits.iter().enumerate().map(mark).collect()
}
