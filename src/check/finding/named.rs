//! Which rule and place the name of a finding stands for: a journal has the name alone where an older version wrote it.

use std::sync::LazyLock;

use crate::check::finding::Fingerprint;
use crate::check::rule::Rule;
use crate::form;
use crate::report::{Agency, Head, SafeText};

/// The places that are none of a table.
const PLACES: [&str; 23] = [
    "report",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "agency",
    "section",
    "preface",
    "text",
    "form",
    "title",
    "date",
    "amount",
    "notices",
    "requests",
    "handled",
    "disputes",
    "disclosure",
    "signature",
    "year",
    "period",
];

/// The head of a report as a journal knows it.
#[must_use]
pub(crate) fn head_of(agency: &SafeText, region: &[SafeText], year: u16) -> Head {
    let agency = Agency { name: agency.clone(), region: region.to_vec().into(), ..Agency::default() };
    Head { agency, year, version: None }
}

/// The rule and the place of this name, among those that can be told: lines and cells of the tables, parts of a report.
#[must_use]
pub(crate) fn named<'r>(
    head: &Head,
    fingerprint: &str,
    rules: impl Iterator<Item = &'r Rule>,
) -> Option<(&'r Rule, String)> {
    let wanted: Fingerprint = fingerprint.parse().ok()?;
    for rule in rules {
        let of_rule = |place: &&String| Fingerprint::new(head, &rule.id, place) == wanted;
        if let Some(place) = KNOWN.iter().find(of_rule) {
            return Some((rule, place.clone()));
        }
    }
    None
}

/// Every place that a rule may name.
static KNOWN: LazyLock<Vec<String>> = LazyLock::new(places);

/// What is of a table, in any edition of the form, and the others.
fn places() -> Vec<String> {
    let mut places: Vec<String> = PLACES.map(ToOwned::to_owned).into();
    for form in form::editions() {
        places.extend(form.equations.iter().map(|equation| equation.place.to_string()));
        for table in &form.tables {
            let lines = table.rows.iter().map(|row| &row.id).chain(table.columns.iter().map(|column| &column.id));
            places.extend(lines.map(|line| format!("{}/{line}", table.id)));
        }
        places.extend(form.cells().map(|cell| form.id(cell).to_owned()));
    }
    places.sort_unstable();
    places.dedup();
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rule::rules;

    #[test]
    fn a_finding_is_known_by_its_name_and_its_report() {
        let head = head_of(&SafeText::line("甲县教育局"), &[SafeText::line("甲县")], 2023);
        for (rule, place) in [("T3-01", "requests/total"), ("T2-01", "disclosure/fees/amount"), ("SEC-10", "1")] {
            let name = Fingerprint::new(&head, rule, place).to_string();
            let (found, at) = named(&head, &name, rules().iter()).unwrap();
            assert_eq!((&*found.id, at.as_str()), (rule, place));
            let other = head_of(&SafeText::line("乙县教育局"), &[], 2023);
            assert!(named(&other, &name, rules().iter()).is_none(), "of another agency it is nothing");
        }
        assert!(named(&head, "f1", rules().iter()).is_none());
    }
}
