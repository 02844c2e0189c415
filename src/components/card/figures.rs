use fact_cards_story::edition::{Card, FactId, Figure};
use yew::prelude::*;

use crate::{
    components::shared::{Scene, markup::html, written::marked},
    visible::VisibleCard,
};

/// The card's own figures, set large: those of the facts that match and are not withdrawn.
pub(crate) fn figures(scene: &Scene, card: &Card, visible: &VisibleCard) -> Html {
    let narrowed = scene.visible.narrowed;
    let own = scene.edition.columns().standing.get(visible.card).iter().take(usize::from(card.own));
    let shown = own.filter(|fact| !narrowed || visible.open.contains(fact));
    let figures: Vec<Html> = shown
        .filter_map(|number| Some((*number, scene.edition.fact(*number)?)))
        .filter(|(number, fact)| scene.edition.withdrawal_of_fact(*number, fact).is_none())
        .filter_map(|(number, fact)| Some((number, fact.figure.as_ref()?)))
        .map(|(number, shown)| figure(scene, number, shown))
        .collect();
    if figures.is_empty() {
        return Html::default();
    }
    html! { <dl class="figures">{ for figures }</dl> }
}

fn figure(scene: &Scene, number: FactId, figure: &Figure) -> Html {
    let text = marked(scene, &figure.number);
    html! {
        <div key={number.get()} class="figure" part="figure">
            <dt>{ marked(scene, &figure.unit) }</dt>
            <dd>
                if let Some(spoken) = &figure.spoken {
                    <span aria-hidden="true">{ text }</span>
                    <span class="spoken">{ spoken.as_str() }</span>
                } else {
                    <span>{ text }</span>
                }
            </dd>
        </div>
    }
}
