use std::path::{Path, PathBuf};

use crate::{
    ask::Answer,
    nginx::{Nginx, Sent, SiteRoot},
    port,
    visit::site_folder,
};

/// A site that nginx serves as `docs/nginx.conf` says. It ends with this.
pub struct Hosted {
    port: u16,
    place: SiteRoot,
    folder: PathBuf,
    nginx: Nginx,
}

impl Hosted {
    /// The site of that name, one of those that were built for the run, at the top of its host. `compressed` has compressed
    /// forms beside its files.
    pub async fn built(name: &str) -> Self {
        Self::start(port::free(), site_folder(name), SiteRoot::Top).await
    }

    /// What is in that folder, at that place of a host with that port.
    pub(crate) async fn start(port: u16, folder: PathBuf, place: SiteRoot) -> Self {
        let nginx = Nginx::start(port, &folder, place).await;
        Self { port, place, folder, nginx }
    }

    /// Its address without the last slash, such as `http://127.0.0.1:8080`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.place.path()).trim_end_matches('/').to_owned()
    }

    /// The folder that it is in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Asks for a path of the site, with these headers.
    pub async fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.nginx.ask(&format!("{}{path}", self.place.path()), headers).await
    }

    /// What nginx has sent since this was asked the last time, in order.
    pub async fn sent(&self) -> Vec<Sent> {
        self.nginx.sent().await
    }
}
