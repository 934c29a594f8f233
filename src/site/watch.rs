//! Rebuilds when a folder changes.

use super::Folder;
use crate::read::Problem;
use anyhow::{Context, Result};
use notify::{Config, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// A folder counts as at rest when nothing changed for so long: an editor's save is several changes.
const REST: Duration = Duration::from_millis(150);

/// Even a folder that never rests is read this often.
const PATIENCE: Duration = Duration::from_secs(2);

/// How often it is looked for a folder that was gone.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// Calls `changed` with the folder, or why it cannot be read, whenever it differs from `known`; in a thread of
/// its own, until the process ends.
///
/// # Errors
///
/// The system does not let it be watched.
pub fn watch(
    path: &Path,
    known: Folder,
    mut changed: impl FnMut(Result<Folder, Problem>) + Send + 'static,
) -> Result<()> {
    let path = path.to_path_buf();
    let mut watched = Watched::start(&path).context("the folder cannot be watched; start again to see changes")?;
    let mut last = Ok(known);
    thread::spawn(move || {
        // At once for the first time: it may have changed between being read and being watched.
        loop {
            let now = Folder::read(&path);
            if now != last {
                last.clone_from(&now);
                changed(now);
            }
            watched.wait();
        }
    });
    Ok(())
}

struct Watched {
    path: PathBuf,
    changes: Receiver<()>,
    /// Ends the watch when dropped. None: the folder was gone when last looked for.
    watcher: Option<RecommendedWatcher>,
}

impl Watched {
    fn start(path: &Path) -> Result<Self> {
        let (watcher, changes) = watcher(path)?;
        Ok(Self { path: path.to_path_buf(), changes, watcher: Some(watcher) })
    }

    /// Returns when something changed and then rested.
    fn wait(&mut self) {
        loop {
            match self.changes.recv_timeout(LOOK_AGAIN) {
                Ok(()) => return self.rest(),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected)
                    if self.watcher.is_some() && self.path.is_dir() => {}
                Err(_) if self.watcher.take().is_some() => return,
                Err(_) => {
                    thread::sleep(LOOK_AGAIN);
                    if let Ok(started) = Self::start(&self.path) {
                        *self = started;
                        return;
                    }
                }
            }
        }
    }

    fn rest(&self) {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE && self.changes.recv_timeout(REST).is_ok() {}
    }
}

fn watcher(path: &Path) -> Result<(RecommendedWatcher, Receiver<()>)> {
    let (sender, changes) = mpsc::channel();
    let told = move |event: notify::Result<notify::Event>| {
        // Reading is no change: our own would never let the folder rest.
        if !event.is_ok_and(|event| matches!(event.kind, EventKind::Access(_))) {
            let _ = sender.send(());
        }
    };
    // A link may lead to all of the machine.
    let mut watcher = RecommendedWatcher::new(told, Config::default().with_follow_symlinks(false))?;
    watcher.watch(path, RecursiveMode::Recursive)?;
    Ok((watcher, changes))
}
