//! Texts as they are written: what runs the other way stands apart, and so does what is in another language.

use fact_cards_story::{Term, Text, TextPart, direction};
use yew::prelude::*;

use super::{
    Scene,
    markup::{html, is_full},
};

/// Whether what was searched for is marked. A card that does not show stays as it is.
#[derive(Clone, Copy)]
pub(crate) enum Marking {
    Marked,
    Plain,
}

impl Marking {
    pub(crate) fn text(self, scene: &Scene, text: &Text) -> Html {
        match self {
            Self::Marked => marked(scene, text),
            Self::Plain => written(scene, text),
        }
    }
}

/// A text in which what was searched for is marked.
pub(crate) fn marked(scene: &Scene, text: &Text) -> Html {
    with(scene, text, scene.terms())
}

/// A text that is not searched.
pub(crate) fn written(scene: &Scene, text: &Text) -> Html {
    with(scene, text, &[])
}

fn with(scene: &Scene, text: &Text, terms: &[Term]) -> Html {
    if is_full() {
        return Html::default();
    }
    let parts = text.parts(terms, scene.edition.right_to_left);
    // A text that is all of one piece needs no element: on a page that every reader downloads, nor where there are thousands.
    let is_plain = |part: &TextPart| !part.is_apart && part.pieces.iter().all(|(_, found)| !found);
    if parts.iter().all(is_plain) {
        return html! { { text.shown() } };
    }
    let mut nodes = Vec::new();
    for part in parts {
        let inside = part.pieces.iter().enumerate().map(|(key, (piece, found))| (nodes.len() + key, *piece, *found));
        if part.is_apart {
            let other = part.language.and_then(|at| scene.edition.other_languages.get(usize::from(at)));
            let lang = other.map(|other| other.locale.clone());
            let dir = other.map(|other| direction(other.right_to_left));
            let key = nodes.len();
            nodes.push(html! { <bdi {key} {lang} {dir}>{ for inside.map(piece) }</bdi> });
        } else {
            let inside: Vec<Html> = inside.map(piece).collect();
            nodes.extend(inside);
        }
    }
    html! { { nodes } }
}

fn piece((key, piece, found): (usize, &str, bool)) -> Html {
    if found {
        html! { <mark {key}>{ piece }</mark> }
    } else {
        html! { <span {key}>{ piece }</span> }
    }
}

/// A message with what stands in braces filled in, kept apart from what is around it.
pub(crate) fn filled(pattern: &str, inside: Html) -> Html {
    let before = pattern.split('{').next().unwrap_or_default();
    let after = pattern.split_once('}').map_or("", |(_, after)| after);
    html! { <><span>{ before.to_owned() }</span><bdi>{ inside }</bdi><span>{ after.to_owned() }</span></> }
}
