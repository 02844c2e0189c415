//! What is fixed in some markup. The macro writes it as a text, which is far fewer bytes to download than tables with their
//! addresses; it is read when the markup is first used.

use std::cell::RefCell;

use yew::virtual_dom::AttributeOrProperty;

/// A node of a table.
pub enum TableNode {
    Text(&'static str),
    Hole,
    Element(&'static Element),
}

/// An element of a table. Its holes follow one another: those of its attributes, its own, those of its children.
pub struct Element {
    /// Its name; where that is computed, nothing.
    pub tag: &'static str,
    pub named: ElementAttributes,
    /// How many holes are for what is no attribute.
    pub own: usize,
    pub children: &'static [TableNode],
}

/// The attributes of an element.
pub enum ElementAttributes {
    /// All of them are fixed.
    Fixed(&'static [(&'static str, AttributeOrProperty)]),
    /// Their names, and for each its value or a hole. Yew takes attributes with the very same names for the same element's.
    Filled(&'static [&'static str], &'static [Option<&'static str>]),
}

/// Where a table is that was read, by where its text is.
type ReadTable = (*const u8, &'static [TableNode]);

thread_local! {
    /// All that were read, in order. They are kept for good: there are as many as there is markup in the source.
    static KNOWN: RefCell<Vec<ReadTable>> = const { RefCell::new(Vec::new()) };
}

/// The table that a text stands for.
pub fn table(text: &'static str) -> &'static [TableNode] {
    KNOWN.with_borrow_mut(|known| match known.binary_search_by_key(&text.as_ptr(), |(at, _)| *at) {
        Ok(at) => known.get(at).map(|(_, table)| *table).unwrap_or_default(),
        Err(at) => {
            let table = Reader(text).parts();
            known.insert(at, (text.as_ptr(), table));
            table
        }
    })
}

/// What is left of a text. It is made of marks, each with a word after it. The macro knows the same marks.
struct Reader(&'static str);

/// Text.
const TEXT: u8 = 1;
/// A node that is filled in.
const HOLE: u8 = 2;
/// An element, by its name.
const OPEN: u8 = 3;
/// An attribute: `name=value`, or only a name where the value is filled in.
const NAMED: u8 = 4;
/// Something else of the element that is filled in.
const OWN: u8 = 5;
/// The end of an element.
const CLOSE: u8 = 6;

impl Reader {
    /// The next mark with its word, if it is one of these.
    fn next(&mut self, mark: impl Fn(u8) -> bool) -> Option<(u8, &'static str)> {
        let found = self.0.bytes().next().filter(|found| mark(*found))?;
        let end = self.0.bytes().skip(1).position(|byte| byte <= CLOSE).map_or(self.0.len(), |at| at + 1);
        let (this, rest) = self.0.split_at_checked(end)?;
        self.0 = rest;
        Some((found, this.get(1..)?))
    }

    /// Nodes, up to the end of what they are in.
    fn parts(&mut self) -> &'static [TableNode] {
        let mut parts = Vec::new();
        while let Some((mark, word)) = self.next(|mark| mark <= OPEN) {
            parts.push(match mark {
                TEXT => TableNode::Text(word),
                HOLE => TableNode::Hole,
                _ => TableNode::Element(Box::leak(Box::new(self.element(word)))),
            });
        }
        parts.leak()
    }

    fn element(&mut self, tag: &'static str) -> Element {
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        while let Some((_, word)) = self.next(|mark| mark == NAMED) {
            let (name, value) = word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value)));
            keys.push(name);
            values.push(value);
        }
        let named = if values.iter().all(Option::is_some) {
            let values = values.into_iter().flatten().map(AttributeOrProperty::Static);
            ElementAttributes::Fixed(keys.into_iter().zip(values).collect::<Vec<_>>().leak())
        } else {
            ElementAttributes::Filled(keys.leak(), values.leak())
        };
        let mut own = 0;
        while self.next(|mark| mark == OWN).is_some() {
            own += 1;
        }
        let children = self.parts();
        self.next(|mark| mark == CLOSE);
        Element { tag, named, own, children }
    }
}
