//! One field of a table, up to the separator or the end of its line.

/// A field as it stands in the file.
pub struct Field {
    /// Its length in bytes.
    pub length: usize,
    /// Its unquoted content, where it is quoted.
    pub value: Option<String>,
    /// Its quotation mark is never closed.
    pub is_open: bool,
}

/// Reads the first field of a text. It counts as quoted only where a quotation mark closes it at its end: a quotation may begin
/// with one too, as in `"We won" said Ann`.
pub fn field(text: &str, separator: char) -> Field {
    let bare = || {
        let length = text.find([separator, '\n']).unwrap_or(text.len());
        Field { length, value: None, is_open: false }
    };
    match text.strip_prefix('"').map(|inside| quoted(inside, separator)) {
        Some(Quoted::Closed { length, value }) => Field { length: length + 1, value: Some(value), is_open: false },
        // What is copied from a sheet has bare marks, and a tab is in no cell.
        Some(Quoted::Open) if separator != '\t' => Field { length: text.len(), value: None, is_open: true },
        _ => bare(),
    }
}

enum Quoted {
    Closed {
        length: usize,
        value: String,
    },
    Open,
    /// A mark stands within it alone.
    Bare,
}

/// Reads the rest of a field after its opening quotation mark.
fn quoted(inside: &str, separator: char) -> Quoted {
    let mut value = String::new();
    let mut rest = inside;
    while let Some((before, after)) = rest.split_once('"') {
        if separator == '\t' && before.contains('\t') {
            return Quoted::Bare;
        }
        value.push_str(before);
        if let Some(next) = after.strip_prefix('"') {
            value.push('"');
            rest = next;
            continue;
        }
        let end = after.trim_start_matches(' ');
        if end.is_empty() || end.starts_with([separator, '\n']) {
            return Quoted::Closed { length: inside.len() - end.len(), value };
        }
        return Quoted::Bare;
    }
    Quoted::Open
}
