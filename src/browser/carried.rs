use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlDetailsElement, HtmlElement, HtmlInputElement, ShadowRoot};

/// What can have the focus.
const FOCUSABLE: &str = "a, button, input, summary, [tabindex]";

/// What a reader has opened, and where the focus is, carried from a widget to the one that replaces it. Both show the same.
#[derive(Debug)]
pub struct Carried {
    opened: Vec<u32>,
    /// Whether the sheet of filters is open, which no attribute says.
    sheet: bool,
    focused: Option<u32>,
    selection: Option<(Option<u32>, Option<u32>)>,
}

impl Carried {
    /// Takes it from the widget in a mount.
    pub fn from(mount: &Element) -> Self {
        let opened = each::<HtmlDetailsElement>(mount, "details").filter(|(_, details)| details.open());
        let active = active_element(mount);
        let at = |active: &Element| each::<Element>(mount, FOCUSABLE).find(|(_, element)| element == active);
        let input = active.as_ref().and_then(|active| active.dyn_ref::<HtmlInputElement>());
        Self {
            opened: opened.map(|(at, _)| at).collect(),
            sheet: mount.query_selector(":popover-open").ok().flatten().is_some(),
            focused: active.as_ref().and_then(at).map(|(at, _)| at),
            // Only inputs for text have one.
            selection: input.and_then(|input| Some((input.selection_start().ok()?, input.selection_end().ok()?))),
        }
    }

    /// Gives it to the widget in a mount that is on the page.
    pub fn give_to(&self, mount: &Element) {
        for (at, details) in each::<HtmlDetailsElement>(mount, "details") {
            details.set_open(self.opened.contains(&at));
        }
        let sheet = mount.query_selector("[popover]").ok().flatten().filter(|_| self.sheet);
        if let Some(sheet) = sheet.and_then(|sheet| sheet.dyn_into::<HtmlElement>().ok()) {
            // What cannot be opened is one touch away.
            let _ = sheet.show_popover();
        }
        let focused = self.focused.and_then(|focused| each::<HtmlElement>(mount, FOCUSABLE).nth(focused as usize));
        let Some((_, focused)) = focused else { return };
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // Where it cannot be focused any more, nothing is.
        let _ = focused.focus_with_options(&options);
        if let (Some(input), Some((start, end))) = (focused.dyn_ref::<HtmlInputElement>(), self.selection) {
            let _ = input.set_selection_start(start);
            let _ = input.set_selection_end(end);
        }
    }
}

fn each<E: JsCast>(mount: &Element, selector: &str) -> impl Iterator<Item = (u32, E)> {
    let found = mount.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |at| Some((at, found.as_ref()?.get(at)?.dyn_into().ok()?)))
}

/// What has the focus in the document or shadow root that the mount is in.
fn active_element(mount: &Element) -> Option<Element> {
    let root = mount.get_root_node();
    match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.active_element(),
        None => root.dyn_ref::<Document>()?.active_element(),
    }
}
