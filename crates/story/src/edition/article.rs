//! The articles that facts are taken from.

use super::FactId;
use crate::{Text, wire::wire};

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
