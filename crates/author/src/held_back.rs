//! What is taken out of a checked story before it is published: what is under an embargo, what was withdrawn and is to be left
//! out, and what cannot stand without these.

use std::{fmt, time::SystemTime};

use super::{
    date::Date,
    embargo::Embargo,
    story::{Card, Fact, LeftOut, Life, Reference, Story},
    thing::Thing,
};

/// Something that is held back.
#[derive(Clone, Debug)]
pub struct Held {
    /// What it is.
    pub thing: Thing,
    /// Its id.
    pub id: String,
    /// Why.
    pub cause: Cause,
}

/// Why something is held back.
#[derive(Clone, Debug)]
pub enum Cause {
    /// It is under an embargo until then.
    Embargo(Embargo),
    /// It was withdrawn on that day, and is to be left out.
    Withdrawn(Date),
    /// It cannot stand without the card of that id: its own, that of who says so, or that of where it is so.
    Card(String),
    /// No fact of it is left.
    NoFact,
}

/// In a sentence.
impl fmt::Display for Held {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.cause {
            Cause::Embargo(embargo) => write!(formatter, "Held back until {embargo}")?,
            Cause::Withdrawn(date) => write!(formatter, "Left out, since it was withdrawn on {date}")?,
            Cause::Card(card) => write!(formatter, "Held back with the card `{card}`")?,
            Cause::NoFact => formatter.write_str("Held back, since none of its facts is left")?,
        }
        write!(formatter, ": the {} `{}`.", self.thing.key(), self.id)
    }
}

impl Held {
    /// Each of several in a line of its own, below other lines.
    #[must_use]
    pub fn lines(held_back: &[Self]) -> String {
        held_back.iter().flat_map(|held| ["\n".to_owned(), held.to_string()]).collect()
    }
}

/// What of a checked story is published, and what is not.
#[derive(Clone, Debug)]
pub struct Published {
    /// The story without what is held back.
    pub story: Story,
    /// What of that readers are told to have been withdrawn.
    pub left_out: Vec<LeftOut>,
    /// What is held back: first cards, then facts, then articles.
    pub held_back: Vec<Held>,
}

/// Takes out of a story what is not to be published now.
#[must_use]
pub fn hold_back(story: Story, now: SystemTime) -> Published {
    let mut out = Out::new(&story, now);
    while out.spread(&story) {}
    let held_back = out.held(&story);
    if held_back.is_empty() {
        return Published { story, left_out: Vec::new(), held_back };
    }
    let cards = positions(&out.cards);
    let left_out = out.left_out(&story, &cards);
    Published { story: out.without(story, &cards), left_out, held_back }
}

/// When the next embargo of a story ends.
#[must_use]
pub fn next_embargo(story: &Story, now: SystemTime) -> Option<SystemTime> {
    let lives = story.cards.iter().map(|card| &card.life).chain(story.facts.iter().map(|fact| &fact.life));
    lives.filter_map(|life| life.embargo).map(|embargo| embargo.ends()).filter(|ends| *ends > now).min()
}

/// For each thing of a story why it is held back, if it is.
struct Out {
    cards: Vec<Option<Cause>>,
    facts: Vec<Option<Cause>>,
    articles: Vec<Option<Cause>>,
}

impl Out {
    /// What is held back for its own sake.
    fn new(story: &Story, now: SystemTime) -> Self {
        // An embargo goes first: nobody is to hear of what is withdrawn under it either.
        let cause = |life: &Life| {
            let embargo = life.embargo.filter(|embargo| embargo.ends() > now).map(Cause::Embargo);
            let withdrawn = life.withdrawn.as_ref().filter(|withdrawn| !withdrawn.shown);
            embargo.or_else(|| withdrawn.map(|withdrawn| Cause::Withdrawn(withdrawn.date)))
        };
        Self {
            cards: story.cards.iter().map(|card| cause(&card.life)).collect(),
            facts: story.facts.iter().map(|fact| cause(&fact.life)).collect(),
            articles: vec![None; story.articles.len()],
        }
    }

    /// Holds back what cannot stand without what is held back so far. Says whether there was something.
    fn spread(&mut self, story: &Story) -> bool {
        let mut has_spread = false;
        for (fact, cause) in story.facts.iter().zip(&mut self.facts) {
            let missing = needs(fact).find(|card| is_out(&self.cards, card.target));
            if let (None, Some(card)) = (&cause, missing) {
                *cause = Some(Cause::Card(card.id.clone()));
                has_spread = true;
            }
        }
        let facts = || story.facts.iter().zip(&self.facts).filter(|(_, cause)| cause.is_none()).map(|(fact, _)| fact);
        let cards = facts().flat_map(|fact| fact.about.iter().chain([&fact.card]));
        has_spread |= empty(&mut self.cards, cards);
        let articles = facts().flat_map(|fact| &fact.sources).map(|source| &source.article);
        has_spread | empty(&mut self.articles, articles)
    }

    fn held(&self, story: &Story) -> Vec<Held> {
        let cards = of(Thing::Card, &self.cards, story.cards.iter().map(|card| &card.id));
        let facts = of(Thing::Fact, &self.facts, story.facts.iter().map(|fact| &fact.id));
        let articles = of(Thing::Article, &self.articles, story.articles.iter().map(|article| &article.id));
        cards.chain(facts).chain(articles).collect()
    }

    /// The story without what is held back.
    fn without(&self, mut story: Story, cards: &[Option<usize>]) -> Story {
        let articles = positions(&self.articles);
        story.articles = kept(story.articles, &self.articles);
        story.order = pointing(story.order, cards);
        story.cards = kept(story.cards, &self.cards);
        for card in &mut story.cards {
            card.links.retain_mut(|link| point(&mut link.to, cards));
            card.spellings.retain_mut(|spelling| {
                spelling.source.as_mut().is_none_or(|source| point(&mut source.article, &articles))
            });
        }
        story.facts = kept(story.facts, &self.facts);
        for fact in &mut story.facts {
            fact.about.retain_mut(|card| point(card, cards));
            fact.sources.retain_mut(|source| point(&mut source.article, &articles));
            for card in [&mut fact.card].into_iter().chain(&mut fact.speaker).chain(&mut fact.location) {
                point(card, cards);
            }
        }
        story
    }

    /// What readers are told to be left out. Of what was left out with its card the card alone tells, and nothing tells of what
    /// would be under an embargo.
    fn left_out(&self, story: &Story, positions: &[Option<usize>]) -> Vec<LeftOut> {
        let of = |thing: Thing, id: &str, life: &Life, card: Option<usize>| {
            let withdrawn = life.withdrawn.clone()?;
            Some(LeftOut { thing, id: id.to_owned(), card, date: withdrawn.date, reason: withdrawn.reason })
        };
        let cards = story.cards.iter().zip(&self.cards).filter(|(_, cause)| is_withdrawn(cause.as_ref()));
        let cards = cards.filter_map(|(Card { id, life, .. }, _)| of(Thing::Card, id, life, None));
        let stands = |card: &Reference| !is_out(&self.cards, card.target);
        let facts = story.facts.iter().zip(&self.facts).filter(|(fact, cause)| {
            let home = self.cards.get(fact.card.target).and_then(Option::as_ref);
            is_withdrawn(cause.as_ref())
                && matches!(home, None | Some(Cause::NoFact))
                && fact.speaker.iter().chain(&fact.location).all(stands)
        });
        let home = |fact: &Fact| positions.get(fact.card.target).copied().flatten();
        let facts = facts.filter_map(|(fact, _)| of(Thing::Fact, &fact.id, &fact.life, home(fact)));
        facts.chain(cards).collect()
    }
}

/// The cards that a fact cannot stand without.
fn needs(fact: &Fact) -> impl Iterator<Item = &Reference> {
    [&fact.card].into_iter().chain(&fact.speaker).chain(&fact.location)
}

const fn is_withdrawn(cause: Option<&Cause>) -> bool {
    matches!(cause, Some(Cause::Withdrawn(_)))
}

fn is_out(causes: &[Option<Cause>], at: usize) -> bool {
    causes.get(at).is_some_and(Option::is_some)
}

/// Holds back what nothing points to any more. Says whether there was something.
fn empty<'r>(causes: &mut [Option<Cause>], used: impl Iterator<Item = &'r Reference>) -> bool {
    let mut is_used = vec![false; causes.len()];
    for reference in used {
        if let Some(used) = is_used.get_mut(reference.target) {
            *used = true;
        }
    }
    let mut unused = causes.iter_mut().zip(is_used).filter(|(cause, is_used)| cause.is_none() && !is_used).peekable();
    let any = unused.peek().is_some();
    unused.for_each(|(cause, _)| *cause = Some(Cause::NoFact));
    any
}

fn of<'i>(thing: Thing, causes: &[Option<Cause>], ids: impl Iterator<Item = &'i String>) -> impl Iterator<Item = Held> {
    ids.zip(causes).filter_map(move |(id, cause)| Some(Held { thing, id: id.clone(), cause: cause.clone()? }))
}

/// Where each thing comes to stand; nowhere where it is held back.
fn positions(causes: &[Option<Cause>]) -> Vec<Option<usize>> {
    let mut next = 0..;
    causes.iter().map(|cause| if cause.is_none() { next.next() } else { None }).collect()
}

fn kept<T>(things: Vec<T>, causes: &[Option<Cause>]) -> Vec<T> {
    things.into_iter().zip(causes).filter(|(_, cause)| cause.is_none()).map(|(thing, _)| thing).collect()
}

fn pointing(references: Vec<Reference>, positions: &[Option<usize>]) -> Vec<Reference> {
    let mut references = references;
    references.retain_mut(|reference| point(reference, positions));
    references
}

/// Lets a reference point to where its target came to stand, if that is still there.
fn point(reference: &mut Reference, positions: &[Option<usize>]) -> bool {
    let position = positions.get(reference.target).copied().flatten();
    reference.target = position.unwrap_or_default();
    position.is_some()
}
