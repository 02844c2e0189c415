//! What the reader searches for, and where it stands.
//!
//! A search narrows: every word and every phrase of it must be found. The last word may be the beginning of one, since it
//! is still being typed. Where nothing at all is found, words that stand nowhere are taken for mistyped.

mod nearest;
mod typed;

use fact_cards_story::{
    Fit, Term, Text,
    edition::{Card, Edition, Fact},
};

use self::typed::Typed;

/// A search, understood.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Query {
    terms: Vec<Term>,
    corrected: Option<String>,
}

impl Query {
    /// What a reader of a story means who types that. It does not depend on filters: these never change the words.
    #[must_use]
    pub fn of(edition: &Edition, typed: &str) -> Self {
        let typed = typed::parts(typed);
        let terms = terms(&typed);
        if terms.is_empty() || found(edition, &terms) {
            return Self { terms, corrected: None };
        }
        corrected(edition, typed).unwrap_or(Self { terms, corrected: None })
    }

    /// What is sought: words and phrases.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The search as it was understood, where that is not what was typed.
    #[must_use]
    pub fn corrected(&self) -> Option<&str> {
        self.corrected.as_deref()
    }
}

fn terms(typed: &[Typed]) -> Vec<Term> {
    typed.iter().map(|part| part.term.clone()).collect()
}

/// Whether any card of the story answers.
fn found(edition: &Edition, terms: &[Term]) -> bool {
    edition.cards.iter().any(|card| {
        let answer = Answer::of(edition, card, terms);
        answer.itself || !answer.facts.is_empty()
    })
}

/// The search with each word that stands nowhere replaced by the nearest that does, if that finds anything.
fn corrected(edition: &Edition, mut typed: Vec<Typed>) -> Option<Query> {
    for part in &mut typed {
        let mut stands =
            edition.cards.iter().flat_map(|card| &card.other_names).any(|name| name.find(&part.term).is_some());
        each_text(edition, &mut |text, _| stands = stands || text.find(&part.term).is_some());
        if !stands {
            let open = part.term.is_open();
            let word = part.is_word.then(|| nearest::word(edition, &part.term)).flatten()?;
            part.term = Term::new(&word.letters, open)?;
            part.readable = word.shown;
        }
    }
    let terms = terms(&typed);
    let corrected = typed.iter().map(|part| part.readable.as_str()).collect::<Vec<_>>().join(" ");
    found(edition, &terms).then_some(Query { terms, corrected: Some(corrected) })
}

/// Tells of every text that is shown and searched, and whether it is a name.
fn each_text(edition: &Edition, tell: &mut dyn FnMut(&Text, bool)) {
    for card in &edition.cards {
        shown_names(card).for_each(|name| tell(name, true));
        tell(&card.kicker, false);
        tell(&card.summary, false);
    }
    for fact in &edition.facts {
        own_texts(fact).for_each(|text| tell(text, false));
    }
}

/// A card's name in every spelling, and in every language.
fn names(card: &Card) -> impl Iterator<Item = &Text> {
    shown_names(card).chain(&card.other_names)
}

/// Those of them that the card shows.
fn shown_names(card: &Card) -> impl Iterator<Item = &Text> {
    [&card.name].into_iter().chain(card.spellings.iter().map(|spelling| &spelling.name))
}

/// What a fact itself says.
fn own_texts(fact: &Fact) -> impl Iterator<Item = &Text> {
    let figure = fact.figure.as_ref().map(|figure| [&figure.number, &figure.unit]);
    [&fact.statement].into_iter().chain(&fact.when).chain(figure.into_iter().flatten())
}

/// How well a term fits in the text where it fits best.
fn best(texts: &mut dyn Iterator<Item = &Text>, term: &Term) -> Option<Fit> {
    texts.filter_map(|text| text.find(term)).min()
}

/// How a term fits a fact as it stands on a card: whose it is and who says it included.
fn in_fact(edition: &Edition, fact: &Fact, term: &Term) -> Option<Fit> {
    let named = [Some(fact.home), fact.speaker].into_iter().flatten();
    let mut named = named.filter_map(|card| edition.card(card)).map(|card| &card.name);
    best(&mut own_texts(fact), term).into_iter().chain(best(&mut named, term)).min()
}

/// Where a term stands on a card. The earlier ones count for more.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Place {
    Name,
    Summary,
    Fact,
}

/// What comes first: the smaller rank. Cards of the same rank stay in the editor's order.
///
/// In this order it counts
/// - where the term stands that stands farthest from the name: a card with every word in its name comes before one with
///   some in its summary (or in what it is), and that before one with some in its facts;
/// - whether a name is just what is sought: "morocco" leads to Morocco, not to its candidature;
/// - how many terms stand farther from the name, and how far;
/// - how many terms are only the beginning of a word.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Rank {
    farthest: u8,
    more_than_sought: bool,
    far: u16,
    begun: u16,
}

/// How a card answers a search.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    /// Every term stands in the name, in what the card is, or in the summary.
    pub itself: bool,
    /// The facts in which, or in the card's name and in what it is, every term stands.
    pub facts: Vec<u16>,
    /// Which cards come first.
    pub rank: Rank,
}

impl Answer {
    pub fn of(edition: &Edition, card: &Card, terms: &[Term]) -> Self {
        let mut in_heading = Vec::with_capacity(terms.len());
        let mut places = Vec::with_capacity(terms.len());
        for term in terms {
            let name = best(&mut names(card), term).map(|fit| (Place::Name, fit));
            let kicker = || card.kicker.find(term).map(|fit| (Place::Summary, fit));
            let summary = || card.summary.find(term).map(|fit| (Place::Summary, fit));
            let heading = name.or_else(kicker);
            in_heading.push(heading.is_some());
            places.push(heading.or_else(summary));
        }
        let itself = places.iter().all(Option::is_some);
        let mut facts = Vec::new();
        for number in &card.facts {
            let Some(fact) = edition.fact(*number) else { continue };
            let elsewhere = terms.iter().zip(&in_heading).filter(|(_, in_heading)| !**in_heading);
            let fits: Option<Vec<Fit>> = elsewhere.map(|(term, _)| in_fact(edition, fact, term)).collect();
            let Some(fits) = fits else { continue };
            facts.push(*number);
            let elsewhere = places.iter_mut().zip(&in_heading).filter(|(_, in_heading)| !**in_heading);
            for ((place, _), fit) in elsewhere.zip(fits) {
                *place = place.iter().copied().chain([(Place::Fact, fit)]).min();
            }
        }
        Self { itself, facts, rank: Rank::of(card, terms, &places) }
    }
}

impl Rank {
    fn of(card: &Card, terms: &[Term], places: &[Option<(Place, Fit)>]) -> Self {
        let mut rank = Self::default();
        if terms.is_empty() {
            return rank;
        }
        for (place, fit) in places.iter().flatten() {
            rank.farthest = rank.farthest.max(*place as u8);
            rank.far = rank.far.saturating_add(*place as u16);
            rank.begun = rank.begun.saturating_add(*fit as u16);
        }
        let letters: usize = terms.iter().map(|term| term.letters().count()).sum();
        let is_sought =
            |name: &Text| name.letters() == letters && terms.iter().all(|term| name.find(term) == Some(Fit::Exact));
        rank.more_than_sought = rank.farthest > 0 || !names(card).any(is_sought);
        rank
    }
}
