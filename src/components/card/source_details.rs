use fact_cards_story::edition::{Article, ArticleId, FactId, Source};
use yew::prelude::*;

use crate::{
    components::shared::{
        Scene,
        extent::{extent, of_so_many},
        link::leads_to_the_web,
        markup::html,
        written::written,
    },
    visible::note,
};

/// Where a fact stands: the article, the paragraph, when and by whom it was published.
pub(crate) fn source_details(scene: &Scene, key: usize, source: &Source) -> Html {
    let Some(article) = scene.edition.article(source.article) else { return Html::default() };
    html! {
        <p {key} class="source-details" part="source">
            <cite>{ written(scene, &article.title) }</cite>{ " · " }{ source.paragraph.as_str() }{ " · " }
            { publication(scene, article) }
        </p>
    }
}

/// When and by whom an article was published, and the way to it.
pub(crate) fn publication(scene: &Scene, article: &Article) -> Html {
    html! {
        <>
            if let Some(publisher) = &article.publisher {
                <bdi>{ publisher.as_str() }</bdi>{ " · " }
            }
            { article.published.as_str() }
            if let Some(url) = article.url.as_ref().filter(|url| leads_to_the_web(url)) {
                { " · " }<a href={url.clone()}>{ scene.words().read_article.as_str() }</a>
            }
        </>
    }
}

/// What the short names of the articles stand for: all, or those in which some facts stand, in a story of several pages and where
/// some cards are shown by themselves.
pub(crate) fn articles(scene: &Scene, facts: &[FactId]) -> Html {
    let columns = scene.edition.columns();
    let has_all = !scene.edition.has_pages() && !scene.edition.is_narrowed();
    let mut is_named = vec![has_all; scene.edition.articles.len()];
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

/// How much there is from which articles: what the short names on the cards stand for is one press away, also without script.
pub(crate) fn about(scene: &Scene) -> Html {
    let columns = scene.edition.columns();
    let cards = scene.visible.cards.iter();
    let on_page: Vec<FactId> = cards.flat_map(|card| columns.standing.get(card.card)).copied().collect();
    let extent = if scene.edition.is_narrowed() {
        of_so_many(scene.words(), scene.visible.facts, scene.visible.articles)
    } else {
        extent(scene.edition)
    };
    html! {
        <>
            <details class="about">
                <summary>{ extent }</summary>
                { articles(scene, &on_page) }
            </details>
            if scene.bare {
                { whole(scene) }
            }
        </>
    }
}

/// The story that cards are taken from which stand by themselves, and the way to it where that is known.
fn whole(scene: &Scene) -> Html {
    let title = written(scene, &scene.edition.title);
    let href = [scene.site, &scene.edition.path].concat();
    html! {
        <p class="whole">
            if scene.site.is_empty() {
                { title }
            } else {
                <a {href}>{ title }</a>
            }
        </p>
    }
}
