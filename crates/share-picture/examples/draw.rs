//! Draws every picture of a story into a folder, to look at them: `cargo run --example draw -- STORY FOLDER`.

use std::{env, fs, path::Path, time::Instant};

use fact_cards_author::{StoryFiles, read};
use fact_cards_share_picture::Content;
use fact_cards_story::edition::{CardId, FactId};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = env::args().skip(1);
    let (story, folder) = (arguments.next().unwrap_or_default(), arguments.next().unwrap_or_default());
    fs::create_dir_all(&folder)?;
    let files = StoryFiles::in_folder(Path::new(&story))?;
    let published = fact_cards_author::hold_back(read(&files)?, std::time::SystemTime::now());
    for edition in published.editions()? {
        let mut contents = vec![("story".to_owned(), Content::of_story(&edition, "72 facts from 2 articles", None))];
        contents.extend(
            CardId::first(edition.cards.len()).filter_map(|at| {
                Some((format!("card-{}", edition.card(at)?.id), Content::of_card(&edition, at, None)?))
            }),
        );
        contents.extend(FactId::first(edition.facts.len()).filter_map(|at| {
            let fact = edition.fact(at).filter(|fact| fact.has_page())?;
            Some((format!("fact-{}", fact.id), Content::of_fact(&edition, at, None)?))
        }));
        let (start, mut count, mut bytes, mut largest) = (Instant::now(), 0, 0, 0);
        for (name, content) in contents {
            match content.drawing() {
                Ok(drawing) => {
                    let png = drawing.png(|_| None)?;
                    (count, bytes, largest) = (count + 1, bytes + png.len(), largest.max(png.len()));
                    fs::write(format!("{folder}/{name}-{}.png", edition.language), png)?;
                }
                Err(refused) => println!("{name} {}: {refused}", edition.language),
            }
        }
        println!("{}: {count} pictures, {bytes} bytes, at most {largest}, {:?}", edition.language, start.elapsed());
    }
    Ok(())
}
