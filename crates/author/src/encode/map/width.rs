use unicode_width::UnicodeWidthChar;

/// How wide a text is at most, in its font size, when it is bold.
///
/// Nobody knows here which font a browser has. These widths are above those of Noto Sans Bold, and near those of
/// `DejaVu` Sans Bold, the widest that readers may have.
pub fn in_em(text: &str) -> f64 {
    text.chars().map(of).sum()
}

fn of(character: char) -> f64 {
    match (character.width(), character) {
        (None | Some(0), _) => 0.0,
        // Chinese, Japanese, Korean, full-width forms, emoji.
        (Some(2..), _) => 1.05,
        (_, ' ' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | 'i' | 'j' | 'l' | 'I') => 0.38,
        (_, 'm' | 'w' | 'M' | 'W' | '—' | '…' | '%' | '@') => 1.02,
        // Hebrew, Arabic and their neighbours, whose letters are narrow or join.
        (_, '\u{590}'..='\u{8FF}') => 0.56,
        (_, character) if character.is_uppercase() => 0.78,
        (_, character) if character.is_ascii() => 0.65,
        // Greek and Cyrillic letters are wider, and so are some of Latin with marks.
        _ => 0.7,
    }
}
