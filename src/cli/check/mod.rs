//! `gouji check`: findings to standard output.

mod stream;

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use crate::check::Basis;
use crate::library::{Batch, Checked, Taken, in_force};
use crate::output::{Listing, ListingFormat, Rendered, Totals, UnreadFile};
use crate::report::SafeText;
use crate::words::{Describe, Lang};

use super::args::CheckArgs;
use super::documents::Reader;
use super::given::{inputs, must_exist, office, published};
use super::interrupt::Interrupt;
use super::outcome::{Done, Failure, Outcome, complain, output};
use super::progress::Progress;
use super::worker::Limits;

/// Loads and checks every directory, writes the findings, and says whether there is one at or above `--fail-on`. Who stops
/// it gets the reports that nothing more can be said of, or what each shows by itself, and is told what is missing.
pub(super) fn run(args: &CheckArgs, lang: Lang) -> Outcome {
    if args.dirs.iter().any(|dir| dir == Path::new("-")) {
        return stream::run(args, lang);
    }
    if args.digests.is_some() {
        return Err(Failure::new(lang.words().stream.digests_need_a_stream()));
    }
    let format = args.format.unwrap_or(ListingFormat::Text);
    // What was published may take long to be read.
    args.dirs.iter().try_for_each(|dir| must_exist(dir, lang))?;
    let (profile, roster) = office(&args.office, lang)?;
    let interrupt = Interrupt::listen()?;
    let stop = interrupt.flag();
    let reader = Reader::with(Limits::default(), interrupt.flag()).with_roster(roster);
    let inputs = inputs(&args.inputs, profile, lang)?;
    published(&args.inputs, &inputs, &reader, &stop, lang)?;
    let basis = Basis::new(profile).with_roster(roster).with_inputs(inputs);
    let settings = in_force(&basis, lang.words());
    let mut batch = Batch::new(&reader, basis, &stop);
    let progress = Progress::new(0);
    for dir in &args.dirs {
        let checked = |found: usize, more: usize| progress.more_of(more as u64, found as u64);
        batch.add(dir, &checked, &mut |path, trouble| {
            // What is not read because of a signal is counted at the end.
            if interrupt.code().is_none() {
                progress.say(&format!("{}: {}", SafeText::path(path), trouble.describe(lang.words())));
            }
        });
    }
    // Whoever stops it while it loads has not let it see all.
    let is_loaded = interrupt.code().is_none();
    let reports = if is_loaded { batch.len() } else { batch.files().max(batch.len()) };
    let unread = if is_loaded { batch.take_unread() } else { Vec::new() };
    let failure = batch.is_empty().then(|| nothing(&args.dirs, batch.files(), lang));
    // A listing for people of nothing but failures would say twice what was said.
    let is_listed = !is_loaded || failure.is_none() || (format != ListingFormat::Text && !unread.is_empty());
    if is_listed {
        say_in_force(&settings, format)?;
    }
    let (taken, totals) = if is_listed {
        list(batch, &unread, (format, args.hints), &progress, lang)?
    } else {
        (Taken::default(), Totals::default())
    };
    progress.finish();
    if let Some(code) = interrupt.code() {
        let words = &lang.words().load;
        complain(&match taken {
            Taken { reports: listed, are_compared: true } => words.stopped(reports.saturating_sub(listed), reports),
            Taken { reports: listed, are_compared: false } => words.stopped_uncompared(listed, reports),
        });
        return Ok(Done::Ended(code));
    }
    if let Some(failure) = failure {
        return Err(failure);
    }
    Ok(if args.fail_on.severity().is_some_and(|least| totals.has(least)) { Done::Found } else { Done::Fine })
}

/// Says which profile and roster are in force: people in the list itself, beside one for programs.
pub(super) fn say_in_force(settings: &[String], format: ListingFormat) -> Result<(), Failure> {
    if format != ListingFormat::Text {
        settings.iter().for_each(|line| complain(line));
        return Ok(());
    }
    let mut out = output();
    for line in settings {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// Writes what is found, report by report, hints too if they are wanted; how many there are in the list, and how much was found in them.
pub(super) fn list(
    batch: Batch<'_>,
    unread: &[UnreadFile],
    (format, hints): (ListingFormat, bool),
    progress: &Progress,
    lang: Lang,
) -> Result<(Taken, Totals), Failure> {
    let mut listing = Listing::begin(BufWriter::new(output()), format, lang)?;
    let rendered = |report: Checked| {
        let report = if hints { report } else { report.without_hints() };
        Rendered::of(&report, format, lang)
    };
    progress.behind_the_last(lang.words().load.comparing());
    let mut is_begun = false;
    let taken = batch.each(&rendered, &mut |report| {
        if !std::mem::replace(&mut is_begun, true) {
            progress.finish();
        }
        listing.add(&report?)
    })?;
    listing.add_unread(unread)?;
    Ok((taken, listing.end()?))
}

fn nothing(dirs: &[PathBuf], files: usize, lang: Lang) -> Failure {
    let words = &lang.words().load;
    let names: Vec<String> = dirs.iter().map(|dir| SafeText::path(dir).to_string()).collect();
    let names = names.join(", ");
    Failure::new(if files == 0 { words.nothing_to_check(names) } else { words.nothing_readable(names, files) })
}

#[cfg(test)]
mod tests;
