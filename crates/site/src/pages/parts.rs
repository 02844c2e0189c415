#[cfg(test)]
use crate::base_url::BaseUrl;
use crate::{
    data::manifest::Icons,
    escape::escaped,
    pages::{languages::Feed, page_pictures::PagePictures},
    publish::home::Home,
};

/// What the pages of a story are made with: the files of its site by their addresses from the top, and where it stands.
pub(crate) struct Parts<'p> {
    /// The style sheet of its pages.
    pub styles: String,
    /// What the pages of single cards and facts have besides.
    pub permalink_styles: String,
    /// The script of the pages with an address of their own.
    pub page_script: String,
    /// The script of the pages for frames.
    pub embed_script: String,
    pub icons: &'p Icons,
    pub home: Home<'p>,
    /// Who publishes the story, where that is known.
    pub publisher: Option<String>,
    /// The feed of the changes of each edition; none where there is none.
    pub feeds: Vec<Feed>,
    /// The pictures that its pages are shared with.
    pub pictures: PagePictures,
}

impl Parts<'_> {
    /// The link to the feed of an edition, for programs.
    pub fn feed_link(&self, number: usize) -> String {
        self.feeds.get(number).map_or_else(String::new, |Feed { address, title, .. }| {
            let (address, title) = (escaped(address), escaped(title));
            format!("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{address}\" title=\"{title}\">\n")
        })
    }
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
            permalink_styles: name("l.css"),
            icons,
            home: Home::alone(base),
            publisher: None,
            feeds: Vec::new(),
            pictures: PagePictures::default(),
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
