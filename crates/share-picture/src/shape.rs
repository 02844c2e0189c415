//! From a text to glyphs: which way each part of it runs, which font has it, and how its letters join. At a size of 1.

use std::ops::Range;

use fact_cards_story::Text;
use rustybuzz::{Direction, UnicodeBuffer, shape, ttf_parser::GlyphId};
use unicode_bidi::{BidiInfo, Level};

use crate::fonts::{Type, Undrawable, em, font, has};

/// A glyph, with the left end of its baseline from that of its line, x to the right and y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Glyph {
    pub font: usize,
    pub id: GlyphId,
    pub x: f32,
    pub y: f32,
}

/// A line of glyphs.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Shaped {
    pub glyphs: Vec<Glyph>,
    /// The sum of the advances.
    pub width: f32,
}

/// The left, top, right and bottom of what is black of a line, from the left end of its baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Ink {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Shaped {
    /// What is black of it; nothing where nothing is.
    pub fn ink(&self) -> Option<Ink> {
        let of_glyph = |glyph: &Glyph| {
            let font = font(glyph.font)?;
            let unit = 1.0 / em(glyph.font);
            let bounds = font.glyph_bounding_box(glyph.id)?;
            Some(Ink {
                left: glyph.x + f32::from(bounds.x_min) * unit,
                top: glyph.y - f32::from(bounds.y_max) * unit,
                right: glyph.x + f32::from(bounds.x_max) * unit,
                bottom: glyph.y - f32::from(bounds.y_min) * unit,
            })
        };
        self.glyphs.iter().filter_map(of_glyph).reduce(|all, one| Ink {
            left: all.left.min(one.left),
            top: all.top.min(one.top),
            right: all.right.max(one.right),
            bottom: all.bottom.max(one.bottom),
        })
    }
}

/// A text whose parts know which way they run.
pub(crate) struct Paragraph {
    text: String,
    levels: Vec<Level>,
    face: Type,
    right_to_left: bool,
}

/// Marks what stands between them as a text by itself, as `<bdi>` does.
pub(crate) const ISOLATED: [char; 2] = ['\u{2068}', '\u{2069}'];

/// A text as it is set: parts that run the other way are apart, and what is not seen is gone.
pub(crate) fn isolated(text: &Text, right_to_left: bool) -> String {
    let mut whole = String::new();
    for part in text.parts(&[], right_to_left) {
        let [before, after] = ISOLATED;
        whole.extend(part.is_apart.then_some(before));
        whole.extend(part.pieces.iter().map(|(piece, _)| *piece));
        whole.extend(part.is_apart.then_some(after));
    }
    whole
}

impl Paragraph {
    pub fn new(text: &str, face: Type, right_to_left: bool) -> Self {
        // A line breaks where there is room. Where a word may be hyphenated is not seen.
        let text: String = text
            .chars()
            .filter(|character| *character != '\u{ad}')
            .map(|character| if character.is_control() { ' ' } else { character })
            .collect();
        let base = if right_to_left { Level::rtl() } else { Level::ltr() };
        let levels = BidiInfo::new(&text, Some(base)).levels;
        Self { text, levels, face, right_to_left }
    }

    /// How wide a space is.
    pub fn space(&self) -> f32 {
        let [latin, arabic, _] = self.face.stack();
        let at = if self.right_to_left { arabic } else { latin };
        let advance = font(at).and_then(|font| font.glyph_hor_advance(font.glyph_index(' ')?));
        f32::from(advance.unwrap_or_default()) / em(at)
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same text up to a place, with something after it.
    pub fn cut(&self, end: usize, after: &str) -> Self {
        let kept = self.text.get(..end).unwrap_or_default().trim_end_matches(|sign: char| {
            sign.is_whitespace() || ISOLATED.contains(&sign) || matches!(sign, ',' | ';' | ':' | '·' | '–' | '،' | '؛')
        });
        Self::new(&format!("{kept}{after}"), self.face, self.right_to_left)
    }

    /// The glyphs of a line of it, without the space around.
    pub fn line(&self, line: Range<usize>) -> Result<Shaped, Undrawable> {
        let shown = self.text.get(line.clone()).unwrap_or_default();
        let start = line.start + (shown.len() - shown.trim_start().len());
        let end = start + shown.trim().len();
        let mut shaped = Shaped::default();
        for (run, level) in self.runs(start..end) {
            let mut pieces = pieces(&self.text, run, self.face);
            if level.is_rtl() {
                pieces.reverse();
            }
            for (font, piece) in pieces {
                shaped.append(font, &piece, level.is_rtl())?;
            }
        }
        Ok(shaped)
    }

    /// The parts of a line that run one way, from left to right: Unicode's rule L2.
    fn runs(&self, line: Range<usize>) -> Vec<(Range<usize>, Level)> {
        let mut runs: Vec<(Range<usize>, Level)> = Vec::new();
        let starts = self.text.get(line.clone()).unwrap_or_default().char_indices().map(|(at, sign)| {
            let at = line.start + at;
            at..at + sign.len_utf8()
        });
        for sign in starts {
            let level = self.levels.get(sign.start).copied().unwrap_or_else(Level::ltr);
            match runs.last_mut() {
                Some((run, of_run)) if *of_run == level => run.end = sign.end,
                _ => runs.push((sign, level)),
            }
        }
        let highest = runs.iter().map(|(_, level)| level.number()).max().unwrap_or_default();
        for level in (1..=highest).rev() {
            let mut at = 0;
            while let Some(rest) = runs.get_mut(at..).filter(|rest| !rest.is_empty()) {
                let length = rest.iter().take_while(|(_, of_run)| of_run.number() >= level).count();
                if let Some(together) = rest.get_mut(..length) {
                    together.reverse();
                }
                at += length.max(1);
            }
        }
        runs
    }
}

/// A part of a text cut by the font that has it. What every font has stays with what stands before it.
fn pieces(text: &str, run: Range<usize>, face: Type) -> Vec<(usize, String)> {
    let stack = face.stack();
    let [first, ..] = stack;
    let mut pieces: Vec<(usize, String)> = Vec::new();
    for sign in text.get(run).unwrap_or_default().chars().filter(|sign| !is_direction(*sign)) {
        let current = pieces.last().map(|(font, _)| *font);
        let stays = |font: &usize| is_unseen(sign) || !sign.is_alphanumeric() && has(*font, sign);
        let found = current.filter(stays).or_else(|| stack.into_iter().find(|font| has(*font, sign)));
        let font = found.or(current).unwrap_or(first);
        match pieces.last_mut() {
            Some((of_piece, piece)) if *of_piece == font => piece.push(sign),
            _ => pieces.push((font, sign.to_string())),
        }
    }
    pieces
}

/// Whether a character only says which way others run.
const fn is_direction(sign: char) -> bool {
    matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character has no glyph of its own: it joins, or is one of several kinds of space, which are made of the usual one.
const fn is_unseen(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{2000}'..='\u{200d}' | '\u{202f}' | '\u{205f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

impl Shaped {
    fn append(&mut self, at: usize, text: &str, right_to_left: bool) -> Result<(), Undrawable> {
        let Some(font) = font(at) else { return Ok(()) };
        let unit = 1.0 / em(at);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
        let shaped = shape(font, &[], buffer);
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            // Fonts have at most 65,535 glyphs.
            let id = GlyphId(u16::try_from(info.glyph_id).unwrap_or_default());
            if id.0 == 0 {
                let cluster = usize::try_from(info.cluster).ok();
                let sign = cluster.and_then(|at| text.get(at..)?.chars().find(|sign| !has_in_any(*sign)));
                return Err(Undrawable::new(sign.unwrap_or(char::REPLACEMENT_CHARACTER)));
            }
            let units = |value: i32| units(value) * unit;
            self.glyphs.push(Glyph {
                font: at,
                id,
                x: self.width + units(position.x_offset),
                y: -units(position.y_offset),
            });
            self.width += units(position.x_advance);
        }
        Ok(())
    }
}

fn has_in_any(sign: char) -> bool {
    is_unseen(sign) || (0..5).any(|font| has(font, sign))
}

/// Units of a font are far below what a float cannot count.
#[allow(clippy::cast_precision_loss, reason = "a font's units are small")]
const fn units(value: i32) -> f32 {
    value as f32
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it should be"
)]
mod tests {
    use super::*;

    fn shaped(text: &str, right_to_left: bool) -> Shaped {
        Paragraph::new(text, Type::Serif, right_to_left).line(0..text.len()).unwrap()
    }

    fn ids(text: &str, right_to_left: bool) -> Vec<u16> {
        shaped(text, right_to_left).glyphs.iter().map(|glyph| glyph.id.0).collect()
    }

    #[test]
    fn arabic_letters_join() {
        let alone: Vec<u16> = "تحقق".chars().rev().flat_map(|letter| ids(&letter.to_string(), true)).collect();
        let joined = ids("تحقق", true);
        assert_eq!(joined.len(), alone.len());
        // The last letter of the word is the leftmost; each has another form than it has alone.
        assert!(joined.iter().zip(&alone).all(|(joined, alone)| joined != alone), "{joined:?} {alone:?}");
    }

    #[test]
    fn a_number_in_an_arabic_text_runs_from_left_to_right() {
        let digits = ids("2025", false);
        let line = ids("في 2025 هنا", true);
        assert!(line.windows(4).any(|four| four == digits), "{line:?} {digits:?}");
    }

    #[test]
    fn an_arabic_text_begins_at_the_right_and_a_latin_name_in_it_is_whole() {
        let shaped = shaped("أعلن INTERPOL ذلك", true);
        let is_latin = |glyph: &&Glyph| glyph.font == 0;
        let latin: Vec<f32> = shaped.glyphs.iter().filter(is_latin).map(|glyph| glyph.x).collect();
        let (first, last) = (latin[0], latin[latin.len() - 1]);
        assert!(latin.windows(2).all(|two| two[0] < two[1]));
        let arabic: Vec<f32> = shaped.glyphs.iter().filter(|glyph| glyph.font == 2).map(|glyph| glyph.x).collect();
        // What is read first stands to the right of the name, what is read last to the left.
        assert!(arabic.iter().any(|x| *x > last) && arabic.iter().any(|x| *x < first), "{latin:?} {arabic:?}");
    }

    #[test]
    fn an_isolated_part_keeps_its_order_beside_digits() {
        let text = isolated(&"تتواصل عبر I-24/7 الآمن".into(), true);
        assert!(text.contains("\u{2068}I-24/7\u{2069}"), "{text:?}");
        let line = Paragraph::new(&text, Type::Serif, true).line(0..text.len()).unwrap();
        let line: Vec<u16> = line.glyphs.iter().map(|glyph| glyph.id.0).collect();
        let name = ids("I-24/7", false);
        assert!(line.windows(name.len()).any(|part| part == name), "{line:?} {name:?}");
    }

    #[test]
    fn arrows_minus_signs_and_all_kinds_of_space_have_glyphs() {
        for text in ["104 → 140+", "−3", "1\u{202f}200", "1\u{2009}200", "a\u{200b}b", "¶ “x” ‘y’ … – —", "É\u{301}"]
        {
            assert!(!ids(text, false).contains(&0), "{text}");
        }
    }

    #[test]
    fn a_script_that_no_font_has_is_named() {
        let refused = Paragraph::new("国際", Type::Serif, false).line(0..6);
        assert_eq!(refused, Err(Undrawable { character: '国', script: "Han" }));
    }
}
