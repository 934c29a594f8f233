//! States against screens: the explorer on the shipped articles, without a browser.

#![allow(clippy::unwrap_used)]

use sourcebook::explorer::screen::{Run, Screen};
use sourcebook::explorer::{Explorer, State};
use sourcebook::index::{Edition, write};
use sourcebook::read::{File, corpus};

fn explorer_of(files: Vec<File>) -> Explorer {
    let (corpus, _) = corpus("seeds", files);
    let section = write(&corpus, &[], |_| [7; 32]).expect("a sound corpus");
    Explorer::new(Edition::open(section).expect("what was just written"))
}

fn seeds() -> Explorer {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let files = std::fs::read_dir(folder).expect("the seeds").map(|entry| {
        let path = entry.expect("an entry").path();
        File { path: path.file_name().unwrap().to_string_lossy().into_owned(), bytes: std::fs::read(path).unwrap() }
    });
    explorer_of(files.collect())
}

fn show(explorer: &Explorer, address: &str) -> Screen {
    explorer.show(&State::from_address(address)).expect("a sound edition")
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

#[test]
fn status_counts_what_is_left() {
    let seeds = seeds();
    for (address, status) in [
        ("", "5 of 5 articles"),
        ("q=Kadyrov", "3 of 5 articles, 12 hits"),
        ("q=%22women+and+children%22", "2 of 5 articles, 3 hits"),
        ("q=daesh+-kadyrov", "0 of 5 articles, 0 hits"),
        ("q=Kadyrov&f=-year:2017", "2 of 5 articles, 6 hits"),
        ("f=outlet:breitbart&f=outlet:castwb.com", "2 of 5 articles"),
        ("f=year:unknown", "1 of 5 articles"),
        ("f=date:2016..2018", "3 of 5 articles"),
    ] {
        assert_eq!(show(&seeds, address).status, status, "{address}");
    }
}

#[test]
fn a_screen_is_the_same_from_its_own_address() {
    let seeds = seeds();
    for address in [
        "",
        "q=Kadyrov&view=words+sort:left",
        "view=words&q=ISIS,ISIL,Daesh,%22Islamic+State%22",
        "f=date:2016..2018&sel=x!s1.abcd",
    ] {
        let screen = show(&seeds, address);
        assert_eq!(show(&seeds, &screen.address), screen, "{address}");
        let text = &screen.state;
        let state = State::from_attributes(&text.query, &text.filter, &text.view, &text.select);
        assert_eq!(seeds.show(&state).unwrap(), screen, "{address}");
    }
}

#[test]
fn facet_counts_are_what_a_choice_leaves() {
    let seeds = seeds();
    let screen = show(&seeds, "q=Kadyrov&f=outlet:Breitbart");
    assert_eq!(screen.status, "0 of 5 articles, 0 hits");
    for value in screen.facets[0].values.iter().filter(|value| value.choice == "none") {
        // Another outlet beside the chosen one, which has no hit, leaves just its own articles.
        assert_eq!(show(&seeds, &value.include).articles.unwrap().total, value.count, "{}", value.label);
    }
    for value in &show(&seeds, "q=Kadyrov").facets[1].values {
        assert_eq!(show(&seeds, &value.include).articles.unwrap().total, value.count, "{}", value.label);
    }
    let outlets: Vec<(&str, u32)> =
        screen.facets[0].values.iter().map(|value| (value.label.as_str(), value.count)).collect();
    assert_eq!(outlets, [("castwb.com", 1), ("Islamic World Peace Forum", 1), ("Russia Insider", 1), ("Breitbart", 0)]);
}

#[test]
fn a_choice_taken_back_is_the_state_before() {
    let seeds = seeds();
    let before = show(&seeds, "q=ISIS").address;
    let screen = show(&seeds, &before);
    for value in screen.facets.iter().flat_map(|facet| &facet.values) {
        for choice in [&value.include, &value.exclude] {
            let chosen = show(&seeds, choice);
            assert_eq!(chosen.filters.len(), 1, "{choice}");
            assert_eq!(show(&seeds, &chosen.filters[0].to).address, before);
        }
    }
}

#[test]
fn reader_gives_the_text_back_whole() {
    let seeds = seeds();
    for item in show(&seeds, "q=Kadyrov+OR+ISIS").articles.unwrap().items {
        let screen = show(&seeds, &item.to);
        let reader = &screen.readers[0];
        let text = std::fs::read_to_string(format!("{}/seeds/{}.txt", env!("CARGO_MANIFEST_DIR"), reader.id)).unwrap();
        let mut read = String::new();
        for sentence in reader.blocks.iter().flat_map(|block| &block.sentences) {
            read.push_str(&sentence.gap);
            read.push_str(&joined(&sentence.runs));
        }
        let without_space = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(without_space(&read), without_space(&text));
        let firsts = reader.blocks.iter().flat_map(|block| &block.sentences).flat_map(|sentence| &sentence.runs);
        let hits = firsts.flat_map(|run| &run.marks).filter(|mark| mark.first).count();
        assert_eq!(hits as u32, reader.hits);
    }
}

#[test]
fn a_link_to_a_sentence_finds_its_words_again() {
    let seeds = seeds();
    let opened = show(&seeds, "sel=003_038e0a1be0ce8a81");
    let sentences: Vec<_> = opened.readers[0].blocks.iter().flat_map(|block| &block.sentences).collect();
    let seventh = sentences[7];
    assert_eq!(show(&seeds, &seventh.to).readers[0].selected.as_deref(), Some("s7"));
    let moved = seventh.to.replace("!s7.", "!s2.");
    let screen = show(&seeds, &moved);
    assert_eq!((screen.readers[0].selected.as_deref(), screen.notices.len()), (Some("s7"), 0), "another ordinal");
    let gone = show(&seeds, "sel=003_038e0a1be0ce8a81!s7.zzzz");
    assert_eq!((gone.readers[0].selected.as_deref(), gone.notices.len()), (None, 1), "other words");
    let nowhere = show(&seeds, "sel=nothing");
    assert_eq!((nowhere.readers.len(), nowhere.notices.len()), (0, 1), "no such article");
}

#[test]
fn two_articles_stand_side_by_side_and_no_third() {
    let seeds = seeds();
    let one = show(&seeds, "sel=001_3e5d0f6009aaf297");
    let list = one.articles.unwrap();
    let beside = list.items.iter().find_map(|item| item.beside.clone()).expect("something to put beside");
    let two = show(&seeds, &beside);
    assert_eq!(two.readers.len(), 2);
    assert_eq!(show(&seeds, &two.readers[0].close).readers[0].id, two.readers[1].id);
    let third = show(&seeds, &format!("{}&sel=004_c1b1385a22319343", two.address));
    assert_eq!((third.readers.len(), third.notices.len()), (2, 1));
}

#[test]
fn keyword_in_context_is_put_in_order_by_the_words_around() {
    let seeds = seeds();
    let order = |address: &str, side: fn(&sourcebook::explorer::screen::ConcordanceLine) -> &str| -> Vec<String> {
        let lines = show(&seeds, address).contents.words.unwrap().concordance.unwrap().lines;
        lines.iter().map(|line| side(line).to_lowercase()).collect()
    };
    let right = order("q=Kadyrov&view=words+sort:right", |line| &line.right);
    let word =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or("").to_owned();
    // The possessive’s s stands right of the hit and is no word of its own.
    let firsts: Vec<String> = right.iter().map(|right| word(right.trim_start_matches("’s"))).collect();
    let mut sorted = firsts.clone();
    sorted.sort();
    assert_eq!(firsts, sorted);
    assert_eq!(firsts.len(), 12);
    let left = order("q=Kadyrov&view=words+sort:left", |line| &line.left);
    let lasts: Vec<&str> = left.iter().map(|left| left.split_whitespace().last().unwrap_or("")).collect();
    let ramzan = lasts.iter().filter(|word| **word == "ramzan").count();
    let block = lasts.iter().position(|word| *word == "ramzan").unwrap();
    assert!(lasts[block..block + ramzan].iter().all(|word| *word == "ramzan"), "{lasts:?}");
}

#[test]
fn a_list_is_compared_by_article() {
    let words = show(&seeds(), "view=words&q=ISIS,+ISIL,+Daesh,+%22Islamic+State%22").contents.words.unwrap();
    let comparison = words.comparison.unwrap();
    assert_eq!(comparison.terms, ["ISIS", "ISIL", "Daesh", "\"Islamic State\""]);
    let counts = |label: &str| {
        let row = comparison.rows.iter().find(|row| row.label == label).expect(label);
        row.cells.iter().map(|cell| cell.count).collect::<Vec<_>>()
    };
    assert_eq!(counts("Islamic World Peace Forum"), [0, 0, 8, 0]);
    assert_eq!(counts("Russia Insider"), [3, 0, 0, 0]);
}

#[test]
fn frequent_words_are_those_of_what_is_left() {
    let seeds = seeds();
    let frequency = |address: &str| show(&seeds, address).contents.words.unwrap().frequency;
    let bars = frequency("view=words+stopwords:on").bars;
    assert_eq!(bars[0].label, "the");
    let bars = frequency("view=words&f=outlet:%22Islamic+World+Peace+Forum%22").bars;
    assert_eq!((bars[0].label.as_str(), bars[0].value), ("russian", 14.0));
    let screen = show(&seeds, &bars[0].to);
    assert_eq!(screen.status, "1 of 5 articles, 14 hits", "a bar leads to just its hits");
}

#[test]
fn strip_says_what_is_not_known() {
    let strip = show(&seeds(), "").strip;
    let known: Vec<&str> = strip.marks.iter().map(|mark| mark.known).collect();
    assert_eq!(known, ["day", "day", "range", "range", "unknown"]);
    assert_eq!(strip.undated, 1);
    assert!(strip.marks.iter().all(|mark| strip.domain[0] <= mark.days[0] && mark.days[1] <= strip.domain[1]));
}

/// So many short articles, with a date each that the manifest gives as it stands in `dates`.
fn dated(dates: &[&str]) -> Explorer {
    let mut manifest = String::new();
    let mut files = Vec::new();
    for (at, date) in dates.iter().enumerate() {
        files
            .push(File { path: format!("{at:03}.txt"), bytes: format!("Title {at}\n\nOne word or two.").into_bytes() });
        manifest += &format!("[[article]]\nfile = \"{at:03}.txt\"\n{date}\n");
    }
    files.push(File { path: "sourcebook.toml".into(), bytes: manifest.into_bytes() });
    explorer_of(files)
}

#[test]
fn a_date_with_an_open_end_is_no_known_day() {
    let reason = "published_reason = \"told so\"";
    let explorer = dated(&[&format!("published_latest = 2016-06-07\n{reason}"), "published = 2017-01-01"]);
    let screen = show(&explorer, "");
    let open = screen.strip.marks.iter().find(|mark| mark.label.starts_with("Title 0")).unwrap();
    assert_eq!((open.known, open.days[0]), ("range", screen.strip.domain[0]));
    assert!(open.label.contains("7 June 2016 or earlier"), "{}", open.label);
    assert_eq!(show(&explorer, "f=year:2016").status, "0 of 2 articles");
    assert_eq!(show(&explorer, "f=year:unknown").status, "1 of 2 articles");
    assert_eq!(show(&explorer, "f=date:2015").status, "1 of 2 articles", "it may have been then");
}

#[test]
fn many_articles_are_counted_by_period_and_none_is_lost() {
    let reason = "published_reason = \"told so\"";
    let mut dates = vec!["published = 2016-06-07"; 61];
    let crossing = format!("published_earliest = 2016-12-30\npublished_latest = 2017-01-02\n{reason}");
    dates.extend([crossing.as_str(), "published = 2019-02-03", ""]);
    let strip = show(&dated(&dates), "").strip;
    assert!(strip.marks.is_empty());
    let drawn: Vec<(&str, u32)> =
        strip.bins.iter().filter(|bin| bin.total > 0).map(|bin| (bin.label.as_str(), bin.total)).collect();
    assert_eq!(drawn, [("2016", 61), ("2019", 1)]);
    let counts = strip.table.rows.iter().map(|row| row[1].text.parse::<u32>().unwrap());
    assert_eq!(counts.sum::<u32>(), 64, "every article stands in the table");
    assert!(strip.sentence.contains("1 article may lie in more than one period"), "{}", strip.sentence);
    assert!(strip.sentence.contains("1 article has no known date"), "{}", strip.sentence);
}

#[test]
fn a_query_of_fields_has_no_hits_to_count() {
    let seeds = seeds();
    let screen = show(&seeds, "q=year:2015");
    assert_eq!(screen.status, "1 of 5 articles");
    let list = screen.articles.unwrap();
    assert_eq!((list.items[0].hits, list.sorts[0].label.as_str()), (None, "Date"));
}

#[test]
fn a_word_that_no_article_has_is_respelt_within_its_query() {
    let empty = show(&seeds(), "q=kadirov+-mosul").articles.unwrap().empty.expect("nothing is found");
    assert_eq!(empty.remedies[0].label, "Search for kadyrov -mosul");
}

#[test]
fn the_printed_title_is_the_heading_and_another_given_one_is_not() {
    let files = || vec![File { path: "a.txt".into(), bytes: b"The  dam\n\nIt broke.".to_vec() }];
    let blocks = |explorer: &Explorer| show(explorer, "sel=a").readers.remove(0).blocks;
    assert!(blocks(&explorer_of(files()))[0].heading, "white space aside");
    let mut given = files();
    let manifest = b"[[article]]\nfile = \"a.txt\"\ntitle = \"Another\"".to_vec();
    given.push(File { path: "sourcebook.toml".into(), bytes: manifest });
    assert!(!blocks(&explorer_of(given)).iter().any(|block| block.heading));
}

#[test]
fn nothing_found_offers_a_way_out() {
    let seeds = seeds();
    let empty = show(&seeds, "q=kadirov").articles.unwrap().empty.expect("nothing is found");
    assert!(empty.remedies.iter().any(|remedy| remedy.label.contains("kadyrov")), "{empty:?}");
    for remedy in &empty.remedies {
        assert_ne!(show(&seeds, &remedy.to).articles.unwrap().total, 0, "{}", remedy.label);
    }
    let filtered = show(&seeds, "q=ISIL&f=year:2015").articles.unwrap().empty.expect("nothing is left");
    assert_eq!(filtered.remedies[0].label, "Remove all filters");
}

#[test]
fn a_faulty_query_still_finds_and_says_where() {
    let screen = show(&seeds(), "q=Kadyrov+colour:red+%22women");
    assert!(!screen.query.sound);
    let text: String = screen.query.runs.iter().map(|run| run.text.as_str()).collect();
    assert_eq!(text, "Kadyrov colour:red \"women");
    assert!(screen.query.runs.iter().any(|run| run.problem.is_some()));
}

#[test]
fn a_corpus_of_nothing_has_a_screen() {
    let none = explorer_of(Vec::new());
    for address in ["", "q=a", "view=words", "view=words&q=a,b", "f=date:2016", "sel=a"] {
        let screen = show(&none, address);
        assert!(screen.status.starts_with("0 of 0 articles"));
    }
}

mod any {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_articles_and_any_address_have_a_screen(
            texts in prop::collection::vec(".{0,300}", 0..4),
            address in "(view=(words|articles)( sort:(left|right|date|title))?&)?q=[a-z\"()*~ ,:-]{0,30}(&f=-?(outlet|year|date):.{0,12})?(&sel=[01](!s[0-3])?)?",
        ) {
            let files = texts.iter().enumerate().map(|(at, text)| File { path: format!("{at}.txt"), bytes: text.clone().into_bytes() });
            let explorer = explorer_of(files.collect());
            let screen = show(&explorer, &address);
            prop_assert_eq!(show(&explorer, &screen.address).status, screen.status);
            for item in screen.articles.iter().flat_map(|list| &list.items) {
                for snippet in &item.snippets {
                    let words = joined(&snippet.runs);
                    prop_assert!(texts.iter().any(|text| text.contains(&words)), "{words:?} is in no article");
                }
            }
        }
    }
}
