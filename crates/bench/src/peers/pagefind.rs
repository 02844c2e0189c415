//! Pagefind: a page for each card, from which its own program builds an index, and the page with all cards and its components.

use std::path::Path;

use anyhow::Result;

use super::{
    html::{Frame, STYLES, content, direction, escaped, page, radios},
    page_path, write_file,
};
use crate::{command::run, story::Story};

const HEAD: &str = "<link rel=\"stylesheet\" href=\"/pagefind/pagefind-component-ui.css\">\n\
                    <script defer src=\"/pagefind/pagefind-component-ui.js\"></script>\n\
                    <script defer src=\"/setup.js\"></script>\n";
const ABOVE: &str = "<pagefind-results hidden></pagefind-results>\n";

/// Writes its pages and its index.
pub fn write(modules: &Path, editions: &[Story], folder: &Path) -> Result<()> {
    write_file(&folder.join("setup.js"), include_str!("../../peers/pagefind.js"))?;
    write_file(&folder.join("page.css"), STYLES)?;
    let controls = format!(
        "<pagefind-config faceted></pagefind-config><pagefind-input></pagefind-input>\
         <pagefind-filter-pane expanded></pagefind-filter-pane>{}",
        radios("sort", &["story", "name", "date"])
    );
    for (place, story) in editions.iter().enumerate() {
        let html = page(story, &Frame { head: HEAD, controls: &controls, above: ABOVE });
        write_file(&folder.join(page_path(place, &story.language)).join("index.html"), &html)?;
        for card in &story.cards {
            let file = folder.join("cards").join(&story.language).join(format!("{}.html", card.id));
            let html = format!(
                "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head><meta charset=\"utf-8\"><title>{name}</title></head>\n\
                 <body><main data-pagefind-body data-kind=\"{}\" data-name=\"{name}\" data-date=\"{}\" \
                 data-pagefind-filter=\"kind[data-kind]\" data-pagefind-sort=\"name[data-name], date[data-date]\">\n\
                 <p>{}</p>\n{}</main></body>\n</html>\n",
                escaped(&story.locale),
                direction(&story.language),
                card.kind,
                escaped(story.date_of(card)),
                escaped(&card.of_type.name),
                content(story, card, "h1"),
                name = escaped(&card.name),
            );
            write_file(&file, &html)?;
        }
    }
    let program = modules.join(".bin").join("pagefind");
    run(std::process::Command::new(program).args(["--quiet", "--site"]).arg(folder))
}
