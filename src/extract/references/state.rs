//! Countries and peoples that act. The name of a country is that of a place, and stands here for who governs it besides.
//!
//! | found | and not |
//! |---|---|
//! | **Mali** condemned it; **Mali** and **Chad** have agreed | Mali is large; Mali was hit; towns in Mali and Chad suffered |
//! | a truce announced by **Mali**; talks with **Mali**; they accused **Mali** | the border with Mali; they left Mali |
//! | nations that took part include **Mali**, **Chad** and **Niger** | towns include Kita |
//! | **U.S.** support; **Mali**’s efforts | U.S. stocks; Mali’s heritage |
//! | **the Malians**, **all Malians** | three Malians, Malians, the Malian army |

use super::Finder;
use crate::extract::{Entity, EntityKind, Reference, ReferenceForm, Tag};
use crate::lexicon::{self, About, Class, PlaceKind, lemma, word};
use core::ops::Range;

/// How far before the first of a list of countries it is said what they are, in tokens.
const REACH: usize = 12;

impl Finder<'_, '_> {
    /// Countries that do something, and peoples that are meant as a whole.
    pub(super) fn states(&self) -> Vec<Reference> {
        let mut found = Vec::new();
        let countries: Vec<bool> = self.entities.iter().map(is_country).collect();
        for (tokens, entity) in &self.names {
            if countries.get(*entity).copied().unwrap_or_default() && self.acts(tokens).unwrap_or_default() {
                let of = self.reference(tokens, EntityKind::Organisation, Some(*entity), "references:state");
                found.push(Reference { form: ReferenceForm::Metonym, ..of });
            } else if self.is_all_of_people(tokens, *entity) {
                let whole = tokens.start - 1..tokens.end;
                found.push(self.reference(&whole, EntityKind::Organisation, None, "references:people"));
            }
        }
        found
    }

    /// Whether a people is meant as a whole.
    fn is_all_of_people(&self, tokens: &Range<usize>, entity: usize) -> bool {
        let document = self.document;
        let words = || tokens.clone().map(|token| document.lower(token));
        self.is_a(entity, EntityKind::People)
            && tokens.start > 0
            && matches!(document.lower(tokens.start - 1), "the" | "all")
            && document.phrase_of(tokens.start).is_some_and(|at| document.phrases[at].tokens.end == tokens.end)
            && lexicon::longest_demonym(words()).is_some_and(|(_, people)| people.is_plural && !people.is_adjective)
    }

    /// Whether a country does something, or something is done with it that is done with bodies alone.
    fn acts(&self, tokens: &Range<usize>) -> Option<bool> {
        let document = self.document;
        let phrase = document.phrases.get(document.phrase_of(tokens.start)?)?;
        // `the United States remains` may look like one phrase.
        let remains = document.lower(tokens.end) == "remains";
        if !tokens.contains(&phrase.head) && !remains {
            let short = document.tokens[tokens.start].capitals && tokens.end == phrase.head;
            return Some((short || self.is_possessive(tokens.end)) && is_deed(document.lower(phrase.head)));
        }
        let all = self.joined(&phrase.tokens);
        let mut next = if remains { tokens.end } else { all.end };
        while document.tag(next) == Tag::Adverb {
            next += 1;
        }
        if tokens.start > phrase.tokens.start && matches!(document.lower(tokens.start - 1), "ally" | "partner") {
            return Some(true);
        }
        if let Some(before) = all.start.checked_sub(1) {
            let second = before.checked_sub(1).map_or("", |at| document.lower(at));
            match document.lower(before) {
                "by" => return Some(true),
                "with" => return Some(!matches!(second, "border" | "frontier")),
                "between" => return Some(is_deed(second)),
                "for" => return Some(document.tag(next) == Tag::To),
                "include" | "includes" | "including" => {
                    let many = |at: usize| matches!(document.lower(at), "nations" | "countries" | "members");
                    return Some((before.saturating_sub(REACH)..before).any(many));
                }
                _ if matches!(document.tag(before), Tag::Preposition | Tag::To) => return None,
                _ => {}
            }
        }
        Some(remains || self.does(next).unwrap_or_else(|| all.start > 0 && self.takes_body(all.start - 1)))
    }

    /// Whether the verbs that begin here, if any do, are of what bodies do.
    fn does(&self, at: usize) -> Option<bool> {
        let document = self.document;
        let verbs = document.verbs.get(document.verbs_of(at)?).filter(|verbs| verbs.finite)?;
        let head = document.lower(verbs.head);
        Some(if verbs.passive {
            matches!(head, "committed" | "determined" | "prepared")
        } else {
            !matches!(head, "is" | "are" | "was" | "were" | "be" | "been") || document.lower(verbs.tokens.end) == "able"
        })
    }

    /// Whether a token is a verb of what is done to bodies: to tell them something, to stand with them.
    fn takes_body(&self, at: usize) -> bool {
        let verb = lemma(self.document.lower(at), Class::Verb);
        self.document.tag(at).is_verb()
            && (matches!(verb, "support" | "join" | "help" | "enable" | "thank")
                || word(verb).is_some_and(|word| word.is_about(About::Saying)))
    }

    /// A phrase with all that are joined to it by commas and `and`, if names of places end them.
    fn joined(&self, phrase: &Range<usize>) -> Range<usize> {
        let document = self.document;
        let joins = |at: usize| document.is_mark(at, ',') || document.lower(at) == "and";
        let placed = |token: usize| {
            let phrase = &document.phrases.get(document.phrase_of(token)?)?.tokens;
            let (_, entity) = self.name_in(&(phrase.end - 1..phrase.end))?;
            self.is_a(*entity, EntityKind::Place).then(|| phrase.clone())
        };
        let mut all = phrase.clone();
        let mut count = 1;
        loop {
            let next = (all.end..).find(|at| !joins(*at)).unwrap_or(all.end);
            let Some(more) = placed(next).filter(|more| next > all.end && more.start == next) else { break };
            all.end = more.end;
            count += 1;
        }
        loop {
            let end = (1..=all.start).rev().find(|at| !joins(*at - 1)).unwrap_or(0);
            let Some(more) = end.checked_sub(1).and_then(placed).filter(|more| end < all.start && more.end == end)
            else {
                break;
            };
            all.start = more.start;
            count += 1;
        }
        // `in Mali, Chad said`
        if count > 2 || all.clone().any(|at| document.lower(at) == "and") { all } else { phrase.clone() }
    }
}

fn is_country(of: &Entity) -> bool {
    of.kind == EntityKind::Place && lexicon::places(&of.name).any(|place| place.kind == PlaceKind::Country)
}

/// Whether a noun, in lower case, is of what a government does or gives.
fn is_deed(lower: &str) -> bool {
    matches!(
        lower.strip_suffix('s').unwrap_or(lower),
        "support"
            | "effort"
            | "commitment"
            | "assistance"
            | "aid"
            | "strike"
            | "airstrike"
            | "message"
            | "work"
            | "decision"
            | "policy"
            | "offer"
            | "partnership"
            | "relation"
            | "guarantee"
            | "talk"
            | "agreement"
            | "sanction"
    )
}
