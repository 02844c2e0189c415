//! A list whose entries are decoded lazily.

use std::{
    fmt,
    ops::Range,
    sync::{Arc, OnceLock},
};

use super::ends::{ends, part};
use crate::wire::{Folds, Reader, Wire, Writer};

/// Up to so many entries are decoded at once: that costs less than an offset for each.
const FEW: usize = 200;

/// A list whose entries, where there are many, are decoded on first access: a browser shows fifty cards of twenty thousand
/// without decoding the others.
pub struct List<T>(Kept<T>);

enum Kept<T> {
    /// Every entry.
    Entries(Vec<T>),
    /// The entries as bytes, and those that were looked at.
    Encoded { encoded: Encoded, decoded: Vec<OnceLock<Box<T>>> },
}

/// Entries as bytes, concatenated, and the end offset of each.
struct Encoded {
    bytes: Vec<u8>,
    ends: Vec<u32>,
    folds: Arc<Folds>,
}

impl Encoded {
    /// What reads the entry at a position.
    fn reader(&self, position: usize) -> Option<Reader<'_>> {
        Some(Reader::apart(self.bytes.get(part(&self.ends, position)?)?, &self.folds))
    }
}

impl<T> List<T> {
    /// How many entries there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        match &self.0 {
            Kept::Entries(entries) => entries.len(),
            Kept::Encoded { decoded, .. } => decoded.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<T: Wire> List<T> {
    /// The entry at a position; none where there is no such position, or where the bytes are not an entry.
    #[must_use]
    pub fn get(&self, position: usize) -> Option<&T> {
        match &self.0 {
            Kept::Entries(entries) => entries.get(position),
            Kept::Encoded { encoded, decoded } => {
                let known = decoded.get(position)?;
                if let Some(entry) = known.get() {
                    return Some(entry);
                }
                let mut reader = encoded.reader(position)?;
                let entry = T::read(&mut reader);
                reader.end().ok()?;
                Some(known.get_or_init(|| Box::new(entry)))
            }
        }
    }

    /// Every entry, up to the first that is none. Where there are many this decodes all of them.
    #[must_use]
    pub fn iter(&self) -> Iter<'_, T> {
        self.into_iter()
    }
}

impl<T> List<T> {
    /// How many entries are decoded by now.
    #[must_use]
    pub fn decoded(&self) -> usize {
        match &self.0 {
            Kept::Entries(entries) => entries.len(),
            Kept::Encoded { decoded, .. } => decoded.iter().filter(|entry| entry.get().is_some()).count(),
        }
    }
}

impl<T: Wire + Clone> List<T> {
    /// The entries, to be changed.
    pub fn entries_mut(&mut self) -> &mut [T] {
        let entries = match &mut self.0 {
            Kept::Entries(entries) => std::mem::take(entries),
            Kept::Encoded { .. } => self.iter().cloned().collect(),
        };
        self.0 = Kept::Entries(entries);
        match &mut self.0 {
            Kept::Entries(entries) => entries,
            Kept::Encoded { .. } => &mut [],
        }
    }
}

/// An entry whose id is unique in its list and comes first in its encoding.
pub trait HasId {
    /// A position in the list.
    type Position: TryFrom<usize>;

    /// The id.
    fn id(&self) -> &str;
}

impl<T: HasId> List<T> {
    /// The position of the entry with an id, in time that grows with the list; it decodes no entry.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<T::Position> {
        let position = match &self.0 {
            Kept::Entries(entries) => entries.iter().position(|entry| entry.id() == id),
            // Its id is the first of what is the same in every language, and nothing else of it is read.
            Kept::Encoded { encoded, decoded } => {
                let is_it = |at: usize| {
                    let reader = encoded.reader(at);
                    reader.is_some_and(|mut reader| {
                        reader.swap();
                        reader.text() == id
                    })
                };
                (0..decoded.len()).find(|at| is_it(*at))
            }
        };
        position.and_then(|position| position.try_into().ok())
    }
}

impl<'l, T: Wire> IntoIterator for &'l List<T> {
    type Item = &'l T;
    type IntoIter = Iter<'l, T>;

    fn into_iter(self) -> Iter<'l, T> {
        Iter { list: self, left: 0..self.len() }
    }
}

/// The entries of a list.
pub struct Iter<'l, T> {
    list: &'l List<T>,
    left: Range<usize>,
}

impl<T> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Iter").field(&self.left).finish()
    }
}

impl<'l, T: Wire> Iterator for Iter<'l, T> {
    type Item = &'l T;

    fn next(&mut self) -> Option<&'l T> {
        self.list.get(self.left.next()?)
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Kept::Entries(Vec::new()))
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        Self(Kept::Entries(entries.into_iter().collect()))
    }
}

impl<T: Wire + Clone> Clone for List<T> {
    fn clone(&self) -> Self {
        self.iter().cloned().collect()
    }
}

impl<T: Wire + fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}

impl<T: Wire + PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<T: Wire> Wire for List<T> {
    fn write(&self, writer: &mut Writer) {
        let is_long = self.len() > FEW;
        is_long.write(writer);
        writer.count(self.len());
        if is_long {
            let entries: Vec<Vec<u8>> = self.iter().map(|entry| writer.apart(entry)).collect();
            for entry in &entries {
                writer.count(entry.len());
            }
            writer.bytes(&entries.concat());
        } else {
            for entry in self {
                entry.write(writer);
            }
        }
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        if !bool::read(reader) {
            return Self(Kept::Entries(Wire::read(reader)));
        }
        let ends = ends(reader);
        let decoded = ends.iter().map(|_| OnceLock::new()).collect();
        let encoded = Encoded { bytes: reader.bytes().to_vec(), ends, folds: Arc::clone(reader.folds()) };
        Self(Kept::Encoded { encoded, decoded })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_bytes, to_bytes, wire};

    #[derive(Clone, Debug, PartialEq)]
    struct Entry {
        id: String,
        number: u32,
    }

    wire!(struct Entry { [id] number });

    impl HasId for Entry {
        type Position = u16;

        fn id(&self) -> &str {
            &self.id
        }
    }

    fn entries(count: u32) -> List<Entry> {
        (0..count).map(|number| Entry { id: format!("entry-{number}"), number: number * 1000 }).collect()
    }

    fn read(bytes: &[u8]) -> Option<List<Entry>> {
        from_bytes(bytes).ok()
    }

    #[test]
    fn lists_of_any_length_are_read_back_unchanged() {
        for count in [0, 1, 200, 201, 1000] {
            let list = entries(count);
            let back = read(&to_bytes(&list));
            assert_eq!(back.as_ref(), Some(&list));
            let back = back.unwrap_or_default();
            assert_eq!(matches!(back.0, Kept::Encoded { .. }), count > 200);
            for (id, position) in [("entry-0", 0), ("entry-199", 199), ("entry-999", 999)] {
                let expected = (position < count).then_some(position).and_then(|position| u16::try_from(position).ok());
                assert_eq!(back.position(id), expected, "{id} of {count}");
            }
            assert_eq!(
                (back.position("entry-"), back.position(""), back.position(&"x".repeat(300))),
                (None, None, None)
            );
        }
    }

    #[test]
    fn only_entries_that_are_used_are_decoded() {
        let back = read(&to_bytes(&entries(500))).unwrap_or_default();
        assert_eq!(back.position("entry-400"), Some(400));
        assert_eq!(back.get(7).map(|entry| entry.number), Some(7000));
        assert_eq!(back.decoded(), 1);
    }

    #[test]
    fn a_damaged_entry_is_none_and_does_not_affect_others() {
        let whole = to_bytes(&entries(300));
        // Whichever byte is changed, nothing panics.
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            if let Some(byte) = bytes.get_mut(at) {
                *byte = 0xff;
            }
            if let Some(list) = read(&bytes) {
                assert!(list.iter().count() <= list.len());
                assert_eq!(list.get(list.len()), None);
            }
        }
    }
}
