//! The goals, and whether this run meets them.

use super::{
    Report,
    number::{count, number},
    section::story_of,
    table::table,
};
use crate::{
    act::Act,
    measure::{
        touch::{FirstTouch, Touch},
        usage::Usage,
    },
    stats::Summary,
    way::Way,
};

/// The most that a touch may take to the next paint, in milliseconds.
pub const TOUCH: f64 = 100.0;

/// The same for a first letter at worst.
pub const WORST_FIRST: f64 = 150.0;

/// The most that may pass from the first touch until it works, in milliseconds.
pub const START: f64 = 350.0;

/// The most that a task may take, in milliseconds.
pub const TASK: f64 = 100.0;

/// The result for each goal that was measured.
pub fn goals(report: &Report) -> String {
    let rows: Vec<Vec<String>> = [
        before_activation(report),
        start(report),
        beside_the_best(report),
        growth(report),
        touches(report),
        first_letters(report),
        first_touches(report),
        tasks(report),
        mounts(report),
        build(report),
    ]
    .into_iter()
    .flatten()
    .map(|goal| vec![goal.what, goal.wanted, goal.measured, yes_or_no(goal.is_reached)])
    .collect();
    if rows.is_empty() {
        return String::new();
    }
    format!("<h2>Goals</h2>\n{}", table(&["", "goal", "measured", "reached"], &rows))
}

/// Whether a goal is reached, in a word.
pub fn yes_or_no(is_reached: bool) -> String {
    if is_reached { "yes" } else { "no" }.to_owned()
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

/// Whether an act of a reader keeps to its goals.
pub fn is_touch_soon(touch: &Touch) -> bool {
    let is_soon = touch.next_paint.median <= TOUCH && touch.longest_task.median <= TASK;
    is_soon && (!is_first_letter(touch.act) || touch.next_paint.worst <= WORST_FIRST)
}

/// Whether a first touch keeps to its goals.
pub fn is_start_soon(start: &FirstTouch) -> bool {
    start.works.median <= START && start.longest_task.median <= TASK
}

const fn is_first_letter(act: Act) -> bool {
    matches!(act, Act::EarlyLetter | Act::FirstLetter)
}

/// A goal for the slowest of our touches, of those with such acts.
fn slowest(
    report: &Report,
    what: &str,
    most: f64,
    is_meant: impl Fn(Act) -> bool,
    number_of: impl Fn(&Touch) -> f64,
) -> Option<Goal> {
    let ours = report.touch.as_ref()?.measured.iter().filter(|touch| touch.way == Way::Ours && is_meant(touch.act));
    let slowest = ours.max_by(|a, b| number_of(a).total_cmp(&number_of(b)))?;
    let takes = number_of(slowest);
    Some(Goal {
        what: format!("{what}, on a phone, processor 4 times slower"),
        wanted: format!("{} ms", number(most)),
        measured: format!("{} ms ({}, {})", number(takes), slowest.act.name(), story_of(&slowest.story, slowest.cards)),
        is_reached: takes <= most,
    })
}

fn touches(report: &Report) -> Option<Goal> {
    slowest(report, "every touch to the next paint", TOUCH, |_| true, |touch| touch.next_paint.median)
}

fn first_letters(report: &Report) -> Option<Goal> {
    slowest(report, "a first letter at worst", WORST_FIRST, is_first_letter, |touch| touch.next_paint.worst)
}

fn first_touches(report: &Report) -> Option<Goal> {
    let starts = report.touch.as_ref()?.starts.iter();
    let slowest = starts.max_by(|a, b| a.works.median.total_cmp(&b.works.median))?;
    let Summary { median, .. } = slowest.works;
    Some(Goal {
        what: "from the first touch until it works, on a phone, processor 4 times slower".to_owned(),
        wanted: format!("{} ms", number(START)),
        measured: format!("{} ms ({})", number(median), story_of(&slowest.story, slowest.cards)),
        is_reached: median <= START,
    })
}

fn tasks(report: &Report) -> Option<Goal> {
    slowest(report, "the longest task of every touch", TASK, |_| true, |touch| touch.longest_task.median)
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

#[cfg(test)]
mod tests {
    use super::goals;
    use crate::{
        act::Act,
        machine::{Machine, Versions},
        measure::touch::{FirstTouch, Touch, Touches},
        report::Report,
        stats::Summary,
        way::Way,
    };

    const fn took(median: f64, worst: f64) -> Summary {
        Summary { median, worst, rounds: 3 }
    }

    fn touch(way: Way, act: Act, next_paint: Summary, longest_task: Summary) -> Touch {
        Touch { way, act, story: "100".to_owned(), cards: 100, next_paint, painted: took(2000.0, 2000.0), longest_task }
    }

    /// Which goals of a phone are reached: touches, first letters, first touches, tasks.
    fn reached(works: Summary, measured: Vec<Touch>) -> Vec<bool> {
        let versions = Versions { chromium: String::new(), rust: String::new(), peers: Vec::new() };
        let mut report = Report::new(false, Machine::this(), versions);
        let story = "100".to_owned();
        let start =
            FirstTouch { story, cards: 100, works, painted: took(400.0, 400.0), longest_task: took(50.0, 50.0) };
        report.touch = Some(Touches { starts: vec![start], measured, left_out: Vec::new() });
        goals(&report)
            .lines()
            .filter(|line| line.contains(" ms</td>"))
            .map(|line| line.contains("<td>yes</td>"))
            .collect()
    }

    const SHORT: Summary = took(50.0, 50.0);

    #[test]
    fn goals_are_reached_at_their_limit() {
        let measured = vec![
            touch(Way::Ours, Act::FirstLetter, took(100.0, 150.0), took(100.0, 200.0)),
            touch(Way::Ours, Act::ViewMap, took(96.0, 400.0), SHORT),
        ];
        assert_eq!(reached(took(350.0, 900.0), measured), [true; 4]);
    }

    #[test]
    fn each_goal_is_missed_by_itself() {
        let letter = |next_paint, task| vec![touch(Way::Ours, Act::FirstLetter, next_paint, task)];
        let works = took(350.0, 350.0);
        assert_eq!(reached(works, letter(took(104.0, 104.0), SHORT)), [false, true, true, true]);
        assert_eq!(reached(works, letter(took(96.0, 152.0), SHORT)), [true, false, true, true]);
        assert_eq!(reached(took(351.0, 351.0), letter(SHORT, SHORT)), [true, true, false, true]);
        assert_eq!(reached(works, letter(SHORT, took(101.0, 101.0))), [true, true, true, false]);
    }

    #[test]
    fn peers_have_no_goals() {
        let measured = vec![
            touch(Way::Ours, Act::FirstLetter, SHORT, SHORT),
            touch(Way::Isotope, Act::FirstLetter, took(2500.0, 2600.0), took(2500.0, 2500.0)),
        ];
        assert_eq!(reached(took(300.0, 300.0), measured), [true; 4]);
    }
}
