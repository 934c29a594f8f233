//! The index as a whole: what is written is found again, and nothing else; and any bytes do no harm.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use sourcebook::compare::{Answer, Asked, Questions, Shared};
use sourcebook::extract::{
    Bound, Counted, Cue, CueClass, Entity, EntityKind, Facts, Figure, FigureKind, Mention, Quote, QuoteKind, Source,
    Time, TimeBasis, TimeType, Unknown,
};
use sourcebook::index::{Bitmap, Edition, Layout, Query, Search, frequencies, write, write_compared, write_indexed};
use sourcebook::lexicon::PlaceKind;
use sourcebook::read::{Article, Block, BlockKind, Corpus, Head};
use sourcebook::text::{Span, fold, words};
use xxhash_rust::xxh64::xxh64;

/// Stands for SHA-256, which the index is handed and does not look at.
fn hash(bytes: &[u8]) -> [u8; 32] {
    let mut hash = [0; 32];
    hash[..8].copy_from_slice(&xxh64(bytes, 1).to_le_bytes());
    hash
}

/// An article whose lines are its blocks: the first is the title, one that begins with `#` boilerplate.
fn article(id: &str, text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let from = start + line.find(trimmed).unwrap();
            let kind = match (trimmed.starts_with('#'), blocks.is_empty()) {
                (true, _) => BlockKind::Boilerplate,
                (_, true) => BlockKind::Title,
                _ => BlockKind::Paragraph,
            };
            blocks.push(Block { kind, span: Span::new(from, from + trimmed.len()) });
        }
        start += line.len();
    }
    let head = Head { id: id.to_owned(), file: format!("{id}.txt"), ..Head::default() };
    Article { head, text: text.to_owned(), blocks }
}

fn corpus(articles: Vec<Article>) -> Corpus {
    Corpus { title: "Five accounts".to_owned(), language: "en".to_owned(), articles }
}

fn texts(texts: &[&str]) -> Corpus {
    corpus(texts.iter().enumerate().map(|(at, text)| article(&format!("a{at}"), text)).collect())
}

fn open(corpus: &Corpus) -> Edition {
    let edition = Edition::open(write(corpus, &[], hash).unwrap()).unwrap();
    edition.verify().unwrap();
    edition
}

#[cfg(feature = "read")]
fn seeds() -> Corpus {
    use sourcebook::read::File;
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let file = |path: std::path::PathBuf| File {
        bytes: std::fs::read(&path).unwrap(),
        path: path.file_name().unwrap().to_str().unwrap().to_owned(),
    };
    let files = std::fs::read_dir(folder).unwrap().map(|entry| file(entry.unwrap().path()));
    sourcebook::read::corpus("seeds", files.collect()).0
}

/// What a query finds: of each article found, its hits as the text has them. Also holds that counts are those of the marks.
fn find(edition: &Edition, query: &str) -> Vec<(u32, Vec<String>)> {
    let search = Search::new(edition, &Query::parse(query)).unwrap();
    let mut found = search.found(None).unwrap().matches;
    found.sort_by_key(|found| found.article);
    let matched: Vec<u32> = found.iter().map(|found| found.article).collect();
    for article in (0..edition.articles()).filter(|article| !matched.contains(article)) {
        assert_eq!(search.hits(article).unwrap(), [], "{query}: hits in an article that is not found");
    }
    let hits = |found: &sourcebook::index::Match| {
        let hits = search.hits(found.article).unwrap();
        assert_eq!(hits.len(), found.hits as usize, "{query}");
        for (part, count) in found.parts.iter().enumerate() {
            assert_eq!(hits.iter().filter(|hit| usize::from(hit.part) == part).count(), *count as usize, "{query}");
        }
        let text = edition.text(found.article).unwrap();
        (found.article, hits.iter().map(|hit| hit.span.of(text).to_owned()).collect())
    };
    found.iter().map(hits).collect()
}

/// The same, short: `0: one, two; 2: three`.
fn told(edition: &Edition, query: &str) -> String {
    let line = |(article, hits): &(u32, Vec<String>)| format!("{article}: {}", hits.join(", ")).trim_end().to_owned();
    find(edition, query).iter().map(line).collect::<Vec<_>>().join("; ")
}

fn counts(edition: &Edition, query: &str) -> (usize, usize) {
    let found = find(edition, query);
    (found.len(), found.iter().map(|(_, hits)| hits.len()).sum())
}

#[test]
#[cfg(feature = "read")]
fn seeds_have_what_a_reader_counts_in_them() {
    let edition = open(&seeds());
    assert_eq!(counts(&edition, "Kadyrov"), (3, 12));
    assert_eq!(counts(&edition, "\"women and children\""), (2, 3));
    assert_eq!(counts(&edition, "daesh -kadyrov"), (0, 0));
    assert_eq!(counts(&edition, "zeppelin"), (0, 0));
    assert_eq!(counts(&edition, ""), (5, 0));
}

#[test]
fn queries_find_this_and_nothing_else() {
    let edition = open(&texts(&[
        "Fighters return\nThe fighters returned with women and children.\n# Leave a reply to the fighters",
        "Ramzán Kadyrov’s word\nwomen, and children came.\nKadyrov said: returns are few; 70,000 left.",
        "Al-Baghdadi\nThe so-called Islamic State lost a state.\nNothing was returning\nhome",
        "",
    ]));
    for (query, expected) in [
        ("return", "0: return, returned; 1: returns; 2: returning"),
        ("\"returned\"", "0: returned"),
        ("ramzan", "1: Ramzán"),
        ("RAMZÁN kadyrov", "1: Ramzán, Kadyrov, Kadyrov"),
        ("Kadyrov’s", "1: Kadyrov, Kadyrov"),
        ("\"women and children\"", "0: women and children; 1: women, and children"),
        ("“women and children”", "0: women and children; 1: women, and children"),
        ("\"children and women\"", ""),
        ("al-baghdadi", "2: Al-Baghdadi"),
        ("baghdadi-al", ""),
        ("70,000", "1: 70,000"),
        ("reply", ""),
        ("\"returning home\"", ""),
        ("returning NEAR home", ""),
        ("fighters -women", ""),
        ("-fighters", "1:; 2:; 3:"),
        ("women OR baghdadi", "0: women; 1: women; 2: Baghdadi"),
        ("women NOT kadyrov", "0: women"),
        ("(women OR state) -(kadyrov OR fighters)", "2: State, state"),
        ("kad*", "1: Kadyrov, Kadyrov"),
        ("kadirov~", "1: Kadyrov, Kadyrov"),
        ("kadirof~1", ""),
        ("islamic NEAR/3 state", "2: Islamic State"),
        ("state NEAR/3 islamic", "2: Islamic State"),
        ("state NEAR/1 lost", "2: State lost"),
        ("state NEAR/2 state", ""),
        ("state NEAR/3 state", "2: State lost a state"),
        ("\"so called\" NEAR/2 (lost OR state)", "2: so-called Islamic State"),
        ("in:title fighters", "0: Fighters"),
        ("title:return", "0: return"),
        ("in:title (fighters OR baghdadi)", "0: Fighters; 2: Baghdadi"),
        ("in:title women", ""),
        ("-in:title fighters", "1:; 2:; 3:"),
        ("article:a2 state", "2: State, state"),
        ("article:a2", "2:"),
        ("state, \"islamic state\", women", "0: women; 1: women; 2: Islamic State, state"),
        ("women women", "0: women; 1: women"),
        ("fighters \"the fighters returned\"", "0: Fighters, The fighters returned"),
    ] {
        assert_eq!(told(&edition, query), expected, "{query}");
    }
}

#[test]
fn fields_look_at_what_is_known_of_an_article() {
    let date = |text: &str| Some(text.parse().unwrap());
    let mut corpus = texts(&["One", "Two", "Three"]);
    corpus.articles[0].head.outlet = Some("Le Monde diplomatique".to_owned());
    corpus.articles[0].head.published.earliest = date("2016-06-05");
    corpus.articles[0].head.published.latest = date("2016-06-05");
    corpus.articles[1].head.outlet = Some("Élan".to_owned());
    corpus.articles[1].head.published.earliest = date("2018-12-30");
    corpus.articles[1].head.published.latest = date("2019-01-05");
    let edition = open(&corpus);
    for (query, expected) in [
        ("outlet:monde", "0:"),
        ("outlet:\"le monde\"", "0:"),
        ("outlet:\"monde le\"", ""),
        ("outlet:elan", "1:"),
        ("-outlet:elan", "0:; 2:"),
        ("outlet:ela", ""),
        ("date:2016", "0:"),
        ("date:2016-06..2018", "0:; 1:"),
        ("year:2019", "1:"),
        ("date:..2017", "0:"),
        ("date:2020..", ""),
        ("date:2019 two", "1: Two"),
    ] {
        assert_eq!(told(&edition, query), expected, "{query}");
    }
}

#[test]
fn a_title_counts_more_than_a_paragraph_and_ties_keep_the_order() {
    let edition =
        open(&texts(&["River\nflood water", "Flood\nriver water", "River\nflood water", "Nothing\nof it at all"]));
    let search = Search::new(&edition, &Query::parse("flood")).unwrap();
    let found = search.found(None).unwrap();
    assert_eq!(found.matches.iter().map(|found| found.article).collect::<Vec<_>>(), [1, 0, 2]);
    let mut allowed = Bitmap::full(4);
    allowed.remove(1);
    let found = search.found(Some(&allowed)).unwrap();
    assert_eq!(found.matches.iter().map(|found| found.article).collect::<Vec<_>>(), [0, 2]);
}

#[test]
fn a_prefix_of_too_many_words_says_so() {
    let many: Vec<String> = (0..600).map(|number| format!("w{number}")).collect();
    let edition = open(&texts(&[&many.join(" ")]));
    let search = Search::new(&edition, &Query::parse("w*")).unwrap();
    assert_eq!(search.problems().len(), 1);
    assert_eq!(search.found(None).unwrap().matches[0].hits, 512);
    assert_eq!(Search::new(&edition, &Query::parse("w1*")).unwrap().problems(), []);
}

#[test]
fn a_misspelt_word_has_near_ones() {
    let edition = open(&texts(&["Kadyrov Kadyrov Kadyrova Kadirow unrelated"]));
    assert_eq!(edition.suggest("Kaydrov", 9).unwrap(), ["kadyrov", "kadyrova"]);
    assert_eq!(edition.suggest("Kaydrov", 1).unwrap(), ["kadyrov"]);
    assert_eq!(edition.suggest("zeppelin", 9).unwrap(), [""; 0]);
}

#[test]
fn words_are_counted_alike_from_either_side() {
    let edition = open(&texts(&["Kadyrov said\nso", "so so", "Kadyrov", "# Kadyrov\nKadyrov Kadyrov", ""]));
    for left in 0..32u32 {
        let articles = Bitmap::of(5, |article| left >> article & 1 == 1);
        let found = frequencies(&edition, &articles).unwrap();
        let total: u32 = articles.iter().map(|article| edition.words(article).unwrap()).sum();
        assert_eq!(found.counts.iter().sum::<u32>(), total);
        let form = edition.find_form("Kadyrov").unwrap().unwrap() as usize;
        let held = articles.iter().filter(|article| [0, 2, 3].contains(article)).count();
        assert_eq!(found.articles[form] as usize, held);
    }
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    let corpus = texts(&["One two\nthree four one", "Two"]);
    assert_eq!(write(&corpus, &[], hash).unwrap(), write(&corpus.clone(), &[], hash).unwrap());
    let edition = open(&corpus);
    assert_eq!(edition.hash(), hash(edition.contents()));
}

#[test]
fn disordered_blocks_are_refused_with_the_name_of_the_article() {
    for spans in [[(0, 5), (3, 9)], [(4, 9), (0, 3)], [(0, 3), (4, 99)], [(0, 3), (1, 2)]] {
        let mut article = article("scrambled", "One two three");
        let block = |(from, to)| Block { kind: BlockKind::Paragraph, span: Span::new(from, to) };
        article.blocks = spans.map(block).to_vec();
        let error = write(&corpus(vec![article]), &[], hash).unwrap_err();
        assert_eq!(error.code(), "refused");
        assert!(error.to_string().starts_with("scrambled: "), "{error}");
    }
}

/// One fact of each kind, with all that can be said of it, about `Women and children returned …`.
fn facts(text: &str) -> Facts {
    let span = |words: &str| {
        let at = text.find(words).unwrap();
        Span::new(at, at + words.len())
    };
    let source = |name: &str| Source { name: name.to_owned(), ..Source::default() };
    let whole = Figure {
        span: span("Women and children"),
        number: span("Women"),
        low: Some(1.5e6),
        high: Some(0.1 + 0.2),
        bound: Bound::Between,
        kind: FigureKind::People,
        unit: Some("head".to_owned()),
        counted: Some(Counted { text: "children".to_owned(), span: Some(span("children")) }),
        status: Some("returned".to_owned()),
        population: vec!["women".to_owned(), "children".to_owned()],
        of_place: Some("Syria".to_owned()),
        at_place: Some("é".to_owned()),
        as_of: Some("2011/..".to_owned()),
        sources: vec![source("the premier"), source("Courier")],
        by_hand: true,
        ..Figure::default()
    };
    let part = Figure {
        span: span("children"),
        number: span("children"),
        counted: Some(Counted { text: "those".to_owned(), span: None }),
        part_of: Some(0),
        ..Figure::default()
    };
    let quote = Quote {
        span: span("returned from Syria"),
        kind: QuoteKind::Indirect,
        cue: Some(Cue { span: span("Women"), class: CueClass::Deny }),
        speaker: Some(Source { name: "Syria".to_owned(), span: Some(span("Syria")), entity: Some(0) }),
        via: vec![source("Courier")],
        ..Quote::default()
    };
    let time = Time {
        span: span("from"),
        kind: TimeType::Duration,
        value: "P3D".to_owned(),
        earliest: Some(jiff::civil::date(2016, 2, 29)),
        basis: TimeBasis::Published,
        anchor: Some(span("é")),
        ..Time::default()
    };
    let entity = Entity {
        name: "Syria".to_owned(),
        kind: EntityKind::Place,
        aliases: vec!["Sham".to_owned(), "Syrian Republic".to_owned()],
        roles: vec!["a role".to_owned()],
        place: Some(PlaceKind::Country),
        country: Some("SY".to_owned()),
        position: Some((-35.25, 39.5)),
        mentions: vec![Mention { span: span("Women"), speaks: true }, Mention { span: span("Syria"), speaks: false }],
        ..Entity::default()
    };
    let unknown = Unknown { span: span("é"), by_hand: true, ..Unknown::default() };
    Facts {
        figures: vec![whole, part],
        quotes: vec![quote],
        unknowns: vec![unknown],
        times: vec![time],
        entities: vec![entity],
        ..Facts::default()
    }
}

#[test]
fn facts_are_read_as_they_were_written() {
    for section in small() {
        let edition = Edition::open(section).unwrap();
        let read = edition.facts(0).unwrap();
        assert_eq!(read.facts, facts(edition.text(0).unwrap()));
        assert_eq!(read.rules.each_ref().map(Vec::len), [2, 1, 1, 1, 1]);
        assert_eq!([edition.figures(0).unwrap(), edition.figures(1).unwrap()], [2, 0]);
        assert_eq!(edition.facts(1).unwrap().facts, Facts::default());
        assert!(edition.facts(2).is_err());
    }
}

#[test]
fn rules_are_kept_by_name() {
    let corpus = texts(&["Women and children\nreturned from Syria, é."]);
    let mut facts = facts(&corpus.articles[0].text);
    facts.figures[1].rules = vec!["numbers", "elided noun"];
    facts.entities[0].rules = vec!["towns"];
    let edition = Edition::open(write(&corpus, &[facts], hash).unwrap()).unwrap();
    let rules = &edition.facts(0).unwrap().rules;
    assert_eq!(rules[0], ["", "numbers\nelided noun"]);
    assert_eq!(rules[4], ["towns"]);
}

/// One question of both figures of [`facts`], and a passage.
fn questions() -> Questions {
    let answer = |class: u8| Answer { question: Some(0), classes: [0, class, class, 0], differs: class == 0 };
    let tables = [vec![], vec![2], vec![4], vec![]];
    let question = Asked {
        id: "children".to_owned(),
        title: "Children".to_owned(),
        unit: "people".to_owned(),
        titled_by_hand: true,
        tables,
    };
    let sides = [(0, Span::new(0, 5)), (1, Span::new(4, 12))];
    Questions {
        questions: vec![question, Asked::default()],
        answers: vec![answer(0), answer(1)],
        sources: vec![1, 0, 3],
        passages: vec![Shared { sides, words: 12, quoted: true }],
    }
}

/// The same small corpus without its index but with its questions, as it is written, and the other way round.
fn small() -> [Vec<u8>; 2] {
    let corpus = texts(&["Women and children\nreturned from Syria, é.", "Few returned\n# Leave"]);
    let facts = [facts(&corpus.articles[0].text)];
    [write_compared(&corpus, &facts, &questions(), hash).unwrap(), write_indexed(&corpus, &facts, hash).unwrap()]
}

#[test]
fn questions_are_read_as_they_were_written() {
    let [with, without] = small().map(|section| Edition::open(section).unwrap());
    assert_eq!(with.questions().unwrap(), &questions());
    assert_eq!(without.questions().unwrap(), &Questions::default());
}

#[test]
fn questions_of_other_figures_or_words_beyond_a_text_are_damage() {
    let corpus = texts(&["Women and children\nreturned from Syria, é.", "Few returned"]);
    let facts = [facts(&corpus.articles[0].text)];
    let told = |facts: &[Facts], questions: &Questions| {
        let edition = Edition::open(write_compared(&corpus, facts, questions, hash).unwrap()).unwrap();
        edition.verify().map_err(|error| error.to_string())
    };
    assert_eq!(told(&facts, &questions()), Ok(()));
    assert!(told(&[], &questions()).unwrap_err().contains("block questions"));
    for side in [(1, Span::new(0, 13)), (2, Span::new(0, 1))] {
        let passage = Shared { sides: [(0, Span::new(0, 5)), side], words: 12, quoted: false };
        let beyond = Questions { passages: vec![passage], ..questions() };
        assert!(told(&facts, &beyond).unwrap_err().contains("block questions"));
    }
}

#[test]
fn an_index_that_was_left_out_is_made_as_it_would_be_written() {
    for corpus in [texts(&[]), texts(&[""]), texts(&["Women, women\nand Émigrés’ children. U.S.\n# Leave", "Few\nare"])]
    {
        same_either_way(&corpus);
    }
    #[cfg(feature = "read")]
    same_either_way(&seeds());
}

fn same_either_way(corpus: &Corpus) {
    let bare = open(corpus);
    let indexed = Edition::open(write_indexed(corpus, &[], hash).unwrap()).unwrap();
    indexed.verify().unwrap();
    assert_eq!(bare.catalogue().unwrap(), indexed.catalogue().unwrap());
    assert_eq!(bare.forms().unwrap(), indexed.forms().unwrap());
    for form in 0..bare.forms().unwrap() {
        let of = |edition: &Edition| (edition.form(form).unwrap(), edition.stem_of(form).unwrap());
        assert_eq!(of(&bare), of(&indexed));
        let word = bare.form(form).unwrap();
        for query in [word.as_str(), &format!("\"{word}\""), &format!("in:title {word}~"), &format!("{word}*")] {
            assert_eq!(find(&bare, query), find(&indexed, query), "{query}");
        }
    }
    for article in 0..bare.articles() {
        assert_eq!(bare.layout(article).unwrap(), indexed.layout(article).unwrap());
        assert_eq!(bare.words(article).unwrap(), indexed.words(article).unwrap());
        let one = Bitmap::of(bare.articles(), |other| other == article);
        assert_eq!(frequencies(&bare, &one).unwrap(), frequencies(&indexed, &one).unwrap());
    }
}

/// A corpus of more text than is indexed in the browser brings its index along.
#[test]
fn a_large_corpus_is_written_with_its_index() {
    let long = "Few women returned. ".repeat(4_000);
    let corpus = texts(&[&long]);
    assert_eq!(write(&corpus, &[], hash).unwrap(), write_indexed(&corpus, &[], hash).unwrap());
    let short = texts(&["Few women returned."]);
    assert!(write(&short, &[], hash).unwrap().len() < write_indexed(&short, &[], hash).unwrap().len());
}

fn refusal(bytes: Vec<u8>) -> Option<&'static str> {
    match Edition::open(bytes) {
        Err(error) => Some(error.code()),
        Ok(edition) => edition.verify().err().map(|error| error.code()),
    }
}

#[test]
fn every_flipped_bit_is_refused() {
    small().into_iter().for_each(|sound| each_flipped_bit_is_refused(&sound));
}

fn each_flipped_bit_is_refused(sound: &[u8]) {
    assert_eq!(refusal(sound.to_vec()), None);
    for bit in 0..sound.len() * 8 {
        let mut flipped = sound.to_vec();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let expected = match bit / 8 {
            0..8 => &["foreign"][..],
            8..10 => &["version"],
            12..16 => &["truncated", "damaged"],
            _ => &["damaged"],
        };
        let code = refusal(flipped).unwrap_or("read");
        assert!(expected.contains(&code), "bit {bit}: {code}");
    }
}

/// The same of what is shipped, as the reader reads it: all of its 300,000 bits and more, on every core.
#[test]
#[cfg(feature = "read")]
fn every_flipped_bit_of_the_shipped_articles_is_refused() {
    let sound = write_indexed(&seeds(), &[], hash).unwrap();
    assert_eq!(refusal(sound.clone()), None);
    let bits = sound.len() * 8;
    assert!(bits > 300_000, "expected the shipped articles, but found {bits} bits");
    let flip = &|from: usize, step: usize| {
        for bit in (from..bits).step_by(step) {
            let mut flipped = sound.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let code = refusal(flipped);
            let is_told = matches!(code, Some("foreign" | "version" | "truncated" | "damaged"));
            assert!(is_told, "bit {bit}: {code:?}");
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| (0..cores).for_each(|core| drop(scope.spawn(move || flip(core, cores)))));
}

#[test]
fn every_truncation_and_addition_is_refused() {
    for sound in small() {
        for length in 0..sound.len() {
            assert_eq!(refusal(sound[..length].to_vec()), Some("truncated"), "{length}");
        }
        let mut longer = sound;
        longer.push(0);
        assert_eq!(refusal(longer), Some("damaged"));
    }
    assert_eq!(refusal(b"<!doctype html>".to_vec()), Some("foreign"));
}

#[test]
fn another_version_says_which() {
    let [mut other, _] = small();
    other[8] = 9;
    let error = Edition::open(other).err().unwrap();
    assert!(error.to_string().contains("needs format version 9, but this engine reads version 4"), "{error}");
}

/// Sets right every checksum of a section, so that only what is behind them stands in the way of damage.
fn set_right(section: &mut [u8]) {
    let word = |section: &[u8], at: usize| u32::from_le_bytes(section[at..at + 4].try_into().unwrap()) as usize;
    let length = section.len() as u32;
    section[12..16].copy_from_slice(&length.to_le_bytes());
    let entries = word(section, 16);
    let directory = 52 + entries * 17;
    let mut at = directory + 8;
    let mut rows = 0..0;
    for entry in (52..directory).step_by(17) {
        let size = word(section, entry + 5);
        if section[entry] == 3 {
            rows = at..at + size;
        }
        at += size;
    }
    // Of each article its text, layout and facts.
    for row in rows.step_by(12) {
        let size = word(section, row);
        if let Some(block) = section.get(at..at + size) {
            let sum = xxh64(block, 0);
            section[row + 4..row + 12].copy_from_slice(&sum.to_le_bytes());
        }
        at += size;
    }
    let mut at = directory + 8;
    for entry in (52..directory).step_by(17) {
        let size = word(section, entry + 5);
        let sum = xxh64(&section[at..at + size], 0);
        section[entry + 9..entry + 17].copy_from_slice(&sum.to_le_bytes());
        at += size;
    }
    let sum = xxh64(&section[..directory], 0);
    section[directory..directory + 8].copy_from_slice(&sum.to_le_bytes());
}

/// Asks for everything that there is to ask for; results do not matter.
fn use_all(bytes: Vec<u8>) {
    let Ok(edition) = Edition::open(bytes) else { return };
    let _ = edition.verify();
    let _ = edition.catalogue();
    let _ = edition.suggest("retruned", 3);
    for article in 0..edition.articles().min(50) {
        let _ = (edition.facts(article), edition.figures(article));
    }
    let _ = frequencies(&edition, &Bitmap::full(edition.articles().min(1000)));
    for form in 0..edition.forms().unwrap_or(0).min(50) {
        let _ = (edition.form(form), edition.stem_of(form));
    }
    for query in [
        "returned",
        "\"women and children\"",
        "re*",
        "retruned~",
        "women NEAR/5 few",
        "-in:title women, few",
        "outlet:x date:2016",
    ] {
        if let Ok(search) = Search::new(&edition, &Query::parse(query)) {
            let _ = search.found(None);
            let _ = search.hits(0);
            let _ = search.hits(7);
        }
    }
}

#[test]
fn every_byte_replaced_behind_right_checksums_does_no_harm() {
    small().into_iter().for_each(|sound| each_byte_replaced_does_no_harm(&sound));
}

fn each_byte_replaced_does_no_harm(sound: &[u8]) {
    let header = 52 + u32::from_le_bytes(sound[16..20].try_into().unwrap()) as usize * 17 + 8;
    for at in header..sound.len() {
        for byte in [0, 1, 0x7f, 0x80, 0xff, sound[at].wrapping_add(1), sound[at] ^ 0x10] {
            let mut other = sound.to_vec();
            other[at] = byte;
            set_right(&mut other);
            use_all(other);
        }
    }
}

#[test]
fn setting_right_a_sound_section_changes_nothing() {
    for sound in small() {
        let mut other = sound.clone();
        set_right(&mut other);
        assert_eq!(other, sound);
    }
}

fn layout_holds_together(layout: &Layout, text: &str) {
    let mut end = 0;
    for block in &layout.blocks {
        assert!(block.span.start >= end && text.get(block.span.range()).is_some());
        end = block.span.end;
        for sentence in &layout.sentences[block.sentences.start as usize..block.sentences.end as usize] {
            assert!(block.span.contains(sentence.span) && text.get(sentence.span.range()).is_some());
            for token in sentence.tokens.clone() {
                let span = layout.tokens[token as usize].span;
                assert!(sentence.span.contains(span) && text.get(span.range()).is_some());
                assert_eq!(layout.sentences[layout.sentence_of(token) as usize].span, sentence.span);
            }
        }
    }
}

/// Text of a few letters, marks and scripts, so that words come again; and of anything.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "([aàbB]{1,3}[ .,’'\"\n-]{1,2}){0,40}",
        "([a-cé中ß\u{301}\u{ad}ﷺ0-9]{1,3}[ \u{a0}.’\n]{1,2}){0,30}",
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn every_word_is_found_where_it_stands(some in proptest::collection::vec(any_text(), 1..4), at: prop::sample::Index, length in 1usize..4) {
        let some: Vec<&str> = some.iter().map(String::as_str).collect();
        same_either_way(&texts(&some));
        let edition = open(&texts(&some));
        for (article, text) in (0..).zip(&some) {
            let layout = edition.layout(article).unwrap();
            layout_holds_together(&layout, text);
            prop_assert_eq!(&edition.text(article).unwrap(), text);
            for token in &layout.tokens {
                prop_assert_eq!(edition.find_form(token.span.of(text)).unwrap(), Some(token.form));
            }
            let Some(block) = layout.blocks.iter().rfind(|block| !block.tokens.is_empty()) else { continue };
            let tokens = &layout.tokens[block.tokens.start as usize..block.tokens.end as usize];
            let first = at.index(tokens.len());
            let phrase = &tokens[first..tokens.len().min(first + length)];
            let forms: Vec<String> = phrase.iter().map(|token| fold(token.span.of(text))).collect();
            let query = format!("\"{}\"", forms.join(" "));
            // A folded form may fall apart where it stands alone: a ligature that is a sentence, a mark that belongs to what was before
            // it, were it a quotation mark.
            if forms.iter().any(|form| form.contains(['"', '“', '”', '„', '‟', '«', '»'])) || words(&query).map(|word| fold(word.of(&query))).ne(forms.iter().cloned()) {
                continue;
            }
            let hits = Search::new(&edition, &Query::parse(&query)).unwrap().hits(article).unwrap();
            prop_assert!(!hits.is_empty(), "{}", query);
            for hit in hits {
                let hit = hit.span.of(text);
                let found: Vec<String> = words(hit).map(|word| fold(word.of(hit))).filter(|form| !form.is_empty()).collect();
                prop_assert_eq!(&found, &forms);
            }
            find(&edition, &query);
        }
    }

    #[test]
    fn stems_beginnings_near_words_and_misspellings_fold_to_what_was_asked(some in any_text(), at: prop::sample::Index, other: prop::sample::Index) {
        let edition = open(&texts(&[&some]));
        // Words that stand alone as they stood in the text, and mean nothing in the query language.
        let layout = edition.layout(0).unwrap();
        let forms: Vec<String> = layout.tokens.iter().map(|token| fold(token.span.of(&some))).collect();
        let plain: Vec<&String> = forms.iter().filter(|form| !form.is_empty() && form.chars().all(char::is_alphanumeric)
            && words(form).count() == 1).collect();
        if plain.is_empty() {
            return Ok(());
        }
        let (form, other) = (plain[at.index(plain.len())], plain[other.index(plain.len())]);
        let hits = |query: &str| find(&edition, query).into_iter().flat_map(|(_, hits)| hits).collect::<Vec<_>>();
        let folded = |hit: &str| words(hit).map(|word| fold(word.of(hit))).filter(|form| !form.is_empty()).collect::<Vec<_>>();
        let standing = forms.iter().filter(|standing| *standing == form).count();
        let stem = |form: &str| edition.find_form(form).unwrap().map(|form| edition.stem_of(form).unwrap());
        let stemmed = hits(form);
        prop_assert!(stemmed.len() >= standing, "{}", form);
        for hit in stemmed {
            prop_assert_eq!(stem(&hit), stem(form), "{} by {}", hit, form);
        }
        let start: String = form.chars().take(2).collect();
        let begun = hits(&format!("{start}*"));
        prop_assert!(begun.len() >= standing, "{}*", start);
        for hit in begun {
            prop_assert!(fold(&hit).starts_with(&start), "{} by {}*", hit, start);
        }
        let near = hits(&format!("{form}~1"));
        prop_assert!(near.len() >= standing, "{}~1", form);
        for hit in near {
            let (letters, asked) = (fold(&hit).chars().count(), form.chars().count());
            prop_assert!(letters.abs_diff(asked) <= 1, "{} by {}~1", hit, form);
        }
        for hit in hits(&format!("\"{form}\" NEAR/2 \"{other}\"")) {
            let found = folded(&hit);
            let ends = [found.first(), found.last()];
            prop_assert!(ends == [Some(form), Some(other)] || ends == [Some(other), Some(form)], "{} by {} and {}", hit, form, other);
        }
    }

    #[test]
    fn as_many_hits_are_counted_as_are_marked(
        some in proptest::collection::vec("([abc]{1,2}[ ,.\n]{1,2}){0,40}", 1..4),
        query in "(-|in:title )?([abc]{1,2}[*~]?|\"[abc]{1,2} [abc]\"|\\([abc] OR [abc]b\\))(,? (-|OR |NEAR/3 |title:)?([abc]{1,2}\\*?|\"[abc] [abc]{1,2} [abc]\")){0,4}",
    ) {
        let some: Vec<&str> = some.iter().map(String::as_str).collect();
        same_either_way(&texts(&some));
        let edition = open(&texts(&some));
        for (article, hits) in find(&edition, &query) {
            prop_assert!(hits.iter().all(|hit| !hit.is_empty()), "{} in {}", query, article);
        }
        let search = Search::new(&edition, &Query::parse(&query)).unwrap();
        for article in 0..edition.articles() {
            let hits = search.hits(article).unwrap();
            prop_assert!(hits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        }
    }

    #[test]
    fn reading_any_query_ends_with_problems_in_it(query in prop_oneof![any::<String>(), "[ab\"“ ():,*~-]{0,60}", "(OR |AND |NOT |NEAR/[0-9]{0,3} |in:|title:|date:|outlet:|\\(|\\)|,|\"|a ){0,40}"]) {
        let edition = open(&texts(&["a b a\nb ab"]));
        let read = Query::parse(&query);
        for problem in read.problems() {
            prop_assert!(query.get(problem.span.range()).is_some(), "{:?}", problem);
            prop_assert!(!problem.message.ends_with('.') && !problem.message.is_empty());
        }
        prop_assert!(read.parts().is_empty() || read.parts().len() >= 2);
        find(&edition, &query);
    }

    #[test]
    fn any_bytes_behind_right_checksums_do_no_harm(indexed: bool, at: prop::sample::Index, other in proptest::collection::vec(any::<u8>(), 1..40)) {
        let mut section = small()[usize::from(indexed)].clone();
        let header = 52 + u32::from_le_bytes(section[16..20].try_into().unwrap()) as usize * 17 + 8;
        let at = header + at.index(section.len() - header);
        for (byte, other) in section[at..].iter_mut().zip(&other) {
            *byte = *other;
        }
        set_right(&mut section);
        use_all(section);
    }

    #[test]
    fn any_bytes_at_all_do_no_harm(mut bytes: Vec<u8>, labelled: bool) {
        if labelled {
            bytes.splice(..bytes.len().min(10), *b"SRCBOOK\0\x03\0");
        }
        prop_assert!(refusal(bytes).is_some());
    }
}

#[test]
fn long_and_deep_queries_end() {
    let edition = open(&texts(&["a b"]));
    for query in [
        "(".repeat(20_000),
        "-".repeat(20_000) + "a",
        "NOT ".repeat(5_000),
        "a NEAR/3 ".repeat(3_000),
        "in:title ".repeat(2_000) + "a",
        "a,".repeat(9_000),
        "\"".repeat(16_383),
        "a OR ".repeat(4_000),
        "(a ".repeat(3_000),
    ] {
        let read = Query::parse(&query);
        assert!(!read.problems().is_empty(), "{}", &query[..20]);
        find(&edition, &query);
    }
}
