//! The views: how a reader chooses one, and which is visible.

use fact_cards_browser_tests::Page;

pub const ALL: [&str; 5] = ["cards", "timeline", "map", "figures", "sources"];

/// Chooses a view, as a reader would.
pub async fn look_at(page: &Page, view: &str) {
    page.click(&format!("label[for=view-{view}]")).await;
    page.until(&format!("document.getElementById('view-{view}').checked")).await;
}

/// The views that are visible.
const IN_SIGHT: &str = "[['cards', '.cards > *'], ...['timeline', 'map', 'figures', 'sources'].map(view => [view, `[data-view=${view}]`])]
    .filter(([, selector]) => [...document.querySelectorAll(selector)].some(element => element.checkVisibility())).map(([view]) => view).join()";

/// Waits until that view is visible, and no other.
pub async fn until_in_sight(page: &Page, view: &str) {
    page.until(&format!("{IN_SIGHT} === '{view}'")).await;
}

/// Opens every fold in that root (a JavaScript expression), those too that the engine puts into a card once it is open.
pub async fn open_everything(page: &Page, root: &str) {
    let open = "const closed = root.querySelectorAll('details:not([open])');
        closed.forEach(details => { details.open = true; });
        return !closed.length && !root.querySelector('[data-ready] .card:not([data-open]) > .facts-of');";
    page.until(&format!("(root => {{ {open} }})({root})")).await;
}

/// The numbers of cards and facts in the status.
pub async fn counts_in_status(page: &Page) -> (usize, usize) {
    let status = page.text(".status").await;
    let numbers: Vec<usize> =
        status.split(|letter: char| !letter.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
    (numbers[0], numbers.get(1).copied().unwrap_or_default())
}
