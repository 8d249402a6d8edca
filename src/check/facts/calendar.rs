//! Years in texts.

use std::ops::Range;

/// A year in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Year {
    pub year: u16,
    /// As it stands: `2023`, `二〇二三`.
    pub text: String,
    /// With its `年`.
    pub place: Range<usize>,
}

/// The years of a text, one after the other.
pub(in crate::check) fn years(text: &str) -> impl Iterator<Item = Year> + '_ {
    text.match_indices('年').filter_map(move |(at, mark)| {
        let before = text.get(..at)?;
        let start = before.char_indices().rev().take_while(|(_, c)| digit(*c).is_some()).take(5).last()?.0;
        let digits = before.get(start..)?;
        let year = digits.chars().filter_map(digit).fold(0, |sum, digit| sum * 10 + digit);
        let is_year = digits.chars().count() == 4 && (2000..2100).contains(&year);
        is_year.then(|| Year {
            year: u16::try_from(year).unwrap_or(0),
            text: digits.to_owned(),
            place: start..at + mark.len(),
        })
    })
}

pub(in crate::check) fn first_year(text: &str) -> Option<Year> {
    years(text).next()
}

fn digit(c: char) -> Option<u32> {
    let value = match c {
        '〇' | '○' | '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return c.to_digit(10),
    };
    Some(value)
}

#[cfg(test)]
mod tests {
    #[test]
    fn years_are_found_in_digits_and_numerals() {
        let named: Vec<u16> = super::years("12023年，2023年、二〇二四年；1987年12月").map(|year| year.year).collect();
        assert_eq!(named, [2023, 2024]);
    }
}
