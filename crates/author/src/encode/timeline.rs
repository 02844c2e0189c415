//! The scale of time. A century and a week stand on it side by side: where nothing happens for long it is interrupted, and
//! each stretch between has a scale of its own.

use std::collections::BTreeMap;

use super::{fill::fill, format::Formatter, position, short};
use crate::{
    date::{Date, Period, day_number},
    story::Story,
    words::Phrases,
};
use fact_cards_story::edition::{FactId, Moment, Shape, Stretch, Timeline};

/// How many times the longer of its neighbours a pause may last before the scale is interrupted.
const LONG: i64 = 8;
/// The length of the whole scale.
const WHOLE: i64 = 1000;
/// The most of it that one interruption takes, and that all of them take.
const GAP: i64 = 120;
const GAPS: i64 = 350;

const DAYS_IN_400_YEARS: usize = 146_097;

/// The facts of a date or period: those that speak of it, and those that were said then.
type Facts = (Vec<FactId>, Vec<FactId>);

/// A date or period and its facts, in days.
struct Dated<'p> {
    period: &'p Period,
    first: i64,
    last: i64,
    facts: Facts,
}

impl Dated<'_> {
    /// The day after the last one.
    fn end(&self) -> i64 {
        self.last + 1
    }
}

pub(super) fn timeline(story: &Story, formatter: &Formatter, phrases: &Phrases) -> Timeline {
    let dated = dated(story);
    let runs = runs(&dated);
    let lengths = lengths(&runs);
    let gap = gap_length(runs.len());

    let mut timeline = Timeline::default();
    let (mut start, mut before): (i64, Option<i64>) = (0, None);
    for (run, length) in runs.iter().zip(lengths) {
        let (Some(first), Some(end)) = (run.first(), run.iter().map(Dated::end).max()) else { continue };
        let days = (end - first.first).max(1);
        let at = |day: i64| short(usize::try_from(start + (day - first.first) * length / days).unwrap_or_default());
        timeline.stretches.push(Stretch {
            start: at(first.first),
            end: at(end),
            label: years(run, formatter, phrases),
            gap: before.map(|before| pause(first.first - before, phrases)),
        });
        let mut lanes: Vec<i64> = Vec::new();
        for dated in *run {
            let lane = lanes.iter().position(|taken| *taken <= dated.first).unwrap_or(lanes.len());
            lanes.resize(lanes.len().max(lane + 1), 0);
            if let Some(taken) = lanes.get_mut(lane) {
                *taken = dated.end();
            }
            timeline.moments.push(Moment {
                when: formatter.period(dated.period, &phrases.period),
                start: at(dated.first),
                end: at(dated.end()),
                lane: u8::try_from(lane).unwrap_or(u8::MAX),
                shape: shape(dated.period),
                facts: dated.facts.0.clone(),
                said: dated.facts.1.clone(),
            });
        }
        start += length + gap;
        before = Some(end);
    }
    timeline
}

/// Everything that is dated, in order of time; what lasts longer first.
fn dated(story: &Story) -> Vec<Dated<'_>> {
    let mut moments: BTreeMap<(i64, i64, String), (&Period, Facts)> = BTreeMap::new();
    for (number, fact) in story.facts.iter().enumerate() {
        let Some(period) = fact.date.as_ref().or(fact.said.as_ref()) else { continue };
        let (first, last) = (first_day(period.from), last_day(period.to));
        // A month and the period of its days are told differently.
        let (_, facts) =
            moments.entry((first, -last, period.to_string())).or_insert_with(|| (period, Facts::default()));
        if fact.date.is_some() { &mut facts.0 } else { &mut facts.1 }.push(position(number));
    }
    let dated = moments.into_iter();
    dated.map(|((first, last, _), (period, facts))| Dated { period, first, last: -last, facts }).collect()
}

/// What stands on one stretch of the scale: moments between which no pause is long beside them.
fn runs<'d, 'p>(dated: &'d [Dated<'p>]) -> Vec<&'d [Dated<'p>]> {
    // Each run with its first day and the day after its last.
    let mut runs: Vec<(std::ops::Range<usize>, i64, i64)> =
        dated.iter().enumerate().map(|(at, dated)| (at..at + 1, dated.first, dated.end())).collect();
    loop {
        let pauses = runs.iter().zip(runs.iter().skip(1)).enumerate().filter_map(|(at, (one, next))| {
            let pause = next.1 - one.2;
            (pause <= LONG * (one.2 - one.1).max(next.2 - next.1)).then_some((pause, at))
        });
        let Some((_, at)) = pauses.min() else { break };
        let next = runs.remove(at + 1);
        if let Some(run) = runs.get_mut(at) {
            *run = (run.0.start..next.0.end, run.1, run.2.max(next.2));
        }
    }
    runs.into_iter().filter_map(|(run, ..)| dated.get(run)).collect()
}

fn gap_length(runs: usize) -> i64 {
    let gaps = i64::try_from(runs.saturating_sub(1)).unwrap_or(i64::MAX).max(1);
    GAP.min(GAPS / gaps)
}

/// How long each stretch is: by how much stands on it.
fn lengths(runs: &[&[Dated]]) -> Vec<i64> {
    let count = |run: &&[Dated]| i64::try_from(run.len()).unwrap_or(i64::MAX).min(WHOLE) + 1;
    let room =
        WHOLE - gap_length(runs.len()) * i64::try_from(runs.len().saturating_sub(1)).unwrap_or(i64::MAX).min(GAPS);
    let all: i64 = runs.iter().map(count).sum::<i64>().max(1);
    runs.iter().map(|run| count(run) * room / all).collect()
}

/// The year or years of a stretch.
fn years(run: &[Dated], formatter: &Formatter, phrases: &Phrases) -> String {
    let from = run.iter().map(|dated| dated.period.from.year).min().unwrap_or_default();
    let to = run.iter().map(|dated| dated.period.to.year).max().unwrap_or_default();
    let [first, last] = [from, to].map(|year| formatter.plain(year.into()));
    if from == to { first } else { fill(&phrases.period, &[("from", &first), ("to", &last)]) }
}

/// So many days in words, rounded down to whole years, months or days.
fn pause(days: i64, phrases: &Phrases) -> String {
    let days = usize::try_from(days).unwrap_or_default();
    // The calendar begins anew after 400 years.
    match (days * 400 / DAYS_IN_400_YEARS, days * 400 * 12 / DAYS_IN_400_YEARS) {
        (0, 0) => phrases.days.for_count(days),
        (0, months) => phrases.months.for_count(months),
        (years, _) => phrases.years.for_count(years),
    }
}

/// The most that [`pause`] counts in a story.
pub(super) fn longest_pause(story: &Story) -> usize {
    let dates = || story.facts.iter().flat_map(|fact| fact.date.iter().chain(&fact.said));
    let first = dates().map(|period| period.from.year).min().unwrap_or_default();
    let last = dates().map(|period| period.to.year).max().unwrap_or_default();
    usize::from(last.saturating_sub(first)).max(31)
}

fn shape(period: &Period) -> Shape {
    if period.from.day.is_none() || period.to.day.is_none() {
        Shape::Vague
    } else if period.from == period.to {
        Shape::Day
    } else {
        Shape::Period
    }
}

fn first_day(date: Date) -> i64 {
    day_number(date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

/// The number of the last day that a date may be.
pub(super) fn last_day(date: Date) -> i64 {
    match date {
        Date { year, month: Some(month), day: Some(day) } => day_number(year, month, day),
        Date { year, month: Some(month), day: None } if month < 12 => day_number(year, month + 1, 1) - 1,
        Date { year, .. } => day_number(year + 1, 1, 1) - 1,
    }
}
