//! Tables. Cells are HTML: foreign text is escaped before it becomes a cell.

/// A table with a heading for each column; the first cell of a row is its heading.
pub fn table(headings: &[&str], rows: &[Vec<String>]) -> String {
    let heading = |text: &&str| format!("<th scope=\"col\">{text}</th>");
    let row = |cells: &Vec<String>| {
        let cell = |(place, cell): (usize, &String)| {
            if place == 0 { format!("<th scope=\"row\">{cell}</th>") } else { format!("<td>{cell}</td>") }
        };
        format!("<tr>{}</tr>\n", cells.iter().enumerate().map(cell).collect::<String>())
    };
    format!(
        "<div class=\"wide\"><table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table></div>\n",
        headings.iter().map(heading).collect::<String>(),
        rows.iter().map(row).collect::<String>()
    )
}

/// Escapes a text for HTML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn the_first_cell_of_a_row_is_its_heading() {
        let html = table(&["Way", "Bytes"], &[vec!["ours".to_owned(), "1".to_owned()]]);
        assert!(html.contains("<tr><th scope=\"row\">ours</th><td>1</td></tr>"));
    }
}
