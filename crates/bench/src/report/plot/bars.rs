use std::fmt::Write;

use super::scale::Scale;
use crate::report::{number::number, table::escaped};

const WIDTH: f64 = 640.0;
const NAMES: f64 = 190.0;
const NUMBERS: f64 = 80.0;
const HEIGHT: f64 = 24.0;

/// A bar of a plot in two parts, the second of which may be zero.
pub struct Bar {
    pub name: String,
    /// Its colour class.
    pub class: &'static str,
    pub first: f64,
    pub second: f64,
}

/// Horizontal bars on a linear scale, each labelled with its sum.
pub fn bars(title: &str, bars: &[Bar]) -> String {
    let scale = Scale::linear(bars.iter().map(|bar| bar.first + bar.second), 0.0, WIDTH - NAMES - NUMBERS);
    let mut svg = String::new();
    let mut top = 0.0;
    for bar in bars {
        let (first, sum) = (scale.at(bar.first), scale.at(bar.first + bar.second));
        // Writing into a text does not fail.
        let _ = writeln!(
            svg,
            "<text class=\"left\" x=\"{}\" y=\"{}\">{}</text><g class=\"{}\">\
             <rect x=\"{NAMES}\" y=\"{}\" width=\"{first:.1}\" height=\"{}\"/>\
             <rect class=\"second\" x=\"{:.1}\" y=\"{}\" width=\"{:.1}\" height=\"{}\"/></g>\
             <text x=\"{:.1}\" y=\"{}\">{}</text>",
            NAMES - 8.0,
            top + 16.0,
            escaped(&bar.name),
            bar.class,
            top + 4.0,
            HEIGHT - 8.0,
            NAMES + first,
            top + 4.0,
            sum - first,
            HEIGHT - 8.0,
            NAMES + sum + 6.0,
            top + 16.0,
            number(bar.first + bar.second)
        );
        top += HEIGHT;
    }
    let title = escaped(title);
    format!("<svg class=\"plot\" viewBox=\"0 0 {WIDTH} {top}\" role=\"img\" aria-label=\"{title}\">\n{svg}</svg>\n")
}

#[cfg(test)]
mod tests {
    use super::{Bar, bars};

    #[test]
    fn the_longest_bar_takes_the_full_width_and_others_are_in_proportion() {
        let bar = |first: f64| Bar { name: String::new(), class: "ours", first, second: 0.0 };
        let svg = bars("Bars", &[bar(10.0), bar(5.0)]);
        assert!(svg.contains("width=\"370.0\"") && svg.contains("width=\"185.0\""), "{svg}");
    }
}
