//! The goals, and whether this run meets them.

use super::{
    Report,
    number::{count, number},
    table::table,
};
use crate::{act::Act, measure::usage::Usage, way::Way};

/// The result for each goal that was measured.
pub fn goals(report: &Report) -> String {
    let rows: Vec<Vec<String>> = [
        before_activation(report),
        start(report),
        beside_the_best(report),
        growth(report),
        mounts(report),
        build(report),
    ]
    .into_iter()
    .flatten()
    .map(|goal| vec![goal.what, goal.wanted, goal.measured, if goal.is_reached { "yes" } else { "no" }.to_owned()])
    .collect();
    if rows.is_empty() {
        return String::new();
    }
    format!("<h2>Goals</h2>\n{}", table(&["", "goal", "measured", "reached"], &rows))
}

struct Goal {
    what: String,
    wanted: String,
    measured: String,
    is_reached: bool,
}

fn before_activation(report: &Report) -> Option<Goal> {
    let articles = report.wire.as_ref()?.iter().filter(|wire| wire.in_article);
    let most = articles.map(|wire| wire.before).max()?;
    Some(Goal {
        what: "before activation, in an article, the largest language".to_owned(),
        wanted: "14,336 bytes".to_owned(),
        measured: count(most),
        is_reached: most <= 14_336,
    })
}

fn start(report: &Report) -> Option<Goal> {
    let after = report.start.as_ref()?.after_last_byte.median;
    Some(Goal {
        what: "start after the last byte, processor 4 times slower".to_owned(),
        wanted: "150 ms".to_owned(),
        measured: format!("{} ms", number(after)),
        is_reached: after <= 150.0,
    })
}

/// The work of an act with so many cards.
fn work(usages: &[Usage], way: Way, act: Act, cards: usize) -> Option<f64> {
    let found = usages.iter().find(|usage| (usage.way, usage.act, usage.cards) == (way, act, cards));
    found.map(|usage| usage.work.median)
}

fn beside_the_best(report: &Report) -> Option<Goal> {
    const CARDS: usize = 5000;
    let usages = &report.usage.as_ref()?.measured;
    let times = |act| {
        let ours = work(usages, Way::Ours, act, CARDS)?;
        let peers = Way::ALL.into_iter().skip(1).filter_map(|way| work(usages, way, act, CARDS));
        Some(peers.reduce(f64::min)? / ours)
    };
    let least = times(Act::Key)?.min(times(Act::Filter)?);
    Some(Goal {
        what: "work of a key and of a filter at 5,000 cards, beside the best peer’s".to_owned(),
        wanted: "5 times less".to_owned(),
        measured: format!("{} times less", number(least)),
        is_reached: least >= 5.0,
    })
}

fn growth(report: &Report) -> Option<Goal> {
    let usages = &report.usage.as_ref()?.measured;
    let times = |act| Some(work(usages, Way::Ours, act, 20_000)? / work(usages, Way::Ours, act, 1000)?);
    let most = times(Act::Key)?.max(times(Act::Filter)?);
    Some(Goal {
        what: "work of a key and of a filter at 20,000 cards, beside that at 1,000".to_owned(),
        wanted: "2 times".to_owned(),
        measured: format!("{} times", number(most)),
        is_reached: most <= 2.0,
    })
}

fn mounts(report: &Report) -> Option<Goal> {
    let mounts = report.mounts.as_ref()?;
    let (first, last) = (mounts.first()?, mounts.last()?);
    let grown = [
        last.held.nodes - first.held.nodes,
        last.held.listeners - first.held.listeners,
        last.held.wasm_bytes - first.held.wasm_bytes,
    ];
    Some(Goal {
        what: format!("growth from {} to {} times there and gone", count(first.times), count(last.times)),
        wanted: "none".to_owned(),
        measured: {
            let [nodes, listeners, bytes] = grown.map(number);
            format!("{nodes} nodes, {listeners} listeners, {bytes} bytes of the engine")
        },
        is_reached: grown.iter().all(|grown| *grown <= 0.0),
    })
}

fn build(report: &Report) -> Option<Goal> {
    let warm = report.build.as_ref()?.warm.median;
    Some(Goal {
        what: "saved story to reloaded page, warm".to_owned(),
        wanted: "1 s".to_owned(),
        measured: format!("{} s", number(warm)),
        is_reached: warm <= 1.0,
    })
}
