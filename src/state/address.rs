//! The state as names with values, in the fragment of a URL and in the attributes of an element:
//! `#kind=operation&q=neptune&source=…&card=…`.

use std::fmt::Write;

use fact_cards_story::{
    Kind,
    edition::{CardId, Edition, Facet},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{Choice, Sort, State, View, query::limited};

/// What is not escaped in a value: what RFC 3986 calls unreserved.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl State {
    /// Every name.
    pub const NAMES: [&str; 13] =
        ["kind", "type", "source", "topic", "place", "year", "speaker", "q", "sort", "view", "page", "card", "fact"];

    /// Everything that is set, each with its name. Several values of a facet are parted by commas.
    #[must_use]
    pub fn to_pairs(&self, edition: &Edition) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        pairs.extend(self.choice.kind.map(|kind| ("kind", kind.key().to_owned())));
        for facet in Facet::ALL {
            let chosen = self.choice.chosen(facet).iter().filter_map(|value| edition.value(facet, *value));
            let ids: Vec<&str> = chosen.map(|value| value.id.as_str()).collect();
            if !ids.is_empty() {
                pairs.push((facet.key(), ids.join(",")));
            }
        }
        let query = self.choice.query.trim();
        if !query.is_empty() {
            pairs.push(("q", query.to_owned()));
        }
        if self.choice.sort != Sort::default() {
            pairs.push(("sort", self.choice.sort.key().to_owned()));
        }
        if self.view != View::default() {
            pairs.push(("view", self.view.key().to_owned()));
        }
        // Among the cards, the page of a card is where the card is.
        if self.choice.page > 0 && (self.card.is_none() || self.view != View::Cards) {
            pairs.push(("page", (u32::from(self.choice.page) + 1).to_string()));
        }
        let fact = self.fact.and_then(|fact| edition.fact(fact));
        // A fact that is named by itself is meant on its own card.
        let card = self.card.filter(|card| fact.is_none_or(|fact| fact.home != *card));
        pairs.extend(card.and_then(|card| edition.card(card)).map(|card| ("card", card.id.clone())));
        pairs.extend(fact.map(|fact| ("fact", fact.id.clone())));
        pairs
    }

    /// The fragment without its `#`; empty where nothing is set.
    #[must_use]
    pub fn to_fragment(&self, edition: &Edition) -> String {
        let mut fragment = String::new();
        for (name, value) in self.to_pairs(edition) {
            let separator = if fragment.is_empty() { "" } else { "&" };
            // Ids need no escapes. Writing to a String does not fail.
            let _ = match name {
                "q" => write!(fragment, "{separator}q={}", utf8_percent_encode(&value, ESCAPED)),
                _ => write!(fragment, "{separator}{name}={value}"),
            };
        }
        fragment
    }

    /// The state that a fragment, with or without its `#`, requests. What is unknown is ignored. A fact without a card is
    /// meant on its own.
    #[must_use]
    pub fn from_fragment(fragment: &str, edition: &Edition) -> Self {
        let mut state = Self::default();
        for pair in fragment.trim_start_matches('#').split('&') {
            let Some((name, value)) = pair.split_once('=') else { continue };
            state.set(edition, name, &percent_decode_str(value).decode_utf8_lossy());
        }
        Self { card: state.card_or_home(edition), ..state }
    }

    /// Takes another value of a name, or none. What is unknown is none.
    pub(crate) fn replace(&mut self, edition: &Edition, name: &str, value: &str) {
        match name {
            "kind" => self.choice.kind = None,
            "q" => self.choice.query.clear(),
            "sort" => self.choice.sort = Sort::default(),
            "view" => self.view = View::default(),
            "page" => self.choice.page = 0,
            "card" | "fact" => (self.card, self.fact) = (None, None),
            _ => {
                let chosen = facet(name).and_then(|facet| self.choice.facets.get_mut(facet.index()));
                chosen.into_iter().for_each(Vec::clear);
            }
        }
        self.set(edition, name, value);
    }

    /// The card, or the one that the fact belongs to.
    pub(crate) fn card_or_home(&self, edition: &Edition) -> Option<CardId> {
        self.card.or_else(|| self.fact.and_then(|fact| edition.fact(fact)).map(|fact| fact.home))
    }

    /// Takes the value of a name; several values of a facet add up. What is unknown changes nothing.
    pub(crate) fn set(&mut self, edition: &Edition, name: &str, value: &str) {
        match name {
            "kind" => self.choice.kind = Kind::from_key(value).or(self.choice.kind),
            "q" => {
                limited(value.trim()).trim_end().clone_into(&mut self.choice.query);
            }
            "sort" => self.choice.sort = Sort::from_key(value).unwrap_or(self.choice.sort),
            "view" => self.view = View::from_key(value).unwrap_or(self.view),
            "page" => self.choice.page = page(edition, value).unwrap_or(self.choice.page),
            "card" => self.card = edition.cards.position(value).or(self.card),
            "fact" => self.fact = edition.facts.position(value).or(self.fact),
            _ => {
                if let Some(facet) = facet(name) {
                    self.choice.choose(edition, facet, value);
                }
            }
        }
    }
}

impl Choice {
    /// Chooses the values with these ids, which commas part.
    fn choose(&mut self, edition: &Edition, facet: Facet, ids: &str) {
        for id in ids.split(',') {
            let value = edition.value_of(facet, id);
            if let Some(value) = value.filter(|value| !self.has(facet, *value)) {
                self.toggle(facet, value);
            }
        }
    }
}

fn facet(name: &str) -> Option<Facet> {
    Facet::ALL.into_iter().find(|facet| facet.key() == name)
}

/// The page that a number names, where the story has several.
fn page(edition: &Edition, number: &str) -> Option<u16> {
    number.parse::<u16>().ok()?.checked_sub(1).filter(|_| edition.has_pages())
}
