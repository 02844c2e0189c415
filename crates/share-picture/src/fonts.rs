//! The fonts that the crate carries, and which of them has a character. `fonts/README.md` says where they are from.

use std::sync::LazyLock;

use rustybuzz::Face;
use thiserror::Error;
use unicode_script::UnicodeScript;

/// A text has a character that none of the fonts has. Its picture is not made: it would show boxes.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[error("no font for “{character}” ({script})")]
pub struct Undrawable {
    /// The first such character.
    pub character: char,
    /// Its script, such as "Han".
    pub script: &'static str,
}

impl Undrawable {
    pub(crate) fn new(character: char) -> Self {
        Self { character, script: character.script().full_name() }
    }
}

/// What a text is set in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Type {
    /// Names and numbers: serif, bold.
    Serif,
    /// The rest: sans serif, regular.
    Sans,
}

impl Type {
    /// Its fonts by their positions, the first choice first.
    pub const fn stack(self) -> [usize; 3] {
        match self {
            Self::Serif => [0, 2, 4],
            Self::Sans => [1, 3, 4],
        }
    }
}

static FONTS: LazyLock<Vec<Option<Face<'static>>>> = LazyLock::new(|| {
    let files: [&[u8]; 5] = [
        include_bytes!("../fonts/NotoSerif-Bold.ttf"),
        include_bytes!("../fonts/NotoSans-Regular.ttf"),
        include_bytes!("../fonts/NotoNaskhArabic-Bold.ttf"),
        include_bytes!("../fonts/NotoNaskhArabic-Regular.ttf"),
        include_bytes!("../fonts/NotoSansMath-Regular.ttf"),
    ];
    files.into_iter().map(|file| Face::from_slice(file, 0)).collect()
});

/// The font at a position.
pub(crate) fn font(at: usize) -> Option<&'static Face<'static>> {
    FONTS.get(at)?.as_ref()
}

/// How many units of a font are as large as its letters are asked to be. Arabic letters are drawn smaller in their em than Latin
/// ones: beside these they are set larger.
pub(crate) const fn em(at: usize) -> f32 {
    match at {
        2 | 3 => 860.0,
        _ => 1000.0,
    }
}

/// Whether the font at a position has a character.
pub(crate) fn has(at: usize, character: char) -> bool {
    font(at).is_some_and(|font| font.glyph_index(character).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_can_be_read_and_is_drawn_in_the_same_units() {
        for at in 0..5 {
            assert_eq!(font(at).map(rustybuzz::Face::units_per_em), Some(1000), "{at}");
        }
    }
}
