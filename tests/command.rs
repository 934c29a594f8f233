//! The real program in an empty folder.

#![allow(clippy::unwrap_used)]
#![cfg(feature = "native")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

const ARTICLE: &str = "The Valley Post\n\nBridge closed after flood\n\n16/06/2015\n\nSome 40 families left on Friday. \
They came back.\n\nLeave a Reply\n";

/// An empty folder of its own, gone at the end.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("sourcebook-test-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn with(files: &[(&str, &str)]) -> Self {
        let place = Self::new();
        files.iter().for_each(|(path, text)| place.write(path, text));
        place
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sourcebook"));
        command.args(arguments).current_dir(&self.0).stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Said {
        Said::new(self.command(arguments).output().unwrap())
    }

    /// All files below a folder, with what they hold.
    fn files(&self, folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![self.0.join(folder)];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                if entry.file_type().unwrap().is_dir() {
                    folders.push(entry.path());
                } else {
                    files.push((
                        entry.path().strip_prefix(&self.0).unwrap().to_path_buf(),
                        fs::read(entry.path()).unwrap(),
                    ));
                }
            }
        }
        files.sort();
        files
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[derive(Debug)]
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Said {
    fn new(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    #[track_caller]
    fn ends(&self, code: i32, message: &str) {
        assert_eq!(self.code, Some(code), "{self:#?}");
        let said = format!("{}{}", self.out, self.err);
        assert!(said.contains(message), "expected {message:?}, but found {self:#?}");
        assert!(!said.contains("panicked"), "{self:#?}");
    }
}

// ---- build ----------------------------------------------------------------------------------------------

#[test]
fn builds_a_site() {
    let place = Place::with(&[("news/a.txt", ARTICLE), ("news/deep/b.txt", ARTICLE)]);
    let said = place.run(&["build", "news", "-o", "out"]);
    said.ends(0, "2 articles\n");
    assert!(said.err.is_empty(), "{said:#?}");
    for line in ["module (.wasm)", "JavaScript", "CSS", "HTML", "first view", "of 150.0 KB"] {
        assert!(said.out.contains(line), "{line}: {said:#?}");
    }
    let page = place.read("out/index.html");
    assert!(
        page.contains("They came back.")
            && page.contains("<source-book sync src=\"sourcebook.wasm\" integrity=\"sha256-")
    );
    assert!(fs::read(place.0.join("out/sourcebook.wasm")).unwrap().starts_with(b"\0asm"));
    assert!(place.0.join("out/engine.js").exists() && place.0.join("out/source-book.js").exists());
}

#[test]
fn the_same_folder_gives_the_same_bytes() {
    let place = Place::with(&[("one/news/a.txt", ARTICLE), ("one/news/b.txt", "Other words.\n")]);
    place.write("two/news/b.txt", "Other words.\n");
    place.write("two/news/a.txt", ARTICLE);
    for folder in ["one", "two"] {
        let mut command = place.command(&["build", "news", "-o", "out"]);
        Said::new(command.current_dir(place.0.join(folder)).output().unwrap()).ends(0, "wrote");
    }
    let strip = |folder: &str| -> Vec<_> {
        let files = place.files(&format!("{folder}/out"));
        files.into_iter().map(|(path, bytes)| (path.strip_prefix(folder).unwrap().to_path_buf(), bytes)).collect()
    };
    assert_eq!(strip("one"), strip("two"));
}

#[test]
fn a_later_build_replaces_its_own_files_and_no_others() {
    let place = Place::with(&[("news/a.txt", ARTICLE)]);
    place.run(&["build", "news", "-o", "out"]).ends(0, "wrote");
    // As an earlier version would have left it.
    let mark = place.read("out/.sourcebook");
    place.write("out/.sourcebook", format!("{mark}old/gone.js\n../news/a.txt\n/etc/hostname\n"));
    place.write("out/old/gone.js", "x");
    place.write("out/CNAME", "example.org");
    place.run(&["build", "news", "-o", "out"]).ends(0, "wrote");
    assert!(!place.0.join("out/old").exists());
    assert_eq!(place.read("out/CNAME"), "example.org");
    assert_eq!(place.read("news/a.txt"), ARTICLE);
    assert_eq!(place.read("out/.sourcebook"), mark);
}

#[test]
fn a_folder_of_somebody_elses_is_not_written_into_unasked() {
    let place = Place::with(&[("news/a.txt", ARTICLE), ("out/index.html", "mine"), ("out/thesis.txt", "mine")]);
    place
        .run(&["build", "news", "-o", "out"])
        .ends(1, "out: expected an empty folder or a site that sourcebook made, but found other files; ");
    assert_eq!(place.files("out").len(), 2);
    place.run(&["build", "news", "-o", "out", "--force"]).ends(1, "out/index.html: expected no file of this name");
    assert_eq!(place.read("out/index.html"), "mine");
    fs::remove_file(place.0.join("out/index.html")).unwrap();
    place.run(&["build", "news", "-o", "out", "--force"]).ends(0, "wrote");
    assert_eq!(place.read("out/thesis.txt"), "mine");
    place.run(&["build", "news", "-o", "news", "--force"]).ends(1, "but found the folder of the articles");
    place.run(&["build", "news", "-o", "out/thesis.txt"]).ends(1, "expected a folder for the site, but found a file");
}

#[test]
fn a_site_within_the_folder_of_articles_is_no_article() {
    let place = Place::with(&[("news/a.txt", ARTICLE)]);
    place.run(&["build", "news", "-o", "news/site"]).ends(0, "1 article\n");
    place.run(&["build", "news", "-o", "news/site"]).ends(0, "1 article\n");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let place = Place::with(&[("news/a.txt", ARTICLE), ("elsewhere/index.html", "mine")]);
    place.run(&["build", "news", "-o", "out"]).ends(0, "wrote");
    fs::remove_file(place.0.join("out/index.html")).unwrap();
    std::os::unix::fs::symlink("../elsewhere/index.html", place.0.join("out/index.html")).unwrap();
    place.run(&["build", "news", "-o", "out"]).ends(0, "wrote");
    assert_eq!(place.read("elsewhere/index.html"), "mine");
    fs::remove_dir_all(place.0.join("out/vendor")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", place.0.join("out/vendor")).unwrap();
    place.run(&["build", "news", "-o", "out"]).ends(1, "found a link");
    assert_eq!(place.files("elsewhere").len(), 1);
}

// ---- hostile text ---------------------------------------------------------------------------------------

#[test]
fn markup_in_an_article_stays_text() {
    let hostile = "<script>alert(1)</script>\n\n<img src=x onerror=alert(2)> and \"'> </source-book> words.\n\n<b>Leave a Reply</b>\n";
    let manifest = "title = \"</title><script>alert(3)</script>\"\n\n[[article]]\nfile = \"a.txt\"\noutlet = \"<script>alert(4)</script>\"\n";
    let place = Place::with(&[("news/a.txt", hostile), ("news/sourcebook.toml", manifest)]);
    place.run(&["build", "news", "-o", "out"]).ends(0, "wrote");
    let page = place.read("out/index.html");
    assert_eq!(page.matches("<script").count(), 1, "only our own");
    assert_eq!((page.matches("</source-book>").count(), page.matches("</title>").count()), (1, 1));
    assert!(!page.contains("<img") && !page.contains("<b>"));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[cfg(unix)]
#[test]
fn a_name_with_control_characters_cannot_write_to_the_terminal() {
    let place = Place::with(&[("news/a.txt", ARTICLE), ("news/b\u{1b}[2J\nnews: fine\u{202e}.txt", "")]);
    let said = place.run(&["build", "news", "-o", "out"]);
    said.ends(1, "b\\u{1b}[2J\\nnews: fine\\u{202e}.txt: ");
    assert!(
        !said.err.contains('\u{1b}') && !said.err.contains('\u{202e}') && said.err.lines().count() == 1,
        "{said:#?}"
    );
}

// ---- bad input ------------------------------------------------------------------------------------------

#[test]
fn folders_that_are_none() {
    let place = Place::with(&[("file.txt", ARTICLE)]);
    fs::create_dir(place.0.join("empty")).unwrap();
    for task in [&["check"][..], &["serve"], &["build", "-o", "out"]] {
        let with = |folder| place.run(&[task, &[folder]].concat());
        with("missing").ends(1, "missing: expected a folder of articles, but found nothing there; check the path");
        with("file.txt")
            .ends(1, "file.txt: expected a folder of articles, but found a file; give the folder that it is in");
        with("empty").ends(1, "empty: expected articles, but found none");
    }
    assert!(!place.0.join("out").exists());
}

/// Bad files beside a good one: it is built, they are told, and the program ends with 1.
#[test]
fn a_bad_file_does_not_stop_the_good_ones() {
    let place = Place::with(&[
        ("news/a.txt", ARTICLE),
        ("news/empty.txt", ""),
        ("news/photo.jpg", "\u{fffd}"),
        ("news/.hidden", "x"),
    ]);
    place.write("news/binary.txt", [0u8, 1, 2, 3, 0, 0, 255]);
    place.write(
        "news/invalid.txt",
        b"Flood in the valley. \xff\xfe\xc3 More words here \xe2\x82 and there.\n".repeat(20),
    );
    place.write("news/large.txt", vec![b'a'; 100_000_000]);
    let said = place.run(&["build", "news", "-o", "out"]);
    said.ends(1, "wrote");
    for file in [
        "news/binary.txt: ",
        "news/empty.txt: ",
        "news/large.txt: expected at most 16 MiB, but found 96 MiB; ",
        "news/photo.jpg: ",
    ] {
        assert!(said.err.contains(file), "{file}: {said:#?}");
    }
    assert!(!said.err.contains("hidden"), "{said:#?}");
    assert!(place.read("out/index.html").contains("They came back."));
    // Bytes that are no UTF-8 are words of an older encoding, which one is guessed: no line of them is lost.
    assert!(!said.err.contains("invalid.txt"), "{said:#?}");
    let page = place.read("out/index.html");
    assert_eq!(page.matches("More words here ").count(), 20);
    place.run(&["check", "news"]).ends(1, "news/large.txt: ");
}

#[test]
fn a_manifest_with_faults_names_their_lines() {
    let manifest = "title = \"Floods\"\ncolour = \"red\"\n\n[[article]]\nfile = \"a.txt\"\npublished = 2016-02-30\n\n[[article]]\nfile = \"b.txt\"\n";
    let place = Place::with(&[("news/a.txt", ARTICLE), ("news/sourcebook.toml", manifest)]);
    let said = place.run(&["build", "news", "-o", "out"]);
    assert_eq!(said.code, Some(1), "{said:#?}");
    for fault in [
        "news/sourcebook.toml:2:1: expected a known key, but found `colour`; ",
        "news/sourcebook.toml:6:13: invalid date, expected day between 01 and 29; ",
        "news/sourcebook.toml:9:8: expected a file of the folder, but found no b.txt; ",
    ] {
        assert!(said.err.contains(fault), "{fault}: {said:#?}");
    }
    assert_eq!(said.err.matches("news/sourcebook.toml:").count(), 3, "{said:#?}");
    place.write("news/sourcebook.toml", "title = \n");
    place.run(&["check", "news"]).ends(1, "news/sourcebook.toml:1:9: string values must be quoted");
}

#[test]
fn two_articles_of_one_name_are_both_built() {
    let place = Place::with(&[("news/a/b.txt", ARTICLE), ("news/a.b.txt", ARTICLE)]);
    let said = place.run(&["check", "news"]);
    said.ends(1, "2 articles; 1 could not be used, ");
    let fault = "news/a/b.txt: expected a name of its own, but found that another article is called a.b: this one is called a.b-2; rename one of the two files\n";
    assert_eq!(said.err, fault);
}

#[cfg(unix)]
#[test]
fn links_pipes_and_closed_files() {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    let place = Place::with(&[
        ("news/a.txt", ARTICLE),
        ("news/sub/b.txt", ARTICLE),
        ("secret.txt", "the key"),
        ("news/closed.txt", ARTICLE),
    ]);
    let news = place.0.join("news");
    symlink("..", news.join("sub/round")).unwrap();
    symlink("../secret.txt", news.join("out-of-it.txt")).unwrap();
    symlink("nowhere", news.join("broken.txt")).unwrap();
    symlink("a.txt", news.join("within.txt")).unwrap();
    assert!(Command::new("mkfifo").arg(news.join("pipe.txt")).status().unwrap().success());
    fs::write(news.join(std::ffi::OsStr::from_bytes(b"latin\xe9.txt")), ARTICLE).unwrap();
    fs::set_permissions(news.join("closed.txt"), fs::Permissions::from_mode(0o0)).unwrap();
    let privileged = fs::read(news.join("closed.txt")).is_ok();
    let said = place.run(&["check", "news"]);
    said.ends(1, if privileged { "3 articles" } else { "2 articles" });
    for line in [
        "news/broken.txt: cannot be read: it does not exist; ",
        "news/out-of-it.txt: expected a file, but found a link that leads out of the folder; ",
        "news/pipe.txt: expected a file or a folder, but found a pipe, socket or device; ",
        "news/sub/round: expected a folder of its own, but found a link to one that is read already; ",
        "news/within.txt: expected a file of its own, but found a link to one that is read already; ",
        "expected a name in UTF-8, but found other bytes; ",
    ] {
        assert!(said.err.contains(line), "{line}: {said:#?}");
    }
    assert_eq!(said.err.contains("news/closed.txt: cannot be read: permission denied; "), !privileged, "{said:#?}");
}

// ---- check, and the command itself ----------------------------------------------------------------------

#[test]
fn check_tells_what_has_no_date_and_writes_nothing() {
    let place = Place::with(&[("news/a.txt", ARTICLE), ("news/b.txt", "Some words without a date.\n")]);
    let said = place.run(&["check", "news"]);
    said.ends(0, "news/b.txt");
    assert!(said.out.contains("date of publication"), "{said:#?}");
    assert_eq!(place.files(".").len(), 2);
}

#[test]
fn the_command_misspelt() {
    let place = Place::new();
    place.run(&["publish"]).ends(2, "unrecognized subcommand");
    place.run(&["build", "news"]).ends(2, "--output <FOLDER>");
    place.run(&["serve", "news", "--port", "99999"]).ends(2, "99999");
    place.run(&[]).ends(1, "expected a command, or a folder seeds to serve here");
}

#[test]
fn every_command_explains_itself() {
    let place = Place::new();
    for command in ["", "build", "serve", "check", "extract", "compare"] {
        let arguments: Vec<&str> = [command, "--help"].into_iter().filter(|word| !word.is_empty()).collect();
        let said = place.run(&arguments);
        said.ends(0, "Example");
        assert!(said.out.lines().all(|line| line.chars().count() <= 100), "{said:#?}");
    }
}

#[test]
fn a_closed_pipe_is_no_panic() {
    let place = Place::with(&[("news/a.txt", ARTICLE)]);
    let mut child = place.command(&["check", "news"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    Said::new(child.wait_with_output().unwrap()).ends(0, "");
}

// ---- serve ----------------------------------------------------------------------------------------------

/// A served folder; ended at the end.
struct Served {
    child: Child,
    lines: BufReader<std::process::ChildStdout>,
    address: String,
}

impl Served {
    fn start(place: &Place, arguments: &[&str]) -> Self {
        let mut child = place.command(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        while !line.starts_with("http://") {
            line.clear();
            assert!(lines.read_line(&mut line).unwrap() > 0, "no address");
        }
        let address = line.trim_end().strip_prefix("http://").unwrap().strip_suffix('/').unwrap().to_owned();
        Self { child, lines, address }
    }

    /// Sends a request and gives head and body. It takes at most ten seconds.
    fn ask(&self, request: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let mut lines = request.lines();
        let first = lines.next().unwrap();
        let others: String = lines.map(|line| format!("{line}\r\n")).collect();
        write!(stream, "{first} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{others}\r\n", self.address).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let body = answer.split_off(end + 4);
        (String::from_utf8(answer).unwrap(), body)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn header<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    head.lines().find_map(|line| {
        line.split_once(": ").filter(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    })
}

#[test]
fn serves_what_build_writes() {
    let place = Place::with(&[("news/a.txt", ARTICLE)]);
    place.run(&["build", "news", "-o", "out"]).ends(0, "wrote");
    let served = Served::start(&place, &["serve", "news", "--port", "0"]);
    for (path, bytes) in place.files("out") {
        let path = path.strip_prefix("out").unwrap().to_str().unwrap();
        if path == ".sourcebook" {
            continue;
        }
        let (head, body) = served.ask(&format!("GET /{path}"));
        assert!(head.starts_with("HTTP/1.1 200 "), "{path}: {head}");
        assert_eq!(body, bytes, "{path}");
        assert_eq!(header(&head, "Content-Length"), Some(bytes.len().to_string().as_str()));
        assert_eq!(header(&head, "X-Content-Type-Options"), Some("nosniff"));
        assert_eq!(header(&head, "Cache-Control"), Some("no-cache"));
        let media_type = header(&head, "Content-Type").unwrap();
        let expected = match Path::new(path).extension().and_then(|ending| ending.to_str()) {
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("wasm") => "application/wasm",
            _ => continue,
        };
        assert_eq!(media_type, expected, "{path}");
    }
}

#[test]
fn the_page_is_sent_with_its_policy_compressed_and_once() {
    let place = Place::with(&[("news/a.txt", ARTICLE)]);
    let served = Served::start(&place, &["serve", "news", "--port", "0"]);
    let (head, body) = served.ask("GET /\nAccept-Encoding: gzip, deflate, br");
    assert_eq!(header(&head, "Content-Encoding"), Some("br"));
    assert_eq!(header(&head, "Vary"), Some("Accept-Encoding, Origin"));
    let policy = header(&head, "Content-Security-Policy").unwrap();
    assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "), "{policy}");
    assert!(!policy.contains("unsafe-inline"));
    let mut page = Vec::new();
    brotli::BrotliDecompress(&mut body.as_slice(), &mut page).unwrap();
    let page = String::from_utf8(page).unwrap();
    assert!(page.contains("They came back.") && page.contains(policy), "{page}");
    let tag = header(&head, "ETag").unwrap();
    assert!(tag.starts_with('"'), "strong: {tag}");
    let (again, body) = served.ask(&format!("GET /\nAccept-Encoding: br\nIf-None-Match: {tag}"));
    assert!(again.starts_with("HTTP/1.1 304 ") && body.is_empty(), "{again}");
    let (head, body) = served.ask("HEAD /");
    assert!(head.starts_with("HTTP/1.1 200 ") && body.is_empty(), "{head}");
    assert_eq!(header(&head, "Content-Length"), Some(page.len().to_string().as_str()));
    let (head, body) = served.ask("GET /\nAccept-Encoding: gzip");
    assert_eq!((header(&head, "Content-Encoding"), &body[..2]), (Some("gzip"), &[0x1f, 0x8b][..]));
}

#[test]
fn nothing_else_is_served() {
    let place = Place::with(&[("news/a.txt", ARTICLE)]);
    let served = Served::start(&place, &["serve", "news", "--port", "0"]);
    for (request, status) in [
        ("GET /news/a.txt", "404"),
        ("GET /../news/a.txt", "404"),
        ("GET /%2e%2e/news/a.txt", "404"),
        ("GET /.sourcebook", "404"),
        ("POST /", "405"),
        ("DELETE /index.html", "405"),
    ] {
        let (head, _) = served.ask(request);
        assert!(head.starts_with(&format!("HTTP/1.1 {status} ")), "{request}: {head}");
    }
}

#[test]
fn a_taken_port_is_told_and_a_usual_one_given_up() {
    let place = Place::with(&[("news/a.txt", ARTICLE)]);
    let first = Served::start(&place, &["serve", "news"]);
    let second = Served::start(&place, &["serve", "news"]);
    assert_ne!(first.address, second.address);
    let (_, port) = first.address.split_once(':').unwrap();
    place.run(&["serve", "news", "--port", port]).ends(1, &format!("port {port} is taken"));
}

#[test]
fn a_change_is_served_and_a_broken_state_is_not() {
    let place = Place::with(&[("news/a.txt", ARTICLE)]);
    let served = Served::start(&place, &["serve", "news", "--port", "0"]);
    let shows = |words: &str| {
        (0..150).any(|_| {
            std::thread::sleep(Duration::from_millis(200));
            String::from_utf8(served.ask("GET /").1).unwrap().contains(words)
        })
    };
    place.write("news/b.txt", "The river fell on Monday.\n");
    assert!(shows("The river fell on Monday."));
    fs::rename(place.0.join("news"), place.0.join("away")).unwrap();
    std::thread::sleep(Duration::from_millis(500));
    assert!(String::from_utf8(served.ask("GET /").1).unwrap().contains("The river fell on Monday."));
    place.write("away/b.txt", "The river rose on Tuesday.\n");
    fs::rename(place.0.join("away"), place.0.join("news")).unwrap();
    assert!(shows("The river rose on Tuesday."));
}

#[cfg(unix)]
#[test]
fn ends_cleanly_on_ctrl_c_and_on_request() {
    let place = Place::with(&[("news/a.txt", ARTICLE)]);
    for signal in ["-INT", "-TERM"] {
        let mut served = Served::start(&place, &["serve", "news", "--port", "0"]);
        // A browser that holds its connection open, and one in the middle of a request, must not keep it.
        let mut idle = TcpStream::connect(&served.address).unwrap();
        idle.write_all(b"GET / HTTP/1.1\r\nHost: loc").unwrap();
        let killed = Command::new("kill").args([signal, &served.child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        let status = (0..100).find_map(|_| {
            std::thread::sleep(Duration::from_millis(100));
            served.child.try_wait().unwrap()
        });
        assert_eq!(status.expect("it did not end").code(), Some(0), "{signal}");
        let mut rest = String::new();
        served.lines.read_to_string(&mut rest).unwrap();
        assert!(!rest.contains("panicked"));
    }
}

// ---- extract --------------------------------------------------------------------------------------------

/// What a command says that reads this.
fn fed(mut command: Command, input: &[u8]) -> Said {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feeding = std::thread::spawn(move || stdin.write_all(&input));
    let said = Said::new(child.wait_with_output().unwrap());
    let _ = feeding.join();
    said
}

#[test]
fn extracts_a_folder_as_lines_of_json() {
    let place = Place::with(&[("news/b.txt", ARTICLE), ("news/a.txt", "Other words.\n")]);
    let said = place.run(&["extract", "news"]);
    said.ends(0, "");
    assert!(said.err.is_empty(), "{said:#?}");
    let lines: Vec<serde_json::Value> = said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.iter().map(|line| &line["id"]).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(lines[1]["text"], ARTICLE);
    assert_eq!(lines[1]["outlet"], "The Valley Post");
    assert!(lines[1]["figures"].is_array() && lines[1]["boilerplate"].is_array());
}

#[test]
fn extracts_one_file_with_what_its_folder_says_of_it() {
    let manifest = "[[article]]\nfile = \"deep/a.txt\"\noutlet = \"Courier\"\n[[article]]\nfile = \"gone.txt\"\n";
    let place = Place::with(&[("news/deep/a.txt", ARTICLE), ("news/sourcebook.toml", manifest), ("news/b.txt", "B.")]);
    let said = place.run(&["extract", "news/deep/a.txt"]);
    said.ends(0, "\"outlet\":\"Courier\"");
    assert!(said.err.is_empty() && said.out.lines().count() == 1, "{said:#?}");
    place.run(&["extract", "news/gone.txt"]).ends(1, "nothing there");
    place.run(&["extract", "news/sourcebook.toml"]).ends(1, "sourcebook.toml: expected an article; give a .txt file");
    place.write("news/c.md", "C");
    let said = place.run(&["extract", "news/c.md"]);
    said.ends(1, "c.md: expected a .txt file, but found .md");
    assert!(!said.err.contains("sourcebook.toml"), "{said:#?}");
}

#[test]
fn a_stream_keeps_its_order_and_goes_on_behind_what_cannot_be_read() {
    let place = Place::new();
    let article = |id: usize| format!("{{\"id\": {id}, \"text\": \"{}\"}}\n", "Some 40 men left. ".repeat(id % 90));
    let mut input: Vec<u8> = (0..3000).map(article).collect::<String>().into_bytes();
    input.extend_from_slice(b"{\"id\": 1, \"text\"\n\n{\"id\": \"\xff\", \"text\": \"\"}\n{\"text\": \"no id\"}\n[]\n");
    input.extend_from_slice(b"{\"id\": \"last\", \"text\": \"End.\", \"date\": \"someday\", \"other\": [1]}");
    let said = fed(place.command(&["extract", "-"]), &input);
    said.ends(1, "");
    let ids: Vec<String> = said
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned())
        .collect();
    let expected: Vec<String> = (0..3000).map(|id| id.to_string()).chain(["last".to_owned()]).collect();
    assert_eq!(ids, expected);
    let places: Vec<&str> = said.err.lines().filter_map(|line| line.split(": ").next()).collect();
    assert_eq!(
        places,
        [
            "standard input:3001:16",
            "standard input:3003",
            "standard input:3004:17",
            "standard input:3005:2",
            "standard input:3006"
        ]
    );
    assert_eq!(fed(place.command(&["extract", "-"]), &input).out, said.out, "the same lines give the same bytes");
}

#[test]
fn a_closed_pipe_ends_a_stream_quietly() {
    let place = Place::new();
    let mut command = place.command(&["extract", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    // What was read is printed at once, though the input has not ended.
    writeln!(stdin, "{{\"id\": 1, \"text\": \"They came back.\"}}").unwrap();
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    assert!(line.contains("They came back."), "{line}");
    drop(out);
    // Endless, until nobody reads any more.
    while writeln!(stdin, "{{\"id\": 2, \"text\": \"They came back.\"}}").is_ok() {}
    let said = Said::new(child.wait_with_output().unwrap());
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:#?}");
}

#[test]
fn explains_a_text_in_the_width_that_is_asked_for() {
    let place = Place::with(&[("news/a.txt", ARTICLE)]);
    let said = place.run(&["extract", "news/a.txt", "--explain", "--width", "30"]);
    said.ends(
        0,
        "--- figures, unknowns, quotes, times, names, references: a\ndate: 2015-06-16\noutlet: The Valley Post\n",
    );
    assert!(said.out.contains("# title\nBridge closed after flood\n"), "{said:#?}");
    assert!(
        said.out.contains("\nSome 40 families left on\n") && said.out.contains("\n Friday. They came back.\n"),
        "{said:#?}"
    );
    let wide = said.out.lines().skip(1).find(|line| line.chars().count() > 30 && !line.starts_with("# "));
    // Comments are for reading on, not for the terminal's sake; all else keeps to the width.
    assert_eq!(wide, None);
    fed(place.command(&["extract", "-", "--explain"]), b"{\"id\": \"x\", \"text\": \"They came back.\"}\n")
        .ends(0, "--- figures, unknowns, quotes, times, names, references: x\n# title\nThey came back.\n");
    place.run(&["extract", "news", "--width", "30"]).ends(2, "--explain");
    place.run(&["extract"]).ends(2, "<FOLDER|FILE|->");
    place.run(&["extract", "nowhere"]).ends(1, "nowhere: expected a folder of articles, but found nothing there");
}

// ---- corrections ----------------------------------------------------------------------------------------

const CORRECTIONS: &str = "[[add]]\nfile = \"a.txt\"\nfact = \"unknown\"\nwords = \"They came back\"\n\
     counted = \"all of them\"\n";

#[test]
fn compares_a_folder_as_one_object() {
    let place = Place::with(&[
        ("in/a.txt", "Quake\n\nThe quake in Peru killed 42 people, officials said.\n"),
        ("in/b.txt", "Toll\n\nThe quake in Peru killed 84 people, the president said.\n"),
        ("in/sourcebook.toml", "[questions]\n\"people-killed\" = \"How many died?\"\n"),
    ]);
    let said = place.run(&["compare", "in"]);
    said.ends(0, "");
    let found: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let question = &found["questions"][0];
    assert_eq!((&question["id"], &question["title"]), (&"people-killed".into(), &"How many died?".into()));
    assert_eq!(
        (&question["relations"][0]["relation"], &question["relations"][0]["factor"]),
        (&"differ".into(), &2.0.into())
    );
    assert_eq!(question["relations"][0]["figures"], serde_json::json!([0, 1]));
}

#[test]
fn what_cannot_be_compared_is_told() {
    let place = Place::with(&[
        ("in/a.txt", "Quake\n\nThe quake in Peru killed 42 people.\n"),
        ("in/sourcebook.toml", "[questions]\n\"people-killd\" = \"How many died?\"\n"),
        ("in/broken.txt", "\0\0\0"),
        ("empty/note.md", "no article"),
    ]);
    for command in ["compare", "check"] {
        let said = place.run(&[command, "in"]);
        said.ends(
            1,
            "in/sourcebook.toml:2:1: expected the id or the title of a question, but found `people-killd`; see which",
        );
        said.ends(1, "broken.txt");
    }
    place.run(&["compare", "empty"]).ends(1, "empty");
    place.run(&["compare", "nowhere"]).ends(1, "nowhere");
}

#[test]
fn corrections_are_made_on_every_extract_and_build() {
    let place = Place::with(&[("news/a.txt", ARTICLE), ("news/corrections.toml", CORRECTIONS)]);
    let said = place.run(&["extract", "news"]);
    said.ends(0, "\"by_hand\":true");
    assert!(said.err.is_empty(), "{said:#?}");
    let article: serde_json::Value = serde_json::from_str(said.out.trim()).unwrap();
    let unknowns = article["unknowns"].as_array().unwrap();
    let added = unknowns.iter().find(|unknown| unknown["by_hand"] == true).unwrap();
    assert_eq!(
        (added["start"].as_u64(), &added["counted"]["text"]),
        (ARTICLE.find("They").map(|at| at as u64), &"all of them".into())
    );
    place.run(&["extract", "news/a.txt", "--explain"]).ends(0, "unknown counted=\"all of them\" # added");
    place.run(&["check", "news"]).ends(0, "0 could not be used");
    place.run(&["build", "news", "-o", "with"]).ends(0, "wrote");
    place.write("news/corrections.toml", "");
    place.run(&["build", "news", "-o", "without"]).ends(0, "wrote");
    assert_ne!(
        fs::read(place.0.join("with/sourcebook.wasm")).unwrap(),
        fs::read(place.0.join("without/sourcebook.wasm")).unwrap()
    );
}

#[test]
fn corrections_that_do_not_fit_are_told() {
    let gone = CORRECTIONS.replace("came back", "went away");
    let other = CORRECTIONS.replace("a.txt", "b.txt");
    let place =
        Place::with(&[("news/a.txt", ARTICLE), ("news/corrections.toml", &format!("{gone}{other}color = 1\n"))]);
    for arguments in [&["check", "news"][..], &["build", "news", "-o", "out"], &["extract", "news"]] {
        let said = place.run(arguments);
        said.ends(1, "news/corrections.toml:4:9: a.txt: expected the words “They went away”, but found them nowhere;");
        said.ends(1, "news/corrections.toml:7:8: expected an article of the folder, but found no b.txt;");
        said.ends(1, "news/corrections.toml:11:1: expected a known key, but found `color`;");
    }
    // Of one file only what concerns it is told.
    let said = place.run(&["extract", "news/a.txt"]);
    said.ends(1, "They went away");
    assert_eq!(said.err.lines().count(), 1, "{said:#?}");
    place.run(&["extract", "news/corrections.toml"]).ends(1, "expected an article; give a .txt file");
}
