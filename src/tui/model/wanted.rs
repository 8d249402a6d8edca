//! Which findings are gone through: those that the list is narrowed to.

use crate::check::{Area, Rule, Severity};

use super::chip::{Chip, Chips};

/// Conditions on one finding. Those of one kind widen each other, those of different kinds narrow each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Wanted {
    rules: Vec<&'static Rule>,
    severities: Vec<Severity>,
    parts: Vec<Area>,
    /// Besides the severities that the chips name.
    only: Option<Severity>,
    /// Hints too, also where no chip asks for them.
    hints: bool,
}

impl Wanted {
    /// What these chips say about findings; the others are about reports.
    #[must_use]
    pub(crate) fn of(chips: &Chips) -> Self {
        let mut wanted = Self::default();
        for chip in chips.iter() {
            match chip {
                Chip::Rule(rule) => wanted.rules.push(rule),
                Chip::Severity(severity) => wanted.severities.push(*severity),
                Chip::Part(part) => wanted.parts.push(*part),
                Chip::Status(_)
                | Chip::Flag(_)
                | Chip::Region(_)
                | Chip::Year(_)
                | Chip::Reviewer(_)
                | Chip::Lost(_)
                | Chip::Assignee(_)
                | Chip::Due(_) => {}
            }
        }
        wanted
    }

    /// The same, with the hints or without those that no chip asks for.
    #[must_use]
    pub(crate) fn with_hints(self, hints: bool) -> Self {
        Self { hints, ..self }
    }

    /// Are hints gone through: all of them, or because a rule or their level is asked for?
    #[must_use]
    pub(crate) fn takes_hints(&self) -> bool {
        let asked = self.severities.contains(&Severity::Info) || self.only == Some(Severity::Info);
        self.hints || asked || !self.rules.is_empty()
    }

    /// The same, of one severity.
    #[must_use]
    pub(crate) fn only(&self, severity: Severity) -> Self {
        Self { only: Some(severity), ..self.clone() }
    }

    #[must_use]
    pub(crate) fn is_all(&self) -> bool {
        *self == Self { hints: self.hints, ..Self::default() }
    }

    /// Is a finding one of them?
    #[must_use]
    pub(crate) fn fits(&self, rule: &'static Rule, severity: Severity) -> bool {
        (self.rules.is_empty() || self.rules.contains(&rule))
            && (self.severities.is_empty() || self.severities.contains(&severity))
            && (self.parts.is_empty() || self.parts.iter().any(|part| part.holds(rule)))
            && self.only.is_none_or(|only| only == severity)
            && (severity != Severity::Info || self.takes_hints())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rule;

    #[test]
    fn one_kind_widens_and_several_kinds_narrow() {
        let mut chips = Chips::default();
        let fits = |chips: &Chips, id: &str, severity| Wanted::of(chips).fits(rule(id).unwrap(), severity);
        assert!(Wanted::of(&chips).is_all() && fits(&chips, "T3-01", Severity::Warning));
        chips.toggle(Chip::Rule(rule("T3-01").unwrap()));
        chips.toggle(Chip::Rule(rule("T2-01").unwrap()));
        assert!(fits(&chips, "T2-01", Severity::Error) && !fits(&chips, "T4-01", Severity::Error));
        chips.toggle(Chip::Part(Area::Requests));
        assert!(fits(&chips, "T3-01", Severity::Error) && !fits(&chips, "T2-01", Severity::Error));
        chips.toggle(Chip::Severity(Severity::Warning));
        assert!(!fits(&chips, "T3-01", Severity::Error) && fits(&chips, "T3-01", Severity::Warning));
        assert!(!Wanted::of(&chips).only(Severity::Error).fits(rule("T3-01").unwrap(), Severity::Error));
    }

    #[test]
    fn hints_are_gone_through_where_they_are_asked_for() {
        let mut chips = Chips::default();
        let rule = rule("TXT-01").unwrap();
        let fits = |chips: &Chips, hints| Wanted::of(chips).with_hints(hints).fits(rule, Severity::Info);
        assert!(!fits(&chips, false) && fits(&chips, true));
        assert!(Wanted::of(&chips).with_hints(true).is_all());
        chips.toggle(Chip::Rule(rule));
        assert!(fits(&chips, false), "who narrows to a rule wants what it says");
        chips.clear();
        chips.toggle(Chip::Severity(Severity::Info));
        assert!(fits(&chips, false));
        chips.clear();
        chips.toggle(Chip::Part(Area::Text));
        assert!(!fits(&chips, false));
        assert!(!Wanted::of(&chips).with_hints(true).only(Severity::Error).fits(rule, Severity::Info));
    }
}
