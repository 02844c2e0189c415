//! The infrastructure for visits in a real browser: it serves the built site, drives a browser, and uses a page as a
//! reader would. Tests wait for conditions that the page itself watches, never for a time.

#![allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod actions;
mod browser;
mod development;
mod driver;
mod folder;
mod get;
mod hosted;
mod nginx;
mod page;
mod port;
mod published;
mod selector;
mod server;
mod trunk;
mod visit;
mod wordpress;

pub use browser::Browser;
pub use development::DevelopmentServer;
pub use driver::UNSTABLE_OPTIONS;
pub use folder::{Folder, in_project};
pub use get::Answer;
pub use hosted::Hosted;
pub use nginx::{Sent, SiteRoot};
pub use page::{FRAME_FITS, Page};
pub use port::free as free_port;
pub use published::{PublishedSite, built_engine};
pub use server::Fault;
pub use thirtyfour::{Key, WebElement};
pub use trunk::trunk_serve;
pub use visit::{Visit, axe, bootstrap, module, site_folder};
pub use wordpress::WordPress;
