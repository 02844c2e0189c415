use fact_cards::PermalinkOf;
use fact_cards_story::edition::{ArticleId, Changed, FactId};
use serde_json::{Value, json};

use super::{Graph, one_or_many, set};

impl Graph<'_> {
    /// The page of a card, with its own facts, or of a fact. It is a part of the page of the story.
    pub(super) fn permalink(&self, of: PermalinkOf, address: &str) -> Value {
        let edition = self.edition;
        let (entity, facts, corrections, changed) = match of {
            PermalinkOf::Card(at) => {
                let Some(card) = edition.card(at) else { return Value::Null };
                if let Some(told) = &self.told {
                    told.borrow_mut().insert(card.id.clone());
                }
                let corrections = self.corrections_of(&[at]);
                let changed = edition.changes_of(Changed::Card(at));
                (self.card(at, card), edition.columns().standing.get(at).to_vec(), corrections, changed)
            }
            PermalinkOf::Fact(number) => {
                let Some(fact) = edition.fact(number) else { return Value::Null };
                (self.claim(None, number, fact), vec![number], None, edition.changes_of(Changed::Fact(number)))
            }
        };
        let mut page = json!({
            "@context": "https://schema.org",
            "@type": "WebPage",
            "url": address,
            "inLanguage": edition.locale,
            "isPartOf": { "@type": "WebPage", "name": edition.title.shown(), "url": self.top },
            "mainEntity": entity,
        });
        set(&mut page, "isBasedOn", one_or_many(self.articles_of(&facts)));
        set(&mut page, "correction", corrections);
        set(&mut page, "dateModified", changed.iter().map(|change| change.date.as_str()).max());
        page
    }

    /// The articles in which some facts are reported.
    fn articles_of(&self, facts: &[FactId]) -> Vec<Value> {
        let columns = self.edition.columns();
        let mut articles: Vec<ArticleId> = facts.iter().flat_map(|fact| columns.articles(*fact)).collect();
        articles.sort_unstable();
        articles.dedup();
        articles.into_iter().filter_map(|at| Some(self.article(at, self.edition.article(at)?))).collect()
    }
}
