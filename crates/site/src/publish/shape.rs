//! The shape of prerendered markup: a hash of its element names and the build id, by which the engine checks that the nodes are
//! unchanged and of its own build before it hydrates them. `hydrate.js` computes the same from the nodes.

use fact_cards_story::section;

use crate::publish::asset::hash;

/// The prime of 32-bit FNV-1a, which JavaScript can multiply by without further code.
const PRIME: u32 = 16_777_619;

/// Void elements: they have no end tag.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// The comment before what Yew keeps, whatever it is, and the one after that.
const RAW: &str = "<#>";
const END_OF_RAW: &str = "<!--</#>-->";

/// The hash of an engine without a story.
pub(crate) fn engine(wasm: &[u8]) -> u32 {
    // The hash is in hexadecimal digits.
    let engine = hash(wasm).get(..8).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    engine.unwrap_or_default()
}

/// Identifies a build: an engine and a story.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct BuildId {
    engine: u32,
    story: u32,
}

impl BuildId {
    /// The id of an engine (without a story) and a story.
    pub fn new(wasm: &[u8], story: &[u8]) -> Self {
        Self { engine: engine(wasm), story: section::fingerprint(story).unwrap_or_default() }
    }

    /// The shape of markup that Yew has rendered: its elements and comments, in document order, without what Yew keeps as it is.
    /// Of headings only the level below the title counts, which is the one that an element requests.
    pub fn shape(self, markup: &str) -> u32 {
        let mut hash = self.engine;
        // The first heading is the title.
        let mut title = None;
        let mut note = |text: &str| text.bytes().for_each(|byte| hash = (hash ^ u32::from(byte)).wrapping_mul(PRIME));
        let mut rest = markup;
        while let Some((_, after)) = rest.split_once('<') {
            rest = if let Some(comment) = after.strip_prefix("!--") {
                note("!/");
                let (mark, after) = comment.split_once("-->").unwrap_or_default();
                if mark == RAW {
                    after.find(END_OF_RAW).and_then(|end| after.get(end..)).unwrap_or_default()
                } else {
                    after
                }
            } else if after.starts_with('/') {
                note("/");
                after
            } else {
                let name = after.split([' ', '>']).next().unwrap_or_default();
                match level(name) {
                    Some(level) => note(&format!("h{}", level - *title.get_or_insert(level))),
                    None => note(name),
                }
                if VOID.contains(&name) {
                    note("/");
                }
                behind_tag(after)
            };
        }
        hash ^ self.story
    }
}

/// The level of a heading.
fn level(name: &str) -> Option<i32> {
    name.strip_prefix('h')?.parse().ok()
}

/// The text after a start tag, whose attribute values may contain `<` and `>`.
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
    fn text_and_attributes_are_not_part_of_the_shape() {
        let bare = shape("<!----><p><b></b><input></p>");
        assert_eq!(bare, shape(r#"<!--<[w]>-->A<p class="a>b" id="<i>"> &lt;i&gt; <b>1</b><input value="/>"></p>"#));
    }

    #[test]
    fn the_level_of_all_headings_together_is_not_part_of_the_shape() {
        let at = |title: u8, others: u8| shape(&format!("<h{title}></h{title}><hr><p><h{others}></h{others}></p>"));
        assert_eq!(at(2, 3), at(4, 5));
        assert_ne!(at(2, 3), at(2, 4));
        assert_ne!(at(2, 3), at(3, 3));
    }

    #[test]
    fn what_yew_keeps_is_not_part_of_the_shape_but_its_bounds_are() {
        let kept = |inside: &str| shape(&format!("<div><!--<#>-->{inside}<!--</#>--></div><p></p>"));
        assert_eq!(kept(""), kept("<ul><li title=\"<!-- -->\">1</li></ul><!---->"));
        assert_ne!(kept(""), shape("<div></div><p></p>"));
        assert_ne!(kept(""), shape("<div><!--<#>--></div><p></p>"));
    }

    #[test]
    fn an_added_missing_or_moved_element_is_another_shape() {
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
    fn another_engine_or_story_gives_the_same_elements_another_shape() {
        let of = |engine: &[u8], story: &[u8]| BuildId::new(engine, story).shape("<p></p>");
        let first = of(b"engine", b"FCST\x031234....");
        assert_ne!(first, of(b"Engine", b"FCST\x031234...."));
        assert_ne!(first, of(b"engine", b"FCST\x031235...."));
    }
}
