//! The published site under nginx: what it serves for articles.

use std::fs;

use fact_cards_browser_tests::{PublishedSite, Visit};

use crate::{
    articles::{arrive, article},
    served::{paths, use_the_element},
};

#[tokio::test]
async fn a_snippet_as_it_is_published_works_in_an_article_of_another_origin() {
    let site = PublishedSite::of_story("seeds").serve().await;
    let snippet = fs::read_to_string(site.folder().join("snippet/en.html")).unwrap();
    Visit::to_address(site.url())
        .embedded_in(&article("", &snippet))
        .and(async |page| {
            arrive(page).await;
            assert_eq!(paths(&site.sent().await), ["/fact-cards.js"], "its cards are in the article");
            use_the_element(page).await;
        })
        .await;
}
