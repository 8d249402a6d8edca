//! `gouji check`: findings to standard output.

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use crate::check::{Basis, Severity};
use crate::library::{Batch, Checked};
use crate::output::{self, Listing, ListingFormat};
use crate::report::SafeText;
use crate::words::{Describe, Lang};

use super::args::CheckArgs;
use super::documents::Reader;
use super::given::{inputs, must_exist, profile, roster};
use super::outcome::{Done, Failure, Outcome, complain};

/// Loads and checks every directory, writes the findings, and says whether there is one at or above `--fail-on`.
pub(super) fn run(args: &CheckArgs, lang: Lang) -> Outcome {
    let profile = profile(args.profile.as_deref(), lang)?;
    let roster = roster(args.roster.as_deref(), lang)?;
    let reader = Reader::new().with_roster(roster);
    let inputs = inputs(&args.inputs, profile, &reader, lang)?;
    let mut batch = Batch::new(&reader, Basis::new(profile).with_roster(roster).with_inputs(inputs));
    for dir in &args.dirs {
        must_exist(dir, lang)?;
        batch.add(dir, &mut |path, trouble| {
            complain(&format!("{}: {}", SafeText::path(path), trouble.describe(lang.words())));
        });
    }
    let unread = batch.take_unread();
    let is_empty = batch.is_empty();
    let failure = is_empty.then(|| nothing(&args.dirs, batch.files(), lang));
    let reports = batch.check();
    let reports = match args.hints {
        true => reports,
        false => reports.into_iter().map(Checked::without_hints).collect(),
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    let listing = Listing { reports: &reports, unread: &unread, lang };
    // A listing for people of nothing but failures would say twice what was said.
    if !is_empty || (args.format != ListingFormat::Text && !unread.is_empty()) {
        output::write_findings(&mut out, &listing, args.format)?;
        out.flush()?;
    }
    if let Some(failure) = failure {
        return Err(failure);
    }
    Ok(match args.fail_on.severity() {
        Some(least) if has_finding(&reports, least) => Done::Found,
        _ => Done::Fine,
    })
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

#[cfg(test)]
mod tests;
