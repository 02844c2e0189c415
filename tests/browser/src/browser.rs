use std::{env, fmt};

/// A browser that the visits are made in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, with what its developer tools can do.
    Chromium,
    /// Firefox.
    Firefox,
    /// `WebKitGTK`'s small browser.
    WebKit,
}

impl Browser {
    /// The browser that this run of the tests is for, as `cargo xtask test` says: Chromium where nobody says.
    #[must_use]
    pub fn current() -> Self {
        match env::var("FACT_CARDS_BROWSER").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok("chromium") | Err(_) => Self::Chromium,
            Ok(other) => panic!("FACT_CARDS_BROWSER is chromium, firefox or webkit, not {other}"),
        }
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        })
    }
}
