//! The way to the other pages of what is shown.

use web_sys::{Element, wasm_bindgen::JsCast};
use yew::prelude::*;

use crate::{
    components::shared::{
        Scene, focus,
        link::{followed, path_of_page},
        markup::html,
    },
    state::{Action, Choice, State, View},
    visible::ON_A_PAGE,
};

/// How many pages around the one that is shown have a link of their own.
const AROUND: usize = 1;

/// Links to the other pages of a view that has so many entries, where the story has pages. `data-page` tells the engine on
/// which one a page was prerendered.
pub(crate) fn pages(scene: &Scene, view: View, entries: usize) -> Html {
    let last = entries.saturating_sub(1) / ON_A_PAGE;
    if !scene.edition.has_pages() || last == 0 {
        return Html::default();
    }
    let words = scene.words();
    let page = page(scene, entries);
    let near = |other: &usize| *other == 0 || *other == last || other.abs_diff(page) <= AROUND;
    let mut before = 0;
    let numbers = (0..=last).filter(near).map(|other| {
        let skips = other > before + 1;
        before = other;
        let inside = html! { { scene.number(other + 1) } };
        html! {
            <li key={other}>
                if skips {
                    <span aria-hidden="true">{ "…" }</span>
                }
                if other == page {
                    <a aria-current="page">{ inside }</a>
                } else {
                    { link(scene, view, other, if other < page { "prev" } else { "next" }, inside) }
                }
            </li>
        }
    });
    let numbers: Vec<Html> = numbers.collect();
    let step = |other: Option<usize>, rel: &'static str, name: &str| {
        other.filter(|other| *other <= last).map(|other| link(scene, view, other, rel, html! { { name.to_owned() } }))
    };
    html! {
        <nav class="pages" aria-label={words.pages.clone()} data-page={page.to_string()}>
            { for step(page.checked_sub(1), "prev", &words.previous_page) }
            <ol role="list">{ for numbers }</ol>
            { for step(Some(page + 1), "next", &words.next_page) }
        </nav>
    }
}

/// Which page of so many entries is shown, counted from 0.
fn page(scene: &Scene, entries: usize) -> usize {
    usize::from(scene.choice().page).min(entries.saturating_sub(1) / ON_A_PAGE)
}

/// Whether so many entries stand on several pages.
pub(crate) fn are_several(scene: &Scene, entries: usize) -> bool {
    scene.edition.has_pages() && entries > ON_A_PAGE
}

/// Those of some entries that stand on the page that is shown; all where the story is one page. For now as many as there is time
/// for.
pub(crate) fn on_page<'e, E>(scene: &Scene, entries: &'e [E]) -> &'e [E] {
    let has_pages = scene.edition.has_pages();
    let start = if has_pages { page(scene, entries.len()) * ON_A_PAGE } else { 0 };
    let most = if has_pages { ON_A_PAGE } else { entries.len() }.min(scene.at_once);
    entries.get(start..entries.len().min(start + most)).unwrap_or_default()
}

/// What turns to a page: before there is an engine, a page of its own.
///
/// `rel` says whether it lies before or after the one that is shown. By that the loader knows these links from all others.
fn link(scene: &Scene, view: View, page: usize, rel: &'static str, inside: Html) -> Html {
    let page = u16::try_from(page).unwrap_or(u16::MAX);
    let href =
        scene.pages.map_or_else(|| fragment(scene, view, page), |pages| format!("{pages}{}", path_of_page(page)));
    html! { <a {rel} {href} onclick={turned(scene, page)}>{ inside }</a> }
}

/// What turns to the page on which one of a view's entries stands, drawn on a scale of time.
pub(crate) fn to_entry(scene: &Scene, key: usize, entry: usize, label: String, inside: Html) -> Html {
    let page = u16::try_from(entry / ON_A_PAGE).unwrap_or(u16::MAX);
    let href = fragment(scene, View::Timeline, page);
    html! { <a {key} {href} aria-label={label} onclick={turned(scene, page)}>{ inside }</a> }
}

fn fragment(scene: &Scene, view: View, page: u16) -> String {
    let state = State { choice: Choice { page, ..scene.choice().clone() }, view, ..State::default() };
    let fragment = state.to_fragment(scene.edition);
    // The first page of everything is the address without a fragment, which no link can say.
    if fragment.is_empty() { "#page=1".to_owned() } else { format!("#{fragment}") }
}

/// Turns to a page, and brings its beginning into sight.
fn turned(scene: &Scene, page: u16) -> Callback<MouseEvent> {
    let follow = followed(scene, Action::Turn(page));
    Callback::from(move |event: MouseEvent| {
        let link = event.target_dyn_into::<Element>();
        follow.emit(event.clone());
        // What is opened in a tab of its own leaves this page as it is.
        let widget = link.filter(|_| event.default_prevented()).and_then(|link| link.closest(".fact-cards").ok()?);
        let beginning = widget.and_then(|widget| widget.query_selector(".status-line").ok()?);
        beginning.and_then(|beginning| beginning.dyn_into().ok()).iter().for_each(focus::move_to);
    })
}
