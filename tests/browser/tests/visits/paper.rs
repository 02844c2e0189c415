//! What is printed.

use fact_cards_browser_tests::Page;

/// What is printed of the facts, and what should not be: the number of facts without height, of sources not written
/// out, and of elements meant for the screen.
pub const SEEN: &str = "(() => {
    const seen = element => element.checkVisibility({ contentVisibilityAuto: true }) && element.getBoundingClientRect().height > 0;
    const all = selector => [...document.querySelectorAll(selector)];
    return [all('.card .facts [data-fact]').length, all('.card .facts [data-fact]').filter(seen).length,
        all('.card .facts [data-fact]').filter(seen).every(fact => [...fact.querySelectorAll('.source')].every(seen)),
        all('.controls, .view-names, .exports, .foot, .two-steps, .close, .clear, .fact-menu, .show-all, summary:not(.facts-of > *, .about > *)').filter(seen).map(element => element.className + element.innerText).slice(0, 4)];
})()";

pub type Seen = (usize, usize, bool, Vec<String>);

pub async fn expect_all_facts(page: &Page) {
    let (all, seen, sources, screen): Seen = page.value(SEEN).await;
    assert!(all > 72, "{all}");
    assert_eq!((seen, sources, screen), (all, true, Vec::new()));
}

/// The print styles applied on screen, since the drivers of Firefox and `WebKit` cannot emulate print.
pub async fn as_on_paper(page: &Page) {
    let adopt = "(async () => {
        const link = document.querySelector('link[rel=stylesheet]');
        const sheet = new CSSStyleSheet();
        const styles = await (await fetch(link.href)).text();
        sheet.replaceSync(styles.replaceAll('@media print', '@media all'));
        document.adoptedStyleSheets = [sheet];
        link.sheet.disabled = true;
        dispatchEvent(new Event('beforeprint'));
        await new Promise(requestAnimationFrame);
        return styles.includes('@media print');
    })()";
    assert!(page.value::<bool>(adopt).await, "there are styles for print");
}
