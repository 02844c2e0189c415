//! What there is to show, and whom to notify of what the reader does.

use std::{cell::RefCell, rc::Rc};

use fact_cards_story::{
    Kind, Term, Words,
    edition::{Card, CardId, Edition, FactId},
};
use yew::{Callback, Html, NodeRef};

use super::{
    Prerendered,
    disclosure::{Disclosed, Disclosure},
    kept::Kept,
};
use crate::{
    share::{Share, Shared},
    state::{Action, Choice, State, View},
    visible::Visible,
};

/// What was typed and is not searched for yet.
pub(crate) type Typed = Rc<RefCell<Option<String>>>;

/// What there is to show, and whom to notify of what the reader does.
pub(crate) struct Scene<'s> {
    pub(crate) edition: &'s Edition,
    pub(crate) state: &'s State,
    pub(crate) visible: &'s Visible,
    /// What the controls show as set: more than the requested state while the widget hydrates a page.
    pub(crate) controls: &'s State,
    /// What the page shows of everything, as it was prerendered; nothing once it shows the state.
    pub(crate) prerendered: Option<Prerendered>,
    pub(crate) dispatch: &'s Callback<Action>,
    /// What the reader has typed since the last frame.
    pub(crate) typed: &'s Typed,
    /// Notified of what the reader exports or shares.
    pub(crate) share: &'s Callback<Share>,
    /// What the reader exported or shared last, until they do something else.
    pub(crate) shared: Option<&'s Shared>,
    /// What the reader has opened.
    pub(crate) disclosed: &'s Disclosed,
    /// Notified of what the reader opens and closes.
    pub(crate) disclose: &'s Callback<Disclosure>,
    /// How many cards stand before the button that shows all; 0 where all of them do.
    pub(crate) show: usize,
    /// How many cards or entries there is time for now, the rest comes as soon as these are painted.
    pub(crate) at_once: usize,
    /// What is on the page as it was prerendered, and stays so until something in it changes.
    pub(crate) kept: Kept<'s>,
    /// The level of the story's heading; cards are one below.
    pub(crate) heading_level: u8,
    /// Where the link target is.
    pub(crate) target_ref: &'s NodeRef,
    /// Where the story's pages are, seen from the one that is made; nothing in a browser, where all of them are one.
    pub(crate) pages: Option<&'s str>,
    /// Whether the cards stand by themselves: without title, controls and status.
    pub(crate) bare: bool,
    /// The address of the story's pages, where cards have pages of their own there; otherwise empty.
    pub(crate) top: &'s str,
    /// Whether these pages have pictures, to be shared with.
    pub(crate) have_pictures: bool,
    /// Where the page of the edition is, seen from the page of a card or a fact, whose links lead to such pages.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) permalinks: Option<&'s str>,
    /// The way to the top of the story, with a slash where it is not empty: its pictures lie below.
    pub(crate) site: &'s str,
}

impl<'s> Scene<'s> {
    pub(crate) fn words(&self) -> &'s Words {
        &self.edition.words
    }

    pub(crate) fn choice(&self) -> &'s Choice {
        &self.state.choice
    }

    /// A number that the reader's choice decides, in digits.
    pub(crate) fn number(&self, number: usize) -> String {
        self.edition.number.for_count(number)
    }

    pub(crate) fn terms(&self) -> &'s [Term] {
        self.visible.query.terms()
    }

    /// The cards of a kind by their common name.
    pub(crate) fn kind_name(&self, kind: Kind) -> &'s str {
        match kind {
            Kind::Member => &self.words().members,
            Kind::Operation => &self.words().operations,
            Kind::Venue => &self.words().venues,
        }
    }

    pub(crate) fn card(&self, position: CardId) -> Option<&'s Card> {
        self.edition.card(position)
    }

    /// The tag of headings below the story's title. Where the cards stand by themselves there is none, and nothing to be below.
    pub(crate) fn heading(&self) -> String {
        format!("h{}", self.heading_level + u8::from(!self.bare))
    }

    /// What a card that was never opened has below its head.
    pub(crate) fn prerendered_body(&self, position: CardId) -> Html {
        if self.kept.has_bodies { self.kept.body(position) } else { Html::default() }
    }

    /// Whether the page shows the state.
    pub(crate) fn is_settled(&self) -> bool {
        self.prerendered.is_none()
    }

    /// Whether a view is on the page.
    pub(crate) fn has(&self, view: View) -> bool {
        match self.prerendered {
            None => self.state.view == view,
            Some(Prerendered::Cards(_)) => view == View::Cards,
            Some(Prerendered::Views) => true,
        }
    }

    pub(crate) fn is_found(&self, fact: FactId) -> bool {
        self.visible.found.binary_search(&fact).is_ok()
    }

    /// The kinds of card on which one of some facts stands, for the style sheet that filters by kind before there is an engine.
    pub(crate) fn kinds_of(&self, facts: &[FactId]) -> Option<String> {
        let columns = self.edition.columns();
        let cards = facts.iter().flat_map(|fact| columns.on.get(*fact));
        let is_of = |card: &CardId, kind: Kind| columns.kinds.get(card.index()) == Some(&kind);
        let on = |kind: &Kind| cards.clone().any(|card| is_of(card, *kind));
        let kinds = || Kind::ALL.into_iter().filter(on).map(Kind::key).collect::<Vec<_>>();
        (!self.is_settled()).then(|| kinds().join(" "))
    }

    /// The reference for the link target.
    pub(crate) fn target_ref_if(&self, is_link_target: bool) -> NodeRef {
        if is_link_target { self.target_ref.clone() } else { NodeRef::default() }
    }
}
