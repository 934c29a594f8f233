//! What this program carries: the engine, its glue, and the shell.

/// The engine, compiled for WebAssembly and bound, without a corpus.
pub use embedded::ENGINE;

/// The engine that finds facts, the same in every site: as it is, and under brotli.
pub use embedded::{READER, READER_BROTLI};

/// Every file of the shell, and the engines' glue, by its path in the site; sorted.
pub use embedded::FILES;

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
}

/// The JavaScript modules that come in with `entry`: itself and what it imports, at first hand or later, but
/// not what it loads only when it is needed (`import(…)`). In the order in which they are met.
#[must_use]
pub fn imported_by(entry: &str) -> Vec<&'static str> {
    imports(entry, FILES)
}

fn imports(entry: &str, files: &'static [(&'static str, &'static [u8])]) -> Vec<&'static str> {
    let find = |path: &str| files.iter().find(|(name, _)| *name == path);
    let mut met: Vec<&'static str> = Vec::new();
    let mut next: Vec<&'static str> = find(entry).map(|(name, _)| *name).into_iter().collect();
    while let Some(path) = next.pop() {
        if met.contains(&path) {
            continue;
        }
        met.push(path);
        let text = find(path).map_or("", |(_, bytes)| core::str::from_utf8(bytes).unwrap_or_default());
        let mut found: Vec<_> =
            specifiers(text).filter_map(|to| find(&resolve(path, to))).map(|(name, _)| *name).collect();
        found.reverse();
        next.extend(found);
    }
    met
}

/// The relative paths that `import … from "…"`, `export … from "…"` and `import "…"` name. A look-alike in a
/// comment or a string does no harm: what it names has to be a file of ours.
fn specifiers(text: &str) -> impl Iterator<Item = &str> {
    let keywords = ["from", "import"];
    keywords.into_iter().flat_map(move |keyword| text.match_indices(keyword)).filter_map(|(at, keyword)| {
        let rest = text.get(at + keyword.len()..)?.trim_start();
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let path = rest.get(1..)?.split(quote).next()?;
        path.starts_with('.').then_some(path)
    })
}

/// The path in the site that `to` means in the file `from`.
fn resolve(from: &str, to: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in to.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    static SHELL: &[(&str, &[u8])] = &[
        ("charts.js", b"export const chart = 1"),
        ("engine.js", b""),
        (
            "source-book.js",
            b"import {html} from './vendor/lit.js'\nimport'./parts/list.js'\nconst later = () => import('./charts.js')",
        ),
        ("parts/list.js", b"export * from \"../engine.js\"; import x from 'elsewhere'; // from './charts.mjs'"),
        ("vendor/lit.js", b"import\"./lit.js\""),
    ];

    #[test]
    fn first_hand_and_second_hand_imports_but_no_later_ones() {
        let mut found = imports("source-book.js", SHELL);
        found.sort_unstable();
        assert_eq!(found, ["engine.js", "parts/list.js", "source-book.js", "vendor/lit.js"]);
    }

    #[test]
    fn no_entry_no_imports() {
        assert!(imports("missing.js", SHELL).is_empty());
    }

    #[test]
    fn the_table_is_sorted_and_has_the_glue() {
        assert!(FILES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(FILES.iter().any(|(name, _)| *name == "engine.js"));
        assert!(!FILES.iter().any(|(name, _)| name.contains("node_modules") || name.ends_with("package.json")));
    }
}
