//! What is on the page, one component a file. All but the widget itself are functions of what there is to show: each Yew
//! component costs kilobytes in the wasm, and nothing here has a state of its own.

mod card;
mod card_link;
mod clear;
mod controls;
mod facet_filter;
mod fact;
mod figures;
mod gave_way;
mod kind_filter;
mod marked;
mod masthead;
mod nothing_found;
mod related;
mod search_field;
mod source_marker;
mod status;
pub mod widget;

use fact_cards_story::{
    Kind, Term, Words,
    edition::{Card, Edition},
};
use yew::Callback;

use crate::{
    state::{Action, Choice, State},
    visible::Visible,
};

/// What there is to show, and whom to tell what the reader does.
struct Scene<'s> {
    edition: &'s Edition,
    state: &'s State,
    visible: &'s Visible,
    /// What the filters and the search show as set: more than what is asked for while the widget takes a page over.
    controls: &'s Choice,
    dispatch: &'s Callback<Action>,
    /// The level of the story's heading; cards are one below.
    heading_level: u8,
    /// Where the card is that a link led to.
    arrived: &'s yew::NodeRef,
}

impl<'s> Scene<'s> {
    fn words(&self) -> &'s Words {
        &self.edition.words
    }

    fn choice(&self) -> &'s Choice {
        &self.state.choice
    }

    fn terms(&self) -> &'s [Term] {
        self.visible.query.terms()
    }

    /// The cards of a kind by their common name.
    fn kind_name(&self, kind: Kind) -> &'s str {
        match kind {
            Kind::Member => &self.words().members,
            Kind::Operation => &self.words().operations,
            Kind::Venue => &self.words().venues,
        }
    }

    fn card(&self, position: u16) -> Option<&'s Card> {
        self.edition.card(position)
    }
}
