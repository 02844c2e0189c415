//! The assets that all stories of a site share: engine, loader, scripts, style sheets, icons.

use std::collections::BTreeMap;

use fact_cards::visible::ON_A_PAGE;
use fact_cards_story::{edition::Edition, section};
use serde_json::json;

use crate::{
    data::manifest::Icons,
    engine::Engine,
    error::SiteError,
    pages::standalone::data_url,
    publish::{
        asset::{Assets, Need, hash, integrity},
        icon,
        loader::{Sources, loader},
        section::with_story,
        shape,
    },
};

/// The traits of a story that decide which styles and scripts it needs: every byte of them is in every article.
#[allow(clippy::struct_excessive_bools, reason = "each decides for itself")]
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Traits {
    /// Has more cards than are laid out at once.
    many_cards: bool,
    /// Has several pages.
    pages: bool,
    /// Has entries that were corrected, revised or withdrawn.
    changes: bool,
    /// Has several languages.
    languages: bool,
    /// Has pictures.
    pictures: bool,
}

impl Traits {
    /// The traits of a story.
    pub fn new<E: AsRef<Edition>>(editions: &[E]) -> Self {
        let any = |is: fn(&Edition) -> bool| editions.iter().any(|edition| is(edition.as_ref()));
        Self {
            many_cards: any(|edition| edition.cards.len() > ON_A_PAGE),
            pages: any(Edition::has_pages),
            changes: any(|edition| edition.changes.is_some()),
            languages: editions.len() > 1,
            pictures: any(|edition| edition.pictures.is_some()),
        }
    }

    /// All traits.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..1_u8 << 5).map(|bits| {
            let [many_cards, pages, changes, languages, pictures] = [1, 2, 4, 8, 16].map(|bit| bits & bit != 0);
            Self { many_cards, pages, changes, languages, pictures }
        })
    }
}

/// The styles and scripts of stories with the same traits.
pub(crate) struct AssetBundle {
    /// The style sheet of the cards, which snippets contain.
    pub sheet: String,
    /// The style sheet of the pages.
    pub page_sheet: String,
    /// The address of that style sheet from the top of the site.
    pub styles: String,
    /// The address of the script of the pages.
    pub script: String,
}

/// The shared files, by their addresses from the top of the site.
pub(crate) struct Shared<'e> {
    pub engine: &'e Engine,
    /// The engine's JavaScript, with its placeholder filled.
    glue: String,
    /// The address of the loader.
    pub loader: String,
    pub embed_script: String,
    pub embed_guide_styles: String,
    pub permalink_styles: String,
    pub icons: Icons,
    bundles: BTreeMap<Traits, AssetBundle>,
    /// The files that every page needs offline, with their integrity.
    kept: Vec<(String, String)>,
}

impl<'e> Shared<'e> {
    /// Writes the files. With `own` the engine contains that story, and the loader knows its languages.
    pub fn write(
        engine: &'e Engine,
        own: Option<(&[u8], &[&str])>,
        traits: impl IntoIterator<Item = Traits>,
        assets: &mut Assets,
    ) -> Result<Self, SiteError> {
        let (story, languages) = own.unzip();
        let languages = languages.unwrap_or_default();
        let wasm = match story {
            Some(story) => with_story(engine.wasm(), story).ok_or(SiteError::NotWasm)?,
            None => engine.wasm().to_vec(),
        };
        let with_engine = with_engine(engine)?;
        let glue = glue(engine)?;

        // All have the same hash in their names, so that the loader contains it once.
        let filter = engine.text("foreign.js")?;
        let name = hash(&[glue.as_bytes(), &wasm, filter.as_bytes()].concat());
        let [glue_path, wasm_path, filter_path] = [("engine", "js"), ("engine", "wasm"), ("foreign", "js")]
            .map(|(stem, extension)| format!("assets/{stem}-{name}.{extension}"));
        assets.write(Need::Activation, &glue_path, glue.as_bytes())?;
        assets.write(Need::Activation, &wasm_path, &wasm)?;
        assets.write(Need::OnRequest, &filter_path, filter.as_bytes())?;
        let loader = loader_of(engine, [&glue_path, &wasm_path, &filter_path], &wasm, languages)?;
        assets.write(Need::Reading, "fact-cards.js", loader.as_bytes())?;
        assets.write(Need::Frame, "fact-cards-frame.js", engine.text("frame.js")?.as_bytes())?;
        let embed_script = assets.write_named(Need::Frame, "embed", "js", engine.text("embed.js")?.as_bytes())?;
        let embed_guide_styles =
            assets.write_named(Need::OnRequest, "embed-guide", "css", engine.text("embed-guide.css")?.as_bytes())?;
        let permalink_styles =
            assets.write_named(Need::OnRequest, "permalink", "css", engine.text("permalink.css")?.as_bytes())?;
        let icons = icons(assets)?;
        assets.write(Need::OnRequest, Engine::NOTICES, engine.text(Engine::NOTICES)?.as_bytes())?;

        let mut bundles = BTreeMap::new();
        for traits in traits {
            bundles.insert(traits, bundle(engine, traits, &with_engine, assets)?);
        }
        let kept = [(&glue_path, glue.as_bytes()), (&wasm_path, &wasm), (&icons.svg, icon::ICON.as_bytes())];
        let kept = kept.map(|(path, bytes)| (path.clone(), integrity(bytes))).into();
        Ok(Self { engine, glue, loader, embed_script, embed_guide_styles, permalink_styles, icons, bundles, kept })
    }

    /// The bundle of stories with these traits.
    pub fn bundle(&self, traits: Traits) -> Result<&AssetBundle, SiteError> {
        self.bundles.get(&traits).ok_or(SiteError::NoPart("main.css"))
    }

    /// The scripts of a standalone file, whose engine contains the story.
    pub fn alone(&self, story: &[u8], languages: &[&str]) -> Result<String, SiteError> {
        let wasm = with_story(self.engine.wasm(), story).ok_or(SiteError::NotWasm)?;
        let [glue, address] = [("text/javascript", self.glue.as_bytes()), ("application/wasm", &wasm)]
            .map(|(kind, bytes)| data_url(kind, bytes));
        let loader = loader_of(self.engine, [&glue, &address, ""], &wasm, languages)?;
        Ok(format!("{loader}\n{}", languages_script(self.engine, languages.len() > 1)?))
    }

    /// The files that a page with these traits needs offline, with their integrity.
    pub fn kept(&self, traits: Traits, version: &str) -> Result<Vec<(String, String)>, SiteError> {
        let AssetBundle { styles, page_sheet, script, .. } = self.bundle(traits)?;
        let script_text = page_script(self.engine, traits)?;
        let more = [
            (format!("fact-cards.js?{version}"), self.loader.as_bytes()),
            (styles.clone(), page_sheet.as_bytes()),
            (script.clone(), script_text.as_bytes()),
        ];
        let more = more.into_iter().map(|(path, bytes)| (path, integrity(bytes)));
        Ok(self.kept.iter().cloned().chain(more).collect())
    }
}

/// The loader for an engine whose JavaScript, module and filter are at these addresses.
fn loader_of(engine: &Engine, addresses: [&str; 3], module: &[u8], languages: &[&str]) -> Result<String, SiteError> {
    let [glue, wasm, filter] = addresses;
    let sources = Sources { glue, wasm, filter, integrity: &integrity(module) };
    engine.with_build("loader.js", |source| loader(source, &sources, languages))
}

/// The styles of elements that only the engine renders.
fn with_engine(engine: &Engine) -> Result<String, SiteError> {
    Ok([engine.text("engine.css")?, engine.text("views.css")?].concat())
}

/// The engine's JavaScript, with its placeholder filled.
pub(crate) fn glue(engine: &Engine) -> Result<String, SiteError> {
    let build = json!([with_engine(engine)?, shape::engine(engine.wasm()), section::MOST_BYTES]);
    engine.filled("engine.js", &build.to_string())
}

/// The styles of the cards for all traits.
pub(crate) fn all_styles(engine: &Engine) -> Result<String, SiteError> {
    let all = Traits { many_cards: true, pages: true, changes: true, languages: true, pictures: true };
    Ok(sheet(engine, all)? + &with_engine(engine)?)
}

/// The script that switches the language of a page, if there are several.
fn languages_script(engine: &Engine, several: bool) -> Result<&str, SiteError> {
    if several { engine.text("languages.js") } else { Ok("") }
}

fn page_script(engine: &Engine, traits: Traits) -> Result<String, SiteError> {
    Ok(format!("{}\n{}", engine.text("page.js")?, languages_script(engine, traits.languages)?))
}

/// The style sheet of prerendered cards with these traits.
fn sheet(engine: &Engine, traits: Traits) -> Result<String, SiteError> {
    let mut sheet = engine.text("main.css")?.to_owned();
    let Traits { many_cards, pages, changes, pictures, .. } = traits;
    let sheets = [(many_cards, "many.css"), (pages, "pages.css"), (changes, "changes.css"), (pictures, "pictures.css")];
    for (has, name) in sheets {
        if has {
            sheet.push_str(engine.text(name)?);
        }
    }
    Ok(sheet)
}

fn bundle(engine: &Engine, traits: Traits, with_engine: &str, assets: &mut Assets) -> Result<AssetBundle, SiteError> {
    let sheet = sheet(engine, traits)?;
    // Pages have it in any case: that makes half as many files of a site of many stories.
    let of_page = self::sheet(engine, Traits { pictures: true, ..traits })?;
    let page_sheet = format!("{}{of_page}{with_engine}", engine.text("page.css")?);
    let styles = assets.write_named(Need::Page, "fact-cards", "css", page_sheet.as_bytes())?;
    let script = assets.write_named(Need::Page, "page", "js", page_script(engine, traits)?.as_bytes())?;
    Ok(AssetBundle { sheet, page_sheet, styles, script })
}

fn icons(assets: &mut Assets) -> Result<Icons, SiteError> {
    let drawn = |drawn: Result<Vec<u8>, String>| drawn.map_err(SiteError::Icon);
    Ok(Icons {
        svg: assets.write_named(Need::Page, "icon", "svg", icon::ICON.as_bytes())?,
        small: assets.write_named(Need::OnRequest, "icon-192", "png", &drawn(icon::png(192))?)?,
        large: assets.write_named(Need::OnRequest, "icon-512", "png", &drawn(icon::png(512))?)?,
        maskable: assets.write_named(Need::OnRequest, "icon-room", "png", &drawn(icon::maskable_png(512))?)?,
    })
}
