#[cfg(test)]
use crate::base_url::BaseUrl;
use crate::{data::manifest::Icons, publish::home::Home};

/// What the pages of a story are made with: the files of its site by their addresses from the top, and where it stands.
pub(crate) struct Parts<'p> {
    /// The style sheet of its pages.
    pub styles: String,
    /// The script of the pages with an address of their own.
    pub page_script: String,
    /// The script of the pages for frames.
    pub embed_script: String,
    pub icons: &'p Icons,
    pub home: Home<'p>,
}

#[cfg(test)]
impl<'p> Parts<'p> {
    /// Parts with short names, for a site that will live there.
    pub fn of_a_test(base: Option<&'p BaseUrl>, icons: &'p Icons) -> Self {
        let name = |name: &str| format!("assets/{name}");
        Self {
            styles: name("s.css"),
            page_script: name("p.js"),
            embed_script: name("e.js"),
            icons,
            home: Home::alone(base),
        }
    }
}

#[cfg(test)]
impl Icons {
    /// Icons with short names.
    pub fn of_a_test() -> Self {
        let name = |name: &str| format!("assets/{name}");
        Self { svg: name("i.svg"), small: name("1.png"), large: name("2.png"), maskable: name("3.png") }
    }
}
