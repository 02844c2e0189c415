use std::{
    mem::{replace, swap},
    sync::Arc,
};

use super::{
    Folds, Wire, Wrong,
    fault::Fault,
    writer::{END, KNOWN, LONG, SHORT},
};
use crate::text::Made;

/// How many bits the bytes of a number have at most.
const LONGEST: u32 = 5 * 7;

/// How many times its own bytes a character folds to at most. The one that needs it is U+FDFA, a blessing in Arabic.
const WIDEST_FOLD: usize = 12;

/// Reads what a [`super::Writer`] wrote. It is nothing but what is left to be read.
///
/// What many types share is not put into each of them, so that the engine stays small.
#[derive(Debug)]
pub struct Reader<'b> {
    here: Half<'b>,
    there: Half<'b>,
    fault: Option<Fault>,
    folds: Arc<Folds>,
}

/// What is the same in every language, or what is not: what is left of it, and the texts that were read.
#[derive(Debug, Default)]
struct Half<'b> {
    numbers: Left<'b>,
    texts: Left<'b>,
    known: Vec<Known<'b>>,
}

/// A text that was read, and what was made of it for those who search it and those who do not. Where it stands again that is
/// shared: a number of one byte would else ask for hundreds.
#[derive(Debug)]
struct Known<'b> {
    text: &'b str,
    made: [Option<Arc<Made>>; 2],
}

/// Bytes that are left, and where they end.
#[derive(Debug, Default)]
struct Left<'b> {
    bytes: &'b [u8],
    end: usize,
}

impl<'b> Left<'b> {
    const fn place(&self) -> usize {
        self.end - self.bytes.len()
    }

    /// Takes so many bytes off its beginning, if there are so many.
    #[inline(never)]
    fn take(&mut self, length: usize) -> Option<Left<'b>> {
        let (bytes, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(Left { bytes, end: self.place() })
    }
}

impl<'b> Reader<'b> {
    /// Begins to read.
    #[must_use]
    pub fn new(bytes: &'b [u8]) -> Self {
        let mut reader = Self::apart(bytes, &Arc::default());
        let folds = Folds::read(&mut reader);
        // ASCII folds to itself, and the engine relies on no fold being much longer than what it is of.
        if folds.iter().any(|(of, folded)| of.is_ascii() || folded.len() > WIDEST_FOLD * of.len_utf8()) {
            reader.fail(Wrong::Fold);
        }
        reader.folds = Arc::new(folds);
        // What follows was numbered before it was known which characters fold.
        reader.here.known.clear();
        reader
    }

    /// Begins to read what was written by itself, with the folds of what it belongs to.
    #[must_use]
    pub(crate) fn apart(bytes: &'b [u8], folds: &Arc<Folds>) -> Self {
        let (here, there) = (Half::default(), Half::default());
        let mut reader = Self { here, there, fault: None, folds: Arc::clone(folds) };
        // The first numbers say how many bytes each part has but the last.
        reader.here.numbers = Left { bytes, end: bytes.len() };
        let lengths = [reader.length(), reader.length(), reader.length()];
        let left = &mut reader.here.numbers;
        if let [Some(shared_numbers), Some(shared_texts), Some(numbers)] = lengths.map(|length| left.take(length)) {
            reader.here.texts = replace(left, numbers);
            (reader.there.numbers, reader.there.texts) = (shared_numbers, shared_texts);
        } else {
            reader.fail(Wrong::Short);
        }
        reader
    }

    /// Goes over from what is not the same in every language to what is, and back.
    #[inline(never)]
    pub const fn swap(&mut self) {
        swap(&mut self.here, &mut self.there);
    }

    /// Says that everything was read.
    ///
    /// # Errors
    /// With the first thing that was wrong; also when something is left.
    pub fn end(self) -> Result<(), Fault> {
        let parts = [&self.here.numbers, &self.here.texts, &self.there.numbers, &self.there.texts];
        let left = parts.iter().find(|left| !left.bytes.is_empty());
        let left = left.map(|left| Fault { at: left.place(), wrong: Wrong::Long });
        self.fault.or(left).map_or(Ok(()), Err)
    }

    /// Notes that something is wrong with the number that was read last. Nothing more is read.
    #[inline(never)]
    pub(crate) fn fail(&mut self, wrong: Wrong) {
        self.stop(Fault { at: self.here.numbers.place(), wrong });
    }

    fn stop(&mut self, fault: Fault) {
        self.fault.get_or_insert(fault);
        for half in [&mut self.here, &mut self.there] {
            (half.numbers.bytes, half.texts.bytes) = (&[], &[]);
        }
    }

    /// A number up to a largest one.
    #[inline(never)]
    pub fn number(&mut self, most: u32) -> u32 {
        let (mut number, mut bits) = (0_u64, 0);
        loop {
            let Some((byte, rest)) = self.here.numbers.bytes.split_first() else {
                self.fail(Wrong::Short);
                return 0;
            };
            self.here.numbers.bytes = rest;
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

    /// A number that is a length or a position.
    fn length(&mut self) -> usize {
        usize::try_from(self.number(u32::MAX)).unwrap_or(usize::MAX)
    }

    /// How many there are of something that has a number at least. So there are no more of them than bytes are left,
    /// and nobody makes room for what cannot come.
    #[inline(never)]
    pub fn count(&mut self) -> usize {
        let count = self.length();
        if count > self.here.numbers.bytes.len() + self.there.numbers.bytes.len() {
            self.fail(Wrong::Short);
            return 0;
        }
        count
    }

    /// Some bytes.
    #[inline(never)]
    pub fn bytes(&mut self) -> &'b [u8] {
        let length = self.length();
        let bytes = self.here.texts.take(length);
        bytes.map_or_else(|| self.missing(), |left| left.bytes)
    }

    fn missing(&mut self) -> &'b [u8] {
        self.fail(Wrong::Short);
        &[]
    }

    /// A text, in place: the next one, or one that was there before.
    #[inline(never)]
    pub fn text(&mut self) -> &'b str {
        let at = self.text_at();
        self.here.known.get(at).map_or("", |known| known.text)
    }

    /// A text with what is made of it.
    pub(crate) fn made(&mut self, searched: bool) -> Arc<Made> {
        let at = self.text_at();
        let Some(Known { text, made: [plain, folded] }) = self.here.known.get_mut(at) else { return Arc::default() };
        let made = if searched { folded } else { plain };
        Arc::clone(made.get_or_insert_with(|| Arc::new(Made::of(text, searched.then_some(&self.folds)))))
    }

    /// Reads a text. Gives which one it is of those that were read; where there is none, a number that none of them has.
    fn text_at(&mut self) -> usize {
        let known = self.length();
        if let Some(known) = known.checked_sub(KNOWN) {
            if self.here.known.get(known).is_none_or(|known| known.text.len() > SHORT) {
                self.fail(Wrong::Number);
                return usize::MAX;
            }
            return known;
        }
        let before = self.here.texts.place();
        let text = if known == LONG { self.bytes() } else { self.until_end() };
        let text = std::str::from_utf8(text).unwrap_or_else(|_| {
            self.stop(Fault { at: before, wrong: Wrong::Text });
            ""
        });
        self.here.known.push(Known { text, made: [None, None] });
        self.here.known.len() - 1
    }

    /// The bytes up to the next [`END`].
    fn until_end(&mut self) -> &'b [u8] {
        let length = self.here.texts.bytes.iter().position(|byte| *byte == END);
        let text = length.and_then(|length| self.here.texts.take(length));
        self.here.texts.take(1);
        text.map_or_else(|| self.missing(), |left| left.bytes)
    }

    /// The position of one of some values, which is taken out of them.
    pub(crate) fn one_of<T: Default>(&mut self, values: &mut Vec<T>) -> T {
        let position = self.length();
        if position < values.len() {
            return values.remove(position);
        }
        self.fail(Wrong::Number);
        T::default()
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
