//! What a reader on a phone waits for: each touch and each letter, up to the next paint.

use std::collections::BTreeSet;

use anyhow::Result;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    load::SLOWER,
    turns::{LeftOut, Painted, Rounds, Turns, Visit, summary, visit},
    visit::{activate, is_all_of_kind, word_of},
};
use crate::{
    act::{Act, Group},
    browser::Browser,
    event_timing::{EventEntry, next_paint},
    options::Options,
    page::Page,
    peers::Installed,
    server::Sending,
    sites::Sites,
    stats::Summary,
    story::Story,
    way::{SEARCH, THIRD_CARD, Way},
};

/// The browser tells only of tasks that take at least so many milliseconds.
pub const LEAST_TASK: f64 = 50.0;

/// The name of the first story; the others are named by their size.
pub const SEEDS: &str = "seeds";

/// The measurements, and those that were skipped.
#[derive(Debug, Default, Serialize)]
pub struct Touches {
    pub starts: Vec<FirstTouch>,
    pub measured: Vec<Touch>,
    pub left_out: Vec<LeftOut>,
}

/// From the first touch of ours in a story until it works, in milliseconds.
#[derive(Debug, Serialize)]
pub struct FirstTouch {
    pub story: String,
    pub cards: usize,
    /// Until what was typed meanwhile is found and on the page.
    pub works: Summary,
    /// Until that is painted: two frames later.
    pub painted: Summary,
    /// The longest task until the page rests.
    pub longest_task: Summary,
}

/// The results of one way for one act in one story, in milliseconds.
#[derive(Debug, Serialize)]
pub struct Touch {
    pub way: Way,
    pub act: Act,
    pub story: String,
    pub cards: usize,
    /// What Event Timing tells: to the paint that comes next, whether it has the outcome or not.
    pub next_paint: Summary,
    /// To two frames after the outcome.
    pub painted: Summary,
    /// The longest task until the page rests; [`LEAST_TASK`] where none is longer.
    pub longest_task: Summary,
}

/// What followed an act once.
struct Response {
    next_paint: f64,
    painted: f64,
    longest_task: f64,
}

impl Painted for Response {
    fn painted(&self) -> f64 {
        self.painted
    }
}

/// What a first touch came to.
struct Started {
    touch: Response,
    letter: Response,
    works: f64,
}

/// Measures all ways in turn, in the first story and then in others of increasing size.
pub fn measure(options: &Options, seeds: &Sites, peers: &Installed, browser: &mut Browser) -> Result<Touches> {
    let growing = options.sizes(&[100, 1000, 20_000]);
    let mut touches = Touches::default();
    // The start has a page of its own, and only ours has one.
    let acts: Vec<Act> = Act::TOUCH.into_iter().filter(|act| act.group() != Group::Start).collect();
    let mut turns = Turns::new(&acts);
    touches.add(options, seeds, SEEDS, growing.first().copied(), &mut turns, browser)?;
    for &cards in &growing {
        let sites = Sites::of_size(options, peers, cards)?;
        let next = growing.iter().copied().find(|next| *next > cards);
        touches.add(options, &sites, &cards.to_string(), next, &mut turns, browser)?;
    }
    touches.left_out = turns.left_out;
    Ok(touches)
}

impl Touches {
    /// Measures one story, which is not as large as the next one.
    fn add(
        &mut self,
        options: &Options,
        sites: &Sites,
        story: &str,
        next: Option<usize>,
        turns: &mut Turns,
        browser: &mut Browser,
    ) -> Result<()> {
        let rounds = options.rounds_or(3, 1);
        let cards = sites.first()?.cards.len();
        let mut started = Vec::new();
        for round in 1..=rounds {
            println!("  {cards} cards, round {round} of {rounds}: the first touch");
            started.push(start(browser, sites)?);
        }
        let works = summary(&started, |started| started.works);
        let painted = summary(&started, |started| started.touch.painted);
        let longest_task = summary(&started, |started| started.touch.longest_task);
        if let (Some(works), Some(painted), Some(longest_task)) = (works, painted, longest_task) {
            self.starts.push(FirstTouch { story: story.to_owned(), cards, works, painted, longest_task });
        }
        let (first, letters): (Vec<_>, Vec<_>) = started.into_iter().map(|one| (one.touch, one.letter)).unzip();
        let rounds = Rounds { cards, times: rounds, next };
        let mut responses = turns.measure(rounds, |way, groups| in_page(browser, sites, way, groups))?;
        responses.insert((Way::Ours, Act::FirstTouch), first);
        responses.insert((Way::Ours, Act::EarlyLetter), letters);
        for ((way, act), all) in responses {
            let next_paint = summary(&all, |response| response.next_paint);
            let painted = summary(&all, |response| response.painted);
            let longest_task = summary(&all, |response| response.longest_task);
            if let (Some(next_paint), Some(painted), Some(longest_task)) = (next_paint, painted, longest_task) {
                let story = story.to_owned();
                self.measured.push(Touch { way, act, story, cards, next_paint, painted, longest_task });
            }
        }
        Ok(())
    }
}

/// An empty page of a way on a phone.
fn phone<'b>(browser: &'b mut Browser, sites: &Sites, way: Way) -> Result<Page<'b>> {
    Page::on_phone(browser, &format!("{} with {} cards", way.name(), sites.first()?.cards.len()))
}

/// Opens an address on a phone, which is slow once it has loaded.
fn open(page: &mut Page, address: &str) -> Result<()> {
    // What ours fetches in advance comes at a time of its own.
    page.save_data()?;
    page.open(address)?;
    page.until("bench.readable !== null")?;
    page.run("bench.rest()")?;
    page.run("bench.watchEvents()")?;
    page.slow_down(SLOWER)
}

/// The first touch of ours: into the search, where a letter is typed as soon as it can be.
fn start(browser: &mut Browser, sites: &Sites) -> Result<Started> {
    let server = sites.serve(Way::Ours, Sending::AsTheyAre)?;
    let mut page = phone(browser, sites, Way::Ours)?;
    open(&mut page, &server.at(""))?;
    let word = word_of(&page, sites.first()?)?;
    let letter: String = word.chars().take(1).collect();
    let place = page.place_of(SEARCH)?;
    page.run("bench.rest()")?;
    page.run(&format!(
        "bench.focused = new Promise((done) => {SEARCH}.addEventListener('focus', done, {{ once: true }})), \
         {SEARCH}.addEventListener('keydown', ({{ timeStamp }}) => bench.typed = timeStamp, {{ once: true }}), bench.arm()"
    ))?;
    page.tap_at(place)?;
    page.run("bench.focused.then(() => {})")?;
    for letter in letter.chars() {
        page.type_letter(letter)?;
    }
    page.run("bench.settled")?;
    let told = Told::of(&mut page)?;
    let (typed, ready): (f64, f64) = page.value("[bench.typed, bench.ready]")?;
    if typed > ready {
        return Err(page.unexpected("the engine was there before the letter"));
    }
    // Told of an outcome: that it is ready, with what was typed before.
    is_found(&mut page, Way::Ours, sites.first()?, &letter)?;
    page.close()?;
    let (of_keys, of_touches): (Vec<&EventEntry>, Vec<&EventEntry>) =
        told.events.iter().partition(|event| event.is_of_key());
    let touch = Response { next_paint: next_paint(of_touches, told.times()), ..told.response(told.began) };
    let letter = Response { next_paint: next_paint(of_keys, told.times()), ..told.response(typed) };
    Ok(Started { touch, letter, works: told.done - told.began })
}

/// Opens a page in which everything works, and does what is asked for in it.
fn in_page(browser: &mut Browser, sites: &Sites, way: Way, groups: &BTreeSet<Group>) -> Result<Visit<Response>> {
    let server = sites.serve(way, Sending::AsTheyAre)?;
    let story = sites.first()?;
    let page = phone(browser, sites, way)?;
    let open = |page: &mut Page| {
        open(page, &server.at(""))?;
        activate(page, way, |page| page.tap(SEARCH))
    };
    visit(page, way, groups, open, |page, group| match group {
        Group::Search => search(page, way, story),
        _ => touches(page, way, story, group),
    })
}

/// Types two letters and deletes them.
fn search(page: &mut Page, way: Way, story: &Story) -> Result<Vec<(Act, Response)>> {
    let mut done = Vec::new();
    let word = word_of(page, story)?;
    let before = shown(page)?;
    page.run(&format!("{SEARCH}.focus()"))?;
    page.run("bench.rest()")?;
    let steps = [(Act::FirstLetter, 1), (Act::NextLetter, 2), (Act::LetterOff, 1), (Act::LastLetterOff, 0)];
    for (act, length) in steps {
        let typed: String = word.chars().take(length).collect();
        let letter = typed.chars().next_back().filter(|_| matches!(act, Act::FirstLetter | Act::NextLetter));
        let response = respond(page, None, |page| match letter {
            Some(letter) => page.type_letter(letter),
            None => page.press("Backspace", 8),
        })?;
        done.push((act, response));
        is_told(page, way, "q", &typed)?;
        if typed.is_empty() {
            is_as_before(page, &before)?;
        } else {
            is_found(page, way, story, &typed)?;
        }
    }
    Ok(done)
}

/// Touches what the acts of a group are done with.
fn touches(page: &mut Page, way: Way, story: &Story, group: Group) -> Result<Vec<(Act, Response)>> {
    let mut done = Vec::new();
    let before = shown(page)?;
    page.run("bench.before = bench.status()")?;
    let card: String =
        if group == Group::Card { page.value(&format!("{THIRD_CARD}.dataset.card"))? } else { String::new() };
    for act in group.of(&Act::TOUCH) {
        let Some(control) = act.control(way) else { continue };
        let place = page.place_of(&control)?;
        page.run("bench.rest()")?;
        let seen = seen(act, &card);
        done.push((act, respond(page, seen.as_deref(), |page| page.tap_at(place))?));
        has_come_about(page, way, story, act, &before)?;
    }
    Ok(done)
}

/// What shows the outcome of an act of which the page tells nothing.
fn seen(act: Act, card: &str) -> Option<String> {
    let open_card = format!("bench.deep({})", json!(format!("[data-card=\"{card}\"][data-open]")));
    match act {
        Act::OpenSheet => Some("bench.deep('[popover]:popover-open input[name=topic]')".to_owned()),
        Act::CloseSheet => Some("!bench.deep('[popover]:popover-open')".to_owned()),
        Act::OpenCard => Some(open_card),
        Act::CloseCard => Some(format!("!{open_card}")),
        _ => None,
    }
}

/// Fails unless the page is as an act should have left it; before the group of that act such cards were shown.
fn has_come_about(page: &mut Page, way: Way, story: &Story, act: Act, before: &[String]) -> Result<()> {
    if let Some(kind) = act.kind() {
        return is_all_of_kind(page, story, kind);
    }
    if let Some(view) = act.view() {
        is_told(page, way, "view", if view == "cards" { "" } else { view })?;
        if view == "cards" {
            return is_as_before(page, before);
        }
        return holds(page, &format!("!bench.cards().length && bench.deep('[data-view={view}]').checkVisibility()"));
    }
    match act {
        Act::Topic => {
            let chosen: String = page.value("bench.deep('input[name=topic]:checked').value")?;
            is_told(page, way, "topic", &chosen)?;
            // Of a large story the first cards may be the same: they have facts about everything.
            holds(page, "bench.shown().length && bench.status() !== bench.before")
        }
        Act::TopicOff => {
            is_told(page, way, "topic", "")?;
            holds(page, "bench.status() === bench.before")?;
            is_as_before(page, before)
        }
        Act::OpenCard => {
            holds(page, &format!("{THIRD_CARD}.querySelector('details > :not(summary)').checkVisibility()"))
        }
        Act::CloseCard => {
            holds(page, &format!("!{THIRD_CARD}.querySelector('details > :not(summary)').checkVisibility()"))
        }
        _ => Ok(()),
    }
}

/// Fails unless an expression is true.
fn holds(page: &mut Page, expression: &str) -> Result<()> {
    if page.value::<bool>(&format!("Boolean({expression})"))? {
        return Ok(());
    }
    Err(page.unexpected(&format!("this does not hold: {expression}")))
}

/// Fails unless ours has told a choice, or where it is empty none.
fn is_told(page: &mut Page, way: Way, name: &str, wanted: &str) -> Result<()> {
    if way != Way::Ours {
        return Ok(());
    }
    let told: String = page.value(&format!("bench.told?.{name} ?? ''"))?;
    if told == wanted {
        return Ok(());
    }
    Err(page.unexpected(&format!("`{name}` is told to be {told:?} instead of {wanted:?}")))
}

/// Fails unless what is typed stands in the search and is found: ours marks it, the peers that search texts as they stand show
/// cards that have it. Pagefind finds other forms of a word too, and List.js what stands in markup.
fn is_found(page: &mut Page, way: Way, story: &Story, typed: &str) -> Result<()> {
    holds(page, &format!("{SEARCH}.value === {}", json!(typed)))?;
    let shown = shown(page)?;
    let has_it = |id: &String| !matches!(way, Way::MixItUp | Way::Isotope) || story.has_text(id, typed);
    if shown.is_empty() || !shown.iter().all(has_it) {
        return Err(page.unexpected(&format!("for {typed:?} it shows {shown:?}")));
    }
    if way == Way::Ours {
        let mark = "bench.deep('[data-card] mark')";
        holds(
            page,
            &format!("{mark}.textContent.toLowerCase().startsWith({}) && {mark}.checkVisibility()", json!(typed)),
        )?;
    }
    Ok(())
}

/// Fails unless such cards are shown.
fn is_as_before(page: &mut Page, before: &[String]) -> Result<()> {
    let now = shown(page)?;
    if now == before {
        return Ok(());
    }
    Err(page.unexpected(&format!("it shows {now:?} instead of {before:?}")))
}

/// The first cards that are shown.
fn shown(page: &mut Page) -> Result<Vec<String>> {
    page.value("bench.shown().slice(0, 20)")
}

/// What follows an input whose outcome the page tells, or that is seen by an expression.
fn respond(page: &mut Page, seen: Option<&str>, input: impl FnOnce(&mut Page) -> Result<()>) -> Result<Response> {
    let seen = seen.map(|seen| format!("() => {seen}")).unwrap_or_default();
    page.run(&format!("bench.arm({seen})"))?;
    input(page)?;
    page.run("bench.settled")?;
    let told = Told::of(page)?;
    Ok(told.response(told.began))
}

/// What the page has noted since it was armed. Times are in milliseconds.
#[derive(Debug, Deserialize)]
struct Told {
    began: f64,
    /// When the outcome was there.
    done: f64,
    painted: f64,
    /// When there was nothing more to come.
    last: f64,
    events: Vec<EventEntry>,
    /// Start and length of each long task.
    tasks: Vec<[f64; 2]>,
}

impl Told {
    /// Asks the page, once the browser has told it of everything.
    fn of(page: &mut Page) -> Result<Self> {
        // Of a large story the first cards come alone.
        page.until("!bench.deep('.cards[aria-busy=true]')")?;
        page.run("bench.watchLast()")?;
        page.lift_nothing()?;
        page.value(
            "bench.last.then((last) => \
             ({ began: bench.began, done: bench.done, painted: bench.painted, last, events: bench.events, tasks: bench.longTasks }))",
        )
    }

    const fn times(&self) -> [f64; 2] {
        [self.began, self.last]
    }

    /// What followed an input that came at a time.
    fn response(&self, began: f64) -> Response {
        let tasks = self.tasks.iter().filter(|[start, length]| start + length > began && *start < self.last);
        Response {
            next_paint: next_paint(&self.events, [began, self.last]),
            painted: self.painted - began,
            longest_task: tasks.map(|[_, length]| *length).fold(LEAST_TASK, f64::max),
        }
    }
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::{LEAST_TASK, Told};

    fn told(tasks: &str) -> Result<Told> {
        Ok(serde_json::from_str(&format!(
            r#"{{ "began": 1000, "done": 1100, "painted": 1130, "last": 1200, "tasks": {tasks}, "events": [
                {{ "name": "keydown", "startTime": 1000, "duration": 120, "interactionId": 7 }},
                {{ "name": "keyup", "startTime": 1200, "duration": 300, "interactionId": 8 }} ] }}"#
        ))?)
    }

    #[test]
    fn a_task_counts_when_it_is_under_way_as_the_input_comes_or_follows_it() -> Result<()> {
        let longest = |tasks: &str| Ok::<_, anyhow::Error>(told(tasks)?.response(1000.0).longest_task.to_bits());
        assert_eq!(longest("[[900, 60], [1050, 70]]")?, 70_f64.to_bits());
        assert_eq!(longest("[[900, 180], [1050, 70]]")?, 180_f64.to_bits());
        assert_eq!(longest("[[900, 100], [1200, 90]]")?, LEAST_TASK.to_bits());
        Ok(())
    }

    #[test]
    fn the_key_that_only_asks_what_was_told_is_not_the_readers() -> Result<()> {
        let response = told("[]")?.response(1000.0);
        assert_eq!([response.next_paint, response.painted].map(f64::to_bits), [120_f64, 130.0].map(f64::to_bits));
        Ok(())
    }
}
