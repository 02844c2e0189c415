//! What a picture says, in plain values: those of an edition, and nothing that is not in it.

use fact_cards_story::{
    Kind, Text,
    edition::{Card, CardId, ChangeKind, Changed, Edition, Face, Fact, FactId, Pictured},
};
use sha2::{Digest, Sha256};

use crate::shape::isolated;

/// What a picture says.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    pub(crate) right_to_left: bool,
    /// The title of the story.
    pub(crate) story: String,
    pub(crate) told: Told,
    /// That it is withdrawn, and when.
    pub(crate) withdrawn: Option<String>,
    /// That it was corrected, and when.
    pub(crate) corrected: Option<String>,
    /// At the foot: where it is from, and who publishes it.
    pub(crate) foot: [String; 2],
}

/// What a picture is of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Told {
    Story { lead: String, cards: Vec<Shown> },
    Card { card: Shown, summary: String, figures: Vec<Counted> },
    Fact(Stated),
}

impl Told {
    /// Those whose faces stand on the picture.
    fn faces(&self) -> impl Iterator<Item = &Shown> {
        let (cards, one) = match self {
            Self::Story { cards, .. } => (cards.as_slice(), None),
            Self::Card { card, .. } => (&[] as &[Shown], Some(card)),
            Self::Fact(stated) => (&[] as &[Shown], stated.said.as_ref().map(|(speaker, _)| speaker)),
        };
        cards.iter().chain(one)
    }

    /// Who made the photographs on it, each once.
    fn credits(&self) -> Vec<String> {
        let mut credits: Vec<String> = Vec::new();
        for photograph in self.faces().filter_map(|card| card.photograph.as_ref()) {
            if !credits.contains(&photograph.credit) {
                credits.push(photograph.credit.clone());
            }
        }
        credits
    }
}

/// A card as it is recognised.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown {
    pub kind: Kind,
    pub kicker: String,
    pub name: String,
    pub face: Face,
    pub photograph: Option<Photograph>,
}

/// The photograph of a card.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Photograph {
    /// By what its forms are named.
    pub name: String,
    /// What is to be seen on it.
    pub alt: String,
    /// Who made it: nobody's photograph is shared without that.
    pub credit: String,
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Counted {
    pub number: String,
    /// The number for those who do not see it.
    pub spoken: String,
    pub unit: String,
}

/// A fact.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stated {
    /// The card that it belongs to.
    pub home: Shown,
    pub figure: Option<Counted>,
    pub statement: String,
    /// The date or period that it speaks of.
    pub when: Option<String>,
    /// Who says so, and when it was said.
    pub said: Option<(Shown, Option<String>)>,
}

/// How many figures a card shows, and how many cards a story.
const MOST: usize = 3;

impl Content {
    /// That of a story. `extent` says in words how much there is of it.
    #[must_use]
    pub fn of_story(edition: &Edition, extent: &str, publisher: Option<&str>) -> Self {
        let told = Told::Story { lead: set(edition, &edition.lead), cards: main_cards(edition) };
        Self::new(edition, told, extent.to_owned(), publisher)
    }

    /// That of a card, if there is one at that position.
    #[must_use]
    pub fn of_card(edition: &Edition, position: CardId, publisher: Option<&str>) -> Option<Self> {
        let card = edition.card(position)?;
        let own = card.facts.iter().take(usize::from(card.own));
        let stands = own.filter_map(|number| {
            let fact = edition.fact(*number)?;
            edition.withdrawal_of_fact(*number, fact).is_none().then_some(fact)
        });
        let figures = stands.filter_map(|fact| counted(edition, fact)).take(MOST).collect();
        let told = Told::Card { card: shown(edition, position, card), summary: set(edition, &card.summary), figures };
        let content = Self::new(edition, told, edition.words.facts.for_count(card.facts.len()), publisher);
        Some(Self {
            withdrawn: edition.withdrawal(Changed::Card(position)).map(|change| without_colon(&change.on)),
            corrected: corrected(edition, Changed::Card(position)),
            ..content
        })
    }

    /// That of a fact, if there is one at that position.
    #[must_use]
    pub fn of_fact(edition: &Edition, number: FactId, publisher: Option<&str>) -> Option<Self> {
        let fact = edition.fact(number)?;
        let speaker = fact.speaker.and_then(|at| Some(shown(edition, at, edition.card(at)?)));
        let told = Told::Fact(Stated {
            home: shown(edition, fact.home, edition.card(fact.home)?),
            figure: counted(edition, fact),
            statement: set(edition, &fact.statement),
            when: fact.when.as_ref().map(|when| set(edition, when)),
            said: speaker.map(|speaker| (speaker, fact.said.clone())),
        });
        let content = Self::new(edition, told, reported(edition, fact), publisher);
        Some(Self {
            withdrawn: edition.withdrawal_of_fact(number, fact).map(|change| without_colon(&change.on)),
            corrected: corrected(edition, Changed::Fact(number)),
            ..content
        })
    }

    fn new(edition: &Edition, told: Told, from: String, publisher: Option<&str>) -> Self {
        // Credits first: where there is little room they are not what is left out.
        let mut at_foot = told.credits();
        at_foot.push(from);
        at_foot.retain(|part| !part.is_empty());
        let foot = [at_foot.join(" · "), publisher.unwrap_or_default().to_owned()];
        let story = set(edition, &edition.title);
        Self { right_to_left: edition.right_to_left, story, told, withdrawn: None, corrected: None, foot }
    }

    /// A name for the picture: two that have the same one are the same, also those of another version of this crate.
    #[must_use]
    pub fn key(&self) -> String {
        let said = format!("{} {self:?}", env!("DRAWN_BY"));
        let hash = Sha256::digest(said.as_bytes());
        let number = hash.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        format!("{number:016x}")
    }

    /// What the picture says, for those who do not see it.
    #[must_use]
    pub fn alt(&self) -> String {
        let mut parts: Vec<String> = self.withdrawn.iter().cloned().collect();
        match &self.told {
            Told::Story { cards, .. } => {
                parts.push(self.story.clone());
                parts.extend(cards.iter().map(|card| card.name.clone()));
                parts.push(self.foot.iter().find(|part| !part.is_empty()).cloned().unwrap_or_default());
            }
            Told::Card { card, summary, figures } => {
                parts.extend([card.name.clone(), card.kicker.clone(), summary.clone()]);
                parts.extend(figures.iter().map(Counted::spoken));
            }
            Told::Fact(Stated { home, figure, statement, when, said }) => {
                parts.push(home.name.clone());
                parts.extend(figure.as_ref().map(Counted::spoken));
                parts.push(statement.clone());
                parts.extend(when.clone());
                if let Some((speaker, said)) = said {
                    parts.push(speaker.name.clone());
                    parts.extend(said.clone());
                }
            }
        }
        parts.extend(self.told.faces().filter_map(|card| card.photograph.as_ref()).map(|seen| seen.alt.clone()));
        parts.extend(self.corrected.clone());
        parts.retain(|part| !part.is_empty());
        parts.join(" – ").replace(crate::shape::ISOLATED, "")
    }
}

impl Counted {
    fn spoken(&self) -> String {
        format!("{} {}", self.spoken, self.unit)
    }
}

fn set(edition: &Edition, text: &Text) -> String {
    isolated(text, edition.right_to_left)
}

fn shown(edition: &Edition, position: CardId, card: &Card) -> Shown {
    let photograph = edition.picture(Pictured::Card(position)).map(|picture| Photograph {
        name: picture.name.clone(),
        alt: set(edition, &picture.alt),
        credit: set(edition, &picture.credit),
    });
    Shown {
        photograph,
        kind: card.kind,
        kicker: set(edition, &card.kicker),
        name: set(edition, &card.name),
        face: card.face.clone(),
    }
}

fn counted(edition: &Edition, fact: &Fact) -> Option<Counted> {
    let figure = fact.figure.as_ref()?;
    let number = set(edition, &figure.number);
    let spoken = figure.spoken.clone().unwrap_or_else(|| figure.number.shown().to_owned());
    Some(Counted { number, spoken, unit: set(edition, &figure.unit) })
}

/// The titles of the articles that report a fact.
fn reported(edition: &Edition, fact: &Fact) -> String {
    let mut titles: Vec<String> = Vec::new();
    for article in fact.sources.iter().filter_map(|source| edition.article(source.article)) {
        let title = set(edition, &article.title);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.join(" · ")
}

/// The cards by which a story is recognised: the first of each kind that stands, then the others, in the order of the story. Those
/// with a face of their own come before those with no more than the sign of their kind.
fn main_cards(edition: &Edition) -> Vec<Shown> {
    let stands = |(position, card): (CardId, &'_ Card)| {
        edition.withdrawal(Changed::Card(position)).is_none().then_some((position, card.kind, card.face == Face::Sign))
    };
    let mut standing: Vec<(CardId, Kind, bool)> =
        CardId::first(edition.cards.len()).zip(&edition.cards).filter_map(stands).collect();
    standing.sort_by_key(|(.., has_sign)| *has_sign);
    let firsts: Vec<CardId> = Kind::ALL
        .iter()
        .filter_map(|kind| standing.iter().find(|(_, of_card, _)| of_card == kind))
        .map(|(position, ..)| *position)
        .collect();
    let others = standing.iter().map(|(position, ..)| *position).filter(|position| !firsts.contains(position));
    let mut chosen: Vec<CardId> = firsts.iter().copied().chain(others).take(MOST).collect();
    chosen.sort();
    chosen.into_iter().filter_map(|position| Some(shown(edition, position, edition.card(position)?))).collect()
}

/// The last correction, and when it was made.
fn corrected(edition: &Edition, of: Changed) -> Option<String> {
    let mut corrections = edition.changes_of(of).iter().filter(|change| change.kind == ChangeKind::Corrected);
    corrections.next_back().map(|change| without_colon(&change.on))
}

/// What stands before a text, by itself.
fn without_colon(before: &str) -> String {
    before.trim_end_matches(|sign: char| sign.is_whitespace() || matches!(sign, ':' | '：')).to_owned()
}
