//! Facts as they are shown.

use std::collections::BTreeSet;

use super::{
    Encoder, entry,
    fill::{fill, fill_first},
    periods, position, text, year,
};
use crate::{
    date::Period,
    story::{self, Figure, Localised, Quantity},
};
use fact_cards_story::{
    Text,
    edition::{self, ArticleId},
};

impl Encoder<'_> {
    pub(super) fn fact(&self, fact: &story::Fact) -> edition::Fact {
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
                reported_by.into_iter().map(|article| position::<ArticleId>(article).source()).collect(),
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
        let used = &self.years.used;
        let within = move |period: &Period| {
            let from = used.partition_point(|known| *known < year(period.from));
            let to = used.partition_point(|known| *known <= year(period.to));
            used.get(from..to).unwrap_or_default()
        };
        periods(fact).flat_map(within).copied()
    }

    /// That so many articles report the same, where it is more than one.
    fn agreement(&self, reported_by: usize) -> Option<String> {
        match (reported_by, self.story.articles.len()) {
            (0 | 1, _) => None,
            (2, 2) => Some(self.phrases.in_both.clone()),
            _ => Some(self.phrases.in_articles.for_count(reported_by)),
        }
    }

    fn source(&self, source: &story::Source) -> edition::Source {
        let article = entry(&self.story.articles, source.article.target);
        let in_digits = |number: u16| self.formatter.plain(number.into());
        let paragraphs = in_digits(article.map_or(0, |article| article.paragraphs));
        let paragraph = in_digits(source.paragraph);
        edition::Source {
            article: position(source.article.target),
            marker: self.marker(source),
            paragraph: fill(&self.phrases.paragraph, &[("paragraph", &paragraph), ("paragraphs", &paragraphs)]),
            number: source.paragraph,
        }
    }

    pub(super) fn marker(&self, source: &story::Source) -> Text {
        let nameless = Localised::default();
        let article = entry(&self.story.articles, source.article.target).map_or(&nameless, |article| &article.short);
        let paragraph = self.formatter.plain(source.paragraph.into());
        let values = [("article", self.at(article)), ("paragraph", &paragraph)];
        let (shown, article_at) = fill_first(&self.phrases.source_marker, &values);
        self.in_its_language(shown.as_str().into(), article_at, article)
    }

    /// The number of a figure; of one that has changed, what it is now.
    pub(super) fn latest_number(&self, figure: &Figure) -> String {
        let number = match figure.quantity {
            Quantity::Value(number) | Quantity::Change { to: number, .. } => self.formatter.number(number),
            Quantity::Year(year) => self.formatter.plain(year.into()),
        };
        more_than(figure, number, &self.phrases.more_than)
    }

    fn figure(&self, figure: &Figure) -> edition::Figure {
        let phrases = &self.phrases;
        let more_than = |number: String, pattern: &str| more_than(figure, number, pattern);
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

/// A number, with what says that it is more than that where it is.
fn more_than(figure: &Figure, number: String, pattern: &str) -> String {
    if figure.more_than { fill(pattern, &[("number", &number)]) } else { number }
}
