//! The filters of which several values can be chosen, and the order of the cards: on a sheet that opens over the page. The
//! browser opens and closes it by itself, as soon as there is an engine to fill it.

use fact_cards_story::edition::Facet;
use web_sys::{Element, HtmlElement, wasm_bindgen::JsCast};
use yew::prelude::*;

use super::{clear, facet_filter};
use crate::{
    components::shared::{Scene, disclosure::Disclosure, markup::html},
    state::{Action, Sort},
};

const ID: &str = "filters";
const TITLE: &str = "filters-title";

/// Opens the sheet; says how many values are chosen.
pub(crate) fn button(scene: &Scene) -> Html {
    let words = scene.words();
    let chosen = Facet::ALL.into_iter().map(|facet| scene.choice().chosen(facet).len()).sum();
    // It is filled as it opens. What closes it notifies of that itself.
    let onclick = scene.disclose.reform(|_: MouseEvent| Disclosure::Sheet(true));
    html! {
        <button
            class="filters-button"
            type="button"
            // Before the engine a press is an activation, and done again by `hydrate.js`: an empty sheet is of no use.
            popovertarget={cfg!(target_arch = "wasm32").then_some(ID)}
            {onclick}
        >
            <span>{ words.filters.as_str() }</span>
            if chosen > 0 {
                { " " }<span class="chosen" aria-hidden="true">{ scene.number(chosen) }</span><span class="spoken">{ words.chosen.for_count(chosen) }</span>
            }
        </button>
    }
}

/// The sheet.
pub(crate) fn sheet(scene: &Scene) -> Html {
    let words = scene.words();
    let disclose = scene.disclose.clone();
    let ontoggle = move |event: yew::Event| {
        let sheet = event.target_dyn_into::<Element>();
        let is_open = sheet.is_some_and(|sheet| sheet.matches(":popover-open").unwrap_or_default());
        disclose.emit(Disclosure::Sheet(is_open));
    };
    html! {
        <dialog class="filters" id={ID} popover="auto" aria-labelledby={scene.disclosed.sheet.then_some(TITLE)} {ontoggle}>
            // Nobody sees what is in a sheet that is closed, and much of it changes with each key.
            if scene.disclosed.sheet {
                <div class="sheet-head">
                    <p class="sheet-title" id={TITLE}>{ words.filters.as_str() }</p>
                    <button class="close" type="button" popovertarget={ID} popovertargetaction="hide">
                        { words.close.as_str() }
                    </button>
                </div>
                <div class="facets">
                    { for Facet::ALL.into_iter().map(|facet| facet_filter::facet_filter(scene, facet)) }
                    { order(scene) }
                </div>
                <div class="sheet-foot">
                    if scene.choice().is_set() {
                        { clear::clear(scene) }
                    }
                    <button class="main-button" type="button" popovertarget={ID} popovertargetaction="hide">
                        { words.show_cards.for_count(scene.visible.order.len()) }
                    </button>
                </div>
            }
        </dialog>
    }
}

/// Closes the sheet where a key has led the focus out of it: it would cover what has it.
#[expect(clippy::needless_pass_by_value, reason = "Yew hands events over")]
pub(crate) fn close_behind(event: FocusEvent) {
    let Some(reached) = event.target_dyn_into::<Element>() else { return };
    let is_sheet = reached.closest(".filters, .filters-button").ok().flatten().is_some();
    let widget = reached.closest(".fact-cards").ok().flatten().filter(|_| !is_sheet);
    let sheet = widget.and_then(|widget| widget.query_selector(".filters:popover-open").ok().flatten());
    if let Some(sheet) = sheet.and_then(|sheet| sheet.dyn_into::<HtmlElement>().ok()) {
        // What cannot be closed is one key away from it.
        let _ = sheet.hide_popover();
    }
}

/// The order of the cards.
fn order(scene: &Scene) -> Html {
    let words = scene.words();
    let choice = |sort: Sort| {
        let name = match sort {
            Sort::Story => &words.sort_story,
            Sort::Name => &words.sort_name,
            Sort::Date => &words.sort_date,
        };
        let onchange = scene.dispatch.reform(move |_: Event| Action::Order(sort));
        let checked = scene.controls.choice.sort == sort;
        html! {
            <li key={sort.key()}>
                <label><input type="radio" name="sort" value={sort.key()} {checked} {onchange} />{ name.as_str() }</label>
            </li>
        }
    };
    html! {
        <fieldset class="facet">
            <legend>{ words.sort.as_str() }</legend>
            <ul role="list">{ for Sort::ALL.into_iter().map(choice) }</ul>
        </fieldset>
    }
}
