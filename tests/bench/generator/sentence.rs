//! The sentences of generated articles.

use super::random::Random;
use super::vocabulary::{Vocabulary, capitalised};

const MONTHS: [&str; 12] =
    ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const OFFICES: [&str; 8] = [
    "a spokesman",
    "the interior minister",
    "the mayor",
    "a police officer",
    "Lt. Col.",
    "the president",
    "a U.S. diplomat",
    "Dr.",
];
const CUES: [&str; 7] = ["said", "said", "said", "told reporters", "added", "announced", "claimed"];
const GROUPS: [&str; 8] = [
    "women and children",
    "people",
    "miners",
    "villagers",
    "families",
    "children",
    "rescue workers",
    "foreign citizens",
];
const FATES: [&str; 7] = [
    "have returned",
    "were killed",
    "are missing",
    "were evacuated",
    "were injured",
    "have been released",
    "left the city",
];
const BOUNDS: [&str; 7] = ["", "", "about ", "over ", "more than ", "up to ", "nearly "];

/// What an article is about: its people and places, and words that it uses again and again.
pub struct Subject<'v> {
    vocabulary: &'v Vocabulary,
    people: Vec<[&'v str; 2]>,
    places: Vec<&'v str>,
    words: Vec<&'v str>,
    /// `“ ” ’`, or the straight ones.
    quotes: [&'static str; 3],
}

impl<'v> Subject<'v> {
    pub fn new(vocabulary: &'v Vocabulary, random: &mut Random) -> Self {
        let (people, places, words) = (random.between(2, 5), random.between(2, 4), random.between(8, 16));
        Self {
            vocabulary,
            people: (0..people).map(|_| vocabulary.person(random)).collect(),
            places: (0..places).map(|_| vocabulary.place(random)).collect(),
            words: (0..words).map(|_| vocabulary.content(random)).collect(),
            quotes: if random.percent(70) { ["“", "”", "’"] } else { ["\"", "\"", "'"] },
        }
    }

    pub fn place(&self, random: &mut Random) -> &'v str {
        random.of(&self.places)
    }

    /// A title without a full stop at its end.
    pub fn title(&self, random: &mut Random) -> String {
        let words: Vec<String> = (0..random.between(4, 8)).map(|_| capitalised(&self.content(random))).collect();
        match random.below(3) {
            0 => format!("{} {} in {}", figure(random), words.join(" "), self.place(random)),
            1 => format!("{}{}s {}", self.surname(random), self.quotes[2], words.join(" ")),
            _ => words.join(" "),
        }
    }

    /// A sentence with its full stop.
    pub fn sentence(&self, random: &mut Random) -> String {
        let text = match random.below(10) {
            0 | 1 => self.quotation(random),
            2 => self.reported(random),
            3 => self.counted(random),
            4 => self.dated(random),
            5 => format!("{}{}s {}.", self.surname(random), self.quotes[2], self.clause(random, 6, 16)),
            _ => format!("{}.", self.clause(random, 8, 30)),
        };
        capitalised(&text)
    }

    fn quotation(&self, random: &mut Random) -> String {
        let [open, close, _] = self.quotes;
        let words = capitalised(&self.clause(random, 5, 18));
        let cue = random.of(&CUES);
        match random.below(3) {
            0 => format!("{open}{words},{close} {cue} {}.", self.speaker(random)),
            1 => format!("{open}{words}!{close} {cue} {}.", self.surname(random)),
            _ => format!("{} {cue}: {open}{words}.{close}", self.speaker(random)),
        }
    }

    fn reported(&self, random: &mut Random) -> String {
        format!(
            "According to {}, {}{} {} {} near {}, {}.",
            self.speaker(random),
            random.of(&BOUNDS),
            figure(random),
            random.of(&GROUPS),
            random.of(&FATES),
            self.place(random),
            self.clause(random, 4, 10),
        )
    }

    fn counted(&self, random: &mut Random) -> String {
        let (all, some) = (figure(random), figure(random));
        format!(
            "{} {} on {} that {all} {} {} and {some} {}.",
            self.speaker(random),
            random.of(&CUES),
            random.of(&DAYS),
            random.of(&GROUPS),
            random.of(&FATES),
            random.of(&FATES),
        )
    }

    fn dated(&self, random: &mut Random) -> String {
        let day = format!("On {} {}, {}", random.of(&MONTHS), random.between(1, 28), random.between(2010, 2019));
        format!("{day}, {} in {}.", self.clause(random, 8, 18), self.place(random))
    }

    /// Words in a row, with a comma where it is long.
    fn clause(&self, random: &mut Random, least: u64, most: u64) -> String {
        let count = random.between(least, most);
        let mut out = String::new();
        for at in 0..count {
            if at > 0 {
                out.push_str(if at > 5 && random.below(12) == 0 { ", " } else { " " });
            }
            match random.below(100) {
                0..=46 if at + 1 < count => out.push_str(self.vocabulary.function(random)),
                47..=49 => out.push_str(self.place(random)),
                50..=52 => out.push_str(self.surname(random)),
                _ => out.push_str(&self.content(random)),
            }
        }
        out
    }

    /// A content word, one in four of the article's own, some with an ending.
    fn content(&self, random: &mut Random) -> String {
        let word = if random.percent(25) { random.of(&self.words) } else { self.vocabulary.content(random) };
        let ending = match random.below(20) {
            0..=2 if !word.ends_with('s') => "s",
            3 if !word.ends_with("ed") => "ed",
            4 => "ing",
            5 => "ly",
            _ => "",
        };
        [word, ending].concat()
    }

    fn surname(&self, random: &mut Random) -> &'v str {
        self.people[random.below(self.people.len() as u64) as usize][1]
    }

    fn speaker(&self, random: &mut Random) -> String {
        let [forename, surname] = self.people[random.below(self.people.len() as u64) as usize];
        match random.below(4) {
            0 => format!("{} {surname}", random.of(&OFFICES)),
            1 => surname.to_owned(),
            2 => format!("{}. {surname}", forename.chars().next().unwrap_or('A')),
            _ => format!("{forename} {surname}"),
        }
    }
}

/// `24`, `1,250`, `3.5 percent of`.
fn figure(random: &mut Random) -> String {
    match random.below(10) {
        0 => format!("{}.{} percent of", random.between(1, 99), random.between(1, 9)),
        1 | 2 => format!("{},{:03}", random.between(1, 250), random.below(1000)),
        _ => random.between(2, 900).to_string(),
    }
}
