//! Numbers that an article says are not known.

use crate::extract::{Counted, Document, Facts, Tag, Unknown};
use core::ops::Range;

/// How far a pattern reaches, in tokens.
const REACH: usize = 24;

/// Whether a noun's being unknown leaves open what became of how many.
fn is_fate(lower: &str) -> bool {
    matches!(lower, "fate" | "fates" | "whereabouts")
}

/// Whether a noun's being unknown leaves open how many there are.
fn is_number(lower: &str) -> bool {
    matches!(
        lower,
        "number"
            | "numbers"
            | "toll"
            | "count"
            | "figure"
            | "figures"
            | "total"
            | "tally"
            | "extent"
            | "scale"
            | "estimate"
            | "estimates"
            | "data"
            | "statistics"
    )
}

/// Adds the unknowns of a document to its facts.
pub(super) fn find(document: &Document<'_>, facts: &mut Facts) {
    for sentence in &document.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match unknown(document, at, sentence.tokens.end) {
                Some((tokens, counted, rule)) => {
                    at = tokens.end.max(at + 1);
                    let counted = counted.map(|counted| {
                        let span = document.span_of(counted);
                        Counted {
                            text: span.of(document.text).split_whitespace().collect::<Vec<_>>().join(" "),
                            span: Some(span),
                        }
                    });
                    facts.unknowns.push(Unknown {
                        span: document.span_of(tokens),
                        counted,
                        rules: vec![rule],
                        by_hand: false,
                    });
                }
                None => at += 1,
            }
        }
    }
}

type Pattern = (Range<usize>, Option<Range<usize>>, &'static str);

/// The unknown whose words begin at a token, by the first pattern that fits.
fn unknown(document: &Document<'_>, at: usize, end: usize) -> Option<Pattern> {
    let lower = document.lower(at);
    let begins = is_fate(lower) || is_number(lower);
    let asks = matches!(
        lower,
        "unclear"
            | "unknown"
            | "known"
            | "clear"
            | "knows"
            | "know"
            | "say"
            | "saying"
            | "specify"
            | "specifying"
            | "disclose"
            | "disclosing"
            | "give"
            | "giving"
            | "provide"
            | "providing"
            | "reveal"
            | "release"
            | "establish"
            | "determine"
            | "how"
            | "no"
            | "confirmed"
            | "declined"
            | "refused"
            | "sure"
            | "certain"
            | "idea"
            | "uncertain"
    );
    if begins {
        stated(document, at, end)
    } else if asks {
        how_many_open(document, at, end).or_else(|| asked(document, at, end)).or_else(|| none_given(document, at, end))
    } else {
        None
    }
}

/// `the fate of the crew is unknown`, `the exact number of victims was not immediately known`
fn stated(document: &Document<'_>, noun: usize, end: usize) -> Option<Pattern> {
    // `the total number`: the last of them is the noun.
    if is_number(document.lower(noun + 1)) {
        return None;
    }
    // `the number of Tunisians, who went …, is not known`
    let aside = relative_aside(document, noun + 1, end);
    let from = aside.as_ref().map_or(noun + 1, |aside| aside.end);
    let stop = end.min(from + REACH);
    let verb = (from..stop).find(|at| {
        matches!(
            document.lower(*at),
            "is" | "are"
                | "was"
                | "were"
                | "remains"
                | "remain"
                | "remained"
                | "has"
                | "have"
                | "isn't"
                | "wasn't"
                | "could"
                | "cannot"
                | "can"
        )
    })?;
    let close = open_end(document, verb, end)?;
    // Another clause's verb between them belongs to another subject.
    let between = from..verb;
    if between.clone().any(|at| document.is_mark(at, ',') || document.is_mark(at, ';')) {
        return None;
    }
    let begin = phrase_start(document, noun);
    let of = document.lower(noun + 1) == "of" || document.lower(noun + 1) == "for" || document.lower(noun + 1) == "on";
    let fate = is_fate(document.lower(noun));
    // `their whereabouts`: whose, the text before says.
    let counted = if of && noun + 2 < verb {
        Some(noun + 2..aside.map_or(verb, |aside| aside.start))
    } else {
        Some(begin..noun + 1).filter(|_| !fate)
    };
    Some((begin..close, counted, if fate { "unknown:fate" } else { "unknown:number" }))
}

/// A relative clause between commas that a few tokens behind a noun begins, commas included.
fn relative_aside(document: &Document<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let comma = |token: &usize| document.is_mark(*token, ',');
    let opens = (at..end.min(at + 8)).find(comma)?;
    let closes = (opens + 2..end.min(opens + REACH)).find(comma)?;
    (document.tag(opens + 1) == Tag::Wh && opens > at).then_some(opens..closes + 1)
}

/// Where a predicate that says `not known` ends, if it does say so.
fn open_end(document: &Document<'_>, verb: usize, end: usize) -> Option<usize> {
    let mut negated = matches!(document.lower(verb), "isn't" | "wasn't" | "cannot");
    for at in verb + 1..end.min(verb + 7) {
        let lower = document.lower(at);
        match lower {
            "unknown" | "unclear" | "uncertain" | "undisclosed" => return Some(at + 1),
            "not" | "never" | "yet" if lower != "yet" => negated = true,
            "known" | "clear" | "available" | "released" | "disclosed" | "determined" | "established" | "given"
            | "specified" | "announced" | "published" | "certain" => {
                return (negated || is_pending(document, verb, at)).then_some(at + 1);
            }
            "confirmed" if negated => return Some(at + 1),
            "immediately" | "yet" | "still" | "been" | "be" | "exactly" | "currently" | "fully" | "officially"
            | "as" | "to" | "independently" | "so" | "far" | "also" | "made" | "publicly" | "entirely"
            | "immediate" => {}
            _ => return None,
        }
    }
    None
}

/// `is yet to be determined`
fn is_pending(document: &Document<'_>, verb: usize, at: usize) -> bool {
    (verb + 1..at).any(|word| document.lower(word) == "yet") && (verb + 1..at).any(|word| document.lower(word) == "to")
}

/// `it is unclear how many people`, `no one knows how many`, `did not say how many`, `without saying how many`
fn asked(document: &Document<'_>, at: usize, end: usize) -> Option<Pattern> {
    let how = (at + 1..end.min(at + 5))
        .find(|how| document.lower(*how) == "how" && matches!(document.lower(*how + 1), "many" | "much"));
    // `did not give a figure`, `could not say the exact number of victims`; `not a known figure` is somebody.
    let tells = !matches!(
        document.lower(at),
        "known" | "unknown" | "clear" | "unclear" | "sure" | "certain" | "uncertain" | "idea" | "confirmed"
    );
    let number = (at + 1..end.min(at + 6)).find(|noun| is_number(document.lower(*noun))).filter(|_| tells);
    let target = how.or(number)?;
    let between_plain = (at + 1..target).all(|word| {
        matches!(
            document.lower(word),
            "exactly"
                | "immediately"
                | "for"
                | "certain"
                | "sure"
                | "yet"
                | "just"
                | "of"
                | "to"
                | "say"
                | "a"
                | "an"
                | "the"
                | "exact"
                | "precise"
                | "about"
                | "any"
                | "total"
                | "overall"
                | "specify"
                | "disclose"
                | "give"
                | "provide"
                | "reveal"
        )
    });
    if !between_plain || !denies(document, at, end) {
        return None;
    }
    let close = how.map_or_else(|| noun_end(document, target, end), |how| noun_end(document, how + 1, end));
    let of = usize::from(document.lower(target + 2) == "of");
    let counted = if how.is_some() { target + 2 + of..close } else { target..close };
    // Of `say the number of the room` nothing is left open unless it is given to nobody.
    let begin = first_word(document, at);
    Some((begin..close, (!counted.is_empty()).then_some(counted), "unknown:how-many"))
}

/// Whether the word at a token says that something is not known or not told.
fn denies(document: &Document<'_>, at: usize, end: usize) -> bool {
    let before =
        |words: &[&str]| (at.saturating_sub(5)..at).rev().take(5).any(|word| words.contains(&document.lower(word)));
    let negations = [
        "not", "no", "nobody", "didn't", "don't", "doesn't", "couldn't", "cannot", "can't", "wasn't", "isn't", "never",
        "n't", "none", "neither",
    ];
    match document.lower(at) {
        "unclear" | "unknown" | "uncertain" => true,
        "declined" | "refused" => (at + 1..end.min(at + 3)).any(|to| document.lower(to) == "to"),
        "saying" | "specifying" | "giving" | "disclosing" | "providing" => before(&["without"]),
        "knows" => before(&["nobody", "no", "none", "one", "never"]) && before(&["nobody", "no", "none"]),
        "how" | "no" | "idea" => document.lower(at) == "idea" && before(&["no"]),
        _ => before(&negations),
    }
}

/// `how many died is not known`
fn how_many_open(document: &Document<'_>, at: usize, end: usize) -> Option<Pattern> {
    if document.lower(at) != "how" || !matches!(document.lower(at + 1), "many" | "much") {
        return None;
    }
    let verb = (at + 2..end.min(at + REACH)).find(|verb| {
        matches!(document.lower(*verb), "is" | "was" | "remains" | "remained" | "isn't" | "wasn't")
            && open_end(document, *verb, end).is_some()
    })?;
    Some((
        at..open_end(document, verb, end)?,
        Some(at + 2 + usize::from(document.lower(at + 2) == "of")..verb).filter(|counted| !counted.is_empty()),
        "unknown:how-many",
    ))
}

/// `no official figures are available`, `no word on casualties`, `there are no reliable estimates of the dead`
fn none_given(document: &Document<'_>, at: usize, end: usize) -> Option<Pattern> {
    if document.lower(at) != "no" {
        return None;
    }
    let noun = (at + 1..end.min(at + 4)).find(|noun| {
        is_number(document.lower(*noun))
            || matches!(document.lower(*noun), "word" | "information" | "details" | "breakdown")
    })?;
    let named = is_number(document.lower(noun));
    let plain = (at + 1..noun).all(|word| document.tag(word) != Tag::Preposition && !document.is_mark(word, ','));
    let on = matches!(document.lower(noun + 1), "of" | "on" | "for" | "about");
    let mut close = if on { noun_end(document, noun + 1, end) } else { noun + 1 };
    let counted = if on { noun + 2..close } else { at + 1..noun + 1 };
    let given = (close..end.min(close + 5)).find(|word| {
        matches!(
            document.lower(*word),
            "available" | "given" | "released" | "provided" | "published" | "exist" | "exists"
        )
    });
    if let Some(given) = given.filter(|given| !(close..*given).any(|word| document.is_mark(word, ','))) {
        close = given + 1;
    }
    let exists = at
        .checked_sub(1)
        .is_some_and(|be| matches!(document.lower(be), "is" | "are" | "was" | "were" | "gave" | "have" | "has"));
    let casualties = counted.clone().any(|word| {
        matches!(
            document.lower(word),
            "casualties" | "victims" | "dead" | "deaths" | "injured" | "injuries" | "casualty"
        )
    });
    let tells =
        named && (given.is_some() || exists && on) || !named && on && casualties && document.lower(noun) != "details";
    (plain && tells).then_some((at..close, Some(counted), "unknown:none-given"))
}

/// The end of the noun phrases that follow at a token: `many people were killed` up to the clause's end at a mark.
fn noun_end(document: &Document<'_>, at: usize, end: usize) -> usize {
    let stop = end.min(at + REACH);
    (at + 1..stop)
        .find(|at| {
            [',', '.', ';', '?', '!', '”', '"', '—', ':'].iter().any(|mark| document.is_mark(*at, *mark))
                || matches!(document.lower(*at), "but" | "and" | "because")
        })
        .unwrap_or(stop)
}

/// The first word of a noun's phrase, its article left out.
fn phrase_start(document: &Document<'_>, noun: usize) -> usize {
    let phrase = document.phrase_of(noun).and_then(|phrase| document.phrases.get(phrase));
    let start = phrase.map_or(noun, |phrase| phrase.tokens.start.min(noun));
    start + usize::from(document.tag(start) == Tag::Determiner && start < noun)
}

/// The first word of what denies: `not known`, `no one knows`, `did not say`.
fn first_word(document: &Document<'_>, at: usize) -> usize {
    let negated = |word: usize| {
        matches!(
            document.lower(word),
            "not"
                | "no"
                | "nobody"
                | "without"
                | "didn't"
                | "don't"
                | "doesn't"
                | "couldn't"
                | "cannot"
                | "can't"
                | "wasn't"
                | "isn't"
                | "never"
                | "none"
        )
    };
    if matches!(document.lower(at), "unclear" | "unknown" | "uncertain" | "declined" | "refused") {
        return at;
    }
    let first = (at.saturating_sub(5)..at).find(|word| negated(*word)).unwrap_or(at);
    // `did not say`, `is not known`
    let auxiliary = first.checked_sub(1).filter(|before| matches!(document.tag(*before), Tag::Auxiliary | Tag::Modal));
    auxiliary.unwrap_or(first)
}
