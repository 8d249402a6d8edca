//! What of a document was not understood, and so may hold what was not found: each table, row and section at its place.

use crate::base::han::is_alphanumeric;
use crate::check::facts::prose::Prose;
use crate::check::profile::Profile;
use crate::check::rule::id;
use crate::form::{Cell, Form, FormSection};
use crate::report::bounds::REMARKS;
use crate::report::{Remark, Report};

/// So many words of a table must stand in a text to say that the table is there.
const WORDS: usize = 2;
/// A heading is not longer than this, in characters.
const MAX_HEADING: usize = 32;

/// What the remarks of a report say of its tables.
#[derive(Debug)]
pub(in crate::check) struct Unread<'r> {
    form: &'static Form,
    /// In which tables more is in doubt than a row that is not there.
    half_read: Vec<bool>,
    /// Of which tables the remarks say anything but that a row is not there.
    remarked: Vec<bool>,
    /// Words that were no label, or more than one, and the tables where they stand.
    words: Vec<(&'r str, Vec<bool>)>,
    /// Are the rows of the document rows of a table?
    with_rows: bool,
}

impl<'r> Unread<'r> {
    pub(crate) fn of(report: &'r Report) -> Self {
        let form = report.lean.form;
        let tables = form.tables.len();
        let mut unread = Self {
            form,
            half_read: vec![false; tables],
            remarked: vec![false; tables],
            words: Vec::new(),
            with_rows: report.nature().has_rows,
        };
        let is_lost = |remark: &&Remark| matches!(&*remark.kind, "row-not-found" | "merged-row");
        if !report.narrative.remarks.iter().any(|remark| is_lost(&remark)) {
            return unread;
        }
        let spans = spans(report);
        for remark in report.narrative.remarks.iter().take(REMARKS).filter(|remark| !is_lost(remark)) {
            let places = places(form, &spans, remark);
            let is_unknown = matches!(&*remark.kind, "unknown-text" | "torn-headers" | "page-header");
            let is_half = is_unknown || is_of_document(remark) || remark.doubts_value();
            for (at, _) in places.iter().enumerate().filter(|(_, here)| **here) {
                if let Some((remarked, half_read)) = unread.remarked.get_mut(at).zip(unread.half_read.get_mut(at)) {
                    *remarked = true;
                    *half_read |= is_half;
                }
            }
            if let Some(text) = remark.label.as_ref().and_then(|label| label.text.as_deref()) {
                unread.words.push((text, places));
            }
        }
        unread
    }

    /// Was more of the table of this cell not understood than the cell's row, which is not there? Then the row may be in
    /// that.
    pub(crate) fn may_hold_row_of(&self, cell: Cell) -> bool {
        let Some(spec) = self.form.spec(cell) else { return true };
        let is_here = |all: &[bool]| all.get(spec.table).copied().unwrap_or(true);
        let row = self.form.tables.get(spec.table).and_then(|table| table.rows.get(spec.row));
        // The labels of two rows in one field were taken for that of one of them.
        let in_other_words = || {
            let label = row.map(|row| letters(&row.label.zh)).filter(|label| !label.is_empty());
            let holds = |text: &str| label.as_ref().is_some_and(|label| letters(text).contains(&**label));
            self.words.iter().any(|(text, places)| is_here(places) && holds(text))
        };
        is_here(&self.half_read) || in_other_words()
    }

    /// Is a row that was not found, as this remark says, not in the document, for certain? Rows are rows there, the reader
    /// saw nothing that may be it, and nothing else was odd about the table. A file of an older version says nothing of it.
    pub(crate) fn is_absent(&self, lost: &Remark, cell: Cell) -> bool {
        let remarked = self.form.spec(cell).and_then(|spec| self.remarked.get(spec.table));
        self.with_rows && lost.is_without_trace() && remarked == Some(&false)
    }
}

/// Do words of a missing table stand in its section? Then it was not read, rather than not there.
pub(in crate::check) fn table_not_read(report: &Report, prose: &Prose<'_>, table: usize, profile: &Profile) -> bool {
    let form = report.lean.form;
    let Some(spec) = form.tables.get(table) else { return false };
    let remarked = report.narrative.remarks.iter().take(REMARKS).any(|remark| {
        let of_cell = table_of_cell(form, remark);
        is_of_document(remark) || remark.doubts_value() && of_cell == Some(table)
    });
    let words = profile.words(id::EXT_03, &spec.id);
    // Where the heading of the table was not found, its words may stand in the section before it.
    let near = |section: u8| section == spec.section || section + 1 == spec.section;
    let mut parts = prose.parts.iter().filter(|part| near(part.section));
    remarked || parts.any(|part| words.iter().filter(|word| part.text.contains(&***word)).take(WORDS).count() == WORDS)
}

/// Does the heading of a missing section stand on a line of another one?
pub(in crate::check) fn section_not_read(prose: &Prose<'_>, official: &FormSection) -> bool {
    let key = |text: &str| -> String { text.chars().filter(|c| is_alphanumeric(*c)).collect() };
    // A heading in other words, behind the section before it: its numeral stands there, and none of a list's.
    let numbered = prose.section(official.number.saturating_sub(1)).is_some_and(|part| {
        let with = |numeral: &str, line: &str| {
            line.strip_prefix(numeral).is_some_and(|rest| rest.starts_with(['、', '.', '．']) && !rest.contains('。'))
                && line.chars().count() <= MAX_HEADING
        };
        let lines = || part.paragraphs().map(|line| part.get(&line).to_owned());
        lines().any(|line| with(&official.numeral, &line)) && !lines().any(|line| line.starts_with("一、"))
    });
    if numbered {
        return true;
    }
    let wordings: Vec<String> = [&official.label.zh].into_iter().chain(&official.aliases).map(|w| key(w)).collect();
    prose.parts.iter().filter(|part| part.section > 0).any(|part| {
        part.paragraphs().any(|line| {
            let line = part.get(&line);
            let start: String = line.chars().take(MAX_HEADING).collect();
            let start = key(&start);
            let bare = start.strip_prefix(&*official.numeral).unwrap_or(&start);
            wordings.iter().any(|wording| bare.starts_with(&**wording))
        })
    })
}

/// A doubt about a document as a whole: anything may be in what was not read. One that names its cell or table is not.
fn is_of_document(remark: &Remark) -> bool {
    let is_of_all = matches!(
        &*remark.kind,
        "too-much" | "bad-bytes" | "second-report" | "picture" | "mixed-forms" | "recognised" | "unread-font"
    );
    is_of_all && remark.cell.is_none() && remark.value("table").is_none()
}

/// Where the numbers of each table were found, as first and last line.
fn spans(report: &Report) -> Vec<Option<(u32, u32)>> {
    let form = report.lean.form;
    let mut spans: Vec<Option<(u32, u32)>> = vec![None; form.tables.len()];
    for (id, origin) in &report.narrative.origins {
        let table = form.cell(id).and_then(|cell| form.spec(cell)).map(|spec| spec.table);
        let span = table.and_then(|table| spans.get_mut(table));
        if let (Some(span), Some(line)) = (span, origin.line) {
            let (first, last) = span.unwrap_or((line, line));
            *span = Some((first.min(line), last.max(line)));
        }
    }
    spans
}

/// The tables that a remark may be about: the one that it names; else by its line; else any.
fn places(form: &Form, spans: &[Option<(u32, u32)>], remark: &Remark) -> Vec<bool> {
    let named = remark.label.as_ref().and_then(|label| label.table.as_deref()).or_else(|| remark.value("table_id"));
    let by_id = named.and_then(|id| form.table(id)).map(|(table, _)| table);
    let by_numeral = || {
        let numeral = remark.value("table")?;
        form.tables.iter().position(|table| &*table.numeral == numeral)
    };
    let all = 0..form.tables.len();
    if let Some(only) = by_id.or_else(|| table_of_cell(form, remark)).or_else(by_numeral) {
        return all.map(|table| table == only).collect();
    }
    let holds = |table: usize| {
        let span = spans.get(table).copied().flatten();
        span.zip(remark.line).is_some_and(|((first, last), line)| (first..=last).contains(&line))
    };
    // Before, between and behind the tables it may belong to any.
    let inside = all.clone().any(holds);
    all.map(|table| !inside || holds(table)).collect()
}

fn table_of_cell(form: &Form, remark: &Remark) -> Option<usize> {
    form.spec(form.cell(remark.cell.as_deref()?)?).map(|spec| spec.table)
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| is_alphanumeric(*c)).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{outcome, remark, report, reworded, said};
    use crate::check::{Severity, message};
    use crate::report::{Remark, Report, SafeText, Source, Value};
    use crate::words::Lang;

    /// A report without one row of 表三.
    fn without_row(format: &str) -> Report {
        let mut report = report();
        let (_, table) = report.lean.form.table("requests").unwrap();
        let (row, _) = table.row("denied.secret").unwrap();
        for cell in table.cells_in_row(row) {
            report.lean.cells.set(cell, Value::Missing);
            let (trace, none) = Remark::NO_TRACE;
            let lost = remark("row-not-found", report.lean.form.id(cell), "没有找到“1.属于国家秘密”一行");
            let lost = lost.with("row", &"1.属于国家秘密").with(trace, &none);
            report.lean.cells.doubt(cell);
            report.narrative.remarks.push(Remark { again: !report.narrative.remarks.is_empty(), ..lost });
        }
        report.narrative.source = Some(Source { format: Some(SafeText::line(format)), ..Source::default() });
        report
    }

    fn cases(report: &Report) -> (Vec<String>, Vec<String>) {
        (said(report, "DOC-07"), said(report, "EXT-03"))
    }

    #[test]
    fn what_was_not_understood_in_one_table_excuses_no_row_of_another() {
        let row = || (vec!["row".to_owned()], vec![]);
        let excused = || (vec![], vec!["row".to_owned()]);
        for (other, expected) in [
            (Remark::new("page-header", &[("text", &"甲"), ("table_id", &"disclosure")]), row()),
            (Remark::new("page-header", &[("text", &"甲"), ("table_id", &"requests")]), excused()),
            (Remark::new("unknown-text", &[("text", &"甲"), ("table_id", &"disputes")]), row()),
            (Remark::new("torn-headers", &[("text", &"甲"), ("table", &"四")]), row()),
            (Remark::new("torn-headers", &[("text", &"甲"), ("table", &"三")]), excused()),
            // A file of another program, or of an older version, does not say where.
            (remark("unknown-text", "", "不认识"), excused()),
            // A picture in a cell of another table holds no row; one in the text may.
            (remark("picture", "disputes/reconsideration/upheld", "图"), row()),
            (remark("picture", "", "图"), excused()),
            (
                reworded("altered-label", "requests/denied.prohibited/natural", "2.其他", "1.属于国家秘密2.其他"),
                excused(),
            ),
            (reworded("altered-label", "requests/denied.prohibited/natural", "2.其他", "2.其它"), row()),
        ] {
            let mut report = without_row("text");
            report.narrative.remarks.push(other.clone());
            let (labels, own) = cases(&report);
            let labels = labels.into_iter().filter(|case| case == "row").collect();
            assert_eq!((labels, own), expected, "{other:?}");
        }
    }

    #[test]
    fn without_a_name_the_line_tells_the_table() {
        let mut report = without_row("text");
        for (id, line) in
            [("disclosure/regulations/issued", 10), ("disclosure/fees/amount", 20), ("requests/new/total", 30)]
        {
            let origin = crate::report::Origin { line: Some(line), ..Default::default() };
            report.narrative.origins.insert(id.into(), origin);
        }
        let header = |line| Remark { line: Some(line), ..remark("page-header", "", "页眉") };
        report.narrative.remarks.push(header(15));
        assert_eq!(cases(&report).1, [""; 0], "it stands within 表二");
        report.narrative.remarks.push(header(25));
        assert_eq!(cases(&report).1, ["row"]);
    }

    #[test]
    fn a_row_is_missing_for_certain_only_where_rows_are_rows_and_nothing_else_is_odd() {
        let severity = |report: &Report| {
            let outcome = outcome(report);
            let finding = outcome.findings.iter().find(|finding| &*finding.rule.id == "DOC-07").unwrap();
            assert!(!message(report.lean.form, finding, &report.lean.cells, Lang::En).contains('{'));
            (finding.severity, finding.fingerprint)
        };
        let (sure, print) = severity(&without_row("docx"));
        assert_eq!(sure, Severity::Error);
        assert_eq!(severity(&without_row("text")), (Severity::Warning, print));
        let mut odd = without_row("docx");
        odd.narrative.remarks.push(remark("stray-blank", "requests/new/natural", "空"));
        assert_eq!(severity(&odd), (Severity::Warning, print));
        // Without the reader's word for it that nothing else stands there.
        let mut untold = without_row("docx");
        untold.narrative.remarks.iter_mut().for_each(|lost| lost.values = None);
        assert_eq!(severity(&untold), (Severity::Warning, print));
    }

    #[test]
    fn words_of_another_table_are_no_trace_of_a_missing_one() {
        let table = |text: &str| {
            let mut report = crate::check::fixture::with_section(4, text);
            report.lean.form.cells_of(2).for_each(|cell| report.lean.cells.set(cell, Value::Missing));
            (said(&report, "SEC-16"), said(&report, "EXT-03"))
        };
        assert_eq!(table("结果维持 结果纠正 尚未审结"), (vec![], vec!["table".to_owned()]));
        assert_eq!(table("自然人、商业企业均未申请，也没有予以公开。"), (vec!["absent".to_owned()], vec![]));
    }
}
