use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::{
    decode,
    error::PictureError,
    focus::Focus,
    limits::{LEAST_SIDE, MOST_BYTES, MOST_PIXELS},
    size::{self, Size},
};

/// Another one gives every form another name: raise it with each change of what is made of a picture.
const ENCODER: u8 = 1;

/// What a file says of itself before it is decoded.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Seen {
    /// The size of the picture, upright.
    pub size: Size,
    /// The hash of the file.
    hash: [u8; 32],
}

impl Seen {
    /// Looks at a file: its type, its size, whether it is animated.
    ///
    /// # Errors
    /// When it is not a picture that is shown.
    pub fn of(bytes: &[u8]) -> Result<Self, PictureError> {
        let length = bytes.len() as u64;
        if length > MOST_BYTES {
            return Err(PictureError::TooLarge { bytes: length });
        }
        let size = decode::look(bytes)?;
        let Size { width, height } = size;
        if width.min(height) < LEAST_SIDE {
            return Err(PictureError::TooSmall { width, height });
        }
        if u64::from(width) * u64::from(height) > MOST_PIXELS {
            return Err(PictureError::TooManyPixels { width, height });
        }
        Ok(Self { size, hash: Sha256::digest(bytes).into() })
    }

    /// The size of its large form.
    #[must_use]
    pub fn large(&self) -> Size {
        size::large(self.size)
    }

    /// By what its forms are named: the file, the focus, and how forms are made. So names are known before there are forms.
    #[must_use]
    pub fn name(&self, focus: Focus) -> String {
        let mut hash = Sha256::new();
        hash.update([ENCODER]);
        hash.update(self.hash);
        for part in focus.thousandths() {
            hash.update(part.to_le_bytes());
        }
        let mut name = String::new();
        for byte in hash.finalize().iter().take(6) {
            // Writing to a String does not fail.
            let _ = write!(name, "{byte:02x}");
        }
        name
    }
}
