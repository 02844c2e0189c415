//! The commands of this project, run as `cargo xtask`.

mod add_story;
mod bench;
mod budget;
mod build;
#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test stops at the first thing that is not as it should be")]
mod circles;
mod command;
#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test stops at the first thing that is not as it should be")]
mod documents;
mod engine;
mod error;
mod fuzz;
mod generate;
mod licences;
mod lock;
mod npm;
mod program;
mod project;
mod release;
mod serve;
mod setup;
mod sizes;
mod system;
mod test;
mod wordpress;

use std::{ffi::OsString, path::PathBuf, process::ExitCode, time::SystemTime};

use anyhow::Result;
use clap::{Parser, Subcommand};
use fact_cards_command::{DateOrder, Decimal, Options, abandon_on_interrupt, in_colour};
use fact_cards_site::{BaseUrl, Held, SharePictures, Target};

use self::engine::Library;

/// The commands of fact-cards. Each sets up what it needs the first time it runs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = false)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the site, serve it, and show each change of the story or the code at once.
    Serve {
        /// The folder of the story.
        #[arg(long, default_value = "seeds")]
        story: PathBuf,
        /// The port to serve at.
        #[arg(long, default_value_t = 8000)]
        port: u16,
    },
    /// Build the site into a folder.
    Build {
        /// The folder of the story.
        #[arg(long, default_value = "seeds")]
        story: PathBuf,
        /// The folder to write to; what was there is replaced.
        #[arg(long, default_value = "dist")]
        out: PathBuf,
        /// Where the site will live, such as <https://news.example/cards/>.
        #[arg(long)]
        base_url: Option<BaseUrl>,
        /// Leave out the compressed forms and the sizes: to look at it, not to publish it.
        #[arg(long)]
        soon: bool,
        /// Draw the pictures with which pages are shared also for a story of more than 200 cards. That takes minutes.
        #[arg(long, requires = "base_url")]
        share_pictures: bool,
        /// Compile Rust's standard library for size too: the engine is some 4 kB smaller with Brotli. It needs the component
        /// `rust-src` and takes some minutes more the first time. It uses what is not stable in cargo, so it may stop working
        /// with another Rust, and what the tests run is the usual engine, not this one.
        #[arg(long)]
        small_std: bool,
        /// Leave out as well what the engine says where it stops at a mistake of ours: 11 kB less. Nobody hears of such a
        /// mistake then, so the page does not show again what was prerendered but stays as it is.
        #[arg(long, requires = "small_std")]
        silent: bool,
    },
    /// Check the story and tell every mistake with its place.
    Check {
        /// The folder of the story.
        #[arg(long, default_value = "seeds")]
        story: PathBuf,
    },
    /// Print the JSON Schema of a story's files, by which editors complete and check while you type.
    Schema {
        /// One file, such as facts.toml; without it one schema serves all files.
        file: Option<String>,
    },
    /// Make a story of a spreadsheet: a table with one fact a row, saved as CSV.
    Import {
        /// The table.
        table: PathBuf,
        /// The folder to make.
        #[arg(long)]
        out: Option<PathBuf>,
        /// The story's title.
        #[arg(long)]
        title: Option<String>,
        /// What stands before decimals, `.` or `,`, where the numbers of the table do not settle it.
        #[arg(long)]
        decimal: Option<Decimal>,
        /// `day-first` or `month-first`, where the dates of the table do not settle it.
        #[arg(long)]
        dates: Option<DateOrder>,
    },
    /// Build the program `fact-cards` for newsrooms: one file with the engine in it, which needs nothing else.
    Program {
        /// The file to write.
        #[arg(long, default_value = "target/fact-cards")]
        out: PathBuf,
    },
    /// Make the npm package of the element and its engine, for pages that have a bundler and for those that have none.
    Npm {
        /// The file to write; without it the one in `target` that npm would call so.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Make what is released: the program for Linux, Windows and macOS, packages for npm, checksums, notices and lists of what is
    /// in each. On Linux x86-64, with pip.
    Release {
        /// The folder to make.
        #[arg(long, default_value = "target/release-files")]
        out: PathBuf,
        /// For these targets of Rust only, such as `x86_64-unknown-linux-musl`.
        #[arg(long, value_delimiter = ',')]
        target: Vec<String>,
    },
    /// Make the plugin for WordPress, as a file that WordPress installs.
    Wordpress {
        /// The file to write; without it `target/fact-cards-wordpress.zip`.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Make a story of many cards that a program has made up, to try the widget with.
    Generate {
        /// How many cards.
        #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u16).range(100..=20_000))]
        cards: u16,
        /// The same number makes the same story.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// The folder to write to.
        #[arg(long)]
        out: PathBuf,
    },
    /// Run all tests, or those that are asked for. Every group runs, whatever fails before it.
    Test(test::Requested),
    /// Look for inputs with which a reader of ours panics, hangs or does not keep its word: libFuzzer makes them up.
    Fuzz(fuzz::Requested),
    /// Measure the widget beside its peers, and write target/bench/report.html.
    Bench {
        /// `--quick` for fewer rounds and smaller stories, `--only PART` for a part; `--help` has all.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Write the engine into a folder, and once more with the names of its functions; the benchmarks call this.
    #[command(hide = true)]
    Engine {
        /// The folder to write to.
        #[arg(long)]
        out: PathBuf,
    },
    /// Put the story into what plain Trunk has built; Trunk.toml calls this.
    #[command(hide = true)]
    AddStory,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    abandon_on_interrupt();
    match run(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", error::render(&error, in_colour()));
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Serve { story, port } => match serve::serve(&story, port)? {},
        Command::Build { story, out, base_url, soon, share_pictures, small_std, silent } => {
            let library = match (small_std, silent) {
                (false, _) => Library::Shipped,
                (true, false) => Library::Small,
                (true, true) => Library::Silent,
            };
            let target = Target {
                folder: &out,
                base_url: base_url.as_ref(),
                compressed: !soon,
                share_pictures: SharePictures::wanted(share_pictures),
            };
            build::build(&story, target, library)
        }
        Command::Check { story } => {
            let (holds, held_back) = fact_cards_command::check(&story, SystemTime::now())?;
            println!("{}: {holds}, no mistake{}", story.display(), Held::lines(&held_back));
            Ok(())
        }
        Command::Schema { file } => {
            println!("{:#}", fact_cards_command::schema(file.as_deref())?);
            Ok(())
        }
        Command::Import { table, out, title, decimal, dates } => {
            let options = Options { title, decimal, dates, ..Options::default() };
            let made = fact_cards_command::import(&table, out.as_deref(), &options)?;
            println!("{} holds {}, from {}", made.folder.display(), made.holds, table.display());
            for line in made.read_as {
                println!("{line}");
            }
            for words in made.to_translate {
                println!("{words} is in English: translate it.");
            }
            Ok(())
        }
        Command::Program { out } => program::program(&out),
        Command::Release { out, target } => release::release(&out, &target),
        Command::Npm { out } => npm::npm(out.as_deref()),
        Command::Wordpress { out } => wordpress::wordpress(out.as_deref()),
        Command::Generate { cards, seed, out } => generate::generate(cards, seed, &out),
        Command::Test(requested) => test::test(&requested),
        Command::Fuzz(requested) => fuzz::fuzz(&requested),
        Command::Bench { arguments } => bench::bench(&arguments),
        Command::Engine { out } => engine::with_names(&out),
        Command::AddStory => add_story::add_story(),
    }
}
