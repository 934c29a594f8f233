//! The page: one element whose module is the sourcebook, and in it the same articles as plain HTML.

use super::assets;
use crate::explorer::publication_in_words;
use crate::read::{Article, Block, BlockKind, Colophon, Corpus, Head};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use maud::{DOCTYPE, Markup, html};

/// The page's path in the site.
pub const PAGE: &str = "index.html";

/// The module's path in the site.
pub const MODULE: &str = "sourcebook.wasm";

/// The script that defines the element.
const ENTRY: &str = "source-book.js";

/// What the shell loads only with a module in hand, which is always.
const GLUE: &str = "engine.js";

/// How the plain page looks, and the element before its script has come.
pub(super) const STYLE: &str = "page.css";

/// Up to so many articles stand in the page with their whole texts; above that, as a list.
const WHOLE_TEXTS: usize = 50;

/// The security policy that the page has written in it and is sent with: nothing but its own files.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// The page of a corpus whose module has the SHA-256 `hash`.
#[must_use]
pub fn render(corpus: &Corpus, colophon: &Colophon, hash: &[u8; 32]) -> String {
    let integrity = format!("sha256-{}", BASE64.encode(hash));
    let title = if corpus.title.is_empty() { "Sourcebook" } else { &corpus.title };
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                (head(title))
                meta name="description" content=(description(corpus));
                @if has(STYLE) { link rel="stylesheet" href=(STYLE); }
                link rel="preload" href=(MODULE) as="fetch" type="application/wasm" crossorigin;
                @for path in assets::imported_by(ENTRY).into_iter().chain([GLUE]) { link rel="modulepreload" href=(path); }
                script type="module" src=(ENTRY) {}
            }
            body {
                source-book sync src=(MODULE) integrity=(integrity) report=[colophon.report.as_deref()] { (plain(corpus, title)) }
            }
        }
    };
    page.into_string()
}

/// What the head of every page begins with: the policy, before anything that it governs; the title; the icon.
pub(super) fn head(title: &str) -> Markup {
    html! {
        meta charset="utf-8";
        meta http-equiv="Content-Security-Policy" content=(POLICY);
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="referrer" content="no-referrer";
        title { (title) }
        @if has(ICON) { link rel="icon" href=(ICON) type="image/svg+xml"; } @else { link rel="icon" href="data:,"; }
    }
}

const ICON: &str = "icon.svg";

fn has(path: &str) -> bool {
    assets::FILES.binary_search_by(|(name, _)| (*name).cmp(path)).is_ok()
}

fn description(corpus: &Corpus) -> String {
    let articles = match corpus.articles.len() {
        1 => "1 news article".to_owned(),
        count => format!("{count} news articles"),
    };
    format!("{articles} to search, filter and compare, with every hit followed back to its sentence")
}

/// What stands inside the element: the corpus for whoever has no JavaScript, for search engines and feed readers.
fn plain(corpus: &Corpus, title: &str) -> Markup {
    html! {
        noscript {
            p {
                "Searching, filtering and the charts need JavaScript and WebAssembly, which are switched off or missing here. "
                @if corpus.articles.len() <= WHOLE_TEXTS { "The articles follow in full." } @else { "The list of the articles follows." }
            }
        }
        main lang=[language(corpus)] {
            h1 { (title) }
            @if corpus.articles.len() <= WHOLE_TEXTS {
                @for article in &corpus.articles { (whole(article)) }
            } @else {
                ul { @for article in &corpus.articles { li { cite { (article.head.title) } (credits(&article.head)) } } }
            }
            p { a href=(super::about::PAGE) { "About the numbers" } }
        }
    }
}

/// The articles' language, where it is not the page's own.
fn language(corpus: &Corpus) -> Option<&str> {
    Some(corpus.language.as_str()).filter(|language| !language.is_empty() && *language != "en")
}

/// An article in full. Leftovers of its site are folded, and nothing is cut.
fn whole(article: &Article) -> Markup {
    html! {
        article {
            h2 { (article.head.title) }
            (credits(&article.head))
            @for blocks in article.blocks.chunk_by(|a, b| is_leftover(a) && is_leftover(b)) {
                @if blocks.first().is_some_and(is_leftover) {
                    details {
                        summary { "Left over from the site" }
                        @for block in blocks { p { (block.span.of(&article.text)) } }
                    }
                } @else {
                    @for block in blocks.iter().filter(|block| !is_told_above(block, article)) {
                        p { (block.span.of(&article.text)) }
                    }
                }
            }
        }
    }
}

fn is_leftover(block: &Block) -> bool {
    block.kind == BlockKind::Boilerplate
}

/// Whether the heading or the credits say the same already.
fn is_told_above(block: &Block, article: &Article) -> bool {
    let text = block.span.of(&article.text);
    match block.kind {
        BlockKind::Title => text == article.head.title,
        BlockKind::Outlet => article.head.outlet.as_deref() == Some(text),
        _ => false,
    }
}

/// Outlet, date and how it is known, and the original.
fn credits(head: &Head) -> Markup {
    let date = publication_in_words(&head.published);
    html! {
        p {
            (head.outlet.as_deref().unwrap_or("outlet unknown"))
            " · " (date.text)
            @if !date.how.is_empty() { " (" (date.how) ")" }
            @if let Some(url) = head.url.as_deref().filter(|url| is_web_address(url)) {
                " · " a href=(url) rel="noreferrer" { "original" }
            }
        }
    }
}

/// Nothing else becomes a link: not `javascript:`, not `data:`.
fn is_web_address(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn corpus(articles: usize, text: &str, url: &str) -> Corpus {
        let head = Head {
            title: text.to_owned(),
            url: Some(url.to_owned()),
            outlet: Some(text.to_owned()),
            ..Head::default()
        };
        let blocks =
            [BlockKind::Paragraph, BlockKind::Boilerplate].map(|kind| Block { kind, span: Span::new(0, text.len()) });
        let article = Article { head, text: text.to_owned(), blocks: blocks.to_vec() };
        Corpus { title: text.to_owned(), language: text.to_owned(), articles: vec![article; articles] }
    }

    #[test]
    fn hostile_text_stays_text() {
        let text = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></source-book>&lt;</title>";
        for articles in [1, 51] {
            let page =
                render(&corpus(articles, text, "https://example.org/\"onclick=\"x"), &Colophon::default(), &[0; 32]);
            assert_eq!(page.matches("<script").count(), 1, "only our own");
            assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
            assert_eq!(page.matches("</source-book>").count(), 1);
            assert!(!page.contains("<img"));
            assert!(!page.contains("\"onclick=\""));
        }
    }

    #[test]
    fn only_web_addresses_become_links() {
        for (url, link) in [
            ("https://example.org/a", true),
            ("HTTP://example.org", true),
            ("javascript:alert(1)//https://", false),
            ("data:text/html,x", false),
            ("//example.org", false),
            (" https://example.org", false),
        ] {
            assert_eq!(
                render(&corpus(1, "Some words.", url), &Colophon::default(), &[0; 32]).matches("<a ").count() == 2,
                link,
                "{url}"
            );
        }
    }

    #[test]
    fn many_articles_stand_there_as_a_list() {
        assert_eq!(
            render(&corpus(50, "Some words.", ""), &Colophon::default(), &[0; 32]).matches("<article>").count(),
            50
        );
        let many = render(&corpus(51, "Some words.", ""), &Colophon::default(), &[0; 32]);
        assert_eq!((many.matches("<article>").count(), many.matches("<li>").count()), (0, 51));
    }

    #[test]
    fn nothing_inline() {
        let page = render(&corpus(2, "Some words.", "https://example.org"), &Colophon::default(), &[0; 32]);
        assert!(!page.contains("style=") && !page.contains("<style") && !page.contains(" onload="));
        assert!(page.contains("<script type=\"module\" src=\"source-book.js\"></script>"));
    }
}
