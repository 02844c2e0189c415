/// The placeholder in scripts for the values of one site.
const BUILD: &str = "BUILD";

/// A script with its placeholder filled, or none where it has no placeholder.
pub(crate) fn with_build(source: &str, build: &str) -> Option<String> {
    let (before, after) = source.split_once(BUILD)?;
    Some(format!("{before}{build}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_values_of_a_site_replace_the_placeholder() {
        assert_eq!(with_build("const{a}=BUILD;", "{a:1}").as_deref(), Some("const{a}={a:1};"));
        assert_eq!(with_build("alert(1)", "{}"), None);
    }
}
