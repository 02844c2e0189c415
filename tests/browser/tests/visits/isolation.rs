//! The appearance of the cards, whatever the styles of the article around them.

use fact_cards_browser_tests::Visit;

use crate::articles::{arrive, article};

/// Properties that an element inherits from its surroundings.
pub const INHERITED: &str = "html { font-size: 62.5%; color: lime; letter-spacing: 1em; text-transform: uppercase }
    fact-cards { font: italic bold 40px/5 fantasy; word-spacing: 2em; cursor: wait; text-align: right; white-space: pre;
        text-indent: 3em; list-style: square; hyphens: auto; text-shadow: 0 0 9px lime; border-collapse: collapse; tab-size: 1 }";

/// What a reader sees of the cards: the position of everything and the style of the texts.
const LOOKS: &str = "(root => [...root.querySelectorAll('.fact-cards *')]
    .filter(element => element.checkVisibility())
    .map(element => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const top = root.querySelector('.fact-cards').getBoundingClientRect();
        const style = getComputedStyle(element);
        const looks = ['color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontWeight', 'lineHeight', 'letterSpacing',
            'wordSpacing', 'textTransform', 'textAlign', 'direction', 'cursor', 'whiteSpace', 'textIndent', 'textShadow', 'hyphens', 'fontStyle', 'display', 'padding', 'margin', 'border'];
        return [[element.className, ...looks.map(name => style[name])].join(' '), [x - top.x, y - top.y, width, height]];
    }))(document.querySelector('fact-cards').shadowRoot)";

/// An article with those styles and the element in a box of a known width.
pub fn styled(styles: &str, middle: &str) -> Visit {
    let boxed = format!("<div class=\"column\">{middle}</div>");
    let page =
        article("<link rel=\"stylesheet\" href=\"host.css\"><link rel=\"stylesheet\" href=\"column.css\">", &boxed);
    Visit::embedding("seeds", &page)
        .host_file("host.css", "text/css", styles)
        // More specific than a reset, and last.
        .host_file(
            "column.css",
            "text/css",
            "html body div.column { display: block !important; width: 700px !important }",
        )
}

/// The style of an element, and its position and size in pixels.
pub type Look = (String, [f64; 4]);

pub async fn looks(styles: &str, middle: &str) -> Vec<Look> {
    let mut looks = Vec::new();
    styled(styles, middle)
        .and(async |page| {
            arrive(page).await;
            page.until("document.styleSheets.length === 2").await;
            looks = page.value(LOOKS).await;
        })
        .await;
    looks
}

/// Fails with the first places where the two differ.
pub fn assert_same_looks(plain: &[Look], styled: &[Look], what: &str) {
    // Where a box begins between two pixels, an engine may round the other way.
    let near = |one: &[f64; 4], other: &[f64; 4]| one.iter().zip(other).all(|(one, other)| (one - other).abs() <= 1.0);
    let different =
        plain.iter().zip(styled).filter(|(plain, styled)| plain.0 != styled.0 || !near(&plain.1, &styled.1));
    let different: Vec<_> = different.take(3).collect();
    assert!(different.is_empty() && plain.len() == styled.len(), "{what}: {different:#?}");
    assert!(plain.len() > 100, "there is much to see: {}", plain.len());
}
