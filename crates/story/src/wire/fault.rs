use std::fmt;

/// Why bytes cannot be read, and where.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Fault {
    /// The offset in bytes from the beginning of the input.
    pub at: usize,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What is wrong with bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Wrong {
    /// They end too early.
    Short,
    /// They go on after the end.
    Long,
    /// A number is out of range.
    Number,
    /// A text is not UTF-8.
    Text,
    /// A character folds to more bytes than any does.
    Fold,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wrong = match self.wrong {
            Wrong::Short => "something is missing",
            Wrong::Long => "something is left over",
            Wrong::Number => "a number is too large",
            Wrong::Text => "a text is not UTF-8",
            Wrong::Fold => "a character folds to too much",
        };
        write!(formatter, "{wrong} at byte {}", self.at)
    }
}

impl std::error::Error for Fault {}
