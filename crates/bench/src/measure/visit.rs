//! What a reader does in the page of any way, and what follows in it.

use anyhow::Result;

use crate::{
    page::Page,
    story::Story,
    trace::{Response, response},
    way::{SEARCH, Way},
};

/// Opens a page and goes on until everything in it works.
pub fn open_ready(page: &mut Page, way: Way, address: &str) -> Result<()> {
    page.open(address)?;
    page.until("bench.readable !== null")?;
    activate(page, way, |page| page.click(SEARCH))
}

/// Goes on in a page until everything in it works: for ours the search is pressed, which activates it, for Pagefind it has to have
/// the focus.
pub fn activate(page: &mut Page, way: Way, press: impl FnOnce(&mut Page) -> Result<()>) -> Result<()> {
    match way {
        Way::Ours => press(page)?,
        Way::Pagefind => {
            page.until("bench.ready !== null")?;
            press(page)?;
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

/// The word of a story that is typed, in small letters.
pub fn word_of(page: &Page, story: &Story) -> Result<String> {
    let word = story.word().ok_or_else(|| page.unexpected("no name has a word to type"))?;
    Ok(word.to_lowercase())
}

/// Fails unless cards of a kind are shown and no others, or any where all kinds are.
pub fn is_all_of_kind(page: &mut Page, story: &Story, kind: &str) -> Result<()> {
    let shown: Vec<String> = page.value("bench.shown().slice(0, 20)")?;
    let holds = |id: &String| kind == "all" || story.is_of_kind(id, kind);
    if shown.is_empty() || !shown.iter().all(holds) {
        return Err(page.unexpected(&format!("of the kind “{kind}” it shows {shown:?}")));
    }
    Ok(())
}
