//! Using the page with a keyboard.

use fact_cards_browser_tests::{Key, Visit};

/// The focused element: its index among all focusable ones, and whether the focus is visible.
const FOCUS: &str = "(() => {
    const focusable = [...document.querySelectorAll('a[href], button, input, summary')]
        .filter(element => element.type !== 'radio' || element.checked)
        .filter(element => !element.disabled && element.checkVisibility());
    const active = document.activeElement;
    const shown = active.type === 'radio' ? document.querySelector(`label[for=${active.id}]`) : active;
    const style = getComputedStyle(shown);
    return [focusable.indexOf(active), focusable.length, style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2];
})()";

#[tokio::test]
async fn tab_reaches_everything_in_reading_order_with_a_visible_focus() {
    Visit::to("lighthouse")
        .and(async |page| {
            page.open("").await;
            let _: serde_json::Value = page
                .value("document.activeElement.blur(), window.getSelection().removeAllRanges(), document.body.focus()")
                .await;
            let _: serde_json::Value = page.value("(document.body.tabIndex = -1, document.body.focus(), null)").await;
            let mut expected = 0;
            loop {
                page.press(Key::Tab).await;
                let (at, all, visible): (i64, i64, bool) = page.value(FOCUS).await;
                assert_eq!(at, expected, "the focus is somewhere else");
                assert!(visible, "the focus on number {at} cannot be seen");
                expected += 1;
                if expected == all {
                    assert!(all > 12, "there is more than {all} to reach");
                    break;
                }
            }
        })
        .await;
}

#[tokio::test]
async fn a_reader_with_a_keyboard_filters_searches_opens_and_follows() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.tab_into_widget().await;
            page.press(Key::Right).await;
            page.until_card_count(12).await;
            page.press(Key::Tab).await;
            page.type_keys("dkhissi").await;
            page.until("document.querySelectorAll('[data-card]').length < 12").await;
            page.press(Key::Tab).await;
            page.until("document.activeElement.matches('.filters-button')").await;
            page.press(Key::Enter).await;
            page.until("document.querySelector('.filters:popover-open')").await;
            while !page.value::<bool>("document.activeElement.matches('input[name=source]')").await {
                page.press(Key::Tab).await;
            }
            page.type_keys(" ").await;
            page.until("document.querySelector('input[name=source]').checked").await;
            page.press(Key::Escape).await;
            page.until("!document.querySelector('.filters:popover-open')").await;

            let source = "[data-card=mohammed-dkhissi] .facts-of > summary";
            while !page.value::<bool>(&format!("document.activeElement.matches('{source}')")).await {
                page.press(Key::Tab).await;
            }
            page.press(Key::Enter).await;
            page.until("document.activeElement.closest('[data-open]')").await;

            let link = "[data-card=mohammed-dkhissi] .related a";
            while !page.value::<bool>(&format!("document.activeElement.matches('{link}')")).await {
                page.press(Key::Tab).await;
            }
            page.press(Key::Enter).await;
            page.until(
                "document.activeElement.closest('[data-card]')?.dataset.card === 'rabat-national-central-office'",
            )
            .await;
        })
        .await;
}
