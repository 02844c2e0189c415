//! What the reader chose: a value. `transition` changes it, and `visible` says what it shows.

mod action;
mod address;
mod choice;
mod options;
mod query;

pub(crate) use self::query::limited;
pub use self::{
    action::Action,
    choice::Choice,
    options::{Sort, View},
};

use fact_cards_story::edition::{CardId, FactId};

/// Everything that the reader decides.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct State {
    /// What is asked for.
    pub choice: Choice,
    /// The way in which it is shown.
    pub view: View,
    /// The card that a link led to. Among the cards it is marked, in the other views it opens beside them.
    pub card: Option<CardId>,
    /// The fact on that card that the link meant.
    pub fact: Option<FactId>,
    /// What was asked for before it gave way to that link.
    pub relaxed: Option<Choice>,
}
