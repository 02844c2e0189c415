//! What a browser caches of a page for offline use.

use fact_cards_browser_tests::Page;
use serde_json::Value;

/// Records in the page which versions are cached and the state of each worker.
pub async fn watch_workers(page: &Page) {
    let watch = "(() => {
        window.states = [];
        window.takeovers = 0;
        navigator.serviceWorker.addEventListener('controllerchange', () => { window.takeovers += 1; });
        navigator.serviceWorker.ready.then(registration => {
            window.registration = registration;
            registration.addEventListener('updatefound', () => {
                const worker = registration.installing;
                worker.addEventListener('statechange', () => window.states.push(worker.state));
            });
        });
        const look = async () => {
            window.kept = (await caches.keys()).length;
            requestAnimationFrame(look);
        };
        look();
        return null;
    })()";
    let _: Value = page.value(watch).await;
    page.until("window.registration && window.kept !== undefined").await;
}

/// Goes to the page and waits until it is cached completely.
pub async fn visit_once(page: &Page) {
    page.go("").await;
    page.until("navigator.serviceWorker.controller?.state === 'activated'").await;
    watch_workers(page).await;
    page.until("window.kept === 1").await;
}

/// Makes the page try to install what it has begun to, and waits until that has failed.
pub async fn expect_install_to_fail(page: &Page) {
    let install = "(() => {
        const policy = globalThis.trustedTypes?.createPolicy('visit', { createScriptURL: url => url });
        const url = new URL('sw.js', location.href).href;
        navigator.serviceWorker.register(policy?.createScriptURL(url) ?? url).then(registration => {
            window.attempt = { worker: registration.installing };
        });
        return null;
    })()";
    let _: Value = page.value(install).await;
    // One after the other, so that a failure tells which of them does not come about.
    page.until("window.attempt").await;
    page.until("!window.attempt.worker || window.attempt.worker.state === 'redundant'").await;
    assert_eq!(page.value::<usize>("caches.keys().then(names => names.length)").await, 0, "nothing is kept");
}
