use crate::{
    report::{
        number::count,
        table::{escaped, table},
    },
    wasm::{Engine, Group},
};

/// The shares of the engine's size.
pub fn section(engine: &Engine) -> String {
    let total = engine.code;
    let groups = |groups: &[Group], most: usize| {
        let rows: Vec<Vec<String>> = groups
            .iter()
            .take(most)
            .map(|group| {
                vec![format!("<code>{}</code>", escaped(&group.name)), count(group.bytes), share(group.bytes, total)]
            })
            .collect();
        table(&["", "bytes", "of all code"], &rows)
    };
    let whole = [("code", engine.code), ("texts and tables", engine.data), ("all else", engine.rest)];
    let whole: Vec<Vec<String>> = whole.into_iter().map(|(name, bytes)| vec![name.to_owned(), count(bytes)]).collect();
    format!(
        "<section id=\"wasm\"><h2>What takes how much of the engine</h2>\n\
         <p>The engine without a story, {} bytes before compression as it is published; attributed in one that is built by the \
         same steps and keeps its names. A function belongs to the first crate in its name that does not come with Rust: what \
         the standard library does for a type of ours, we could save. What is inlined belongs to where it went.</p>\n{}\
         <h3>By crate</h3>\n{}<h3>Our own parts</h3>\n{}<h3>The largest functions</h3>\n{}</section>\n",
        count(engine.published),
        table(&["", "bytes"], &whole),
        groups(&engine.crates, 20),
        groups(&engine.parts, 40),
        groups(&engine.functions, 40)
    )
}

#[expect(clippy::cast_precision_loss, reason = "no engine has that many bytes")]
fn share(bytes: usize, total: usize) -> String {
    format!("{:.1} %", bytes as f64 / total as f64 * 100.0)
}
