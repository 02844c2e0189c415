//! What the views have in common.

use fact_cards_story::edition::FactId;
use yew::prelude::*;

use super::pages;
use crate::{
    components::{
        card::{opened::opened, source_details::articles},
        shared::{Scene, markup::html},
    },
    state::View,
};

/// A view as it stands below the controls, or what is said in its place where it has nothing to show. `count` is how many
/// entries it has on all of its pages, `facts` are those on the page that is shown.
pub(crate) fn view(scene: &Scene, view: View, count: usize, nothing: &str, facts: &[FactId], inside: Html) -> Html {
    // The others have headings inside.
    let name = match view {
        View::Map => Some(&scene.words().view_map),
        View::Figures => Some(&scene.words().view_figures),
        _ => None,
    };
    html! {
        <div class="view" data-view={view.key()} aria-busy={(scene.at_once < count).then_some("true")}>
            { opened(scene) }
            <div class="view-inside">
                if let Some(name) = name {
                    <@{scene.heading()} class="spoken">{ name.as_str() }</@>
                }
                if count == 0 {
                    if !scene.visible.order.is_empty() {
                        <p class="nothing">{ nothing.to_owned() }</p>
                    }
                } else {
                    { inside }
                    { pages::pages(scene, view, count) }
                    if view != View::Sources {
                        { articles(scene, facts) }
                    }
                }
            </div>
        </div>
    }
}

/// How many of the facts that are shown have no place in a view.
pub(crate) fn rest(scene: &Scene, shown: usize, pattern: &str) -> Html {
    let rest = scene.visible.found.len().saturating_sub(shown);
    if rest == 0 {
        return Html::default();
    }
    html! { <p class="rest">{ pattern.replace("{facts}", &scene.words().facts.for_count(rest)) }</p> }
}

/// Thousandths as a length in a drawing.
pub(crate) fn percent(thousandths: u16) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
