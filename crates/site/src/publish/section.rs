use fact_cards_story::{leb128, section::NAME};

/// The magic number and version of a WebAssembly module.
const HEADER: &[u8; 8] = b"\0asm\x01\0\0\0";

/// A WebAssembly module with the story as its custom section `story`, or none where it is not a module or they are too long for one.
#[must_use]
pub fn with_story(wasm: &[u8], story: &[u8]) -> Option<Vec<u8>> {
    if !wasm.starts_with(HEADER) {
        return None;
    }
    let mut content = Vec::with_capacity(story.len() + NAME.len() + 1);
    leb128::write(&mut content, u32::try_from(NAME.len()).ok()?);
    content.extend(NAME.as_bytes());
    content.extend(story);

    let mut with_story = wasm.to_vec();
    with_story.push(0); // the id of custom sections
    leb128::write(&mut with_story, u32::try_from(content.len()).ok()?);
    with_story.extend(content);
    Some(with_story)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_story_is_a_named_section_after_the_module() {
        let wasm = with_story(HEADER, b"facts").unwrap_or_default();
        assert_eq!(wasm.strip_prefix(HEADER.as_slice()), Some(b"\x00\x0b\x05storyfacts".as_slice()));
    }

    #[test]
    fn a_story_cannot_be_added_to_what_is_not_webassembly() {
        assert_eq!(with_story(b"<!doctype html>", b"facts"), None);
    }
}
