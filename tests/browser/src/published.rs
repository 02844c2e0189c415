use std::{
    env, fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use fact_cards_site::{BaseUrl, Engine, SharePictures, Site, Target, Written};

use crate::{
    folder::{Folder, in_project},
    get::Answer,
    hosted::Hosted,
    nginx::{Sent, SiteRoot},
    port,
};

/// A site as published: built for its address and served by nginx as in `docs/nginx.conf`, until it is dropped.
pub struct PublishedSite {
    story: PathBuf,
    address: BaseUrl,
    site: Site,
    files: Vec<Written>,
    hosted: Hosted,
    // Removed after nginx has ended.
    _folder: Folder,
}

/// A site to be published.
pub struct Publication {
    story: PathBuf,
    place: SiteRoot,
    compressed: bool,
    share_pictures: SharePictures,
}

impl Publication {
    /// Sets the place of the site on its host.
    #[must_use]
    pub fn at(self, place: SiteRoot) -> Self {
        Self { place, ..self }
    }

    /// Adds compressed forms of its files. That takes seconds, so it is only for tests that look at them.
    #[must_use]
    pub fn compressed(self) -> Self {
        Self { compressed: true, ..self }
    }

    /// Draws the pictures that its pages are shared with. That takes seconds, so it is only for tests that look at them.
    #[must_use]
    pub fn with_share_pictures(self) -> Self {
        Self { share_pictures: SharePictures::OfSmallStories, ..self }
    }

    /// Builds it, and serves it.
    pub async fn serve(self) -> PublishedSite {
        let Self { story, place, compressed, share_pictures } = self;
        let port = port::free();
        let address: BaseUrl = format!("http://127.0.0.1:{port}{}", place.path()).parse().expect("this is an address");
        let folder = Folder::new("published");
        let root = folder.path().join("site");
        let site = Site::of_story(&story, SystemTime::now()).expect("the story has no mistakes");
        let target = Target { folder: &root, base_url: Some(&address), compressed, share_pictures };
        let files = site.write(&built_engine(), target).expect("the site can be written");
        let hosted = Hosted::start(port, root, place).await;
        PublishedSite { story, address, site, files, hosted, _folder: folder }
    }
}

impl PublishedSite {
    /// The site of a story, given by its folder in the project, at the root of its host.
    #[must_use]
    pub fn of_story(story: &str) -> Publication {
        Publication {
            story: in_project(story),
            place: SiteRoot::Top,
            compressed: false,
            share_pictures: SharePictures::No,
        }
    }

    /// Its address without the trailing slash, such as `http://127.0.0.1:8080`.
    #[must_use]
    pub fn url(&self) -> String {
        self.hosted.url()
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.hosted.folder()
    }

    /// The site that was built.
    #[must_use]
    pub const fn site(&self) -> &Site {
        &self.site
    }

    /// Its files, without their compressed forms.
    #[must_use]
    pub fn files(&self) -> &[Written] {
        &self.files
    }

    /// Publishes the story again, with another id for an entry of that file: what bore the old one is gone.
    pub fn publish_without(&self, file: &str, id: &str) {
        let story = Folder::copy_of(&self.story, "without");
        let path = story.path().join(file);
        let text = fs::read_to_string(&path).expect("the story has this file");
        let old = format!("id = \"{id}\"");
        assert!(text.contains(&old), "{file} has {id}");
        fs::write(&path, text.replace(&old, "id = \"another\"")).expect("a temporary file can be written");
        let site = Site::of_story(story.path(), SystemTime::now()).expect("the story has no mistakes");
        let target = Target {
            folder: self.folder(),
            base_url: Some(&self.address),
            compressed: false,
            share_pictures: SharePictures::No,
        };
        site.write(&built_engine(), target).expect("the site can be written");
    }

    /// Requests a path of the site.
    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.hosted.get(path, headers).await
    }

    /// What nginx has sent since the last call, in order.
    pub async fn sent(&self) -> Vec<Sent> {
        self.hosted.sent().await
    }
}

/// The engine that was built for the tests.
#[must_use]
pub fn built_engine() -> Engine {
    let (wasm, scripts) = (built("FACT_CARDS_ENGINE"), built("FACT_CARDS_ENGINE_SCRIPTS"));
    Engine::built(&wasm, &scripts, &built("FACT_CARDS_ENGINE_STYLES")).expect("the engine can be read")
}

fn built(name: &str) -> PathBuf {
    env::var_os(name).expect("`cargo xtask test browser` builds the engine and says where it is").into()
}
