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

/// The most bytes that the data of a story may have: [`encode`] writes and [`decode`] reads no more. 20,000 cards that a program
/// has made up take 39 MiB in two languages.
pub const MOST_BYTES: usize = 64 << 20;

const MAGIC: [u8; 4] = *b"FCST";
/// The version of the format. What is of another one is not read.
pub const VERSION: u8 = 8;
const CHECKSUM_LENGTH: usize = 8;

/// How many bytes stand before the languages: enough for [`fingerprint`].
pub const HEADER_LENGTH: u32 = 13;

/// Why bytes are not a story.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum DecodeError {
    /// They are more than [`MOST_BYTES`].
    TooLarge,
    /// They do not begin as a story does: there are none, or they are a page, a picture or anything else.
    NotAStory,
    /// They are a story of an earlier version of this format.
    Older(u8),
    /// They are a story of a later version of this format.
    Newer(u8),
    /// They are cut short or changed.
    Damaged,
    /// They are what they were, and yet no edition can be read from them.
    Misread(Fault),
    /// The story has no edition at all.
    Empty,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            // Versions are not told as numbers: what is to be done is.
            Self::TooLarge => "the story is larger than 64 MiB",
            Self::NotAStory => "what is there is not the data of a story",
            Self::Older(_) => "the story was built for an older engine: build the story again",
            Self::Newer(_) => "the engine is older than the story: publish the engine that came with it",
            Self::Damaged => "the story is damaged or cut short",
            Self::Misread(fault) => return write!(formatter, "the story is damaged: {fault}"),
            Self::Empty => "the story has no language",
        })
    }
}

impl std::error::Error for DecodeError {}

/// Reads one edition: the one in `language`, or the story's first where it has none in that language.
///
/// Whatever the bytes are, it gives an edition that can be shown or an error, and takes no more room than a small multiple
/// of their length.
///
/// # Errors
/// When the bytes are not a story of this version, not all of one, or too many.
pub fn decode(bytes: &[u8], language: &str) -> Result<Rc<Edition>, DecodeError> {
    if bytes.len() > MOST_BYTES {
        return Err(DecodeError::TooLarge);
    }
    let rest = bytes.strip_prefix(&MAGIC).ok_or(DecodeError::NotAStory)?;
    let (version, rest) = rest.split_first().ok_or(DecodeError::Damaged)?;
    match *version {
        VERSION => {}
        older @ ..VERSION => return Err(DecodeError::Older(older)),
        newer => return Err(DecodeError::Newer(newer)),
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

/// A fingerprint of a story: the lowest 32 bits of its checksum. It tells builds apart and is no proof of identity. The bytes
/// are not verified; too few have none.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> Option<u32> {
    let (sum, _) = bytes.get(MAGIC.len() + 1..)?.split_first_chunk()?;
    Some(u32::from_le_bytes(*sum))
}

/// FNV-1a in 64 bits: enough to notice damage, in a few bytes of code.
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
/// When all of them together are more than [`MOST_BYTES`].
pub fn encode(editions: &[Edition]) -> Result<Vec<u8>, TooLarge> {
    let mut writer = wire::Writer::default();
    writer.count(editions.len());
    for edition in editions {
        writer.text(&edition.language);
        writer.bytes(&wire::to_bytes(edition));
    }
    let bytes = sealed(&writer.into_bytes());
    if bytes.len() > MOST_BYTES { Err(TooLarge { bytes: bytes.len() }) } else { Ok(bytes) }
}

/// What was written of a story, behind what a story begins with: its version and the right checksum.
#[must_use]
pub fn sealed(written: &[u8]) -> Vec<u8> {
    [&MAGIC[..], &[VERSION], &checksum(written), written].concat()
}

/// A story has more data than a browser takes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TooLarge {
    /// How many bytes it has.
    pub bytes: usize,
}

impl fmt::Display for TooLarge {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (size, most) = (self.bytes.div_ceil(1 << 20), MOST_BYTES >> 20);
        write!(
            formatter,
            "the data of the story is {size} MiB, and no browser reads more than {most}: split the story in two"
        )
    }
}

impl std::error::Error for TooLarge {}
