//! The plugin goes: posts can be read, nothing of ours is left.

use fact_cards_browser_tests::WordPress;

use crate::post::{block, quoted};

/// Everything that is kept under our name.
const KEPT: &str = "global $wpdb; echo implode(' ', $wpdb->get_col(\"SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%fact_cards%'\"));";

#[tokio::test]
async fn posts_stay_readable_and_nothing_is_left_when_the_plugin_is_deleted() {
    let wordpress = WordPress::shared().await;
    wordpress.install("gone_");
    let run = |code: &str| wordpress.run_with(&[("WORDPRESS_PREFIX", "gone_")], "administrator", code);
    let address = wordpress.source("site");
    let show = format!(
        "echo apply_filters('the_content', {});",
        quoted(&format!("{}\n\n[fact-cards url=\"{address}\"]", block(&address, "")))
    );
    assert!(run(&show).contains("<template"));
    let _ = run("FactCards\\secret(); do_action('init');");
    assert!(run(KEPT).contains("fact_cards_facts_"), "facts are kept");
    let deleted = run(
        "require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins('fact-cards/fact-cards.php'); uninstall_plugin('fact-cards/fact-cards.php'); echo wp_next_scheduled('fact_cards_refresh') ? 'planned' : 'not planned';",
    );
    assert_eq!(deleted, "not planned");
    assert_eq!(run(KEPT), "");
    let left = run(&show);
    assert!(left.contains(&format!("<a href=\"{address}\">The story</a>")), "{left}");
    assert!(!left.contains("<template"), "{left}");
}

#[tokio::test]
async fn sites_of_a_network_have_their_own_addresses_and_all_are_cleaned_up() {
    let wordpress = WordPress::shared().await;
    wordpress.install("many_");
    let alone = [("WORDPRESS_PREFIX", "many_")];
    wordpress.act_with(&alone, "administrator", "define('WP_INSTALLING_NETWORK', true); require_once ABSPATH . 'wp-admin/includes/upgrade.php'; foreach ($wpdb->tables('ms_global') as $table => $prefixed) $wpdb->$table = $prefixed; install_network(); populate_network(1, '127.0.0.1:' . parse_url(home_url(), PHP_URL_PORT), 'a@news.example', 'Many', '/', false); update_option('siteurl', home_url());");
    let variables = [("WORDPRESS_PREFIX", "many_"), ("WORDPRESS_MULTISITE", "1")];
    let run = |code: &str| wordpress.run_with(&variables, "", code);
    let address = wordpress.source("site");
    let shown = run(&format!(
        "$second = wp_insert_site(array('domain' => get_network()->domain, 'path' => '/second/', 'user_id' => 1));
         $shown = function () {{ echo null === FactCards\\facts('{address}', '')['facts'] ? 'nothing ' : 'facts '; }};
         $shown(); switch_to_blog($second); $shown();
         update_option('fact_cards_settings', array('addresses' => array('{address}'))); $shown();"
    ));
    assert_eq!(shown, "facts nothing facts ");
    let left = run(
        "define('WP_UNINSTALL_PLUGIN', true); require WP_PLUGIN_DIR . '/fact-cards/uninstall.php'; foreach (get_sites() as $site) { switch_to_blog($site->blog_id); global $wpdb; echo $site->path, $wpdb->get_var(\"SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%fact_cards%'\"), ' '; }",
    );
    assert_eq!(left, "/0 /second/0 ");
}
