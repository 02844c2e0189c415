use std::fmt::Write;

use super::not_measured;
use crate::{
    act::Act,
    event_timing::LEAST,
    measure::{
        load::SLOWER,
        touch::{FirstTouch, LEAST_TASK, SEEDS, Touch, Touches},
    },
    page::PHONE,
    report::{
        goals::{START, TASK, TOUCH, WORST_FIRST, is_start_soon, is_touch_soon, yes_or_no},
        number::{count, number, summary},
        table::table,
    },
    way::Way,
};

/// What a reader on a phone waits for.
pub fn section(touches: &Touches) -> String {
    let Touches { starts, measured, left_out } = touches;
    let [width, height] = PHONE;
    let mut html = format!(
        "<section id=\"touch\"><h2>What a touch takes</h2>\n\
         <p>A phone of {width} by {height} px whose processor is {SLOWER} times slower once the page has loaded; real touches and \
         keys, in the page of each way. To the next paint: the longest event of the touch, as Event Timing tells it, in steps \
         of 8 ms; {} stands for anything up to that. Painted: to two frames after the outcome, which may come later than the \
         next paint. Longest task: until the page rests; {} stands for anything up to that. Milliseconds, medians, the worst \
         in brackets; of the peers the time to the next paint, and behind it the median until painted. A dash stands where a way \
         has nothing of the kind, or where it is left out. Animations are off, and ours fetches nothing in advance.</p>\n\
         <p>The goals: {} ms to the next paint, {} ms for a first letter at worst; {} ms from the first touch until it works; no \
         task longer than {} ms.</p>\n",
        number(LEAST),
        number(LEAST_TASK),
        number(TOUCH),
        number(WORST_FIRST),
        number(START),
        number(TASK)
    );
    for start in starts {
        let of_story: Vec<&Touch> = measured.iter().filter(|touch| touch.story == start.story).collect();
        let title = story_of(&start.story, start.cards);
        // Writing into a text does not fail.
        let _ = write!(html, "<h3>In {title}</h3>\n{}{}", first_touch(start), acts(&of_story));
    }
    html + &not_measured(left_out) + "</section>\n"
}

/// Which story it is, for people.
pub fn story_of(story: &str, cards: usize) -> String {
    let cards = count(cards);
    if story == SEEDS { format!("the first story, {cards} cards") } else { format!("a story of {cards} cards") }
}

/// From the first touch of ours until it works.
fn first_touch(start: &FirstTouch) -> String {
    let row = vec![
        "From the first touch until what was typed meanwhile is found".to_owned(),
        summary(&start.works),
        summary(&start.painted),
        summary(&start.longest_task),
        yes_or_no(is_start_soon(start)),
    ];
    table(&["ours", "on the page, ms", "painted, ms", "longest task, ms", "goals reached"], &[row])
}

/// A row for each act.
fn acts(touches: &[&Touch]) -> String {
    let rows = Act::TOUCH.into_iter().filter_map(|act| {
        let of = |way: Way| touches.iter().find(|touch| (touch.way, touch.act) == (way, act));
        let ours = of(Way::Ours)?;
        let mut row = vec![
            act.name().to_owned(),
            summary(&ours.next_paint),
            summary(&ours.painted),
            summary(&ours.longest_task),
            yes_or_no(is_touch_soon(ours)),
        ];
        row.extend(Way::ALL.into_iter().skip(1).map(|way| match of(way) {
            Some(peer) => format!("{}, {}", summary(&peer.next_paint), number(peer.painted.median)),
            None => number(f64::NAN),
        }));
        Some(row)
    });
    let mut headings = vec!["ours and peers", "next paint, ms", "painted, ms", "longest task, ms", "goals reached"];
    headings.extend(Way::ALL.into_iter().skip(1).map(Way::name));
    table(&headings, &rows.collect::<Vec<_>>())
}
