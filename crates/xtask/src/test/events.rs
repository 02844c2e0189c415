//! The events of a test program: a line of JSON for each. The format is unstable in Rust, as are the times of tests; there is no
//! other source for them, and editors that show tests read the same.

use serde::Deserialize;

/// An event of a test program. Others are ignored.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum TestEvent {
    Suite {
        event: Suite,
    },
    Test {
        name: String,
        event: Test,
        exec_time: Option<f64>,
        stdout: Option<String>,
        message: Option<String>,
    },
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Suite {
    Started,
    Ok,
    Failed,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Test {
    Started,
    Ok,
    Failed,
    Ignored,
    #[serde(other)]
    Other,
}

/// Parses a line. Any other line is output of a test.
pub fn event(line: &str) -> Option<TestEvent> {
    serde_json::from_str(line).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_output_of_a_test_program_is_parsed() {
        assert_eq!(
            event(r#"{ "type": "suite", "event": "started", "test_count": 2 }"#),
            Some(TestEvent::Suite { event: Suite::Started })
        );
        assert_eq!(
            event(r#"{ "type": "test", "name": "a::b", "event": "failed", "exec_time": 0.5, "stdout": "no\n" }"#),
            Some(TestEvent::Test {
                name: "a::b".to_owned(),
                event: Test::Failed,
                exec_time: Some(0.5),
                stdout: Some("no\n".to_owned()),
                message: None
            })
        );
        assert_eq!(
            event(r#"{ "type": "test", "event": "timeout", "name": "a" }"#),
            Some(TestEvent::Test {
                name: "a".to_owned(),
                event: Test::Other,
                exec_time: None,
                stdout: None,
                message: None
            })
        );
        assert_eq!(event(r#"{ "type": "bench", "name": "a" }"#), Some(TestEvent::Other));
        assert_eq!(event("running"), None);
    }
}
