//! The journal as plain text, for `gouji journal show|verify|merge`. Every outside string is safe text already.

use std::collections::HashMap;
use std::io::{self, Write};

use uuid::Uuid;

use crate::base::text::SafeText;
use crate::words::Words;

use super::act::{Act, ActKind, Audience, ReportRef, Target};
use super::merge::Merged;
use super::problem::Problems;
use super::replay::Review;
use super::verify::Verification;

/// An act as it is listed: with what took it back, if it was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ActRow<'r> {
    pub(crate) act: &'r Act,
    /// The retraction that is in effect.
    pub(crate) taken_back: Option<&'r Act>,
}

/// All acts in file order, each with what took it back; retractions are no rows of their own unless `every` act is.
pub(crate) fn rows(review: &Review, every: bool) -> Vec<ActRow<'_>> {
    let mut taken: HashMap<Uuid, &Act> = HashMap::new();
    for (act, _) in review.acts().filter(|(act, effective)| *effective && act.is_retraction()) {
        taken.extend(act.of().map(|of| (of, act)));
    }
    let is_listed = |act: &Act| every || !act.is_retraction();
    let acts = review.acts().map(|(act, _)| act).filter(|act| is_listed(act));
    acts.map(|act| ActRow { act, taken_back: taken.get(&act.id).copied() }).collect()
}

/// Writes one act: one line with time, reviewer, act, report and target, then its words, indented. `target` is what it is
/// on, in words.
///
/// # Errors
/// What `out` cannot take.
pub(crate) fn show_row(
    out: &mut dyn Write,
    review: &Review,
    row: ActRow<'_>,
    target: &str,
    words: &Words,
) -> io::Result<()> {
    let act = row.act;
    let what = describe_act(act, words);
    write!(out, "{}  {}  {what}", act.at.local(), act.by)?;
    write!(out, "  {}  {target}", describe_report(review, &act.report, words))?;
    if let Some(by) = row.taken_back {
        write!(out, "  {}", words.journal.taken_back(by.at.local(), &by.by))?;
    }
    writeln!(out)?;
    if let Some(of) = act.of().and_then(|of| review.act(&of)) {
        let (at, kind) = (of.at.local(), describe_kind(&of.kind, words));
        writeln!(out, "    {}", words.journal.of(&at, &of.by, &kind))?;
    }
    act.text.lines().try_for_each(|line| writeln!(out, "    {line}"))
}

/// The word of an act on a line of the journal.
#[must_use]
pub(crate) fn act_word(kind: &ActKind) -> &'static str {
    match kind {
        ActKind::Note => "note",
        ActKind::Edit { .. } => "edit",
        ActKind::Retract { .. } => "retract",
        ActKind::Verdict(_) => "verdict",
        ActKind::Status(_) => "status",
        ActKind::Reading(reading) => reading.id(),
        ActKind::Assign(_) => "assign",
        ActKind::Name(_) => "name",
    }
}

/// What was done, in a few words: `处理意见：退回（口径调整）`.
#[must_use]
pub(crate) fn describe_kind(kind: &ActKind, words: &Words) -> String {
    let texts = &words.journal;
    match kind {
        ActKind::Note => texts.act_note().to_owned(),
        ActKind::Edit { .. } => texts.act_edit().to_owned(),
        ActKind::Retract { .. } => texts.act_retract().to_owned(),
        ActKind::Status(status) => texts.act_status(status.label(words)),
        ActKind::Reading(reading) => reading.label(words).to_owned(),
        ActKind::Assign(Some(to)) => texts.act_assign(to),
        ActKind::Assign(None) => texts.act_assign_nobody().to_owned(),
        ActKind::Name(Some(name)) => texts.act_name(name),
        ActKind::Name(None) => texts.act_name_as_read().to_owned(),
        ActKind::Verdict(verdict) => {
            let decision = texts.act_verdict(verdict.decision.label(words));
            match verdict.reason.is_empty() {
                true => decision,
                false => decision + &texts.reason(&verdict.reason),
            }
        }
    }
}

/// What an act did, that its words go to the agency, and the date until when the agency is to report anew where it sets one.
#[must_use]
pub(crate) fn describe_act(act: &Act, words: &Words) -> String {
    let what = describe_kind(&act.kind, words);
    let what = if act.audience == Audience::Agency { what + words.journal.for_agency() } else { what };
    match act.due {
        Some(due) => what + &words.journal.due(due),
        None => what,
    }
}

/// What in the report, in a few words.
#[must_use]
pub(crate) fn describe_target(target: &Target, words: &Words) -> String {
    let texts = &words.journal;
    match target {
        Target::Report => texts.target_report().to_owned(),
        Target::Section(number) => texts.target_section(number),
        Target::Cell(id) => texts.target_cell(id),
        Target::Finding(print) => texts.target_finding(print),
    }
}

/// By who it was read as; with the name that a reviewer has given, where one has.
fn describe_report(review: &Review, report: &ReportRef, words: &Words) -> String {
    let mut text = String::new();
    for part in &report.region {
        text += part;
        text.push('/');
    }
    let known = review.report(&report.region, &report.agency, report.year);
    let given = known.and_then(|known| known.given_name());
    let given = given.map(|name| words.journal.given_name(name)).unwrap_or_default();
    if report.key().is_file() {
        return report.name();
    }
    format!("{text}{}{given} {}", report.agency, report.year)
}

/// Writes one line for each problem kept, and how many more there are.
///
/// # Errors
/// What `out` cannot take.
pub(crate) fn show_problems(out: &mut dyn Write, problems: &Problems, words: &Words) -> io::Result<()> {
    problems.kept().iter().try_for_each(|problem| writeln!(out, "{}", problem.describe(words)))?;
    let more = problems.total().saturating_sub(problems.kept().len() as u64);
    if more > 0 {
        writeln!(out, "{}", words.journal.more_problems(more))?;
    }
    Ok(())
}

/// Writes what a check found: first one line that says whether the journal is whole, then what is wrong with it, or what a
/// crash or a newer version has left.
///
/// # Errors
/// What `out` cannot take.
pub(crate) fn show_verification(out: &mut dyn Write, checked: &Verification, words: &Words) -> io::Result<()> {
    let texts = &words.journal;
    let (harmful, total) = (checked.problems.harmful(), checked.problems.total());
    let verdict = match (harmful, total) {
        (0, 0) => texts.sound(checked.lines, checked.acts),
        (0, _) => texts.sound_but(checked.lines, checked.acts, total),
        (_, _) => texts.not_sound(checked.lines, checked.acts, harmful),
    };
    writeln!(out, "{verdict}")?;
    show_problems(out, &checked.problems, words)
}

/// Writes what a merge did: the problems of each source, conflicts, then one line that sums up. `names`: the
/// sources, in the order they were given.
///
/// # Errors
/// What `out` cannot take.
pub(crate) fn show_merged(out: &mut dyn Write, merged: &Merged, names: &[SafeText], words: &Words) -> io::Result<()> {
    for (name, source) in names.iter().zip(&merged.sources).filter(|(_, source)| source.problems.total() > 0) {
        writeln!(out, "{name}")?;
        show_problems(out, &source.problems, words)?;
    }
    for id in &merged.conflicts {
        writeln!(out, "{}", words.journal.conflict(SafeText::line(id)))?;
    }
    writeln!(out, "{}", words.journal.merged(merged.written, merged.repeated))
}

#[cfg(test)]
mod tests;
