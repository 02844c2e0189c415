//! Articles as they are shown.

use std::collections::BTreeMap;

use super::{Encoder, entry, entry_mut, fill::fill, position};
use crate::story::{self, Story};
use fact_cards_story::edition::{self, FactId};

impl Encoder<'_> {
    pub(super) fn article(&self, at: usize, article: &story::Article) -> edition::Article {
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
        let paragraphs = entry(&self.paragraphs, article).into_iter().flatten();
        paragraphs.map(|(number, facts)| edition::Paragraph { number: *number, facts: facts.clone() }).collect()
    }
}

/// The paragraphs of each article that have facts, each with these.
pub(super) fn paragraphs(story: &Story) -> Vec<BTreeMap<u16, Vec<FactId>>> {
    let mut articles = vec![BTreeMap::<u16, Vec<FactId>>::new(); story.articles.len()];
    for (number, fact) in story.facts.iter().enumerate() {
        let number = position(number);
        for source in &fact.sources {
            if let Some(paragraphs) = entry_mut(&mut articles, source.article.target) {
                let facts = paragraphs.entry(source.paragraph).or_default();
                if facts.last() != Some(&number) {
                    facts.push(number);
                }
            }
        }
    }
    articles
}
