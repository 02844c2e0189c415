use crate::error::PictureError;

/// The types of picture that are read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    Jpeg,
    Png,
    WebP,
}

/// How types that are not read begin. The brands of the ISO container stand behind the length of its first box.
const OTHERS: [(usize, &[u8], &str); 13] = [
    (0, b"GIF8", "GIF"),
    (0, b"BM", "BMP"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"%PDF", "PDF"),
    (0, b"8BPS", "a Photoshop file"),
    (0, b"\xff\x0a", "JPEG XL"),
    (0, b"\0\0\0\x0cJXL ", "JPEG XL"),
    (0, b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (4, b"ftyphei", "HEIC"),
    (4, b"ftyphev", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (0, b"\0\0\x01\0", "an icon"),
];

/// How far into a text its first element is looked for.
const PROLOGUE: usize = 4096;

impl Kind {
    /// The type of a file, by its content: names lie.
    pub fn of(bytes: &[u8]) -> Result<Self, PictureError> {
        let begins = |at: usize, mark: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(mark));
        if begins(0, b"\xff\xd8\xff") {
            return Ok(Self::Jpeg);
        }
        if begins(0, b"\x89PNG\r\n\x1a\n") {
            return Ok(Self::Png);
        }
        if begins(0, b"RIFF") && begins(8, b"WEBP") {
            return Ok(Self::WebP);
        }
        if begins(4, b"ftypavis") {
            return Err(PictureError::Animated);
        }
        if begins(4, b"ftypavif") {
            return Err(PictureError::Avif);
        }
        let prologue = bytes.get(..bytes.len().min(PROLOGUE)).unwrap_or_default();
        if String::from_utf8_lossy(prologue).to_ascii_lowercase().contains("<svg") {
            return Err(PictureError::Svg);
        }
        let other = OTHERS.iter().find(|(at, mark, _)| begins(*at, mark)).map(|(.., name)| *name);
        Err(PictureError::OtherType(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_told_by_the_content() {
        assert_eq!(Kind::of(b"\xff\xd8\xff\xe0"), Ok(Kind::Jpeg));
        assert_eq!(Kind::of(b"\x89PNG\r\n\x1a\n\0"), Ok(Kind::Png));
        assert_eq!(Kind::of(b"RIFF\x10\0\0\0WEBPVP8 "), Ok(Kind::WebP));
    }

    #[test]
    fn other_types_are_named() {
        let said = |bytes: &[u8]| Kind::of(bytes).err().map(|error| format!("{error}. {}", error.remedy()));
        let refused: [(&[u8], &str); 6] = [
            (b"<?xml version='1.0'?>\n<!-- --><SVG>", "SVG, which may hold scripts and call up other files"),
            (b"\0\0\0\x20ftypavif", "AVIF, which is not read"),
            (b"\0\0\0\x20ftypheic", "HEIC, which is not read"),
            (b"GIF89a", "GIF, which is not read"),
            (b"RIFF\x10\0\0\0WAVE", "of no known type, which is not read"),
            (b"", "of no known type, which is not read"),
        ];
        for (bytes, what) in refused {
            let expected = format!("the picture is {what}. save it as JPEG, PNG or WebP");
            assert_eq!(said(bytes).as_deref(), Some(expected.as_str()));
        }
        assert_eq!(Kind::of(b"\0\0\0\x20ftypavis"), Err(PictureError::Animated));
    }
}
