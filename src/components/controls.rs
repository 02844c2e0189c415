use yew::prelude::*;

use super::{Scene, filters, kind_filter, search_field, view_switch};

/// Everything that filters, searches and chooses how the rest is shown.
pub(super) fn controls(scene: &Scene) -> Html {
    html! {
        <div class="controls" part="controls">
            { kind_filter::labels(scene) }
            { search_field::search_field(scene) }
            { filters::button(scene) }
            { view_switch::labels(scene) }
        </div>
    }
}
