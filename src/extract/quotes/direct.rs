//! Direct quotations: words in quotation marks, and whose they are.
//!
//! Not a quotation: a name or title in quotation marks (`the “Arab Spring”`), words that are shown as words (`so-called`,
//! `the term`), one word alone, a few words that nobody is said to have said.

use super::clause::Reading;
use super::marks::Quoted;
use super::saying::Saying;
use crate::extract::{Refusal, Tag, TokenKind};
use crate::lexicon::is_stop_word;
use core::ops::Range;

/// Words behind which quotation marks hold a name or a word.
const NAMING: [&str; 45] = [
    "album",
    "alias",
    "article",
    "book",
    "branded",
    "called",
    "codename",
    "codenamed",
    "documentary",
    "drama",
    "dubbed",
    "entitled",
    "episode",
    "exhibition",
    "expression",
    "film",
    "game",
    "hashtag",
    "headline",
    "hit",
    "known",
    "label",
    "labelled",
    "movie",
    "name",
    "named",
    "nickname",
    "nicknamed",
    "novel",
    "paper",
    "phrase",
    "play",
    "poem",
    "programme",
    "project",
    "series",
    "show",
    "single",
    "so-called",
    "song",
    "term",
    "termed",
    "titled",
    "track",
    "word",
];

/// Whose a quotation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// The speaker's of a saying.
    Saying(usize),
    /// Whom a phrase means.
    Phrase(Range<usize>),
    /// Whom the first phrase means, through the outlet of the second: `“…” – The newspaper quoted Jane Doe.`
    Through(Range<usize>, Range<usize>),
    /// The speaker's of an earlier quotation.
    Same(usize),
    /// Nobody's who is named.
    Nobody,
}

/// A direct quotation.
#[derive(Clone, Debug)]
pub(super) struct Direct {
    /// The marks it stands in, or its tokens where it has none.
    pub(super) tokens: Range<usize>,
    pub(super) from: From,
    pub(super) rule: &'static str,
}

/// How a saying and a quotation stand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tie {
    /// `X said: “…”`
    Before,
    /// `“…,” said X`
    After,
    /// `X said that this was “…”`
    Within,
    /// In the same sentence.
    Near,
}

/// Finds the direct quotations among pairs of quotation marks.
pub(super) fn direct(reading: &Reading<'_, '_>, sayings: &[Saying], refusals: &mut Vec<Refusal>) -> Vec<Direct> {
    let mut finder = Finder { reading, sayings, found: Vec::new() };
    for quoted in reading.quoted.iter().filter(|quoted| quoted.depth == 0) {
        match finder.read(quoted) {
            Ok(direct) => finder.found.push(direct),
            Err(rule) => refusals.push(Refusal { span: quoted.span(reading.document), rule }),
        }
    }
    finder.found
}

struct Finder<'r, 'd, 't> {
    reading: &'r Reading<'d, 't>,
    sayings: &'r [Saying],
    found: Vec<Direct>,
}

impl Finder<'_, '_, '_> {
    fn read(&self, quoted: &Quoted) -> Result<Direct, &'static str> {
        let words = self.count_words(&quoted.inner());
        if words == 0 {
            return Err("quotes:empty");
        }
        let tie = self.tie(quoted);
        if let Some(rule) = self.refused(quoted, words, tie.map(|(tie, _)| tie)) {
            return Err(rule);
        }
        let tokens = quoted.tokens.clone();
        let (from, rule) = match tie {
            Some((Tie::Before, at)) => (From::Saying(at), "quotes:cue-before"),
            Some((Tie::After, at)) => (From::Saying(at), "quotes:cue-after"),
            Some((Tie::Within, at)) => (From::Saying(at), "quotes:fragment"),
            Some((Tie::Near, at)) => (From::Saying(at), "quotes:same-sentence"),
            None => self.floating(quoted),
        };
        Ok(Direct { tokens, from, rule })
    }

    fn count_words(&self, tokens: &Range<usize>) -> usize {
        let of = self.reading.document.tokens.get(tokens.clone()).unwrap_or_default();
        of.iter().filter(|token| token.is_wordlike()).take(20).count()
    }

    /// The saying that a quotation belongs to, and how.
    fn tie(&self, quoted: &Quoted) -> Option<(Tie, usize)> {
        let document = self.reading.document;
        let (open, end) = (quoted.tokens.start, quoted.tokens.end);
        let (first, last) = (document.sentence_of(open), document.sentence_of(end - 1));
        let before = self.of_sentence(first).rev().take(8).find(|at| {
            let saying = &self.sayings[*at];
            saying.quotes && saying.area.end <= open && self.is_gap(saying.area.end..open, true)
        });
        if let Some(at) = before {
            return Some((Tie::Before, at));
        }
        let after = self.of_sentence(last).take(64).find(|at| self.sayings[*at].area.start >= end);
        if let Some(at) =
            after.filter(|at| self.sayings[*at].quotes && self.is_gap(end..self.sayings[*at].area.start, false))
        {
            return Some((Tie::After, at));
        }
        let within = self.of_sentence(first).rev().take(64).find(|at| {
            let saying = &self.sayings[*at];
            saying.words.as_ref().is_some_and(|words| words.contains(&open)) && saying.speaker.is_some()
        });
        if let Some(at) = within {
            return Some((Tie::Within, at));
        }
        let near = |at: &usize| {
            let saying = &self.sayings[*at];
            saying.quotes && saying.speaker.is_some()
        };
        let near = self
            .of_sentence(first)
            .rev()
            .take(64)
            .find(|at| near(at) && self.sayings[*at].area.start < open)
            .or_else(|| self.of_sentence(last).take(64).find(|at| near(at) && self.sayings[*at].area.start >= end));
        near.map(|at| (Tie::Near, at))
    }

    /// The sayings of a sentence.
    fn of_sentence(&self, sentence: usize) -> Range<usize> {
        let start = self.sayings.partition_point(|saying| saying.sentence < sentence);
        let end = self.sayings.partition_point(|saying| saying.sentence <= sentence);
        start..end
    }

    /// Whether next to nothing stands between cue and quotation.
    fn is_gap(&self, tokens: Range<usize>, leading: bool) -> bool {
        let reading = self.reading;
        if tokens.is_empty() {
            return true;
        }
        if tokens.len() > 16 {
            return false;
        }
        let small = |token: usize| {
            reading.is_comma(token)
                || reading.document.is_mark(token, ':')
                || reading.document.is_mark(token, '—')
                || reading.document.is_mark(token, '–')
                || reading.document.is_mark(token, '-')
                || reading.tag(token) == Tag::Adverb
                || matches!(reading.lower(token), "that" | "the" | "following" | "then" | "later" | "and")
        };
        if tokens.clone().all(small) {
            return true;
        }
        // `said in a post that was widely shared: “…`
        let colon = reading.document.is_mark(tokens.end - 1, ':') || reading.is_comma(tokens.end - 1);
        leading
            && colon
            && !tokens.clone().take(tokens.len() - 1).any(|token| reading.is_quoted(token) || reading.is_comma(token))
            && !reading.has_finite(tokens)
    }

    fn refused(&self, quoted: &Quoted, words: usize, tie: Option<Tie>) -> Option<&'static str> {
        let reading = self.reading;
        let beside = matches!(tie, Some(Tie::Before | Tie::After));
        let ends = self.ends_like_sentence(quoted);
        let before = quoted.tokens.start.checked_sub(1);
        let is_naming = |token: usize| NAMING.binary_search(&reading.lower(token)).is_ok();
        let named = before.is_some_and(|before| {
            is_naming(before)
                || reading.lower(before) == "as" && before.checked_sub(1).is_some_and(is_naming)
                || reading.document.is_mark(before, ',')
                    && before.checked_sub(1).is_some_and(|at| reading.lower(at) == "titled")
        });
        if named && words <= 8 && !(tie == Some(Tie::Before) && ends) {
            return Some("quotes:named-so");
        }
        let set_off = before.is_some_and(|before| reading.is_comma(before) || reading.document.is_mark(before, ':'));
        let said = tie == Some(Tie::Before) && set_off || tie == Some(Tie::After) && ends;
        if self.is_name(quoted) && !said {
            return Some("quotes:name");
        }
        if words == 1 {
            return (!(beside && ends)).then_some("quotes:one-word");
        }
        match tie {
            Some(Tie::Before | Tie::After) => None,
            Some(Tie::Within) if words >= 3 || self.is_predicate(quoted) => None,
            Some(Tie::Near)
                if words >= 3 || words >= 2 && before.is_some_and(|before| reading.lower(before) == "as") =>
            {
                None
            }
            None if words >= 5 && (self.is_whole(quoted) || self.has_verb(quoted)) => None,
            None if words >= 2 && self.is_whole(quoted) && ends => None,
            _ => Some("quotes:scare"),
        }
    }

    /// Whether the last character before the closing mark, or behind it, ends a sentence or clause.
    fn ends_like_sentence(&self, quoted: &Quoted) -> bool {
        let inner = quoted.inner();
        let stops = |token: usize| {
            matches!(
                self.reading.document.tokens.get(token).map(|token| token.kind),
                Some(TokenKind::Mark('.' | '!' | '?' | ',' | '…' | '—' | '–' | '-'))
            )
        };
        inner.end > inner.start && stops(inner.end - 1) || stops(quoted.tokens.end) || !quoted.closed
    }

    /// Whether all words that say something have a capital: a name or a title.
    fn is_name(&self, quoted: &Quoted) -> bool {
        let document = self.reading.document;
        let inner = quoted.inner();
        if inner.len() > 12 {
            return false;
        }
        let words = inner.filter(|token| document.tokens[*token].kind == TokenKind::Word);
        let mut said = words.filter(|token| !is_stop_word(document.lower(*token))).peekable();
        said.peek().is_some() && said.all(|token| document.tokens[token].capital)
    }

    /// Whether two words say what something is: behind a form of be, `as` or a cue, or at the end of the clause.
    fn is_predicate(&self, quoted: &Quoted) -> bool {
        let reading = self.reading;
        let behind = quoted.tokens.end;
        let before = quoted.tokens.start.checked_sub(1);
        let be = before.is_some_and(|before| {
            reading.tag(before) == Tag::Auxiliary
                || matches!(reading.lower(before), "as" | "that" | "be" | "been" | "became")
        });
        be || self.ends_like_sentence(quoted) && (reading.is_stop(behind) || reading.is_comma(behind))
    }

    fn has_verb(&self, quoted: &Quoted) -> bool {
        self.reading.has_finite(quoted.inner())
    }

    /// Whether it is a sentence of its own.
    fn is_whole(&self, quoted: &Quoted) -> bool {
        let document = self.reading.document;
        let first = document.sentences.get(document.sentence_of(quoted.tokens.start));
        let starts = first.is_some_and(|sentence| sentence.tokens.start == quoted.tokens.start);
        let colon = quoted.tokens.start.checked_sub(1).is_some_and(|before| document.is_mark(before, ':'));
        let last = document.sentences.get(document.sentence_of(quoted.tokens.end - 1));
        let ends = last.is_some_and(|sentence| sentence.tokens.end <= quoted.tokens.end + 1);
        (starts || colon) && (ends || self.ends_like_sentence(quoted))
    }

    /// Who is quoted, and by which outlet, directly behind the words: `“…,” the weekly quoted the minister as saying`.
    fn quoted_by(&self, quoted: &Quoted) -> Option<(Range<usize>, Range<usize>)> {
        let document = self.reading.document;
        let mark = |at: &usize| [',', '-', '–', '—'].into_iter().any(|mark| document.is_mark(*at, mark));
        let start = (quoted.tokens.end..quoted.tokens.end + 3).find(|at| !mark(at))?;
        let outlet = document.phrases.get(document.phrase_of(start)?)?.tokens.clone();
        let cites = matches!(document.lower(outlet.end), "quoted" | "quotes" | "cited" | "cites");
        let speaker = document.phrases.get(document.phrase_of(outlet.end + 1)?)?.tokens.clone();
        let same = document.sentence_of(outlet.start) == document.sentence_of(speaker.start);
        // An adjective may have parted the phrase in two.
        let next = document.phrase_of(speaker.end).and_then(|at| document.phrases.get(at));
        let end = next.filter(|next| next.tokens.start == speaker.end).map_or(speaker.end, |next| next.tokens.end);
        (cites && same).then_some((speaker.start..end, outlet))
    }

    /// Whose a quotation is that no cue of its sentence gives to anybody.
    fn floating(&self, quoted: &Quoted) -> (From, &'static str) {
        let document = self.reading.document;
        let first = document.sentence_of(quoted.tokens.start);
        let Some(sentence) = document.sentences.get(first) else { return (From::Nobody, "quotes:unknown") };
        let whole = self.is_whole(quoted);
        if let Some((speaker, outlet)) = self.quoted_by(quoted) {
            return (From::Through(speaker, outlet), "quotes:quoted-by");
        }
        // `The minister was clear: “…”`, `Minister: “…”`
        let colon = quoted.tokens.start.checked_sub(1).is_some_and(|before| document.is_mark(before, ':'));
        if colon && sentence.tokens.start + 1 < quoted.tokens.start {
            let label = self.reading.phrase_to(quoted.tokens.start - 1, sentence.tokens.start);
            let label = label.filter(|label| label.start == sentence.tokens.start && self.reading.is_somebody(label));
            if let Some(phrase) = self.subject_of(first).or(label) {
                return (From::Phrase(phrase), "quotes:introduced");
            }
        }
        let Some(before) = first.checked_sub(1).and_then(|before| document.sentences.get(before)) else {
            return (From::Nobody, "quotes:unknown");
        };
        let introduced = before.tokens.end.checked_sub(1).is_some_and(|last| document.is_mark(last, ':'));
        if introduced && sentence.tokens.start == quoted.tokens.start {
            if let Some(at) = self.of_sentence(first - 1).next_back() {
                return (From::Saying(at), "quotes:introduced");
            }
            if let Some(phrase) = self.subject_of(first - 1) {
                return (From::Phrase(phrase), "quotes:introduced");
            }
        }
        let last = self.found.len().checked_sub(1);
        if let Some(at) = last.filter(|at| whole && self.is_near(&self.found[*at], quoted.tokens.start, first)) {
            return (From::Same(at), "quotes:goes-on");
        }
        if (whole || before.block == sentence.block)
            && let Some(at) = self.of_sentence(first - 1).rev().find(|at| self.sayings[*at].speaker.is_some())
        {
            return (From::Saying(at), "quotes:goes-on");
        }
        if let Some(phrase) = self.subject_of(first - 1).filter(|_| whole && before.block_kind == sentence.block_kind) {
            return (From::Phrase(phrase), "quotes:spoken-of");
        }
        (From::Nobody, "quotes:unknown")
    }

    /// Whether the quotation before stands in the sentence before, or with its attribution makes it up.
    fn is_near(&self, before: &Direct, open: usize, sentence: usize) -> bool {
        let document = self.reading.document;
        let end = document.sentence_of(before.tokens.end - 1);
        // Its own sentence, the one after, or one whose saying is of the same speaker.
        let near = end + 1 >= sentence || end + 2 == sentence && !self.of_sentence(sentence - 1).is_empty();
        near && before.tokens.end <= open
            && self.of_sentence(sentence - 1).next_back().is_none_or(|at| {
                before.from == From::Saying(at)
                    || self.sayings[at].area.end <= before.tokens.start
                    || end + 1 == sentence && self.sayings[at].area.start >= before.tokens.end
            })
    }

    /// Who a sentence says something of, if that is somebody.
    fn subject_of(&self, sentence: usize) -> Option<Range<usize>> {
        let reading = self.reading;
        let of = reading.document.sentences.get(sentence)?;
        let mut verbs = reading
            .document
            .verbs
            .get(of.verbs.clone())?
            .iter()
            .filter(|verbs| verbs.finite && !reading.is_quoted(verbs.head));
        let start = reading.before_adverbs(verbs.next()?.tokens.start, of.tokens.start);
        let comma = start > of.tokens.start && reading.is_comma(start - 1);
        let phrase = match comma {
            // `The general, who commands the north, was clear: “…”`
            true => reading.nominal_from(of.tokens.start, start)?,
            false => reading.nominal_to(start, of.tokens.start)?,
        };
        (reading.is_somebody(&phrase) && reading.is_speaker_like(&phrase)).then_some(phrase)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_naming_are_sorted() {
        assert!(NAMING.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
