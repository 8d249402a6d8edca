//! What a remark says: its kind and values, worded in the language in force.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::words::{self, Lang, Words};

use super::model::Remark;
use super::{SafeText, bounds};

impl Remark {
    /// The value of a remark on what was not found that says so: nothing in the document may be it.
    pub(crate) const NO_TRACE: (&'static str, &'static str) = ("trace", "none");

    /// Is what was not found not in the document, for certain?
    #[must_use]
    pub(crate) fn is_without_trace(&self) -> bool {
        let (name, none) = Self::NO_TRACE;
        self.value(name) == Some(none)
    }

    /// A remark of a known kind about nothing in particular, with the values that its text needs.
    #[must_use]
    pub(crate) fn new(kind: &str, values: &[(&str, &dyn std::fmt::Display)]) -> Self {
        let line = SafeText::line;
        let values: BTreeMap<_, _> =
            values.iter().map(|(name, value)| (line(name), line(&value.to_string()))).collect();
        Self { kind: line(kind), values: Some(Arc::new(values)), ..Self::default() }
    }

    /// With one more value.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: &dyn std::fmt::Display) -> Self {
        let mut values = self.values.as_deref().cloned().unwrap_or_default();
        values.insert(SafeText::line(name), SafeText::line(&value.to_string()));
        self.values = Some(Arc::new(values));
        self
    }

    /// In words. A kind that is not known, or a report of an older version, has the words that it came with.
    #[must_use]
    pub fn text(&self, words: &Words) -> String {
        let of_kind = || words::remark(words, &self.kind, &|_| None);
        let stored = || Some(self.message.to_string()).filter(|message| !message.is_empty());
        self.worded(words).or_else(stored).or_else(of_kind).unwrap_or_else(|| self.kind.to_string())
    }

    /// Is the number of its cell in doubt? Some remarks name a cell only to say where a label stands, or that all that was
    /// odd about a row is settled.
    #[must_use]
    pub fn doubts_value(&self) -> bool {
        self.cell.is_some() && is_of_value(&self.kind)
    }

    /// A named value.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.as_ref()?.iter().find(|(known, _)| &***known == name).map(|(_, value)| value.as_str())
    }

    /// Is there a text for its kind and values?
    #[must_use]
    pub(crate) fn is_worded(&self) -> bool {
        self.worded(Lang::Zh.words()).is_some()
    }

    /// What kind and values say, where there is a text for them.
    fn worded(&self, words: &Words) -> Option<String> {
        self.values.as_ref()?;
        words::remark(words, &self.kind, &|name| self.value(name))
    }

    /// The words that stand in its file, not longer than a file may have them.
    pub(super) fn stored(&self) -> SafeText {
        let Some(text) = self.worded(Lang::Zh.words()) else { return self.message.clone() };
        match text.char_indices().nth(bounds::LINE) {
            Some((end, _)) => SafeText::line(text.get(..end).unwrap_or_default()),
            None => SafeText::line(&text),
        }
    }
}

/// The kinds that name a cell and leave no doubt about its number.
pub(super) fn is_of_value(kind: &str) -> bool {
    !matches!(
        kind,
        "altered-label" | "column-order" | "displaced-row" | "extra-value" | "stray-blank" | "table-not-found"
    )
}

/// Gives each remark that says again what the one before it says the values of that one; words that can be made of
/// kind and values are not kept.
pub(super) fn of_causes(mut remarks: Vec<Remark>) -> Vec<Remark> {
    let mut before: Option<(SafeText, Arc<BTreeMap<SafeText, SafeText>>)> = None;
    for remark in &mut remarks {
        if remark.again && remark.values.is_none() {
            let same = before.as_ref().filter(|(kind, _)| *kind == remark.kind);
            remark.values = same.map(|(_, values)| Arc::clone(values));
        }
        before = remark.values.as_ref().map(|values| (remark.kind.clone(), Arc::clone(values)));
        if remark.is_worded() {
            remark.message = SafeText::default();
        }
    }
    remarks
}

/// Remarks as they are written: what says again what the one before it says does not repeat its values.
pub(super) fn written(remarks: &[Remark]) -> impl Iterator<Item = Remark> {
    let before = std::iter::once(None).chain(remarks.iter().map(Some));
    remarks.iter().zip(before).map(|(remark, before)| {
        let same = before.is_some_and(|before| before.kind == remark.kind && before.values == remark.values);
        Remark {
            message: remark.stored(),
            values: remark.values.clone().filter(|_| !(remark.again && same)),
            ..remark.clone()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{parse, to_json};
    use crate::words::{EN, ZH};

    fn report(remarks: &str) -> crate::report::Report {
        let json = format!(
            r#"{{"schema":"gouji/report/1","agency":{{"name":"临江县示例局"}},"year":2023,"form":"2021","tables":{{}},"remarks":{remarks}}}"#
        );
        parse(json.as_bytes()).unwrap()
    }

    #[test]
    fn kind_and_values_are_worded_in_each_language() {
        let remark = Remark::new("shifted-row", &[("row", &"（一）予以公开"), ("count", &1)]);
        assert!(remark.text(ZH).contains("“（一）予以公开”"));
        assert!(remark.text(EN).contains("“（一）予以公开”"));
        assert_ne!(remark.text(ZH), remark.text(EN));
    }

    #[test]
    fn what_another_program_or_an_older_version_wrote_is_shown_as_it_is() {
        let report = report(
            r#"[{"kind":"extra-value","message":"多出一个数"},{"kind":"odd","values":{"a":"1"},"message":"怪事"},
                {"kind":"odd"},{"kind":"extra-value","values":{"row":"甲"},"message":"缺值"},{"kind":"recognised"}]"#,
        );
        let texts: Vec<String> = report.narrative.remarks.iter().map(|remark| remark.text(EN)).collect();
        assert_eq!(texts[..4], ["多出一个数", "怪事", "odd", "缺值"]);
        assert_eq!(texts[4], EN.batch.recognised());
        let again = parse(to_json(&report).as_bytes()).unwrap();
        assert_eq!(again.narrative.remarks, report.narrative.remarks);
    }

    #[test]
    fn the_values_of_a_cause_are_written_once_and_its_words_with_each() {
        let values: &[(&str, &dyn std::fmt::Display)] = &[("row", &"（一）予以公开")];
        let first = Remark { cell: Some("requests/granted/natural".into()), ..Remark::new("no-values", values) };
        let second = Remark { cell: Some("requests/granted/total".into()), again: true, ..first.clone() };
        let mut report = report("[]");
        report.narrative.remarks = vec![first, second];
        let json = to_json(&report);
        assert_eq!(json.matches("\"values\"").count(), 1, "{json}");
        assert_eq!(json.matches("没有找到数").count(), 2, "{json}");
        assert_eq!(parse(json.as_bytes()).unwrap().narrative.remarks, report.narrative.remarks);
    }

    #[test]
    fn words_are_not_longer_than_a_file_may_have_them() {
        let long = "很长".repeat(bounds::LINE / 2);
        let mut report = report("[]");
        report.narrative.remarks = vec![Remark::new("table-twice", &[("table", &long), ("table_id", &"requests")])];
        let again = parse(to_json(&report).as_bytes()).unwrap();
        assert_eq!(again.narrative.remarks, report.narrative.remarks);
    }
}
