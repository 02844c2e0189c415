//! A name identifies the right card, and nothing named gets lost.

use super::{HEADING, card, mistakes, story};

#[test]
fn a_second_speaker_or_place_is_reported() {
    insta::assert_snapshot!(mistakes(format!("{HEADING},speaker,place\nBridge,It is safe.,Report,1,Ann Lee; Bob Ray,Paris; London\n")), @r#"
    2:38 there are 2 in `speaker`, and a fact has one (keep one and name the others in `about`; a semicolon that belongs to a name is written `\;`)
    2:53 there are 2 in `place`, and a fact has one (keep one and name the others in `about`; a semicolon that belongs to a name is written `\;`)
    "#);
    insta::assert_snapshot!(mistakes(format!("{HEADING},speaker,speaker name\nBridge,It is safe.,Report,1,a; b; c,Ann; Bob; Cy\n")), @r#"2:32 there are 3 in `speaker`, and a fact has one (keep one and name the others in `about`; a semicolon that belongs to a name is written `\;`)"#);
}

#[test]
fn names_that_differ_only_in_accents_are_reported() {
    insta::assert_snapshot!(mistakes(format!("{HEADING}\nJose Garcia,He was sentenced.,Report,1\nJosé García,He is a judge.,Report,2\n")), @"3:1 `José García` and `Jose Garcia` in line 2 differ only in accents (write both alike where they are one. Where they are two, tell them apart by a word more, or by ids: `card` holds these where there is a column `card name`)");
    insta::assert_snapshot!(mistakes(format!(
        "{HEADING},type,about,speaker,topics\n\
         Müller,One.,Résumé,1,élu,Østby,Strauß,Santé\n\
         Muller,Two.,Resume,2,elu,Ostby,Strauss,Sante\n\
         أحمد,Three.,Report,3,,,,\n\
         احمد,Four.,Report,4,,,,\n"
    )), @"
    3:1 `Muller` and `Müller` in line 2 differ only in accents (write both alike where they are one. Where they are two, tell them apart by a word more, or by ids: `card` holds these where there is a column `card name`)
    3:13 `Resume` and `Résumé` in line 2 differ only in accents (write both alike where they are one. Where they are two, tell them apart by a word more, or by ids: `card` holds these where there is a column `card name`)
    3:22 `elu` and `élu` in line 2 differ only in accents (write both alike where they are one. Where they are two, tell them apart by a word more, or by ids: `card` holds these where there is a column `card name`)
    3:26 `Ostby` and `Østby` in line 2 differ only in accents (write both alike where they are one. Where they are two, tell them apart by a word more, or by ids: `card` holds these where there is a column `card name`)
    3:32 `Strauss` and `Strauß` in line 2 differ only in accents (write both alike where they are one. Where they are two, tell them apart by a word more, or by ids: `card` holds these where there is a column `card name`)
    3:40 `Sante` and `Santé` in line 2 differ only in accents (write both alike where they are one. Where they are two, tell them apart by a word more, or by ids: `card` holds these where there is a column `card name`)
    5:1 `احمد` and `أحمد` in line 4 differ only in accents (write both alike where they are one. Where they are two, tell them apart by a word more, or by ids: `card` holds these where there is a column `card name`)
    ");
}

#[test]
fn names_that_differ_only_in_accents_are_distinct_where_ids_say_so() {
    let read = story(
        "card,card name,statement,article,paragraph\n\
         one,Jose Garcia,He was sentenced.,Report,1\n\
         two,José García,He is a judge.,Report,2\n",
    );
    assert_eq!((card(&read, "one").name.at(0), card(&read, "two").name.at(0)), ("Jose Garcia", "José García"));
}

#[test]
fn a_name_shared_by_two_cards_is_reported_where_it_has_no_id() {
    insta::assert_snapshot!(mistakes(
        "card,card name,statement,article,paragraph,about\n\
         one,John Smith,He sings.,Report,1,\n\
         two,John Smith,He dances.,Report,2,\n\
         three,Ann,She plays.,Report,3,John Smith\n"
    ), @"4:31 several are called `John Smith` (write the id of the one that is meant)");
}

#[test]
fn spaces_case_and_lookalike_characters_do_not_make_a_second_card() {
    for other in [
        "Marie\u{a0}O'Brien-Curie",
        "\u{a0}Marie O'Brien-Curie\u{a0}",
        "Marie\u{202f}O’Brien‑Curie",
        "Marie  O'Brien-Curie",
        "MARIE O'BRIEN-CURIE",
        "Mar\u{ad}ie O'Brien-Curie\u{200b}",
        "Ｍarie O'Brien-Curie",
    ] {
        let read = story(format!("{HEADING}\nMarie O'Brien-Curie,One.,Report,1\n{other},Two.,Report,2\n"));
        assert_eq!(read.cards.len(), 1, "{other:?}");
    }
    let read = story(format!("{HEADING}\nJosé,One.,Report,1\nJose\u{301},Two.,Report,2\n"));
    assert_eq!(read.cards.len(), 1);
}

#[test]
fn a_semicolon_in_a_name_can_be_written() {
    let read = story(format!("{HEADING}\nA,It is so.,What we know\\; what we do not,1\n"));
    assert_eq!(read.articles[0].title.at(0), "What we know; what we do not");
    let read = story(format!(
        "{HEADING},about,speaker,place\n\"B\\; C\",It is so.,One\\; two; Three,1; 2,A; B\\; C,Ann\\; Lee,Here\\; there\n"
    ));
    let mut titles: Vec<_> = read.articles.iter().map(|article| article.title.at(0)).collect();
    titles.sort_unstable();
    assert_eq!(titles, ["One; two", "Three"]);
    assert_eq!(card(&read, "b-c").name.at(0), "B; C");
    assert_eq!((card(&read, "ann-lee").name.at(0), card(&read, "here-there").name.at(0)), ("Ann; Lee", "Here; there"));
    insta::assert_snapshot!(mistakes(format!("{HEADING}\nA,It is so.,What we know; what we do not,1\n")), @r#"2:42 `paragraph` has 1 value, but there are 2 in `article` (write one for each, with semicolons between; one that belongs to a name is written `\;`)"#);
}

#[test]
fn a_name_beside_a_single_id_keeps_its_semicolons() {
    let read = story(format!("{HEADING},speaker,speaker name\nA,B,C,1,ann,Ann; Lee\n"));
    assert_eq!(card(&read, "ann").name.at(0), "Ann; Lee");
}

#[test]
fn coordinates_of_something_that_is_not_a_place_are_reported() {
    insta::assert_snapshot!(mistakes(
        "card,kind,statement,article,paragraph,latitude,longitude\n\
         Ada Quill,member,She worked there.,Report,1,50.3500,-3.5800\n\
         The race,operation,It was run.,Report,2,50,\n"
    ), @"
    2:45 `Ada Quill` has coordinates and is of the kind `member` (only a venue is on the map: write `venue` as its `kind`, or a `place` into this row, or leave the coordinates out)
    3:41 `latitude` without `longitude` (write `longitude` too, or leave both out)
    3:41 `The race` has coordinates and is of the kind `operation` (only a venue is on the map: write `venue` as its `kind`, or a `place` into this row, or leave the coordinates out)
    ");
}

#[test]
fn a_type_that_is_translated_in_two_ways_is_reported() {
    let heading = format!("{HEADING},type,type.fr,card.fr");
    insta::assert_snapshot!(mistakes(format!("{heading}\nA,S.,C,1,person,personne,A\\; B\nB,T.,C,1,Person,individu,B\n")), @"3:17 `personne` has another `type` in line 2 (write the same in both rows, or leave one of the two empty)");
    let read = story(format!("{heading}\nA,S.,C,1,person,personne,A\\; B\nB,T.,C,1,Person,,B\n"));
    assert_eq!((read.types.len(), card(&read, "a").name.at(1)), (1, "A; B"));
}
