use fact_cards_story::section::NAME;

/// How a WebAssembly module begins: its magic number and version 1.
const HEADER: &[u8; 8] = b"\0asm\x01\0\0\0";

/// A WebAssembly module with the story as its custom section `story`, or none where it is not a module.
#[must_use]
pub fn with_story(wasm: &[u8], story: &[u8]) -> Option<Vec<u8>> {
    if !wasm.starts_with(HEADER) {
        return None;
    }
    let mut content = Vec::with_capacity(story.len() + NAME.len() + 1);
    content.extend(leb128(NAME.len()));
    content.extend(NAME.as_bytes());
    content.extend(story);

    let mut with_story = wasm.to_vec();
    with_story.push(0); // the id of custom sections
    with_story.extend(leb128(content.len()));
    with_story.extend(content);
    Some(with_story)
}

/// A length as WebAssembly writes it: seven bits a byte, the lowest first.
fn leb128(mut length: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(length & 0x7f).unwrap_or_default();
        length >>= 7;
        if length == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_over_seven_bits_takes_several_bytes() {
        assert_eq!(leb128(0), [0]);
        assert_eq!(leb128(127), [0x7f]);
        assert_eq!(leb128(128), [0x80, 1]);
        assert_eq!(leb128(624_485), [0xe5, 0x8e, 0x26]);
    }

    #[test]
    fn the_story_stands_after_the_module_with_its_name() {
        let wasm = with_story(HEADER, b"facts").unwrap_or_default();
        assert_eq!(wasm.strip_prefix(HEADER.as_slice()), Some(b"\x00\x0b\x05storyfacts".as_slice()));
    }

    #[test]
    fn what_is_not_webassembly_takes_no_story() {
        assert_eq!(with_story(b"<!doctype html>", b"facts"), None);
    }
}
