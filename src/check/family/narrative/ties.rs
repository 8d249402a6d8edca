//! Each number of the text beside the cells that say the same, for a reader who looks at the text.

use crate::check::facts::Facts;
use crate::check::facts::claims::{Claim, Metric, Obstacle, Sum};
use crate::form::Cell;
use crate::report::{Number, Report};

use super::tables::{Apart, agrees, apart, best, is_comparable};

/// A number of the text and the cells that it can be held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The number as it is stated.
    pub(crate) claim: Claim,
    /// What it is about.
    pub(crate) metric: &'static Metric,
    /// The cells that say the same.
    pub(crate) cells: Vec<Cell>,
    /// What they come to; `None` where one of them holds no number.
    pub(crate) table: Option<Number>,
    /// Whether text and table agree.
    pub(crate) standing: Agreement,
}

/// Whether text and table agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Agreement {
    /// They do, in one way to read the table at least.
    Agrees,
    /// They do not. It is no finding yet: the text may say the number of a part.
    Differs,
    /// They need not: the text speaks of another time, of a part, or of others too; or the table has no number.
    Apart,
}

/// The numbers of a report's text that the tables say too, in the order of the text.
#[must_use]
pub fn ties(facts: &Facts<'_>) -> Vec<Tie> {
    let (report, text) = (facts.report(), facts.claims());
    let apart = apart(report, text);
    let mut ties = Vec::new();
    for said in &text.sentences {
        for item in &said.items {
            let metrics = item.claim.metric.into_iter().chain(item.also.iter().copied());
            let mut here: Vec<Tie> = metrics.filter_map(|metric| tie(report, &item.claim, metric, apart)).collect();
            if here.iter().any(|tie| tie.standing == Agreement::Agrees) {
                // 收到并办结: said of both, and meant of the one that fits.
                here.retain(|tie| tie.standing == Agreement::Agrees);
            } else if !item.claim.value.is_zero() {
                here.truncate(1);
            }
            ties.append(&mut here);
        }
        ties.extend(said.nothing.iter().filter_map(|claim| tie(report, claim, claim.metric?, apart)));
    }
    ties.sort_by_key(|tie| (tie.claim.section, tie.claim.start));
    ties
}

fn tie(report: &Report, claim: &Claim, metric: &'static Metric, apart: Apart) -> Option<Tie> {
    if !metric.is_in_tables() {
        return None;
    }
    let comparable = is_comparable(claim, metric, apart);
    let (cells, table, standing) = match metric.sums(report.lean.form, &report.lean.cells, claim.who) {
        Ok(sums) => {
            let agreeing = sums.iter().find(|sum| comparable && agrees(claim, std::slice::from_ref(sum)));
            let standing = match agreeing {
                // Some numbers may agree with the likeliest reading only.
                Some(_) if agrees(claim, &sums) => Agreement::Agrees,
                _ if comparable => Agreement::Differs,
                _ => Agreement::Apart,
            };
            let shown = agreeing.filter(|_| standing == Agreement::Agrees).or_else(|| best(claim, &sums));
            let Sum { value, cells } = shown?.clone();
            (cells, Some(value), standing)
        }
        Err(Obstacle::NoNumber(cells)) => (cells, None, Agreement::Apart),
        Err(Obstacle::NoCell) => return None,
    };
    Some(Tie { claim: claim.clone(), metric, cells, table, standing })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Basis;
    use crate::check::fixture::narrative::report;

    /// What is tied in a text of section one: metric, value, what the table says, and how they stand.
    fn tied(text: &str, cells: &[(&str, &str)]) -> Vec<(String, String, Option<String>, Agreement)> {
        let report = report("松溪县教育局", 1, text, cells);
        let ties = ties(&Facts::of(&report, &Basis::standard()));
        let shown = |tie: &Tie| {
            assert!(!tie.cells.is_empty());
            let table = tie.table.map(|number| number.to_string());
            (tie.metric.id.to_string(), tie.claim.value.to_string(), table, tie.standing)
        };
        ties.iter().map(shown).collect()
    }

    fn one(
        metric: &str,
        value: &str,
        table: Option<&str>,
        standing: Agreement,
    ) -> (String, String, Option<String>, Agreement) {
        (metric.to_owned(), value.to_owned(), table.map(str::to_owned), standing)
    }

    #[test]
    fn a_number_is_tied_to_the_cells_that_say_the_same() {
        let cells = [("new", "50"), ("granted", "50")];
        assert_eq!(
            tied("全年新收政府信息公开申请51件，予以公开50件。", &cells),
            [
                one("received", "51", Some("50"), Agreement::Differs),
                one("granted", "50", Some("50"), Agreement::Agrees)
            ]
        );
    }

    #[test]
    fn other_years_and_other_work_are_not_held_against_the_table() {
        let last_year = tied("2023年新收政府信息公开申请40件。", &[("new", "50")]);
        assert!(last_year.iter().all(|(.., standing)| *standing == Agreement::Apart), "{last_year:?}");
        assert_eq!(tied("全年举办培训3次，接听热线90个。", &[("new", "50")]), []);
    }

    #[test]
    fn a_cell_without_a_number_is_named() {
        assert_eq!(
            tied("全年新收政府信息公开申请51件。", &[("new", "五十")]),
            [one("received", "51", None, Agreement::Apart)]
        );
    }
}
