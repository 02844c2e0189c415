use std::{cell::RefCell, rc::Rc};

/// The form of a table, recorded while a reader asks for its fields: which there are and how they go together.
#[derive(Debug, Default)]
pub struct Form {
    /// The table's name in reports: "member".
    pub of: &'static str,
    /// The fields, in the order in which they are asked for.
    pub fields: Vec<Field>,
    /// Sets of fields of which exactly one must be there, complete. Empty means no such rule.
    pub one_of: Vec<Vec<&'static str>>,
    /// Pairs: if the first field exists, the second must.
    pub with: Vec<(&'static str, &'static str)>,
    /// Pairs: if the first field exists, the second must not.
    pub without: Vec<(&'static str, &'static str)>,
}

/// A form that is being recorded.
pub type OpenForm = Rc<RefCell<Form>>;

/// A field that was asked for.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// The shape of its value. None where only its existence was asked for.
    pub shape: Option<Shape>,
    /// A word that is allowed instead.
    pub word: Option<&'static str>,
    /// Whether it is always required.
    pub is_needed: bool,
    /// Whether an empty list is refused.
    pub is_filled: bool,
}

/// The shape of a value.
#[derive(Debug)]
pub enum Shape {
    Text,
    Localised,
    /// A text in each language, or one for all.
    LocalisedOrText,
    WebAddress,
    Id,
    Reference,
    References,
    /// One of these words.
    Choice(Vec<&'static str>),
    Period,
    Day,
    /// A day and a time, with how far that is from UTC.
    Moment,
    Whole {
        least: u16,
        most: u16,
    },
    Number,
    /// A number of degrees, this many at most to either side.
    Degrees {
        most: u8,
    },
    /// Two numbers from 0 to 1.
    Parts,
    Flag,
    Table(OpenForm),
    List(OpenForm),
}

impl Form {
    /// Records something about a field.
    pub fn note(&mut self, name: &'static str, what: impl FnOnce(&mut Field)) {
        if !self.names().any(|known| known == name) {
            self.fields.push(Field { name, shape: None, word: None, is_needed: false, is_filled: false });
        }
        if let Some(field) = self.fields.iter_mut().find(|field| field.name == name) {
            what(field);
        }
    }

    /// Makes the required ones among these fields required only if another of them exists.
    pub fn need_together(&mut self, names: &[&'static str]) {
        for field in self.fields.iter_mut().filter(|field| names.contains(&field.name) && field.is_needed) {
            field.is_needed = false;
            let others = names.iter().filter(|other| **other != field.name);
            self.with.extend(others.map(|other| (*other, field.name)));
        }
    }

    /// The names of its fields.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().map(|field| field.name)
    }
}
