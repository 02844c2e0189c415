//! What is dated: a scale that shows when, and below it what, in order of time.

use fact_cards_story::edition::{FactId, Moment, Shape, Stretch};
use yew::prelude::*;

use super::{
    entry::entry,
    pages::{self, on_page},
    view,
};
use crate::{
    components::shared::{Scene, card_link::address, link::followed, markup::html},
    state::{Action, View},
};

/// Where the marks begin below the years, in tenths of an em.
const TOP: u8 = 15;
/// The height of a line on which moments are drawn, in tenths of an em.
const LANE: u8 = 16;
/// How many lines are drawn; what is on a further one is drawn on the last.
const LANES: u8 = 5;

/// A fact at the time of which it speaks, or at which it was said.
#[derive(Clone, Copy)]
struct Dated<'s> {
    at: usize,
    moment: &'s Moment,
    fact: FactId,
    said: bool,
}

pub(crate) fn timeline(scene: &Scene) -> Html {
    let dated = dated(scene);
    let shown = on_page(scene, &dated);
    let words = scene.words();
    let moments = || dated.chunk_by(|one, other| one.at == other.at).filter_map(|facts| Some((facts.first()?, facts)));
    let lanes = moments().map(|(first, _)| first.moment.lane.min(LANES - 1) + 1).max().unwrap_or_default();
    // On several pages there would be more marks than can be told apart.
    let several = pages::are_several(scene, dated.len());
    let lanes = if several { LANES } else { lanes };
    // Marks hang on their line, columns stand on it.
    let line = if several { TOP + LANES * LANE } else { TOP + 5 };
    // The foot of what stands below the marks.
    let below = TOP + lanes * LANE + 12;
    let in_list = shown.chunk_by(|one, other| one.at == other.at).filter_map(|facts| Some((facts.first()?, facts)));
    let inside = html! {
        <>
            <svg class="scale" role="group" aria-label={words.view_timeline.clone()} height={ems(below + 5)}>
                { for scene.edition.timeline.stretches.iter().enumerate().map(|(at, part)| stretch(scene, at, part, line, below)) }
                if several {
                    { for columns(scene, &dated, shown) }
                    { for ends(scene, below + 12) }
                } else {
                    { for moments().map(|(first, facts)| {
                        let next = moments().map(|(next, _)| next.moment.start).find(|start| *start > first.moment.start);
                        // On several lines words would stand on marks.
                        let room = if lanes == 1 { next.unwrap_or(1000).saturating_sub(first.moment.start) } else { 0 };
                        mark(scene, first, kinds(scene, facts), room, below)
                    }) }
                }
            </svg>
            <ol class="moments" role="list">
                { for in_list.map(|(first, facts)| html! {
                    <li key={first.at} class="moment" data-kinds={kinds(scene, facts)} data-shape={shape(first.moment)}>
                        <@{scene.heading()} class="moment-when">{ first.moment.when.as_str() }</@>
                        <ul class="entries" role="list">
                            { for facts.iter().map(|dated| {
                                entry(scene, dated.fact, dated.said.then_some(&words.said_then), None)
                            }) }
                        </ul>
                    </li>
                }) }
            </ol>
            { view::rest(scene, dated.len(), &words.undated) }
        </>
    };
    let facts: Vec<FactId> = shown.iter().map(|dated| dated.fact).collect();
    view::view(scene, View::Timeline, dated.len(), &words.nothing_dated, &facts, inside)
}

/// Everything that is dated and matches, in order of time.
fn dated<'s>(scene: &Scene<'s>) -> Vec<Dated<'s>> {
    let of_moment = |(at, moment): (usize, &'s Moment)| {
        let facts = moment.facts.iter().map(|fact| (*fact, false)).chain(moment.said.iter().map(|fact| (*fact, true)));
        facts.map(move |(fact, said)| Dated { at, moment, fact, said })
    };
    let every = scene.edition.timeline.moments.iter().enumerate().flat_map(of_moment);
    every.filter(|dated| scene.is_found(dated.fact)).collect()
}

/// How many columns stand side by side where there are too many moments for a mark each.
const COLUMNS: usize = 60;

/// Where the scale begins and ends, below the columns: whatever is found, it is that of the whole story.
fn ends(scene: &Scene, below: u8) -> Vec<Html> {
    let moments = &scene.edition.timeline.moments;
    let ends = [(0, "scale-first", moments.first()), (1000, "scale-last", moments.last())];
    let end = |(position, class, moment): (u16, &'static str, Option<&Moment>)| {
        let when = moment?.when.as_str();
        Some(html! { <text key={class} {class} x={at(scene, position)} y={ems(below)}>{ when }</text> })
    };
    ends.into_iter().filter_map(end).collect()
}

/// How much there is at each time, as columns. Each turns to the page where its time begins; those are told apart of which
/// something is on the page that is shown.
fn columns(scene: &Scene, dated: &[Dated], shown: &[Dated]) -> Vec<Html> {
    let mut columns: Vec<Option<(usize, usize)>> = vec![None; COLUMNS];
    for (place, dated) in dated.iter().enumerate() {
        debug_assert!(column_of(dated.moment) < columns.len(), "every moment has a column");
        if let Some(column) = columns.get_mut(column_of(dated.moment)) {
            let (first, count) = column.unwrap_or((place, 0));
            *column = Some((first.min(place), count + 1));
        }
    }
    let most = columns.iter().flatten().map(|(_, count)| *count).max().unwrap_or(1);
    let room = usize::from(LANES * LANE);
    let column = |(key, column): (usize, &Option<(usize, usize)>)| {
        let (first, count) = (*column)?;
        let when = dated.get(first)?.moment.when.as_str();
        let height = u8::try_from((count * room / most).max(2)).unwrap_or(u8::MAX);
        // Where the other way round is the way to read, a column begins at its end.
        let begins = key + usize::from(scene.edition.right_to_left);
        let start = u16::try_from(begins * 1000 / COLUMNS).unwrap_or_default();
        let label = format!("{when}: {}", scene.words().facts.for_count(count));
        let is_shown = |dated: &Dated| column_of(dated.moment) == key;
        let rect = html! {
            <rect
                class="column"
                data-current={shown.iter().any(is_shown).then_some("")}
                x={at(scene, start)}
                y={ems(TOP + LANES * LANE - height)}
                width="1.4%"
                height={ems(height)}
            />
        };
        Some(pages::to_entry(scene, key, first, label, rect))
    };
    columns.iter().enumerate().filter_map(column).collect()
}

/// The column of a moment. The last one has the end of the scale too.
fn column_of(moment: &Moment) -> usize {
    (usize::from(moment.start) * COLUMNS / 1000).min(COLUMNS - 1)
}

/// Tenths of an em as a length. Whole numbers, since writing others takes kilobytes in the wasm.
fn ems(tenths: u8) -> String {
    format!("{}.{}em", tenths / 10, tenths % 10)
}

/// Where a position of the scale is in the drawing, which runs the other way where the language does.
fn at(scene: &Scene, position: u16) -> String {
    view::percent(if scene.edition.right_to_left { 1000_u16.saturating_sub(position) } else { position })
}

/// A part of the scale: its line, its years, and how long nothing happens before it.
fn stretch(scene: &Scene, key: usize, part: &Stretch, line: u8, below: u8) -> Html {
    let middle = at(scene, u16::midpoint(part.start, part.end));
    let line = ems(line);
    let before = key.checked_sub(1).and_then(|before| scene.edition.timeline.stretches.get(before));
    let gap = before.zip(part.gap.as_ref());
    html! {
        <g {key}>
            <line class="scale-line" x1={at(scene, part.start)} x2={at(scene, part.end)} y1={line.clone()} y2={line.clone()} />
            <text class="scale-years" x={middle} y="1em">{ part.label.as_str() }</text>
            if let Some((before, gap)) = gap {
                <line class="scale-gap" x1={at(scene, before.end)} x2={at(scene, part.start)} y1={line.clone()} y2={line.clone()} />
                <text class="scale-pause" x={at(scene, u16::midpoint(before.end, part.start))} y={ems(below)}>{ gap.as_str() }</text>
            }
        </g>
    }
}

/// How much of a scale that has room for words a letter takes at most, in thousandths.
const LETTER: usize = 8;

/// A moment on the scale. It opens the card of its first fact, whose name stands below where there is `room` for it on a wide
/// page, in thousandths of the scale.
fn mark(scene: &Scene, &Dated { moment, fact, .. }: &Dated, kinds: Option<String>, room: u16, below: u8) -> Html {
    let Some(known) = scene.edition.fact(fact) else { return Html::default() };
    let y = ems(moment.lane.min(LANES - 1) * LANE + TOP + 4);
    let home = scene.card(known.home);
    let name = home.map_or("", |card| card.name.shown());
    let label = format!("{}: {name}", moment.when);
    // The letters of some scripts are twice as wide.
    let letters: usize = name.chars().map(|letter| if letter < '\u{2e80}' { 1 } else { 2 }).sum();
    let onclick = followed(scene, Action::OpenFact(fact, known.home));
    html! {
        <a href={address(scene, known.home, "fact", &known.id)} data-kinds={kinds} aria-label={label} {onclick}>
            { bar(scene, moment, "mark", home.map(|card| card.kind.key()), y.clone()) }
            // What is known vaguely is hollow.
            if moment.shape == Shape::Vague {
                { bar(scene, moment, "mark-inside", None, y) }
            }
            if letters * LETTER <= usize::from(room) {
                <text class="scale-what" x={at(scene, moment.start)} y={ems(below)}>{ name }</text>
            }
        </a>
    }
}

/// A bar for as long as a moment lasts, with a border so thick that it is a dot at least, whatever the scale.
fn bar(scene: &Scene, moment: &Moment, class: &'static str, kind: Option<&'static str>, y: String) -> Html {
    // Not quite none: what has no length at all is not drawn, and no pointer finds it.
    let end = moment.end.max(moment.start + 1);
    let start = if scene.edition.right_to_left { end } else { moment.start };
    html! { <rect {class} data-kind={kind} x={at(scene, start)} width={view::percent(end - moment.start)} {y} height="0.2em" /> }
}

/// The kinds of card on which something of a moment stands.
fn kinds(scene: &Scene, dated: &[Dated]) -> Option<String> {
    scene.kinds_of(&dated.iter().map(|dated| dated.fact).collect::<Vec<FactId>>())
}

fn shape(moment: &Moment) -> &'static str {
    match moment.shape {
        Shape::Day => "day",
        Shape::Period => "period",
        Shape::Vague => "vague",
    }
}
