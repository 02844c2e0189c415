use std::path::PathBuf;

use clap::Args;
use fact_cards_command::{DateOrder, Decimal, EXAMPLE, Error, Imported, Options, columns, import, is_language};
use serde_json::json;

use crate::Done;

/// The arguments of `fact-cards import`.
#[derive(Args)]
#[command(after_help = after_help())]
pub struct Arguments {
    /// The table: CSV with commas, semicolons or tabs, whose first row has the names of the columns.
    #[arg(required_unless_present = "example")]
    table: Option<PathBuf>,
    /// The folder to make. Without it, one that is named after the table.
    #[arg(long)]
    out: Option<PathBuf>,
    /// The story's title. Without it, the name of the table.
    #[arg(long)]
    title: Option<String>,
    /// What the story is about, in a sentence or two. Without it, the titles of its articles.
    #[arg(long)]
    lead: Option<String>,
    /// The language of the table, where its columns do not say it.
    #[arg(long, value_parser = code_of_language)]
    language: Option<String>,
    /// How dates and numbers are written in that language, such as `en-GB`.
    #[arg(long)]
    locale: Option<String>,
    /// What stands before decimals, `.` or `,`, where the numbers of the table do not settle it.
    #[arg(long, value_name = "SIGN")]
    decimal: Option<Decimal>,
    /// Whether `3/4/2025` is in April (`day-first`) or March (`month-first`), where the dates of the table do not settle it.
    #[arg(long, value_name = "ORDER")]
    dates: Option<DateOrder>,
    /// Print a table to begin with.
    #[arg(long, conflicts_with = "table")]
    example: bool,
}

/// How a list of the columns begins.
const COLUMNS: &str = "\
Columns, in any order; the first four are needed. Case, spaces, hyphens and underscores in their names do not matter.
Semicolons part several values in a cell; one that belongs to a name is written `\\;`. The texts of another language have columns such as `statement.fr`.";

const EXAMPLES: &str = "
Examples:
  fact-cards import --example > table.csv
  fact-cards import table.csv --out my-story --title \"The bridge\"
  fact-cards import table.csv --decimal , --dates day-first";

/// The columns, and how to begin.
fn after_help() -> String {
    let columns = columns().map(|(name, holds)| format!("  {name:<15} {holds}"));
    let lines: Vec<String> = [COLUMNS.to_owned()].into_iter().chain(columns).chain([EXAMPLES.to_owned()]).collect();
    lines.join("\n")
}

/// Makes a story of a table, or prints one to begin with.
pub fn run(arguments: &Arguments) -> Result<Done, Error> {
    let Some(table) = &arguments.table else {
        return Ok(Done { said: EXAMPLE.trim_end().to_owned(), json: json!({ "example": EXAMPLE }) });
    };
    let options = Options {
        title: arguments.title.clone(),
        lead: arguments.lead.clone(),
        language: arguments.language.clone(),
        locale: arguments.locale.clone(),
        decimal: arguments.decimal,
        dates: arguments.dates,
    };
    let Imported { folder, holds, without_summary, off_the_map, read_as, to_translate } =
        import(table, arguments.out.as_deref(), &options)?;
    let name = folder.display();
    let mut said = vec![format!("{name} holds {holds}, from {}.", table.display())];
    said.extend(read_as.iter().cloned());
    if without_summary > 0 {
        said.push(format!("{} no summary: the story's title stands there.", have(without_summary, "card")));
    }
    if off_the_map > 0 {
        said.push(format!("{} no coordinates and so no pin on the map.", have(off_the_map, "place")));
    }
    for words in &to_translate {
        said.push(format!("{words} is in English, and so are the types that the table does not name: translate both."));
    }
    said.push(format!("Go on in its files, then:\n  fact-cards check {name}\n  fact-cards build {name}"));
    let json = json!({
        "story": folder,
        "cards": holds.cards,
        "facts": holds.facts,
        "articles": holds.articles,
        "without_summary": without_summary,
        "off_the_map": off_the_map,
        "read_as": read_as,
        "to_translate": to_translate,
    });
    Ok(Done { said: said.join("\n"), json })
}

fn code_of_language(text: &str) -> Result<String, String> {
    if is_language(text) {
        Ok(text.to_owned())
    } else {
        Err("it is the code of a language, such as `en` or `ar`".into())
    }
}

/// `1 card has`, `2 cards have`.
fn have(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what} has") } else { format!("{count} {what}s have") }
}
