/// A scale: logarithmic or linear.
#[derive(Clone, Copy)]
pub struct Scale {
    from: f64,
    to: f64,
    start: f64,
    end: f64,
    is_logarithmic: bool,
}

impl Scale {
    /// A logarithmic scale between the powers of ten around the values, in pixels.
    pub fn logarithmic(values: impl Iterator<Item = f64> + Clone, start: f64, end: f64) -> Self {
        let values = values.filter(|value| *value > 0.0);
        let least = values.clone().fold(f64::INFINITY, f64::min);
        let greatest = values.fold(f64::NEG_INFINITY, f64::max);
        let (least, greatest) = if least <= greatest { (least, greatest) } else { (1.0, 10.0) };
        let (from, to) = (least.log10().floor(), greatest.log10().ceil());
        Self { from, to: if to > from { to } else { from + 1.0 }, start, end, is_logarithmic: true }
    }

    /// A linear scale from zero to the largest value, in pixels.
    pub fn linear(values: impl Iterator<Item = f64>, start: f64, end: f64) -> Self {
        let greatest = values.fold(0.0, f64::max);
        Self { from: 0.0, to: if greatest > 0.0 { greatest } else { 1.0 }, start, end, is_logarithmic: false }
    }

    /// The position of a value.
    pub fn at(&self, value: f64) -> f64 {
        let value = if self.is_logarithmic { value.max(f64::MIN_POSITIVE).log10().max(self.from) } else { value };
        self.start + (value - self.from) / (self.to - self.from) * (self.end - self.start)
    }

    /// The grid lines of a logarithmic scale.
    pub fn powers(&self) -> Vec<f64> {
        let mut powers = Vec::new();
        let mut power = self.from;
        while power <= self.to {
            powers.push(10_f64.powf(power));
            power += 1.0;
        }
        powers
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn every_power_of_ten_takes_the_same_room() {
        let scale = Scale::logarithmic([2.0, 900.0].into_iter(), 0.0, 300.0);
        assert!(
            [1.0, 10.0, 100.0, 1000.0].iter().zip([0.0, 100.0, 200.0, 300.0]).all(|(v, at)| near(scale.at(*v), at))
        );
        assert_eq!(scale.powers().len(), 4);
    }

    #[test]
    fn a_scale_may_run_upwards() {
        let scale = Scale::linear([5.0, 10.0].into_iter(), 200.0, 0.0);
        assert!(near(scale.at(0.0), 200.0) && near(scale.at(10.0), 0.0) && near(scale.at(5.0), 100.0));
    }

    #[test]
    fn a_logarithmic_scale_puts_zero_at_its_start() {
        let scale = Scale::logarithmic([1.0, 10.0].into_iter(), 0.0, 100.0);
        assert!(near(scale.at(0.0), 0.0));
    }

    #[test]
    fn without_values_there_is_still_a_scale() {
        assert!(Scale::logarithmic([].into_iter(), 0.0, 1.0).at(5.0).is_finite());
        assert!(near(Scale::linear([0.0].into_iter(), 0.0, 100.0).at(0.0), 0.0));
    }
}
