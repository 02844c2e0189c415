//! What a spreadsheet leaves in a cell where it could not reckon.

/// Those that do not end with a mark, as spreadsheets write them in their languages.
const WITHOUT_MARK: [&str; 10] =
    ["#N/A", "#N/D", "#NV", "#Н/Д", "#N/B", "#I/T", "#I/R", "#YOK", "#HIÁNYZIK", "#GETTING_DATA"];

/// Whether it is the name of an error: `#REF!`, `#NAME?`, `#N/A`, `Err:502`, or the signs of a column that is too narrow.
pub fn is_error(text: &str) -> bool {
    if let Some(number) = text.strip_prefix("Err:") {
        return number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    }
    let Some(name) = text.strip_prefix('#') else { return false };
    if WITHOUT_MARK.contains(&text) || name.len() >= 2 && name.bytes().all(|byte| byte == b'#') {
        return true;
    }
    let Some(letters) = name.strip_suffix(['!', '?']) else { return false };
    // As in Spanish.
    let letters = letters.strip_prefix(['¡', '¿']).unwrap_or(letters);
    // All capitals, which hashtags that end with a mark seldom are.
    let is_of_name = |sign: char| sign.is_uppercase() || sign.is_ascii_digit() || matches!(sign, '/' | '_' | ' ');
    letters.chars().filter(|sign| sign.is_uppercase()).count() >= 2 && letters.chars().all(is_of_name)
}
