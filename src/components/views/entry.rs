use fact_cards_story::edition::{ArticleId, Fact, FactId};
use yew::prelude::*;

use crate::components::{
    card::{
        changes::statement,
        meta::{Meta, meta},
    },
    shared::{Scene, card_link::fact_link, markup::html, written::marked},
};

/// A fact outside of its card: whose it is, what, who says so and where it is reported. It leads to the card. `remark` stands
/// before where it is reported; what is `within` a paragraph is not told to be reported there.
pub(crate) fn entry(scene: &Scene, number: FactId, remark: Option<&str>, within: Option<(ArticleId, u16)>) -> Html {
    let Some(fact) = scene.edition.fact(number) else { return Html::default() };
    html! {
        <li key={number.get()} class="entry" data-kinds={scene.kinds_of(&[number])}>
            { whose(scene, number, fact) }
            { statement(scene, number, fact, None) }
            { meta(scene, fact, Meta { remark, within, ..Meta::default() }) }
        </li>
    }
}

/// The card that a fact belongs to, and the way there.
pub(crate) fn whose(scene: &Scene, number: FactId, fact: &Fact) -> Html {
    let Some(home) = scene.card(fact.home) else { return Html::default() };
    html! {
        <p class="whose" data-kind={home.kind.key()}>
            <span class="glyph" aria-hidden="true"></span>{ fact_link(scene, fact, number, marked(scene, &home.name)) }
        </p>
    }
}
