//! The root element of a card, with its head and what opens it.

use fact_cards_story::edition::{Card, CardId, Changed};
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::{body, changes, face::face, figures::figures, hits::hits};
use crate::{
    components::{
        shared::{
            Scene,
            disclosure::Disclosure,
            markup::html,
            written::{Marking, written},
        },
        status::relaxed_filters::relaxed_filters,
    },
    visible::{VisibleCard, note},
};

/// Which of the cards a card is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Role {
    /// One that shows, and how many show before it.
    Shown(usize),
    /// One that does not show, but stays on the page: making it anew would take longer.
    Hidden,
    /// The one that was opened in another view than that of the cards.
    Beside,
}

/// A card: a face, what it is, its name, a sentence and its figures; opened, all facts and where they lead. It takes the focus
/// when it is the link target: the browser itself moves the focus there too, when it goes back to a
/// fragment.
pub(crate) fn card(scene: &Scene, visible: &VisibleCard, role: Role) -> Html {
    let position = visible.card;
    let Some(card) = scene.card(position) else { return Html::default() };
    let is_hidden = role == Role::Hidden;
    let is_link_target = scene.state.card == Some(position) && !is_hidden;
    let fact = scene.state.fact.filter(|_| is_link_target);
    let is_open = role == Role::Beside || scene.disclosed.has(position);
    let is_rest = matches!(role, Role::Shown(before) if scene.show > 0 && before >= scene.show) && !is_link_target;
    let with_open = fact.map(|fact| visible.clone().with_open(scene.edition, fact));
    let visible = with_open.as_ref().unwrap_or(visible);
    let marking = if is_hidden { Marking::Plain } else { Marking::Marked };
    let is_withdrawn = scene.edition.withdrawal(Changed::Card(position)).is_some();
    html! {
        <article
            key={position.get()}
            class="card"
            part="card"
            // What does not show is no card to anybody; beside another view there may be a second one that does.
            id={(!is_hidden).then(|| format!("card={}", card.id))}
            data-card={(!is_hidden).then(|| card.id.clone())}
            data-kind={card.kind.key()}
            data-open={is_open.then_some("")}
            data-link-target={is_link_target.then_some("")}
            data-rest={is_rest.then_some("")}
            hidden={is_hidden.then_some("")}
            aria-labelledby={(!is_hidden).then(|| format!("name={}", card.id))}
            tabindex="-1"
            ref={scene.target_ref_if(is_link_target && fact.is_none())}
        >
            if is_link_target {
                { relaxed_filters(scene) }
            }
            { face(scene, position, card) }
            <p class="kicker"><span class="glyph" aria-hidden="true"></span>{ marking.text(scene, &card.kicker) }</p>
            <@{scene.heading()} class="name" id={(!is_hidden).then(|| format!("name={}", card.id))}>
                if is_withdrawn {
                    <del>{ marking.text(scene, &card.name) }</del>
                } else {
                    { marking.text(scene, &card.name) }
                }
            </@>
            { changes::of_card(scene, position) }
            <p class="summary">
                if is_withdrawn {
                    <del>{ marking.text(scene, &card.summary) }</del>
                } else {
                    { marking.text(scene, &card.summary) }
                }
            </p>
            { figures(scene, marking, position, card) }
            if scene.visible.narrowed && !is_open && !is_hidden {
                { hits(scene, position, card, &visible.open) }
            }
            { facts_of(scene, card, visible, role, is_open) }
        </article>
    }
}

/// What opens: the line that says how many facts there are, and all of them.
fn facts_of(scene: &Scene, card: &Card, visible: &VisibleCard, role: Role, is_open: bool) -> Html {
    let position = visible.card;
    let disclose = scene.disclose.clone();
    let ontoggle = move |event: yew::Event| {
        // What opens inside sends this event too, and the browser sends one for what was opened from here, as for printing.
        let target = event.target_dyn_into::<HtmlDetailsElement>().filter(|details| details.class_name() == CLASS);
        if let Some(details) = target.filter(|details| details.open() != is_open) {
            disclose.emit(Disclosure::Card(position, details.open()));
        }
    };
    let body = if role == Role::Beside || scene.disclosed.has_rendered(position) {
        body::opened(scene, card, visible)
    } else {
        scene.prerendered_body(position)
    };
    html! {
        <details class={CLASS} open={is_open.then_some("")} {ontoggle}>
            <summary aria-describedby={format!("name={}", card.id)}><span class="extent">{ extent(scene, position, card) }</span></summary>
            <div class="body">{ body }</div>
        </details>
    }
}

/// The class of what opens.
const CLASS: &str = "facts-of";

/// How many facts stand on a card, and in which article, or in how many.
fn extent(scene: &Scene, position: CardId, card: &Card) -> Html {
    let columns = scene.edition.columns();
    let words = scene.words();
    let mut reporting = vec![false; scene.edition.articles.len()];
    for fact in columns.standing.get(position) {
        columns.articles(*fact).for_each(|article| note(&mut reporting, article));
    }
    let mut articles = fact_cards_story::edition::ArticleId::all().zip(&reporting).filter(|(_, reports)| **reports);
    let facts = words.facts.for_count(card.facts.len());
    let first = articles.next().and_then(|(article, _)| scene.edition.source(article));
    let others = articles.count();
    html! {
        <>
            { facts }
            if let Some(first) = first {
                { " · " }
                if others == 0 {
                    { written(scene, &first.name) }
                } else {
                    { words.articles.for_count(others + 1) }
                }
            }
        </>
    }
}
