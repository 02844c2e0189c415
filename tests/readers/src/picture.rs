//! Photographs.

use fact_cards_picture::{Focus, PictureError, Seen, forms};

/// Whatever a file is, it is a picture that is shown or a mistake with its remedy, and what is shown has the size that was said.
pub fn picture(bytes: &[u8]) {
    let seen = match Seen::of(bytes) {
        Ok(seen) => seen,
        Err(error) => {
            assert!(!error.to_string().contains('\n') && !error.remedy().is_empty(), "{error}");
            assert!(forms(bytes, Focus::MIDDLE).is_err(), "what is refused is not shown");
            return;
        }
    };
    assert_eq!(seen.name(Focus::MIDDLE), seen.name(Focus::MIDDLE));
    match forms(bytes, Focus::MIDDLE) {
        Ok(forms) => {
            let keys: Vec<&str> = forms.iter().map(|form| form.key).collect();
            assert_eq!(keys, seen.keys());
            assert_eq!(forms.last().map(|form| form.size), Some(seen.large()));
            assert!(forms.iter().all(|form| Seen::of(&form.bytes) != Err(PictureError::Svg) && !form.bytes.is_empty()));
        }
        Err(error) => assert!(matches!(error, PictureError::Damaged { .. }), "{error}"),
    }
}
