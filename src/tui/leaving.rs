//! What is said when the reviewer leaves: what was still written, what they did today, what is open, and when things are due.

use crate::journal::{ActKind, Status};

use super::model::Model;
use super::model::chip::Flag;

/// So many dates are told.
const DATES: usize = 3;

/// A line each; none of what is nothing.
#[must_use]
pub(crate) fn lines(model: &Model) -> Vec<String> {
    [model.out.last.clone(), done(model), open(model), due(model)].into_iter().flatten().collect()
}

/// What this reviewer did today and has not taken back.
fn done(model: &Model) -> Option<String> {
    let (words, today) = (&model.words().act, model.journal.marks.today?);
    let own = model
        .journal
        .review
        .acts()
        .filter(|(act, is_effective)| *is_effective && act.by == model.given.reviewer && act.at.date() == today);
    let mut counts = [0_usize; 4];
    for (act, _) in own {
        let kind = match &act.kind {
            ActKind::Verdict(_) => 0,
            ActKind::Note => 1,
            ActKind::Status(Status::Returned) => 2,
            ActKind::Status(Status::Accepted) => 3,
            _ => continue,
        };
        if let Some(count) = counts.get_mut(kind) {
            *count += 1;
        }
    }
    let [verdicts, notes, returned, accepted] = counts;
    (counts != [0; 4]).then(|| words.done_today(verdicts, notes, returned, accepted))
}

/// What waits for the office.
fn open(model: &Model) -> Option<String> {
    let (library, marks) = (&model.library, &model.journal.marks);
    let (mut reports, mut findings, mut unreturned) = (0_usize, 0_u32, 0_usize);
    for &item in model.list.base() {
        let Some(sheet) = library.sheet(item) else { continue };
        let mark = marks.get(item).unwrap_or_default();
        if matches!(mark.status, Status::Accepted | Status::Returned) {
            continue;
        }
        reports += 1;
        findings += sheet.counts.to_decide().saturating_sub(mark.decided);
        unreturned += usize::from(Flag::ToReturn.fits(Some(sheet), mark, marks.today));
    }
    let words = &model.words().act;
    let text = (reports > 0).then(|| words.still_open(reports, findings))?;
    Some(if unreturned > 0 { text + &words.still_to_return(unreturned) } else { text })
}

/// Until when returned reports are to be reported anew: what is over, and the next few days.
fn due(model: &Model) -> Option<String> {
    let (words, marks) = (&model.words().act, &model.journal.marks);
    let returned = model.list.base().iter().filter_map(|&item| marks.get(item));
    let mut dates: Vec<_> =
        returned.filter(|mark| mark.status == Status::Returned).filter_map(|mark| mark.due).collect();
    dates.sort_unstable();
    let over = dates.iter().filter(|date| marks.today.is_some_and(|today| **date < today)).count();
    let mut coming: Vec<(String, usize)> = Vec::new();
    for date in dates.iter().skip(over) {
        match coming.last_mut() {
            Some((last, count)) if *last == date.to_string() => *count += 1,
            _ => coming.push((date.to_string(), 1)),
        }
    }
    let coming = coming.into_iter().take(DATES).map(|(date, count)| words.due_count(date, count));
    let over = (over > 0).then(|| words.overdue_count(over));
    let parts: Vec<String> = over.into_iter().chain(coming).collect();
    (!parts.is_empty()).then(|| words.due_next(parts.join(words.against_comma())))
}
