use std::path::{Path, PathBuf};

use crate::{
    get::Answer,
    nginx::{Nginx, Sent, SiteRoot},
    port,
    visit::site_folder,
};

/// A site served by nginx as in `docs/nginx.conf`, until it is dropped.
pub struct Hosted {
    port: u16,
    place: SiteRoot,
    folder: PathBuf,
    nginx: Nginx,
}

impl Hosted {
    /// The site of that name, one of those built for the test run, at the root of its host. `compressed` has compressed
    /// forms beside its files.
    pub async fn built(name: &str) -> Self {
        Self::start(port::free(), site_folder(name), SiteRoot::Top).await
    }

    /// Serves a folder at that place of a host, on that port.
    pub(crate) async fn start(port: u16, folder: PathBuf, place: SiteRoot) -> Self {
        let nginx = Nginx::start(port, &folder, place).await;
        Self { port, place, folder, nginx }
    }

    /// Its address without the trailing slash, such as `http://127.0.0.1:8080`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.place.path()).trim_end_matches('/').to_owned()
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Requests a path of the site.
    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.nginx.get(&format!("{}{path}", self.place.path()), headers).await
    }

    /// What nginx has sent since the last call, in order.
    pub async fn sent(&self) -> Vec<Sent> {
        self.nginx.sent().await
    }
}
