//! The story as bytes: what stands in the custom section `story` of the wasm.
//!
//! `FCST`, the format version, a checksum of all that follows, then for each language its short name and its length, and
//! after these the editions one after the other. A browser reads the list and decodes one edition only.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::edition::Edition;

/// The name of the custom section.
pub const NAME: &str = "story";

const MAGIC: [u8; 4] = *b"FCST";
const VERSION: u8 = 3;
const CHECKSUM_LENGTH: usize = 8;

/// The list of editions before the editions themselves.
#[derive(Debug, Deserialize, Serialize)]
struct Contents {
    editions: Vec<(String, u32)>,
}

/// Why bytes are not a story.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum DecodeError {
    /// They do not begin as a story does.
    NotAStory,
    /// They are a story of another version of this format.
    OtherVersion(u8),
    /// They are cut short or changed.
    Damaged,
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
            Self::Empty => formatter.write_str("the story has no language"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Reads one edition: the one in `language`, or the story's first where it has none in that language.
///
/// # Errors
/// When the bytes are not a story of this version, or not all of one.
pub fn decode(bytes: &[u8], language: &str) -> Result<Edition, DecodeError> {
    let rest = bytes.strip_prefix(&MAGIC).ok_or(DecodeError::NotAStory)?;
    let (version, rest) = rest.split_first().ok_or(DecodeError::Damaged)?;
    if *version != VERSION {
        return Err(DecodeError::OtherVersion(*version));
    }
    let (sum, rest) = rest.split_at_checked(CHECKSUM_LENGTH).ok_or(DecodeError::Damaged)?;
    if sum != checksum(rest) {
        return Err(DecodeError::Damaged);
    }
    let (contents, editions) = postcard::take_from_bytes::<Contents>(rest).map_err(|_| DecodeError::Damaged)?;

    let mut start = 0_usize;
    let mut chosen = None;
    for (name, length) in &contents.editions {
        let length = usize::try_from(*length).map_err(|_| DecodeError::Damaged)?;
        let end = start.checked_add(length).ok_or(DecodeError::Damaged)?;
        let found = name == language;
        if found || chosen.is_none() {
            chosen = Some(start..end);
        }
        if found {
            break;
        }
        start = end;
    }
    let edition = editions.get(chosen.ok_or(DecodeError::Empty)?).ok_or(DecodeError::Damaged)?;
    postcard::from_bytes(edition).map_err(|_| DecodeError::Damaged)
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
/// When an edition is longer than 4 GiB.
#[cfg(feature = "author")]
pub fn encode(editions: &[Edition]) -> postcard::Result<Vec<u8>> {
    let bodies = editions.iter().map(postcard::to_allocvec).collect::<postcard::Result<Vec<_>>>()?;
    let lengths = editions.iter().zip(&bodies).map(|(edition, body)| {
        let length = u32::try_from(body.len()).map_err(|_| postcard::Error::SerializeBufferFull)?;
        Ok((edition.language.clone(), length))
    });
    let contents = Contents { editions: lengths.collect::<postcard::Result<_>>()? };

    let mut rest = postcard::to_allocvec(&contents)?;
    rest.extend(bodies.into_iter().flatten());
    let mut bytes = MAGIC.to_vec();
    bytes.push(VERSION);
    bytes.extend(checksum(&rest));
    bytes.append(&mut rest);
    Ok(bytes)
}
