//! The bytes of a story, written and read without a derived line: what a general format generates for each type costs a
//! browser several kilobytes.
//!
//! What is written comes apart, so that alike things stand together, which is what a compressor finds: what is the same
//! in every language and what is not, and each of these into numbers and texts. First comes how many bytes each part has
//! but the last, then
//!
//! - the numbers that are the same in every language, seven bits a byte,
//! - the texts that are, with a zero after each,
//! - the other numbers and the other texts.
//!
//! A short text that stands there a second time is a number: which one it is of those before. So editions of one story
//! differ in their texts and little else, and from the second one on cost not much more than these.
//!
//! Reading never fails halfway: from the first thing that is wrong on, a [`Reader`] has nothing left and gives zeros
//! and empty texts, and [`Reader::end`] tells what it was. So no type needs a way out for each of its parts.

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

/// What can be written as bytes and read again. It has one number at least: see [`Reader::count`].
pub trait Wire: Sized {
    /// Writes it behind what was written before.
    fn write(&self, writer: &mut Writer);

    /// Reads it. Where the bytes are none it is something of that type, and the reader knows.
    fn read(reader: &mut Reader<'_>) -> Self;
}

/// What characters fold to, in the order of the characters. They are the same for all texts, so they stand once before
/// them.
pub type Folds = Vec<(char, String)>;

/// Writes a value as [`from_bytes`] reads it.
#[must_use]
pub fn to_bytes(value: &impl Wire) -> Vec<u8> {
    let mut writer = Writer::default();
    value.write(&mut writer);
    writer.into_bytes()
}

/// Reads a value.
///
/// # Errors
/// When the bytes are not what [`to_bytes`] writes for one.
pub fn from_bytes<T: Wire>(bytes: &[u8]) -> Result<T, Fault> {
    let mut reader = Reader::new(bytes);
    let value = T::read(&mut reader);
    reader.end().map(|()| value)
}
