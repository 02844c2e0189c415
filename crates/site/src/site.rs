use std::{fs, path::Path, rc::Rc, time::SystemTime};

use fact_cards::{
    Prerendered, export, path_of_page,
    visible::{ON_A_PAGE, last_page},
};
use fact_cards_story::{
    author::{Held, StoryFiles, editions, hold_back, next_embargo, read},
    edition::Edition,
    section,
};
use serde_json::json;

use crate::{
    asset::{Assets, Need, Written, hash, integrity},
    base_url::BaseUrl,
    embed::embed,
    engine::Engine,
    error::SiteError,
    headers::headers_file,
    icon,
    json_ld::{Schemas, json_ld, schemas},
    loader::{Sources, loader},
    manifest::{Icons, manifest},
    mount::mount,
    oembed::oembed,
    offline::worker,
    page::page,
    parts::Parts,
    section::with_story,
    shape::Maker,
    snippet::snippet,
    standalone::{data_url, standalone},
    ways::{self, Own, Sizes, ways},
};

/// Where a site is written to.
#[derive(Clone, Copy, Debug)]
pub struct Target<'t> {
    /// The folder, in place of what was there.
    pub folder: &'t Path,
    /// Where the site will live. Where it is known, the snippets can be pasted into pages of other sites, and the site can
    /// tell its address to those who ask.
    pub base_url: Option<&'t BaseUrl>,
    /// Whether each file has its compressed forms beside it. That takes seconds.
    pub compressed: bool,
}

/// A story with what makes it a site.
#[derive(Debug)]
pub struct Site {
    editions: Vec<Rc<Edition>>,
    story: Vec<u8>,
    schemas: Schemas,
    held_back: Vec<Held>,
    next_embargo: Option<SystemTime>,
}

impl Site {
    /// Reads, checks and encodes the story in a folder. All of it is checked; what is not to be published at `now` is no part
    /// of what is encoded.
    ///
    /// # Errors
    /// When the folder cannot be read or the story has mistakes.
    pub fn of_story(folder: &Path, now: SystemTime) -> Result<Self, SiteError> {
        let files =
            StoryFiles::in_folder(folder).map_err(|error| SiteError::NoStory { folder: folder.to_owned(), error })?;
        let story = read(&files).map_err(SiteError::Story)?;
        let next_embargo = next_embargo(&story, now);
        let (story, held_back) = hold_back(story, now);
        let schemas = schemas(&story);
        let editions = editions(&story).map_err(SiteError::Story)?;
        let story = section::encode(&editions).map_err(|error| SiteError::Encoding(error.to_string()))?;
        let editions = editions.into_iter().map(Rc::new).collect();
        Ok(Self { editions, story, schemas, held_back, next_embargo })
    }

    /// What of the story is not in the site: what is under an embargo, what was withdrawn and is left out, and what cannot stand
    /// without that.
    #[must_use]
    pub fn held_back(&self) -> &[Held] {
        &self.held_back
    }

    /// When the next embargo ends. From then on the site is another one, though its story is the same.
    #[must_use]
    pub const fn next_embargo(&self) -> Option<SystemTime> {
        self.next_embargo
    }

    /// The story as it stands in the engine.
    #[must_use]
    pub fn story(&self) -> &[u8] {
        &self.story
    }

    /// The story in each language.
    #[must_use]
    pub fn editions(&self) -> &[Rc<Edition>] {
        &self.editions
    }

    /// Writes the site into a folder. Nothing is replaced before all of it is written.
    ///
    /// # Errors
    /// When all of the story is held back, when the engine is not one, or when a file cannot be written.
    pub fn write(&self, engine: &Engine, target: Target) -> Result<Vec<Written>, SiteError> {
        if !self.held_back.is_empty() && self.editions.iter().all(|edition| edition.facts.is_empty()) {
            return Err(SiteError::AllHeldBack(self.held_back.clone()));
        }
        let out = target.folder;
        let beside = |suffix: &str| {
            let mut name = out.file_name().unwrap_or_default().to_owned();
            name.push(suffix);
            out.with_file_name(name)
        };
        let (new, old) = (beside(".new"), beside(".old"));
        let mut assets = Assets::in_folder(&new)?;
        self.write_files(engine, target.base_url, &mut assets)?;
        if target.compressed {
            assets.compress()?;
        }

        if old.exists() {
            fs::remove_dir_all(&old).map_err(SiteError::file(&old))?;
        }
        if out.exists() {
            fs::rename(out, &old).map_err(SiteError::file(out))?;
        }
        fs::rename(&new, out).map_err(SiteError::file(&new))?;
        if old.exists() {
            fs::remove_dir_all(&old).map_err(SiteError::file(&old))?;
        }
        Ok(assets.into_written())
    }

    fn write_files(&self, engine: &Engine, base: Option<&BaseUrl>, assets: &mut Assets) -> Result<(), SiteError> {
        let maker = Maker::new(engine.wasm(), &self.story);
        let wasm = with_story(engine.wasm(), &self.story).ok_or(SiteError::NotWasm)?;
        let with_engine = [engine.text("engine.css")?, engine.text("views.css")?].concat();
        let glue = engine.filled("engine.js", &json!([with_engine, maker.engine]).to_string())?;
        let languages: Vec<&str> = self.editions.iter().map(|edition| edition.language.as_str()).collect();
        let loader_with = |glue: &str, wasm_address: &str| {
            let sources = Sources { glue, wasm: wasm_address, integrity: &integrity(&wasm) };
            engine.with_build("loader.js", |source| loader(source, &sources, &languages))
        };

        let glue_path = assets.write_named(Need::Interest, "engine", "js", glue.as_bytes())?;
        let wasm_path = assets.write_named(Need::Interest, "engine", "wasm", &wasm)?;
        let loader = loader_with(&glue_path, &wasm_path)?;
        assets.write(Need::Reading, "fact-cards.js", loader.as_bytes())?;
        assets.write(Need::Frame, "fact-cards-frame.js", engine.text("frame.js")?.as_bytes())?;

        // Only where there is something to choose.
        let languages_script = if languages.len() > 1 { engine.text("languages.js")? } else { "" };
        let mut sheet = engine.text("main.css")?.to_owned();
        // Every byte of it is in every article, so only where there are that many cards, or pages, or changes.
        if self.editions.iter().any(|edition| edition.cards.len() > ON_A_PAGE) {
            sheet.push_str(engine.text("many.css")?);
        }
        if self.editions.iter().any(|edition| edition.has_pages()) {
            sheet.push_str(engine.text("pages.css")?);
        }
        if self.editions.iter().any(|edition| edition.changes.is_some()) {
            sheet.push_str(engine.text("changes.css")?);
        }
        let page_sheet = format!("{}{sheet}{with_engine}", engine.text("page.css")?);
        let icon = |drawn: Result<Vec<u8>, String>| drawn.map_err(SiteError::Icon);
        let parts = Parts {
            styles: assets.write_named(Need::Page, "fact-cards", "css", page_sheet.as_bytes())?,
            page_script: assets.write_named(
                Need::Page,
                "page",
                "js",
                format!("{}\n{languages_script}", engine.text("page.js")?).as_bytes(),
            )?,
            embed_script: assets.write_named(Need::Frame, "embed", "js", engine.text("embed.js")?.as_bytes())?,
            icons: Icons {
                svg: assets.write_named(Need::Page, "icon", "svg", icon::ICON.as_bytes())?,
                small: assets.write_named(Need::Asked, "icon-192", "png", &icon(icon::png(192))?)?,
                large: assets.write_named(Need::Asked, "icon-512", "png", &icon(icon::png(512))?)?,
                maskable: assets.write_named(Need::Asked, "icon-room", "png", &icon(icon::maskable_png(512))?)?,
            },
            base,
        };

        let mounts: Vec<String> = self.editions.iter().map(|edition| mount_of(edition, 1, Some(""), maker)).collect();
        let data: Vec<String> = self.editions.iter().map(|edition| self.data_of(edition, 0, base)).collect();
        let pages = |version: &str| -> Vec<String> {
            let numbered = mounts.iter().zip(&data).enumerate();
            numbered
                .map(|(number, (mount, data))| page(&self.editions, number, 0, mount, data, &parts, version))
                .collect()
        };
        // A version is all that is kept of it and how, but for its name, which stands in its pages.
        let worker = engine.text("sw.js")?;
        let files: Vec<&str> = assets.written().iter().map(|file| file.path.as_str()).collect();
        let version = hash(format!("{worker}{loader}{}{}", files.concat(), pages("").concat()).as_bytes());
        let alone = loader_with(&data_url("text/javascript", glue.as_bytes()), &data_url("application/wasm", &wasm))?;
        let alone = format!("{alone}\n{languages_script}");
        let mut sizes = Vec::new();
        for (number, (edition, first)) in self.editions.iter().zip(pages(&version)).enumerate() {
            let folder = &edition.path;
            let root = if number == 0 { "" } else { "../" };
            let name = format!("{}.html", edition.language);
            assets.write(Need::Page, &format!("{folder}index.html"), first.as_bytes())?;
            self.write_further_pages(number, &parts, &version, maker, assets)?;
            let manifest = manifest(edition, &parts.icons, root);
            assets.write(Need::Offline, &format!("{folder}manifest.webmanifest"), manifest.as_bytes())?;
            let everything =
                export::Selection { url: base.map(|base| base.of(folder)), ..export::Selection::everything(edition) };
            let (json, csv) = (export::json(edition, &everything), export::csv(edition, &everything.facts));
            assets.write(Need::Asked, &format!("{folder}story.json"), json.as_bytes())?;
            assets.write(Need::Asked, &format!("{folder}story.csv"), csv.as_bytes())?;
            if let Some(base) = base {
                assets.write(Need::Asked, &format!("{folder}oembed.json"), oembed(edition, base).as_bytes())?;
            }
            let snippet = snippet(edition, &sheet, base, maker);
            assets.write(Need::Article, &format!("snippet/{name}"), snippet.as_bytes())?;
            let embed = embed(&self.editions, number, &mount_of(edition, 2, None, maker), &parts, &version);
            assets.write(Need::Frame, &format!("embed/{name}"), embed.as_bytes())?;
            let of_the_page = |made: &[String]| made.get(number).cloned().unwrap_or_default();
            let standalone =
                standalone(&self.editions, number, &of_the_page(&mounts), &of_the_page(&data), &page_sheet, &alone);
            assets.write(Need::Asked, &format!("standalone/{name}"), standalone.as_bytes())?;
            sizes.push(Sizes { snippet: snippet.len(), standalone: standalone.len() });
        }
        let build = ways::build(&self.editions, &sizes, base);
        let ways_script = engine.filled("ways.js", &build)?;
        let looks = assets.write_named(Need::Asked, "ways", "css", engine.text("ways.css")?.as_bytes())?;
        let runs = assets.write_named(Need::Asked, "ways", "js", ways_script.as_bytes())?;
        let ways = ways(&self.editions, &sizes, &parts, &Own { styles: &looks, script: &runs, version: &version });
        assets.write(Need::Asked, "embed/index.html", ways.as_bytes())?;
        self.write_worker(engine, &version, assets)?;
        let paths = assets.written().iter().map(|file| file.path.as_str());
        let headers = headers_file(paths, base);
        assets.write(Need::Asked, "_headers", headers.as_bytes())
    }

    /// Writes the pages of an edition after its first.
    fn write_further_pages(
        &self,
        number: usize,
        parts: &Parts,
        version: &str,
        maker: Maker,
        assets: &mut Assets,
    ) -> Result<(), SiteError> {
        let Some(edition) = self.editions.get(number) else { return Ok(()) };
        for of_story in 1..=last_page(edition, edition.cards.len()) {
            let mount = mount(edition, 1, Prerendered::Cards(of_story), Some("../../"), maker);
            let data = self.data_of(edition, of_story, parts.base);
            let page = page(&self.editions, number, of_story, &mount, &data, parts, version);
            let path = format!("{}{}index.html", edition.path, path_of_page(of_story));
            assets.write(Need::Page, &path, page.as_bytes())?;
        }
        Ok(())
    }

    /// What a page of an edition says to programs.
    fn data_of(&self, edition: &Edition, of_story: u16, base: Option<&BaseUrl>) -> String {
        let address = base.map(|base| base.of(&format!("{}{}", edition.path, path_of_page(of_story))));
        json_ld(edition, &self.schemas, of_story, address.as_deref())
    }

    /// Writes the service worker, which keeps what the pages need.
    fn write_worker(&self, engine: &Engine, version: &str, assets: &mut Assets) -> Result<(), SiteError> {
        let kept = assets.written().iter().filter_map(|file| match file.path.as_str() {
            "fact-cards.js" => Some((format!("fact-cards.js?{version}"), integrity(&file.bytes))),
            path if path.starts_with("assets/") && matches!(file.need, Need::Page | Need::Interest) => {
                Some((path.to_owned(), integrity(&file.bytes)))
            }
            _ => None,
        });
        let kept: Vec<(String, String)> = kept.collect();
        let pages: Vec<String> = self.editions.iter().map(|edition| edition.path.clone()).collect();
        let worker = engine.with_build("sw.js", |source| worker(source, version, &kept, &pages))?;
        assets.write(Need::Offline, "sw.js", worker.as_bytes())
    }
}

/// What is prerendered of an edition: every view, or of a story of several pages the cards of the first.
fn mount_of(edition: &Rc<Edition>, heading_level: u8, pages: Option<&str>, maker: Maker) -> String {
    if edition.has_pages() {
        mount(edition, heading_level, Prerendered::Cards(0), pages, maker)
    } else {
        mount(edition, heading_level, Prerendered::Views, None, maker)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_is_named_with_what_should_be() {
        let said = Site::of_story(Path::new("nowhere"), SystemTime::now())
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert!(said.starts_with("there is no story in nowhere: "), "{said}");
        assert!(said.ends_with(". Name the folder that holds its TOML files."), "{said}");
    }
}
