//! The ids of the catalogue's rules, as names that the compiler knows: `id::T3_01` is the rule `T3-01`.
//!
//! A rule that is named wrongly does not compile. The list is made of the catalogue, in its order.
//! The rules of an office's own are known at run time only: they have a [`Rule`], and none of these.

use serde::Deserialize;

use super::{RULES, Rule};

pub(crate) use RuleId::*;

macro_rules! ids {
    ($($id:ident)*) => {
        /// Names a rule of the catalogue.
        #[expect(non_camel_case_types, reason = "`T3_01` is read as `T3-01`")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum RuleId {
            $(#[doc = stringify!($id)] $id),*
        }

        impl RuleId {
            /// All of them, in the order of the catalogue.
            pub(crate) const ALL: &[Self] = &[$($id),*];
        }
    };
}

// Their list and the texts of the catalogue: `build.rs` makes them of its files.
include!(concat!(env!("OUT_DIR"), "/rules.rs"));

impl RuleId {
    /// The id as it is written: `T3-01`.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        &self.rule().id
    }

    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "the test `each_id_is_that_of_its_rule` shows that each has one")]
    pub(crate) fn rule(self) -> &'static Rule {
        &RULES[self as usize]
    }

    /// The id that is written so.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|id| id.as_str() == text)
    }
}

impl<'de> Deserialize<'de> for RuleId {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str>>::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("no rule has the id {text}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_id_is_that_of_its_rule() {
        let names: Vec<String> = RuleId::ALL.iter().map(|id| format!("{id:?}").replace('_', "-")).collect();
        let rules: Vec<&str> = RULES.iter().map(|rule| &*rule.id).collect();
        assert_eq!(names, rules);
    }
}
