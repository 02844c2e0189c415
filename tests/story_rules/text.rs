//! Texts that can be searched: what is found is marked in the text as it is shown.

use fact_cards_story::{
    Kind, Text,
    edition::{Card, Edition},
    fold::fold,
    section,
};
use proptest::prelude::*;

fn text(shown: &str) -> Text {
    Text::new(shown, |character| fold(&character.to_string()))
}

/// The text with what is found in brackets, by a term that is folded as a query is.
fn found(shown: &str, term: &str) -> String {
    let text = text(shown);
    let pieces = text.marked(&[fold(term)]).into_iter();
    pieces.map(|(piece, found)| if found { format!("[{piece}]") } else { piece.to_owned() }).collect()
}

#[test]
fn a_term_is_found_in_any_case() {
    assert_eq!(found("The Lighthouse, the LIGHT", "light"), "The [Light]house, the [LIGHT]");
}

#[test]
fn an_accent_is_found_without_it_and_the_other_way_round() {
    assert_eq!(found("a café, a CAFÉ, a cafe", "cafe"), "a [café], a [CAFÉ], a [cafe]");
    assert_eq!(found("a café, a CAFÉ, a cafe", "Café"), "a [café], a [CAFÉ], a [cafe]");
    assert_eq!(found("Mérrow", "r"), "Mé[r][r]ow");
}

#[test]
fn a_combining_mark_belongs_to_its_letter() {
    assert_eq!(found("cafe\u{301} e\u{301}te\u{301}", "e"), "caf[e\u{301}] [e\u{301}]t[e\u{301}]");
    assert_eq!(found("cafe\u{301}s", "s"), "cafe\u{301}[s]");
    assert_eq!(found("cafe\u{301}s", "café"), "[cafe\u{301}]s");
}

#[test]
fn a_letter_that_folds_to_two_is_marked_whole() {
    assert_eq!(found("Die Straße dort", "strasse"), "Die [Straße] dort");
    assert_eq!(found("Die Straße dort", "ras"), "Die St[raß]e dort");
    assert_eq!(found("Die Straße dort", "sse"), "Die Stra[ße] dort");
    assert_eq!(found("Æsir", "e"), "[Æ]sir");
}

#[test]
fn a_ligature_is_marked_whole() {
    assert_eq!(found("the oﬃce ﬁle", "ffi"), "the o[ﬃ]ce ﬁle");
    assert_eq!(found("the oﬃce ﬁle", "ile"), "the oﬃce [ﬁle]");
    assert_eq!(found("the oﬃce ﬁle", "off"), "the [oﬃ]ce ﬁle");
}

#[test]
fn a_sign_that_stands_for_letters_is_found_by_them() {
    assert_eq!(found("№ 5 at 20 ℃, Brand™", "no"), "[№] 5 at 20 ℃, Brand™");
    assert_eq!(found("№ 5 at 20 ℃, Brand™", "°c"), "№ 5 at 20 [℃], Brand™");
    assert_eq!(found("№ 5 at 20 ℃, Brand™", "brandtm"), "№ 5 at 20 ℃, [Brand™]");
}

#[test]
fn arabic_is_found_with_and_without_vowel_signs() {
    assert_eq!(found("المَغْرِب والمغرب", "المغرب"), "[المَغْرِب] و[المغرب]");
    assert_eq!(found("المغرب", "المَغْرِب"), "[المغرب]");
}

#[test]
fn emoji_stay_whole() {
    assert_eq!(found("a 🗼 tower 👩‍🚒🏽!", "tower"), "a 🗼 [tower] 👩‍🚒🏽!");
    assert_eq!(found("a 🗼 tower", "🗼"), "a [🗼] tower");
}

#[test]
fn typographic_signs_are_found_by_those_on_a_keyboard() {
    assert_eq!(found("the keeper’s “light” – 4–7", "keeper's \"light\" - 4-7"), "the [keeper’s “light” – 4–7]");
}

#[test]
fn terms_that_overlap_are_each_marked_once() {
    let text = text("lighthouse");
    let terms = ["light", "house", "thou", "", "zzz"].map(str::to_owned);
    let pieces = text.marked(&terms);
    assert_eq!(pieces.iter().map(|(piece, _)| *piece).collect::<String>(), "lighthouse");
    assert!(pieces.iter().all(|(_, found)| *found), "{pieces:?}");
}

#[test]
fn a_text_without_what_is_sought_is_one_piece_and_an_empty_one_none() {
    assert_eq!(text("tower").marked(&["sea".to_owned()]), [("tower", false)]);
    assert_eq!(text("").marked(&["sea".to_owned()]), []);
}

/// The text after it was encoded and decoded again.
fn travelled(text: &Text) -> Text {
    let card = Card {
        id: String::new(),
        kind: Kind::Member,
        card_type: 0,
        kicker: Text::default(),
        name: text.clone(),
        spellings: Vec::new(),
        summary: Text::default(),
        facts: Vec::new(),
        own: 0,
        links: Vec::new(),
        coordinates: None,
    };
    let edition = Edition { cards: vec![card], ..Edition::default() };
    section::decode(&section::encode(&[edition]).unwrap(), "").unwrap().cards.remove(0).name
}

#[test]
fn a_text_longer_than_any_keeps_what_is_shown() {
    let long = format!("{}é{}É", "a".repeat(70_000), "b".repeat(10));
    let text = text(&long);
    assert_eq!(travelled(&text), text);
    assert_eq!(text.marked(&["b".to_owned()]).iter().map(|(piece, _)| *piece).collect::<String>(), long);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn marking_loses_nothing_and_finds_everything(
        shown in "(\\PC|[aeisß éÉﬁﬃø\u{301}\u{64e}ΣςİıDž]){0,24}",
        from in any::<prop::sample::Index>(),
        length in 1..5_usize,
        other in "[a-sé]{0,2}",
    ) {
        let text = text(&shown);
        let letters: Vec<char> = text.folded().chars().collect();
        let from = from.index(letters.len() + 1);
        let term: String = letters[from..(from + length).min(letters.len())].iter().collect();
        let pieces = text.marked(&[term.clone(), fold(&other)]);
        prop_assert_eq!(pieces.iter().map(|(piece, _)| *piece).collect::<String>(), shown.as_str());
        prop_assert!(pieces.iter().all(|(piece, _)| !piece.is_empty()));
        prop_assert!(term.is_empty() || pieces.iter().any(|(_, found)| *found));
    }

    #[test]
    fn a_text_is_the_same_after_its_journey(shown in "(\\PC|[aeß éÉﬁ\u{301}\u{64e}]){0,24}") {
        let text = text(&shown);
        prop_assert_eq!(travelled(&text), text);
    }

    #[test]
    fn a_text_folds_as_its_whole_does(shown in "[a-zA-Zéßﬁæøñ \u{301}\u{64e}ا-ي’–]{0,24}") {
        let text = text(&shown);
        prop_assert_eq!(text.folded(), fold(&shown));
    }
}
