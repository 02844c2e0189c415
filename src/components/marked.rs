use fact_cards_story::{Term, Text};
use yew::prelude::*;

/// A text in which what was searched for is marked.
pub(super) fn marked(text: &Text, terms: &[Term]) -> Html {
    let pieces = text.marked(terms).into_iter().enumerate().map(|(key, (piece, found))| {
        if found {
            html! { <mark {key}>{ piece }</mark> }
        } else {
            html! { <span {key}>{ piece }</span> }
        }
    });
    if terms.is_empty() {
        html! { { text.shown() } }
    } else {
        html! { <>{ for pieces }</> }
    }
}
