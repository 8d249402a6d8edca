//! `gouji check`: findings to standard output.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::check::{self, Basis, Outcome, Profile, Severity};
use crate::library::load::{self, Entry, Event, Summary};
use crate::library::survey::{self, Absent, Member};
use crate::library::{self, Assessed};
use crate::output::{self, Checked};
use crate::report::{Lean, Narrative, Report, SafeText};
use crate::words::{Describe, Lang};

use super::args::CheckArgs;
use super::documents::Reader;
use super::{Done, Failure, complain};

/// Loads and checks every directory, writes the findings, and says whether there is one at or above `--fail-on`.
pub(super) fn run(args: &CheckArgs, lang: Lang) -> super::Outcome {
    let profile = super::profile(args.profile.as_deref(), lang)?;
    let mut loaded = Vec::new();
    let mut files = 0;
    let roster = super::roster(args.roster.as_deref(), lang)?;
    let reader = Reader::new().with_roster(roster);
    for dir in &args.dirs {
        let (found, summary) = load_and_check(dir, &reader, profile, lang)?;
        loaded.extend(found);
        files += summary.files;
    }
    if loaded.is_empty() {
        return Err(nothing(&args.dirs, files, lang));
    }
    let basis = Basis::new(profile).with_roster(roster);
    let (mut reports, absent) = complete(loaded, &reader, &basis);
    reports.extend(absent.findings.into_iter().map(|(head, finding)| Checked::absent(head, finding)));
    let mut out = BufWriter::new(std::io::stdout().lock());
    output::write_findings(&mut out, &reports, args.format.into(), lang)?;
    out.flush()?;
    Ok(match args.fail_on.severity() {
        Some(least) if has_finding(&reports, least) => Done::Found,
        _ => Done::Fine,
    })
}

/// A report whose tables are checked; the narrative, where it was costly to read.
struct Tabled {
    member: Member,
    /// The directory that it was found in.
    dir: PathBuf,
    path: PathBuf,
    outcome: Outcome,
    narrative: Option<Narrative>,
}

/// Checks the texts and the years, and says which cells are behind what was found.
fn complete(loaded: Vec<Tabled>, reader: &Reader, basis: &Basis<'_>) -> (Vec<Checked>, Absent) {
    let members: Vec<Member> = loaded.iter().map(|report| report.member.clone()).collect();
    let open = |position: usize| loaded.get(position).and_then(|report| whole(report, reader));
    let found = Mutex::new(vec![(Assessed::default(), Outcome::default()); members.len()]);
    let absent = survey::survey(&members, &open, basis, &AtomicBool::new(false), &|group| {
        // A poisoned lock would mean that a check has panicked, which ends the command anyway.
        let Ok(mut found) = found.lock() else { return };
        for more in group {
            if let Some((known, batch)) = found.get_mut(more.member) {
                if more.of_the_batch { batch } else { &mut known.outcome }.append(more.outcome);
                known.blocks.extend(more.blocks);
            }
        }
    });
    let found = found.into_inner().unwrap_or_default();
    let checked = |(report, (mut more, batch)): (Tabled, (Assessed, Outcome))| {
        more.outcome.append(in_order(batch));
        report.into_checked(more, reader)
    };
    (loaded.into_par_iter().zip(found).map(checked).collect(), absent)
}

/// What others show of a report comes from several threads: by rule, and by the reports that show it.
fn in_order(mut batch: Outcome) -> Outcome {
    batch.findings.sort_by_cached_key(|finding| {
        let others: Vec<SafeText> = finding.evidence().iter().filter_map(|shown| shown.report.clone()).collect();
        (finding.rule.id.clone(), others, finding.fingerprint)
    });
    batch
}

/// The whole report; `None` if its file is gone or has become unreadable since it was loaded.
fn whole(report: &Tabled, reader: &Reader) -> Option<Report> {
    match &report.narrative {
        Some(narrative) => Some(Report { lean: (*report.member.lean).clone(), narrative: narrative.clone() }),
        None => library::open(&report.dir, &report.path, reader).ok().map(|(report, _)| report),
    }
}

impl Tabled {
    fn into_checked(self, more: Assessed, reader: &Reader) -> Checked {
        let Self { member: Member { id, lean, .. }, dir, path, mut outcome, narrative } = self;
        // The few reports with doubts are read whole once more.
        let read = || library::open(&dir, &path, reader).ok().map(|(report, _)| report.narrative);
        let narrative = narrative.or_else(|| (lean.remarks > 0).then(read).flatten());
        let remarks = narrative.unwrap_or_default().remarks;
        outcome.append(more.outcome);
        Checked { id, path: SafeText::path(&path), lean, remarks, outcome, localisation: more.blocks }
    }
}

fn has_finding(reports: &[Checked], least: Severity) -> bool {
    reports.iter().any(|report| report.outcome.findings.iter().any(|finding| finding.severity >= least))
}

fn nothing(dirs: &[PathBuf], files: usize, lang: Lang) -> Failure {
    let words = &lang.words().load;
    let names: Vec<String> = dirs.iter().map(|dir| SafeText::path(dir).to_string()).collect();
    let names = names.join(", ");
    Failure::new(if files == 0 { words.nothing_to_check(names) } else { words.nothing_readable(names, files) })
}

/// The reports of one directory in the order of their ids; what cannot be read becomes a line on standard error.
fn load_and_check(
    dir: &Path,
    reader: &Reader,
    profile: &Profile,
    lang: Lang,
) -> Result<(Vec<Tabled>, Summary), Failure> {
    super::must_exist(dir, lang)?;
    let entries = Mutex::new(Vec::new());
    let inspect = |lean: &Lean, report: Option<&Report>| {
        (check::check(lean, profile), report.map(|report| report.narrative.clone()))
    };
    let summary = load::load(dir, reader, &inspect, &AtomicBool::new(false), &|event| {
        if let (Event::Loaded(group), Ok(mut entries)) = (event, entries.lock()) {
            entries.extend(group);
        }
    });
    let mut entries = entries.into_inner().unwrap_or_default();
    entries.sort_by(|a: &Entry<_>, b| a.id.cmp(&b.id));
    Ok((entries.into_iter().filter_map(|entry| tabled(dir, entry, lang)).collect(), summary))
}

fn tabled(dir: &Path, entry: Entry<(Outcome, Option<Narrative>)>, lang: Lang) -> Option<Tabled> {
    match entry.body {
        Ok(body) => {
            let (outcome, narrative) = body.summary;
            let member = Member { id: entry.id, lean: Arc::new(body.lean), digest: None };
            Some(Tabled { member, dir: dir.to_owned(), path: entry.path, outcome, narrative })
        }
        Err(trouble) => {
            complain(&format!("{}: {}", SafeText::path(&entry.path), trouble.describe(lang.words())));
            None
        }
    }
}

#[cfg(test)]
mod tests;
