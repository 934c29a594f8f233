//! The view Places, from facts made by hand: what lies where, what speaks, what flows.

#![allow(clippy::unwrap_used)]

use sourcebook::explorer::screen::{PlaceMark, Places, Screen};
use sourcebook::explorer::{Explorer, State};
use sourcebook::extract::{Entity, EntityKind, Facts, Figure, FigureKind, Mention};
use sourcebook::index::{Edition, write};
use sourcebook::lexicon::PlaceKind;
use sourcebook::read::{File, corpus};
use sourcebook::text::Span;

const PORT: &str = "The port fills\n\nLima said on Friday that 40 Peruvians were in Ecuador and Chile. Quito is full, Quito's \
mayor wrote. Some 12 of them went on to Loja Province.\n";
const PASS: &str = "Over the pass\n\nIn Peru, 300 people of Oz wait. Peru is far from Quito.\n";

fn span(text: &str, words: &str, nth: usize) -> Span {
    let (at, _) = text.match_indices(words).nth(nth).unwrap_or_else(|| panic!("expected {words}"));
    Span::new(at, at + words.len())
}

fn place(text: &str, name: &str, kind: Option<PlaceKind>, country: &str, position: Option<(f32, f32)>) -> Entity {
    let mentions = (0..text.matches(name).count()).map(|nth| Mention { span: span(text, name, nth), speaks: false });
    Entity {
        name: name.to_owned(),
        kind: EntityKind::Place,
        place: kind,
        country: (!country.is_empty()).then(|| country.to_owned()),
        position,
        mentions: mentions.collect(),
        ..Entity::default()
    }
}

fn people(text: &str, number: &str, of: &str, at: &str) -> Figure {
    let value = number.parse().ok();
    Figure {
        span: span(text, number, 0),
        number: span(text, number, 0),
        low: value,
        high: value,
        kind: FigureKind::People,
        of_place: (!of.is_empty()).then(|| of.to_owned()),
        at_place: (!at.is_empty()).then(|| at.to_owned()),
        ..Figure::default()
    }
}

fn facts() -> [Facts; 2] {
    let (country, city) = (Some(PlaceKind::Country), Some(PlaceKind::City));
    let mut lima = place(PORT, "Lima", city, "PE", Some((-12.1, -77.0)));
    lima.mentions[0].speaks = true;
    let port = Facts {
        figures: vec![people(PORT, "40", "Peru", "Ecuador and Chile"), people(PORT, "12", "Peru", "Loja Province")],
        entities: vec![
            lima,
            place(PORT, "Ecuador", country, "EC", Some((-1.4, -78.2))),
            place(PORT, "Chile", country, "CL", Some((-35.4, -71.3))),
            place(PORT, "Quito", city, "EC", Some((-0.2, -78.5))),
            place(PORT, "Loja Province", Some(PlaceKind::Region), "EC", Some((-4.0, -79.2))),
        ],
        ..Facts::default()
    };
    let pass = Facts {
        figures: vec![people(PASS, "300", "Oz", "Peru")],
        entities: vec![
            place(PASS, "Peru", country, "PE", Some((-9.0, -75.0))),
            place(PASS, "Oz", None, "", None),
            place(PASS, "Quito", city, "EC", Some((-0.2, -78.5))),
        ],
        ..Facts::default()
    };
    [pass, port]
}

fn explorer() -> Explorer {
    let file = |path: &str, text: &str| File { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    let (corpus, problems) = corpus("ports", vec![file("pass.txt", PASS), file("port.txt", PORT)]);
    assert!(problems.is_empty());
    let section = write(&corpus, &facts(), |_| [7; 32]).unwrap();
    Explorer::new(Edition::open(section).unwrap())
}

fn show(address: &str) -> Screen {
    explorer().show(&State::from_address(address)).unwrap()
}

fn places_at(address: &str) -> Places {
    explorer().places(&State::from_address(address)).unwrap()
}

fn places(address: &str) -> Places {
    places_at(&format!("view=places{address}"))
}

/// Name, kind, and how often it is named, how many figures it has and in how many articles.
fn told(places: &Places) -> Vec<(&str, &str, [u32; 3])> {
    places.marks.iter().map(|mark| (mark.label.as_str(), mark.kind, mark.numbers)).collect()
}

fn mark<'a>(places: &'a Places, name: &str) -> &'a PlaceMark {
    places.marks.iter().find(|mark| mark.label == name).unwrap_or_else(|| panic!("expected {name}"))
}

#[test]
fn every_place_is_listed_with_what_it_is() {
    let places = places("");
    let mut found = told(&places);
    found.sort_unstable();
    assert_eq!(
        found,
        [
            ("Chile", "country", [1, 1, 1]),
            ("Ecuador", "country", [1, 1, 1]),
            ("Lima", "speaks", [1, 0, 1]),
            ("Loja Province", "region", [1, 1, 1]),
            ("Oz", "unknown", [1, 1, 1]),
            ("Peru", "country", [2, 3, 2]),
            ("Quito", "town", [3, 0, 2]),
        ]
    );
    assert_eq!((places.total, places.shown, places.more), (7, 7, None));
}

#[test]
fn those_named_most_come_first() {
    assert_eq!(told(&places(""))[..2], [("Peru", "country", [2, 3, 2]), ("Quito", "town", [3, 0, 2])]);
}

#[test]
fn what_speaks_or_is_not_known_has_no_position() {
    let places = places("");
    for mark in &places.marks {
        assert_eq!(mark.position.is_none(), ["speaks", "unknown"].contains(&mark.kind), "{}", mark.label);
    }
    assert_eq!(mark(&places, "Quito").position, Some([-0.2, -78.5]));
    assert_eq!((mark(&places, "Quito").country.as_str(), mark(&places, "Oz").country.as_str()), ("EC", ""));
    for words in ["1 place stands for who governs", "1 place is in no gazetteer"] {
        assert!(places.sentence.contains(words), "{}", places.sentence);
    }
}

#[test]
fn a_figure_of_two_places_flows_to_each() {
    let places = places("");
    let mut flows: Vec<_> = places.flows.iter().map(|flow| (&*flow.from, &*flow.to, flow.number)).collect();
    flows.sort_unstable();
    assert_eq!(flows, [("Oz", "Peru", 1), ("Peru", "Chile", 1), ("Peru", "Ecuador", 1), ("Peru", "Loja Province", 1)]);
}

#[test]
fn a_flow_chosen_leaves_its_figures() {
    let flow = places("").flows.into_iter().find(|flow| flow.to == "Chile").unwrap();
    let screen = show(&flow.include);
    assert_eq!(screen.status, "1 of 2 articles, 1 of 3 figures");
    assert_eq!(screen.filters[0].label, "flow: Peru → Chile");
    let chosen = places_at(&screen.address);
    assert_eq!(chosen.flows.iter().filter(|flow| flow.chosen).map(|flow| &*flow.to).collect::<Vec<_>>(), ["Chile"]);
    // The others can still be chosen.
    assert_eq!(chosen.flows.len(), 4);
}

#[test]
fn a_place_chosen_stays_among_the_others() {
    let before = places("");
    let screen = show(&mark(&before, "Quito").include);
    assert_eq!(screen.filters[0].label, "place: Quito");
    let after = places_at(&screen.address);
    // What speaks is a name and no place: it is left where Quito stands beside it.
    let lying = |places| told(places).into_iter().filter(|(_, kind, _)| *kind != "speaks").collect::<Vec<_>>();
    assert_eq!(lying(&after), lying(&before));
    assert_eq!(mark(&after, "Quito").choice, "included");
    assert_eq!(show(&mark(&after, "Quito").include).filters.len(), 0);
    let out = places_at(&mark(&before, "Quito").exclude);
    assert_eq!(mark(&out, "Quito").choice, "excluded");
}

#[test]
fn what_speaks_is_chosen_as_who_speaks() {
    let screen = show(&mark(&places(""), "Lima").include);
    assert_eq!((screen.filters[0].label.as_str(), &*screen.status), ("name: Lima", "1 of 2 articles, 1 of 3 figures"));
}

#[test]
fn other_filters_leave_fewer_places() {
    let places = places("&f=article:pass");
    let mut found = told(&places);
    found.sort_unstable();
    assert_eq!(found, [("Oz", "unknown", [1, 1, 1]), ("Peru", "country", [2, 1, 1]), ("Quito", "town", [1, 0, 1])]);
    assert_eq!(places.table.rows.len(), 3);
}

#[test]
fn a_long_list_is_shown_in_part_and_a_table_has_all() {
    let places = places("+rows:2");
    assert_eq!((places.shown, places.total, places.table.rows.len()), (2, 7, 7));
    assert!(places.more.is_some());
    // The map has all of them.
    assert_eq!(places.marks.len(), 7);
}

#[cfg(feature = "extract")]
#[test]
fn the_province_of_a_city_is_no_town() {
    use sourcebook::extract::{Settings, extract};
    let text = "Flood\n\nTwo towns in Arequipa province were flooded, and a road from Quito to Peru was closed.\n";
    let file = File { path: "flood.txt".to_owned(), bytes: text.as_bytes().to_vec() };
    let article = corpus("flood", vec![file]).0.articles.remove(0);
    let facts = extract(&article, &Settings::default());
    let kind =
        |name: &str| facts.entities.iter().find(|entity| entity.name.starts_with(name)).map(|entity| entity.place);
    assert_eq!(kind("Arequipa"), Some(Some(PlaceKind::Region)));
    assert_eq!(kind("Quito"), Some(Some(PlaceKind::City)));
    assert_eq!(kind("Peru"), Some(Some(PlaceKind::Country)));
}

#[test]
fn nothing_left_is_said() {
    let places = places("&q=nowhere");
    assert_eq!(places.sentence, "No place is left by search and filters.");
    assert_eq!((places.marks.len(), places.flows.len()), (0, 0));
}
