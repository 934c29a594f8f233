//! Folding: what is the same word to a reader who searches.

/// The form under which a word is indexed and looked up: lower case, without accents, with straight
/// quotes, compatibility forms resolved (NFKD without marks), without soft hyphens and other characters
/// that nobody sees. `Žagar` → `zagar`, `couldn’t` → `couldn't`, `Straße` → `strasse`, `Łódź` → `lodz`.
///
/// Initialisms keep their inner dots and lose the last one: `U.S.` and `U.S` → `u.s`, which is not the
/// pronoun `us`. Vowel signs, viramas and voicing marks, which make another letter and not an accent, stay.
///
/// Folding what is folded changes nothing. The result may be empty: `"\u{ad}"` folds to nothing.
///
/// ```
/// assert_eq!(sourcebook::text::fold("Álvarez"), "alvarez");
/// assert_eq!(sourcebook::text::fold("U.S."), "u.s");
/// ```
#[must_use]
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// As [`fold`], written over what `folded` held: for loops over many words.
pub fn fold_into(word: &str, folded: &mut String) {
    folded.clear();
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
    } else {
        let seen: String = word.chars().filter(|&c| !is_unseen(c)).map(straight).collect();
        // Twice, because a compatibility form may decompose to capitals, and a capital to what decomposes.
        for character in lower_decomposed(&lower_decomposed(&seen)).chars() {
            push_folded(character, folded);
        }
    }
    while folded.ends_with('.') {
        folded.pop();
    }
}

/// Appends what is left of one decomposed character.
fn push_folded(character: char, folded: &mut String) {
    if is_accent(character) || is_unseen(character) {
        return;
    }
    let lower = straight(character);
    match plain_letters(lower) {
        Some(letters) => folded.push_str(letters),
        None => folded.push(lower),
    }
}

/// Decomposed (NFKD), then in lower case.
#[cfg(not(target_arch = "wasm32"))]
fn lower_decomposed(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let decomposed: String = text.nfkd().collect();
    decomposed.to_lowercase()
}

/// The same by the browser, whose tables the reader has already: ours would be a quarter of the engine.
///
/// Unicode promises that neither the decomposition nor the case of a character ever changes once it has them,
/// so both give the same but for characters that one of the two does not know yet.
#[cfg(target_arch = "wasm32")]
fn lower_decomposed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKD").to_lower_case().into()
}

/// Whether a character only decorates the one before it: Unicode's blocks of combining diacritical marks, the
/// points of Hebrew, the short vowels of Arabic. Signs that make another letter (vowels of Thai and of the
/// scripts of India, nuktas, voicing marks) are in other blocks.
fn is_accent(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}'
        | '\u{5c4}'..='\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}')
}

/// Curly and other quotes as the straight ones of the keyboard.
fn straight(character: char) -> char {
    match character {
        '\u{2018}'..='\u{201b}' | '\u{2bc}' | '\u{2b9}' | '\u{2032}' | '\u{ff07}' | '\u{b4}' | '`' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{ab}' | '\u{bb}' => '"',
        other => other,
    }
}

/// Letters that are one with a plain one to who types, but that Unicode does not decompose.
fn plain_letters(lower: char) -> Option<&'static str> {
    Some(match lower {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        _ => return None,
    })
}

/// Characters without width or sound: soft hyphen, joiners, marks of direction, variation selectors.
fn is_unseen(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds_what_readers_take_for_the_same() {
        for (word, folded) in [
            ("Moreno", "moreno"),
            ("Žagar", "zagar"),
            ("couldn’t", "couldn't"),
            ("O‘Neill", "o'neill"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("Łódź", "lodz"),
            ("Ærø", "aero"),
            ("İstanbul", "istanbul"),
            ("ﬁghter", "fighter"),
            ("co\u{ad}operate", "cooperate"),
            ("Ка\u{301}дыров", "кадыров"),
            ("Федеральный", "федеральныи"),
            ("ΟΔΟΣ", "οδοσ"),
            ("ｆｕｌｌ", "full"),
            ("U.S.", "u.s"),
            ("U.S", "u.s"),
            ("200,000", "200,000"),
        ] {
            assert_eq!(fold(word), folded, "{word}");
        }
    }

    #[test]
    fn keeps_apart_what_is_another_word() {
        assert_ne!(fold("U.S."), fold("us"));
        assert_ne!(fold("कि"), fold("क"));
        assert_ne!(fold("が"), fold("か"));
    }
}
