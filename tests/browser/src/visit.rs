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

/// The placeholder for the site's origin in a host page.
const SITE: &str = "{site}";

/// Turns off scripts and nothing else.
const WITHOUT_SCRIPT: &str = "sandbox allow-same-origin allow-forms allow-popups allow-top-navigation";

/// The folder of a built site, by the name that `cargo xtask test` gave it.
#[must_use]
pub fn site_folder(name: &str) -> PathBuf {
    let sites = env::var_os("FACT_CARDS_SITES").expect("`cargo xtask test browser` builds the sites and says where");
    PathBuf::from(sites).join(name)
}

/// Prints a line once, directly to the stream: the output of passing tests is captured.
fn say_once(line: &str) {
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    if SAID.lock().unwrap_or_else(PoisonError::into_inner).insert(line.to_owned()) {
        // Nobody may be reading it.
        let _ = writeln!(stderr(), "{line}");
    }
}

/// The style sheet of Bootstrap, which many host pages use.
#[must_use]
pub fn bootstrap() -> String {
    installed("FACT_CARDS_BOOTSTRAP")
}

/// The script of axe-core, which checks a page for accessibility problems.
#[must_use]
pub fn axe() -> String {
    installed("FACT_CARDS_AXE")
}

/// A script of a package that the tests install, by its path there.
#[must_use]
pub fn module(path: &str) -> String {
    let folder = env::var_os("FACT_CARDS_MODULES").expect("`cargo xtask test browser` installs them and says where");
    std::fs::read_to_string(PathBuf::from(folder).join(path)).expect("what is installed can be read")
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
    /// In a folder, to be served for the visit.
    Folder(PathBuf),
    /// At an address where it is served already.
    Address(String),
}

/// A page of another origin that embeds the site.
#[derive(Default)]
struct Host {
    policy: Option<String>,
    /// By path.
    files: BTreeMap<String, File>,
}

impl Visit {
    /// A visit to a built site, at desktop width.
    #[must_use]
    pub fn to(site: &str) -> Self {
        Self::to_folder(site_folder(site))
    }

    /// A visit to the site in a folder.
    #[must_use]
    pub fn to_folder(folder: PathBuf) -> Self {
        Self::to_place(SiteLocation::Folder(folder))
    }

    /// A visit to the files of a built site on disk, without a server.
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

    /// A visit to a page of another origin that embeds a built site. `{site}` in the page is replaced by the site's
    /// origin.
    #[must_use]
    pub fn embedding(site: &str, page: &str) -> Self {
        Self::to(site).embedded_in(page)
    }

    /// Embeds the site in that page of another origin.
    #[must_use]
    pub fn embedded_in(mut self, page: &str) -> Self {
        self.host = Some(Host::default());
        self.host_file("", "text/html; charset=utf-8", page)
    }

    /// Embeds the site in the pages of a folder, of another origin. `{site}` is replaced by the site's origin in all
    /// text files.
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

    /// Adds a file to the host, such as `style.css`. `{site}` is replaced there too.
    #[must_use]
    pub fn host_file(mut self, name: &str, kind: &str, text: &str) -> Self {
        let host = self.host.as_mut().expect("a visit that embeds the site has a host");
        host.files.insert(format!("/{name}"), File { kind: kind.to_owned(), bytes: text.into() });
        self
    }

    /// Uses another policy: for the host where the site is embedded, otherwise for the site. `{site}` is replaced by
    /// the site's origin.
    #[must_use]
    pub fn policy(mut self, policy: &str) -> Self {
        match &mut self.host {
            Some(host) => host.policy = Some(policy.to_owned()),
            None => self.site_policy = Some(policy.to_owned()),
        }
        self
    }

    /// Sets the width of the page in CSS pixels.
    #[must_use]
    pub const fn at_width(mut self, width: u32) -> Self {
        self.width = width;
        self
    }

    /// Turns scripts off.
    #[must_use]
    pub const fn without_script(mut self) -> Self {
        self.has_script = false;
        self
    }

    /// Injects a fault from the start; the page may report errors.
    #[must_use]
    pub fn with_fault(mut self, fault: Fault) -> Self {
        self.faults.push(fault);
        self.where_something_fails()
    }

    /// Visits as a reader who saves data: nothing is fetched ahead of an activation.
    #[must_use]
    pub fn where_data_is_saved(mut self) -> Self {
        let saves_data = |loader: Vec<u8>| {
            let connection = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });\n";
            [connection.as_bytes(), &loader].concat()
        };
        self.faults.push(Fault::Changed("fact-cards.js", saves_data));
        self
    }

    /// Allows errors, since something fails on purpose.
    #[must_use]
    pub const fn where_something_fails(mut self) -> Self {
        self.may_fail = true;
        self
    }

    /// Uses the full browser with its own profile, where the browser around the page matters. It is started for this
    /// visit.
    #[must_use]
    pub const fn in_whole_browser(mut self) -> Self {
        self.in_whole_browser = true;
        self
    }

    /// Skips a browser that cannot do this, with a reason.
    #[must_use]
    pub fn not_in(mut self, browser: Browser, reason: &'static str) -> Self {
        if Browser::current() == browser {
            self.left_out = Some(reason);
        }
        self
    }

    /// Skips every browser but the one that can do this, with a reason.
    #[must_use]
    pub fn only_in(mut self, browser: Browser, reason: &'static str) -> Self {
        if Browser::current() != browser {
            self.left_out = Some(reason);
        }
        self
    }

    /// Runs the visit in the browser of this test run. Nothing may have gone wrong in the page afterwards.
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

        // The browser is closed even if the scenario panics.
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
        // Its state is unknown after a failure. It ends even if closing fails.
        let _ = session.web.clone().quit().await;
        drop(session);
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
    }

    /// Starts the servers of the site and of the host, if any. Returns the address to visit.
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
