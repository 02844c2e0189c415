//! What is counted, drawn so that it can be compared.

use fact_cards_story::edition::{Bar, Changed, FactId, Scale};
use yew::prelude::*;

use super::{entry::whose, pages::on_page, view};
use crate::{
    components::{
        card::{
            changes,
            meta::{Meta, meta},
        },
        shared::{Scene, markup::html, written::marked},
    },
    state::View,
};

pub(crate) fn figure_bars(scene: &Scene) -> Html {
    let scales = scene.edition.scales.iter().enumerate();
    let found = scales.flat_map(|(at, scale)| scale.bars.iter().map(move |bar| (at, bar)));
    let found: Vec<(usize, &Bar)> = found.filter(|(_, bar)| scene.is_found(bar.fact)).collect();
    let shown = on_page(scene, &found);
    let words = scene.words();
    let group = |bars: &[(usize, &Bar)]| {
        let key = bars.first()?.0;
        let scale = scene.edition.scales.get(key)?;
        // One length alone says nothing.
        let compares = scale.bars.len() > 1 || scale.bars.iter().any(|bar| bar.from.is_some());
        Some(html! {
            <div {key} class="bars" data-compares={compares.then_some("")}>
                <ul role="list">{ for bars.iter().map(|(_, drawn)| bar(scene, compares.then_some(scale), drawn)) }</ul>
                if compares {
                <p class="bar-ends" aria-hidden="true"><bdi>{ scale.least.as_str() }</bdi><bdi>{ scale.most.as_str() }</bdi></p>
                }
            </div>
        })
    };
    let inside = html! {
        <>
            <p class="rest">{ words.about_figures.as_str() }</p>
            <div class="all-bars">{ for shown.chunk_by(|(one, _), (other, _)| one == other).filter_map(group) }</div>
        </>
    };
    let facts: Vec<FactId> = shown.iter().map(|(_, bar)| bar.fact).collect();
    view::view(scene, View::Figures, found.len(), &words.nothing_counted, &facts, inside)
}

fn bar(scene: &Scene, scale: Option<&Scale>, bar: &Bar) -> Html {
    let Some(fact) = scene.edition.fact(bar.fact) else { return Html::default() };
    let Some(figure) = &fact.figure else { return Html::default() };
    let kind = scene.card(fact.home).map(|card| card.kind.key());
    html! {
        <li key={bar.fact.get()} class="bar-of" data-kind={kind} data-kinds={scene.kinds_of(&[bar.fact])}>
            <p class="bar-number">
                if let Some(spoken) = &figure.spoken {
                    <span class="number" aria-hidden="true">{ marked(scene, &figure.number) }</span>
                    <span class="spoken">{ spoken.as_str() }</span>
                } else {
                    <span class="number">{ marked(scene, &figure.number) }</span>
                }
                { " " }<span class="bar-unit">{ marked(scene, &figure.unit) }</span>
            </p>
            if let Some(scale) = scale {
            <svg class="bar" aria-hidden="true">
                { length(scale.zero, bar.value, "bar-value") }
                if let Some(from) = bar.from {
                    { length(scale.zero, from, "bar-from") }
                }
                if figure.more_than {
                    <svg class="bar-more" x={view::percent(bar.value)} overflow="visible"><path d="M4 0l8 8-8 8z" /></svg>
                }
                <line class="bar-zero" x1={view::percent(scale.zero)} x2={view::percent(scale.zero)} y1="0" y2="100%" />
            </svg>
            }
            { whose(scene, bar.fact, fact) }
            { changes::notes(scene, Changed::Fact(bar.fact)) }
            { meta(scene, fact, Meta { when: true, ..Meta::default() }) }
        </li>
    }
}

/// A length from zero.
fn length(zero: u16, to: u16, class: &'static str) -> Html {
    let width = view::percent(zero.abs_diff(to));
    html! { <rect {class} x={view::percent(zero.min(to))} {width} height="100%" /> }
}
