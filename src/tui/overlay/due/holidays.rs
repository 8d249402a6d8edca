//! Working days: weekends and public holidays left out, days worked instead of them counted. The holidays are data, a year
//! each; of a year that was not announced yet only the weekends are known, and that is said.

use std::collections::HashMap;
use std::sync::OnceLock;

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

const DATA: &str = include_str!("holidays.toml");

/// The days of a year that are not as the calendar says.
#[derive(Debug, Default, Deserialize)]
struct Announced {
    /// A day, `01-01`, or the first and the last, `02-10/02-17`.
    off: Vec<String>,
    worked: Vec<String>,
}

/// The same as dates: is work done on it?
type Days = HashMap<Date, bool>;

/// A date, and whether all holidays up to it were known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WorkingDay {
    pub(crate) date: Date,
    /// The first year of which no holidays are known.
    pub(crate) unknown: Option<i16>,
}

/// The working day so many after this day.
#[must_use]
pub(crate) fn after(today: Date, days: u16) -> Option<WorkingDay> {
    let (known, exceptions) = announced();
    let (mut date, mut left, mut unknown) = (today, days, None);
    while left > 0 {
        date = date.tomorrow().ok()?;
        if !known.contains(&date.year()) {
            unknown = unknown.or(Some(date.year()));
        }
        let is_weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
        left -= u16::from(exceptions.get(&date).copied().unwrap_or(!is_weekend));
    }
    Some(WorkingDay { date, unknown })
}

/// The years that are known, and their days.
fn announced() -> &'static (Vec<i16>, Days) {
    static READ: OnceLock<(Vec<i16>, Days)> = OnceLock::new();
    READ.get_or_init(|| read(DATA))
}

fn read(data: &str) -> (Vec<i16>, Days) {
    let years: HashMap<String, Announced> = toml::from_str(data).unwrap_or_default();
    let mut days = Days::new();
    let mut known = Vec::new();
    for (year, announced) in years {
        let Ok(year) = year.parse::<i16>() else { continue };
        known.push(year);
        let dates = |texts: &[String]| texts.iter().flat_map(|text| range(year, text)).collect::<Vec<_>>();
        days.extend(dates(&announced.off).into_iter().map(|date| (date, false)));
        days.extend(dates(&announced.worked).into_iter().map(|date| (date, true)));
    }
    (known, days)
}

fn range(year: i16, text: &str) -> Vec<Date> {
    let date = |text: &str| format!("{year}-{text}").parse::<Date>().ok();
    let (first, last) = text.split_once('/').unwrap_or((text, text));
    let (Some(first), Some(last)) = (date(first), date(last)) else { return Vec::new() };
    std::iter::successors(Some(first), |date| date.tomorrow().ok()).take_while(|date| *date <= last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str, days: u16) -> (String, Option<i16>) {
        let counted = after(text.parse().unwrap(), days).unwrap();
        (counted.date.to_string(), counted.unknown)
    }

    #[test]
    fn weekends_and_holidays_are_left_out_and_days_worked_instead_counted() {
        assert_eq!(on("2026-11-30", 10), ("2026-12-14".to_owned(), None));
        // The Spring Festival of 2026, with the Saturdays before and after it.
        assert_eq!(on("2026-02-13", 1), ("2026-02-14".to_owned(), None));
        assert_eq!(on("2026-02-13", 2), ("2026-02-24".to_owned(), None));
        assert_eq!(on("2026-02-27", 1), ("2026-02-28".to_owned(), None));
        // A holiday that makes nobody work instead.
        assert_eq!(on("2025-05-30", 1), ("2025-06-03".to_owned(), None));
        assert_eq!(on("2026-01-20", 0), ("2026-01-20".to_owned(), None));
    }

    #[test]
    fn a_year_that_was_not_announced_is_named() {
        let (date, unknown) = on("2026-12-30", 3);
        assert_eq!((date.as_str(), unknown), ("2027-01-04", Some(2027)));
    }

    #[test]
    fn every_entry_of_the_data_is_a_day_of_its_year() {
        let years: HashMap<String, Announced> = toml::from_str(DATA).unwrap();
        for (year, announced) in years {
            let year: i16 = year.parse().unwrap();
            for text in announced.off.iter().chain(&announced.worked) {
                assert!(!range(year, text).is_empty(), "{year} {text}");
            }
            // Nobody works on a weekday instead of another day.
            for day in announced.worked.iter().flat_map(|text| range(year, text)) {
                assert!(matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday), "{day}");
            }
        }
    }
}
