//! Where a story stands: at the top of a site of its own, or in a folder of a site of many.

use fact_cards_story::section;

use crate::base_url::BaseUrl;

/// The file that holds a story of many, in its folder.
pub(crate) const DATA: &str = "story.bin";

/// Where a story stands in its site, and where that will live.
pub(crate) struct Home<'h> {
    site: Option<&'h BaseUrl>,
    folder: &'h str,
    story: Option<BaseUrl>,
    /// Whether the pages of its cards have pictures, to be shared with.
    has_share_pictures: bool,
    /// Tells one version of the story's data from another.
    fingerprint: u32,
}

impl<'h> Home<'h> {
    /// The only story of a site.
    pub fn alone(site: Option<&'h BaseUrl>) -> Self {
        Self { site, folder: "", story: site.cloned(), has_share_pictures: false, fingerprint: 0 }
    }

    /// One story of many, with these bytes, in a folder below the top of the site, which is named with a slash.
    pub fn among_many(site: Option<&'h BaseUrl>, folder: &'h str, story: &[u8]) -> Self {
        let fingerprint = section::fingerprint(story).unwrap_or_default();
        Self { site, folder, story: site.map(|site| site.below(folder)), has_share_pictures: false, fingerprint }
    }

    /// The address at which the story's pages will be, where it is known.
    pub const fn story(&self) -> Option<&BaseUrl> {
        self.story.as_ref()
    }

    /// The same place, where the pages of the cards have pictures or have none.
    pub fn with_share_pictures(self, has_share_pictures: bool) -> Self {
        Self { has_share_pictures, ..self }
    }

    /// Whether the pages of the cards have pictures, to be shared with.
    pub const fn has_share_pictures(&self) -> bool {
        self.has_share_pictures
    }

    /// The way from the top of the story to the top of the site.
    pub const fn up(&self) -> &'static str {
        if self.folder.is_empty() { "" } else { "../" }
    }

    /// The story's data as its own pages ask for it, from the top of the story: by its version, so that no page meets another
    /// one, whatever a cache in between keeps. Nothing where it stands in the engine.
    pub fn versioned_data(&self) -> Option<String> {
        (!self.folder.is_empty()).then(|| format!("{DATA}?{:08x}", self.fingerprint))
    }

    /// The addresses for a code that is put on other pages. Where they are not known they lead there from a folder of the
    /// story, which works on the site itself.
    pub fn addresses(&self) -> Addresses {
        self.addresses_from("../")
    }

    /// The same for a file from which the top of the story is there.
    pub fn addresses_from(&self, top: &str) -> Addresses {
        let from = |base: Option<&BaseUrl>, way: &str| base.map_or_else(|| format!("{top}{way}"), BaseUrl::to_string);
        let story = from(self.story.as_ref(), "");
        let data = (!self.folder.is_empty()).then(|| format!("{story}{DATA}"));
        Addresses { site: from(self.site, self.up()), story, data }
    }
}

/// The addresses that stand in a code.
#[derive(Debug)]
pub(crate) struct Addresses {
    /// The top of the site, where its scripts are.
    pub site: String,
    /// The top of the story, where its pages are.
    pub story: String,
    /// The story's data, where the engine has no story.
    pub data: Option<String>,
}

#[cfg(test)]
impl Addresses {
    /// Those of the only story of a site.
    pub fn of_a_test(base: &str) -> Self {
        Self { site: base.to_owned(), story: base.to_owned(), data: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_story_of_many_has_its_scripts_one_folder_up_and_its_data_beside_it() {
        let site: Option<BaseUrl> = "https://cards.example/news".parse().ok();
        let there = Home::among_many(site.as_ref(), "morocco/", b"FCST\x01\x02\x00\x00\x00rest").addresses();
        assert_eq!(there.site, "https://cards.example/news/");
        assert_eq!(there.story, "https://cards.example/news/morocco/");
        assert_eq!(there.data.as_deref(), Some("https://cards.example/news/morocco/story.bin"));

        let home = Home::among_many(None, "morocco/", b"FCST\x01\x02\x00\x00\x00rest");
        let here = home.addresses();
        assert_eq!((here.site.as_str(), here.story.as_str()), ("../../", "../"));
        assert_eq!(here.data.as_deref(), Some("../story.bin"));
        assert_eq!(home.versioned_data().as_deref(), Some("story.bin?00000002"));
    }

    #[test]
    fn the_only_story_of_a_site_is_in_the_engine() {
        let home = Home::alone(None);
        assert_eq!((home.versioned_data(), home.addresses().data), (None, None));
        assert_eq!(home.addresses().site, "../");
    }
}
