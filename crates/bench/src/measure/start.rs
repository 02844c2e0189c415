//! The start of our engine on a slow machine: from its last byte until it works.

use anyhow::Result;
use serde::Serialize;

use super::{load::SLOWER, visit::respond};
use crate::{
    browser::Browser,
    options::Options,
    page::Page,
    server::Sending,
    sites::{Sites, path_of},
    stats::Summary,
    trace::Work,
    way::{SEARCH, Way},
};

/// In milliseconds.
#[derive(Debug, Serialize)]
pub struct Start {
    /// From the last byte of the engine, WebAssembly and script, to `fact-cards-ready`.
    pub after_last_byte: Summary,
    /// From the click to `fact-cards-ready`, without network latency.
    pub after_activation: Summary,
    /// What the main thread does from the click until the page rests, of the visit with the median sum, in visits that are
    /// traced and not timed.
    pub parts: Work,
}

/// Measures it in an article, where nothing is fetched before activation.
pub fn measure(options: &Options, sites: &Sites, browser: &mut Browser) -> Result<Option<Start>> {
    let server = sites.serve(Way::Ours, Sending::Compressed)?;
    let address = server.at(&path_of(0, &sites.first()?.language, true));
    let (mut last_byte, mut activation, mut works) = (Vec::new(), Vec::new(), Vec::new());
    let rounds = options.rounds(15);
    for round in 0..=rounds {
        let mut page = slow_article(browser, &address)?;
        page.run("bench.arm()")?;
        page.click(SEARCH)?;
        page.until("bench.ready !== null")?;
        let engine = "performance.getEntriesByType('resource').filter(({ name }) => name.includes('/assets/engine'))";
        let (after_byte, after_click): (f64, f64) = page.value(&format!(
            "[bench.ready - Math.max(...{engine}.map(({{ responseEnd }}) => responseEnd)), bench.ready - bench.began]"
        ))?;
        page.close()?;
        // The first round is not counted: the server compresses files in it.
        if round > 0 {
            last_byte.push(after_byte);
            activation.push(after_click);
        }
    }
    for _ in 0..options.rounds(5) {
        let mut page = slow_article(browser, &address)?;
        let place = page.place_of(SEARCH)?;
        works.push(respond(&mut page, |page| page.click_at(place))?.work);
        page.close()?;
    }
    works.sort_by(|a, b| a.sum().total_cmp(&b.sum()));
    let parts = works.get(works.len() / 2).copied();
    let summaries = Summary::new(&last_byte).zip(Summary::new(&activation)).zip(parts);
    Ok(summaries.map(|((after_last_byte, after_activation), parts)| Start { after_last_byte, after_activation, parts }))
}

/// Loads an article on a slow machine and waits until it is idle.
fn slow_article<'b>(browser: &'b mut Browser, address: &str) -> Result<Page<'b>> {
    let mut page = Page::new(browser, "an article")?;
    page.slow_down(SLOWER)?;
    page.open(address)?;
    page.until("bench.readable !== null")?;
    page.run("bench.rest()")?;
    Ok(page)
}
