use fact_cards_story::edition::{Facet, ValueId};
use yew::prelude::*;

use crate::{
    components::shared::{Scene, markup::html, written::written},
    state::Action,
    visible::Offer,
};

/// How many values of a filter are offered at once, where the story has several pages.
const MOST: usize = 15;

/// A filter of which several values can be chosen, each with how many cards it would leave.
pub(crate) fn facet_filter(scene: &Scene, facet: Facet) -> Html {
    let offers = scene.visible.facets.get(facet.index()).map_or(&[][..], Vec::as_slice);
    let shown = shown(scene, facet, offers);
    let more = offers.iter().filter(|offer| offer.has_any).count().saturating_sub(shown.len());
    html! {
        <fieldset class="facet" data-facet={facet.key()}>
            <legend>{ name(scene, facet) }</legend>
            <ul role="list">
                { for shown.into_iter().map(|(position, offer)| choice(scene, facet, *offer, position)) }
            </ul>
            if more > 0 {
                <p class="rest">{ scene.words().more_values.replace("{number}", &scene.number(more)) }</p>
            }
        </fieldset>
    }
}

/// The name of a filter.
pub(crate) fn name<'s>(scene: &Scene<'s>, facet: Facet) -> &'s str {
    let words = scene.words();
    match facet {
        Facet::Type => &words.card_type,
        Facet::Source => &words.source,
        Facet::Topic => &words.topic,
        Facet::Place => &words.place,
        Facet::Year => &words.year,
        Facet::Speaker => &words.speaker,
    }
}

/// The values that are offered: all, or in a story of several pages those that are chosen and those that most cards have. The
/// others come up as the filters narrow.
fn shown<'o>(scene: &Scene, facet: Facet, offers: &'o [Offer]) -> Vec<(ValueId, &'o Offer)> {
    let every = || ValueId::all().zip(offers);
    if !scene.edition.has_pages() || offers.len() <= MOST {
        return every().collect();
    }
    // Sorting them would take kilobytes in the wasm.
    let (mut least, mut too_many) = (0, scene.edition.cards.len());
    while least < too_many {
        let middle = usize::midpoint(least, too_many);
        if offers.iter().filter(|offer| offer.cards > middle).count() > MOST {
            least = middle + 1;
        } else {
            too_many = middle;
        }
    }
    let is_chosen = |position: ValueId| scene.controls.choice.has(facet, position);
    let mut room = MOST - every().filter(|(_, offer)| offer.cards > least).count().min(MOST);
    let mut fits = |offer: &Offer| {
        let ties = offer.cards == least && offer.has_any && room > 0;
        room -= usize::from(ties);
        ties || offer.cards > least
    };
    every().filter(|(position, offer)| fits(offer) || is_chosen(*position)).collect()
}

fn choice(scene: &Scene, facet: Facet, offer: Offer, position: ValueId) -> Html {
    let Some(value) = scene.edition.value(facet, position) else { return Html::default() };
    let checked = scene.controls.choice.has(facet, position);
    let onchange = scene.dispatch.reform(move |_: Event| Action::Toggle(facet, position));
    let offered = offer.has_any || checked;
    html! {
        <li key={position.get()}>
            <label>
                <input
                    type="checkbox"
                    name={facet.key()}
                    value={value.id.clone()}
                    {checked}
                    disabled={!offered}
                    {onchange}
                />
                <span>{ written(scene, &value.name) }</span>{ " " }
                <span class="count">{ scene.number(if offered { offer.cards } else { 0 }) }</span>
            </label>
        </li>
    }
}
