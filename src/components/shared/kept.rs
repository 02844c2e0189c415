//! What stays on the page as it was prerendered: the facts of cards that nobody has opened yet, and every view but the cards. The
//! engine keeps these nodes and compares none of them, which would take longer than all else it does. What changes in one of
//! them replaces it.

use fact_cards_story::edition::CardId;
use yew::{
    AttrValue, Html,
    virtual_dom::{VNode, VRaw},
};

use crate::state::View;

/// What was rendered by itself, as markup. On the host it goes into the page; in a browser it is there already.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pieces {
    /// What each card has below its head, by its position. A story of several pages has it of those on the page.
    pub bodies: Vec<AttrValue>,
    /// The views but that of the cards, in their order.
    pub views: Vec<AttrValue>,
}

/// What of it is kept.
#[derive(Clone, Copy)]
pub(crate) struct Kept<'k> {
    pub pieces: Option<&'k Pieces>,
    /// Whether the facts of cards are.
    pub has_bodies: bool,
    /// Whether the views are.
    pub has_views: bool,
}

impl Kept<'_> {
    pub(crate) fn body(&self, card: CardId) -> Html {
        kept(self.pieces.and_then(|pieces| pieces.bodies.get(card.index())))
    }

    pub(crate) fn view(&self, view: View) -> Html {
        let at = View::ALL.iter().skip(1).position(|other| *other == view);
        kept(self.pieces.and_then(|pieces| pieces.views.get(at?)))
    }
}

/// Nodes that Yew leaves alone, whatever they are. In a browser their markup is not known, and never written: a page is hydrated
/// with them or has none.
fn kept(markup: Option<&AttrValue>) -> Html {
    VNode::VRaw(VRaw { html: markup.cloned().unwrap_or(AttrValue::Static("")) })
}
