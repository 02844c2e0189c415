//! What the widget keeps from one rendering to the next.

use std::rc::Rc;

use fact_cards_story::edition::Edition;
use yew::prelude::*;

use super::requested::Requested;
use crate::{
    components::shared::Prerendered,
    share::Shared,
    state::{Action, State},
};

/// The state, as Yew keeps it.
pub(crate) struct Session {
    pub state: State,
    /// What the page shows as it was prerendered; nothing once it shows the state.
    pub prerendered: Option<Prerendered>,
    /// How often a page was hydrated.
    pub hydrations: u32,
    /// Whether what is two steps away from each card is on the page. On one that was prerendered there are only the lines that
    /// unfold it, and hardly any reader does: it would be a third of all elements.
    pub unfolded: bool,
    /// How often the reader was led to a card.
    pub arrivals: u32,
    /// How often the reader did something.
    pub actions: u32,
    /// Whether all cards of the page are shown, or for now as many as the reader can see.
    pub whole: bool,
    /// What the reader took along last.
    pub shared: Option<Shared>,
}

impl Session {
    /// A session that begins with a request.
    pub fn new(requested: Requested) -> Self {
        let unfolded = requested.hydrates.is_none();
        let state = State::default();
        let (hydrations, arrivals, actions) = (0, 0, 0);
        let none =
            Self { state, prerendered: None, hydrations, unfolded, arrivals, actions, whole: true, shared: None };
        none.asked(requested)
    }

    /// The session after a request.
    fn asked(&self, requested: Requested) -> Self {
        let arrives = requested.leads && requested.state.card.is_some();
        let hydrates = requested.hydrates.is_some();
        let before = if hydrates { 0 } else { self.arrivals };
        Self {
            // What is as it was prerendered need not be shown twice.
            prerendered: requested.hydrates.filter(|prerendered| !prerendered.shows(&requested.state)),
            state: requested.state,
            hydrations: self.hydrations + u32::from(hydrates),
            unfolded: self.unfolded && !hydrates,
            arrivals: before + u32::from(arrives),
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
    /// What somebody else asks for.
    Asked(Box<Requested>),
    /// Everything that was prerendered is on the page.
    Hydrated,
    /// The reader wants to see what is two steps away.
    Unfolded,
    /// After that action, which may not be the last one, the rest of the cards may come.
    Whole(u32),
    /// What was shared along.
    Shared(Shared),
}

impl Reducible for Session {
    type Action = SessionEvent;

    fn reduce(self: Rc<Self>, event: SessionEvent) -> Rc<Self> {
        Rc::new(match event {
            SessionEvent::Did(action, edition) => {
                let state = self.state.after(action, &edition);
                let arrivals = self.arrivals + u32::from(state.card.is_some());
                let is_as_before = state.choice == self.state.choice && state.view == self.state.view;
                // A link may lead to any card of the page.
                let whole = is_as_before || state.card.is_some();
                Self { state, arrivals, actions: self.actions + 1, whole, shared: None, ..*self }
            }
            SessionEvent::Asked(requested) => self.asked(*requested),
            SessionEvent::Hydrated => Self { state: self.state.clone(), prerendered: None, shared: None, ..*self },
            SessionEvent::Unfolded => {
                Self { state: self.state.clone(), unfolded: true, shared: self.shared.clone(), ..*self }
            }
            SessionEvent::Whole(action) if action != self.actions || self.whole => return self,
            SessionEvent::Whole(_) => {
                Self { state: self.state.clone(), whole: true, shared: self.shared.clone(), ..*self }
            }
            SessionEvent::Shared(shared) => Self { state: self.state.clone(), shared: Some(shared), ..*self },
        })
    }
}
