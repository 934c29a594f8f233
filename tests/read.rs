//! Files become articles: the shipped five, layouts, encodings, manifests, and whatever else a folder may hold.

#![allow(clippy::unwrap_used)]
#![cfg(feature = "read")]

use proptest::prelude::*;
use sourcebook::read::{Article, Basis, BlockKind, Corpus, File, Problem, Settings, corpus, settings_of, undated};
use std::collections::BTreeSet;

fn file(path: &str, bytes: impl AsRef<[u8]>) -> File {
    File { path: path.to_owned(), bytes: bytes.as_ref().to_vec() }
}

/// The corpus of one file and what was told of it.
fn one(bytes: impl AsRef<[u8]>) -> (Option<Article>, Vec<String>) {
    let (corpus, problems) = corpus("news", vec![file("first_report.txt", bytes)]);
    (corpus.articles.into_iter().next(), printed(&problems))
}

fn printed(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

fn seeds() -> (Corpus, Vec<Problem>) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let files = std::fs::read_dir(folder).expect("the folder seeds").map(|entry| {
        let path = entry.expect("a file of seeds").path();
        file(&path.file_name().expect("a name").to_string_lossy(), std::fs::read(&path).expect("its bytes"))
    });
    corpus("seeds", files.collect())
}

/// An article as the expectations have it: what is known of it, then each block's kind, first and last words.
fn outline(article: &Article) -> String {
    let head = &article.head;
    let published = &head.published;
    let day = |day: Option<jiff::civil::Date>| day.map_or("?".to_owned(), |day| day.to_string());
    let mut lines = vec![
        format!("# {}", head.id),
        format!("title {}", head.title),
        format!("outlet {}", head.outlet.as_deref().unwrap_or("?")),
        format!(
            "published {} {} {:?}: {}",
            day(published.earliest),
            day(published.latest),
            published.basis,
            published.note.as_deref().unwrap_or("-")
        ),
    ];
    for block in &article.blocks {
        let words: Vec<&str> = block.span.of(&article.text).split_whitespace().collect();
        let shown = if words.len() > 9 { [&words[..4], &["…"], &words[words.len() - 4..]].concat() } else { words };
        lines.push(format!("{:?}: {}", block.kind, shown.join(" ")));
    }
    lines.join("\n") + "\n"
}

/// Fails unless what is found is what the file holds; with `UPDATE=1` the file is written anew.
fn expect(name: &str, found: &str) {
    let path = format!("{}/tests/cases/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, found).expect("the expectation can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "tests/cases/{name} differs; found:\n{found}");
}

#[test]
fn the_five_articles_are_read() {
    let (corpus, problems) = seeds();
    assert_eq!(printed(&problems), Vec::<String>::new());
    assert_eq!((corpus.title.as_str(), corpus.language.as_str()), ("Coming home from the Islamic State", "en"));
    expect("seeds.txt", &corpus.articles.iter().map(outline).collect::<Vec<_>>().join("\n"));
    let undated = printed(&undated("seeds", &corpus));
    assert_eq!(undated.len(), 1, "{undated:?}");
    assert!(
        undated[0].starts_with("seeds/000_94a200c5b7d05409.txt: expected a date of publication, but found none;"),
        "{undated:?}"
    );
}

#[test]
fn the_printed_stamp_stays_beside_the_given_date() {
    let (corpus, _) = seeds();
    let article = corpus.articles.last().expect("five articles");
    let stamp = article.head.published.stamp.expect("a stamp");
    assert_eq!(stamp.of(&article.text), "06/07/2016 - 16:21");
}

#[test]
fn layouts_are_told_by_their_form() {
    let mut found = String::new();
    for case in include_str!("cases/layouts.txt").split("\n=== ").skip(1) {
        let (name, text) = case.split_once('\n').expect("a case has a name and a text");
        let (corpus, problems) = corpus("news", vec![file("first_report.txt", text)]);
        assert_eq!(printed(&problems), Vec::<String>::new(), "{name}");
        found += &format!("=== {name}\n{}\n", outline(&corpus.articles[0]));
    }
    expect("layouts.expected.txt", &found);
}

#[test]
fn encodings_are_told_apart() {
    let text = "Der Präsident sagte „Nein“\n\nEr kam am 5. Mai 2016 nach Köln. Die Leute – über hundert – waren für ihn, doch er flog früh zurück.\n";
    let utf_16 = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let cases = [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with mark", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("UTF-16 LE with mark", [b"\xff\xfe".to_vec(), utf_16(u16::to_le_bytes)].concat()),
        ("UTF-16 BE with mark", [b"\xfe\xff".to_vec(), utf_16(u16::to_be_bytes)].concat()),
        ("UTF-16 LE", utf_16(u16::to_le_bytes)),
        ("UTF-16 BE", utf_16(u16::to_be_bytes)),
        ("Windows-1252", encoding_rs::WINDOWS_1252.encode(text).0.into_owned()),
    ];
    for (name, bytes) in cases {
        let (article, problems) = one(bytes);
        assert_eq!(problems, Vec::<String>::new(), "{name}");
        assert_eq!(article.expect(name).text, text, "{name}");
    }
    let russian =
        "Они вернулись домой\n\nДети прилетели в воскресенье. Их встречали родные, а чиновники говорили речи.";
    let (article, _) = one(encoding_rs::WINDOWS_1251.encode(russian).0);
    assert_eq!(article.expect("Windows-1251").text, russian);
}

#[test]
fn text_stays_as_it_was_decoded() {
    let text = "Title\u{a0}here\r\n\r\nIt’s a “war”.\u{a0} America is using you.\t\r\n\r\nThe end.\r\n\u{c}";
    let (article, problems) = one(text);
    let article = article.expect("an article");
    assert_eq!((article.text.as_str(), problems.len()), (text, 0));
    let blocks: Vec<&str> = article.blocks.iter().map(|block| block.span.of(text)).collect();
    assert_eq!(blocks, ["Title\u{a0}here", "It’s a “war”.\u{a0} America is using you.", "The end."]);
    assert_eq!(article.head.title, "Title here");
}

#[test]
fn invalid_bytes_are_shown_and_told() {
    let (article, problems) = one(b"They came home\n\nThe caf\xc3\xa9 \xe2\x80\x9copen\xe2\x80\x9d was \xff empty.\n");
    assert!(article.expect("an article").text.contains("was \u{fffd} empty"));
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0]
            .starts_with("news/first_report.txt:3:21: expected UTF-8, but found bytes that are none in 1 place(s)"),
        "{problems:?}"
    );
}

#[test]
fn what_is_no_text_is_refused() {
    let large = vec![b'a'; sourcebook::read::LARGEST_FILE + 1];
    for (bytes, message) in [
        (b"".as_slice(), "expected text, but found an empty file"),
        (b"\xef\xbb\xbf \r\n\t\xc2\xa0", "expected text, but found an empty file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "expected text, but found bytes that are not text"),
        (b"word\0word", "expected text, but found bytes that are not text"),
        (b"\x01\x02\x03\x04abc\x05\x06", "expected text, but found bytes that are not text"),
        (b"\x00\x01\x00\x02\x00\x03\x00\x04", "expected text, but found bytes that are not text"),
        (&large, "expected at most 16 MiB, but found 17 MiB"),
    ] {
        let (article, problems) = one(bytes);
        assert_eq!(article, None, "{message}");
        assert!(problems[0].starts_with(&format!("news/first_report.txt: {message};")), "{problems:?}");
    }
}

#[test]
fn a_bad_file_does_not_stop_the_good_ones() {
    let files = vec![
        file("b.txt", "They came home\n\nIt was late in the evening when they came.\n"),
        file("a.txt", "\0\0"),
        file("page.html", "<p>They came home.</p>"),
        file("notes", "x"),
        file("photo.JPG", "x"),
        file(".DS_Store", "\0"),
        file(".git/config.txt", "x"),
        file("sub/sourcebook.toml", "title = 7"),
        file("sub/c.TXT", "<script>alert(1)</script>\n\nThey came home late in the evening, she said.\n"),
    ];
    let (corpus, problems) = corpus("archive/me/news/", files);
    let ids: Vec<&str> = corpus.articles.iter().map(|article| article.head.id.as_str()).collect();
    assert_eq!(
        (ids.as_slice(), corpus.title.as_str(), corpus.language.as_str()),
        (["b", "sub.c"].as_slice(), "news", "en")
    );
    assert_eq!(corpus.articles[1].head.title, "<script>alert(1)</script>");
    let told = printed(&problems);
    let files: Vec<&str> = told.iter().filter_map(|problem| problem.split(": ").next()).collect();
    let all = ["a.txt", "notes", "page.html", "photo.JPG", "sub/sourcebook.toml"]
        .map(|path| format!("archive/me/news/{path}"));
    assert_eq!(files, all, "{told:?}");
    assert!(told[2].contains(".html, which is not read yet; save the article as plain text"), "{told:?}");
}

#[test]
fn a_folder_without_articles_is_told() {
    let (found, problems) = corpus("empty", vec![]);
    assert_eq!((found.articles.len(), found.title.as_str()), (0, "empty"));
    assert!(printed(&problems)[0].starts_with("empty: expected articles, but found none"), "{problems:?}");
}

#[test]
fn ids_are_unique_and_doubles_told() {
    let text = "They came home\n\nIt was late in the evening when they came.\n";
    let paths = ["a-2.txt", "a.text", "a.txt", "b/c.txt", "b.c.txt"];
    let (corpus, problems) = corpus("news", paths.iter().map(|path| file(path, text)).collect());
    let ids: Vec<&str> = corpus.articles.iter().map(|article| article.head.id.as_str()).collect();
    assert_eq!(ids, ["a-2", "a", "a-3", "b.c", "b.c-2"]);
    let told = printed(&problems);
    assert_eq!(told.len(), 2);
    assert!(told[0].starts_with("news/a.txt: expected a name of its own, but found that another article is called a: this one is called a-3;"), "{told:?}");
}

#[test]
fn manifests_with_problems_keep_what_is_good() {
    let mut found = String::new();
    for case in include_str!("cases/manifests.txt").split("\n=== ").skip(1) {
        let (name, manifest) = case.split_once('\n').expect("a case has a name and a text");
        let text = "They came home\n\nPublished: 06/07/2016\n\nIt was late in the evening when they came.\n";
        let files = vec![file("sourcebook.toml", manifest), file("one.txt", text), file("two.txt", text)];
        let words = settings_of(&files);
        let (corpus, problems) = corpus("news", files);
        found += &format!("=== {name}\n{} ({})\n", corpus.title, corpus.language);
        if words != Settings::default() {
            found += &format!("{:?}\n{:?}\n{:?}\n", words.aliases, words.statuses, words.populations);
        }
        for Article { head, .. } in &corpus.articles {
            let published = &head.published;
            let day = |day: Option<jiff::civil::Date>| day.map_or("?".to_owned(), |day| day.to_string());
            found += &format!(
                "{}: {} | {} | {} | {} {} {:?}: {}\n",
                head.id,
                head.title,
                head.outlet.as_deref().unwrap_or("?"),
                head.url.as_deref().unwrap_or("?"),
                day(published.earliest),
                day(published.latest),
                published.basis,
                published.note.as_deref().unwrap_or("-")
            );
        }
        found += &(printed(&problems).join("\n") + "\n\n");
    }
    expect("manifests.expected.txt", &found);
}

#[test]
fn a_printed_date_with_two_readings_is_told() {
    let (corpus, _) = corpus(
        "news",
        vec![file("a.txt", "They came home\n\n06/07/2016\n\nIt was late in the evening when they came.\n")],
    );
    let published = &corpus.articles[0].head.published;
    assert_eq!(published.basis, Basis::Printed);
    let told = printed(&undated("news", &corpus));
    assert!(
        told[0].starts_with("news/a.txt:3:1: expected one date of publication, but found one printed as 06/07/2016, which may be 7 June 2016 or 6 July 2016;"),
        "{told:?}"
    );
}

/// Text thick with what the rules look at.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        prop::sample::select(
            [
                "\n",
                "\n\n",
                "\r\n",
                "\r",
                "\u{2028}",
                " ",
                "The Planet",
                "They came home",
                "they",
                "06/07/2016",
                "June 5, 2016",
                "By Jane Doe",
                "Leave a Reply",
                "Related articles",
                "Source: X",
                "It was late in the evening when they came home.",
                "©",
                "…",
                ":",
            ]
            .map(String::from)
            .to_vec()
        ),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn check_article(article: &Article) -> Result<(), TestCaseError> {
    let mut rest = 0;
    let mut once = BTreeSet::new();
    for block in &article.blocks {
        let range = block.span.range();
        prop_assert!(range.start >= rest && !range.is_empty());
        prop_assert_eq!(article.text[rest..range.start].trim(), "");
        prop_assert_eq!(block.span.of(&article.text).trim().len(), range.len());
        if matches!(block.kind, BlockKind::Title | BlockKind::Outlet) {
            prop_assert!(once.insert(block.kind as u8), "two titles or outlets");
        }
        rest = range.end;
    }
    prop_assert_eq!(article.text[rest..].trim(), "");
    prop_assert!(!article.head.title.is_empty() && !article.head.title.contains('\n'));
    for span in article.head.title_span.iter().chain(&article.head.published.stamp) {
        prop_assert!(article.blocks.iter().any(|block| block.span == *span));
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_covered_by_its_blocks(text in text()) {
        let (article, _) = one(&text);
        match article {
            Some(article) => check_article(&article)?,
            None => {
                let odd = |c: char| c.is_control() || c == '\u{fffd}';
                let refused = text.contains(odd) || !text.contains(char::is_alphanumeric);
                prop_assert!(refused, "refused without reason");
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), toml in prop::collection::vec(any::<u8>(), 0..80)) {
        let (corpus, problems) = corpus("news", vec![file("a.txt", bytes), file("sourcebook.toml", toml)]);
        for article in &corpus.articles {
            check_article(article)?;
        }
        prop_assert!(!corpus.articles.is_empty() || !problems.is_empty());
        for problem in problems {
            prop_assert!(!problem.to_string().contains(char::is_control));
        }
    }

    #[test]
    fn any_manifest_is_read_or_told(lines in prop::collection::vec(prop::sample::select(vec![
        "[[article]]", "[article]", "file = \"a.txt\"", "file = 7", "published = 2016-02-30", "published = \"2016\"", "title = \"\"", "tilte = 'x'",
        "published_latest = 2016-01-01", "published_earliest = 2017-01-01", "published_reason = \"so\"", "= \"", "[[", "url = \"javascript:x\"", "é = \"\"\"",
    ]), 0..12)) {
        let (corpus, _) = corpus("news", vec![file("a.txt", "They came home"), file("sourcebook.toml", lines.join("\n"))]);
        prop_assert_eq!(corpus.articles.len(), 1);
        prop_assert_eq!(&corpus.articles[0].head.url, &None);
    }
}
