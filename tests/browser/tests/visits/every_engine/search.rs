//! Searching while typing.

use fact_cards_browser_tests::Visit;

const SEARCH: &str = "input[type=search]";

#[tokio::test]
async fn the_number_of_results_is_announced_once_after_the_last_letter() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            assert_eq!(page.value::<usize>("document.querySelectorAll('[aria-live=polite]').length").await, 1);
            let silent = "document.querySelector('.status').getAttribute('aria-live') === 'off'";
            assert!(page.value::<bool>(silent).await, "it would tell of each letter");
            // The same live region announces each change: a new one would not be read out.
            let listen = "(([status, voice] = ['.status', '.voice'].map(name => document.querySelector(name))) => {
                window.voice = voice;
                for (const [name, element] of [['shown', status], ['told', voice]]) {
                    window[name] = [];
                    const look = () => element.textContent && window[name].push(element.textContent);
                    new MutationObserver(look).observe(element, { childList: true, characterData: true, subtree: true });
                }
                return null; })()";
            let _: serde_json::Value = page.value(listen).await;
            // Short timers are held back, so that typing takes no time however busy the machine is. Longer ones belong
            // to the driver.
            let hold = "(([plan, cancel] = [setTimeout, clearTimeout]) => {
                window.held = new Map();
                window.setTimeout = (then, ms, ...of) => {
                    if (!(ms >= 300 && ms <= 1000)) return plan(then, ms, ...of);
                    const number = -1 - held.size;
                    held.set(number, then);
                    return number;
                };
                window.clearTimeout = number => held.has(number) ? held.set(number) : cancel(number);
                return null; })()";
            let _: serde_json::Value = page.value(hold).await;
            let type_on = "((field = document.querySelector('input[type=search]')) => {
                const type = letters => {
                    if (!letters) return window.typed = true;
                    field.value += letters[0];
                    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                    // Letters typed before the next frame are searched for together.
                    requestAnimationFrame(() => setTimeout(() => type(letters.slice(1))));
                };
                type('glasgow');
                return null; })()";
            let _: serde_json::Value = page.value(type_on).await;
            page.until("window.typed").await;
            page.until_card_count(5).await;
            assert_eq!(page.value::<usize>("told.length").await, 0, "not of each letter");
            let _: serde_json::Value = page.value("(held.forEach(then => then?.()), null)").await;
            page.until("told.length > 0").await;
            let status = page.text(".status").await;
            assert_eq!(page.value::<Vec<String>>("told").await, [status.as_str()]);
            assert!(status.starts_with(&format!("{} card", page.cards().await.len())), "{status}");
            assert!(page.value::<bool>("new Set(shown).size > 1 && voice.isConnected").await, "letters changed it");
        })
        .await;
}

#[tokio::test]
async fn a_new_letter_overtakes_searches_not_yet_shown() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let type_at_once = "((field = document.querySelector('input[type=search]')) => {
                window.told = [];
                document.addEventListener('fact-cards-change', ({ detail }) => told.push(detail.q ?? ''));
                for (const letter of 'glasgow') {
                    field.value += letter;
                    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                }
                // Another action before the search does not undo them.
                document.querySelector('#kind-venue').click();
                return null; })()";
            let _: serde_json::Value = page.value(type_at_once).await;
            page.until("document.querySelector('mark')").await;
            let field: String = page.value(&format!("document.querySelector('{SEARCH}').value")).await;
            assert_eq!(field, "glasgow");
            let told: Vec<String> = page.value("told").await;
            assert!(told.iter().all(|query| query.is_empty() || query == "glasgow"), "{told:?}");
            assert_eq!(page.fragment().await, "kind=venue&q=glasgow");
        })
        .await;
}
