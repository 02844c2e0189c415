use fact_cards_story::edition::{Facet, ValueId};
use web_sys::Element;
use yew::prelude::*;

use crate::{
    components::{
        controls::facet_filter,
        shared::{Scene, focus, markup::html, written::written},
    },
    state::Action,
};

/// The values that are chosen, each with a button that takes it back.
pub(crate) fn chips(scene: &Scene) -> Html {
    let chips: Vec<Html> = Facet::ALL.into_iter().flat_map(|facet| of_facet(scene, facet)).collect();
    if chips.is_empty() {
        return Html::default();
    }
    html! { <ul class="chips" role="list">{ for chips }</ul> }
}

fn of_facet(scene: &Scene, facet: Facet) -> Vec<Html> {
    let words = scene.words();
    let chip = |position: &ValueId| {
        let value = scene.edition.value(facet, *position)?;
        let (position, dispatch) = (*position, scene.dispatch.clone());
        let onclick = move |event: MouseEvent| {
            pass_focus_on(&event);
            dispatch.emit(Action::Toggle(facet, position));
        };
        let name = facet_filter::name(scene, facet);
        // What is seen is said as it is seen: who speaks to the browser says what they see.
        let label = words.remove.replace("{what}", &format!("{name} {}", value.name.shown()));
        Some(html! {
            <li key={format!("{}-{}", facet.key(), position.get())}>
                <button class="chip" type="button" aria-label={label} {onclick}>
                    <span class="chip-facet">{ name }</span>{ " " }
                    <span>{ written(scene, &value.name) }</span>
                </button>
            </li>
        })
    };
    scene.choice().chosen(facet).iter().filter_map(chip).collect()
}

/// A button that goes away leaves the focus to its neighbour, or to what opens the filters.
fn pass_focus_on(event: &MouseEvent) {
    let Some(button) = event.target_dyn_into::<Element>() else { return };
    let item = button.closest("li").ok().flatten();
    let neighbour = item.and_then(|item| item.next_element_sibling().or_else(|| item.previous_element_sibling()));
    match neighbour {
        Some(neighbour) => focus::focus(neighbour.first_element_child()),
        None => focus::within_widget(&button, &[".filters-button"]),
    }
}
