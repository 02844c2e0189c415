use super::name;
use crate::{
    measure::wire::Wire,
    report::{
        number::count,
        plot::{Bar, bars},
        table::{escaped, table},
    },
    server::Sent,
};

/// The bytes on the wire.
pub fn section(wire: &[Wire]) -> String {
    let first = wire.first().map(|one| one.language.as_str()).unwrap_or_default();
    let of_first = || wire.iter().filter(|one| one.language == first);
    let plot: Vec<Bar> = of_first()
        .map(|one| Bar {
            name: name(one.way, one.in_article),
            class: one.way.id(),
            first: kilobytes(one.before),
            second: kilobytes(one.after),
        })
        .collect();
    let rows: Vec<Vec<String>> = wire
        .iter()
        .map(|one| vec![name(one.way, one.in_article), escaped(&one.language), count(one.before), count(one.after)])
        .collect();
    let files: Vec<String> = of_first()
        .map(|one| {
            format!(
                "<details><summary>{}</summary><p>Before: {}</p><p>After: {}</p></details>\n",
                name(one.way, one.in_article),
                list(&one.files_before),
                list(&one.files_after)
            )
        })
        .collect();
    format!(
        "<section id=\"wire\"><h2>On the wire</h2>\n\
         <p>The real story, each file with Brotli at quality 11, without headers: what the browser asks for. Before an \
         activation: until the page has loaded. After it: what the first letter in the search brings besides. Ours brings the \
         story in all of its languages with the engine. Pagefind brings its program and the pieces of its index that the \
         letter needs; each further word may bring more, and each result a file of its own. The others have everything in \
         the page.</p>\n<p>Kilobytes in the first language, before and after activation:</p>\n{}{}\
         <p>What is counted, in the first language:</p>\n{}</section>\n",
        bars("Kilobytes on the wire before and after activation", &plot),
        table(&["", "language", "before, bytes", "after, bytes"], &rows),
        files.concat()
    )
}

#[expect(clippy::cast_precision_loss, reason = "no file has that many bytes")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

fn list(files: &[Sent]) -> String {
    if files.is_empty() {
        return "nothing".to_owned();
    }
    let files: Vec<String> =
        files.iter().map(|file| format!("{} {}", escaped(&file.path), count(file.bytes))).collect();
    files.join(", ")
}
