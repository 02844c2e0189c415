//! The story as bytes: what stands in the custom section `story` of the wasm.
//!
//! `FCST`, the format version, a checksum of all that follows, then for each language its short name and its edition, as
//! [`wire`] writes such things. A browser decodes one edition only.

use std::{fmt, rc::Rc};

use crate::{
    edition::Edition,
    wire::{self, Fault, Reader},
};

/// The name of the custom section.
pub const NAME: &str = "story";

const MAGIC: [u8; 4] = *b"FCST";
const VERSION: u8 = 5;
const CHECKSUM_LENGTH: usize = 8;

/// Why bytes are not a story.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum DecodeError {
    /// They do not begin as a story does.
    NotAStory,
    /// They are a story of another version of this format.
    OtherVersion(u8),
    /// They are cut short or changed.
    Damaged,
    /// They are what they were, and yet no edition can be read from them.
    Misread(Fault),
    /// The story has no edition at all.
    Empty,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAStory => formatter.write_str("these bytes are not a story"),
            Self::OtherVersion(version) => {
                write!(formatter, "the story has format version {version}, this engine reads version {VERSION}")
            }
            Self::Damaged => formatter.write_str("the story is damaged or cut short"),
            Self::Misread(fault) => write!(formatter, "the story is damaged: {fault}"),
            Self::Empty => formatter.write_str("the story has no language"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Reads one edition: the one in `language`, or the story's first where it has none in that language.
///
/// # Errors
/// When the bytes are not a story of this version, or not all of one.
pub fn decode(bytes: &[u8], language: &str) -> Result<Rc<Edition>, DecodeError> {
    let rest = bytes.strip_prefix(&MAGIC).ok_or(DecodeError::NotAStory)?;
    let (version, rest) = rest.split_first().ok_or(DecodeError::Damaged)?;
    if *version != VERSION {
        return Err(DecodeError::OtherVersion(*version));
    }
    let (sum, rest) = rest.split_at_checked(CHECKSUM_LENGTH).ok_or(DecodeError::Damaged)?;
    if sum != checksum(rest) {
        return Err(DecodeError::Damaged);
    }
    let mut reader = Reader::new(rest);
    let mut chosen = None;
    for _ in 0..reader.count() {
        let (name, edition) = (reader.text(), reader.bytes());
        if chosen.is_none() || name == language {
            chosen = Some(edition);
        }
    }
    reader.end().map_err(DecodeError::Misread)?;
    wire::from_bytes(chosen.ok_or(DecodeError::Empty)?).map_err(DecodeError::Misread)
}

/// Which story bytes are, in few bits: another one has, but for a rare chance, another number. It is not checked that they are
/// whole; what is too short for a story has none.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> Option<u32> {
    let (sum, _) = bytes.get(MAGIC.len() + 1..)?.split_first_chunk()?;
    Some(u32::from_le_bytes(*sum))
}

/// FNV-1a: enough to notice damage, in a few bytes of code.
fn checksum(bytes: &[u8]) -> [u8; CHECKSUM_LENGTH] {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash.to_le_bytes()
}

/// Writes the editions of a story as [`decode`] reads them.
///
/// # Errors
/// When all of them together are longer than 4 GiB.
#[cfg(feature = "author")]
pub fn encode(editions: &[Edition]) -> Result<Vec<u8>, TooLong> {
    let mut writer = wire::Writer::default();
    writer.count(editions.len());
    for edition in editions {
        writer.text(&edition.language);
        writer.bytes(&wire::to_bytes(edition));
    }
    let rest = writer.into_bytes();
    // As much as can be counted.
    u32::try_from(rest.len()).map_err(|_| TooLong)?;
    Ok([&MAGIC[..], &[VERSION], &checksum(&rest), &rest].concat())
}

/// A story is longer than 4 GiB.
#[cfg(feature = "author")]
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("the story is longer than 4 GiB")]
pub struct TooLong;
