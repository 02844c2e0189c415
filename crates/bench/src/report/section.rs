//! The sections of the page, one for each part.

mod build;
mod load;
mod mounts;
mod search;
mod touch;
mod usage;
mod wasm;
mod wire;

pub use self::touch::story_of;
use super::{Report, number::count, table::table};
use crate::{act::Group, measure::turns::LeftOut, way::Way};

/// The sections that have results.
pub fn sections(report: &Report) -> String {
    let sections = [
        report.wire.as_deref().map(wire::section),
        report.load.as_deref().map(load::section),
        report.start.as_ref().map(load::start),
        report.usage.as_ref().map(usage::section),
        report.touch.as_ref().map(touch::section),
        report.search.as_deref().map(search::section),
        report.build.as_ref().map(build::section),
        report.wasm.as_ref().map(wasm::section),
        report.mounts.as_deref().map(mounts::section),
    ];
    sections.into_iter().flatten().collect()
}

/// The name of a way, and for ours whether it is in an article or on a page.
fn name(way: Way, in_article: bool) -> String {
    match (way, in_article) {
        (Way::Ours, true) => "fact-cards, in an article".to_owned(),
        (Way::Ours, false) => "fact-cards, a page of its own".to_owned(),
        _ => way.name().to_owned(),
    }
}

/// The measurements that were skipped as too slow.
fn not_measured(left_out: &[LeftOut]) -> String {
    if left_out.is_empty() {
        return String::new();
    }
    let rows: Vec<Vec<String>> = left_out
        .iter()
        .map(|left| {
            let what = left.group.map_or("everything", Group::name);
            vec![left.way.name().to_owned(), what.to_owned(), format!("from {} cards on", count(left.cards))]
        })
        .collect();
    format!("<h3>Left out, since it takes too long</h3>\n{}", table(&["", "", ""], &rows))
}
