use std::{
    env,
    panic::{AssertUnwindSafe, resume_unwind},
    path::PathBuf,
};

use fact_cards_server::Server;
use futures_util::FutureExt;

use crate::{driver::Driver, page::Page};

/// The folder of a built site, by the name that `cargo xtask test` gave it.
#[must_use]
pub fn site_folder(name: &str) -> PathBuf {
    let sites = env::var_os("FACT_CARDS_SITES").expect("`cargo xtask test browser` builds the sites and says where");
    PathBuf::from(sites).join(name)
}

/// A visit to a site.
pub struct Visit {
    place: Place,
    width: u32,
    height: u32,
    may_fail: bool,
}

/// Where a site is.
enum Place {
    /// In a folder, which is served for the visit.
    Folder(PathBuf),
    /// At an address, where somebody else serves it.
    Address(String),
}

impl Visit {
    /// A visit to a built site, on a desk.
    #[must_use]
    pub fn to(site: &str) -> Self {
        Self::to_folder(site_folder(site))
    }

    /// A visit to the site in a folder.
    #[must_use]
    pub const fn to_folder(folder: PathBuf) -> Self {
        Self::to_place(Place::Folder(folder))
    }

    /// A visit to a site that is being served.
    #[must_use]
    pub const fn to_address(address: String) -> Self {
        Self::to_place(Place::Address(address))
    }

    const fn to_place(place: Place) -> Self {
        Self { place, width: 1280, height: 900, may_fail: false }
    }

    /// The same on a screen of that width, in CSS pixels.
    #[must_use]
    pub const fn at_width(mut self, width: u32) -> Self {
        self.width = width;
        self
    }

    /// The same where something is broken on purpose, so that the console may tell of errors.
    #[must_use]
    pub const fn where_something_fails(mut self) -> Self {
        self.may_fail = true;
        self
    }

    /// Opens the site and does what a reader does. Afterwards there must be no error in the console.
    pub async fn and(self, scenario: impl AsyncFnOnce(&Page)) {
        let server = match &self.place {
            Place::Folder(folder) => Some(Server::start(folder, 0, false).expect("the site can be served")),
            Place::Address(_) => None,
        };
        let address = match (&self.place, &server) {
            (Place::Address(address), _) => address.clone(),
            (_, server) => server.as_ref().map(Server::url).unwrap_or_default(),
        };
        let chromedriver = Driver::start();
        let driver = chromedriver.browser(self.width, self.height).await;
        let page = Page::new(driver.clone(), address);

        // The browser is closed also when the scenario stops at something wrong.
        let outcome = AssertUnwindSafe(async {
            scenario(&page).await;
            if !self.may_fail {
                page.expect_no_errors().await;
            }
        })
        .catch_unwind()
        .await;
        driver.quit().await.expect("the browser closes");
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
    }
}
