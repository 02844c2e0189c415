//! The bar of controls that stays in sight: search, kinds, and what opens the other filters.

use yew::prelude::*;

use super::{filters, kind_filter, search_field};
use crate::components::shared::{Scene, markup::html};

/// Everything that filters and searches.
pub(crate) fn controls(scene: &Scene) -> Html {
    html! {
        <search class="controls" part="controls" aria-label={scene.words().search.clone()}>
            { kind_filter::labels(scene) }
            { search_field::search_field(scene) }
            { filters::button(scene) }
        </search>
    }
}
