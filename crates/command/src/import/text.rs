use std::ops::Range;

use fact_cards_author::Problem;

use super::problem::TableProblem;

/// Why bytes are not text: the part that could be decoded, and where decoding failed.
pub struct NotText {
    pub text: String,
    pub span: Range<usize>,
    pub problem: Problem,
}

/// The first bytes of workbooks: `.xlsx` (a ZIP) and the older `.xls`.
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// Decodes a file as spreadsheets save it: UTF-8 with or without a byte order mark, or UTF-16 with one. Line ends become line
/// feeds, so that a mistake has the line number that an editor shows.
pub fn text(bytes: &[u8]) -> Result<String, Box<NotText>> {
    if WORKBOOKS.iter().any(|beginning| bytes.starts_with(beginning)) {
        let problem = TableProblem::Workbook.into();
        return Err(Box::new(NotText { text: String::new(), span: 0..0, problem }));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, u16::from_be_bytes);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    match str::from_utf8(bytes) {
        Ok(text) => Ok(with_line_feeds(text)),
        Err(error) => {
            let valid = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default());
            Err(not_text(&valid, &String::from_utf8_lossy(bytes)))
        }
    }
}

fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> Result<String, Box<NotText>> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let decoded = char::decode_utf16(pairs.iter().copied().map(unit));
    let mut text = String::with_capacity(bytes.len());
    let mut valid = None;
    for character in decoded {
        text.push(character.unwrap_or_else(|_| {
            valid.get_or_insert(text.len());
            char::REPLACEMENT_CHARACTER
        }));
    }
    if !rest.is_empty() {
        valid.get_or_insert(text.len());
        text.push(char::REPLACEMENT_CHARACTER);
    }
    match valid {
        Some(valid) => Err(not_text(text.get(..valid).unwrap_or_default(), &text)),
        None => Ok(with_line_feeds(&text)),
    }
}

/// `valid` is the part before the first invalid byte.
fn not_text(valid: &str, all: &str) -> Box<NotText> {
    let start = with_line_feeds(valid).len();
    Box::new(NotText {
        text: with_line_feeds(all),
        span: start..start + char::REPLACEMENT_CHARACTER.len_utf8(),
        problem: TableProblem::NotUtf8.into(),
    })
}

fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
