//! Cards: members, operations and venues.

use fact_cards_story::Kind;

use crate::support::with;

#[test]
fn a_card_without_facts_is_refused() {
    let report = with("facts.toml", "card = \"tom-pellow\"", "card = \"ada-merrow\"")
        .with("facts.toml", "about = [\"ada-merrow\"]\n", "")
        .report();
    insta::assert_snapshot!(report, @r#"
    error: no fact stands on the card `tom-pellow`
      --> lighthouse/members.toml:16:1
       |
    16 | [[member]]
       | ^^^^^^^^^^
       |
       = help: write a fact with `card = "tom-pellow"`, name it in the `about` of one, or take the card out

    1 mistake in the story
    "#);
}

#[test]
fn a_card_that_a_fact_is_about_counts_as_having_a_fact() {
    with(
        "facts.toml",
        "card = \"tom-pellow\"\nabout = [\"ada-merrow\"]",
        "card = \"ada-merrow\"\nabout = [\"tom-pellow\"]",
    )
    .accepted();
}

#[test]
fn being_a_speaker_or_a_place_does_not_count_as_having_a_fact() {
    let report = with("facts.toml", "card = \"gull-field\"", "card = \"skerrow-lighthouse\"")
        .with("facts.toml", ", \"gull-field\"]", "]")
        .report();
    insta::assert_snapshot!(report, @r#"
    error: no fact stands on the card `gull-field`
     --> lighthouse/venues.toml:9:1
      |
    9 | [[venue]]
      | ^^^^^^^^^
      |
      = help: write a fact with `card = "gull-field"`, name it in the `about` of one, or take the card out

    1 mistake in the story
    "#);
}

#[test]
fn a_card_without_facts_is_reported_together_with_a_bad_date() {
    let report = with(
        "facts.toml",
        "card = \"tom-pellow\"\nabout = [\"ada-merrow\"]",
        "card = \"ada-merrow\"\ndate = \"never\"",
    )
    .report();
    assert!(report.contains("error: `never` is not a date"), "{report}");
    assert!(report.contains("error: no fact stands on the card `tom-pellow`"), "{report}");
}

#[test]
fn a_venue_needs_coordinates() {
    let report = with("venues.toml", "coordinates = { latitude = 58.4008, longitude = -5 }\n", "").report();
    insta::assert_snapshot!(report, @r#"
    error: the venue has no coordinates
     --> lighthouse/venues.toml:9:1
      |
    9 | [[venue]]
      | ^^^^^^^^^
      |
      = help: add `coordinates = { latitude = 55.86, longitude = -4.25 }`, or `coordinates = "unknown"`

    1 mistake in the story
    "#);
}

#[test]
fn a_venue_with_unknown_coordinates_is_not_on_the_map() {
    let coordinates = "coordinates = { latitude = 58.4008, longitude = -5 }";
    let story = with("venues.toml", coordinates, r#"coordinates = "unknown""#).accepted();
    let unknown = story.cards.iter().filter(|card| card.kind == Kind::Venue && card.coordinates.is_none());
    assert_eq!(unknown.count(), 1);
    let report = with("venues.toml", coordinates, r#"coordinates = "unknwon""#).report();
    assert!(report.contains("`coordinates` must be a table, not a text"), "{report}");
}

#[test]
fn a_latitude_beyond_the_pole_is_refused() {
    let report = with("venues.toml", "latitude = 58.4021", "latitude = 90.5").report();
    insta::assert_snapshot!(report, @"
    error: a latitude is from -90 to 90 degrees, not 90.5
     --> lighthouse/venues.toml:6:28
      |
    6 | coordinates = { latitude = 90.5, longitude = -5.0873 }
      |                            ^^^^
      |
      = help: write degrees between -90 and 90; latitude and longitude may be swapped

    1 mistake in the story
    ");
}

#[test]
fn a_longitude_beyond_half_the_globe_is_refused() {
    let report = with("venues.toml", "longitude = -5.0873", "longitude = -180.0873").report();
    insta::assert_snapshot!(report, @"
    error: a longitude is from -180 to 180 degrees, not -180.0873
     --> lighthouse/venues.toml:6:49
      |
    6 | coordinates = { latitude = 58.4021, longitude = -180.0873 }
      |                                                 ^^^^^^^^^
      |
      = help: write degrees between -180 and 180; latitude and longitude may be swapped

    1 mistake in the story
    ");
}

#[test]
fn the_poles_and_the_date_line_are_places() {
    with("venues.toml", "latitude = 58.4021, longitude = -5.0873", "latitude = -90, longitude = 180.0").accepted();
}

#[test]
fn a_coordinate_that_is_not_a_number_is_refused() {
    let report = with("venues.toml", "latitude = 58.4021", "latitude = nan").report();
    insta::assert_snapshot!(report, @"
    error: `latitude` is not a finite number
     --> lighthouse/venues.toml:6:28
      |
    6 | coordinates = { latitude = nan, longitude = -5.0873 }
      |                            ^^^
      |
      = help: write a number in digits

    1 mistake in the story
    ");
}

#[test]
fn a_duplicate_link_is_refused() {
    let link = "{ relation = \"kept\", to = \"skerrow-lighthouse\" }";
    let report = with("members.toml", link, &format!("{link}, {link}")).report();
    insta::assert_snapshot!(report, @r#"
    error: the link `kept` to `skerrow-lighthouse` is there twice
     --> lighthouse/members.toml:7:86
      |
    7 | links = [{ relation = "kept", to = "skerrow-lighthouse" }, { relation = "kept", to = "skerrow-lighthouse" }]
      |                                                                                      ^^^^^^^^^^^^^^^^^^^^
      |
      = help: keep one of the two

    1 mistake in the story
    "#);
}

#[test]
fn a_card_cannot_be_linked_to_itself() {
    let report = with("venues.toml", "to = \"gull-field\"", "to = \"skerrow-lighthouse\"").report();
    insta::assert_snapshot!(report, @r#"
    error: a card cannot be linked to itself
     --> lighthouse/venues.toml:7:41
      |
    7 | links = [{ relation = "stands-at", to = "skerrow-lighthouse" }]
      |                                         ^^^^^^^^^^^^^^^^^^^^
      |
      = help: link to another card

    1 mistake in the story
    "#);
}

#[test]
fn a_spelling_with_a_paragraph_needs_an_article() {
    let report = with("members.toml", "article = \"skerrow-gazette\", paragraph = 2", "paragraph = 2").report();
    insta::assert_snapshot!(report, @r#"
    error: a spelling needs the field `article`
     --> lighthouse/members.toml:5:14
      |
    5 | spellings = [{ name = "A. Mérrow", paragraph = 2 }, { name = "Keeper Ada" }]
      |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: add it, for example `article = "election-2024"`

    1 mistake in the story
    "#);
}

#[test]
fn a_spelling_from_a_paragraph_that_the_article_does_not_have_is_refused() {
    let report = with("members.toml", "paragraph = 2", "paragraph = 7").report();
    insta::assert_snapshot!(report, @r#"
    error: the article `skerrow-gazette` has no paragraph 7
     --> lighthouse/members.toml:5:77
      |
    5 | spellings = [{ name = "A. Mérrow", article = "skerrow-gazette", paragraph = 7 }, { name = "Keeper Ada" }]
      |                                                                             ^
      |
      = help: it has paragraphs 1 to 6

    1 mistake in the story
    "#);
}
