//! The little of HTTP/1.1 that serving a site to this machine needs: a head in, an answer out, one request a
//! connection.
//!
//! That is less than `tiny_http` does, and more: its pool of threads counts one that was just woken as still idle, so
//! that of two connections that come at once one may wait until the browser closes another. A page then hung while it
//! was first loaded.

use super::request::{Answer, Ask};
use std::fmt::Write as _;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

/// The longest head of a request that is read, in bytes.
const LONGEST_HEAD: usize = 16 * 1024;

/// How long a head may be on its way.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long, and how many bytes, what was sent beyond a head is listened to once it was answered.
const FAREWELL: (Duration, usize) = (Duration::from_secs(1), 1 << 20);

/// Reads one request, answers it and closes the connection.
///
/// # Errors
///
/// The browser went away, or was too slow: its business.
pub fn converse(mut stream: TcpStream, answer: impl FnOnce(Ask<'_>) -> Answer) -> io::Result<()> {
    let head = read_head(&mut stream, Instant::now() + PATIENCE)?;
    let request = head.as_deref().ok_or(431).and_then(|head| Request::parse(head).ok_or(400));
    let (method, answer) = match &request {
        Ok(request) => (request.method, answer(request.ask())),
        Err(status) => ("GET", Answer { status: *status, headers: Vec::new(), body: Vec::new().into() }),
    };
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.write_all(head_of(&answer).as_bytes())?;
    if method != "HEAD" {
        stream.write_all(&answer.body)?;
    }
    // To close at once, with bytes unread, could take the answer back from the browser.
    stream.shutdown(Shutdown::Write)?;
    let until = Instant::now() + FAREWELL.0;
    let (mut piece, mut heard) = ([0; 4096], 0);
    while heard < FAREWELL.1 {
        match read_piece(&mut stream, &mut piece, until)? {
            0 => break,
            size => heard += size,
        }
    }
    Ok(())
}

/// Reads what comes, until a moment for all of it: a browser that sends a byte now and then must not stay.
fn read_piece(stream: &mut TcpStream, piece: &mut [u8], until: Instant) -> io::Result<usize> {
    let left = until.saturating_duration_since(Instant::now());
    if left.is_zero() {
        return Err(io::ErrorKind::TimedOut.into());
    }
    stream.set_read_timeout(Some(left))?;
    stream.read(piece)
}

/// The bytes up to the empty line; none where there are more than are read.
fn read_head(stream: &mut TcpStream, until: Instant) -> io::Result<Option<Vec<u8>>> {
    let mut head = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let size = read_piece(stream, &mut piece, until)?;
        if size == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        // The empty line may have begun in the piece before.
        let from = head.len().saturating_sub(3);
        head.extend_from_slice(&piece[..size]);
        if let Some(end) = head[from..].windows(4).position(|four| four == b"\r\n\r\n") {
            head.truncate(from + end);
            return Ok(Some(head).filter(|head| head.len() <= LONGEST_HEAD));
        }
        if head.len() > LONGEST_HEAD {
            return Ok(None);
        }
    }
}

/// The head of a request.
struct Request<'a> {
    method: &'a str,
    target: &'a str,
    host: Option<String>,
    origin: Option<String>,
    accept_encoding: Option<String>,
    if_none_match: Option<String>,
}

impl<'a> Request<'a> {
    /// Reads a head; none where it is no HTTP/1. Of fields that come more than once the values are joined.
    fn parse(head: &'a [u8]) -> Option<Self> {
        let head = core::str::from_utf8(head).ok()?;
        let mut lines = head.split("\r\n");
        let mut words = lines.next()?.split(' ');
        let (method, target, version) = (words.next()?, words.next()?, words.next()?);
        let fields: Vec<(&str, &str)> =
            lines.map(|line| line.split_once(':').map(|(name, value)| (name, value.trim()))).collect::<Option<_>>()?;
        if words.next().is_some() || !version.starts_with("HTTP/1.") || fields.iter().any(|(name, _)| !is_name(name)) {
            return None;
        }
        let all = |wanted: &str| {
            let values: Vec<&str> =
                fields.iter().filter(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| *value).collect();
            (!values.is_empty()).then(|| values.join(","))
        };
        Some(Self {
            method,
            target,
            host: all("Host"),
            origin: all("Origin"),
            accept_encoding: all("Accept-Encoding"),
            if_none_match: all("If-None-Match"),
        })
    }

    fn ask(&self) -> Ask<'_> {
        Ask {
            method: self.method,
            target: self.target,
            host: self.host.as_deref(),
            origin: self.origin.as_deref(),
            accept_encoding: self.accept_encoding.as_deref(),
            if_none_match: self.if_none_match.as_deref(),
        }
    }
}

/// Whether a field's name is a token, as [RFC 9110, 5.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2) says.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

fn head_of(answer: &Answer) -> String {
    let reason = match answer.status {
        200 => "OK",
        304 => "Not Modified",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        431 => "Request Header Fields Too Large",
        _ => "",
    };
    let mut head = format!("HTTP/1.1 {} {reason}\r\nConnection: close\r\n", answer.status);
    if answer.status != 304 {
        let _ = write!(head, "Content-Length: {}\r\n", answer.body.len());
    }
    for (name, value) in &answer.headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    head + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;
    use std::thread;

    /// What comes back for these bytes, sent in these pieces.
    fn exchange(pieces: &[&[u8]]) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let server = thread::spawn(move || {
            let (stream, _) = listener.accept().unwrap();
            let _ = converse(stream, |ask| Answer {
                status: 200,
                headers: vec![("X-Asked", format!("{} {} {}", ask.method, ask.target, ask.host.unwrap_or("-")))],
                body: b"body".to_vec().into(),
            });
        });
        let mut stream = TcpStream::connect(address).unwrap();
        for piece in pieces {
            stream.write_all(piece).unwrap();
            stream.flush().unwrap();
            thread::sleep(Duration::from_millis(20));
        }
        stream.shutdown(Shutdown::Write).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        server.join().unwrap();
        answer
    }

    #[test]
    fn a_request_is_answered_and_the_connection_closed() {
        let answer = exchange(&[b"GET /a?b HTTP/1.1\r\nhost: localhost:1\r\n\r\n"]);
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 4\r\n"), "{answer}");
        assert!(answer.contains("X-Asked: GET /a?b localhost:1\r\n") && answer.ends_with("\r\n\r\nbody"), "{answer}");
    }

    #[test]
    fn a_head_may_come_in_pieces_and_have_more_behind_it() {
        let answer = exchange(&[b"POST / HTTP/1.0\r\nHost: x\r", b"\n\r", b"\nabc", &[b'z'; 100_000]]);
        assert!(answer.contains("X-Asked: POST / x\r\n"), "{answer}");
    }

    #[test]
    fn a_head_request_has_the_length_and_no_body() {
        let answer = exchange(&[b"HEAD / HTTP/1.1\r\n\r\n"]);
        assert!(answer.contains("Content-Length: 4\r\n") && answer.ends_with("\r\n\r\n"), "{answer}");
    }

    #[test]
    fn what_is_no_http_is_refused() {
        for head in
            ["", "GET /", "GET / HTTP/2.0", "GET  / HTTP/1.1", "GET / HTTP/1.1\r\nno colon", "GET / HTTP/1.1\r\na b: c"]
        {
            let answer = exchange(&[head.as_bytes(), b"\r\n\r\n"]);
            assert!(answer.starts_with("HTTP/1.1 400 "), "{head:?}: {answer}");
        }
        assert!(exchange(&[b"GET /\xff HTTP/1.1\r\n\r\n"]).starts_with("HTTP/1.1 400 "));
        assert!(exchange(&[b"GET / HTTP/1.1\r\nA: ", &[b'a'; LONGEST_HEAD], b"\r\n\r\n"]).starts_with("HTTP/1.1 431 "));
        assert_eq!(exchange(&[b"GET / HTTP/1.1\r\n"]), "");
    }

    #[test]
    fn who_sends_a_byte_now_and_then_does_not_stay() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut stream = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (served, _) = listener.accept().unwrap();
        let answer = |_: Ask<'_>| Answer { status: 200, headers: Vec::new(), body: Vec::new().into() };
        let server = thread::spawn(move || converse(served, answer));
        stream.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
        // Far less than the farewell between two bytes, ten times as long in all.
        for _ in 0..100 {
            if server.is_finished() {
                return;
            }
            let _ = stream.write_all(b"x");
            thread::sleep(FAREWELL.0 / 10);
        }
        panic!("the connection is still held");
    }
}
