use fact_cards_story::edition::Facet;
use yew::prelude::*;

use super::{Scene, facet_filter, kind_filter, search_field};

/// Everything that filters and searches.
pub(super) fn controls(scene: &Scene) -> Html {
    html! {
        <div class="controls" part="controls">
            { kind_filter::labels(scene) }
            { search_field::search_field(scene) }
            { filters(scene) }
        </div>
    }
}

/// The filters of which several values can be chosen, folded away until they are wanted.
fn filters(scene: &Scene) -> Html {
    let words = scene.words();
    let chosen = Facet::ALL.into_iter().map(|facet| scene.choice().chosen(facet).len()).sum();
    html! {
        <details class="filters">
            <summary>
                <span>{ words.filters.as_str() }</span>
                if chosen > 0 {
                    { " " }<span class="chosen">{ words.chosen.of(chosen) }</span>
                }
            </summary>
            <div class="facets">
                { for Facet::ALL.into_iter().map(|facet| facet_filter::facet_filter(scene, facet)) }
            </div>
        </details>
    }
}
