//! The sentences that a summary report needs, with their numbers. One whose numbers are not all there is not written.

use crate::form::Cell;
use crate::output::notice::region_of;
use crate::output::percent::share;
use crate::output::sheet::{OutColumn, OutField, OutSheet, RowSink};
use crate::report::{Number, SafeText};
use crate::words::Lang;

use super::rollup::{RegionSums, Rollup, number};
use super::tables::{whose, whose_columns};

/// So many of the units are named.
const LARGEST: usize = 5;
/// So many of the missing are named.
const NAMED: usize = 5;

pub(super) fn sheet<'a>(summary: &'a RegionSums<'a>) -> OutSheet<'a> {
    let words = summary.words();
    let mut columns = whose_columns(summary);
    columns.push(OutColumn::new("text", words.text(), 120));
    let rows = move |sink: &mut RowSink<'_>| {
        for rollup in &summary.rollups {
            for text in of(rollup, summary.lang) {
                let mut row = whose(rollup);
                row.push(OutField::text(text));
                sink(&row)?;
            }
        }
        Ok(())
    };
    OutSheet { name: words.sheet_text().to_owned(), columns, fixed: 2, rows: Box::new(rows) }
}

/// What there is to be said of a region, in order.
#[must_use]
pub(super) fn of(rollup: &Rollup<'_>, lang: Lang) -> Vec<String> {
    let told = Told { rollup, lang };
    let mut all = vec![told.completeness()];
    let parts = [told.requests(), told.growth(), told.handled(), told.largest(), told.disputes(), told.disclosure()];
    all.extend(parts.into_iter().flatten());
    all.extend(told.differences());
    all
}

struct Told<'a> {
    rollup: &'a Rollup<'a>,
    lang: Lang,
}

impl Told<'_> {
    fn words(&self) -> crate::words::SummaryWords {
        self.lang.words().summary
    }

    /// What a region's units have together under an id.
    fn sum(&self, id: &str) -> Option<i64> {
        sum(self.rollup, id)
    }

    /// The same of all rows of 表三 whose ids begin so, in the column of totals.
    fn rows(&self, begin: &str) -> Option<i64> {
        let begin = format!("requests/{begin}");
        let form = self.rollup.form;
        let mut ids =
            form.cells().map(|cell| form.id(cell)).filter(|id| id.starts_with(&begin) && id.ends_with("/total"));
        ids.try_fold(0_i64, |sum, id| sum.checked_add(self.sum(id)?))
    }

    /// A sentence with totals and what their parts come to: what does not add up in the units does not here, and that is said.
    fn with_parts(&self, text: String, totals: &[(i64, i64)]) -> String {
        let differing = totals.iter().filter(|(total, parts)| total != parts);
        differing.fold(text, |text, (total, parts)| text + &self.words().says_parts(total, parts))
    }

    fn completeness(&self) -> String {
        let (words, reports) = (self.words(), self.rollup.reports);
        let separator = self.lang.words().season.separator();
        let few = |names: &[SafeText]| {
            let shown: Vec<&str> = names.iter().take(NAMED).map(SafeText::as_str).collect();
            let shown = shown.join(separator);
            if names.len() > NAMED { words.and_more(shown, names.len()) } else { shown }
        };
        let mut text = words.says_units(reports.year, region_of(&reports.region), reports.units.len());
        text += &match (reports.by_roster, reports.missing.len()) {
            (false, _) => words.says_no_roster().to_owned(),
            (true, 0) if reports.assumed > 0 => words.says_assumed(reports.assumed),
            (true, 0) => words.says_all().to_owned(),
            (true, count) => words.says_missing(count, few(&reports.missing)),
        };
        if !reports.unsummed.is_empty() {
            text += &words.says_unsummed(few(&reports.unsummed));
        }
        if !reports.vertical.is_empty() {
            text += &words.says_vertical(reports.vertical.len());
        }
        let gaps = self.rollup.units_with_gaps();
        if gaps > 0 {
            text += &words.says_gaps(gaps);
        }
        text
    }

    fn requests(&self) -> Option<String> {
        let new = self.sum("requests/new/total")?;
        let natural = self.sum("requests/new/natural")?;
        let bodies = ["business", "research", "welfare", "legal", "other"];
        let bodies =
            bodies.iter().try_fold(0, |sum: i64, it| sum.checked_add(self.sum(&format!("requests/new/{it}"))?))?;
        let carried = self.sum("requests/carried_in/total")?;
        let text = self.words().says_requests(new, natural, bodies, carried);
        Some(self.with_parts(text, &[(new, natural.checked_add(bodies)?)]))
    }

    /// Held against the year before only where the same units have reported for both.
    fn growth(&self) -> Option<String> {
        let words = self.words();
        if self.rollup.is_unlike_before {
            return Some(words.says_other_units().to_owned());
        }
        let before = self.rollup.before.as_deref()?;
        let cell = |rollup: &Rollup<'_>| rollup.form.cell("requests/new/total").map(|cell| rollup.sum(cell).without);
        if cell(self.rollup)? > 0 || cell(before)? > 0 {
            return None;
        }
        let (now, then) = (self.sum("requests/new/total")?, sum(before, "requests/new/total")?);
        Some(match now.checked_sub(then)? {
            0 => words.says_same(then),
            more if then == 0 => words.says_from_none(more),
            more if more > 0 => words.says_more(then, more, share(more, then)),
            less => words.says_less(then, less.abs(), share(less.abs(), then)),
        })
    }

    fn handled(&self) -> Option<String> {
        let words = self.words();
        let handled = self.sum("requests/handled/total")?;
        let kinds = [
            (words.granted(), self.sum("requests/granted/total")?),
            (words.partial(), self.sum("requests/partial/total")?),
            (words.denied(), self.rows("denied.")?),
            (words.unavailable(), self.rows("unavailable.")?),
            (words.declined(), self.rows("declined.")?),
            (words.closed(), self.rows("closed")?),
        ];
        let all = kinds.iter().try_fold(0_i64, |sum, (_, count)| sum.checked_add(*count))?;
        let parts = kinds.map(|(name, count)| match handled {
            0 => words.part_of_none(name, count),
            _ => words.part_of(name, count, share(count, handled)),
        });
        let out = self.sum("requests/carried_out/total")?;
        Some(self.with_parts(words.says_handled(handled, parts.join(words.comma()), out), &[(handled, all)]))
    }

    /// The units with the most new requests.
    fn largest(&self) -> Option<String> {
        let (words, form) = (self.words(), self.rollup.form);
        let cell: Cell = form.cell("requests/new/total")?;
        let all = self.sum("requests/new/total").filter(|all| *all > 0)?;
        let units = self.rollup.reports.units.iter();
        let counts = units.filter_map(|unit| Some((number(form, cell, unit)?.as_int()?, &unit.lean.head.agency.name)));
        let mut counts: Vec<(i64, &SafeText)> = counts.filter(|(count, _)| *count > 0).collect();
        counts.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(other.1)));
        let named = counts.iter().take(LARGEST).map(|(count, name)| words.part_of(name, count, share(*count, all)));
        let named: Vec<String> = named.collect();
        Some(words.says_largest(named.join(self.lang.words().season.separator())))
    }

    fn disputes(&self) -> Option<String> {
        let words = self.words();
        let of = |row: &str| {
            let part = |column: &str| self.sum(&format!("disputes/{row}/{column}"));
            Some((part("total")?, part("upheld")?, part("corrected")?, part("other")?, part("pending")?))
        };
        let (all, upheld, corrected, other, pending) = of("reconsideration")?;
        let reconsidered = words.results(upheld, corrected, other, pending);
        let (direct, after) = (of("litigation_direct")?, of("litigation_after")?);
        let add = |one: i64, two: i64| one.checked_add(two);
        let lawsuits =
            [add(direct.1, after.1)?, add(direct.2, after.2)?, add(direct.3, after.3)?, add(direct.4, after.4)?];
        let [won, lost, else_, open] = lawsuits;
        let sued = add(direct.0, after.0)?;
        let text =
            words.says_disputes(all, reconsidered, sued, direct.0, after.0, words.results(won, lost, else_, open));
        let total = |parts: [i64; 4]| parts.into_iter().try_fold(0_i64, i64::checked_add);
        let totals = [(all, total([upheld, corrected, other, pending])?), (sued, total(lawsuits)?)];
        Some(self.with_parts(text, &totals))
    }

    fn disclosure(&self) -> Option<String> {
        let part = |id: &str| self.sum(&format!("disclosure/{id}"));
        let fees = self.rollup.form.cell("disclosure/fees/amount").and_then(|cell| self.rollup.sum(cell).sum)?;
        Some(self.words().says_disclosure(
            part("regulations/issued")?,
            part("normative/issued")?,
            part("licensing/decisions")?,
            part("penalties/decisions")?,
            part("coercion/decisions")?,
            plain(fees),
        ))
    }

    /// Whether the region's own report is the sum.
    fn differences(&self) -> Option<String> {
        let words = self.words();
        self.rollup.reports.own.as_ref()?;
        let form = self.rollup.form;
        let compared = form.cells().filter(|&cell| self.rollup.difference(cell).is_some()).count();
        let count = self.rollup.differing().count();
        if compared == 0 {
            return Some(words.says_not_compared().to_owned());
        }
        if count == 0 {
            return Some(words.says_agrees(compared));
        }
        let causes = self.rollup.all_causes(self.lang);
        let causes = match causes.is_empty() {
            true => words.no_cause().to_owned(),
            false => causes.join(self.lang.words().notice.sentence_separator()),
        };
        Some(words.says_differs(compared, count, causes))
    }
}

fn sum(rollup: &Rollup<'_>, id: &str) -> Option<i64> {
    rollup.sum(rollup.form.cell(id)?).sum?.as_int()
}

/// A sum of amounts without the zeros at its end.
fn plain(number: Number) -> String {
    let text = number.to_string();
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}
