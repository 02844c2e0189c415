//! Each way to write the cards into a post, for each role, in two themes: the facts stand in the page that WordPress sends.

use fact_cards_browser_tests::WordPress;

use crate::post::{ROLES, THEMES, block, page, publish};

/// What stands between the first of these and the next of those.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    text.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(inside, _)| inside)
}

/// Saves a post as each role and looks at its page in each theme.
async fn expect_facts(content: impl Fn(&str) -> String) {
    let wordpress = WordPress::shared().await;
    let address = wordpress.source("site");
    let cards = wordpress.run(
        "author",
        &format!("$facts = FactCards\\facts('{address}', 'en')['facts']; echo '<style>', $facts['style'], '</style>', $facts['cards'];"),
    );
    assert_eq!(cards.matches("<article ").count(), 22, "{cards}");
    assert!(cards.starts_with("<style>.fact-cards"), "the styles have passed: {cards}");
    for role in ROLES {
        let post = publish(wordpress, role, &content(&address));
        for theme in THEMES {
            let page = page(wordpress, &format!("{post}&theme={theme}"), None).await;
            assert!(page.contains(&format!("/themes/{theme}/")), "{theme} is shown");
            let template = between(&page, "<template shadowrootmode=\"open\" shadowrootclonable=\"\">", "</template>");
            assert_eq!(
                template, cards,
                "{role} in {theme}: what stands in the page is what was fetched, to the letter"
            );
            let link =
                format!("</template><a href=\"{address}\">Morocco and INTERPOL: who, what and where</a></fact-cards>");
            assert!(page.contains(&link), "{role} in {theme}");
            let script = format!("<script type=\"module\" async src=\"{address}fact-cards.js\"></script>");
            assert_eq!(page.matches(&script).count(), 1, "{role} in {theme}: {script}");
            assert!(!page.contains("<iframe"), "{role} in {theme}");
        }
    }
}

#[tokio::test]
async fn the_block_puts_the_facts_into_the_article() {
    expect_facts(|address| block(address, ",\"language\":\"en\"")).await;
}

#[tokio::test]
async fn an_address_in_the_block_for_embeds_becomes_the_facts() {
    expect_facts(|address| {
        format!("<!-- wp:embed {{\"url\":\"{address}\"}} -->\n<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\n{address}\n</div></figure>\n<!-- /wp:embed -->")
    })
    .await;
}

#[tokio::test]
async fn the_shortcode_in_a_block_puts_the_facts_into_the_article() {
    expect_facts(|address| {
        format!("<!-- wp:shortcode -->\n[fact-cards url=\"{address}\" lang=\"en\"]\n<!-- /wp:shortcode -->")
    })
    .await;
}

#[tokio::test]
async fn the_shortcode_in_the_classic_editor_survives_its_paragraphs_and_quotation_marks() {
    expect_facts(|address| {
        format!("Before \"it\".\n\n[fact-cards url=\"{address}\" lang='en']\n\nAfter it -- and \"so\" on.")
    })
    .await;
    expect_facts(|address| format!("In the [fact-cards url={address}] sentence.")).await;
}

#[tokio::test]
async fn an_address_in_the_classic_editor_becomes_the_facts() {
    expect_facts(|address| format!("Before \"it\".\n\n{address}\n\nAfter it -- and \"so\" on.")).await;
    expect_facts(|address| format!("[embed]{address}[/embed]")).await;
}

#[tokio::test]
async fn an_address_can_name_language_card_and_view() {
    let wordpress = WordPress::shared().await;
    let address = wordpress.source("site");
    let shown = async |more: &str| {
        let post = publish(wordpress, "author", &format!("{address}{more}"));
        let page = page(wordpress, &post, None).await;
        (between(&page, "<fact-cards ", ">").to_owned(), page.matches("<article ").count())
    };
    let articles_of_theme = {
        let post = publish(wordpress, "author", "Nothing.");
        page(wordpress, &post, None).await.matches("<article ").count()
    };
    assert_eq!(articles_of_theme, 0);
    assert_eq!(shown("ar/").await, ("lang=\"ar\"".to_owned(), 22));
    assert_eq!(shown("card/operation-neptune/").await, ("lang=\"en\" only=\"operation-neptune\"".to_owned(), 1));
    assert_eq!(shown("fr/card/operation-neptune/").await, ("lang=\"fr\" only=\"operation-neptune\"".to_owned(), 1));
    assert_eq!(shown("#view=map&kind=venue").await, ("lang=\"en\" view=\"map\" kind=\"venue\"".to_owned(), 22));
}

#[tokio::test]
async fn the_block_shows_only_the_cards_that_were_chosen_in_their_order() {
    let wordpress = WordPress::shared().await;
    let chosen = ",\"only\":[\"marrakech\",\"operation-neptune\"],\"view\":\"timeline\"";
    let post = publish(wordpress, "author", &block(&wordpress.source("site"), chosen));
    let page = page(wordpress, &post, None).await;
    assert_eq!(
        between(&page, "<fact-cards ", ">"),
        "lang=\"en\" only=\"marrakech,operation-neptune\" view=\"timeline\""
    );
    let cards: Vec<&str> = page.split("data-card=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(cards, ["marrakech", "operation-neptune"]);
    assert!(!page.contains("type=\"search\" name=\"q\""), "what chooses among cards is left out");
}

#[tokio::test]
async fn a_single_card_is_that_of_its_own_file_and_is_cut_out_of_all_where_there_is_none() {
    let wordpress = WordPress::shared().await;
    for (name, fault) in [("alone", ""), ("older", "older")] {
        wordpress.fault(name, fault);
        let post = publish(
            wordpress,
            "author",
            &format!("[fact-cards url=\"{}\" only=\"marrakech\"]", wordpress.source(name)),
        );
        let page = page(wordpress, &post, None).await;
        assert_eq!(page.matches("<article ").count(), 1, "{name}");
        assert!(page.contains(" data-only=\"marrakech\"") && page.contains(" data-bare=\"\""), "{name}: {page}");
        assert_eq!(
            page.contains("8 facts from 1 article"),
            fault.is_empty(),
            "{name}: only its own file knows how many"
        );
        assert!(!page.contains("72 facts"), "{name}");
    }
}

#[tokio::test]
async fn feeds_and_excerpts_have_a_link_and_no_style_sheet_as_text() {
    let wordpress = WordPress::shared().await;
    let address = wordpress.source("site");
    publish(wordpress, "author", &format!("Before.\n\n{address}\n\nAfter."));
    let feed = page(wordpress, "/?feed=rss2", None).await;
    assert!(feed.contains("Morocco and INTERPOL: who, what and where</a>"), "{feed}");
    assert!(!feed.contains("<template") && !feed.contains("--paper"), "{feed}");
    let excerpt = wordpress.run("", &format!("$GLOBALS['post'] = get_post(wp_insert_post(array('post_title' => 'E', 'post_status' => 'publish', 'post_content' => \"Before.\\n\\n{address}\\n\\nAfter.\"))); setup_postdata($GLOBALS['post']); echo get_the_excerpt();"));
    assert_eq!(excerpt.trim(), "Before. Morocco and INTERPOL: who, what and where After.");
}
