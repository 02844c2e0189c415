use fact_cards_story::edition::{Article, Source};
use yew::prelude::*;

use crate::components::shared::{Scene, markup::html, written::written};

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

/// Whether an address is one of the web. The data of a story may come from anywhere, and `javascript:` is an address too.
fn leads_to_the_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
