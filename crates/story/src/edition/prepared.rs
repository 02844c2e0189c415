use std::sync::OnceLock;

use crate::wire::{Reader, Wire, Writer};

/// A value derived from the rest of an edition. A story of many cards stores it, since deriving it takes long; otherwise it is
/// derived on first use.
#[derive(Debug)]
pub struct Prepared<T>(OnceLock<T>);

impl<T> Prepared<T> {
    /// What was prepared, or else what `make` makes.
    pub fn or_made(&self, make: impl FnOnce() -> T) -> &T {
        self.0.get_or_init(make)
    }
}

impl<T> Clone for Prepared<T> {
    /// A copy may be changed, so it makes its own.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T> Default for Prepared<T> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<T> From<T> for Prepared<T> {
    fn from(prepared: T) -> Self {
        Self(OnceLock::from(prepared))
    }
}

impl<T> PartialEq for Prepared<T> {
    /// It follows from what is compared besides.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T: Wire> Wire for Prepared<T> {
    fn write(&self, writer: &mut Writer) {
        self.0.get().is_some().write(writer);
        if let Some(prepared) = self.0.get() {
            prepared.write(writer);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Option::<T>::read(reader).map_or_else(Self::default, Self::from)
    }
}
