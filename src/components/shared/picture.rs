//! Pictures: a face on a card, and a large one with who made it.

use fact_cards_story::edition::{Picture, PictureForm, Pictured};
use yew::prelude::*;

use super::{
    Scene,
    link::leads_to_the_web,
    markup::{html, is_full},
    written::written,
};

/// How wide a face is at first, and how wide a large picture is at most: by that a browser chooses a form.
const FACE: &str = "4em";
const LARGE: &str = "(max-width:40em) 92vw, 24em";

/// The picture of a card as its face: it covers what is drawn there, as soon as it is there. The name stands beside it.
pub(crate) fn face(scene: &Scene, of: Pictured) -> Html {
    let Some(picture) = scene.edition.picture(of).filter(|_| !is_full()) else { return Html::default() };
    let address = |side: u16| picture.address(scene.site, PictureForm::Face(side));
    let srcset = set(picture, &[(64, address(64)), (128, address(128)), (192, address(192))]);
    html! {
        <img src={address(128)} srcset={srcset} sizes={FACE} width="64" height="64" alt="" loading="lazy" decoding="async" />
    }
}

/// The whole picture of a card or article, with who made it.
pub(crate) fn figure(scene: &Scene, of: Pictured) -> Html {
    let Some(picture) = scene.edition.picture(of).filter(|_| !is_full()) else { return Html::default() };
    let address = |form: PictureForm| picture.address(scene.site, form);
    let mut forms = vec![(picture.small_width(), address(PictureForm::Small))];
    if picture.has_large() {
        forms.push((picture.width.into(), address(PictureForm::Large)));
    }
    let credit = written(scene, &picture.credit);
    html! {
        <figure class="picture" part="picture">
            <img
                src={address(PictureForm::Small)}
                srcset={set(picture, &forms)}
                sizes={LARGE}
                width={picture.width.to_string()}
                height={picture.height.to_string()}
                alt={picture.alt.shown().to_owned()}
                loading="lazy"
                decoding="async"
            />
            <figcaption>
                if let Some(source) = picture.source.as_ref().filter(|source| leads_to_the_web(source)) {
                    <a href={source.clone()}>{ credit }</a>
                } else {
                    { credit }
                }
                if let Some(licence) = &picture.licence {
                    { " · " }<bdi>{ licence.as_str() }</bdi>
                }
            </figcaption>
        </figure>
    }
}

/// Forms, each with its width, as a browser chooses from them. In a file that stands alone there is nothing to choose.
fn set(picture: &Picture, forms: &[(u32, String)]) -> Option<String> {
    if picture.inside.is_some() {
        return None;
    }
    let forms: Vec<String> =
        forms.iter().map(|(width, address)| [address, " ", &width.to_string(), "w"].concat()).collect();
    Some(forms.join(", "))
}
