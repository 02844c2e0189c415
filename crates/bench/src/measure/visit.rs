//! What a reader does in the page of any way, and what follows in it.

use anyhow::Result;

use crate::{
    page::Page,
    trace::{Response, response},
    way::{SEARCH, Way},
};

/// Opens a page and goes on until everything in it works: for ours a click, which activates it, for Pagefind the focus.
pub fn open_ready(page: &mut Page, way: Way, address: &str) -> Result<()> {
    page.open(address)?;
    page.until("bench.readable !== null")?;
    match way {
        Way::Ours => page.click(SEARCH)?,
        Way::Pagefind => {
            page.until("bench.ready !== null")?;
            page.click(SEARCH)?;
            page.until("document.querySelector('pagefind-filter-pane input')")?;
            // Its first search, for everything, is over.
            page.until("document.querySelector('[role=status]').textContent")?;
        }
        Way::ListJs | Way::MixItUp | Way::Isotope => {}
    }
    page.until("bench.ready !== null")?;
    page.run("bench.rest()")
}

/// What follows an input, from a trace.
pub fn respond(page: &mut Page, input: impl FnOnce(&mut Page) -> Result<()>) -> Result<Response> {
    page.run("bench.arm()")?;
    page.browser.start_trace()?;
    let outcome = input(page).and_then(|()| page.run("bench.settled"));
    let events = page.browser.end_trace();
    outcome?;
    let response = response(&events?);
    response.ok_or_else(|| page.unexpected("the trace lacks the input, its outcome or the frame"))
}

/// Does something and waits until its outcome is there.
pub fn await_outcome(page: &mut Page, input: impl FnOnce(&mut Page) -> Result<()>) -> Result<()> {
    page.run("bench.arm()")?;
    input(page)?;
    page.run("bench.settled")
}

/// Empties the search field as with the keyboard: everything is selected and deleted.
pub fn clear_search(page: &mut Page) -> Result<()> {
    page.run(&format!("{SEARCH}.focus(), {SEARCH}.select()"))?;
    await_outcome(page, |page| page.press("Backspace", 8))
}
