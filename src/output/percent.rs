//! Shares of a whole, without floating point.

/// In per cent with one decimal, rounded half up: `12.5%`. Of nothing everything is nothing.
#[must_use]
pub(super) fn share(part: i64, whole: i64) -> String {
    let (part, whole) = (i128::from(part), i128::from(whole).max(1));
    let tenths = (part.abs() * 2000 + whole) / (whole * 2);
    let sign = if part < 0 && tenths > 0 { "-" } else { "" };
    format!("{sign}{}.{}%", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_to_one_decimal() {
        for (part, whole, expected) in
            [(1, 8, "12.5%"), (1, 3, "33.3%"), (2, 3, "66.7%"), (3, 3, "100.0%"), (0, 0, "0.0%"), (-1, 3, "-33.3%")]
        {
            assert_eq!(share(part, whole), expected);
        }
    }
}
