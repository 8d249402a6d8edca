//! The numbers of one agency over the years.
//!
//! Only what does not follow from the form's equations is drawn here; [`super::solve`] adds the rest. What
//! connects the years (requests carried over, documents in force, pending disputes) is kept between them.

use crate::form::{Cell, Equation, EquationLine, Form};
use crate::report::{Cells, Number, Value};

use super::kind::Kind;
use super::random::Random;
use super::region::Office;
use super::solve;

/// One agency, standing at the end of a year.
pub(super) struct Agency<'a> {
    form: &'static Form,
    office: &'a Office,
    /// Requests in an average year.
    requests: u64,
    /// Requests left at the end of the year, by column.
    carried: Vec<u64>,
    /// Normative documents in force.
    in_force: u64,
    /// Requests of the year before.
    last_requests: u64,
    /// Disputes not yet decided, by row.
    pending: Vec<u64>,
}

/// How often an outcome happens. An outcome that is not named happens [`RARE`]ly.
const OUTCOMES: [(&str, u64); 14] = [
    ("granted", 420),
    ("partial", 70),
    ("denied.secret", 0),
    ("denied.prohibited", 0),
    ("denied.stability", 0),
    ("denied.internal", 14),
    ("denied.process", 12),
    ("denied.enforcement", 18),
    ("unavailable.not_held", 230),
    ("unavailable.not_compiled", 30),
    ("declined.petition", 40),
    ("declined.repeated", 25),
    ("declined.excessive", 0),
    ("closed.not_corrected", 30),
];
const RARE: u64 = 5;

/// Who asks. A column that is not named is rare.
const APPLICANTS: [(&str, u64); 4] = [("natural", 820), ("business", 80), ("legal", 40), ("other", 25)];
/// Who asks a town or a subdistrict.
const NEIGHBOURS: [(&str, u64); 6] =
    [("natural", 900), ("business", 60), ("research", 0), ("welfare", 0), ("legal", 0), ("other", 0)];

/// How disputes end.
const RESULTS: [(&str, u64); 4] = [("upheld", 55), ("corrected", 12), ("other", 18), ("pending", 15)];
/// How they end where none may be left.
const DECIDED: [(&str, u64); 4] = [("upheld", 55), ("corrected", 12), ("other", 18), ("pending", 0)];

/// Since this year a review comes before every suit about a refusal: no suit goes to court directly.
const REVIEW_FIRST: u16 = 2024;

/// One request in so many leads to a review, one review in so many to court.
const REVIEWED: u64 = 18;
const SUED: u64 = 6;
/// Fewer documents than these come and go in a year.
const MOST_DOCUMENTS: u64 = 9;
/// From so many requests in an average year on, no year is without.
const BUSY: u64 = 6;
/// Even where there are more requests, no more than these are quarrelled about.
const MOST_CAUSES: u64 = 400;

fn weight(weights: &[(&str, u64)], id: &str) -> u64 {
    weights.iter().find(|(known, _)| *known == id).map_or(RARE, |(_, weight)| *weight)
}

impl<'a> Agency<'a> {
    /// The agency before its first year.
    pub(super) fn new(form: &'static Form, office: &'a Office, random: &mut Random) -> Self {
        let requests = volume(office, random);
        let mut agency = Self {
            form,
            office,
            requests,
            carried: Vec::new(),
            in_force: spread(office.kind.normative * (office.size + 200) / 300, random),
            last_requests: requests,
            pending: Vec::new(),
        };
        agency.carried = agency.split(requests / 25 + u64::from(requests > 3 && random.chance(1, 4)), random);
        agency
    }

    /// Requests by column.
    fn split(&self, count: u64, random: &mut Random) -> Vec<u64> {
        shares(&self.applicants(), count, random)
    }

    /// One weight per column of the requests; none for the column of the totals.
    fn applicants(&self) -> Vec<u64> {
        let Some((table, spec)) = self.form.table("requests") else { return Vec::new() };
        let columns = spec.columns.iter().enumerate();
        let weights: &[(&str, u64)] =
            if matches!(self.office.level, "town" | "subdistrict") { &NEIGHBOURS } else { &APPLICANTS };
        columns
            .map(|(index, column)| results(self.form, table, index).map_or(0, |_| weight(weights, &column.id)))
            .collect()
    }

    /// The cells of the next year, which is `year`.
    pub(super) fn next_year(&mut self, year: u16, random: &mut Random) -> Cells {
        let mut cells = Cells::missing(self.form);
        self.disclosure(&mut cells, random);
        let requests = self.requests(&mut cells, random);
        self.disputes(&mut cells, year, requests, random);
        self.last_requests = requests;
        solve::complete(self.form, &mut cells);
        cells
    }

    fn disclosure(&mut self, cells: &mut Cells, random: &mut Random) {
        let Kind { licensing, penalties, coercion, fees, .. } = *self.office.kind;
        let issued = if self.in_force > 0 { random.below((self.in_force / 5 + 2).min(MOST_DOCUMENTS)) } else { 0 };
        let repealed = random.below((self.in_force / 6 + 1).min(MOST_DOCUMENTS));
        self.in_force = (self.in_force + issued).saturating_sub(repealed);
        for (row, values) in [("regulations", [0, 0, 0]), ("normative", [issued, repealed, self.in_force])] {
            for (column, value) in ["issued", "repealed", "in_force"].into_iter().zip(values) {
                self.put(cells, "disclosure", row, column, value);
            }
        }
        for (row, mean) in [("licensing", licensing), ("penalties", penalties), ("coercion", coercion)] {
            let decisions = spread(mean * (self.office.size + 300) / 400, random);
            self.put(cells, "disclosure", row, "decisions", decisions);
        }
        if let Some(cell) = self.form.cell("disclosure/fees/amount") {
            cells.set(cell, Value::Number(wan_yuan(spread(fees, random))));
        }
    }

    fn put(&self, cells: &mut Cells, table: &str, row: &str, column: &str, value: u64) {
        if let Some(cell) = self.form.cell(&format!("{table}/{row}/{column}")) {
            set(cells, cell, value);
        }
    }

    /// Draws the outcomes and what is carried over; returns how many requests were new.
    fn requests(&mut self, cells: &mut Cells, random: &mut Random) -> u64 {
        let Some((table, spec)) = self.form.table("requests") else { return 0 };
        let new = if self.requests == 0 && random.chance(1, 5) {
            1 + random.below(2)
        } else {
            (self.requests * (80 + random.below(45)) + 50) / 100
        };
        // Who waits for a decision asks again.
        let new = new.max(2 * self.pending.iter().sum::<u64>());
        let fresh = self.split(new, random);
        let mut may_wait = new / 4;
        for (column, &fresh) in fresh.iter().enumerate() {
            let Some(id) = spec.columns.get(column).map(|column| &*column.id) else { continue };
            let Some(carried) = self.carried.get_mut(column) else { continue };
            let carried_in = *carried;
            let waiting = u64::try_from((0..fresh).filter(|_| random.chance(1, 25)).count()).unwrap_or_default();
            *carried = waiting.min(may_wait);
            may_wait -= *carried;
            let carried_out = *carried;
            let Some(results) = results(self.form, table, column) else { continue };
            self.put(cells, "requests", "carried_in", id, carried_in);
            self.put(cells, "requests", "carried_out", id, carried_out);
            distribute(self.form, results, &OUTCOMES, carried_in + fresh - carried_out, cells, random);
        }
        new
    }

    /// Disputes about requests of this year or the last, and those still pending. The first row is the reviews; only
    /// what was reviewed goes to court.
    fn disputes(&mut self, cells: &mut Cells, year: u16, requests: u64, random: &mut Random) {
        let Some((table, spec)) = self.form.table("disputes") else { return };
        self.pending.resize(spec.rows.len(), 0);
        let equations = self.form.equations.iter().filter(|equation| equation.table == table);
        let causes = if requests > 0 { requests.max(self.last_requests) } else { 0 };
        let (mut causes, mut odds) = (causes.min(MOST_CAUSES), REVIEWED);
        // No more disputes than requests that were handled.
        let mut room = (requests - requests / 4).saturating_sub(self.pending.iter().sum());
        for (equation, pending) in equations.zip(&mut self.pending) {
            let is_direct = equation.place.ends_with("litigation_direct");
            let causes_here = if is_direct && year >= REVIEW_FIRST { 0 } else { causes };
            let fresh = u64::try_from((0..causes_here).filter(|_| random.chance(1, odds)).count()).unwrap_or_default();
            let all = *pending + fresh.min(room);
            room -= fresh.min(room);
            // No direct suit is left over for the years in which there are none.
            let weights = if is_direct && year + 1 >= REVIEW_FIRST { &DECIDED } else { &RESULTS };
            distribute(self.form, equation, weights, all, cells, random);
            let undecided = equation.right.iter().find(|&&cell| name(self.form, equation, cell) == "pending");
            *pending = undecided.and_then(|&cell| cells.get(cell).number()?.as_int()).map_or(0, i64::unsigned_abs);
            (causes, odds) = (if odds == REVIEWED { all } else { causes }, SUED);
        }
    }
}

/// The equation by which the outcomes of a column add up; none for the column of the totals, which only sums up.
fn results(form: &Form, table: usize, column: usize) -> Option<&Equation> {
    let mut of_table = form.equations.iter().filter(|equation| equation.table == table && equation.left.len() == 1);
    let results = of_table.clone().find(|equation| equation.line == EquationLine::Column(column))?;
    let is_sum =
        of_table.any(|equation| matches!(equation.line, EquationLine::Row(_)) && equation.left == results.left);
    (!is_sum).then_some(results)
}

/// Spreads `count` over the right side of an equation.
fn distribute(
    form: &Form,
    equation: &Equation,
    weights: &[(&str, u64)],
    count: u64,
    cells: &mut Cells,
    random: &mut Random,
) {
    let by_cell: Vec<u64> = equation.right.iter().map(|&cell| weight(weights, name(form, equation, cell))).collect();
    for (&cell, share) in equation.right.iter().zip(shares(&by_cell, count, random)) {
        set(cells, cell, share);
    }
}

/// `count` things dealt out one by one, as often as the weights say.
fn shares(weights: &[u64], count: u64, random: &mut Random) -> Vec<u64> {
    let mut shares = vec![0_u64; weights.len()];
    for _ in 0..count {
        if let Some(share) = shares.get_mut(random.weighted(weights)) {
            *share += 1;
        }
    }
    shares
}

/// The part of a cell's id that differs along the equation.
fn name<'f>(form: &'f Form, equation: &Equation, cell: Cell) -> &'f str {
    let Some((table, spec)) = form.tables.get(equation.table).zip(form.spec(cell)) else { return "" };
    match equation.line {
        EquationLine::Row(_) => table.columns.get(spec.column).map_or("", |column| &column.id),
        EquationLine::Column(_) => table.rows.get(spec.row).map_or("", |row| &row.id),
    }
}

fn set(cells: &mut Cells, cell: Cell, value: u64) {
    cells.set(cell, Value::int(i64::try_from(value).unwrap_or_default()));
}

/// Most agencies get no or hardly any requests, those with much to ask about get some every year.
fn volume(office: &Office, random: &mut Random) -> u64 {
    let mean = office.kind.requests * (office.size + 100) / 200;
    match random.below(100) {
        85.. => mean + random.below(3 * mean / 2 + 1),
        _ if mean >= BUSY => mean / 2 + random.below(mean),
        0..35 => 0,
        _ => 1 + random.below(mean),
    }
}

/// Around a mean; a mean above zero never becomes zero.
fn spread(mean: u64, random: &mut Random) -> u64 {
    if mean == 0 { 0 } else { (mean * (75 + random.below(51)) / 100).max(1) }
}

fn wan_yuan(yuan: u64) -> Number {
    let text = format!("{}.{:04}", yuan / 10_000, yuan % 10_000);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    Number::parse(if text.is_empty() { "0" } else { text }).unwrap_or(Number::ZERO)
}
