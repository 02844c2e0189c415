//! How small and how large a picture may be.

/// The most bytes of a file: 30 MB.
pub const MOST_BYTES: u64 = 30_000_000;
/// The most pixels of a picture.
pub const MOST_PIXELS: u64 = 40_000_000;
/// The least pixels of either side.
pub const LEAST_SIDE: u32 = 200;
