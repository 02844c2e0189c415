//! Cards as they are shown.

use super::{Encoder, entry, fill::fill_first, position, short, text};
use crate::story::{self, Localised};
use fact_cards_story::{Kind, Text, edition};

impl Encoder<'_> {
    /// The kind and the type of a card in words.
    fn kicker(&self, card: &story::Card) -> Text {
        let kind = match card.kind {
            Kind::Member => &self.phrases.member,
            Kind::Operation => &self.phrases.operation,
            Kind::Venue => &self.phrases.venue,
        };
        let nameless = Localised::default();
        let card_type = entry(&self.story.types, card.card_type.target).map_or(&nameless, |card_type| &card_type.name);
        let values = [("type", self.at(card_type)), ("kind", kind)];
        let (shown, card_type_at) = fill_first(&self.phrases.kicker, &values);
        self.in_its_language(text(&shown), card_type_at, card_type)
    }

    pub(super) fn card(&self, at: usize, card: &story::Card) -> edition::Card {
        let standing = entry(&self.standing, at);
        let on_it = standing.into_iter().flat_map(|on_it| on_it.own.iter().chain(&on_it.about));
        edition::Card {
            id: card.id.clone(),
            kind: card.kind,
            card_type: self.types.position(card.card_type.target).unwrap_or_default(),
            kicker: self.kicker(card),
            face: self.face(at, card),
            name: self.text(&card.name),
            spellings: card.spellings.iter().map(|spelling| self.spelling(spelling)).collect(),
            other_names: self.other_names(card),
            summary: self.text(&card.summary),
            facts: on_it.copied().map(position).collect(),
            own: short(standing.map_or(0, |on_it| on_it.own.len())),
            links: self.links(at, card),
            #[allow(
                clippy::cast_possible_truncation,
                reason = "a ten-thousandth of a degree is near enough for a pin"
            )]
            coordinates: card.coordinates.map(|(latitude, longitude)| (latitude as f32, longitude as f32)),
        }
    }

    /// The card's names that a reader of another language knows it by.
    fn other_names(&self, card: &story::Card) -> Vec<Text> {
        let mut known: Vec<Text> = vec![text(self.at(&card.name))];
        known.extend(card.spellings.iter().map(|spelling| text(&spelling.name)));
        let shown = known.len();
        for name in card.name.0.iter().map(|wording| text(&wording.text)) {
            if !known.iter().any(|known| known.folded() == name.folded()) {
                known.push(name);
            }
        }
        let mut others = known.split_off(shown);
        // In an order that does not depend on the language of the edition.
        others.sort_by(|one, other| one.shown().cmp(other.shown()));
        others
    }

    /// The card's links, and the links of others to it, the other way round.
    fn links(&self, at: usize, card: &story::Card) -> Vec<edition::Link> {
        let link = |name: &Localised, card: usize| edition::Link {
            relation: self.named(name),
            card: self.order.position(card),
        };
        let relation = |link: &story::Link| entry(&self.story.relations, link.relation.target);
        let mut links: Vec<_> =
            card.links.iter().filter_map(|to| Some(link(&relation(to)?.name, to.to.target))).collect();
        let from = entry(&self.standing, at).into_iter().flat_map(|on_it| &on_it.linked_from);
        links.extend(from.filter_map(|(other, which)| {
            let from = entry(&entry(&self.story.cards, *other)?.links, *which)?;
            Some(link(&relation(from)?.inverse, *other))
        }));
        links
    }

    fn spelling(&self, spelling: &story::Spelling) -> edition::Spelling {
        edition::Spelling {
            name: text(&spelling.name),
            marker: spelling.source.as_ref().map(|source| self.marker(source)),
            stands: spelling.source.as_ref().map(|source| (position(source.article.target), source.paragraph)),
        }
    }
}
