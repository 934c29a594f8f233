//! What a figure counts, and what happened to it, in words that figures of different articles can share.

use super::words::{event_of_noun, event_of_verb, thing};
use crate::extract::{Figure, FigureKind, makes_fighters, population_of};
use crate::lexicon::{self, About, Class, Form};
use crate::text::{fold, words};

/// What a figure counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Subject {
    /// `people`, `count`, `age`, or the unit of money or measure.
    pub unit: String,
    /// Who is counted: the populations that set people apart, in the order of their table.
    pub who: Vec<String>,
    /// The lemma of the noun that is counted; empty where there is none, or it says nothing (`people`).
    pub noun: String,
    /// What happened: a status, or an event of the table of words, or a verb's lemma.
    pub event: String,
    /// Whether the event is one of a table, so that it means the same in every article.
    pub is_certain: bool,
}

/// Populations that tell where somebody belongs, which is kept as a scope, or nothing.
const PLAIN: [&str; 4] = ["citizens", "foreigners", "diaspora", "other"];

/// Statuses that say nothing of what happened.
const OPEN: [&str; 1] = ["other"];

/// What joins those who fight, in any form of words: going there, being taken on, joining.
pub(super) const JOINED: &str = "joined";

/// The words of what is counted.
struct Counted {
    /// Each as printed, folded.
    words: Vec<String>,
    /// The place of the noun among them; none where they begin with something else.
    head: Option<usize>,
}

impl Counted {
    fn of(text: &str) -> Self {
        let words: Vec<String> = words(text).map(|span| fold(span.of(text))).collect();
        let mut head = None;
        for (at, word) in words.iter().enumerate() {
            let Some(known) = lexicon::word(word) else {
                head = Some(at);
                continue;
            };
            let ends =
                [Class::Wh, Class::Preposition, Class::Subordinator, Class::Modal, Class::Auxiliary, Class::Pronoun];
            let is_past = known.is_form(Form::PastParticiple);
            let is_verb = known.usual == Class::Verb && (is_past || !known.can_be(Class::Noun));
            let is_participle = known.can_be(Class::Verb) && (is_past || known.is_form(Form::Gerund)) && head.is_some();
            if known.is_closed() && ends.iter().any(|class| known.can_be(*class)) || is_verb || is_participle {
                break;
            }
            // A noun is where nothing better stands behind it, and no adjective, number or conjunction is one.
            if known.can_be(Class::Noun) && !known.is_closed() {
                head = Some(at);
            }
        }
        Self { words, head }
    }

    fn noun(&self) -> &str {
        self.head.and_then(|head| self.words.get(head)).map_or("", |word| lexicon::lemma(word, Class::Noun))
    }

    /// The lemmas of the words behind the noun that can be verbs and are no auxiliaries.
    fn verbs(&self) -> impl Iterator<Item = &str> {
        let behind = self.head.map_or(0, |head| head + 1);
        self.words.iter().skip(behind).filter_map(|word| {
            let known = lexicon::word(word)?;
            (known.can_be(Class::Verb) && !known.is_closed()).then(|| lexicon::lemma(word, Class::Verb))
        })
    }

    /// Whether these words say that somebody joins who fights.
    fn joins(&self) -> bool {
        let joining = self.verbs().any(|verb| matches!(verb, "join" | "enlist"));
        joining && self.words.iter().any(|word| makes_fighters(word))
    }
}

/// Whether a noun's lemma names people.
fn is_of_people(noun: &str) -> bool {
    let known = lexicon::word(noun);
    let is = |about| known.is_some_and(|word| word.is_about(about));
    population_of(noun).is_some() || is(About::Person) || lexicon::demonym(noun).is_some()
}

/// Whether a noun's lemma says no more than that people are counted: people, nationals, victims by their nation.
fn is_plain(noun: &str) -> bool {
    let population = population_of(noun);
    matches!(noun, "people" | "person" | "adult" | "individual" | "human" | "soul" | "resident" | "victim" | "dead")
        || population.is_some()
        || lexicon::demonym(noun).is_some()
}

/// The lemma of the noun that a figure counts, `people` too; empty where there is none.
pub(super) fn noun(figure: &Figure, text: &str) -> String {
    let Some(said) = &figure.counted else { return String::new() };
    let printed = said.span.map(|span| Counted::of(span.of(text))).filter(|printed| printed.head.is_some());
    printed.unwrap_or_else(|| Counted::of(&said.text)).noun().to_owned()
}

/// What a figure counts. None where nothing tells it, or nothing of its kind is compared (ranks and scores).
pub(super) fn subject(figure: &Figure, text: &str) -> Option<Subject> {
    let said = figure.counted.as_ref();
    let all = Counted::of(said.map_or("", |counted| counted.text.as_str()));
    let noun = noun(figure, text);
    let noun = thing(&noun);
    let mut subject = Subject { unit: unit(figure, noun, &all)?, ..Subject::default() };
    subject.who = figure.population.iter().filter(|who| !PLAIN.contains(&who.as_str())).cloned().collect();
    if subject.unit == "people" && subject.who.is_empty() && all.joins() {
        subject.who.push("fighters".to_owned());
    }
    (subject.event, subject.is_certain) = event(figure, noun, &all, &subject);
    if !(is_plain(noun) || subject.unit == "people" && subject.is_certain) {
        subject.noun = noun.to_owned();
    }
    let tells = !subject.who.is_empty() || !noun.is_empty() || subject.is_certain;
    tells.then_some(subject)
}

fn unit(figure: &Figure, noun: &str, counted: &Counted) -> Option<String> {
    let unit = || figure.unit.as_deref().map(fold).filter(|unit| !unit.is_empty());
    Some(match figure.kind {
        FigureKind::People => "people".to_owned(),
        FigureKind::Age => "age".to_owned(),
        FigureKind::Money => unit().unwrap_or_else(|| "money".to_owned()),
        FigureKind::Measure => unit()?,
        FigureKind::Percent => "percent".to_owned(),
        FigureKind::Count if is_of_people(noun) => "people".to_owned(),
        // `Thousands march`: only people do what these words say.
        FigureKind::Count
            if noun.is_empty() && counted.verbs().any(|verb| event_of_verb(verb, "") == Some("gathered")) =>
        {
            "people".to_owned()
        }
        FigureKind::Count => "count".to_owned(),
        FigureKind::Rank | FigureKind::Score => return None,
    })
}

/// What happened, and whether a table says so.
fn event(figure: &Figure, noun: &str, counted: &Counted, subject: &Subject) -> (String, bool) {
    let status = figure.status.as_deref().filter(|status| !OPEN.contains(status));
    let by_words = || counted.verbs().find_map(|verb| event_of_verb(verb, noun)).or_else(|| event_of_noun(noun));
    let goes = matches!(status, Some("left" | "recruited")) || status.is_none() && counted.joins();
    if subject.unit == "people" && goes && subject.who.iter().any(|who| who == "fighters") {
        return (JOINED.to_owned(), true);
    }
    // Those who flee a prison are not displaced.
    let known = status.filter(|status| *status != "displaced").or_else(by_words).or(status);
    if let Some(known) = known {
        return (known.to_owned(), true);
    }
    let counts = matches!(figure.kind, FigureKind::People | FigureKind::Count);
    let verb = if counts { counted.verbs().next() } else { None };
    (verb.unwrap_or_default().to_owned(), false)
}

/// The words of what is counted that say something, without its noun: their lemmas, sorted.
pub(super) fn content(figure: &Figure, noun: &str) -> Vec<String> {
    let text = figure.counted.as_ref().map_or("", |counted| counted.text.as_str());
    let folded = words(text).map(|span| fold(span.of(text)));
    let mut found: Vec<String> = folded
        .filter(|word| !lexicon::is_stop_word(word) && lexicon::word(word).is_none_or(|known| !known.is_closed()))
        .map(|word| lexicon::lemma(&word, Class::Noun).to_owned())
        // `age of` stands in front of all that ages are of.
        .filter(|word| word != noun && word != "age")
        .collect();
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract;
    use crate::text::Span;

    fn counted(text: &str, kind: FigureKind, status: Option<&str>) -> (String, String, String) {
        let figure = Figure {
            kind,
            status: status.map(str::to_owned),
            counted: Some(extract::Counted { text: text.to_owned(), span: None }),
            ..Figure::default()
        };
        let found = subject(&figure, "").unwrap_or_default();
        (found.who.join(" "), found.noun, found.event)
    }

    #[test]
    fn what_is_counted_and_what_happened() {
        use FigureKind::{Count, People};
        for (text, kind, status, expected) in [
            ("people killed in southern Peru", People, Some("killed"), ("", "", "killed")),
            ("inmates who escaped from the prison", People, Some("other"), ("", "", "escaped")),
            ("prisoners who fled the prison", People, Some("displaced"), ("", "", "escaped")),
            ("villagers who fled the fighting", People, Some("displaced"), ("", "", "displaced")),
            ("people marched through Lima", People, Some("other"), ("", "", "gathered")),
            ("demonstrators", People, None, ("", "", "gathered")),
            ("that march in Lima", Count, None, ("", "", "gathered")),
            ("homes destroyed in Arequipa", Count, None, ("", "house", "destroyed")),
            ("Kenyans living in Europe that joined the Somali militias", Count, None, ("fighters", "", "joined")),
            ("requests from the widows", Count, Some("requested"), ("", "request", "requested")),
            ("Western countries", Count, None, ("", "country", "")),
            ("passengers", People, None, ("", "passenger", "")),
            ("in Austria", Count, None, ("", "", "")),
            ("found in Austria", Count, None, ("", "", "")),
        ] {
            let (who, noun, event) = counted(text, kind, status);
            assert_eq!((who.as_str(), noun.as_str(), event.as_str()), expected, "{text}");
        }
        assert_eq!(subject(&Figure::default(), ""), None);
        let rank = Figure { kind: FigureKind::Rank, span: Span::new(0, 0), ..Figure::default() };
        assert_eq!(subject(&rank, ""), None);
    }
}
