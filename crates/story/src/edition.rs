//! A story in one language, ready to be shown: dates and numbers are formatted, texts are folded, orders are made.
//!
//! [`CardId`], [`FactId`], [`ArticleId`] and [`ValueId`] are positions in the lists of the [`Edition`].

mod changes;
mod columns;
mod ends;
mod face;
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
    changes::{Change, ChangeKind, Changed, Changes},
    columns::{Columns, Lists},
    face::Face,
    index::{BOLD, CardPart, Index, Slot, Word},
    list::{HasId, Iter, List},
    map::{Label, Map, Pin, Side},
    pictures::{Picture, PictureForm, Pictured, Pictures},
    position::{ArticleId, CardId, FactId, ValueId},
    prepared::Prepared,
    scale::{Bar, Scale},
    timeline::{Moment, Shape, Stretch, Timeline},
};
use crate::{
    Counted, Kind, Text, Words,
    wire::{Reader, Wire, Writer, wire},
};

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

/// A filter of which several values can be chosen. All but the first are over the facts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Facet {
    /// By the type of card.
    Type,
    /// By the article that reports it.
    Source,
    /// By topic.
    Topic,
    /// By place.
    Place,
    /// By the year that it speaks of or in which it was said.
    Year,
    /// By the member who says so.
    Speaker,
}

impl Facet {
    /// Every facet, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Type, Self::Source, Self::Topic, Self::Place, Self::Year, Self::Speaker];

    /// The word for it in URLs and attributes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Source => "source",
            Self::Topic => "topic",
            Self::Place => "place",
            Self::Year => "year",
            Self::Speaker => "speaker",
        }
    }

    /// Its position in lists that have one entry for each facet.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// A value that a facet can be narrowed to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FacetValue {
    /// The id of the type, article, topic, venue or member, or the year in digits.
    pub id: String,
    /// Its name.
    pub name: Text,
}

wire!(struct FacetValue { [id] name });

impl HasId for FacetValue {
    type Position = ValueId;

    fn id(&self) -> &str {
        &self.id
    }
}

/// An article that facts are taken from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Its title.
    pub title: Text,
    /// How many paragraphs it has.
    pub length: u16,
    /// When it was published, in words, also where that is not known.
    pub published: String,
    /// The same in ISO 8601, where it is known.
    pub published_on: Option<String>,
    /// Who published it, where that is known.
    pub publisher: Option<String>,
    /// Where it stands on the web, where that is known.
    pub url: Option<String>,
    /// Its paragraphs that facts are taken from, in their order.
    pub paragraphs: Vec<Paragraph>,
}

wire!(struct Article { [length, published_on, publisher, url, paragraphs] title, published });

/// A paragraph of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    /// Which one it is, counted from 1.
    pub number: u16,
    /// The facts that are taken from it, in the order of the story.
    pub facts: Vec<FactId>,
}

wire!(struct Paragraph { number, facts });

/// A member, an operation or a venue.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its id, unique in the story.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The position of its type among the values of [`Facet::Type`].
    pub card_type: ValueId,
    /// Its kind and its type in words, such as "Member · person".
    pub kicker: Text,
    /// What it shows of itself where there is no picture.
    pub face: Face,
    /// Its name.
    pub name: Text,
    /// Other spellings of the name, each with where it stands.
    pub spellings: Vec<Spelling>,
    /// Its name in the story's other languages, where that is another one, in the order of their characters. They are
    /// not shown, but found.
    pub other_names: Vec<Text>,
    /// One sentence about it.
    pub summary: Text,
    /// The facts that stand on it: first its own, then those about it.
    pub facts: Vec<FactId>,
    /// How many of these are its own.
    pub own: u16,
    /// The cards it is related to.
    pub links: Vec<Link>,
    /// Latitude and longitude in degrees, for a venue.
    pub coordinates: Option<(f32, f32)>,
}

/// Its names in all languages stand together, in an order that is the same in each of them; then comes which one is its
/// own.
impl Wire for Card {
    fn write(&self, writer: &mut Writer) {
        let mut names: Vec<&Text> = [&self.name].into_iter().chain(&self.other_names).collect();
        names.sort_by_key(|name| name.shown());
        let own_name = names.iter().position(|name| std::ptr::eq(*name, &raw const self.name)).unwrap_or_default();
        writer.swap();
        self.id.write(writer);
        writer.count(names.len());
        for name in names {
            name.write(writer);
        }
        self.kind.write(writer);
        self.card_type.write(writer);
        self.facts.write(writer);
        self.own.write(writer);
        self.coordinates.write(writer);
        writer.swap();
        writer.count(own_name);
        self.kicker.write(writer);
        self.face.write(writer);
        self.spellings.write(writer);
        self.summary.write(writer);
        self.links.write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        reader.swap();
        let id = Wire::read(reader);
        let mut other_names = Vec::read(reader);
        let kind = Wire::read(reader);
        let card_type = Wire::read(reader);
        let facts = Wire::read(reader);
        let own = Wire::read(reader);
        let coordinates = Wire::read(reader);
        reader.swap();
        let name = reader.one_of(&mut other_names);
        let kicker = Wire::read(reader);
        let face = Wire::read(reader);
        let spellings = Wire::read(reader);
        let summary = Wire::read(reader);
        let links = Wire::read(reader);
        Self {
            id,
            kind,
            card_type,
            kicker,
            face,
            name,
            spellings,
            other_names,
            summary,
            facts,
            own,
            links,
            coordinates,
        }
    }
}

impl HasId for Card {
    type Position = CardId;

    fn id(&self) -> &str {
        &self.id
    }
}

impl Card {
    /// The texts in a part of it.
    pub fn texts(&self, part: CardPart) -> impl Iterator<Item = &Text> {
        let (one, spellings, others): (_, &[Spelling], &[Text]) = match part {
            CardPart::Name => (Some(&self.name), &[], &[]),
            CardPart::Spellings => (None, &self.spellings, &[]),
            CardPart::OtherNames => (None, &[], &self.other_names),
            CardPart::Kicker => (Some(&self.kicker), &[], &[]),
            CardPart::Summary => (Some(&self.summary), &[], &[]),
        };
        one.into_iter().chain(spellings.iter().map(|spelling| &spelling.name)).chain(others)
    }
}

/// Another spelling of a card's name.
#[derive(Clone, Debug, PartialEq)]
pub struct Spelling {
    /// The name in that spelling.
    pub name: Text,
    /// Where it stands, where that is said, such as "Marrakech ¶6".
    pub marker: Option<Text>,
    /// The same as article and paragraph.
    pub stands: Option<(ArticleId, u16)>,
}

wire!(struct Spelling { [name, stands] marker });

/// A relation to another card.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The relation, such as "heads".
    pub relation: Text,
    /// The other card.
    pub card: CardId,
}

wire!(struct Link { [card] relation });

/// One thing that the articles state.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Its id, unique in the story.
    pub id: String,
    /// The card it belongs to.
    pub home: CardId,
    /// What is stated.
    pub statement: Text,
    /// The date or period it speaks of.
    pub when: Option<Text>,
    /// The same as the editor wrote it: ISO 8601, as precise as it is known, a period with a slash.
    pub date: Option<String>,
    /// The member who says so, where it is somebody's claim.
    pub speaker: Option<CardId>,
    /// When it was said.
    pub said: Option<String>,
    /// The same in ISO 8601.
    pub said_on: Option<String>,
    /// Where it stands.
    pub sources: Vec<Source>,
    /// That several articles report it, in words.
    pub agreement: Option<String>,
    /// The positions of its values in each facet; none in that of types, which are the cards'.
    pub facets: [Vec<ValueId>; Facet::ALL.len()],
    /// The number in it, where it is one.
    pub figure: Option<Figure>,
}

wire!(struct Fact {
    [id, home, date, speaker, said_on, facets]
    statement, when, said, sources, agreement, figure,
});

impl HasId for Fact {
    type Position = FactId;

    fn id(&self) -> &str {
        &self.id
    }
}

impl Fact {
    /// Whether it has a page of its own in a site that knows its address: what is counted or quoted is what people share.
    #[must_use]
    pub const fn has_page(&self) -> bool {
        self.figure.is_some() || self.speaker.is_some()
    }

    /// What it itself says.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let figure = self.figure.as_ref().map(|figure| [&figure.number, &figure.unit]);
        [&self.statement].into_iter().chain(&self.when).chain(figure.into_iter().flatten())
    }
}

/// Where a fact stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The article.
    pub article: ArticleId,
    /// A short name for article and paragraph, such as "Marrakech ¶6".
    pub marker: Text,
    /// Where in the article, such as "paragraph 6 of 8".
    pub paragraph: String,
    /// The paragraph, counted from 1.
    pub number: u16,
}

wire!(struct Source { [article, number] marker, paragraph });

/// A number, set large.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The number as it is shown, such as "104 → 140+".
    pub number: Text,
    /// The number in words for those who do not see it, where signs stand in it.
    pub spoken: Option<String>,
    /// What is counted.
    pub unit: Text,
    /// What it was before, as a plain decimal number, where it changed.
    pub from: Option<String>,
    /// What it is, as a plain decimal number.
    pub value: String,
    /// Whether it is more than that.
    pub more_than: bool,
}

wire!(struct Figure { [from, value, more_than] number, spoken, unit });
