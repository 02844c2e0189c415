use fact_cards_site::{Need, Written, brotli_size};

/// Prints the written files and their sizes, raw and as downloaded before and after activation. `without_story` is the engine
/// without a story.
pub fn print(written: &[Written], without_story: &[u8]) {
    let row = |name: &str, raw: usize, brotli: usize| println!("{name:42}  {raw:>9}  {brotli:>9}");
    let rows = |need: Need| {
        let mut sum = (0, 0);
        for file in written.iter().filter(|file| file.need == need) {
            let (raw, brotli) = (file.bytes.len(), file.brotli_size());
            row(&file.path, raw, brotli);
            sum = (sum.0 + raw, sum.1 + brotli);
        }
        sum
    };
    println!("{:42}  {:>9}  {:>9}", "before activation", "bytes", "brotli");
    let both = rows(Need::Reading);
    let article = rows(Need::Article);
    let page = rows(Need::Page);
    let languages = written.iter().filter(|file| file.need == Need::Article).count();
    if languages == 1 {
        row("  in an article, all", both.0 + article.0, both.1 + article.1);
        row("  on its own page, all", both.0 + page.0, both.1 + page.1);
    }
    println!("after");
    rows(Need::Activation);
    row("  the engine without the story", without_story.len(), brotli_size(without_story));
    println!("in a frame, instead of an article's");
    rows(Need::Frame);
    println!("on its own page, to work without network");
    rows(Need::Offline);
    println!("when somebody asks for it");
    rows(Need::OnRequest);
}
