//! How often each word stands in some of the articles.

use super::{Bitmap, Edition, Error};

/// How often each folded form stands in a set of articles; by number of form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frequencies {
    /// How often it stands in them.
    pub counts: Vec<u32>,
    /// In how many of them.
    pub articles: Vec<u32>,
}

/// Counts the words of a set of articles, boilerplate left out.
///
/// # Errors
///
/// `damaged`.
pub fn frequencies(edition: &Edition, articles: &Bitmap) -> Result<Frequencies, Error> {
    let all = edition.articles();
    if u64::from(articles.count()) * 2 <= all.into() {
        return counted(edition, articles);
    }
    // What all articles have is known; counting what is left out is less work.
    let less = counted(edition, &Bitmap::of(all, |article| !articles.contains(article)))?;
    let terms = edition.dictionary()?.terms.all();
    let without = |whole: u32, part: &u32| whole.saturating_sub(*part);
    Ok(Frequencies {
        counts: terms.iter().zip(&less.counts).map(|(term, less)| without(term.count, less)).collect(),
        articles: terms.iter().zip(&less.articles).map(|(term, less)| without(term.articles, less)).collect(),
    })
}

fn counted(edition: &Edition, articles: &Bitmap) -> Result<Frequencies, Error> {
    let forms = edition.forms()? as usize;
    let mut found = Frequencies { counts: vec![0; forms], articles: vec![0; forms] };
    // The last article that each form was met in, plus one.
    let mut met = vec![0; forms];
    for article in articles.iter().take_while(|article| *article < edition.articles()) {
        let mut foreign = false;
        edition.forms_of(article, |form| {
            let form = form as usize;
            let (Some(count), Some(met)) = (found.counts.get_mut(form), met.get_mut(form)) else {
                foreign = true;
                return;
            };
            *count = count.saturating_add(1);
            if *met != article + 1 {
                *met = article + 1;
                found.articles[form] += 1;
            }
        })?;
        if foreign {
            return Err(Error::damaged("block layout").of_article(article));
        }
    }
    Ok(found)
}
