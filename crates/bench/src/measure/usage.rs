//! A key, a filter, an order, a change of view, in stories of several sizes.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use anyhow::Result;
use serde::Serialize;

use super::visit::{clear_search, open_ready, respond};
use crate::{
    browser::{Browser, TooLong},
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

/// Acts whose median so far is above this, in milliseconds, are not measured in further rounds or larger stories.
const TOO_LONG: f64 = 2000.0;

/// Ways whose page takes longer than this to start are not measured in that story or larger ones.
const TOO_LONG_TO_OPEN: Duration = Duration::from_secs(30);

/// An act of a reader.
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
    /// All acts, in the order of the report.
    pub const ALL: [Self; 7] = [
        Self::Key,
        Self::Filter,
        Self::FilterOff,
        Self::SortByName,
        Self::SortByStory,
        Self::ViewTimeline,
        Self::ViewCards,
    ];

    /// The group: acts that undo each other are measured together.
    const fn group(self) -> Group {
        match self {
            Self::Key => Group::Search,
            Self::Filter | Self::FilterOff => Group::Filter,
            Self::SortByName | Self::SortByStory => Group::Sort,
            Self::ViewTimeline | Self::ViewCards => Group::View,
        }
    }

    /// Its description.
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

/// Acts that undo each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Search,
    Filter,
    Sort,
    View,
}

impl Group {
    const ALL: [Self; 4] = [Self::Search, Self::Filter, Self::Sort, Self::View];

    /// Their description.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Search => "the search",
            Self::Filter => "the filter",
            Self::Sort => "the order",
            Self::View => "the views",
        }
    }
}

/// The measurements, and those that were skipped.
#[derive(Debug, Default, Serialize)]
pub struct Usages {
    pub measured: Vec<Usage>,
    pub left_out: Vec<LeftOut>,
}

/// A measurement that is skipped from a size on, since it takes too long.
#[derive(Debug, Serialize)]
pub struct LeftOut {
    pub way: Way,
    /// The group; none means all, since the page takes too long to start.
    pub group: Option<Group>,
    /// The size of the first story in which it is skipped.
    pub cards: usize,
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

/// Measures all ways in turn, in stories of increasing size.
pub fn measure(options: &Options, peers: &Installed, browser: &mut Browser) -> Result<Usages> {
    let mut all = Usages::default();
    let mut left: BTreeMap<Way, BTreeSet<Group>> =
        Way::ALL.into_iter().map(|way| (way, Group::ALL.into_iter().collect())).collect();
    for cards in options.sizes() {
        let sites = Sites::of_size(options, peers, cards)?;
        let mut responses: BTreeMap<(Way, Act), Vec<Response>> = BTreeMap::new();
        let rounds = options.rounds(5);
        let next = options.sizes().into_iter().find(|next| *next > cards);
        for round in 0..rounds {
            left.retain(|_, groups| !groups.is_empty());
            for (way, groups) in left.clone() {
                println!("  {cards} cards, round {} of {rounds}: {}", round + 1, way.name());
                let Visit { done, is_open, endless } = visit(browser, &sites, way, cards, &groups)?;
                for (act, response) in done {
                    let so_far = responses.entry((way, act)).or_default();
                    so_far.push(response);
                    // Further rounds of a measurement that takes minutes would add nothing.
                    if is_too_long(so_far) && left.get_mut(&way).is_some_and(|groups| groups.remove(&act.group())) {
                        all.left_out.extend(next.map(|cards| LeftOut { way, group: Some(act.group()), cards }));
                    }
                }
                if let Some(group) = endless {
                    left.entry(way).or_default().remove(&group);
                }
                if !is_open {
                    left.remove(&way);
                }
                if endless.is_some() || !is_open {
                    all.left_out.push(LeftOut { way, group: endless, cards });
                }
            }
        }
        let usages = responses.into_iter().filter_map(|((way, act), responses)| usage(way, act, cards, &responses));
        all.measured.extend(usages);
    }
    Ok(all)
}

/// The responses measured in a page.
struct Visit {
    done: Vec<(Act, Response)>,
    /// Whether the page worked soon enough.
    is_open: bool,
    /// What did not come to an end.
    endless: Option<Group>,
}

/// Opens a page and does what is asked for in it, up to what takes too long.
fn visit(browser: &mut Browser, sites: &Sites, way: Way, cards: usize, groups: &BTreeSet<Group>) -> Result<Visit> {
    let server = sites.serve(way, Sending::AsTheyAre)?;
    let mut page = Page::new(browser, &format!("{} with {cards} cards", way.name()))?;
    let began = Instant::now();
    let mut visit = Visit { done: Vec::new(), is_open: true, endless: None };
    match open_ready(&mut page, way, &server.at("")) {
        Ok(()) if began.elapsed() <= TOO_LONG_TO_OPEN => {
            for &group in groups {
                match acts(&mut page, way, sites.first()?, group) {
                    Ok(done) => visit.done.extend(done),
                    Err(error) if error.is::<TooLong>() => {
                        // Nothing else can be done in a page that does not answer.
                        visit.endless = Some(group);
                        break;
                    }
                    Err(error) => return Err(error),
                }
            }
        }
        Err(error) if !error.is::<TooLong>() => return Err(error),
        _ => visit.is_open = false,
    }
    page.close()?;
    Ok(visit)
}

fn is_too_long(responses: &[Response]) -> bool {
    let painted: Vec<f64> = responses.iter().map(|response| response.painted).collect();
    Summary::new(&painted).is_some_and(|painted| painted.median > TOO_LONG)
}

fn usage(way: Way, act: Act, cards: usize, responses: &[Response]) -> Option<Usage> {
    let work: Vec<f64> = responses.iter().map(|response| response.work.sum()).collect();
    let painted: Vec<f64> = responses.iter().map(|response| response.painted).collect();
    let (work, painted) = (Summary::new(&work)?, Summary::new(&painted)?);
    let away = |response: &&Response| (response.work.sum() - work.median).abs();
    let parts = responses.iter().min_by(|a, b| away(a).total_cmp(&away(b)))?.work;
    Some(Usage { way, act, cards, work, parts, painted })
}

/// Does some acts once in a page that is ready.
fn acts(page: &mut Page, way: Way, story: &Story, group: Group) -> Result<Vec<(Act, Response)>> {
    match group {
        Group::Search => search(page, story),
        Group::Filter => filter(page, way, story),
        Group::Sort => {
            let mut done = Vec::new();
            open_sorts(page, way)?;
            for (act, order) in [(Act::SortByName, "name"), (Act::SortByStory, "story")] {
                done.push((act, choose(page, &sort(order))?));
            }
            close_sorts(page, way)?;
            Ok(done)
        }
        Group::View => {
            let mut done = Vec::new();
            for (act, view) in [(Act::ViewTimeline, "timeline"), (Act::ViewCards, "cards")] {
                if let Some(element) = way.view(view) {
                    done.push((act, choose(page, &element)?));
                }
            }
            Ok(done)
        }
    }
}

/// Types the beginning of a word, letter by letter.
fn search(page: &mut Page, story: &Story) -> Result<Vec<(Act, Response)>> {
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
    Ok(done)
}

/// Chooses one kind, and then all again.
fn filter(page: &mut Page, way: Way, story: &Story) -> Result<Vec<(Act, Response)>> {
    let mut done = Vec::new();
    for (act, kind) in [(Act::Filter, "operation"), (Act::FilterOff, "all")] {
        done.push((act, choose(page, &way.kind(kind))?));
        let shown: Vec<String> = page.value("bench.shown().slice(0, 20)")?;
        let holds = |id: &String| kind == "all" || story.is_of_kind(id, kind);
        if shown.is_empty() || !shown.iter().all(holds) {
            return Err(page.unexpected(&format!("{act:?} shows {shown:?}")));
        }
    }
    Ok(done)
}

/// Clicks what an expression finds, which is brought into sight before.
fn choose(page: &mut Page, element: &str) -> Result<Response> {
    let place = page.place_of(element)?;
    page.run("bench.rest()")?;
    respond(page, |page| page.click_at(place))
}

/// What chooses the order of ours stands in a sheet that a button opens.
fn open_sorts(page: &mut Page, way: Way) -> Result<()> {
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

fn close_sorts(page: &mut Page, way: Way) -> Result<()> {
    if way == Way::Ours {
        page.press("Escape", 27)?;
        page.run("bench.rest()")?;
    }
    Ok(())
}
