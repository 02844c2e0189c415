use fact_cards_story::edition::{Card, CardId, Face, Pictured};
use yew::prelude::*;

use crate::components::shared::{Scene, markup::html, picture};

/// What a card shows of itself: something that is drawn, and its picture over that. All of it is said beside it too.
pub(crate) fn face(scene: &Scene, position: CardId, card: &Card) -> Html {
    let picture = picture::face(scene, Pictured::Card(position));
    match &card.face {
        Face::Sign => html! { <span class="face" aria-hidden="true"><span class="glyph"></span>{ picture }</span> },
        Face::Letters(letters) => {
            let long = (letters.chars().count() > 3).then_some("");
            html! { <span class="face" aria-hidden="true" data-long={long}>{ letters.as_str() }{ picture }</span> }
        }
        // The venue is in the middle, where the style sheet marks it. Maps have north at the top in every language.
        Face::Coast(coast) => html! {
            <span class="face" aria-hidden="true" data-coast="">
                <svg viewBox={format!("0 0 {0} {0}", Face::SIDE)}><path d={coast.clone()} /></svg>{ picture }
            </span>
        },
    }
}
