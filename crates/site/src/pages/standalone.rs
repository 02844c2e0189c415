//! Everything in one file, which opens from disk.

use std::rc::Rc;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use fact_cards_story::edition::Edition;

use crate::{
    escape::escaped,
    pages::{document::Document, languages::Languages},
    publish::{asset::integrity, icon::ICON},
};

/// The file for an edition. Its policy lets it ask no server for anything, and names each script by its hash; `data`, which
/// says to programs what the page shows, is none to a browser and needs no name.
pub(crate) fn standalone(
    editions: &[Rc<Edition>],
    number: usize,
    mount: &str,
    data: &str,
    styles: &str,
    loader: &str,
) -> String {
    let Some(edition) = editions.get(number) else { return String::new() };
    let languages = Languages { editions, number, address: |other: &Edition| format!("{}.html", other.language) };
    let (links, choice) = (languages.links(), languages.choice(true, &[]));
    // Nothing in them ends a script or a style; should that ever change, it is a text there and must stay one.
    let loader = loader.replace("</", "<\\/");
    let styles = styles.replace("</", "<\\/");
    let (runs, looks) = (integrity(loader.as_bytes()), integrity(styles.as_bytes()));
    let lead = escaped(edition.lead.shown());
    let language = escaped(&edition.language);
    let icon = data_url("image/svg+xml", ICON.as_bytes());
    let head = format!(
        r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{runs}' data: 'wasm-unsafe-eval'; style-src '{looks}'; img-src data:; connect-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'">
<meta name="description" content="{lead}">
<meta name="color-scheme" content="light dark">
{links}<link rel="icon" href="{icon}">
<style>{styles}</style>
{data}"#
    );
    let body = format!(
        r#"{choice}<main>
<fact-cards lang="{language}" heading-level="1" sync-url>{mount}</fact-cards>
</main>
<script type="module">{loader}</script>"#
    );
    Document { head: &head, class: "fact-cards-page", body: &body, ..Document::new(edition) }.html()
}

/// An address that holds the bytes themselves.
pub(crate) fn data_url(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", BASE64_STANDARD.encode(bytes))
}
