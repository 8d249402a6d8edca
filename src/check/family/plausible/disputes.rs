//! 表四: suits without requests, corrections without a word, suits that the law no longer has.

use crate::check::facts::Facts;
use crate::check::facts::figures::Figures;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;

/// The totals of the three groups.
pub(in crate::check) const TOTALS: [&str; 3] =
    ["disputes/reconsideration/total", "disputes/litigation_direct/total", "disputes/litigation_after/total"];
const RECEIVED: [&str; 2] = ["requests/new/total", "requests/carried_in/total"];

pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let figures = Figures::new(&facts.report().lean);
    without_requests(figures, found);
    direct_suits(facts, figures, found);
    corrected(facts, figures, found);
}

/// T4-05: suits, and no request that they could be about.
fn without_requests(figures: Figures<'_>, found: &mut Collector<'_>) {
    let (Some(suits), Some(0)) = (figures.sum(&TOTALS), figures.sum(&RECEIVED)) else { return };
    // A column of totals that was left at 0 says nothing about what came in.
    let received = ["new", "carried_in"].into_iter().flat_map(|row| figures.row("requests", row));
    if suits > 0 && received.into_iter().all(|cell| figures.at(cell) == Some(0)) {
        let cells: Vec<_> = TOTALS.iter().filter(|id| figures.int(id) != Some(0)).chain(&RECEIVED).copied().collect();
        found.say(id::T4_05, "none", "disputes", Say::default().with("count", suits).cells(figures.cells(&cells)));
    }
}

/// T4-07: since the new 行政复议法 reconsideration comes first, where information was denied.
fn direct_suits(facts: &Facts<'_>, figures: Figures<'_>, found: &mut Collector<'_>) {
    let id = "disputes/litigation_direct/total";
    let Some(count) = figures.int(id).filter(|count| *count > 0) else { return };
    let year = i64::from(figures.lean.head.year);
    let (about, reasons) = (found.profile.words(id::T4_07, "about"), found.profile.words(id::T4_07, "reasons"));
    let is_explained = || facts.speaking(&[1, 4, 5, 6], about).any(|sentence| sentence.has(reasons));
    if year < found.profile.threshold(id::T4_07, "since") || is_explained() {
        return;
    }
    let say = Say::default().with("count", count).cells(figures.cell(id));
    match denials(figures) {
        Some((denied, others)) if denied > 0 && count > others => {
            found.say(id::T4_07, "denied", id, say.with("denied", denied));
        }
        _ => found.say(id::T4_07, "direct", id, say),
    }
}

/// How many requests were denied, and how many ended otherwise without being granted.
fn denials(figures: Figures<'_>) -> Option<(i64, i64)> {
    let (_, table) = figures.lean.form.table("requests")?;
    let ids =
        table.rows.iter().filter(|row| row.id.starts_with("denied.")).map(|row| format!("requests/{}/total", row.id));
    let denied = ids.into_iter().try_fold(0_i64, |sum, id| sum.checked_add(figures.int(&id)?))?;
    let granted = figures.int("requests/granted/total")?;
    let others = figures.int("requests/handled/total")?.checked_sub(granted)?.checked_sub(denied)?;
    Some((denied, others))
}

/// T4-08: a decision was corrected, and nothing is said about it.
fn corrected(facts: &Facts<'_>, figures: Figures<'_>, found: &mut Collector<'_>) {
    let rows = ["reconsideration", "litigation_direct", "litigation_after"];
    let ids = rows.map(|row| format!("disputes/{row}/corrected"));
    let ids = ids.each_ref().map(String::as_str);
    let corrected: Vec<&str> = ids.into_iter().filter(|id| figures.int(id).is_some_and(|count| count > 0)).collect();
    let Some(count) = figures.sum(&corrected).filter(|count| *count > 0) else { return };
    let (words, denies) = (found.profile.words(id::T4_08, "mentions"), found.profile.words(id::T4_08, "denies"));
    if !facts.speaking(&[1, 4, 5, 6], words).any(|part| !part.has(denies)) {
        let say = Say::default().with("count", count).cells(figures.cells(&corrected));
        found.say(id::T4_08, "silent", "disputes", say);
    }
}
