//! The code that markup becomes: a table of what is fixed, and a list of what is computed.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::{
    attribute::{Attributes, Value},
    node::{Element, If, Node, Tag},
};

/// Where the functions are that the code calls.
fn runtime() -> TokenStream {
    quote!(crate::components::markup)
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
    let mut holes = Vec::new();
    let parts = parts(nodes, &mut holes);
    let holes = match holes.as_slice() {
        [] => quote!(&mut []),
        // What is in it is taken out; that nothing is left need not be seen to.
        holes => quote!(&mut *::core::mem::ManuallyDrop::new([#(#holes),*])),
    };
    quote! {{
        const TABLE: &[#runtime::Part] = #parts;
        #runtime::filled(TABLE, #holes)
    }}
}

/// The table of some nodes. What is computed for it is added to the holes, in the order in which it is filled in.
fn parts(nodes: &[Node], holes: &mut Vec<TokenStream>) -> TokenStream {
    let runtime = runtime();
    let parts: Vec<TokenStream> = nodes
        .iter()
        .map(|node| match node {
            Node::Text(text) => quote!(#runtime::Part::Text(#text)),
            Node::Element(element) => {
                let element = self::element(element, holes);
                quote!(#runtime::Part::Element(&#element))
            }
            _ => {
                holes.extend(computed(node).map(|value| quote!(#runtime::Hole::Node(#value))));
                quote!(#runtime::Part::Hole)
            }
        })
        .collect();
    quote!(&[#(#parts),*])
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

fn element(element: &Element, holes: &mut Vec<TokenStream>) -> TokenStream {
    let runtime = runtime();
    let Element { tag, attributes, children } = element;
    let named = named(attributes, holes);
    let own = attributes.own() + usize::from(matches!(tag, Tag::Computed(_)));
    let tag = match tag {
        Tag::Fixed(name, _) => name.as_str(),
        Tag::Computed(name) => {
            holes.push(quote_spanned!(name.span()=> #runtime::tag(#name)));
            ""
        }
    };
    let Attributes { key, node_ref, value, checked, listener, .. } = attributes;
    holes.extend(key.iter().map(|key| quote_spanned!(key.span()=> #runtime::key(#key))));
    holes.extend(node_ref.iter().map(|at| quote_spanned!(at.span()=> #runtime::Hole::Ref(#at))));
    holes.extend(value.iter().map(|value| quote_spanned!(value.span()=> #runtime::value(#value))));
    holes.extend(checked.iter().map(|is| quote_spanned!(is.span()=> #runtime::Hole::Checked(#is))));
    holes.extend(listener.iter().map(|(event, tell)| {
        let event = Ident::new(&event.to_string(), event.span());
        quote_spanned!(tell.span()=> #runtime::#event(#tell))
    }));
    let children = parts(children, holes);
    quote!(#runtime::Element { tag: #tag, named: #named, own: #own, children: #children })
}

/// The table of an element's attributes.
fn named(attributes: &Attributes, holes: &mut Vec<TokenStream>) -> TokenStream {
    let runtime = runtime();
    let named = &attributes.named;
    let fixed: Option<Vec<TokenStream>> = named
        .iter()
        .map(|(name, value)| match value {
            Value::Fixed(text) => Some(quote!((#name, #runtime::AttributeOrProperty::Static(#text)))),
            _ => None,
        })
        .collect();
    if let Some(fixed) = fixed {
        return quote!(#runtime::Named::Fixed(&[#(#fixed),*]));
    }
    let keys = named.iter().map(|(key, _)| key);
    let values: Vec<TokenStream> = named
        .iter()
        .map(|(name, value)| match value {
            Value::Fixed(text) => quote!(::core::option::Option::Some(#text)),
            Value::Computed(value) => {
                holes.push(quote_spanned!(value.span()=> #runtime::Attribute::into_hole(#value)));
                quote!(::core::option::Option::None)
            }
            Value::Flag(is_there) => {
                holes.push(quote_spanned!(is_there.span()=> #runtime::flag(#is_there, #name)));
                quote!(::core::option::Option::None)
            }
        })
        .collect();
    quote!(#runtime::Named::Filled(&[#(#keys),*], &[#(#values),*]))
}
