//! A bound on the bytes that are under way.

use std::sync::{Condvar, Mutex, PoisonError};

/// Counts the bytes that were taken in and not yet given out.
pub(super) struct Budget {
    limit: usize,
    held: Mutex<usize>,
    freed: Condvar,
}

impl Budget {
    /// At most `limit` bytes at a time, or one thing that is larger.
    pub fn new(limit: usize) -> Self {
        Self { limit, held: Mutex::new(0), freed: Condvar::new() }
    }

    /// Waits until there is room for `bytes`, and takes it.
    pub fn take(&self, bytes: usize) {
        let full = |held: &mut usize| *held > 0 && held.saturating_add(bytes) > self.limit;
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let mut held = self.freed.wait_while(held, full).unwrap_or_else(PoisonError::into_inner);
        *held += bytes;
    }

    /// Gives `bytes` back.
    pub fn give(&self, bytes: usize) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        *held = held.saturating_sub(bytes);
        self.freed.notify_all();
    }
}
