//! How the types are written that a story is made of.

use std::rc::Rc;

use super::{Reader, Wire, Writer, Wrong};

/// Says of a type in which order its fields are written, first those that are the same in every language; `skip` are those that
/// are not. Or of an enumeration which of its variants has which number.
macro_rules! wire {
    (struct $name:ident { $([$($shared:ident),* $(,)?])? $($field:ident),* $(,)? $(; skip $skipped:ident)? }) => {
        impl $crate::wire::Wire for $name {
            fn write(&self, writer: &mut $crate::wire::Writer) {
                $(
                    writer.swap();
                    $($crate::wire::Wire::write(&self.$shared, writer);)*
                    writer.swap();
                )?
                $($crate::wire::Wire::write(&self.$field, writer);)*
            }

            fn read(reader: &mut $crate::wire::Reader<'_>) -> Self {
                $(
                    reader.swap();
                    $(let $shared = $crate::wire::Wire::read(reader);)*
                    reader.swap();
                )?
                Self {
                    $($($shared,)*)?
                    $($field: $crate::wire::Wire::read(reader),)*
                    $($skipped: Default::default(),)?
                }
            }
        }
    };
    (enum $name:ident { $first:ident $(, $variant:ident)* $(,)? }) => {
        impl $crate::wire::Wire for $name {
            fn write(&self, writer: &mut $crate::wire::Writer) {
                let variants = [Self::$first $(, Self::$variant)*];
                writer.count(variants.iter().position(|variant| variant == self).unwrap_or_default());
            }

            fn read(reader: &mut $crate::wire::Reader<'_>) -> Self {
                let variants = [Self::$first $(, Self::$variant)*];
                let last = u32::try_from(variants.len() - 1).unwrap_or_default();
                let number = usize::try_from(reader.number(last)).unwrap_or_default();
                variants.get(number).copied().unwrap_or(Self::$first)
            }
        }
    };
}
pub(crate) use wire;

macro_rules! numbers {
    ($($number:ident)*) => {
        $(impl Wire for $number {
            fn write(&self, writer: &mut Writer) {
                writer.number(u32::from(*self));
            }

            fn read(reader: &mut Reader<'_>) -> Self {
                Self::try_from(reader.number(u32::from(Self::MAX))).unwrap_or_default()
            }
        })*
    };
}
numbers! { u8 u16 u32 }

impl Wire for char {
    fn write(&self, writer: &mut Writer) {
        writer.number(u32::from(*self));
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self::from_u32(reader.number(u32::MAX)).unwrap_or_else(|| {
            reader.fail(Wrong::Number);
            Self::default()
        })
    }
}

impl Wire for bool {
    fn write(&self, writer: &mut Writer) {
        writer.number(u32::from(*self));
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        reader.number(1) == 1
    }
}

/// By its bits.
impl Wire for f32 {
    fn write(&self, writer: &mut Writer) {
        writer.number(self.to_bits());
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self::from_bits(reader.number(u32::MAX))
    }
}

impl Wire for String {
    fn write(&self, writer: &mut Writer) {
        writer.text(self);
    }

    #[inline(never)]
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.text().to_owned()
    }
}

/// Something large, which need not be moved about, nor be given up in more than one way.
impl<T: Wire> Wire for Rc<T> {
    fn write(&self, writer: &mut Writer) {
        T::write(self, writer);
    }

    #[inline(never)]
    fn read(reader: &mut Reader<'_>) -> Self {
        Self::new(T::read(reader))
    }
}

impl<T: Wire> Wire for Option<T> {
    fn write(&self, writer: &mut Writer) {
        self.is_some().write(writer);
        if let Some(value) = self {
            value.write(writer);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        bool::read(reader).then(|| T::read(reader))
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn write(&self, writer: &mut Writer) {
        writer.count(self.len());
        for entry in self {
            entry.write(writer);
        }
    }

    #[inline(never)]
    fn read(reader: &mut Reader<'_>) -> Self {
        // Room is made as entries come: one may take much more room than bytes.
        let count = reader.count();
        let mut entries = Self::new();
        for _ in 0..count {
            if reader.is_over() {
                break;
            }
            entries.push(T::read(reader));
        }
        entries
    }
}

impl<T: Wire, const LENGTH: usize> Wire for [T; LENGTH] {
    fn write(&self, writer: &mut Writer) {
        for entry in self {
            entry.write(writer);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        std::array::from_fn(|_| T::read(reader))
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn write(&self, writer: &mut Writer) {
        self.0.write(writer);
        self.1.write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        (A::read(reader), B::read(reader))
    }
}
