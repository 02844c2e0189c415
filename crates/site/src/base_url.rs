use std::{fmt, str::FromStr};

use thiserror::Error;
use url::Url;

/// The address at which a site is published: `https` or `http`, and a folder.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BaseUrl(Url);

/// The address cannot be that of a site.
#[derive(Clone, Debug, Error)]
#[error("`{0}` is not a web address; write one such as https://news.example/cards/")]
pub struct NotABaseUrl(String);

impl FromStr for BaseUrl {
    type Err = NotABaseUrl;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = || NotABaseUrl(text.to_owned());
        let mut url = Url::parse(text).map_err(|_| refused())?;
        let is_folder = url.query().is_none() && url.fragment().is_none();
        let is_public = url.username().is_empty() && url.password().is_none();
        if !matches!(url.scheme(), "http" | "https") || !is_folder || !is_public {
            return Err(refused());
        }
        if !url.path().ends_with('/') {
            let folder = format!("{}/", url.path());
            url.set_path(&folder);
        }
        Ok(Self(url))
    }
}

impl BaseUrl {
    /// The address of a file of the site.
    #[must_use]
    pub fn join(&self, path: &str) -> String {
        format!("{self}{path}")
    }

    /// The address of a folder of the site, which is named with a slash.
    #[must_use]
    pub(crate) fn below(&self, folder: &str) -> Self {
        let mut below = self.0.clone();
        below.set_path(&format!("{}{folder}", self.folder()));
        Self(below)
    }

    /// Its origin, such as `https://news.example`.
    #[must_use]
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }

    /// Its host, without a port.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The folder on its host, such as `/cards/`.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.path()
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(text: &str) -> Option<BaseUrl> {
        text.parse().ok()
    }

    #[test]
    fn the_address_of_a_folder_may_end_with_a_slash_or_not() {
        for text in ["https://news.example/cards", "https://news.example/cards/"] {
            let base = base(text);
            assert_eq!(
                base.as_ref().map(|base| base.join("sw.js")).as_deref(),
                Some("https://news.example/cards/sw.js")
            );
            assert_eq!(base.as_ref().map(BaseUrl::folder), Some("/cards/"));
        }
    }

    #[test]
    fn what_is_not_a_web_folder_is_refused_with_an_example() {
        for text in [
            "cards.example",
            "ftp://a.example/",
            "https://",
            "https://a.example/?q",
            "https://a.example/#q",
            "https://u:p@a.example/",
        ] {
            assert_eq!(base(text), None, "{text}");
        }
        let said = BaseUrl::from_str("cards.example").err().map(|error| error.to_string());
        assert_eq!(
            said.as_deref(),
            Some("`cards.example` is not a web address; write one such as https://news.example/cards/")
        );
    }
}
