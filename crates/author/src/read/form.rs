use std::{cell::RefCell, rc::Rc};

/// What a reader asks of a table, noted while it asks: the fields, and how they go together.
#[derive(Debug, Default)]
pub struct Form {
    /// What the table is to the editor: "member".
    pub of: &'static str,
    /// The fields, in the order in which they are asked for.
    pub fields: Vec<Field>,
    /// Sets of fields, one of which is there wholly and the others not at all. Where there are none, that says nothing.
    pub one_of: Vec<Vec<&'static str>>,
    /// A field, and one that must be there if it is.
    pub with: Vec<(&'static str, &'static str)>,
    /// A field, and one that must not be there if it is.
    pub without: Vec<(&'static str, &'static str)>,
}

/// A form to which its reader still adds.
pub type OpenForm = Rc<RefCell<Form>>;

/// A field that was asked for.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it must hold. None where it was only asked whether it is there.
    pub shape: Option<Shape>,
    /// The word that it may hold instead.
    pub word: Option<&'static str>,
    /// Whether it must be there in any case.
    pub is_needed: bool,
    /// Whether it may not be an empty list.
    pub is_filled: bool,
}

/// What a field must hold.
#[derive(Debug)]
pub enum Shape {
    Text,
    Localised,
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
    Flag,
    Table(OpenForm),
    List(OpenForm),
}

impl Form {
    /// Notes something of a field.
    pub fn note(&mut self, name: &'static str, what: impl FnOnce(&mut Field)) {
        if !self.names().any(|known| known == name) {
            self.fields.push(Field { name, shape: None, word: None, is_needed: false, is_filled: false });
        }
        if let Some(field) = self.fields.iter_mut().find(|field| field.name == name) {
            what(field);
        }
    }

    /// Of these fields those that are needed are needed only where another of them is there.
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
