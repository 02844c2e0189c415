//! The code that markup becomes: a text for what is fixed, and a list of what is computed.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::{
    attribute::{Attributes, Value},
    node::{Element, If, Node, Tag},
};

/// Where the functions are that the code calls.
fn runtime() -> TokenStream {
    quote!(crate::components::shared::markup)
}

/// Some nodes as one.
pub fn node(nodes: &[Node]) -> TokenStream {
    let runtime = runtime();
    match nodes {
        [] => return quote!(#runtime::nothing()),
        [Node::Value(_) | Node::Each(_) | Node::If(_)] => {
            return nodes.iter().filter_map(computed).collect();
        }
        _ => {}
    }
    let mut table = Table::default();
    table.add(nodes);
    let text = table.text;
    let holes = match table.holes.as_slice() {
        [] => quote!(&mut []),
        // What is in it is taken out; that nothing is left need not be seen to.
        holes => quote!(&mut *::core::mem::ManuallyDrop::new([#(#holes),*])),
    };
    quote!(#runtime::filled(#text, #holes))
}

/// The node that stands where something is computed.
fn computed(node: &Node) -> Option<TokenStream> {
    let runtime = runtime();
    match node {
        Node::Text(_) | Node::Element(_) => None,
        Node::Value(value) => Some(quote_spanned!(value.span()=> #runtime::Content::into_node(#value))),
        Node::Each(values) => Some(quote_spanned!(values.span()=> #runtime::list(#values))),
        Node::If(branches) => {
            let If { condition, then, otherwise } = &**branches;
            let (then, otherwise) = (self::node(then), self::node(otherwise));
            Some(quote!(if #condition { #then } else { #otherwise }))
        }
    }
}

/// What is fixed, as `components::markup` reads it: marks, each with a word after it. What is computed, in the same order.
#[derive(Default)]
struct Table {
    text: String,
    holes: Vec<TokenStream>,
}

const TEXT: char = '\u{1}';
const HOLE: char = '\u{2}';
const OPEN: char = '\u{3}';
const NAMED: char = '\u{4}';
const OWN: char = '\u{5}';
const CLOSE: char = '\u{6}';

impl Table {
    fn add(&mut self, nodes: &[Node]) {
        let runtime = runtime();
        for node in nodes {
            match node {
                Node::Text(text) => self.mark(TEXT, &text.value()),
                Node::Element(element) => self.element(element),
                _ => {
                    self.mark(HOLE, "");
                    self.holes.extend(computed(node).map(|value| quote!(#runtime::Hole::Node(#value))));
                }
            }
        }
    }

    fn mark(&mut self, mark: char, word: &str) {
        self.text.push(mark);
        self.text.push_str(word);
    }

    fn element(&mut self, element: &Element) {
        let runtime = runtime();
        let Element { tag, attributes, children } = element;
        self.mark(OPEN, if let Tag::Fixed(name, _) = tag { name } else { "" });
        for (name, value) in &attributes.named {
            match value {
                Value::Fixed(text) => self.mark(NAMED, &format!("{name}={}", text.value())),
                Value::Computed(value) => {
                    self.mark(NAMED, name);
                    self.holes.push(quote_spanned!(value.span()=> #runtime::Attribute::into_hole(#value)));
                }
                Value::Flag(is_there) => {
                    self.mark(NAMED, name);
                    self.holes.push(quote_spanned!(is_there.span()=> #runtime::flag(#is_there, #name)));
                }
            }
        }
        let Attributes { key, node_ref, value, checked, listener, .. } = attributes;
        if let Tag::Computed(name) = tag {
            self.own(quote_spanned!(name.span()=> #runtime::tag(#name)));
        }
        if let Some(key) = key {
            self.own(quote_spanned!(key.span()=> #runtime::key(#key)));
        }
        if let Some(at) = node_ref {
            self.own(quote_spanned!(at.span()=> #runtime::Hole::Ref(#at)));
        }
        if let Some(value) = value {
            self.own(quote_spanned!(value.span()=> #runtime::value(#value)));
        }
        if let Some(is) = checked {
            self.own(quote_spanned!(is.span()=> #runtime::Hole::Checked(#is)));
        }
        if let Some((event, callback)) = listener {
            self.own(quote_spanned!(callback.span()=> #runtime::#event(#callback)));
        }
        self.add(children);
        self.mark(CLOSE, "");
    }

    fn own(&mut self, hole: TokenStream) {
        self.mark(OWN, "");
        self.holes.push(hole);
    }
}
