//! What a reader does with a story: looks at it, filters, searches, turns pages, follows links, exports.

use std::rc::Rc;

use fact_cards::{
    Disclosed, PageOptions, Prerendered, Props, Requested, Widget,
    export::{self, Selection},
    prerender,
    share::{Addresses, Share},
    state::{Action, Choice, Sort, State, View},
    visible::{cards_on_page, shows, visible},
};
use fact_cards_story::{
    Kind,
    edition::{CardId, Edition, Facet, FactId, ValueId},
};
use yew::{Callback, LocalServerRenderer};

/// Does all of it, and fails if an address does not lead back to its state.
pub fn use_edition(edition: &Rc<Edition>) {
    drop(prerender(edition, Prerendered::Views, PageOptions { heading_level: 1, ..PageOptions::default() }));
    drop(prerender(
        edition,
        Prerendered::Cards(1),
        PageOptions { heading_level: 2, pages: Some("../../".to_owned()), show: 6, ..PageOptions::default() },
    ));
    for state in states(edition) {
        let visible = visible(edition, &state.choice);
        let (card, fact) = (CardId::new(0), FactId::new(0));
        for share in [Share::Csv, Share::Json, Share::Link(card, Some(fact)), Share::Citation(u16::MAX.into(), fact)] {
            drop(share.content(
                edition,
                &state,
                &visible,
                &Addresses {
                    page: "https://example.org/".into(),
                    permalinks: "https://example.org/".into(),
                    ..Addresses::default()
                },
            ));
        }
        let fragment = state.to_fragment(edition);
        let back = State::from_fragment(&fragment, edition).showing_its_card(edition);
        drop(back.to_pairs(edition));
        show(edition, state);
    }
    for page in [0, 1, 3, u16::MAX] {
        for card in cards_on_page(edition, page).take(3) {
            let _ = shows(edition, &Choice::default(), card);
        }
    }
    drop(export::json(edition, &Selection::everything(edition)));
}

/// The states of a reader who tries everything once.
fn states(edition: &Edition) -> Vec<State> {
    let mut choices: Vec<Choice> = queries(edition).map(|query| Choice { query, ..Choice::default() }).collect();
    for facet in Facet::ALL {
        let last = edition.value_count(facet).saturating_sub(1);
        let mut choice = Choice::default();
        choice.facets[facet.index()] = vec![ValueId::new(0), last.try_into().unwrap_or(ValueId::new(u16::MAX))];
        choices.push(choice);
    }
    choices.push(Choice { kind: Some(Kind::Venue), sort: Sort::Name, page: 1, ..Choice::default() });
    choices.push(Choice { sort: Sort::Date, page: u16::MAX, ..Choice::default() });
    let views = View::ALL.into_iter().cycle();
    let mut states: Vec<State> =
        choices.into_iter().zip(views).map(|(choice, view)| State { choice, view, ..State::default() }).collect();
    let first = State::default().after(Action::Look(View::Sources), edition);
    for position in [0, 7, 201, u16::MAX] {
        states.push(State::default().after(Action::Open(position.into()), edition));
        states.push(first.after(Action::OpenFact(position.into(), CardId::new(0)), edition));
    }
    states
}

/// Search input: letters, phrases, words of the story and near misses.
fn queries(edition: &Edition) -> impl Iterator<Item = String> {
    let name = edition.card(CardId::new(1)).map(|card| card.name.shown().to_owned()).unwrap_or_default();
    let nearly: String = name.chars().enumerate().map(|(at, letter)| if at == 3 { 'x' } else { letter }).collect();
    let statement =
        edition.fact(FactId::new(0)).map(|fact| fact.statement.shown().chars().take(30).collect()).unwrap_or_default();
    ["e", "\"the ", "المغرب", "morroco lighthous", "\"in the\" 1"].map(str::to_owned).into_iter().chain([
        format!("\"{name}\""),
        nearly,
        statement,
    ])
}

/// Renders the widget in a state, with the sheet and every other card open.
fn show(edition: &Rc<Edition>, state: State) {
    let open = CardId::first(edition.cards.len()).step_by(2).collect();
    let props = Props {
        edition: Rc::clone(edition),
        requested: Requested { state, disclosed: Some(Disclosed::new(open, true)), ..Requested::default() },
        on_hydrated: Callback::noop(),
        on_change: Callback::noop(),
        on_open: Callback::noop(),
        on_share: Callback::noop(),
        addresses: Addresses::default(),
        site: "https://cards.example/".to_owned(),
        pages: None,
        heading_level: 1,
        show: 6,
        bare: false,
        hydrates: false,
        prints: false,
        pieces: None,
    };
    drop(futures_executor::block_on(LocalServerRenderer::<Widget>::with_props(props).hydratable(false).render()));
}
