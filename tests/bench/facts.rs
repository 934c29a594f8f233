//! How fast facts are found, on one core: in the articles of the gold, in 1,000 and 10,000 generated ones, and in single
//! long ones.
//!
//! ```text
//! cargo bench --bench facts
//! ```
//!
//! First come numbers that are the same on every machine, with the instructions that a byte of the gold takes, where
//! `valgrind` is there to count them. Times are processor time of this thread where the system tells it
//! (Linux), so that other work on the machine does not count, and else by the clock; of several runs the shortest. Reading
//! a file into an article is not in them, printing what was found neither.

#![allow(clippy::unwrap_used)]

mod generator;

use generator::Generator;
use sourcebook::extract::{Facts, Settings, extract};
use sourcebook::read::{Article, File, corpus, record};
use sourcebook::text::sentences;
use std::env;
use std::fs;
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

/// How many generated articles.
const SIZES: [usize; 2] = [1_000, 10_000];
const SEED: u64 = 1;
/// How long the text of a single article is, in bytes, by its shape.
const LONG: [(&str, &str, [usize; 2]); 3] = [
    ("an article of paragraphs", "\n\n", [100_000, 1_000_000]),
    ("one paragraph", " ", [100_000, 1_000_000]),
    ("one sentence", ", ", [10_000, 100_000]),
];
/// With this argument, and how often, the gold is read and nothing else done or told.
const COUNTED: &str = "--read-gold";
/// Of so many runs the shortest counts.
const RUNS: usize = 5;
/// How much a run reads at least, in megabytes.
const LEAST: f64 = 1.5;

/// Articles with a name.
struct Set {
    name: String,
    articles: Vec<Article>,
}

impl Set {
    fn megabytes(&self) -> f64 {
        self.articles.iter().map(|article| article.text.len()).sum::<usize>() as f64 / 1e6
    }

    /// The shortest time in which the facts of all articles were found. A small set is read several times in a run, as the
    /// system counts in steps of some milliseconds.
    fn time(&self, runs: usize) -> Duration {
        let rounds = (LEAST / self.megabytes()).ceil().max(1.0) as u32;
        let run = |_| {
            let begun = Clock::now();
            self.read(rounds);
            begun.elapsed() / rounds
        };
        (0..runs).map(run).min().unwrap_or_default()
    }

    /// Finds the facts of all articles so often.
    fn read(&self, rounds: u32) {
        let settings = Settings::default();
        for article in (0..rounds).flat_map(|_| &self.articles) {
            black_box(extract(article, &settings));
        }
    }
}

fn main() {
    let gold = gold();
    if let Some(rounds) = env::args().skip_while(|argument| argument != COUNTED).nth(1) {
        gold.iter().for_each(|set| set.read(rounds.parse().unwrap()));
        return;
    }
    let generated: Vec<Set> = SIZES.into_iter().map(generated).collect();
    tell_what_is_the_same_everywhere(gold.iter().chain(&generated));
    tell_instructions(gold.iter().map(Set::megabytes).sum());
    println!("| texts | ms | MB/s |\n|---|---:|---:|");
    let (mut all, mut megabytes) = (Duration::ZERO, 0.0);
    for set in &gold {
        let time = set.time(RUNS);
        tell(&set.name, set.megabytes(), time);
        (all, megabytes) = (all + time, megabytes + set.megabytes());
    }
    tell("gold in all", megabytes, all);
    // In turn, so that a slow minute of the machine meets both.
    let mut times = [Duration::MAX; SIZES.len()];
    for _ in 0..RUNS {
        for (set, time) in generated.iter().zip(&mut times) {
            *time = set.time(1).min(*time);
        }
    }
    for (set, time) in generated.iter().zip(times) {
        tell(&set.name, set.megabytes(), time);
    }
    let each = |at: usize| times[at].as_secs_f64() / SIZES[at] as f64;
    println!("\nAn article of {} takes {:.3} times as long as one of {}.\n", SIZES[1], each(1) / each(0), SIZES[0]);
    tell_long();
}

/// Whether a single text takes as long as it is: the longer of two of one shape by the byte, against the shorter.
fn tell_long() {
    println!("| one text | bytes | MB/s | a byte of the longer, times one of the shorter |\n|---|---:|---:|---:|");
    for (shape, between, lengths) in LONG {
        let sets = lengths.map(|length| long(between, length));
        let times: Vec<Duration> = sets.iter().map(|set| set.time(RUNS)).collect();
        let each = |at: usize| times[at].as_secs_f64() / sets[at].megabytes();
        for (at, set) in sets.iter().enumerate() {
            let ratio = if at == 0 { String::new() } else { format!("{:.3}", each(at) / each(0)) };
            let bytes = set.articles[0].text.len();
            println!("| {shape} | {bytes} | {:.1} | {ratio} |", 1.0 / each(at));
        }
    }
}

/// One article of so many bytes: the sentences of generated ones, without their stops, with this between them.
fn long(between: &str, length: usize) -> Set {
    let articles = generated(1 + length / 1_000).articles;
    let spans =
        articles.iter().flat_map(|article| sentences(&article.text).into_iter().map(|span| span.of(&article.text)));
    let stop = if between == ", " { "" } else { "." };
    let mut text = String::new();
    for sentence in spans {
        if text.len() >= length {
            break;
        }
        text.push_str(sentence.trim_end_matches(['.', '!', '?', '”', '"']));
        text.push_str(stop);
        text.push_str(between);
    }
    let files = vec![File { path: "long.txt".to_owned(), bytes: text.into_bytes() }];
    Set { name: String::new(), articles: corpus("long", files).0.articles }
}

/// How many instructions a byte of the gold takes: when it is read first, tables and all, and when it is read again.
fn tell_instructions(megabytes: f64) {
    let [none, once, twice] = ["0", "1", "2"].map(instructions);
    let (Some(none), Some(once), Some(twice)) = (none, once, twice) else {
        return println!("Instructions were not counted: valgrind is not there.\n");
    };
    let each = |from: f64, to: f64| (to - from) / (megabytes * 1e6);
    println!("| gold | instructions a byte |\n|---|---:|");
    println!("| read first, with the tables | {:.0} |", each(none, once));
    println!("| read again | {:.0} |\n", each(once, twice));
}

/// The instructions that this program takes to read the gold so often.
fn instructions(rounds: &str) -> Option<f64> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]);
    let output = command.arg(env::current_exe().ok()?).args([COUNTED, rounds]).output().ok()?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let counted = told.lines().find_map(|line| line.split_once("refs:"))?.1;
    counted.replace([',', ' '], "").parse().ok()
}

fn tell(name: &str, megabytes: f64, time: Duration) {
    println!("| {name} | {:.1} | {:.1} |", time.as_secs_f64() * 1e3, megabytes / time.as_secs_f64());
}

fn tell_what_is_the_same_everywhere<'s>(sets: impl Iterator<Item = &'s Set>) {
    println!("| texts | articles | MB | figures | quotations | times | names | mentions |");
    println!("|---|---:|---:|---:|---:|---:|---:|---:|");
    for set in sets {
        let facts: Vec<Facts> = set.articles.iter().map(|article| extract(article, &Settings::default())).collect();
        let sum = |count: fn(&Facts) -> usize| facts.iter().map(count).sum::<usize>();
        println!(
            "| {} | {} | {:.2} | {} | {} | {} | {} | {} |",
            set.name,
            set.articles.len(),
            set.megabytes(),
            sum(|facts| facts.figures.len()),
            sum(|facts| facts.quotes.len()),
            sum(|facts| facts.times.len()),
            sum(|facts| facts.entities.len()),
            sum(|facts| facts.entities.iter().map(|entity| entity.mentions.len()).sum()),
        );
    }
    println!();
}

fn gold() -> Vec<Set> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/gold");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    paths.sort();
    let set = |path: &std::path::PathBuf| Set {
        name: path.file_stem().unwrap().to_string_lossy().into_owned(),
        articles: fs::read_to_string(path).unwrap().lines().map(|line| record(line).unwrap().0).collect(),
    };
    paths.iter().map(set).collect()
}

fn generated(size: usize) -> Set {
    let generator = Generator::new(SEED);
    let files = generator.files(size).map(|(path, bytes)| File { path, bytes });
    Set { name: format!("{size} generated"), articles: corpus("generated", files.collect()).0.articles }
}

/// The processor time of this thread, or the clock.
enum Clock {
    Processor(Duration),
    Wall(Instant),
}

impl Clock {
    fn now() -> Self {
        processor_time().map_or_else(|| Self::Wall(Instant::now()), Self::Processor)
    }

    fn elapsed(&self) -> Duration {
        match self {
            Self::Processor(begun) => processor_time().unwrap_or_default().saturating_sub(*begun),
            Self::Wall(begun) => begun.elapsed(),
        }
    }
}

/// How long this thread has run, as Linux counts it in nanoseconds.
fn processor_time() -> Option<Duration> {
    let counted = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    counted.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}
