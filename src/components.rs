//! What is on the page, one component a file. All but the widget itself are functions of what there is to show: each Yew
//! component costs kilobytes in the wasm, and nothing here has a state of its own.

mod animation_frame;
mod asked;
mod card;
mod card_link;
mod changes;
mod chips;
mod choices;
mod clear;
mod controls;
mod entry;
mod facet_filter;
mod fact;
mod figure_bars;
mod figures;
mod filters;
mod focus;
mod gave_way;
mod kind_filter;
mod map;
mod markup;
pub mod masthead;
mod nothing_found;
mod opened;
pub mod pages;
mod related;
mod rendered;
mod search_field;
mod session;
mod source_marker;
mod sources;
mod status;
mod takes;
mod timeline;
mod view;
mod view_switch;
pub mod widget;
mod written;

use fact_cards_story::{
    Kind, Term, Words,
    edition::{Card, Edition},
};
use yew::{Callback, NodeRef};

use crate::{
    Prerendered,
    state::{Action, Choice, State, View},
    take::{Take, Taken},
    visible::Visible,
};

/// What there is to show, and whom to tell what the reader does.
struct Scene<'s> {
    edition: &'s Edition,
    state: &'s State,
    visible: &'s Visible,
    /// What the controls show as set: more than what is asked for while the widget takes a page over.
    controls: &'s State,
    /// What the page shows of everything, as it was prerendered; nothing once it shows the state.
    prerendered: Option<Prerendered>,
    dispatch: &'s Callback<Action>,
    /// What the reader has typed since the last frame.
    typed: &'s search_field::Typed,
    /// Told what the reader takes along.
    take: &'s Callback<Take>,
    /// What the reader took along last, until they do something else.
    taken: Option<&'s Taken>,
    /// Told when the reader unfolds what is two steps away, until that is on the page.
    unfold: Option<&'s Callback<yew::Event>>,
    /// The level of the story's heading; cards are one below.
    heading_level: u8,
    /// Where the card is that a link led to.
    arrived: &'s NodeRef,
    /// Where the story's pages are, seen from the one that is made; nothing in a browser, where all of them are one.
    pages: Option<&'s str>,
}

impl<'s> Scene<'s> {
    fn words(&self) -> &'s Words {
        &self.edition.words
    }

    fn choice(&self) -> &'s Choice {
        &self.state.choice
    }

    /// A number that the reader's choice decides, in digits.
    fn number(&self, number: usize) -> String {
        self.edition.number.of(number)
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

    /// The tag of headings below the story's.
    fn heading(&self) -> String {
        format!("h{}", self.heading_level + 1)
    }

    /// Whether the page shows the state.
    fn is_settled(&self) -> bool {
        self.prerendered.is_none()
    }

    /// Whether a view is on the page.
    fn has(&self, view: View) -> bool {
        match self.prerendered {
            None => self.state.view == view,
            Some(Prerendered::Cards(_)) => view == View::Cards,
            Some(Prerendered::Views) => true,
        }
    }

    fn is_found(&self, fact: u16) -> bool {
        self.visible.found.binary_search(&fact).is_ok()
    }

    /// The kinds of card on which one of some facts stands, for the style sheet that filters by kind before there is an engine.
    fn kinds_of(&self, facts: &[u16]) -> Option<String> {
        let columns = self.edition.columns();
        let cards = facts.iter().flat_map(|fact| columns.on.get(*fact));
        let is_of = |card: &u16, kind: Kind| columns.kinds.get(usize::from(*card)) == Some(&kind);
        let on = |kind: &Kind| cards.clone().any(|card| is_of(card, *kind));
        let kinds = || Kind::ALL.into_iter().filter(on).map(Kind::key).collect::<Vec<_>>();
        (!self.is_settled()).then(|| kinds().join(" "))
    }

    /// The reference for what a link led to.
    fn place_of_arrival(&self, arrived: bool) -> NodeRef {
        if arrived { self.arrived.clone() } else { NodeRef::default() }
    }
}
