//! From the address to something to read and to a first interaction, on a slow machine and a slow network.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Serialize;

use super::visit::await_outcome;
use crate::{
    browser::Browser,
    options::Options,
    page::Page,
    server::{Sending, Server},
    sites::{Sites, path_of},
    stats::Summary,
    way::{SEARCH, Way},
};

/// How many times slower the processor is.
pub const SLOWER: u8 = 4;

/// What one way takes with one story. Times are in milliseconds from the navigation.
#[derive(Debug, Serialize)]
pub struct Load {
    pub way: Way,
    /// Whether ours stands in an article.
    pub in_article: bool,
    pub story: String,
    pub first_paint: Summary,
    /// Until the first card is painted.
    pub readable: Summary,
    /// Until the outcome of the first letter is painted, which is typed as soon as it counts.
    pub interaction: Summary,
    /// What tasks of the main thread take beyond 50 ms each, until then.
    pub blocking: Summary,
    /// The sum of all layout shifts that nobody has asked for, as the browser scores them: until the outcome is there.
    pub shift: Summary,
    /// Bytes of page, workers and WebAssembly, afterwards.
    pub memory: Summary,
}

struct Sample {
    first_paint: f64,
    readable: f64,
    interaction: f64,
    blocking: f64,
    shift: f64,
    memory: f64,
}

/// Measures all ways in turn.
pub fn measure(options: &Options, name: &str, sites: &Sites, browser: &mut Browser) -> Result<Vec<Load>> {
    let ways: Vec<(Way, bool)> = std::iter::once((Way::Ours, true)).chain(Way::ALL.map(|way| (way, false))).collect();
    // What is compressed once is not compressed while something is measured.
    let servers: Result<Vec<Server>> = ways.iter().map(|&(way, _)| sites.serve(way, Sending::Compressed)).collect();
    let servers = servers?;
    let language = &sites.first()?.language;
    let mut samples: BTreeMap<(Way, bool), Vec<Sample>> = BTreeMap::new();
    let rounds = options.rounds(7);
    for round in 0..=rounds {
        for (&(way, in_article), server) in ways.iter().zip(&servers) {
            let address = server.at(&path_of(0, language, in_article));
            let is_first = round == 0;
            if !is_first {
                println!("  {name}, round {round} of {rounds}: {}", way.name());
            }
            let sample = visit(browser, way, &address, !is_first)?;
            // The first round only lets the server compress everything.
            if !is_first {
                samples.entry((way, in_article)).or_default().push(sample);
            }
        }
    }
    let summary = |samples: &[Sample], number: fn(&Sample) -> f64| {
        Summary::new(&samples.iter().map(number).collect::<Vec<f64>>())
    };
    let load = |((way, in_article), samples): ((Way, bool), Vec<Sample>)| {
        Some(Load {
            way,
            in_article,
            story: name.to_owned(),
            first_paint: summary(&samples, |sample| sample.first_paint)?,
            readable: summary(&samples, |sample| sample.readable)?,
            interaction: summary(&samples, |sample| sample.interaction)?,
            blocking: summary(&samples, |sample| sample.blocking)?,
            shift: summary(&samples, |sample| sample.shift)?,
            memory: summary(&samples, |sample| sample.memory)?,
        })
    };
    Ok(samples.into_iter().filter_map(load).collect())
}

fn visit(browser: &mut Browser, way: Way, address: &str, slow: bool) -> Result<Sample> {
    let mut page = Page::new(browser, way.name())?;
    if slow {
        page.slow_down(SLOWER)?;
        page.on_slow_4g()?;
    }
    page.go(address)?;
    // Between two pages there is nobody to answer: the new one is there when it has a title.
    page.until_there(address)?;
    page.until("bench.readable !== null")?;
    // Ours keeps what is typed before it works; what is typed before the others work is lost.
    if way != Way::Ours {
        page.until("bench.ready !== null")?;
    }
    let place = page.place_of(SEARCH)?;
    await_outcome(&mut page, |page| {
        page.click_at(place)?;
        page.type_letter('m')
    })?;
    let interaction = page.value("bench.painted")?;
    let blocking = page.value(
        "bench.longTasks.filter(([start]) => start < bench.painted).reduce((sum, [, task]) => sum + task - 50, 0)",
    )?;
    let shift =
        page.value("bench.shifts.filter(([at]) => at < bench.done).reduce((sum, [, shift]) => sum + shift, 0)")?;
    let first_paint = page.value("performance.getEntriesByName('first-contentful-paint')[0].startTime")?;
    let readable = page.value("bench.readable")?;
    page.slow_down(1)?;
    let memory = page.memory()?;
    page.close()?;
    Ok(Sample { first_paint, readable, interaction, blocking, shift, memory })
}
