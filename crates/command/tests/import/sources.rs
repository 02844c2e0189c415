//! A fact in several rows, one for each source, is a single fact.

use fact_cards_author::Story;
use fact_cards_command::Options;

use super::{HEADING, imported, mistakes, story, story_with};

/// The number of sources of each fact.
fn sources(story: &Story) -> Vec<usize> {
    story.facts.iter().map(|fact| fact.sources.len()).collect()
}

#[test]
fn one_row_for_each_source_makes_one_fact_with_all_of_them() {
    let table = format!(
        "{HEADING}\nA,It is so.,Report,1\nA,It is so.,Other paper,3\nB,It is so.,Report,2\nA,It is so.,Third,4\n"
    );
    let read = story(&table);
    assert_eq!(sources(&read), [3, 1]);
    let (_, made) = imported(table, &Options::default()).unwrap_or_else(|error| panic!("{error}"));
    insta::assert_snapshot!(made.read_as.join("\n"), @"2 rows name another source of a fact that is there already.");
}

#[test]
fn what_any_of_its_rows_says_counts_for_the_fact() {
    let read = story(format!(
        "{HEADING},date,topics,figure,unit\nA,It is so.,Report,1,,Money,,\nA,It is so.,Other,3,2025,,5,pounds\n"
    ));
    let fact = &read.facts[0];
    assert_eq!(sources(&read), [2]);
    assert_eq!((fact.date.unwrap().to_string(), fact.topics.len(), fact.figure.is_some()), ("2025".into(), 1, true));
}

#[test]
fn the_same_sentence_on_two_days_is_two_facts() {
    let table = format!("{HEADING},date\nA,She won.,Report,1,2019\nA,She won.,Report,2,2021\n");
    assert_eq!(sources(&story(&table)), [1, 1]);
    insta::assert_snapshot!(mistakes(format!("{table}A,She won.,Report,3,\n")), @"4:1 this row goes with each of the lines 2 and 3 (fill in the cells in which these differ)");
    assert_eq!(sources(&story(format!("{table}A,She won.,Report,3,2021\n"))), [1, 2]);
}

#[test]
fn a_duplicate_row_is_reported() {
    insta::assert_snapshot!(mistakes(format!("{HEADING}\nA,It is so.,Report,1\nA,It is so.,Report,1\n")), @"3:1 this row says the same as line 2 (take one of the two out, or name the other source)");
}

#[test]
fn cells_about_articles_apply_to_sources_in_a_single_cell_too() {
    let read = story("card,statement,sources,publisher\nA,It is so.,One ¶5; Two ¶2; One ¶7,Post; Mail\n");
    let publishers: Vec<_> = read.articles.iter().map(|article| article.publisher.as_deref()).collect();
    assert_eq!((publishers, sources(&read)), (vec![Some("Post"), Some("Mail")], vec![3]));
    insta::assert_snapshot!(mistakes("card,statement,sources,article,paragraph\nA,It is so.,One ¶5,Two,2\n"), @"
    2:20 `article` and `sources` say the same in two ways (leave one of the two empty)
    2:24 `paragraph` and `sources` say the same in two ways (leave one of the two empty)
    ");
    let options = Options::default();
    assert_eq!(
        sources(&story_with("card,statement,sources,article,paragraph\nA,It,One ¶5,,\nA,So,,Two,2\n", &options)),
        [1, 1]
    );
}
