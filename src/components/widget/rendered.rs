//! What follows when something is on the page: others are notified, the reader is moved to the link target, the
//! rest comes.

use std::cell::RefCell;

use yew::{Callback, NodeRef, UseReducerDispatcher};

use super::{
    requested::Requested,
    session::{Session, SessionEvent},
};
use crate::{
    components::shared::{Typed, animation_frame, focus},
    state::State,
};

/// What has followed so far. One effect compares by hand what four would: each costs hundreds of bytes to download.
#[derive(Default)]
pub(crate) struct Followed {
    /// The number of the last request.
    request: u32,
    hydrations: u32,
    target_moves: u32,
    /// The state of which others were notified last.
    state: Option<State>,
}

/// A state on the page, and what it shows.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Shown {
    /// The state.
    pub state: State,
    /// How many cards there are, on all pages.
    pub cards: usize,
    /// How many different facts match.
    pub facts: usize,
}

/// What is on the page now, and whom that concerns.
pub(crate) struct Rendered {
    /// What was requested of the widget last.
    pub requested: Requested,
    /// How often a page was hydrated.
    pub hydrations: u32,
    /// How often the reader was moved to a link target.
    pub target_moves: u32,
    /// The state that is shown; nothing where the page is as it was prerendered.
    pub shown: Option<Shown>,
    /// After which action of the reader it shows less than the page has; nothing where it shows all of it.
    pub lacks_rest_after: Option<u32>,
    /// Where the link target is.
    pub target_ref: NodeRef,
    /// What the reader has typed since the last frame.
    pub typed: Typed,
    pub dispatcher: UseReducerDispatcher<Session>,
    pub on_hydrated: Callback<()>,
    pub on_change: Callback<Shown>,
}

impl Rendered {
    /// Does what follows, where it has not followed before.
    pub fn follow(self, followed: &RefCell<Followed>) {
        let before = followed.replace(Followed {
            request: self.requested.number,
            hydrations: self.hydrations,
            // Nobody was moved anywhere on a page that is as it was prerendered.
            target_moves: if self.shown.is_some() { self.target_moves } else { 0 },
            state: self.shown.as_ref().map(|shown| shown.state.clone()),
        });
        if before.request != self.requested.number {
            self.dispatcher.dispatch(SessionEvent::Requested(Box::new(self.requested)));
        }
        if before.hydrations != self.hydrations {
            self.on_hydrated.emit(());
            if self.shown.is_none() {
                self.dispatcher.dispatch(SessionEvent::Hydrated);
            }
        }
        let Some(shown) = self.shown else { return };
        if before.state.as_ref() != Some(&shown.state) {
            self.on_change.emit(shown);
        }
        if self.target_moves > 0 && before.target_moves != self.target_moves {
            self.target_ref.cast().iter().for_each(focus::move_to);
        }
        if let Some(action) = self.lacks_rest_after {
            animation_frame::after_next(move || {
                // A letter that waits changes everything anyway.
                if self.typed.borrow().is_none() {
                    self.dispatcher.dispatch(SessionEvent::Whole(action));
                }
            });
        }
    }
}
