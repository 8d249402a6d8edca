//! Several reviewers, in words: whose a report is, who looks at it, where they disagree. What the list, the report and
//! the desk in lines say alike.

use crate::journal::{Act, ActKind, Presence, ReportReview};
use crate::report::SafeText;
use crate::terminal::glyphs::SAFE;
use crate::words::Words;

use super::model::{ItemId, Model};

/// The time of day since when somebody is where they are.
#[must_use]
pub(crate) fn time(other: &Presence) -> String {
    other.since.local().split_whitespace().next_back().unwrap_or_default().to_owned()
}

/// Those who look at a report just now, each once.
#[must_use]
pub(crate) fn looking(model: &Model, item: ItemId) -> Vec<&SafeText> {
    if model.journal.here.is_empty() {
        return Vec::new();
    }
    let Some(head) = model.library.sheet(item).map(|sheet| &sheet.lean.head) else { return Vec::new() };
    let there = model.journal.here.iter().filter(|other| {
        other.report.as_ref().is_some_and(|report| {
            let read = head.agency.key();
            report.year == head.year && report.agency == read.name && report.region.as_slice() == &*read.region
        })
    });
    let mut names: Vec<&SafeText> = there.map(|other| &other.by).collect();
    names.dedup();
    names
}

/// The same in a sentence; nothing where nobody does.
#[must_use]
pub(crate) fn looking_text(model: &Model, item: ItemId) -> Option<String> {
    let words = &model.words().together;
    let names: Vec<&str> = looking(model, item).into_iter().map(SafeText::as_str).collect();
    (!names.is_empty()).then(|| words.looking(names.join(words.and())))
}

/// Both in short, for a line of the list: `@wang ◦li+1`.
#[must_use]
pub(crate) fn tag(model: &Model, item: ItemId) -> String {
    let mut parts = Vec::new();
    parts.extend(model.journal.marks.assignee(item).map(|name| format!("@{name}")));
    let names = looking(model, item);
    if let Some(first) = names.first() {
        let more = if names.len() > 1 { format!("+{}", names.len() - 1) } else { String::new() };
        parts.push(format!("{}{first}{more}", SAFE.bullet));
    }
    parts.join(" ")
}

/// `意见不一：li 退回、wang 认可`; nothing where reviewers agree.
#[must_use]
pub(crate) fn conflict_text(review: Option<ReportReview<'_>>, fingerprint: &str, words: &Words) -> Option<String> {
    let views = review?.conflict(fingerprint);
    let views: Vec<String> = views.iter().map(|act| view_text(act, words)).collect();
    (!views.is_empty()).then(|| words.together.conflict(views.join(words.together.and())))
}

/// What stands on a finding: `意见不一：…` where reviewers disagree, else `认可 口径调整`; nothing while it is undecided.
#[must_use]
pub(crate) fn standing_text(review: Option<ReportReview<'_>>, fingerprint: &str, words: &Words) -> Option<String> {
    let decided = || {
        let verdict = review?.verdict(fingerprint)?;
        Some(format!("{} {}", verdict.decision.label(words), verdict.reason).trim_end().to_owned())
    };
    conflict_text(review, fingerprint, words).or_else(decided)
}

fn view_text(act: &Act, words: &Words) -> String {
    let decision = if let ActKind::Verdict(verdict) = &act.kind { verdict.decision.label(words) } else { "" };
    words.together.view(&act.by, decision)
}

/// Whose a report is, where reviewers disagree, and who looks at it.
#[must_use]
pub(crate) fn shared(model: &Model, item: ItemId) -> Vec<String> {
    let words = model.words();
    let mut parts = Vec::new();
    let name = |name: &SafeText| words.together.chip_assignee(name);
    parts.extend(model.journal.marks.assignee(item).map(name));
    let conflicts = model.journal.marks.get(item).map_or(0, |mark| mark.conflicts);
    if conflicts > 0 {
        parts.push(words.together.conflicts(conflicts));
    }
    parts.extend(model.library.is_gone(item).then(|| words.live.is_gone().to_owned()));
    parts.extend(looking_text(model, item));
    parts
}
