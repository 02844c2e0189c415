//! From a spreadsheet to a story: a table with one fact per row becomes a folder of files that builds.

mod column;
mod convention;
mod date;
mod decimal;
mod draft;
mod field;
mod figure;
mod files;
mod heading;
mod names;
mod number;
mod problem;
mod residue;
mod rows;
mod sheet;
mod table;
mod text;

use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
    time::SystemTime,
};

use fact_cards_author::{
    Diagnostic, MAX_FILE_BYTES, MAX_MISTAKES, PictureFile, Problem, Report, StoryFiles, as_id, editions, languages,
    on_one_line, read,
};
use fact_cards_story::Kind;

use self::{
    column::COLUMNS,
    draft::Draft,
    files::{Files, Story},
    heading::{Found, Heading},
    rows::Reading,
};
pub use self::{convention::DateOrder, decimal::Decimal};
use crate::{
    Holds, check,
    error::Error,
    new::{Pictures, write_files},
};

/// An example table.
pub const EXAMPLE: &str = include_str!("import/example.csv");

/// What the table itself does not contain.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The title. By default it is made of the file name.
    pub title: Option<String>,
    /// What the story is about. By default the titles of its articles.
    pub lead: Option<String>,
    /// The language of columns without one. By default that of the first `statement.LANGUAGE`, or else English.
    pub language: Option<String>,
    /// The locale of that language.
    pub locale: Option<String>,
    /// The decimal sign. By default the numbers of the table settle it.
    pub decimal: Option<Decimal>,
    /// The order of day and month in numeric dates. By default the dates of the table settle it.
    pub dates: Option<DateOrder>,
}

/// A story that was made from a table.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The folder of the story.
    pub folder: PathBuf,
    /// What it holds.
    pub holds: Holds,
    /// How many cards lack a summary, and got the story's title instead.
    pub without_summary: usize,
    /// How many places have no coordinates.
    pub off_the_map: usize,
    /// The conventions by which ambiguous cells were read, a sentence each.
    pub read_as: Vec<String>,
    /// The files with words of the interface that still need translation.
    pub to_translate: Vec<String>,
}

/// Whether a table can be in a language: the widget has words in it or can get them.
#[must_use]
pub fn is_language(language: &str) -> bool {
    matches!(language.len(), 2 | 3) && languages().contains(&language) || date::months::is_language(language)
}

/// The columns that a table may have: the name of each, and what it holds.
pub fn columns() -> impl Iterator<Item = (&'static str, &'static str)> {
    COLUMNS.iter().map(|known| (known.name, known.holds))
}

/// Makes a story from a table. Nothing is written before the story has passed the check. The default folder is named after the
/// table, in the current folder.
///
/// # Errors
/// When the table has mistakes, with their places; when the folder is not empty, or a file cannot be read or written.
pub fn import(table: &Path, folder: Option<&Path>, options: &Options) -> Result<Imported, Error> {
    let (bytes, size) = bytes(table)?;
    let stem = table.file_stem().unwrap_or_default().to_string_lossy();
    let folder = folder.map_or_else(|| PathBuf::from(as_id(&stem).unwrap_or_else(|| "story".into())), Path::to_owned);
    let told = |report| Error::Table { report, folder: folder.clone() };
    let name = table.display().to_string();
    if size > MAX_FILE_BYTES {
        return Err(told(report(&name, "", vec![(0..0, Problem::TooLarge { bytes: size })])));
    }
    let beside = table.parent().unwrap_or_else(|| Path::new(""));
    let Made { draft, files, pictures, read_as } = story(&name, &bytes, &stem, Some(beside), options).map_err(told)?;
    write_files(&folder, files.iter().map(|(name, sheet)| (name.as_str(), sheet.text.as_str())), &pictures)?;
    let cards = || draft.cards.all.iter().map(|card| &card.holds);
    let is_off_the_map = |card: &&draft::Card| card.is == Some(Kind::Venue) && card.coordinates.is_none();
    Ok(Imported {
        holds: check(&folder, SystemTime::now())?.0,
        without_summary: cards().filter(|card| card.summary.iter().all(Option::is_none)).count(),
        off_the_map: cards().filter(is_off_the_map).count(),
        read_as,
        to_translate: files.keys().filter(|name| name.starts_with("words/")).cloned().collect(),
        folder,
    })
}

/// Makes the files of a story from the bytes of a table; they have passed the check. `name` is the table's name in reports and
/// the default title.
///
/// # Errors
/// When the table has mistakes, with their places.
pub fn files_of_table(name: &str, bytes: &[u8], options: &Options) -> Result<StoryFiles, Report> {
    let stem = Path::new(name).file_stem().unwrap_or_default().to_string_lossy();
    story(name, bytes, &stem, None, options).map(|made| story_files(&made.files, &made.pictures))
}

/// Reads the file, or just enough of it to see that it is too large. Returns its size as well.
fn bytes(table: &Path) -> Result<(Vec<u8>, u64), Error> {
    let mut bytes = Vec::new();
    let file = File::open(table).map_err(Error::file(table))?;
    // A pipe has no size.
    let size = file.metadata().map_err(Error::file(table))?.len();
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(Error::file(table))?;
    let size = size.max(bytes.len() as u64);
    Ok((bytes, size))
}

/// The story made from a table.
struct Made {
    draft: Draft,
    files: Files,
    pictures: Pictures,
    read_as: Vec<String>,
}

/// The pictures that cards and articles of a draft name, where they lie beside the table: in its folder `pictures`, or where a site has them.
fn pictures(draft: &Draft, beside: Option<&Path>) -> Pictures {
    let of_cards = draft.cards.all.iter().map(|card| &card.holds.picture);
    let of_articles = draft.articles.all.iter().map(|article| &article.holds.picture);
    let named = of_cards.chain(of_articles).filter_map(|picture| picture.file.as_ref());
    let found = named.filter_map(|written| {
        let name = files::place_of_picture(&written.text);
        let plain =
            !written.text.contains(['\\', ':']) && !written.text.split('/').any(|part| matches!(part, "" | ".."));
        let as_written = beside?.join(&written.text);
        let place = [beside?.join(&name), as_written].into_iter().find(|path| plain && path.is_file())?;
        Some((name, PictureFile::File(place)))
    });
    found.collect()
}

/// The story that a table makes, checked. What it names lies `beside` it.
fn story(name: &str, bytes: &[u8], stem: &str, beside: Option<&Path>, options: &Options) -> Result<Made, Report> {
    let text = text::text(bytes).map_err(|wrong| report(name, &wrong.text, vec![(wrong.span, wrong.problem)]))?;
    let table = table::table(&text).map_err(|problem| report(name, &text, vec![(0..0, problem.into())]))?;
    if let Some(span) = table.open_quote {
        return Err(report(name, &text, vec![(span, problem::TableProblem::OpenQuote.into())]));
    }
    let mut problems = Vec::new();
    let heading = Heading::read(&table, options.language.as_deref(), &mut problems);
    // Without all of its columns every row would be wrong.
    if !problems.is_empty() {
        return Err(report(name, &text, problems));
    }
    let mut reading = Reading::new(heading, &text, name);
    reading.read(&table, options);
    let read_as = read_as(&reading);
    let Reading { heading, draft, mut problems, refused, .. } = reading;

    let title = options.title.as_deref().map_or_else(|| title_of(stem), on_one_line);
    let lead = options.lead.as_deref().map(on_one_line);
    let story = Story {
        title: &title,
        lead: lead.as_deref().filter(|lead| !lead.is_empty()),
        locale: options.locale.as_deref(),
        languages: &heading.languages,
    };
    let files = files::files(&draft, &story);
    let pictures = pictures(&draft, beside);
    let of_table = problems.len();
    let mut unplaced = Vec::new();
    for mistake in check_files(&files, &pictures) {
        if of_table > 0 && !stands_alone(&mistake.problem) {
            continue;
        }
        let sheet = files.get(mistake.file.as_str());
        match sheet.and_then(|sheet| sheet.place(mistake.line)) {
            Some(span) if refused.contains(&span.start) => {}
            Some(span) => problems.push((span, mistake.problem)),
            None => unplaced.push(mistake),
        }
    }
    if problems.is_empty() && unplaced.is_empty() {
        return Ok(Made { draft, files, pictures, read_as });
    }
    let Report(mut told) = report(name, &text, problems);
    told.extend(unplaced);
    Err(Report(told))
}

/// The conventions by which ambiguous cells were read.
fn read_as(reading: &Reading) -> Vec<String> {
    let further = match reading.draft.further_sources {
        0 => None,
        1 => Some("1 row names another source of a fact that is there already.".to_owned()),
        count => Some(format!("{count} rows name another source of a fact that is there already.")),
    };
    [reading.numbers.told(), reading.calendar.dates.told(), further].into_iter().flatten().collect()
}

/// Checks the files.
fn check_files(files: &Files, pictures: &Pictures) -> Vec<Diagnostic> {
    match read(&story_files(files, pictures)).and_then(|story| editions(&story)) {
        Ok(_) => Vec::new(),
        Err(Report(mistakes)) => mistakes,
    }
}

/// The files as if read from a folder.
fn story_files(files: &Files, pictures: &Pictures) -> StoryFiles {
    let mut story = StoryFiles::new("");
    for (name, sheet) in files {
        story.insert(name, sheet.text.as_str());
    }
    for (name, file) in pictures {
        story.insert_picture(name, file.clone());
    }
    story
}

/// Whether a mistake stands on its own, and does not follow from a cell that could not be read.
fn stands_alone(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::BadId { .. }
            | Problem::BadUrl { .. }
            | Problem::FigureWithoutUnit
            | Problem::ForbiddenCharacter { .. }
            | Problem::MoreThanYear
            | Problem::NoPicture { .. }
            | Problem::Picture(_)
            | Problem::SaidWithoutSpeaker
            | Problem::SourceTwice { .. }
            | Problem::YearOnScale
    )
}

/// The mistakes in a table, from top to bottom.
fn report(name: &str, text: &str, mut problems: Vec<Found>) -> Report {
    problems.sort_by_key(|(span, _)| span.start);
    let left_out = problems.len().saturating_sub(MAX_MISTAKES);
    problems.truncate(MAX_MISTAKES + 1);
    if let Some((_, last)) = problems.get_mut(MAX_MISTAKES) {
        *last = Problem::More { count: left_out };
    }
    Report(problems.into_iter().map(|(span, problem)| Diagnostic::new(name, text, span, problem)).collect())
}

/// The title that the name of a file makes: `new-bridge` is “New bridge”.
fn title_of(stem: &str) -> String {
    let words = on_one_line(&stem.replace(['-', '_'], " "));
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "Story".into(),
    }
}
