//! What a reader shares or exports: a link, a citation, or what is shown as a file.

use fact_cards_story::edition::{CardId, Change, ChangeKind, Changed, Edition, FactId};

use crate::{
    export::{self, Selection},
    permalink,
    state::State,
    visible::Visible,
};

/// Something to share or export.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Share {
    /// A link to a card, or to a fact on it.
    Link(CardId, Option<FactId>),
    /// A fact on a card with its sources, as plain text.
    Citation(CardId, FactId),
    /// The picture that the page of a card is shared with.
    Picture(CardId),
    /// What is shown, for a spreadsheet.
    Csv,
    /// What is shown, for programs.
    Json,
}

/// Something that was shared or exported.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Shared {
    /// What it was.
    pub what: Share,
    /// What is to be copied by hand, where the browser refused to.
    pub by_hand: Option<String>,
}

impl Shared {
    /// Whether it was copied. What is saved is shown by the browser itself.
    #[must_use]
    pub const fn was_copied(&self) -> bool {
        self.by_hand.is_none() && matches!(self.what, Share::Link(..) | Share::Citation(..))
    }
}

/// How something is handed to the browser.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SharedContent {
    /// Its media type; a link has that of a list of addresses.
    pub kind: &'static str,
    /// What to call it: the title of what is shared, or the name of a file.
    pub name: String,
    /// What is in it; of a picture, the address of the page that has it.
    pub text: String,
}

/// Where links lead that are shared.
#[derive(Clone, Debug, Default)]
pub struct Addresses {
    /// The address at which the cards are, without a fragment.
    pub page: String,
    /// The address of the story's pages, where cards and facts have pages of their own there; otherwise empty.
    pub permalinks: String,
    /// Whether the pages of cards have pictures, to be shared with.
    pub have_pictures: bool,
}

impl Share {
    /// What is handed to the browser.
    #[must_use]
    pub fn content(&self, edition: &Edition, state: &State, visible: &Visible, at: &Addresses) -> SharedContent {
        let name = |card: CardId| edition.card(card).map(|card| card.name.shown().to_owned()).unwrap_or_default();
        match *self {
            Self::Link(card, fact) => {
                SharedContent { kind: "text/uri-list", name: name(card), text: link(edition, at, card, fact) }
            }
            Self::Citation(card, fact) => {
                SharedContent { kind: "text/plain", name: name(card), text: citation(edition, at, card, fact) }
            }
            Self::Picture(card) => SharedContent {
                kind: "image/png",
                name: edition.card(card).map(|card| format!("{}.png", card.id)).unwrap_or_default(),
                text: link(edition, at, card, None),
            },
            Self::Csv => SharedContent {
                kind: "text/csv",
                name: "facts.csv".to_owned(),
                text: export::csv(edition, &Selection::from_visible(visible).facts),
            },
            Self::Json => {
                let selection = Selection {
                    url: Some(address(edition, &at.page, state)),
                    permalinks: at.permalinks.clone(),
                    ..Selection::from_visible(visible)
                };
                SharedContent {
                    kind: "application/json",
                    name: "facts.json".to_owned(),
                    text: export::json(edition, &selection),
                }
            }
        }
    }
}

/// The address of a card, or of a fact on it: that of its own page, where it has one.
fn link(edition: &Edition, at: &Addresses, card: CardId, fact: Option<FactId>) -> String {
    permalink::address(edition, &at.permalinks, card, fact)
        .unwrap_or_else(|| address(edition, &at.page, &State { card: Some(card), fact, ..State::default() }))
}

/// The address at which a state shows. That of nothing chosen is the page's own.
fn address(edition: &Edition, page: &str, state: &State) -> String {
    let fragment = state.to_fragment(edition);
    if fragment.is_empty() { page.to_owned() } else { format!("{page}#{fragment}") }
}

/// A fact with what became of it, who says so, where it is reported and where it can be found, on a line each.
fn citation(edition: &Edition, at: &Addresses, card: CardId, number: FactId) -> String {
    let Some(fact) = edition.fact(number) else { return String::new() };
    let name = |card: CardId| edition.card(card).map_or("", |card| card.name.shown());
    let said = |change: &Change| format!("{} {}\n", change.on, change.what.shown());
    // Whoever cites what is withdrawn is to know it first.
    let mut text: String = edition.withdrawal_of_fact(number, fact).map(said).unwrap_or_default();
    text.extend([name(fact.home), ": ", fact.statement.shown()]);
    if let Some(when) = &fact.when {
        text.extend([" (", when.shown(), ")"]);
    }
    if let Some(speaker) = fact.speaker {
        text.extend(["\n— ", name(speaker)]);
        text.extend(fact.said.iter().flat_map(|said| [edition.words.comma.as_str(), " ", said.as_str()]));
    }
    let changes = edition.changes_of(Changed::Fact(number)).iter();
    for change in changes.filter(|change| change.kind != ChangeKind::Withdrawn) {
        text.extend(["\n", said(change).trim_end()]);
    }
    for source in &fact.sources {
        let Some(article) = edition.article(source.article) else { continue };
        let known = article.publisher.iter().chain([&article.published, &source.paragraph]).chain(&article.url);
        text.extend(["\n", article.title.shown()]);
        text.extend(known.flat_map(|known| [" · ", known.as_str()]));
    }
    text.extend(["\n", link(edition, at, card, Some(number)).as_str()]);
    text
}
