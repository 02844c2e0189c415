//! What a reader does in the page of any way: one list for all parts of the report.

use serde::Serialize;

use crate::way::{self, Way};

/// An act of a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Any letter.
    Key,
    /// The touch that activates ours.
    FirstTouch,
    /// Typed while the engine of ours is still coming.
    EarlyLetter,
    /// The first one where everything works already.
    FirstLetter,
    NextLetter,
    LetterOff,
    LastLetterOff,
    Filter,
    FilterOff,
    OpenSheet,
    Topic,
    TopicOff,
    CloseSheet,
    SortByName,
    SortByStory,
    OpenCard,
    CloseCard,
    ViewTimeline,
    ViewMap,
    ViewFigures,
    ViewSources,
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

    /// Those on a phone, in the order of the report, which is that of the visit.
    pub const TOUCH: [Self; 19] = [
        Self::FirstTouch,
        Self::EarlyLetter,
        Self::FirstLetter,
        Self::NextLetter,
        Self::LetterOff,
        Self::LastLetterOff,
        Self::Filter,
        Self::FilterOff,
        Self::OpenSheet,
        Self::Topic,
        Self::TopicOff,
        Self::CloseSheet,
        Self::OpenCard,
        Self::CloseCard,
        Self::ViewTimeline,
        Self::ViewMap,
        Self::ViewFigures,
        Self::ViewSources,
        Self::ViewCards,
    ];

    /// The group: acts that undo each other are measured together.
    pub const fn group(self) -> Group {
        match self {
            Self::FirstTouch | Self::EarlyLetter => Group::Start,
            Self::Key | Self::FirstLetter | Self::NextLetter | Self::LetterOff | Self::LastLetterOff => Group::Search,
            Self::Filter | Self::FilterOff => Group::Filter,
            Self::OpenSheet | Self::Topic | Self::TopicOff | Self::CloseSheet => Group::Sheet,
            Self::SortByName | Self::SortByStory => Group::Sort,
            Self::OpenCard | Self::CloseCard => Group::Card,
            Self::ViewTimeline | Self::ViewMap | Self::ViewFigures | Self::ViewSources | Self::ViewCards => Group::View,
        }
    }

    /// Its description.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Key => "A key in the search",
            Self::FirstTouch => "The first touch: into the search, the engine not there yet",
            Self::EarlyLetter => "A first letter at once, the engine not there yet",
            Self::FirstLetter => "The first letter, the engine there",
            Self::NextLetter => "The next letter",
            Self::LetterOff => "A letter deleted",
            Self::LastLetterOff => "The last letter deleted",
            Self::Filter => "A filter: one kind",
            Self::FilterOff => "Back to all kinds",
            Self::OpenSheet => "Opening the sheet of filters",
            Self::Topic => "A filter on the sheet: one topic",
            Self::TopicOff => "The same filter off",
            Self::CloseSheet => "Closing the sheet",
            Self::SortByName => "A sort, by name",
            Self::SortByStory => "Back to the story’s order",
            Self::OpenCard => "Opening a card",
            Self::CloseCard => "Closing it",
            Self::ViewTimeline => "A change of view, to the timeline",
            Self::ViewMap => "To the map",
            Self::ViewFigures => "To the figures",
            Self::ViewSources => "To the sources",
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
            Self::ViewMap => Some("map"),
            Self::ViewFigures => Some("figures"),
            Self::ViewSources => Some("sources"),
            Self::ViewCards => Some("cards"),
            _ => None,
        }
    }

    /// Whether there is something to do it with in a way's page. All of them have a search.
    pub fn is_in(self, way: Way) -> bool {
        self.group() == Group::Search || self.control(way).is_some()
    }

    /// The expression for what is pressed; nothing for keys, and where a way has nothing of the kind.
    pub fn control(self, way: Way) -> Option<String> {
        let of_ours = |control: &str| (way == Way::Ours).then(|| control.to_owned());
        match self {
            Self::FirstTouch => of_ours(way::SEARCH),
            Self::Key
            | Self::EarlyLetter
            | Self::FirstLetter
            | Self::NextLetter
            | Self::LetterOff
            | Self::LastLetterOff => None,
            Self::Filter | Self::FilterOff => self.kind().map(|kind| way.kind(kind)),
            Self::OpenSheet => of_ours(way::SHEET_BUTTON),
            Self::Topic => of_ours(&way::value_of("topic", ":enabled:not(:checked)")),
            Self::TopicOff => of_ours(&way::value_of("topic", ":checked")),
            Self::CloseSheet => of_ours(way::SHEET_CLOSE),
            Self::SortByName => Some(way::sort("name")),
            Self::SortByStory => Some(way::sort("story")),
            Self::OpenCard | Self::CloseCard => of_ours(&format!("{}.querySelector('summary')", way::THIRD_CARD)),
            Self::ViewTimeline | Self::ViewMap | Self::ViewFigures | Self::ViewSources | Self::ViewCards => {
                self.view().and_then(|view| way.view(view))
            }
        }
    }
}

/// Acts that undo each other, in the order in which they are done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Start,
    Search,
    Filter,
    Sheet,
    Sort,
    Card,
    View,
}

impl Group {
    /// Their description.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "the start",
            Self::Search => "the search",
            Self::Filter => "the filter",
            Self::Sheet => "the sheet of filters",
            Self::Sort => "the order",
            Self::Card => "the cards",
            Self::View => "the views",
        }
    }

    /// Its acts among others, in their order.
    pub fn of(self, acts: &[Act]) -> impl Iterator<Item = Act> {
        acts.iter().copied().filter(move |act| act.group() == self)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Act;
    use crate::way::Way;

    #[test]
    fn the_acts_on_a_phone_are_in_the_order_in_which_their_groups_are_visited() {
        assert!(Act::TOUCH.is_sorted_by_key(|act| act.group()));
        assert!(Act::USE.is_sorted_by_key(|act| act.group()));
    }

    #[test]
    fn no_two_acts_have_one_name() {
        let acts: BTreeSet<Act> = Act::USE.into_iter().chain(Act::TOUCH).collect();
        let names: BTreeSet<&str> = acts.iter().map(|act| act.name()).collect();
        assert_eq!(names.len(), acts.len());
    }

    #[test]
    fn peers_have_a_search_and_kinds_but_neither_sheet_nor_views() {
        assert!([Act::OpenSheet, Act::Topic, Act::OpenCard, Act::ViewMap].iter().all(|act| !act.is_in(Way::Isotope)));
        assert!([Act::FirstLetter, Act::LetterOff, Act::SortByName].iter().all(|act| act.is_in(Way::Isotope)));
        assert!(Act::TOUCH.iter().all(|act| act.is_in(Way::Ours) || *act == Act::EarlyLetter));
        assert!(Act::Filter.control(Way::Isotope).is_some_and(|control| control.contains("value=operation")));
    }
}
