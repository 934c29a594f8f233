//! The page "About the numbers": what was read, what is marked and what is not, how often that is right, how to cite it
//! and how to tell a mistake. And the same citation for programs, as a Citation File (CFF 1.2).

use super::page;
use crate::explorer::publication_in_words;
use crate::extract::{Facts, QuoteKind};
use crate::read::{Colophon, Corpus};
use maud::{DOCTYPE, Markup, html};
use std::collections::BTreeMap;

/// The page's path in the site.
pub const PAGE: &str = "about.html";

/// The citation's path in the site.
pub const CITATION: &str = "CITATION.cff";

/// What the extraction scores on texts that were annotated by hand; a test holds the program to it.
const SCORES: &str = include_str!("../../tests/gold/scores.toml");

/// The texts that it was measured on, with what they are.
const TEXTS: [(&str, &str); 5] = [
    (
        "news",
        "22 invented news articles, annotated by somebody who saw no rule; some rules were made on 14 of them since",
    ),
    ("seeds_sample", "2 articles of the shipped corpus; rules were made while looking at them"),
    ("meantime", "60 articles of Wikinews (MEANTIME)"),
    ("wikiwars", "11 articles of Wikipedia on wars (WikiWars)"),
    ("re3d", "58 texts on defence, where descriptions count as names, too (re3d)"),
];

/// The measures, in the words of the page.
const MEASURES: [(&str, &str); 17] = [
    ("figures", "Figures found"),
    ("figures.value", "– its value"),
    ("figures.bound", "– exact, about, over …"),
    ("figures.kind", "– people, age, money …"),
    ("figures.counted", "– which words it counts"),
    ("figures.status", "– what happened to them"),
    ("figures.population", "– who they are"),
    ("figures.source", "– who says it"),
    ("figures.part_of", "– what it is a part of"),
    ("quotes.direct", "Direct quotations found"),
    ("quotes.indirect", "Reported speech found"),
    ("quotes.speaker", "– who speaks"),
    ("times", "Times found"),
    ("times.value", "– its date"),
    ("entities.person", "Persons"),
    ("entities.organisation", "Organisations"),
    ("entities.place", "Places"),
];

/// What marks stand for, and what gets none.
const CODEBOOK: [(&str, &str, &str); 5] = [
    (
        "Figure",
        "A number that counts or measures something: people, things, money, ages, shares, ranks and scores. With it: what is \
         counted, what happened to them, where and as of when, and who says so.",
        "Dates, clock times and durations; numbers of flights, resolutions, streets and telephones; numbers within names; \
         “one” as in “one of them”.",
    ),
    (
        "Vague figure",
        "Words such as dozens, hundreds and thousands are ranges that are open above, from 24, 200 and 2,000; “several \
         thousand” as well. They are drawn as vague.",
        "They are never taken for a number that somebody has said.",
    ),
    (
        "Source",
        "Whoever the words or the number are ascribed to, nearest first, then through whom. A statement that the article \
         makes itself has none, and says so.",
        "The outlet of an article is no source of it; it is added at the end of the chain.",
    ),
    (
        "Quotation",
        "Words given as somebody's: in quotation marks, set off as a block, or reported (“he said that …”).",
        "Quotation marks around a name or around a single word that is held at a distance.",
    ),
    (
        "Time",
        "Dates, spans and durations, with the days that they stand for where the text or its day of publication settles that.",
        "A year that nothing in the text gives is not guessed: the time stays open.",
    ),
];

/// What the page tells of.
pub struct About<'a> {
    /// The articles.
    pub corpus: &'a Corpus,
    /// What was found in each.
    pub facts: &'a [Facts],
    /// What the corpus says of its edition.
    pub colophon: &'a Colophon,
    /// The content hash of the edition, hexadecimal.
    pub edition: String,
}

impl About<'_> {
    /// The page.
    #[must_use]
    pub fn page(&self) -> String {
        let title = format!("About the numbers of “{}”", self.title());
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    (page::head(&title))
                    link rel="stylesheet" href=(page::STYLE);
                }
                body {
                    main class="about" {
                        p { a href="index.html" { "Back to the articles" } }
                        h1 { (title) }
                        p {
                            "Everything here was found in the articles by a program, and stands as it is written there. "
                            "It shows who says what; it does not say who is right."
                        }
                        (self.edition_and_citation()) (self.read()) (codebook()) (scores()) (self.mistakes())
                    }
                }
            }
        };
        page.into_string()
    }

    /// The citation of the edition as a Citation File.
    #[must_use]
    pub fn citation(&self) -> String {
        // A JSON string is a YAML string in double quotation marks.
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let mut lines = vec![
            "cff-version: 1.2.0".to_owned(),
            "message: \"If you use these figures, please cite the sourcebook and the article that each is from.\""
                .to_owned(),
            "type: dataset".to_owned(),
            format!("title: {}", quoted(self.title())),
            format!("authors:\n  - name: {}", quoted(self.publisher())),
            format!("version: {}", quoted(&self.short_edition())),
        ];
        lines.extend(self.colophon.released.map(|day| format!("date-released: {day}")));
        lines.push(format!(
            "identifiers:\n  - type: other\n    value: \"sourcebook:{}\"\n    description: \"Content hash of the edition\"",
            self.edition
        ));
        lines.join("\n") + "\n"
    }

    fn title(&self) -> &str {
        if self.corpus.title.is_empty() { "Sourcebook" } else { &self.corpus.title }
    }

    fn publisher(&self) -> &str {
        self.colophon.publisher.as_deref().unwrap_or("Made with Sourcebook")
    }

    /// As the page's foot shows it.
    fn short_edition(&self) -> String {
        self.edition.chars().take(12).collect()
    }

    fn edition_and_citation(&self) -> Markup {
        let day = self.colophon.released;
        html! {
            h2 { "This edition, and how to cite it" }
            p { "Edition " code { (self.edition) } @if let Some(day) = day { ", released on " (day) } ". "
                "The same articles and corrections, read by the same version, always give this name; it changes with any of them." }
            p { cite { (self.title()) } ". " (self.publisher()) @if let Some(day) = day { ", " (day) }
                ". Sourcebook, edition " (self.short_edition()) "." }
            p { a href=(CITATION) { "The citation as a file (CFF)" }
                ". Each figure is to be cited with its article: its card leads to the sentence." }
        }
    }

    fn read(&self) -> Markup {
        let count = |of: &dyn Fn(&Facts) -> usize| self.facts.iter().map(of).sum::<usize>();
        let quotes = |direct: bool| {
            count(&|facts| facts.quotes.iter().filter(|q| (q.kind == QuoteKind::Direct) == direct).count())
        };
        let rows = [
            ("Figures", count(&|facts| facts.figures.len())),
            ("Numbers said not to be known", count(&|facts| facts.unknowns.len())),
            ("Direct quotations", quotes(true)),
            ("Reported speech", quotes(false)),
            ("Times", count(&|facts| facts.times.len())),
            ("Mentions of names", count(&|facts| facts.entities.iter().map(|entity| entity.mentions.len()).sum())),
            ("Of all these, corrected or added by hand", count(&by_hand)),
        ];
        html! {
            h2 { "What was read" }
            p { (self.corpus.articles.len()) @if self.corpus.articles.len() == 1 { " article" } @else { " articles" } ":" }
            ul {
                @for article in &self.corpus.articles {
                    @let date = publication_in_words(&article.head.published);
                    li { cite { (article.head.title) } ", " (article.head.outlet.as_deref().unwrap_or("outlet unknown")) ", "
                        (date.text) @if !date.how.is_empty() { " (" (date.how) ")" } }
                }
            }
            table {
                caption { "What was found in them" }
                thead { tr { th scope="col" { "What" } th scope="col" { "How many" } } }
                tbody { @for (what, many) in rows { tr { th scope="row" { (what) } td { (many) } } } }
            }
        }
    }

    fn mistakes(&self) -> Markup {
        html! {
            h2 { "How to tell a mistake" }
            p { "Open the figure or quotation that is wrong, and send the address of the page, which leads to its sentence" @match &self.colophon.report {
                Some(address) => { ", to " a href=(address) rel="noreferrer" { (address.strip_prefix("mailto:").unwrap_or(address)) } ". "
                    "The card of each fact has a link that does it." }
                None => { ", to whoever publishes this page. No address was given with it." }
            } }
            p { "Who publishes it can put it right without a program: corrections stand as words in a file beside the articles, "
                "are applied at every build, and are shown as made by hand." }
        }
    }
}

fn by_hand(facts: &Facts) -> usize {
    facts.figures.iter().filter(|fact| fact.by_hand).count()
        + facts.unknowns.iter().filter(|fact| fact.by_hand).count()
        + facts.quotes.iter().filter(|fact| fact.by_hand).count()
        + facts.times.iter().filter(|fact| fact.by_hand).count()
        + facts.entities.iter().filter(|fact| fact.by_hand).count()
}

fn codebook() -> Markup {
    html! {
        h2 { "What is marked, and what is not" }
        dl {
            @for (term, marked, not) in CODEBOOK {
                dt { (term) }
                dd { (marked) " " b { "Not: " } (not) }
            }
        }
        p { "What the program has worked out of the words, such as what is left over of a whole, a date that is not printed, or "
            "that two accounts may answer one question, looks different from what an article says, and says how." }
    }
}

/// The measured scores, as a table of measures by texts.
fn scores() -> Markup {
    let table: Scores = toml::from_str(SCORES).unwrap_or_default();
    let share = |text: &str, measure: &str| table.scores.get(text).and_then(|of| of.get(measure)).copied();
    html! {
        h2 { "How often the program is right" }
        p { "Measured on texts that people had annotated, with overlapping spans taken for the same. Of what is found: the "
            "balance of how much of it is right and how much of what is there was found (F1), in hundredths. Of what is said of it, "
            "indented: how many of a hundred are right. In texts of another kind it will be less." }
        div class="wide" tabindex="0" role="region" aria-label="How often the program is right" { table {
            caption { "In hundredths, rounded down" }
            thead { tr { th scope="col" { "What" } @for (text, _) in TEXTS { th scope="col" { (text) } } } }
            tbody {
                @for (measure, words) in MEASURES {
                    tr { th scope="row" { (words) } @for (text, _) in TEXTS { td { @match share(text, measure) {
                        Some(share) => (format!("{:.0}", (share * 100.0 + 1e-9).floor())),
                        None => "–",
                    } } } }
                }
            }
        } }
        dl { @for (text, what) in TEXTS { dt { (text) } dd { (what) } } }
    }
}

#[derive(Default, serde::Deserialize)]
struct Scores {
    scores: BTreeMap<String, BTreeMap<String, f64>>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Article, Head};

    fn about<'a>(corpus: &'a Corpus, colophon: &'a Colophon) -> About<'a> {
        About { corpus, facts: &[], colophon, edition: "ab".repeat(32) }
    }

    fn corpus(title: &str) -> Corpus {
        let head = Head { title: title.to_owned(), outlet: Some(title.to_owned()), ..Head::default() };
        let article = Article { head, ..Article::default() };
        Corpus { title: title.to_owned(), articles: vec![article], ..Corpus::default() }
    }

    #[test]
    fn every_measure_is_known_of_some_text() {
        let table: Scores = toml::from_str(SCORES).expect("the file of scores");
        for (measure, _) in MEASURES {
            assert!(TEXTS.iter().any(|(text, _)| table.scores[*text].contains_key(measure)), "{measure}");
        }
    }

    #[test]
    fn hostile_titles_stay_text() {
        let corpus = corpus("<script>alert(1)</script>\"\n- name: \"x");
        let colophon = Colophon::default();
        let about = about(&corpus, &colophon);
        assert!(!about.page().contains("<script"));
        assert!(about.citation().contains(r#"title: "<script>alert(1)</script>\"\n- name: \"x""#));
        assert_eq!(about.citation().lines().filter(|line| line.trim_start().starts_with("- name")).count(), 1);
    }

    #[test]
    fn what_is_not_given_is_not_made_up() {
        let (corpus, colophon) = (corpus("Floods"), Colophon::default());
        let about = about(&corpus, &colophon);
        assert!(about.page().contains("No address was given"));
        assert!(!about.citation().contains("date-released"));
        let told = Colophon { report: Some("mailto:desk@planet.example".into()), ..Colophon::default() };
        assert!(self::about(&corpus, &told).page().contains("href=\"mailto:desk@planet.example\""));
    }
}
