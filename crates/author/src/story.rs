use std::ops::Range;

use super::{
    date::{Date, Period},
    embargo::Embargo,
    schema::SchemaType,
    thing::Thing,
    words::WordsFile,
};
use fact_cards_story::Kind;

/// A checked story: every reference is resolved.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// The languages that every text is written in, the first one first.
    pub languages: Vec<Language>,
    /// Its title.
    pub title: Localised,
    /// What it is about, in a sentence or two.
    pub lead: Localised,
    /// The cards that come first, in that order; the others follow as they are written.
    pub order: Vec<Reference>,
    /// The articles that the facts are taken from.
    pub articles: Vec<Article>,
    /// The types that cards are of.
    pub types: Vec<CardType>,
    /// The topics of facts.
    pub topics: Vec<Topic>,
    /// The ways in which cards can be related.
    pub relations: Vec<Relation>,
    /// The members, then the operations, then the venues.
    pub cards: Vec<Card>,
    /// The facts.
    pub facts: Vec<Fact>,
}

/// A span in one of the story's files.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct FileSpan {
    pub(super) file: usize,
    pub(super) span: Range<usize>,
}

/// A text for each of the story's languages, in their order.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Localised(pub Vec<Wording>);

/// A text and its language, by position: another than requested where the requested one falls back to it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Wording {
    /// The text.
    pub text: String,
    /// The language.
    pub language: usize,
}

impl Localised {
    /// The text for the language at that position.
    #[must_use]
    pub fn at(&self, language: usize) -> &str {
        self.0.get(language).map_or("", |wording| wording.text.as_str())
    }

    /// The text's language, if it is not the requested one.
    #[must_use]
    pub fn fallen_back(&self, language: usize) -> Option<usize> {
        self.0.get(language).map(|wording| wording.language).filter(|other| *other != language)
    }
}

/// A language of the story.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Language {
    /// Its short name in paths and attributes.
    pub id: String,
    /// Its locale, for formatting.
    pub locale: String,
    /// The words of the interface in it: the story's own, or the widget's.
    pub words: WordsFile,
}

impl Language {
    /// The language of the interface's words: that of the id, if it is a BCP 47 code.
    pub(super) fn of_words(&self) -> &str {
        if matches!(self.id.len(), 2 | 3) { &self.id } else { &self.locale }
    }
}

/// An id that names something else in the story.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Reference {
    /// The id as written.
    pub id: String,
    /// The position of its target in the story's list of that kind.
    pub target: usize,
    pub(super) place: FileSpan,
}

/// An article.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Localised,
    /// A word or two for it in small markers.
    pub short: Localised,
    /// How many paragraphs it has, its title not counted.
    pub paragraphs: u16,
    /// When it was published, where that is known.
    pub date: Option<Period>,
    /// Who published it, where that is known.
    pub publisher: Option<String>,
    /// Its address on the web, if known.
    pub url: Option<String>,
    pub(super) place: FileSpan,
}

/// A type of card.
#[derive(Clone, Debug)]
pub struct CardType {
    /// Its id.
    pub id: String,
    /// The kind of card that can be of it.
    pub kind: Kind,
    /// Its name.
    pub name: Localised,
    /// What cards of it are in the vocabulary of schema.org, where the editor says so.
    pub schema: Option<&'static SchemaType>,
}

/// A topic of facts.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Localised,
}

/// A way in which one card can be related to another.
#[derive(Clone, Debug)]
pub struct Relation {
    /// Its id.
    pub id: String,
    /// How it is said on the card that links.
    pub name: Localised,
    /// How it is said on the card that is linked to.
    pub inverse: Localised,
}

/// A card.
#[derive(Clone, Debug)]
pub struct Card {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub kind: Kind,
    /// Its type.
    pub card_type: Reference,
    /// Its name.
    pub name: Localised,
    /// Other spellings of the name.
    pub spellings: Vec<Spelling>,
    /// One sentence about it.
    pub summary: Localised,
    /// What it is related to.
    pub links: Vec<Link>,
    /// Latitude and longitude in degrees.
    pub coordinates: Option<(f64, f64)>,
    /// What became of it.
    pub life: Life,
    pub(super) place: FileSpan,
}

/// Another spelling of a name, as some source has it.
#[derive(Clone, Debug)]
pub struct Spelling {
    /// The name in that spelling.
    pub name: String,
    /// Where it stands, where that is said.
    pub source: Option<Source>,
}

/// A relation of one card to another.
#[derive(Clone, Debug)]
pub struct Link {
    /// How they are related.
    pub relation: Reference,
    /// The other card.
    pub to: Reference,
}

/// A fact.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its id.
    pub id: String,
    /// The card it belongs to.
    pub card: Reference,
    /// Further cards on which it stands.
    pub about: Vec<Reference>,
    /// What is stated.
    pub statement: Localised,
    /// The date or period it speaks of.
    pub date: Option<Period>,
    /// The member who says so.
    pub speaker: Option<Reference>,
    /// When it was said.
    pub said: Option<Period>,
    /// Its topics.
    pub topics: Vec<Reference>,
    /// The venue where it is so.
    pub location: Option<Reference>,
    /// The number in it.
    pub figure: Option<Figure>,
    /// Where it is reported.
    pub sources: Vec<Source>,
    /// What became of it.
    pub life: Life,
}

/// The changes of a card or fact, and its embargo: mostly there are none.
#[derive(Clone, Debug, Default)]
pub struct Life {
    /// Its revisions, in the order written.
    pub revised: Vec<Change>,
    /// Its corrections, in the order written.
    pub corrected: Vec<Change>,
    /// Its withdrawal.
    pub withdrawn: Option<Withdrawal>,
    /// Its embargo.
    pub embargo: Option<Embargo>,
}

/// Something that was withdrawn and left out of what is published: see [`super::hold_back`].
#[derive(Clone, Debug)]
pub struct LeftOut {
    /// What it was.
    pub thing: Thing,
    /// Its id, by which its page was found. It goes into no edition.
    pub id: String,
    /// The position of the card that it stood on, where that is still there.
    pub card: Option<usize>,
    /// When.
    pub date: Date,
    /// Why.
    pub reason: Localised,
}

/// A change that was made on a day.
#[derive(Clone, Debug)]
pub struct Change {
    /// The day.
    pub date: Date,
    /// What changed, or what was wrong.
    pub what: Localised,
    pub(super) place: FileSpan,
}

/// A withdrawal.
#[derive(Clone, Debug)]
pub struct Withdrawal {
    /// The day.
    pub date: Date,
    /// Why.
    pub reason: Localised,
    /// Whether it is still shown, struck out. Otherwise it is left out.
    pub shown: bool,
}

/// A place in an article.
#[derive(Clone, Debug)]
pub struct Source {
    /// The article.
    pub article: Reference,
    /// The paragraph, counted from 1.
    pub paragraph: u16,
    pub(super) place: FileSpan,
}

/// A number with what it counts.
#[derive(Clone, Debug)]
pub struct Figure {
    /// How much.
    pub quantity: Quantity,
    /// Whether it is more than that.
    pub more_than: bool,
    /// What is counted.
    pub unit: Localised,
    /// The name of the scale that it shares with other figures, where it can be compared with them.
    pub scale: Option<String>,
    pub(super) place: FileSpan,
}

/// How much a figure says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// A number.
    Value(f64),
    /// A year: written without a thousands separator.
    Year(u16),
    /// A number that became another.
    Change {
        /// What it was.
        from: f64,
        /// What it became.
        to: f64,
    },
}
