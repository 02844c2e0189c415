use crate::size::Size;

/// A decoded picture as it is stored: three bytes a pixel, in sRGB.
pub(crate) struct Raster {
    pub stored: Size,
    pub pixels: Vec<u8>,
    pub turn: Turn,
}

/// How a stored picture is turned upright: the orientation of Exif, from 1 to 8.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Turn(u8);

impl Turn {
    /// The orientation in a block of Exif; none where it says none, or is damaged.
    pub fn in_exif(exif: Option<Vec<u8>>) -> Self {
        let orientation = exif.and_then(|exif| {
            let read = exif::Reader::new().read_raw(exif).ok()?;
            read.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?.value.get_uint(0)
        });
        let orientation = orientation.and_then(|orientation| u8::try_from(orientation).ok());
        Self(orientation.filter(|orientation| (1..=8).contains(orientation)).unwrap_or(1))
    }

    /// The size of a stored picture when it is upright.
    pub const fn upright(self, stored: Size) -> Size {
        if self.0 > 4 { Size { width: stored.height, height: stored.width } } else { stored }
    }

    /// Where a pixel of the upright picture is stored.
    const fn stored_at(self, Size { width, height }: Size, x: u32, y: u32) -> (u32, u32) {
        let (right, below) = (width.saturating_sub(1), height.saturating_sub(1));
        match self.0 {
            2 => (right.saturating_sub(x), y),
            3 => (right.saturating_sub(x), below.saturating_sub(y)),
            4 => (x, below.saturating_sub(y)),
            5 => (y, x),
            6 => (y, below.saturating_sub(x)),
            7 => (right.saturating_sub(y), below.saturating_sub(x)),
            8 => (right.saturating_sub(y), x),
            _ => (x, y),
        }
    }
}

impl Raster {
    /// Its size, upright.
    pub const fn size(&self) -> Size {
        self.turn.upright(self.stored)
    }

    /// A pixel of the upright picture.
    pub fn at(&self, x: u32, y: u32) -> [u8; 3] {
        let (x, y) = self.turn.stored_at(self.stored, x, y);
        let at = (y as usize * self.stored.width as usize + x as usize) * 3;
        self.pixels.get(at..).and_then(|rest| rest.first_chunk()).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of 3 × 2 pixels of which each one has its own red.
    fn turned(orientation: u8) -> Vec<Vec<u8>> {
        let pixels = (0..6).flat_map(|red| [red, 0, 0]).collect();
        let raster = Raster { stored: Size { width: 3, height: 2 }, pixels, turn: Turn(orientation) };
        let Size { width, height } = raster.size();
        (0..height).map(|y| (0..width).map(|x| raster.at(x, y)[0]).collect()).collect()
    }

    #[test]
    fn each_orientation_of_exif_is_turned_upright() {
        assert_eq!(turned(1), [[0, 1, 2], [3, 4, 5]]);
        assert_eq!(turned(2), [[2, 1, 0], [5, 4, 3]]);
        assert_eq!(turned(3), [[5, 4, 3], [2, 1, 0]]);
        assert_eq!(turned(4), [[3, 4, 5], [0, 1, 2]]);
        assert_eq!(turned(5), [[0, 3], [1, 4], [2, 5]]);
        assert_eq!(turned(6), [[3, 0], [4, 1], [5, 2]]);
        assert_eq!(turned(7), [[5, 2], [4, 1], [3, 0]]);
        assert_eq!(turned(8), [[2, 5], [1, 4], [0, 3]]);
    }

    #[test]
    fn an_orientation_that_is_none_turns_nothing() {
        for exif in [None, Some(Vec::new()), Some(b"II*\0\xff\xff\xff\xff".to_vec()), Some(vec![0; 99])] {
            assert_eq!(Turn::in_exif(exif), Turn(1));
        }
    }
}
