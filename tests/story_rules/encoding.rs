//! Encoded stories: editions, and the bytes that a browser reads.

use std::sync::OnceLock;

use fact_cards_author::{Story, editions};
use fact_cards_story::{
    Term, Text,
    edition::{CardId, Edition, Facet, Fact, Map, ValueId},
    section::{self, DecodeError},
    wire::{Fault, Wrong},
};
use proptest::prelude::*;

use crate::{
    articles::THIRD,
    support::{Changed, lighthouse, seeds, with},
};

fn edition_of(story: &Story) -> Edition {
    editions(story).unwrap().remove(0)
}

fn lighthouse_edition() -> Edition {
    edition_of(&Changed(lighthouse()).accepted())
}

fn fact<'e>(edition: &'e Edition, id: &str) -> &'e Fact {
    edition.facts.iter().find(|fact| fact.id == id).unwrap()
}

/// The bytes of the lighthouse story.
fn bytes() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| section::encode(&[lighthouse_edition()]).unwrap())
}

#[test]
fn a_story_survives_encoding_and_decoding() {
    for files in [lighthouse(), seeds()] {
        let editions = editions(&Changed(files).accepted()).unwrap();
        let bytes = section::encode(&editions).unwrap();
        assert_eq!(section::decode(&bytes, "en").as_deref(), Ok(&editions[0]));
    }
}

#[test]
fn each_language_has_its_edition_and_an_unknown_one_gets_the_first() {
    let in_language = |language: &str| Edition { language: language.to_owned(), ..lighthouse_edition() };
    let bytes = section::encode(&["en", "ar", "fr"].map(in_language)).unwrap();
    for (asked, given) in
        [("en", "en"), ("ar", "ar"), ("fr", "fr"), ("de", "en"), ("", "en"), ("AR", "en"), ("a", "en")]
    {
        assert_eq!(section::decode(&bytes, asked).unwrap().language, given, "{asked}");
    }
}

#[test]
fn a_story_in_no_language_is_empty() {
    assert_eq!(section::decode(&section::encode(&[]).unwrap(), "en"), Err(DecodeError::Empty));
}

#[test]
fn a_page_a_picture_a_program_and_nothing_are_not_a_story() {
    let picture = b"\x89PNG\r\n\x1a\n";
    for other in [b"".as_slice(), b"F", b"FCS", b"fcst\x01", b"\0asm\x01\0\0\0", b"<!doctype html>", picture] {
        assert_eq!(section::decode(other, "en"), Err(DecodeError::NotAStory), "{other:?}");
    }
}

#[test]
fn an_older_and_a_newer_version_are_distinguished_and_refused() {
    let own = bytes()[4];
    for version in (0..=u8::MAX).filter(|version| *version != own) {
        let mut changed = bytes().to_vec();
        changed[4] = version;
        assert_eq!(section::decode(&changed, "en"), Err(other_version(version)));
    }
}

fn other_version(version: u8) -> DecodeError {
    if version < bytes()[4] { DecodeError::Older(version) } else { DecodeError::Newer(version) }
}

#[test]
fn a_changed_byte_is_noticed_anywhere() {
    let mut changed = bytes().to_vec();
    for at in 0..changed.len() {
        let right = changed[at];
        for wrong in [!right, right ^ 1, right.wrapping_add(128)] {
            changed[at] = wrong;
            let expected = match at {
                0..4 => DecodeError::NotAStory,
                4 => other_version(wrong),
                _ => DecodeError::Damaged,
            };
            assert_eq!(section::decode(&changed, "en"), Err(expected), "byte {at}");
        }
        changed[at] = right;
    }
    assert_eq!(section::decode(&changed, "en").as_deref(), Ok(&lighthouse_edition()));
}

#[test]
fn a_truncated_story_or_one_with_trailing_bytes_is_damaged() {
    for length in 0..bytes().len() {
        let expected = if length < 4 { DecodeError::NotAStory } else { DecodeError::Damaged };
        assert_eq!(section::decode(&bytes()[..length], "en"), Err(expected), "{length} bytes");
    }
    let longer = [bytes(), b"\0"].concat();
    assert_eq!(section::decode(&longer, "en"), Err(DecodeError::Damaged));
}

#[test]
fn each_error_says_what_is_wrong_in_words() {
    let errors = [
        DecodeError::TooLarge,
        DecodeError::NotAStory,
        DecodeError::Older(3),
        DecodeError::Newer(7),
        DecodeError::Damaged,
        DecodeError::Misread(Fault { at: 40, wrong: Wrong::Number }),
        DecodeError::Empty,
    ];
    insta::assert_snapshot!(errors.map(|error| error.to_string()).join("\n"), @"
    the story is larger than 64 MiB
    what is there is not the data of a story
    the story was built for an older engine: build the story again
    the engine is older than the story: publish the engine that came with it
    the story is damaged or cut short
    the story is damaged: a number is too large at byte 40
    the story has no language
    ");
}

#[test]
fn the_checksum_is_fnv_1a() {
    // The published hash of "foobar".
    assert_eq!(section::sealed(b"foobar")[5..13], 0x8594_4171_f739_67e8_u64.to_le_bytes());
}

#[test]
fn data_that_is_too_large_is_neither_read_nor_written() {
    let mut padded = bytes().to_vec();
    padded.resize(section::MOST_BYTES, 0);
    assert_eq!(section::decode(&padded, "en"), Err(DecodeError::Damaged));
    padded.push(0);
    assert_eq!(section::decode(&padded, "en"), Err(DecodeError::TooLarge));

    let with_land = |bytes: usize| {
        let land = "M".repeat(bytes);
        let map = Some(Map { land, ..Map::default() });
        section::encode(&[Edition { map, ..Edition::default() }])
    };
    let around = with_land(1000).unwrap().len() - 1000;
    assert_eq!(with_land(section::MOST_BYTES - around - 10).map(|bytes| bytes.len() <= section::MOST_BYTES), Ok(true));
    let error = with_land(section::MOST_BYTES).unwrap_err();
    insta::assert_snapshot!(error, @"the data of the story is 65 MiB, and no browser reads more than 64: split the story in two");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_with_the_right_checksum_never_panic(rest in prop::collection::vec(any::<u8>(), 0..200)) {
        drop(section::decode(&section::sealed(&rest), "en"));
    }

    #[test]
    fn a_damaged_story_with_the_right_checksum_never_panics(
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut rest = bytes()[13..].to_vec();
        assert_eq!(section::sealed(&rest), bytes());
        let at = at.index(rest.len());
        rest[at] = byte;
        if at % 2 == 0 {
            rest.truncate(cut.index(rest.len()));
        }
        if let Ok(edition) = section::decode(&section::sealed(&rest), "en") {
            for fact in &edition.facts {
                drop(fact.statement.parts(&[Term::new("e", true).unwrap(), Term::new("the", false).unwrap()], true));
            }
        }
    }
}

/// A date as shown in a locale.
fn shown(date: &str, locale: &str) -> String {
    let story = with("facts.toml", "date = \"2022-11\"", &format!("date = \"{date}\""))
        .with("story.toml", "\"en-GB\"", &format!("\"{locale}\""))
        .accepted();
    fact(&edition_of(&story), "council-votes").when.as_ref().unwrap().shown().to_owned()
}

#[test]
fn dates_and_periods_are_written_out() {
    for (date, expected) in [
        ("1923", "1923"),
        ("2024-11", "November 2024"),
        ("2024-11-07", "7 November 2024"),
        ("2024-11-04/2024-11-07", "4–7 November 2024"),
        ("2024-10-30/2024-11-02", "30 October–2 November 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023–2 January 2024"),
        ("2023-11-04/2024-11-07", "4 November 2023–7 November 2024"),
        ("2024-11-07/2024-11-07", "7 November 2024"),
        ("2024-11-01/2024-11-11", "1–11 November 2024"),
        ("2023/2024", "2023–2024"),
        ("2024-10/2024-11", "October 2024–November 2024"),
        ("2024-10/2024-11-02", "October 2024–2 November 2024"),
        ("2024-10-30/2024-11", "30 October 2024–November 2024"),
    ] {
        assert_eq!(shown(date, "en-GB"), expected, "{date}");
    }
}

#[test]
fn dates_are_written_as_the_locale_writes_them() {
    for (date, locale, expected) in [
        ("2024-11-04/2024-11-07", "en-US", "November 4–November 7, 2024"),
        ("2024-10-30/2024-11-02", "en-US", "October 30–November 2, 2024"),
        ("2024-11-04/2024-11-07", "de-DE", "4. November–7. November 2024"),
        ("2024-11-04/2024-11-07", "fr-FR", "4–7 novembre 2024"),
        ("2024-11-04/2024-11-07", "ar-MA", "4–7 نونبر 2024"),
        ("2024-11-04/2024-11-07", "ja-JP", "2024年11月4日–2024年11月7日"),
    ] {
        assert_eq!(shown(date, locale), expected, "{date} in {locale}");
    }
}

#[test]
fn the_locale_gives_the_reading_direction() {
    let direction =
        |locale: &str| edition_of(&with("story.toml", "\"en-GB\"", &format!("\"{locale}\"")).accepted()).right_to_left;
    assert!(direction("ar-MA") && direction("he") && direction("ur-PK"));
    assert!(!direction("en-GB") && !direction("fr-MA"));
}

/// A figure as shown and, where it differs, as read out.
fn figure(written: &str) -> (String, Option<String>) {
    let story = with("facts.toml", "value = 22,", &format!("{written},")).accepted();
    let figure = fact(&edition_of(&story), "merrow-years").figure.clone().unwrap();
    assert_eq!(figure.unit.shown(), "years as keeper");
    (figure.number.shown().to_owned(), figure.spoken)
}

#[test]
fn figures_have_the_locales_separators_and_years_have_none() {
    for (written, expected, spoken) in [
        ("value = 22", "22", None),
        ("value = 12000", "12,000", None),
        ("value = 1_234_567", "1,234,567", None),
        ("value = 0x10", "16", None),
        ("value = -3.5", "-3.5", None),
        ("value = 0", "0", None),
        ("year = 1923", "1923", None),
        ("value = 300, more-than = true", "300+", Some("more than 300")),
        ("value = 300, more-than = false", "300", None),
        ("from = 31.5, to = 4", "31.5 → 4", Some("from 31.5 to 4")),
        ("from = 104, to = 140, more-than = true", "104 → 140+", Some("from 104 to more than 140")),
        ("from = 9000, to = 12000", "9,000 → 12,000", Some("from 9,000 to 12,000")),
    ] {
        assert_eq!(figure(written), (expected.to_owned(), spoken.map(str::to_owned)), "{written}");
    }
}

#[test]
fn counted_words_have_their_plural() {
    let words = lighthouse_edition().words;
    for (counted, texts) in [
        (&words.cards, ["0 cards", "1 card", "2 cards"]),
        (&words.facts, ["0 facts", "1 fact", "2 facts"]),
        (&words.articles, ["0 articles", "1 article", "2 articles"]),
        (&words.more_facts, ["0 more facts", "1 more fact", "2 more facts"]),
        (&words.chosen, ["0 chosen", "1 chosen", "2 chosen"]),
    ] {
        assert_eq!([0, 1, 2].map(|count| counted.for_count(count)), texts);
    }
    assert_eq!(words.facts.for_count(1000), "1000 facts");
}

#[test]
fn articles_give_their_publication_date_where_it_is_known() {
    let edition = lighthouse_edition();
    assert_eq!(edition.articles[0].published, "published 12 May 2023");
    assert_eq!(edition.articles[0].publisher.as_deref(), Some("The Skerrow Gazette"));
    assert_eq!(edition.articles[0].url.as_deref(), Some("https://gazette.example/lighthouse"));
    assert_eq!(edition.articles[1].published, "date of publication not given");
    assert_eq!(edition.articles[1].url, None);
}

#[test]
fn a_fact_names_its_sources_and_says_whether_they_agree() {
    let edition = lighthouse_edition();
    let both = fact(&edition, "move-distance");
    assert_eq!(both.agreement.as_deref(), Some("in both articles"));
    assert_eq!(
        both.sources.iter().map(|source| source.marker.shown()).collect::<Vec<_>>(),
        ["Gazette ¶1", "Letter ¶2"]
    );
    assert_eq!(both.sources[1].paragraph, "paragraph 2 of 4");
    assert_eq!(fact(&edition, "tower-built").agreement, None);

    let of_three = with("articles.toml", "# It does not", THIRD)
        .with("facts.toml", "article = \"skerrow-gazette\", paragraph = 5", "article = \"almanac\", paragraph = 5")
        .accepted();
    assert_eq!(fact(&edition_of(&of_three), "move-distance").agreement.as_deref(), Some("in 2 articles"));
}

#[test]
fn several_paragraphs_of_one_article_do_not_count_as_agreement() {
    let story = with(
        "facts.toml",
        "article = \"keepers-letter\", paragraph = 2",
        "article = \"skerrow-gazette\", paragraph = 2",
    )
    .accepted();
    assert_eq!(fact(&edition_of(&story), "move-distance").agreement, None);
}

#[test]
fn a_fact_names_its_speaker_and_the_day_they_said_it() {
    let edition = lighthouse_edition();
    let proud = fact(&edition, "merrow-proud");
    assert_eq!(edition.cards.get(usize::from(proud.speaker.unwrap())).unwrap().name.shown(), "Ada Merrow");
    assert_eq!(proud.said.as_deref(), Some("6 May 2023"));
}

#[test]
fn cards_come_in_the_storys_order_and_then_in_the_order_of_the_files() {
    let edition = lighthouse_edition();
    let ids: Vec<_> = edition.cards.iter().map(|card| card.id.as_str()).collect();
    let order = [
        "lighthouse-move",
        "skerrow-lighthouse",
        "ada-merrow",
        "village-council",
        "tom-pellow",
        "lamp-repair",
        "gull-field",
    ];
    assert_eq!(ids, order);
}

#[test]
fn a_card_has_its_own_facts_first_and_links_from_both_sides() {
    let edition = lighthouse_edition();
    let card = &edition.cards.get(1).unwrap();
    assert_eq!(card.kicker.shown(), "Venue · landmark");
    let facts: Vec<_> =
        card.facts.iter().map(|fact| edition.facts.get(usize::from(*fact)).unwrap().id.as_str()).collect();
    assert_eq!(facts, ["tower-weight", "tower-built", "cliff-shrinks", "move-distance"]);
    assert_eq!(card.own, 3);
    let name = |card: CardId| edition.cards.get(usize::from(card)).unwrap().name.shown();
    let links: Vec<_> = card.links.iter().map(|link| (link.relation.shown(), name(link.card))).collect();
    assert_eq!(links, [("stands at", "Gull Field"), ("kept by", "Ada Merrow")]);
    assert_eq!(card.coordinates, Some((58.4021, -5.0873)));

    let keeper = &edition.cards.get(2).unwrap();
    let spellings =
        keeper.spellings.iter().map(|spelling| (spelling.name.shown(), spelling.marker.as_ref().map(Text::shown)));
    assert_eq!(spellings.collect::<Vec<_>>(), [("A. Mérrow", Some("Gazette ¶2")), ("Keeper Ada", None)]);
    assert_eq!(keeper.coordinates, None);
}

#[test]
fn filters_offer_the_values_that_facts_have_in_the_storys_order() {
    let edition = lighthouse_edition();
    let names = |facet: Facet| edition.facets[facet.index()].iter().map(|value| value.name.shown()).collect::<Vec<_>>();
    assert_eq!(names(Facet::Source), ["Gazette", "Letter"]);
    assert_eq!(names(Facet::Topic), ["Engineering", "The coast"]);
    assert_eq!(names(Facet::Place), ["Skerrow Lighthouse", "Gull Field"]);
    let facets = |id: &str| &fact(&edition, id).facets;
    let values = |positions: Vec<u16>| positions.into_iter().map(ValueId::new).collect::<Vec<_>>();
    assert_eq!(
        facets("move-distance")[Facet::Source.index()..=Facet::Place.index()],
        [vec![0, 1], vec![0, 1], vec![1]].map(values)
    );
    assert_eq!(
        facets("tower-weight")[Facet::Source.index()..=Facet::Place.index()],
        [vec![0], vec![0], vec![]].map(values)
    );
}
