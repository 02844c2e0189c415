//! Faces: what a card shows of itself where there is no picture. Coasts are tested with the map.

use fact_cards_author::{editions, hold_back};
use fact_cards_story::edition::{Edition, Face};

use crate::support::{Changed, lighthouse, seeds, story_in, with};

fn face(edition: &Edition, id: &str) -> Face {
    edition.cards.iter().find(|card| card.id == id).unwrap().face.clone()
}

/// The face of the move of the lighthouse, whose first figure is this one.
#[track_caller]
fn with_figure(figure: &str) -> Face {
    let story = with("facts.toml", "value = 480, more-than = true", figure).accepted();
    face(&editions(&story).unwrap().remove(0), "lighthouse-move")
}

fn letters(letters: &str) -> Face {
    Face::Letters(letters.to_owned())
}

#[test]
fn an_operation_shows_its_first_amount_as_it_is_written() {
    assert_eq!(with_figure("value = 480"), letters("480"));
    assert_eq!(with_figure("value = 480, more-than = true"), letters("480+"));
    assert_eq!(with_figure("value = -7.5"), letters("-7.5"));
    assert_eq!(with_figure("value = 1234"), letters("1,234"));
}

#[test]
fn of_a_figure_that_has_changed_an_operation_shows_what_it_is_now() {
    assert_eq!(with_figure("from = 31.5, to = 4"), letters("4"));
    assert_eq!(with_figure("from = 104, to = 140, more-than = true"), letters("140+"));
}

#[test]
fn a_year_is_no_amount() {
    assert_eq!(with_figure("year = 1871"), Face::Sign);
}

#[test]
fn an_operation_without_a_figure_or_with_one_too_long_has_the_sign_of_its_kind() {
    let edition = editions(&Changed(lighthouse()).accepted()).unwrap().remove(0);
    assert_eq!(face(&edition, "lamp-repair"), Face::Sign);
    assert_eq!(with_figure("value = 12345"), Face::Sign, "six characters");
    assert_eq!(with_figure("value = 1234, more-than = true"), Face::Sign, "six too");
}

#[test]
fn only_a_figure_of_its_own_is_on_the_face_of_an_operation() {
    let about = with(
        "facts.toml",
        "about = [\"ada-merrow\"]",
        "about = [\"lamp-repair\"]\nfigure = { value = 3, unit.en = \"lessons\" }",
    );
    let edition = editions(&about.accepted()).unwrap().remove(0);
    assert_eq!(face(&edition, "lamp-repair"), Face::Sign);
}

#[test]
fn a_withdrawn_figure_is_not_on_a_face() {
    let corrected = || Changed(story_in("tests/stories/corrected", "corrected"));
    let of = |changed: Changed| {
        // In January 2027, independent of the clock.
        let now = std::time::UNIX_EPOCH + std::time::Duration::from_hours(500_000);
        face(&hold_back(changed.accepted(), now).editions().unwrap().remove(0), "ferry-return")
    };
    assert_eq!(of(corrected()), letters("135"));
    let only_withdrawn = corrected().with("facts.toml", "figure = { value = 135", "figure = { year = 2025");
    assert_eq!(of(only_withdrawn), Face::Sign, "what the ferry cost is withdrawn");
}

#[test]
fn a_member_shows_initials_in_the_language_that_is_shown() {
    let editions = editions(&Changed(seeds()).accepted()).unwrap();
    let of = |id: &str| editions.iter().map(|edition| face(edition, id)).collect::<Vec<_>>();
    assert_eq!(of("mohammed-dkhissi"), ["MD", "MD", "م"].map(letters));
    assert_eq!(of("operation-neptune"), ["135", "135", "135"].map(letters));
}

#[test]
fn a_coast_is_the_same_in_every_language() {
    let editions = editions(&Changed(seeds()).accepted()).unwrap();
    for card in editions[0].cards.iter().filter(|card| card.coordinates.is_some()) {
        assert!(matches!(card.face, Face::Coast(_)), "{}", card.id);
        for other in &editions {
            assert_eq!(face(other, &card.id), card.face, "{}", card.id);
        }
    }
}
