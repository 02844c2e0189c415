use fact_cards_story::edition::{Article, Source};
use yew::prelude::*;

use crate::components::shared::{Scene, markup::html, written::written};

/// Where a fact stands: a small marker that opens to the article, its date and the paragraph.
pub(crate) fn source_marker(scene: &Scene, key: usize, source: &Source) -> Html {
    let article = scene.edition.article(source.article);
    html! {
        <details {key} class="source" part="source">
            <summary><span>{ written(scene, &source.marker) }</span></summary>
            if let Some(article) = article {
                <p>
                    <cite>{ written(scene, &article.title) }</cite>{ " · " }{ source.paragraph.as_str() }{ " · " }
                    { publication(scene, article) }
                </p>
            }
        </details>
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
