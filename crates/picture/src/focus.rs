/// The point around which a picture is cut, as a part of its width and of its height from the left and from above.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Focus {
    x: f64,
    y: f64,
}

impl Focus {
    /// The middle.
    pub const MIDDLE: Self = Self { x: 0.5, y: 0.5 };

    /// The focus at these parts, which are from 0 to 1.
    #[must_use]
    pub fn new(x: f64, y: f64) -> Option<Self> {
        let is_part = |part: f64| (0.0..=1.0).contains(&part);
        (is_part(x) && is_part(y)).then_some(Self { x, y })
    }

    /// The left upper corner of the square with that side, around it, in a picture of that size.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a side is a position on it")]
    pub(crate) fn square(self, width: u32, height: u32, side: u32) -> (u32, u32) {
        let begin = |part: f64, whole: u32| {
            let begin = (part * f64::from(whole) - f64::from(side) / 2.0).round().max(0.0) as u32;
            begin.min(whole.saturating_sub(side))
        };
        (begin(self.x, width), begin(self.y, height))
    }

    /// What it is told from others by: a thousandth of a side moves nothing that anybody sees.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a thousand")]
    pub(crate) fn thousandths(self) -> [u16; 2] {
        [self.x, self.y].map(|part| (part * 1000.0).round() as u16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_focus_is_within_the_picture() {
        assert_eq!(Focus::new(0.0, 1.0), Some(Focus { x: 0.0, y: 1.0 }));
        for (x, y) in [(-0.1, 0.5), (0.5, 1.01), (f64::NAN, 0.5), (0.5, f64::INFINITY)] {
            assert_eq!(Focus::new(x, y), None, "{x}, {y}");
        }
    }

    #[test]
    fn a_square_is_around_the_focus_and_never_beyond_the_edge() {
        let square = |x, y| Focus { x, y }.square(400, 200, 200);
        assert_eq!(square(0.5, 0.5), (100, 0));
        assert_eq!(square(0.0, 0.0), (0, 0));
        assert_eq!(square(1.0, 1.0), (200, 0));
        assert_eq!(square(0.4, 0.9), (60, 0));
        // Less than a square is there: nothing overflows.
        assert_eq!(Focus::MIDDLE.square(10, 10, 200), (0, 0));
    }
}
