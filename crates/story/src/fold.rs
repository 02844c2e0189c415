//! Folding: what makes two spellings the same for a search, in any language.
//!
//! Three steps: canonical and compatible decomposition (`№` is `No`), lower case without the combining marks (`É` is `e`),
//! and the letters that Unicode does not take apart (`ø` is `o`). The first two need big tables: the host has them, the
//! browser has its own. The third is [`simplify`], the same for both.

/// What a letter that does not decompose is compared as.
const fn simplified(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ŧ' => "t",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ς' => "σ",
        '‘' | '’' | 'ʼ' | 'ʻ' => "'",
        '“' | '”' | '«' | '»' | '„' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '−' => "-",
        '\u{a0}' | '\u{2009}' | '\u{202f}' => " ",
        _ => return None,
    })
}

/// The last step of folding, for text that is lower case and has no combining marks.
#[must_use]
pub fn simplify(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match simplified(letter) {
            Some(replacement) => folded.push_str(replacement),
            None => folded.push(letter),
        }
    }
    folded
}

/// All three steps, with the host's tables.
#[cfg(feature = "fold")]
#[must_use]
pub fn fold(text: &str) -> String {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

    let lower = text.nfkd().collect::<String>().to_lowercase();
    let bare: String = lower.chars().filter(|letter| !is_combining_mark(*letter)).collect();
    simplify(&bare)
}
