use fact_cards_site::Written;

/// Prints what was written and what it weighs, raw and as a reader downloads it.
pub fn print(written: &[Written]) {
    let width = written.iter().map(|file| file.path.len()).max().unwrap_or_default();
    println!("{:width$}  {:>10}  {:>10}", "", "bytes", "brotli");
    for file in written {
        println!("{:width$}  {:>10}  {:>10}", file.path, file.bytes.len(), file.brotli_size());
    }
}
