//! What the widget keeps from one rendering to the next.

use std::rc::Rc;

use fact_cards_story::edition::Edition;
use yew::prelude::*;

use super::requested::Requested;
use crate::{
    components::shared::{
        Prerendered,
        disclosure::{Disclosed, Disclosure},
    },
    share::Shared,
    state::{Action, State},
};

/// The state, as Yew keeps it.
#[derive(Clone)]
pub(crate) struct Session {
    pub state: State,
    /// What the page shows as it was prerendered; nothing once it shows the state.
    pub prerendered: Option<Prerendered>,
    /// How often a page was hydrated.
    pub hydrations: u32,
    /// What the reader has opened.
    pub disclosed: Disclosed,
    /// How often the reader was moved to a link target.
    pub target_moves: u32,
    /// How often the reader did something.
    pub actions: u32,
    /// Whether all cards or entries of the page are shown, or for now as many as the reader can see.
    pub whole: bool,
    /// What the reader exported or shared last.
    pub shared: Option<Shared>,
}

impl Session {
    /// A session that begins with a request.
    pub fn new(requested: Requested) -> Self {
        let state = State::default();
        let disclosed = Disclosed::default();
        let (hydrations, target_moves, actions) = (0, 0, 0);
        let none =
            Self { state, prerendered: None, hydrations, disclosed, target_moves, actions, whole: true, shared: None };
        none.after_request(requested)
    }

    /// The session after a request.
    fn after_request(&self, requested: Requested) -> Self {
        let moves = requested.moves_to_target && requested.state.card.is_some();
        let hydrates = requested.hydrates.is_some();
        let before = if hydrates { 0 } else { self.target_moves };
        // The link target of the state before closes where another state is requested.
        let mut disclosed = requested.disclosed.unwrap_or_else(|| self.disclosed.clone());
        for (card, is_open) in [(self.state.card, false), (requested.state.card, true)] {
            disclosed = card.map_or(disclosed.clone(), |card| disclosed.with_card(card, is_open));
        }
        let is_as_prerendered = disclosed == Disclosed::default();
        Self {
            // What is as it was prerendered need not be shown twice.
            prerendered: requested
                .hydrates
                .filter(|prerendered| !(is_as_prerendered && prerendered.shows(&requested.state))),
            state: requested.state,
            hydrations: self.hydrations + u32::from(hydrates),
            disclosed,
            target_moves: before + u32::from(moves),
            actions: self.actions,
            // Whoever goes back in the history is where they were on a page that is as long as it was.
            whole: true,
            shared: None,
        }
    }
}

/// What changes a session.
pub(crate) enum SessionEvent {
    /// What the reader did, and in which story.
    Did(Action, Rc<Edition>),
    /// What somebody else requests.
    Requested(Box<Requested>),
    /// Everything that was prerendered is on the page.
    Hydrated,
    /// What the reader has opened or closed.
    Disclosed(Disclosure),
    /// After that action, which may not be the last one, the rest may come.
    Whole(u32),
    /// What was exported or shared.
    Shared(Shared),
}

impl Reducible for Session {
    type Action = SessionEvent;

    fn reduce(self: Rc<Self>, event: SessionEvent) -> Rc<Self> {
        Rc::new(match event {
            SessionEvent::Did(action, edition) => {
                let state = self.state.after(action, &edition);
                let target_moves = self.target_moves + u32::from(state.card.is_some());
                let is_as_before = state.choice == self.state.choice && state.view == self.state.view;
                // A link may lead to any card of the page.
                let whole = is_as_before || state.card.is_some();
                let disclosed = self.disclosed.clone();
                let disclosed = state.card.map_or(disclosed.clone(), |card| disclosed.with_card(card, true));
                Self { state, disclosed, target_moves, actions: self.actions + 1, whole, shared: None, ..*self }
            }
            SessionEvent::Requested(requested) => self.after_request(*requested),
            SessionEvent::Hydrated => Self { prerendered: None, shared: None, ..Self::clone(&self) },
            SessionEvent::Disclosed(disclosure) => {
                let disclosed = self.disclosed.clone().after(disclosure);
                // The browser sends an event also for what was opened from here.
                if disclosed == self.disclosed {
                    return self;
                }
                Self { disclosed, ..Self::clone(&self) }
            }
            SessionEvent::Whole(action) if action != self.actions || self.whole => return self,
            SessionEvent::Whole(_) => Self { whole: true, ..Self::clone(&self) },
            SessionEvent::Shared(shared) => Self { shared: Some(shared), ..Self::clone(&self) },
        })
    }
}
