//! Light: pixels of a screen are no measure of it, and a mean of them is too dark.

use std::sync::LazyLock;

/// The light of each of the 256 steps of a screen.
pub(crate) static LIGHT: LazyLock<[u16; 256]> = LazyLock::new(|| {
    std::array::from_fn(|step| {
        let step = f64::from(u8::try_from(step).unwrap_or(u8::MAX)) / 255.0;
        let light = if step <= 0.04045 { step / 12.92 } else { ((step + 0.055) / 1.055).powf(2.4) };
        whole(light * 65_535.0)
    })
});

/// The step of a screen that is nearest to each amount of light.
static STEPS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let step = |light: u16| {
        let light = f64::from(light) / 65_535.0;
        let step = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
        u8::try_from(whole(step * 255.0)).unwrap_or(u8::MAX)
    };
    (0..=u16::MAX).map(step).collect()
});

/// The light of a step.
pub(crate) fn light(step: u8) -> u16 {
    LIGHT.get(usize::from(step)).copied().unwrap_or_default()
}

/// The step nearest to an amount of light.
pub(crate) fn step(light: u16) -> u8 {
    STEPS.get(usize::from(light)).copied().unwrap_or_default()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is within 16 bits")]
const fn whole(number: f64) -> u16 {
    number.round() as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_a_light_of_its_own() {
        for known in 0..=u8::MAX {
            assert_eq!(step(light(known)), known);
        }
        assert_eq!((light(0), light(255)), (0, u16::MAX));
    }
}
