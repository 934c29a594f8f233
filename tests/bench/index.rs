//! How fast a corpus is read, indexed, opened, searched and shown, at 5, 1,000 and 10,000 generated articles.
//!
//! ```text
//! cargo bench                 everything, in about five minutes on two cores
//! cargo bench -- query        what has `query` in its name
//! ```
//!
//! First come numbers that are the same on every machine: bytes, words, forms, hits. The times are of one thread of native
//! code; the engine in the browser is compiled for size and takes two to four times as long.

#![allow(clippy::unwrap_used)]

mod generator;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use generator::Generator;
use sourcebook::explorer::{Explorer, State};
use sourcebook::index::{Bitmap, Edition, Query, Search, frequencies, write};
use sourcebook::read::{Corpus, File, corpus};
use std::hint::black_box;
use std::sync::OnceLock;

/// How many articles.
const SIZES: [usize; 3] = [5, 1_000, 10_000];

const SEED: u64 = 1;

/// What readers ask, one of each kind that the language has; words that are rare and words that every article has.
const QUERIES: [&str; 14] = [
    "villagers",
    "miners hospital",
    "\"women and children\"",
    "\"according to\"",
    "the",
    "evacuat*",
    "reportd~",
    "minister NEAR/8 flood",
    "miners OR villagers OR families",
    "rescue -flood",
    "government date:2016..2018",
    "in:title election",
    "women, children, miners",
    "nowhere",
];

/// States that a reader passes through, one a keystroke or click.
const STATES: [&str; 10] = [
    "",
    "q=villagers",
    "q=children",
    "q=%22women+and+children%22",
    "q=children&f=date:2016..2018",
    "q=children&f=-outlet:unknown&f=year:2016&f=year:2017",
    "view=words",
    "view=words&q=children",
    "view=words+sort:left&q=children",
    "view=words&q=women,+children,+miners",
];

fn main() {
    tell_what_is_the_same_everywhere();
    divan::main();
}

/// What is made once of each size and looked at by every benchmark.
struct Bench {
    files: Vec<File>,
    text: usize,
    corpus: Corpus,
    section: Vec<u8>,
}

impl Bench {
    fn of(size: usize) -> &'static Self {
        static BENCHES: [OnceLock<Bench>; SIZES.len()] = [const { OnceLock::new() }; SIZES.len()];
        let at = SIZES.iter().position(|known| *known == size).expect("a known size");
        BENCHES[at].get_or_init(|| Self::new(size))
    }

    fn new(size: usize) -> Self {
        let file = |(path, bytes)| File { path, bytes };
        let files: Vec<File> = Generator::new(SEED).files(size).map(file).collect();
        let (corpus, problems) = corpus("generated", files.clone());
        assert!(problems.is_empty(), "{}", problems[0]);
        assert_eq!(corpus.articles.len(), size);
        let text = corpus.articles.iter().map(|article| article.text.len()).sum();
        let section = write(&corpus, &[], hash).expect("generated articles can be written");
        Self { files, text, corpus, section }
    }

    fn edition(&self) -> Edition {
        Edition::open(self.section.clone()).expect("what was written can be opened")
    }

    /// An edition in which every block was looked at, as after the first screens.
    fn warm_edition(&self) -> Edition {
        let edition = self.edition();
        edition.verify().expect("what was written is sound");
        edition
    }
}

/// No hash at all: the command brings SHA-256 of its own, whose speed is not ours.
fn hash(_: &[u8]) -> [u8; 32] {
    [0; 32]
}

fn search<'a>(edition: &'a Edition, query: &str) -> Search<'a> {
    Search::new(edition, &Query::parse(query)).expect("sound")
}

fn tell_what_is_the_same_everywhere() {
    println!("| articles | text, MB | section, MB | section / text | words | forms |");
    println!("|---:|---:|---:|---:|---:|---:|");
    for size in SIZES {
        let bench = Bench::of(size);
        let edition = bench.edition();
        let (text, section) = (bench.text as f64 / 1e6, bench.section.len() as f64 / 1e6);
        let (words, forms) = (edition.total_words().expect("sound"), edition.forms().expect("sound"));
        println!("| {size} | {text:.2} | {section:.2} | {:.2} | {words} | {forms} |", section / text);
    }
    println!("\n| query | articles, hits of {} |\n|---|---:|", SIZES.map(|size| size.to_string()).join(", "));
    for query in QUERIES {
        let found = SIZES.map(|size| {
            let edition = Bench::of(size).edition();
            let found = search(&edition, query).found(None).expect("sound").matches;
            format!("{}, {}", found.len(), found.iter().map(|found| found.hits).sum::<u32>())
        });
        println!("| `{query}` | {} |", found.join(" · "));
    }
    println!();
}

/// The bytes of files become articles.
#[divan::bench(consts = SIZES, max_time = 4)]
fn read<const N: usize>(bencher: Bencher) {
    let bench = Bench::of(N);
    bencher
        .counter(BytesCount::new(bench.text))
        .counter(ItemsCount::new(N))
        .with_inputs(|| bench.files.clone())
        .bench_local_values(|files| corpus("generated", files));
}

/// Articles become a section.
#[divan::bench(consts = SIZES, max_time = 12)]
fn index<const N: usize>(bencher: Bencher) {
    let bench = Bench::of(N);
    bencher
        .counter(BytesCount::new(bench.text))
        .counter(ItemsCount::new(N))
        .bench_local(|| write(&bench.corpus, &[], hash));
}

/// A section is opened and the catalogue read: what stands between the last byte and the first screen.
#[divan::bench(consts = SIZES, max_time = 2)]
fn open<const N: usize>(bencher: Bencher) {
    let bench = Bench::of(N);
    bencher.counter(BytesCount::new(bench.section.len())).with_inputs(|| bench.section.clone()).bench_local_values(
        |section| {
            let edition = Edition::open(section).expect("sound");
            black_box(edition.catalogue().expect("sound"));
            edition
        },
    );
}

/// A section is opened, and the first screen made of it, every block that it needs being checked.
#[divan::bench(consts = SIZES, args = ["", "q=children", "view=words"], max_time = 2)]
fn open_and_show<const N: usize>(bencher: Bencher, address: &str) {
    let bench = Bench::of(N);
    let state = State::from_address(address);
    bencher
        .counter(BytesCount::new(bench.section.len()))
        .with_inputs(|| bench.section.clone())
        .bench_local_values(|section| Explorer::new(Edition::open(section).expect("sound")).show(&state));
}

/// Every block is checked.
#[divan::bench(consts = SIZES, max_time = 2)]
fn verify<const N: usize>(bencher: Bencher) {
    let bench = Bench::of(N);
    bencher
        .counter(BytesCount::new(bench.section.len()))
        .with_inputs(|| bench.edition())
        .bench_local_refs(|edition| edition.verify());
}

/// A query is read and looked up, its articles ranked and its hits counted.
#[divan::bench(consts = SIZES, args = QUERIES, max_time = 1)]
fn query<const N: usize>(bencher: Bencher, query: &str) {
    let edition = Bench::of(N).warm_edition();
    bencher.counter(ItemsCount::new(1u32)).bench_local(|| search(&edition, query).found(None));
}

/// The hits in the best fifty articles are found.
#[divan::bench(consts = SIZES, args = ["children", "\"women and children\""], max_time = 1)]
fn hits<const N: usize>(bencher: Bencher, query: &str) {
    let edition = Bench::of(N).warm_edition();
    let search = search(&edition, query);
    let found = search.found(None).expect("sound").matches;
    let articles = &found[..found.len().min(50)];
    bencher.counter(ItemsCount::new(articles.len())).bench_local(|| {
        for found in articles {
            black_box(search.hits(found.article).expect("sound"));
        }
    });
}

/// The words of half the articles are counted.
#[divan::bench(consts = SIZES, max_time = 1)]
fn count_words<const N: usize>(bencher: Bencher) {
    let edition = Bench::of(N).warm_edition();
    let half = Bitmap::of(edition.articles(), |article| article % 2 == 0);
    bencher.bench_local(|| frequencies(&edition, &half));
}

/// A state becomes a screen: what each keystroke and click costs.
#[divan::bench(consts = SIZES, args = STATES, max_time = 1)]
fn show<const N: usize>(bencher: Bencher, address: &str) {
    let explorer = Explorer::new(Bench::of(N).warm_edition());
    let state = State::from_address(address);
    bencher.counter(ItemsCount::new(1u32)).bench_local(|| explorer.show(&state));
}
