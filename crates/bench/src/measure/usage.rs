//! A key, a filter, an order, a change of view, in stories of several sizes.

use std::collections::BTreeMap;

use serde::Serialize;

use super::visit::{clear_search, open_ready, respond};
use crate::{
    browser::Browser,
    error::Error,
    options::Options,
    page::Page,
    peers::Installed,
    server::Sending,
    sites::Sites,
    stats::Summary,
    story::Story,
    trace::{Response, Work},
    way::{SEARCH, Way, sort},
};

/// Whoever takes longer than this, in milliseconds at the median, is not measured in larger stories.
const TOO_LONG: f64 = 2000.0;

/// What a reader does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    Key,
    Filter,
    FilterOff,
    SortByName,
    SortByStory,
    ViewTimeline,
    ViewCards,
}

impl Act {
    /// All of them, in the order in which they are told of.
    pub const ALL: [Self; 7] = [
        Self::Key,
        Self::Filter,
        Self::FilterOff,
        Self::SortByName,
        Self::SortByStory,
        Self::ViewTimeline,
        Self::ViewCards,
    ];

    /// What it is, in words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Key => "A key in the search",
            Self::Filter => "A filter: one kind",
            Self::FilterOff => "Back to all kinds",
            Self::SortByName => "A sort, by name",
            Self::SortByStory => "Back to the story’s order",
            Self::ViewTimeline => "A change of view, to the timeline",
            Self::ViewCards => "Back to the cards",
        }
    }
}

/// What one way takes for one act in one story.
#[derive(Debug, Serialize)]
pub struct Usage {
    pub way: Way,
    pub act: Act,
    pub cards: usize,
    /// Script, style, layout and paint, in milliseconds.
    pub work: Summary,
    /// The same by its parts, of the round with the median work.
    pub parts: Work,
    /// From the input to the painted frame, in milliseconds.
    pub painted: Summary,
}

/// Measures all ways in turn, in stories that grow.
pub fn measure(options: &Options, peers: &Installed, browser: &mut Browser) -> Result<Vec<Usage>, Error> {
    let mut all = Vec::new();
    let mut left: Vec<Way> = Way::ALL.to_vec();
    for &cards in options.sizes() {
        let sites = Sites::of_size(options, peers, cards)?;
        let mut responses: BTreeMap<(Way, Act), Vec<Response>> = BTreeMap::new();
        let rounds = options.rounds(5);
        for round in 0..rounds {
            for &way in &left {
                println!("  {cards} cards, round {} of {rounds}: {}", round + 1, way.name());
                let server = sites.serve(way, Sending::AsTheyAre)?;
                let mut page = Page::new(browser, &format!("{} with {cards} cards", way.name()))?;
                open_ready(&mut page, way, &server.at(""))?;
                for (act, response) in acts(&mut page, way, sites.first()?)? {
                    responses.entry((way, act)).or_default().push(response);
                }
                page.close()?;
            }
        }
        let usages: Vec<Usage> =
            responses.into_iter().filter_map(|((way, act), responses)| usage(way, act, cards, &responses)).collect();
        left.retain(|&way| !usages.iter().any(|usage| usage.way == way && usage.painted.median > TOO_LONG));
        all.extend(usages);
    }
    Ok(all)
}

fn usage(way: Way, act: Act, cards: usize, responses: &[Response]) -> Option<Usage> {
    let work: Vec<f64> = responses.iter().map(|response| response.work.sum()).collect();
    let painted: Vec<f64> = responses.iter().map(|response| response.painted).collect();
    let (work, painted) = (Summary::of(&work)?, Summary::of(&painted)?);
    let away = |response: &&Response| (response.work.sum() - work.median).abs();
    let parts = responses.iter().min_by(|a, b| away(a).total_cmp(&away(b)))?.work;
    Some(Usage { way, act, cards, work, parts, painted })
}

/// Does everything once in a page that is ready.
fn acts(page: &mut Page, way: Way, story: &Story) -> Result<Vec<(Act, Response)>, Error> {
    let mut done = Vec::new();

    let word = story.word().ok_or_else(|| page.unexpected("no name has a word to type"))?.to_lowercase();
    page.run(&format!("{SEARCH}.focus()"))?;
    for letter in word.chars().take(3) {
        done.push((Act::Key, respond(page, |page| page.type_letter(letter))?));
    }
    let shown: Vec<String> = page.value("bench.shown()")?;
    if shown.is_empty() {
        return Err(page.unexpected(&format!("nothing is shown for the beginning of {word:?}")));
    }
    clear_search(page)?;

    let choices = [(Act::Filter, way.kind("operation")), (Act::FilterOff, way.kind("all"))];
    for (act, element) in choices {
        done.push((act, choose(page, &element)?));
        let shown: Vec<String> = page.value("bench.shown().slice(0, 20)")?;
        let holds = |id: &String| act != Act::Filter || story.is_of_kind(id, "operation");
        if shown.is_empty() || !shown.iter().all(holds) {
            return Err(page.unexpected(&format!("{act:?} shows {shown:?}")));
        }
    }

    open_sorts(page, way)?;
    for (act, order) in [(Act::SortByName, "name"), (Act::SortByStory, "story")] {
        done.push((act, choose(page, &sort(order))?));
    }
    close_sorts(page, way)?;

    for (act, view) in [(Act::ViewTimeline, "timeline"), (Act::ViewCards, "cards")] {
        if let Some(element) = way.view(view) {
            done.push((act, choose(page, &element)?));
        }
    }
    Ok(done)
}

/// Clicks what an expression finds, which is brought into sight before.
fn choose(page: &mut Page, element: &str) -> Result<Response, Error> {
    let place = page.place_of(element)?;
    page.run("bench.rest()")?;
    respond(page, |page| page.click_at(place))
}

/// What chooses the order of ours stands in a sheet that a button opens.
fn open_sorts(page: &mut Page, way: Way) -> Result<(), Error> {
    if way != Way::Ours {
        return Ok(());
    }
    let sheet = "bench.deep('input[name=sort]').closest('[popover]')";
    if page.value::<bool>(&format!("{sheet} === null || {sheet}.matches(':popover-open')"))? {
        return Ok(());
    }
    page.click(&format!("bench.deep('[popovertarget=' + {sheet}.id + ']')"))?;
    page.until("bench.deep('input[name=sort]').checkVisibility()")
}

fn close_sorts(page: &mut Page, way: Way) -> Result<(), Error> {
    if way == Way::Ours {
        page.press("Escape", 27)?;
        page.run("bench.rest()")?;
    }
    Ok(())
}
