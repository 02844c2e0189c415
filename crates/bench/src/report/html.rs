use super::{
    Report,
    goals::goals,
    number::{count, number},
    section::sections,
    table::{escaped, table},
};

const STYLES: &str = include_str!("page.css");

/// The page: everything in one file, without script.
pub fn page(report: &Report) -> String {
    let how = if report.quick { "A quick run: few rounds, small stories. " } else { "" };
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>fact-cards beside its peers</title>\n\
         <style>\n{STYLES}</style>\n</head>\n<body>\n<h1>fact-cards beside its peers</h1>\n\
         <p>{how}Measured by <code>cargo xtask bench</code> in one go, the ways in turn within each round. The same numbers are \
         in <code>report.json</code>.</p>\n{}{}{}</body>\n</html>\n",
        machine(report),
        goals(report),
        sections(report)
    )
}

fn machine(report: &Report) -> String {
    let machine = &report.machine;
    let mut rows = vec![
        vec!["processor".to_owned(), escaped(&machine.processor)],
        vec!["cores".to_owned(), count(machine.cores)],
        vec!["memory, GiB".to_owned(), number(machine.memory_gib)],
        vec!["system".to_owned(), escaped(&machine.system)],
        vec!["other work on it: load before and after".to_owned(), report.load_average.map(number).join(" and ")],
        vec!["browser".to_owned(), escaped(&report.versions.chromium)],
        vec!["Rust".to_owned(), escaped(&report.versions.rust)],
    ];
    rows.extend(report.versions.peers.iter().map(|(way, version)| vec![way.name().to_owned(), escaped(version)]));
    table(&["", ""], &rows)
}
