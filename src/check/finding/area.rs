//! Where a finding is: the part of the report, or what the report is compared with. For narrowing lists.

use crate::check::rule::{Rule, Scope, id};
use crate::words::Words;

/// Where findings are. One rule may belong to two parts: table 4 compared with the year before belongs to both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Area {
    /// 表二.
    Disclosure,
    /// 表三.
    Requests,
    /// 表四.
    Disputes,
    /// Title, sections and narrative, and whatever belongs nowhere else.
    Text,
    /// The report of another year.
    Years,
    /// The reports of other agencies.
    Region,
    /// Passages that were copied.
    Similar,
}

impl Area {
    /// In the order of menus.
    pub(crate) const ALL: [Self; 7] =
        [Self::Disclosure, Self::Requests, Self::Disputes, Self::Text, Self::Years, Self::Region, Self::Similar];

    /// As in files.
    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Disclosure => "disclosure",
            Self::Requests => "requests",
            Self::Disputes => "disputes",
            Self::Text => "text",
            Self::Years => "years",
            Self::Region => "region",
            Self::Similar => "similar",
        }
    }

    /// The part of this id.
    #[must_use]
    pub(crate) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.id() == id)
    }

    /// For a human reader.
    #[must_use]
    pub(crate) fn label(self, words: &Words) -> &'static str {
        let names = words.find.parts();
        Self::ALL.iter().zip(names).find(|(part, _)| **part == self).map_or("", |(_, name)| name)
    }

    /// Are the findings of this rule there?
    #[must_use]
    pub(crate) fn holds(self, rule: &Rule) -> bool {
        match self {
            Self::Similar => is_similar(rule),
            Self::Years => rule.scope == Scope::CrossYear && !is_similar(rule),
            Self::Region => rule.scope == Scope::CrossAgency && !is_similar(rule),
            Self::Disclosure => is_of_table(rule, "disclosure", "T2-"),
            Self::Requests => is_of_table(rule, "requests", "T3-"),
            Self::Disputes => is_of_table(rule, "disputes", "T4-"),
            Self::Text => Self::ALL.into_iter().all(|part| part == Self::Text || !part.holds(rule)),
        }
    }
}

/// The rules of the group, and the one about years that compares passages too.
fn is_similar(rule: &Rule) -> bool {
    rule.id.starts_with("SIM-") || rule.is(id::Y_10)
}

/// A rule about a table names it, or is numbered under it.
fn is_of_table(rule: &Rule, table: &str, group: &str) -> bool {
    rule.table.as_deref().map_or_else(|| rule.id.starts_with(group), |named| named == table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rule::{rule, rules};

    fn parts(id: &str) -> Vec<Area> {
        let rule = rule(id).unwrap();
        Area::ALL.into_iter().filter(|part| part.holds(rule)).collect()
    }

    #[test]
    fn rules_belong_where_their_findings_are() {
        for (id, expected) in [
            ("T2-01", &[Area::Disclosure][..]),
            ("T2-13", &[Area::Disclosure]),
            ("T3-01", &[Area::Requests]),
            ("T4-06", &[Area::Disputes, Area::Years]),
            ("Y-01", &[Area::Requests, Area::Years]),
            ("N-01", &[Area::Text]),
            ("SEC-01", &[Area::Text]),
            ("DOC-09", &[Area::Region]),
            ("R-01", &[Area::Region]),
            ("SIM-01", &[Area::Similar]),
            ("Y-10", &[Area::Similar]),
        ] {
            assert_eq!(parts(id), expected, "{id}");
        }
        for rule in rules() {
            assert!(Area::ALL.into_iter().any(|part| part.holds(rule)), "{} is nowhere", rule.id);
        }
    }
}
