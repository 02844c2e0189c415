//! Measures the widget beside its peers in Chromium, and writes one report.

mod act;
mod bench;
mod browser;
mod child_guard;
mod command;
mod event_timing;
mod machine;
mod measure;
mod options;
mod page;
mod peers;
mod queries;
mod report;
mod server;
mod sites;
mod stats;
mod story;
mod trace;
mod wasm;
mod way;

use std::process::ExitCode;

use clap::Parser;

use self::options::Options;

fn main() -> ExitCode {
    match bench::bench(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
