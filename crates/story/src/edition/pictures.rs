//! The pictures of a story. Their forms are files of its site, which are named by what is in them.

use super::{ArticleId, CardId, Edition};
use crate::{
    Text,
    wire::{Reader, Wire, Writer, wire},
};

/// All pictures of a story, by what they are of. Most stories have none, and no byte for them but a zero.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pictures {
    /// In the order of [`Pictured`].
    pub all: Vec<Picture>,
}

wire!(struct Pictures { all });

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it is of.
    pub of: Pictured,
    /// By what its forms are named.
    pub name: String,
    /// The width of its large form, in pixels.
    pub width: u16,
    /// The height of that.
    pub height: u16,
    /// The bytes of a face and of a large form, as addresses: in a file that stands alone.
    pub inside: Option<(String, String)>,
    /// Under which licence it is shown.
    pub licence: Option<String>,
    /// Where it comes from on the web.
    pub source: Option<String>,
    /// What is to be seen on it.
    pub alt: Text,
    /// Who made it.
    pub credit: Text,
}

wire!(struct Picture { [of, name, width, height, inside, licence, source] alt, credit });

/// Which form of a picture.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PictureForm {
    /// A square of so many pixels.
    Face(u16),
    /// All of it, half as large as it is at most.
    Small,
    /// All of it.
    Large,
}

impl Picture {
    /// The most that the smaller one of the large forms measures.
    const SMALL: (u32, u32) = (480, 720);

    /// The address of a form, given that of the top of the story, with a slash where it is not empty. No name leads to another
    /// host, and what is inside of a story is nothing but a picture.
    #[must_use]
    pub fn address(&self, top: &str, form: PictureForm) -> String {
        if let Some((face, large)) = &self.inside {
            let inside = if matches!(form, PictureForm::Face(_)) { face } else { large };
            return if inside.starts_with("data:image/") { inside.clone() } else { String::new() };
        }
        let key = match form {
            PictureForm::Face(side) => side,
            PictureForm::Large if self.has_large() => 960,
            PictureForm::Small | PictureForm::Large => 480,
        };
        [top, "assets/", &self.name, "-", &key.to_string(), ".jpg"].concat()
    }

    /// Whether the large form is another one than the smaller one.
    #[must_use]
    pub fn has_large(&self) -> bool {
        let (width, height) = Self::SMALL;
        u32::from(self.width) > width || u32::from(self.height) > height
    }

    /// The width of the smaller one of the large forms, in pixels.
    #[must_use]
    pub fn small_width(&self) -> u32 {
        let (width, height) = (u32::from(self.width), u32::from(self.height).max(1));
        (width * Self::SMALL.1 / height).min(Self::SMALL.0).min(width)
    }
}

/// What a picture is of.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Pictured {
    /// The card at that position.
    Card(CardId),
    /// The article at that position.
    Article(ArticleId),
}

impl Wire for Pictured {
    fn write(&self, writer: &mut Writer) {
        let (number, position) = match self {
            Self::Card(card) => (0, card.get()),
            Self::Article(article) => (1, article.get()),
        };
        writer.number(number);
        position.write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        match (reader.number(1), u16::read(reader)) {
            (0, card) => Self::Card(card.into()),
            (_, article) => Self::Article(article.into()),
        }
    }
}

impl Edition {
    /// The picture of a card or article.
    #[must_use]
    pub fn picture(&self, of: Pictured) -> Option<&Picture> {
        let all = &self.pictures.as_ref()?.all;
        all.get(all.partition_point(|picture| picture.of < of)).filter(|picture| picture.of == of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u16, height: u16) -> Picture {
        Picture {
            of: Pictured::Card(0.into()),
            name: "0123456789ab".into(),
            width,
            height,
            inside: None,
            licence: None,
            source: None,
            alt: "".into(),
            credit: "".into(),
        }
    }

    #[test]
    fn a_form_is_a_file_below_the_top_of_the_story() {
        let address = |form| picture(960, 640).address("../", form);
        assert_eq!(address(PictureForm::Face(64)), "../assets/0123456789ab-64.jpg");
        assert_eq!(address(PictureForm::Small), "../assets/0123456789ab-480.jpg");
        assert_eq!(address(PictureForm::Large), "../assets/0123456789ab-960.jpg");
        assert_eq!(picture(480, 320).address("", PictureForm::Large), "assets/0123456789ab-480.jpg");
    }

    #[test]
    fn the_smaller_form_has_the_same_proportions() {
        let small = |width, height| picture(width, height).small_width();
        assert_eq!(small(960, 640), 480);
        assert_eq!(small(960, 1440), 480);
        assert_eq!(small(360, 1440), 180);
        assert_eq!(small(300, 200), 300);
        assert_eq!(small(0, 0), 0);
    }

    #[test]
    fn what_is_inside_of_a_story_leads_nowhere_else() {
        let inside = |address: &str| Picture { inside: Some((address.into(), address.into())), ..picture(9, 9) };
        let address = |inside: &Picture| inside.address("../", PictureForm::Face(64));
        assert_eq!(address(&inside("data:image/jpeg;base64,AA==")), "data:image/jpeg;base64,AA==");
        for elsewhere in ["https://tracker.example/", "//tracker.example/", "javascript:1", "data:text/html,"] {
            assert_eq!(address(&inside(elsewhere)), "", "{elsewhere}");
        }
    }
}
