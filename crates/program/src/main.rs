//! The program `fact-cards`, with the engine in it.

mod build;
mod import;
mod live;

use std::{
    io::{ErrorKind, Write, stdout},
    path::PathBuf,
    process::ExitCode,
    sync::LazyLock,
    time::SystemTime,
};

use clap::{Parser, Subcommand};
use fact_cards_command::{Error, abandon_on_interrupt, check, held_back_as_json, in_colour, new, schema};
use fact_cards_site::{Engine, FORMAT, Held};
use serde_json::{Value, json};

use self::build::Build;

/// The engine that this program brings, file by file, and notices.
const ENGINE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/engine_files.rs"));

/// The name among these of what the licences of others' work ask for.
const NOTICES: &str = "program-licences.txt";

const EXAMPLES: &str = "\
Examples:
  fact-cards new my-story                         begin a story
  fact-cards import table.csv --out my-story      make a story of a spreadsheet, one fact a row
  fact-cards check my-story                       tell every mistake in it, with its place
  fact-cards build my-story --out site            make its site
  fact-cards build my-story --out site --base-url https://cards.example/
                                                  the same for where it will live
  fact-cards build stories/* --out site           one site of all these stories, with one engine
  fact-cards schema > my-story/story.schema.json  let editors complete and check while you type
  fact-cards serve my-story                       see what you save, as you save it

Exit status: 0 done, 1 the story has mistakes, or the table, 2 the command is not written like this, 3 anything else.";

/// Makes fact cards for news: a folder of text files becomes a site of cards, with nothing else to install.
#[derive(Parser)]
#[command(name = "fact-cards", version = VERSION.as_str(), after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Say the outcome as one line of JSON, for other programs; `serve` says each thing that happens so.
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
    /// Make a story of a spreadsheet: a table with one fact a row, saved as CSV.
    Import(import::Arguments),
    /// Check a story and tell every mistake with its place.
    Check {
        /// The folder of the story.
        #[arg(default_value = ".")]
        story: PathBuf,
    },
    /// Build the site of a story, or one of many stories.
    Build(Build),
    /// Print the JSON Schema of a story's files, by which editors complete and check while you type.
    ///
    /// `new` puts it beside the files of a story; the first line of each, `#:schema ./story.schema.json`, says where it is.
    Schema {
        /// One file, such as facts.toml: its schema knows what the file needs. Without it one schema serves all files.
        file: Option<String>,
    },
    /// Print whose work this program and its engine are made with, and under which licences.
    Licences,
    /// Serve a story on this machine, and show each change as soon as it is saved, and each mistake with its place.
    Serve {
        /// The folder of the story.
        #[arg(default_value = ".")]
        story: PathBuf,
        /// The port to serve at; 0 for any that is free.
        #[arg(long, default_value_t = 8000)]
        port: u16,
    },
}

/// The version, the engine inside, the format of stories, and the commit of all that.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let engine = engine().map_or_else(|_| "none".to_owned(), |engine| engine.id());
    format!("{}\nengine {engine}\nformat {FORMAT}\ncommit {}", env!("CARGO_PKG_VERSION"), env!("COMMIT"))
});

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    abandon_on_interrupt();
    match run(&arguments.command, arguments.json) {
        Ok(done) => {
            let said = if arguments.json { done.json.to_string() } else { done.said };
            match writeln!(stdout(), "{said}") {
                // Who reads no further, as `head` does, has what they wanted.
                Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                    eprintln!("error: this cannot be written: {error}");
                    ExitCode::from(3)
                }
                _ => ExitCode::SUCCESS,
            }
        }
        Err(error) => {
            if arguments.json {
                println!("{}", error.json());
            } else {
                eprintln!("{}", error.render(in_colour()));
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

fn run(command: &Command, as_json: bool) -> Result<Done, Error> {
    match command {
        Command::New { folder } => {
            new(folder)?;
            let name = folder.display();
            Ok(Done {
                said: format!(
                    "{name} holds a small story. See what you change in its files, then make its site:\n  fact-cards serve {name}\n  fact-cards build {name}"
                ),
                json: json!({ "story": folder }),
            })
        }
        Command::Import(arguments) => import::run(arguments),
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
        Command::Build(build) => build.run(),
        Command::Schema { file } => {
            let schema = schema(file.as_deref())?;
            Ok(Done { said: format!("{schema:#}"), json: schema })
        }
        Command::Licences => {
            let said = notices()?;
            Ok(Done { json: json!({ "licences": said }), said })
        }
        Command::Serve { story, port } => match live::serve(story, *port, as_json)? {},
    }
}

/// What the licences of others' work in this program and its engine ask for.
fn notices() -> Result<String, Error> {
    let file = ENGINE.iter().find(|(name, _)| *name == NOTICES);
    file.map(|(_, text)| String::from_utf8_lossy(text).into_owned()).ok_or(Error::NoEngine)
}

/// The engine that this program brings.
fn engine() -> Result<Engine, Error> {
    if ENGINE.is_empty() {
        return Err(Error::NoEngine);
    }
    Ok(Engine::of_files(ENGINE)?)
}
