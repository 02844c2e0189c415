//! A checked story as editions: one for each language, with everything done that needs a locale.

pub(crate) mod added;
mod articles;
mod cards;
mod changes;
mod face;
mod facts;
mod figures;
mod fill;
mod format;
mod index;
mod map;
mod order;
mod pictures;
mod standing;
mod timeline;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use self::{
    format::Formatter,
    map::{Venue, map},
    order::Order,
    standing::Standing,
};
use super::{
    date::{Date, Period},
    diagnostic::Report,
    held_back::Published,
    story::{self, LeftOut, Localised, Story},
    words::{self, Largest, Phrases},
};
use fact_cards_story::{
    Counted, PageWords, Text, Words,
    edition::{self, Columns, Edition, FacetValue, FactId, List, Prepared, ValueId},
};

/// Makes the editions of a story of which nothing is held back, the first language first.
///
/// # Errors
/// When the words of the interface lack something in one of the languages.
pub fn editions(story: &Story) -> Result<Vec<Edition>, Report> {
    encoded(story, &[])
}

impl Published {
    /// Makes the editions of what is published, the first language first.
    ///
    /// # Errors
    /// When the words of the interface lack something in one of the languages.
    pub fn editions(&self) -> Result<Vec<Edition>, Report> {
        encoded(&self.story, &self.left_out)
    }

    /// The words of the pages of single cards and facts, for each language.
    ///
    /// # Errors
    /// When the words of the interface lack something in one of the languages.
    pub fn page_words(&self) -> Result<Vec<PageWords>, Report> {
        let none = Largest { shown: 0, encoded: 0 };
        let languages = self.story.languages.iter();
        languages.map(|language| Ok(words::read(&language.words, language.of_words(), &[], none)?.2)).collect()
    }
}

fn encoded(story: &Story, left_out: &[LeftOut]) -> Result<Vec<Edition>, Report> {
    let coasts = face::coasts(story);
    (0..story.languages.len()).map(|language| Ok(Encoder::new(story, left_out, &coasts, language)?.edition())).collect()
}

/// The same edition with its index and columns built in advance, as stories of several pages have them. Filters and searches find
/// the same.
#[must_use]
pub fn indexed(edition: Edition) -> Edition {
    Edition { columns: Columns::new(&edition).into(), index: Some(index::index(&edition)), ..edition }
}

/// A number of two bytes. Positions and counts fit: the check allows no more entries than that.
fn short(number: usize) -> u16 {
    debug_assert!(u16::try_from(number).is_ok(), "{number} is more than a story has of anything");
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// A position in a list of the edition.
fn position<P: From<u16>>(index: usize) -> P {
    short(index).into()
}

/// The entry at a position. It exists: the check has resolved every reference.
fn entry<T>(entries: &[T], index: usize) -> Option<&T> {
    debug_assert!(index < entries.len(), "no entry {index} of {}", entries.len());
    entries.get(index)
}

/// The same, mutable.
fn entry_mut<T>(entries: &mut [T], index: usize) -> Option<&mut T> {
    debug_assert!(index < entries.len(), "no entry {index} of {}", entries.len());
    entries.get_mut(index)
}

fn text(shown: &str) -> Text {
    Text::new(shown)
}

/// The values of a facet that occur in facts, in the story's order.
struct Values {
    used: Vec<usize>,
}

impl Values {
    fn new(used: impl Iterator<Item = usize>) -> Self {
        Self { used: used.collect::<BTreeSet<_>>().into_iter().collect() }
    }

    /// The position of a value, which some fact or card has.
    fn position(&self, value: usize) -> Option<ValueId> {
        let found = self.used.binary_search(&value);
        debug_assert!(found.is_ok(), "the value {value} is not among those that are used");
        found.ok().map(position)
    }

    fn positions(&self, values: impl Iterator<Item = usize>) -> Vec<ValueId> {
        let mut positions: Vec<ValueId> = values.filter_map(|value| self.position(value)).collect();
        positions.sort_unstable();
        positions.dedup();
        positions
    }
}

struct Encoder<'s> {
    story: &'s Story,
    left_out: &'s [LeftOut],
    coasts: &'s [Option<String>],
    language: usize,
    formatter: Formatter,
    words: Words,
    phrases: Phrases,
    order: Order,
    standing: Vec<Standing>,
    paragraphs: Vec<BTreeMap<u16, Vec<FactId>>>,
    types: Values,
    topics: Values,
    places: Values,
    years: Values,
    speakers: Values,
}

impl<'s> Encoder<'s> {
    fn new(
        story: &'s Story,
        left_out: &'s [LeftOut],
        coasts: &'s [Option<String>],
        language: usize,
    ) -> Result<Self, Report> {
        let spoken = story.languages.get(language);
        let locale = spoken.map_or("", |language| language.locale.as_str());
        // The largest number that the interface counts: cards, facts, articles, or values chosen in a filter.
        let counted = [story.cards.len(), story.facts.len(), story.articles.len(), story.topics.len()];
        let shown = counted.into_iter().max().unwrap_or_default();
        let encoded =
            timeline::longest_pause(story).max(story.articles.len()).max(changes::count(story) + left_out.len());
        let formatter = Formatter::new(locale);
        let largest = Largest { shown, encoded };
        let words =
            spoken.map(|language| words::read(&language.words, language.of_words(), &formatter.digits(), largest));
        let (words, phrases, _) = words.transpose()?.unwrap_or_default();
        Ok(Self {
            story,
            left_out,
            coasts,
            language,
            formatter,
            words,
            phrases,
            order: Order::new(story),
            standing: Standing::on_each(story),
            paragraphs: articles::paragraphs(story),
            types: Values::new(story.cards.iter().map(|card| card.card_type.target)),
            topics: Values::new(story.facts.iter().flat_map(|fact| &fact.topics).map(|topic| topic.target)),
            places: Values::new(story.facts.iter().flat_map(|fact| &fact.location).map(|venue| venue.target)),
            years: Values::new(
                story.facts.iter().flat_map(periods).flat_map(|period| [period.from, period.to].map(year)),
            ),
            speakers: Values::new(story.facts.iter().flat_map(|fact| &fact.speaker).map(|member| member.target)),
        })
    }

    fn edition(&self) -> Edition {
        let story = self.story;
        let language = story.languages.get(self.language);
        let value = |id: &str, name: &Localised| FacetValue { id: id.to_owned(), name: self.named(name) };
        let sources = story.articles.iter().map(|article| value(&article.id, &article.short)).collect();
        let types = self.types.used.iter().filter_map(|card_type| entry(&story.types, *card_type));
        let topics = self.topics.used.iter().filter_map(|topic| entry(&story.topics, *topic));
        let cards = |values: &Values| -> List<FacetValue> {
            let cards = values.used.iter().filter_map(|card| entry(&story.cards, *card));
            cards.map(|card| value(&card.id, &card.name)).collect()
        };
        let in_digits =
            |year: &usize| FacetValue { id: year.to_string(), name: self.formatter.plain(*year).as_str().into() };
        let edition = Edition {
            language: language.map(|language| language.id.clone()).unwrap_or_default(),
            path: language
                .filter(|_| self.language > 0)
                .map(|language| format!("{}/", language.id))
                .unwrap_or_default(),
            locale: language.map(|language| language.locale.clone()).unwrap_or_default(),
            right_to_left: self.formatter.right_to_left(),
            other_languages: story.languages.iter().map(other_language).collect(),
            title: self.named(&story.title),
            lead: self.named(&story.lead),
            articles: story.articles.iter().enumerate().map(|(at, article)| self.article(at, article)).collect(),
            by_name: self.by_name(),
            by_date: self.by_date(),
            timeline: timeline::timeline(story, &self.formatter, &self.phrases),
            scales: figures::scales(story, &self.formatter),
            cards: self.order.cards.iter().filter_map(|at| Some(self.card(*at, entry(&story.cards, *at)?))).collect(),
            facts: story.facts.iter().map(|fact| self.fact(fact)).collect(),
            facets: [
                types.map(|card_type| value(&card_type.id, &card_type.name)).collect(),
                sources,
                topics.map(|topic| value(&topic.id, &topic.name)).collect(),
                cards(&self.places),
                self.years.used.iter().map(in_digits).collect(),
                cards(&self.speakers),
            ],
            map: self.map(),
            number: Counted {
                patterns: vec!["{count}".to_owned()],
                by_count: Vec::new(),
                digits: self.formatter.digits(),
            },
            words: self.words.clone(),
            columns: Prepared::default(),
            index: None,
            changes: self.changes(),
            pictures: self.pictures(),
            only: Vec::new(),
        };
        if edition.has_pages() { indexed(edition) } else { edition }
    }

    fn at<'t>(&self, localised: &'t Localised) -> &'t str {
        localised.at(self.language)
    }

    /// A searchable text.
    fn text(&self, localised: &Localised) -> Text {
        let shown = self.at(localised);
        self.in_its_language(text(shown), 0..shown.len(), localised)
    }

    /// A text that is not searchable.
    fn named(&self, localised: &Localised) -> Text {
        let shown = self.at(localised);
        self.in_its_language(shown.into(), 0..shown.len(), localised)
    }

    /// A text of which a part may be in another language.
    fn in_its_language(&self, text: Text, range: Range<usize>, localised: &Localised) -> Text {
        match localised.fallen_back(self.language) {
            Some(language) => text.with_foreign(range, language),
            None => text,
        }
    }

    /// The map of the venues, in the order of their cards.
    fn map(&self) -> Option<edition::Map> {
        let venue = |(card, at): (usize, &usize)| {
            let venue = entry(&self.story.cards, *at)?;
            Some(Venue { card: position(card), name: self.at(&venue.name), coordinates: venue.coordinates? })
        };
        map(&self.order.cards.iter().enumerate().filter_map(venue).collect::<Vec<_>>())
    }

    fn period(&self, period: &Period) -> String {
        self.formatter.period(period, &self.phrases.period)
    }
}

/// The periods of a fact: when it was so, and when it was said.
fn periods(fact: &story::Fact) -> impl Iterator<Item = &Period> {
    fact.date.iter().chain(&fact.said)
}

fn year(date: Date) -> usize {
    date.year.into()
}

/// A language, as editions in other languages describe it.
fn other_language(language: &story::Language) -> edition::OtherLanguage {
    let right_to_left = Formatter::new(&language.locale).right_to_left();
    edition::OtherLanguage { locale: language.locale.clone(), right_to_left }
}
