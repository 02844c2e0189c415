//! What the views have in common.

use fact_cards_story::edition::Facet;
use yew::prelude::*;

use super::{Scene, opened::opened, source_marker::publication, written::written};
use crate::state::View;

/// A view as it stands below the controls, or what is said in its place where it has nothing to show.
pub(super) fn view(scene: &Scene, view: View, count: usize, nothing: &str, inside: Html) -> Html {
    // The others have headings inside.
    let name = match view {
        View::Map => Some(&scene.words().view_map),
        View::Figures => Some(&scene.words().view_figures),
        _ => None,
    };
    html! {
        <div class="view" data-view={view.key()}>
            { opened(scene) }
            <div class="view-inside">
                if let Some(name) = name {
                    <@{scene.heading()} class="spoken">{ name.as_str() }</@>
                }
                if count == 0 {
                    if !scene.visible.cards.is_empty() {
                        <p class="nothing">{ nothing.to_owned() }</p>
                    }
                } else {
                    { inside }
                    if view != View::Sources {
                        { articles(scene) }
                    }
                }
            </div>
        </div>
    }
}

/// What the short names of the articles stand for.
fn articles(scene: &Scene) -> Html {
    let named = scene.edition.articles.iter().zip(scene.edition.values(Facet::Source)).enumerate();
    html! {
        <dl class="key">
            { for named.map(|(key, (article, value))| html! {
                <div {key}>
                    <dt>{ written(scene, &value.name) }</dt>
                    <dd><cite>{ written(scene, &article.title) }</cite>{ " · " }{ publication(scene, article) }</dd>
                </div>
            }) }
        </dl>
    }
}

/// How many of the facts that are shown have no place in a view.
pub(super) fn rest(scene: &Scene, shown: usize, pattern: &str) -> Html {
    let rest = scene.visible.found.len().saturating_sub(shown);
    if rest == 0 {
        return Html::default();
    }
    html! { <p class="rest">{ pattern.replace("{facts}", &scene.words().facts.of(rest)) }</p> }
}

/// Thousandths as a length in a drawing.
pub(super) fn percent(thousandths: u16) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
