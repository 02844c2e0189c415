//! Pictures on cards, as the engine renders them.

use fact_cards::{
    Disclosed, Requested,
    state::{State, View},
};
use fact_cards_story::edition::{Edition, Pictures};

use crate::{
    page::html_with,
    story::{card, edition, harbour_files},
};

fn harbour() -> Edition {
    edition(&harbour_files())
}

/// What is requested of a page with that card open.
fn requested(edition: &Edition, state: State) -> Requested {
    let open = [card(edition, "lena-dorrit")].into_iter().collect();
    Requested { state, disclosed: Some(Disclosed::new(open, false)), ..Requested::default() }
}

#[test]
fn the_engine_takes_pictures_from_the_top_of_the_story_wherever_that_is() {
    let edition = harbour();
    for site in ["https://cards.example/news/", ""] {
        let html = html_with(&edition, requested(&edition, State::default()), |props| site.clone_into(&mut props.site));
        let name = &edition.pictures.as_ref().unwrap().all[0].name;
        assert!(html.contains(&format!("src=\"{site}assets/{name}-128.jpg\"")), "{html}");
        assert_eq!(html.matches("<figure").count(), 1, "of the opened card only");
    }
}

#[test]
fn a_picture_of_an_article_stands_among_the_sources() {
    let edition = harbour();
    let state = State { view: View::Sources, ..State::default() };
    let html = html_with(&edition, requested(&edition, state), |_| {});
    assert!(html.contains("alt=\"Lightning over a red ship at sea.\""), "{html}");
    assert!(
        html.contains("<a href=\"https://post.example/storm/picture\">Iva Torrel / The Brannoch Post</a>"),
        "{html}"
    );
}

#[test]
fn what_a_foreign_story_says_of_its_pictures_leads_to_no_other_host() {
    let mut edition = harbour();
    let Some(Pictures { all }) = &mut edition.pictures else { panic!("the story has pictures") };
    for picture in all {
        picture.name = "//tracker.example/\"><script>".into();
        picture.source = Some("javascript:alert(1)".into());
        picture.licence = Some("<script>".into());
    }
    let inside = |address: &str| Some((address.to_owned(), address.to_owned()));
    if let Some(last) = edition.pictures.as_mut().and_then(|pictures| pictures.all.get_mut(1)) {
        last.inside = inside("https://tracker.example/a.jpg");
    }
    let html = html_with(&edition, requested(&edition, State::default()), |props| {
        props.site = "https://cards.example/".into();
    });
    assert!(!html.contains("<script") && !html.contains("javascript:") && !html.contains("https://tracker"), "{html}");
    for address in html.split("src=\"").skip(1) {
        assert!(address.starts_with("https://cards.example/assets/") || address.starts_with('"'), "{address}");
    }
}
