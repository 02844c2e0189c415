//! The line that says how much is shown, and the applied filters below it.

use yew::prelude::*;

use super::{applied_filters, chips, relaxed_filters};
use crate::{
    components::{
        controls::clear,
        shared::{Scene, markup::html, written::filled},
    },
    share::Shared,
};

/// How much is shown, and for what where that is not what was typed; and the way back to everything.
///
/// Those who do not see it are told the same by `announcement.js`, once the reader has stopped typing: a live region would be
/// read out with each letter. So this one is made silent as soon as there is an engine. Before that it tells of the one thing
/// that can happen: that none can come.
pub(crate) fn status(scene: &Scene) -> Html {
    let words = scene.words();
    let visible = scene.visible;
    let cards = words.cards.for_count(visible.order.len());
    // A card that is found by its name or summary alone shows no fact that matches; nor does an empty result.
    let status = if visible.facts == 0 {
        cards
    } else {
        words
            .status
            .replace("{cards}", &cards)
            .replace("{facts}", &words.facts.for_count(visible.facts))
            .replace("{articles}", &words.articles.for_count(visible.articles))
    };
    html! {
        <div class="status-line" tabindex={scene.edition.has_pages().then_some("-1")}>
            <p class="status" role="status">
                if let Some(corrected) = visible.query.corrected() {
                    <span class="corrected">{ filled(&words.showing_results_for, html! { { corrected } }) }</span>{ " " }
                }
                <span>{ status }</span>
                if let Some(relaxed) = relaxed_filters::sentence(scene) {
                    { " " }<span class="spoken">{ relaxed }</span>
                }
                if scene.shared.is_some_and(Shared::was_copied) {
                    { " " }<span class="spoken">{ words.copied.as_str() }</span>
                }
            </p>
            { chips::chips(scene) }
            { applied_filters::on_paper(scene) }
            if scene.choice().is_set() && !visible.order.is_empty() {
                { clear::clear(scene) }
            }
        </div>
    }
}
