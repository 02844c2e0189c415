//! Posts, as those who write save them.

use fact_cards_browser_tests::WordPress;
use serde_json::json;

/// Who writes.
pub const ROLES: [&str; 3] = ["administrator", "editor", "author"];

/// A theme of blocks and a classic one.
pub const THEMES: [&str; 2] = ["twentytwentythree", "twentytwentyone"];

/// Saves a post as a user: what that one may not write is taken out. Returns the path of its page.
pub fn publish(wordpress: &WordPress, user: &str, content: &str) -> String {
    let content = json!(content).to_string();
    let code = format!(
        "$id = wp_insert_post(array('post_title' => 'An article', 'post_status' => 'publish', 'post_content' => wp_slash(json_decode({}))));
         echo is_wp_error($id) ? $id->get_error_message() : '/?p=' . $id;",
        quoted(&content)
    );
    let path = wordpress.run(user, &code);
    assert!(path.starts_with("/?p="), "{path}");
    path
}

/// A text of PHP.
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'"))
}

/// The block, as the editor saves it.
pub fn block(address: &str, more: &str) -> String {
    format!(
        "<!-- wp:fact-cards/cards {{\"address\":\"{address}\",\"title\":\"The story\"{more}}} -->\n<p class=\"wp-block-fact-cards-cards\"><a href=\"{address}\">The story</a></p>\n<!-- /wp:fact-cards/cards -->"
    )
}

/// A page, as nobody in particular or with a user's cookie.
pub async fn page(wordpress: &WordPress, path: &str, user: Option<&str>) -> String {
    let cookie = user.map(|user| {
        let code = "foreach (array('logged_in' => LOGGED_IN_COOKIE, 'auth' => AUTH_COOKIE) as $scheme => $name)
            echo $name, '=', rawurlencode(wp_generate_auth_cookie(get_current_user_id(), time() + 3600, $scheme)), '; ';";
        wordpress.run(user, code)
    });
    let headers: Vec<(&str, &str)> = cookie.iter().map(|cookie| ("Cookie", cookie.as_str())).collect();
    let answer = wordpress.get(path, &headers).await;
    assert_eq!(answer.status, 200, "{path}");
    let body = String::from_utf8(answer.body).expect("a page is text");
    assert!(!body.contains("There has been a critical error"), "{body}");
    body
}
