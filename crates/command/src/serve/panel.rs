use fact_cards_author::{Diagnostic, Report};
use serde_json::{Value, json};

use super::event::what_shows;
use crate::error::Error;

/// What a page tells of an error; `stays` where it goes on showing an earlier version.
pub fn panel(error: &Error, stays: bool) -> Value {
    let note = what_shows(stays);
    let Error::Mistakes(report) = error else {
        return json!({ "title": "The story cannot be shown", "note": note, "list": [{ "message": error.to_string() }] });
    };
    let Report(mistakes) = report;
    json!({ "title": report.summary(), "note": note, "list": mistakes.iter().map(one).collect::<Vec<_>>() })
}

fn one(mistake: &Diagnostic) -> Value {
    let excerpt = mistake.excerpt();
    json!({ "message": mistake.problem.to_string(), "excerpt": excerpt, "help": mistake.problem.remedy() })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]
mod tests {
    use std::{fs, time::SystemTime};

    use tempfile::TempDir;

    use super::*;
    use crate::{new, read};

    #[test]
    fn a_page_gets_message_place_line_and_help_of_each_mistake() {
        let folder = TempDir::new().unwrap();
        let story = folder.path().join("story");
        new(&story).unwrap();
        let facts = story.join("facts.toml");
        let text = fs::read_to_string(&facts).unwrap();
        fs::write(&facts, text.replace(r#"place = "thornmouth""#, r#"place = "thornmuth""#)).unwrap();
        let told = panel(&read(&story, SystemTime::now()).unwrap_err(), true);
        let excerpt = format!(
            "  --> {}:11:9\n   |\n11 | place = \"thornmuth\"         # a venue\n   |         ^^^^^^^^^^^",
            facts.display()
        );
        let list = [json!({
            "message": "there is no venue `thornmuth`",
            "excerpt": excerpt,
            "help": "did you mean `thornmouth`?",
        })];
        assert_eq!(
            told,
            json!({
                "title": "1 mistake in the story",
                "note": "The last version that worked is still shown.",
                "list": list,
            })
        );
    }

    #[test]
    fn an_error_that_is_not_in_the_story_is_passed_on_as_it_is() {
        let told = panel(&read("nowhere".as_ref(), SystemTime::now()).unwrap_err(), false);
        assert_eq!(told.get("title").unwrap(), "The story cannot be shown");
        assert!(told.to_string().contains("there is no story in nowhere: "), "{told}");
    }
}
