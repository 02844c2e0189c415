//! What became of cards and facts, as it is shown.

use std::cmp::Reverse;

use super::{Encoder, fill::fill, position};
use crate::{
    date::{Date, Period},
    story::{Life, Localised, Story},
    thing::Thing,
};
use fact_cards_story::edition::{Change, ChangeKind, Changed, Changes};

impl Encoder<'_> {
    /// All that was changed; nothing where that is nothing.
    pub(super) fn changes(&self) -> Option<Changes> {
        let story = self.story;
        let facts = story.facts.iter().enumerate().map(|(at, fact)| (Changed::Fact(position(at)), &fact.life));
        let cards =
            story.cards.iter().enumerate().map(|(at, card)| (Changed::Card(self.order.position(at)), &card.life));
        let mut all: Vec<Change> = facts.chain(cards).flat_map(|(of, life)| self.life(of, life)).collect();
        all.extend(self.left_out.iter().map(|left_out| {
            let of = left_out.card.map_or(Changed::Gone, |card| Changed::FactOf(self.order.position(card)));
            let pattern = match left_out.thing {
                Thing::Card => &self.phrases.card_left_out_on,
                Thing::Fact | Thing::Article => &self.phrases.fact_left_out_on,
            };
            self.change(of, ChangeKind::Withdrawn, pattern, left_out.date, &left_out.reason)
        }));
        if all.is_empty() {
            return None;
        }
        all.sort_by(|one, other| (one.of, &one.date, one.kind).cmp(&(other.of, &other.date, other.kind)));
        let mut latest_first: Vec<u32> = (0..).take(all.len()).collect();
        latest_first.sort_by_key(|at| {
            let change = usize::try_from(*at).ok().and_then(|at| all.get(at));
            Reverse(change.map(|change| (change.date.clone(), change.kind, Reverse(change.of))))
        });
        let earlier = all.len().checked_sub(Changes::LISTED).filter(|earlier| *earlier > 0);
        Some(Changes {
            heading: self.phrases.changes.clone(),
            withdrawn: self.phrases.withdrawn.clone(),
            earlier: earlier.map(|earlier| self.phrases.earlier_changes.for_count(earlier)),
            all,
            latest_first,
        })
    }

    /// What became of one card or fact.
    fn life(&self, of: Changed, life: &Life) -> Vec<Change> {
        let phrases = &self.phrases;
        let revised = life.revised.iter().map(|change| (ChangeKind::Revised, &phrases.revised_on, change));
        let corrected = life.corrected.iter().map(|change| (ChangeKind::Corrected, &phrases.corrected_on, change));
        let changes = revised.chain(corrected);
        let changes = changes.map(|(kind, pattern, change)| self.change(of, kind, pattern, change.date, &change.what));
        let withdrawn = life.withdrawn.iter().map(|withdrawn| {
            self.change(of, ChangeKind::Withdrawn, &phrases.withdrawn_on, withdrawn.date, &withdrawn.reason)
        });
        changes.chain(withdrawn).collect()
    }

    fn change(&self, of: Changed, kind: ChangeKind, pattern: &str, date: Date, what: &Localised) -> Change {
        let day = self.period(&Period { from: date, to: date });
        Change { of, kind, date: date.to_string(), on: fill(pattern, &[("date", &day)]), what: self.named(what) }
    }
}

/// How many changes the entries of a story have.
pub(super) fn count(story: &Story) -> usize {
    let lives = story.facts.iter().map(|fact| &fact.life).chain(story.cards.iter().map(|card| &card.life));
    let of = |life: &Life| life.revised.len() + life.corrected.len() + usize::from(life.withdrawn.is_some());
    lives.map(of).sum()
}
