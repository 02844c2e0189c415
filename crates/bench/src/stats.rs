use serde::Serialize;

/// A summary of several rounds. Not the mean, which one bad round would move.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Summary {
    pub median: f64,
    pub worst: f64,
    pub rounds: usize,
}

impl Summary {
    /// Summarises at least one number; the largest is the worst.
    pub fn new(numbers: &[f64]) -> Option<Self> {
        let mut sorted = numbers.to_vec();
        sorted.sort_by(f64::total_cmp);
        let rounds = sorted.len();
        let high = *sorted.get(rounds / 2)?;
        let low = *sorted.get(rounds.saturating_sub(1) / 2)?;
        Some(Self { median: f64::midpoint(low, high), worst: *sorted.last()?, rounds })
    }
}

#[cfg(test)]
mod tests {
    use super::Summary;

    #[test]
    fn the_median_of_an_odd_number_of_rounds_is_the_one_in_the_middle() {
        assert_eq!(Summary::new(&[9.0, 1.0, 2.0]), Some(Summary { median: 2.0, worst: 9.0, rounds: 3 }));
    }

    #[test]
    fn the_median_of_an_even_number_of_rounds_lies_between_the_two_in_the_middle() {
        assert_eq!(Summary::new(&[4.0, 1.0, 2.0, 8.0]), Some(Summary { median: 3.0, worst: 8.0, rounds: 4 }));
    }

    #[test]
    fn without_rounds_there_is_no_summary() {
        assert_eq!(Summary::new(&[]), None);
    }
}
