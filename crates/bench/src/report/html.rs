use super::Report;

/// The page.
pub fn page(report: &Report) -> String {
    format!("{report:?}")
}
