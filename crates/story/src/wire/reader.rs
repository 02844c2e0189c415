use std::{
    mem::{replace, swap},
    sync::Arc,
};

use super::{
    Folds, Wire, Wrong,
    fault::Fault,
    writer::{END, KNOWN, LONG, SHORT},
};
use crate::{
    leb128::{self, NoNumber},
    text::Made,
};

/// How many times its own bytes a character folds to at most. The one that needs it is U+FDFA, a blessing in Arabic.
const WIDEST_FOLD: usize = 12;

/// Decodes what a [`super::Writer`] has encoded. Its fields are what is left to be read.
///
/// What many types share is not inlined into each of them, so that the engine stays small.
#[derive(Debug)]
pub struct Reader<'b> {
    here: Half<'b>,
    there: Half<'b>,
    fault: Option<Fault>,
    folds: Arc<Folds>,
}

/// The two streams of what is the same in every language, or of what is not, and the texts that were read from them.
#[derive(Debug, Default)]
struct Half<'b> {
    numbers: Left<'b>,
    texts: Left<'b>,
    known: Vec<ReadText<'b>>,
}

/// A text that was read, and what was made of it, searched and not searched. Where it occurs again that is shared: a number
/// of one byte would else allocate hundreds.
#[derive(Debug)]
struct ReadText<'b> {
    text: &'b str,
    made: [Option<Arc<Made>>; 2],
}

/// The bytes that are left, and the offset of their end.
#[derive(Debug, Default)]
struct Left<'b> {
    bytes: &'b [u8],
    end: usize,
}

impl<'b> Left<'b> {
    const fn place(&self) -> usize {
        self.end - self.bytes.len()
    }

    /// Removes so many bytes from the front, if there are so many.
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

    /// A reader of something that was encoded separately, with the folds of what it belongs to.
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

    /// Switches between what differs by language and what does not.
    #[inline(never)]
    pub const fn swap(&mut self) {
        swap(&mut self.here, &mut self.there);
    }

    /// Ends the decoding.
    ///
    /// # Errors
    /// With the first fault, or when bytes are left.
    pub fn end(self) -> Result<(), Fault> {
        let parts = [&self.here.numbers, &self.here.texts, &self.there.numbers, &self.there.texts];
        let left = parts.iter().find(|left| !left.bytes.is_empty());
        let left = left.map(|left| Fault { at: left.place(), wrong: Wrong::Long });
        self.fault.or(left).map_or(Ok(()), Err)
    }

    /// Records a fault at the number that was read last. Nothing more is read.
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

    /// A number that is at most so large.
    #[inline(never)]
    pub fn number(&mut self, most: u32) -> u32 {
        match leb128::read(&mut self.here.numbers.bytes) {
            Ok(number) if number <= most => return number,
            Err(NoNumber::Short) => self.fail(Wrong::Short),
            _ => self.fail(Wrong::Number),
        }
        0
    }

    /// A number that is a length or a position.
    fn length(&mut self) -> usize {
        usize::try_from(self.number(u32::MAX)).unwrap_or(usize::MAX)
    }

    /// The count of elements that follow. Each has at least one number, so a count beyond the bytes that are left is a fault,
    /// and nobody allocates for what cannot come.
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

    /// A text, borrowed: the next one, or one that has occurred before.
    #[inline(never)]
    pub fn text(&mut self) -> &'b str {
        let at = self.text_at();
        self.here.known.get(at).map_or("", |known| known.text)
    }

    /// A text with its folded form.
    pub(crate) fn made(&mut self, searched: bool) -> Arc<Made> {
        let at = self.text_at();
        let Some(ReadText { text, made: [plain, folded] }) = self.here.known.get_mut(at) else { return Arc::default() };
        let made = if searched { folded } else { plain };
        Arc::clone(made.get_or_insert_with(|| Arc::new(Made::new(text, searched.then_some(&self.folds)))))
    }

    /// Reads a text and returns its index among those that were read; after a fault, an index that none of them has.
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
        self.here.known.push(ReadText { text, made: [None, None] });
        self.here.known.len() - 1
    }

    /// The bytes up to the next [`END`].
    fn until_end(&mut self) -> &'b [u8] {
        let length = self.here.texts.bytes.iter().position(|byte| *byte == END);
        let text = length.and_then(|length| self.here.texts.take(length));
        self.here.texts.take(1);
        text.map_or_else(|| self.missing(), |left| left.bytes)
    }

    /// Reads an index into some values, and takes that value out of them.
    pub(crate) fn one_of<T: Default>(&mut self, values: &mut Vec<T>) -> T {
        let position = self.length();
        if position < values.len() {
            return values.remove(position);
        }
        self.fail(Wrong::Number);
        T::default()
    }

    /// Whether decoding has failed.
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
