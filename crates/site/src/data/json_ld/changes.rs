use fact_cards_story::edition::{CardId, Change, ChangeKind, Changed, Fact, FactId};
use serde_json::{Value, json};

use super::{Graph, one_or_many, set};

/// The status of a withdrawn claim. It is for programs, so it is the same in every language.
const WITHDRAWN: &str = "Withdrawn";

impl Graph<'_> {
    /// Adds the changes of a fact: the day of the last one, its corrections, and whether it is withdrawn. Revisions are no
    /// corrections.
    pub(super) fn add_changes(&self, claim: &mut Value, number: FactId, fact: &Fact) {
        let own = self.edition.changes_of(Changed::Fact(number));
        let withdrawal = self.edition.withdrawal_of_fact(number, fact);
        let of_card = withdrawal.filter(|withdrawal| withdrawal.of != Changed::Fact(number));
        let all = || own.iter().chain(of_card);
        let corrections = all().filter(|change| change.kind != ChangeKind::Revised);
        set(claim, "correction", one_or_many(corrections.map(comment).collect()));
        set(claim, "dateModified", all().map(|change| change.date.as_str()).max());
        set(claim, "creativeWorkStatus", withdrawal.map(|_| WITHDRAWN));
    }

    /// The corrections of a page: those of its cards, which are no creative works and cannot carry them, and the entries left out
    /// that are listed there.
    pub(super) fn corrections(&self, on_page: &[CardId]) -> Option<Value> {
        let changes = self.edition.changes.as_ref()?;
        let of_cards = changes.all.iter().filter(|change| {
            let is_here = matches!(change.of, Changed::Card(card) if on_page.contains(&card));
            is_here && change.kind != ChangeKind::Revised
        });
        let left_out = changes.listed().filter(|change| matches!(change.of, Changed::FactOf(_) | Changed::Gone));
        one_or_many(of_cards.chain(left_out).map(|change| self.comment_on(on_page, change)).collect())
    }

    /// The corrections of some cards alone.
    pub(super) fn corrections_of(&self, cards: &[CardId]) -> Option<Value> {
        let changes = self.edition.changes.as_ref()?;
        let of_cards = changes.all.iter().filter(|change| {
            let is_of = matches!(change.of, Changed::Card(card) | Changed::FactOf(card) if cards.contains(&card));
            is_of && change.kind != ChangeKind::Revised
        });
        one_or_many(of_cards.map(|change| self.comment_on(cards, change)).collect())
    }

    /// A correction, with the card that it is about where that is on the page.
    fn comment_on(&self, on_page: &[CardId], change: &Change) -> Value {
        let mut comment = comment(change);
        if let Changed::Card(card) | Changed::FactOf(card) = change.of {
            let card = self.edition.card(card).filter(|_| on_page.contains(&card));
            set(&mut comment, "about", card.map(|card| self.reference(card)));
        }
        comment
    }

    /// The day of the last change.
    pub(super) fn last_change(&self) -> Option<&str> {
        self.edition.changes.as_ref()?.listed().next().map(|change| change.date.as_str())
    }
}

fn comment(change: &Change) -> Value {
    json!({ "@type": "CorrectionComment", "text": change.what.shown(), "datePublished": change.date })
}
