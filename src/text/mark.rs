//! Punctuation marks, by what they do at the end of a sentence.

/// Marks that end sentences and are followed by a space: terminators of UAX #29 that news uses, and the ellipsis.
const SPACED_STOPS: &str = ".!?…‼‽⁇⁈⁉؟۔։᠃";
/// Marks that end sentences in scripts that write no space behind them, or not always.
const UNSPACED_STOPS: &str = "。！？．｡।॥።။។";
/// Marks that close what was opened. `“` closes in German, straight marks may do either.
const CLOSERS: &str = "\"'”’“»›)]}」』）】》";
/// Marks that open, and those that stand before the first word of a note or of an item.
const OPENERS: &str = "\"'“‘„‚«‹([{¿¡「『（*•";

/// Whether a character ends sentences.
pub(super) fn is_stop(character: char) -> bool {
    // Every character of a text is asked for: the ASCII ones are told without a search.
    match character.is_ascii() {
        true => matches!(character, '.' | '!' | '?'),
        false => SPACED_STOPS.contains(character) || UNSPACED_STOPS.contains(character),
    }
}

/// Whether a stop is followed by a space where it ends a sentence.
pub(super) fn is_spaced(stop: char) -> bool {
    !UNSPACED_STOPS.contains(stop)
}

/// Whether a character closes a quotation or a bracket.
pub(super) fn is_closer(character: char) -> bool {
    CLOSERS.contains(character)
}

/// Whether a character may stand before the first word of a sentence.
pub(super) fn is_opener(character: char) -> bool {
    OPENERS.contains(character)
}

/// Whether a character is a space that typesetters put between two closing marks.
pub(super) fn is_thin_space(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{2009}' | '\u{200a}' | '\u{202f}')
}

/// Whether a character belongs to a script that ends its sentences by stops of its own.
pub(super) fn is_of_other_script(character: char) -> bool {
    matches!(character, '\u{530}'..='\u{1dff}' | '\u{2c00}'..='\u{fdff}' | '\u{fe30}'..='\u{10ffff}')
}

/// Bytes of the closing marks and further stops at the beginning of `text`, with the thin spaces that typesetters
/// put between two of them.
pub(super) fn closers(text: &str) -> usize {
    let mut closed = 0;
    for (at, character) in text.char_indices() {
        let behind = &text[at + character.len_utf8()..];
        let opens = character == '“' && behind.starts_with(|c: char| !c.is_whitespace());
        let between = is_thin_space(character) && at == closed && behind.starts_with(['”', '’', '»']);
        if (is_closer(character) || is_stop(character)) && !opens {
            closed = at + character.len_utf8();
        } else if !between {
            break;
        }
    }
    closed
}
