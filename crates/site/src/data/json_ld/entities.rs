use fact_cards_story::{
    Kind,
    edition::{Article, ArticleId, Card, CardId, Fact, FactId},
};
use serde_json::{Value, json};

use super::{Graph, one_or_many, set};

impl Graph<'_> {
    /// A card with its own facts.
    pub(super) fn card(&self, at: CardId, card: &Card) -> Value {
        let mut thing = json!({
            "@type": self.type_of(card),
            "@id": self.card_id(card),
            "name": card.name.shown(),
            "description": card.summary.shown(),
        });
        let spellings = card.spellings.iter().map(|spelling| Value::from(spelling.name.shown()));
        set(&mut thing, "alternateName", one_or_many(spellings.collect()));
        // The digits as written, not the nearest binary number to 4.2518.
        let degrees = |degrees: f32| (f64::from(degrees) * 10_000.0).round() / 10_000.0;
        let geo = card.coordinates.map(|(latitude, longitude)| {
            json!({ "@type": "GeoCoordinates", "latitude": degrees(latitude), "longitude": degrees(longitude) })
        });
        set(&mut thing, "geo", geo);
        let own = card.facts.iter().take(usize::from(card.own));
        let facts = own.filter_map(|number| Some(self.claim(Some(at), *number, self.edition.fact(*number)?)));
        set(&mut thing, "subjectOf", one_or_many(facts.collect()));
        thing
    }

    /// A fact is a claim that appears in the articles. Its author is its speaker, if it has one. The day on which it was said is
    /// its date of publication, where that is a single date.
    /// Where it stands in the data of its card, that is not named once more.
    pub(super) fn claim(&self, card: Option<CardId>, number: FactId, fact: &Fact) -> Value {
        let mut claim = json!({ "@type": "Claim", "text": fact.statement.shown() });
        let speaker = fact.speaker.and_then(|speaker| self.edition.card(speaker));
        let author = speaker.filter(|card| self.schema(card).is_some_and(|schema| schema.is_author));
        set(&mut claim, "author", author.map(|card| self.reference(card)));
        set(&mut claim, "datePublished", fact.said_on.as_deref().filter(|date| !date.contains('/')));
        set(&mut claim, "temporalCoverage", fact.date.as_deref());
        let mut articles: Vec<ArticleId> = fact.sources.iter().map(|source| source.article).collect();
        articles.sort_unstable();
        articles.dedup();
        let articles = articles.into_iter().map(|article| json!({ "@id": self.article_id(article) }));
        set(&mut claim, "appearance", one_or_many(articles.collect()));
        let others = self.edition.columns().on.get(number).iter().filter(|on| card != Some(**on));
        let others = others.filter_map(|card| self.edition.card(*card));
        set(&mut claim, "about", one_or_many(others.map(|card| self.reference(card)).collect()));
        self.add_changes(&mut claim, number, fact);
        claim
    }

    /// An article that the facts are taken from. Its publisher is an organisation.
    pub(super) fn article(&self, at: ArticleId, article: &Article) -> Value {
        let mut thing = json!({ "@type": "Article", "@id": self.article_id(at), "headline": article.title.shown() });
        let publisher = article.publisher.as_deref().map(|name| json!({ "@type": "Organization", "name": name }));
        set(&mut thing, "publisher", publisher);
        set(&mut thing, "datePublished", article.published_on.as_deref().filter(|date| !date.contains('/')));
        set(&mut thing, "url", article.url.as_deref());
        thing
    }

    /// The part of the address that shows an article's facts.
    fn article_id(&self, article: ArticleId) -> String {
        let value = self.edition.source(article);
        format!("{}#source={}", self.top, value.map_or("", |value| &value.id))
    }

    /// A card that is told of elsewhere: on the same page, or on that of the edition. Where it is not on the same page, it says itself
    /// what it is, once.
    pub(super) fn reference(&self, card: &Card) -> Value {
        let mut thing = json!({ "@id": self.card_id(card) });
        if self.told.as_ref().is_some_and(|told| told.borrow_mut().insert(card.id.clone())) {
            set(&mut thing, "@type", Some(self.type_of(card)));
            set(&mut thing, "name", Some(card.name.shown()));
        }
        thing
    }

    /// The type of a card in the vocabulary.
    fn type_of(&self, card: &Card) -> &'static str {
        let unsaid = if card.kind == Kind::Venue { "Place" } else { "Thing" };
        self.schema(card).map_or(unsaid, |schema| schema.name)
    }

    /// The address of a card in the story.
    fn card_id(&self, card: &Card) -> String {
        format!("{}#card={}", self.top, card.id)
    }
}
