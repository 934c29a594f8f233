//! Articles that look like news to a program: for benchmarks, where real ones would be too few and not ours to give away.
//!
//! The same seed gives the same bytes on every machine. An article depends on the seed and on its own number alone: the first
//! thousand of ten thousand are the thousand.
//!
//! What is like news: lengths (350 to 700 words), the share of function words, words by Zipf's law with some that an article
//! repeats, new words in every article, endings for the stemmer, names with accents, quotations, numbers, dates, abbreviations,
//! possessives, the head (outlet, title, standfirst, stamp), leftovers of the site, line ends. What is not: sense and grammar.

mod random;
mod sentence;
mod vocabulary;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use random::Random;
use sentence::Subject;
use vocabulary::{Vocabulary, capitalised};

/// How many outlets publish the articles; the first ones publish most.
const OUTLETS: u64 = 40;

/// Makes articles.
pub struct Generator {
    seed: u64,
    vocabulary: Vocabulary,
    outlets: Vec<String>,
}

/// A generated article: a file, and what the corpus' list says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    /// The file's name.
    pub file: String,
    /// The file's text.
    pub text: String,
    /// The outlet, unless it is unknown (one in twenty).
    pub outlet: Option<String>,
    /// The address, where the outlet is known.
    pub url: Option<String>,
    /// First and last day it may have been published; not known for three in twenty, several days for as many.
    pub published: Option<[Date; 2]>,
}

impl Generator {
    /// A generator; the seed decides every byte.
    pub fn new(seed: u64) -> Self {
        let vocabulary = Vocabulary::new(seed);
        let mut random = Random::new(seed, u64::MAX - 1);
        let kinds = ["Herald", "Times", "Post", "Daily", "News", "Monitor", "Review", "Courier"];
        let mut outlet = |_| format!("{} {}", vocabulary.place(&mut random), random.of(&kinds));
        let outlets = (0..OUTLETS).map(&mut outlet).collect();
        Self { seed, outlets, vocabulary }
    }

    /// The first `count` articles, in order of their files' names.
    pub fn articles(&self, count: usize) -> impl Iterator<Item = Generated> + '_ {
        (0..count as u64).map(|number| self.article(number))
    }

    /// The files of a folder with the first `count` articles, its `sourcebook.toml` last.
    pub fn files(&self, count: usize) -> impl Iterator<Item = (String, Vec<u8>)> + '_ {
        let mut manifest = Some(format!("title = \"{count} generated articles\"\nlanguage = \"en\"\n"));
        let mut articles = self.articles(count);
        std::iter::from_fn(move || match articles.next() {
            Some(article) => {
                manifest.iter_mut().for_each(|manifest| manifest.push_str(&article.entry()));
                Some((article.file, article.text.into_bytes()))
            }
            None => manifest.take().map(|manifest| ("sourcebook.toml".to_owned(), manifest.into_bytes())),
        })
    }

    fn article(&self, number: u64) -> Generated {
        let mut random = Random::new(self.seed, number);
        let subject = Subject::new(&self.vocabulary, &mut random);
        let outlet = (!random.percent(5)).then(|| self.outlet(&mut random));
        let published = published(&mut random);
        let title = subject.title(&mut random);
        let mut blocks = Vec::new();
        if let Some(outlet) = outlet.filter(|_| random.percent(20)) {
            blocks.push(outlet.to_owned());
        }
        blocks.push(title);
        blocks.extend(random.percent(40).then(|| subject.title(&mut random)));
        if let Some([first, last]) = published.filter(|_| random.percent(30))
            && first == last
        {
            blocks.push(stamp(first, &mut random));
        }
        let words = random.between(350, 700) as usize;
        blocks.extend(paragraphs(&subject, &mut random, words));
        if random.percent(20) {
            blocks.extend(["Leave a Reply".to_owned(), "Your email address will not be published.".to_owned()]);
        }
        let line_end = if random.percent(5) { "\r\n\r\n" } else { "\n\n" };
        let slug = |name: &str| name.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        Generated {
            file: format!("{number:06}.txt"),
            text: blocks.join(line_end) + &line_end[..line_end.len() / 2],
            outlet: outlet.map(str::to_owned),
            url: outlet.map(|outlet| format!("https://{}.example/{number}", slug(outlet))),
            published,
        }
    }

    fn outlet(&self, random: &mut Random) -> &str {
        // The smaller of two draws: some outlets publish much, most little.
        &self.outlets[random.below(OUTLETS).min(random.below(OUTLETS)) as usize]
    }
}

impl Generated {
    /// The article's entry in `sourcebook.toml`. No value holds a character that TOML would have escaped.
    fn entry(&self) -> String {
        let mut entry = format!("\n[[article]]\nfile = \"{}\"\n", self.file);
        for (key, value) in [("outlet", &self.outlet), ("url", &self.url)] {
            entry.extend(value.iter().map(|value| format!("{key} = \"{value}\"\n")));
        }
        match self.published {
            Some([first, last]) if first == last => entry.push_str(&format!("published = {first}\n")),
            Some([first, last]) => entry.push_str(&format!(
                "published_earliest = {first}\npublished_latest = {last}\npublished_reason = \"tells of these days\"\n"
            )),
            None => {}
        }
        entry
    }
}

fn published(random: &mut Random) -> Option<[Date; 2]> {
    let first = date(2010, 1, 1).saturating_add((random.below(3_652) as i64).days());
    match random.below(20) {
        0..=2 => None,
        3..=5 => Some([first, first.saturating_add((random.between(1, 400) as i64).days())]),
        _ => Some([first, first]),
    }
}

fn stamp(day: Date, random: &mut Random) -> String {
    let (hour, minute) = (random.below(24), random.below(60));
    match random.below(2) {
        0 => format!("{:02}/{:02}/{} - {hour:02}:{minute:02}", day.day(), day.month(), day.year()),
        _ => format!("Published {} {hour:02}:{minute:02}", day),
    }
}

fn paragraphs(subject: &Subject, random: &mut Random, words: usize) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut written = 0;
    while written < words {
        let mut sentences = Vec::new();
        if paragraphs.is_empty() && random.percent(30) {
            sentences.push(format!(
                "{} — {}",
                capitalised(subject.place(random)).to_uppercase(),
                subject.sentence(random)
            ));
        }
        let count = random.between(1, 4);
        sentences.extend((0..count).map(|_| subject.sentence(random)));
        // A no-break space now and then, as sites print it.
        let paragraph = sentences.join(if random.percent(5) { "\u{a0} " } else { " " });
        written += paragraph.split(' ').count();
        paragraphs.push(paragraph);
    }
    paragraphs
}
