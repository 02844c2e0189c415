//! The program `fact-cards`, with the engine in it.

mod build;

use std::{
    io::{IsTerminal, stderr},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use fact_cards_command::{Error, check, new};
use serde_json::{Value, json};

use self::build::Build;

/// The engine that this program brings, file by file.
const ENGINE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/engine_files.rs"));

const EXAMPLES: &str = "\
Examples:
  fact-cards new my-story                         begin a story
  fact-cards check my-story                       tell every mistake in it, with its place
  fact-cards build my-story --out site            make its site
  fact-cards build my-story --out site --base-url https://cards.example/
                                                  the same for where it will live
  fact-cards build stories/* --out site           one site of all these stories, with one engine

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
    /// Build the site of a story, or one of many stories.
    Build(Build),
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
            let holds = check(story)?;
            Ok(Done {
                said: format!("{}: {holds}, no mistake", story.display()),
                json: json!({ "mistakes": [], "cards": holds.cards, "facts": holds.facts, "articles": holds.articles }),
            })
        }
        Command::Build(build) => build.run(),
    }
}
