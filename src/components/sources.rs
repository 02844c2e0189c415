//! The facts by article, in the order of its paragraphs; which of them several articles report; and what these write in more
//! than one way.

use fact_cards_story::edition::{Article, Card, Paragraph};
use yew::prelude::*;

use super::{
    Scene,
    card_link::card_link,
    entry::entry,
    source_marker, view,
    written::{marked, written},
};
use crate::state::View;

pub(super) fn sources(scene: &Scene) -> Html {
    let inside = html! {
        <>
            <div class="articles">{ in_several(scene) }{ written_differently(scene) }</div>
            <div class="articles">{ for scene.edition.articles.iter().zip(0..).map(|(of, at)| article(scene, at, of)) }</div>
        </>
    };
    view::view(scene, View::Sources, scene.visible.found.len(), &scene.words().nothing_reported, inside)
}

fn heading(scene: &Scene, text: Html) -> Html {
    html! { <@{scene.heading()} class="name">{ text }</@> }
}

fn in_several(scene: &Scene) -> Html {
    let agreed = |fact: &&u16| scene.edition.fact(**fact).is_some_and(|fact| fact.agreement.is_some());
    let agreed: Vec<&u16> = scene.visible.found.iter().filter(agreed).collect();
    if agreed.is_empty() {
        return Html::default();
    }
    html! {
        <section class="article">
            { heading(scene, html! { { &scene.words().in_several } }) }
            <ul class="entries" role="list">{ for agreed.into_iter().map(|fact| entry(scene, *fact, None, None)) }</ul>
        </section>
    }
}

/// Names that the articles spell in more than one way, each spelling with where it stands.
fn written_differently(scene: &Scene) -> Html {
    let spelt = |card: &Card| card.spellings.iter().any(|spelling| spelling.marker.is_some());
    let cards = scene.visible.cards.iter().filter_map(|shown| Some((shown.card, scene.card(shown.card)?)));
    let cards: Vec<(u16, &Card)> = cards.filter(|(_, card)| spelt(card)).collect();
    if cards.is_empty() {
        return Html::default();
    }
    let spellings = |card: &Card| {
        let spellings = card.spellings.iter().filter_map(|spelling| Some((&spelling.name, spelling.marker.as_ref()?)));
        let spelling = |(name, marker)| {
            html! { <li><bdi>{ marked(scene, name) }</bdi>{ " " }<span class="reported">{ written(scene, marker) }</span></li> }
        };
        spellings.map(spelling).collect::<Html>()
    };
    html! {
        <section class="article">
            { heading(scene, html! { { &scene.words().written_differently } }) }
            <ul class="entries" role="list">
                { for cards.into_iter().map(|(position, card)| html! {
                    <li key={position} class="entry">
                        <p class="whose" data-kind={card.kind.key()}>
                            <span class="glyph" aria-hidden="true"></span>
                            { card_link(scene, position, marked(scene, &card.name)) }
                        </p>
                        <ul role="list">{ spellings(card) }</ul>
                    </li>
                }) }
            </ul>
        </section>
    }
}

fn article(scene: &Scene, position: u16, article: &Article) -> Html {
    let paragraph = |paragraph: &Paragraph| {
        let found = scene.found(&paragraph.facts);
        (!found.is_empty()).then(|| html! {
            <li key={paragraph.number} class="paragraph" data-kinds={scene.kinds_of(&found)}>
                <p class="paragraph-number">{ format!("¶{}", scene.number(paragraph.number.into())) }</p>
                <ul class="entries" role="list">{ for found.into_iter().map(|fact| entry(scene, fact, None, Some((position, paragraph.number)))) }</ul>
            </li>
        })
    };
    let paragraphs: Vec<Html> = article.paragraphs.iter().filter_map(paragraph).collect();
    if paragraphs.is_empty() {
        return Html::default();
    }
    html! {
        <section key={position} class="article">
            { heading(scene, written(scene, &article.title)) }
            <p class="reported">{ source_marker::publication(scene, article) }</p>
            <ol class="paragraphs" role="list">{ for paragraphs }</ol>
        </section>
    }
}
