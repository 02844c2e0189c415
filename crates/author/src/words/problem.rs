use thiserror::Error;

use crate::wording::{did_you_mean, listed};

/// What is wrong with words of the interface.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[allow(missing_docs, reason = "the messages beside the variants say what each is")]
pub enum WordsProblem {
    #[error("this is not Fluent: {reason}")]
    NotFluent { reason: String },
    #[error("the message `{message}` is missing")]
    MissingMessage { message: String },
    #[error("the widget uses no message `{message}`")]
    UnknownMessage { message: String, similar: Option<String> },
    #[error("the message `{message}` is there twice")]
    DuplicateMessage { message: String },
    #[error("the message `{message}` cannot be formed: {reason}")]
    BadMessage { message: String, reason: String },
    #[error("the message `{message}` has no `{{ ${placeholder} }}` to be filled in")]
    UnknownPlaceholder { message: String, placeholder: String, similar: Option<String>, allowed: Vec<&'static str> },
    #[error("the message `{message}` lacks `{{ ${placeholder} }}`")]
    MissingPlaceholder { message: String, placeholder: &'static str },
    #[error("the message `{message}` lacks the plural {} of its language", forms(missing))]
    MissingForm { message: String, missing: Vec<String> },
    #[error("the message `{message}` has the plural `{form}`, which its language has not")]
    UnknownForm { message: String, form: String, known: Vec<String> },
}

impl WordsProblem {
    /// What would be right.
    pub(crate) fn remedy(&self) -> String {
        match self {
            Self::NotFluent { .. } => "write `name = text`, one message a line".into(),
            Self::MissingMessage { message } => format!("add `{message} = …`"),
            Self::UnknownMessage { similar, .. } => {
                did_you_mean(similar.as_ref()).unwrap_or_else(|| "take it out".into())
            }
            Self::DuplicateMessage { .. } => "keep one of the two".into(),
            Self::BadMessage { .. } => "compare it with the English message".into(),
            Self::UnknownPlaceholder { similar: Some(similar), .. } => format!("did you mean `{{ ${similar} }}`?"),
            Self::UnknownPlaceholder { allowed, .. } if allowed.is_empty() => "take it out".into(),
            Self::UnknownPlaceholder { allowed, .. } => {
                let names = allowed.iter().map(|name| format!("`{{ ${name} }}`")).collect::<Vec<_>>().join(", ");
                format!("use {names}, or take it out")
            }
            Self::MissingPlaceholder { placeholder, .. } => {
                format!("write `{{ ${placeholder} }}` where it is to stand")
            }
            Self::MissingForm { missing, .. } => {
                let lines = missing.iter().map(|form| format!("`[{form}] …`")).collect::<Vec<_>>().join(", ");
                format!("add {lines}")
            }
            Self::UnknownForm { known, .. } => format!("use {}", listed(known.iter().map(String::as_str))),
        }
    }
}

fn forms(missing: &[String]) -> String {
    let word = if missing.len() == 1 { "form" } else { "forms" };
    format!("{word} {}", listed(missing.iter().map(String::as_str)))
}
