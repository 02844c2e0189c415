//! What stands in a tag.

use proc_macro2::Span;
use syn::{
    Expr, ExprLit, Ident, Lit, LitStr, Token, braced,
    ext::IdentExt,
    parse::{ParseStream, Result},
    spanned::Spanned,
    token::Brace,
};

/// Attributes that are there or not: their values are bools. Others of that kind can be added.
const BOOLEAN: [&str; 2] = ["disabled", "readonly"];

/// What an element can be told of, each with a function in `components::markup`.
const LISTENERS: [&str; 6] = ["onchange", "onclick", "onfocusin", "oninput", "onkeydown", "ontoggle"];

/// A name with its value.
pub struct Attribute {
    name: String,
    span: Span,
    value: Expr,
}

/// What an element has, sorted by what becomes of it.
#[derive(Default)]
pub struct Attributes {
    /// Attributes in the order in which they are written to HTML.
    pub named: Vec<(String, Value)>,
    pub key: Option<Expr>,
    pub node_ref: Option<Expr>,
    /// The value of what the reader fills in, which is a property.
    pub value: Option<Expr>,
    pub checked: Option<Expr>,
    /// What the element is told of, and whom it tells.
    pub listener: Option<(Ident, Expr)>,
}

/// The value of an attribute.
pub enum Value {
    Fixed(LitStr),
    /// A text, or none where the attribute is left out.
    Computed(Expr),
    /// Whether the attribute is there.
    Flag(Expr),
}

impl Attribute {
    /// Reads `name="text"`, `name={value}` or `{name}`.
    pub fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(Brace) {
            let inside;
            braced!(inside in input);
            let name: Ident = inside.parse()?;
            if !inside.is_empty() {
                return Err(inside.error("expected a name alone: write `name={value}`"));
            }
            return Ok(Self { name: name.to_string(), span: name.span(), value: syn::parse_quote!(#name) });
        }
        if !input.peek(Ident::peek_any) {
            return Err(input.error("expected an attribute: `name=\"text\"`, `name={value}` or `{name}`"));
        }
        let (name, span) = dashed(input)?;
        if !input.peek(Token![=]) {
            return Err(syn::Error::new(span, format!("`{name}` has no value")));
        }
        input.parse::<Token![=]>()?;
        let value = if input.peek(Brace) {
            let inside;
            braced!(inside in input);
            let value = inside.parse()?;
            if !inside.is_empty() {
                return Err(inside.error("expected one value"));
            }
            value
        } else {
            Expr::Lit(ExprLit { attrs: Vec::new(), lit: input.parse()? })
        };
        Ok(Self { name, span, value })
    }
}

impl Attributes {
    /// Sorts those of an element.
    pub fn new(tag: &str, attributes: Vec<Attribute>) -> Result<Self> {
        let mut sorted = Self::default();
        let mut names: Vec<String> = Vec::new();
        let (mut flags, mut class) = (Vec::new(), None);
        for Attribute { name, span, value } in attributes {
            if names.contains(&name) {
                return Err(syn::Error::new(span, format!("`{name}` is there twice")));
            }
            let is_input = tag == "input" || tag == "textarea";
            match name.as_str() {
                "key" => sorted.key = Some(value),
                "ref" => sorted.node_ref = Some(value),
                "value" if is_input => sorted.value = Some(value),
                "checked" if tag == "input" => sorted.checked = Some(value),
                "class" => class = Some(plain(value)?),
                event if LISTENERS.contains(&event) => {
                    if sorted.listener.is_some() {
                        return Err(syn::Error::new(span, "an element has one listener"));
                    }
                    sorted.listener = Some((Ident::new(event, span), value));
                }
                event if event.starts_with("on") => {
                    let known = LISTENERS.join(", ");
                    return Err(syn::Error::new(span, format!("`{event}` is none of the listeners: {known}")));
                }
                flag if BOOLEAN.contains(&flag) => match value {
                    Expr::Lit(ExprLit { lit: Lit::Bool(is_there), .. }) => {
                        let there = is_there.value.then(|| Value::Fixed(LitStr::new(flag, span)));
                        flags.extend(there.map(|there| (name.clone(), there)));
                    }
                    value => flags.push((name.clone(), Value::Flag(value))),
                },
                _ => sorted.named.push((name.clone(), plain(value)?)),
            }
            names.push(name);
        }
        // The class comes first, so that elements of a kind begin with the same letters: a page compresses better.
        sorted.named.splice(0..0, class.map(|class| ("class".to_owned(), class)));
        sorted.named.append(&mut flags);
        Ok(sorted)
    }
}

fn plain(value: Expr) -> Result<Value> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Ok(Value::Fixed(without_marks(text)?)),
        Expr::Lit(other) => Err(syn::Error::new(other.span(), "expected a text in quotation marks")),
        value => Ok(Value::Computed(value)),
    }
}

/// A text, unless there is something in it by which the tables are read.
pub fn without_marks(text: LitStr) -> Result<LitStr> {
    if text.value().contains(|letter: char| letter.is_ascii_control()) {
        return Err(syn::Error::new(text.span(), "control characters cannot stand in markup"));
    }
    Ok(text)
}

/// A name in which hyphens may stand.
pub fn dashed(input: ParseStream) -> Result<(String, Span)> {
    let first = input.call(Ident::parse_any)?;
    let mut name = first.unraw().to_string();
    while input.peek(Token![-]) {
        input.parse::<Token![-]>()?;
        name = format!("{name}-{}", input.call(Ident::parse_any)?);
    }
    Ok((name, first.span()))
}
