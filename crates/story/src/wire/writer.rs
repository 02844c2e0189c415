use std::{
    collections::{BTreeMap, HashMap},
    mem::{swap, take},
};

use super::{Folds, Wire};
use crate::leb128;

/// Terminates each text: that compresses better than lengths.
pub(super) const END: u8 = 0;

/// In place of the index of an earlier text: that a new one follows, or one with its length since it contains [`END`]. All
/// other numbers are indices of earlier texts.
pub(super) const NEW: usize = 0;
pub(super) const LONG: usize = 1;
pub(super) const KNOWN: usize = 2;

/// The most bytes of a text that an index may stand for. So forged bytes make a reader allocate at most so many times their
/// length.
pub(super) const SHORT: usize = 128;

/// Encodes values.
#[derive(Debug, Default)]
pub struct Writer {
    here: Half,
    there: Half,
    folds: BTreeMap<char, String>,
}

/// The two streams of what is the same in every language, or of what is not.
#[derive(Debug, Default)]
struct Half {
    numbers: Vec<u8>,
    texts: Vec<u8>,
    /// The count of texts so far, and the index of each short one.
    written: usize,
    known: HashMap<String, usize>,
}

impl Writer {
    /// Switches between what differs by language and what does not.
    pub const fn swap(&mut self) {
        swap(&mut self.here, &mut self.there);
    }

    /// Writes a number.
    pub fn number(&mut self, number: u32) {
        leb128::write(&mut self.here.numbers, number);
    }

    /// Writes the count of elements that follow, at most `u32::MAX`.
    pub fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).unwrap_or(u32::MAX));
    }

    /// Writes bytes, preceded by their length.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.here.texts.extend(bytes);
    }

    /// Writes a text, or the index of its first occurrence.
    pub fn text(&mut self, text: &str) {
        if let Some(known) = self.here.known.get(text) {
            self.count(KNOWN + known);
            return;
        }
        if text.as_bytes().contains(&END) {
            self.count(LONG);
            self.bytes(text.as_bytes());
        } else {
            self.count(NEW);
            self.here.texts.extend(text.bytes().chain([END]));
        }
        // Long ones are counted too, or else the numbers would not be the same in every language.
        if text.len() <= SHORT {
            self.here.known.insert(text.to_owned(), self.here.written);
        }
        self.here.written += 1;
    }

    /// Records what a character folds to, for all texts that are searched.
    pub fn fold(&mut self, character: char, folded: &str) {
        self.folds.entry(character).or_insert_with(|| folded.to_owned());
    }

    /// Encodes something that is decoded separately, with the same folds.
    pub fn apart(&mut self, value: &impl Wire) -> Vec<u8> {
        let mut inner = Self { folds: take(&mut self.folds), ..Self::default() };
        value.write(&mut inner);
        self.folds = take(&mut inner.folds);
        inner.joined()
    }

    /// The encoded bytes.
    #[must_use]
    pub fn into_bytes(mut self) -> Vec<u8> {
        let mut folds = Self::default();
        take(&mut self.folds).into_iter().collect::<Folds>().write(&mut folds);
        self.here.numbers.splice(0..0, folds.here.numbers);
        self.here.texts.splice(0..0, folds.here.texts);
        self.joined()
    }

    fn joined(self) -> Vec<u8> {
        let parts = [self.there.numbers, self.there.texts, self.here.numbers, self.here.texts];
        let mut bytes = Vec::new();
        for part in parts.iter().take(3) {
            leb128::write(&mut bytes, u32::try_from(part.len()).unwrap_or(u32::MAX));
        }
        bytes.extend(parts.into_iter().flatten());
        bytes
    }
}
