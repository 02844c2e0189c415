/// A policy that also admits the script that watches a page: relaxed by as little as possible, so that only that script
/// can load and report.
pub struct Watched {
    /// The policy to send.
    pub policy: String,
    /// The nonce for scripts of the page, where the policy asks for one.
    pub nonce: Option<String>,
}

/// The same policy with an address to report to, for a page of that origin.
pub fn watched(policy: &str, origin: &str, script: &str, report: &str) -> Watched {
    let directives = policy.split(';').map(str::split_whitespace).map(Iterator::collect::<Vec<_>>);
    let mut directives: Vec<Vec<String>> = directives
        .filter(|directive| !directive.is_empty())
        .map(|directive| directive.into_iter().map(str::to_owned).collect())
        .collect();
    let nonce = sources(&directives, &["script-src-elem", "script-src", "default-src"])
        .and_then(|sources| sources.iter().find_map(|source| source.strip_prefix("'nonce-")?.strip_suffix('\'')))
        .map(str::to_owned);
    allow(&mut directives, &["script-src-elem", "script-src"], &format!("{origin}{script}"));
    allow(&mut directives, &["connect-src"], &format!("{origin}{report}"));
    if !directives.iter().any(|directive| is(directive, "report-uri")) {
        directives.push(vec!["report-uri".to_owned(), report.to_owned()]);
    }
    let policy = directives.iter().map(|directive| directive.join(" ")).collect::<Vec<_>>().join("; ");
    Watched { policy, nonce }
}

/// Allows an address, unless the page's whole origin is allowed already.
fn allow(directives: &mut Vec<Vec<String>>, names: &[&str], address: &str) {
    let chain: Vec<&str> = names.iter().copied().chain(["default-src"]).collect();
    let Some(mut allowed) = sources(directives, &chain).map(<[String]>::to_vec) else { return };
    if allowed.iter().any(|source| source == "'self'" || source == "*") {
        return;
    }
    allowed.retain(|source| source != "'none'");
    allowed.push(address.to_owned());
    let own = names.iter().find(|name| directives.iter().any(|directive| is(directive, name)));
    // A directive of its own in place of the `default-src` fallback, so that other directives keep theirs.
    let name = own.or(names.last()).copied().unwrap_or_default().to_owned();
    directives.retain(|directive| !is(directive, &name));
    directives.push([vec![name], allowed].concat());
}

/// The sources of the first of these directives that is present.
fn sources<'a>(directives: &'a [Vec<String>], names: &[&str]) -> Option<&'a [String]> {
    let found = names.iter().find_map(|name| directives.iter().find(|directive| is(directive, name)));
    found.and_then(|directive| directive.get(1..))
}

fn is(directive: &[String], name: &str) -> bool {
    directive.first().is_some_and(|first| first.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::watched;

    fn policy(policy: &str) -> String {
        watched(policy, "http://a", "/w.js", "/r").policy
    }

    #[test]
    fn a_policy_that_allows_its_own_origin_only_gains_a_report_address() {
        assert_eq!(policy("default-src 'self'; img-src x:"), "default-src 'self'; img-src x:; report-uri /r");
    }

    #[test]
    fn a_stricter_policy_admits_the_watching_script_and_nothing_else() {
        assert_eq!(
            policy("default-src 'none'; script-src http://b"),
            "default-src 'none'; script-src http://b http://a/w.js; connect-src http://a/r; report-uri /r"
        );
    }

    #[test]
    fn the_watching_script_has_the_nonce_that_a_policy_asks_for() {
        assert_eq!(watched("script-src 'nonce-7'", "http://a", "/w.js", "/r").nonce.as_deref(), Some("7"));
    }
}
