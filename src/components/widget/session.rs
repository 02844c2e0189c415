//! What the widget keeps from one rendering to the next.

use std::rc::Rc;

use fact_cards_story::edition::Edition;
use yew::prelude::*;

use super::requested::Requested;
use crate::{
    components::shared::Prerendered,
    state::{Action, State},
    take::Taken,
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
    pub taken: Option<Taken>,
}

impl Session {
    /// A session that begins with a request.
    pub fn of(requested: Requested) -> Self {
        let unfolded = requested.hydrates.is_none();
        let state = State::default();
        let (hydrations, arrivals, actions) = (0, 0, 0);
        let none = Self { state, prerendered: None, hydrations, unfolded, arrivals, actions, whole: true, taken: None };
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
            taken: None,
        }
    }
}

/// What changes a session.
pub(crate) enum Event {
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
    /// What was taken along.
    Took(Taken),
}

impl Reducible for Session {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        Rc::new(match event {
            Event::Did(action, edition) => {
                let state = self.state.after(action, &edition);
                let arrivals = self.arrivals + u32::from(state.card.is_some());
                let is_as_before = state.choice == self.state.choice && state.view == self.state.view;
                // A link may lead to any card of the page.
                let whole = is_as_before || state.card.is_some();
                Self { state, arrivals, actions: self.actions + 1, whole, taken: None, ..*self }
            }
            Event::Asked(requested) => self.asked(*requested),
            Event::Hydrated => Self { state: self.state.clone(), prerendered: None, taken: None, ..*self },
            Event::Unfolded => Self { state: self.state.clone(), unfolded: true, taken: self.taken.clone(), ..*self },
            Event::Whole(action) if action != self.actions || self.whole => return self,
            Event::Whole(_) => Self { state: self.state.clone(), whole: true, taken: self.taken.clone(), ..*self },
            Event::Took(taken) => Self { state: self.state.clone(), taken: Some(taken), ..*self },
        })
    }
}
