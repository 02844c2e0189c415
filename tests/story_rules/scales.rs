//! Figures that are drawn on a common scale.

use fact_cards_author::editions;
use fact_cards_story::edition::{Bar, Edition, FactId, Scale};

use crate::support::{Changed, lighthouse, messages, seeds, with};

fn of(changed: &Changed) -> (Edition, Vec<Scale>) {
    let edition = editions(&changed.accepted()).unwrap().remove(0);
    let scales = edition.scales.clone();
    (edition, scales)
}

fn ids(edition: &Edition, scale: &Scale) -> Vec<String> {
    scale.bars.iter().map(|bar| edition.facts.get(usize::from(bar.fact)).unwrap().id.clone()).collect()
}

#[test]
fn figures_of_one_scale_are_drawn_on_it_and_the_others_on_their_own() {
    let (edition, scales) = of(&Changed(seeds()));
    let groups: Vec<_> = scales.iter().map(|scale| ids(&edition, scale)).collect();
    assert_eq!(
        groups,
        [
            vec!["interpol-members", "modernisation-officers"],
            vec!["raisi-experience"],
            vec!["modernisation-visits"],
            vec!["neptune-arrests", "neptune-fugitives"],
        ]
    );
}

#[test]
fn lengths_are_proportional_to_the_numbers_and_begin_at_zero() {
    let (_, scales) = of(&Changed(seeds()));
    let lengths = |scale: &Scale| scale.bars.iter().map(|bar| (bar.from, bar.value)).collect::<Vec<_>>();
    assert!(scales.iter().all(|scale| scale.zero == 0));
    assert_eq!(lengths(&scales[0]), [(None, 1000), (Some(531), 714)], "196; 104 and 140 of 196");
    assert_eq!(lengths(&scales[3]), [(None, 415), (None, 1000)], "135 of 325, and 325");
}

#[test]
fn a_year_is_not_on_a_scale() {
    let (edition, scales) = of(&Changed(lighthouse()));
    assert!(!scales.iter().flat_map(|scale| ids(&edition, scale)).any(|id| id == "tower-built"));
}

#[test]
fn negative_numbers_extend_the_other_way_from_zero() {
    let (_, scales) = of(&with("facts.toml", "from = 31.5, to = 4,", "from = -10, to = 30,"));
    let scale = scales.iter().find(|scale| scale.zero > 0).unwrap();
    assert_eq!((scale.zero, &scale.bars[0]), (250, &Bar { fact: FactId::new(3), from: Some(0), value: 1000 }));
}

#[test]
fn zero_and_the_largest_numbers_there_are_can_be_drawn() {
    for (written, value) in [("0", 0), ("1.7e308", 1000)] {
        let (_, scales) = of(&with("facts.toml", "value = 12000", &format!("value = {written}")));
        assert_eq!(scales[1].bars[0].value, value, "{written}");
    }
    let (_, scales) = of(&with("facts.toml", "from = 31.5, to = 4,", "from = -1.7e308, to = 1.7e308,"));
    assert!(scales.iter().any(|scale| (scale.zero, scale.bars[0].value) == (500, 1000)));
}

#[test]
fn a_scale_named_by_a_single_figure_is_refused() {
    let alone = with("facts.toml", "value = 22, ", "value = 22, scale = \"years\", ");
    insta::assert_snapshot!(messages(&alone.report()), @"

    no other figure names the scale `years`
      --> lighthouse/facts.toml:60:32
       = help: name it at each figure that is to be compared with this one, or take it out
    1 mistake in the story
    ");
    let misspelt = with("facts.toml", "value = 22, ", "value = 22, scale = \"metres\", ")
        .with("facts.toml", "value = 480, ", "value = 480, scale = \"metres\", ")
        .with("facts.toml", "to = 4, ", "to = 4, scale = \"mertes\", ");
    insta::assert_snapshot!(messages(&misspelt.report()), @"

    no other figure names the scale `mertes`
      --> lighthouse/facts.toml:34:41
       = help: did you mean `metres`?
    1 mistake in the story
    ");
}

#[test]
fn a_year_that_names_a_scale_is_refused() {
    let year = with("facts.toml", "year = 1871, ", "year = 1871, scale = \"years\", ");
    insta::assert_snapshot!(messages(&year.report()), @"

    a year is drawn on no scale
      --> lighthouse/facts.toml:25:33
       = help: take `scale` out, or write `value` in place of `year`
    1 mistake in the story
    ");
}

#[test]
fn a_scale_is_not_refused_as_single_while_a_fact_with_a_mistake_may_name_it_too() {
    let both = with("facts.toml", "value = 22, ", "value = 22, scale = \"years\", ").with(
        "facts.toml",
        "from = 31.5, to = 4,",
        "from = 31.5, scale = \"years\",",
    );
    assert!(!both.report().contains("no other figure"), "{}", both.report());
}
