//! The wire format of a story, encoded and decoded by hand: the code that a general format derives for each type costs a
//! browser several kilobytes.
//!
//! Values are stored in four streams, since like beside like compresses better: what is the same in every language and what
//! is not, and each of these as numbers and as texts. The lengths of all streams but the last come first, then
//!
//! - the numbers that are the same in every language, as LEB128,
//! - the texts that are, each terminated by a zero,
//! - the numbers and the texts that differ.
//!
//! A short text that occurs again is stored as the index of its first occurrence. So editions of one story differ in their
//! texts and little else, and from the second one on cost not much more than these.
//!
//! Decoding never stops halfway: after the first fault a [`Reader`] gives zeros and empty texts, and [`Reader::end`] returns
//! that fault. So no type needs an early return for each of its fields.

mod fault;
mod reader;
mod types;
mod writer;

pub(crate) use self::types::wire;
pub use self::{
    fault::{Fault, Wrong},
    reader::Reader,
    writer::Writer,
};

/// A type with an encoding. It has at least one number: see [`Reader::count`].
pub trait Wire: Sized {
    /// Appends it to what was written before.
    fn write(&self, writer: &mut Writer);

    /// Reads it. After a fault it is some value of the type, and [`Reader::end`] returns the fault.
    fn read(reader: &mut Reader<'_>) -> Self;
}

/// What characters fold to, sorted by character. It is the same for all texts, so it is stored once, before them.
pub type Folds = Vec<(char, String)>;

/// Encodes a value for [`from_bytes`].
#[must_use]
pub fn to_bytes(value: &impl Wire) -> Vec<u8> {
    let mut writer = Writer::default();
    value.write(&mut writer);
    writer.into_bytes()
}

/// Decodes a value.
///
/// # Errors
/// When the bytes are not an encoding of one.
pub fn from_bytes<T: Wire>(bytes: &[u8]) -> Result<T, Fault> {
    let mut reader = Reader::new(bytes);
    let value = T::read(&mut reader);
    reader.end().map(|()| value)
}
