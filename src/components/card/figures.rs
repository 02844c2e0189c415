use fact_cards_story::edition::{Card, CardId, FactId, Figure};
use yew::prelude::*;

use crate::components::shared::{Scene, markup::html, written::Marking};

/// The card's own figures that stand. On a closed card the style sheet shows the first ones.
pub(crate) fn figures(scene: &Scene, marking: Marking, position: CardId, card: &Card) -> Html {
    let own = scene.edition.columns().standing.get(position).iter().take(usize::from(card.own));
    let figures: Vec<Html> = own
        .filter_map(|number| Some((*number, scene.edition.fact(*number)?)))
        .filter(|(number, fact)| scene.edition.withdrawal_of_fact(*number, fact).is_none())
        .filter_map(|(number, fact)| Some(figure(scene, marking, number, fact.figure.as_ref()?)))
        .collect();
    if figures.is_empty() {
        return Html::default();
    }
    html! { <p class="figures">{ for figures }</p> }
}

pub(crate) fn figure(scene: &Scene, marking: Marking, number: FactId, figure: &Figure) -> Html {
    let text = marking.text(scene, &figure.number);
    html! {
        <span key={number.get()} class="figure" part="figure">
            if let Some(spoken) = &figure.spoken {
                <b aria-hidden="true">{ text }</b>
                <span class="spoken">{ spoken.as_str() }</span>
            } else {
                <b>{ text }</b>
            }
            { " " }{ marking.text(scene, &figure.unit) }
        </span>
    }
}
