//! What the rules about two years call sudden: the one arithmetic for their findings and for the marks of a screen.

use crate::check::facts::figures::multiply;
use crate::check::profile::Profile;
use crate::check::rule::id;
use crate::form::Cell;
use crate::report::{Lean, Number};

use super::pair::Pair;

/// How a number has moved from one year to the next, where that is sudden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Jump {
    /// Several times as many.
    More,
    /// Several times as few.
    Less,
    /// Some became none.
    Gone,
}

/// What is sudden, as an office has set it: Y-03, Y-04 and, for fees, T2-06.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Jumps<'a> {
    profile: &'a Profile,
    /// Y-03: so many times, from this base; `None` where it is switched off.
    change: Option<(i64, Number)>,
    /// T2-06.
    fees: bool,
    /// Y-04.
    none: bool,
}

impl<'a> Jumps<'a> {
    /// As the profile says.
    #[must_use]
    pub(crate) fn of(profile: &'a Profile) -> Self {
        let number = |name| profile.threshold(id::Y_03, name);
        let change = profile.is_on(id::Y_03).then(|| (number("times"), Number::int(number("base"))));
        Self { profile, change, fees: profile.is_on(id::T2_06), none: profile.is_on(id::Y_04) }
    }

    /// Is a number so many times last year's, or so few? What was little may change as it likes.
    #[must_use]
    pub(crate) fn sudden(&self, now: Number, before: Number) -> Option<Jump> {
        let (times, base) = self.change?;
        let exceeds = |many: Number, few: Number| multiply(few, times).is_some_and(|limit| many > limit);
        if before < base || now.is_negative() {
            return None;
        }
        match (exceeds(now, before), exceeds(before, now)) {
            (true, _) => Some(Jump::More),
            (_, true) if now.is_zero() => Some(Jump::Gone),
            (_, true) => Some(Jump::Less),
            _ => None,
        }
    }

    /// The same of a cell, by everything that the rules say of it; `before` is the report for the year before.
    #[must_use]
    pub(crate) fn of_cell(&self, report: &Lean, before: &Lean, cell: Cell) -> Option<Jump> {
        let pair = Pair::new(report, before)?;
        let id = report.form.id(cell);
        let (now, last) = (pair.now.number(id)?, pair.before.number(id)?);
        if now.is_zero() && stock_explains(pair, id) {
            return None;
        }
        if self.fees && is_unit(self.profile, id, now, last) {
            return Some(if now > last { Jump::More } else { Jump::Less });
        }
        self.sudden(now, last).or_else(|| self.gone(id, now, last))
    }

    fn gone(&self, id: &str, now: Number, before: Number) -> Option<Jump> {
        let profile = self.profile;
        let listed = || profile.words(id::Y_04, "metrics").iter().any(|metric| **metric == *id);
        let some = || was_some(id, before, Number::int(profile.threshold(id::Y_04, "least")));
        (self.none && now.is_zero() && !before.is_zero() && listed() && some()).then_some(Jump::Gone)
    }
}

/// A fee so many times last year's, or so few, that its unit must be wrong: T2-06's, not Y-03's.
pub(super) fn is_unit(profile: &Profile, id: &str, now: Number, before: Number) -> bool {
    let is_some = now > Number::ZERO && before > Number::ZERO;
    let times = || profile.threshold(id::T2_06, "times");
    id.ends_with("/amount") && is_some && (is_times(now, before, times()) || is_times(before, now, times()))
}

/// Was there anything worth asking about? Half a 万元 is some.
pub(super) fn was_some(id: &str, before: Number, least: Number) -> bool {
    before >= least || (id.ends_with("/amount") && before > Number::ZERO)
}

/// All repealed explains that nothing is in force.
pub(super) fn stock_explains(pair: Pair<'_>, in_force: &str) -> bool {
    let repealed = || pair.now.number(&in_force.replace("/in_force", "/repealed"));
    in_force.ends_with("/in_force") && repealed().is_some_and(|repealed| repealed > Number::ZERO)
}

/// Both numbers, where both are above zero.
pub(super) fn both(pair: Pair<'_>, id: &str) -> Option<(Number, Number)> {
    let is_some = |number: &Number| *number > Number::ZERO;
    Some((pair.now.number(id).filter(is_some)?, pair.before.number(id).filter(is_some)?))
}

/// At least so many times as many?
pub(super) fn is_times(many: Number, few: Number, times: i64) -> bool {
    multiply(few, times).is_some_and(|limit| many >= limit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;
    use crate::report::{Agency, Cells, Head, SafeText, Value};

    fn lean(year: u16, cells: &[(&str, i64)]) -> Lean {
        let form = form::newest();
        let agency = Agency { name: SafeText::line("甲局"), ..Agency::default() };
        let mut lean =
            Lean { head: Head { agency, year, version: None }, form, cells: Cells::missing(form), remarks: 0 };
        for (id, value) in cells {
            lean.cells.set(form.cell(id).unwrap(), Value::int(*value));
        }
        lean
    }

    fn jump(profile: &Profile, id: &str, before: i64, now: i64) -> Option<Jump> {
        let (last, report) = (lean(2023, &[(id, before)]), lean(2024, &[(id, now)]));
        Jumps::of(profile).of_cell(&report, &last, report.form.cell(id).unwrap())
    }

    #[test]
    fn a_change_is_sudden_beyond_the_thresholds_of_the_rule_and_not_at_them() {
        let standard = Profile::standard();
        let new = "requests/new/natural";
        for (before, now, expected) in [
            (10, 50, None),
            (10, 51, Some(Jump::More)),
            (9, 5000, None),
            (50, 10, None),
            (51, 10, Some(Jump::Less)),
            (10, 0, Some(Jump::Gone)),
            (9, 0, None),
            (0, 0, None),
            (10, -60, None),
        ] {
            assert_eq!(jump(standard, new, before, now), expected, "{before} → {now}");
        }
    }

    #[test]
    fn what_was_some_and_is_none_is_gone_where_the_rule_asks_and_fees_are_compared_by_their_unit() {
        let standard = Profile::standard();
        assert_eq!(jump(standard, "disclosure/penalties/decisions", 1, 0), Some(Jump::Gone));
        assert_eq!(jump(standard, "disclosure/penalties/decisions", 0, 0), None);
        assert_eq!(jump(standard, "disclosure/fees/amount", 3, 300), Some(Jump::More));
        assert_eq!(jump(standard, "disclosure/fees/amount", 3, 299), None);
        assert_eq!(jump(standard, "disclosure/fees/amount", 300, 3), Some(Jump::Less));
        let last = lean(2023, &[("disclosure/normative/in_force", 4)]);
        let all_gone = lean(2024, &[("disclosure/normative/in_force", 0), ("disclosure/normative/repealed", 4)]);
        let cell = all_gone.form.cell("disclosure/normative/in_force").unwrap();
        assert_eq!(Jumps::of(standard).of_cell(&all_gone, &last, cell), None, "all were repealed");
        assert_eq!(Jumps::of(standard).of_cell(&all_gone, &lean(2022, &[]), cell), None, "not the year before");
    }

    #[test]
    fn an_office_sets_what_is_sudden() {
        let twice = Profile::with(None, Some(("Y-03", "times", 2)));
        assert_eq!(jump(&twice, "requests/new/total", 10, 21), Some(Jump::More));
        let off = Profile::with(Some(("Y-03", None)), None);
        assert_eq!(jump(&off, "requests/new/total", 10, 2100), None);
    }
}
