//! What a misspelt name was meant to be.

/// The one of `known` that `name` is most likely a slip of: at most a third of its letters differ.
pub(super) fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let name = name.get(..name.floor_char_boundary(200)).unwrap_or(name);
    let most = name.chars().count().div_ceil(3);
    known.map(|other| (edits(name, other), other)).filter(|(edits, _)| *edits <= most).min().map(|(_, other)| other)
}

/// Levenshtein's distance, by the rows of its table.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(200).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut before = i + 1;
        for (right, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            before = (diagonal + usize::from(left != *right)).min(above + 1).min(before + 1);
            *cell = before;
            diagonal = above;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted() {
        assert_eq!((edits("outlet", "outlte"), edits("", "ab"), edits("ab", ""), edits("same", "same")), (2, 2, 2, 0));
        assert_eq!(nearest("Outlet", ["file", "outlet", "url"].into_iter()), Some("outlet"));
        assert_eq!(nearest("colour", ["file", "outlet", "url"].into_iter()), None);
    }
}
