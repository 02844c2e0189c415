//! Cumulative end offsets, stored as lengths, which are small numbers.

use crate::wire::{Reader, Wire};

/// Reads lengths as cumulative end offsets.
pub(super) fn ends(reader: &mut Reader<'_>) -> Vec<u32> {
    let mut ends = Vec::<u32>::read(reader);
    let mut end = 0_u32;
    for length in &mut ends {
        end = end.saturating_add(*length);
        *length = end;
    }
    ends
}

/// The lengths that lead to these end offsets.
pub(super) fn lengths(ends: &[u32]) -> Vec<u32> {
    let starts = [0].into_iter().chain(ends.iter().copied());
    ends.iter().zip(starts).map(|(end, start)| end - start).collect()
}

/// The range of the part at a position.
pub(super) fn part(ends: &[u32], at: usize) -> Option<std::ops::Range<usize>> {
    let start = at.checked_sub(1).map_or(Some(0), |before| ends.get(before).copied())?;
    Some(start as usize..*ends.get(at)? as usize)
}
