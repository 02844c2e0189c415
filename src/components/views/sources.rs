//! The facts by article, in the order of its paragraphs; which of them several articles report; and what these write in more
//! than one way.

use fact_cards_story::edition::{ArticleId, Card, CardId, Facet, FactId, Pictured};
use yew::prelude::*;

use super::{entry::entry, pages::on_page, view};
use crate::{
    components::{
        card::source_details,
        shared::{
            Scene,
            card_link::card_link,
            markup::html,
            picture,
            written::{marked, written},
        },
    },
    state::View,
};

/// What is listed, in the order in which it is.
#[derive(Clone, Copy)]
enum Listed {
    /// A fact that several articles report.
    InSeveral(FactId),
    /// A card that is spelt in several ways.
    Spelt(CardId),
    /// What stands in an article, in one of its paragraphs.
    Reported(ArticleId, u16, FactId),
}

pub(crate) fn sources(scene: &Scene) -> Html {
    let listed = listed(scene);
    let shown = on_page(scene, &listed);
    let in_several: Vec<FactId> =
        shown.iter().filter_map(|it| if let Listed::InSeveral(fact) = it { Some(*fact) } else { None }).collect();
    let spelt: Vec<CardId> =
        shown.iter().filter_map(|it| if let Listed::Spelt(card) = it { Some(*card) } else { None }).collect();
    let reported = shown.iter().filter_map(|it| match it {
        Listed::Reported(article, paragraph, fact) => Some((*article, *paragraph, *fact)),
        _ => None,
    });
    let reported: Vec<(ArticleId, u16, FactId)> = reported.collect();
    let inside = html! {
        <>
            <div class="articles">{ several(scene, &in_several) }{ written_differently(scene, &spelt) }</div>
            <div class="articles">
                { for reported.chunk_by(|(one, ..), (other, ..)| one == other).filter_map(|of| article(scene, of)) }
            </div>
        </>
    };
    let count = if scene.visible.found.is_empty() { 0 } else { listed.len() };
    view::view(scene, View::Sources, count, &scene.words().nothing_reported, &[], inside)
}

/// Everything that matches, on all pages.
fn listed(scene: &Scene) -> Vec<Listed> {
    let columns = scene.edition.columns();
    let agreed = |fact: &&FactId| columns.values(Facet::Source, **fact).len() > 1;
    let spelt = |card: &&CardId| {
        let card = scene.card(**card);
        card.is_some_and(|card| card.spellings.iter().any(|spelling| spelling.marker.is_some()))
    };
    let first = scene.visible.found.iter().filter(agreed).map(|fact| Listed::InSeveral(*fact));
    let mut listed: Vec<Listed> = first.collect();
    listed.extend(scene.visible.order.iter().filter(spelt).map(|card| Listed::Spelt(*card)));
    for (position, article) in ArticleId::all().zip(&scene.edition.articles) {
        for paragraph in &article.paragraphs {
            let found = paragraph.facts.iter().filter(|fact| scene.is_found(**fact));
            listed.extend(found.map(|fact| Listed::Reported(position, paragraph.number, *fact)));
        }
    }
    listed
}

fn heading(scene: &Scene, text: Html) -> Html {
    html! { <@{scene.heading()} class="name">{ text }</@> }
}

fn several(scene: &Scene, agreed: &[FactId]) -> Html {
    if agreed.is_empty() {
        return Html::default();
    }
    html! {
        <section class="article">
            { heading(scene, html! { { &scene.words().in_several } }) }
            <ul class="entries" role="list">{ for agreed.iter().map(|fact| entry(scene, *fact, None, None)) }</ul>
        </section>
    }
}

/// Names that the articles spell in more than one way, each spelling with where it stands.
fn written_differently(scene: &Scene, cards: &[CardId]) -> Html {
    if cards.is_empty() {
        return Html::default();
    }
    let spellings = |card: &Card| {
        let spellings = card.spellings.iter().filter_map(|spelling| Some((&spelling.name, spelling.marker.as_ref()?)));
        let spelling = |(name, marker)| {
            html! { <li><bdi>{ marked(scene, name) }</bdi>{ " " }<span class="reported">{ written(scene, marker) }</span></li> }
        };
        html! { { for spellings.map(spelling) } }
    };
    html! {
        <section class="article">
            { heading(scene, html! { { &scene.words().written_differently } }) }
            <ul class="entries" role="list">
                { for cards.iter().filter_map(|position| Some((*position, scene.card(*position)?))).map(|(position, card)| html! {
                    <li key={position.get()} class="entry">
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

fn article(scene: &Scene, reported: &[(ArticleId, u16, FactId)]) -> Option<Html> {
    let position = reported.first()?.0;
    let article = scene.edition.article(position)?;
    let paragraph = |facts: &[(ArticleId, u16, FactId)]| {
        let number = facts.first()?.1;
        let found: Vec<FactId> = facts.iter().map(|(.., fact)| *fact).collect();
        Some(html! {
            <li key={number} class="paragraph" data-kinds={scene.kinds_of(&found)}>
                <p class="paragraph-number">{ format!("¶{}", scene.number(number.into())) }</p>
                <ul class="entries" role="list">{ for found.into_iter().map(|fact| entry(scene, fact, None, Some((position, number)))) }</ul>
            </li>
        })
    };
    Some(html! {
        <section key={position.get()} class="article">
            { heading(scene, written(scene, &article.title)) }
            <p class="reported">{ source_details::publication(scene, article) }</p>
            { picture::figure(scene, Pictured::Article(position)) }
            <ol class="paragraphs" role="list">
                { for reported.chunk_by(|(_, one, _), (_, other, _)| one == other).filter_map(paragraph) }
            </ol>
        </section>
    })
}
