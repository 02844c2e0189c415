//! Faults in the files of the site, before and while a page is open.

use super::Page;
use crate::{
    server::{Content, Fault, Server},
    visit::site_folder,
};

impl Page {
    /// Adds a fault to the site.
    pub fn break_with(&self, fault: Fault) {
        self.site_server().faults().add(fault);
    }

    /// Removes all faults and releases held files.
    pub fn mend(&self) {
        self.site_server().faults().clear();
    }

    /// Releases held files and keeps the other faults.
    pub fn release(&self) {
        self.site_server().faults().release();
    }

    /// Publishes another built site at the same address, as a new version.
    pub fn publish(&self, site: &str) {
        self.site_server().publish(Content::Folder(site_folder(site)));
    }

    /// Stops the server of the site.
    pub fn stop_server(&self) {
        self.site_server().stop();
    }

    /// The paths requested from the site, with queries, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.site_server().requests()
    }

    /// The origin of the site, such as `http://127.0.0.1:8080`.
    #[must_use]
    pub fn site(&self) -> &str {
        self.site_server().url()
    }

    fn site_server(&self) -> &Server {
        self.servers.site.as_ref().expect("this visit serves its site itself")
    }
}
