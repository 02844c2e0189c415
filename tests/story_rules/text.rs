//! Searchable texts: matches are marked in the text as shown.

use fact_cards_story::{
    Kind, Term, Text,
    edition::{Card, Edition, Face, ValueId},
    fold::{fold, simplify},
    section,
};
use proptest::prelude::*;

fn text(shown: &str) -> Text {
    Text::new(shown)
}

/// A word or a phrase that is still being typed.
fn term(typed: &str) -> Option<Term> {
    Term::new(&fold(typed), true)
}

fn terms<const COUNT: usize>(typed: [&str; COUNT]) -> Vec<Term> {
    typed.into_iter().filter_map(term).collect()
}

/// The text with matches in brackets, for a term that is folded as in a query and may be incomplete.
fn found(shown: &str, term: &str) -> String {
    brackets(shown, &terms([term]))
}

/// The same for a term whose last word is complete.
fn found_whole(shown: &str, term: &str) -> String {
    brackets(shown, Term::new(&fold(term), false).as_slice())
}

/// The pieces of a text, ignoring where its parts begin.
fn marked<'t>(text: &'t Text, terms: &[Term]) -> Vec<(&'t str, bool)> {
    text.parts(terms, false).into_iter().flat_map(|part| part.pieces).collect()
}

fn brackets(shown: &str, terms: &[Term]) -> String {
    let text = text(shown);
    let pieces = marked(&text, terms).into_iter();
    pieces.map(|(piece, found)| if found { format!("[{piece}]") } else { piece.to_owned() }).collect()
}

#[test]
fn a_term_is_found_in_any_case() {
    assert_eq!(found("The Lighthouse, the LIGHT", "light"), "The [Light]house, the [LIGHT]");
}

#[test]
fn an_accented_letter_is_found_without_its_accent_and_vice_versa() {
    assert_eq!(found("a café, a CAFÉ, a cafe", "cafe"), "a [café], a [CAFÉ], a [cafe]");
    assert_eq!(found("a café, a CAFÉ, a cafe", "Café"), "a [café], a [CAFÉ], a [cafe]");
    assert_eq!(found("Éte ete", "e"), "[É]te [e]te");
}

#[test]
fn a_combining_mark_belongs_to_its_letter() {
    assert_eq!(found("cafe\u{301} e\u{301}te\u{301}", "e"), "cafe\u{301} [e\u{301}]te\u{301}");
    assert_eq!(found("cafe\u{301}-se\u{301}", "s"), "cafe\u{301}-[s]e\u{301}");
    assert_eq!(found("cafe\u{301}s", "café"), "[cafe\u{301}]s");
}

#[test]
fn a_letter_that_folds_to_two_is_marked_whole() {
    assert_eq!(found("Die Straße dort", "strasse"), "Die [Straße] dort");
    assert_eq!(found("Die Straße dort", "stras"), "Die [Straß]e dort");
    assert_eq!(found("Æsir", "a"), "[Æ]sir");
}

#[test]
fn a_ligature_is_marked_whole() {
    assert_eq!(found("the oﬃce ﬁle", "f"), "the oﬃce [ﬁ]le");
    assert_eq!(found("the oﬃce ﬁle", "file"), "the oﬃce [ﬁle]");
    assert_eq!(found("the oﬃce ﬁle", "off"), "the [oﬃ]ce ﬁle");
}

#[test]
fn a_sign_that_stands_for_letters_is_found_by_those_letters() {
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
    assert_eq!(found("a🗼tower", "tow"), "a🗼[tow]er");
}

#[test]
fn typographic_signs_are_found_by_those_on_a_keyboard() {
    assert_eq!(found("the keeper’s “light” – 4–7", "keeper's \"light\" - 4-7"), "the [keeper’s “light” – 4–7]");
}

#[test]
fn a_word_is_found_where_a_word_begins() {
    assert_eq!(found("Cooperation is an operation.", "operation"), "Cooperation is an [operation].");
    assert_eq!(found("co-operation, pre-operation", "oper"), "co-operation, pre-[oper]ation");
    assert_eq!(found("re-election of the ex-minister", "election"), "re-election of the ex-minister");
    assert_eq!(found("re-election of the ex-minister", "minister"), "re-election of the ex-[minister]");
    assert_eq!(found("e-mail", "mail"), "e-mail");
    assert_eq!(found("Île-de-France, Al-Raisi", "france"), "Île-de-[France], Al-Raisi");
    assert_eq!(found("Île-de-France, Al-Raisi", "raisi"), "Île-de-France, Al-[Raisi]");
    assert_eq!(found("(tower)tower+tower_tower", "tower"), "([tower])[tower]+[tower]_[tower]");
}

#[test]
fn a_whole_word_is_found_where_it_ends() {
    assert_eq!(found_whole("The lighthouse, the light.", "light"), "The lighthouse, the [light].");
    assert_eq!(
        found_whole("INTERPOL’s, interpol-wide, INTERPOLs", "interpol"),
        "[INTERPOL]’s, [interpol]-wide, INTERPOLs"
    );
    assert_eq!(found_whole("a co-op, co", "co"), "a co-op, [co]");
    assert_eq!(found_whole("I-24/7 and 24", "24"), "I-[24]/7 and [24]");
}

#[test]
fn hyphens_and_slashes_may_be_typed_or_not() {
    for typed in ["I-24/7", "i24/7", "I247", "i‑24/7"] {
        assert_eq!(found_whole("over I-24/7, I247", typed), "over [I-24/7], [I247]");
    }
    assert_eq!(found("over I-24/7", "24/7"), "over I-[24/7]");
    assert_eq!(found("over I-24/7", "7"), "over I-24/[7]");
    assert_eq!(found_whole("co-operation, cooperation", "cooperation"), "[co-operation], [cooperation]");
    assert_eq!(found_whole("co-operation, cooperation", "co-operation"), "[co-operation], [cooperation]");
    assert_eq!(found_whole("co\u{ad}oper\u{200b}ation", "cooperation"), "[co\u{ad}oper\u{200b}ation]");
}

#[test]
fn a_hyphen_that_is_typed_may_be_a_space_in_the_text() {
    assert_eq!(found_whole("Al Raisi, Al-Raisi", "al-raisi"), "[Al Raisi], [Al-Raisi]");
    assert_eq!(found_whole("South South, South–South", "south-south"), "[South South], [South–South]");
}

#[test]
fn an_apostrophe_begins_a_word_of_at_least_two_letters() {
    assert_eq!(found("l'Afrique, d’Ivoire", "afr"), "l'[Afr]ique, d’Ivoire");
    assert_eq!(found("l'Afrique, d’Ivoire", "ivoire"), "l'Afrique, d’[Ivoire]");
    assert_eq!(found("l'Afrique, d’Ivoire", "l’afrique"), "[l'Afrique], d’Ivoire");
    assert_eq!(found("the keeper's ‘s’", "s"), "the keeper's ‘[s]’");
    assert_eq!(found("the keeper's", "keepers"), "the [keeper's]");
}

#[test]
fn a_digit_group_separator_does_not_end_a_number() {
    assert_eq!(found("1,200 or 1.200", "1200"), "[1,200] or [1.200]");
    assert_eq!(found("1,200 or 1.200", "200"), "1,200 or 1.200");
    assert_eq!(found_whole("1,200 or 1", "1"), "1,200 or [1]");
    assert_eq!(found("of 4–7 November", "47"), "of 4–7 November");
    assert_eq!(found("of 4–7 November", "7"), "of 4–[7] November");
    assert_eq!(found("D.G.S.N.", "dgsn"), "[D.G.S.N].");
}

#[test]
fn digits_are_the_same_in_every_script() {
    for shown in ["2024", "٢٠٢٤", "۲۰۲۴", "２０２４"] {
        for typed in ["2024", "٢٠٢٤", "۲۰۲۴"] {
            assert_eq!(found(shown, typed), format!("[{shown}]"));
        }
    }
}

#[test]
fn letters_that_are_written_in_several_ways_are_the_same() {
    for (shown, typed) in [
        ("Łódź", "lodz"),
        ("Ørsted", "orsted"),
        ("Æthelred", "aethelred"),
        ("Strasse", "STRAẞE"),
        ("İstanbul", "istanbul"),
        ("Diyarbakır", "DIYARBAKIR"),
        ("ISPARTA", "ısparta"),
        ("أإآٱ", "اااا"),
        ("مؤمن", "مومن"),
        ("رئيس", "رييس"),
        ("مصطفى", "مصطفي"),
        ("مدرسة", "مدرسه"),
        ("مـــراكش", "مراكش"),
        ("مَرّاكُش", "مراكش"),
        ("کابلی", "كابلي"),
        ("می‌شود", "ميشود"),
        ("Οδυσσεύς", "ΟΔΥΣΣΕΥΣ"),
    ] {
        assert_eq!(found_whole(shown, typed), format!("[{shown}]"));
        assert_eq!(found_whole(typed, shown), format!("[{typed}]"));
    }
}

#[test]
fn an_arabic_word_is_found_after_its_attached_prefixes() {
    for (shown, typed, expected) in [
        ("المغرب والمغرب بالمغرب", "مغرب", "ال[مغرب] وال[مغرب] بال[مغرب]"),
        ("والمغرب للمغرب وبالمغرب", "مغرب", "وال[مغرب] لل[مغرب] وبال[مغرب]"),
        ("والمغرب", "المغرب", "و[المغرب]"),
        ("بمراكش ومراكش", "مراكش", "ب[مراكش] و[مراكش]"),
        ("برنامج", "رن", "برنامج"),
        ("الله", "ه", "الله"),
    ] {
        assert_eq!(found(shown, typed), expected);
    }
}

#[test]
fn scripts_without_spaces_are_found_anywhere() {
    assert_eq!(found("国際刑事警察機構の総会", "警察"), "国際刑事[警察]機構の総会");
    assert_eq!(found_whole("องค์การตำรวจ", "ตำรวจ"), "องค์การ[ตำรวจ]");
}

#[test]
fn a_phrase_is_consecutive_words() {
    let shown = "The added value. Value added, an added-value and added (value)";
    assert_eq!(
        found_whole(shown, "added value"),
        "The [added value]. Value added, an [added-value] and [added (value])"
    );
    assert_eq!(found("the added values", "added val"), "the [added val]ues");
    assert_eq!(found_whole("the added values", "added value"), "the added values");
    assert_eq!(found_whole("addedvalue", "added value"), "addedvalue");
}

#[test]
fn a_term_needs_a_letter_or_digit() {
    for nothing in ["", " ", "-", "' \u{ad}", "…?!", "->"] {
        assert_eq!(term(nothing), None, "{nothing:?}");
    }
}

#[test]
fn terms_that_overlap_are_each_marked_once() {
    let text = text("light-house");
    let pieces = marked(&text, &terms(["light", "house", "lighthouse", "", "zzz"]));
    assert_eq!(pieces.iter().map(|(piece, _)| *piece).collect::<String>(), "light-house");
    assert!(pieces.iter().all(|(_, found)| *found), "{pieces:?}");
}

#[test]
fn a_text_without_a_match_is_one_piece_and_an_empty_text_none() {
    assert_eq!(marked(&text("tower"), &terms(["sea"])), [("tower", false)]);
    assert_eq!(marked(&text(""), &terms(["sea"])), []);
}

#[test]
fn the_words_of_a_text_are_listed_whole_and_in_parts() {
    let mut words = Vec::new();
    text("L’Afrique: I-24/7, Coöperation")
        .each_word(false, &mut |letters, shown| words.push(format!("{letters}={shown}")));
    let expected = [
        "l=L",
        "lafrique=L’Afrique",
        "afrique=Afrique",
        "i=I",
        "i24=I-24",
        "i247=I-24/7",
        "24=24",
        "247=24/7",
        "7=7",
        "cooperation=Coöperation",
    ];
    assert_eq!(words, expected);
}

/// The text after encoding and decoding.
fn round_tripped(text: &Text) -> Text {
    let card = Card {
        id: String::new(),
        kind: Kind::Member,
        card_type: ValueId::default(),
        face: Face::default(),
        kicker: Text::default(),
        name: text.clone(),
        spellings: Vec::new(),
        other_names: Vec::new(),
        summary: Text::default(),
        facts: Vec::new(),
        own: 0,
        links: Vec::new(),
        coordinates: None,
    };
    let edition = Edition { cards: [card].into_iter().collect(), ..Edition::default() };
    section::decode(&section::encode(&[edition]).unwrap(), "").unwrap().cards.get(0).unwrap().name.clone()
}

#[test]
fn an_extremely_long_text_keeps_what_is_shown() {
    let long = format!("{}é{}É", "a".repeat(70_000), "b".repeat(10));
    let text = text(&long);
    assert_eq!(round_tripped(&text), text);
    assert_eq!(marked(&text, &terms(["b"])).iter().map(|(piece, _)| *piece).collect::<String>(), long);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn marking_loses_and_reorders_nothing(
        shown in "(\\PC|[aeisß éÉﬁﬃø\u{301}\u{64e}ΣςİıDž/’'.,\u{ad}والب-]){0,24}",
        typed in prop::collection::vec(("(\\PC|[aeisß ø\u{301}/'-]){0,4}", any::<bool>()), 0..3),
    ) {
        let text = text(&shown);
        let terms: Vec<Term> = typed.iter().filter_map(|(typed, open)| Term::new(&fold(typed), *open)).collect();
        let pieces = marked(&text, &terms);
        prop_assert_eq!(pieces.iter().map(|(piece, _)| *piece).collect::<String>(), shown.as_str());
        prop_assert!(pieces.iter().all(|(piece, _)| !piece.is_empty()));
        let found = terms.iter().any(|term| text.find(term).is_some());
        prop_assert_eq!(pieces.iter().any(|(_, marked)| *marked), found);
    }

    #[test]
    fn each_word_of_a_text_is_found_and_marked(shown in "(\\PC|[aeisß éÉﬁﬃø\u{301}\u{64e}ΣςİıDž/’'.,\u{ad}والب-]){0,24}") {
        let text = text(&shown);
        let mut words = Vec::new();
        text.each_word(false, &mut |letters, _| words.push(letters.to_owned()));
        for word in words {
            let term = Term::new(&word, false).unwrap();
            prop_assert!(text.find(&term).is_some(), "{word:?}");
            prop_assert!(marked(&text, &[term]).iter().any(|(_, marked)| *marked), "{word:?}");
        }
    }

    #[test]
    fn folding_is_idempotent(shown in "(\\PC|[ßﬁæøŁİıىةٱ٤\u{640}’-]){0,24}") {
        let folded = fold(&shown);
        prop_assert_eq!(&simplify(&folded), &folded);
        prop_assert_eq!(&fold(&folded), &folded);
    }

    #[test]
    fn a_text_survives_encoding_and_decoding(shown in "(\\PC|[aeß éÉﬁ\u{301}\u{64e}]){0,24}") {
        let text = text(&shown);
        prop_assert_eq!(round_tripped(&text), text);
    }

    #[test]
    fn a_text_folded_in_parts_is_the_same_as_folded_whole(shown in "[a-zA-Zéßﬁæøñ \u{301}\u{64e}ا-ي٠-٩’–\u{ad}]{0,24}") {
        let text = text(&shown);
        prop_assert_eq!(text.folded(), fold(&shown));
    }
}
