use std::mem::take;

use super::Reading;
use crate::import::{
    column::{Column, PictureColumns},
    draft::Picture,
    table::Written,
};

impl Reading<'_> {
    /// Merges what a row says of a picture with what earlier rows said. `said` gives what the row has in a column, in a language;
    /// `name` is that of the card or article.
    pub(super) fn take_picture(
        &mut self,
        name: &str,
        picture: &mut Picture,
        columns: &PictureColumns,
        mut said: impl FnMut(&mut Self, Column, usize) -> Option<Written>,
    ) {
        let languages = self.heading.languages.len();
        for (column, known) in [(columns.alt, &mut picture.alt), (columns.credit, &mut picture.credit)] {
            let texts = (0..languages).map(|language| said(self, column, language)).collect();
            *known = self.texts_once(name, column, take(known), texts);
        }
        for (column, known) in [
            (columns.file, &mut picture.file),
            (columns.licence, &mut picture.licence),
            (columns.source, &mut picture.source),
            (columns.focus, &mut picture.focus),
        ] {
            let text = said(self, column, 0);
            *known = self.once(name, column, known.take(), text);
        }
    }
}
