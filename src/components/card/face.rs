use fact_cards_story::edition::{Card, Face};
use yew::prelude::*;

use crate::components::shared::markup::html;

/// What a card shows of itself where there is no picture. All of it is said beside it too.
pub(crate) fn face(card: &Card) -> Html {
    match &card.face {
        Face::Sign => html! { <span class="face" aria-hidden="true"><span class="glyph"></span></span> },
        Face::Letters(letters) => {
            let long = (letters.chars().count() > 3).then_some("");
            html! { <span class="face" aria-hidden="true" data-long={long}>{ letters.as_str() }</span> }
        }
        // The venue is in the middle, where the style sheet marks it. Maps have north at the top in every language.
        Face::Coast(coast) => html! {
            <span class="face" aria-hidden="true" data-coast="">
                <svg viewBox={format!("0 0 {0} {0}", Face::SIDE)}><path d={coast.clone()} /></svg>
            </span>
        },
    }
}
