//! The words of English: which classes each can be of, which is usual, and what it is about.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{front, table};

/// The words with their codes, front-coded; its head says how.
const WORDS: &str = headless!("words/words.txt");
/// The forms that no rule makes.
const IRREGULAR: &str = headless!("words/irregular.txt");
/// The closed classes, complete.
const CLOSED: &str = headless!("words/closed.txt");

/// A class of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Class {
    /// miner, war
    Noun,
    /// say, return
    Verb,
    /// big, wounded
    Adjective,
    /// quickly, ago
    Adverb,
    /// the, these, several
    Determiner,
    /// he, them, everyone
    Pronoun,
    /// of, between, according
    Preposition,
    /// and, or, but
    Conjunction,
    /// because, while, that
    Subordinator,
    /// will, could
    Modal,
    /// the forms of be, have and do
    Auxiliary,
    /// who, which, where
    Wh,
    /// the `to` of infinitives
    Particle,
    /// his, their, mine
    Possessive,
    /// not, never, no, and the modals and auxiliaries that end in n't
    Negation,
    /// numbers and ordinals in letters: twelve, third, dozen
    Number,
}

impl Class {
    const fn bit(self) -> u16 {
        1 << self as u16
    }

    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "n" | "noun" => Self::Noun,
            "v" | "verb" => Self::Verb,
            "a" | "adjective" => Self::Adjective,
            "r" | "adverb" => Self::Adverb,
            "determiner" => Self::Determiner,
            "pronoun" => Self::Pronoun,
            "preposition" => Self::Preposition,
            "conjunction" => Self::Conjunction,
            "subordinator" => Self::Subordinator,
            "modal" => Self::Modal,
            "auxiliary" => Self::Auxiliary,
            "wh" => Self::Wh,
            "particle" => Self::Particle,
            "possessive" => Self::Possessive,
            "negation" => Self::Negation,
            "number" => Self::Number,
            _ => return None,
        })
    }
}

/// What the usual senses of a word are about; a word can be about several. All but the last speak of it as a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum About {
    /// Somebody: miner, widow, child.
    Person,
    /// Several as one: family, army, government.
    Group,
    /// Where one can be: village, airport, river.
    Place,
    /// What is done or happens: war, arrest, earthquake.
    Event,
    /// What is said or written: statement, report.
    Communication,
    /// When, and how long: day, winter.
    Time,
    /// What is made, eaten, paid, or a substance: rifle, bread, loan.
    Artefact,
    /// horse, virus
    Animal,
    /// As a verb, to tell: say, claim, deny.
    Saying,
}

impl About {
    const fn bit(self) -> u16 {
        1 << self as u16
    }

    fn parse(letter: char) -> Option<Self> {
        Some(match letter {
            'P' => Self::Person,
            'G' => Self::Group,
            'L' => Self::Place,
            'E' => Self::Event,
            'C' => Self::Communication,
            'T' => Self::Time,
            'A' => Self::Artefact,
            'N' => Self::Animal,
            'S' => Self::Saying,
            _ => return None,
        })
    }
}

/// An inflection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Form {
    /// As the dictionary has it: child, go, big.
    Base,
    /// children, days
    Plural,
    /// goes, says
    ThirdPerson,
    /// went, said
    Past,
    /// gone, said; also where it stands as an adjective: `the displaced people`
    PastParticiple,
    /// going; also as a noun: `the going`
    Gerund,
    /// bigger
    Comparative,
    /// biggest
    Superlative,
}

impl Form {
    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What is known of a form of a word. What it could be is the union over all lemmas it can belong to: `saw` is a noun
/// and the past of `see`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    classes: u16,
    about: u16,
    forms: u8,
    /// The class that this form most often has.
    pub usual: Class,
}

impl Word {
    const fn new(usual: Class) -> Self {
        Self { classes: usual.bit(), about: 0, forms: 0, usual }
    }

    /// Whether it can be of this class.
    #[must_use]
    pub const fn can_be(self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }

    /// Whether it can be of no other class.
    #[must_use]
    pub const fn is_only(self, class: Class) -> bool {
        self.classes == class.bit()
    }

    /// Whether it is of a closed class, and may be of an open one besides.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        self.classes >> (Class::Adverb as u16 + 1) != 0
    }

    /// Whether its usual senses are about this.
    #[must_use]
    pub const fn is_about(self, about: About) -> bool {
        self.about & about.bit() != 0
    }

    /// Whether it can be this inflection of one of its lemmas.
    #[must_use]
    pub const fn is_form(self, form: Form) -> bool {
        self.forms & form.bit() != 0
    }

    /// Takes in what a lemma, of which the word is a form, says.
    fn add(&mut self, lemma: Self, class: Class, forms: u8) {
        self.classes |= class.bit();
        self.forms |= forms;
        let of_verb = About::Saying.bit();
        self.about |= lemma.about & if class == Class::Verb { of_verb } else { !of_verb };
    }
}

/// The past participle of a verb that has one by the table of irregular forms: `give` → `given`.
#[must_use]
pub fn irregular_participle(lemma: &str) -> Option<&'static str> {
    TABLES.participles.get(lemma).copied()
}

/// Person, number and gender of a pronoun or possessive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// 1, 2 or 3.
    pub person: u8,
    /// Whether it is singular, plural, or both.
    pub plural: Option<bool>,
    /// What it tells of gender.
    pub gender: Option<Gender>,
}

/// A grammatical gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// he
    Male,
    /// she
    Female,
    /// it
    Neuter,
}

/// The tables in memory. The words are slices of one text, made once.
struct Words {
    lemmas: FxHashMap<&'static str, Word>,
    irregular: FxHashMap<&'static str, Vec<(&'static str, Class, u8)>>,
    participles: FxHashMap<&'static str, &'static str>,
    persons: FxHashMap<&'static str, Person>,
}

static TABLES: LazyLock<Words> = LazyLock::new(|| {
    let mut lemmas = FxHashMap::with_capacity_and_hasher(32_000, rustc_hash::FxBuildHasher);
    unpack(WORDS, &mut lemmas);
    let mut persons = FxHashMap::default();
    for row in table(CLOSED) {
        let mut parts = row.split(' ');
        let (Some(word), Some(classes)) = (parts.next(), parts.next()) else { continue };
        let mut all = classes.split(',').filter_map(Class::parse);
        let Some(usual) = all.next() else { continue };
        // Where the row names an open class, words.txt has said what the word is then about.
        let about = lemmas.get(word).map_or(0, |lemma| lemma.about);
        let classes = all.fold(usual.bit(), |classes, class| classes | class.bit());
        lemmas.insert(word, Word { classes, about, forms: Form::Base.bit(), usual });
        if let Some(person) = parts.next().and_then(parse_person) {
            persons.insert(word, person);
        }
    }
    let mut irregular: FxHashMap<_, Vec<_>> = FxHashMap::default();
    let mut participles = FxHashMap::default();
    for row in table(IRREGULAR) {
        if let Some((form, lemma, class, forms)) = parse_irregular(row) {
            irregular.entry(form).or_default().push((lemma, class, forms));
            if class == Class::Verb && forms & Form::PastParticiple.bit() != 0 {
                participles.entry(lemma).or_insert(form);
            }
        }
    }
    Words { lemmas, irregular, participles, persons }
});

/// Unpacks words.txt: codes with their signs, words that share their beginnings, and the sign of each.
fn unpack(packed: &'static str, into: &mut FxHashMap<&'static str, Word>) {
    let mut codes = FxHashMap::default();
    let mut text = String::with_capacity(300_000);
    let mut ranges = Vec::with_capacity(32_000);
    let mut signs = String::with_capacity(32_000);
    for line in table(packed) {
        if let Some(more) = line.strip_prefix('~') {
            signs.push_str(more);
        } else if let Some(code) = line.strip_prefix('=') {
            let mut letters = code.chars();
            if let (Some(sign), Some(word)) = (letters.next(), parse_code(letters.as_str())) {
                codes.insert(sign, word);
            }
        } else {
            front::unpack(line, &mut text, |range| ranges.push(range));
        }
    }
    let text: &'static str = String::leak(text);
    let words = ranges.into_iter().zip(signs.chars());
    into.extend(words.filter_map(|(range, sign)| Some((&text[range], *codes.get(&sign)?))));
}

/// `vnCS` → verb, can be a noun, about communication and saying.
fn parse_code(code: &str) -> Option<Word> {
    let mut classes = code.split("").filter_map(Class::parse);
    let mut word = Word::new(classes.next()?);
    word.forms = Form::Base.bit();
    word.classes = classes.fold(word.classes, |all, class| all | class.bit());
    word.about = code.chars().filter_map(About::parse).fold(0, |all, about| all | about.bit());
    Some(word)
}

/// `went go vd` → the past of the verb go.
fn parse_irregular(row: &str) -> Option<(&str, &str, Class, u8)> {
    let mut parts = row.split(' ');
    let (form, lemma, code) = (parts.next()?, parts.next()?, parts.next()?);
    let class = Class::parse(code.get(..1)?)?;
    let forms = match code.get(1..)? {
        "s" => Form::Plural.bit(),
        "3" => Form::ThirdPerson.bit(),
        "d" => Form::Past.bit(),
        "n" => Form::PastParticiple.bit(),
        "b" => Form::Past.bit() | Form::PastParticiple.bit(),
        "g" => Form::Gerund.bit(),
        "c" => Form::Comparative.bit(),
        "t" => Form::Superlative.bit(),
        _ => return None,
    };
    Some((form, lemma, class, forms))
}

/// `3sm` → he.
fn parse_person(code: &str) -> Option<Person> {
    let person = code.bytes().next()?.checked_sub(b'0')?;
    let has = |letter| code.contains(letter);
    let plural = if has('s') { Some(false) } else { has('p').then_some(true) };
    let gender = if has('m') { Some(Gender::Male) } else { has('f').then_some(Gender::Female) };
    let gender = if has('n') { Some(Gender::Neuter) } else { gender };
    Some(Person { person, plural, gender })
}

/// Whether a stem's last letter doubles before an ending (`hop`), unless it has lost an e (`hope`): then the form is
/// rather that of the word with e.
fn is_short(stem: &[u8]) -> bool {
    let is_vowel = |letter: u8| b"aeiou".contains(&letter);
    match *stem {
        [first, last] => is_vowel(first) && !is_vowel(last) && !b"wxy".contains(&last),
        [.., third, second, last] => {
            !is_vowel(last) && !b"wxy".contains(&last) && (is_vowel(second) || second == b'y') && !is_vowel(third)
        }
        _ => false,
    }
}

/// The lemma of this class whose regular form `form` is by cutting `ending`, if one is known.
fn regular(form: &str, class: Class, ending: &str) -> Option<(&'static str, Word)> {
    let stem = form.strip_suffix(ending)?;
    let known = |lemma: &str| {
        let (lemma, word) = TABLES.lemmas.get_key_value(lemma)?;
        word.can_be(class).then_some((*lemma, *word))
    };
    let with = |stem: &str, letters: &str| joined(stem, letters, |lemma| known(lemma)).flatten();
    if ending == "men" {
        return with(stem, "man");
    }
    if stem.len() < 2 || !stem.is_ascii() {
        return None;
    }
    let cut = &stem[..stem.len() - 1];
    if ending == "s" {
        return match stem {
            _ if stem.ends_with('s') => None,
            _ if stem.ends_with("ie") && stem.len() > 3 => with(&cut[..cut.len() - 1], "y").or_else(|| known(stem)),
            _ if stem.ends_with('e') => known(stem).or_else(|| known(cut)),
            _ => known(stem),
        };
    }
    let bytes = stem.as_bytes();
    let last = bytes[bytes.len() - 1];
    let with_y = || (last == b'i' && ending != "ing").then(|| with(cut, "y")).flatten();
    let plain = || {
        if is_short(bytes) { with(stem, "e").or_else(|| known(stem)) } else { known(stem).or_else(|| with(stem, "e")) }
    };
    let halved = || (bytes[bytes.len() - 2] == last || stem.ends_with("ck")).then(|| known(cut)).flatten();
    with_y().or_else(plain).or_else(halved)
}

/// Calls `ask` with two pieces of a word as one, without allocating: this is asked several times for most words of a
/// text. None where they are longer than any lemma of the table.
fn joined<T>(stem: &str, letters: &str, ask: impl FnOnce(&str) -> T) -> Option<T> {
    let mut buffer = [0; 32];
    let end = stem.len() + letters.len();
    buffer.get_mut(..stem.len())?.copy_from_slice(stem.as_bytes());
    buffer.get_mut(stem.len()..end)?.copy_from_slice(letters.as_bytes());
    core::str::from_utf8(&buffer[..end]).ok().map(ask)
}

/// The endings of regular forms, with the class they are of and what they make of it.
const ENDINGS: [(&str, Class, u8); 9] = [
    ("s", Class::Noun, Form::Plural.bit()),
    ("s", Class::Verb, Form::ThirdPerson.bit()),
    ("men", Class::Noun, Form::Plural.bit()),
    ("ed", Class::Verb, Form::Past.bit() | Form::PastParticiple.bit()),
    ("ing", Class::Verb, Form::Gerund.bit()),
    ("er", Class::Adjective, Form::Comparative.bit()),
    ("est", Class::Adjective, Form::Superlative.bit()),
    ("er", Class::Adverb, Form::Comparative.bit()),
    ("est", Class::Adverb, Form::Superlative.bit()),
];

/// A lemma that a word can be a form of, as which class, and which form.
type Lemma = (&'static str, Word, Class, u8);

/// What a word can be a form of as some of the classes, by the table of irregular forms, and by rule.
fn lemmas(form: &str, of: impl Fn(Class) -> bool) -> impl Iterator<Item = Lemma> {
    let rows = TABLES.irregular.get(form).map_or(&[][..], Vec::as_slice);
    let irregular = |(lemma, class, forms): &(&'static str, Class, u8)| {
        let (lemma, word) = TABLES.lemmas.get_key_value(lemma)?;
        Some((*lemma, *word, *class, *forms))
    };
    let last = form.as_bytes().last().copied();
    let regular = move |(ending, class, forms): (&str, Class, u8)| {
        // `better` is no form of a verb, nor is a form that the table has one that a rule makes.
        let is_taken = |(_, other, taken): &(&str, Class, u8)| *other == class && taken & forms != 0;
        if ending.as_bytes().last().copied() != last || !of(class) || rows.iter().any(is_taken) {
            return None;
        }
        let (lemma, word) = regular(form, class, ending)?;
        // Closed words have no regular forms, `others` and `ones` apart, which are words of the table.
        (!word.is_closed()).then_some((lemma, word, class, forms))
    };
    rows.iter().filter_map(irregular).chain(ENDINGS.into_iter().filter_map(regular))
}

/// The class of a word that is not in the table but made from one that is: `quickly`, `firmness`.
fn derived(form: &str) -> Option<Word> {
    let is_adjective = |stem: &str| TABLES.lemmas.get(stem).is_some_and(|word| word.can_be(Class::Adjective));
    let with = |stem: &str, letters: &str| joined(stem, letters, is_adjective).unwrap_or_default();
    let of_adjective = |stem: &str| is_adjective(stem) || stem.strip_suffix('i').is_some_and(|stem| with(stem, "y"));
    let class = match (form.strip_suffix("ly"), form.strip_suffix("ness")) {
        (Some(stem), _) if of_adjective(stem) || with(stem, "le") => Class::Adverb,
        (_, Some(stem)) if of_adjective(stem) => Class::Noun,
        _ => return None,
    };
    Some(Word { forms: Form::Base.bit(), ..Word::new(class) })
}

/// What a word in lower case can be; none where no table and no rule knows it.
///
/// A word with a row keeps the usual class that its row gives; another form takes it from its lemma.
///
/// ```
/// use sourcebook::lexicon::{About, Class, Form, word};
///
/// let women = word("women").expect("a form of woman");
/// assert!(women.is_about(About::Person) && women.is_form(Form::Plural));
/// assert_eq!(women.usual, Class::Noun);
/// assert!(word("held").is_some_and(|held| held.is_form(Form::Past)));
/// assert!(word("qwxz").is_none());
/// ```
#[must_use]
pub fn word(lower: &str) -> Option<Word> {
    let own = TABLES.lemmas.get(lower).copied();
    if own.is_some_and(Word::is_closed) {
        return own;
    }
    let mut word = own;
    // Whether the class of a lemma is the usual one of it: it then is that of the form, and else the first is.
    let mut is_usual = own.is_some();
    for (_, lemma, class, forms) in lemmas(lower, |_| true) {
        let word = word.get_or_insert(Word::new(class));
        if !is_usual && lemma.usual == class {
            (word.usual, is_usual) = (class, true);
        }
        word.add(lemma, class, forms);
    }
    word.or_else(|| derived(lower))
}

/// The lemma of a word in lower case as one of this class: `women` → `woman`, `fled` → `flee`. The word itself where
/// it is its own lemma, or none is known.
#[must_use]
pub fn lemma(lower: &str, class: Class) -> &str {
    // `wounded` as a verb is a form of `wound`; `news` is no plural of `new`.
    if class != Class::Verb && TABLES.lemmas.get(lower).is_some_and(|word| word.can_be(class)) {
        return lower;
    }
    let found = lemmas(lower, |other| other == class).find(|(_, _, other, _)| *other == class);
    found.map_or(lower, |(lemma, ..)| lemma)
}

/// Person, number and gender of a pronoun or possessive in lower case.
#[must_use]
pub fn person(lower: &str) -> Option<Person> {
    TABLES.persons.get(lower).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_sorted(words: &[&str]) {
        for pair in words.windows(2) {
            assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn tables_are_sorted_and_every_row_parses() {
        let first = |row: &'static str| row.split(' ').next().unwrap_or_default();
        is_sorted(&table(CLOSED).map(first).collect::<Vec<_>>());
        let forms: Vec<&str> = table(IRREGULAR).collect();
        is_sorted(&forms);
        for row in forms {
            let (_, lemma, class, _) = parse_irregular(row).expect(row);
            assert!(TABLES.lemmas.get(lemma).is_some_and(|word| word.can_be(class)), "{row}");
        }
        for row in table(CLOSED) {
            let mut parts = row.split(' ').skip(1);
            assert!(parts.next().unwrap().split(',').all(|name| Class::parse(name).is_some()), "{row}");
            assert!(
                parts.next().is_none_or(|code| parse_person(code).is_some_and(|p| (1..=3).contains(&p.person))),
                "{row}"
            );
        }
    }

    #[test]
    fn words_unpack_in_order() {
        let (mut known, mut signs, mut words) = (String::new(), String::new(), 0);
        let mut lines = Vec::new();
        for line in table(WORDS) {
            if let Some(code) = line.strip_prefix('=') {
                assert!(parse_code(&code[code.chars().next().unwrap().len_utf8()..]).is_some(), "{code}");
                known.push(code.chars().next().unwrap());
            } else if let Some(more) = line.strip_prefix('~') {
                signs.push_str(more);
            } else {
                words += line.matches(char::is_uppercase).count();
                lines.push(&line[1..3]);
            }
        }
        assert_eq!(words, signs.chars().count());
        assert!(signs.chars().all(|sign| known.contains(sign)));
        is_sorted(&lines);
        assert!(TABLES.lemmas.len() > 25_000);
    }

    #[test]
    fn forms_are_known() {
        use Form::{Base, Comparative, Gerund, Past, PastParticiple, Plural, Superlative, ThirdPerson};
        let cases = [
            ("women", Class::Noun, "woman", Plural),
            ("children", Class::Noun, "child", Plural),
            ("spokeswomen", Class::Noun, "spokeswoman", Plural),
            ("miners", Class::Noun, "miner", Plural),
            ("families", Class::Noun, "family", Plural),
            ("wives", Class::Noun, "wife", Plural),
            ("buses", Class::Noun, "bus", Plural),
            ("houses", Class::Noun, "house", Plural),
            ("war", Class::Noun, "war", Base),
            ("held", Class::Verb, "hold", Past),
            ("went", Class::Verb, "go", Past),
            ("gone", Class::Verb, "go", PastParticiple),
            ("left", Class::Verb, "leave", PastParticiple),
            ("saw", Class::Verb, "see", Past),
            ("said", Class::Verb, "say", Past),
            ("says", Class::Verb, "say", ThirdPerson),
            ("returning", Class::Verb, "return", Gerund),
            ("hoped", Class::Verb, "hope", Past),
            ("hopping", Class::Verb, "hop", Gerund),
            ("stopped", Class::Verb, "stop", Past),
            ("dying", Class::Verb, "die", Gerund),
            ("denied", Class::Verb, "deny", Past),
            ("singing", Class::Verb, "sing", Gerund),
            ("displaced", Class::Verb, "displace", PastParticiple),
            ("wounded", Class::Verb, "wound", PastParticiple),
            ("killed", Class::Verb, "kill", PastParticiple),
            ("traveled", Class::Verb, "travel", Past),
            ("bigger", Class::Adjective, "big", Comparative),
            ("largest", Class::Adjective, "large", Superlative),
            ("happier", Class::Adjective, "happy", Comparative),
        ];
        for (form, class, base, inflection) in cases {
            let word = word(form).expect(form);
            assert!(word.can_be(class) && word.is_form(inflection), "{form} {word:?}");
            assert_eq!(lemma(form, class), base, "{form}");
        }
    }

    #[test]
    fn usual_classes() {
        let cases = [
            (Class::Verb, "said left saw killed went fled returns held found reported denied"),
            (Class::Noun, "men village soldiers people quickness widow refugee"),
            (Class::Adjective, "big russian-speaking foreign dead"),
            (Class::Adverb, "quickly possibly easily ago"),
            (Class::Determiner, "the several these"),
            (Class::Auxiliary, "was has did"),
            (Class::Number, "twelve second dozen million"),
            (Class::Preposition, "of from during according"),
        ];
        for (class, words) in cases {
            for form in words.split(' ').filter(|word| !word.contains('-')) {
                assert_eq!(word(form).map(|word| word.usual), Some(class), "{form}");
            }
        }
    }

    #[test]
    fn what_words_are_about() {
        let cases = [
            (
                About::Person,
                "miner soldier widow child migrants refugees resident victims hostages militant woman men official",
            ),
            (About::Group, "family army crowd government police people troops militia"),
            (About::Place, "village city airport camp prison river hospital province border"),
            (About::Event, "war attack arrests earthquake killing"),
            (About::Communication, "statement report claim"),
            (About::Time, "day weeks winter monday december"),
            (About::Saying, "said claimed reports denied told confirmed announced"),
        ];
        for (about, words) in cases {
            for form in words.split(' ') {
                assert!(word(form).is_some_and(|word| word.is_about(about)), "{form} {about:?}");
            }
        }
        assert!(!word("children").unwrap().is_about(About::Place));
    }

    #[test]
    fn pronouns_have_persons() {
        assert_eq!(person("she"), Some(Person { person: 3, plural: Some(false), gender: Some(Gender::Female) }));
        assert_eq!(person("their").map(|their| their.plural), Some(Some(true)));
        assert_eq!(person("miner"), None);
    }

    #[test]
    fn nothing_panics() {
        for form in ["", "s", "ed", "ing", "ß", "éed", "ies", "-", "ss", "es", "men", "i", "일s", "er"] {
            let _ = word(form);
            assert_eq!(lemma(form, Class::Verb), form);
        }
    }
}
