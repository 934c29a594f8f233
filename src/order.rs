//! Layer 1: sorting, compiled once.
//!
//! The standard library's sorts are compiled anew for each type and each way to compare, a few kilobytes each
//! time; in the engine that would add up to more than the search itself. So everything that the engine sorts
//! is sorted here, by numbers where it can be and by a comparison where it must. Equal items stay in the order
//! they are in.

use core::cmp::Ordering;

/// Sorts by a number.
pub fn by_key<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    if !items.is_sorted_by_key(&key) {
        let keys: Vec<u64> = items.iter().map(key).collect();
        arrange(items, places(keys.len(), &|a, b| keys[a].cmp(&keys[b])));
    }
}

/// Sorts by a comparison.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = places(items.len(), &|a, b| compare(&items[a], &items[b]));
    arrange(items, order);
}

/// Two numbers as one key: by the first, then by the second.
#[must_use]
pub fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// A key that sorts numbers from the greatest down.
#[must_use]
pub fn down(number: u32) -> u32 {
    u32::MAX - number
}

/// Brings items to their places, each by swapping it in from where it is.
fn arrange<T>(items: &mut [T], mut order: Vec<u32>) {
    for at in 0..items.len() {
        let mut from = order[at] as usize;
        // What stood there has been swapped away, along the places that are filled already.
        while from < at {
            from = order[from] as usize;
        }
        items.swap(at, from);
        order[at] = from as u32;
    }
}

/// The places of so many items in order: merged from runs of one, two, four … (the standard library's sort, which
/// is faster where something is in order already, is ten times the code).
#[inline(never)]
fn places(items: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..items as u32).collect();
    let mut merged = Vec::with_capacity(items);
    let mut run = 1;
    while run < items {
        for pair in order.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let [first, rest @ ..] = left {
                match right {
                    [other, behind @ ..] if compare(*other as usize, *first as usize).is_lt() => {
                        merged.push(*other);
                        right = behind;
                    }
                    _ => {
                        merged.push(*first);
                        left = rest;
                    }
                }
            }
            merged.extend(right);
        }
        core::mem::swap(&mut order, &mut merged);
        merged.clear();
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_stable_sort_does(mut items in proptest::collection::vec((0u32..9, any::<u8>()), 0..99)) {
            let mut expected = items.clone();
            let mut compared = items.clone();
            expected.sort_by_key(|item| item.0);
            by_key(&mut items, |item| u64::from(item.0));
            by(&mut compared, |a, b| a.0.cmp(&b.0));
            prop_assert_eq!(&items, &expected);
            prop_assert_eq!(&compared, &expected);
        }

        #[test]
        fn keys_sort_as_their_numbers(a: (u32, u32), b: (u32, u32)) {
            prop_assert_eq!(pair(a.0, a.1).cmp(&pair(b.0, b.1)), a.cmp(&b));
            prop_assert_eq!(down(a.0).cmp(&down(b.0)), b.0.cmp(&a.0));
        }
    }
}
