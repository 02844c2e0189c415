//! Breaks a text into lines and finds the size at which it fits its room, by the advances of its glyphs.

use std::ops::Range;

use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter, options::LineBreakOptions};

use crate::{
    fonts::{Type, Undrawable},
    shape::{Ink, Paragraph, Shaped},
};

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting<'s> {
    pub face: Type,
    /// The sizes that it may have, in pixels, the largest first.
    pub sizes: &'s [f32],
    pub most_lines: usize,
    /// Whether its lines are made about equally long.
    pub balanced: bool,
}

/// A text that was fitted: lines with their baselines below its top.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub size: f32,
    pub lines: Vec<(Shaped, f32)>,
    pub height: f32,
}

impl Block {
    /// How wide its widest line is.
    pub fn width(&self) -> f32 {
        self.lines.iter().map(|(line, _)| line.width * self.size).fold(0.0, f32::max)
    }

    /// The height of its first line's baseline.
    pub fn baseline(&self) -> f32 {
        self.lines.first().map_or(0.0, |(_, baseline)| *baseline)
    }
}

/// A text in a room: at the largest size at which it fits. At the least one it ends with "…" where it still does not.
pub(crate) fn fitted(
    text: &str,
    setting: Setting,
    right_to_left: bool,
    width: f32,
    height: f32,
) -> Result<Block, Undrawable> {
    let paragraph = Paragraph::new(text, setting.face, right_to_left);
    let places = places(&paragraph)?;
    let mut least = 1.0;
    for size in setting.sizes.iter().copied() {
        least = size;
        let Some(lines) = broken(&places, width / size) else { continue };
        if lines.len() <= setting.most_lines {
            let lines = if setting.balanced { balanced(&places, width / size, lines) } else { lines };
            let block = set(&shaped(&paragraph, &lines)?, size, right_to_left);
            // Letters may be nearer to each other, or farther, over a space.
            if block.height <= height && block.width() <= width {
                return Ok(block);
            }
        }
    }
    let places: Vec<usize> = places.iter().map(|place| place.at).collect();
    shortened(&paragraph, &places, setting.most_lines, least, right_to_left, [width, height])
}

/// A place where a line may end.
#[derive(Clone, Copy, Debug)]
struct Place {
    at: usize,
    /// How far it is from the beginning of the text if all of that stood on one line, in ems: with the space before the place, and
    /// without.
    whole: f32,
    seen: f32,
}

/// Where a line may end. Each word is shaped once, however often lines are tried.
fn places(paragraph: &Paragraph) -> Result<Vec<Place>, Undrawable> {
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let text = paragraph.text();
    let (mut places, mut start, mut whole) = (Vec::new(), 0, 0.0);
    for at in segmenter.segment_str(text).filter(|at| *at > 0) {
        let seen = whole + paragraph.line(start..at)?.width;
        let part = text.get(start..at).unwrap_or_default();
        let spaces = part.chars().rev().take_while(|sign| sign.is_whitespace()).count();
        whole = (0..spaces).fold(seen, |whole, _| whole + paragraph.space());
        places.push(Place { at, whole, seen });
        start = at;
    }
    Ok(places)
}

/// Lines no wider than that, in ems; none where a word is wider.
fn broken(places: &[Place], width: f32) -> Option<Vec<Range<usize>>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let (mut line, mut from) = (0..0, 0.0);
    let mut before = 0.0;
    for place in places {
        if place.seen - from > width {
            if line.is_empty() || place.seen - before > width {
                return None;
            }
            lines.push(line.clone());
            (line, from) = (line.end..place.at, before);
        }
        line.end = place.at;
        before = place.whole;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    Some(lines)
}

/// The same number of lines, as narrow as they get.
fn balanced(places: &[Place], width: f32, lines: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let (mut least, mut most, mut best) = (0.0, width, lines);
    if best.len() < 2 {
        return best;
    }
    for _ in 0..6 {
        let middle = f32::midpoint(least, most);
        match broken(places, middle).filter(|lines| lines.len() <= best.len()) {
            Some(lines) => (most, best) = (middle, lines),
            None => least = middle,
        }
    }
    best
}

fn shaped(paragraph: &Paragraph, lines: &[Range<usize>]) -> Result<Vec<Shaped>, Undrawable> {
    lines.iter().map(|line| paragraph.line(line.clone())).collect()
}

/// As many lines as fit at a size. Words too long for a line are broken; what is too much ends with "…".
fn shortened(
    paragraph: &Paragraph,
    places: &[usize],
    most_lines: usize,
    size: f32,
    right_to_left: bool,
    [width, height]: [f32; 2],
) -> Result<Block, Undrawable> {
    let width = width / size;
    let clusters: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(paragraph.text()).collect();
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    while start < paragraph.text().len() && lines.len() <= most_lines {
        let fits = |end: &usize| Ok(paragraph.line(start..*end)?.width <= width);
        let end = match last_that(places, start, fits)? {
            Some(end) => end,
            // One cluster is set in any case: there is always a next line.
            None => last_that(&clusters, start, fits)?
                .or_else(|| clusters.iter().copied().find(|at| *at > start))
                .unwrap_or(paragraph.text().len()),
        };
        lines.push(start..end);
        start = end;
    }
    let mut kept = lines.len().min(most_lines.max(1));
    loop {
        let is_whole = kept == lines.len() && start >= paragraph.text().len();
        let shaped = if is_whole {
            shaped(paragraph, &lines)?
        } else {
            let (whole, last) =
                (lines.get(..kept.saturating_sub(1)).unwrap_or_default(), lines.get(kept.saturating_sub(1)));
            let mut made = shaped(paragraph, whole)?;
            made.extend(last.map(|last| ended(paragraph, places, &clusters, last.clone(), width)).transpose()?);
            made
        };
        let block = set(&shaped, size, right_to_left);
        if block.height <= height || kept <= 1 {
            return Ok(block);
        }
        kept -= 1;
    }
}

/// The last of these places after a start up to which something holds. Where it does not hold for one, it does for none after it:
/// steps double until it does not, and what is between is halved.
fn last_that(
    places: &[usize],
    start: usize,
    holds: impl Fn(&usize) -> Result<bool, Undrawable>,
) -> Result<Option<usize>, Undrawable> {
    let after = places.get(places.partition_point(|place| *place <= start)..).unwrap_or_default();
    let (mut held, mut failed) = (0, after.len() + 1);
    let mut step = 1;
    while failed - held > 1 {
        let tried = if failed > after.len() { (held + step).min(after.len()) } else { usize::midpoint(held, failed) };
        let holds = after.get(tried - 1).map_or(Ok(false), &holds)?;
        if holds {
            held = tried;
        } else {
            failed = tried;
        }
        step *= 2;
    }
    Ok(held.checked_sub(1).and_then(|at| after.get(at)).copied())
}

/// A line that ends with "…", after as many words as there is room for or, where there is none, letters.
fn ended(
    paragraph: &Paragraph,
    places: &[usize],
    clusters: &[usize],
    line: Range<usize>,
    width: f32,
) -> Result<Shaped, Undrawable> {
    for ends in [places, clusters] {
        for end in ends.iter().rev().filter(|end| **end > line.start && **end <= line.end) {
            let cut = paragraph.cut(*end, "…");
            let shaped = cut.line(line.start..cut.text().len())?;
            if shaped.width <= width {
                return Ok(shaped);
            }
        }
    }
    paragraph.cut(0, "…").line(0.."…".len())
}

/// Sets lines one below the other: as far apart as their script wants, and so far that nothing of one touches the next.
fn set(lines: &[Shaped], size: f32, right_to_left: bool) -> Block {
    const NONE: Ink = Ink { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 };
    let inks: Vec<Ink> = lines.iter().map(|line| line.ink().unwrap_or(NONE)).collect();
    let usual = if right_to_left { 1.36 } else { 1.17 };
    let touching = inks.windows(2).map(|two| match two {
        [above, below] => above.bottom - below.top + 0.06,
        _ => 0.0,
    });
    let apart = touching.fold(usual, f32::max) * size;
    let (above, below) = if right_to_left { (0.80, 0.34) } else { (0.78, 0.26) };
    let first = inks.first().map_or(0.0, |ink| -ink.top).max(above) * size;
    let last = inks.last().map_or(0.0, |ink| ink.bottom).max(below) * size;
    let mut baseline = first;
    let mut set = Vec::new();
    for line in lines {
        set.push((line.clone(), baseline));
        baseline += apart;
    }
    Block { size, height: if lines.is_empty() { 0.0 } else { baseline - apart + last }, lines: set }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]
mod tests {
    use super::*;

    const SETTING: Setting = Setting { face: Type::Serif, sizes: &[80.0, 60.0, 40.0], most_lines: 3, balanced: false };

    fn widths(block: &Block) -> Vec<f32> {
        block.lines.iter().map(|(line, _)| line.width * block.size).collect()
    }

    #[test]
    fn a_short_text_has_the_largest_size_and_a_long_one_shrinks_in_steps() {
        let size = |text: &str| fitted(text, SETTING, false, 600.0, 400.0).unwrap().size;
        assert!((size("The harbour") - 80.0).abs() < f32::EPSILON);
        assert!((size("The harbour master of the old port, and his men") - 60.0).abs() < f32::EPSILON);
        assert!((size("Antidisestablishmentarianism") - 40.0).abs() < f32::EPSILON);
    }

    #[test]
    fn what_does_not_fit_ends_with_an_ellipsis_after_a_word_and_inside_its_room() {
        let text = "word ".repeat(100);
        let block = fitted(&text, SETTING, false, 600.0, 400.0).unwrap();
        assert_eq!(block.lines.len(), 3);
        assert!(widths(&block).iter().all(|width| *width <= 600.0), "{:?}", widths(&block));
        let glyphs = |text: &str| Paragraph::new(text, Type::Serif, false).line(0..text.len()).unwrap().glyphs;
        let (end, expected) = (block.lines.last().unwrap().0.glyphs.clone(), glyphs("word…"));
        let ids = |glyphs: &[crate::shape::Glyph]| glyphs.iter().map(|glyph| glyph.id).collect::<Vec<_>>();
        assert!(ids(&end).ends_with(&ids(&expected)));
    }

    #[test]
    fn a_word_without_an_end_is_broken() {
        for right_to_left in [false, true] {
            let text = if right_to_left { "ب".repeat(300) } else { "w".repeat(300) };
            let block = fitted(&text, SETTING, right_to_left, 600.0, 400.0).unwrap();
            assert_eq!(block.lines.len(), 3);
            assert!(widths(&block).iter().all(|width| *width <= 600.0), "{:?}", widths(&block));
        }
    }

    #[test]
    fn balanced_lines_are_as_many_and_about_equally_long() {
        let text = "One two three four five six seven eight nine ten";
        let greedy = fitted(text, SETTING, false, 900.0, 400.0).unwrap();
        let even = fitted(text, Setting { balanced: true, ..SETTING }, false, 900.0, 400.0).unwrap();
        assert_eq!(even.lines.len(), greedy.lines.len());
        let spread = |block: &Block| {
            let widths = widths(block);
            widths.iter().copied().fold(0.0, f32::max) - widths.iter().copied().fold(f32::MAX, f32::min)
        };
        assert!(spread(&even) < spread(&greedy), "{} {}", spread(&even), spread(&greedy));
    }

    #[test]
    fn stacked_marks_do_not_touch_the_line_above() {
        let text = "ấậ ".repeat(20);
        let block = fitted(&text, SETTING, false, 400.0, 400.0).unwrap();
        let (first, second) = (block.lines.first().unwrap(), block.lines.get(1).unwrap());
        let below = first.1 + first.0.ink().unwrap().bottom * block.size;
        let above = second.1 + second.0.ink().unwrap().top * block.size;
        assert!(below < above, "{below} {above}");
    }
}
