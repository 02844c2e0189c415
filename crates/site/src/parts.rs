use crate::{base_url::BaseUrl, manifest::Icons};

/// What the pages of a site are made with: its files by their addresses from the top, and where it will live.
pub(crate) struct Parts<'p> {
    /// The style sheet of its pages.
    pub styles: String,
    /// The script of the pages with an address of their own.
    pub page_script: String,
    /// The script of the pages for frames.
    pub embed_script: String,
    pub icons: Icons,
    pub base: Option<&'p BaseUrl>,
}
