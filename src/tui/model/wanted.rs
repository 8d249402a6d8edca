//! Which findings are gone through: those that the list is narrowed to.

use crate::check::{Area, Rule, Severity};

use super::chip::{Chip, Chips};

/// Conditions on one finding. Those of one kind widen each other, those of different kinds narrow each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    rules: Vec<&'static Rule>,
    severities: Vec<Severity>,
    parts: Vec<Area>,
    /// Besides the severities that the chips name.
    only: Option<Severity>,
}

impl Wanted {
    /// What these chips say about findings; the others are about reports.
    #[must_use]
    pub fn of(chips: &Chips) -> Self {
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
                | Chip::Assignee(_) => {}
            }
        }
        wanted
    }

    /// The same, of one severity.
    #[must_use]
    pub fn only(&self, severity: Severity) -> Self {
        Self { only: Some(severity), ..self.clone() }
    }

    #[must_use]
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// Is a finding one of them?
    #[must_use]
    pub fn fits(&self, rule: &'static Rule, severity: Severity) -> bool {
        (self.rules.is_empty() || self.rules.contains(&rule))
            && (self.severities.is_empty() || self.severities.contains(&severity))
            && (self.parts.is_empty() || self.parts.iter().any(|part| part.holds(rule)))
            && self.only.is_none_or(|only| only == severity)
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
        assert!(Wanted::of(&chips).is_all() && fits(&chips, "T3-01", Severity::Info));
        chips.toggle(Chip::Rule(rule("T3-01").unwrap()));
        chips.toggle(Chip::Rule(rule("T2-01").unwrap()));
        assert!(fits(&chips, "T2-01", Severity::Error) && !fits(&chips, "T4-01", Severity::Error));
        chips.toggle(Chip::Part(Area::Requests));
        assert!(fits(&chips, "T3-01", Severity::Error) && !fits(&chips, "T2-01", Severity::Error));
        chips.toggle(Chip::Severity(Severity::Warning));
        assert!(!fits(&chips, "T3-01", Severity::Error) && fits(&chips, "T3-01", Severity::Warning));
        assert!(!Wanted::of(&chips).only(Severity::Error).fits(rule("T3-01").unwrap(), Severity::Error));
    }
}
