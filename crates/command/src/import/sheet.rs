use std::{fmt::Write, ops::Range};

use toml_writer::{ToTomlValue, TomlStringBuilder};

use super::{draft::Texts, table::Written};
use crate::new::SCHEMA_LINE;

/// A file of a story while it is written: its text, and where in the table each of its lines comes from.
#[derive(Default)]
pub struct Sheet {
    pub text: String,
    places: Vec<Option<Range<usize>>>,
}

impl Sheet {
    /// A file that begins with a comment.
    pub fn new(comment: &str) -> Self {
        let mut sheet = Self::default();
        sheet.line(None, SCHEMA_LINE);
        sheet.line(None, "");
        for line in comment.lines() {
            sheet.line(None, &format!("# {line}"));
        }
        sheet
    }

    /// A file whose lines do not come from the table.
    pub fn of_text(text: String) -> Self {
        Self { text, places: Vec::new() }
    }

    /// Where in the table a line (counted from 1) comes from, if it does.
    pub fn place(&self, line: usize) -> Option<Range<usize>> {
        self.places.get(line.checked_sub(1)?)?.clone()
    }

    pub fn line(&mut self, place: Option<&Range<usize>>, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.places.push(place.cloned());
    }

    /// A blank line and `[[name]]`.
    pub fn entry(&mut self, place: Option<&Range<usize>>, name: &str) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.line(None, "");
        }
        self.line(place, &format!("[[{name}]]"));
    }

    pub fn field(&mut self, place: Option<&Range<usize>>, name: &str, text: &str) {
        self.line(place, &format!("{name} = {}", quoted(text)));
    }

    pub fn written(&mut self, name: &str, written: Option<&Written>) {
        if let Some(written) = written {
            self.field(Some(&written.span), name, &written.text);
        }
    }

    /// A line for each language that has the text.
    pub fn texts(&mut self, name: &str, texts: &Texts, languages: &[String]) {
        for (text, language) in texts.iter().zip(languages) {
            self.written(&format!("{name}.{language}"), text.as_ref());
        }
    }

    /// A list of texts, on one line.
    pub fn list<'t>(&mut self, place: Option<&Range<usize>>, name: &str, texts: impl Iterator<Item = &'t str>) {
        let texts: Vec<String> = texts.map(quoted).collect();
        if !texts.is_empty() {
            self.line(place, &format!("{name} = [{}]", texts.join(", ")));
        }
    }
}

/// A text as a TOML string. Invisible characters, which a story may not have, are escaped: TOML would refuse the whole file, and
/// the check reports each of them.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    for character in TomlStringBuilder::new(text).as_basic().to_toml_value().chars() {
        match character {
            '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => quoted += &escape(character),
            control if control.is_control() => quoted += &escape(control),
            other => quoted.push(other),
        }
    }
    quoted
}

fn escape(character: char) -> String {
    format!("\\u{:04X}", u32::from(character))
}

/// The texts of an inner table: `unit.en = "…", unit.fr = "…"`.
pub fn inner(name: &str, texts: &Texts, languages: &[String]) -> String {
    let mut line = String::new();
    for (text, language) in texts.iter().zip(languages) {
        if let Some(text) = text {
            // Writing to a string never fails.
            let _ = write!(line, ", {name}.{language} = {}", quoted(&text.text));
        }
    }
    line
}
