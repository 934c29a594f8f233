//! Serves a site to this machine.

use super::Site;
use super::request::{Answer, Ask, Served};
use anyhow::{Context, Result, anyhow};
use std::io::{Cursor, ErrorKind};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

/// The port that is taken when none is asked for and it is free.
pub const USUAL_PORT: u16 = 8017;

/// How many requests are answered at a time.
const WORKERS: usize = 4;

/// A running server. It ends with the process.
pub struct Server {
    served: Arc<RwLock<Arc<Served>>>,
    address: SocketAddr,
}

impl Server {
    /// Starts to serve on 127.0.0.1: on `port`, or without one on [`USUAL_PORT`] or, where that is taken, any free one.
    ///
    /// # Errors
    ///
    /// The port that was asked for is taken, or may not be used.
    pub fn start(site: Site, port: Option<u16>) -> Result<Self> {
        let listener = listen(port)?;
        let address = listener.local_addr()?;
        let http =
            tiny_http::Server::from_listener(listener, None).map_err(|e| anyhow!("cannot serve on {address}: {e}"))?;
        let http = Arc::new(http);
        let served = Arc::new(RwLock::new(Arc::new(Served::new(site))));
        for _ in 0..WORKERS {
            let (http, served) = (Arc::clone(&http), Arc::clone(&served));
            thread::spawn(move || {
                while let Ok(request) = http.recv() {
                    let now = Arc::clone(&served.read().unwrap_or_else(PoisonError::into_inner));
                    respond(request, &now);
                }
            });
        }
        Ok(Self { served, address })
    }

    /// `http://127.0.0.1:8017/`
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Serves another site from now on.
    pub fn replace(&self, site: Site) {
        let next = Arc::new(Served::new(site));
        *self.served.write().unwrap_or_else(PoisonError::into_inner) = next;
    }
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => bind(port).map_err(|e| match e.kind() {
            ErrorKind::AddrInUse => {
                anyhow!("port {port} is taken by another program; give another one, or none to take a free one")
            }
            ErrorKind::PermissionDenied => {
                anyhow!("port {port} may not be used by this user; give one from 1024 on, or none to take a free one")
            }
            _ => anyhow!("port {port} cannot be used: {e}"),
        }),
        None => bind(USUAL_PORT).or_else(|_| bind(0)).context("no port of this machine can be served on"),
    }
}

/// Answers one request. Whether the browser still wants the answer is its business.
fn respond(request: tiny_http::Request, served: &Served) {
    let all = |name: &'static str| {
        let values: Vec<&str> = request
            .headers()
            .iter()
            .filter(|header| header.field.equiv(name))
            .map(|header| header.value.as_str())
            .collect();
        (!values.is_empty()).then(|| values.join(","))
    };
    let (host, origin) = (all("Host"), all("Origin"));
    let (accept_encoding, if_none_match) = (all("Accept-Encoding"), all("If-None-Match"));
    let ask = Ask {
        method: request.method().as_str(),
        target: request.url(),
        host: host.as_deref(),
        origin: origin.as_deref(),
        accept_encoding: accept_encoding.as_deref(),
        if_none_match: if_none_match.as_deref(),
    };
    let Answer { status, headers, body } = served.answer(ask);
    let headers =
        headers.iter().filter_map(|(name, value)| tiny_http::Header::from_bytes(*name, value.as_str()).ok()).collect();
    let length = body.len();
    let response =
        tiny_http::Response::new(tiny_http::StatusCode(status), headers, Cursor::new(body), Some(length), None);
    // Without this, long files would be sent in chunks and without their length.
    let _ = request.respond(response.with_chunked_threshold(usize::MAX));
}
