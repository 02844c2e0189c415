//! Where it is: the coasts around the venues, a pin for each place, and the same as a list.

use fact_cards_story::{
    Kind,
    edition::{CardId, Facet, FactId, Label, Map, Pin, Side},
};
use yew::prelude::*;

use super::{entry::entry, pages::on_page, view};
use crate::{
    components::shared::{
        Scene,
        card_link::{address, card_link, facts_link},
        link::followed,
        markup::html,
        written::{filled, marked},
    },
    state::{Action, View},
    visible::note,
};

/// How many facts are listed at a place, where the story has several pages.
const FEW: usize = 4;
/// How many of the venues at a pin are named to those who do not see it.
const NAMED: usize = 20;
/// A pin in CSS pixels, its tip at the origin.
const SHAPE: &str = "M0 0C-3-5-10-9-10-16a10 10 0 0 1 20 0c0 7-7 11-10 16z";

/// A venue with its facts that match.
struct VenueFacts {
    card: CardId,
    facts: Vec<FactId>,
}

pub(crate) fn map(scene: &Scene) -> Html {
    let words = scene.words();
    let Some(map) = &scene.edition.map else {
        return view::view(scene, View::Map, 0, &words.nothing_placed, &[], Html::default());
    };
    let mut facts_at = facts_at(scene);
    let pins: Vec<(&Pin, Vec<VenueFacts>)> = map.pins.iter().map(|pin| (pin, places(pin, &mut facts_at))).collect();
    let shown = || pins.iter().filter(|(_, places)| !places.is_empty());
    let placed = different(scene, &mut shown().flat_map(|(_, places)| places));
    // The pins stand from north to south, as the focus goes; the list keeps the order of the cards.
    let mut in_order: Vec<Option<&VenueFacts>> = vec![None; scene.edition.cards.len()];
    for place in shown().flat_map(|(_, places)| places) {
        debug_assert!(place.card.index() < in_order.len(), "a place is a card");
        if let Some(at) = in_order.get_mut(place.card.index()) {
            *at = Some(place);
        }
    }
    let in_order: Vec<&VenueFacts> = in_order.into_iter().flatten().collect();
    let listed_here = on_page(scene, &in_order);
    let facts: Vec<FactId> = listed_here.iter().flat_map(|place| &place.facts).copied().collect();
    let inside = html! {
        <>
            <div class="map-and-places">
                // Maps have north at the top in every language.
                <div class="map" dir="ltr">
                    <svg class="land" viewBox={format!("0 0 {} {}", map.width, map.height)} aria-hidden="true">
                        <path d={map.land.clone()} />
                    </svg>
                    <svg class="pins" role="group" aria-label={words.view_map.clone()}>{ for shown().map(|(pin, places)| drawn(scene, map, pin, places)) }</svg>
                </div>
                <ul class="places" role="list">{ for listed_here.iter().map(|place| listed(scene, place)) }</ul>
            </div>
            { elsewhere(scene) }
            { view::rest(scene, placed, &words.unplaced) }
        </>
    };
    view::view(scene, View::Map, in_order.len(), &words.nothing_placed, &facts, inside)
}

/// The venues that show but have no coordinates.
fn elsewhere(scene: &Scene) -> Html {
    let venue = |position: &CardId| {
        let card = scene.card(*position)?;
        let is_elsewhere = card.kind == Kind::Venue && card.coordinates.is_none();
        is_elsewhere.then(|| card_link(scene, *position, marked(scene, &card.name)))
    };
    let venues: Vec<Html> = scene.visible.order.iter().filter_map(venue).take(NAMED).collect();
    if venues.is_empty() {
        return Html::default();
    }
    let named = |(key, venue): (usize, Html)| html! { <span {key}>if key > 0 { { " · " } }{ venue }</span> };
    let named = html! { { for venues.into_iter().enumerate().map(named) } };
    html! { <p class="rest elsewhere">{ filled(&scene.words().not_on_map, named) }</p> }
}

/// The venues at a pin that show: those whose card does, or where something is that does. Each stands at one pin only, and takes
/// its facts with it.
fn places(pin: &Pin, facts_at: &mut [Option<Vec<FactId>>]) -> Vec<VenueFacts> {
    let place = |card: &CardId| Some(VenueFacts { card: *card, facts: facts_at.get_mut(card.index())?.take()? });
    pin.cards.iter().filter_map(place).collect()
}

/// For each card that shows, or where something is that does, the facts that match and stand on it or happen there.
fn facts_at(scene: &Scene) -> Vec<Option<Vec<FactId>>> {
    let columns = scene.edition.columns();
    let mut facts_at = vec![None; scene.edition.cards.len()];
    for card in &scene.visible.order {
        if let Some(facts) = facts_at.get_mut(card.index()) {
            *facts = Some(Vec::new());
        }
    }
    for fact in &scene.visible.found {
        let there = columns.values(Facet::Place, *fact).iter().filter_map(|place| columns.venues.get(place.index()));
        for card in columns.on.get(*fact).iter().chain(there) {
            let Some(at) = facts_at.get_mut(card.index()) else { continue };
            let facts = at.get_or_insert_default();
            if facts.last() != Some(fact) {
                facts.push(*fact);
            }
        }
    }
    facts_at
}

/// The kinds of card with which some places show. Each is a venue.
fn kinds(scene: &Scene, places: &[VenueFacts]) -> Option<String> {
    let facts: Vec<FactId> = places.iter().flat_map(|place| place.facts.iter().copied()).collect();
    let kinds = scene.kinds_of(&facts)?;
    Some(if kinds.contains("venue") { kinds } else { format!("{kinds} venue").trim_start().to_owned() })
}

/// How many different facts there are at some places.
fn different(scene: &Scene, places: &mut dyn Iterator<Item = &VenueFacts>) -> usize {
    let mut there = vec![false; scene.edition.facts.len()];
    for fact in places.flat_map(|place| &place.facts) {
        note(&mut there, *fact);
    }
    there.into_iter().filter(|there| *there).count()
}

/// A pin with the names at it. It opens the card of its first venue.
fn drawn(scene: &Scene, map: &Map, pin: &Pin, places: &[VenueFacts]) -> Html {
    let Some(first) = places.first().and_then(|place| Some((place.card, scene.card(place.card)?))) else {
        return Html::default();
    };
    let (position, card) = first;
    let names = || places.iter().filter_map(|place| scene.card(place.card)).map(|card| card.name.shown());
    let count = different(scene, &mut places.iter());
    let mut all = names().take(NAMED).collect::<Vec<_>>().join(&format!("{} ", scene.words().comma));
    if places.len() > NAMED {
        all = format!("{all} +{}", scene.number(places.len() - NAMED));
    }
    let onclick = followed(scene, Action::Open(position));
    html! {
        <svg key={position.get()} x={part(pin.x, map.width)} y={part(pin.y, map.height)} overflow="visible">
            <a
                class="pin"
                href={address(scene, position, "card", &card.id)}
                data-kind="venue"
                data-kinds={kinds(scene, places)}
                {onclick}
            >
                <title>{ format!("{all}: {}", scene.words().facts.for_count(count)) }</title>
                <path d={SHAPE} />
                if count > 0 {
                    <text class="pin-count" y="-12">{ scene.number(count) }</text>
                }
                { for pin.label.map(|at| label(scene, at, names().collect())) }
            </a>
        </svg>
    }
}

/// How far along a side of the map something is.
fn part(units: u16, of: u16) -> String {
    let thousandths = u32::from(units) * 1000 / u32::from(of.max(1));
    view::percent(u16::try_from(thousandths).unwrap_or(u16::MAX))
}

/// The names at a pin, where there is room for them.
fn label(scene: &Scene, label: Label, mut names: Vec<&str>) -> Html {
    let all = names.len();
    names.truncate(usize::from(label.names).max(1));
    let more = all.saturating_sub(names.len());
    let line_height = i32::from(Map::LABEL_LINE);
    let height = line_height * i32::try_from(names.len()).unwrap_or(1);
    let anchor = match label.side {
        Side::East | Side::SouthEast | Side::NorthEast => "start",
        Side::South | Side::North => "middle",
        Side::West | Side::SouthWest | Side::NorthWest => "end",
    };
    // Of a box without width all three are at its left edge.
    #[allow(clippy::cast_possible_truncation, reason = "its edges are whole pixels, a few lines away from the tip")]
    let [x, top, ..] = label.side.label_box(0.0, height.into()).map(|edge| edge as i32);
    let line = |(name, number): (&str, i32)| {
        let more = if more > 0 { format!(" +{}", scene.number(more)) } else { String::new() };
        html! {
            <text key={number} class="pin-name" x={x.to_string()} y={(top + line_height * number + 12).to_string()} text-anchor={anchor}>
                { name }{ more }
            </text>
        }
    };
    html! { { for names.into_iter().zip(0..).map(line) } }
}

fn listed(scene: &Scene, place: &VenueFacts) -> Html {
    let Some(card) = scene.card(place.card) else { return Html::default() };
    let most = if scene.edition.has_pages() { FEW } else { usize::MAX };
    html! {
        <li key={place.card.get()} class="place" data-kinds={kinds(scene, std::slice::from_ref(place))}>
            <p class="whose" data-kind={card.kind.key()}>
                <span class="glyph" aria-hidden="true"></span>{ card_link(scene, place.card, marked(scene, &card.name)) }
            </p>
            <p>{ marked(scene, &card.summary) }</p>
            if !place.facts.is_empty() {
                <details class="more">
                    <summary>{ scene.words().facts.for_count(place.facts.len()) }</summary>
                    <ul class="entries" role="list">{ for place.facts.iter().take(most).map(|fact| entry(scene, *fact, None, None)) }</ul>
                    if place.facts.len() > most {
                        <p class="more-facts">{ facts_link(scene, card, scene.words().more_facts.for_count(place.facts.len() - most)) }</p>
                    }
                </details>
            }
        </li>
    }
}
