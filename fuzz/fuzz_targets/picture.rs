//! Makes up photographs.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fact_cards_reader_tests::picture(bytes));
