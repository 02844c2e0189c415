use crate::{
    measure::search::Found,
    report::{
        number::count,
        table::{escaped, table},
    },
};

/// The quality of the searches.
pub fn section(found: &[Found]) -> String {
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|one| {
            vec![
                one.way.name().to_owned(),
                escaped(&one.story),
                format!("{} of {}", count(one.perfect), count(one.queries)),
                format!("{} of {}", count(one.right), count(one.wanted)),
                count(one.missed),
                count(one.wrong),
            ]
        })
        .collect();
    let missed: Vec<String> = found
        .iter()
        .filter(|one| !one.imperfect.is_empty())
        .map(|one| {
            let typed: Vec<String> =
                one.imperfect.iter().map(|typed| format!("<bdi>{}</bdi>", escaped(typed))).collect();
            format!(
                "<details><summary>{}, {}: {}</summary><p>{}</p></details>\n",
                one.way.name(),
                escaped(&one.story),
                count(one.imperfect.len()),
                typed.join(" · ")
            )
        })
        .collect();
    format!(
        "<section id=\"search\"><h2>What the search finds</h2>\n\
         <p>Every query of <code>tests/widget/queries.txt</code> for the real story in its languages, and for a small story \
         in many scripts, typed into each way’s page. The file is ours: it was written for our search, which passes it as a \
         test. It says which cards must be found and which must not; of the others it says nothing. Order does not count here. \
         Sources are not searched, but by List.js, which searches markup as it stands.</p>\n{}\
         <p>What was not answered as the file asks:</p>\n{}</section>\n",
        table(&["", "story", "queries answered in full", "cards found", "missed", "wrongly found"], &rows),
        missed.concat()
    )
}
