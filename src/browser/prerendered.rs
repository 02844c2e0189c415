//! Whether a page still is what was prerendered. Yew takes over the nodes of such a page and stops the program at any other;
//! translators and extensions put elements of their own into pages, and a snippet may be of an older version.

use web_sys::{Element, Node};
use yew::virtual_dom::VNode;

use crate::Prerendered;

/// Whether exactly these elements are in the mount, between the two comments that Yew writes around a widget.
pub fn is_as_prerendered(mount: &Element, widget: &VNode) -> bool {
    let mut nodes = Nodes(mount.first_child());
    let is_comment = |nodes: &mut Nodes| nodes.next().is_some_and(|node| node.node_type() == Node::COMMENT_NODE);
    is_comment(&mut nodes) && finds(&mut nodes, widget) && is_comment(&mut nodes) && nodes.next().is_none()
}

/// The heading level with which the story's title was prerendered.
pub fn heading_level(mount: &Element) -> Option<u8> {
    let title = mount.query_selector(".title").ok().flatten()?;
    title.local_name().strip_prefix('h')?.parse().ok()
}

/// How much of the story was prerendered. Of a page where somebody has changed that, it is what there was to see.
pub fn prerendered_in(mount: &Element) -> Prerendered {
    let find = |selector| mount.query_selector(selector).ok().flatten();
    if find(".view").is_some() {
        return Prerendered::Views;
    }
    let page = find(".pages").and_then(|pages| pages.get_attribute("data-page")?.parse().ok());
    Prerendered::Cards(page.unwrap_or_default())
}

/// Nodes that follow one another. Text is left out: Yew writes it anew in any case.
struct Nodes(Option<Node>);

impl Iterator for Nodes {
    type Item = Node;

    fn next(&mut self) -> Option<Node> {
        loop {
            let node = self.0.take()?;
            self.0 = node.next_sibling();
            if node.node_type() != Node::TEXT_NODE {
                return Some(node);
            }
        }
    }
}

/// Whether the next nodes are what is expected.
fn finds(nodes: &mut Nodes, expected: &VNode) -> bool {
    match expected {
        VNode::VText(_) => true,
        VNode::VList(list) => list.iter().all(|child| finds(nodes, child)),
        VNode::VTag(tag) => nodes.next().is_some_and(|node| {
            let mut inside = Nodes(node.first_child());
            node.node_name().eq_ignore_ascii_case(tag.tag())
                && tag.children().is_none_or(|children| finds(&mut inside, children))
                && inside.next().is_none()
        }),
        _ => false,
    }
}
