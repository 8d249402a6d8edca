//! Two notices that no agency gets: one has everything that a notice can have, one nothing. A template is tried on both
//! before the first file is written.

use jiff::civil::Date;

use crate::report::SafeText;
use crate::words::Lang;

use super::{AgencyNotice, Letterhead, NoticeItem, NoticeKind, Unasked};

/// Everything is there.
#[must_use]
pub(crate) fn full() -> AgencyNotice {
    let text = || "示例".to_owned();
    let item = NoticeItem {
        no: 1,
        place: text(),
        filed: text(),
        wrong: vec![text()],
        basis: vec![text()],
        ask: text(),
        words: vec![text()],
        is_open: true,
        rules: vec![text()],
        ..NoticeItem::new()
    };
    AgencyNotice {
        kind: NoticeKind::Return,
        is_reminder: true,
        office: text(),
        number: text(),
        region: text(),
        round: 2,
        title: text(),
        result: text(),
        words: vec![text()],
        must: vec![item.clone()],
        explain: vec![item],
        solved: text(),
        unasked: vec![Unasked { place: text(), before: text(), now: text() }],
        due: text(),
        due_line: text(),
        contact: text(),
        contact_line: text(),
        reviewer: text(),
        rules: text(),
        ..bare()
    }
}

/// Nothing is there that may be missing.
#[must_use]
pub(crate) fn bare() -> AgencyNotice {
    let head = Letterhead {
        lang: Lang::Zh,
        office: SafeText::default(),
        contact: SafeText::default(),
        number: SafeText::default(),
        date: Date::constant(2000, 1, 1),
        due: None,
        names_reviewers: false,
    };
    AgencyNotice::empty(&SafeText::line("示例"), String::new(), 2000, 1, &head)
}
