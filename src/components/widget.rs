//! The one component with a state: what is requested of it, what it keeps, and what follows when something is on the page.

mod history;
pub(crate) mod masthead;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod piece;
pub(crate) mod rendered;
pub(crate) mod requested;
pub(crate) mod session;

use std::rc::Rc;

use fact_cards_story::{
    direction,
    edition::{CardId, Edition},
};
use yew::prelude::*;

use self::{
    history::History,
    rendered::{Followed, Rendered, Shown},
    requested::Requested,
    session::{Session, SessionEvent},
};
use crate::{
    components::{
        card::{changes, list, share},
        controls::{bar, filters, kind_filter, view_switch},
        shared::{
            Prerendered, Scene,
            disclosure::{Disclosed, Disclosure},
            kept::{Kept, Pieces},
            markup::{self, html},
        },
        status::{line, nothing_found},
        views::{figure_bars, map, pages, sources, timeline},
    },
    share::{Addresses, Share, Shared, SharedContent},
    state::{Choice, View},
    visible::visible,
};

/// How many cards, or entries of another view, are shown at once when the reader changes which ones they are: more than a phone
/// has room for, and as many as most screens. The rest follows when these have been painted.
const AT_ONCE: usize = 12;

/// What the widget is given.
#[derive(Clone, Debug, Properties)]
pub struct Props {
    /// The story, in the language that is shown.
    pub edition: Rc<Edition>,
    /// The state it begins with, or hydrates.
    #[prop_or_default]
    pub requested: Requested,
    /// Notified when everything is on the page that was prerendered.
    #[prop_or_default]
    pub on_hydrated: Callback<()>,
    /// Notified of the first state and of each that comes after it.
    #[prop_or_default]
    pub on_change: Callback<Shown>,
    /// Notified of the card that the reader opens or closes; of no card where it is all of them.
    #[prop_or_default]
    pub on_open: Callback<(Option<CardId>, bool)>,
    /// Given what the reader exports or shares, and whom to notify whether that worked.
    #[prop_or_default]
    pub on_share: Callback<(Share, SharedContent, Callback<bool>)>,
    /// Where links lead that are shared.
    #[prop_or_default]
    pub addresses: Addresses,
    /// The way to the top of the story, with a slash where it is not empty.
    #[prop_or_default]
    pub site: String,
    /// The level of the story's heading, from 1 to 5.
    #[prop_or(1)]
    pub heading_level: u8,
    /// Where the story's pages are, seen from the one that is made; nothing in a browser, where all of them are one.
    #[prop_or_default]
    pub pages: Option<String>,
    /// How many cards stand before the button that shows all; 0 where all of them do.
    #[prop_or_default]
    pub show: usize,
    /// Whether the cards stand by themselves: without title, controls and status.
    #[prop_or_default]
    pub bare: bool,
    /// Whether it is being printed: then every card that shows is open.
    #[prop_or_default]
    pub prints: bool,
    /// Whether it was begun by hydrating a page.
    #[prop_or_default]
    pub hydrates: bool,
    /// What was rendered by itself, to be put into the page that is made; nothing in a browser.
    #[prop_or_default]
    pub pieces: Option<Rc<Pieces>>,
}

impl PartialEq for Props {
    /// An edition is the same when it is the very same one: comparing all of its texts would be no use to anyone.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.edition, &other.edition)
            && self.requested == other.requested
            && self.on_hydrated == other.on_hydrated
            && self.on_change == other.on_change
            && self.on_open == other.on_open
            && self.on_share == other.on_share
            // Where pages of their own are changes with the edition alone.
            && self.addresses.page == other.addresses.page
            && self.site == other.site
            && self.heading_level == other.heading_level
            && self.show == other.show
            && self.bare == other.bare
            && self.prints == other.prints
    }
}

/// What decides what is visible: that is found once, also where a choice is shown in several steps.
struct VisibleInput {
    edition: Rc<Edition>,
    choice: Choice,
}

impl PartialEq for VisibleInput {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.edition, &other.edition) && self.choice == other.choice
    }
}

/// A story's facts as cards, with what filters and searches them.
#[component]
pub fn Widget(props: &Props) -> Html {
    let session = {
        let requested = props.requested.clone();
        use_reducer(move || Session::new(requested))
    };
    let target_ref = use_node_ref();
    let typed = use_mut_ref(|| None);
    let followed = use_mut_ref(Followed::default);
    let history = use_mut_ref(History::default);

    let dispatch = {
        let dispatcher = session.dispatcher();
        let edition = Rc::clone(&props.edition);
        Callback::from(move |action| dispatcher.dispatch(SessionEvent::Did(action, Rc::clone(&edition))))
    };
    let disclose = {
        let dispatcher = session.dispatcher();
        let on_open = props.on_open.clone();
        Callback::from(move |disclosure| {
            match &disclosure {
                Disclosure::Card(card, is_open) => on_open.emit((Some(*card), *is_open)),
                Disclosure::Cards(cards) => on_open.emit((None, !cards.is_empty())),
                Disclosure::Fact(_) | Disclosure::Sheet(_) => {}
            }
            dispatcher.dispatch(SessionEvent::Disclosed(disclosure));
        })
    };
    let prerendered = session.prerendered.map(Prerendered::state);
    let state = prerendered.as_ref().unwrap_or(&session.state);
    let input = VisibleInput { edition: Rc::clone(&props.edition), choice: state.choice.clone() };
    let visible = use_memo(input, |input| visible(&input.edition, &input.choice));
    let entries = if state.view == View::Cards { visible.cards.len() } else { visible.found.len() };
    // Paper waits for no frame.
    let lacks_rest = !session.whole && !props.prints && entries > AT_ONCE;
    let rendered = Rendered {
        requested: props.requested.clone(),
        hydrations: session.hydrations,
        target_moves: session.target_moves,
        shown: prerendered.is_none().then(|| Shown {
            state: state.clone(),
            cards: visible.order.len(),
            facts: visible.facts,
        }),
        lacks_rest_after: lacks_rest.then_some(session.actions),
        target_ref: target_ref.clone(),
        typed: Rc::clone(&typed),
        dispatcher: session.dispatcher(),
        on_hydrated: props.on_hydrated.clone(),
        on_change: props.on_change.clone(),
    };
    use_effect(move || rendered.follow(&followed));
    let share = {
        let dispatcher = session.dispatcher();
        let (edition, visible, addresses) = (Rc::clone(&props.edition), Rc::clone(&visible), props.addresses.clone());
        let state = state.clone();
        let on_share = props.on_share.clone();
        Callback::from(move |what: Share| {
            let content = what.content(&edition, &state, &visible, &addresses);
            let text = content.text.clone();
            let dispatcher = dispatcher.clone();
            let shared = what.clone();
            let done = Callback::from(move |worked: bool| {
                let by_hand = (!worked).then(|| text.clone());
                dispatcher.dispatch(SessionEvent::Shared(Shared { what: shared.clone(), by_hand }));
            });
            on_share.emit((what, content, done));
        })
    };
    let kept = Kept {
        pieces: props.pieces.as_deref(),
        has_bodies: props.hydrates && history.borrow_mut().keeps_bodies(&props.edition, state),
        has_views: props.hydrates && session.hydrations == 1,
    };
    let disclosed = if prerendered.is_some() {
        Disclosed::default()
    } else {
        history.borrow_mut().disclosed(&session.disclosed, props.prints.then_some(&*visible))
    };
    let scene = Scene {
        edition: &props.edition,
        state,
        visible: &visible,
        controls: &session.state,
        prerendered: session.prerendered,
        dispatch: &dispatch,
        typed: &typed,
        share: &share,
        shared: session.shared.as_ref(),
        disclosed: &disclosed,
        disclose: &disclose,
        show: props.show,
        at_once: if lacks_rest { AT_ONCE } else { usize::MAX },
        kept,
        heading_level: props.heading_level,
        target_ref: &target_ref,
        pages: props.pages.as_deref(),
        bare: props.bare,
        top: &props.addresses.permalinks,
        have_pictures: props.addresses.have_pictures,
        #[cfg(not(target_arch = "wasm32"))]
        permalinks: None,
        site: &props.site,
    };
    show(&scene)
}

/// A view but that of the cards.
fn other(scene: &Scene, view: View) -> Html {
    if scene.kept.has_views && !scene.is_settled() { scene.kept.view(view) } else { of_view(scene, view) }
}

/// The same as the engine makes it.
pub(crate) fn of_view(scene: &Scene, view: View) -> Html {
    match view {
        View::Cards => Html::default(),
        View::Timeline => timeline::timeline(scene),
        View::Map => map::map(scene),
        View::Figures => figure_bars::figure_bars(scene),
        View::Sources => sources::sources(scene),
    }
}

/// All of it.
fn show(scene: &Scene) -> Html {
    markup::begin();
    let (lang, dir) = (scene.edition.locale.clone(), direction(scene.edition.right_to_left));
    if scene.bare {
        // Each card has a name, so that the whole needs none.
        return html! { <section class="fact-cards" {lang} {dir} data-bare="">{ list::cards(scene) }</section> };
    }
    html! {
        <section
            class="fact-cards"
            aria-labelledby={masthead::TITLE}
            {lang}
            {dir}
            data-narrowed={scene.visible.narrowed.then_some("")}
            onfocusin={filters::close_behind}
        >
            { masthead::masthead(scene) }
            { kind_filter::radios(scene) }
            { bar::controls(scene) }
            { filters::sheet(scene) }
            { view_switch::radios(scene) }
            <div class="views-line">{ view_switch::labels(scene) }{ line::status(scene) }</div>
            { nothing_found::nothing_found(scene) }
            { list::cards(scene) }
            if scene.has(View::Cards) {
                { pages::pages(scene, View::Cards, scene.visible.order.len()) }
            }
            { for View::ALL.into_iter().filter(|view| *view != View::Cards && scene.has(*view)).map(|view| other(scene, view)) }
            { changes::list(scene) }
            { share::foot(scene) }
        </section>
    }
}
