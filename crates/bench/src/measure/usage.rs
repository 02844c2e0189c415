//! A key, a filter, an order, a change of view, in stories of several sizes.

use std::collections::BTreeSet;

use anyhow::Result;
use serde::Serialize;

use super::{
    turns::{LeftOut, Painted, Rounds, Turns, Visit, summary, visit},
    visit::{clear_search, is_all_of_kind, open_ready, respond, word_of},
};
use crate::{
    act::{Act, Group},
    browser::Browser,
    options::Options,
    page::Page,
    peers::Installed,
    server::Sending,
    sites::Sites,
    stats::Summary,
    story::Story,
    trace::{Response, Work},
    way::{SEARCH, SHEET_BUTTON, Way},
};

/// The measurements, and those that were skipped.
#[derive(Debug, Default, Serialize)]
pub struct Usages {
    pub measured: Vec<Usage>,
    pub left_out: Vec<LeftOut>,
}

/// The results of one way for one act in one story.
#[derive(Debug, Serialize)]
pub struct Usage {
    pub way: Way,
    pub act: Act,
    pub cards: usize,
    /// Script, style, layout and paint, in milliseconds.
    pub work: Summary,
    /// The parts of the work in the round with the median work.
    pub parts: Work,
    /// From the input to the painted frame, in milliseconds.
    pub painted: Summary,
}

impl Painted for Response {
    fn painted(&self) -> f64 {
        self.painted
    }
}

/// Measures all ways in turn, in stories of increasing size.
pub fn measure(options: &Options, peers: &Installed, browser: &mut Browser) -> Result<Usages> {
    let mut measured = Vec::new();
    let mut turns = Turns::new(&Act::USE);
    let growing = options.sizes(&[100, 1000, 5000, 20_000]);
    for &cards in &growing {
        let sites = Sites::of_size(options, peers, cards)?;
        let next = growing.iter().copied().find(|next| *next > cards);
        let rounds = Rounds { cards, times: options.rounds(5), next };
        let responses = turns.measure(rounds, |way, groups| in_page(browser, &sites, way, cards, groups))?;
        measured.extend(responses.into_iter().filter_map(|((way, act), all)| usage(way, act, cards, &all)));
    }
    Ok(Usages { measured, left_out: turns.left_out })
}

/// Opens a page and does what is asked for in it.
fn in_page(
    browser: &mut Browser,
    sites: &Sites,
    way: Way,
    cards: usize,
    groups: &BTreeSet<Group>,
) -> Result<Visit<Response>> {
    let server = sites.serve(way, Sending::AsTheyAre)?;
    let story = sites.first()?;
    let page = Page::new(browser, &format!("{} with {cards} cards", way.name()))?;
    let open = |page: &mut Page| open_ready(page, way, &server.at(""));
    visit(page, way, groups, open, |page, group| acts(page, way, story, group))
}

fn usage(way: Way, act: Act, cards: usize, responses: &[Response]) -> Option<Usage> {
    let work = summary(responses, |response| response.work.sum())?;
    let painted = summary(responses, |response| response.painted)?;
    let away = |response: &&Response| (response.work.sum() - work.median).abs();
    let parts = responses.iter().min_by(|a, b| away(a).total_cmp(&away(b)))?.work;
    Some(Usage { way, act, cards, work, parts, painted })
}

/// Does some acts once in a page that is ready.
fn acts(page: &mut Page, way: Way, story: &Story, group: Group) -> Result<Vec<(Act, Response)>> {
    if group == Group::Search {
        return search(page, story);
    }
    let mut done = Vec::new();
    if group == Group::Sort {
        open_sorts(page, way)?;
    }
    for act in group.of(&Act::USE) {
        if let Some(control) = act.control(way) {
            done.push((act, choose(page, &control)?));
            if let Some(kind) = act.kind() {
                is_all_of_kind(page, story, kind)?;
            }
        }
    }
    if group == Group::Sort {
        close_sorts(page, way)?;
    }
    Ok(done)
}

/// Types the beginning of a word, letter by letter.
fn search(page: &mut Page, story: &Story) -> Result<Vec<(Act, Response)>> {
    let mut done = Vec::new();
    let word = word_of(page, story)?;
    page.run(&format!("{SEARCH}.focus()"))?;
    for letter in word.chars().take(3) {
        done.push((Act::Key, respond(page, |page| page.type_letter(letter))?));
    }
    let shown: Vec<String> = page.value("bench.shown()")?;
    if shown.is_empty() {
        return Err(page.unexpected(&format!("nothing is shown for the beginning of {word:?}")));
    }
    clear_search(page)?;
    Ok(done)
}

/// Clicks what an expression finds, which is brought into sight before.
fn choose(page: &mut Page, element: &str) -> Result<Response> {
    let place = page.place_of(element)?;
    page.run("bench.rest()")?;
    respond(page, |page| page.click_at(place))
}

/// What chooses the order of ours stands in a sheet that a button opens, and is made as it opens.
fn open_sorts(page: &mut Page, way: Way) -> Result<()> {
    if way != Way::Ours {
        return Ok(());
    }
    page.click(SHEET_BUTTON)?;
    page.until("bench.deep('input[name=sort]')?.checkVisibility()")
}

fn close_sorts(page: &mut Page, way: Way) -> Result<()> {
    if way == Way::Ours {
        page.press("Escape", 27)?;
        page.run("bench.rest()")?;
    }
    Ok(())
}
