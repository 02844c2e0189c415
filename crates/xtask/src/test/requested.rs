use clap::{Args, ValueEnum};

use super::fonts::Fonts;

/// What somebody wants to be tested.
#[derive(Args)]
pub struct Requested {
    /// A group, `native`, `browser` or `wordpress`, or words: then only what has all of them in its name is run.
    pub names: Vec<String>,
    /// Make the visits in these browsers only, and all of them that have the words.
    #[arg(long, value_enum, value_delimiter = ',')]
    pub browser: Vec<Browser>,
    /// Make all visits in every browser, also those whose outcome does not depend on it.
    #[arg(long)]
    pub every_browser: bool,
    /// Make a release and try it, and nothing else: the programs for Linux and Windows, npx, and a second build of the same bytes.
    #[arg(long, conflicts_with_all = ["names", "browser", "every_browser"])]
    pub release: bool,
    /// Try the npm package with every framework too, which takes minutes.
    #[arg(long)]
    pub frameworks: bool,
}

/// A browser that the visits are made in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Browser {
    Chromium,
    Firefox,
    #[value(name = "webkit")]
    WebKit,
}

impl Browser {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name in the environment of the visits.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Its name for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }
}

/// The folders of visits, by what their outcome depends on.
pub const EVERY_ENGINE: &str = "every_engine::";
pub const SIZES: &str = "sizes::";

/// The visits to the build of plain Trunk, a group of their own.
pub const TRUNK: &str = "plain::";

/// The apps of frameworks, a group of their own.
pub const FRAMEWORKS: [&str; 3] = ["package::frameworks::", "package::development::", "package::types::"];

/// Why these are left out.
pub const NO_FRAMEWORKS: &str = "frameworks are tried with --frameworks, with --every-browser, or by name";

/// Why those are: Trunk itself takes five minutes to compile.
pub const NO_TRUNK: &str = "plain Trunk is tried with --every-browser, or by name (plain)";

/// Why a visit is left out in an engine.
pub const ONE_ENGINE: &str = "the outcome does not depend on the engine";

/// The groups that can be selected by their names.
const GROUPS: [&str; 3] = ["native", "browser", "wordpress"];

impl Requested {
    /// Whether a group is selected; all are by default.
    pub fn wants(&self, group: &str) -> bool {
        let is_group = |name: &&String| GROUPS.contains(&name.as_str());
        self.names.iter().find(is_group).is_none_or(|name| name == group)
    }

    /// The words that a name must have.
    pub fn words(&self) -> Vec<String> {
        self.names.iter().filter(|name| !GROUPS.contains(&name.as_str())).cloned().collect()
    }

    /// The browsers to visit with.
    pub fn browsers(&self) -> Vec<Browser> {
        let requested = |browser: &Browser| self.browser.is_empty() || self.browser.contains(browser);
        Browser::ALL.into_iter().filter(requested).collect()
    }

    /// Whether a test of that name is to be run.
    pub fn has(&self, test: &str) -> bool {
        self.words().iter().all(|word| test.contains(word.as_str()))
    }

    /// Whether the apps of frameworks are to be tried, or those of them that somebody names.
    pub fn tries_frameworks(&self) -> bool {
        self.frameworks || self.every_browser || !self.words().is_empty()
    }

    /// Whether the build of plain Trunk is to be visited.
    pub fn tries_trunk(&self) -> bool {
        self.every_browser || !self.words().is_empty()
    }

    /// Whether a visit is to be made in a browser. Chromium has all; with other fonts only sizes are looked at. Every engine
    /// and every set of fonts is there, but not every pair of them.
    pub fn makes(&self, visit: &str, browser: Browser, fonts: Fonts) -> bool {
        let everything = self.every_browser || !self.browser.is_empty() || browser == Browser::Chromium;
        match fonts {
            Fonts::Unusual => everything && visit.starts_with(SIZES),
            Fonts::Usual => everything || visit.starts_with(EVERY_ENGINE) || visit.starts_with(SIZES),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn requested(names: &[&str], browser: &[Browser], every_browser: bool) -> Requested {
        Requested {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            browser: browser.to_vec(),
            every_browser,
            release: false,
            frameworks: false,
        }
    }

    #[test]
    fn a_group_is_not_a_word_and_a_name_must_contain_all_words() {
        let requested = requested(&["browser", "back", "history"], &[], false);
        assert!(requested.wants("browser") && !requested.wants("native"));
        assert!(requested.has("every_engine::history::going_back") && !requested.has("every_engine::history::forward"));
    }

    #[test]
    fn frameworks_are_tried_when_somebody_asks_for_them_or_names_them() {
        assert!(!requested(&[], &[], false).tries_frameworks());
        assert!(!requested(&["browser"], &[Browser::Chromium], false).tries_frameworks());
        assert!(requested(&["browser", "next"], &[], false).tries_frameworks());
        assert!(requested(&[], &[], true).tries_frameworks());
        assert!(Requested { frameworks: true, ..requested(&[], &[], false) }.tries_frameworks());
    }

    #[test]
    fn plain_trunk_is_tried_in_a_run_of_everything_or_when_somebody_names_it() {
        assert!(!requested(&[], &[], false).tries_trunk());
        assert!(!requested(&["browser"], &[Browser::Chromium], false).tries_trunk());
        assert!(requested(&["plain"], &[], false).tries_trunk());
        assert!(requested(&[], &[], true).tries_trunk());
    }

    #[test]
    fn other_engines_run_only_what_depends_on_them_unless_requested() {
        let (search, back, axe) = ("one_engine::search::a", "every_engine::history::b", "sizes::axe::c");
        let usual = requested(&[], &[], false);
        assert!(usual.makes(search, Browser::Chromium, Fonts::Usual));
        assert!(!usual.makes(search, Browser::Firefox, Fonts::Usual));
        assert!(usual.makes(back, Browser::Firefox, Fonts::Usual) && usual.makes(axe, Browser::WebKit, Fonts::Usual));
        assert!(usual.makes(axe, Browser::Chromium, Fonts::Unusual));
        assert!(!usual.makes(back, Browser::Chromium, Fonts::Unusual));
        assert!(!usual.makes(axe, Browser::WebKit, Fonts::Unusual));
        assert!(requested(&[], &[], true).makes(axe, Browser::WebKit, Fonts::Unusual));
        assert!(requested(&[], &[], true).makes(search, Browser::WebKit, Fonts::Usual));
        assert!(requested(&[], &[Browser::Firefox], false).makes(search, Browser::Firefox, Fonts::Usual));
        assert_eq!(requested(&[], &[Browser::Firefox], false).browsers(), [Browser::Firefox]);
    }
}
