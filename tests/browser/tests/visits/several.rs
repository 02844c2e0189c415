//! Several elements on one page, and elements that are added and removed.

use fact_cards_browser_tests::Page;

use crate::articles::listen;

/// An article without an element.
pub const EMPTY: &str = r#"<div id="one"></div><script type="module" src="{site}/fact-cards.js"></script>"#;

/// Lets a page see how much memory the program uses.
pub const COUNTED: &str = "<script>
    const plain = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...of) => {
        const made = await plain(...of);
        window.memory = Object.values((made.instance ?? made).exports).find(given => given instanceof WebAssembly.Memory);
        return made;
    };
</script>";

/// Repeatedly adds an element, activates it, filters and removes it.
pub const COME_AND_GO: &str = "(async times => {
    const place = document.getElementById('one');
    for (let time = 0; time < times; time++) {
        const element = document.createElement('fact-cards');
        const requested = time % 2 ? 'lighthouse' : 'nothing has this';
        element.setAttribute('q', requested);
        const ready = new Promise(done => element.addEventListener('fact-cards-ready', done, { once: true }));
        place.append(element);
        await ready;
        const found = element.shadowRoot.querySelectorAll('[data-card]').length > 0;
        const typed = element.shadowRoot.querySelector('input[type=search]').value;
        if (typed !== requested || found !== (time % 2 === 1)) throw Error(`${requested}: ${typed}, ${found}`);
        element.remove();
    }
    return true;
})";

pub const TWO: &str = r#"<script type="module" src="{site}/fact-cards.js"></script>
    <div id="one"><fact-cards id="a"></fact-cards></div><div id="two"><fact-cards id="b"></fact-cards></div>"#;

pub fn root(id: &str) -> String {
    format!("document.getElementById('{id}').shadowRoot")
}

pub fn cards(id: &str) -> String {
    format!("{}.querySelectorAll('[data-card]').length", root(id))
}

/// Goes to the article with two elements, and waits until both have their cards.
pub async fn arrive_at_both(page: &Page) {
    page.go("").await;
    page.until(&format!("{}?.querySelector('.cards') && {}?.querySelector('.cards')", root("a"), root("b"))).await;
    listen(page).await;
}
