//! What an editor is told of a story or a table that has mistakes.

use fact_cards_author::{MAX_MISTAKES, Report};

/// Every mistake says what is wrong and what would be right, at a place that there is. `text_of` gives the text of a file; none
/// for one whose text nobody has.
pub fn are_told(report: &Report, text_of: impl Fn(&str) -> Option<String>) {
    let Report(mistakes) = report;
    assert!(!mistakes.is_empty(), "there are mistakes, and none is told");
    // The last one says how many more there are.
    assert!(mistakes.len() <= MAX_MISTAKES + 1, "{} mistakes are told", mistakes.len());
    for mistake in mistakes {
        assert!(!mistake.problem.to_string().is_empty(), "{mistake} does not say what is wrong");
        assert!(!mistake.problem.remedy().is_empty(), "{mistake} does not say what would be right");
        if let Some(text) = text_of(&mistake.file) {
            let line = mistake.line.checked_sub(1).and_then(|line| text.split('\n').nth(line));
            let line = line.unwrap_or_else(|| panic!("{mistake}\nis not in the file"));
            let columns = 1..=line.chars().count() + 1;
            assert!(columns.contains(&mistake.column), "{mistake}\nis not in the line");
        }
    }
    let shown = report.render(false);
    let obeyed = shown.chars().find(|sign| is_obeyed(*sign));
    assert_eq!(obeyed, None, "a terminal would obey what is told:\n{shown:?}");
    assert!(report.render(true).len() > shown.len(), "there are no colours");
}

/// Whether a terminal does something else than show it.
fn is_obeyed(sign: char) -> bool {
    sign.is_control() && sign != '\n' || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
