//! Precision and recall of each way's search.

use anyhow::Result;
use fs_err as fs;
use serde::Serialize;

use super::visit::{await_outcome, clear_search, open_ready};
use crate::{
    browser::Browser,
    options::Options,
    page::Page,
    queries::{Outcome, Query, queries},
    server::Sending,
    sites::{Sites, path_of},
    way::{SEARCH, Way},
};

/// How one way answers the queries for one story in one language. Numbers are of cards, but for `queries` and `perfect`.
#[derive(Debug, Serialize)]
pub struct Found {
    pub way: Way,
    pub story: String,
    pub queries: usize,
    /// The number of queries with exactly the right result.
    pub perfect: usize,
    pub wanted: usize,
    /// Of what is wanted.
    pub right: usize,
    pub missed: usize,
    pub wrong: usize,
    /// The other queries, as typed.
    pub imperfect: Vec<String>,
}

/// Runs the queries of our own tests against each way, in a story of that name.
pub fn measure(options: &Options, name: &str, sites: &Sites, browser: &mut Browser) -> Result<Vec<Found>> {
    let file = options.project.join("tests/widget/queries.txt");
    let text = fs::read_to_string(&file)?;
    let queries = queries(&text)?;
    let mut all = Vec::new();
    for way in Way::ALL {
        let server = sites.serve(way, Sending::AsTheyAre)?;
        for (place, story) in sites.editions.iter().enumerate() {
            let of_story = if place == 0 { name.to_owned() } else { format!("{name}/{}", story.language) };
            let asked: Vec<&Query> = queries.iter().filter(|query| query.story == of_story).collect();
            if asked.is_empty() {
                continue;
            }
            println!("  {of_story}: {}", way.name());
            let mut page = Page::new(browser, &format!("{} in {of_story}", way.name()))?;
            open_ready(&mut page, way, &server.at(&path_of(place, &story.language, false)))?;
            let mut found = Found {
                way,
                story: of_story,
                queries: asked.len(),
                perfect: 0,
                wanted: 0,
                right: 0,
                missed: 0,
                wrong: 0,
                imperfect: Vec::new(),
            };
            for query in asked {
                let shown = ask(&mut page, &query.typed)?;
                found.add(query, query.outcome(&shown));
            }
            all.push(found);
            page.close()?;
        }
    }
    Ok(all)
}

impl Found {
    fn add(&mut self, query: &Query, outcome: Outcome) {
        self.wanted += query.wanted.len();
        self.right += outcome.found;
        self.missed += outcome.missed;
        self.wrong += outcome.wrong;
        if outcome.missed == 0 && outcome.wrong == 0 {
            self.perfect += 1;
        } else {
            self.imperfect.push(query.typed.clone());
        }
    }
}

/// Types a query into the empty field. Returns the cards found.
fn ask(page: &mut Page, typed: &str) -> Result<Vec<String>> {
    page.run(&format!("{SEARCH}.focus()"))?;
    // List.js reacts to key events only, so the last letter is typed by a key.
    let mut letters = typed.chars();
    let last = letters.next_back();
    let before = letters.as_str();
    if !before.is_empty() {
        page.insert(before)?;
    }
    await_outcome(page, |page| last.map_or(Ok(()), |letter| page.type_letter(letter)))?;
    let shown = page.value("(window.benchFound ?? bench.shown)()")?;
    clear_search(page)?;
    Ok(shown)
}
