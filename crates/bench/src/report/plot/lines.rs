use std::fmt::Write;

use super::scale::Scale;
use crate::report::{number::number, table::escaped};

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 320.0;
/// Margins for labels: left, right, top, bottom.
const LEFT: f64 = 60.0;
const RIGHT: f64 = 100.0;
const TOP: f64 = 28.0;
const BOTTOM: f64 = 44.0;
/// The least distance between the labels at the ends of lines.
const APART: f64 = 15.0;

/// A line of a plot.
pub struct Line {
    pub name: String,
    /// Its colour class.
    pub class: &'static str,
    pub points: Vec<(f64, f64)>,
}

/// The labels of a plot.
pub struct Plot<'p> {
    pub title: &'p str,
    pub across: &'p str,
    pub upwards: &'p str,
}

/// Lines on two logarithmic scales, each labelled at its end.
pub fn lines(plot: &Plot, lines: &[Line]) -> String {
    let points = || lines.iter().flat_map(|line| &line.points);
    let x = Scale::logarithmic(points().map(|point| point.0), LEFT, WIDTH - RIGHT);
    let y = Scale::logarithmic(points().map(|point| point.1), HEIGHT - BOTTOM, TOP);
    let mut svg = format!(
        "<svg class=\"plot\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">\n",
        escaped(plot.title)
    );
    // Writing into a text does not fail.
    for value in y.powers() {
        let at = y.at(value);
        let _ = writeln!(
            svg,
            "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{}\" y1=\"{at:.1}\" y2=\"{at:.1}\"/>\
             <text class=\"left\" x=\"{}\" y=\"{:.1}\">{}</text>",
            WIDTH - RIGHT,
            LEFT - 6.0,
            at + 4.0,
            number(value)
        );
    }
    let mut sizes: Vec<f64> = points().map(|point| point.0).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.dedup();
    for size in sizes {
        let _ = writeln!(
            svg,
            "<text class=\"below\" x=\"{:.1}\" y=\"{}\">{}</text>",
            x.at(size),
            HEIGHT - BOTTOM + 16.0,
            number(size)
        );
    }
    let _ = writeln!(
        svg,
        "<text class=\"below\" x=\"{}\" y=\"{}\">{}</text><text class=\"unit\" x=\"4\" y=\"12\">{}</text>",
        f64::midpoint(LEFT, WIDTH - RIGHT),
        HEIGHT - 8.0,
        escaped(plot.across),
        escaped(plot.upwards)
    );
    for line in lines {
        let path: Vec<String> =
            line.points.iter().map(|(size, value)| format!("{:.1},{:.1}", x.at(*size), y.at(*value))).collect();
        let _ = write!(svg, "<g class=\"{}\"><polyline points=\"{}\"/>", line.class, path.join(" "));
        for (size, value) in &line.points {
            let _ = write!(svg, "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"3\"/>", x.at(*size), y.at(*value));
        }
        svg += "</g>\n";
    }
    let mut ends: Vec<(f64, f64, &Line)> = lines
        .iter()
        .filter_map(|line| line.points.last().map(|(size, value)| (y.at(*value), x.at(*size), line)))
        .collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut last = f64::NEG_INFINITY;
    for (at, across, line) in ends {
        let at = at.max(last + APART);
        last = at;
        let _ = writeln!(
            svg,
            "<text class=\"end {}\" x=\"{:.1}\" y=\"{:.1}\">{}</text>",
            line.class,
            across + 8.0,
            at + 4.0,
            escaped(&line.name)
        );
    }
    svg + "</svg>\n"
}

#[cfg(test)]
mod tests {
    use super::{Line, Plot, lines};

    #[test]
    fn labels_at_the_ends_of_meeting_lines_do_not_overlap() {
        let line =
            |name: &str| Line { name: name.to_owned(), class: "ours", points: vec![(100.0, 5.0), (1000.0, 7.0)] };
        let plot = Plot { title: "A plot", across: "cards", upwards: "ms" };
        let svg = lines(&plot, &[line("one"), line("two")]);
        let heights: Vec<&str> = svg.lines().filter(|line| line.contains("\"end ")).collect();
        let height = |place: usize| heights.get(place).and_then(|name| name.split("y=").nth(1));
        assert!(height(0).is_some() && height(1).is_some() && height(0) < height(1), "{svg}");
    }
}
