//! The binary encoding of a story's parts, and the errors for invalid bytes.

use std::fmt::Debug;

use fact_cards_story::{
    Text,
    edition::Face,
    wire::{Fault, Reader, Wire, Wrong, from_bytes, to_bytes},
};
use proptest::prelude::*;

/// Every sort of encoded value, nested.
type Everything = (Vec<(String, Option<u16>)>, (Vec<Vec<u8>>, [(char, f32); 2]));

fn everything() -> impl Strategy<Value = Everything> {
    let named = prop::collection::vec(("\\PC{0,12}", any::<Option<u16>>()), 0..6);
    let lists = prop::collection::vec(prop::collection::vec(any::<u8>(), 0..4), 0..4);
    // NaN is not equal even to itself.
    let place = || (any::<char>(), any::<f32>().prop_filter("a number", |number| !number.is_nan()));
    (named, (lists, [place(), place()]))
}

fn round_trips<T: Wire + Debug + PartialEq>(value: &T) {
    assert_eq!(from_bytes::<T>(&to_bytes(value)).as_ref(), Ok(value));
}

fn wrong<T: Wire + Debug>(bytes: &[u8]) -> Option<(Wrong, usize)> {
    from_bytes::<T>(bytes).err().map(|fault| (fault.wrong, fault.at))
}

#[test]
fn the_largest_and_the_smallest_numbers_are_read_as_they_were_written() {
    for number in [0, 1, 0x7f, 0x80, 0x3fff, 0x4000, 0x001f_ffff, 0x0020_0000, u32::MAX - 1, u32::MAX] {
        round_trips(&number);
    }
    round_trips(&(u8::MAX, (u16::MAX, char::MAX)));
    round_trips(&[(f32::MIN, f32::MAX), (-0.0, f32::INFINITY)]);
    round_trips(&(true, (false, (None::<bool>, Some(true)))));
}

#[test]
fn a_text_may_have_any_characters_and_be_repeated() {
    let texts = ["", "\0", "a\0b", "\u{ff}", "م", "\0", "", "a\0b", "\u{10ffff}"].map(str::to_owned);
    round_trips(&texts.to_vec());
}

#[test]
fn every_face_is_read_as_it_was_written() {
    let [letters, coast] = ["135", "m1 2-3 4 5-6z"].map(str::to_owned);
    let faces = vec![Face::Letters(letters), Face::Sign, Face::Coast(coast), Face::Sign];
    faces.iter().for_each(round_trips);
    round_trips(&faces);
}

#[test]
fn numbers_are_written_together_and_each_text_once_after_them() {
    let bytes = to_bytes(&vec![("ab".to_owned(), 1_u16), ("\0".to_owned(), 300), ("ab".to_owned(), 2)]);
    // The length of the part that is the same in every language, which is empty here, and of the numbers.
    let lengths = b"\x00\x00\x0a";
    // The number of folds and of entries; then for each entry its text (new, with a length of its own, or known) and
    // its number.
    let numbers = b"\x00\x03\x00\x01\x01\x01\xac\x02\x02\x02";
    assert_eq!(bytes, [&lengths[..], numbers, b"ab\0\0"].concat());
}

#[test]
fn a_number_too_large_for_its_type_is_a_fault() {
    assert_eq!(wrong::<u8>(b"\0\0\x03\0\x80\x02"), Some((Wrong::Number, 6)));
    assert_eq!(wrong::<bool>(b"\0\0\x02\0\x02"), Some((Wrong::Number, 5)));
    assert_eq!(wrong::<char>(b"\0\0\x04\0\x80\xb0\x03"), Some((Wrong::Number, 7)), "half of a pair");
    assert_eq!(wrong::<u32>(b"\0\0\x06\0\xff\xff\xff\xff\x1f"), Some((Wrong::Number, 9)));
    assert_eq!(wrong::<u32>(b"\0\0\x08\0\x80\x80\x80\x80\x80\x80\0"), Some((Wrong::Number, 9)), "it does not end");
}

#[test]
fn a_text_that_is_not_utf_8_is_a_fault_where_it_begins() {
    assert_eq!(wrong::<(String, String)>(b"\0\0\x03\0\0\0ab\0c\xff\0"), Some((Wrong::Text, 9)));
    assert_eq!(wrong::<String>(b"\0\0\x03\0\x01\x01\xff"), Some((Wrong::Text, 6)));
    assert_eq!(from_bytes::<String>(b"\0\0\x02\0\0ab\0").as_deref(), Ok("ab"));
}

#[test]
fn a_reference_to_a_text_not_read_yet_is_a_fault() {
    let twice = |second: u8| [&b"\0\0\x03\0\0"[..], &[second], b"a\0"].concat();
    assert_eq!(from_bytes::<[String; 2]>(&twice(2)), Ok(["a", "a"].map(str::to_owned)));
    assert_eq!(wrong::<[String; 2]>(&twice(3)), Some((Wrong::Number, 6)));
    assert_eq!(wrong::<[String; 2]>(&twice(127)), Some((Wrong::Number, 6)));
}

#[test]
fn only_short_texts_can_be_referred_to_so_few_bytes_never_take_much_memory() {
    let thrice = |length: usize| {
        let texts = vec!["x".repeat(length); 3];
        round_trips(&texts);
        to_bytes(&texts).len()
    };
    assert_eq!(thrice(128) - thrice(127), 1);
    assert_eq!(thrice(1001) - thrice(1000), 3);

    let by_number = |length: usize| [&b"\0\0\x03\0\0\x02"[..], &vec![b'x'; length], b"\0"].concat();
    assert!(from_bytes::<[String; 2]>(&by_number(128)).is_ok());
    assert_eq!(wrong::<[String; 2]>(&by_number(129)), Some((Wrong::Number, 6)));
}

#[test]
fn a_character_that_folds_to_a_long_text_is_a_fault() {
    let folds = |character: &[u8; 2], length: usize| {
        let text = "e".repeat(length);
        [&b"\0\0\x05\x01"[..], character, b"\0\x07", text.as_bytes(), b"\0"].concat()
    };
    let e_acute = b"\xe9\x01";
    assert_eq!(from_bytes::<u8>(&folds(e_acute, 24)), Ok(7));
    assert_eq!(wrong::<u8>(&folds(e_acute, 25)), Some((Wrong::Fold, 7)));
    // The letter E in two bytes, which is invalid: ASCII needs no fold.
    assert_eq!(wrong::<u8>(&folds(b"\xc5\0", 1)), Some((Wrong::Fold, 7)));
    // The longest fold there is.
    round_trips(&Text::new("\u{fdfa}"));
}

#[test]
fn a_length_beyond_the_end_is_a_fault_and_allocates_nothing() {
    let many = b"\0\0\x06\0\xff\xff\xff\xff\x0f";
    assert_eq!(wrong::<Vec<[u32; 1000]>>(many), Some((Wrong::Short, 9)));
    assert_eq!(wrong::<Vec<String>>(many), Some((Wrong::Short, 9)));
    assert_eq!(wrong::<String>(b"\0\0\x07\0\x01\xff\xff\xff\xff\x0f"), Some((Wrong::Short, 10)), "a long text");
    assert_eq!(wrong::<String>(b"\0\0\x02\0\0ab"), Some((Wrong::Short, 5)), "a text that does not end");
    assert_eq!(wrong::<u8>(b""), Some((Wrong::Short, 0)));
    assert_eq!(wrong::<u8>(b"\0\0\x09\0"), Some((Wrong::Short, 3)), "fewer numbers than the beginning says");
    assert_eq!(wrong::<u8>(b"\xff\xff\xff\xff\x0f\0\0\0"), Some((Wrong::Short, 7)), "fewer of the first part");
}

#[test]
fn trailing_bytes_are_a_fault_where_they_begin() {
    assert_eq!(wrong::<u8>(b"\0\0\x03\0\x07\x07"), Some((Wrong::Long, 5)));
    assert_eq!(wrong::<u8>(b"\0\0\x02\0\x07text"), Some((Wrong::Long, 5)));
    assert_eq!(wrong::<u8>(b"\x01\x01\x02\x09a\0\x07"), Some((Wrong::Long, 3)), "numbers that are the same everywhere");
    assert_eq!(wrong::<u8>(b"\0\x01\x02a\0\x07"), Some((Wrong::Long, 3)), "a text that is the same everywhere");
}

#[test]
fn after_a_fault_nothing_more_is_read_and_the_first_one_is_reported() {
    let mut reader = Reader::new(b"\0\0\x06\0\x09\x01\x01\x01\x01ab");
    assert_eq!(reader.number(8), 0);
    assert_eq!((reader.number(8), reader.count(), reader.text(), reader.bytes()), (0, 0, "", &b""[..]));
    reader.swap();
    assert_eq!((reader.number(8), reader.text()), (0, ""));
    assert_eq!(reader.end(), Err(Fault { at: 5, wrong: Wrong::Number }));
}

#[test]
fn each_fault_says_in_words_what_is_wrong_and_where() {
    let all = [Wrong::Short, Wrong::Long, Wrong::Number, Wrong::Text, Wrong::Fold];
    insta::assert_snapshot!(all.map(|wrong| Fault { at: 12, wrong }.to_string()).join("\n"), @"
    something is missing at byte 12
    something is left over at byte 12
    a number is too large at byte 12
    a text is not UTF-8 at byte 12
    a character folds to too much at byte 12
    ");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_can_be_read_back(value in everything()) {
        round_trips(&value);
    }

    #[test]
    fn any_bytes_are_a_value_or_a_fault_within_them(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        if let Err(fault) = from_bytes::<Everything>(&bytes) {
            prop_assert!(fault.at <= bytes.len());
        }
    }

    #[test]
    fn truncated_bytes_are_a_fault(value in everything(), cut in any::<prop::sample::Index>()) {
        let bytes = to_bytes(&value);
        let cut = cut.index(bytes.len());
        prop_assert!(from_bytes::<Everything>(&bytes[..cut]).is_err());
    }
}
