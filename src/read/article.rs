//! An article, and the corpus that it belongs to.

use super::Published;
use crate::text::Span;

/// What an article is, without its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The file's path in the folder without its ending, `/` as `.`, made unique in the corpus.
    pub id: String,
    /// The file's path in the folder, with `/` between its parts.
    pub file: String,
    /// The title: given, found in the text, or else made of the file's name.
    pub title: String,
    /// Where in the text the title stands, if it does.
    pub title_span: Option<Span>,
    /// The outlet that published it.
    pub outlet: Option<String>,
    /// The address at which it was published (http or https, nothing else).
    pub url: Option<String>,
    /// When it was published, as far as that is known.
    pub published: Published,
}

/// What a block of an article's text is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The outlet's name, printed above the title.
    Outlet,
    /// The title.
    Title,
    /// A line below the title that is no sentence of the story (also called deck or subtitle).
    Standfirst,
    /// A printed date, time or byline of the publication.
    Stamp,
    /// A paragraph of the story.
    Paragraph,
    /// Leftovers of the site ("Leave a Reply"): marked and folded, left out of search, never cut.
    Boilerplate,
}

/// A stretch of an article's text that is set off by line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, without white space at either end.
    pub span: Span,
}

/// One text with what is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// What it is.
    pub head: Head,
    /// The text exactly as decoded: nothing cut, nothing mended, line ends as they are.
    pub text: String,
    /// Its blocks in order; they do not overlap and cover everything but white space.
    pub blocks: Vec<Block>,
}

/// The articles of one folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// The title of the whole.
    pub title: String,
    /// BCP 47 tag of the articles' language.
    pub language: String,
    /// The articles in order of their file's path, by bytes.
    pub articles: Vec<Article>,
}
