//! How fast facts are found, on one core: in the articles of the gold, and in 1,000 and 10,000 generated ones.
//!
//! ```text
//! cargo bench --bench facts
//! ```
//!
//! First come numbers that are the same on every machine. Times are processor time of this thread where the system tells it
//! (Linux), so that other work on the machine does not count, and else by the clock; of several runs the shortest. Reading
//! a file into an article is not in them, printing what was found neither.

#![allow(clippy::unwrap_used)]

mod generator;

use generator::Generator;
use sourcebook::extract::{Facts, Settings, extract};
use sourcebook::read::{Article, File, corpus, record};
use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How many generated articles.
const SIZES: [usize; 2] = [1_000, 10_000];
const SEED: u64 = 1;
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
        let settings = Settings::default();
        let rounds = (LEAST / self.megabytes()).ceil().max(1.0) as u32;
        let run = |_| {
            let begun = Clock::now();
            for article in (0..rounds).flat_map(|_| &self.articles) {
                black_box(extract(article, &settings));
            }
            begun.elapsed() / rounds
        };
        (0..runs).map(run).min().unwrap_or_default()
    }
}

fn main() {
    let gold = gold();
    let generated: Vec<Set> = SIZES.into_iter().map(generated).collect();
    tell_what_is_the_same_everywhere(gold.iter().chain(&generated));
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
    println!("\nAn article of {} takes {:.3} times as long as one of {}.", SIZES[1], each(1) / each(0), SIZES[0]);
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
