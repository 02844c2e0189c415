use crate::{
    measure::mounts::Mounted,
    report::{
        number::{count, number},
        table::table,
    },
};

/// What elements leave behind.
pub fn section(mounts: &[Mounted]) -> String {
    let rows: Vec<Vec<String>> = mounts
        .iter()
        .map(|mounted| {
            let held = mounted.held;
            vec![
                count(mounted.times),
                number(held.nodes),
                number(held.listeners),
                number(held.js_heap_bytes / 1e6),
                number(held.wasm_bytes / 1e6),
            ]
        })
        .collect();
    format!(
        "<section id=\"mounts\"><h2>There and gone, again and again</h2>\n\
         <p>Ours put into a page and taken out of it, each time until it is ready, beside one that stays. What the page holds \
         after a collection of garbage. The goal: no growth in listeners, nodes or memory of the engine after the first ten \
         times.</p>\n{}</section>\n",
        table(&["times", "nodes", "listeners", "script’s memory, MB", "engine’s memory, MB"], &rows)
    )
}
