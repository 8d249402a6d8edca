//! Numbers out of workbooks as they stand there: decimal, without the noise of binary fractions.

/// A workbook shows no more significant digits than this.
const DIGITS: usize = 15;
/// Powers of ten that are still written out.
const LEAST: i32 = -12;
const MOST: i32 = 20;

/// A number in plain digits: `3119`, `96171.6`, `0.3`.
pub(in crate::read::format) fn plain(value: f64) -> String {
    if value == 0.0 {
        // There is a negative zero.
        return "0".to_owned();
    }
    // One digit before the point, and the rest after it: `9.61716000000000e4`.
    let scientific = format!("{value:.*e}", DIGITS - 1);
    let parts = scientific.split_once('e').and_then(|(digits, power)| Some((digits, power.parse::<i32>().ok()?)));
    let Some((digits, power)) = parts.filter(|(_, power)| (LEAST..=MOST).contains(power)) else {
        return format!("{value:e}");
    };
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    let point = usize::try_from(power + 1).unwrap_or(0);
    let zeros = "0".repeat(usize::try_from(-(power + 1)).unwrap_or(0));
    match digits.split_at_checked(point) {
        Some(("", fraction)) => format!("{sign}0.{zeros}{fraction}"),
        Some((whole, "")) => format!("{sign}{whole}"),
        Some((whole, fraction)) => format!("{sign}{whole}.{fraction}"),
        None => format!("{sign}{digits}{}", "0".repeat(point - digits.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_carry_no_noise() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (5.0, "5"),
            (-11.0, "-11"),
            (3_985_758.0, "3985758"),
            (1_000_000.0, "1000000"),
            (0.1 + 0.2, "0.3"),
            (96_171.6_f64.next_up(), "96171.6"),
            (12_345_678.12, "12345678.12"),
            (0.002_22, "0.00222"),
            (24_252.311_082, "24252.311082"),
            (-0.5, "-0.5"),
            (1e30, "1e30"),
            (f64::INFINITY, "inf"),
        ] {
            assert_eq!(plain(value), text);
        }
    }
}
