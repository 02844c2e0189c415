//! What changes at the source shows in time.

use std::time::Duration;

use fact_cards_browser_tests::WordPress;
use tokio::time::timeout;

use crate::post::{block, page, publish};

/// Takes what is kept of a source for that many seconds old.
fn age(wordpress: &WordPress, name: &str, seconds: u32) {
    wordpress.act(
        "",
        &format!("foreach (FactCards\\all_states() as $key => $state) if (strpos($state['address'], '/{name}/')) {{ $state['checked'] = time() - {seconds}; FactCards\\keep_state($key, $state); }}"),
    );
}

#[tokio::test]
async fn a_reader_gets_what_has_changed_as_soon_as_the_time_is_over() {
    let wordpress = WordPress::shared().await;
    let post = publish(wordpress, "author", &block(&wordpress.source("late"), ""));
    assert!(page(wordpress, &post, None).await.contains("Operation NEPTUNE"));
    wordpress.fault("late", "changed");
    age(wordpress, "late", 590);
    assert!(page(wordpress, &post, None).await.contains("Operation NEPTUNE"), "it is fresh for ten minutes");
    age(wordpress, "late", 600);
    assert!(page(wordpress, &post, None).await.contains("Operation CHANGED"));
}

#[tokio::test]
async fn the_schedule_asks_before_a_reader_has_to_and_tells_caches_of_pages() {
    let wordpress = WordPress::shared().await;
    let post = publish(wordpress, "author", &block(&wordpress.source("planned"), ""));
    let id = post.trim_start_matches("/?p=");
    page(wordpress, &post, None).await;
    assert_eq!(wordpress.run("", "do_action('init'); echo wp_get_schedule('fact_cards_refresh'), ' ', wp_get_schedules()['fact_cards_interval']['interval'];"), "fact_cards_interval 600");
    wordpress.fault("planned", "changed");
    age(wordpress, "planned", 600);
    let told = wordpress.run("", "add_action('fact_cards_changed', function ($address, $ids) { echo implode(',', $ids), ';'; }, 10, 2); add_action('clean_post_cache', function ($id) { echo \"cleaned $id;\"; }); do_action('fact_cards_refresh');");
    assert!(told.contains(&format!("cleaned {id};{id};")), "{told}");
    let asked = wordpress.times_asked("planned");
    assert!(page(wordpress, &post, None).await.contains("Operation CHANGED"));
    assert_eq!(wordpress.times_asked("planned"), asked);
}

#[tokio::test]
async fn the_webhook_wants_its_secret_and_brings_what_has_changed_at_once() {
    let wordpress = WordPress::shared().await;
    let post = publish(wordpress, "author", &block(&wordpress.source("called"), ""));
    page(wordpress, &post, None).await;
    wordpress.fault("called", "changed");
    let call = |headers: &str| {
        wordpress.run(
            "",
            &format!(
                "$request = new WP_REST_Request('POST', '/fact-cards/v1/refresh'); $request->set_param('address', '{}'); {headers}
                 $answer = rest_do_request($request); echo $answer->get_status(), ' ', $answer->get_data()['refreshed'] ?? '';",
                wordpress.source("called")
            ),
        )
    };
    assert_eq!(call(""), "401 ");
    assert_eq!(call("$request->set_header('X-Fact-Cards-Secret', 'guessed');"), "401 ");
    assert!(page(wordpress, &post, None).await.contains("Operation NEPTUNE"));
    assert_eq!(call("$request->set_header('Authorization', 'Bearer ' . FactCards\\secret());"), "202 1");
    // A schedule may be fetching it at this moment: whoever comes meanwhile gets what was there before.
    let changed = async { while !page(wordpress, &post, None).await.contains("Operation CHANGED") {} };
    timeout(Duration::from_secs(15), changed).await.expect("the change shows at once");
    assert_eq!(call("$request->set_header('X-Fact-Cards-Secret', FactCards\\secret());"), "202 1");
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    let wordpress = WordPress::shared().await;
    let post = publish(wordpress, "author", &block(&wordpress.source("same"), ""));
    page(wordpress, &post, None).await;
    age(wordpress, "same", 600);
    let code = "add_action('http_api_debug', function ($response, $context, $class, $arguments, $url) { if (strpos($url, '/same/')) echo wp_remote_retrieve_response_code($response); }, 10, 5); do_action('fact_cards_refresh');";
    assert_eq!(wordpress.run("", code), "304");
    assert!(page(wordpress, &post, None).await.contains("<template"));
}
