//! A part of the widget that is prerendered by itself, on the host.

use std::{cell::RefCell, rc::Rc};

use fact_cards_story::{
    PageWords,
    edition::{Card, CardId, Edition},
};
use yew::prelude::*;

use crate::{
    components::{
        card::body,
        permalink::{self, PermalinkOf},
        shared::{Prerendered, Scene, disclosure::Disclosed, kept::Kept},
        widget::of_view,
    },
    permalink as path,
    state::View,
    visible::Visible,
};

/// Which part.
#[derive(Clone, Debug, PartialEq)]
pub enum PieceOf {
    /// What a card has below its head.
    Body(CardId),
    /// In place of that the way to the page of the card, which has it.
    Way(CardId),
    /// A view.
    View(View),
    /// The page of a card or a fact, in these words, and the way to the picture that it is shared with.
    Permalink(PermalinkOf, Rc<PageWords>, Option<AttrValue>),
}

/// What it is made with.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PieceProps {
    pub edition: Rc<Edition>,
    pub prerendered: Prerendered,
    pub pages: Option<String>,
    pub site: String,
    pub heading_level: u8,
    /// Whether the cards stand by themselves.
    pub bare: bool,
    /// The address of the story's pages, where cards have pages of their own there; otherwise empty.
    pub top: String,
    /// What shows before the reader has done anything.
    pub visible: Rc<Visible>,
    pub of: PieceOf,
}

/// The part as it is before the reader has done anything.
#[component]
pub fn Piece(props: &PieceProps) -> Html {
    let state = props.prerendered.state();
    let (dispatch, share, disclose) = (Callback::default(), Callback::default(), Callback::default());
    let (typed, target_ref) = (Rc::new(RefCell::new(None)), NodeRef::default());
    let disclosed = Disclosed::default();
    let scene = Scene {
        edition: &props.edition,
        state: &state,
        visible: &props.visible,
        controls: &state,
        prerendered: Some(props.prerendered),
        dispatch: &dispatch,
        typed: &typed,
        share: &share,
        shared: None,
        disclosed: &disclosed,
        disclose: &disclose,
        show: 0,
        at_once: usize::MAX,
        kept: Kept { pieces: None, has_bodies: false, has_views: false },
        heading_level: props.heading_level,
        target_ref: &target_ref,
        pages: props.pages.as_deref(),
        bare: props.bare,
        top: &props.top,
        have_pictures: false,
        permalinks: matches!(props.of, PieceOf::Permalink(..)).then_some("../../"),
        site: &props.site,
    };
    match &props.of {
        PieceOf::Body(card) => {
            scene.card(*card).map_or_else(Html::default, |known| body::prerendered(&scene, *card, known))
        }
        PieceOf::Way(card) => scene.card(*card).map_or_else(Html::default, |card| way(&scene, card)),
        PieceOf::View(view) => of_view(&scene, *view),
        PieceOf::Permalink(of, words, picture) => permalink::page(&scene, *of, words, picture.as_ref()),
    }
}

/// The way to the page of a card.
fn way(scene: &Scene, card: &Card) -> Html {
    let address = format!("{}{}{}", scene.site, scene.edition.path, path::of_card(card));
    html! { <p><a href={address}>{ scene.words().facts.for_count(card.facts.len()) }</a></p> }
}
