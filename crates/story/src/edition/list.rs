//! A list of which each entry is decoded when it is first looked at.

use std::{fmt, ops::Range, sync::OnceLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};
use serde_bytes::ByteBuf;

/// Up to so many entries are decoded at once: that costs less than to remember where each one stands.
const FEW: usize = 200;

/// A list of which each entry is decoded when it is first looked at, where there are many: a browser then shows fifty cards
/// of twenty thousand without having read the others.
pub struct List<T>(Kept<T>);

enum Kept<T> {
    /// Every entry.
    Entries(Vec<T>),
    /// The entries as bytes, where each one ends, and those that were looked at.
    Encoded { bytes: Vec<u8>, ends: Vec<usize>, decoded: Vec<OnceLock<Box<T>>> },
}

/// A list as it stands in a section.
#[derive(Deserialize, Serialize)]
enum Wire<E> {
    Entries(E),
    /// How long each entry is, and all of them one after the other.
    Encoded(Vec<u32>, ByteBuf),
}

impl<T> List<T> {
    /// How many entries there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        match &self.0 {
            Kept::Entries(entries) => entries.len(),
            Kept::Encoded { ends, .. } => ends.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<T: DeserializeOwned> List<T> {
    /// The entry at a position; none where there is no such position, or where the bytes are not an entry.
    #[must_use]
    pub fn get(&self, position: usize) -> Option<&T> {
        match &self.0 {
            Kept::Entries(entries) => entries.get(position),
            Kept::Encoded { bytes, ends, decoded } => {
                let known = decoded.get(position)?;
                if let Some(entry) = known.get() {
                    return Some(entry);
                }
                let entry = postcard::from_bytes(encoded(bytes, ends, position)?).ok()?;
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

#[cfg(feature = "author")]
impl<T: DeserializeOwned + Clone> List<T> {
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

/// What has an id that nothing else in its list has, and begins with it when it is encoded.
pub trait Named {
    /// The id.
    fn id(&self) -> &str;
}

impl<T: Named> List<T> {
    /// The position of the entry with an id, in time that grows with the list; it decodes no entry.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<u16> {
        let position = match &self.0 {
            Kept::Entries(entries) => entries.iter().position(|entry| entry.id() == id),
            Kept::Encoded { bytes, ends, .. } => {
                // A text stands in its bytes after its length, which no id is too long for to be one byte.
                let length = u8::try_from(id.len()).ok().filter(u8::is_ascii)?;
                let is_it = |entry: &[u8]| {
                    entry.split_first().is_some_and(|(first, rest)| *first == length && rest.starts_with(id.as_bytes()))
                };
                (0..ends.len()).find(|position| encoded(bytes, ends, *position).is_some_and(is_it))
            }
        };
        position.and_then(|position| u16::try_from(position).ok())
    }
}

/// The bytes of the entry at a position.
fn encoded<'b>(bytes: &'b [u8], ends: &[usize], position: usize) -> Option<&'b [u8]> {
    let start = position.checked_sub(1).map_or(Some(0), |before| ends.get(before).copied())?;
    bytes.get(start..*ends.get(position)?)
}

impl<'l, T: DeserializeOwned> IntoIterator for &'l List<T> {
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

impl<'l, T: DeserializeOwned> Iterator for Iter<'l, T> {
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

impl<T: DeserializeOwned + Clone> Clone for List<T> {
    fn clone(&self) -> Self {
        self.iter().cloned().collect()
    }
}

impl<T: DeserializeOwned + fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}

impl<T: DeserializeOwned + PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<T: DeserializeOwned + Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::Error;

        if self.len() <= FEW {
            let entries: Vec<&T> = self.iter().collect();
            return Wire::Entries(entries).serialize(serializer);
        }
        let (mut lengths, mut bytes) = (Vec::with_capacity(self.len()), Vec::new());
        for entry in self {
            let entry = postcard::to_allocvec(entry).map_err(S::Error::custom)?;
            lengths.push(u32::try_from(entry.len()).map_err(S::Error::custom)?);
            bytes.extend(entry);
        }
        Wire::<Vec<&T>>::Encoded(lengths, ByteBuf::from(bytes)).serialize(serializer)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match Wire::<Vec<T>>::deserialize(deserializer)? {
            Wire::Entries(entries) => Kept::Entries(entries),
            Wire::Encoded(lengths, bytes) => {
                let mut end = 0_usize;
                let ends = lengths.into_iter().map(|length| {
                    end = end.saturating_add(usize::try_from(length).unwrap_or(usize::MAX));
                    end
                });
                let ends: Vec<usize> = ends.collect();
                let decoded = ends.iter().map(|_| OnceLock::new()).collect();
                Kept::Encoded { bytes: bytes.into_vec(), ends, decoded }
            }
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
    struct Entry {
        id: String,
        number: u32,
    }

    impl Named for Entry {
        fn id(&self) -> &str {
            &self.id
        }
    }

    fn entries(count: u32) -> List<Entry> {
        (0..count).map(|number| Entry { id: format!("entry-{number}"), number: number * 1000 }).collect()
    }

    fn read(bytes: &[u8]) -> Option<List<Entry>> {
        postcard::from_bytes(bytes).ok()
    }

    #[test]
    fn a_list_is_read_back_as_it_was_written_whether_it_is_long_or_short() -> Result<(), postcard::Error> {
        for count in [0, 1, 200, 201, 1000] {
            let list = entries(count);
            let back = read(&postcard::to_allocvec(&list)?);
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
        Ok(())
    }

    #[test]
    fn only_what_is_looked_at_is_decoded() -> Result<(), postcard::Error> {
        let back = read(&postcard::to_allocvec(&entries(500))?).unwrap_or_default();
        assert_eq!(back.position("entry-400"), Some(400));
        assert_eq!(back.get(7).map(|entry| entry.number), Some(7000));
        let Kept::Encoded { decoded, .. } = &back.0 else { return Err(postcard::Error::WontImplement) };
        assert_eq!(decoded.iter().filter(|entry| entry.get().is_some()).count(), 1);
        Ok(())
    }

    #[test]
    fn a_damaged_entry_is_none_and_ends_nothing_else() -> Result<(), postcard::Error> {
        let whole = postcard::to_allocvec(&entries(300))?;
        // Wherever a byte is another one, nothing panics.
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = 0xff);
            if let Some(list) = read(&bytes) {
                assert!(list.iter().count() <= list.len());
                assert_eq!(list.get(list.len()), None);
            }
        }
        Ok(())
    }
}
