//! A story as it is gathered from the rows of a table, before it is written.

use std::{collections::BTreeMap, ops::Range};

use fact_cards_story::{
    Kind,
    fold::{fold, spelling},
};

use super::{names::Ids, table::Written};

/// A text in each language of the story, where the table has one.
pub type Texts = Vec<Option<Written>>;

/// A story as it is gathered.
#[derive(Default)]
pub struct Draft {
    pub articles: NamedThings<Article>,
    pub types: Vec<CardType>,
    pub topics: NamedThings<()>,
    pub cards: NamedThings<Card>,
    pub facts: Vec<Fact>,
    /// How many rows only name another source of a fact that is there.
    pub further_sources: usize,
}

/// Things that rows name, each once.
pub struct NamedThings<T> {
    pub all: Vec<Thing<T>>,
    by_id: BTreeMap<String, usize>,
    /// Those of each name; several have ids.
    by_name: BTreeMap<String, Vec<usize>>,
    /// The first of each name without regard to accents.
    by_letters: BTreeMap<String, usize>,
    /// Two names that differ only in accents, which may be one thing or two.
    pub alike: Vec<Alike>,
    /// A name that several things with ids have.
    pub shared: Vec<Written>,
}

/// A name that differs from an earlier one only in accents.
pub struct Alike {
    pub name: Written,
    pub earlier: Written,
}

impl<T> Default for NamedThings<T> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            by_id: BTreeMap::new(),
            by_name: BTreeMap::new(),
            by_letters: BTreeMap::new(),
            alike: Vec::new(),
            shared: Vec::new(),
        }
    }
}

/// Something that rows name.
#[derive(Default)]
pub struct Thing<T> {
    /// Its id: from the table, or else made of its name later.
    pub id: String,
    /// Its name in each language.
    pub name: Texts,
    /// Where it is named first.
    pub span: Range<usize>,
    pub holds: T,
}

impl<T> Thing<T> {
    /// Its name in the first language, or else its id.
    pub fn shown(&self) -> &str {
        self.name.iter().flatten().next().map_or(&self.id, |name| &name.text)
    }
}

/// How a row names something: by a name, or by an id and perhaps a name.
#[derive(Clone, Debug)]
pub struct Naming {
    pub id: Option<Written>,
    pub name: Option<Written>,
}

impl Naming {
    /// Where it stands.
    pub fn span(&self) -> Range<usize> {
        self.id.as_ref().or(self.name.as_ref()).map_or(0..0, |written| written.span.clone())
    }
}

impl<T: Default> NamedThings<T> {
    /// The position of the named thing, which is added if it is new. Names that differ only in case or spaces are the same.
    pub fn position(&mut self, naming: &Naming) -> usize {
        let id = naming.id.as_ref().map(|id| id.text.clone());
        let name = naming.name.as_ref().map(|name| spelling(&name.text));
        let called = name.as_ref().and_then(|name| self.by_name.get(name));
        let known = match (&id, &name) {
            (Some(id), _) => self.by_id.get(id).copied(),
            // Where the table has ids, a cell for names may hold one too.
            (None, Some(name)) => called.and_then(|all| all.first()).or_else(|| self.by_id.get(name)).copied(),
            (None, None) => None,
        };
        if id.is_none() && called.is_some_and(|all| all.len() > 1) {
            self.shared.extend(naming.name.clone());
        }
        let at = known.unwrap_or_else(|| {
            self.all.push(Thing {
                id: id.clone().unwrap_or_default(),
                name: Texts::new(),
                span: naming.span(),
                holds: T::default(),
            });
            self.all.len() - 1
        });
        if let Some(id) = id {
            self.by_id.entry(id).or_insert(at);
        }
        if let Some(name) = name {
            let all = self.by_name.entry(name).or_default();
            if !all.contains(&at) {
                all.push(at);
            }
        }
        if let Some(name) = &naming.name {
            self.call(at, name);
        }
        at
    }

    /// Sets the name of a thing that has none, and notes another one whose name differs only in accents.
    fn call(&mut self, at: usize, name: &Written) {
        let first = *self.by_letters.entry(fold(&name.text)).or_insert(at);
        if let (Some(earlier), Some(thing)) = (self.all.get(first), self.all.get(at))
            && thing.name.is_empty()
            && first != at
            && (earlier.id.is_empty() || thing.id.is_empty())
            && let Some(earlier) = earlier.name.iter().flatten().next()
            && spelling(&earlier.text) != spelling(&name.text)
        {
            self.alike.push(Alike { name: name.clone(), earlier: earlier.clone() });
        }
        if let Some(thing) = self.all.get_mut(at).filter(|thing| thing.name.is_empty()) {
            thing.name.push(Some(name.clone()));
        }
    }

    /// The id of the thing at a position.
    pub fn id(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |thing| &thing.id)
    }

    /// Makes an id for each thing without one.
    pub fn make_ids(&mut self, otherwise: &str) {
        let mut ids = Ids::taken(self.all.iter().map(|thing| thing.id.clone()));
        for thing in &mut self.all {
            if thing.id.is_empty() {
                thing.id = ids.make(thing.shown(), otherwise);
            }
            if thing.name.iter().flatten().next().is_none() {
                thing.name = vec![Some(Written { text: thing.id.clone(), span: thing.span.clone() })];
            }
        }
    }
}

/// What a table says of a card.
#[derive(Default)]
pub struct Card {
    /// A row is about it.
    pub has_row: bool,
    pub kind: Option<Written>,
    /// The names of its type.
    pub types: Texts,
    pub summary: Texts,
    pub spellings: Vec<Written>,
    pub latitude: Option<Written>,
    pub longitude: Option<Written>,
    pub picture: Picture,
    /// Where it is first named as a place.
    pub place: Option<Range<usize>>,
    /// Where it is first named as a speaker.
    pub speaker: Option<Range<usize>>,
    /// What follows from all of that.
    pub is: Option<Kind>,
    /// Its type, by its position.
    pub of_type: usize,
    /// Latitude and longitude as they are written, where both are known.
    pub coordinates: Option<(String, String)>,
}

/// What a table says of a picture.
#[derive(Default)]
pub struct Picture {
    pub file: Option<Written>,
    pub alt: Texts,
    pub credit: Texts,
    pub licence: Option<Written>,
    pub source: Option<Written>,
    pub focus: Option<Written>,
}

/// What a table says of an article.
#[derive(Default)]
pub struct Article {
    pub short: Texts,
    pub paragraphs: Option<Written>,
    /// The highest paragraph that a fact names.
    pub highest: u16,
    pub published: Option<Written>,
    pub publisher: Option<Written>,
    pub url: Option<Written>,
    pub picture: Picture,
}

/// A type of card.
pub struct CardType {
    pub id: String,
    pub kind: Kind,
    pub name: Texts,
}

/// A fact.
#[derive(Default)]
pub struct Fact {
    pub id: Option<Written>,
    /// The row.
    pub span: Range<usize>,
    pub card: usize,
    pub about: Vec<(usize, Range<usize>)>,
    pub statement: Texts,
    pub date: Option<Written>,
    pub speaker: Option<(usize, Range<usize>)>,
    pub said: Option<Written>,
    pub topics: Vec<(usize, Range<usize>)>,
    pub place: Option<(usize, Range<usize>)>,
    pub figure: Option<Figure>,
    pub life: Life,
    pub sources: Vec<DraftSource>,
}

/// What became of a fact.
#[derive(Default)]
pub struct Life {
    pub revised: Vec<Change>,
    pub corrected: Vec<Change>,
    /// When and why it was withdrawn.
    pub withdrawn: Option<(Written, Written)>,
}

/// A change of a fact.
pub struct Change {
    pub day: String,
    pub what: String,
    pub span: Range<usize>,
}

/// Where a fact is reported.
#[derive(Clone)]
pub struct DraftSource {
    pub article: usize,
    pub paragraph: u16,
    pub span: Range<usize>,
}

/// The number in a fact.
pub struct Figure {
    pub quantity: Quantity,
    pub more_than: bool,
    pub unit: Texts,
    pub scale: Option<Written>,
    pub span: Range<usize>,
}

/// How much a figure says, in digits.
pub enum Quantity {
    Value(String),
    Year(String),
    Change { from: String, to: String },
}
