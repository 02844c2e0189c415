//! The icons of a site, drawn once.

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

/// The icon as it is drawn, 32 units wide.
pub(crate) const ICON: &str = include_str!("../../../../styles/icon.svg");

/// How wide the icon is, in its own units.
const UNITS: &str = "0 0 32 32";
/// Width with a margin for maskable icons, which systems crop to a circle or another shape.
const WITH_ROOM: &str = "-12 -12 56 56";
const PAPER: &str = r##"<path fill="#fbfaf6" d="M-12-12h56v56h-56z"/>"##;

/// The icon as a transparent PNG of that many pixels.
pub(crate) fn png(pixels: u32) -> Result<Vec<u8>, String> {
    drawn(ICON, pixels)
}

/// The icon as a maskable PNG.
pub(crate) fn maskable_png(pixels: u32) -> Result<Vec<u8>, String> {
    let on_paper = ICON.replace(UNITS, WITH_ROOM).replacen('>', &format!(">{PAPER}"), 1);
    drawn(&on_paper, pixels)
}

fn drawn(svg: &str, pixels: u32) -> Result<Vec<u8>, String> {
    let tree = Tree::from_str(svg, &Options::default()).map_err(|error| error.to_string())?;
    let mut picture = Pixmap::new(pixels, pixels).ok_or("a picture has at least one pixel")?;
    let to = picture.width().max(1);
    // Pictures are far smaller than what a float cannot count.
    #[allow(clippy::cast_precision_loss, reason = "pictures have a few hundred pixels")]
    let scale = to as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The opacity of the corner and the number of non-transparent pixels, for an icon of 64 × 64 pixels.
    fn looked_at(png: &[u8]) -> Option<(u8, usize)> {
        let picture = Pixmap::decode_png(png).ok()?;
        let drawn = picture.pixels().iter().filter(|pixel| pixel.alpha() > 0).count();
        Some((picture.pixel(0, 0)?.alpha(), drawn))
    }

    #[test]
    fn the_icon_is_transparent_and_the_maskable_one_fills_its_square() {
        let plain = png(64).ok().and_then(|png| looked_at(&png));
        assert!(plain.is_some_and(|(corner, drawn)| corner == 0 && (1000..4000).contains(&drawn)), "{plain:?}");
        let maskable = maskable_png(64).ok().and_then(|png| looked_at(&png));
        assert_eq!(maskable, Some((255, 64 * 64)));
    }
}
