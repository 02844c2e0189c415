//! Which styles of an article reach into the element, and which must not reach a pasted snippet.

use fact_cards_browser_tests::in_project;

use crate::{
    articles::{LINE, ROOT, arrive, snippet},
    isolation::{INHERITED, assert_same_looks, looks, styled},
};

#[tokio::test]
async fn a_pasted_snippet_looks_like_the_element() {
    assert_same_looks(&looks("", LINE).await, &looks(INHERITED, &snippet("seeds")).await, "the snippet");
}

#[tokio::test]
async fn documented_properties_and_parts_change_colours_type_spacing_and_corners() {
    let documents = std::fs::read_to_string(in_project("docs/embedding.md")).unwrap();
    let styles = "fact-cards {
            --fact-cards-paper: rgb(1, 1, 1); --fact-cards-card: rgb(2, 2, 2); --fact-cards-ink: rgb(3, 3, 3);
            --fact-cards-quiet: rgb(4, 4, 4); --fact-cards-line: rgb(5, 5, 5); --fact-cards-member: rgb(6, 6, 6);
            --fact-cards-operation: rgb(7, 7, 7); --fact-cards-venue: rgb(8, 8, 8); --fact-cards-mark: rgb(9, 9, 9);
            --fact-cards-serif: 'One Face', serif; --fact-cards-sans: 'Other Face', sans-serif; --fact-cards-size: 11px;
            --fact-cards-corner: 11px; --fact-cards-space: 2; --fact-cards-top: 30px;
        }
        fact-cards::part(card) { outline: 1px solid rgb(21, 21, 21) }
        fact-cards::part(controls) { outline: 1px solid rgb(22, 22, 22) }
        fact-cards::part(search) { outline: 1px solid rgb(23, 23, 23) }
        fact-cards::part(fact) { outline: 1px solid rgb(24, 24, 24) }
        fact-cards::part(figure) { outline: 1px solid rgb(25, 25, 25) }
        fact-cards::part(source) { outline: 1px solid rgb(26, 26, 26) }";
    for name in styles
        .split(['{', '}', ';', ' ', '\n'])
        .filter_map(|word| word.strip_suffix(':').or_else(|| word.strip_prefix("fact-cards::")))
    {
        if name.starts_with("--") || name.starts_with("part(") {
            assert!(documents.contains(name), "the documents say nothing of {name}");
        }
    }
    styled(styles, LINE)
        .and(async |page| {
            arrive(page).await;
            page.until("document.styleSheets.length === 2").await;
            page.type_into("fact-cards >>> input[type=search]", "ifrane").await;
            page.until(&format!("{ROOT}.querySelector('mark')")).await;
            page.click("fact-cards >>> [data-card=ifrane] .fact-menu").await;
            page.until(&format!("{ROOT}.querySelector('.source-details')")).await;
            let style = async |selector: &str, name: &str| -> String {
                page.value(&format!("getComputedStyle({ROOT}.querySelector('{selector}')).{name}")).await
            };
            for (selector, name, expected) in [
                (".fact-cards", "backgroundColor", "rgb(1, 1, 1)"),
                (".card", "backgroundColor", "rgb(2, 2, 2)"),
                (".fact-cards", "color", "rgb(3, 3, 3)"),
                (".lead", "color", "rgb(4, 4, 4)"),
                (".card[hidden]", "borderBottomColor", "rgb(5, 5, 5)"),
                (".card[data-kind=member] .face", "color", "rgb(6, 6, 6)"),
                (".card[data-kind=venue] .face", "color", "rgb(8, 8, 8)"),
                ("mark", "backgroundColor", "rgb(9, 9, 9)"),
                (".fact-cards", "fontSize", "11px"),
                (".card", "borderTopLeftRadius", "11px"),
                (".cards", "rowGap", "22px"),
                (".controls", "top", "30px"),
                (".card", "outlineColor", "rgb(21, 21, 21)"),
                (".controls", "outlineColor", "rgb(22, 22, 22)"),
                (".fact", "outlineColor", "rgb(24, 24, 24)"),
                (".figure", "outlineColor", "rgb(25, 25, 25)"),
                (".source-details", "outlineColor", "rgb(26, 26, 26)"),
            ] {
                assert_eq!(style(selector, name).await, expected, "{selector} {name}");
            }
            assert!(style(".name", "fontFamily").await.contains("One Face"));
            assert!(style(".summary", "fontFamily").await.contains("Other Face"));
        })
        .await;
}
