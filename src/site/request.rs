//! What is answered to a request. Everything comes from memory: there is no path that leads out.

use super::encoding::{self, Encoding};
use super::page::{PAGE, POLICY};
use super::site::{File, Site, sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

/// A site in the forms in which it is sent.
pub struct Served {
    files: BTreeMap<String, Sent>,
}

struct Sent {
    media_type: &'static str,
    hash: String,
    plain: Arc<[u8]>,
    brotli: Option<Arc<[u8]>>,
    gzip: Option<Arc<[u8]>>,
}

/// What a browser asks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ask<'a> {
    /// `GET`
    pub method: &'a str,
    /// `/index.html?x`
    pub target: &'a str,
    /// `Host`
    pub host: Option<&'a str>,
    /// `Origin`
    pub origin: Option<&'a str>,
    /// `Accept-Encoding`
    pub accept_encoding: Option<&'a str>,
    /// `If-None-Match`
    pub if_none_match: Option<&'a str>,
}

/// What it is sent.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Name and value.
    pub headers: Vec<(&'static str, String)>,
    /// The body; a `HEAD` is sent the headers of it only.
    pub body: Arc<[u8]>,
}

impl Served {
    /// Makes a compressed site ready.
    #[must_use]
    pub fn new(site: Site) -> Self {
        let sent = |file: File| {
            let gzip =
                file.brotli.is_some().then(|| encoding::gzip(&file.bytes)).filter(|gzip| gzip.len() < file.bytes.len());
            let mut hash = String::new();
            for byte in &sha256(&file.bytes)[..12] {
                let _ = write!(hash, "{byte:02x}");
            }
            let media_type = file.media_type();
            let sent = Sent {
                media_type,
                hash,
                plain: file.bytes.into(),
                brotli: file.brotli.map(Into::into),
                gzip: gzip.map(Into::into),
            };
            (file.path, sent)
        };
        Self { files: site.files.into_iter().map(sent).collect() }
    }

    /// The answer to a request.
    #[must_use]
    pub fn answer(&self, ask: Ask<'_>) -> Answer {
        if !ask.host.is_none_or(is_loopback) {
            // A page elsewhere could have its own name point here, to read what is not published yet.
            return refusal(403, "this address is served to this machine only; ask for it as 127.0.0.1 or localhost");
        }
        if !matches!(ask.method, "GET" | "HEAD") {
            let mut answer = refusal(405, "only GET and HEAD are answered here");
            answer.headers.push(("Allow", "GET, HEAD".to_owned()));
            return answer;
        }
        match path_of(ask.target).and_then(|path| self.files.get_key_value(&path)) {
            Some((path, sent)) => sent.answer(path, ask),
            None => refusal(404, "there is nothing at this address; the page is at /"),
        }
    }
}

impl Sent {
    fn answer(&self, path: &str, ask: Ask<'_>) -> Answer {
        let (coding, body) = match Encoding::preferred(ask.accept_encoding.unwrap_or_default()) {
            Encoding::Brotli => self.brotli.as_ref().map(|body| (Encoding::Brotli, body)),
            Encoding::Gzip => self.gzip.as_ref().map(|body| (Encoding::Gzip, body)),
            Encoding::Identity => None,
        }
        .unwrap_or((Encoding::Identity, &self.plain));
        // Of another coding it is another representation, so it has another tag.
        let tag = format!("\"{}{}\"", self.hash, coding.token().map(|token| format!("-{token}")).unwrap_or_default());
        let mut headers = vec![
            ("ETag", tag.clone()),
            ("Vary", "Accept-Encoding, Origin".to_owned()),
            ("Cache-Control", "no-cache".to_owned()),
        ];
        headers.extend(self.protection(path, ask.origin));
        if ask.if_none_match.is_some_and(|tags| names(tags, &tag)) {
            return Answer { status: 304, headers, body: Arc::default() };
        }
        headers.push(("Content-Type", self.media_type.to_owned()));
        headers.extend(coding.token().map(|token| ("Content-Encoding", token.to_owned())));
        Answer { status: 200, headers, body: Arc::clone(body) }
    }

    /// What keeps a page from being more than it is, and lets other pages of this machine embed its parts.
    fn protection(&self, path: &str, origin: Option<&str>) -> Vec<(&'static str, String)> {
        let mut headers = common();
        // The examples stand for pages of somebody else, which have policies of their own.
        if self.media_type.starts_with("text/html") && !path.starts_with("examples/") {
            headers.push(("Content-Security-Policy", POLICY.to_owned()));
        }
        let is_code = self.media_type.starts_with("text/javascript") || self.media_type.starts_with("text/css");
        if is_code {
            // Ours, and the same for everybody.
            headers.push(("Access-Control-Allow-Origin", "*".to_owned()));
            headers.push(("Cross-Origin-Resource-Policy", "cross-origin".to_owned()));
        } else if let Some(origin) = origin.filter(|origin| is_loopback_origin(origin)) {
            // The corpus may not be published yet: pages of this machine may have it, and no others.
            headers.push(("Access-Control-Allow-Origin", origin.to_owned()));
            headers.push(("Cross-Origin-Resource-Policy", "cross-origin".to_owned()));
        } else {
            headers.push(("Cross-Origin-Resource-Policy", "same-site".to_owned()));
        }
        headers
    }
}

fn common() -> Vec<(&'static str, String)> {
    vec![("X-Content-Type-Options", "nosniff".to_owned()), ("Referrer-Policy", "no-referrer".to_owned())]
}

fn refusal(status: u16, reason: &str) -> Answer {
    let mut headers = common();
    headers.push(("Content-Type", "text/plain; charset=utf-8".to_owned()));
    Answer { status, headers, body: format!("{reason}\n").into_bytes().into() }
}

/// The path in the site of a request's target: without query, decoded, a folder standing for its page.
fn path_of(target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = percent_decoded(path)?;
    Some(if path.is_empty() || path.ends_with('/') { path + PAGE } else { path })
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        if byte == b'%' {
            let (digits, behind) = rest.split_at_checked(2)?;
            let digits = core::str::from_utf8(digits)
                .ok()
                .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = behind;
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Whether an `If-None-Match` names the tag. [RFC 9110, 13.1.2](https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2)
fn names(tags: &str, tag: &str) -> bool {
    tags.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

/// Whether a `Host` means this machine.
fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[').and_then(|host| host.split_once(']')) {
        Some((address, _)) => address,
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    let name = name.to_ascii_lowercase();
    name == "localhost"
        || name.ends_with(".localhost")
        || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn is_loopback_origin(origin: &str) -> bool {
    let host = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
    host.is_some_and(|host| is_loopback(host) && !host.contains(['/', '@']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served() -> Served {
        let files = [
            ("examples/index.html", "e"),
            ("index.html", "page"),
            ("page.css", "c"),
            ("source-book.js", "j"),
            ("sourcebook.wasm", "w"),
        ];
        let mut files = files.map(|(path, word)| File::new(path, word.repeat(500).into_bytes()));
        files.iter_mut().for_each(File::compress);
        Served::new(Site { files: files.to_vec() })
    }

    fn get(ask: Ask<'_>) -> Answer {
        served().answer(Ask { method: if ask.method.is_empty() { "GET" } else { ask.method }, ..ask })
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        answer.headers.iter().find(|(found, _)| *found == name).map(|(_, value)| value.as_str())
    }

    #[test]
    fn paths() {
        for (target, status) in [
            ("/", 200),
            ("/?q=1", 200),
            ("/index.html", 200),
            ("/%69ndex.html", 200),
            ("/examples/", 200),
            ("/examples", 404),
            ("/../Cargo.toml", 404),
            ("/%2e%2e/%2e%2e/etc/passwd", 404),
            ("//index.html", 404),
            ("/%", 404),
            ("/%+1", 404),
            ("/%ff", 404),
            ("/\u{e9}", 404),
            ("index.html", 404),
            ("*", 404),
            ("", 404),
            ("http://127.0.0.1/", 404),
        ] {
            assert_eq!(get(Ask { target, ..Ask::default() }).status, status, "{target}");
        }
    }

    #[test]
    fn other_methods_are_refused() {
        let answer = get(Ask { method: "POST", target: "/", ..Ask::default() });
        assert_eq!((answer.status, header(&answer, "Allow")), (405, Some("GET, HEAD")));
    }

    #[test]
    fn other_names_than_this_machine_are_refused() {
        for (host, status) in [
            ("127.0.0.1:8017", 200),
            ("localhost", 200),
            ("LOCALHOST:1", 200),
            ("a.localhost:1", 200),
            ("[::1]:8017", 200),
            ("127.8.9.1", 200),
            ("example.org", 403),
            ("localhost.example.org:8017", 403),
            ("127.0.0.1.example.org", 403),
            ("notlocalhost", 403),
            ("", 403),
        ] {
            assert_eq!(get(Ask { target: "/", host: Some(host), ..Ask::default() }).status, status, "{host}");
        }
    }

    #[test]
    fn each_coding_has_its_tag_and_the_tag_saves_the_body() {
        let mut tags = Vec::new();
        for (accept, coding) in [("gzip, br", Some("br")), ("gzip", Some("gzip")), ("", None)] {
            let ask = Ask { target: "/", accept_encoding: Some(accept), ..Ask::default() };
            let answer = get(ask);
            assert_eq!((answer.status, header(&answer, "Content-Encoding")), (200, coding));
            assert_eq!(header(&answer, "Vary"), Some("Accept-Encoding, Origin"));
            let tag = header(&answer, "ETag").unwrap().to_owned();
            for tags in [tag.clone(), format!("\"x\", W/{tag}"), "*".to_owned()] {
                let again = get(Ask { if_none_match: Some(&tags), ..ask });
                assert_eq!((again.status, again.body.len(), header(&again, "ETag")), (304, 0, Some(tag.as_str())));
            }
            assert_eq!(get(Ask { if_none_match: Some("\"x\""), ..ask }).status, 200);
            tags.push(tag);
        }
        tags.dedup();
        assert_eq!(tags.len(), 3);
    }

    #[test]
    fn the_corpus_goes_to_pages_of_this_machine_and_code_to_all() {
        let allowed = |target, origin| {
            header(&get(Ask { target, origin, ..Ask::default() }), "Access-Control-Allow-Origin").map(str::to_owned)
        };
        assert_eq!(allowed("/source-book.js", Some("https://example.org")).as_deref(), Some("*"));
        assert_eq!(allowed("/page.css", None).as_deref(), Some("*"));
        assert_eq!(
            allowed("/sourcebook.wasm", Some("http://localhost:9000")).as_deref(),
            Some("http://localhost:9000")
        );
        for origin in [
            "https://example.org",
            "null",
            "http://localhost.example.org",
            "http://localhost@example.org:1",
            "http://example.org/localhost:1",
        ] {
            assert_eq!(allowed("/sourcebook.wasm", Some(origin)), None, "{origin}");
        }
    }

    #[test]
    fn pages_carry_the_policy_and_examples_their_own() {
        let policy =
            |target| header(&get(Ask { target, ..Ask::default() }), "Content-Security-Policy").map(str::to_owned);
        assert_eq!(policy("/").as_deref(), Some(POLICY));
        assert_eq!(policy("/examples/"), None);
        assert_eq!(policy("/page.css"), None);
    }
}
