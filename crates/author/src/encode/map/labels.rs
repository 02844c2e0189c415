//! Where the labels stand, so that none covers another one or a pin.

use std::iter;

use super::{frame::Frame, point::Point, width};
use fact_cards_story::edition::{Label, Map, Pin, Side};

/// A pin that wants a label. Lengths are in CSS pixels where the drawing is narrowest.
#[derive(Debug)]
pub struct Spot<'s> {
    pub at: Point,
    /// The names of the venues there.
    pub names: Vec<&'s str>,
}

/// A label of more lines hides too much of the map.
const MOST_LINES: usize = 4;
/// Room around a label, to the left and right together.
const PADDING: f64 = 4.0;
/// How far a label stays from the edges.
const EDGE: f64 = 2.0;
/// No label at all is worse than any place.
const NO_LABEL: u32 = 100;
/// The search ends after so many steps with the best it has found. Every label has been tried once by then.
const STEPS: usize = 20_000;
const STEPS_PER_SPOT: usize = 40;

/// A label for each spot, or None where there is no room. The first spots have the first choice.
pub fn place(spots: &[Spot<'_>], height: f64) -> Vec<Option<Label>> {
    let pins: Vec<_> = spots.iter().map(|spot| Area { at: spot.at, reach: Pin::BOX }).collect();
    let all: Vec<_> = spots.iter().map(|spot| choices(spot, &pins, height)).collect();
    best(&all)
}

/// Something of constant size at a point that moves as the drawing gets wider: left, top, right, bottom from there.
#[derive(Clone, Copy, Debug)]
struct Area {
    at: Point,
    reach: [f64; 4],
}

impl Area {
    /// Whether two overlap, where the drawing is narrowest or at any greater width.
    ///
    /// Points move apart as it gets wider. That does not part everything: a label to the left of its pin moves right
    /// with it, and could meet what it was left of.
    fn meets(&self, other: &Self) -> bool {
        let [left, top, right, bottom] = self.reach;
        let [other_left, other_top, other_right, other_bottom] = other.reach;
        let across = meeting(other.at.x - self.at.x, left - other_right, right - other_left);
        let down = meeting(other.at.y - self.at.y, top - other_bottom, bottom - other_top);
        across.0.max(down.0).max(1.0) < across.1.min(down.1)
    }

    fn is_inside(&self, height: f64) -> bool {
        let [left, top, right, bottom] = self.reach;
        self.at.x + left >= EDGE
            && self.at.y + top >= EDGE
            && self.at.x + right <= Frame::WIDTH - EDGE
            && self.at.y + bottom <= height - EDGE
    }
}

/// For which enlargements a distance, enlarged, lies between two numbers: from, to.
fn meeting(distance: f64, least: f64, most: f64) -> (f64, f64) {
    if distance > 0.0 {
        (least / distance, most / distance)
    } else if distance < 0.0 {
        (most / distance, least / distance)
    } else if least < 0.0 && most > 0.0 {
        (f64::NEG_INFINITY, f64::INFINITY)
    } else {
        (f64::INFINITY, f64::NEG_INFINITY)
    }
}

/// A label that could stand there if it were alone.
#[derive(Debug)]
struct Choice {
    label: Label,
    area: Area,
    /// How much worse than the best place.
    cost: u32,
}

/// All labels that a spot could have, the best first.
fn choices(spot: &Spot<'_>, pins: &[Area], map_height: f64) -> Vec<Choice> {
    let all = spot.names.len();
    let mut choices = Vec::new();
    let mut cost = 0;
    let fewer = (all > 1).then_some(1);
    for names in iter::once(all).chain(fewer).filter(|names| *names <= MOST_LINES) {
        for side in Side::ALL {
            let (width, lines) = size(&spot.names, names);
            let area = Area { at: spot.at, reach: side.label_box(width, lines) };
            if area.is_inside(map_height) && !pins.iter().any(|pin| pin.meets(&area)) {
                let names = u16::try_from(names).unwrap_or(u16::MAX);
                choices.push(Choice { label: Label { side, names }, area, cost });
            }
            cost += 1;
        }
    }
    choices
}

/// How wide and high a label is that names the first of these, each on a line.
fn size(names: &[&str], lines: usize) -> (f64, f64) {
    let widest = names.iter().take(lines).map(|name| width::in_em(name)).fold(0.0, f64::max);
    let others = names.len().saturating_sub(lines);
    let count = if others > 0 { width::in_em(&format!(" +{others}")) } else { 0.0 };
    let lines = u16::try_from(lines).unwrap_or(u16::MAX);
    ((widest + count) * f64::from(Map::LABEL_SIZE) + PADDING, f64::from(lines) * f64::from(Map::LABEL_LINE))
}

/// The labels that cost least together, as far as the search gets.
fn best(choices: &[Vec<Choice>]) -> Vec<Option<Label>> {
    // What the spots from each one on cost at least.
    let mut least = vec![0; choices.len() + 1];
    let mut sum = 0;
    for (choices, least) in choices.iter().zip(&mut least).rev() {
        sum += choices.first().map_or(NO_LABEL, |choice| choice.cost);
        *least = sum;
    }

    let mut best = vec![None; choices.len()];
    let mut best_cost = u32::MAX;
    // For each spot up to the one that is looked at: its choice, which may be one too many for no label, and the cost
    // of those before it.
    let mut path = vec![(0, 0)];
    for _ in 0..STEPS.max(choices.len() * STEPS_PER_SPOT) {
        let Some((tried, cost)) = path.last().copied() else { break };
        let spot = path.len() - 1;
        let hopeless = cost + least.get(spot).copied().unwrap_or_default() >= best_cost;
        let next = choices.get(spot).filter(|choices| !hopeless && tried <= choices.len());
        let Some(here) = next else {
            if spot == choices.len() && !hopeless {
                best_cost = cost;
                let chosen = choices.iter().zip(&path).map(|(choices, (chosen, _))| choices.get(*chosen));
                best = chosen.map(|choice| choice.map(|choice| choice.label)).collect();
            }
            path.pop();
            if let Some((tried, _)) = path.last_mut() {
                *tried += 1;
            }
            continue;
        };
        let chosen = here.get(tried);
        let mut before = choices.iter().zip(&path).take(spot).filter_map(|(choices, (chosen, _))| choices.get(*chosen));
        let meets = chosen.is_some_and(|chosen| before.any(|before| before.area.meets(&chosen.area)));
        if meets {
            if let Some((tried, _)) = path.last_mut() {
                *tried += 1;
            }
        } else {
            path.push((0, cost + chosen.map_or(NO_LABEL, |chosen| chosen.cost)));
        }
    }
    best
}
