//! Corrections of facts: what is read of them, and what they do to facts that were found.
//!
//! The facts are made here, not found, so that these hold whatever the finders do.

#![allow(clippy::unwrap_used)]

use sourcebook::extract::{
    Attribution, Corrections, Cue, CueClass, Entity, EntityKind, Facts, Figure, Mention, Quote, Source, Time, labels,
    record,
};
use sourcebook::read::{Article, Block, BlockKind, Head};
use sourcebook::text::Span;

const TEXT: &str =
    "Some 40 miners came back in May, said Ramona Moreno. Of the 40 miners three are ill. “We are home,” Moreno said.";

fn span(words: &str, nth: usize) -> Span {
    let (at, words) = TEXT.match_indices(words).nth(nth).unwrap();
    Span::new(at, at + words.len())
}

fn article() -> Article {
    let head = Head { id: "a".to_owned(), file: "a.txt".to_owned(), ..Head::default() };
    let block = Block { kind: BlockKind::Paragraph, span: Span::new(0, TEXT.len()) };
    Article { head, text: TEXT.to_owned(), blocks: vec![block] }
}

fn source(name: &str, entity: usize) -> Source {
    Source { name: name.to_owned(), span: None, entity: Some(entity) }
}

fn entity(name: &str, kind: EntityKind, places: &[Span]) -> Entity {
    let mentions = places.iter().map(|span| Mention { span: *span, speaks: false }).collect();
    Entity { name: name.to_owned(), kind, mentions, rules: vec!["names:test"], ..Entity::default() }
}

fn figure(words: &str, nth: usize, number: &str, value: f64, part_of: Option<usize>) -> Figure {
    let span = span(words, nth);
    let at = span.range().start + span.of(TEXT).find(number).unwrap();
    let number = Span::new(at, at + number.len());
    let sources = vec![source("Ramona Moreno", 1)];
    Figure { span, number, low: Some(value), high: Some(value), part_of, sources, ..Figure::default() }
}

/// May is named as a place by mistake, and Moreno's words are given to nobody.
fn facts() -> Facts {
    Facts {
        figures: vec![
            figure("Some 40 miners", 0, "40", 40.0, None),
            figure("40 miners", 1, "40", 40.0, None),
            figure("three", 0, "three", 3.0, Some(1)),
        ],
        quotes: vec![Quote { span: span("“We are home,”", 0), ..Quote::default() }],
        times: vec![Time { span: span("May", 0), value: "XXXX-05".to_owned(), ..Time::default() }],
        entities: vec![
            entity("May", EntityKind::Place, &[span("May", 0)]),
            entity("Ramona Moreno", EntityKind::Person, &[span("Ramona Moreno", 0)]),
            entity("Moreno", EntityKind::Person, &[span("Moreno", 1)]),
        ],
        attributions: vec![Attribution { sources: vec![source("Ramona Moreno", 1)], ..Attribution::default() }],
        ..Facts::default()
    }
}

/// The facts as corrected, and what did not fit.
fn corrected(corrections: &str) -> (Facts, Vec<String>) {
    let (corrections, problems) = Corrections::read("news/corrections.toml", corrections);
    assert_eq!(problems, []);
    let mut facts = facts();
    let unfit = corrections.apply(&article(), &mut facts);
    (facts, unfit.iter().map(ToString::to_string).collect())
}

/// As [`corrected`], where all must fit.
fn done(corrections: &str) -> Facts {
    let (facts, unfit) = corrected(corrections);
    assert_eq!(unfit, Vec::<String>::new());
    facts
}

fn lines(facts: &Facts) -> Vec<String> {
    let shown = |label: &sourcebook::extract::Label| format!("{}: {label}", label.span.of(TEXT));
    labels(TEXT, facts).iter().filter(|label| label.by_hand).map(shown).collect()
}

#[test]
fn a_dropped_fact_is_gone_and_all_else_holds() {
    let drop = "[[drop]]\nfile = \"a.txt\"\nfact = \"figure\"\nwords = \"Some  40 miners\"\nreason = \"twice\"\n";
    let found = done(drop);
    assert_eq!(found.figures.len(), 2);
    assert_eq!(found.figures[1].part_of, Some(0), "the whole moved up");
    let found = done(&format!("{drop}\n[[drop]]\nfile = \"./a.txt\"\nfact = \"place\"\nwords = \"May\"\n"));
    assert_eq!(found.entities.len(), 2);
    assert_eq!(found.figures[0].sources[0].entity, Some(0), "who speaks moved up");
    assert_eq!(found.attributions[0].sources[0].entity, Some(0));
    let whole = "[[drop]]\nfile = \"a.txt\"\nfact = \"figure\"\nwords = \"40 miners\"\nbefore = \"Of the\"\n";
    assert_eq!(done(whole).figures[1].part_of, None, "its part is a part of nothing");
}

#[test]
fn a_changed_fact_says_so() {
    let found = done(
        "[[change]]\nfile = \"a.txt\"\nfact = \"figure\"\nwords = \"Some 40 miners\"\nlow = 40\nhigh = \"none\"\n\
         bound = \"over\"\nkind = \"people\"\nstatus = \"returned\"\npopulation = [\"men\", \"other\"]\n\
         counted = \"miners\"\nsources = [\"Valley Ministry\"]\nas_of = \"2016-05\"\nat_place = \"Valley\"\n\
         [[change]]\nfile = \"a.txt\"\nfact = \"figure\"\nwords = \"three\"\npart_of = \"Some 40 miners\"\nlow = 3.5\nhigh = 1_000\n",
    );
    assert_eq!(
        lines(&found),
        [
            "Some 40 miners: figure 40.. over people number=40 counted=miners status=returned population=men,other at=Valley asof=2016-05 sources=\"Valley Ministry\"",
            "three: figure 3.5..1000 exact count number=three sources=\"Ramona Moreno\" part=40",
        ]
    );
    assert_eq!((found.figures[2].part_of, found.figures[0].rules.as_slice()), (Some(0), &["by-hand:change"][..]));
    assert_eq!(found.figures[0].counted.as_ref().unwrap().span, Some(span("miners", 0)));
    let json: serde_json::Value = serde_json::from_str(&record(&article(), &found)).unwrap();
    assert_eq!(
        (&json["figures"][0]["by_hand"], &json["figures"][1]["by_hand"]),
        (&true.into(), &serde_json::Value::Null)
    );
}

#[test]
fn quotations_times_and_names_can_be_changed() {
    let found = done(
        "[[change]]\nfile = \"a.txt\"\nfact = \"direct\"\nwords = \"“We … home,”\"\nspeaker = \"Ramona Moreno\"\ncue = \"said\"\nclass = \"confirm\"\nvia = [\"Courier\"]\n\
         [[change]]\nfile = \"a.txt\"\nfact = \"time\"\nwords = \"May\"\nvalue = \"2016-05\"\nbasis = \"published\"\n\
         [[change]]\nfile = \"a.txt\"\nfact = \"person\"\nwords = \"Moreno\"\nbefore = \"home,”\"\nname = \"Ramona Moreno\"\n\
         [[change]]\nfile = \"a.txt\"\nfact = \"place\"\nwords = \"May\"\nkind = \"person\"\ncountry = \"DE\"\nlat = 1\nlon = 2.5\nspeaks = true\n",
    );
    let quote = &found.quotes[0];
    assert_eq!(quote.speaker, Some(source("Ramona Moreno", 1)));
    assert_eq!(quote.cue, Some(Cue { span: span("said", 1), class: CueClass::Confirm }));
    let time = &found.times[0];
    assert_eq!(
        time.earliest.zip(time.latest).map(|(a, b)| format!("{a} {b}")),
        Some("2016-05-01 2016-05-31".to_owned())
    );
    assert_eq!(found.entities.len(), 2);
    assert_eq!(found.entities[1].mentions.len(), 2, "two Morenos are one");
    let may = &found.entities[0];
    assert_eq!((may.kind, may.country.as_deref(), may.position), (EntityKind::Person, Some("DE"), Some((1.0, 2.5))));
    assert!(may.mentions[0].speaks && may.by_hand && quote.by_hand && time.by_hand);
}

#[test]
fn a_fact_can_be_added() {
    let found = done(
        "[[add]]\nfile = \"a.txt\"\nfact = \"figure\"\nwords = \"40\"\nbefore = \"Some\"\nnumber = \"40\"\nlow = 40\nhigh = 40\n\
         [[add]]\nfile = \"a.txt\"\nfact = \"indirect\"\nwords = \"Some … May\"\nspeaker = \"Ramona Moreno\"\n\
         [[add]]\nfile = \"a.txt\"\nfact = \"unknown\"\nwords = \"ill\"\ncounted = \"the healthy\"\n\
         [[add]]\nfile = \"a.txt\"\nfact = \"time\"\nwords = \"came back\"\ntype = \"SET\"\nvalue = \"P1Y\"\n\
         [[add]]\nfile = \"a.txt\"\nfact = \"people\"\nwords = \"miners\"\nbefore = \"Some 40\"\n"
            .replacen("words = \"40\"", "words = \"Some 40\"", 1)
            .replacen("before = \"Some\"\n", "", 1)
            .as_str(),
    );
    assert_eq!(
        lines(&found),
        [
            "Some 40 miners came back in May: indirect speaker=\"Ramona Moreno\"",
            "Some 40: figure 40 exact count number=40",
            "miners: people name=miners",
            "came back: time SET P1Y text",
            "ill: unknown counted=\"the healthy\"",
        ]
    );
    assert_eq!(found.figures[0].sentence.of(TEXT), "Some 40 miners came back in May, said Ramona Moreno.");
    assert_eq!((found.figures[0].span.of(TEXT), found.figures[3].part_of), ("Some 40", Some(2)), "all in order");
    assert_eq!(found.figures[1].sources[0].entity.map(|at| found.entities[at].name.as_str()), Some("Ramona Moreno"));
}

#[test]
fn what_no_longer_fits_is_told_and_left() {
    let (found, unfit) = corrected(
        "[[drop]]\nfile = \"a.txt\"\nfact = \"figure\"\nwords = \"50 miners\"\n\
         [[drop]]\nfile = \"a.txt\"\nfact = \"figure\"\nwords = \"40 miners\"\n\
         [[drop]]\nfile = \"a.txt\"\nfact = \"figure\"\nwords = \"miners\"\nbefore = \"the 40\"\n\
         [[change]]\nfile = \"a.txt\"\nfact = \"direct\"\nwords = \"three\"\nspeaker = \"A\"\n\
         [[add]]\nfile = \"a.txt\"\nfact = \"figure\"\nwords = \"three\"\nnumber = \"three\"\nlow = 3\n\
         [[change]]\nfile = \"a.txt\"\nfact = \"figure\"\nwords = \"three\"\nnumber = \"four\"\n\
         [[change]]\nfile = \"a.txt\"\nfact = \"figure\"\nwords = \"three\"\nlow = 5\n\
         [[change]]\nfile = \"a.txt\"\nfact = \"figure\"\nwords = \"three\"\npart_of = \"five\"\n\
         [[change]]\nfile = \"a.txt\"\nfact = \"figure\"\nwords = \"40 miners\"\nbefore = \"the\"\npart_of = \"three\"\n\
         [[change]]\nfile = \"a.txt\"\nfact = \"direct\"\nwords = \"“We are home,”\"\ncue = \"shouted\"\n\
         [[drop]]\nfile = \"b.txt\"\nfact = \"figure\"\nwords = \"of another article\"\n",
    );
    assert_eq!(found, facts());
    let expected = [
        "news/corrections.toml:4:9: a.txt: expected the words “50 miners”, but found them nowhere; copy them anew",
        "news/corrections.toml:8:9: a.txt: expected the words “40 miners” at one place, but found them at 2; add `before`",
        "news/corrections.toml:12:9: a.txt: expected a fact of the kind figure at “miners”, but found none; take the",
        "news/corrections.toml:17:9: a.txt: expected a fact of the kind direct at “three”, but found none; write all",
        "news/corrections.toml:22:9: a.txt: expected no figure at “three” yet, but found one; write [[change]]",
        "news/corrections.toml:28:9: a.txt: expected the number “four” once in the words, but found it 0 times; write",
        "news/corrections.toml:33:9: a.txt: expected `low` up to `high`, but found 5 and 3; change the two",
        "news/corrections.toml:38:9: a.txt: expected the whole “five” among the article's figures, but found none; write",
        "news/corrections.toml:43:9: a.txt: expected a whole that is no part of its part, but found “three”; take",
        "news/corrections.toml:49:9: a.txt: expected the cue “shouted” in the text, but found it nowhere; write",
    ];
    assert_eq!(unfit.len(), expected.len(), "{unfit:#?}");
    for (unfit, expected) in unfit.iter().zip(expected) {
        assert!(unfit.starts_with(expected), "{unfit}\n{expected}");
    }
}

#[test]
fn what_cannot_be_read_is_told_and_left_out() {
    let read = |text: &str| {
        let (corrections, problems) = Corrections::read("c", text);
        assert!(corrections.is_empty(), "{text}");
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    let own = "file = \"a.txt\"\nwords = \"40\"\n";
    for (text, expected) in [
        (
            "drop = 7\n".to_owned(),
            "c:1:8: expected `[[drop]]`, but found a number; write [[drop]] in double brackets above each correction",
        ),
        (
            "[[drops]]\n".to_owned(),
            "c:1:3: expected a known key, but found `drops`; write `drop` if that is meant; known are add, change, drop",
        ),
        (
            format!("[[drop]]\n{own}"),
            "c:1:1: expected the key `fact`, but found a correction without it; add fact = \"…\"",
        ),
        (
            format!("[[drop]]\nfact = \"number\"\n{own}"),
            "c:2:8: expected a kind of fact, but found `number`; write one of direct, figure,",
        ),
        (
            "[[drop]]\nfact = \"figure\"\nfile = \"a.txt\"\n".to_owned(),
            "expected the key `words`, but found a correction without it",
        ),
        (format!("[[change]]\nfact = \"figure\"\n{own}"), "expected what is to be changed, but found nothing"),
        (
            format!("[[change]]\nfact = \"figure\"\nbound = \"more\"\n{own}"),
            "expected another word for `bound`, but found `more`; write one of exact, about, over,",
        ),
        (
            format!("[[change]]\nfact = \"figure\"\nlow = \"many\"\n{own}"),
            "expected a number for `low`, but found a string",
        ),
        (
            format!("[[change]]\nfact = \"person\"\nspeaks = \"yes\"\n{own}"),
            "expected true or false for `speaks`, but found a string",
        ),
        (
            format!("[[change]]\nfact = \"place\"\ncountry = \"Syria\"\n{own}"),
            "expected a country's two letters, but found `Syria`",
        ),
        (
            format!("[[add]]\nfact = \"figure\"\nnumber = \"40\"\n{own}"),
            "expected `low` with a figure that is added, but found none",
        ),
        (format!("[[add]]\nfact = \"time\"\n{own}"), "expected `value` with a time that is added, but found none"),
        ("[[add]\n".to_owned(), "c:1:"),
    ] {
        let told = read(&text);
        assert!(told.contains(expected), "{text}\n{told}");
    }
    let (kept, problems) = Corrections::read("c", &format!("[[drop]]\nfact = \"figure\"\nstatus = \"left\"\n{own}"));
    assert!(!kept.is_empty());
    assert!(
        problems[0].to_string().starts_with("c:3:1: expected a known key, but found `status`; known are after,"),
        "{problems:?}"
    );
    let missing = kept.of_missing_articles(&["b.txt"].into());
    assert!(
        missing[0].to_string().starts_with("c:4:8: expected an article of the folder, but found no a.txt"),
        "{missing:?}"
    );
    assert!(kept.of_missing_articles(&["a.txt"].into()).is_empty());
}
