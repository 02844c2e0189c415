//! Reads any bytes as the edition of a story and, where they are one, does with it what a reader does.

#![no_main]

#[path = "../../tests/foreign/reader.rs"]
mod reader;

use fact_cards_story::section;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|written: &[u8]| {
    if let Ok(edition) = section::decode(&section::sealed(written), "en") {
        reader::use_edition(&edition);
    }
});
