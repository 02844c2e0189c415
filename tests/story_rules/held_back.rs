//! What of a story is held back: under embargo, or withdrawn and not shown.

use std::time::{Duration, SystemTime};

use fact_cards_author::{Embargo, Held, Published, Story, editions, hold_back, next_embargo};
use fact_cards_story::edition::{ChangeKind, Changed, Edition, FactId};

use crate::support::{Changed as Other, report, story_in, with};

fn time(text: &str) -> SystemTime {
    Embargo::parse(text).unwrap().ends()
}

fn corrected() -> Story {
    report(&story_in("tests/stories/corrected", "corrected")).unwrap_or_else(|report| panic!("{report}"))
}

/// The date for these tests.
fn today() -> SystemTime {
    time("2025-11-28T12:00:00Z")
}

fn said(held: &[Held]) -> String {
    held.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn published(story: Story, now: SystemTime) -> Edition {
    hold_back(story, now).editions().unwrap_or_else(|report| panic!("{report}")).remove(0)
}

/// The lighthouse story with an embargo on something.
fn under_embargo(file: &str, what: &str) -> Other {
    with(file, what, &format!("{what}\nembargo = 2025-11-27T06:00:00+01:00"))
}

#[test]
fn what_is_held_back_is_reported_with_its_reason() {
    let held = hold_back(corrected(), today()).held_back;
    insta::assert_snapshot!(said(&held), @"
    Held back until 2999-01-01 06:00 +01:00: the card `veiled-witness`.
    Left out, since it was withdrawn on 2025-11-22: the card `phantom-owner`.
    Held back, since none of its facts is left: the card `sealed-inquiry`.
    Left out, since it was withdrawn on 2025-11-27: the fact `ferry-sank`.
    Held back until 2999-12-31 23:59:59 UTC: the fact `false-books`.
    Held back with the card `veiled-witness`: the fact `witness-says`.
    Held back with the card `veiled-witness`: the fact `witness-read`.
    Held back until 2999-06-01 00:00 -05:30: the fact `inquiry-opened`.
    Held back with the card `phantom-owner`: the fact `ghast-sold`.
    Held back, since none of its facts is left: the article `secret-ledger`.
    ");
}

#[test]
fn a_story_with_nothing_to_hold_back_is_unchanged() {
    let story = report(&crate::support::lighthouse()).unwrap();
    let whole = editions(&story).unwrap();
    assert_eq!(next_embargo(&story, today()), None);
    let published = hold_back(story, today());
    assert!(published.held_back.is_empty());
    assert_eq!(published.editions().unwrap(), whole);
    assert_eq!(whole[0].changes, None);
}

#[test]
fn an_embargo_lasts_up_to_its_end_and_no_longer() {
    let story = || under_embargo("facts.toml", "statement.en = \"It weighs 12,000 hundredweight.\"").accepted();
    let ends = time("2025-11-27T05:00:00Z");
    for (now, is_held) in [
        (SystemTime::UNIX_EPOCH, true),
        (ends - Duration::from_nanos(1), true),
        (ends, false),
        (ends + Duration::from_secs(1), false),
    ] {
        let Published { story: left, held_back: held, .. } = hold_back(story(), now);
        assert_eq!(held.len(), usize::from(is_held));
        assert_eq!(left.facts.iter().any(|fact| fact.id == "tower-weight"), !is_held);
        assert_eq!(next_embargo(&story(), now), is_held.then_some(ends));
    }
}

#[test]
fn the_next_embargo_is_the_one_that_ends_first() {
    let first = time("2999-01-01T05:00:00Z");
    assert_eq!(next_embargo(&corrected(), today()), Some(first));
    assert_eq!(next_embargo(&corrected(), first), Some(time("2999-06-01T05:30:00Z")));
    assert_eq!(next_embargo(&corrected(), time("3000-01-01T00:00:00Z")), None);
}

#[test]
fn holding_back_a_card_holds_back_its_facts_and_whatever_depends_on_it() {
    let story = under_embargo("members.toml", "summary.en = \"The last keeper of the light.\"").accepted();
    let Published { story, held_back: held, .. } = hold_back(story, SystemTime::UNIX_EPOCH);
    insta::assert_snapshot!(said(&held), @"
    Held back until 2025-11-27 06:00 +01:00: the card `ada-merrow`.
    Held back, since none of its facts is left: the card `tom-pellow`.
    Held back with the card `ada-merrow`: the fact `merrow-proud`.
    Held back with the card `ada-merrow`: the fact `merrow-years`.
    Held back with the card `ada-merrow`: the fact `pellow-taught`.
    ");
    // Nothing that was linked to it, about it or in the order refers to it any more.
    let ids: Vec<&str> = story.cards.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(ids, ["village-council", "lighthouse-move", "lamp-repair", "skerrow-lighthouse", "gull-field"]);
    expect_whole(&story);
}

#[test]
fn holding_back_a_place_holds_back_the_facts_there() {
    let story =
        under_embargo("venues.toml", "summary.en = \"The meadow where the lighthouse comes to rest.\"").accepted();
    let Published { story, held_back: held, .. } = hold_back(story, SystemTime::UNIX_EPOCH);
    insta::assert_snapshot!(said(&held), @"
    Held back until 2025-11-27 06:00 +01:00: the card `gull-field`.
    Held back with the card `gull-field`: the fact `move-distance`.
    Held back with the card `gull-field`: the fact `merrow-proud`.
    Held back with the card `gull-field`: the fact `field-grass`.
    ");
    assert!(story.cards.iter().all(|card| card.links.iter().all(|link| link.to.id != "gull-field")));
    expect_whole(&story);
}

#[test]
fn an_article_with_no_facts_left_is_removed_with_the_spellings_it_is_the_source_of() {
    let mut changed = with(
        "articles.toml",
        "paragraphs = 4",
        "paragraphs = 4\n\n[[article]]\nid = \"leak\"\ntitle.en = \"A leak\"\nshort.en = \"Leak\"\nparagraphs = 1",
    );
    changed = changed.with(
        "members.toml",
        "{ name = \"Keeper Ada\" }",
        "{ name = \"Ada M.\", article = \"leak\", paragraph = 1 }, { name = \"Keeper Ada\" }",
    );
    changed = changed.with(
        "facts.toml",
        "sources = [{ article = \"keepers-letter\", paragraph = 3 }]",
        "embargo = 2025-11-27T06:00:00Z\nsources = [{ article = \"leak\", paragraph = 1 }]",
    );
    let Published { story, held_back: held, .. } = hold_back(changed.accepted(), SystemTime::UNIX_EPOCH);
    insta::assert_snapshot!(said(&held), @"
    Held back, since none of its facts is left: the card `lamp-repair`.
    Held back until 2025-11-27 06:00 UTC: the fact `lamp-lens`.
    Held back, since none of its facts is left: the article `leak`.
    ");
    let merrow = story.cards.iter().find(|card| card.id == "ada-merrow").unwrap();
    let spellings: Vec<&str> = merrow.spellings.iter().map(|spelling| spelling.name.as_str()).collect();
    assert_eq!(spellings, ["A. Mérrow", "Keeper Ada"]);
    expect_whole(&story);
}

/// Every reference points to something that exists, and no card or article is without facts.
fn expect_whole(story: &Story) {
    for fact in &story.facts {
        for card in fact.about.iter().chain([&fact.card]).chain(&fact.speaker).chain(&fact.location) {
            assert_eq!(story.cards[card.target].id, card.id);
        }
        assert!(!fact.sources.is_empty(), "{}", fact.id);
        for source in &fact.sources {
            assert_eq!(story.articles[source.article.target].id, source.article.id);
        }
    }
    for (at, card) in story.cards.iter().enumerate() {
        assert!(
            story.facts.iter().any(|fact| fact.about.iter().chain([&fact.card]).any(|on| on.target == at)),
            "{}",
            card.id
        );
        for link in &card.links {
            assert_eq!(story.cards[link.to.target].id, link.to.id);
        }
        for source in card.spellings.iter().filter_map(|spelling| spelling.source.as_ref()) {
            assert_eq!(story.articles[source.article.target].id, source.article.id);
        }
    }
    for card in &story.order {
        assert_eq!(story.cards[card.target].id, card.id);
    }
    for (at, article) in story.articles.iter().enumerate() {
        let is_used = story.facts.iter().flat_map(|fact| &fact.sources).any(|source| source.article.target == at);
        assert!(is_used, "{}", article.id);
    }
}

#[test]
fn remaining_references_still_point_to_the_same_things() {
    for now in [today(), time("2999-03-01T00:00:00Z"), time("2999-07-01T00:00:00Z"), time("3000-01-01T00:00:00Z")] {
        expect_whole(&hold_back(corrected(), now).story);
    }
}

/// The changes in an edition, in order: the id, kind and day of each.
fn changes(edition: &Edition) -> Vec<String> {
    let id = |of: Changed| match of {
        Changed::Fact(fact) => edition.fact(fact).unwrap().id.clone(),
        Changed::Card(card) => edition.card(card).unwrap().id.clone(),
        Changed::FactOf(card) => format!("a fact of {}", edition.card(card).unwrap().id),
        Changed::Gone => "gone".to_owned(),
    };
    let changes = edition.changes.as_ref().unwrap();
    changes.listed().map(|change| format!("{} {} {}", change.date, change.kind.key(), id(change.of))).collect()
}

#[test]
fn the_latest_change_comes_first_and_embargoed_things_are_not_mentioned() {
    insta::assert_snapshot!(changes(&published(corrected(), today())).join("\n"), @"
    2025-11-27 withdrawn a fact of ferry-return
    2025-11-26 withdrawn ferry-cost
    2025-11-26 withdrawn rory-skene
    2025-11-25 corrected passengers
    2025-11-24 revised passengers
    2025-11-23 corrected isla-brae
    2025-11-22 withdrawn gone
    2025-11-21 corrected ferry-cost
    2025-11-21 revised passengers
    2025-11-21 revised ferry-return
    ");
    let later = published(corrected(), time("3000-01-01T00:00:00Z"));
    assert!(changes(&later).contains(&"2025-11-20 corrected false-books".to_owned()));
}

#[test]
fn a_change_is_worded_with_its_date_in_the_locales_format() {
    let editions = hold_back(corrected(), today()).editions().unwrap();
    let on = |edition: &Edition| {
        let listed = edition.changes.as_ref().unwrap().listed();
        listed.map(|change| format!("{} {}", change.on, change.what.shown())).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(on(&editions[0]), @"
    A fact was withdrawn on 27 November 2025: It was another ship.
    Withdrawn on 26 November 2025: The source has taken it back.
    Withdrawn on 26 November 2025: The paper mistook him for another man.
    Corrected on 25 November 2025: It said 134 people; it is 135.
    Changed on 24 November 2025: The second paper was added.
    Corrected on 23 November 2025: It said that she owns the ferry; she steers it.
    A card was withdrawn on 22 November 2025: There is no such owner.
    Corrected on 21 November 2025: It said 6 million.
    Changed on 21 November 2025: The day was added.
    Changed on 21 November 2025: The name of the service was added.
    ");
    insta::assert_snapshot!(on(&editions[1]), @"
    سُحبت واقعة في 27 نونبر 2025: كانت سفينة أخرى.
    سُحبت في 26 نونبر 2025: تراجع المصدر عن ذلك.
    سُحبت في 26 نونبر 2025: خلطت الصحيفة بينه وبين رجل آخر.
    تصحيح في 25 نونبر 2025: ذُكر 134 شخصاً، والصحيح 135.
    تعديل في 24 نونبر 2025: أضيفت الصحيفة الثانية.
    تصحيح في 23 نونبر 2025: ذُكر أنها تملك العبّارة، وهي تقودها.
    سُحبت بطاقة في 22 نونبر 2025: لا وجود لهذا المالك.
    تصحيح في 21 نونبر 2025: ذُكر 6 ملايين.
    تعديل في 21 نونبر 2025: أضيف اليوم.
    تعديل في 21 نونبر 2025: أضيف اسم الخدمة.
    ");
}

#[test]
fn a_fact_knows_its_changes_and_that_its_card_is_withdrawn() {
    let edition = published(corrected(), today());
    let fact = |id: &str| FactId::all().zip(&edition.facts).find(|(_, fact)| fact.id == id).unwrap();
    let (passengers, _) = fact("passengers");
    let kinds: Vec<ChangeKind> =
        edition.changes_of(Changed::Fact(passengers)).iter().map(|change| change.kind).collect();
    assert_eq!(kinds, [ChangeKind::Revised, ChangeKind::Revised, ChangeKind::Corrected], "the first one first");
    let withdrawn = |id: &str| {
        let (number, fact) = fact(id);
        edition.withdrawal_of_fact(number, fact).map(|withdrawal| withdrawal.what.shown().to_owned())
    };
    assert_eq!(withdrawn("passengers"), None);
    assert_eq!(withdrawn("ferry-cost").as_deref(), Some("The source has taken it back."));
    assert_eq!(withdrawn("skene-paid").as_deref(), Some("The paper mistook him for another man."));
    let bars: Vec<&str> = edition
        .scales
        .iter()
        .flat_map(|scale| &scale.bars)
        .map(|bar| edition.fact(bar.fact).unwrap().id.as_str())
        .collect();
    assert_eq!(bars, ["passengers", "pier-length"], "what is withdrawn is compared with nothing");
}

#[test]
fn a_withdrawn_fact_under_embargo_is_not_mentioned() {
    for embargo in [
        ("facts.toml", "withdrawn = { date = \"2025-11-27\""),
        ("operations.toml", "revised = [{ date = \"2025-11-21\""),
    ] {
        let story = Other(story_in("tests/stories/corrected", "corrected")).with(
            embargo.0,
            embargo.1,
            &format!("embargo = 2999-01-01T00:00:00Z\n{}", embargo.1),
        );
        let published = hold_back(story.accepted(), today());
        assert!(published.left_out.iter().all(|left_out| left_out.reason.at(0) != "It was another ship."));
    }
}

#[test]
fn a_long_list_of_changes_says_that_there_are_more() {
    let day = |day: u8| format!("{{ date = \"2025-11-{day:02}\", was.en = \"Wrong.\" }}");
    let many = (1..=30).map(day).collect::<Vec<_>>().join(", ");
    let more =
        with("facts.toml", "topics = [\"engineering\"]", &format!("topics = [\"engineering\"]\ncorrected = [{many}]"));
    let edition = |other: Other| editions(&other.accepted()).unwrap().remove(0).changes.unwrap();
    let story = more.with("members.toml", "type = \"council\"", &format!("type = \"council\"\ncorrected = [{many}]"));
    let changes = edition(story);
    assert_eq!((changes.all.len(), changes.listed().count()), (60, 50));
    assert_eq!(changes.earlier.as_deref(), Some("10 earlier changes are told only where they were made."));
}

#[test]
fn where_everything_is_held_back_nothing_is_left() {
    let mut files = crate::support::lighthouse();
    let facts = files.text("facts.toml").unwrap().replace("[[fact]]", "[[fact]]\nembargo = 2999-01-01T00:00:00Z");
    files.insert("facts.toml", facts);
    let published = hold_back(report(&files).unwrap(), today());
    let Published { story, held_back, .. } = &published;
    assert_eq!((story.facts.len(), story.cards.len(), story.articles.len(), held_back.len()), (0, 0, 0, 19));
    assert!(published.editions().is_ok());
}
