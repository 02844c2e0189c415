//! The mistakes that an editor is shown for a story or a table.

use fact_cards_author::{MAX_MISTAKES, Report};

/// Every mistake says what is wrong and what would be right, at a place that exists. `text_of` returns the text of a
/// file, if it is known.
pub fn check(report: &Report, text_of: impl Fn(&str) -> Option<String>) {
    let Report(mistakes) = report;
    assert!(!mistakes.is_empty(), "there are mistakes, and none is told");
    // One more says how many there are beyond the limit.
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

/// Whether a terminal would interpret the character rather than show it.
fn is_obeyed(sign: char) -> bool {
    sign.is_control() && sign != '\n' || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
