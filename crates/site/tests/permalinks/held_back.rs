use crate::{CORRECTED, support};

#[test]
fn what_is_held_back_has_neither_a_page_nor_a_name_in_a_path() {
    for path in support::files(CORRECTED).keys() {
        for id in ["veiled-witness", "phantom-owner", "sealed-inquiry", "false-books", "witness", "ghast", "ferry-sank"]
        {
            assert!(!path.contains(id), "{path}");
        }
    }
}
