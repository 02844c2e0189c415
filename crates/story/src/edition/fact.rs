//! The facts, with who said them and where they stand.

use super::{ArticleId, CardId, Facet, FactId, HasId, ValueId};
use crate::{Text, wire::wire};

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
