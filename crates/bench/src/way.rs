use serde::Serialize;

/// A way to let readers search and filter the same cards: ours, or a peer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Way {
    #[serde(rename = "fact-cards")]
    Ours,
    #[serde(rename = "Pagefind")]
    Pagefind,
    #[serde(rename = "List.js")]
    ListJs,
    #[serde(rename = "MixItUp")]
    MixItUp,
    #[serde(rename = "Isotope")]
    Isotope,
}

impl Way {
    /// All ways, in the order of the report.
    pub const ALL: [Self; 5] = [Self::Ours, Self::Pagefind, Self::ListJs, Self::MixItUp, Self::Isotope];

    /// Its name for people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ours => "fact-cards",
            Self::Pagefind => "Pagefind",
            Self::ListJs => "List.js",
            Self::MixItUp => "MixItUp",
            Self::Isotope => "Isotope",
        }
    }

    /// Its name in paths.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Pagefind => "pagefind",
            Self::ListJs => "list",
            Self::MixItUp => "mixitup",
            Self::Isotope => "isotope",
        }
    }

    /// The expression for the control that selects or clears a kind.
    pub fn kind(self, kind: &str) -> String {
        match (self, kind) {
            // A second click clears the checkbox.
            (Self::Pagefind, "all") => "document.querySelector('pagefind-filter-pane input:checked')".to_owned(),
            (Self::Pagefind, _) => format!("document.querySelector('pagefind-filter-pane input[value=\"{kind}\"]')"),
            _ => radio("kind", kind),
        }
    }

    /// The expression for the control of a view, if there are views.
    pub fn view(self, view: &str) -> Option<String> {
        (self == Self::Ours).then(|| radio("view", view))
    }
}

/// The expression for the search field.
pub const SEARCH: &str = "bench.deep('input[type=search]')";

/// The expression for what opens the sheet of filters and orders of ours.
pub const SHEET_BUTTON: &str = "bench.deep('[popovertarget]:not([popovertargetaction])')";

/// The expression for what closes it.
pub const SHEET_CLOSE: &str = "bench.deep('[popover]:popover-open [popovertargetaction=hide]')";

/// The expression for the card of ours that is opened.
pub const THIRD_CARD: &str = "bench.cards()[2]";

/// The expression for the label of a value of a filter on the open sheet; the state is a selector.
pub fn value_of(filter: &str, state: &str) -> String {
    format!("bench.deep('[popover]:popover-open input[name={filter}]{state}').labels[0]")
}

/// The expression for the control of an order.
pub fn sort(order: &str) -> String {
    radio("sort", order)
}

fn radio(name: &str, value: &str) -> String {
    format!("bench.deep('input[name={name}][value={value}]').labels[0]")
}
