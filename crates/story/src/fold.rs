//! Folding: what makes two spellings the same for a search, in any language.
//!
//! Three steps: canonical and compatible decomposition (`№` is `No`), lower case without the combining marks (`É` is `e`,
//! `أ` is `ا`), and the characters that Unicode does not take apart (`ø` is `o`, `ة` is `ه`). The first two need big tables:
//! the host has them, the browser has its own. The third is [`simplify`], the same for both. It leaves ASCII alone.
//!
//! What separates words stays in the folded text. [`crate::Term`] knows what it means there.

/// What a character that does not decompose is compared as: nothing for one that is not seen.
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
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ة' | 'ە' => "ه",
        'ک' => "ك",
        '٠' | '۰' => "0",
        '١' | '۱' => "1",
        '٢' | '۲' => "2",
        '٣' | '۳' => "3",
        '٤' | '۴' => "4",
        '٥' | '۵' => "5",
        '٦' | '۶' => "6",
        '٧' | '۷' => "7",
        '٨' | '۸' => "8",
        '٩' | '۹' => "9",
        '٫' => ".",
        '٬' => ",",
        '‘' | '’' | '‛' | 'ʼ' | 'ʻ' | 'ʹ' | 'ʾ' | 'ʿ' | '′' | '׳' | '״' => "'",
        // Dashes are no hyphens: "4–7" is not "47".
        '‐' | '‑' | '‒' | '⁃' | '־' => "-",
        '⁄' | '∕' => "/",
        // Soft hyphen, tatweel, zero-width signs and those that set the direction.
        '\u{ad}'
        | '\u{61c}'
        | '\u{640}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => "",
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

/// A name without regard to case, kinds of space, apostrophe and hyphen, and what is not seen. Its letters stay as they are:
/// `Müller` is not `Muller`.
#[cfg(feature = "fold")]
#[must_use]
pub fn spelling(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;

    let mut spelling = String::with_capacity(name.len());
    for letter in name.nfkc().collect::<String>().to_lowercase().chars() {
        match simplified(letter) {
            Some(replacement) if !replacement.chars().any(char::is_alphabetic) => spelling.push_str(replacement),
            _ => spelling.push(letter),
        }
    }
    spelling.split_whitespace().collect::<Vec<_>>().join(" ")
}
