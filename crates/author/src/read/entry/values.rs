//! Numbers, dates, booleans.

use toml::{Spanned, de::DeValue};

use super::Entry;
use crate::{
    date::{Date, Period},
    embargo::Embargo,
    problem::Problem,
    read::form::Shape,
};

impl Entry<'_> {
    /// A whole number between two bounds.
    pub fn whole(&mut self, field: &'static str, least: u16, most: u16) -> Option<u16> {
        let value = self.value(field, Shape::Whole { least, most })?;
        let Some(integer) = value.get_ref().as_integer() else {
            self.wrong_type(field, "a whole number", value);
            return None;
        };
        let number = u16::from_str_radix(integer.as_str(), integer.radix()).ok();
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let problem = Problem::NumberOutOfRange {
                field: field.to_owned(),
                least: least.into(),
                most: most.into(),
                found: integer.to_string(),
            };
            self.report(value.span(), problem);
        }
        number
    }

    /// A finite number.
    pub fn number(&mut self, field: &'static str) -> Option<f64> {
        let value = self.value(field, Shape::Number)?;
        self.number_of(field, value)
    }

    /// A number of degrees, `most` at most to either side.
    pub fn degrees(&mut self, axis: &'static str, most: u8) -> Option<f64> {
        let value = self.value(axis, Shape::Degrees { most })?;
        let found = self.number_of(axis, value)?;
        if found.abs() <= f64::from(most) {
            return Some(found);
        }
        self.report(value.span(), Problem::CoordinateOutOfRange { axis, most, found: found.to_string() });
        None
    }

    /// Two numbers from 0 to 1: parts of a width and of a height.
    pub fn parts(&mut self, field: &'static str) -> Option<[f64; 2]> {
        let value = self.value(field, Shape::Parts)?;
        let list = value.get_ref().as_array()?;
        let part = |value: &Spanned<DeValue>| match value.get_ref() {
            DeValue::Integer(integer) => integer.as_str().parse::<f64>().ok(),
            DeValue::Float(float) => float.as_str().parse::<f64>().ok(),
            _ => None,
        };
        let parts: Option<Vec<f64>> = list.iter().map(part).collect();
        parts?.try_into().ok()
    }

    fn number_of(&self, field: &str, value: &Spanned<DeValue>) -> Option<f64> {
        let number = match value.get_ref() {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().parse::<f64>().ok(),
            DeValue::Integer(integer) => u32::from_str_radix(integer.as_str(), integer.radix()).ok().map(f64::from),
            DeValue::Float(float) => float.as_str().parse::<f64>().ok(),
            _ => {
                self.wrong_type(field, "a number", value);
                return None;
            }
        };
        let number = number.filter(|number| number.is_finite());
        if number.is_none() {
            self.report(value.span(), Problem::NotFinite { field: field.to_owned() });
        }
        number
    }

    /// A boolean; false if it is missing.
    pub fn flag(&mut self, field: &'static str) -> bool {
        let Some(value) = self.value(field, Shape::Flag) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(field, "true or false", value);
            false
        })
    }

    /// A date or a period: a text, or a date as TOML writes it.
    pub fn period(&mut self, field: &'static str) -> Option<Period> {
        let text = self.date_as_written(field, "a date", Shape::Period)?;
        self.parsed(field, &text, Period::parse)
    }

    /// A day: a text, or a date as TOML writes it.
    pub fn day(&mut self, field: &'static str) -> Option<Date> {
        let text = self.date_as_written(field, "a date", Shape::Day)?;
        self.parsed(field, &text, Date::parse_day)
    }

    /// The end of an embargo: a text, or a date with a time as TOML writes it.
    pub fn embargo(&mut self, field: &'static str) -> Option<Embargo> {
        let text = self.date_as_written(field, "a date with a time", Shape::Moment)?;
        self.parsed(field, &text, Embargo::parse)
    }

    fn date_as_written(&mut self, field: &'static str, expected: &'static str, shape: Shape) -> Option<String> {
        let value = self.value(field, shape)?;
        match value.get_ref() {
            DeValue::Datetime(date) => Some(date.to_string()),
            DeValue::Integer(integer) => Some(integer.to_string()),
            DeValue::String(_) => self.text_of(field, value),
            _ => {
                self.wrong_type(field, expected, value);
                None
            }
        }
    }

    fn parsed<T, E: Into<Problem>>(
        &mut self,
        field: &'static str,
        text: &str,
        parse: fn(&str) -> Result<T, E>,
    ) -> Option<T> {
        let place = self.place_of(field);
        parse(text).map_err(|problem| self.report_at(&place, problem.into())).ok()
    }
}
