//! Figures as bars. Those that can be compared, because the editor named the same scale, are drawn on one that begins at zero.

use super::{format::Formatter, position};
use crate::story::{Fact, Figure, Quantity, Story};
use fact_cards_story::edition::{Bar, Scale};

/// The scales of a story, each where its first figure stands. A year is no amount and has none, and what is withdrawn is not to
/// be compared with anything.
pub(super) fn scales(story: &Story, formatter: &Formatter) -> Vec<Scale> {
    let mut groups: Vec<Vec<(usize, &Figure)>> = Vec::new();
    let stands = |(_, fact): &(usize, &Fact)| {
        let card = story.cards.get(fact.card.target);
        fact.life.withdrawn.is_none() && card.is_none_or(|card| card.life.withdrawn.is_none())
    };
    let facts = story.facts.iter().enumerate().filter(stands);
    for (at, figure) in facts.filter_map(|(at, fact)| Some((at, fact.figure.as_ref()?))) {
        let shares = |group: &&mut Vec<(usize, &Figure)>| {
            figure.scale.is_some() && group.iter().any(|(_, other)| other.scale == figure.scale)
        };
        match groups.iter_mut().find(shares) {
            _ if amounts(figure).is_none() => {}
            Some(group) => group.push((at, figure)),
            None => groups.push(vec![(at, figure)]),
        }
    }
    groups.iter().map(|group| scale(group, formatter)).collect()
}

/// What the number was, where it changed, and what it is.
fn amounts(figure: &Figure) -> Option<(Option<f64>, f64)> {
    match figure.quantity {
        Quantity::Value(value) => Some((None, value)),
        Quantity::Change { from, to } => Some((Some(from), to)),
        Quantity::Year(_) => None,
    }
}

fn scale(group: &[(usize, &Figure)], formatter: &Formatter) -> Scale {
    let amounts = || group.iter().filter_map(|(at, figure)| Some((*at, amounts(figure)?)));
    let every = || amounts().flat_map(|(_, (from, to))| from.into_iter().chain([to]));
    let (least, most) = (every().fold(0.0, f64::min), every().fold(0.0, f64::max));
    // Halves, since the whole length of the largest numbers there are would be too large for one.
    let length = (most / 2.0 - least / 2.0).max(f64::MIN_POSITIVE);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1000")]
    let thousandths = |amount: f64| ((amount / 2.0 - least / 2.0) / length * 1000.0).round().clamp(0.0, 1000.0) as u16;
    let bar = |(fact, (from, to)): (usize, (Option<f64>, f64))| Bar {
        fact: position(fact),
        from: from.map(thousandths),
        value: thousandths(to),
    };
    Scale {
        zero: thousandths(0.0),
        least: formatter.number(least),
        most: formatter.number(most),
        bars: amounts().map(bar).collect(),
    }
}
