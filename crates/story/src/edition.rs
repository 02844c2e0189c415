//! A story in one language, ready to be shown: dates and numbers are formatted, texts are folded, orders are made.
//!
//! [`CardId`], [`FactId`], [`ArticleId`] and [`ValueId`] are positions in the lists of the [`Edition`].

mod article;
mod card;
mod changes;
mod columns;
mod ends;
mod face;
mod facet;
mod fact;
mod index;
mod list;
mod map;
mod only;
mod pictures;
mod position;
mod prepared;
mod scale;
mod timeline;

pub use self::{
    article::{Article, Paragraph},
    card::{Card, Link, Spelling},
    changes::{Change, ChangeKind, Changed, Changes},
    columns::{Columns, Lists},
    face::Face,
    facet::{Facet, FacetValue},
    fact::{Fact, Figure, Source},
    index::{BOLD, CardPart, Index, Slot, Word},
    list::{HasId, Iter, List},
    map::{Label, Map, Pin, Side},
    pictures::{Picture, PictureForm, Pictured, Pictures},
    position::{ArticleId, CardId, FactId, ValueId},
    prepared::Prepared,
    scale::{Bar, Scale},
    timeline::{Moment, Shape, Stretch, Timeline},
};
use crate::{Counted, Text, Words, wire::wire};

/// A story in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edition {
    /// Its short name in paths and attributes, such as `ar`.
    pub language: String,
    /// The folder of its page below the top of the site, with a slash; nothing for the story's first language.
    pub path: String,
    /// Its locale, such as `ar-MA`.
    pub locale: String,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    /// Every language of the story: a text that is missing in the edition's own stands in one of these.
    pub other_languages: Vec<OtherLanguage>,
    /// The story's title.
    pub title: Text,
    /// What the story is about, in a sentence or two.
    pub lead: Text,
    /// The articles that the facts are taken from.
    pub articles: Vec<Article>,
    /// The cards, in the order in which they are shown.
    pub cards: List<Card>,
    /// The facts, in the order in which the editor wrote them.
    pub facts: List<Fact>,
    /// The values of each filter: see [`Facet`].
    pub facets: [List<FacetValue>; Facet::ALL.len()],
    /// The cards by name, in the alphabetical order of the language.
    pub by_name: Vec<CardId>,
    /// The cards by the last day that a fact on them speaks of or was said on, the latest first; then those without a date.
    pub by_date: Vec<CardId>,
    /// What is dated.
    pub timeline: Timeline,
    /// What is counted, by the scales that the figures share.
    pub scales: Vec<Scale>,
    /// Where the venues lie, where there are any.
    pub map: Option<Map>,
    /// How numbers are written that only the reader's choice decides.
    pub number: Counted,
    /// The words of the interface.
    pub words: Words,
    /// What filters look at; a story of several pages brings it along.
    pub columns: Prepared<Columns>,
    /// Where each word stands, in a story of several pages.
    pub index: Option<Index>,
    /// What became of its cards and facts since they were written.
    pub changes: Option<Changes>,
    /// Its pictures.
    pub pictures: Option<Pictures>,
    /// The cards that are shown, where these are not all: see [`Edition::keep_only`]. No story brings it along.
    pub only: Vec<CardId>,
}

wire!(struct Edition {
    [other_languages, by_date]
    language, path, locale, right_to_left, title, lead, articles, cards, facts, facets, by_name, timeline, scales,
    map, number, words, columns, index, changes, pictures; skip only
});

/// A language that texts are in which the edition's own lacks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OtherLanguage {
    /// Its locale.
    pub locale: String,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
}

wire!(struct OtherLanguage { locale, right_to_left });

impl Edition {
    /// The card at a position.
    #[must_use]
    pub fn card(&self, position: CardId) -> Option<&Card> {
        self.cards.get(position.index())
    }

    /// The fact at a position.
    #[must_use]
    pub fn fact(&self, position: FactId) -> Option<&Fact> {
        self.facts.get(position.index())
    }

    /// The article at a position.
    #[must_use]
    pub fn article(&self, position: ArticleId) -> Option<&Article> {
        self.articles.get(position.index())
    }

    /// How many values a facet has.
    #[must_use]
    pub fn value_count(&self, facet: Facet) -> usize {
        self.facets.get(facet.index()).map_or(0, List::len)
    }

    /// The value at a position of a facet.
    #[must_use]
    pub fn value(&self, facet: Facet, position: ValueId) -> Option<&FacetValue> {
        self.facets.get(facet.index())?.get(position.index())
    }

    /// The value of [`Facet::Source`] that is the article at a position.
    #[must_use]
    pub fn source(&self, article: ArticleId) -> Option<&FacetValue> {
        self.value(Facet::Source, article.source())
    }

    /// The position of the value with an id.
    #[must_use]
    pub fn value_of(&self, facet: Facet, id: &str) -> Option<ValueId> {
        self.facets.get(facet.index())?.position(id)
    }

    /// What filters look at.
    #[must_use]
    pub fn columns(&self) -> &Columns {
        self.columns.or_made(|| Columns::new(self))
    }

    /// Whether the cards are too many for one page.
    #[must_use]
    pub const fn has_pages(&self) -> bool {
        let cards = if self.is_narrowed() { self.only.len() } else { self.cards.len() };
        cards > Self::MOST_ON_ONE_PAGE
    }

    /// Whether the story as a whole has several pages: its cards may have more facts than one of them has room for.
    #[must_use]
    pub const fn is_large(&self) -> bool {
        self.cards.len() > Self::MOST_ON_ONE_PAGE
    }

    /// Up to so many cards stand on one page.
    const MOST_ON_ONE_PAGE: usize = 200;
}
