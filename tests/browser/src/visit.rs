use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    io::{Write, stderr},
    panic::{AssertUnwindSafe, resume_unwind},
    path::{Path, PathBuf},
    string::FromUtf8Error,
    sync::{Mutex, PoisonError},
    thread,
};

use futures_util::FutureExt;

use crate::{
    browser::Browser,
    driver::Session,
    page::{Page, Servers},
    server::{Content, Fault, File, Limits, Policy, Server, files_below},
};

/// What stands for the origin of the site in a host page.
const SITE: &str = "{site}";

/// Turns scripts off, and nothing else.
const WITHOUT_SCRIPT: &str = "sandbox allow-same-origin allow-forms allow-popups allow-top-navigation";

/// The folder of a built site, by the name that `cargo xtask test` gave it.
#[must_use]
pub fn site_folder(name: &str) -> PathBuf {
    let sites = env::var_os("FACT_CARDS_SITES").expect("`cargo xtask test browser` builds the sites and says where");
    PathBuf::from(sites).join(name)
}

/// Says something on the stream itself, since what a test prints is not shown when it passes.
fn say_once(line: &str) {
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    if SAID.lock().unwrap_or_else(PoisonError::into_inner).insert(line.to_owned()) {
        // Nobody may be there to read it.
        let _ = writeln!(stderr(), "{line}");
    }
}

/// The style sheet of Bootstrap, which many host pages have.
#[must_use]
pub fn bootstrap() -> String {
    installed("FACT_CARDS_BOOTSTRAP")
}

/// The script of axe-core, which looks for barriers in a page.
#[must_use]
pub fn axe() -> String {
    installed("FACT_CARDS_AXE")
}

fn installed(name: &str) -> String {
    let file = env::var_os(name).expect("`cargo xtask test browser` installs it and says where");
    std::fs::read_to_string(file).expect("what is installed can be read")
}

/// A visit to a site.
pub struct Visit {
    place: SiteLocation,
    site_policy: Option<String>,
    host: Option<Host>,
    faults: Vec<Fault>,
    width: u32,
    height: u32,
    has_script: bool,
    may_fail: bool,
    in_whole_browser: bool,
    left_out: Option<&'static str>,
}

/// Where a site is.
enum SiteLocation {
    /// In a folder, which is served for the visit.
    Folder(PathBuf),
    /// At an address, where somebody else serves it.
    Address(String),
}

/// What a page of another origin is made of, in which the site is embedded.
#[derive(Default)]
struct Host {
    policy: Option<String>,
    /// By path.
    files: BTreeMap<String, File>,
}

impl Visit {
    /// A visit to a built site, on a desk.
    #[must_use]
    pub fn to(site: &str) -> Self {
        Self::to_folder(site_folder(site))
    }

    /// A visit to the site in a folder.
    #[must_use]
    pub fn to_folder(folder: PathBuf) -> Self {
        Self::to_place(SiteLocation::Folder(folder))
    }

    /// A visit to the files of a built site where they lie on the disk: nobody serves them.
    #[must_use]
    pub fn on_disk(site: &str) -> Self {
        let folder = site_folder(site).canonicalize().expect("the folder of a site is there");
        Self::to_place(SiteLocation::Address(format!("file://{}", folder.display())))
    }

    /// A visit to a site that is being served.
    #[must_use]
    pub fn to_address(address: String) -> Self {
        Self::to_place(SiteLocation::Address(address))
    }

    /// A visit to a page of another origin that embeds a built site. `{site}` in the page stands for the site's origin.
    #[must_use]
    pub fn embedding(site: &str, page: &str) -> Self {
        Self::to(site).embedded_in(page)
    }

    /// The same where the site is embedded in that page of another origin.
    #[must_use]
    pub fn embedded_in(mut self, page: &str) -> Self {
        self.host = Some(Host::default());
        self.host_file("", "text/html; charset=utf-8", page)
    }

    /// The same where the pages that embed it are in a folder. `{site}` stands for the site's origin in all of its texts.
    #[must_use]
    pub fn embedded_in_folder(mut self, pages: &Path) -> Self {
        self.host = Some(Host { policy: None, files: files_below(pages) });
        self
    }

    fn to_place(place: SiteLocation) -> Self {
        Self {
            place,
            site_policy: None,
            host: None,
            faults: Vec::new(),
            width: 1280,
            height: 900,
            has_script: true,
            may_fail: false,
            in_whole_browser: false,
            left_out: None,
        }
    }

    /// One more file of the host, such as `style.css`. `{site}` stands for the site's origin there too.
    #[must_use]
    pub fn host_file(mut self, name: &str, kind: &str, text: &str) -> Self {
        let host = self.host.as_mut().expect("a visit that embeds the site has a host");
        host.files.insert(format!("/{name}"), File { kind: kind.to_owned(), bytes: text.into() });
        self
    }

    /// The same under another policy: of the host where the site is embedded, else of the site. `{site}` in it stands for
    /// the site's origin.
    #[must_use]
    pub fn policy(mut self, policy: &str) -> Self {
        match &mut self.host {
            Some(host) => host.policy = Some(policy.to_owned()),
            None => self.site_policy = Some(policy.to_owned()),
        }
        self
    }

    /// The same on a screen of that width, in CSS pixels.
    #[must_use]
    pub const fn at_width(mut self, width: u32) -> Self {
        self.width = width;
        self
    }

    /// The same where scripts are switched off.
    #[must_use]
    pub const fn without_script(mut self) -> Self {
        self.has_script = false;
        self
    }

    /// The same where something is broken from the beginning, so that the page may tell of errors.
    #[must_use]
    pub fn with_fault(mut self, fault: Fault) -> Self {
        self.faults.push(fault);
        self.where_something_fails()
    }

    /// The same where something is broken on purpose, so that the page may tell of errors.
    #[must_use]
    pub const fn where_something_fails(mut self) -> Self {
        self.may_fail = true;
        self
    }

    /// The same in the whole browser with a profile, where what is around the page counts. It is started for this visit.
    #[must_use]
    pub const fn in_whole_browser(mut self) -> Self {
        self.in_whole_browser = true;
        self
    }

    /// The same, left out in a browser that cannot do it, for that reason.
    #[must_use]
    pub fn not_in(mut self, browser: Browser, reason: &'static str) -> Self {
        if Browser::current() == browser {
            self.left_out = Some(reason);
        }
        self
    }

    /// The same, left out in every browser but the one that can do it, for that reason.
    #[must_use]
    pub fn only_in(mut self, browser: Browser, reason: &'static str) -> Self {
        if Browser::current() != browser {
            self.left_out = Some(reason);
        }
        self
    }

    /// Goes there with the browser that this run is for, and does what a reader does. Afterwards nothing must have gone
    /// wrong in the page.
    pub async fn and(self, scenario: impl AsyncFnOnce(&Page)) {
        let browser = Browser::current();
        if let Some(reason) = self.left_out {
            let name = thread::current().name().unwrap_or("a visit").to_owned();
            say_once(&format!("{name} is left out in {browser}: {reason}."));
            return;
        }
        let (may_fail, has_script, is_whole) = (self.may_fail, self.has_script, self.in_whole_browser);
        let (width, height) = (self.width, self.height);
        let (address, servers) = self.serve();
        let session = if is_whole {
            Session::begin_whole(browser, width, height).await
        } else {
            Session::begin(browser, width, height).await
        };
        let page = Page::new(session.web.clone(), session.tools.clone(), browser, address, servers, has_script);

        // The browser is closed also when the scenario stops at something wrong.
        let outcome = AssertUnwindSafe(async {
            scenario(&page).await;
            if !may_fail {
                page.expect_no_errors().await;
            }
        })
        .catch_unwind()
        .await;
        if outcome.is_ok() && !is_whole {
            return session.keep();
        }
        // One in which something went wrong is in a state that nobody knows. It ends also where it does not close.
        let _ = session.web.clone().quit().await;
        drop(session);
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
    }

    /// Serves the site, and the host if there is one. Gives the address of what is visited.
    fn serve(self) -> (String, Servers) {
        let limits =
            |of_a_path: Policy| Limits { policy: of_a_path, more: (!self.has_script).then_some(WITHOUT_SCRIPT) };
        let (site, site_url) = match self.place {
            SiteLocation::Address(address) => (None, address),
            SiteLocation::Folder(folder) => {
                let policy = self.site_policy.map_or(Policy::Published, Policy::Same);
                let site = Server::start(Content::Folder(folder), limits(policy));
                for fault in self.faults {
                    site.faults().add(fault);
                }
                let url = site.url().to_owned();
                (Some(site), url)
            }
        };
        let Some(Host { policy, files }) = self.host else {
            return (site_url, Servers { site, host: None });
        };
        let with_site = |text: String| text.replace(SITE, &site_url);
        let files = files
            .into_iter()
            .map(|(path, File { kind, bytes })| {
                let bytes =
                    String::from_utf8(bytes).map_or_else(FromUtf8Error::into_bytes, |text| with_site(text).into());
                (path, File { kind, bytes })
            })
            .collect();
        let policy = policy.map(with_site).map_or(Policy::None, Policy::Same);
        let host = Server::start(Content::Files(files), limits(policy));
        (host.url().to_owned(), Servers { site, host: Some(host) })
    }
}
