//! Texts, ids and addresses.

use toml::{Spanned, de::DeValue};

use super::Entry;
use crate::{
    problem::Problem,
    read::{
        Declaration,
        form::Shape,
        id::{as_id, is_id},
        text,
    },
    similar::similar,
    story::{Localised, Wording},
};

impl Entry<'_> {
    /// A text on one line.
    pub fn text(&mut self, field: &'static str) -> Option<String> {
        let value = self.value(field, Shape::Text)?;
        self.text_of(field, value)
    }

    /// A text in each language of the story.
    pub fn localised(&mut self, field: &'static str) -> Option<Localised> {
        let value = self.value(field, Shape::Localised)?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(field, "a text in each language", value);
            return None;
        };
        let languages = self.reading.languages.borrow();
        let is_declared = |language: &str| languages.iter().any(|known| known.id == language);
        let mut misspelt = Vec::new();
        for key in table.keys().filter(|key| !languages.is_empty() && !is_declared(key.get_ref())) {
            let language = key.get_ref().to_string();
            let declared: Vec<String> = languages.iter().map(|known| known.id.clone()).collect();
            let similar = similar(&language, declared.iter().map(String::as_str));
            misspelt.extend(similar.clone());
            self.report(key.span(), Problem::UndeclaredLanguage { language, similar, declared });
        }
        let written: Vec<Option<Wording>> = (0..)
            .zip(languages.iter())
            .map(|(language, Declaration { id, .. })| {
                let text = self.text_of(&format!("{field}.{id}"), table.get(id.as_str())?)?;
                Some(Wording { text, language })
            })
            .collect();
        let mut wordings = Vec::new();
        for (Declaration { id, falls_back_to }, own) in languages.iter().zip(&written) {
            let fallback = || {
                let at = languages.iter().position(|other| Some(&other.id) == falls_back_to.as_ref())?;
                written.get(at)?.as_ref()
            };
            if let Some(wording) = own.as_ref().or_else(fallback) {
                wordings.push(wording.clone());
            } else if falls_back_to.is_none() && !table.contains_key(id.as_str()) && !misspelt.contains(id) {
                let mut others = languages.iter().filter(|other| other.falls_back_to.is_none() && other.id != *id);
                let other = others.next().map(|other| other.id.clone());
                let problem = Problem::MissingLanguage { field: field.to_owned(), language: id.clone(), other };
                self.report(self.key_span(field), problem);
            }
        }
        (wordings.len() == languages.len()).then_some(Localised(wordings))
    }

    /// A text in each language of the story, or one for all of them.
    pub fn localised_or_one(&mut self, field: &'static str) -> Option<Localised> {
        let one = self.there(field).filter(|value| value.get_ref().is_str());
        let localised = one.is_none().then(|| self.localised(field)).flatten();
        let Some(value) = self.value(field, Shape::LocalisedOrText).filter(|_| one.is_some()) else { return localised };
        let text = self.text_of(field, value)?;
        let languages = self.reading.languages.borrow().len();
        // It is in no language more than in another, so none falls back to another.
        Some(Localised((0..languages).map(|language| Wording { text: text.clone(), language }).collect()))
    }

    /// A text in each language of the story, which must be there.
    pub fn needed_localised(&mut self, field: &'static str, example: &'static str) -> Option<Localised> {
        self.need(field, example);
        self.localised(field)
    }

    /// The entry's own id.
    pub fn id(&mut self) -> Option<String> {
        let id = self.good_id();
        if id.is_none() {
            self.reading.ids_may_be_missing(self.file);
        }
        id
    }

    fn good_id(&mut self) -> Option<String> {
        let example = if self.of == "language" { "`id = \"en\"`" } else { "`id = \"operation-neptune\"`" };
        self.need("id", example);
        let value = self.value("id", Shape::Id)?;
        let id = self.text_of("id", value)?;
        if is_id(&id) {
            self.reading.declare(self.of, &id, self.place_at(value.span()));
            return Some(id);
        }
        let better = as_id(&id);
        self.report(value.span(), Problem::BadId { id, better });
        None
    }

    /// A web address.
    pub fn web_address(&mut self, field: &'static str) -> Option<String> {
        let value = self.value(field, Shape::WebAddress)?;
        let url = self.text_of(field, value)?;
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        if rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(' ')) {
            return Some(url);
        }
        self.report(value.span(), Problem::BadUrl { url });
        None
    }

    pub(super) fn text_of(&self, field: &str, value: &Spanned<DeValue>) -> Option<String> {
        let Some(written) = value.get_ref().as_str() else {
            self.wrong_type(field, "a text", value);
            return None;
        };
        // Literal characters were reported with the file; escaped ones were not.
        if let Some((_, character)) = text::forbidden(written).first() {
            self.report(value.span(), Problem::ForbiddenCharacter { character: *character });
            return None;
        }
        let text = text::on_one_line(written);
        if text.is_empty() {
            self.report(value.span(), Problem::EmptyText { field: field.to_owned() });
            return None;
        }
        Some(text)
    }
}
