//! Numbers as LEB128: seven bits a byte, the lowest first. WebAssembly writes its lengths like this too.

/// How many bits the longest number of 32 bits takes.
const LONGEST: u32 = 35;

/// Why there is no number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NoNumber {
    /// The bytes end before it does.
    Short,
    /// It has more than 32 bits.
    Large,
}

/// Writes a number behind bytes.
pub fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push((number & 0x7f) as u8);
}

/// Takes a number from the front of bytes.
///
/// # Errors
/// When there is none.
// Inlined at both places it adds 300 bytes to the engine.
#[inline(never)]
pub fn read(bytes: &mut &[u8]) -> Result<u32, NoNumber> {
    let (mut number, mut bits) = (0_u64, 0);
    loop {
        let (byte, rest) = bytes.split_first().ok_or(NoNumber::Short)?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << bits;
        bits += 7;
        if byte & 0x80 == 0 {
            return u32::try_from(number).map_err(|_| NoNumber::Large);
        }
        if bits == LONGEST {
            return Err(NoNumber::Large);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(number: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(&mut bytes, number);
        bytes
    }

    #[test]
    fn a_number_over_seven_bits_takes_several_bytes() {
        assert_eq!(written(0), [0]);
        assert_eq!(written(127), [0x7f]);
        assert_eq!(written(128), [0x80, 1]);
        assert_eq!(written(624_485), [0xe5, 0x8e, 0x26]);
    }

    #[test]
    fn what_was_written_is_read_back_and_what_follows_is_left() {
        for number in [0, 1, 0x7f, 0x80, 0x3fff, 0x4000, 0x001f_ffff, 0x0020_0000, u32::MAX - 1, u32::MAX] {
            let bytes = [written(number), vec![9]].concat();
            let mut rest = bytes.as_slice();
            assert_eq!(read(&mut rest), Ok(number));
            assert_eq!(rest, [9]);
        }
    }

    #[test]
    fn a_truncated_or_too_large_number_is_none() {
        for (bytes, reason) in [
            (&[][..], NoNumber::Short),
            (&[0x80], NoNumber::Short),
            (&[0xff, 0xff, 0xff, 0xff, 0x10], NoNumber::Large),
            (&[0x80, 0x80, 0x80, 0x80, 0x80, 0], NoNumber::Large),
        ] {
            assert_eq!(read(&mut &*bytes), Err(reason), "{bytes:?}");
        }
    }
}
