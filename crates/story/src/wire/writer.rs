use std::collections::BTreeMap;

use super::{Folds, Wire};

/// Takes down what is to be written.
#[derive(Debug, Default)]
pub struct Writer {
    numbers: Vec<u8>,
    texts: Vec<u8>,
    folds: BTreeMap<char, String>,
}

impl Writer {
    /// Writes a number.
    pub fn number(&mut self, number: u32) {
        leb128(&mut self.numbers, number);
    }

    /// Writes how many there are of something. More than four thousand million would not be read again.
    pub fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).unwrap_or(u32::MAX));
    }

    /// Writes bytes, with how many they are.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.texts.extend(bytes);
    }

    /// Writes down what a character folds to, for every text of which the reader asks that.
    pub fn fold(&mut self, character: char, folded: &str) {
        self.folds.entry(character).or_insert_with(|| folded.to_owned());
    }

    /// The bytes of something that is read by itself, but with the same folds.
    pub fn apart(&mut self, value: &impl Wire) -> Vec<u8> {
        let mut inner = Self { folds: std::mem::take(&mut self.folds), ..Self::default() };
        value.write(&mut inner);
        self.folds = std::mem::take(&mut inner.folds);
        inner.joined()
    }

    /// All that was written.
    #[must_use]
    pub fn into_bytes(mut self) -> Vec<u8> {
        let mut all = Self::default();
        std::mem::take(&mut self.folds).into_iter().collect::<Folds>().write(&mut all);
        all.numbers.append(&mut self.numbers);
        all.texts.append(&mut self.texts);
        all.joined()
    }

    fn joined(mut self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.numbers.len() + self.texts.len() + 5);
        leb128(&mut bytes, u32::try_from(self.numbers.len()).unwrap_or(u32::MAX));
        bytes.append(&mut self.numbers);
        bytes.append(&mut self.texts);
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
