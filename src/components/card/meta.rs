//! The quiet line below a fact: when, who says so, where it is reported.

use fact_cards_story::edition::{ArticleId, Fact};
use yew::prelude::*;

use crate::components::shared::{
    Scene,
    card_link::card_link,
    markup::html,
    written::{marked, written},
};

/// What of a fact is told where, besides who says so and in which articles it is reported.
#[derive(Default)]
pub(crate) struct Meta<'m> {
    /// The date or period that it speaks of.
    pub when: bool,
    /// The card that it belongs to.
    pub home: bool,
    /// Told before where it is reported.
    pub remark: Option<&'m str>,
    /// The paragraph in which it is listed, which need not be told.
    pub within: Option<(ArticleId, u16)>,
    /// Stands at the end of the line.
    pub menu: Option<Html>,
}

/// The line; nothing where there is nothing to tell.
pub(crate) fn meta(scene: &Scene, fact: &Fact, told: Meta) -> Html {
    let mut parts: Vec<Html> = Vec::new();
    if let Some(when) = fact.when.as_ref().filter(|_| told.when) {
        parts.push(html! { <span class="when">{ marked(scene, when) }</span> });
    }
    if let Some(home) = scene.card(fact.home).filter(|_| told.home) {
        parts.push(html! { <span class="home">{ card_link(scene, fact.home, marked(scene, &home.name)) }</span> });
    }
    parts.extend(says(scene, fact));
    parts.extend(told.remark.map(|remark| html! { { remark.to_owned() } }));
    let elsewhere = fact.sources.iter().filter(|source| told.within != Some((source.article, source.number)));
    parts.extend(elsewhere.map(|source| html! { <span class="source">{ written(scene, &source.marker) }</span> }));
    parts.extend(
        fact.agreement.as_ref().map(|agreement| html! { <span class="agreement">{ agreement.as_str() }</span> }),
    );
    if parts.is_empty() && told.menu.is_none() {
        return Html::default();
    }
    let mut line: Vec<Html> = Vec::new();
    for part in parts {
        if !line.is_empty() {
            line.push(html! { { " · " } });
        }
        line.push(part);
    }
    html! { <p class="meta">{ for line }{ for told.menu }</p> }
}

/// Who says so, and when it was said.
pub(crate) fn says(scene: &Scene, fact: &Fact) -> Option<Html> {
    let position = fact.speaker?;
    let speaker = scene.card(position)?;
    Some(html! {
        <span class="says">
            { card_link(scene, position, marked(scene, &speaker.name)) }
            if let Some(said) = &fact.said {
                { &scene.words().comma }{ " " }{ said.as_str() }
            }
        </span>
    })
}
