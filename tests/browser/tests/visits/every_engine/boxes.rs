//! The element in boxes that shrink to what is in them: a container has no width of its own to give them.

use fact_cards_browser_tests::Visit;

use crate::articles::{LINE, article};

/// Boxes as articles have them, with the element in the place of `@`.
const BOXES: [(&str, &str); 10] = [
    ("a centred column", "<div style=\"display:flex;flex-direction:column;align-items:center\">@</div>"),
    ("a flex item", "<div style=\"display:flex\">@</div>"),
    ("a centred grid", "<div style=\"display:grid;place-items:center\">@</div>"),
    ("a grid that is centred itself", "<div style=\"display:grid;justify-content:center\">@</div>"),
    ("a float", "<div style=\"float:left\">@</div>"),
    ("an inline block", "<div style=\"display:inline-block\">@</div>"),
    ("a table cell", "<table><tr><td>@</td></tr></table>"),
    ("an absolute box", "<div style=\"position:absolute\">@</div>"),
    ("a popover", "<div popover id=\"popover\">@</div><script>popover.showPopover()</script>"),
    ("a dialog", "<dialog open>@</dialog>"),
];

#[tokio::test]
async fn the_cards_can_be_read_in_a_box_that_shrinks_to_what_is_in_it() {
    let (script, line) = LINE.split_once("</script>").expect("the line has a script and the element");
    let boxes: Vec<String> = BOXES
        .iter()
        .map(|(name, around)| format!("<section title=\"{name}\">{}</section>", around.replace('@', line)))
        .collect();
    let boxes = boxes.concat();
    for width in [390, 1280] {
        Visit::embedding("seeds", &article("", &format!("{script}</script>{boxes}")))
            .at_width(width)
            .and(async |page| {
                page.go("").await;
                let lists = "[...document.querySelectorAll('section fact-cards')].map(element => element.shadowRoot?.querySelector('.cards'))";
                page.until(&format!("{lists}.length === {} && {lists}.every(list => list)", BOXES.len())).await;
                let narrow = "[...document.querySelectorAll('section')].filter(section => section.querySelector('fact-cards').shadowRoot.querySelector('.cards').clientWidth < 220)
                    .map(section => section.title)";
                assert_eq!(page.value::<Vec<String>>(narrow).await, Vec::<String>::new(), "at {width} px");
                let wide = "[...document.querySelectorAll('section')].filter(section => section.querySelector('fact-cards').getBoundingClientRect().right > innerWidth)
                    .map(section => section.title)";
                assert_eq!(page.value::<Vec<String>>(wide).await, Vec::<String>::new(), "at {width} px");
            })
            .await;
    }
}
