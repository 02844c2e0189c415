//! What the views have in common.

use fact_cards_story::edition::{ArticleId, FactId};
use yew::prelude::*;

use super::pages;
use crate::{
    components::{
        card::{opened::opened, source_details::publication},
        shared::{Scene, markup::html, written::written},
    },
    state::View,
    visible::note,
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
        <div class="view" data-view={view.key()}>
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

/// What the short names of the articles stand for: all, or in a story of several pages those in which some facts stand.
fn articles(scene: &Scene, facts: &[FactId]) -> Html {
    let columns = scene.edition.columns();
    let mut is_named = vec![!scene.edition.has_pages(); scene.edition.articles.len()];
    for fact in facts {
        columns.articles(*fact).for_each(|article| note(&mut is_named, article));
    }
    let named = |at: ArticleId| {
        let (article, value) = (scene.edition.article(at)?, scene.edition.source(at)?);
        Some(html! {
            <div key={at.get()}>
                <dt>{ written(scene, &value.name) }</dt>
                <dd><cite>{ written(scene, &article.title) }</cite>{ " · " }{ publication(scene, article) }</dd>
            </div>
        })
    };
    let shown = ArticleId::all().zip(is_named).filter(|(_, is_named)| *is_named);
    html! { <dl class="key">{ for shown.filter_map(|(at, _)| named(at)) }</dl> }
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
