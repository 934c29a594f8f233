//! Facts on the screen, made by hand: layers of marks, cards, the ledger and its filters.

#![allow(clippy::unwrap_used)]

use sourcebook::explorer::screen::{Card, Ledger, Reader, Screen};
use sourcebook::explorer::{Explorer, State};
use sourcebook::extract::{
    Bound, Counted, Cue, CueClass, Entity, EntityKind, Facts, Figure, FigureKind, Mention, Quote, QuoteKind, Source,
    Time, TimeBasis, Unknown,
};
use sourcebook::index::{Edition, write};
use sourcebook::read::{File, corpus};
use sourcebook::text::Span;

const MINE: &str = "Forty below\n\nThe mine office says that 40 miners were trapped on Friday. “Of those, 12 were \
rescued and 9 died,” said Ramona Moreno. How many villagers wait is not known.\n\nShe spoke of hope.\n";
const VALLEY: &str = "Back from the valley\n\nDozens of children came home in July 2017, and over 400 of their \
parents by bus, the mine office says.\n";

fn span(text: &str, words: &str) -> Span {
    let at = text.find(words).unwrap_or_else(|| panic!("expected {words}"));
    Span::new(at, at + words.len())
}

fn source(name: &str) -> Source {
    Source { name: name.to_owned(), ..Source::default() }
}

fn people(text: &str, words: &str, number: &str, low: Option<f64>, high: Option<f64>, status: &str) -> Figure {
    Figure {
        span: span(text, words),
        number: span(text, number),
        low,
        high,
        kind: FigureKind::People,
        status: (!status.is_empty()).then(|| status.to_owned()),
        rules: vec!["numerals", "head noun"],
        ..Figure::default()
    }
}

fn mine() -> Facts {
    let counted = |words: &str| Some(Counted { text: words.to_owned(), span: None });
    let whole = Figure {
        counted: counted("miners"),
        sources: vec![source("the mine office")],
        as_of: Some("2013-06-07".to_owned()),
        at_place: Some("the mine".to_owned()),
        ..people(MINE, "40 miners", "40", Some(40.0), Some(40.0), "missing")
    };
    let part = |number: &str, low: f64, status: &str| Figure {
        counted: counted("miners who were trapped"),
        sources: vec![source("Ramona Moreno"), source("the mine office")],
        part_of: Some(0),
        ..people(MINE, number, number, Some(low), Some(low), status)
    };
    let said = "“Of those, 12 were rescued and 9 died,”";
    Facts {
        figures: vec![whole, part("12", 12.0, "rescued"), Figure { by_hand: true, ..part("9", 9.0, "killed") }],
        quotes: vec![Quote {
            span: span(MINE, said),
            kind: QuoteKind::Direct,
            cue: Some(Cue { span: span(MINE, "said"), class: CueClass::Say }),
            speaker: Some(Source {
                name: "Ramona Moreno".to_owned(),
                span: Some(span(MINE, "Ramona Moreno")),
                entity: Some(0),
            }),
            ..Quote::default()
        }],
        unknowns: vec![Unknown {
            span: span(MINE, "How many villagers wait is not known"),
            counted: counted("villagers"),
            ..Unknown::default()
        }],
        times: vec![Time {
            span: span(MINE, "Friday"),
            value: "2013-06-07".to_owned(),
            earliest: Some(jiff::civil::date(2013, 6, 7)),
            latest: Some(jiff::civil::date(2013, 6, 7)),
            basis: TimeBasis::Published,
            ..Time::default()
        }],
        entities: vec![Entity {
            name: "Ramona Moreno".to_owned(),
            kind: EntityKind::Person,
            roles: vec!["spokeswoman".to_owned()],
            mentions: vec![
                Mention { span: span(MINE, "Ramona Moreno"), speaks: false },
                Mention { span: span(MINE, "She"), speaks: false },
            ],
            ..Entity::default()
        }],
        ..Facts::default()
    }
}

fn valley() -> Facts {
    let vague = Figure {
        bound: Bound::Vague,
        population: vec!["children".to_owned()],
        ..people(VALLEY, "Dozens of children", "Dozens", Some(24.0), None, "returned")
    };
    let over = Figure {
        bound: Bound::Over,
        sources: vec![source("the mine office")],
        ..people(VALLEY, "over 400 of their parents", "400", Some(400.0), None, "returned")
    };
    Facts { figures: vec![vague, over], ..Facts::default() }
}

fn explorer() -> Explorer {
    let file = |path: &str, text: &str| File { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    let manifest = "[[article]]\nfile = \"mine.txt\"\noutlet = \"Courier\"\n[[article]]\nfile = \"valley.txt\"\noutlet = \"Valley Herald\"\n";
    let files = vec![file("mine.txt", MINE), file("sourcebook.toml", manifest), file("valley.txt", VALLEY)];
    let (corpus, problems) = corpus("mine", files);
    assert!(problems.is_empty());
    let section = write(&corpus, &[mine(), valley()], |_| [7; 32]).unwrap();
    Explorer::new(Edition::open(section).unwrap())
}

fn show(address: &str) -> Screen {
    explorer().show(&State::from_address(address)).unwrap()
}

fn ledger(address: &str) -> Ledger {
    show(&format!("view=figures{address}")).contents.figures.unwrap()
}

/// Kind and first cell of each row.
fn rows(ledger: &Ledger) -> Vec<String> {
    ledger.rows.iter().map(|row| format!("{} {}", row.kind, row.cells[0])).collect()
}

fn reader(address: &str) -> Reader {
    show(address).readers.remove(0)
}

fn card(address: &str) -> Card {
    let screen = show(address);
    assert_eq!(screen.notices, Vec::<String>::new());
    screen.readers.into_iter().next().unwrap().card.unwrap()
}

/// A card as text, a row a line; what was worked out between underscores.
fn drawn(card: &Card) -> Vec<String> {
    let value = |value: &sourcebook::explorer::screen::CardValue| match (value.worked, &value.to) {
        (true, _) => format!("_{}_", value.text),
        (false, Some(_)) => format!("[{}]", value.text),
        _ => value.text.clone(),
    };
    let row = |row: &sourcebook::explorer::screen::CardRow| {
        let values: Vec<String> = row.values.iter().map(value).collect();
        format!("{}: {}", row.term, values.join(if row.chain { " → " } else { ", " }))
    };
    card.rows.iter().map(row).collect()
}

/// The address that selects a mark of the mine's article.
fn to(id: &str) -> String {
    let layers = "figure,quote,time,person,organisation,place,people";
    let reader = reader(&format!("view=articles+layers:{layers}&sel=mine"));
    reader.facts.into_iter().find(|fact| fact.id == id).unwrap().to
}

#[test]
fn status_counts_figures_and_no_remainder() {
    for (address, status) in [
        ("", "2 of 2 articles, 5 of 5 figures"),
        ("q=bus", "1 of 2 articles, 1 hit, 2 of 5 figures"),
        ("f=status:returned", "1 of 2 articles, 2 of 5 figures"),
        ("f=-status:returned", "1 of 2 articles, 3 of 5 figures"),
        ("f=bound:over", "1 of 2 articles, 1 of 5 figures"),
        ("f=source:Ramona+Moreno&f=status:killed", "1 of 2 articles, 1 of 5 figures"),
        ("f=source:none", "1 of 2 articles, 1 of 5 figures"),
        ("f=population:none", "2 of 2 articles, 4 of 5 figures"),
        ("f=kind:money", "0 of 2 articles, 0 of 5 figures"),
        ("view=words&f=kind:People", "2 of 2 articles, 5 of 5 figures"),
    ] {
        assert_eq!(show(address).status, status, "{address}");
    }
}

#[test]
fn the_ledger_lists_figures_remainders_and_what_is_not_known() {
    let all = ledger("");
    assert_eq!(
        rows(&all),
        ["figure 40", "figure 12", "figure 9", "computed 19", "unknown not known", "figure Dozens", "figure over 400"]
    );
    assert_eq!(all.total, 7);
    let computed = &all.rows[3].cells;
    assert_eq!((computed[1].as_str(), computed[5].as_str()), ("left over of miners", "worked out: 19 = 40 − 12 − 9"));
    assert_eq!(all.rows[1].cells[5], "Ramona Moreno → the mine office");
    assert_eq!(all.rows[5].cells[5], "the article itself");
    assert!(all.sentence.contains("italics"));
}

#[test]
fn every_row_leads_to_its_sentence_and_mark() {
    for row in ledger("").rows {
        let screen = show(&row.to);
        assert_eq!(screen.notices, Vec::<String>::new(), "{}", row.to);
        let reader = &screen.readers[0];
        let selected = reader.selected.clone().unwrap();
        let marks = reader.blocks.iter().flat_map(|block| &block.sentences).flat_map(|sentence| &sentence.runs);
        assert!(marks.flat_map(|run| &run.marks).any(|mark| mark.id == selected), "{}", row.to);
        let again = screen.contents.figures.unwrap();
        assert_eq!(again.rows.iter().filter(|row| row.selected).count(), 1, "{}", row.to);
    }
}

#[test]
fn the_ledger_sorts_by_each_column_both_ways() {
    let numbers =
        ["figure 9", "figure 12", "computed 19", "figure Dozens", "figure 40", "figure over 400", "unknown not known"];
    let by_number = ledger("+sort:number");
    assert_eq!(rows(&by_number), numbers);
    assert_eq!(by_number.columns[0].sorted, "ascending");
    let mut down = numbers;
    down.reverse();
    let by_number = show(&by_number.columns[0].to).contents.figures.unwrap();
    assert_eq!(rows(&by_number), down);
    assert_eq!(by_number.columns[0].sorted, "descending");
    for at in 0..by_number.columns.len() {
        let sorted = show(&by_number.columns[at].to).contents.figures.unwrap();
        let turned = show(&sorted.columns[at].to).contents.figures.unwrap();
        let mut rows: Vec<String> = rows(&turned);
        rows.reverse();
        assert_eq!(rows, self::rows(&sorted), "{}", sorted.columns[at].label);
    }
    assert_eq!(rows(&ledger("+sort:source"))[0], "figure 12");
}

#[test]
fn filters_leave_what_they_ask_for_in_the_ledger() {
    assert_eq!(rows(&ledger("&f=status:killed")), ["figure 9"]);
    assert_eq!(
        rows(&ledger("&f=source:%22the+mine+office%22&f=-status:missing")),
        ["figure 12", "figure 9", "figure over 400"]
    );
    // What was worked out has its whole's kind and no status or source; what is not known has nothing of them.
    assert_eq!(
        rows(&ledger("&f=-status:missing&f=outlet:Courier")),
        ["figure 12", "figure 9", "computed 19", "unknown not known"]
    );
    assert_eq!(rows(&ledger("&f=source:none")), ["figure Dozens"]);
    assert_eq!(rows(&ledger("&f=outlet:Courier&f=bound:exact")), ["figure 40", "figure 12", "figure 9", "computed 19"]);
}

#[test]
fn facets_count_figures_under_the_other_filters() {
    let screen = show("view=figures&f=status:returned");
    let facet = |field: &str| screen.facets.iter().find(|facet| facet.field == field).unwrap();
    let counts = |field: &str| -> Vec<String> {
        facet(field).values.iter().map(|value| format!("{} {} {}", value.label, value.count, value.choice)).collect()
    };
    assert_eq!(counts("bound"), ["over 1 none", "vague 1 none"]);
    assert_eq!(counts("status"), ["returned 2 included", "killed 1 none", "missing 1 none", "rescued 1 none"]);
    assert_eq!(counts("source"), ["none 1 none", "the mine office 1 none"]);
    for facet in screen.facets.iter().filter(|facet| facet.noun == "figure") {
        for value in facet.values.iter().filter(|value| value.choice == "none" && facet.field != "status") {
            let left = show(&value.include).contents.figures.unwrap();
            let figures = left.rows.iter().filter(|row| row.kind == "figure").count();
            assert_eq!(figures, value.count as usize, "{} {}", facet.field, value.label);
        }
    }
    assert!(show("").facets.iter().all(|facet| facet.noun == "article"));
}

#[test]
fn nothing_left_says_so_and_what_would_help() {
    let empty = ledger("&f=kind:money").empty.unwrap();
    assert_eq!(empty.sentence, "No figure is left by these filters.");
    assert_eq!(empty.remedies[0].label, "Remove all filters");
    assert!(ledger("&q=nowhere").empty.unwrap().sentence.contains("nowhere"));
    let (corpus, _) = corpus("none", vec![File { path: "a.txt".into(), bytes: b"A title\n\nNo number.\n".to_vec() }]);
    let none = Explorer::new(Edition::open(write(&corpus, &[], |_| [7; 32]).unwrap()).unwrap());
    let screen = none.show(&State::from_address("view=figures")).unwrap();
    assert_eq!(screen.contents.figures.unwrap().empty.unwrap().sentence, "No figure was found in these articles.");
    assert_eq!(screen.status, "1 of 1 articles");
}

#[test]
fn the_table_holds_all_that_is_known() {
    let table = explorer().figures_table(&State::from_address("view=figures")).unwrap();
    assert_eq!((table.caption.as_str(), table.rows.len()), ("Figures", 7));
    let row = |at: usize| -> Vec<&str> { table.rows[at].iter().map(|cell| cell.text.as_str()).collect() };
    assert_eq!(row(2)[..8], ["9", "9", "9", "exact", "people", "", "miners who were trapped", "killed"]);
    assert_eq!(row(2)[12], "Ramona Moreno → the mine office");
    assert_eq!(row(2)[15], "“Of those, 12 were rescued and 9 died,” said Ramona Moreno.");
    assert_eq!(row(2)[16..18], ["corrected by hand", "numerals, head noun"]);
    assert_eq!(row(3)[16], "worked out, said by no article");
    assert_eq!(row(4)[16], "the article says that it is not known");
    assert_eq!(row(6)[..4], ["over 400 of their parents", "400", "", "over"]);
}

#[test]
fn layers_are_switched_on_one_by_one_and_stay_over_views() {
    let plain = reader("sel=mine");
    let kinds: Vec<(&str, u32, bool)> = plain.layers.iter().map(|layer| (layer.kind, layer.count, layer.on)).collect();
    assert_eq!(kinds, [("figure", 4, false), ("quote", 1, false), ("time", 1, false), ("person", 2, false)]);
    assert!(plain.facts.is_empty());
    let figures = show(&plain.layers[0].to);
    assert_eq!(figures.state.view, "articles layers:figure");
    assert_eq!(figures.readers[0].facts.len(), 4);
    let both = show(&figures.readers[0].layers[3].to);
    assert_eq!(both.state.view, "articles layers:figure,person");
    let words = both.views.iter().find(|tab| tab.view == "words").unwrap();
    assert_eq!(show(&words.to).state.view, "words layers:figure,person");
    let off = show(&both.readers[0].layers[0].to);
    assert_eq!(off.state.view, "articles layers:person");
}

#[test]
fn marks_that_lie_within_others_are_cut_and_stay_one() {
    let reader = reader("view=articles+layers:figure,quote&sel=mine&q=rescued");
    let runs: Vec<_> = reader.blocks.iter().flat_map(|block| &block.sentences).flat_map(|s| &s.runs).collect();
    let of = |id: &str| runs.iter().filter(|run| run.marks.iter().any(|mark| mark.id == id)).count();
    assert_eq!((of("q0"), of("f1"), of("f2"), of("h1")), (7, 1, 1, 1));
    let firsts = runs.iter().flat_map(|run| &run.marks).filter(|mark| mark.id == "q0" && mark.first).count();
    assert_eq!(firsts, 1);
    let label = &reader.facts.iter().find(|fact| fact.id == "q0").unwrap().label;
    assert_eq!(label, "Quotation: “Of those, 12 were rescued and 9 died,”");
}

#[test]
fn a_card_says_all_that_is_known_of_a_figure() {
    let whole = card(&to("f0"));
    assert_eq!(whole.words, "40 miners");
    assert_eq!(
        drawn(&whole),
        [
            "Number: 40, _read as 40_",
            "Bound: _exact_",
            "Kind: _people_",
            "What is counted: miners",
            "What happened: _missing_",
            "At: _the mine_",
            "As of: _2013-06-07_",
            "Parts: [12], [9]",
            "Left over: _19 = 40 − 12 − 9_",
            "Who says: _the mine office_ → Courier",
            "Found by: _numerals, head noun_",
        ]
    );
    let part = drawn(&card(&to("f2")));
    assert!(part.contains(&"Part of: [40 miners]".to_owned()), "{part:?}");
    assert!(part.contains(&"How it is known: corrected by hand".to_owned()), "{part:?}");
    assert!(part.contains(&"Who says: Ramona Moreno → _the mine office_ → Courier".to_owned()), "{part:?}");
}

#[test]
fn cards_of_quotations_times_names_and_what_is_not_known() {
    assert_eq!(
        drawn(&card(&to("q0"))),
        [
            "Kind: _the speaker’s own words_",
            "Speaker: Ramona Moreno",
            "Cue: said, _read as: say_",
            "Who says: Ramona Moreno → Courier",
        ]
    );
    assert_eq!(
        drawn(&card(&to("t0"))),
        ["Kind: _a date_", "Value: _2013-06-07_", "Interval: _7 June 2013_", "Settled by: _the date of publication_"]
    );
    assert_eq!(drawn(&card(&to("n1"))), ["Name: Ramona Moreno", "Called: _spokeswoman_", "Named here: [1], 2"]);
    assert_eq!(drawn(&card(&to("u0"))), ["What is counted: villagers", "Number: not known, the article says"]);
}

#[test]
fn a_link_to_a_fact_finds_it_again_or_says_that_it_is_gone() {
    let to = to("f2");
    assert!(to.contains("sel=mine!f2."), "{to}");
    let moved = to.replace("!f2.", "!f0.");
    assert_eq!(show(&moved).readers[0].selected.as_deref(), Some("f2"));
    let gone = show("sel=mine!f2.0000");
    assert_eq!(gone.readers[0].selected, None);
    assert_eq!(gone.notices, ["The words that this link led to no longer stand in “Forty below”."]);
    // Selecting again takes it back.
    let selected = reader(&to);
    let mark = selected.facts.iter().find(|fact| fact.id == "f2").unwrap();
    assert_eq!(reader(&mark.to).card, None);
}

#[test]
fn a_selected_mark_shows_though_its_layer_is_off() {
    let reader = reader("sel=mine!f0");
    assert_eq!(reader.facts.iter().map(|fact| fact.id.as_str()).collect::<Vec<_>>(), ["f0"]);
    assert!(reader.layers.iter().all(|layer| !layer.on));
}
