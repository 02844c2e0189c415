use std::path::PathBuf;

use clap::{Parser, ValueEnum};

use crate::peers::Installed;

/// What is to be measured, and where everything is. `cargo xtask bench` says the latter.
#[derive(Parser)]
#[command(name = "cargo xtask bench", bin_name = "cargo xtask bench")]
pub struct Options {
    /// Fewer rounds and smaller stories: to see that it runs.
    #[arg(long)]
    pub quick: bool,
    /// One part only; can be given several times.
    #[arg(long, value_name = "PART")]
    pub only: Vec<ReportPart>,
    /// How many rounds, instead of what each part takes.
    #[arg(long, value_name = "N")]
    pub rounds: Option<usize>,
    /// The size of a story in which keys, filters, orders, views and touches are measured, instead of the usual ones; can be
    /// given several times.
    #[arg(long, value_name = "N")]
    pub cards: Vec<usize>,
    /// The folder of the project.
    #[arg(long, hide = true)]
    pub project: PathBuf,
    /// The program that builds and serves sites.
    #[arg(long, hide = true)]
    pub xtask: PathBuf,
    /// The folder where npm has put the peers.
    #[arg(long, hide = true)]
    pub peers: PathBuf,
}

/// A part of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportPart {
    /// Bytes on the wire.
    Wire,
    /// From the address to readable and to a first interaction, on a slow machine and network.
    Load,
    /// From activation to working, on a slow machine.
    Start,
    /// Keys, filters, orders and views.
    Use,
    /// Every touch on a phone, up to the next paint.
    Touch,
    /// What the search finds.
    Search,
    /// From a saved story to a page that shows it.
    Build,
    /// What takes how much in the WebAssembly.
    Wasm,
    /// A thousand times there and gone.
    Mounts,
}

impl Options {
    /// Whether a part is to be measured.
    pub fn has(&self, part: ReportPart) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }

    /// How many rounds, of each of which there are so many in full.
    pub fn rounds(&self, full: usize) -> usize {
        self.rounds_or(full, 2.min(full))
    }

    /// How many rounds, of which there are so many in full and in a quick run.
    pub fn rounds_or(&self, full: usize, quick: usize) -> usize {
        self.rounds.unwrap_or(if self.quick { quick } else { full }).max(1)
    }

    /// The sizes of the stories that are made up to be used, in cards, of which these are the usual ones.
    pub fn sizes(&self, usual: &[usize]) -> Vec<usize> {
        let mut sizes = if self.cards.is_empty() { usual.to_vec() } else { self.cards.clone() };
        if self.quick && self.cards.is_empty() {
            sizes.retain(|cards| *cards <= 1000);
        }
        sizes.sort_unstable();
        sizes.dedup();
        sizes
    }

    /// Where everything is written to.
    pub fn folder(&self) -> PathBuf {
        self.project.join("target/bench")
    }

    /// Where the peers are.
    pub fn peers(&self) -> Installed {
        Installed(self.peers.clone())
    }
}
