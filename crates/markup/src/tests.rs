//! The code that the markup macro generates, and its errors.

use super::expanded;

/// The code generated for some markup, without spaces; or the error.
fn code(markup: &str) -> String {
    let Ok(input) = markup.parse() else { return "no tokens".to_owned() };
    match expanded(input) {
        Ok(code) => code.to_string().replace(' ', "").replace("crate::components::shared::markup::", ""),
        Err(error) => error.to_string(),
    }
}

/// The position of the error in a line of markup.
fn place(markup: &str) -> Option<&str> {
    let error = expanded(markup.parse().ok()?).err()?;
    markup.get(error.span().start().column..error.span().end().column)
}

#[test]
fn fixed_markup_becomes_one_text() {
    let text = r#"filled("\u{3}p\u{4}class=lead\u{3}b\u{1}Hello\u{6}\u{1} you\u{6}",&mut[])"#;
    assert_eq!(code(r#"<p class="lead"><b>{ "Hello" }</b>{ " you" }</p>"#), text.replace(" you", "you"));
}

#[test]
fn computed_values_fill_the_holes_in_the_order_of_the_table() {
    let made = code(r"<a {href} class={class} key={at} onclick={open}><i />{ name }</a>");
    assert_eq!(
        made,
        r#"filled("\u{3}a\u{4}class\u{4}href\u{5}\u{5}\u{3}i\u{6}\u{2}\u{6}",&mut*::core::mem::ManuallyDrop::new(["#
            .to_owned()
            + "Attribute::into_hole(class),Attribute::into_hole(href),key(at),onclick(open),"
            + "Hole::Node(Content::into_node(name))]))"
    );
}

#[test]
fn a_class_comes_first_and_flags_last() {
    assert!(
        code(r#"<input class="a" readonly=true type="text" />"#)
            .contains(r"\u{4}class=a\u{4}type=text\u{4}readonly=readonly")
    );
}

#[test]
fn a_false_flag_is_left_out() {
    assert_eq!(code("<input readonly=false />"), r#"filled("\u{3}input\u{6}",&mut[])"#);
    assert!(code("<input disabled={!offered} />").contains(r#"flag(!offered,"disabled")"#));
}

#[test]
fn a_value_is_a_property_of_form_fields_and_an_attribute_elsewhere() {
    assert!(code("<input value={text} checked={is} />").contains("[value(text),Hole::Checked(is)]"));
    assert!(code("<li value={text} />").contains("[Attribute::into_hole(text)]"));
}

#[test]
fn a_computed_name_is_filled_in() {
    let made = code("<@{heading}>{ text }</@>");
    assert!(made.contains(r#""\u{3}\u{5}\u{2}\u{6}""#), "{made}");
    assert!(made.contains("[tag(heading),"), "{made}");
}

#[test]
fn a_value_alone_needs_no_table() {
    assert_eq!(code("{ text }"), "Content::into_node(text)");
    assert_eq!(code("{ for nodes }"), "list(nodes)");
}

#[test]
fn a_false_condition_without_else_is_nothing() {
    assert_eq!(code("if let Some(a) = b { { a } }"), "ifletSome(a)=b{Content::into_node(a)}else{nothing()}");
}

#[test]
fn conditions_can_follow_one_another() {
    let made = code("if a { { one } } else if b { { two } } else { { three } }");
    assert_eq!(made, "ifa{Content::into_node(one)}else{ifb{Content::into_node(two)}else{Content::into_node(three)}}");
}

#[test]
fn a_fragment_is_replaced_by_its_content() {
    assert_eq!(code("<><i />{ \"a\" }</>"), r#"filled("\u{3}i\u{6}\u{1}a",&mut[])"#);
}

#[test]
fn no_markup_is_nothing() {
    assert_eq!(code(""), "nothing()");
}

#[test]
fn unknown_markup_is_an_error_that_says_what_is_known() {
    let errors = [
        ("<Card name={a} />", "components are not known here: call a function that makes the nodes"),
        ("for a in b { <i /> }", "write `{ for values.map(…) }`: a loop of its own is not known here"),
        ("text", "expected `<`, `{` or `if`; text stands in braces: `{ \"text\" }`"),
        (
            "<p onscroll={f} />",
            "`onscroll` is none of the listeners: onchange, onclick, onfocusin, oninput, onkeydown, ontoggle",
        ),
        ("<p onclick={f} onchange={f} />", "an element has one listener"),
        ("<p hidden />", "`hidden` has no value"),
        ("<p tabindex=1 />", "expected a text in quotation marks"),
        ("<p ~title={a} />", "expected an attribute: `name=\"text\"`, `name={value}` or `{name}`"),
        ("<p {a.b} />", "expected a name alone: write `name={value}`"),
        ("<p id=\"a\" id=\"b\" />", "`id` is there twice"),
        ("{ 1 }", "only text stands in markup as it is"),
        ("{ a b }", "expected one value"),
        ("{}", "expected a value"),
        ("<p title=\"a\\u{1}\" />", "control characters cannot stand in markup"),
    ];
    for (markup, error) in errors {
        assert_eq!(code(markup), error, "{markup}");
    }
}

#[test]
fn unclosed_markup_is_an_error() {
    let errors = [
        ("<p>", "this `p` is not closed"),
        ("<>", "this fragment is not closed"),
        ("<p", "this tag has no end"),
        ("<p></b>", "expected `</p>`, since that is what is open"),
        ("<p></>", "expected `</p>`, since that is what is open"),
        ("</p>", "nothing is open here that this could close"),
        ("<input></input>", "nothing can be in `input`: write `<input />`"),
    ];
    for (markup, error) in errors {
        assert_eq!(code(markup), error, "{markup}");
    }
}

#[test]
fn an_error_is_where_the_mistake_is() {
    assert_eq!(place("<p><Card /></p>"), Some("Card"));
    assert_eq!(place("<p><i id=\"a\" onscroll={f} /></p>"), Some("onscroll"));
    assert_eq!(place("<p><b></i></p>"), Some("i"));
}
