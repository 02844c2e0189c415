use std::fmt::Write;

use super::not_measured;
use crate::{
    act::Act,
    measure::usage::{Usage, Usages},
    report::{
        number::{count, number, summary},
        plot::{Line, Plot, lines},
        table::table,
    },
    way::Way,
};

/// The work of keys, filters, orders and views.
pub fn section(usages: &Usages) -> String {
    let Usages { measured: usages, left_out } = usages;
    let mut html = "<section id=\"use\"><h2>A key, a filter, a sort, a change of view</h2>\n\
        <p>Real keys and clicks. Work: what the main thread spends on script, style, layout and paint until the page rests, from \
        a trace, without waiting for the frame. Painted: from the input to the end of the first frame that has the outcome. \
        Milliseconds, medians, the worst in brackets. The parts are those of the round nearest to the median. For keys the \
        first three letters of a word count alike. What takes longer than two seconds until it is painted is left out of \
        further rounds and larger stories, and all of a way whose page takes longer than thirty seconds until it works. \
        Animations are off.</p>\n\
        <p>Pagefind waits 300 ms after the last letter, as it comes, and searches in a worker, whose work does not count here; \
        it shows excerpts, and loads only those in sight. It has no component for sorting: its instance is told. The other \
        peers show whole cards. None of them has views.</p>\n"
        .to_owned();
    for act in Act::USE {
        let of_act = || usages.iter().filter(|usage| usage.act == act);
        if of_act().next().is_none() {
            continue;
        }
        // Writing into a text does not fail.
        let _ = write!(
            html,
            "<h3>{}</h3>\n<div class=\"pair\">{}{}</div>\n{}",
            act.name(),
            plot(&format!("{}: work by number of cards", act.name()), "work, ms", usages, act, |usage| usage
                .work
                .median),
            plot(
                &format!("{}: time to the painted frame by number of cards", act.name()),
                "painted, ms",
                usages,
                act,
                |usage| usage.painted.median
            ),
            rows(of_act())
        );
    }
    html + &growth(usages) + &not_measured(left_out) + "</section>\n"
}

fn plot(title: &str, upwards: &str, usages: &[Usage], act: Act, value: fn(&Usage) -> f64) -> String {
    let drawn: Vec<Line> = Way::ALL
        .into_iter()
        .map(|way| Line {
            name: way.name().to_owned(),
            class: way.id(),
            points: usages
                .iter()
                .filter(|usage| usage.way == way && usage.act == act)
                .map(|usage| (size(usage.cards), value(usage)))
                .collect(),
        })
        .filter(|line| !line.points.is_empty())
        .collect();
    lines(&Plot { title, across: "cards", upwards }, &drawn)
}

#[expect(clippy::cast_precision_loss, reason = "no story has that many cards")]
fn size(cards: usize) -> f64 {
    cards as f64
}

fn rows<'u>(usages: impl Iterator<Item = &'u Usage>) -> String {
    let rows: Vec<Vec<String>> = usages
        .map(|usage| {
            let parts = usage.parts;
            vec![
                usage.way.name().to_owned(),
                count(usage.cards),
                summary(&usage.work),
                number(parts.script),
                number(parts.style),
                number(parts.layout),
                number(parts.paint),
                summary(&usage.painted),
            ]
        })
        .collect();
    table(&["", "cards", "work", "script", "style", "layout", "paint", "painted"], &rows)
}

/// The ratio of the work with the largest story to that with the smallest, for each way.
fn growth(usages: &[Usage]) -> String {
    let mut rows = Vec::new();
    for way in Way::ALL {
        for act in Act::USE {
            let of_both = || usages.iter().filter(|usage| usage.way == way && usage.act == act);
            let (least, most) = (of_both().min_by_key(|usage| usage.cards), of_both().max_by_key(|usage| usage.cards));
            if let Some((least, most)) = least.zip(most)
                && least.cards < most.cards
            {
                rows.push(vec![
                    way.name().to_owned(),
                    act.name().to_owned(),
                    format!("{} to {}", count(least.cards), count(most.cards)),
                    number(most.work.median / least.work.median),
                ]);
            }
        }
    }
    format!(
        "<h3>Growth</h3>\n<p>How many times as much work the largest story takes that was measured as the smallest.</p>\n{}",
        table(&["", "", "cards", "times the work"], &rows)
    )
}
