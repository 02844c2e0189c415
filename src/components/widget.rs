//! The widget: the one component that has a state.

use std::rc::Rc;

use fact_cards_story::edition::Edition;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::{Scene, card, controls, kind_filter, masthead, nothing_found, status};
use crate::{
    state::{Action, State},
    visible::visible,
};

/// A state that somebody else asks for: a link, back and forward. A higher number is a new request.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Requested {
    /// The state.
    pub state: State,
    /// Which request it is.
    pub number: u32,
}

/// What the widget is given.
#[derive(Clone, Debug, Properties)]
pub struct Props {
    /// The story, in the language that is shown.
    pub edition: Rc<Edition>,
    /// The state it begins with, or takes over.
    #[prop_or_default]
    pub requested: Requested,
    /// Told each state that the reader brings about.
    #[prop_or_default]
    pub on_change: Callback<State>,
    /// The level of the story's heading, from 1 to 5.
    #[prop_or(1)]
    pub heading_level: u8,
}

impl PartialEq for Props {
    /// An edition is the same when it is the very same one: comparing all of its texts would be no use to anyone.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.edition, &other.edition)
            && self.requested == other.requested
            && self.on_change == other.on_change
            && self.heading_level == other.heading_level
    }
}

/// The state, as Yew keeps it.
struct Session {
    state: State,
    /// How often a link led to a card.
    arrivals: u32,
}

impl Reducible for Session {
    /// What the reader did, and in which story.
    type Action = (Action, Rc<Edition>);

    fn reduce(self: Rc<Self>, (action, edition): Self::Action) -> Rc<Self> {
        let state = self.state.after(action, &edition);
        let arrivals = self.arrivals + u32::from(state.card.is_some());
        Rc::new(Self { state, arrivals })
    }
}

/// A story's facts as cards, with what filters and searches them.
#[component]
pub fn Widget(props: &Props) -> Html {
    let session = {
        let requested = props.requested.clone();
        use_reducer(move || Session { arrivals: u32::from(requested.state.card.is_some()), state: requested.state })
    };
    let arrived = use_node_ref();

    let dispatch = {
        let dispatcher = session.dispatcher();
        let edition = Rc::clone(&props.edition);
        Callback::from(move |action| dispatcher.dispatch((action, Rc::clone(&edition))))
    };
    {
        let dispatch = dispatch.clone();
        use_effect_with(props.requested.clone(), move |requested| {
            if requested.number > 0 {
                dispatch.emit(Action::Restore(requested.state.clone()));
            }
        });
    }
    {
        let on_change = props.on_change.clone();
        use_effect_with(session.state.clone(), move |state| on_change.emit(state.clone()));
    }
    {
        let arrived = arrived.clone();
        use_effect_with(session.arrivals, move |_| go_to(&arrived));
    }

    let visible = visible(&props.edition, &session.state.choice);
    let scene = Scene {
        edition: &props.edition,
        state: &session.state,
        visible: &visible,
        dispatch: &dispatch,
        heading_level: props.heading_level,
        arrived: &arrived,
    };
    html! {
        <div class="fact-cards" lang={props.edition.locale.clone()} dir={if props.edition.right_to_left { "rtl" } else { "ltr" }}>
            { masthead::masthead(&scene) }
            { kind_filter::radios(&scene) }
            { controls::controls(&scene) }
            { status::status(&scene) }
            { nothing_found::nothing_found(&scene) }
            <div class="cards">
                { for visible.cards.iter().map(|card| card::card(&scene, card)) }
            </div>
        </div>
    }
}

/// Brings the card that a link led to into sight, and the focus with it.
fn go_to(arrived: &NodeRef) {
    let Some(card) = arrived.cast::<HtmlElement>() else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    card.scroll_into_view_with_scroll_into_view_options(&options);
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // A card that cannot be focused is still in sight.
    let _ = card.focus_with_options(&options);
}
