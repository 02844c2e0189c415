//! What a reader does in the page of any way: one list for all parts of the report.

use serde::Serialize;

use crate::way::{self, Way};

/// An act of a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Any letter.
    Key,
    Filter,
    FilterOff,
    SortByName,
    SortByStory,
    ViewTimeline,
    ViewCards,
}

impl Act {
    /// Those on a desk, in the order of the report.
    pub const USE: [Self; 7] = [
        Self::Key,
        Self::Filter,
        Self::FilterOff,
        Self::SortByName,
        Self::SortByStory,
        Self::ViewTimeline,
        Self::ViewCards,
    ];

    /// The group: acts that undo each other are measured together.
    pub const fn group(self) -> Group {
        match self {
            Self::Key => Group::Search,
            Self::Filter | Self::FilterOff => Group::Filter,
            Self::SortByName | Self::SortByStory => Group::Sort,
            Self::ViewTimeline | Self::ViewCards => Group::View,
        }
    }

    /// Its description.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Key => "A key in the search",
            Self::Filter => "A filter: one kind",
            Self::FilterOff => "Back to all kinds",
            Self::SortByName => "A sort, by name",
            Self::SortByStory => "Back to the story’s order",
            Self::ViewTimeline => "A change of view, to the timeline",
            Self::ViewCards => "Back to the cards",
        }
    }

    /// The kind of cards that it chooses.
    pub const fn kind(self) -> Option<&'static str> {
        match self {
            Self::Filter => Some("operation"),
            Self::FilterOff => Some("all"),
            _ => None,
        }
    }

    /// The view that it leads to.
    pub const fn view(self) -> Option<&'static str> {
        match self {
            Self::ViewTimeline => Some("timeline"),
            Self::ViewCards => Some("cards"),
            _ => None,
        }
    }

    /// The expression for what is pressed; nothing for keys, and where a way has nothing of the kind.
    pub fn control(self, way: Way) -> Option<String> {
        match self {
            Self::Key => None,
            Self::Filter | Self::FilterOff => self.kind().map(|kind| way.kind(kind)),
            Self::SortByName => Some(way::sort("name")),
            Self::SortByStory => Some(way::sort("story")),
            Self::ViewTimeline | Self::ViewCards => self.view().and_then(|view| way.view(view)),
        }
    }
}

/// Acts that undo each other, in the order in which they are done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Search,
    Filter,
    Sort,
    View,
}

impl Group {
    /// Their description.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Search => "the search",
            Self::Filter => "the filter",
            Self::Sort => "the order",
            Self::View => "the views",
        }
    }

    /// Its acts among others, in their order.
    pub fn of(self, acts: &[Act]) -> impl Iterator<Item = Act> {
        acts.iter().copied().filter(move |act| act.group() == self)
    }
}
