use fact_cards_story::edition::{Facet, FacetValue};
use yew::prelude::*;

use super::{Scene, written::written};
use crate::{state::Action, visible::Offer};

/// A filter of which several values can be chosen, each with how many cards it would leave.
pub(super) fn facet_filter(scene: &Scene, facet: Facet) -> Html {
    let values = scene.edition.values(facet);
    let offers = scene.visible.facets.get(facet.index()).map_or(&[][..], Vec::as_slice);
    html! {
        <fieldset class="facet" data-facet={facet.key()}>
            <legend>{ name(scene, facet) }</legend>
            <ul role="list">
                { for values.iter().zip(offers).zip(0_u16..).map(|((value, offer), position)| {
                    choice(scene, facet, value, *offer, position)
                }) }
            </ul>
        </fieldset>
    }
}

/// The name of a filter.
pub(super) fn name<'s>(scene: &Scene<'s>, facet: Facet) -> &'s str {
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

fn choice(scene: &Scene, facet: Facet, value: &FacetValue, offer: Offer, position: u16) -> Html {
    let checked = scene.controls.choice.has(facet, position);
    let onchange = scene.dispatch.reform(move |_: Event| Action::Toggle(facet, position));
    let offered = offer.has_any || checked;
    html! {
        <li key={position}>
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
