use std::{
    collections::{BTreeMap, HashMap},
    mem::{swap, take},
};

use super::{Folds, Wire};

/// Stands after each text, which compresses better than lengths do.
pub(super) const END: u8 = 0;

/// What stands in place of the number of a text that comes, and of one that comes with its length since it has [`END`]
/// in it. All others are of texts that were there before.
pub(super) const NEW: usize = 0;
pub(super) const LONG: usize = 1;
pub(super) const KNOWN: usize = 2;

/// Up to so many bytes a text may have that a number stands for. So who reads bytes that somebody made up gives them no
/// more room than so many times their length.
pub(super) const SHORT: usize = 128;

/// Takes down what is to be written.
#[derive(Debug, Default)]
pub struct Writer {
    here: Half,
    there: Half,
    folds: BTreeMap<char, String>,
}

/// What is the same in every language, or what is not.
#[derive(Debug, Default)]
struct Half {
    numbers: Vec<u8>,
    texts: Vec<u8>,
    /// How many texts were written, and the short ones, each with how many were before it.
    written: usize,
    known: HashMap<String, usize>,
}

impl Writer {
    /// Goes over from what is not the same in every language to what is, and back.
    pub const fn swap(&mut self) {
        swap(&mut self.here, &mut self.there);
    }

    /// Writes a number.
    pub fn number(&mut self, number: u32) {
        leb128(&mut self.here.numbers, number);
    }

    /// Writes how many there are of something. More than four thousand million would not be read again.
    pub fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).unwrap_or(u32::MAX));
    }

    /// Writes bytes, with how many they are.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.here.texts.extend(bytes);
    }

    /// Writes a text, or which one it is of those that were there before.
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

    /// Writes down what a character folds to, for every text of which the reader asks that.
    pub fn fold(&mut self, character: char, folded: &str) {
        self.folds.entry(character).or_insert_with(|| folded.to_owned());
    }

    /// The bytes of something that is read by itself, but with the same folds.
    pub fn apart(&mut self, value: &impl Wire) -> Vec<u8> {
        let mut inner = Self { folds: take(&mut self.folds), ..Self::default() };
        value.write(&mut inner);
        self.folds = take(&mut inner.folds);
        inner.joined()
    }

    /// All that was written.
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
            leb128(&mut bytes, u32::try_from(part.len()).unwrap_or(u32::MAX));
        }
        bytes.extend(parts.into_iter().flatten());
        bytes
    }
}

/// A number in seven bits a byte, the lowest first.
fn leb128(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push((number & 0x7f) as u8);
}
