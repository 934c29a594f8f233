//! Work on all processors, results in the order of the input.

use super::budget::Budget;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::{panic, thread};

/// How many bytes of input are under way at a time, unless a single piece has more.
const BYTES_UNDER_WAY: usize = 64 << 20;

/// How many pieces are under way at a time, for each processor.
const PIECES_A_PROCESSOR: usize = 16;

/// A piece of work, and where its result is to go.
struct Job<P, R> {
    piece: P,
    result: SyncSender<R>,
}

/// A result that is to come, and what it holds of the budget.
struct Awaited<R> {
    result: Receiver<R>,
    bytes: usize,
}

/// Calls `work` with each of `pieces`, on as many threads as there are processors, and `take` with the results, in this
/// thread and in the order of the pieces. `idle` is called when the next result is not there yet: what was written
/// can be sent on.
///
/// `weigh` says how many bytes a piece holds. Not more than some 64 MiB of pieces are held at a time, or one. Where `work`
/// panics, the result is none. When `take` returns false, all of it ends at once; threads that still wait
/// for input end with the process.
pub fn in_order<P, R>(
    pieces: impl Iterator<Item = P> + Send + 'static,
    weigh: impl Fn(&P) -> usize + Send + 'static,
    work: impl Fn(P) -> R + Send + Sync + 'static,
    mut take: impl FnMut(Option<R>) -> bool,
    mut idle: impl FnMut() -> bool,
) where
    P: Send + 'static,
    R: Send + 'static,
{
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let budget = Arc::new(Budget::new(BYTES_UNDER_WAY));
    let (to_workers, jobs) = sync_channel::<Job<P, R>>(threads);
    let (to_writer, awaited) = sync_channel::<Awaited<R>>(threads * PIECES_A_PROCESSOR);
    let (jobs, work) = (Arc::new(Mutex::new(jobs)), Arc::new(work));
    for _ in 0..threads {
        let (jobs, work) = (Arc::clone(&jobs), Arc::clone(&work));
        thread::spawn(move || work_on(&jobs, &*work));
    }
    let reader = Arc::clone(&budget);
    thread::spawn(move || {
        for piece in pieces {
            let bytes = weigh(&piece);
            reader.take(bytes);
            let (result, to_come) = sync_channel(1);
            // Whoever took the results went away: there is nothing left to do.
            if to_writer.send(Awaited { result: to_come, bytes }).is_err()
                || to_workers.send(Job { piece, result }).is_err()
            {
                return;
            }
        }
    });
    while let Some(Awaited { result, bytes }) = next(&awaited, &mut idle) {
        let result = match result.try_recv() {
            Err(TryRecvError::Empty) if !idle() => return,
            Err(TryRecvError::Empty) => result.recv().ok(),
            Err(TryRecvError::Disconnected) => None,
            Ok(result) => Some(result),
        };
        if !take(result) {
            return;
        }
        budget.give(bytes);
    }
}

/// What is awaited next; none at the end, or when `idle` says so.
fn next<R>(awaited: &Receiver<Awaited<R>>, idle: &mut impl FnMut() -> bool) -> Option<Awaited<R>> {
    match awaited.try_recv() {
        Err(TryRecvError::Empty) if !idle() => None,
        Err(TryRecvError::Empty) => awaited.recv().ok(),
        other => other.ok(),
    }
}

fn work_on<P, R>(jobs: &Mutex<Receiver<Job<P, R>>>, work: &impl Fn(P) -> R) {
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { piece, result }) = job else { return };
        // One article that brings the program down must not take the others with it.
        if let Ok(done) = panic::catch_unwind(panic::AssertUnwindSafe(|| work(piece))) {
            let _ = result.send(done);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    fn run(count: usize, work: impl Fn(usize) -> usize + Send + Sync + 'static) -> Vec<Option<usize>> {
        let mut taken = Vec::new();
        let take = |result| {
            taken.push(result);
            true
        };
        in_order(0..count, |_| 1, work, take, || true);
        taken
    }

    #[test]
    fn results_come_in_the_order_of_the_pieces() {
        let slow_first = |piece: usize| {
            thread::sleep(Duration::from_micros(if piece.is_multiple_of(7) { 2000 } else { 10 }));
            piece * 2
        };
        assert_eq!(run(500, slow_first), (0..500).map(|piece| Some(piece * 2)).collect::<Vec<_>>());
        assert!(run(0, |piece| piece).is_empty());
    }

    #[test]
    fn a_panic_costs_one_result() {
        let quiet = panic::take_hook();
        panic::set_hook(Box::new(|_| ()));
        let taken = run(40, |piece| if piece % 10 == 3 { panic!() } else { piece });
        panic::set_hook(quiet);
        assert_eq!(taken.iter().filter(|result| result.is_none()).count(), 4);
        assert_eq!(taken.len(), 40);
    }

    #[test]
    fn what_is_under_way_is_bounded() {
        static READ: AtomicUsize = AtomicUsize::new(0);
        let (mut taken, mut furthest) = (0, 0);
        let pieces = (0..2000).inspect(|_| {
            READ.fetch_add(1, Ordering::Relaxed);
        });
        let take = |_| {
            taken += 1;
            thread::sleep(Duration::from_micros(20));
            furthest = furthest.max(READ.load(Ordering::Relaxed) - taken);
            true
        };
        // A piece of 20 MiB: three of them fit the budget, and one more may wait for room.
        in_order(pieces, |_| 20 << 20, |piece| piece, take, || true);
        assert_eq!(taken, 2000);
        assert!(furthest <= 5, "{furthest} pieces were under way");
    }

    #[test]
    fn it_ends_when_nobody_takes_any_more() {
        let mut taken = 0;
        let take = |_| {
            taken += 1;
            taken < 3
        };
        in_order(0.., |_| 1, |piece: usize| piece, take, || true);
        assert_eq!(taken, 3);
    }
}
