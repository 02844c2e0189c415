//! The real story: what must be in it, and what must not.

use fact_cards_author::editions;
use fact_cards_story::{
    Text,
    edition::{ArticleId, Edition},
};

use crate::support::{Changed, seeds};

fn edition() -> Edition {
    editions(&Changed(seeds()).accepted()).unwrap().remove(0)
}

#[test]
fn the_figures_of_the_articles_are_there() {
    let edition = edition();
    let figures: Vec<_> = edition.facts.iter().filter_map(|fact| Some(fact.figure.as_ref()?.number.shown())).collect();
    for figure in ["135", "325", "104 → 140+", "300+", "196", "1923"] {
        assert!(figures.contains(&figure), "{figure} is not among {figures:?}");
    }
}

#[test]
fn everyone_and_everything_the_articles_name_has_a_card() {
    let edition = edition();
    for name in [
        "Morocco",
        "INTERPOL",
        "INTERPOL's General Secretariat",
        "INTERPOL's Executive Committee",
        "DGSN",
        "Rabat national central office",
        "Mohammed Dkhissi",
        "Abdellatif Hammouchi",
        "King Mohammed VI",
        "Ahmed Nasser Al Raisi",
        "Bouabid Sebki",
        "Operation NEPTUNE",
        "I-24/7",
        "Glasgow, Scotland",
        "Marrakech",
        "Ifrane",
        "Rabat",
    ] {
        assert!(edition.cards.iter().any(|card| card.name.shown() == name), "{name} has no card");
    }
}

#[test]
fn the_president_says_nothing_that_the_unnamed_secretary_general_said() {
    let edition = edition();
    let position = |id: &str| edition.cards.iter().position(|card| card.id == id).unwrap();
    let president = position("ahmed-nasser-al-raisi");
    let secretary_general = position("interpol-secretary-general");
    let facts = &edition.cards.get(secretary_general).unwrap().facts;
    assert!(!facts.is_empty());
    for fact in facts.iter().map(|fact| edition.facts.get(usize::from(*fact)).unwrap()) {
        assert_eq!(fact.speaker.map(usize::from), Some(secretary_general), "{}", fact.id);
        assert!(
            !edition.cards.get(president).unwrap().facts.iter().any(|of| edition
                .facts
                .get(usize::from(*of))
                .unwrap()
                .id
                == fact.id)
        );
    }
}

#[test]
fn both_articles_report_the_196_members() {
    let edition = edition();
    let members =
        edition.facts.iter().find(|fact| fact.figure.as_ref().is_some_and(|figure| figure.number.shown() == "196"));
    let members = members.unwrap();
    for article in (0..2).map(ArticleId::new) {
        assert!(members.sources.iter().any(|source| source.article == article), "{article:?}");
    }
    assert_eq!(members.agreement.as_deref(), Some("in both articles"));
}

#[test]
fn nothing_is_quoted_at_length() {
    let edition = edition();
    let texts = edition.facts.iter().map(|fact| &fact.statement).chain(edition.cards.iter().map(|card| &card.summary));
    let mut quoted = 0;
    for text in texts.map(Text::shown) {
        assert_eq!(text.matches('“').count(), text.matches('”').count(), "{text}");
        for quote in text.split('“').skip(1).map(|rest| rest.split('”').next().unwrap()) {
            assert!(quote.split_whitespace().count() <= 8, "“{quote}” has more than eight words");
            quoted += 1;
        }
    }
    assert!(quoted > 0);
}
