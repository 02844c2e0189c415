//! What a reader chooses one of.

use fact_cards_story::Words;

/// A way of looking at what is shown.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum View {
    /// As cards.
    #[default]
    Cards,
    /// By date.
    Timeline,
    /// By place.
    Map,
    /// What is counted, drawn.
    Figures,
    /// By article.
    Sources,
}

impl View {
    /// Every view, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Cards, Self::Timeline, Self::Map, Self::Figures, Self::Sources];

    /// The word for it in URLs and attributes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cards => "cards",
            Self::Timeline => "timeline",
            Self::Map => "map",
            Self::Figures => "figures",
            Self::Sources => "sources",
        }
    }

    /// What readers see of it.
    #[must_use]
    pub fn name(self, words: &Words) -> &str {
        match self {
            Self::Cards => &words.view_cards,
            Self::Timeline => &words.view_timeline,
            Self::Map => &words.view_map,
            Self::Figures => &words.view_figures,
            Self::Sources => &words.view_sources,
        }
    }

    /// The view of that name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.key() == key)
    }
}

/// An order of the cards.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Sort {
    /// The editor's; what answers a search best comes first.
    #[default]
    Story,
    /// By name.
    Name,
    /// What happened last first.
    Date,
}

impl Sort {
    /// Every order, as they are offered.
    pub const ALL: [Self; 3] = [Self::Story, Self::Name, Self::Date];

    /// The word for it in URLs and attributes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Name => "name",
            Self::Date => "date",
        }
    }

    /// The order of that name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.key() == key)
    }
}
