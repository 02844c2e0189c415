//! What became of the cards and facts of a story since they were written.

use super::{CardId, Edition, Fact, FactId};
use crate::{
    Text,
    wire::{Reader, Wire, Writer, wire},
};

/// All that was changed in a story. Most have nothing of it, and no byte for it but a zero.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Heading of their list.
    pub heading: String,
    /// The word at what is withdrawn.
    pub withdrawn: String,
    /// How many more there are than [`Changes::LISTED`], in words.
    pub earlier: Option<String>,
    /// By what they are of, and the first ones first.
    pub all: Vec<Change>,
    /// The positions of all of them, the latest first.
    pub latest_first: Vec<u32>,
}

wire!(struct Changes { [latest_first] heading, withdrawn, earlier, all });

impl Changes {
    /// Up to so many are listed.
    pub const LISTED: usize = 50;

    /// Those that are listed, the latest first.
    pub fn listed(&self) -> impl Iterator<Item = &Change> {
        self.latest_first.iter().take(Self::LISTED).filter_map(|at| self.all.get(usize::try_from(*at).ok()?))
    }
}

/// Something that was changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What was changed.
    pub of: Changed,
    /// How.
    pub kind: ChangeKind,
    /// The day in ISO 8601.
    pub date: String,
    /// How and when in words, such as "Corrected on 25 November 2025:".
    pub on: String,
    /// What changed, what was wrong, or why it was withdrawn.
    pub what: Text,
}

wire!(struct Change { [of, kind, date] on, what });

/// How something was changed. Of one day, the last comes first in the list.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum ChangeKind {
    /// Something is new or said in another way.
    Revised,
    /// Something was wrong.
    Corrected,
    /// It does not hold any more.
    Withdrawn,
}

wire!(
    enum ChangeKind {
        Revised,
        Corrected,
        Withdrawn,
    }
);

impl ChangeKind {
    /// The word for it in attributes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Revised => "revised",
            Self::Corrected => "corrected",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// What was changed.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Changed {
    /// The fact at that position.
    Fact(FactId),
    /// The card at that position.
    Card(CardId),
    /// A fact of the card at that position, which is no longer there.
    FactOf(CardId),
    /// Something that is no longer there, nor its card.
    Gone,
}

impl Wire for Changed {
    fn write(&self, writer: &mut Writer) {
        let (number, position) = match self {
            Self::Fact(fact) => (0, fact.get()),
            Self::Card(card) => (1, card.get()),
            Self::FactOf(card) => (2, card.get()),
            Self::Gone => (3, 0),
        };
        writer.number(number);
        position.write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        match (reader.number(3), u16::read(reader)) {
            (0, fact) => Self::Fact(fact.into()),
            (1, card) => Self::Card(card.into()),
            (2, card) => Self::FactOf(card.into()),
            _ => Self::Gone,
        }
    }
}

impl Edition {
    /// What was changed in a card or fact, the first change first.
    #[must_use]
    pub fn changes_of(&self, changed: Changed) -> &[Change] {
        let all = self.changes.as_ref().map_or(&[][..], |changes| &changes.all);
        let start = all.partition_point(|change| change.of < changed);
        let end = all.partition_point(|change| change.of <= changed);
        all.get(start..end).unwrap_or_default()
    }

    /// The withdrawal of a card or fact.
    #[must_use]
    pub fn withdrawal(&self, changed: Changed) -> Option<&Change> {
        self.changes_of(changed).iter().find(|change| change.kind == ChangeKind::Withdrawn)
    }

    /// The withdrawal of a fact: its own, or that of its card, since without that nothing holds that is the card's.
    #[must_use]
    pub fn withdrawal_of_fact(&self, number: FactId, fact: &Fact) -> Option<&Change> {
        self.withdrawal(Changed::Fact(number)).or_else(|| self.withdrawal(Changed::Card(fact.home)))
    }
}
