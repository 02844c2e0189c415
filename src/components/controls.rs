use yew::prelude::*;

use super::{Scene, filters, kind_filter, markup::html, search_field};

/// Everything that filters and searches.
pub(super) fn controls(scene: &Scene) -> Html {
    html! {
        <search class="controls" part="controls" aria-label={scene.words().search.clone()}>
            { kind_filter::labels(scene) }
            { search_field::search_field(scene) }
            { filters::button(scene) }
        </search>
    }
}
