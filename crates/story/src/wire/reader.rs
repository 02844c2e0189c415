use std::sync::Arc;

use super::{Fault, Folds, Wire, Wrong};

/// How many bits the bytes of a number have at most.
const LONGEST: u32 = 5 * 7;

/// Reads what a [`super::Writer`] wrote. It is nothing but what is left to be read.
///
/// What many types share is not put into each of them: the whole reader is some two kilobytes of the engine.
#[derive(Debug)]
pub struct Reader<'b> {
    numbers: &'b [u8],
    texts: &'b [u8],
    /// Where the numbers end, and where all ends.
    ends: (usize, usize),
    fault: Option<Fault>,
    folds: Arc<Folds>,
}

impl<'b> Reader<'b> {
    /// Begins to read.
    #[must_use]
    pub fn new(bytes: &'b [u8]) -> Self {
        let mut reader = Self::apart(bytes, &Arc::default());
        reader.folds = Arc::new(Wire::read(&mut reader));
        reader
    }

    /// Begins to read what was written by itself, with the folds of what it belongs to.
    #[must_use]
    pub(crate) fn apart(bytes: &'b [u8], folds: &Arc<Folds>) -> Self {
        // The first number says where the others end; until then all of them may be numbers.
        let all = (bytes.len(), bytes.len());
        let mut reader = Self { numbers: bytes, texts: &[], ends: all, fault: None, folds: Arc::clone(folds) };
        let length = reader.length();
        match reader.numbers.split_at_checked(length) {
            Some((numbers, texts)) => {
                (reader.numbers, reader.texts, reader.ends.0) = (numbers, texts, bytes.len() - texts.len());
            }
            None => reader.fail(Wrong::Short),
        }
        reader
    }

    /// Says that everything was read.
    ///
    /// # Errors
    /// With the first thing that was wrong; also when something is left.
    pub fn end(mut self) -> Result<(), Fault> {
        if !(self.numbers.is_empty() && self.texts.is_empty()) {
            self.fail(Wrong::Long);
        }
        self.fault.map_or(Ok(()), Err)
    }

    /// Notes that something is wrong here. Nothing more is read.
    #[inline(never)]
    pub(crate) fn fail(&mut self, wrong: Wrong) {
        // Numbers come first: where some are left the place is one of theirs, or the text that the last one was about.
        let at = match wrong {
            Wrong::Text => self.ends.1 - self.texts.len(),
            Wrong::Long if self.numbers.is_empty() => self.ends.1 - self.texts.len(),
            _ => self.ends.0 - self.numbers.len(),
        };
        self.fault.get_or_insert(Fault { at, wrong });
        (self.numbers, self.texts) = (&[], &[]);
    }

    /// A number up to a largest one.
    #[inline(never)]
    pub fn number(&mut self, most: u32) -> u32 {
        let (mut number, mut bits) = (0_u64, 0);
        loop {
            let Some((byte, rest)) = self.numbers.split_first() else {
                self.fail(Wrong::Short);
                return 0;
            };
            self.numbers = rest;
            number |= u64::from(byte & 0x7f) << bits;
            bits += 7;
            if byte & 0x80 == 0 {
                break;
            }
            if bits == LONGEST {
                number = u64::MAX;
                break;
            }
        }
        match u32::try_from(number) {
            Ok(number) if number <= most => number,
            _ => {
                self.fail(Wrong::Number);
                0
            }
        }
    }

    /// How long something is that does not stand among the numbers.
    fn length(&mut self) -> usize {
        usize::try_from(self.number(u32::MAX)).unwrap_or(usize::MAX)
    }

    /// How many there are of something that has a number at least. So there are no more of them than bytes are left, and
    /// nobody makes room for what cannot come.
    #[inline(never)]
    pub fn count(&mut self) -> usize {
        let count = self.length();
        if count > self.numbers.len() {
            self.fail(Wrong::Short);
            return 0;
        }
        count
    }

    /// Some bytes.
    #[inline(never)]
    pub fn bytes(&mut self) -> &'b [u8] {
        let length = self.length();
        let Some((bytes, rest)) = self.texts.split_at_checked(length) else {
            self.fail(Wrong::Short);
            return &[];
        };
        self.texts = rest;
        bytes
    }

    /// A text, in place.
    #[inline(never)]
    pub fn text(&mut self) -> &'b str {
        std::str::from_utf8(self.bytes()).unwrap_or_else(|_| {
            self.fail(Wrong::Text);
            ""
        })
    }

    /// Whether something was wrong, so that nothing more comes.
    #[must_use]
    pub(crate) const fn is_over(&self) -> bool {
        self.fault.is_some()
    }

    /// What characters fold to.
    #[must_use]
    pub(crate) const fn folds(&self) -> &Arc<Folds> {
        &self.folds
    }
}
