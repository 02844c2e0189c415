//! What the story is about, and how much of it there is.

use fact_cards_story::{Counted, edition::Edition};
use yew::prelude::*;

use crate::components::shared::{Scene, markup::html, written::written};

/// The id of the title, which names the whole.
pub(crate) const TITLE: &str = "title";

/// How much of a story there is, in words.
#[must_use]
pub fn extent(edition: &Edition) -> String {
    let words = &edition.words;
    let counted = |words: &Counted, number: usize| words.for_count(number);
    words
        .extent
        .replace("{facts}", &counted(&words.facts, edition.facts.len()))
        .replace("{articles}", &counted(&words.articles, edition.articles.len()))
}

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
