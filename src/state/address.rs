//! The state as the fragment of a URL, and back: `#kind=operation&q=neptune&source=…&card=…`.

use std::fmt::Write;

use fact_cards_story::{
    Kind,
    edition::{Edition, Facet},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{Choice, State};

/// What is not escaped in a value: what RFC 3986 calls unreserved.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The most characters of a search that are taken from a URL.
const MAX_QUERY: usize = 200;

impl State {
    /// The fragment without its `#`; empty where nothing is set.
    #[must_use]
    pub fn to_fragment(&self, edition: &Edition) -> String {
        let mut fragment = String::new();
        let mut add = |name: &str, value: &str| {
            let separator = if fragment.is_empty() { "" } else { "&" };
            // Writing to a String does not fail.
            let _ = write!(fragment, "{separator}{name}={value}");
        };
        if let Some(kind) = self.choice.kind {
            add("kind", kind.key());
        }
        for facet in Facet::ALL {
            let values = edition.values(facet);
            let chosen = self.choice.chosen(facet).iter().filter_map(|value| values.get(usize::from(*value)));
            let ids: Vec<&str> = chosen.map(|value| value.id.as_str()).collect();
            if !ids.is_empty() {
                add(facet.key(), &ids.join(","));
            }
        }
        let query = self.choice.query.trim();
        if !query.is_empty() {
            add("q", &utf8_percent_encode(query, ESCAPED).to_string());
        }
        if let Some(card) = self.card.and_then(|card| edition.card(card)) {
            add("card", &card.id);
        }
        fragment
    }

    /// The state that a fragment, with or without its `#`, asks for. What is unknown is ignored.
    #[must_use]
    pub fn from_fragment(fragment: &str, edition: &Edition) -> Self {
        let mut state = Self::default();
        for pair in fragment.trim_start_matches('#').split('&') {
            let Some((name, value)) = pair.split_once('=') else { continue };
            let value = percent_decode_str(value).decode_utf8_lossy();
            match name {
                "kind" => state.choice.kind = Kind::from_key(&value).or(state.choice.kind),
                "q" => {
                    let query: String = value.trim().chars().take(MAX_QUERY).collect();
                    query.trim_end().clone_into(&mut state.choice.query);
                }
                "card" => {
                    let ids = edition.cards.iter().map(|card| card.id.as_str());
                    state.card = position(ids, &value).or(state.card);
                }
                _ => {
                    if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.key() == name) {
                        state.choice.choose(edition, facet, &value);
                    }
                }
            }
        }
        state
    }
}

impl Choice {
    /// Chooses the values with these ids, which commas part.
    fn choose(&mut self, edition: &Edition, facet: Facet, ids: &str) {
        let values = edition.values(facet);
        for id in ids.split(',') {
            let value = position(values.iter().map(|value| value.id.as_str()), id);
            if let Some(value) = value.filter(|value| !self.has(facet, *value)) {
                self.toggle(facet, value);
            }
        }
    }
}

fn position<'i>(mut ids: impl Iterator<Item = &'i str>, id: &str) -> Option<u16> {
    ids.position(|known| known == id).and_then(|at| u16::try_from(at).ok())
}
