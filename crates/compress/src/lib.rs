//! The compressed forms of a site's files, as a host sends them that has them beside the files.
//!
//! What these functions call is generic, so it is compiled here: a crate that is optimised for speed in development builds
//! too. In `fact-cards-site`, which is not, a whole site took 27 s instead of 8.
//!
//! ```
//! let page = "<p>the same again and again</p>".repeat(100);
//! assert!(fact_cards_compress::brotli(page.as_bytes()).len() < 100);
//! assert!(fact_cards_compress::gzip(page.as_bytes()).len() < 100);
//! ```

use std::io::Write;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

/// What Brotli makes of these bytes at its strongest.
#[must_use]
pub fn brotli(mut bytes: &[u8]) -> Vec<u8> {
    let mut compressed = Vec::new();
    let parameters = BrotliEncoderParams { quality: 11, ..BrotliEncoderParams::default() };
    // Reading from and writing to memory does not fail.
    let _ = brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters);
    compressed
}

/// What gzip makes of these bytes at its strongest.
#[must_use]
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut compressed = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory does not fail.
    let _ = compressed.write_all(bytes);
    compressed.finish().unwrap_or_default()
}

#[cfg(test)]
#[allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]
mod tests {
    use std::io::Read;

    #[test]
    fn compressed_data_are_smaller_and_decompress_to_the_original() {
        let text = "A fact is a sentence and one quiet line. ".repeat(50);
        let mut back = String::new();
        let compressed = super::brotli(text.as_bytes());
        brotli::Decompressor::new(compressed.as_slice(), 4096).read_to_string(&mut back).unwrap();
        assert!(back == text && compressed.len() < text.len() / 10);
        let compressed = super::gzip(text.as_bytes());
        back.clear();
        flate2::read::GzDecoder::new(compressed.as_slice()).read_to_string(&mut back).unwrap();
        assert!(back == text && compressed.len() < text.len() / 10);
    }
}
