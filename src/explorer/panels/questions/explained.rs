//! What there is to say of the chosen question: its sentences and sources, how its figures relate, sums, shared passages.

use super::account::{Account, Corpus};
use super::axis::{Range, axis};
use crate::compare::{Adds, Asked, Known, Related, Scopes, Shared, Side, relate, relation_in_words, sums};
use crate::explorer::count::grouped;
use crate::explorer::filter::Field;
use crate::explorer::quantity::time_words;
use crate::explorer::runs::{Marked, Marks, runs, shortened};
use crate::explorer::screen::{QuestionAccount, QuestionExplained, QuestionPassage, QuestionRelation, QuestionSum};
use crate::index::Error;
use crate::order::by;
use crate::text::Span;

/// Figures of which the sentences are given, and all pairs are looked at.
const MOST_ACCOUNTS: usize = 50;
/// Relations that are given.
const MOST_RELATIONS: usize = 20;
/// Characters of a passage or a name.
const LONGEST: usize = 280;

/// A question, explained by its accounts.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn explained(
    corpus: &Corpus,
    question: &Asked,
    mut accounts: Vec<Account>,
) -> Result<QuestionExplained, Error> {
    let mut range = Range::default();
    range.add(&accounts);
    let drawn = super::account::drawn(&accounts);
    let (mut at, mut kept) = (0, 0);
    accounts.retain(|account| {
        let asked = account.remainder.is_none() && drawn[at] && (kept < MOST_ACCOUNTS || corpus.is_selected(account));
        at += 1;
        kept += usize::from(asked);
        asked
    });
    let mut told = QuestionExplained {
        id: question.id.clone(),
        title: question.title.clone(),
        axis: axis(super::unit_of(&question.unit), &range),
        sums: explained_sums(corpus, &accounts),
        close: corpus.evaluation.state.toggled(Field::Question, false, &question.id),
        ..QuestionExplained::default()
    };
    relations(corpus, &accounts, &mut told);
    for account in &accounts {
        let (_, sentence) = sentence_at(corpus, account.row.article, account.figure.span.start)?;
        told.accounts.push(explained_account(corpus, account, sentence));
    }
    for passage in &corpus.questions.passages {
        if accounts.iter().any(|account| holds(passage, 0, account) || holds(passage, 1, account)) {
            told.passages.push(explained_passage(corpus, passage)?);
        }
    }
    Ok(told)
}

/// The sentence at a place of an article, with its ordinal.
#[inline(never)]
fn sentence_at(corpus: &Corpus, article: u32, place: u32) -> Result<(usize, Span), Error> {
    let layout = corpus.evaluation.edition.layout(article)?;
    let at = layout.sentences.partition_point(|sentence| sentence.span.end <= place);
    Ok((at, layout.sentences.get(at).map_or(Span::default(), |sentence| sentence.span)))
}

fn names<'a>(account: &'a Account) -> Vec<&'a str> {
    account.figure.sources.iter().map(|source| source.name.as_str()).collect()
}

fn explained_account(corpus: &Corpus, account: &Account, sentence: Span) -> QuestionAccount {
    let figure = &account.figure;
    let id = ["f", &account.row.ordinal.to_string()].concat();
    let marked = Marked { span: figure.span, kind: "figure", id };
    let mut scope = account.side(&[]).called();
    let as_of = figure.as_of.as_deref().map(time_words);
    for (before, value) in [("from ", &figure.of_place), ("in ", &figure.at_place), ("", &as_of)] {
        if let Some(value) = value {
            let between = if scope.is_empty() { "" } else { " · " };
            scope.push_str(&[between, before, value].concat());
        }
    }
    let mut chain: Vec<String> = Vec::new();
    for source in &figure.sources {
        chain.push(shortened(&source.name, LONGEST));
    }
    if chain.is_empty() {
        chain.push("the article itself".to_owned());
    }
    chain.push(corpus.evaluation.short_name(account.row.article));
    QuestionAccount {
        mark: corpus.id_of(account),
        runs: runs(account.text, sentence, &Marks::new(vec![marked])),
        scope,
        chain,
        to: corpus.evaluation.opening(corpus.selection_of(account)),
    }
}

/// The relations that say most, how many more pairs there are, and how many relate in which way.
fn relations(corpus: &Corpus, accounts: &[Account], told: &mut QuestionExplained) {
    const WORDS: [(&str, &str); 5] = [
        ("differ", " differ"),
        ("agree", " agree"),
        ("part", " of part and whole"),
        ("repeated", " of the same statement"),
        ("not_comparable", " not comparable"),
    ];
    let selected: Vec<bool> = accounts.iter().map(|account| corpus.is_selected(account)).collect();
    let any = selected.contains(&true);
    let mut pairs: Vec<(usize, usize, Related)> = Vec::new();
    for second in 0..accounts.len() {
        for first in 0..second {
            if !any || selected[first] || selected[second] {
                pairs.push((first, second, related(corpus, &accounts[first], &accounts[second])));
            }
        }
    }
    let count = pairs.len();
    let mut sentence = ["Of ", &grouped(count as u64), if count == 1 { " pair" } else { " pairs" }].concat();
    let mut before = " ";
    for (word, words) in WORDS {
        let of = pairs.iter().filter(|(_, _, related)| related.relation.word() == word).count();
        if of > 0 {
            sentence.push_str(&[before, &grouped(of as u64), words].concat());
            before = ", ";
        }
    }
    sentence.push('.');
    told.sentence = if count == 0 { "One figure alone answers it.".to_owned() } else { sentence };
    by(&mut pairs, |a, b| b.2.relation.weight().total_cmp(&a.2.relation.weight()));
    pairs.truncate(MOST_RELATIONS);
    told.left_out = (count - pairs.len()) as u32;
    for (first, second, related) in pairs {
        let (a, b) = (&accounts[first], &accounts[second]);
        told.relations.push(QuestionRelation {
            marks: [corpus.id_of(a), corpus.id_of(b)],
            relation: related.relation.word(),
            words: relation_in_words(&a.side(&[]), &b.side(&[]), &related),
        });
    }
}

/// How two figures of one question relate: said again from what comparing found of their scopes.
fn related(corpus: &Corpus, a: &Account, b: &Account) -> Related {
    let scopes = Scopes::of_codes(corpus.questions.scopes(a.row.figure as usize, b.row.figure as usize));
    let first_is_whole = match (is_part(corpus, b, a), is_part(corpus, a, b)) {
        (true, _) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    let (first, second) = if a.row.article < b.row.article { (a, b) } else { (b, a) };
    let share = |passage: &Shared| holds(passage, 0, first) && holds(passage, 1, second);
    let shares_words = corpus.questions.passages.iter().any(share);
    relate(&a.side(&names(a)), &b.side(&names(b)), scopes, Known { first_is_whole, shares_words })
}

/// Whether a figure is a part of another: by its article, or of one that the other tells once more.
fn is_part(corpus: &Corpus, part: &Account, whole: &Account) -> bool {
    let Some(of) = part.figure.part_of else { return false };
    let own = part.row.figure as usize - part.row.ordinal as usize + of;
    let other = whole.row.figure as usize;
    let question = |figure: usize| corpus.questions.answer(figure).question;
    let own_whole = Side { fact: &part.facts.figures[of], ..part.side(&[]) };
    let told_again = question(own) == question(other)
        && part.row.figure != whole.row.figure
        && whole.figure.part_of.is_none()
        && own_whole.says_the_same(&whole.side(&[]));
    own == other || told_again
}

/// Whether a figure's number stands in one side of a passage.
fn holds(passage: &Shared, side: usize, account: &Account) -> bool {
    let (article, span) = passage.sides[side];
    article == account.row.article && span.contains(account.figure.number)
}

/// The sums that a figure of the question is in.
fn explained_sums(corpus: &Corpus, accounts: &[Account]) -> Vec<QuestionSum> {
    let mut found = Vec::new();
    for accounts in accounts.chunk_by(|a, b| a.row.article == b.row.article) {
        let Some(first) = accounts.first() else { continue };
        let article = first.row.article;
        for sum in sums(article as usize, first.facts) {
            let is_in = |account: &Account| {
                let ordinal = account.row.ordinal as usize;
                sum.whole == ordinal || sum.parts.contains(&ordinal)
            };
            if !accounts.iter().any(is_in) {
                continue;
            }
            let behind = match sum.adds {
                Adds::Leaves(_) => " left over, computed",
                Adds::Exceeds(_) => ": the parts are more than the whole",
                Adds::Up => "",
                Adds::Open => ": part and whole, from which nothing can be worked out",
            };
            found.push(QuestionSum {
                whole: corpus.id(article, "f", sum.whole),
                parts: sum.parts.iter().map(|part| corpus.id(article, "f", *part)).collect(),
                words: [&sum.working, behind].concat(),
                to: corpus.evaluation.opening(corpus.selection(first, sum.whole)),
            });
        }
    }
    found
}

fn explained_passage(corpus: &Corpus, passage: &Shared) -> Result<QuestionPassage, Error> {
    let evaluation = corpus.evaluation;
    let mut told = QuestionPassage::default();
    for (side, (article, span)) in passage.sides.into_iter().enumerate().rev() {
        let text = evaluation.edition.text(article)?;
        let (at, sentence) = sentence_at(corpus, article, span.start)?;
        told.to[side] = evaluation.opening(evaluation.sentence_link(article, at, sentence.of(text)));
        told.words = shortened(span.of(text), LONGEST);
    }
    let [first, second] = passage.sides.map(|(article, _)| evaluation.short_name(article));
    let quoted = if passage.quoted { ", quoted in both." } else { "." };
    let words = grouped(passage.words.into());
    told.sentence = [&first, " and ", &second, " have ", &words, " words in common", quoted].concat();
    Ok(told)
}
