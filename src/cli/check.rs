//! `gouji check`: findings to standard output.

use std::collections::HashMap;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

use crate::check::localise::Facts;
use crate::check::{self, Outcome, Profile, Severity};
use crate::output::{self, Checked};
use crate::report::load::{self, Entry, Event, Summary};
use crate::report::{Head, Lean, Remark, SafeText};
use crate::words::{Describe, Lang, fill};

use super::args::CheckArgs;
use super::documents::Reader;
use super::{Done, Failure, complain};

/// Loads and checks every directory, writes the findings, and says whether there is one at or above `--fail-on`.
pub(super) fn run(args: &CheckArgs, lang: Lang) -> super::Outcome {
    let profile = super::profile(args.profile.as_deref(), lang)?;
    let mut reports = Vec::new();
    let mut files = 0;
    for dir in &args.dirs {
        let (found, summary) = load_and_check(dir, profile, lang)?;
        reports.extend(found);
        files += summary.files;
    }
    if reports.is_empty() {
        return Err(nothing(&args.dirs, files, lang));
    }
    find_repairs(&mut reports, profile);
    let mut out = BufWriter::new(std::io::stdout().lock());
    output::write_findings(&mut out, &reports, args.format.into(), lang)?;
    out.flush()?;
    Ok(match args.fail_on.severity() {
        Some(least) if has_finding(&reports, least) => Done::Found,
        _ => Done::Fine,
    })
}

/// Says for every report with findings which cells are behind them, with what its predecessor knows.
fn find_repairs(reports: &mut [Checked], profile: &Profile) {
    let key = |head: &Head, year: u16| (head.agency.name.clone(), head.agency.region.clone(), year);
    let mut latest: HashMap<_, usize> = HashMap::new();
    for (index, report) in reports.iter().enumerate() {
        let version = |index: usize| reports.get(index).and_then(|report| report.lean.head.version);
        let known = latest.entry(key(&report.lean.head, report.lean.head.year)).or_insert(index);
        if report.lean.head.version > version(*known) {
            *known = index;
        }
    }
    let found: Vec<_> = reports
        .iter()
        .map(|report| {
            let Checked { lean, outcome, .. } = report;
            if outcome.findings.is_empty() {
                return Vec::new();
            }
            let before = lean.head.year.checked_sub(1).and_then(|year| latest.get(&key(&lean.head, year)));
            let before = before.and_then(|&index| reports.get(index));
            let facts = before.map_or(Facts::NONE, |before| Facts::last_year(lean.form, &before.lean));
            profile.localise(lean, outcome, &facts)
        })
        .collect();
    for (report, localisation) in reports.iter_mut().zip(found) {
        report.localisation = localisation;
    }
}

fn has_finding(reports: &[Checked], least: Severity) -> bool {
    reports.iter().any(|report| report.outcome.findings.iter().any(|finding| finding.severity >= least))
}

fn nothing(dirs: &[PathBuf], files: usize, lang: Lang) -> Failure {
    let words = &lang.words().load;
    let names: Vec<String> = dirs.iter().map(|dir| SafeText::path(dir).to_string()).collect();
    let template = if files == 0 { words.nothing_to_check } else { words.nothing_readable };
    Failure::new(fill(template, &[("path", &names.join(", ")), ("count", &files)]))
}

/// The reports of one directory in the order of their ids; what cannot be read becomes a line on standard error.
fn load_and_check(dir: &Path, profile: &Profile, lang: Lang) -> Result<(Vec<Checked>, Summary), Failure> {
    super::must_exist(dir, lang)?;
    let entries = Mutex::new(Vec::new());
    let summary =
        load::load(dir, &Reader, &|lean: &Lean| check::check(lean, profile), &AtomicBool::new(false), &|event| {
            if let (Event::Loaded(group), Ok(mut entries)) = (event, entries.lock()) {
                entries.extend(group);
            }
        });
    let mut entries = entries.into_inner().unwrap_or_default();
    entries.sort_by(|a: &Entry<Outcome>, b| a.id.cmp(&b.id));
    Ok((entries.into_iter().filter_map(|entry| checked(entry, lang)).collect(), summary))
}

fn checked(entry: Entry<Outcome>, lang: Lang) -> Option<Checked> {
    let path = SafeText::path(&entry.path);
    match entry.body {
        Ok(body) => {
            let remarks = if body.lean.remarks > 0 { remarks(&entry.path) } else { Vec::new() };
            Some(Checked {
                id: entry.id,
                path,
                lean: body.lean,
                remarks,
                outcome: body.summary,
                localisation: Vec::new(),
            })
        }
        Err(trouble) => {
            complain(&format!("{path}: {}", trouble.describe(lang.words())));
            None
        }
    }
}

/// Remarks are not kept while loading; the few reports that have any are read again.
fn remarks(path: &Path) -> Vec<Remark> {
    load::open(path, &Reader).map(|(report, _)| report.narrative.remarks).unwrap_or_default()
}
