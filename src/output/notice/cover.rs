//! What was written to whom: the list that goes with the notices.

use serde::Serialize;

use crate::words::NoticeWords;

use super::{AgencyNotice, Letterhead, NoticeKind, day};

/// The list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CoverList {
    pub(crate) lang: &'static str,
    pub(crate) office: String,
    pub(crate) title: String,
    pub(crate) date: String,
    pub(crate) lines: Vec<CoverLine>,
    /// All items of all notices.
    pub(crate) must: usize,
    pub(crate) explain: usize,
    pub(crate) label: CoverLabels,
}

/// One notice.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CoverLine {
    pub(crate) no: usize,
    pub(crate) number: String,
    pub(crate) agency: String,
    pub(crate) year: u16,
    pub(crate) kind: NoticeKind,
    pub(crate) kind_name: &'static str,
    /// Empty of a reminder.
    pub(crate) round: String,
    pub(crate) must: usize,
    pub(crate) explain: usize,
    pub(crate) due: String,
    pub(crate) file: String,
}

/// Headings.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct CoverLabels {
    colon: &'static str,
    no: &'static str,
    agency: &'static str,
    kind: &'static str,
    round: &'static str,
    must: &'static str,
    explain: &'static str,
    due: &'static str,
    file: &'static str,
    total: &'static str,
}

impl NoticeKind {
    #[must_use]
    pub(crate) fn name(self, words: NoticeWords) -> &'static str {
        match self {
            Self::Return => words.kind_return(),
            Self::Findings => words.kind_findings(),
            Self::Clean => words.kind_clean(),
            Self::Accepted => words.kind_accepted(),
            Self::Reminder => words.kind_reminder(),
        }
    }
}

impl CoverLine {
    /// `label` tells the agency from others of its name.
    #[must_use]
    pub(crate) fn of(notice: &AgencyNotice, no: usize, label: &str, file: &str, words: NoticeWords) -> Self {
        Self {
            no,
            number: notice.number.clone(),
            agency: label.to_owned(),
            year: notice.year,
            kind: notice.kind,
            kind_name: notice.kind.name(words),
            round: if notice.is_reminder { String::new() } else { words.round_name(notice.round) },
            must: notice.must.len(),
            explain: notice.explain.len(),
            due: notice.due.clone(),
            file: file.to_owned(),
        }
    }
}

impl CoverList {
    /// With everything that a list can have, for trying a template.
    #[must_use]
    pub(crate) fn full(head: &Letterhead) -> Self {
        let text = || "示例".to_owned();
        let line = CoverLine {
            no: 1,
            number: text(),
            agency: text(),
            year: 2025,
            kind: NoticeKind::Return,
            kind_name: NoticeKind::Return.name(head.words()),
            round: text(),
            must: 1,
            explain: 1,
            due: text(),
            file: text(),
        };
        Self { office: text(), ..Self::of(vec![line], "2025", head) }
    }

    #[must_use]
    pub(crate) fn of(lines: Vec<CoverLine>, years: &str, head: &Letterhead) -> Self {
        let words = head.words();
        let label = CoverLabels {
            colon: words.colon(),
            no: words.label_no(),
            agency: words.label_agency(),
            kind: words.label_kind(),
            round: words.label_round(),
            must: words.label_must_short(),
            explain: words.label_explain_short(),
            due: words.label_due(),
            file: words.label_file(),
            total: words.label_total(),
        };
        Self {
            lang: head.lang.pick("zh", "en"),
            office: head.office.to_string(),
            title: words.cover_title(years),
            date: day(head.date, head.lang),
            must: lines.iter().map(|line| line.must).sum(),
            explain: lines.iter().map(|line| line.explain).sum(),
            lines,
            label,
        }
    }
}
