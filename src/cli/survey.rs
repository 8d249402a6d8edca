//! `gouji survey`: the rules that take many reports, over digests of any number of parts.

use std::cell::Cell;

use crate::check::Basis;
use crate::library::{Batch, Taken, in_force};
use crate::words::{Describe as _, Lang};

use super::args::SurveyArgs;
use super::check::{list, say_in_force};
use super::documents::Reader;
use super::given::{must_exist, office};
use super::interrupt::Interrupt;
use super::outcome::{Done, Failure, Outcome, complain};
use super::progress::Progress;
use super::worker::Limits;

/// Reads all digests, holds them against each other, and writes what that shows as `gouji check` does.
pub(super) fn run(args: &SurveyArgs, lang: Lang) -> Outcome {
    let words = lang.words();
    args.digests.iter().try_for_each(|path| must_exist(path, lang))?;
    let (profile, roster) = office(&args.office, lang)?;
    let interrupt = Interrupt::listen()?;
    let stop = interrupt.flag();
    let reader = Reader::with(Limits::default(), interrupt.flag());
    let basis = Basis::new(profile).with_roster(roster);
    let settings = in_force(&basis, words);
    let mut batch = Batch::new(&reader, basis, &stop);
    let progress = Progress::new(0);
    let so_far = Cell::new(0_u64);
    let read = batch
        .add_digests(&args.digests, &|more| {
            so_far.set(so_far.get().saturating_add(u64::try_from(more).unwrap_or(0)));
            progress.more_of(u64::try_from(more).unwrap_or(0), so_far.get());
        })
        .map_err(|error| Failure::new(error.describe(words)))?;
    if interrupt.code().is_none() && batch.is_empty() {
        return Err(Failure::new(words.stream.nothing_to_survey()));
    }
    if read.twice > 0 {
        complain(&words.stream.twice(read.twice));
    }
    let reports = batch.len();
    say_in_force(&settings, args.format)?;
    let (taken, totals) = list(batch, &[], (args.format, args.hints), &progress, lang)?;
    progress.finish();
    if let Some(code) = interrupt.code() {
        complain(&match taken {
            Taken { reports: listed, are_compared: true } => {
                words.load.stopped(reports.saturating_sub(listed), reports)
            }
            Taken { reports: listed, are_compared: false } => words.load.stopped_uncompared(listed, reports),
        });
        return Ok(Done::Ended(code));
    }
    Ok(if args.fail_on.severity().is_some_and(|least| totals.has(least)) { Done::Found } else { Done::Fine })
}
