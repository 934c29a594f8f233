//! Serves a site to this machine.

use super::Site;
use super::http;
use super::request::Served;
use anyhow::{Context, Result, anyhow};
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;
use std::time::Duration;

/// The port that is taken when none is asked for and it is free.
pub const USUAL_PORT: u16 = 8017;

/// How many connections are served at a time; a further one is closed.
const MOST_CONNECTIONS: usize = 256;

/// How long to wait for the next connection when one could not be taken, say for want of file handles.
const PAUSE: Duration = Duration::from_millis(50);

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
        let served = Arc::new(RwLock::new(Arc::new(Served::new(site))));
        let shared = Arc::clone(&served);
        thread::spawn(move || accept(&listener, &shared));
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

/// Gives every connection a thread of its own, so that none has to wait for another.
fn accept(listener: &TcpListener, served: &RwLock<Arc<Served>>) {
    let open = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        let Ok(stream) = stream else {
            thread::sleep(PAUSE);
            continue;
        };
        let connection = Connection::count(&open);
        if open.load(Ordering::Relaxed) > MOST_CONNECTIONS {
            continue;
        }
        let now = Arc::clone(&served.read().unwrap_or_else(PoisonError::into_inner));
        // Where no thread can be had, the connection is closed; the browser asks again.
        let _ = thread::Builder::new().spawn(move || {
            let _connection = connection;
            // Whether the browser still wants the answer is its business.
            let _ = http::converse(stream, |ask| now.answer(ask));
        });
    }
}

/// A connection, for as long as it is counted.
struct Connection(Arc<AtomicUsize>);

impl Connection {
    fn count(open: &Arc<AtomicUsize>) -> Self {
        open.fetch_add(1, Ordering::Relaxed);
        Self(Arc::clone(open))
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
