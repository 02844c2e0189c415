use crate::{
    measure::build::Build,
    report::{
        number::{number, summary},
        table::table,
    },
};

/// The time until an editor sees a saved change.
pub fn section(build: &Build) -> String {
    let mut rows = vec![
        vec!["from a saved story to the reloaded page, warm".to_owned(), summary(&build.warm)],
        vec!["from the command to the page, everything compiled".to_owned(), number(build.start)],
    ];
    rows.extend(build.cold.map(|cold| {
        vec!["from the command to the page, nothing compiled, tools installed (once)".to_owned(), number(cold)]
    }));
    format!(
        "<section id=\"build\"><h2>From a saved story to a page that shows it</h2>\n\
         <p><code>cargo xtask serve</code> with the real story, in seconds. The goal is one second, warm.</p>\n{}</section>\n",
        table(&["", "seconds"], &rows)
    )
}
