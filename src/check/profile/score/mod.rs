//! How many points an office takes off for what, as data.
//!
//! Owns: points, which of them a rule costs, under which aspect it stands, and where it ends. Whether there is evidence for
//! taking any off is no matter of the settings: whoever makes the score sheet knows.

mod build;
pub(super) mod shape;

use std::collections::HashMap;
use std::fmt;

use crate::check::rule::{Rule, Severity, id};
use crate::report::Number;

/// Points, in thousandths: no sum of them is rounded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Points(i64);

/// Decimal places of points.
const PLACES: u32 = 3;
const ONE: i64 = 10_i64.pow(PLACES);

impl Points {
    pub(crate) const NONE: Self = Self(0);

    pub(super) const fn whole(points: i64) -> Self {
        Self(points * ONE)
    }

    /// `2`, `0.5`: at most three decimal places, no sign.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return None;
        }
        let part: String = part.trim_end_matches('0').to_owned();
        let places = u32::try_from(part.len()).ok().filter(|places| *places <= PLACES)?;
        let part: i64 = if part.is_empty() { 0 } else { part.parse().ok()? };
        let whole: i64 = whole.parse().ok().filter(|whole| *whole <= MOST)?;
        let points = whole * ONE + part * 10_i64.pow(PLACES - places);
        (points <= MOST * ONE).then_some(Self(points))
    }

    #[must_use]
    pub(crate) fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// What is left; nothing where there would be less.
    #[must_use]
    pub(crate) fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0).max(0))
    }

    #[must_use]
    pub(crate) fn times(self, count: i64) -> Self {
        Self(self.0.saturating_mul(count.max(0)))
    }

    /// The share of each of so many, rounded half up to two decimal places.
    #[must_use]
    pub(crate) fn each_of(self, count: usize) -> Self {
        let count = i64::try_from(count).unwrap_or(i64::MAX).max(1);
        let hundredths = (self.0 / 5).saturating_add(count) / (count * 2);
        Self(hundredths * 10)
    }

    /// As an exact number without needless decimal places.
    #[must_use]
    pub(crate) fn number(self) -> Number {
        Number::parse(&self.to_string()).unwrap_or_default()
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / ONE, self.0 % ONE);
        if part == 0 {
            return write!(f, "{whole}");
        }
        let part = format!("{part:03}");
        write!(f, "{whole}.{}", part.trim_end_matches('0'))
    }
}

/// More points than these are none.
pub(in crate::check::profile) const MOST: i64 = 10_000;

/// What days of delay are counted as; no rule or group is called so.
const LATE: &str = "score.late";

/// What a problem costs, and how much all of its rule cost at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RulePoints {
    pub(crate) each: Points,
    pub(crate) most: Option<Points>,
}

/// Rules that are scored together (指标).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ScoreAspect {
    pub(crate) name: Box<str>,
    /// No more is taken off under it (分值).
    pub(crate) points: Points,
    /// Ids and groups.
    rules: Vec<Box<str>>,
    error: Option<Points>,
    warning: Option<Points>,
}

/// What is added to a report that was accepted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ScoreBonus {
    /// Nothing was taken off.
    pub(crate) clean: Points,
    /// It never was returned.
    pub(crate) first: Points,
}

/// From so many points on a report is called so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ScoreGrade {
    pub(crate) name: Box<str>,
    pub(crate) least: Points,
}

/// How reports are scored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ScoreScheme {
    /// What a report begins with, and what is left to each.
    pub(crate) full: Points,
    pub(crate) least: Points,
    /// What a problem of this level costs where nothing else is said.
    error: Points,
    warning: Points,
    /// By id or group.
    rules: HashMap<Box<str>, RulePoints>,
    pub(crate) aspects: Vec<ScoreAspect>,
    /// For each day that it was late.
    pub(crate) late: Option<RulePoints>,
    pub(crate) bonus: ScoreBonus,
    /// The best first.
    pub(crate) grades: Vec<ScoreGrade>,
    /// What is taken off where nothing was reported.
    pub(crate) missing: Option<Points>,
    /// What agencies are asked to explain costs too.
    pub(crate) asked: bool,
    /// So does what was accepted with a reason.
    pub(crate) accepted: bool,
    /// And what was corrected after the last return.
    pub(crate) corrected: bool,
}

impl ScoreScheme {
    /// The aspect that a rule stands under: that which names it, else that which names its group.
    #[must_use]
    pub(crate) fn aspect(&self, rule: &Rule) -> Option<usize> {
        let names = |name: &str| self.aspects.iter().position(|aspect| aspect.rules.iter().any(|one| **one == *name));
        names(&rule.id).or_else(|| names(group(&rule.id)))
    }

    /// What a finding of a rule costs: by its id, its group, its aspect, its level. Hints cost nothing.
    #[must_use]
    pub(crate) fn points(&self, rule: &Rule, level: Severity) -> RulePoints {
        let own = self.rules.get(&*rule.id).or_else(|| self.rules.get(group(&rule.id)));
        let aspect = self.aspect(rule).and_then(|at| self.aspects.get(at));
        let each = match level {
            Severity::Error => aspect.and_then(|aspect| aspect.error).unwrap_or(self.error),
            Severity::Warning => aspect.and_then(|aspect| aspect.warning).unwrap_or(self.warning),
            Severity::Info => return RulePoints { each: Points::NONE, most: None },
        };
        own.copied().unwrap_or(RulePoints { each, most: None })
    }

    /// Under which name the points of a rule are added up towards their most.
    #[must_use]
    pub(crate) fn counted_as<'r>(&self, rule: &'r Rule) -> &'r str {
        // Days have a limit of their own, whatever else of the group costs.
        if self.late.is_some() && rule.is(id::DOC_11) {
            LATE
        } else if self.rules.contains_key(&*rule.id) {
            &rule.id
        } else {
            group(&rule.id)
        }
    }

    /// What a report with so many points is called.
    #[must_use]
    pub(crate) fn grade(&self, points: Points) -> Option<&ScoreGrade> {
        self.grades.iter().find(|grade| points >= grade.least)
    }
}

/// `T3` of `T3-01`.
pub(super) fn group(id: &str) -> &str {
    id.rsplit_once('-').map_or(id, |(group, _)| group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_exact_and_never_below_zero() {
        let points = |text: &str| Points::parse(text).map(|points| points.to_string());
        assert_eq!(points("0.5").as_deref(), Some("0.5"));
        assert_eq!(points("2.50").as_deref(), Some("2.5"));
        assert_eq!(points("100").as_deref(), Some("100"));
        for wrong in ["-1", "-0.5", "+0.5", "1.+5", "0.0001", "10001", "x", "", "1.-5", "1e3"] {
            assert_eq!(points(wrong), None, "{wrong}");
        }
        let half = Points::parse("0.5").unwrap();
        assert_eq!((half.times(3), half.less(Points::whole(1))), (Points(1500), Points::NONE));
        let thirds = Points::whole(200).each_of(3);
        assert_eq!((thirds.to_string(), thirds.number()), ("66.67".to_owned(), Number::parse("66.67").unwrap()));
    }
}
