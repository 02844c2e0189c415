use fact_cards_author::{json_schema, json_schema_of};
use serde_json::Value;

use crate::error::Error;

/// The JSON Schema of a story's files: one for all of them, or the stricter one of a named file.
///
/// # Errors
/// When no story has a file of that name.
pub fn schema(file: Option<&str>) -> Result<Value, Error> {
    match file {
        Some(name) => Ok(json_schema_of(name)?),
        None => Ok(json_schema()),
    }
}
