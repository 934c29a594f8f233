//! The words of generated articles.

use super::random::{Random, Ranks};
use std::collections::BTreeSet;

/// Function words, the most frequent first: they make up nearly half of any English text, and are what stop words and the
/// longest postings are made of.
const FUNCTION: &str = "\
    the of to and a in that for is on was with as he it by at from his be have are an has had they but not this \
    who their were will been which or more its would we after one about when also there all out if up than she her \
    some them other into over could no can so you what only before two most because under between against during \
    where our these many while any did through then may how such since until both those being without each around \
    off couldn’t it’s";

/// Real words at the head of the content words, so that queries of the benchmark read like queries.
const CONTENT: &str = "\
    people government police officials country children women city minister families report president group miners \
    villagers rescue flood hospital border river spokesman statement returned killed injured released army court \
    security media home state war month week region camp workers victims school local foreign former missing \
    evacuated asked told reported agency ministry capital village bridge airport plane water power market election \
    parliament strike union help search";

/// How many made-up content words there are besides: so many that the ten-thousandth article still brings new ones.
const INVENTED: usize = 200_000;
const SURNAMES: usize = 4_000;
const FORENAMES: usize = 300;
const PLACES: usize = 1_500;

const ONSETS: [&str; 26] = [
    "b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "sh", "st", "t",
    "tr", "v", "w", "z", "",
];
const VOWELS: [&str; 10] = ["a", "e", "i", "o", "u", "a", "e", "o", "ai", "y"];
const CODAS: [&str; 16] = ["", "", "", "", "", "", "", "", "", "n", "r", "l", "s", "t", "m", "nd"];
/// Letters that folding has work with, in one name of eight.
const ACCENTED: [(&str, &str); 8] =
    [("a", "á"), ("e", "é"), ("i", "í"), ("o", "ö"), ("u", "ü"), ("s", "š"), ("l", "ł"), ("z", "ž")];

/// All words, each list the most frequent first.
pub struct Vocabulary {
    function: Vec<&'static str>,
    content: Vec<String>,
    surnames: Vec<String>,
    forenames: Vec<String>,
    places: Vec<String>,
    function_ranks: Ranks,
    content_ranks: Ranks,
    surname_ranks: Ranks,
    forename_ranks: Ranks,
    place_ranks: Ranks,
}

impl Vocabulary {
    pub fn new(seed: u64) -> Self {
        let mut random = Random::new(seed, u64::MAX);
        let function: Vec<&str> = FUNCTION.split_whitespace().collect();
        let mut content: Vec<String> = CONTENT.split_whitespace().map(str::to_owned).collect();
        let mut taken: BTreeSet<String> =
            content.iter().cloned().chain(function.iter().map(|word| (*word).to_owned())).collect();
        content.extend(invented(&mut random, &mut taken, INVENTED));
        let names = |random: &mut Random, taken: &mut BTreeSet<String>, count| -> Vec<String> {
            invented(random, taken, count).into_iter().map(|word| name(&word, random)).collect()
        };
        let surnames = names(&mut random, &mut taken, SURNAMES);
        let forenames = names(&mut random, &mut taken, FORENAMES);
        let places = names(&mut random, &mut taken, PLACES);
        Self {
            function_ranks: Ranks::new(function.len(), 2),
            content_ranks: Ranks::new(content.len(), 30),
            surname_ranks: Ranks::new(surnames.len(), 5),
            forename_ranks: Ranks::new(forenames.len(), 5),
            place_ranks: Ranks::new(places.len(), 3),
            function,
            content,
            surnames,
            forenames,
            places,
        }
    }

    pub fn function(&self, random: &mut Random) -> &'static str {
        self.function[self.function_ranks.draw(random)]
    }

    /// A content word, as it stands in the dictionary.
    pub fn content(&self, random: &mut Random) -> &str {
        &self.content[self.content_ranks.draw(random)]
    }

    pub fn place(&self, random: &mut Random) -> &str {
        &self.places[self.place_ranks.draw(random)]
    }

    /// Forename and surname.
    pub fn person(&self, random: &mut Random) -> [&str; 2] {
        [&self.forenames[self.forename_ranks.draw(random)], &self.surnames[self.surname_ranks.draw(random)]]
    }
}

/// So many words of syllables that were not taken yet; the further down, the longer.
fn invented(random: &mut Random, taken: &mut BTreeSet<String>, count: usize) -> Vec<String> {
    let mut words = Vec::with_capacity(count);
    while words.len() < count {
        let least = if words.len() < 400 { 1 } else { 2 };
        let most = if words.len() < 4_000 { 2 } else { 3 };
        let syllables = random.between(least, most);
        let word: String =
            (0..syllables).flat_map(|_| [random.of(&ONSETS), random.of(&VOWELS), random.of(&CODAS)]).collect();
        if word.len() > 2 && taken.insert(word.clone()) {
            words.push(word);
        }
    }
    words
}

fn name(word: &str, random: &mut Random) -> String {
    let mut word = word.to_owned();
    if random.below(8) == 0 {
        let (plain, accented) = ACCENTED[random.below(ACCENTED.len() as u64) as usize];
        // Behind the first letter, which is to become a capital.
        word = format!("{}{}", &word[..1], word[1..].replacen(plain, accented, 1));
    }
    capitalised(&word)
}

/// The word with its first letter in upper case.
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
