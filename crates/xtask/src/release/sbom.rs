//! The list of what a program is made of, in [the format of `CycloneDX` 1.5](https://cyclonedx.org/docs/1.5/json/).

use serde_json::{Value, json};

use crate::licences::Component;

/// The list for a program with that checksum.
pub fn sbom(version: &str, target: &str, checksum: &str, components: &[Component]) -> String {
    let listed: Vec<Value> = components
        .iter()
        .map(|Component { name, version, licence }| {
            let purl = format!("pkg:cargo/{name}@{version}");
            json!({
                "type": "library",
                "bom-ref": purl,
                "name": name,
                "version": version,
                "licenses": [{ "expression": licence.replace('/', " OR ") }],
                "purl": purl,
            })
        })
        .collect();
    let all: Vec<&Value> = listed.iter().map(|component| &component["bom-ref"]).collect();
    let list = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        // No serial number and no time: the same program has the same list.
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "fact-cards",
                "name": "fact-cards",
                "version": version,
                "properties": [{ "name": "target", "value": target }],
                "hashes": [{ "alg": "SHA-256", "content": checksum }],
            },
        },
        "components": listed,
        "dependencies": [{ "ref": "fact-cards", "dependsOn": all }],
    });
    format!("{list:#}\n")
}

#[cfg(test)]
#[allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]
mod tests {
    use super::*;

    #[test]
    fn a_list_names_each_crate_with_its_licence_and_the_checksum_of_the_program() {
        let component =
            |name: &str| Component { name: name.into(), version: "1.2.3".into(), licence: "MIT/Apache-2.0".into() };
        let list: Value =
            serde_json::from_str(&sbom("0.1.0", "x86_64-apple-darwin", "00ff", &[component("clap")])).unwrap();
        assert_eq!(list["components"][0]["purl"], "pkg:cargo/clap@1.2.3");
        assert_eq!(list["components"][0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(list["metadata"]["component"]["hashes"][0]["content"], "00ff");
        assert_eq!(list["dependencies"][0]["dependsOn"], json!(["pkg:cargo/clap@1.2.3"]));
    }
}
