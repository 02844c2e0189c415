//! What libFuzzer tells while it runs.

use std::fmt;

/// How many lines of what went wrong are shown.
const MOST_LINES: usize = 12;
/// What stands before the functions that were at work, most of which are not ours.
const STACK: &str = "stack backtrace:";

/// The end of what it told.
#[derive(Debug, Default, PartialEq)]
pub struct Told<'l> {
    /// How many inputs were tried.
    inputs: &'l str,
    /// How many edges between the branches of the code were reached.
    edges: &'l str,
    /// The file with the input that was found.
    pub input: Option<&'l str>,
    /// What is said of it.
    pub wrong: Vec<&'l str>,
}

impl<'l> Told<'l> {
    /// Reads the lines that it has printed.
    pub fn by(lines: &'l [String]) -> Self {
        let mut told = Self::default();
        for line in lines {
            // As in `#65536\tpulse  cov: 3108 ft: 9877 corp: 613/41Kb`.
            if let Some((inputs, progress)) = line.strip_prefix('#').and_then(|line| line.split_once('\t'))
                && let Some((_, reached)) = progress.split_once("cov: ")
            {
                told.inputs = inputs;
                told.edges = reached.split(' ').next().unwrap_or_default();
            }
            if let Some((_, input)) = line.split_once("Test unit written to ") {
                told.input = Some(input.trim());
            }
        }
        let is_wrong = |line: &&String| line.contains("panicked at") || line.contains("ERROR: libFuzzer");
        if let Some(first) = lines.iter().position(|line| is_wrong(&line)) {
            let wrong = lines.iter().skip(first).map(String::as_str).take_while(|line| *line != STACK);
            told.wrong = wrong.take(MOST_LINES).collect();
        }
        told
    }
}

impl fmt::Display for Told<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // It has told nothing yet where one of the first is found.
        if self.inputs.is_empty() {
            return formatter.write_str("the first inputs");
        }
        write!(formatter, "{} inputs, which reached {} edges", self.inputs, self.edges)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_run_without_finds_says_how_far_it_got() {
        let lines = lines(
            "INFO: Running with entropic power schedule (0xFF, 100).\n\
             #2\tINITED cov: 1042 ft: 1043 corp: 1/1b exec/s: 0 rss: 41Mb\n\
             #65536\tDONE   cov: 3108 ft: 9877 corp: 613/41Kb lim: 652 exec/s: 1092 rss: 128Mb\n\
             ###### Recommended dictionary. ######\n\
             Done 65536 runs in 60 second(s)",
        );
        let told = Told::by(&lines);
        assert_eq!((told.input, told.wrong.len()), (None, 0));
        assert_eq!(told.to_string(), "65536 inputs, which reached 3108 edges");
    }

    #[test]
    fn a_find_is_reported_with_the_file_of_its_input() {
        let lines = lines(
            "#9\tNEW    cov: 1042 ft: 1043 corp: 2/9b lim: 4 exec/s: 0 rss: 41Mb L: 8/8 MS: 1 CopyPart-\n\
             \n\
             thread '<unnamed>' panicked at src/csv.rs:57:9:\n\
             \"D.\" is gone\n\
             stack backtrace:\n\
             0: __rustc::rust_begin_unwind\n\
             ==731== ERROR: libFuzzer: deadly signal\n\
             artifact_prefix='/t/found/'; Test unit written to /t/found/crash-da39a3ee\n\
             Base64: QSxC",
        );
        let told = Told::by(&lines);
        assert_eq!(told.input, Some("/t/found/crash-da39a3ee"));
        assert_eq!(told.wrong, ["thread '<unnamed>' panicked at src/csv.rs:57:9:", "\"D.\" is gone"]);
        assert_eq!(Told::by(&[]).to_string(), "the first inputs");
    }
}
