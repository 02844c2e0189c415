//! What stands in the markup.

use proc_macro2::Span;
use syn::{
    Expr, Ident, LitStr, Token, braced,
    ext::IdentExt,
    parse::{ParseStream, Result},
    spanned::Spanned,
    token::Brace,
};

use crate::attribute::{Attribute, Attributes, dashed, without_marks};

/// A node, or several in one place.
pub enum Node {
    Text(LitStr),
    /// A text or a node that is computed.
    Value(Expr),
    /// The nodes of an iterator.
    Each(Expr),
    If(Box<If>),
    Element(Box<Element>),
}

/// Nodes for a condition, and those for all else.
pub struct If {
    pub condition: Expr,
    pub then: Vec<Node>,
    pub otherwise: Vec<Node>,
}

/// An element.
pub struct Element {
    pub tag: Tag,
    pub attributes: Attributes,
    pub children: Vec<Node>,
}

/// The name of an element.
pub enum Tag {
    Fixed(String, Span),
    Computed(Box<Expr>),
}

/// What has no children, nor a closing tag.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "textarea"];

/// Everything up to the end.
pub fn all(input: ParseStream) -> Result<Vec<Node>> {
    let mut nodes = Vec::new();
    while !input.is_empty() {
        if input.peek(Token![<]) && input.peek2(Token![/]) {
            return Err(input.error("nothing is open here that this could close"));
        }
        add(input, &mut nodes)?;
    }
    Ok(nodes)
}

/// The next node; of a fragment all that is in it.
fn add(input: ParseStream, nodes: &mut Vec<Node>) -> Result<()> {
    if input.peek(Brace) {
        nodes.push(in_braces(input)?);
    } else if input.peek(Token![if]) {
        nodes.push(Node::If(Box::new(condition(input)?)));
    } else if input.peek(Token![<]) && input.peek2(Token![>]) {
        let open: Token![<] = input.parse()?;
        input.parse::<Token![>]>()?;
        nodes.extend(until_closed(input, open.span, "fragment")?);
        input.parse::<Token![>]>()?;
    } else if input.peek(Token![<]) {
        nodes.push(Node::Element(Box::new(element(input)?)));
    } else if input.peek(Token![for]) {
        return Err(input.error("write `{ for values.map(…) }`: a loop of its own is not known here"));
    } else {
        return Err(input.error("expected `<`, `{` or `if`; text stands in braces: `{ \"text\" }`"));
    }
    Ok(())
}

fn in_braces(input: ParseStream) -> Result<Node> {
    let inside;
    let brace = braced!(inside in input);
    if inside.is_empty() {
        return Err(syn::Error::new(brace.span.join(), "expected a value"));
    }
    let each: Option<Token![for]> = inside.parse()?;
    let value: Expr = inside.parse()?;
    if !inside.is_empty() {
        return Err(inside.error("expected one value"));
    }
    Ok(match (each, value) {
        (Some(_), value) => Node::Each(value),
        (None, Expr::Lit(literal)) => match literal.lit {
            syn::Lit::Str(text) => Node::Text(without_marks(text)?),
            other => return Err(syn::Error::new(other.span(), "only text stands in markup as it is")),
        },
        (None, value) => Node::Value(value),
    })
}

fn condition(input: ParseStream) -> Result<If> {
    input.parse::<Token![if]>()?;
    let condition = input.call(Expr::parse_without_eager_brace)?;
    let then = block(input)?;
    let otherwise = match input.parse::<Option<Token![else]>>()? {
        None => Vec::new(),
        Some(_) if input.peek(Token![if]) => vec![Node::If(Box::new(self::condition(input)?))],
        Some(_) => block(input)?,
    };
    Ok(If { condition, then, otherwise })
}

fn block(input: ParseStream) -> Result<Vec<Node>> {
    let inside;
    braced!(inside in input);
    all(&inside)
}

fn element(input: ParseStream) -> Result<Element> {
    let open: Token![<] = input.parse()?;
    let tag = tag(input)?;
    let mut attributes = Vec::new();
    while !input.peek(Token![>]) && !input.peek(Token![/]) {
        if input.is_empty() {
            return Err(syn::Error::new(open.span, "this tag has no end"));
        }
        attributes.push(input.call(Attribute::parse)?);
    }
    let (name, span) = match &tag {
        Tag::Fixed(name, span) => (name.as_str(), *span),
        Tag::Computed(expression) => ("@", expression.span()),
    };
    let attributes = Attributes::new(name, attributes)?;
    let is_whole: Option<Token![/]> = input.parse()?;
    input.parse::<Token![>]>()?;
    if is_whole.is_some() {
        return Ok(Element { tag, attributes, children: Vec::new() });
    }
    if VOID.contains(&name) {
        return Err(syn::Error::new(span, format!("nothing can be in `{name}`: write `<{name} />`")));
    }
    let children = until_closed(input, open.span, &format!("`{name}`"))?;
    let end = input.span();
    let closes = if input.parse::<Option<Token![@]>>()?.is_some() { "@".to_owned() } else { closing_name(input)? };
    if closes != name {
        return Err(syn::Error::new(end, format!("expected `</{name}>`, since that is what is open")));
    }
    input.parse::<Token![>]>()?;
    Ok(Element { tag, attributes, children })
}

fn closing_name(input: ParseStream) -> Result<String> {
    if input.peek(Token![>]) { Ok(String::new()) } else { Ok(dashed(input)?.0) }
}

/// What is in something open, with the beginning of the tag that closes it.
fn until_closed(input: ParseStream, open: Span, what: &str) -> Result<Vec<Node>> {
    let mut nodes = Vec::new();
    while !(input.peek(Token![<]) && input.peek2(Token![/])) {
        if input.is_empty() {
            return Err(syn::Error::new(open, format!("this {what} is not closed")));
        }
        add(input, &mut nodes)?;
    }
    input.parse::<Token![<]>()?;
    input.parse::<Token![/]>()?;
    Ok(nodes)
}

fn tag(input: ParseStream) -> Result<Tag> {
    if input.parse::<Option<Token![@]>>()?.is_some() {
        let name;
        braced!(name in input);
        return Ok(Tag::Computed(Box::new(name.parse()?)));
    }
    if !input.peek(Ident::peek_any) {
        return Err(input.error("expected the name of an element"));
    }
    let (name, span) = dashed(input)?;
    if name.starts_with(|first: char| first.is_ascii_uppercase()) || input.peek(Token![::]) {
        return Err(syn::Error::new(span, "components are not known here: call a function that makes the nodes"));
    }
    Ok(Tag::Fixed(name, span))
}
