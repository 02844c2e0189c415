use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use fact_cards_story::edition::{CardId, Edition};
use gloo::utils::window;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Callback, Renderer, platform::spawn_local};

use super::{
    address,
    attributes::attributes,
    carried::Carried,
    event,
    placement::Placement,
    prerendered::{Permalinks, READY},
    share,
};
use crate::{
    Disclosed, Props, Requested, Widget,
    components::Shown,
    share::{Share, SharedContent},
    state::State,
};

/// Marks it: the widget could not start.
const FAILED: &str = "data-failed";
/// Holds the line that says what does not work where the widget cannot start.
const CANNOT_START: &str = "data-cannot-start";

/// What a page is told whose router has the fragment of the address for itself.
const ROUTE_IN_THE_WAY: &str = "sync-url leaves the address alone: its fragment is a route of the page's own";

/// A widget on the page. When its element has left the page it may move to another one: Yew never frees all of a widget.
pub struct Mounted {
    mount: HtmlElement,
    app: RefCell<Option<AppHandle<Widget>>>,
    place: RefCell<Placement>,
    /// Whether it began by hydrating a page.
    hydrates: bool,
    on_hydrated: Callback<()>,
    on_change: Callback<Shown>,
    on_open: Callback<(Option<CardId>, bool)>,
    on_share: Callback<(Share, SharedContent, Callback<bool>)>,
    /// How often the search was changed.
    searches: Cell<u32>,
}

/// For how long nothing is typed before that is a search, in milliseconds.
const CALM: i32 = 1000;

impl Mounted {
    /// Hydrates the nodes in a mount, which must be those that were prerendered.
    pub fn hydrating(place: Placement, mount: HtmlElement) -> Rc<Self> {
        Self::new(place, mount, true)
    }

    /// Makes a widget beside a mount, and swaps the two as soon as it shows the same.
    pub fn in_place_of(place: Placement, mount: HtmlElement) -> Rc<Self> {
        let beside: Option<HtmlElement> = mount.clone_node().ok().and_then(|node| node.dyn_into().ok());
        match beside {
            Some(beside) => Self::new(Placement { replaces: Some(mount), ..place }, beside, false),
            None => Self::new(place, mount, false),
        }
    }

    fn new(place: Placement, mount: HtmlElement, hydrates: bool) -> Rc<Self> {
        let mounted = Rc::new_cyclic(|itself: &Weak<Self>| Self {
            mount,
            app: RefCell::new(None),
            place: RefCell::new(place),
            hydrates,
            on_hydrated: {
                let itself = Weak::clone(itself);
                Callback::from(move |()| itself.upgrade().iter().for_each(|mounted| mounted.take_place()))
            },
            on_change: {
                let itself = Weak::clone(itself);
                Callback::from(move |shown: Shown| itself.upgrade().iter().for_each(|mounted| mounted.show(&shown)))
            },
            on_open: {
                let itself = Weak::clone(itself);
                Callback::from(move |(card, is_open)| {
                    itself.upgrade().iter().for_each(|mounted| mounted.notify_open(card, is_open));
                })
            },
            on_share: {
                let itself = Weak::clone(itself);
                Callback::from(move |(what, content, done): (Share, SharedContent, Callback<bool>)| {
                    let itself = Weak::clone(&itself);
                    let done = Callback::from(move |how| {
                        if how != share::ELSEWHERE {
                            done.emit(how != share::BY_HAND);
                        }
                        itself.upgrade().iter().for_each(|mounted| mounted.notify_share(&what, how));
                    });
                    share::share(&content, done);
                })
            },
            searches: Cell::default(),
        });
        let renderer = Renderer::with_root_and_props(Element::from(mounted.mount.clone()), mounted.props());
        mounted.app.replace(Some(if hydrates { renderer.hydrate() } else { renderer.render() }));
        mounted.notify_soon();
        mounted
    }

    /// Where the prerendered page is already what is to be shown, notifies of that as soon as it is hydrated. Yew runs
    /// effects after layout and paint, which take longer than all else.
    fn notify_soon(self: &Rc<Self>) {
        let place = self.place.borrow();
        let shown = Shown { state: place.requested.state.clone(), ..Shown::default() };
        if place.requested.shows_what_was_prerendered() {
            let mounted = Rc::clone(self);
            // Yew has lined up its work as a task of the same kind, so this one comes after it.
            spawn_local(async move {
                mounted.take_place();
                mounted.show(&shown);
                mounted.place.borrow_mut().notified_soon = true;
            });
        }
    }

    /// Whether its element is no longer on the page.
    pub fn is_idle(&self) -> bool {
        !self.place.borrow().host.is_connected()
    }

    /// Whether it is in that element.
    pub fn is_in(&self, host: &HtmlElement) -> bool {
        self.place.borrow().host == *host
    }

    /// Moves to another element. Returns the one that it left, with its state as a fragment.
    pub fn move_to(&self, place: Placement, mount: HtmlElement) -> (HtmlElement, String) {
        let number = self.place.borrow().requested.number + 1;
        let requested = Requested { number, ..place.requested };
        let left = self.place.replace(Placement { requested, replaces: Some(mount), ..place });
        self.update();
        let state = left.state.unwrap_or(left.requested.state);
        (left.host, state.to_fragment(&left.edition))
    }

    /// Shows another edition, or other cards of it. The positions in a state mean the same in each.
    pub fn speak(&self, edition: Rc<Edition>) {
        self.place.borrow_mut().edition = edition;
        self.update();
    }

    /// Shows other cards of it, by themselves or among all. What was open closes, unless the element has them open.
    pub fn show_cards(&self, edition: Rc<Edition>) {
        self.place.borrow_mut().edition = edition;
        self.open_cards();
    }

    /// Opens every card that it keeps, where its element has them open; otherwise closes them.
    pub fn open_cards(&self) {
        let open = {
            let place = self.place.borrow();
            if place.host.has_attribute("open") { place.edition.kept() } else { Vec::new() }
        };
        self.request_with(self.shown(), false, Some(Disclosed::new(open, false)));
    }

    /// Shows another story as its element requests it: what was chosen was about the one before.
    pub fn show_story(&self, edition: Rc<Edition>, site: String) {
        let state = {
            let mut place = self.place.borrow_mut();
            (place.edition, place.site) = (edition, site);
            // Only what is prerendered says whether there are pages, and that is of the story before.
            place.permalinks = Permalinks::default();
            attributes(&place.host, &place.edition)
        };
        self.request(state, false);
    }

    /// Shows its headings at the level that its element requests.
    pub fn set_heading_level(&self) {
        let level = self.place.borrow().wanted_heading_level();
        let before = std::mem::replace(&mut self.place.borrow_mut().heading_level, level);
        if before != level {
            self.update();
        }
    }

    /// Shows as many cards before the button that shows all as its element requests.
    pub fn set_show(&self) {
        let (show, before) = {
            let mut place = self.place.borrow_mut();
            let show = place.host.get_attribute("show").and_then(|show| show.parse().ok()).unwrap_or(place.own_show);
            (show, std::mem::replace(&mut place.show, show))
        };
        if before != show {
            self.update();
        }
    }

    /// Shows every card opened as long as it is printed.
    pub fn print(&self, prints: bool) {
        self.place.borrow_mut().prints = prints;
        self.update();
    }

    /// Shows another value of one name.
    pub fn request_value(&self, name: &str, value: &str) {
        let edition = Rc::clone(&self.place.borrow().edition);
        self.request(self.shown().with(&edition, name, value), matches!(name, "card" | "fact"));
    }

    /// Shows what the address requests now, if its element follows it.
    pub fn follow_address(&self) {
        let place = self.place.borrow();
        if place.syncs_url() && place.host.is_connected() {
            let addressed = address::requested(&place.edition);
            // Only the address moves the reader: what an attribute requests does not.
            let moves_to_target = addressed.is_some();
            let state = addressed.unwrap_or_else(|| attributes(&place.host, &place.edition));
            drop(place);
            self.request(state, moves_to_target);
        }
    }

    /// What it shows, or is about to.
    fn shown(&self) -> State {
        let place = self.place.borrow();
        place.state.as_ref().unwrap_or(&place.requested.state).clone()
    }

    fn request(&self, state: State, moves_to_target: bool) {
        self.request_with(state, moves_to_target, None);
    }

    fn request_with(&self, state: State, moves_to_target: bool, disclosed: Option<Disclosed>) {
        {
            let mut place = self.place.borrow_mut();
            // The next change may come before the widget has notified of this one.
            if place.state.is_some() {
                place.state = Some(state.clone());
            }
            let number = place.requested.number + 1;
            place.requested = Requested { state, number, moves_to_target, hydrates: None, disclosed };
        }
        self.update();
    }

    /// Shows what it is to show now.
    pub fn update(&self) {
        let props = self.props();
        if let Some(app) = self.app.borrow_mut().as_mut() {
            app.update(props);
        }
    }

    fn props(&self) -> Props {
        let place = self.place.borrow();
        Props {
            edition: Rc::clone(&place.edition),
            requested: place.requested.clone(),
            on_hydrated: self.on_hydrated.clone(),
            on_change: self.on_change.clone(),
            on_open: self.on_open.clone(),
            on_share: self.on_share.clone(),
            addresses: share::addresses(&place.host, &place.edition, &place.site, &place.permalinks),
            site: place.site.clone(),
            heading_level: place.heading_level,
            // Whoever names cards means all of them.
            show: if place.edition.is_narrowed() && !place.host.has_attribute("show") { 0 } else { place.show },
            bare: place.is_bare(),
            hydrates: self.hydrates,
            prints: place.prints,
            pages: None,
            pieces: None,
        }
    }

    /// Everything is there that was prerendered: puts it in the place of what it replaces.
    fn take_place(&self) {
        let replaces = self.place.borrow_mut().replaces.take();
        if let Some(replaced) = replaces {
            let carried = Carried::from(&replaced);
            if let Some(line) = replaced.get_attribute(CANNOT_START) {
                set(&self.mount, CANNOT_START, &line);
            }
            let scrolled = (window().scroll_x(), window().scroll_y());
            // What has left the page in between has no place to take.
            if replaced.replace_with_with_node_1(&self.mount).is_ok() {
                carried.give_to(&self.mount);
            }
            // WebKit scrolls to a selection that is set.
            if let (Ok(x), Ok(y)) = scrolled {
                window().scroll_to_with_x_and_y(x, y);
            }
        }
        self.set_heading_level();
        self.set_show();
        // `announcement.js` announces from now on what the status says.
        if let Ok(Some(status)) = self.mount.query_selector(".status") {
            set(&status, "aria-live", "off");
        }
    }

    /// The widget shows a state: writes the address and notifies the page.
    fn show(self: &Rc<Self>, shown: &Shown) {
        let state = &shown.state;
        let (host, edition, first, now, searched) = {
            let mut place = self.place.borrow_mut();
            let before = place.state.replace(state.clone());
            if std::mem::take(&mut place.notified_soon) && before.as_ref() == Some(state) {
                return;
            }
            let first = before.is_none();
            let now = place.syncs_url().then(|| place.requested_state());
            // What was typed before there was an engine is a search; what an attribute or the address requests is none.
            let known = before.or_else(|| now.clone()).unwrap_or_else(|| attributes(&place.host, &place.edition));
            let searched = known.choice.query != state.choice.query;
            (place.host.clone(), Rc::clone(&place.edition), first, now, searched)
        };
        if let Some(now) = now {
            let written = address::write(&edition, now, state, attributes(&host, &edition).choice.page > 0);
            let was_told = written.is_err() && std::mem::replace(&mut self.place.borrow_mut().told_of_route, true);
            if written.is_err() && !was_told {
                event::notify_error(&host, ROUTE_IN_THE_WAY);
            }
        }
        if first {
            set(&self.mount, READY, "");
            // An earlier try may have failed.
            let _ = self.mount.remove_attribute(FAILED);
            event::notify_ready(&host);
            // Opened before there was an engine.
            let disclosed = self.place.borrow().requested.disclosed.clone();
            for card in disclosed.iter().flat_map(|disclosed| &disclosed.cards) {
                self.notify_open(Some(*card), true);
            }
        } else {
            event::notify_change(&host, &edition, state);
        }
        if searched {
            self.notify_search_soon(shown.clone());
        }
    }

    /// Notifies of a search, unless the next letter comes soon.
    fn notify_search_soon(self: &Rc<Self>, shown: Shown) {
        let number = self.searches.get() + 1;
        self.searches.set(number);
        let mounted = Rc::clone(self);
        let notify = Closure::once_into_js(move || {
            if mounted.searches.get() == number && !shown.state.choice.query.trim().is_empty() {
                let host = mounted.place.borrow().host.clone();
                event::notify_search(&host, &shown);
            }
        });
        // Where there is no timer nobody hears of searches.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(notify.unchecked_ref(), CALM);
    }

    fn notify_open(&self, card: Option<CardId>, is_open: bool) {
        let place = self.place.borrow();
        let (host, edition) = (place.host.clone(), Rc::clone(&place.edition));
        drop(place);
        event::notify_open(&host, &edition, card, is_open);
    }

    fn notify_share(&self, what: &Share, how: u8) {
        let place = self.place.borrow();
        let (host, edition) = (place.host.clone(), Rc::clone(&place.edition));
        drop(place);
        event::notify_share(&host, &edition, what, how);
    }
}

fn set(element: &Element, attribute: &str, value: &str) {
    // These names are names.
    let _ = element.set_attribute(attribute, value);
}
