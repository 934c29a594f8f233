//! Sorting, once.
//!
//! The standard library's sorts are compiled anew for each type and each way to compare, a few kilobytes each time; in the engine
//! that adds up to more than the search itself. So everything is sorted by a number here.

/// Sorts by a number; what has the same stays in the order it is in.
pub fn by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> u64) {
    if items.is_sorted_by_key(&key) {
        return;
    }
    let keys = items.iter().map(key).collect();
    let mut taken: Vec<Option<T>> = core::mem::take(items).into_iter().map(Some).collect();
    items.extend(places(keys).into_iter().filter_map(|place| taken.get_mut(place as usize)?.take()));
}

/// The places of keys in the order of the keys.
#[inline(never)]
fn places(keys: Vec<u64>) -> Vec<u32> {
    let mut keyed: Vec<(u64, u32)> = keys.into_iter().zip(0..).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, place)| place).collect()
}

/// Two numbers as one key: by the first, then by the second.
pub fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_stable_sort_does(mut items in proptest::collection::vec((0u64..9, any::<u8>()), 0..99)) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            by_key(&mut items, |item| item.0);
            prop_assert_eq!(items, expected);
        }
    }
}
