//! What the corpus is, and what each article is, without texts.
//!
//! ```text
//! title · language · heads, each:
//!   id · file · title · span of the title? · outlet? · address? · earliest day? · latest day? · basis, one byte · note? · span of the stamp?
//! string: bytes of it · UTF-8          with a ?: 0 where there is none, else bytes of it plus one · UTF-8
//! span?:  0 where there is none, else start plus one · bytes of it
//! day?:   0 where there is none, else year × 512 + month × 32 + day
//! ```
//!
//! By hand and not by a serialisation crate: what reads a date from text alone would weigh as much in the engine as all of this
//! folder.

use super::Error;
use super::format::{Kind, cursor};
use super::varint::{Cursor, put};
use crate::read::{Basis, Corpus, Head, Published};
use crate::text::Span;
use jiff::civil::Date;

/// What the corpus is, and what each article is, without texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The corpus' title.
    pub title: String,
    /// BCP 47 tag of the articles' language.
    pub language: String,
    /// The articles in order; an article's place here is its **ordinal**, by which everything else names it.
    pub heads: Vec<Head>,
}

/// The kinds of basis; a basis' place here is its byte.
const BASES: [Basis; 4] = [Basis::Unknown, Basis::Printed, Basis::Given, Basis::Inferred];

impl Catalogue {
    /// The bytes of the block.
    pub(super) fn write(corpus: &Corpus) -> Vec<u8> {
        let mut out = Vec::new();
        put_string(&mut out, &corpus.title);
        put_string(&mut out, &corpus.language);
        for article in &corpus.articles {
            put_head(&mut out, &article.head);
        }
        out
    }

    /// Reads the block of so many articles.
    pub(super) fn read(bytes: &[u8], articles: u32) -> Result<Self, Error> {
        let mut from = cursor(bytes, Kind::Catalogue);
        let (title, language) = (string(&mut from)?, string(&mut from)?);
        let mut heads = Vec::new();
        for _ in 0..articles {
            heads.push(head(&mut from)?);
        }
        from.finish()?;
        Ok(Self { title, language, heads })
    }
}

fn put_head(out: &mut Vec<u8>, head: &Head) {
    put_string(out, &head.id);
    put_string(out, &head.file);
    put_string(out, &head.title);
    put_span(out, head.title_span);
    put_optional(out, head.outlet.as_deref());
    put_optional(out, head.url.as_deref());
    put_day(out, head.published.earliest);
    put_day(out, head.published.latest);
    out.push(BASES.iter().position(|basis| *basis == head.published.basis).unwrap_or(0) as u8);
    put_optional(out, head.published.note.as_deref());
    put_span(out, head.published.stamp);
}

fn head(from: &mut Cursor<'_>) -> Result<Head, Error> {
    Ok(Head {
        id: string(from)?,
        file: string(from)?,
        title: string(from)?,
        title_span: span(from)?,
        outlet: optional(from)?,
        url: optional(from)?,
        published: Published {
            earliest: day(from)?,
            latest: day(from)?,
            basis: *BASES.get(usize::from(from.byte()?)).ok_or_else(|| from.damaged())?,
            note: optional(from)?,
            stamp: span(from)?,
        },
    })
}

fn put_string(out: &mut Vec<u8>, string: &str) {
    put(out, string.len() as u64);
    out.extend(string.as_bytes());
}

fn put_optional(out: &mut Vec<u8>, string: Option<&str>) {
    match string {
        None => out.push(0),
        Some(string) => {
            put(out, string.len() as u64 + 1);
            out.extend(string.as_bytes());
        }
    }
}

fn put_span(out: &mut Vec<u8>, span: Option<Span>) {
    match span {
        None => out.push(0),
        Some(span) => {
            put(out, u64::from(span.start) + 1);
            put(out, span.len() as u64);
        }
    }
}

/// Years before 1 are no dates of publication, and become unknown.
fn put_day(out: &mut Vec<u8>, day: Option<Date>) {
    let packed = |day: Date| {
        u64::from(day.year().unsigned_abs()) * 512
            + u64::from(day.month().unsigned_abs()) * 32
            + u64::from(day.day().unsigned_abs())
    };
    put(out, day.filter(|day| day.year() > 0).map_or(0, packed));
}

fn string(from: &mut Cursor<'_>) -> Result<String, Error> {
    let length = from.size()?;
    from.text(length)
}

fn optional(from: &mut Cursor<'_>) -> Result<Option<String>, Error> {
    match from.size()? {
        0 => Ok(None),
        length => from.text(length - 1).map(Some),
    }
}

fn span(from: &mut Cursor<'_>) -> Result<Option<Span>, Error> {
    match from.number()? {
        0 => Ok(None),
        start => Ok(Some(Span { start: start - 1, end: from.after(start - 1)? })),
    }
}

fn day(from: &mut Cursor<'_>) -> Result<Option<Date>, Error> {
    let packed = from.number()?;
    if packed == 0 {
        return Ok(None);
    }
    let year = i16::try_from(packed / 512).map_err(|_| from.damaged())?;
    let date = Date::new(year, (packed / 32 % 16) as i8, (packed % 32) as i8);
    date.map(Some).map_err(|_| from.damaged())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Article;
    use proptest::prelude::*;

    fn any_head() -> impl Strategy<Value = Head> {
        let day = proptest::option::of(
            (1i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| Date::constant(year, month, day)),
        );
        let span =
            || proptest::option::of((0u32..999, 0u32..999).prop_map(|(start, more)| Span { start, end: start + more }));
        let names = any::<(String, String, String, Option<String>, Option<String>, Option<String>)>();
        (names, day.clone(), day, 0..BASES.len(), span(), span()).prop_map(
            |(names, earliest, latest, basis, title_span, stamp)| {
                let (id, file, title, outlet, url, note) = names;
                let published = Published { earliest, latest, basis: BASES[basis], note, stamp };
                Head { id, file, title, title_span, outlet, url, published }
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(title: String, language: String, heads in proptest::collection::vec(any_head(), 0..4)) {
            let articles = heads.iter().map(|head| Article { head: head.clone(), ..Article::default() }).collect();
            let bytes = Catalogue::write(&Corpus { title: title.clone(), language: language.clone(), articles });
            let read = Catalogue::read(&bytes, heads.len() as u32);
            prop_assert_eq!(read, Ok(Catalogue { title, language, heads }));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>, articles in 0u32..9) {
            let _ = Catalogue::read(&bytes, articles);
        }
    }
}
