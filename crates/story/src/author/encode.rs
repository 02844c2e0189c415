//! A checked story as editions: one for each language, with everything done that needs a locale.

mod figures;
mod format;
mod map;
mod timeline;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use self::{
    format::Formatter,
    map::{Venue, map},
};
use super::{
    date::{Date, Period},
    diagnostic::Report,
    story::{self, Figure, Localised, Quantity, Story},
    words::{self, Largest, Phrases},
};
use crate::{
    Counted, Kind, Text, Words,
    edition::{self, Edition, FacetValue},
    fold::fold,
};

/// Makes the story's editions, the first language first.
///
/// # Errors
/// When the words of the interface lack something in one of the languages.
pub fn editions(story: &Story) -> Result<Vec<Edition>, Report> {
    (0..story.languages.len()).map(|language| Ok(Encoder::new(story, language)?.edition())).collect()
}

/// The order in which cards are shown, and where each of the story's cards came to stand.
struct Order {
    cards: Vec<usize>,
    position: Vec<usize>,
}

impl Order {
    fn of(story: &Story) -> Self {
        let mut cards: Vec<usize> = story.order.iter().map(|card| card.target).collect();
        cards.extend((0..story.cards.len()).filter(|card| !story.order.iter().any(|first| first.target == *card)));
        let mut position = vec![0; cards.len()];
        for (at, card) in cards.iter().enumerate() {
            if let Some(position) = position.get_mut(*card) {
                *position = at;
            }
        }
        Self { cards, position }
    }

    fn position(&self, card: usize) -> u16 {
        short(self.position.get(card).copied().unwrap_or_default())
    }
}

/// Positions fit: the check allows no more entries than that.
fn short(position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX)
}

fn text(shown: &str) -> Text {
    Text::new(shown, |character| fold(character.encode_utf8(&mut [0; 4])))
}

/// The values of a facet that facts have, in the story's order.
struct Values {
    used: Vec<usize>,
}

impl Values {
    fn of(used: impl Iterator<Item = usize>) -> Self {
        Self { used: used.collect::<BTreeSet<_>>().into_iter().collect() }
    }

    fn positions(&self, values: impl Iterator<Item = usize>) -> Vec<u16> {
        let mut positions: Vec<u16> =
            values.filter_map(|value| self.used.binary_search(&value).ok().map(short)).collect();
        positions.sort_unstable();
        positions.dedup();
        positions
    }
}

struct Encoder<'s> {
    story: &'s Story,
    language: usize,
    formatter: Formatter,
    words: Words,
    phrases: Phrases,
    order: Order,
    types: Values,
    topics: Values,
    places: Values,
    years: Values,
    speakers: Values,
}

impl<'s> Encoder<'s> {
    fn new(story: &'s Story, language: usize) -> Result<Self, Report> {
        let spoken = story.languages.get(language);
        let locale = spoken.map_or("", |language| language.locale.as_str());
        // Whatever is counted: cards, facts, articles, and the values chosen in a filter.
        let counted = [story.cards.len(), story.facts.len(), story.articles.len(), story.topics.len()];
        let shown = counted.into_iter().max().unwrap_or_default();
        let encoded = timeline::longest_pause(story).max(story.articles.len());
        let formatter = Formatter::new(locale);
        let largest = Largest { shown, encoded };
        let words =
            spoken.map(|language| words::read(&language.words, language.of_words(), &formatter.digits(), largest));
        let (words, phrases) = words.transpose()?.unwrap_or_default();
        Ok(Self {
            story,
            language,
            formatter,
            words,
            phrases,
            order: Order::of(story),
            types: Values::of(story.cards.iter().map(|card| card.card_type.target)),
            topics: Values::of(story.facts.iter().flat_map(|fact| &fact.topics).map(|topic| topic.target)),
            places: Values::of(story.facts.iter().flat_map(|fact| &fact.location).map(|venue| venue.target)),
            years: Values::of(
                story.facts.iter().flat_map(periods).flat_map(|period| [period.from, period.to].map(year)),
            ),
            speakers: Values::of(story.facts.iter().flat_map(|fact| &fact.speaker).map(|member| member.target)),
        })
    }

    fn edition(&self) -> Edition {
        let story = self.story;
        let language = story.languages.get(self.language);
        let value = |id: &str, name: &Localised| FacetValue { id: id.to_owned(), name: self.named(name) };
        let sources = story.articles.iter().map(|article| value(&article.id, &article.short)).collect();
        let types = self.types.used.iter().filter_map(|card_type| story.types.get(*card_type));
        let topics = self.topics.used.iter().filter_map(|topic| story.topics.get(*topic));
        let cards = |values: &Values| -> Vec<FacetValue> {
            let cards = values.used.iter().filter_map(|card| story.cards.get(*card));
            cards.map(|card| value(&card.id, &card.name)).collect()
        };
        let in_digits =
            |year: &usize| FacetValue { id: year.to_string(), name: self.formatter.plain(*year).as_str().into() };
        Edition {
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
            cards: self.order.cards.iter().filter_map(|card| Some(self.card(*card, story.cards.get(*card)?))).collect(),
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
        }
    }

    fn at<'t>(&self, localised: &'t Localised) -> &'t str {
        localised.at(self.language)
    }

    /// A text that is searched.
    fn text(&self, localised: &Localised) -> Text {
        let shown = self.at(localised);
        self.in_its_language(text(shown), 0..shown.len(), localised)
    }

    /// A text that is not.
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
            let venue = self.story.cards.get(*at)?;
            Some(Venue { card: short(card), name: self.at(&venue.name), coordinates: venue.coordinates? })
        };
        map(&self.order.cards.iter().enumerate().filter_map(venue).collect::<Vec<_>>())
    }

    fn article(&self, at: usize, article: &story::Article) -> edition::Article {
        edition::Article {
            title: self.named(&article.title),
            length: article.paragraphs,
            published: match &article.date {
                Some(date) => fill(&self.phrases.published, &[("date", &self.period(date))]),
                None => self.phrases.date_not_given.clone(),
            },
            published_on: article.date.map(|date| date.to_string()),
            publisher: article.publisher.clone(),
            url: article.url.clone(),
            paragraphs: self.paragraphs(at),
        }
    }

    /// The paragraphs of an article that have facts, each with these.
    fn paragraphs(&self, article: usize) -> Vec<edition::Paragraph> {
        let mut paragraphs: BTreeMap<u16, Vec<u16>> = BTreeMap::new();
        for (number, fact) in self.story.facts.iter().enumerate() {
            for source in fact.sources.iter().filter(|source| source.article.target == article) {
                let facts = paragraphs.entry(source.paragraph).or_default();
                if facts.last() != Some(&short(number)) {
                    facts.push(short(number));
                }
            }
        }
        paragraphs.into_iter().map(|(number, facts)| edition::Paragraph { number, facts }).collect()
    }

    /// The positions of the cards, those first of which the last date is the latest.
    fn by_date(&self) -> Vec<u16> {
        let last = |position: &u16| {
            let card = self.order.cards.get(usize::from(*position)).copied();
            let stands = |fact: &&story::Fact| fact.standing_on().any(|on| Some(on.target) == card);
            let facts = self.story.facts.iter().filter(stands);
            Reverse(facts.flat_map(periods).map(|period| timeline::last_day(period.to)).max())
        };
        let mut positions: Vec<u16> = (0..short(self.story.cards.len())).collect();
        positions.sort_by_cached_key(last);
        positions
    }

    /// The positions of the cards, in the order of their names.
    fn by_name(&self) -> Vec<u16> {
        let name = |position: u16| {
            let card = self.order.cards.get(usize::from(position)).and_then(|card| self.story.cards.get(*card));
            card.map_or("", |card| self.at(&card.name))
        };
        let mut positions: Vec<u16> = (0..short(self.story.cards.len())).collect();
        positions.sort_by(|one, other| self.formatter.compare(name(*one), name(*other)));
        positions
    }

    fn period(&self, period: &Period) -> String {
        self.formatter.period(period, &self.phrases.period)
    }

    /// The kind and the type of a card in words.
    fn kicker(&self, card: &story::Card) -> Text {
        let kind = match card.kind {
            Kind::Member => &self.phrases.member,
            Kind::Operation => &self.phrases.operation,
            Kind::Venue => &self.phrases.venue,
        };
        let nameless = Localised::default();
        let card_type = self.story.types.get(card.card_type.target).map_or(&nameless, |card_type| &card_type.name);
        let values = [("type", self.at(card_type)), ("kind", kind)];
        let (shown, card_type_at) = fill_first(&self.phrases.kicker, &values);
        self.in_its_language(text(&shown), card_type_at, card_type)
    }

    fn card(&self, at: usize, card: &story::Card) -> edition::Card {
        let facts = self.story.facts.iter().enumerate();
        let mut standing: Vec<u16> =
            facts.clone().filter(|(_, fact)| fact.card.target == at).map(|(fact, _)| short(fact)).collect();
        let own = short(standing.len());
        let is_about = |fact: &story::Fact| fact.about.iter().any(|about| about.target == at);
        standing.extend(facts.filter(|(_, fact)| is_about(fact)).map(|(fact, _)| short(fact)));
        edition::Card {
            id: card.id.clone(),
            kind: card.kind,
            card_type: self.types.positions([card.card_type.target].into_iter()).first().copied().unwrap_or_default(),
            kicker: self.kicker(card),
            name: self.text(&card.name),
            spellings: card.spellings.iter().map(|spelling| self.spelling(spelling)).collect(),
            other_names: self.other_names(card),
            summary: self.text(&card.summary),
            facts: standing,
            own,
            links: self.links(at, card),
            #[allow(
                clippy::cast_possible_truncation,
                reason = "a ten-thousandth of a degree is near enough for a pin"
            )]
            coordinates: card.coordinates.map(|(latitude, longitude)| (latitude as f32, longitude as f32)),
        }
    }

    /// The card's names that a reader of another language knows it by.
    fn other_names(&self, card: &story::Card) -> Vec<Text> {
        let mut known: Vec<Text> = vec![text(self.at(&card.name))];
        known.extend(card.spellings.iter().map(|spelling| text(&spelling.name)));
        let shown = known.len();
        for name in card.name.0.iter().map(|wording| text(&wording.text)) {
            if !known.iter().any(|known| known.folded() == name.folded()) {
                known.push(name);
            }
        }
        known.split_off(shown)
    }

    /// The card's links, and the links of others to it, the other way round.
    fn links(&self, at: usize, card: &story::Card) -> Vec<edition::Link> {
        let link = |name: &Localised, card: usize| edition::Link {
            relation: self.named(name),
            card: self.order.position(card),
        };
        let relation = |link: &story::Link| self.story.relations.get(link.relation.target);
        let mut links: Vec<_> =
            card.links.iter().filter_map(|to| Some(link(&relation(to)?.name, to.to.target))).collect();
        for (other, card) in self.story.cards.iter().enumerate() {
            let here = card.links.iter().filter(|link| link.to.target == at);
            links.extend(here.filter_map(|from| Some(link(&relation(from)?.inverse, other))));
        }
        links
    }

    fn spelling(&self, spelling: &story::Spelling) -> edition::Spelling {
        edition::Spelling {
            name: text(&spelling.name),
            marker: spelling.source.as_ref().map(|source| self.marker(source)),
            stands: spelling.source.as_ref().map(|source| (short(source.article.target), source.paragraph)),
        }
    }

    fn fact(&self, fact: &story::Fact) -> edition::Fact {
        let reported_by: BTreeSet<usize> = fact.sources.iter().map(|source| source.article.target).collect();
        edition::Fact {
            id: fact.id.clone(),
            home: self.order.position(fact.card.target),
            statement: self.text(&fact.statement),
            when: fact.date.map(|date| text(&self.period(&date))),
            date: fact.date.map(|date| date.to_string()),
            speaker: fact.speaker.as_ref().map(|speaker| self.order.position(speaker.target)),
            said: fact.said.map(|said| self.period(&said)),
            said_on: fact.said.map(|said| said.to_string()),
            sources: fact.sources.iter().map(|source| self.source(source)).collect(),
            agreement: self.agreement(reported_by.len()),
            facets: [
                Vec::new(),
                reported_by.into_iter().map(short).collect(),
                self.topics.positions(fact.topics.iter().map(|topic| topic.target)),
                self.places.positions(fact.location.iter().map(|venue| venue.target)),
                self.years.positions(self.years_of(fact)),
                self.speakers.positions(fact.speaker.iter().map(|member| member.target)),
            ],
            figure: fact.figure.as_ref().map(|figure| self.figure(figure)),
        }
    }

    /// The years of a fact: of a long period those in which something begins or ends.
    fn years_of(&self, fact: &story::Fact) -> impl Iterator<Item = usize> {
        let within = |at: &usize| periods(fact).any(|period| (year(period.from)..=year(period.to)).contains(at));
        self.years.used.iter().copied().filter(within)
    }

    /// That so many articles report the same, where it is more than one.
    fn agreement(&self, reported_by: usize) -> Option<String> {
        match (reported_by, self.story.articles.len()) {
            (0 | 1, _) => None,
            (2, 2) => Some(self.phrases.in_both.clone()),
            _ => Some(self.phrases.in_articles.of(reported_by)),
        }
    }

    fn source(&self, source: &story::Source) -> edition::Source {
        let article = self.story.articles.get(source.article.target);
        let in_digits = |number: u16| self.formatter.plain(number.into());
        let paragraphs = in_digits(article.map_or(0, |article| article.paragraphs));
        let paragraph = in_digits(source.paragraph);
        edition::Source {
            article: short(source.article.target),
            marker: self.marker(source),
            paragraph: fill(&self.phrases.paragraph, &[("paragraph", &paragraph), ("paragraphs", &paragraphs)]),
            number: source.paragraph,
        }
    }

    fn marker(&self, source: &story::Source) -> Text {
        let nameless = Localised::default();
        let article = self.story.articles.get(source.article.target).map_or(&nameless, |article| &article.short);
        let paragraph = self.formatter.plain(source.paragraph.into());
        let values = [("article", self.at(article)), ("paragraph", &paragraph)];
        let (shown, article_at) = fill_first(&self.phrases.source_marker, &values);
        self.in_its_language(shown.as_str().into(), article_at, article)
    }

    fn figure(&self, figure: &Figure) -> edition::Figure {
        let phrases = &self.phrases;
        let more_than = |number: String, pattern: &str| {
            if figure.more_than { fill(pattern, &[("number", &number)]) } else { number }
        };
        let (shown, spoken) = match figure.quantity {
            Quantity::Value(value) => {
                let number = self.formatter.number(value);
                (more_than(number.clone(), &phrases.more_than), more_than(number, &phrases.more_than_spoken))
            }
            Quantity::Year(year) => {
                let year = self.formatter.plain(year.into());
                (year.clone(), year)
            }
            Quantity::Change { from, to } => {
                let (from, to) = (self.formatter.number(from), self.formatter.number(to));
                let change = |pattern: &str, to: String| fill(pattern, &[("from", &from), ("to", &to)]);
                (
                    change(&phrases.from_to, more_than(to.clone(), &phrases.more_than)),
                    change(&phrases.from_to_spoken, more_than(to, &phrases.more_than_spoken)),
                )
            }
        };
        let (from, value) = match figure.quantity {
            Quantity::Value(value) => (None, value),
            Quantity::Year(year) => (None, f64::from(year)),
            Quantity::Change { from, to } => (Some(from), to),
        };
        edition::Figure {
            spoken: (spoken != shown).then_some(spoken),
            number: text(&shown),
            unit: self.text(&figure.unit),
            from: from.map(|from| from.to_string()),
            value: value.to_string(),
            more_than: figure.more_than,
        }
    }
}

/// The periods that a fact speaks of, and in which it was said.
fn periods(fact: &story::Fact) -> impl Iterator<Item = &Period> {
    fact.date.iter().chain(&fact.said)
}

fn year(date: Date) -> usize {
    date.year.into()
}

/// A language as an edition in another one knows it.
fn other_language(language: &story::Language) -> edition::OtherLanguage {
    let right_to_left = Formatter::new(&language.locale).right_to_left();
    edition::OtherLanguage { locale: language.locale.clone(), right_to_left }
}

/// A message with what stands in braces filled in. What is filled in is not looked at again.
fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    fill_first(pattern, values).0
}

/// The same, and where the first of the values came to stand.
fn fill_first(pattern: &str, values: &[(&str, &str)]) -> (String, Range<usize>) {
    let mut pieces = pattern.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    let mut first = 0..0;
    for piece in pieces {
        let value = piece.split_once('}').and_then(|(name, rest)| {
            let at = values.iter().position(|(known, _)| *known == name)?;
            Some((at, values.get(at)?.1, rest))
        });
        match value {
            Some((at, value, rest)) => {
                if at == 0 {
                    first = filled.len()..filled.len() + value.len();
                }
                filled.extend([value, rest]);
            }
            None => filled.extend(["{", piece]),
        }
    }
    (filled, first)
}
