use brotli::enc::BrotliEncoderParams;

/// What Brotli makes of it at its best, as a host sends files that it has compressed once.
pub fn brotli(mut bytes: &[u8]) -> Vec<u8> {
    let mut compressed = Vec::new();
    let parameters = BrotliEncoderParams { quality: 11, ..BrotliEncoderParams::default() };
    // Reading from and writing to memory does not fail.
    let _ = brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters);
    compressed
}
