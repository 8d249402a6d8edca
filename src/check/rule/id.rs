//! The ids of the catalogue's rules, as names that the compiler knows: `id::T3_01` is the rule `T3-01`.
//!
//! A rule that is named wrongly does not compile. The list is the catalogue's, in its order; a test compares the two.
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

ids! {
    // identity.toml
    DOC_01 DOC_02 DOC_03 DOC_04 DOC_05 DOC_06 DOC_07 DOC_08 DOC_11 DOC_12 DOC_13 DOC_14 DOC_15
    // sections.toml
    SEC_01 SEC_02 SEC_03 SEC_04 SEC_05 SEC_06 SEC_07 SEC_08 SEC_09 SEC_10 SEC_11 SEC_12 SEC_13 SEC_14 SEC_15 SEC_16
    // tables.toml
    T2_01 T2_02 T2_03 T2_04 T2_05 T3_01 T3_02 T3_03 T3_04 T3_05 T4_01 T4_02 T4_03 T4_04
    // plausible.toml
    T2_06 T2_07 T2_08 T2_09 T2_10 T2_11 T2_12 T2_13 T3_06 T3_07 T3_08 T3_09 T3_10 T3_11 T3_12 T3_13 T3_14 T3_15
    T3_16 T4_05 T4_06 T4_07 T4_08 T4_09 T4_10
    // narrative.toml
    N_01 N_02 N_03 N_04 N_05 N_06 N_07 N_08 N_09 N_10 N_11 N_12 N_13 N_14 N_15 N_16 N_17 N_18
    // fees.toml
    FEE_01 FEE_02 FEE_03 FEE_04 FEE_05 FEE_06 FEE_07 FEE_08
    // years.toml
    Y_01 Y_02 Y_03 Y_04 Y_05 Y_06 Y_07 Y_08 Y_09
    // region.toml
    DOC_09 DOC_10 R_01 R_02 R_03 R_04 R_05 R_06 R_07 R_08 R_09 R_10
    // similar.toml
    Y_10 SIM_01 SIM_02
    // text.toml
    SIM_03 TXT_01 TXT_02 TXT_03 TXT_04 TXT_05 TXT_06 TXT_07 TXT_08
    // reading.toml
    EXT_01 EXT_02 EXT_03 EXT_04
}

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
