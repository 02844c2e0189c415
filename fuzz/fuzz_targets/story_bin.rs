//! Makes up the data of stories.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fact_cards_reader_tests::story_bin(bytes));
