//! The changes of a card or fact: the fields that both may have.

use super::entry::Entry;
use crate::{
    date::Date,
    problem::Problem,
    story::{Change, Life, Withdrawal},
};

/// The fields `revised`, `corrected`, `withdrawn` and `embargo`.
pub(super) fn life(entry: &mut Entry) -> Life {
    let revised = changes(entry, "revised", "revision", "change");
    let corrected = changes(entry, "corrected", "correction", "was");
    let withdrawn = entry.inner("withdrawn", "withdrawal").and_then(withdrawal);
    let embargo = entry.embargo("embargo");
    if let Some(withdrawn) = &withdrawn {
        for (of, changes) in [("revision", &revised), ("correction", &corrected)] {
            for Change { date, place, .. } in
                changes.iter().filter(|change| change.date.compare(withdrawn.date).is_gt())
            {
                let problem = Problem::ChangeAfterWithdrawal { of, date: *date, withdrawn: withdrawn.date };
                entry.report_at(place, problem);
            }
        }
    }
    Life { revised, corrected, withdrawn, embargo }
}

/// A list of changes, each with its day and what it was in the field `what`.
fn changes(entry: &mut Entry, field: &'static str, of: &'static str, what: &'static str) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for mut listed in entry.list(field, of) {
        let place = listed.place();
        let date = day(&mut listed);
        let example = if what == "was" { "`was.en = \"It said 134; it is 135.\"`" } else { "`change.en = \"…\"`" };
        let what = listed.needed_localised(what, example);
        listed.finish();
        let Some((date, what)) = date.zip(what) else { continue };
        if changes.iter().any(|other| other.date == date && other.what == what) {
            entry.report_at(&place, Problem::ChangeTwice { of });
        } else {
            changes.push(Change { date, what, place });
        }
    }
    changes
}

fn withdrawal(mut entry: Entry) -> Option<Withdrawal> {
    let date = day(&mut entry);
    let reason = entry.needed_localised("reason", "`reason.en = \"The source has taken it back.\"`");
    let (is_said, flag) = (entry.has("shown"), entry.flag("shown"));
    let shown = flag || !is_said;
    entry.finish();
    Some(Withdrawal { date: date?, reason: reason?, shown })
}

fn day(entry: &mut Entry) -> Option<Date> {
    entry.need("date", "`date = \"2025-11-25\"`");
    entry.day("date")
}
