//! `html!` as the components write it. It looks like Yew's and makes the same nodes, but far less code: what is fixed in some
//! markup becomes a table, and what is computed a short list. `components::markup` makes the nodes from the two.
//!
//! It knows what the components use and no more. Anything else is an error at its place.
//!
//! What is made of a table, here only shown:
//!
//! ```
//! # use fact_cards_markup::html;
//! mod components {
//!     pub mod shared {
//!         pub mod markup {
//!             pub fn filled(table: &'static str, _holes: &mut [()]) -> &'static str {
//!                 table
//!             }
//!         }
//!     }
//! }
//!
//! fn main() {
//!     // An element, its attribute, a text, the end.
//!     assert_eq!(html! { <p class="lead">{ "Hello" }</p> }, "\u{3}p\u{4}class=lead\u{1}Hello\u{6}");
//! }
//! ```

mod attribute;
mod expand;
mod node;

use proc_macro2::TokenStream;
use syn::parse::Parser;

/// Markup as a node of Yew.
///
/// - `<name attribute="text" other={value} {short} onclick={listener}> … </name>`, and `<name … />` for what is empty; a name
///   that is computed is `<@{name}> … </@>`. `key` and `ref` are Yew's.
/// - `{ value }` for a text or a node, `{ for values }` for the nodes of an iterator.
/// - `if condition { … } else { … }`, with `if let` as well.
/// - `<> … </>` for several beside one another.
#[proc_macro]
pub fn html(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expanded(input.into()).unwrap_or_else(syn::Error::into_compile_error).into()
}

fn expanded(input: TokenStream) -> syn::Result<TokenStream> {
    node::all.parse2(input).map(|nodes| expand::node(&nodes))
}

#[cfg(test)]
mod tests;
