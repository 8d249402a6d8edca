//! What stands in a cell: an exact number, a blank, something that is not a number, or nothing at all.

use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};

/// An exact decimal number, `digits · 10^-scale`. No floating point anywhere.
#[derive(Debug, Clone, Copy)]
pub struct Number {
    digits: i128,
    scale: u8,
}

/// Cells carry at most this many digits and decimal places, so that sums of them cannot overflow.
const MAX_DIGITS: usize = 18;
const MAX_SCALE: u8 = 12;

impl Number {
    /// A whole number.
    #[must_use]
    pub(crate) const fn int(value: i64) -> Self {
        Self { digits: value as i128, scale: 0 }
    }

    /// Zero.
    pub(crate) const ZERO: Self = Self::int(0);

    /// Reads `-?[0-9]+(\.[0-9]+)?` with at most 18 digits, 12 of them decimal places. Everything else is `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (unsigned, ""),
        };
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        if whole.len() + fraction.len() > MAX_DIGITS {
            return None;
        }
        let scale = u8::try_from(fraction.len()).ok().filter(|&scale| scale <= MAX_SCALE)?;
        let digits = whole.bytes().chain(fraction.bytes()).fold(0_i128, |sum, byte| sum * 10 + i128::from(byte - b'0'));
        Some(Self { digits: if negative { -digits } else { digits }, scale })
    }

    /// Reads what [`Display`](fmt::Display) writes, however long it is: numbers of texts have no bounds of their own.
    #[must_use]
    pub(crate) fn exact(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let unsigned = whole.strip_prefix('-').unwrap_or(whole);
        let all = [unsigned, fraction].concat();
        if unsigned.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let digits = all.parse::<i128>().ok()?;
        let scale = u8::try_from(fraction.len()).ok()?;
        // What is shown again must be within what can be.
        10_i128.checked_pow(scale.into())?;
        Some(Self { digits: if unsigned.len() < whole.len() { -digits } else { digits }, scale })
    }

    /// The value as an `i64`, if it was written without decimal places and fits.
    #[must_use]
    pub fn as_int(self) -> Option<i64> {
        if self.scale == 0 { i64::try_from(self.digits).ok() } else { None }
    }

    /// How many decimal places it was written with.
    #[must_use]
    pub(crate) fn decimals(self) -> u8 {
        self.scale
    }

    /// Its digits with so many decimal places; `None` if it has more of them that are not zero, or does not fit.
    #[must_use]
    pub(crate) fn at_scale(self, scale: u8) -> Option<i64> {
        let digits = match self.scale.checked_sub(scale) {
            None | Some(0) => self.rescaled(scale)?,
            Some(more) => {
                let factor = 10_i128.checked_pow(more.into())?;
                (self.digits % factor == 0).then_some(self.digits / factor)?
            }
        };
        i64::try_from(digits).ok()
    }

    /// Below zero?
    #[must_use]
    pub(crate) fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// Zero, however it was written?
    #[must_use]
    pub(crate) fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// The sum; `None` on overflow, which cells as read cannot reach in any equation of a form.
    #[must_use]
    pub(crate) fn checked_add(self, other: Self) -> Option<Self> {
        if self.scale == other.scale {
            return Some(Self { digits: self.digits.checked_add(other.digits)?, scale: self.scale });
        }
        let scale = self.scale.max(other.scale);
        let digits = self.rescaled(scale)?.checked_add(other.rescaled(scale)?)?;
        Some(Self { digits, scale })
    }

    /// The difference `self − other`; `None` on overflow.
    #[must_use]
    pub(crate) fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(Self { digits: other.digits.checked_neg()?, scale: other.scale })
    }

    fn rescaled(self, scale: u8) -> Option<i128> {
        let factor = 10_i128.checked_pow(u32::from(scale.checked_sub(self.scale)?))?;
        self.digits.checked_mul(factor)
    }
}

/// Zero.
impl Default for Number {
    fn default() -> Self {
        Self::ZERO
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.scale == other.scale {
            return self.digits.cmp(&other.digits);
        }
        let scale = self.scale.max(other.scale);
        match (self.rescaled(scale), other.rescaled(scale)) {
            (Some(left), Some(right)) => left.cmp(&right),
            // Only sums far beyond any cell get here; their order does not matter, but it must not panic.
            _ => (self.digits, other.scale).cmp(&(other.digits, self.scale)),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.digits);
        }
        let sign = if self.digits < 0 { "-" } else { "" };
        let unit = 10_u128.pow(u32::from(self.scale));
        let digits = self.digits.unsigned_abs();
        write!(f, "{sign}{}.{:0width$}", digits / unit, digits % unit, width = usize::from(self.scale))
    }
}

/// As in a report: a JSON integer, or a decimal string.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.as_int() {
            Some(value) => serializer.serialize_i64(value),
            None => serializer.collect_str(self),
        }
    }
}

/// What stands in a cell. The four stay apart everywhere: a blank is not zero, and a missing row is not a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// The document has no such row or column.
    Missing,
    /// The cell is there and empty.
    Blank,
    /// A number.
    Number(Number),
    /// Something is there that is not a number: `251000元`, `/`.
    Raw(&'a str),
}

impl Value<'_> {
    /// A whole number.
    #[must_use]
    pub const fn int(value: i64) -> Self {
        Self::Number(Number::int(value))
    }

    /// The number, if it is one.
    #[must_use]
    pub fn number(self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Empty, or a mark that offices write for "nothing": `/`, `-`, `—`, `无`, `不适用`.
    #[must_use]
    pub(crate) fn is_blank_mark(self) -> bool {
        match self {
            Self::Blank => true,
            Self::Raw(text) => {
                let text = text.trim();
                matches!(text, "无" | "無" | "不适用" | "不適用" | "N/A" | "n/a")
                    || (!text.is_empty() && text.chars().all(|c| "/-—–―－／\\|".contains(c)))
            }
            _ => false,
        }
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => number.serialize(serializer),
            Self::Missing | Self::Blank => serializer.serialize_unit(),
            Self::Raw(text) => serializer.collect_map([("raw", text)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_shown_is_read_again_however_long_it_is() {
        for text in ["0", "-3", "5.20", "-0.05", "99999999999999999999.5", "0.00000000000000000001"] {
            let number = Number::exact(text).unwrap();
            assert_eq!((number.to_string().as_str(), number.decimals() > 0), (text, text.contains('.')));
        }
        let long = "9".repeat(60);
        for text in ["", "-", ".5", "+5", "--5", "1e3", "５", &long, &format!("0.{}", "0".repeat(60))] {
            assert!(Number::exact(text).is_none(), "{text}");
        }
    }

    #[test]
    fn digits_at_a_scale_are_exact_or_none() {
        for (text, scale, digits) in [
            ("1.50", 6, Some(1_500_000)),
            ("-0.05", 2, Some(-5)),
            ("1.50", 1, Some(15)),
            ("1.55", 1, None),
            ("7", 0, Some(7)),
            ("7.0", 0, Some(7)),
            ("99999999999999", 6, None),
        ] {
            assert_eq!(Number::parse(text).unwrap().at_scale(scale), digits, "{text} {scale}");
        }
    }

    #[test]
    fn only_plain_decimals_are_numbers() {
        for text in ["", "-", ".5", "5.", "+5", "1e3", "5件", "５", "1,000", "--1", "1.2.3", "9999999999999999999"] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
        assert_eq!(Number::parse("-007").unwrap().to_string(), "-7");
    }

    #[test]
    fn a_decimal_keeps_its_places_and_compares_by_value() {
        let number = Number::parse("0.1000").unwrap();
        assert_eq!((number.to_string().as_str(), number.decimals()), ("0.1000", 4));
        assert_eq!(number, Number::parse("0.1").unwrap());
        assert_eq!(Number::parse("-0.05").unwrap().to_string(), "-0.05");
        assert_eq!(Number::parse("5.0").unwrap().as_int(), None);
    }

    #[test]
    fn addition_is_exact_where_floats_are_not() {
        let sum = Number::parse("0.1").unwrap().checked_add(Number::parse("0.2").unwrap()).unwrap();
        assert_eq!(sum.to_string(), "0.3");
    }

    #[test]
    fn marks_for_nothing_are_blank_marks_and_zero_is_not() {
        for text in ["/", "—", "——", "-", "无", "不适用", " / "] {
            assert!(Value::Raw(text).is_blank_mark(), "{text}");
        }
        assert!(Value::Blank.is_blank_mark());
        for value in [Value::int(0), Value::Missing, Value::Raw("5件"), Value::Raw("-5")] {
            assert!(!value.is_blank_mark(), "{value:?}");
        }
    }

    proptest! {
        #[test]
        fn display_and_parse_agree(digits in -999_999_999_999_i64..999_999_999_999, places in 0_usize..6) {
            let text = if places == 0 {
                digits.to_string()
            } else {
                format!("{}.{:0places$}", digits / 1000, (digits % 1000).unsigned_abs())
            };
            if let Some(number) = Number::parse(&text) {
                let again = Number::parse(&number.to_string()).unwrap();
                prop_assert_eq!(again, number);
                prop_assert_eq!(again.to_string(), number.to_string());
            }
        }

        #[test]
        fn parse_never_panics(text in ".{0,40}") {
            let _ = Number::parse(&text);
        }
    }
}
