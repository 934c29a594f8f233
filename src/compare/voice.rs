//! What kind of source stands behind words.

/// What kind of source stands behind words or numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// Nothing tells it.
    #[default]
    Unknown,
    /// Somebody by name.
    Person,
    /// A body, or whoever holds one office, without a name: the ministry, its spokesman, the premier, Moscow.
    Office,
    /// An agency, a paper, a station: it has it from somebody else, or saw it.
    Agency,
    /// A report, a statement, a video.
    Document,
    /// Somebody who could be anybody of a kind: a diplomatic source, residents, officials.
    Anonymous,
}

impl Voice {
    const ALL: [Self; 6] = [Self::Unknown, Self::Person, Self::Office, Self::Agency, Self::Document, Self::Anonymous];

    /// As a number.
    #[must_use]
    pub fn code(self) -> u8 {
        self as u8
    }

    /// The opposite of [`Voice::code`]; any other number is unknown.
    #[must_use]
    pub fn of_code(code: u8) -> Self {
        Self::ALL.get(usize::from(code)).copied().unwrap_or_default()
    }

    /// In a word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Person => "person",
            Self::Office => "office",
            Self::Agency => "agency",
            Self::Document => "document",
            Self::Anonymous => "anonymous",
        }
    }
}

/// What kind of source bears a name, which is the name of an entity of this kind or a description: `Russian diplomatic source`.
///
/// | what it ends in, before a preposition | kind |
/// |---|---|
/// | an outlet’s name, a known agency | agency |
/// | an office or title that one person holds: `ministry spokesman` | office |
/// | a body: `ministry`, `security services`, `authorities` | office |
/// | what is written or said: `report` | document |
/// | any other person: `source`, `officials`, `residents` | anonymous |
#[cfg(feature = "extract")]
#[must_use]
pub fn voice(name: &str, entity: Option<crate::extract::EntityKind>) -> Voice {
    use crate::extract::{EntityKind, is_outlet};
    use crate::lexicon::{self, About, Class, OrganisationKind, Title};
    use crate::text::{fold, words};

    /// Titles of many: whoever is called no more than that has not been named.
    const OF_MANY: [&str; 6] = ["agent", "doctor", "officer", "official", "source", "witness"];

    let folded: Vec<String> = words(name).map(|span| fold(span.of(name))).collect();
    let is_tie =
        |word: &String| lexicon::word(word).is_some_and(|known| known.is_closed() && known.can_be(Class::Preposition));
    let end = folded.iter().skip(1).position(is_tie).map_or(folded.len(), |at| at + 1);
    let Some(head) = folded.get(end.wrapping_sub(1)) else { return Voice::Unknown };
    let noun = lexicon::lemma(head, Class::Noun);
    let media = lexicon::known_organisation(name).is_some_and(|known| known.kind == OrganisationKind::Media);
    let is_body = lexicon::organisation_noun(head).or_else(|| lexicon::organisation_noun(noun)).is_some();
    match entity {
        Some(EntityKind::Person) => return Voice::Person,
        Some(EntityKind::People) => return Voice::Anonymous,
        Some(EntityKind::Organisation) if media || is_outlet(head) => return Voice::Agency,
        Some(EntityKind::Organisation | EntityKind::Place) => return Voice::Office,
        None => {}
    }
    let about = |about| lexicon::word(noun).is_some_and(|known| known.is_about(about));
    if OF_MANY.contains(&noun) {
        Voice::Anonymous
    } else if lexicon::title(noun) == Some(Title::BeforeName) && head == noun {
        Voice::Office
    } else if media {
        Voice::Agency
    } else if is_body {
        Voice::Office
    } else if about(About::Person) {
        Voice::Anonymous
    } else if is_outlet(head) {
        Voice::Agency
    } else if about(About::Communication) {
        Voice::Document
    } else if about(About::Group) {
        Voice::Office
    } else {
        Voice::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_back() {
        for voice in Voice::ALL {
            assert_eq!(Voice::of_code(voice.code()), voice);
        }
        assert_eq!(Voice::of_code(77), Voice::Unknown);
    }

    #[test]
    #[cfg(feature = "extract")]
    fn kinds_of_sources() {
        use crate::extract::EntityKind::{Organisation, People, Person, Place};
        for (name, entity, expected) in [
            ("Ramona Moreno", Some(Person), Voice::Person),
            ("Valley Ministry spokesman", None, Voice::Office),
            ("the premier", None, Voice::Office),
            ("Peruvian security services", None, Voice::Office),
            ("Authorities in Lima", None, Voice::Office),
            ("Lima", Some(Place), Voice::Office),
            ("Valley Ministry", Some(Organisation), Voice::Office),
            ("Valley Herald", Some(Organisation), Voice::Agency),
            ("Reuters", Some(Organisation), Voice::Agency),
            ("Peruvian diplomatic source", None, Voice::Anonymous),
            ("officials in the ministry", None, Voice::Anonymous),
            ("residents", None, Voice::Anonymous),
            ("Peruvians", Some(People), Voice::Anonymous),
            ("report by the ministry", None, Voice::Document),
            ("Qwx", None, Voice::Unknown),
            ("", None, Voice::Unknown),
        ] {
            assert_eq!(voice(name, entity), expected, "{name}");
        }
    }
}
