//! What the story is about.

use yew::prelude::*;

use crate::components::shared::{Scene, markup::html, written::written};

/// The id of the title, which names the whole.
pub(crate) const TITLE: &str = "title";

/// What the story is about.
pub(crate) fn masthead(scene: &Scene) -> Html {
    html! {
        // No header: where no landmark of the article is around it, that would be the banner of the article's page.
        <div class="masthead">
            <@{format!("h{}", scene.heading_level)} class="title" id={TITLE}>{ written(scene, &scene.edition.title) }</@>
            <p class="lead">{ written(scene, &scene.edition.lead) }</p>
        </div>
    }
}
