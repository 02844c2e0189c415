use qcms::{DataType, Intent, Profile, Transform};

/// Where a profile says of which colours it speaks.
const SPACE: std::ops::Range<usize> = 16..20;

/// Gives pixels that a profile speaks of the colours of sRGB. A profile that is damaged, or not of red, green and blue, is left
/// aside, as browsers do.
pub(super) fn to_srgb(pixels: &mut [u8], profile: &[u8], has_alpha: bool) {
    if profile.get(SPACE) != Some(b"RGB ") {
        return;
    }
    let Some(from) = Profile::new_from_slice(profile, false).filter(|from| !from.is_sRGB()) else { return };
    let mut to = Profile::new_sRGB();
    to.precache_output_transform();
    let pixel = if has_alpha { DataType::RGBA8 } else { DataType::RGB8 };
    if let Some(transform) = Transform::new(&from, &to, pixel, Intent::Perceptual) {
        transform.apply(pixels);
    }
}
