//! Those who write, in the block editor of a real browser.

use fact_cards_browser_tests::{Page, Visit, WordPress};

use crate::post::{ROLES, block, page as page_of, publish, quoted};

/// Opens the editor for a new post.
async fn open_editor(page: &Page, user: &str) {
    page.go(&format!("wp-admin/post-new.php?as={user}")).await;
    page.until("window.wp?.data?.select('core/block-editor')?.getBlocks && wp.blocks.getBlockType('fact-cards/cards')")
        .await;
}

/// Puts the block into the post.
async fn insert(page: &Page, address: &str) {
    let block = format!("wp.blocks.createBlock('fact-cards/cards', {{ address: {} }})", quoted(address));
    page.value::<serde_json::Value>(&format!("(wp.data.dispatch('core/block-editor').resetBlocks([{block}]), null)"))
        .await;
}

/// The cards in the preview.
const SHOWN: &str = "[...document.querySelectorAll('.wp-block-fact-cards-cards [lang]')].map(host => host.shadowRoot?.querySelectorAll('article').length ?? 0).join()";
const NOTICE: &str = "document.querySelector('.wp-block-fact-cards-cards .components-notice')?.innerText ?? ''";

#[tokio::test]
async fn whoever_writes_sees_the_cards_in_the_block_and_readers_get_them_when_it_is_published() {
    let wordpress = WordPress::shared().await;
    let address = wordpress.source("site");
    for user in ROLES {
        let path = std::sync::Mutex::new(String::new());
        Visit::to_address(wordpress.url()).where_something_fails().and(async |page| {
            open_editor(page, user).await;
            insert(page, &address).await;
            page.until(&format!("{SHOWN} === '22'")).await;
            assert_eq!(page.value::<String>(NOTICE).await, "", "{user}");
            page.value::<serde_json::Value>("(wp.data.dispatch('core/editor').editPost({ title: 'An article', status: 'publish' }), wp.data.dispatch('core/editor').savePost(), null)").await;
            page.until("wp.data.select('core/editor').didPostSaveRequestSucceed() && !wp.data.select('core/editor').isSavingPost()").await;
            let saved: String = page.value("wp.data.select('core/editor').getEditedPostContent()").await;
            assert!(saved.contains(&format!("<a href=\"{address}\">Morocco and INTERPOL: who, what and where</a></p>")), "{saved}");
            *path.lock().unwrap() = page.value("'/?p=' + wp.data.select('core/editor').getCurrentPostId()").await;
        })
        .await;
        let path = path.into_inner().unwrap();
        assert!(
            page_of(wordpress, &path, None)
                .await
                .contains("<template shadowrootmode=\"open\" shadowrootclonable=\"\">"),
            "{user}"
        );
    }
}

#[tokio::test]
async fn an_address_that_does_not_work_is_a_sentence_in_the_block() {
    let wordpress = WordPress::shared().await;
    wordpress.fault("lost", "gone");
    Visit::to_address(wordpress.url())
        .where_something_fails()
        .and(async |page| {
            open_editor(page, "author").await;
            for (address, sentence) in [
                (wordpress.source("lost"), "There are no fact cards at"),
                ("https://elsewhere.example/".to_owned(), "is not among the addresses that an administrator"),
                ("cards".to_owned(), "is no web address"),
            ] {
                insert(page, &address).await;
                page.until(&format!("({NOTICE}).includes('{sentence}')")).await;
                assert_eq!(page.value::<String>(SHOWN).await, "", "{address}");
            }
        })
        .await;
}

#[tokio::test]
async fn a_pasted_address_becomes_the_block_and_any_other_stays_what_it_was() {
    let wordpress = WordPress::shared().await;
    Visit::to_address(wordpress.url()).where_something_fails().and(async |page| {
        open_editor(page, "author").await;
        for (address, name) in [
            (wordpress.source("site"), "fact-cards/cards"),
            (format!("{}card/operation-neptune/", wordpress.source("site")), "fact-cards/cards"),
            ("https://elsewhere.example/".to_owned(), "core/embed"),
        ] {
            let pasted = format!("wp.blocks.pasteHandler({{ HTML: '', plainText: {}, mode: 'BLOCKS' }}).map(block => block.name).join()", quoted(&address));
            assert_eq!(page.value::<String>(&pasted).await, name, "{address}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_block_for_embeds_previews_the_cards_for_authors() {
    let wordpress = WordPress::shared().await;
    Visit::to_address(wordpress.url()).where_something_fails().and(async |page| {
        open_editor(page, "author").await;
        let embed = format!("wp.blocks.createBlock('core/embed', {{ url: {} }})", quoted(&wordpress.source("site")));
        page.value::<serde_json::Value>(&format!("(wp.data.dispatch('core/block-editor').resetBlocks([{embed}]), null)")).await;
        page.until("document.querySelector('.wp-block-embed iframe')?.contentDocument?.querySelectorAll('article').length === 22").await;
    })
    .await;
}

#[tokio::test]
async fn only_administrators_say_what_is_allowed_and_what_is_no_address_is_told() {
    let wordpress = WordPress::shared().await;
    let code = "echo current_user_can('manage_options') ? 'may ' : 'may not ';";
    assert_eq!(ROLES.map(|user| wordpress.run(user, code)), ["may ", "may not ", "may not "]);
    let code = "require_once ABSPATH . 'wp-admin/includes/template.php';
        echo json_encode(FactCards\\sanitized(array('addresses' => \"HTTPS://Cards.Example/index.html\\n cards.example \\nhttps://cards.example\\nhttps://a:b@cards.example/\", 'minutes' => '0'))), count(get_settings_errors());";
    assert_eq!(
        wordpress.run("administrator", code),
        r#"{"addresses":["https:\/\/cards.example\/"],"minutes":1,"script":false}2"#
    );
    let answer = wordpress.get("/wp-admin/options-general.php?page=fact-cards", &[]).await;
    assert!(answer.header("Location").is_some_and(|to| to.contains("wp-login.php")), "whoever is not logged in has to");
}

#[tokio::test]
async fn nothing_of_the_plugin_is_in_the_log_of_notices() {
    let wordpress = WordPress::shared().await;
    let address = wordpress.source("site");
    let post = publish(wordpress, "editor", &block(&address, ""));
    page_of(wordpress, &post, Some("editor")).await;
    let settings = page_of(wordpress, "/wp-admin/options-general.php?page=fact-cards", Some("administrator")).await;
    assert!(settings.contains("X-Fact-Cards-Secret: ") && settings.contains(&address), "{settings}");
    assert_eq!(wordpress.notices(), Vec::<String>::new());
}
