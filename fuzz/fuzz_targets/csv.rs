//! Makes up tables.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fact_cards_reader_tests::csv(bytes));
