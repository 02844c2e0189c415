//! The table at the end of a run: the results of each group, what was skipped and why, the slowest tests, the failures.

use std::fmt::Write;

use super::outcome::Outcome;

/// How many of the slowest tests are listed.
const SLOWEST: usize = 10;

/// All of it. The last line has the sums.
pub fn table(outcomes: &[Outcome]) -> String {
    let mut text = String::new();
    let width = outcomes.iter().map(|outcome| outcome.group.chars().count()).max().unwrap_or_default().max(5);
    let mut line = |cells: [&str; 5]| {
        let [group, passed, failed, left_out, minutes] = cells;
        // Writing into a text cannot fail.
        let _ = writeln!(text, "{group:width$}  {passed:>6}  {failed:>6}  {left_out:>8}  {minutes:>7}");
    };
    line(["group", "passed", "failed", "left out", "minutes"]);
    for outcome in outcomes {
        let minutes = format!("{:.1}", outcome.took.as_secs_f64() / 60.0);
        let failed = outcome.failed.len() + usize::from(outcome.stopped.is_some());
        let left_out: usize = outcome.left_out.values().sum();
        line([&outcome.group, &outcome.passed.to_string(), &failed.to_string(), &left_out.to_string(), &minutes]);
    }

    let reasons: Vec<String> = outcomes
        .iter()
        .flat_map(|outcome| {
            outcome.left_out.iter().map(move |(why, count)| format!("{}: {count}, {why}", outcome.group))
        })
        .collect();
    list(&mut text, "Left out", &reasons);
    let mut times: Vec<(&str, &str, f64)> = outcomes
        .iter()
        .flat_map(|outcome| {
            outcome.times.iter().map(|(name, seconds)| (outcome.group.as_str(), name.as_str(), *seconds))
        })
        .collect();
    times.sort_by(|a, b| b.2.total_cmp(&a.2));
    let slowest: Vec<String> = times
        .iter()
        .take(SLOWEST)
        .map(|(group, name, seconds)| format!("{seconds:>5.1} s  {name} ({group})"))
        .collect();
    list(&mut text, "The slowest", &slowest);
    let failed: Vec<String> = outcomes
        .iter()
        .flat_map(|outcome| {
            let stopped = outcome.stopped.iter().map(move |why| format!("{}: {why}", outcome.group));
            stopped.chain(outcome.failed.iter().map(move |name| format!("{}: {name}", outcome.group)))
        })
        .collect();
    list(&mut text, "Failed", &failed);

    let sum = |count: fn(&Outcome) -> usize| outcomes.iter().map(count).sum::<usize>();
    let _ = write!(
        text,
        "\n{} passed, {} failed, {} skipped\n",
        sum(|outcome| outcome.passed),
        failed.len(),
        sum(|outcome| outcome.left_out.values().sum())
    );
    text
}

/// A list under a title, where there is something in it.
fn list(text: &mut String, title: &str, lines: &[String]) {
    if !lines.is_empty() {
        let _ = write!(text, "\n{title}:\n  {}\n", lines.join("\n  "));
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_table_has_each_group_and_ends_with_the_totals() {
        let mut native = Outcome::new("native");
        (native.passed, native.took) = (812, Duration::from_secs(66));
        native.times = vec![("story::quick".to_owned(), 0.1), ("story::slow".to_owned(), 4.0)];
        let mut firefox = Outcome::new("visits in Firefox");
        (firefox.passed, firefox.failed) = (10, vec!["history::back".to_owned()]);
        firefox.leave_out(3, "the outcome does not depend on the engine");
        firefox.times = vec![("history::back".to_owned(), 12.25)];
        let mut webkit = Outcome::new("visits in WebKit");
        webkit.stop("no WebKit is there");
        assert_eq!(
            table(&[native, firefox, webkit]),
            "\
group              passed  failed  left out  minutes
native                812       0         0      1.1
visits in Firefox      10       1         3      0.0
visits in WebKit        0       1         0      0.0

Left out:
  visits in Firefox: 3, the outcome does not depend on the engine

The slowest:
   12.2 s  history::back (visits in Firefox)
    4.0 s  story::slow (native)
    0.1 s  story::quick (native)

Failed:
  visits in Firefox: history::back
  visits in WebKit: no WebKit is there

822 passed, 2 failed, 3 skipped
"
        );
    }
}
