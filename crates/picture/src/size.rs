/// The sides of the square forms, in pixels.
pub const FACES: [u32; 3] = [64, 128, 192];

/// The most that the large forms measure: a picture that is very high is as narrow as it takes.
const LARGE: Size = Size { width: 960, height: 1440 };
const SMALL: Size = Size { width: 480, height: 720 };

/// A size in pixels.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From above.
    pub height: u32,
}

impl Size {
    /// The same proportions, within another size, never larger.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not larger than a size")]
    fn within(self, most: Self) -> Self {
        let by = |part: u32, whole: u32| f64::from(part) / f64::from(whole.max(1));
        let scale = by(most.width, self.width).min(by(most.height, self.height)).min(1.0);
        let scaled = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
        Self { width: scaled(self.width), height: scaled(self.height) }
    }
}

/// The size of the large form of a picture of that size.
#[must_use]
pub fn large(picture: Size) -> Size {
    picture.within(LARGE)
}

/// The size of the form half as large. Where it is that of the large one there is but one of them.
#[must_use]
pub fn small(picture: Size) -> Size {
    picture.within(SMALL)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(width: u32, height: u32) -> [(u32, u32); 2] {
        [large, small].map(|of| of(Size { width, height })).map(|size| (size.width, size.height))
    }

    #[test]
    fn large_forms_keep_the_proportions_and_are_never_enlarged() {
        assert_eq!(sizes(4000, 3000), [(960, 720), (480, 360)]);
        assert_eq!(sizes(600, 400), [(600, 400), (480, 320)]);
        assert_eq!(sizes(300, 200), [(300, 200), (300, 200)]);
    }

    #[test]
    fn a_very_high_picture_is_as_narrow_as_it_takes() {
        assert_eq!(sizes(1000, 4000), [(360, 1440), (180, 720)]);
        assert_eq!(sizes(200, 200_000), [(1, 1440), (1, 720)]);
    }
}
