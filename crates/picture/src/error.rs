use thiserror::Error;

use crate::limits::{LEAST_SIDE, MOST_BYTES, MOST_PIXELS};

/// Why a file cannot be shown as a picture. [`PictureError::remedy`] says what would be right.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
pub enum PictureError {
    /// It has more bytes than are read.
    #[error("the picture has {bytes} bytes; the most is {MOST_BYTES}")]
    TooLarge {
        /// How many.
        bytes: u64,
    },
    /// It is a drawing in SVG.
    #[error("the picture is SVG, which may hold scripts and call up other files")]
    Svg,
    /// It is AVIF, for which there is no decoder that we could trust and give away.
    #[error("the picture is AVIF, which is not read")]
    Avif,
    /// It is of another type.
    #[error("the picture is {}, which is not read", .0.unwrap_or("of no known type"))]
    OtherType(Option<&'static str>),
    /// It moves.
    #[error("the picture is animated")]
    Animated,
    /// A side is too short.
    #[error("the picture has {width} × {height} pixels; the least is {LEAST_SIDE} each way")]
    TooSmall {
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
    },
    /// It has too many pixels.
    #[error("the picture has {width} × {height} pixels; the most is {} million", MOST_PIXELS / 1_000_000)]
    TooManyPixels {
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
    },
    /// Its colours are those of a printing press.
    #[error("the picture has the colours of a printing press (CMYK)")]
    Cmyk,
    /// It cannot be decoded.
    #[error("the picture is damaged or cut short: {reason}")]
    Damaged {
        /// What the decoder says.
        reason: String,
    },
}

impl PictureError {
    pub(crate) fn damaged(reason: impl std::fmt::Display) -> Self {
        // On one line, whatever a decoder says.
        let reason = reason.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
        Self::Damaged { reason }
    }

    /// What would be right.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Self::TooLarge { .. } | Self::TooManyPixels { .. } => {
                "save it smaller; 2000 pixels are enough each way".into()
            }
            Self::Svg | Self::Avif | Self::OtherType(_) => "save it as JPEG, PNG or WebP".into(),
            Self::Animated => "save one of its frames".into(),
            Self::TooSmall { .. } => "use a larger one, or none: a face is drawn then".into(),
            Self::Cmyk => "save it with the colours of a screen (RGB)".into(),
            Self::Damaged { .. } => "save it anew".into(),
        }
    }
}
