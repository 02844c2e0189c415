//! Checks that need the whole story: references, and entries that nothing refers to.

use std::collections::{BTreeMap, BTreeSet};

use super::{ARTICLES, CARD, FACTS, MEMBERS, OPERATIONS, RELATIONS, Reading, TOPICS, TYPES, VENUES};
use crate::{
    problem::Problem,
    similar::similar,
    story::{Card, Reference, Source, Story},
};
use fact_cards_story::Kind;

const CARD_FILES: [&str; 3] = [MEMBERS, OPERATIONS, VENUES];

/// Checks the story as a whole and resolves its references.
pub(super) fn check(reading: &Reading, story: &mut Story) {
    let cards_of = |kind: Option<Kind>| {
        let of_kind = move |(_, card): &(usize, &Card)| kind.is_none_or(|kind| card.kind == kind);
        story.cards.iter().enumerate().filter(of_kind).map(|(at, card)| (at, &card.id))
    };
    let mut articles =
        Ids::new("article", "articles.toml", &[ARTICLES], story.articles.iter().map(|article| &article.id).enumerate());
    let mut types = Ids::new("type", "types.toml", &[TYPES], story.types.iter().map(|known| &known.id).enumerate());
    let mut topics =
        Ids::new("topic", "topics.toml", &[TOPICS], story.topics.iter().map(|topic| &topic.id).enumerate());
    let mut relations = Ids::new(
        "relation",
        "relations.toml",
        &[RELATIONS],
        story.relations.iter().map(|relation| &relation.id).enumerate(),
    );
    let mut cards = Ids::new(CARD, "members.toml, operations.toml or venues.toml", &CARD_FILES, cards_of(None));
    let mut members = Ids::new("member", "members.toml", &[MEMBERS], cards_of(Some(Kind::Member)));
    let mut venues = Ids::new("venue", "venues.toml", &[VENUES], cards_of(Some(Kind::Venue)));
    let paragraphs: Vec<u16> = story.articles.iter().map(|article| article.paragraphs).collect();
    let type_kinds: Vec<Kind> = story.types.iter().map(|card_type| card_type.kind).collect();

    for reference in &mut story.order {
        cards.find(reading, reference);
    }
    for card in &mut story.cards {
        if let Some(&kind) = types.find(reading, &mut card.card_type).and_then(|found| type_kinds.get(found))
            && kind != card.kind
        {
            let type_id = card.card_type.id.clone();
            let problem = Problem::TypeOfOtherKind { type_id, for_kind: kind.key(), is: card.kind.key() };
            reading.report(&card.card_type.place, problem);
        }
        let mut links = BTreeSet::new();
        for link in &mut card.links {
            relations.find(reading, &mut link.relation);
            cards.find(reading, &mut link.to);
            if link.to.id == card.id {
                reading.report(&link.to.place, Problem::LinkToItself);
            }
            if !links.insert((link.relation.id.clone(), link.to.id.clone())) {
                let problem = Problem::LinkTwice { relation: link.relation.id.clone(), to: link.to.id.clone() };
                reading.report(&link.to.place, problem);
            }
        }
        for source in card.spellings.iter_mut().filter_map(|spelling| spelling.source.as_mut()) {
            check_source(reading, source, &mut articles, &paragraphs);
        }
    }
    // The mistakes in the facts so far may have hidden references.
    let uses_are_known = !reading.has_mistake_in(FACTS, may_hide_a_use);
    // From here on resolved references count as uses.
    cards.meant.clear();
    articles.meant.clear();
    for fact in &mut story.facts {
        cards.find(reading, &mut fact.card);
        for about in &mut fact.about {
            cards.find(reading, about);
            if about.id == fact.card.id {
                reading.report(&about.place, Problem::AboutItsOwnCard { id: about.id.clone() });
            }
        }
        if let Some(speaker) = &mut fact.speaker {
            members.find(reading, speaker);
        }
        if let Some(location) = &mut fact.location {
            venues.find(reading, location);
        }
        for topic in &mut fact.topics {
            topics.find(reading, topic);
        }
        let mut sources = BTreeSet::new();
        for source in &mut fact.sources {
            check_source(reading, source, &mut articles, &paragraphs);
            let (article, paragraph) = (source.article.id.clone(), source.paragraph);
            if !sources.insert((article.clone(), paragraph)) {
                reading.report(&source.place, Problem::SourceTwice { article, paragraph });
            }
        }
    }
    if uses_are_known {
        report_unused(reading, story, &cards, &articles);
    }
    // A fact that could not be read may have the other figure.
    if !reading.has_mistake_in(FACTS, |_| true) {
        report_lonely_scales(reading, story);
    }
}

/// Reports scales with a single figure: most likely they are misspelt.
fn report_lonely_scales(reading: &Reading, story: &Story) {
    let figures = || story.facts.iter().filter_map(|fact| fact.figure.as_ref());
    let scales: Vec<&String> = figures().filter_map(|figure| figure.scale.as_ref()).collect();
    let count = |scale: &String| scales.iter().filter(|other| **other == scale).count();
    for figure in figures() {
        if let Some(scale) = figure.scale.as_ref().filter(|scale| count(scale) == 1) {
            let similar = similar(scale, scales.iter().filter(|other| **other != scale).map(|other| other.as_str()));
            reading.report(&figure.place, Problem::ScaleOfOne { scale: scale.clone(), similar });
        }
    }
}

fn check_source(reading: &Reading, source: &mut Source, articles: &mut Ids, paragraphs: &[u16]) {
    let article = articles.find(reading, &mut source.article);
    if let Some(&most) = article.and_then(|article| paragraphs.get(article))
        && source.paragraph > most
    {
        let article = source.article.id.clone();
        let problem = Problem::NoSuchParagraph { article, paragraph: source.paragraph, paragraphs: most };
        reading.report(&source.place, problem);
    }
}

/// Whether a fact with that mistake may have references that were not read.
fn may_hide_a_use(problem: &Problem) -> bool {
    !matches!(
        problem,
        Problem::DuplicateId { .. }
            | Problem::ChangeAfterWithdrawal { .. }
            | Problem::ChangeTwice { .. }
            | Problem::Date(_)
            | Problem::EmbargoWithoutOffset { .. }
            | Problem::EmbargoWithoutTime { .. }
            | Problem::FigureShape
            | Problem::FigureWithoutUnit
            | Problem::MoreThanYear
            | Problem::NamedTwice { .. }
            | Problem::NotATime { .. }
            | Problem::NotFinite { .. }
            | Problem::SaidWithoutSpeaker
            | Problem::YearOnScale
            | Problem::SourceTwice { .. }
    )
}

/// Reports entries that no fact uses, such as cards that would be empty.
fn report_unused(reading: &Reading, story: &Story, cards: &Ids, articles: &Ids) {
    for card in story.cards.iter().filter(|card| !cards.meant.contains(&card.id)) {
        reading.report(&card.place, Problem::CardWithoutFact { id: card.id.clone() });
    }
    for article in story.articles.iter().filter(|article| !articles.meant.contains(&article.id)) {
        reading.report(&article.place, Problem::ArticleWithoutFact { id: article.id.clone() });
    }
}

/// The ids of one kind of entry, by which references are resolved.
struct Ids {
    what: &'static str,
    /// The file that has them.
    file: &'static str,
    files: &'static [&'static str],
    positions: BTreeMap<String, usize>,
    /// The entries that were referred to, or most likely meant.
    meant: BTreeSet<String>,
}

impl Ids {
    fn new<'i>(
        what: &'static str,
        file: &'static str,
        files: &'static [&'static str],
        ids: impl Iterator<Item = (usize, &'i String)>,
    ) -> Self {
        let positions = ids.map(|(at, id)| (id.clone(), at)).collect();
        Self { what, file, files, positions, meant: BTreeSet::new() }
    }

    /// Resolves a reference, or reports that it has no target.
    fn find(&mut self, reading: &Reading, reference: &mut Reference) -> Option<usize> {
        if let Some(&target) = self.positions.get(&reference.id) {
            reference.target = target;
            self.meant.insert(reference.id.clone());
            return Some(target);
        }
        if let Some(is) = reading.declared(self.what, &reference.id) {
            // An id of the right sort that is not among the positions is one of an entry with other mistakes.
            if self.what != CARD && is != self.what {
                let id = reference.id.clone();
                let problem = Problem::CardOfOtherKind { id, is, needed: self.what, file: self.file };
                reading.report(&reference.place, problem);
            }
        } else if reading.knows_ids_of(self.files) {
            let similar = similar(&reference.id, self.positions.keys().map(String::as_str));
            self.meant.extend(similar.clone());
            let problem =
                Problem::UnknownReference { what: self.what, id: reference.id.clone(), similar, file: self.file };
            reading.report(&reference.place, problem);
        }
        None
    }
}
