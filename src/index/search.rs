//! Which articles a query finds, and where in them.

use super::evaluate::{Places, Plan, Stretch, View};
use super::leaf::{Leaf, Positions, forms_of};
use super::query::{Node, Term, folded_words};
use super::rank::Ranking;
use super::{Bitmap, Edition, Error, Layout, Problem, Query};
use crate::order;
use crate::text::Span;
use core::ops::Range;

/// A query looked up in an edition: ask it for the articles found and for the hits in each.
///
/// Making one reads the postings of the query's words but for their positions; keep it while the query stays the same.
pub struct Search<'a> {
    edition: &'a Edition,
    plan: Option<Plan>,
    leaves: Vec<Leaf>,
    ranking: Ranking,
    parts: usize,
    problems: Vec<Problem>,
}

/// The articles that a query finds, best first; of equal score, in the corpus' order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The articles.
    pub matches: Vec<Match>,
}

/// An article that a query finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Match {
    /// Its ordinal.
    pub article: u32,
    /// How well it fits: BM25F, zero or more, comparable only within one search.
    pub score: f32,
    /// How many hits it has: as many as [`Search::hits`] gives.
    pub hits: u32,
    /// Of a query that is a list, the hits of each part (together they are `hits`); empty for any other query.
    pub parts: Vec<u32>,
}

/// One hit: what the page marks as one. A phrase is one hit; `a NEAR/5 b` is one hit from the first of both to the last.
///
/// Hits do not overlap: where two would, the longer stays, of equally long ones the first. So with
/// `nations, "united nations"` the words `United Nations` are a hit of the second part alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where in the article's text, from the first word's first byte to the last word's last. It may go over the border of two sentences, never
    /// of two blocks.
    pub span: Span,
    /// Its words, in [`Layout::tokens`].
    pub tokens: Range<u32>,
    /// The sentence of its first word, in [`Layout::sentences`].
    pub sentence: u32,
    /// Of a query that is a list, the part that it belongs to, else 0.
    pub part: u16,
}

impl<'a> Search<'a> {
    /// Looks the words of a query up.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn new(edition: &'a Edition, query: &Query) -> Result<Self, Error> {
        let average = edition.statistics()?.average();
        let mut search = Self {
            edition,
            plan: None,
            leaves: Vec::new(),
            ranking: Ranking { average, weights: Vec::new() },
            parts: query.parts().len(),
            problems: query.problems().to_vec(),
        };
        if let Some(root) = &query.root {
            search.plan = Some(search.plan(root)?);
        }
        order::by_key(&mut search.problems, |problem| order::pair(problem.span.start, problem.span.end));
        Ok(search)
    }

    /// What was wrong with the query, in order: what its parsing could not read, and what can be told only by
    /// this edition's words (a prefix that too many begin with).
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The articles that the query finds among those allowed (none: among all). Of an empty query, all of them, without hits.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn found(&self, allowed: Option<&Bitmap>) -> Result<Found, Error> {
        let mut articles = Bitmap::full(self.edition.articles());
        if let Some(allowed) = allowed {
            articles.intersect(allowed);
        }
        let Some(plan) = &self.plan else {
            let all = articles.iter().map(|article| Match { article, ..Match::default() });
            return Ok(Found { matches: all.collect() });
        };
        articles.intersect(&self.candidates(plan, false).0);
        let mut matches = self.evaluated(plan, &articles)?;
        // Scores are 0 or more, and the bits of such numbers sort as the numbers do; the articles are in order already.
        order::by_key(&mut matches, |found| (!found.score.to_bits()).into());
        Ok(Found { matches })
    }

    fn evaluated(&self, plan: &Plan, articles: &Bitmap) -> Result<Vec<Match>, Error> {
        let statistics = self.edition.statistics()?;
        let positions: Result<Vec<Positions>, Error> =
            self.leaves.iter().map(|leaf| leaf.positions(self.edition, articles)).collect();
        let positions = positions?;
        let (mut matches, mut stretches) = (Vec::new(), Vec::new());
        for article in articles.iter() {
            let places = Posted { positions: &positions, article };
            let Some(counted) = statistics.articles.get(article as usize) else { break };
            let view = View {
                article,
                places: &places,
                ranking: &self.ranking,
                title: counted.title.clone(),
                words: counted.words,
            };
            if let Some(score) = view.evaluate(plan, &mut stretches) {
                matches.push(self.counted(article, score, &stretches));
            }
        }
        Ok(matches)
    }

    fn counted(&self, article: u32, score: f32, stretches: &[Stretch]) -> Match {
        let mut parts = vec![0; self.parts];
        for stretch in stretches {
            if let Some(count) = parts.get_mut(usize::from(stretch.part)) {
                *count += 1;
            }
        }
        Match { article, score, hits: stretches.len() as u32, parts }
    }

    /// The hits in one article, in order, without overlap; none where the query does not find it. Takes time in
    /// proportion to the article's length, not to the corpus.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such article.
    pub fn hits(&self, article: u32) -> Result<Vec<Hit>, Error> {
        let layout = self.edition.layout(article)?;
        self.hits_in(article, &layout)
    }

    /// As [`Search::hits`], for whoever has the article's layout already.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such article.
    pub fn hits_in(&self, article: u32, layout: &Layout) -> Result<Vec<Hit>, Error> {
        let Some(plan) = &self.plan else {
            return Ok(Vec::new());
        };
        let all = layout.positions();
        let statistics = self.edition.statistics()?.articles.get(article as usize);
        let counted =
            statistics.ok_or_else(|| Error::damaged("no such article: block statistics").of_article(article))?;
        let places = Laid(self.leaves.iter().map(|leaf| standing(leaf, layout, &all)).collect());
        let view = View {
            article,
            places: &places,
            ranking: &self.ranking,
            title: counted.title.clone(),
            words: counted.words,
        };
        let mut stretches = Vec::new();
        view.evaluate(plan, &mut stretches);
        Ok(stretches.iter().filter_map(|stretch| hit(stretch, layout, &all)).collect())
    }

    fn plan(&mut self, node: &Node) -> Result<Plan, Error> {
        Ok(match node {
            Node::Words(terms) => {
                let leaves: Result<Vec<usize>, Error> = terms.iter().map(|term| self.leaf(term)).collect();
                Plan::Words(leaves?)
            }
            Node::Near(left, words, right) => {
                Plan::Near(Box::new(self.plan(left)?), *words, Box::new(self.plan(right)?))
            }
            Node::And(nodes) => Plan::And(self.plans(nodes)?),
            Node::Or(nodes) => Plan::Or(self.plans(nodes)?),
            Node::Not(node) => Plan::Not(Box::new(self.plan(node)?)),
            Node::Title(node) => Plan::Title(Box::new(self.plan(node)?)),
            Node::Part(part, node) => Plan::Part(*part, Box::new(self.plan(node)?)),
            Node::Outlet(words) => Plan::Among(self.outlets(words)?),
            Node::Date(period) => self.among(|head| period.intersects(&head.published))?,
            Node::Article(id) => self.among(|head| head.id == *id)?,
        })
    }

    fn plans(&mut self, nodes: &[Node]) -> Result<Vec<Plan>, Error> {
        nodes.iter().map(|node| self.plan(node)).collect()
    }

    fn among(&self, holds: impl Fn(&crate::read::Head) -> bool) -> Result<Plan, Error> {
        let heads = &self.edition.catalogue()?.heads;
        Ok(Plan::Among(Bitmap::of(self.edition.articles(), |article| heads.get(article as usize).is_some_and(&holds))))
    }

    /// The articles of outlets that have these folded words one behind the other in their name.
    fn outlets(&self, words: &[String]) -> Result<Bitmap, Error> {
        let heads = &self.edition.catalogue()?.heads;
        // Articles of one outlet often stand in a row: the folder is sorted.
        let mut last = ("", false);
        Ok(Bitmap::of(self.edition.articles(), |article| {
            let outlet = heads.get(article as usize).and_then(|head| head.outlet.as_deref());
            outlet.is_some_and(|outlet| {
                if outlet != last.0 {
                    last = (outlet, folded_words(outlet).windows(words.len()).any(|some| some == words));
                }
                last.1
            })
        }))
    }

    /// The leaf of a word: words that mean the same forms share one.
    fn leaf(&mut self, term: &Term) -> Result<usize, Error> {
        let (forms, more) = forms_of(&self.edition.dictionary()?, term)?;
        if more {
            let message = "too many words fit; only the 512 most frequent of them are searched, so write more letters";
            self.problems.push(Problem { span: term.span, message: message.to_owned() });
        }
        if let Some(known) = self.leaves.iter().position(|leaf| leaf.forms == forms) {
            return Ok(known);
        }
        let leaf = Leaf::read(self.edition, forms)?;
        self.ranking.weights.push(Ranking::weight(leaf.articles.count(), self.edition.articles()));
        self.leaves.push(leaf);
        Ok(self.leaves.len() - 1)
    }

    /// Articles that may match, and whether they all do.
    fn candidates(&self, plan: &Plan, title: bool) -> (Bitmap, bool) {
        let all = self.edition.articles();
        match plan {
            Plan::Words(leaves) => {
                let mut articles = Bitmap::full(all);
                for leaf in leaves.iter().filter_map(|leaf| self.leaves.get(*leaf)) {
                    articles.intersect(if title { &leaf.titles } else { &leaf.articles });
                }
                (articles, leaves.len() == 1)
            }
            Plan::Near(left, _, right) => {
                let mut articles = self.candidates(left, title).0;
                articles.intersect(&self.candidates(right, title).0);
                (articles, false)
            }
            Plan::And(plans) => self.combined(Bitmap::full(all), plans, title, Bitmap::intersect),
            Plan::Or(plans) => self.combined(Bitmap::empty(all), plans, title, Bitmap::unite),
            Plan::Not(plan) => match self.candidates(plan, title) {
                (mut articles, true) => {
                    articles.complement();
                    (articles, true)
                }
                (_, false) => (Bitmap::full(all), false),
            },
            Plan::Title(plan) => self.candidates(plan, true),
            Plan::Among(articles) => (articles.clone(), true),
            Plan::Part(_, plan) => self.candidates(plan, title),
        }
    }

    fn combined(
        &self,
        mut articles: Bitmap,
        plans: &[Plan],
        title: bool,
        with: fn(&mut Bitmap, &Bitmap),
    ) -> (Bitmap, bool) {
        let mut exact = true;
        for plan in plans {
            let (some, all) = self.candidates(plan, title);
            with(&mut articles, &some);
            exact &= all;
        }
        (articles, exact)
    }
}

/// Positions that come from postings.
struct Posted<'a> {
    positions: &'a [Positions],
    article: u32,
}

impl Places for Posted<'_> {
    fn of(&self, leaf: usize) -> &[u32] {
        self.positions.get(leaf).map_or(&[], |positions| positions.of(self.article))
    }
}

/// Positions that come from an article's layout.
struct Laid(Vec<Vec<u32>>);

impl Places for Laid {
    fn of(&self, leaf: usize) -> &[u32] {
        self.0.get(leaf).map_or(&[], Vec::as_slice)
    }
}

/// The positions at which an article has a leaf, of all its positions.
fn standing(leaf: &Leaf, layout: &Layout, positions: &[u32]) -> Vec<u32> {
    let stands = |token: &super::Token| leaf.forms.binary_search(&token.form).is_ok();
    layout.tokens.iter().zip(positions).filter(|(token, _)| stands(token)).map(|(_, position)| *position).collect()
}

fn hit(stretch: &Stretch, layout: &Layout, positions: &[u32]) -> Option<Hit> {
    let start = positions.partition_point(|position| *position < stretch.start);
    let end = positions.partition_point(|position| *position < stretch.end);
    let tokens = layout.tokens.get(start..end)?;
    let span = Span { start: tokens.first()?.span.start, end: tokens.last()?.span.end };
    let tokens = start as u32..end as u32;
    Some(Hit { span, sentence: layout.sentence_of(tokens.start), tokens, part: stretch.part })
}
