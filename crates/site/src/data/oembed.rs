use fact_cards_story::edition::Edition;
use serde_json::json;

use crate::{
    base_url::BaseUrl,
    pages::frame::{HEIGHT, WIDTH, frame},
    publish::home::Addresses,
};

/// How long consumers may cache the answer, in seconds: an hour.
const CACHE_AGE: u32 = 3600;

/// The oEmbed response for the page of an edition. See <https://oembed.com>, section 2.3.
pub(crate) fn oembed(edition: &Edition, base: &BaseUrl, addresses: &Addresses) -> String {
    let rich = json!({
        "version": "1.0",
        "type": "rich",
        "title": edition.title.shown(),
        "provider_url": base.to_string(),
        "cache_age": CACHE_AGE,
        "html": frame(edition, addresses),
        "width": WIDTH,
        "height": HEIGHT,
    });
    rich.to_string()
}
