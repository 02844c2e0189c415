use std::fmt::Write;

use super::name;
use crate::{
    measure::{
        load::{Load, SLOWER},
        start::Start,
    },
    page::SLOW_4G,
    report::{
        number::{millions, number, summary},
        plot::{Bar, bars},
        table::{escaped, table},
    },
};

/// The times until cards can be read and used.
pub fn section(loads: &[Load]) -> String {
    let (latency, down, up) = SLOW_4G;
    let mut html = format!(
        "<section id=\"load\"><h2>To readable and to a first interaction</h2>\n\
         <p>The processor {SLOWER} times slower, the network a slow 4G: {} ms there and back, {} Mbit/s down, {} up. Milliseconds \
         from the address, medians, the worst in brackets. Readable: the first card is painted. First interaction: a letter is \
         typed into the search as soon as that has an effect, and its outcome is painted; that is at once with ours, which \
         keeps what is typed until the engine has come, and with the others when their scripts have run. Blocking: what \
         tasks take beyond 50 ms each until then. Shift: the layout shifts until the outcome that Chromium does not put down \
         to an input; it does so for half a second, so an outcome that comes later may count itself. Memory: \
         page, workers and WebAssembly afterwards.</p>\n",
        number(latency),
        number(down / 1e6),
        number(up / 1e6)
    );
    let mut stories: Vec<&str> = loads.iter().map(|load| load.story.as_str()).collect();
    stories.dedup();
    for story in stories {
        let of_story = || loads.iter().filter(|load| load.story == story);
        let plot: Vec<Bar> = of_story()
            .map(|load| Bar {
                name: name(load.way, load.in_article),
                class: load.way.id(),
                first: load.readable.median,
                second: (load.interaction.median - load.readable.median).max(0.0),
            })
            .collect();
        let rows: Vec<Vec<String>> = of_story()
            .map(|load| {
                vec![
                    name(load.way, load.in_article),
                    summary(&load.first_paint),
                    summary(&load.readable),
                    summary(&load.interaction),
                    summary(&load.blocking),
                    summary(&load.shift),
                    millions(&load.memory),
                ]
            })
            .collect();
        let headings =
            ["", "first paint, ms", "readable, ms", "interaction, ms", "blocking, ms", "shift", "memory, MB"];
        // Writing into a text does not fail.
        let _ = write!(
            html,
            "<h3>{}</h3>\n<p>Milliseconds to readable, and from there to the first interaction:</p>\n{}{}",
            escaped(story),
            bars("Milliseconds to readable and to a first interaction", &plot),
            table(&headings, &rows)
        );
    }
    html + "</section>\n"
}

/// The start of the engine.
pub fn start(start: &Start) -> String {
    let rows = [
        vec!["from the last byte of the engine".to_owned(), summary(&start.after_last_byte)],
        vec!["from the click, with a network that takes no time".to_owned(), summary(&start.after_activation)],
    ];
    format!(
        "<section id=\"start\"><h2>From activation to working</h2>\n\
         <p>Ours in an article with the real story, the processor {SLOWER} times slower, until <code>fact-cards-ready</code>. \
         The goal is 150 ms after the last byte.</p>\n{}<p>What the main thread does from the click until the page rests: \
         script {} ms, style {} ms, layout {} ms, paint {} ms.</p>\n</section>\n",
        table(&["", "ms"], &rows),
        number(start.parts.script),
        number(start.parts.style),
        number(start.parts.layout),
        number(start.parts.paint)
    )
}
