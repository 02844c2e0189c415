use fact_cards_story::edition::{CardId, Fact, FactId};
use yew::prelude::*;

use super::{
    changes::statement,
    meta::{Meta, meta},
    share,
    source_details::source_details,
};
use crate::components::shared::{Prerendered, Scene, disclosure::Disclosure, markup::html};

/// A fact as it stands on a card: what is stated, and in a quiet line when, who says so and where it is reported. On a card that
/// is not its own it says whose it is. The engine adds what tells more of it.
pub(crate) fn fact(scene: &Scene, card: CardId, number: FactId, has_menu: bool) -> Html {
    let Some(fact) = scene.edition.fact(number) else { return Html::default() };
    let own = fact.home == card;
    let is_link_target = scene.state.fact == Some(number) && scene.state.card == Some(card);
    let is_open = scene.disclosed.fact == Some((card, number));
    // Every reader of an article downloads the cards: there the id says it, until the engine makes the fact anew.
    let has_name = has_menu || !own || !matches!(scene.prerendered, Some(Prerendered::Cards(_)));
    let menu = has_menu.then(|| button(scene, card, number, is_open));
    html! {
        <li
            key={number.get()}
            class="fact"
            part="fact"
            id={own.then(|| format!("fact={}", fact.id))}
            data-fact={has_name.then(|| fact.id.clone())}
            data-link-target={is_link_target.then_some("")}
            tabindex={is_link_target.then_some("-1")}
            ref={scene.target_ref_if(is_link_target)}
        >
            { statement(scene, number, fact, Some(card)) }
            { meta(scene, fact, Meta { when: true, home: !own, menu, ..Meta::default() }) }
            if is_open {
                { more(scene, card, number, fact) }
            }
        </li>
    }
}

/// Tells more of a fact, or no more.
fn button(scene: &Scene, card: CardId, number: FactId, is_open: bool) -> Html {
    let disclose = scene.disclose.clone();
    let onclick = move |_: MouseEvent| disclose.emit(Disclosure::Fact((!is_open).then_some((card, number))));
    let expanded = if is_open { "true" } else { "false" };
    html! {
        <button class="fact-menu" type="button" aria-expanded={expanded} {onclick}>
            <span aria-hidden="true">{ "···" }</span><span class="spoken">{ scene.words().fact_menu.as_str() }</span>
        </button>
    }
}

/// Where it is reported in full, its link and citation.
fn more(scene: &Scene, card: CardId, number: FactId, fact: &Fact) -> Html {
    html! {
        <div class="fact-more">
            { for fact.sources.iter().enumerate().map(|(key, source)| source_details(scene, key, source)) }
            { share::of_fact(scene, card, number) }
        </div>
    }
}
