//! What must hold of the facts of any text, whatever it says.

use serde_json::Value;
use sourcebook::extract::{EntityKind, Facts, ReferenceForm, Settings, Source, explain, extract, record};
use sourcebook::read::Article;
use sourcebook::text::Span;

/// Extracts the facts of an article and checks them; gives the first thing that does not hold.
pub fn check(article: &Article) -> Result<Facts, String> {
    let facts = extract(article, &Settings::default());
    let text = article.text.as_str();
    check_figures(text, &facts)?;
    check_quotes(text, &facts)?;
    check_rest(text, &facts)?;
    check_sources(text, &facts)?;
    check_record(article, &facts)?;
    // What is printed for reading holds nothing that could fail, at any width.
    let _ = explain(article, &facts, text.len() % 90);
    if extract(article, &Settings::default()) != facts {
        return Err("the same text gives other facts".to_owned());
    }
    Ok(facts)
}

fn check_span(text: &str, span: Span, what: &str) -> Result<(), String> {
    match text.get(span.range()) {
        Some(words) if !words.is_empty() => Ok(()),
        Some(_) => Err(format!("{what} {span:?} is empty")),
        None => Err(format!("{what} {span:?} does not lie in the text on borders of characters")),
    }
}

fn check_order(starts: impl Iterator<Item = u32>, what: &str) -> Result<(), String> {
    if starts.is_sorted() { Ok(()) } else { Err(format!("{what} are not in order")) }
}

fn check_figures(text: &str, facts: &Facts) -> Result<(), String> {
    check_order(facts.figures.iter().map(|figure| figure.span.start), "figures")?;
    for (at, figure) in facts.figures.iter().enumerate() {
        for (span, what) in [(figure.span, "figure"), (figure.number, "number"), (figure.sentence, "sentence")] {
            check_span(text, span, what)?;
        }
        if let Some(span) = figure.counted.as_ref().and_then(|counted| counted.span) {
            check_span(text, span, "counted")?;
        }
        if !figure.span.contains(figure.number) {
            return Err(format!("the number {:?} lies outside of its figure {:?}", figure.number, figure.span));
        }
        if !figure.sentence.contains(figure.number) {
            return Err(format!("the number {:?} lies outside of its sentence {:?}", figure.number, figure.sentence));
        }
        let ends = [figure.low, figure.high];
        if ends.iter().flatten().any(|end| !end.is_finite())
            || ends[0].zip(ends[1]).is_some_and(|(low, high)| low > high)
        {
            return Err(format!("the figure at {:?} lies between {ends:?}", figure.span));
        }
        let mut whole = figure.part_of;
        for _ in 0..=facts.figures.len() {
            let Some(next) = whole else { break };
            let next = facts.figures.get(next).ok_or("part_of names no figure")?;
            whole = next.part_of;
        }
        if whole.is_some() {
            return Err(format!("figure {at} is a part of its own part"));
        }
        if figure.rules.is_empty() {
            return Err(format!("no rule found the figure at {:?}", figure.span));
        }
    }
    Ok(())
}

fn check_quotes(text: &str, facts: &Facts) -> Result<(), String> {
    check_order(facts.quotes.iter().map(|quote| quote.span.start), "quotes")?;
    for quote in &facts.quotes {
        check_span(text, quote.span, "quote")?;
        if let Some(cue) = quote.cue {
            check_span(text, cue.span, "cue")?;
        }
        if quote.rules.is_empty() {
            return Err(format!("no rule found the quotation at {:?}", quote.span));
        }
    }
    Ok(())
}

fn check_rest(text: &str, facts: &Facts) -> Result<(), String> {
    check_order(facts.unknowns.iter().map(|unknown| unknown.span.start), "unknowns")?;
    check_order(facts.times.iter().map(|time| time.span.start), "times")?;
    check_order(facts.attributions.iter().map(|words| words.span.start), "attributions")?;
    for unknown in &facts.unknowns {
        check_span(text, unknown.span, "unknown")?;
    }
    for time in &facts.times {
        check_span(text, time.span, "time")?;
        if let Some(anchor) = time.anchor {
            check_span(text, anchor, "anchor")?;
        }
        if time.value.trim().is_empty() || time.rules.is_empty() {
            return Err(format!("the time at {:?} has no value or no rule", time.span));
        }
        if time.earliest.zip(time.latest).is_some_and(|(earliest, latest)| earliest > latest) {
            return Err(format!("the time at {:?} ends before it begins: {}", time.span, time.value));
        }
    }
    let first =
        |entity: &sourcebook::extract::Entity| entity.mentions.first().map_or(u32::MAX, |mention| mention.span.start);
    check_order(facts.entities.iter().map(first), "entities")?;
    for entity in &facts.entities {
        check_order(entity.mentions.iter().map(|mention| mention.span.start), "mentions")?;
        for mention in &entity.mentions {
            check_span(text, mention.span, "mention")?;
        }
        if entity.name.trim().is_empty() || entity.mentions.is_empty() || entity.rules.is_empty() {
            return Err(format!("the entity {:?} has no name, no mention or no rule", entity.name));
        }
    }
    check_order(facts.references.iter().map(|reference| reference.span.start), "references")?;
    for reference in &facts.references {
        check_span(text, reference.span, reference.rule)?;
        let meant = reference.entity.map(|at| facts.entities.get(at).map(|entity| entity.kind));
        let kind = if reference.form == ReferenceForm::Metonym { EntityKind::Place } else { reference.kind };
        if meant.is_some_and(|of| of != Some(kind)) {
            return Err(format!("the reference at {:?} means what is of another kind: {meant:?}", reference.span));
        }
    }
    for refusal in &facts.refusals {
        check_span(text, refusal.span, refusal.rule)?;
    }
    Ok(())
}

fn check_sources(text: &str, facts: &Facts) -> Result<(), String> {
    let of_figures = facts.figures.iter().flat_map(|figure| &figure.sources);
    let of_quotes = facts.quotes.iter().flat_map(|quote| quote.speaker.iter().chain(&quote.via));
    let of_words = facts.attributions.iter().flat_map(|words| &words.sources);
    for Source { name, span, entity } in of_figures.chain(of_quotes).chain(of_words) {
        if let Some(span) = span {
            check_span(text, *span, "source")?;
        }
        if name.trim().is_empty() || entity.is_some_and(|entity| entity >= facts.entities.len()) {
            return Err(format!("the source {name:?} has no name, or names the entity {entity:?} that is none"));
        }
    }
    Ok(())
}

/// The offsets of the record are code points, and mean the same words as the spans.
fn check_record(article: &Article, facts: &Facts) -> Result<(), String> {
    let record: Value = serde_json::from_str(&record(article, facts)).map_err(|error| error.to_string())?;
    let characters: Vec<char> = article.text.chars().collect();
    let words = |at: &Value| -> Option<String> {
        let (start, end) = (at["start"].as_u64()? as usize, at["end"].as_u64()? as usize);
        Some(characters.get(start..end)?.iter().collect())
    };
    let lists: [(&str, Vec<Span>); 4] = [
        ("figures", facts.figures.iter().map(|figure| figure.span).collect()),
        ("quotes", facts.quotes.iter().map(|quote| quote.span).collect()),
        ("unknowns", facts.unknowns.iter().map(|unknown| unknown.span).collect()),
        ("times", facts.times.iter().map(|time| time.span).collect()),
    ];
    for (key, spans) in lists {
        let items = record[key].as_array().ok_or("a list is missing in the record")?;
        let printed: Vec<Option<String>> = items.iter().map(words).collect();
        let meant: Vec<Option<String>> = spans.iter().map(|span| Some(span.of(&article.text).to_owned())).collect();
        if printed != meant {
            return Err(format!("{key}: the record means {printed:?}, the facts {meant:?}"));
        }
    }
    let entities = record["entities"].as_array().ok_or("a list is missing in the record")?;
    check_order(
        entities.iter().map(|entity| entity["mentions"][0]["start"].as_u64().map_or(0, |at| at as u32)),
        "entities",
    )?;
    let all = |key: &str, entity: &Value| entity[key].as_array().cloned().unwrap_or_default();
    let mut printed: Vec<Value> =
        entities.iter().flat_map(|of| [all("mentions", of), all("pronouns", of)].concat()).collect();
    printed.sort_by_key(|mention| (mention["start"].as_u64(), mention["end"].as_u64()));
    // `the Coalition` is listed with its article, and once.
    let described = |at: usize, span: Span| {
        let mut bodies = facts.references.iter().filter(|of| of.kind == EntityKind::Organisation);
        bodies.any(|of| of.form == ReferenceForm::Nominal && of.entity == Some(at) && of.span.contains(span))
    };
    let names = facts.entities.iter().enumerate().flat_map(|(at, entity)| {
        entity.mentions.iter().map(|mention| mention.span).filter(move |span| !described(at, *span))
    });
    let mut meant: Vec<Span> = names.chain(facts.references.iter().map(|reference| reference.span)).collect();
    meant.sort_by_key(|span| (span.start, span.end));
    let printed: Vec<Option<String>> = printed.iter().map(words).collect();
    let meant: Vec<Option<String>> = meant.iter().map(|span| Some(span.of(&article.text).to_owned())).collect();
    if printed != meant {
        return Err(format!("entities: the record means {printed:?}, the facts {meant:?}"));
    }
    Ok(())
}
