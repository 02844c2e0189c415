use std::{env, fmt};

/// A browser that visits run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, with what its developer tools can do.
    Chromium,
    /// Firefox.
    Firefox,
    /// The `MiniBrowser` of `WebKitGTK`.
    WebKit,
}

impl Browser {
    /// The browser of this test run, set by `cargo xtask test`; Chromium by default.
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
