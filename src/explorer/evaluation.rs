//! What a state leaves of the corpus: worked out once, looked at by every view.

use super::figures::values;
use super::filter::{Field, Sieve};
use super::runs::Marked;
use super::screen::{Choice, Empty};
use super::selection::{Part, PartLink, Selection, word_hash};
use super::state::{State, excerpt, selecting};
use crate::extract::Figure;
use crate::index::{Bitmap, Edition, Error, Hit, Layout, Match, Problem, Query, Search};
use crate::read::Head;
use crate::text::{fold, words};

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
    pub sieve: Sieve,
    /// The articles with a figure that the filters of figures leave, where there are such filters.
    with_figures: Option<Bitmap>,
    /// The address of the state without its selection: thousands of links begin with it.
    unselected: String,
}

impl<'a> Evaluation<'a> {
    /// Reads the query and applies it and the filters.
    ///
    /// # Errors
    /// A block that is needed for it is damaged.
    pub fn new(edition: &'a Edition, state: &'a State) -> Result<Self, Error> {
        let heads = edition.catalogue()?.heads.as_slice();
        let query = Query::parse(&state.query);
        let search = Search::new(edition, &query)?;
        let found = search.found(None)?.matches;
        let sieve = Sieve::new(&state.filters);
        let with_figures = if sieve.looks_at_figures() { Some(with_figures(edition, &found, &sieve)?) } else { None };
        let has_figure = |article: u32| with_figures.as_ref().is_none_or(|articles| articles.contains(article));
        let passes = |found: &&Match| sieve.passes(&heads[found.article as usize], None) && has_figure(found.article);
        let left: Vec<Match> = found.iter().filter(passes).cloned().collect();
        let mut articles = Bitmap::empty(edition.articles());
        for article in &left {
            articles.insert(article.article);
        }
        let unselected = State { select: Vec::new(), ..state.clone() }.address();
        Ok(Self { edition, state, heads, query, found, left, articles, search, sieve, with_figures, unselected })
    }

    /// The articles under the query and the filters of every field but one.
    pub fn without(&self, field: Field) -> impl Iterator<Item = &'a Head> + '_ {
        let has_figure = |article: u32| self.with_figures.as_ref().is_none_or(|articles| articles.contains(article));
        let fits = move |found: &&Match| {
            has_figure(found.article) && self.sieve.passes(&self.heads[found.article as usize], Some(field))
        };
        self.found.iter().filter(fits).map(|found| &self.heads[found.article as usize])
    }

    /// How many figures all articles have.
    pub fn figure_total(&self) -> Result<u64, Error> {
        (0..self.edition.articles()).map(|article| Ok(u64::from(self.edition.figures(article)?))).sum()
    }

    /// How many figures are left: those of the articles that are left, which the filters of figures leave.
    pub fn figure_count(&self) -> Result<u64, Error> {
        let mut count = 0;
        for found in &self.left {
            count += if self.sieve.looks_at_figures() {
                let facts = &self.edition.facts(found.article)?.facts;
                facts.figures.iter().filter(|figure| passes(&self.sieve, figure, None)).count() as u64
            } else {
                self.edition.figures(found.article)?.into()
            };
        }
        Ok(count)
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
        self.heads.iter().filter(|head| self.sieve.passes(head, None)).count()
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

/// The articles that have a figure which the filters of figures leave.
fn with_figures(edition: &Edition, found: &[Match], sieve: &Sieve) -> Result<Bitmap, Error> {
    let mut articles = Bitmap::empty(edition.articles());
    for found in found {
        if edition.facts(found.article)?.facts.figures.iter().any(|figure| passes(sieve, figure, None)) {
            articles.insert(found.article);
        }
    }
    Ok(articles)
}

/// Whether a figure is left by the filters of every field but `without`.
pub(super) fn passes(sieve: &Sieve, figure: &Figure, without: Option<Field>) -> bool {
    sieve.passes_figure(&|field| values(figure, field), without)
}

/// The hits of an article as marks: `h1`, `h2` … in order.
pub(super) fn marked(hits: &[Hit]) -> Vec<Marked> {
    let mark = |(at, hit): (usize, &Hit)| Marked { span: hit.span, kind: "hit", id: format!("h{}", at + 1) };
    hits.iter().enumerate().map(mark).collect()
}
