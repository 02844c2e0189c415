//! A simple parser for pages, as far as these tests need it.

use serde_json::Value;

const BEGIN: &str = "<script type=\"application/ld+json\">";

/// The structured data of a page, if it has any.
pub fn data(page: &str) -> Option<Value> {
    let (_, rest) = page.split_once(BEGIN)?;
    let (data, rest) = rest.split_once("</script>").expect("the element ends");
    assert!(!rest.contains("ld+json"), "there is one");
    Some(serde_json::from_str(data).unwrap_or_else(|error| panic!("{error} in {data}")))
}

/// A page without its structured data.
pub fn without_data(page: &str) -> String {
    let Some((before, rest)) = page.split_once(BEGIN) else { return page.to_owned() };
    format!("{before}{}", rest.split_once("</script>\n").expect("the element ends").1)
}

/// The text of a page with everything on it opened.
pub fn text(page: &str) -> String {
    let (_, mut rest) = page.split_once("<body").expect("a page has a body");
    let mut text = String::new();
    while let Some((_, after)) = rest.split_once('>') {
        let (shown, next) = after.split_once('<').unwrap_or((after, ""));
        text.push_str(shown);
        rest = next;
    }
    unescaped(&text)
}

/// The values of an attribute, in order.
pub fn attributes(page: &str, name: &str) -> Vec<String> {
    let begin = format!(" {name}=\"");
    page.split(&begin).skip(1).map(|rest| unescaped(rest.split('"').next().unwrap())).collect()
}

fn unescaped(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}
