//! The shape of what was prerendered: a number by which the engine sees that a page still is just that, and of its own making,
//! before it hydrates its nodes. `hydrate.js` finds the same of the nodes themselves.

use fact_cards_story::section;

use crate::publish::asset::hash;

/// What FNV-1a multiplies with. In a browser a number of 32 bits needs no code.
const PRIME: u32 = 16_777_619;

/// Elements that have no end tag.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// Tells engines from one another, as they are without a story.
pub(crate) fn engine(wasm: &[u8]) -> u32 {
    // It is written in hexadecimal digits.
    let engine = hash(wasm).get(..8).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    engine.unwrap_or_default()
}

/// What makes a page, but for its elements: an engine and a story.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct BuildId {
    engine: u32,
    story: u32,
}

impl BuildId {
    /// An engine, as it is without a story, and the story.
    pub fn new(wasm: &[u8], story: &[u8]) -> Self {
        Self { engine: engine(wasm), story: section::fingerprint(story).unwrap_or_default() }
    }

    /// The shape of markup that Yew has written: its elements and comments, in order and one inside the other.
    pub fn shape(self, markup: &str) -> u32 {
        let mut hash = self.engine;
        let mut note = |text: &str| text.bytes().for_each(|byte| hash = (hash ^ u32::from(byte)).wrapping_mul(PRIME));
        let mut rest = markup;
        while let Some((_, after)) = rest.split_once('<') {
            rest = if let Some(comment) = after.strip_prefix("!--") {
                note("!/");
                comment.split_once("-->").unwrap_or_default().1
            } else if after.starts_with('/') {
                note("/");
                after
            } else {
                let name = after.split([' ', '>']).next().unwrap_or_default();
                note(name);
                if VOID.contains(&name) {
                    note("/");
                }
                behind_tag(after)
            };
        }
        hash ^ self.story
    }
}

/// What comes after a start tag. In the values of its attributes there may be a `<` too.
fn behind_tag(tag: &str) -> &str {
    let mut quoted = false;
    let end = tag.find(|letter| {
        quoted ^= letter == '"';
        letter == '>' && !quoted
    });
    end.and_then(|end| tag.get(end..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(markup: &str) -> u32 {
        BuildId::default().shape(markup)
    }

    #[test]
    fn text_and_attributes_are_no_part_of_the_shape() {
        let bare = shape("<!----><p><b></b><input></p>");
        assert_eq!(bare, shape(r#"<!--<[w]>-->A<p class="a>b" id="<i>"> &lt;i&gt; <b>1</b><input value="/>"></p>"#));
    }

    #[test]
    fn an_element_more_or_less_or_elsewhere_is_another_shape() {
        let all = [
            "<p><b></b></p>",
            "<p></p><b></b>",
            "<p></p>",
            "<p><b></b><b></b></p>",
            "<p><i></i></p>",
            "<p><!----></p>",
        ];
        for (at, one) in all.iter().enumerate() {
            assert!(all.iter().skip(at + 1).all(|other| shape(one) != shape(other)), "{one}");
        }
    }

    #[test]
    fn another_engine_or_another_story_makes_another_shape_of_the_same_elements() {
        let of = |engine: &[u8], story: &[u8]| BuildId::new(engine, story).shape("<p></p>");
        let first = of(b"engine", b"FCST\x031234....");
        assert_ne!(first, of(b"Engine", b"FCST\x031234...."));
        assert_ne!(first, of(b"engine", b"FCST\x031235...."));
    }
}
