//! Messages with gaps in braces.

use std::ops::Range;

/// A message with what stands in braces filled in. What is filled in is not looked at again.
pub(super) fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    fill_first(pattern, values).0
}

/// The same, and where the first of the values came to stand.
pub(super) fn fill_first(pattern: &str, values: &[(&str, &str)]) -> (String, Range<usize>) {
    let mut pieces = pattern.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    let mut first = 0..0;
    for piece in pieces {
        let value = piece.split_once('}').and_then(|(name, rest)| {
            let at = values.iter().position(|(known, _)| *known == name)?;
            Some((at, values.get(at)?.1, rest))
        });
        match value {
            Some((at, value, rest)) => {
                if at == 0 {
                    first = filled.len()..filled.len() + value.len();
                }
                filled.extend([value, rest]);
            }
            None => filled.extend(["{", piece]),
        }
    }
    (filled, first)
}
