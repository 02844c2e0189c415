//! Our macro compared with Yew's: both make the same nodes.

use std::{collections::BTreeMap, mem::ManuallyDrop, rc::Rc};

use yew::{
    Callback, Html, NodeRef,
    virtual_dom::{Attributes, Key, VNode, VTag},
};

use super::{Hole, ROOM, begin, filled, html, nothing};

/// Asserts that both macros make the same of some markup.
macro_rules! same {
    ($($markup:tt)*) => {
        assert_eq!(sorted(html! { $($markup)* }), sorted(yew::html! { $($markup)* }))
    };
}

/// A node without its own attributes, and these by name: ours have the class first.
fn sorted(node: Html) -> (BTreeMap<String, String>, Html) {
    let VNode::VTag(tag) = node else { return (BTreeMap::new(), node) };
    let mut tag = Rc::unwrap_or_clone(tag);
    let named = tag.attributes.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    tag.set_attributes(Attributes::Static(&[]));
    (named, VNode::from(tag))
}

#[test]
fn elements_with_fixed_attributes_and_texts_equal_yews() {
    same! { <p class="lead" data-kind="card" title=""><b>{ "Hello" }</b>{ " · " }<i></i></p> }
}

#[test]
fn computed_attributes_equal_yews_and_absent_ones_are_left_out() {
    let (locale, left_out) = (Some("ar".to_owned()), None::<&'static str>);
    same! { <bdi class="a" lang={locale.clone()} dir={left_out} key="b" id={"c".to_owned()}>{ "d" }</bdi> }
}

#[test]
fn form_fields_equal_yews() {
    for is in [true, false] {
        same! { <input type="checkbox" value={"a".to_owned()} checked={is} disabled={!is} name="b" /> }
    }
    same! { <textarea readonly=true rows="3" value={"a".to_owned()} /> }
}

#[test]
fn a_computed_element_name_is_used() {
    assert_eq!(html! { <@{"h2".to_owned()} class="name">{ "a" }</@> }, yew::html! { <h2 class="name">{ "a" }</h2> });
}

#[test]
fn drawings_equal_yews() {
    same! { <svg viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0l8 8-8 8z" /></svg> }
}

#[test]
fn the_nodes_of_an_iterator_equal_yews() {
    let keys = || 0..3_u16;
    same! { <ul>{ for keys().map(|key| yew::html! { <li {key}>{ "a" }</li> }) }</ul> }
}

#[test]
fn a_condition_chooses_its_nodes() {
    for (is, text) in [(Some("a"), "<i>a</i>"), (None, "b")] {
        let made = html! { <p>if let Some(text) = is { <i>{ text }</i> } else { { "b" } }</p> };
        assert_eq!(text_of(&made), text.replace("<i>", "").replace("</i>", ""));
    }
}

#[test]
fn adjacent_holes_are_filled_in_order() {
    let made = html! { <p title={"0".to_owned()}><b key="k" id={"1".to_owned()}>{ "2" }{ "3".to_owned() }</b>{ "4" }{ "5".to_owned() }</p> };
    assert_eq!(text_of(&made), "2345");
    assert_eq!(named(&made, "title").as_deref(), Some("0"));
}

#[test]
fn a_reference_and_a_listener_are_kept() {
    let at = NodeRef::default();
    let made = html! { <a ref={at.clone()} onclick={Callback::noop()}></a> };
    assert!(tag(&made).is_some_and(|made| made.node_ref == at));
    assert!(format!("{made:?}").contains("onclick"), "{made:?}");
}

#[test]
fn a_table_is_read_once() {
    let made = || html! { <p class="a" title="b"></p> };
    let place = |node: &Html| match tag(node)?.attributes {
        Attributes::Static(all) => Some(all.as_ptr()),
        _ => None,
    };
    let (one, other) = (made(), made());
    assert!(place(&one).is_some());
    assert_eq!(place(&one), place(&other));
}

fn tag(node: &Html) -> Option<&VTag> {
    if let VNode::VTag(tag) = node { Some(tag) } else { None }
}

/// The texts in a node.
fn text_of(node: &Html) -> String {
    match node {
        VNode::VText(text) => text.text.to_string(),
        VNode::VList(all) => all.iter().map(text_of).collect(),
        VNode::VTag(tag) => tag.children().map(text_of).unwrap_or_default(),
        _ => String::new(),
    }
}

fn named(node: &Html, name: &str) -> Option<String> {
    tag(node)?.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}

#[test]
fn what_does_not_fit_is_not_kept() {
    let text: Rc<str> = Rc::from("a text");
    let fill = || filled("\u{3}a\u{6}", &mut *ManuallyDrop::new([Hole::Key(Key::from(Rc::clone(&text)))]));
    begin();
    ROOM.set(0);
    assert_eq!(fill(), nothing());
    assert_eq!(Rc::strong_count(&text), 1);
    begin();
}
