//! What a number in the text can be, from `metrics.toml`, and which cells say the same.

use std::sync::{LazyLock, OnceLock};

use serde::Deserialize;

use crate::check::rule::RuleId;
use crate::form::{Cell, Form, editions};
use crate::report::{Cells, Number, Value};
use crate::words::Lang;

use super::lexicon::{Topic, Who};

/// Something that a number in the text can be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// Stable name: `received`, `reconsideration.upheld`.
    pub(crate) id: Box<str>,
    pub(super) topic: Topic,
    acts: Vec<Box<str>>,
    /// The rule that compares it with the tables, where they say it.
    #[serde(default)]
    pub(crate) rule: Option<RuleId>,
    zh: Box<str>,
    en: Box<str>,
    readings: Vec<Vec<Box<str>>>,
    /// The cells of the readings, for each edition of the form and each kind of applicants, once somebody asks.
    #[serde(skip)]
    ways: OnceLock<Vec<Vec<Way>>>,
}

/// What a reading adds up in some columns.
#[derive(Debug)]
struct Way {
    /// Each with whether it is taken away.
    cells: Box<[(Cell, bool)]>,
    /// Has the form none of the cells that come next?
    is_cut: bool,
}

impl PartialEq for Metric {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Metric {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    metric: Vec<Metric>,
}

const TEXT: &str = include_str!("metrics.toml");

// That the embedded file loads is proved by the test `the_metrics_load`.
static METRICS: LazyLock<Vec<Metric>> =
    LazyLock::new(|| toml::from_str::<File>(TEXT).map(|file| file.metric).unwrap_or_default());

#[must_use]
pub(crate) fn metrics() -> &'static [Metric] {
    &METRICS
}

/// The metric of a topic to which something happened.
pub(super) fn metric(topic: Topic, act: &str) -> Option<&'static Metric> {
    METRICS.iter().find(|metric| metric.topic == topic && metric.acts.iter().any(|known| &**known == act))
}

/// One way to find the number in the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sum {
    /// What the cells come to.
    pub(crate) value: Number,
    pub(crate) cells: Vec<Cell>,
}

/// Why a number could not be found in the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// The form has no such cells.
    NoCell,
    /// Cells that are not in the report, or hold no number.
    NoNumber(Vec<Cell>),
}

impl Metric {
    #[must_use]
    pub(crate) fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }

    /// Does it say that requests came, or were dealt with, and not what became of them?
    pub(in crate::check) fn is_of_coming(&self) -> bool {
        matches!(
            &*self.id,
            "received" | "received_all" | "applicants" | "channel" | "handled" | "answered" | "processed"
        )
    }

    /// Is it something that the tables say?
    #[must_use]
    pub(crate) fn is_in_tables(&self) -> bool {
        !self.readings.is_empty()
    }

    /// The single cell that says it, where one does in its likeliest reading.
    #[must_use]
    pub(crate) fn cell(&self, form: &Form, who: Option<Who>) -> Option<Cell> {
        let [token] = self.readings.first()?.as_slice() else { return None };
        let [[column]] = columns(who) else { return None };
        let mut cells = expand(form, token, column);
        let first = cells.next()?;
        cells.next().is_none().then_some(first)
    }

    /// What the tables say, in each reading, likeliest first.
    ///
    /// # Errors
    /// The cells of some reading that hold no number; or the form has none of them.
    pub(crate) fn sums(&self, form: &Form, cells: &Cells, who: Option<Who>) -> Result<Vec<Sum>, Obstacle> {
        let mut sums = Vec::new();
        for way in self.ways(form, who) {
            // Beside a row with numbers a total of 0 was left out, or the numbers are what is wrong.
            let mut is_as_filed = true;
            let of_its_row = way.sum(cells, |cell| {
                let meant = left_out(form, cells, cell);
                is_as_filed &= meant.is_none();
                meant
            });
            let as_filed = (!is_as_filed).then(|| way.sum(cells, |_| None));
            for sum in std::iter::once(of_its_row).chain(as_filed) {
                match sum {
                    Ok(sum) if sums.contains(&sum) => {}
                    Ok(sum) => sums.push(sum),
                    Err(Obstacle::NoCell) => {}
                    Err(obstacle) => return Err(obstacle),
                }
            }
        }
        if sums.is_empty() { Err(Obstacle::NoCell) } else { Ok(sums) }
    }

    /// What its readings add up, likeliest first.
    fn ways(&self, form: &Form, who: Option<Who>) -> &[Way] {
        let kinds = || [None].into_iter().chain(Who::ALL.map(Some));
        let of = |form: &Form, who: Option<Who>| -> Vec<Way> {
            let readings = self.readings.iter();
            readings.flat_map(|reading| columns(who).iter().map(|columns| Way::of(form, reading, columns))).collect()
        };
        let all = || editions().iter().flat_map(|form| kinds().map(|who| of(form, who))).collect();
        let edition = editions().iter().position(|known| std::ptr::eq(known, form));
        let kind = kinds().position(|known| known == who);
        let place = edition.zip(kind).map(|(edition, kind)| edition * kinds().count() + kind);
        // There are no forms but the editions.
        place.and_then(|place| self.ways.get_or_init(all).get(place)).map_or(&[], Vec::as_slice)
    }
}

fn columns(who: Option<Who>) -> &'static [&'static [&'static str]] {
    who.map_or(&[&["total"]], Who::columns)
}

impl Way {
    fn of(form: &Form, reading: &[Box<str>], columns: &[&str]) -> Self {
        let mut cells = Vec::new();
        for token in reading {
            let (id, is_minus) = token.strip_prefix('-').map_or((&**token, false), |id| (id, true));
            for column in columns {
                let before = cells.len();
                cells.extend(expand(form, id, column).map(|cell| (cell, is_minus)));
                if cells.len() == before {
                    return Self { cells: cells.into(), is_cut: true };
                }
            }
        }
        Self { cells: cells.into(), is_cut: false }
    }

    /// What its cells come to; `meant` says what a cell stands for where it is not what was filed.
    fn sum(&self, cells: &Cells, mut meant: impl FnMut(Cell) -> Option<Number>) -> Result<Sum, Obstacle> {
        let mut result = Sum { value: Number::ZERO, cells: Vec::with_capacity(self.cells.len()) };
        let mut without = Vec::new();
        for &(cell, is_minus) in &self.cells {
            result.cells.push(cell);
            match meant(cell).map_or_else(|| cells.get(cell), Value::Number) {
                // A negative or broken count has a finding of its own.
                Value::Number(number) if number.decimals() == 0 && !number.is_negative() => {
                    let sum =
                        if is_minus { result.value.checked_sub(number) } else { result.value.checked_add(number) };
                    result.value = sum.ok_or_else(|| Obstacle::NoNumber(vec![cell]))?;
                }
                _ => without.push(cell),
            }
        }
        match without.is_empty() {
            _ if self.is_cut => Err(Obstacle::NoCell),
            true => Ok(result),
            false => Err(Obstacle::NoNumber(without)),
        }
    }
}

/// What a total comes to that was left at 0 while its row has numbers.
fn left_out(form: &Form, cells: &Cells, cell: Cell) -> Option<Number> {
    if !cells.get(cell).number()?.is_zero() {
        return None;
    }
    let spec = form.spec(cell)?;
    let table = form.tables.get(spec.table)?;
    let total = table.columns.iter().position(|column| &*column.id == "total")?;
    if total != spec.column {
        return None;
    }
    let others = table.cells_in_row(spec.row).filter(|other| *other != cell);
    let sum = others.filter_map(|other| cells.get(other).number()).try_fold(Number::ZERO, Number::checked_add)?;
    (sum > Number::ZERO).then_some(sum)
}

/// The cells of `table/row/column`: of the row itself, or of the rows of its group.
fn expand<'a>(form: &'a Form, id: &'a str, column: &'a str) -> impl Iterator<Item = Cell> + 'a {
    let mut parts = id.split('/');
    let (table, row, named) =
        (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let column = if named == "@" { column } else { named };
    let found = form.table(table).and_then(|(_, spec)| Some((spec, spec.column(column)?.0)));
    found.into_iter().flat_map(move |(spec, column)| {
        let belongs = move |name: &str| name == row || name.strip_prefix(row).is_some_and(|rest| rest.starts_with('.'));
        let rows = spec.rows.iter().enumerate().filter(move |(_, other)| belongs(&other.id));
        rows.filter_map(move |(position, _)| spec.at(position, column))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;

    #[test]
    fn the_metrics_load_and_name_cells_of_the_form_and_rules() {
        let file: File = toml::from_str(TEXT).unwrap();
        for (index, metric) in file.metric.iter().enumerate() {
            assert!(file.metric[..index].iter().all(|other| other.id != metric.id), "{}", metric.id);
            for token in metric.readings.iter().flatten() {
                let id = token.strip_prefix('-').unwrap_or(token);
                let known = editions().iter().any(|form| expand(form, id, "total").next().is_some());
                assert!(known, "{} {id}", metric.id);
            }
            assert_eq!(metric.rule.is_some(), metric.is_in_tables(), "{}", metric.id);
        }
    }

    #[test]
    fn a_total_of_0_beside_numbers_is_what_its_row_comes_to_or_what_it_says() {
        let form = form::newest();
        let mut cells = Cells::missing(form);
        form.cells().for_each(|cell| cells.set(cell, Value::int(0)));
        cells.set(form.cell("requests/new/natural").unwrap(), Value::int(4));
        let values = |name: &str| -> Vec<Number> {
            let sums = metric(Topic::Request, name).unwrap().sums(form, &cells, None).unwrap();
            sums.into_iter().map(|sum| sum.value).collect()
        };
        assert!(
            [4, 0].iter().all(|value| values("received").contains(&Number::int(*value))),
            "{:?}",
            values("received")
        );
        assert_eq!(values("handled"), [Number::ZERO]);
    }

    #[test]
    fn a_group_is_the_sum_of_its_rows() {
        let form = form::newest();
        let mut cells = Cells::missing(form);
        form.cells().for_each(|cell| cells.set(cell, Value::int(1)));
        let denied = metric(Topic::Request, "denied").unwrap();
        assert_eq!(denied.sums(form, &cells, None).unwrap()[0].value, Number::int(8));
        assert_eq!(denied.sums(form, &cells, Some(Who::Organisation)).unwrap()[0].value, Number::int(40));
        assert_eq!(denied.cell(form, None), None);
        let granted = metric(Topic::Request, "granted").unwrap();
        assert_eq!(granted.cell(form, Some(Who::Natural)), form.cell("requests/granted/natural"));
        let secret = form.cell("requests/denied.secret/total").unwrap();
        cells.set(secret, Value::Blank);
        assert_eq!(denied.sums(form, &cells, None), Err(Obstacle::NoNumber(vec![secret])));
    }
}
