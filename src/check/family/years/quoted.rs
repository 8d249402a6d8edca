//! Last year's numbers as a text may quote them: its agency's own, or those of all that it took over from together.

use crate::check::facts::agency::leading_place;
use crate::report::{Lean, SafeText};

/// Last year's numbers as a text may quote them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Quoted<'a> {
    /// The agency's own, or those of all that it took over from together, its own among them.
    pub(super) whole: &'a Lean,
    /// Its own, where others are in the whole beside it.
    pub(super) own: Option<&'a Lean>,
    /// Whom it took over from.
    pub(super) from: &'a [SafeText],
}

impl<'a> Quoted<'a> {
    /// Of an agency that took over from nobody.
    pub(crate) fn own(lean: &'a Lean) -> Self {
        Self { whole: lean, own: None, from: &[] }
    }

    /// The report for the year before, where it is one of its own.
    pub(in crate::check) fn alone(self) -> Option<&'a Lean> {
        self.from.is_empty().then_some(self.whole)
    }

    /// Does a sentence name one of those that are in the whole? Then its number is not of all.
    pub(super) fn names_one(self, sentence: &str) -> bool {
        if self.from.is_empty() {
            return false;
        }
        // 自然资源和林业局 is not 林业局.
        let others = sentence.replace(short(&self.whole.head.agency.name), "");
        self.from.iter().any(|name| others.contains(short(name)))
    }

    /// Whose numbers the whole is, where it is not the agency's own alone.
    pub(super) fn whose(self) -> Option<String> {
        let own = self.own.map(|lean| &lean.head.agency.name);
        let names: Vec<&str> = own.into_iter().chain(self.from).map(SafeText::as_str).collect();
        (!self.from.is_empty()).then(|| names.join("、"))
    }
}

/// A name without the places before it.
fn short(name: &str) -> &str {
    let mut rest = name;
    while let Some((_, after)) = leading_place(rest) {
        rest = after;
    }
    rest
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::fixture::lean::{lean, with_text};
    use crate::check::{Basis, Before, Facts, check_years_quoted, message};
    use crate::report::Roster;
    use crate::words::Lang;

    const ROSTER: &str = "名称,前身\n乙县商务和科技局,乙县商务局；乙县科技局\n乙县农业局,乙县林业局\n乙县文化局,\n\
        乙县体育局,乙县文化局\n";
    /// Requests of the year before.
    const LAST: [(&str, i64); 5] =
        [("乙县商务局", 12), ("乙县科技局", 30), ("乙县农业局", 7), ("乙县林业局", 5), ("乙县文化局", 9)];

    /// What Y-06 says of the text of an agency, and whether it was checked.
    fn said(agency: &str, text: &str) -> (Option<String>, bool) {
        let last = LAST.map(|(name, new)| Arc::new(lean(name, 2022, &[("requests/new/total", new)])));
        let now =
            ["乙县商务和科技局", "乙县农业局", "乙县文化局", "乙县体育局"].map(|name| Arc::new(lean(name, 2023, &[])));
        let find = |name: &SafeText, year: u16| {
            let mut all = last.iter().chain(&now);
            all.find(|lean| lean.head.agency.name == *name && lean.head.year == year).cloned()
        };
        let roster = Roster::parse(ROSTER.as_bytes()).unwrap();
        let report = with_text(lean(agency, 2023, &[]), &[(1, text)]);
        let before = Before::of(&report.lean.head, Some(&roster), &find);
        let basis = Basis::standard();
        let outcome = check_years_quoted(&Facts::of(&report, &basis), before.quoted());
        let finding = outcome.findings.iter().find(|finding| &*finding.rule.id == "Y-06");
        let told = finding.map(|finding| {
            assert!(!message(report.lean.form, finding, &report.lean.cells, Lang::En).contains('{'));
            message(report.lean.form, finding, &report.lean.cells, Lang::Zh)
        });
        (told, !outcome.unchecked.iter().any(|entry| &*entry.rule.id == "Y-06"))
    }

    #[test]
    fn an_heir_is_held_against_all_whom_it_took_over_from_together() {
        let merged = |count: i64| said("乙县商务和科技局", &format!("2022年收到政府信息公开申请{count}件。"));
        assert_eq!(merged(42), (None, true));
        for wrong in [12, 30, 41] {
            let (told, _) = merged(wrong);
            assert!(told.is_some_and(|told| told.contains("乙县商务局、乙县科技局该年年报合计为 42 件")), "{wrong}");
        }
        let compared = said("乙县商务和科技局", "收到政府信息公开申请45件，比上年的41件增加4件。");
        assert!(compared.0.is_some());
    }

    #[test]
    fn one_that_took_another_over_may_speak_of_itself_or_of_both() {
        let taken = |count: i64| said("乙县农业局", &format!("2022年收到政府信息公开申请{count}件。")).0;
        assert_eq!((taken(7), taken(12)), (None, None));
        assert!(taken(5).is_some_and(|told| told.contains("乙县农业局、乙县林业局")));
    }

    #[test]
    fn a_sentence_about_one_of_them_is_not_about_all() {
        for text in ["原商务局2022年收到政府信息公开申请12件。", "原乙县科技局2022年收到政府信息公开申请31件。"]
        {
            assert_eq!(said("乙县商务和科技局", text), (None, true), "{text}");
        }
        let named = said("乙县商务和科技局", "乙县商务和科技局2022年收到政府信息公开申请40件。");
        assert!(named.0.is_some());
    }

    #[test]
    fn after_a_split_it_is_not_checked_and_that_is_said() {
        for agency in ["乙县文化局", "乙县体育局"] {
            assert_eq!(said(agency, "2022年收到政府信息公开申请8件。"), (None, false), "{agency}");
        }
    }
}
