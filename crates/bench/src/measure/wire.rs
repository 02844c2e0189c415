//! What a reader downloads, as the browser asks for it and the server sends it: bodies, with Brotli at quality 11.

use anyhow::Result;
use serde::Serialize;

use super::visit::await_outcome;
use crate::{
    browser::Browser,
    page::Page,
    server::{Sending, Sent},
    sites::{Sites, path_of},
    way::{SEARCH, Way},
};

/// What one way sends in one language.
#[derive(Debug, Serialize)]
pub struct Wire {
    pub way: Way,
    /// Whether that is in an article, where ours stands, or on a page of its own.
    pub in_article: bool,
    pub language: String,
    /// Bytes before activation: until the page has loaded and rests.
    pub before: usize,
    /// Bytes that the first letter in the search brings besides.
    pub after: usize,
    pub files_before: Vec<Sent>,
    pub files_after: Vec<Sent>,
}

/// Measures each way in each language. Once: there is nothing in it that varies.
pub fn measure(sites: &Sites, browser: &mut Browser) -> Result<Vec<Wire>> {
    let mut all = Vec::new();
    for (way, in_article) in std::iter::once((Way::Ours, true)).chain(Way::ALL.map(|way| (way, false))) {
        for (place, story) in sites.editions.iter().enumerate() {
            let server = sites.serve(way, Sending::Compressed)?;
            let mut page = Page::new(browser, &format!("{} in {}", way.name(), story.language))?;
            // Our page fetches in advance what it needs without network, but not for readers who save data.
            page.save_data()?;
            page.open(&server.at(&path_of(place, &story.language, in_article)))?;
            page.until("bench.readable !== null")?;
            page.run("bench.rest()")?;
            let files_before = server.sent();
            if way != Way::Ours {
                page.until("bench.ready !== null")?;
            }
            page.click(SEARCH)?;
            page.until("bench.ready !== null")?;
            await_outcome(&mut page, |page| page.type_letter('m'))?;
            let files_after = server.sent();
            page.close()?;
            let sum = |files: &[Sent]| files.iter().map(|file| file.bytes).sum();
            let language = story.language.clone();
            let (before, after) = (sum(&files_before), sum(&files_after));
            all.push(Wire { way, in_article, language, before, after, files_before, files_after });
        }
    }
    Ok(all)
}
