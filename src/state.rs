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
    /// What the reader chose.
    pub choice: Choice,
    /// The way in which it is shown.
    pub view: View,
    /// The link target. Among the cards it is marked, in the other views it opens beside them.
    pub card: Option<CardId>,
    /// The fact on that card, where the link leads to one.
    pub fact: Option<FactId>,
    /// The relaxed filters: what was chosen before that link.
    pub relaxed: Option<Choice>,
}
