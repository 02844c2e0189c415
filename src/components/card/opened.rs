use fact_cards_story::edition::Card;
use web_sys::Element;
use yew::prelude::*;

use super::root::{self, Role};
use crate::{
    components::shared::{Scene, focus, markup::html},
    state::{Action, View},
    visible::alone,
};

/// The card that was opened in another view than that of the cards, beside it.
pub(crate) fn opened(scene: &Scene) -> Html {
    let Some(position) = scene.state.card.filter(|_| scene.state.view != View::Cards) else { return Html::default() };
    let Some(known) = scene.card(position) else { return Html::default() };
    let close = {
        let dispatch = scene.dispatch.clone();
        let links = links_to(scene, known);
        Callback::from(move |target: Option<Element>| {
            if let Some(target) = target {
                // Back to where it was opened from; where that is not there, to the choice of a view.
                focus::within_widget(&target, &[&links, ".one-choice[name='view']:checked"]);
            }
            dispatch.emit(Action::Close);
        })
    };
    let onclick = close.reform(|event: MouseEvent| event.target_dyn_into());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            // An article may show the cards in a dialog: that stays.
            event.prevent_default();
            close.emit(event.target_dyn_into());
        }
    });
    html! {
        <div class="opened" {onkeydown}>
            <button class="close" type="button" {onclick}>{ scene.words().close.as_str() }</button>
            { root::card(scene, &alone(scene.edition, scene.choice(), position), Role::Beside) }
        </div>
    }
}

/// What finds the links in the view's list by which the card may have been opened, and that can be seen.
fn links_to(scene: &Scene, card: &Card) -> String {
    let fact = scene.state.fact.and_then(|fact| scene.edition.fact(fact)).map_or("", |fact| fact.id.as_str());
    format!(".view-inside li :is([href$='#fact={fact}'], [href$='#card={}']):not(details:not([open]) *)", card.id)
}
