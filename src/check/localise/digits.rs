//! Slips of the hand within one number.

/// What happened to the digits of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Digits {
    /// Two neighbours exchanged.
    Transposed,
    Replaced,
    /// One digit too many.
    Added,
    /// One digit too few.
    Omitted,
}

/// Both numbers as decimal digits, last digit first.
struct Decimal {
    digits: [u8; 20],
    len: usize,
}

impl Decimal {
    fn of(mut value: u64) -> Self {
        let mut decimal = Self { digits: [0; 20], len: 0 };
        for digit in &mut decimal.digits {
            *digit = u8::try_from(value % 10).unwrap_or(0);
            decimal.len += 1;
            value /= 10;
            if value == 0 {
                break;
            }
        }
        decimal
    }

    fn digits(&self) -> &[u8] {
        self.digits.get(..self.len).unwrap_or(&[])
    }
}

/// How `found` came out of `meant` by one slip; only where one of them has two digits or more.
pub(super) fn slip(found: i64, meant: i64) -> Option<Digits> {
    let (found, meant) = (u64::try_from(found).ok()?, u64::try_from(meant).ok()?);
    let (found, meant) = (Decimal::of(found), Decimal::of(meant));
    match found.len.checked_sub(meant.len) {
        Some(0) if found.len >= 2 => same_length(found.digits(), meant.digits()),
        Some(1) => one_left_out(found.digits(), meant.digits()).then_some(Digits::Added),
        None if meant.len - found.len == 1 => one_left_out(meant.digits(), found.digits()).then_some(Digits::Omitted),
        _ => None,
    }
}

fn same_length(found: &[u8], meant: &[u8]) -> Option<Digits> {
    let differs = |index: &usize| found.get(*index) != meant.get(*index);
    let mut places = (0..found.len()).filter(differs);
    let (first, second, third) = (places.next()?, places.next(), places.next());
    match (second, third) {
        (None, _) => Some(Digits::Replaced),
        (Some(second), None) if second == first + 1 => {
            let crossed = found.get(first) == meant.get(second) && found.get(second) == meant.get(first);
            crossed.then_some(Digits::Transposed)
        }
        _ => None,
    }
}

/// Is `short` what remains of `long` without one of its digits?
fn one_left_out(long: &[u8], short: &[u8]) -> bool {
    let same = long.iter().zip(short).take_while(|(long, short)| long == short).count();
    long.iter().skip(same + 1).eq(short.iter().skip(same))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_hand_are_told_apart() {
        for (found, meant, expected) in [
            (54, 45, Some(Digits::Transposed)),
            (1324, 1234, Some(Digits::Transposed)),
            (52, 51, Some(Digits::Replaced)),
            (120, 12, Some(Digits::Added)),
            (1, 12, Some(Digits::Omitted)),
            (1223, 123, Some(Digits::Added)),
            (5, 6, None),
            (12, 12, None),
            (3214, 1234, None),
            (100, 1, None),
            (-5, 5, None),
        ] {
            assert_eq!(slip(found, meant), expected, "{found} for {meant}");
        }
    }
}
