use fact_cards_story::Counted;
use yew::prelude::*;

use super::{Scene, markup::html, written::written};

/// The id of the title, which names the whole.
pub(super) const TITLE: &str = "title";

/// What the story is about, and how much of it there is.
pub(super) fn masthead(scene: &Scene) -> Html {
    let words = scene.words();
    let counted = |words: &Counted, number: usize| words.of(number);
    let extent = words
        .extent
        .replace("{facts}", &counted(&words.facts, scene.edition.facts.len()))
        .replace("{articles}", &counted(&words.articles, scene.edition.articles.len()));
    html! {
        // No header: where no landmark of the article is around it, that would be the banner of the article's page.
        <div class="masthead">
            <@{format!("h{}", scene.heading_level)} class="title" id={TITLE}>{ written(scene, &scene.edition.title) }</@>
            <p class="lead">{ written(scene, &scene.edition.lead) }</p>
            <p class="extent">{ extent }</p>
        </div>
    }
}
