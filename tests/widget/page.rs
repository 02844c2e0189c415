//! The prerendered page: the widget as HTML, parsed as a browser would, and as a person reads it.

use std::{fmt::Write, rc::Rc};

use fact_cards::{
    Disclosed, PageOptions, Prerendered, Props, Requested, Widget, prerender,
    share::Addresses,
    state::{State, View},
};
use fact_cards_story::edition::{CardId, Edition, Fact, FactId};
use yew::{Callback, LocalServerRenderer};

/// The HTML of the widget.
pub fn html(edition: &Edition, state: &State) -> String {
    html_with_heading(edition, state, 1)
}

/// The HTML of the widget with its title as a heading of that level.
pub fn html_with_heading(edition: &Edition, state: &State, heading_level: u8) -> String {
    let disclosed = Some(everything_open(edition));
    html_of(edition, Requested { state: state.clone(), disclosed, ..Requested::default() }, heading_level)
}

/// Every card open, and the sheet of filters.
pub fn everything_open(edition: &Edition) -> Disclosed {
    Disclosed::new(CardId::first(edition.cards.len()).collect(), true)
}

/// The widget with these cards open and no others, parsed.
pub fn page_with_open(edition: &Edition, state: &State, cards: &[CardId]) -> Element {
    let disclosed = Some(Disclosed::new(cards.to_vec(), false));
    parse(&html_of(edition, Requested { state: state.clone(), disclosed, ..Requested::default() }, 1))
}

/// The widget with everything open, and more told of a fact on a card, parsed.
pub fn page_with_menu(edition: &Edition, state: &State, card: CardId, fact: FactId) -> Element {
    let mut disclosed = everything_open(edition);
    disclosed.fact = Some((card, fact));
    parse(&html_of(edition, Requested { state: state.clone(), disclosed: Some(disclosed), ..Requested::default() }, 1))
}

/// For each fact what is told on its own card once its menu is open.
pub fn every_fact_with_menu(edition: &Edition) -> impl Iterator<Item = (&Fact, Element)> {
    FactId::all().zip(&edition.facts).map(|(number, fact)| {
        let mut page = page_with_menu(edition, &State::default(), fact.home, number);
        let is_its_own = |element: &Element| element.get("id") == Some(&format!("fact={}", fact.id));
        (fact, page.take(&is_its_own).expect("the fact is on its own card"))
    })
}

/// The widget as it is with nothing open, parsed.
pub fn closed_page(edition: &Edition, state: &State) -> Element {
    page_with_open(edition, state, &[])
}

/// The HTML of the widget for a request.
pub fn html_of(edition: &Edition, requested: Requested, heading_level: u8) -> String {
    html_with(edition, requested, |props| props.heading_level = heading_level)
}

/// The HTML of the widget for a request, after something else that it is given was changed.
pub fn html_with(edition: &Edition, requested: Requested, change: impl FnOnce(&mut Props)) -> String {
    let mut props = Props {
        edition: Rc::new(edition.clone()),
        requested,
        on_hydrated: Callback::noop(),
        on_change: Callback::noop(),
        on_open: Callback::noop(),
        on_share: Callback::noop(),
        addresses: Addresses::default(),
        site: "https://cards.example/".to_owned(),
        pages: None,
        heading_level: 1,
        show: 0,
        bare: false,
        hydrates: false,
        prints: false,
        pieces: None,
    };
    change(&mut props);
    futures_executor::block_on(LocalServerRenderer::<Widget>::with_props(props).hydratable(false).render())
}

/// The HTML of the widget as prerendered, with every view.
pub fn prerendered_html(edition: &Edition) -> String {
    without_comments(&prerender(
        &Rc::new(edition.clone()),
        Prerendered::Views,
        PageOptions { heading_level: 1, ..PageOptions::default() },
    ))
}

/// Markup without the comments by which the engine hydrates it.
pub fn without_comments(html: &str) -> String {
    let mut parts = html.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |html, part| html + part.split_once("-->").expect("a comment that ends").1)
}

/// The same, parsed.
pub fn prerendered(edition: &Edition) -> Element {
    parse(&prerendered_html(edition))
}

/// The widget with everything open, parsed.
pub fn page(edition: &Edition, state: &State) -> Element {
    parse(&html(edition, state))
}

/// The content of an element.
#[derive(Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// An element, with unescaped text.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

impl Element {
    /// The value of an attribute; empty if it has none.
    pub fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == attribute).map(|(_, value)| value.as_str())
    }

    /// The value of a required attribute.
    pub fn need(&self, attribute: &str) -> &str {
        self.get(attribute).unwrap_or_else(|| panic!("{} has no {attribute}: {:?}", self.name, self.attributes))
    }

    /// Whether it has the class.
    pub fn is(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
    }

    /// The child elements, in order.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The element and all its descendants, in order.
    pub fn all(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.elements().flat_map(Self::all)).collect()
    }

    /// All of these that satisfy a condition.
    pub fn every(&self, is_so: impl Fn(&Self) -> bool) -> Vec<&Self> {
        self.all().into_iter().filter(|element| is_so(element)).collect()
    }

    /// The first descendant that satisfies a condition, taken out.
    pub fn take(&mut self, is_so: &impl Fn(&Self) -> bool) -> Option<Self> {
        let at = self.children.iter().position(|child| matches!(child, Node::Element(element) if is_so(element)));
        if let Some(at) = at {
            let Node::Element(element) = self.children.remove(at) else { unreachable!("it is one") };
            return Some(element);
        }
        self.children.iter_mut().find_map(|child| match child {
            Node::Element(element) => element.take(is_so),
            Node::Text(_) => None,
        })
    }

    /// Leaves out all descendants that satisfy a condition.
    pub fn leave_out(&mut self, is_so: &impl Fn(&Self) -> bool) {
        self.children.retain(|child| !matches!(child, Node::Element(element) if is_so(element)));
        for child in &mut self.children {
            if let Node::Element(element) = child {
                element.leave_out(is_so);
            }
        }
    }

    /// The card of that id in it.
    pub fn card(&self, id: &str) -> &Self {
        self.one(|element| element.get("data-card") == Some(id))
    }

    /// Which fact an element is: before the engine its id says so, where it is on its own card.
    pub fn fact(&self) -> &str {
        let id = || self.get("id").and_then(|id| id.strip_prefix("fact="));
        self.get("data-fact").or_else(id).unwrap_or_else(|| panic!("{self:?} is no fact"))
    }

    /// The ids of the facts in it, in order.
    pub fn facts(&self) -> Vec<&str> {
        self.every(|element| element.is("fact")).iter().map(|fact| fact.fact()).collect()
    }

    /// The texts of all of a class, in order.
    pub fn texts(&self, class: &str) -> Vec<String> {
        self.every(|element| element.is(class)).iter().map(|element| element.text()).collect()
    }

    /// The only one that satisfies a condition.
    pub fn one(&self, is_so: impl Fn(&Self) -> bool) -> &Self {
        let found = self.every(is_so);
        assert_eq!(found.len(), 1, "exactly one: {found:#?}");
        found[0]
    }

    /// The descendant that is the view of that name.
    pub fn view(&self, view: View) -> &Self {
        self.one(|element| element.get("data-view") == Some(view.key()))
    }

    /// The ids of the facts that are entries in it, in order.
    pub fn entries(&self) -> Vec<&str> {
        self.every(|element| element.is("entry")).into_iter().filter_map(Self::entry_fact).collect()
    }

    /// The id of the fact that the link on its card's name leads to, if any.
    pub fn entry_fact(&self) -> Option<&str> {
        let link = self.one(|element| element.is("whose")).one(|element| element.name == "a");
        link.need("href").strip_prefix("#fact=")
    }

    /// A length or position in a drawing, in thousandths of the whole.
    pub fn thousandths(&self, attribute: &str) -> u16 {
        let (whole, tenth) =
            self.need(attribute).strip_suffix('%').and_then(|percent| percent.split_once('.')).unwrap();
        whole.parse::<u16>().unwrap() * 10 + tenth.parse::<u16>().unwrap()
    }

    /// Its text content.
    pub fn text(&self) -> String {
        let text = |child: &Node| match child {
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        };
        self.children.iter().map(text).collect()
    }

    /// The names of its elements and attributes, without any text of an editor or reader.
    pub fn shape(&self) -> String {
        let mut shape = String::new();
        for element in self.all() {
            let attributes: Vec<&str> = element.attributes.iter().map(|(name, _)| name.as_str()).collect();
            writeln!(shape, "{} {}", element.name, attributes.join(" ")).unwrap();
        }
        shape
    }
}

/// Tokens of HTML.
enum Piece<'h> {
    Open(&'h str),
    Close(&'h str),
    Text(&'h str),
}

fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let length = if rest.starts_with('<') {
            rest.find('>').unwrap_or_else(|| panic!("a tag that does not end: {rest}")) + 1
        } else {
            rest.find('<').unwrap_or(rest.len())
        };
        let (piece, after) = rest.split_at(length);
        pieces.push(match piece.strip_prefix("</") {
            Some(name) => Piece::Close(name.trim_end_matches('>')),
            None if piece.starts_with('<') => Piece::Open(&piece[1..length - 1]),
            None => Piece::Text(piece),
        });
        rest = after;
    }
    pieces
}

fn name_of(tag: &str) -> &str {
    tag.split(' ').next().unwrap_or_default()
}

/// Whether elements of that name have no end tag.
fn is_void(name: &str) -> bool {
    name == "input"
}

/// Parses HTML more strictly than any browser: every tag must be closed, and names must be well formed. What is hidden is left out.
pub fn parse(html: &str) -> Element {
    let mut page = parse_with_hidden(html);
    page.leave_out(&|element| element.get("hidden").is_some());
    page
}

/// The same with what is hidden.
pub fn parse_with_hidden(html: &str) -> Element {
    let mut open = vec![Element::default()];
    for piece in pieces(html) {
        match piece {
            Piece::Text(text) => {
                assert!(!text.contains('>'), "a loose bracket: {text}");
                open.last_mut().unwrap().children.push(Node::Text(unescaped(text)));
            }
            Piece::Open(tag) => {
                let name = name_of(tag);
                assert!(!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()), "an odd tag: {tag}");
                open.push(Element {
                    name: name.to_owned(),
                    attributes: attributes(&tag[name.len()..]),
                    ..Element::default()
                });
                if is_void(name) {
                    close(&mut open);
                }
            }
            Piece::Close(name) => {
                assert_eq!(open.last().map(|element| element.name.as_str()), Some(name), "the end of what is open");
                close(&mut open);
            }
        }
    }
    assert_eq!(open.len(), 1, "everything is closed");
    let mut root = open.remove(0);
    assert_eq!(root.children.len(), 1, "there is one element around everything");
    match root.children.remove(0) {
        Node::Element(element) => element,
        Node::Text(text) => panic!("text around the widget: {text}"),
    }
}

fn close(open: &mut Vec<Element>) {
    let closed = open.pop().unwrap();
    open.last_mut().expect("no more ends than beginnings").children.push(Node::Element(closed));
}

fn attributes(written: &str) -> Vec<(String, String)> {
    let mut attributes = Vec::new();
    let mut rest = written;
    while let Some(attribute) = rest.strip_prefix(' ') {
        let end = attribute.find([' ', '=']).unwrap_or(attribute.len());
        let name = &attribute[..end];
        assert!(is_attribute(name), "an odd attribute: {name}");
        assert!(attributes.iter().all(|(known, _)| known != name), "{name} twice: {written}");
        rest = &attribute[end..];
        let mut value = "";
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let end = quoted.find('"').expect("a value ends with a quotation mark");
            value = &quoted[..end];
            rest = &quoted[end + 1..];
        }
        attributes.push((name.to_owned(), unescaped(value)));
    }
    assert_eq!(rest, "", "nothing is left of the tag");
    attributes
}

/// Whether this is a valid attribute name: lower case or digits, except for the one that SVG spells otherwise.
fn is_attribute(name: &str) -> bool {
    let is_known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    name == "viewBox" || name.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase()) && name.bytes().all(is_known)
}

fn unescaped(text: &str) -> String {
    let mut unescaped = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        unescaped.push_str(&rest[..at]);
        let end = rest[at..].find(';').unwrap_or_else(|| panic!("a loose ampersand: {rest}")) + at + 1;
        unescaped.push(match &rest[at..end] {
            "&lt;" => '<',
            "&gt;" => '>',
            "&amp;" => '&',
            "&quot;" => '"',
            "&#x27;" => '\'',
            other => panic!("an odd escape: {other}"),
        });
        rest = &rest[end..];
    }
    unescaped + rest
}

/// HTML with one element per line, for reading. Spaces at the ends of a text are shown as `␣`.
pub fn readable(html: &str) -> String {
    let pieces = pieces(html);
    let mut readable = String::new();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let (line, used, depth_after) = match (piece, pieces.get(at + 1), pieces.get(at + 2)) {
            (Piece::Open(tag), Some(Piece::Close(name)), _) if name_of(tag) == *name => {
                (format!("<{tag}></{name}>"), 2, depth)
            }
            (Piece::Open(tag), Some(Piece::Text(text)), Some(Piece::Close(name))) if name_of(tag) == *name => {
                (format!("<{tag}>{}</{name}>", with_spaces(text)), 3, depth)
            }
            (Piece::Open(tag), ..) if is_void(name_of(tag)) => (format!("<{tag}>"), 1, depth),
            (Piece::Open(tag), ..) => (format!("<{tag}>"), 1, depth + 1),
            (Piece::Close(name), ..) => {
                depth -= 1;
                (format!("</{name}>"), 1, depth)
            }
            (Piece::Text(text), ..) => (with_spaces(text), 1, depth),
        };
        writeln!(readable, "{:indent$}{line}", "", indent = depth * 2).unwrap();
        depth = depth_after;
        at += used;
    }
    readable
}

fn with_spaces(text: &str) -> String {
    let inner = text.trim_matches(' ');
    let begin = text.len() - text.trim_start_matches(' ').len();
    let end = text.len() - begin - inner.len();
    format!("{}{inner}{}", "␣".repeat(begin), "␣".repeat(end))
}
