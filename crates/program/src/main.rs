//! The program `fact-cards`, with the engine in it.

use std::{
    io::{IsTerminal, stderr},
    path::{Path, PathBuf},
    process::ExitCode,
    time::SystemTime,
};

use clap::{Parser, Subcommand};
use fact_cards_command::{Error, build, check, held_back_as_json, new, read};
use fact_cards_site::{BaseUrl, Engine, Held, Target};
use serde_json::{Value, json};

/// The engine that this program brings, file by file.
const ENGINE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/engine_files.rs"));

const EXAMPLES: &str = "\
Examples:
  fact-cards new my-story                         begin a story
  fact-cards check my-story                       tell every mistake in it, with its place
  fact-cards build my-story --out site            make its site
  fact-cards build my-story --out site --base-url https://cards.example/
                                                  the same for where it will live

Exit status: 0 done, 1 the story has mistakes, 2 the command is not written like this, 3 anything else.";

/// Makes fact cards for news: a folder of text files becomes a site of cards, with nothing else to install.
#[derive(Parser)]
#[command(name = "fact-cards", version, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Say the outcome as one line of JSON, for other programs.
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Begin a story: a small one with comments, which builds as it is.
    New {
        /// The folder to make.
        folder: PathBuf,
    },
    /// Check a story and tell every mistake with its place.
    Check {
        /// The folder of the story.
        #[arg(default_value = ".")]
        story: PathBuf,
    },
    /// Build the site of a story.
    Build {
        /// The folder of the story.
        #[arg(default_value = ".")]
        story: PathBuf,
        /// The folder to write to; the site that was there is replaced.
        #[arg(long, default_value = "site")]
        out: PathBuf,
        /// Where the site will live, such as <https://news.example/cards/>.
        #[arg(long)]
        base_url: Option<BaseUrl>,
        /// Leave out the compressed forms: to look at it, not to publish it.
        #[arg(long)]
        soon: bool,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments.command) {
        Ok(done) => {
            if arguments.json {
                println!("{}", done.json);
            } else {
                println!("{}", done.said);
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            if arguments.json {
                println!("{}", error.json());
            } else {
                eprintln!("{}", error.render(stderr().is_terminal()));
            }
            ExitCode::from(error.status())
        }
    }
}

/// What a command has done.
struct Done {
    /// For people.
    said: String,
    /// For programs.
    json: Value,
}

fn run(command: &Command) -> Result<Done, Error> {
    match command {
        Command::New { folder } => {
            new(folder)?;
            let name = folder.display();
            Ok(Done {
                said: format!(
                    "{name} holds a small story. Change its files, then:\n  fact-cards check {name}\n  fact-cards build {name}"
                ),
                json: json!({ "story": folder }),
            })
        }
        Command::Check { story } => {
            let (holds, held_back) = check(story, SystemTime::now())?;
            Ok(Done {
                said: format!("{}: {holds}, no mistake{}", story.display(), Held::lines(&held_back)),
                json: json!({
                    "mistakes": [],
                    "cards": holds.cards,
                    "facts": holds.facts,
                    "articles": holds.articles,
                    "held_back": held_back_as_json(&held_back),
                }),
            })
        }
        Command::Build { story, out, base_url, soon } => write_site(story, out, base_url.as_ref(), *soon),
    }
}

fn write_site(story: &Path, out: &Path, base_url: Option<&BaseUrl>, soon: bool) -> Result<Done, Error> {
    // First the story: an editor's mistake is told before anything else.
    let site = read(story, SystemTime::now())?;
    if ENGINE.is_empty() {
        return Err(Error::NoEngine);
    }
    let engine = Engine::of_files(ENGINE)?;
    let files = build(&site, &engine, Target { folder: out, base_url, compressed: !soon })?;
    let mut said =
        format!("The site is in {}: {} files. Put the folder on any web server.", out.display(), files.len());
    if base_url.is_none() {
        said += "\nIt does not know its address: for snippets, frames and oEmbed give it with --base-url.";
    }
    said += &Held::lines(site.held_back());
    let held_back = held_back_as_json(site.held_back());
    Ok(Done { said, json: json!({ "site": out, "files": files.len(), "held_back": held_back }) })
}
