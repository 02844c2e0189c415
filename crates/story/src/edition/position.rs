//! Positions in the lists of an edition. Each list has a type for its own, so that none is taken for that of another.

use std::num::TryFromIntError;

use crate::wire::{Reader, Wire, Writer};

macro_rules! positions {
    ($($(#[$of:meta])* $name:ident,)*) => {$(
        $(#[$of])*
        #[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub struct $name(u16);

        impl $name {
            /// The position with a number, counted from 0.
            #[must_use]
            pub const fn new(number: u16) -> Self {
                Self(number)
            }

            /// Its number.
            #[must_use]
            pub const fn get(self) -> u16 {
                self.0
            }

            /// The same as what lists are asked with.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// Every position, in order.
            pub fn all() -> impl Iterator<Item = Self> + Clone {
                (0..=u16::MAX).map(Self)
            }

            /// The positions of a list of so many.
            pub fn first(count: usize) -> impl Iterator<Item = Self> + Clone {
                Self::all().take(count)
            }
        }

        impl From<u16> for $name {
            fn from(number: u16) -> Self {
                Self(number)
            }
        }

        impl TryFrom<usize> for $name {
            type Error = TryFromIntError;

            fn try_from(index: usize) -> Result<Self, TryFromIntError> {
                index.try_into().map(Self)
            }
        }

        impl From<$name> for u16 {
            fn from(position: $name) -> Self {
                position.0
            }
        }

        impl From<$name> for usize {
            fn from(position: $name) -> Self {
                position.index()
            }
        }

        /// As its number.
        impl Wire for $name {
            fn write(&self, writer: &mut Writer) {
                self.0.write(writer);
            }

            fn read(reader: &mut Reader<'_>) -> Self {
                Self(u16::read(reader))
            }
        }
    )*};
}

positions! {
    /// Position of a card in [`Edition::cards`](super::Edition::cards).
    CardId,
    /// Position of a fact in [`Edition::facts`](super::Edition::facts).
    FactId,
    /// Position of an article in [`Edition::articles`](super::Edition::articles).
    ArticleId,
    /// Position of a value among those of its facet in [`Edition::facets`](super::Edition::facets).
    ValueId,
}

/// The values of [`Facet::Source`](super::Facet::Source) are the articles, in the same order.
impl ArticleId {
    /// The article's value of [`Facet::Source`](super::Facet::Source).
    #[must_use]
    pub const fn source(self) -> ValueId {
        ValueId(self.0)
    }

    /// The article of a value of [`Facet::Source`](super::Facet::Source).
    #[must_use]
    pub const fn of_source(value: ValueId) -> Self {
        Self(value.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_bytes, to_bytes};

    #[test]
    fn a_position_is_written_as_its_number() {
        for number in [0, 1, 127, 128, 300, u16::MAX] {
            let bytes = to_bytes(&number);
            assert_eq!(to_bytes(&CardId::new(number)), bytes);
            assert_eq!(to_bytes(&FactId::new(number)), bytes);
            assert_eq!(to_bytes(&ArticleId::new(number)), bytes);
            assert_eq!(to_bytes(&ValueId::new(number)), bytes);
            assert_eq!(from_bytes(&bytes), Ok(CardId::new(number)));
            let several = [number, 7, number].to_vec();
            assert_eq!(to_bytes(&several.iter().copied().map(FactId::new).collect::<Vec<_>>()), to_bytes(&several));
        }
        // One more than the last is not a position.
        assert!(from_bytes::<CardId>(&to_bytes(&(u32::from(u16::MAX) + 1))).is_err());
    }

    #[test]
    fn a_list_of_any_length_has_exactly_its_positions() {
        let numbers = |count| CardId::first(count).map(CardId::get).collect::<Vec<_>>();
        assert_eq!(numbers(0), Vec::<u16>::new());
        assert_eq!(numbers(3), [0, 1, 2]);
        assert_eq!(FactId::all().map(FactId::index).last(), Some(usize::from(u16::MAX)));
    }
}
