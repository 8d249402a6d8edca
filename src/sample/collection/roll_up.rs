//! A county whose government has summed up its units: one request too few where it was granted, one too many where it
//! was granted in part.

use std::ops::RangeInclusive;

use crate::report::{Number, Value};
use crate::sample::kind::GOVERNMENT;
use crate::sample::prose;
use crate::sample::random::Random;
use crate::sample::region::{FIRST_TOWN, number, whole_county};
use crate::sample::{Draft, history};

const PLACE: (usize, usize) = (0, 4);
/// Its units: departments and towns.
const UNITS: [usize; 7] = [0, 2, 3, 7, 9, FIRST_TOWN, FIRST_TOWN + 2];
/// From where to where a request was moved.
const MOVED: [&str; 2] = ["granted", "partial"];

/// The reports of the last year: the units, in order, then the summary.
pub(super) fn drafts(seed: u64, years: RangeInclusive<u16>) -> Vec<Draft> {
    let (city, county) = PLACE;
    let last = |place: &usize| history(seed, number(city, county, *place), years.clone()).pop();
    let units: Vec<Draft> = UNITS.iter().filter_map(last).collect();
    let summary = summary(&units, &mut Random::new(seed, 0x5011));
    units.into_iter().chain(summary).collect()
}

fn summary(units: &[Draft], random: &mut Random) -> Option<Draft> {
    let mut draft = units.first()?.clone();
    draft.office = whole_county(PLACE.0, PLACE.1, &GOVERNMENT);
    draft.title = format!("{}{}年政府信息公开工作年度报告", draft.office.name, draft.year);
    for cell in draft.form.cells() {
        let sum = units.iter().try_fold(Number::ZERO, |sum, unit| sum.checked_add(unit.cells.get(cell).number()?))?;
        draft.cells.set(cell, Value::Number(sum));
    }
    for column in ["natural", "total"] {
        for (row, by) in MOVED.into_iter().zip([-1, 1]) {
            let cell = draft.form.cell(&format!("requests/{row}/{column}"))?;
            let sum = draft.cells.get(cell).number()?.checked_add(Number::int(by))?;
            draft.cells.set(cell, Value::Number(sum));
            // What is too much may be another agency's, which nobody knows without a roster.
            if by < 0 {
                draft.marks.push("R-01");
            }
        }
    }
    draft.marks.push("R-06");
    let prose = prose::write(draft.form, &draft.office, draft.year, &draft.cells, random);
    draft.sections = prose.sections;
    if let Some(first) = draft.sections.first_mut() {
        let results = "年内组织工作考核1次、社会评议1次，没有需要责任追究的情形。";
        first.text = crate::report::SafeText::lines(&format!("{}{results}", first.text));
    }
    Some(draft)
}
