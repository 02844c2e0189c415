//! The files of one story: pages, snippets, frames, exports.

use std::rc::Rc;

use fact_cards::{PageOptions, Prerendered, export, path_of_page, visible::last_page};
use fact_cards_story::{
    edition::{CardId, Edition},
    section,
};

use crate::{
    base_url::BaseUrl,
    data::{json_ld::json_ld, manifest::manifest},
    error::SiteError,
    pages::{
        embed::embed,
        embed_guide::{self, Own, Sizes, embed_guide},
        metadata::publisher,
        mount::{SHOW_IN_ARTICLES, mount},
        page::page,
        page_pictures::PagePictures,
        parts::Parts,
        snippet::{self, Snippet},
        standalone::standalone,
    },
    prepared::Site,
    publish::{
        asset::{Assets, Need, hash, integrity},
        home::{DATA, Home},
        oembed,
        offline::{Kept, worker},
        permalinks,
        pictures::{self, Making, Squares},
        shape::BuildId,
        share_pictures::{self, SharePictures},
        shared::{Shared, Traits},
    },
};

/// Writes the files of a story, given what its site shares. `assets` begin at the top of the story.
pub(crate) fn write(
    site: &Site,
    shared: &Shared,
    home: Home,
    wanted: SharePictures,
    making: &Making,
    assets: &mut Assets,
) -> Result<(), SiteError> {
    pictures::write(site.pictures(), making, assets)?;
    let editions = site.editions();
    let traits = Traits::new(editions);
    let bundle = shared.bundle(traits)?;
    let build_id = BuildId::new(shared.engine.wasm(), site.story());
    let publisher = editions.first().and_then(|edition| publisher(edition));
    let pictures = match home.story() {
        Some(_) if wanted.are_made(site) => {
            let squares = Squares::new(site.pictures());
            share_pictures::write(editions, publisher, &squares, making.before, assets)?
        }
        _ => PagePictures::default(),
    };
    let home = home.with_share_pictures(!pictures.0.is_empty());
    let parts = Parts {
        styles: bundle.styles.clone(),
        page_script: bundle.script.clone(),
        embed_script: shared.embed_script.clone(),
        permalink_styles: shared.permalink_styles.clone(),
        icons: &shared.icons,
        publisher: publisher.map(str::to_owned),
        feeds: permalinks::feeds(site, home.story()),
        pictures,
        home,
    };
    let Parts { home, .. } = &parts;
    if home.versioned_data().is_some() {
        assets.write(Need::Activation, DATA, site.story())?;
    }

    let base = home.story();
    let top = |edition: &Edition| if edition.path.is_empty() { "" } else { "../" };
    let own_mount = |edition| mount_of(edition, page_of_its_own("", top(edition)), build_id, home);
    let mounts: Vec<String> = editions.iter().map(own_mount).collect();
    let data: Vec<String> = editions.iter().map(|edition| data_of(site, edition, 0, home)).collect();
    let pages = |version: &str| -> Vec<String> {
        let numbered = mounts.iter().zip(&data).enumerate();
        numbered.map(|(number, (mount, data))| page(editions, number, 0, mount, data, &parts, version)).collect()
    };
    // The version is a hash of everything cached, except for the version in the pages themselves.
    let source = shared.engine.text("sw.js")?;
    let files: String = shared.kept(traits, "")?.into_iter().flat_map(|(path, integrity)| [path, integrity]).collect();
    let version = hash(format!("{source}{files}{}", pages("").concat()).as_bytes());

    let alone = Alone::new(site, shared, home, &mounts, &data, assets)?;
    let mut sizes = Vec::new();
    for (number, (edition, first)) in editions.iter().zip(pages(&version)).enumerate() {
        let folder = &edition.path;
        let to_top = if number == 0 { "" } else { "../" };
        let name = format!("{}.html", edition.language);
        assets.write(Need::Page, &format!("{folder}index.html"), first.as_bytes())?;
        write_further_pages(site, number, &parts, &version, build_id, assets)?;
        let manifest = manifest(edition, &shared.icons, to_top, home.up());
        assets.write(Need::Offline, &format!("{folder}manifest.webmanifest"), manifest.as_bytes())?;
        let everything = export::Selection {
            url: base.map(|base| base.join(folder)),
            permalinks: base.map(BaseUrl::to_string).unwrap_or_default(),
            share_pictures: base.map(|base| parts.pictures.addresses(number, base)).unwrap_or_default(),
            ..export::Selection::everything(edition)
        };
        let (json, csv) = (export::json(edition, &everything), export::csv(edition, &everything.facts));
        assets.write(Need::OnRequest, &format!("{folder}story.json"), json.as_bytes())?;
        assets.write(Need::OnRequest, &format!("{folder}story.csv"), csv.as_bytes())?;
        if let Some(base) = base {
            oembed::write(edition, number, &parts, base, assets)?;
        }
        let whole = Snippet { edition, styles: &bundle.sheet, home, build_id };
        let snippet = whole.html(None);
        let short = whole.short(&snippet);
        if let Some(short) = &short {
            let path = format!("snippet/{}.short.html", edition.language);
            assets.write(Need::OnRequest, &path, short.as_bytes())?;
        }
        assets.write(Need::Article, &format!("snippet/{name}"), snippet.as_bytes())?;
        if number == 0 && home.versioned_data().is_some() {
            // The fallback for languages that this story does not have.
            assets.write(Need::OnRequest, "snippet/index.html", snippet.as_bytes())?;
        }
        let embed = embed(editions, number, &mount_of(edition, in_frame(), build_id, home), &parts, &version);
        assets.write(Need::Frame, &format!("embed/{name}"), embed.as_bytes())?;
        let of_the_page = |made: &[String]| made.get(number).cloned().unwrap_or_default();
        let (mount, data) = (of_the_page(&alone.mounts), of_the_page(&alone.data));
        let standalone = standalone(editions, number, &mount, &data, &bundle.page_sheet, &alone.scripts);
        assets.write(Need::OnRequest, &format!("standalone/{name}"), standalone.as_bytes())?;
        let short = short.map(|short| short.len());
        sizes.push(Sizes { snippet: snippet.len(), short, standalone: standalone.len() });
    }
    write_cards(editions, &bundle.single_sheet, home, build_id, assets)?;
    if let Some(base) = base {
        permalinks::write(site, &parts, base, making.before, assets)?;
    }
    write_ways(editions, &sizes, &parts, shared, &version, assets)?;
    write_worker(site, shared, traits, home, version, assets)
}

/// What a file that stands alone has in place of what the page has: its pictures are inside of it.
struct Alone {
    mounts: Vec<String>,
    data: Vec<String>,
    scripts: String,
}

impl Alone {
    fn new(
        site: &Site,
        shared: &Shared,
        home: &Home,
        mounts: &[String],
        data: &[String],
        assets: &Assets,
    ) -> Result<Self, SiteError> {
        let languages: Vec<&str> = site.editions().iter().map(|edition| edition.language.as_str()).collect();
        if site.pictures().is_empty() {
            let scripts = shared.alone(site.story(), &languages)?;
            return Ok(Self { mounts: mounts.to_vec(), data: data.to_vec(), scripts });
        }
        let editions = pictures::inside(site.editions(), assets)?;
        let story = section::encode(&editions.iter().map(|edition| Edition::clone(edition)).collect::<Vec<_>>())?;
        let build_id = BuildId::new(shared.engine.wasm(), &story);
        let mounts =
            editions.iter().map(|edition| mount_of(edition, page_of_its_own("", ""), build_id, home)).collect();
        // Where nobody knows where the site will be, no way leads there from such a file.
        let without = |edition: &Rc<Edition>| Edition { pictures: None, ..Edition::clone(edition) };
        let data = match home.story() {
            Some(_) => data.to_vec(),
            None => site.editions().iter().map(|edition| data_of(site, &without(edition), 0, home)).collect(),
        };
        Ok(Self { mounts, data, scripts: shared.alone(&story, &languages)? })
    }
}

/// Writes the snippet of each card by itself.
fn write_cards(
    editions: &[Rc<Edition>],
    styles: &str,
    home: &Home,
    build_id: BuildId,
    assets: &mut Assets,
) -> Result<(), SiteError> {
    for (number, edition) in editions.iter().enumerate() {
        // A copy, in which one card after the other is all there is.
        let mut edition = Rc::new(Edition::clone(edition));
        for card in CardId::first(edition.cards.len()) {
            if let Some(edition) = Rc::get_mut(&mut edition) {
                edition.only = vec![card];
            }
            let Some((path, snippet)) = snippet::of_card(&edition, styles, home, build_id) else { continue };
            assets.write_aside(&path, snippet.as_bytes())?;
            if number == 0 && home.versioned_data().is_some() {
                // The fallback for languages that this story does not have.
                let path = path.replace(&format!("/{}.html", edition.language), "/index.html");
                assets.write_aside(&path, snippet.as_bytes())?;
            }
        }
    }
    Ok(())
}

/// Writes the embed guide.
fn write_ways(
    editions: &[Rc<Edition>],
    sizes: &[Sizes],
    parts: &Parts,
    shared: &Shared,
    version: &str,
    assets: &mut Assets,
) -> Result<(), SiteError> {
    let script = shared.engine.filled("embed-guide.js", &embed_guide::build(editions, sizes, &parts.home))?;
    let script = assets.write_named(Need::OnRequest, "embed-guide", "js", script.as_bytes())?;
    let own = Own { styles: &shared.embed_guide_styles, script: &script, version };
    assets.write(Need::OnRequest, "embed/index.html", embed_guide(editions, sizes, parts, &own).as_bytes())
}

/// Writes the pages of an edition after its first.
fn write_further_pages(
    site: &Site,
    number: usize,
    parts: &Parts,
    version: &str,
    build_id: BuildId,
    assets: &mut Assets,
) -> Result<(), SiteError> {
    let Some(edition) = site.editions().get(number) else { return Ok(()) };
    for of_story in 1..=last_page(edition, edition.cards.len()) {
        let mount = mount(
            edition,
            Prerendered::Cards(of_story),
            page_of_its_own("../../", if number == 0 { "../../" } else { "../../../" }),
            build_id,
            &parts.home,
        );
        let data = data_of(site, edition, of_story, &parts.home);
        let page = page(site.editions(), number, of_story, &mount, &data, parts, version);
        let path = format!("{}{}index.html", edition.path, path_of_page(of_story));
        assets.write(Need::Page, &path, page.as_bytes())?;
    }
    Ok(())
}

/// The JSON-LD of a page of an edition.
fn data_of(site: &Site, edition: &Edition, of_story: u16, home: &Home) -> String {
    let address = home.story().map(|base| base.join(&format!("{}{}", edition.path, path_of_page(of_story))));
    let up = if of_story == 0 { "" } else { "../../" };
    let up = format!("{up}{}", if edition.path.is_empty() { "" } else { "../" });
    let top = home.story().map_or(up, ToString::to_string);
    json_ld(edition, site.schemas(), of_story, address.as_deref(), &top)
}

/// Writes the service worker, which caches what the pages need.
fn write_worker(
    site: &Site,
    shared: &Shared,
    traits: Traits,
    home: &Home,
    version: String,
    assets: &mut Assets,
) -> Result<(), SiteError> {
    let up = home.up();
    let shared_files = shared.kept(traits, &version)?;
    let mut files: Vec<(String, String)> =
        shared_files.into_iter().map(|(path, integrity)| (format!("{up}{path}"), integrity)).collect();
    let mut named = vec![format!("{up}assets/"), format!("{up}fact-cards.js?")];
    if let Some(data) = home.versioned_data() {
        files.push((data, integrity(site.story())));
        named.push(format!("{DATA}?"));
    }
    for path in pictures::faces(site.editions().first().and_then(|edition| edition.pictures.as_ref())) {
        let integrity = integrity(&assets.picture(&path)?);
        files.push((path, integrity));
    }
    if !site.pictures().is_empty() && !up.is_empty() {
        named.push("assets/".to_owned());
    }
    let pages = site.editions().iter().map(|edition| edition.path.clone()).collect();
    let kept = Kept { version, files, named, pages };
    let worker = shared.engine.with_build("sw.js", |source| worker(source, &kept))?;
    assets.write(Need::Offline, "sw.js", worker.as_bytes())
}

/// The prerendered mount of an edition: every view or, in a story of several pages, the first page of cards.
fn mount_of(edition: &Rc<Edition>, page: PageOptions, build_id: BuildId, home: &Home) -> String {
    if edition.has_pages() {
        mount(edition, Prerendered::Cards(0), page, build_id, home)
    } else {
        mount(edition, Prerendered::Views, PageOptions { pages: None, ..page }, build_id, home)
    }
}

/// A page with an address of its own, from which the story's pages are there, and the top of the story.
fn page_of_its_own(pages: &str, site: &str) -> PageOptions {
    PageOptions { heading_level: 1, pages: Some(pages.to_owned()), site: site.to_owned(), ..PageOptions::default() }
}

/// A page for a frame, in which the cards stand below the titles of another page.
fn in_frame() -> PageOptions {
    PageOptions { heading_level: 2, show: SHOW_IN_ARTICLES, site: "../".to_owned(), ..PageOptions::default() }
}
