//! What `html!` calls. The markup of a component is a table of what is fixed, with holes for what is computed; the nodes are
//! made from the two here, in one place. Yew's own macro makes code for each element instead, which is many kilobytes more to
//! download. The nodes are the same.

mod table;

use std::{cell::Cell, mem, rc::Rc, slice::IterMut};

pub(crate) use fact_cards_markup::html;
use web_sys::{Event, FocusEvent, InputEvent, KeyboardEvent, MouseEvent};
use yew::{
    Callback, Html, NodeRef,
    html::{IntoEventCallback, onchange, onclick, onfocusin, oninput, onkeydown, ontoggle},
    virtual_dom::{AttrValue, AttributeOrProperty, Attributes, Key, Listener, Listeners, VList, VTag, VText},
};

use self::table::{Element, ElementAttributes, TableNode, table};

thread_local! {
    /// The reference of every element that nobody asks for. Yew sets it anew only where it changes, so one for all is quicker
    /// than one for each.
    static NOBODY: NodeRef = NodeRef::default();
    static NOTHING: Html = Html::default();
    /// How much more of a page may be made.
    static ROOM: Cell<usize> = const { Cell::new(MOST) };
}

/// How much is made of a page: a byte of text is one, markup that is filled in [`MARKUP`]. A story may come from anywhere, and one
/// that says everything everywhere would fill any memory. What its editor can mean is far below; of what is beyond nothing shows.
const MOST: usize = 64 << 20;
const MARKUP: usize = 64;

/// A new page is begun.
pub(crate) fn begin() {
    ROOM.set(MOST);
}

/// Whether there is room for so much more, which is taken.
#[inline(never)]
fn fits(size: usize) -> bool {
    let left = ROOM.get().checked_sub(size);
    ROOM.set(left.unwrap_or_default());
    left.is_some()
}

/// Whether nothing more fits.
pub(crate) fn is_full() -> bool {
    ROOM.get() == 0
}

/// What is filled in.
#[derive(Default)]
pub(crate) enum Hole {
    /// An attribute that is left out.
    #[default]
    Nothing,
    Node(Html),
    Attribute(AttrValue),
    Tag(AttrValue),
    Key(Key),
    Ref(NodeRef),
    Value(AttrValue),
    Checked(bool),
    Listener(Rc<dyn Listener>),
}

/// What can stand in an element.
pub(crate) trait Content {
    fn into_node(self) -> Html;
}

/// What can be the value of an attribute.
pub(crate) trait Attribute {
    fn into_hole(self) -> Hole;
}

/// The nodes of a table, which is given as a text, with the holes filled in.
#[inline(never)]
pub(crate) fn filled(text: &'static str, holes: &mut [Hole]) -> Html {
    if fits(MARKUP) {
        return nodes(table(text), &mut holes.iter_mut());
    }
    // What would have been filled in goes: nobody else sees to that.
    for hole in holes.iter_mut() {
        drop(mem::take(hole));
    }
    nothing()
}

/// No node.
#[inline(never)]
pub(crate) fn nothing() -> Html {
    NOTHING.with(Html::clone)
}

/// The nodes of an iterator.
pub(crate) fn list(nodes: impl IntoIterator<Item = Html>) -> Html {
    let mut all = Vec::new();
    nodes.into_iter().for_each(|node| add(&mut all, node));
    all.into_node()
}

/// Not `Vec::extend`, which would be made anew for each iterator.
#[inline(never)]
fn add(all: &mut Vec<Html>, node: Html) {
    all.push(node);
}

fn nodes(table: &'static [TableNode], holes: &mut IterMut<Hole>) -> Html {
    match table {
        [] => nothing(),
        [one] => node(one, holes),
        several => {
            let mut all = Vec::with_capacity(several.len());
            for part in several {
                all.push(node(part, holes));
            }
            all.into_node()
        }
    }
}

fn node(part: &'static TableNode, holes: &mut IterMut<Hole>) -> Html {
    match part {
        TableNode::Text(text) => VText::new(*text).into(),
        TableNode::Hole => match take(holes) {
            Hole::Node(node) => node,
            _ => nothing(),
        },
        TableNode::Element(of) => element(of, holes),
    }
}

fn element(of: &'static Element, holes: &mut IterMut<Hole>) -> Html {
    let attributes = match of.named {
        ElementAttributes::Fixed(named) => Attributes::Static(named),
        ElementAttributes::Filled(keys, values) => {
            let mut filled = Vec::with_capacity(values.len());
            for value in values {
                let value = match (value, value.is_none().then(|| take(holes))) {
                    (Some(value), _) => Some(AttrValue::Static(value)),
                    (None, Some(Hole::Attribute(value))) => Some(value),
                    _ => None,
                };
                filled.push(value.map(AttributeOrProperty::Attribute));
            }
            Attributes::Dynamic { keys, values: filled.into_boxed_slice() }
        }
    };
    let (mut tag, mut key, mut node_ref) = (AttrValue::Static(of.tag), None, None);
    let (mut value, mut checked, mut listeners) = (None, None, Listeners::None);
    for own in holes.take(of.own) {
        match mem::take(own) {
            Hole::Tag(is) => tag = is,
            Hole::Key(is) => key = Some(is),
            Hole::Ref(is) => node_ref = Some(is),
            Hole::Value(is) => value = Some(is),
            Hole::Checked(is) => checked = Some(is),
            Hole::Listener(is) => listeners = Listeners::Pending(Box::new([Some(is)])),
            Hole::Nothing | Hole::Node(_) | Hole::Attribute(_) => {}
        }
    }
    let node_ref = node_ref.unwrap_or_else(|| NOBODY.with(NodeRef::clone));
    // What Yew's own macro calls. `VTag::new` would look at the letters of the name of each.
    let element = match of.tag {
        "input" => VTag::__new_input(value, checked, node_ref, key, attributes, listeners),
        "textarea" => VTag::__new_textarea(value, None, node_ref, key, attributes, listeners),
        _ => VTag::__new_other(tag, node_ref, key, attributes, listeners, nodes(of.children, holes)),
    };
    element.into()
}

fn take(holes: &mut IterMut<Hole>) -> Hole {
    holes.next().map(mem::take).unwrap_or_default()
}

impl Content for Html {
    fn into_node(self) -> Html {
        self
    }
}

impl Content for Option<Html> {
    #[inline(never)]
    fn into_node(self) -> Html {
        self.unwrap_or_else(nothing)
    }
}

impl Content for Vec<Html> {
    #[inline(never)]
    fn into_node(self) -> Html {
        VList::with_children(self, None).into()
    }
}

impl Content for &str {
    #[inline(never)]
    fn into_node(self) -> Html {
        if fits(self.len()) { text(self).into() } else { nothing() }
    }
}

impl Content for &String {
    fn into_node(self) -> Html {
        self.as_str().into_node()
    }
}

impl Content for String {
    #[inline(never)]
    fn into_node(self) -> Html {
        self.as_str().into_node()
    }
}

impl Attribute for &'static str {
    #[inline(never)]
    fn into_hole(self) -> Hole {
        Hole::Attribute(AttrValue::Static(self))
    }
}

impl Attribute for String {
    #[inline(never)]
    fn into_hole(self) -> Hole {
        if fits(self.len()) { Hole::Attribute(self.into()) } else { Hole::Nothing }
    }
}

impl<A: Attribute> Attribute for Option<A> {
    #[inline(never)]
    fn into_hole(self) -> Hole {
        self.map_or(Hole::Nothing, A::into_hole)
    }
}

/// Whether an attribute is there.
#[inline(never)]
pub(crate) fn flag(is_there: bool, name: &'static str) -> Hole {
    is_there.then_some(name).into_hole()
}

/// The name of an element.
#[inline(never)]
pub(crate) fn tag(name: String) -> Hole {
    Hole::Tag(name.into())
}

/// What is told apart among its siblings by that.
#[inline(never)]
pub(crate) fn key(key: impl Into<Key>) -> Hole {
    Hole::Key(key.into())
}

/// What stands in what the reader fills in.
pub(crate) fn value(value: impl Into<AttrValue>) -> Hole {
    Hole::Value(value.into())
}

fn text(text: &str) -> VText {
    VText { text: AttrValue::Rc(Rc::from(text)) }
}

/// A function for each event.
macro_rules! listeners {
    ($($event:ident($type:ty),)*) => {$(
        pub(crate) fn $event(callback: impl IntoEventCallback<$type>) -> Hole {
            #[inline(never)]
            fn listener(callback: Callback<$type>) -> Hole {
                Hole::Listener(Rc::new($event::Wrapper::new(callback)))
            }
            callback.into_event_callback().map_or(Hole::Nothing, listener)
        }
    )*};
}

listeners! {
    onchange(Event),
    onclick(MouseEvent),
    onfocusin(FocusEvent),
    oninput(InputEvent),
    onkeydown(KeyboardEvent),
    ontoggle(Event),
}

#[cfg(test)]
mod tests;
