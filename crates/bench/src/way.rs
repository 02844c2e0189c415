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
    /// All of them, in the order in which they are told of.
    pub const ALL: [Self; 5] = [Self::Ours, Self::Pagefind, Self::ListJs, Self::MixItUp, Self::Isotope];

    /// Its name as people know it.
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

    /// The expression that finds what is clicked to choose a kind, or to choose it no more.
    pub fn kind(self, kind: &str) -> String {
        match (self, kind) {
            // What is checked is unchecked by another click.
            (Self::Pagefind, "all") => "document.querySelector('pagefind-filter-pane input:checked')".to_owned(),
            (Self::Pagefind, _) => format!("document.querySelector('pagefind-filter-pane input[value=\"{kind}\"]')"),
            _ => radio("kind", kind),
        }
    }

    /// The expression that finds what is clicked for a view, where there are any.
    pub fn view(self, view: &str) -> Option<String> {
        (self == Self::Ours).then(|| radio("view", view))
    }
}

/// The expression that finds the search field.
pub const SEARCH: &str = "bench.deep('input[type=search]')";

/// The expression that finds what is clicked for an order.
pub fn sort(order: &str) -> String {
    radio("sort", order)
}

fn radio(name: &str, value: &str) -> String {
    format!("bench.deep('input[name={name}][value={value}]').labels[0]")
}
