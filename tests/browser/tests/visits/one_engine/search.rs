use fact_cards_browser_tests::Visit;

const SEARCH: &str = "input[type=search]";

#[tokio::test]
async fn cards_narrow_with_each_letter_and_the_matches_are_marked() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.type_into(SEARCH, "fugi").await;
            page.until("document.querySelectorAll('[data-card]').length < 22").await;
            page.type_into(SEARCH, "tives").await;
            page.until_cards(&["operation-neptune", "ahmed-nasser-al-raisi"]).await;
            let marks: Vec<String> =
                page.value("[...new Set([...document.querySelectorAll('mark')].map(mark => mark.textContent))]").await;
            assert_eq!(marks, ["fugitives"]);
            let statement = "[data-card=operation-neptune] [data-fact=neptune-fugitives] .statement";
            assert!(page.text(statement).await.starts_with("325 international fugitives were identified."));
        })
        .await;
}

#[tokio::test]
async fn the_search_stays_where_it_is_while_numbers_beside_it_change() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.resize(1280, 800).await;
            let place =
                "(({ x, width }) => [x, width])(document.querySelector('input[type=search]').getBoundingClientRect())";
            let before: (f64, f64) = page.value(place).await;
            page.type_into(SEARCH, "fugitives").await;
            page.until_card_count(2).await;
            let after: (f64, f64) = page.value(place).await;
            // A digit need not be exactly as wide as another one.
            let is_near = (after.0 - before.0).abs() < 0.5 && (after.1 - before.1).abs() < 0.5;
            assert!(is_near, "{before:?}, then {after:?}");
        })
        .await;
}

#[tokio::test]
async fn case_and_accents_make_no_difference() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            for query in ["NEPTUNE", "neptune", "Néptünê"] {
                page.type_into(SEARCH, query).await;
                page.until("document.querySelectorAll('[data-card]').length < 22").await;
                assert!(page.cards().await.contains(&"operation-neptune".to_owned()), "{query}");
                page.click(":not(.sheet-foot) > .clear").await;
                page.until_card_count(22).await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_name_as_the_other_article_spells_it_is_found() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.type_into(SEARCH, "mohamed dkhissi").await;
            page.until_cards(&["mohammed-dkhissi"]).await;
        })
        .await;
}

#[tokio::test]
async fn an_empty_result_says_what_was_asked_and_offers_the_way_back() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#kind=venue&source=election-2024").await;
            page.type_into(SEARCH, "submarine").await;
            page.until_card_count(0).await;
            assert_eq!(page.text(".nothing-found p").await, "No card matches “submarine” · Venues · Election.");
            assert!(page.text(".status").await.starts_with("0 cards"));
            page.click(".nothing-found .clear").await;
            page.until_card_count(22).await;
        })
        .await;
}

#[tokio::test]
async fn what_is_typed_is_never_an_error_or_markup() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            for query in ["<script>alert(1)</script>", "\\", "(((", "%", "“", "مراكش", "🙂", "&amp;"] {
                page.type_into(SEARCH, query).await;
                let typed = serde_json::json!(query);
                page.until(&format!("document.querySelector('input[type=search]').value === {typed}")).await;
                page.until("document.querySelector('.nothing-found, [data-card]')").await;
                page.click(":not(.sheet-foot) > .clear").await;
                page.until_card_count(22).await;
            }
            assert_eq!(page.value::<usize>("document.querySelectorAll('main script').length").await, 0);
        })
        .await;
}

#[tokio::test]
async fn the_number_of_results_is_told_once_after_the_last_letter() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            assert_eq!(page.value::<usize>("document.querySelectorAll('[aria-live=polite]').length").await, 1);
            let silent = "document.querySelector('.status').getAttribute('aria-live') === 'off'";
            assert!(page.value::<bool>(silent).await, "it would tell of each letter");
            // The same element tells of each change: a new one would not be read out.
            let listen = "(([status, voice] = ['.status', '.voice'].map(name => document.querySelector(name))) => {
                window.voice = voice;
                for (const [name, element] of [['shown', status], ['told', voice]]) {
                    window[name] = [];
                    const look = () => element.textContent && window[name].push(element.textContent);
                    new MutationObserver(look).observe(element, { childList: true, characterData: true, subtree: true });
                }
                return null; })()";
            let _: serde_json::Value = page.value(listen).await;
            // As quickly as a page can be typed in, whatever the driver takes for it.
            let type_quickly = "((field = document.querySelector('input[type=search]')) => {
                const type = letters => {
                    if (!letters) return window.typed = true;
                    field.value += letters[0];
                    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                    // Letters that come before the next frame are searched for together.
                    requestAnimationFrame(() => setTimeout(() => type(letters.slice(1))));
                };
                type('glasgow');
                return null; })()";
            let _: serde_json::Value = page.value(type_quickly).await;
            page.until("window.typed && told.length > 0").await;
            let status = page.text(".status").await;
            assert_eq!(page.value::<Vec<String>>("told").await, [status.as_str()]);
            assert!(status.starts_with(&format!("{} card", page.cards().await.len())), "{status}");
            assert!(page.value::<bool>("new Set(shown).size > 1 && voice.isConnected").await, "letters changed it");
        })
        .await;
}

#[tokio::test]
async fn a_letter_overtakes_those_that_nobody_has_seen_yet() {
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
                // Something else that happens before they are searched for takes none of them back.
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
