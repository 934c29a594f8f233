//! What a query finds in one article, given where its words stand in it.
//!
//! The same code serves for ranking, where positions come from postings, and for marking, where they come from the article's
//! layout: so that as many hits are counted as are marked.

use super::Bitmap;
use super::rank::Ranking;
use crate::order;
use core::ops::Range;

/// A query with its words looked up: a leaf is a set of forms, by number in [`super::Search`].
pub enum Plan {
    /// Leaves one behind the other; one leaf is a word.
    Words(Vec<usize>),
    /// Both, at most so many words apart.
    Near(Box<Plan>, u32, Box<Plan>),
    And(Vec<Plan>),
    Or(Vec<Plan>),
    Not(Box<Plan>),
    Title(Box<Plan>),
    /// The articles of a field's value.
    Among(Bitmap),
    Part(u16, Box<Plan>),
}

/// A stretch of positions that is to be one mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub start: u32,
    pub end: u32,
    pub part: u16,
}

impl Stretch {
    fn len(&self) -> u32 {
        self.end - self.start
    }
}

/// Where the leaves stand in one article.
pub trait Places {
    /// The positions of a leaf, in order.
    fn of(&self, leaf: usize) -> &[u32];
}

/// One article, as a query looks at it.
pub struct View<'a> {
    pub article: u32,
    pub places: &'a dyn Places,
    pub ranking: &'a Ranking,
    /// The positions of its title.
    pub title: Range<u32>,
    pub words: u32,
}

/// What surrounds a part of a plan.
#[derive(Clone, Copy, Default)]
struct Scope {
    title: bool,
    part: u16,
}

impl View<'_> {
    /// The score where the article matches; its stretches, sorted and without overlap, are put into `stretches`.
    pub fn evaluate(&self, plan: &Plan, stretches: &mut Vec<Stretch>) -> Option<f32> {
        stretches.clear();
        let score = self.matches(plan, Scope::default(), stretches)?;
        resolve(stretches);
        Some(score)
    }

    /// The score where it matches. Where not, `out` is left as it was.
    fn matches(&self, plan: &Plan, scope: Scope, out: &mut Vec<Stretch>) -> Option<f32> {
        match plan {
            Plan::Words(leaves) => self.words_match(leaves, scope, out),
            Plan::Near(left, words, right) => self.near(plan, [left, right], *words, scope, out),
            Plan::And(plans) => {
                let before = out.len();
                let mut sum = 0.0;
                for plan in plans {
                    let Some(score) = self.matches(plan, scope, out) else {
                        out.truncate(before);
                        return None;
                    };
                    sum += score;
                }
                Some(sum)
            }
            Plan::Or(plans) => {
                let scores = plans.iter().filter_map(|plan| self.matches(plan, scope, out));
                scores.reduce(|sum, score| sum + score)
            }
            Plan::Not(plan) => self.matches(plan, scope, &mut Vec::new()).is_none().then_some(0.0),
            Plan::Title(plan) => self.matches(plan, Scope { title: true, ..scope }, out),
            Plan::Among(articles) => articles.contains(self.article).then_some(0.0),
            Plan::Part(part, plan) => self.matches(plan, Scope { part: *part, ..scope }, out),
        }
    }

    fn words_match(&self, leaves: &[usize], scope: Scope, out: &mut Vec<Stretch>) -> Option<f32> {
        let (first, rest) = leaves.split_first()?;
        let before = out.len();
        let (mut count, mut titled) = (0, 0);
        for start in self.places.of(*first) {
            let follows = |(place, leaf): (u32, &usize)| {
                start.checked_add(place).is_some_and(|at| self.places.of(*leaf).binary_search(&at).is_ok())
            };
            let in_title = self.title.contains(start);
            if (scope.title && !in_title) || !(1..).zip(rest).all(follows) {
                continue;
            }
            count += 1;
            titled += u32::from(in_title);
            let end = start.saturating_add(leaves.len() as u32);
            out.push(Stretch { start: *start, end, part: scope.part });
        }
        (out.len() > before).then(|| self.ranking.score(leaves, count, titled, self.words))
    }

    /// For each operand the nearest of the other that follows it. If any two are near enough, then so are the first of them and
    /// the nearest that follows it: so nothing is missed, in as many steps as there are places.
    fn near(&self, plan: &Plan, operands: [&Plan; 2], words: u32, scope: Scope, out: &mut Vec<Stretch>) -> Option<f32> {
        let [left, right] = operands.map(|operand| {
            let mut places = Vec::new();
            self.matches(operand, scope, &mut places);
            order::by_key(&mut places, |place| order::pair(place.start, place.end));
            places
        });
        let before = out.len();
        let mut titled = 0;
        for (these, others) in [(&left, &right), (&right, &left)] {
            for this in these {
                let next = others.partition_point(|other| other.start < this.end);
                if let Some(other) = others.get(next).filter(|other| other.start - this.end < words) {
                    titled += u32::from(self.title.contains(&this.start));
                    out.push(Stretch { start: this.start, end: other.end, part: scope.part });
                }
            }
        }
        let count = (out.len() - before) as u32;
        let mut leaves = Vec::new();
        each_leaf(plan, &mut |leaf| leaves.push(leaf));
        (count > 0).then(|| self.ranking.score(&leaves, count, titled, self.words))
    }
}

/// Calls `take` with each leaf of what can have hits.
pub fn each_leaf(plan: &Plan, take: &mut dyn FnMut(usize)) {
    match plan {
        Plan::Words(leaves) => leaves.iter().for_each(|leaf| take(*leaf)),
        Plan::Near(left, _, right) => {
            each_leaf(left, take);
            each_leaf(right, take);
        }
        Plan::And(plans) | Plan::Or(plans) => plans.iter().for_each(|plan| each_leaf(plan, take)),
        Plan::Not(plan) | Plan::Title(plan) | Plan::Part(_, plan) => each_leaf(plan, take),
        Plan::Among(_) => {}
    }
}

/// Sorts stretches and takes out what overlaps: the longest stays, of equal ones the first, of the same that of the lower part,
/// which comes first in a plan.
fn resolve(stretches: &mut Vec<Stretch>) {
    order::by_key(stretches, |stretch| order::pair(stretch.start, stretch.end));
    if stretches.windows(2).all(|pair| pair[0].end <= pair[1].start) {
        return;
    }
    order::by_key(stretches, |stretch| (!stretch.len()).into());
    let mut kept: Vec<Stretch> = Vec::new();
    for stretch in stretches.drain(..) {
        let place = kept.partition_point(|other| other.start < stretch.end);
        if place.checked_sub(1).is_none_or(|before| kept[before].end <= stretch.start) {
            kept.insert(place, stretch);
        }
    }
    *stretches = kept;
}
