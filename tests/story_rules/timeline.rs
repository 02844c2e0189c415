//! The scale of the timeline: what is on it, where, and where it is interrupted.

use fact_cards_author::{StoryFiles, editions};
use fact_cards_story::edition::{Edition, FactId, Moment, Shape, Timeline};
use proptest::prelude::*;

use crate::support::{Changed, lighthouse, seeds};

fn edition_of(files: StoryFiles) -> Edition {
    editions(&Changed(files).accepted()).unwrap().remove(0)
}

/// The timeline of a story whose facts have only these dates.
fn of_dates(dates: &[&str]) -> Timeline {
    let mut files = lighthouse();
    for file in ["members.toml", "operations.toml", "relations.toml", "topics.toml"] {
        files.remove(file);
    }
    let venue = "[[venue]]\nid = \"field\"\ntype = \"landmark\"\nname.en = \"A field\"\nsummary.en = \"It is a field.\"\n\
                 coordinates = { latitude = 50.0, longitude = -4.0 }\n";
    let id = files.text("types.toml").unwrap().split("kind = \"venue\"").next().unwrap().to_owned();
    let id = id.rsplit("id = \"").next().unwrap().split('"').next().unwrap();
    files.insert("venues.toml", venue.replace("landmark", id));
    files.insert(
        "story.toml",
        "title.en = \"Dates\"\nlead.en = \"Dates.\"\n[[language]]\nid = \"en\"\nlocale = \"en-GB\"\n",
    );
    let facts = dates.iter().enumerate().map(|(number, date)| {
        format!(
            "[[fact]]\nid = \"f{number}\"\ncard = \"field\"\nstatement.en = \"Something.\"\ndate = \"{date}\"\nsources = [\
             {{ article = \"skerrow-gazette\", paragraph = 1 }}, {{ article = \"keepers-letter\", paragraph = 1 }}]\n"
        )
    });
    files.insert("facts.toml", facts.collect::<String>());
    edition_of(files).timeline
}

fn shown(timeline: &Timeline) -> Vec<(&str, Shape)> {
    timeline.moments.iter().map(|moment| (moment.when.as_str(), moment.shape)).collect()
}

fn ids<'e>(edition: &'e Edition, facts: &[FactId]) -> Vec<&'e str> {
    facts.iter().map(|fact| edition.facts.get(usize::from(*fact)).unwrap().id.as_str()).collect()
}

#[test]
fn every_date_is_on_the_scale_in_order_and_as_precise_as_it_is_known() {
    let edition = edition_of(lighthouse());
    assert_eq!(
        shown(&edition.timeline),
        [
            ("1871", Shape::Vague),
            ("November 2022", Shape::Vague),
            ("28 April–6 May 2023", Shape::Period),
            ("May 2023", Shape::Vague),
            ("6 May 2023", Shape::Day),
        ]
    );
}

#[test]
fn a_century_and_a_week_fit_on_one_scale() {
    let timeline = edition_of(seeds()).timeline;
    let stretches: Vec<(&str, Option<&str>)> =
        timeline.stretches.iter().map(|stretch| (stretch.label.as_str(), stretch.gap.as_deref())).collect();
    assert_eq!(stretches, [("1923", None), ("2024", Some("100 years")), ("2025", Some("1 year"))]);
    assert_eq!(
        shown(&timeline),
        [
            ("1923", Shape::Vague),
            ("4–7 November 2024", Shape::Period),
            ("21 November 2025", Shape::Day),
            ("24–27 November 2025", Shape::Period),
        ]
    );
    // Within the last stretch lengths are proportional to time: a day, two empty days, four days.
    let [_, _, day, assembly] = timeline.moments.as_slice() else { panic!("four moments") };
    let a_day = f64::from(day.end - day.start);
    assert!((f64::from(assembly.start - day.end) / a_day - 2.0).abs() < 0.05, "{timeline:?}");
    assert!((f64::from(assembly.end - assembly.start) / a_day - 4.0).abs() < 0.05, "{timeline:?}");
}

#[test]
fn an_undated_statement_is_placed_at_the_day_it_was_said() {
    let edition = edition_of(lighthouse());
    let moments = &edition.timeline.moments;
    assert_eq!(ids(&edition, &moments[4].said), ["merrow-proud"]);
    assert_eq!(ids(&edition, &moments[4].facts), <[&str; 0]>::default());
    assert_eq!(ids(&edition, &moments[2].facts), ["move-distance"]);
    let everywhere: Vec<&str> =
        moments.iter().flat_map(|moment| ids(&edition, &moment.facts)).chain(ids(&edition, &moments[4].said)).collect();
    assert_eq!(everywhere, ["tower-built", "council-votes", "move-distance", "lamp-lens", "merrow-proud"]);
}

#[test]
fn relatively_short_pauses_do_not_interrupt_the_scale() {
    let stretches = |dates: &[&str]| of_dates(dates).stretches.len();
    assert_eq!(stretches(&["2020", "2021", "2024"]), 1);
    assert_eq!(stretches(&["2020-01-01", "2020-01-03", "2020-01-09"]), 1);
    assert_eq!(stretches(&["2020-01-01", "2021-01-01"]), 2);
    assert_eq!(stretches(&["2020-01-01/2020-03-01", "2021-01-01"]), 1);
    assert_eq!(stretches(&["1500", "2020-01-01"]), 2);
}

#[test]
fn a_pause_is_worded_in_whole_years_months_or_days() {
    let pause = |dates: &[&str]| of_dates(dates).stretches[1].gap.clone().unwrap();
    assert_eq!(pause(&["2020-01-01", "2020-01-15"]), "13 days");
    assert_eq!(pause(&["2020-01-01", "2020-02-15"]), "1 month");
    assert_eq!(pause(&["2020-01-01", "2021-01-02"]), "1 year");
    assert_eq!(pause(&["0001-01-01", "9999-12-31"]), "9998 years");
}

#[test]
fn days_are_counted_by_the_calendar() {
    // A stretch of four days across the end of February, in a leap year and in a common one.
    let whole = |timeline: &Timeline| timeline.stretches[0].end - timeline.stretches[0].start;
    for (dates, days) in [
        (["2024-02-28", "2024-03-01"], 3),
        (["2023-02-28", "2023-03-01"], 2),
        (["2000-02-28", "2000-03-01"], 3),
        (["1900-12-31", "1901-01-01"], 2),
    ] {
        let timeline = of_dates(&dates);
        let first = &timeline.moments[0];
        assert_eq!((first.end - first.start), whole(&timeline) / days, "{dates:?}");
    }
}

#[test]
fn a_story_without_dates_has_an_empty_timeline() {
    let mut files = lighthouse();
    let facts = files.text("facts.toml").unwrap().to_owned();
    let undated = facts.lines().filter(|line| !line.starts_with("date =") && !line.starts_with("said ="));
    let undated: Vec<&str> = undated.collect();
    files.insert("facts.toml", undated.join("\n"));
    assert_eq!(edition_of(files).timeline, Timeline::default());
}

fn a_date() -> impl Strategy<Value = String> {
    let day = || {
        (1_u16..=9999, 1_u16..=12, 1_u16..=28).prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"))
    };
    prop_oneof![
        day(),
        (1_u16..=9999).prop_map(|year| format!("{year:04}")),
        (1990_u16..2030, 1_u16..=12).prop_map(|(year, month)| format!("{year:04}-{month:02}")),
        (1_u16..=5000, 5001_u16..=9999).prop_map(|(from, to)| format!("{from:04}/{to:04}")),
    ]
}

/// Whether one of two moments would hide the other.
fn overlap(one: &Moment, other: &Moment) -> bool {
    one.lane == other.lane && one.start < other.end && other.start < one.end
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_dates_are_on_the_scale_in_order_and_none_hides_another(dates in proptest::collection::vec(a_date(), 1..12)) {
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        let timeline = of_dates(&dates);
        let facts: usize = timeline.moments.iter().map(|moment| moment.facts.len()).sum();
        prop_assert_eq!(facts, dates.len());
        prop_assert!(timeline.moments.is_sorted_by_key(|moment| moment.start));
        for moment in &timeline.moments {
            prop_assert!(moment.start <= moment.end && moment.end <= 1000, "{:?}", moment);
            let within = |stretch: &&fact_cards_story::edition::Stretch| stretch.start <= moment.start && moment.end <= stretch.end;
            prop_assert!(timeline.stretches.iter().any(|stretch| within(&stretch)), "{:?}", timeline);
        }
        for (at, one) in timeline.moments.iter().enumerate() {
            for other in &timeline.moments[at + 1..] {
                prop_assert!(!overlap(one, other), "{:?}", timeline);
            }
        }
        let ends: Vec<u16> = timeline.stretches.iter().flat_map(|stretch| [stretch.start, stretch.end]).collect();
        prop_assert!(ends.is_sorted(), "{:?}", timeline);
    }
}
