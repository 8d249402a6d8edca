//! The hand that slips: how each kind of slip changes the cells.

use crate::form::{Cell, Equation, EquationLine, Form, Unit};
use crate::report::{Cells, Number, Value};

use super::random::Random;
use super::slip::{SlipKind, SlippedCell, table_of_cell_rule};

/// Cells while a slip is being made in them.
pub(super) struct Hand<'f, 'r> {
    form: &'f Form,
    cells: Cells,
    random: &'r mut Random,
    changes: Vec<SlippedCell>,
}

const MARKS: [&str; 4] = ["/", "—", "-", "无"];

impl<'f, 'r> Hand<'f, 'r> {
    pub(super) fn new(form: &'f Form, cells: Cells, random: &'r mut Random) -> Self {
        Self { form, cells, random, changes: Vec::new() }
    }

    /// Makes the slip; `None` where chance chose a cell in which it cannot be made.
    pub(super) fn slip(mut self, rule: &str, kind: SlipKind) -> Option<(Cells, Vec<SlippedCell>)> {
        match kind {
            SlipKind::TotalsBlank => self.totals_blank(rule),
            SlipKind::StaleTotal => self.stale_total(rule),
            SlipKind::CarriedOver => self.carried_over(rule),
            SlipKind::WrongColumn | SlipKind::Swapped => self.across(rule, kind),
            SlipKind::Blank | SlipKind::Mark | SlipKind::NotANumber => self.no_number(rule, kind),
            SlipKind::Negative | SlipKind::Decimals | SlipKind::FeePlaces => self.odd_number(rule, kind),
            SlipKind::OffByOne | SlipKind::Transposed | SlipKind::LostDigit => self.wrong_number(rule, kind),
            SlipKind::ByHand => None,
        }?;
        (!self.changes.is_empty()).then_some((self.cells, self.changes))
    }

    /// A cell that the rule speaks of; more often than not one in which something stands.
    fn cell(&mut self, rule: &str, unit: Unit) -> Option<Cell> {
        let all: Vec<Cell> = match table_of_cell_rule(rule) {
            Some(table) => self.form.cells_of(self.form.table(table)?.0).collect(),
            None => self.equation(rule)?.cells().collect(),
        };
        let fits = |cell: &Cell| self.form.spec(*cell).is_some_and(|spec| spec.unit == unit);
        self.pick(all.into_iter().filter(fits).collect(), |hand, &cell| hand.is_busy(cell))
    }

    fn equation(&mut self, rule: &str) -> Option<&'f Equation> {
        let all = self.form.equations.iter().filter(|equation| &*equation.rule == rule).collect();
        self.pick(all, |hand, equation: &&Equation| equation.cells().any(|cell| hand.is_busy(cell)))
    }

    /// One of them; more often than not one that fits.
    fn pick<T: Copy>(&mut self, mut all: Vec<T>, fits: impl Fn(&Self, &T) -> bool) -> Option<T> {
        if all.iter().any(|one| fits(self, one)) && self.random.chance(3, 4) {
            all.retain(|one| fits(self, one));
        }
        self.random.pick(&all).copied()
    }

    /// Does a number stand there that is not zero?
    fn is_busy(&self, cell: Cell) -> bool {
        self.cells.get(cell).number().is_some_and(|number| !number.is_zero())
    }

    fn int(&self, cell: Cell) -> Option<i64> {
        self.cells.get(cell).number()?.as_int()
    }

    fn put(&mut self, cell: Cell, value: Value<'_>) -> Option<()> {
        let from = serde_json::to_value(self.cells.get(cell)).ok()?;
        let to = serde_json::to_value(value).ok()?;
        if from != to {
            self.cells.set(cell, value);
            self.changes.push(SlippedCell { cell: self.form.id(cell).into(), from, to });
        }
        Some(())
    }

    fn add(&mut self, cell: Cell, more: i64) -> Option<()> {
        let value = self.int(cell)? + more;
        (value >= 0).then_some(())?;
        self.put(cell, Value::int(value))
    }

    fn no_number(&mut self, rule: &str, kind: SlipKind) -> Option<()> {
        let cell = self.cell(rule, Unit::Count)?;
        let value = self.int(cell)?;
        match kind {
            // Nobody leaves a number out; it is the zeros that are not written.
            SlipKind::Blank => (value == 0).then_some(()).and_then(|()| self.put(cell, Value::Blank)),
            SlipKind::Mark => {
                (value == 0).then_some(())?;
                let mark = self.random.text(&MARKS);
                self.put(cell, Value::Raw(mark))
            }
            _ => {
                let text = match self.random.below(3) {
                    0 => format!("约{value}"),
                    1 => format!("{value}余件"),
                    _ => format!("{value}件"),
                };
                self.put(cell, Value::Raw(&text))
            }
        }
    }

    fn odd_number(&mut self, rule: &str, kind: SlipKind) -> Option<()> {
        let unit = if kind == SlipKind::FeePlaces { Unit::WanYuan } else { Unit::Count };
        let cell = self.cell(rule, unit)?;
        let value = self.cells.get(cell).number()?;
        let text = match kind {
            SlipKind::Negative => format!("-{}", if value.is_zero() { Number::int(1) } else { value }),
            SlipKind::Decimals => format!("{value}.5"),
            _ => {
                let (whole, places) = value.to_string().split_once('.').map_or_else(
                    || (value.to_string(), String::new()),
                    |(whole, places)| (whole.to_owned(), places.to_owned()),
                );
                format!("{whole}.{places:0<4}{}", 1 + self.random.below(9))
            }
        };
        self.put(cell, Value::Number(Number::parse(&text)?))
    }

    fn wrong_number(&mut self, rule: &str, kind: SlipKind) -> Option<()> {
        let cell = self.cell(rule, Unit::Count)?;
        let value = self.int(cell)?;
        let wrong = match kind {
            SlipKind::Transposed => (value >= 10).then_some(value / 100 * 100 + value % 10 * 10 + value / 10 % 10)?,
            SlipKind::LostDigit => (value >= 10).then_some(value / 10)?,
            _ if value == 0 || self.random.chance(1, 2) => value + 1,
            _ => value - 1,
        };
        self.put(cell, Value::int(wrong))
    }

    /// A value that went to the next column, or two that changed places.
    fn across(&mut self, rule: &str, kind: SlipKind) -> Option<()> {
        let cell = self.cell(rule, Unit::Count)?;
        let right = self.right_of(cell)?;
        let (value, next) = (self.int(cell)?, self.int(right)?);
        // Onto a zero it is a value in the wrong column, onto anything else an exchange.
        let fits = if kind == SlipKind::WrongColumn { value > 0 && next == 0 } else { next > 0 && value != next };
        fits.then_some(())?;
        self.put(cell, Value::int(next))?;
        self.put(right, Value::int(value))
    }

    fn right_of(&self, cell: Cell) -> Option<Cell> {
        let spec = self.form.spec(cell)?;
        self.form.tables.get(spec.table)?.at(spec.row, spec.column + 1)
    }

    /// Every total of the table's rows left empty.
    fn totals_blank(&mut self, rule: &str) -> Option<()> {
        let (table, _) = self.form.table(table_of_cell_rule(rule)?)?;
        let form = self.form;
        let rows = form.equations.iter().filter(|e| e.table == table && matches!(e.line, EquationLine::Row(_)));
        rows.filter_map(|equation| equation.left.first()).try_for_each(|&total| self.put(total, Value::Blank))
    }

    /// One outcome was corrected, and its column with it, but not the totals on the right.
    fn stale_total(&mut self, rule: &str) -> Option<()> {
        let EquationLine::Row(row) = self.equation(rule)?.line else { return None };
        let (form, table) = (self.form, self.form.equations.iter().find(|e| &*e.rule == rule)?.table);
        let columns = |e: &&Equation| e.table == table && matches!(e.line, EquationLine::Column(_));
        let of_row = |cell: &Cell| form.spec(*cell).is_some_and(|spec| spec.row == row);
        let sums = form.equations.iter().filter(columns).filter(|e| e.left.len() == 1).collect();
        let results = self.pick(sums, |hand, e: &&Equation| e.left.iter().any(|&cell| hand.is_busy(cell)))?;
        let part = *results.right.iter().find(|cell| of_row(cell))?;
        (!self.is_total(part)).then_some(())?;
        let sum = *results.left.first()?;
        let balance = form.equations.iter().filter(columns).find(|e| e.right.contains(&sum))?;
        let more = if self.int(part)? > 0 && self.random.chance(1, 2) { -1 } else { 1 };
        self.add(part, more)?;
        self.add(sum, more)?;
        self.add(*balance.left.first()?, more)
    }

    /// What is carried over changed in one column and in the total: only the balance breaks, in both.
    fn carried_over(&mut self, rule: &str) -> Option<()> {
        let equation = self.equation(rule)?;
        (equation.left.len() > 1 && matches!(equation.line, EquationLine::Column(_))).then_some(())?;
        let carried = *equation.right.last()?;
        (!self.is_total(carried)).then_some(())?;
        let total = *self
            .form
            .equations
            .iter()
            .find(|e| matches!(e.line, EquationLine::Row(_)) && e.right.contains(&carried))?
            .left
            .first()?;
        let more = 1 + i64::try_from(self.random.below(3)).ok()?;
        self.add(carried, more)?;
        self.add(total, more)
    }

    /// Is it the sum of its row?
    fn is_total(&self, cell: Cell) -> bool {
        self.form.equations.iter().any(|e| matches!(e.line, EquationLine::Row(_)) && e.left.contains(&cell))
    }
}
