//! What is dated: a scale that shows when, and below it what, in order of time.

use fact_cards_story::edition::{Moment, Shape, Stretch};
use yew::prelude::*;

use super::{Scene, card_link::followed, entry::entry, view};
use crate::state::{Action, View};

/// Where the marks begin below the years, in tenths of an em.
const TOP: u8 = 15;
/// The height of a line on which moments are drawn, in tenths of an em.
const LANE: u8 = 16;
/// How many lines are drawn; what is on a further one is drawn on the last.
const LANES: u8 = 5;

pub(super) fn timeline(scene: &Scene) -> Html {
    let shown: Vec<(usize, &Moment, Vec<u16>, Vec<u16>)> = scene
        .edition
        .timeline
        .moments
        .iter()
        .enumerate()
        .map(|(at, moment)| (at, moment, scene.found(&moment.facts), scene.found(&moment.said)))
        .filter(|(_, _, facts, said)| !facts.is_empty() || !said.is_empty())
        .collect();
    let words = scene.words();
    let dated: usize = shown.iter().map(|(_, _, facts, said)| facts.len() + said.len()).sum();
    let first = |(_, moment, facts, said): &(usize, &Moment, Vec<u16>, Vec<u16>)| {
        facts.first().or(said.first()).map(|fact| mark(scene, moment, *fact, kinds(scene, facts, said)))
    };
    let lanes = shown.iter().map(|(_, moment, ..)| moment.lane.min(LANES - 1) + 1).max().unwrap_or_default();
    // The foot of what stands below the marks.
    let below = TOP + lanes * LANE + 12;
    let inside = html! {
        <>
            <svg class="scale" role="group" aria-label={words.view_timeline.clone()} height={ems(below + 5)}>
                { for scene.edition.timeline.stretches.iter().enumerate().map(|(at, part)| stretch(scene, at, part, below)) }
                { for shown.iter().filter_map(first) }
            </svg>
            <ol class="moments" role="list">
                { for shown.iter().map(|(at, moment, facts, said)| html! {
                    <li key={*at} class="moment" data-kinds={kinds(scene, facts, said)} data-shape={shape(moment)}>
                        <@{scene.heading()} class="moment-when">{ moment.when.as_str() }</@>
                        <ul class="entries" role="list">
                            { for facts.iter().map(|fact| entry(scene, *fact, None, None)) }
                            { for said.iter().map(|fact| entry(scene, *fact, Some(&words.said_then), None)) }
                        </ul>
                    </li>
                }) }
            </ol>
            { view::rest(scene, dated, &words.undated) }
        </>
    };
    view::view(scene, View::Timeline, dated, &words.nothing_dated, inside)
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
fn stretch(scene: &Scene, key: usize, part: &Stretch, below: u8) -> Html {
    let middle = at(scene, u16::midpoint(part.start, part.end));
    let line = ems(TOP + 5);
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

/// A moment on the scale. It opens the card of its first fact.
fn mark(scene: &Scene, moment: &Moment, fact: u16, kinds: Option<String>) -> Html {
    let Some(known) = scene.edition.fact(fact) else { return Html::default() };
    let start = if scene.edition.right_to_left { moment.end } else { moment.start };
    let y = ems(moment.lane.min(LANES - 1) * LANE + TOP);
    let home = scene.card(known.home);
    let label = format!("{}: {}", moment.when, home.map_or("", |card| card.name.shown()));
    let onclick = followed(scene, Action::OpenFact(fact, known.home));
    html! {
        <a href={format!("#fact={}", known.id)} data-kinds={kinds} aria-label={label} {onclick}>
            <rect
                class="mark"
                data-kind={home.map(|card| card.kind.key())}
                data-shape={shape(moment)}
                x={at(scene, start)}
                width={view::percent(moment.end.saturating_sub(moment.start))}
                {y}
                height="1em"
                rx="0.5em"
            />
        </a>
    }
}

/// The kinds of card on which something of a moment stands.
fn kinds(scene: &Scene, facts: &[u16], said: &[u16]) -> Option<String> {
    scene.kinds_of(&[facts, said].concat())
}

fn shape(moment: &Moment) -> &'static str {
    match moment.shape {
        Shape::Day => "day",
        Shape::Period => "period",
        Shape::Vague => "vague",
    }
}
