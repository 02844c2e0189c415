//! Words for a language that the widget has none in: in English, to be translated.

use super::{Forms, built_in};

/// The forms of a plural but for the other, in the order in which they are written.
const FORMS: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// The English words of the interface, with the plural forms that a language needs.
#[must_use]
pub fn words_to_translate(language: &str) -> String {
    let needed = Forms::new(language).needed;
    let english = built_in("en").map(|words| words.text).unwrap_or_default();
    let mut text =
        String::from("# The words of the interface, in English so far: translate what stands after each `=`.\n");
    let mut one = "";
    for line in english.lines().skip_while(|line| line.starts_with('#') && !line.contains("$count")) {
        let form = line.trim_start();
        if let Some(written) = form.strip_prefix("[one] ") {
            one = written;
            continue;
        }
        if let Some(other) = form.strip_prefix("*[other] ") {
            for form in FORMS.iter().filter(|form| needed.contains(**form)) {
                let written = if *form == "one" { one } else { other };
                text += &["    [", form, "] ", written, "\n"].concat();
            }
        }
        // Readers choose a language by its own name.
        let line = if line.starts_with("this-language =") { &format!("this-language = {language}") } else { line };
        text += line;
        text.push('\n');
    }
    text
}
