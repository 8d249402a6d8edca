//! `gouji read`: documents to reports, one JSON file for each.
//!
//! Thousands at once: in parallel, with one line on standard error for each problem and a summary at the end. It can be
//! stopped at any time and goes on when run again: a document whose report is there and was read from the same bytes is
//! passed over, and what is there is never replaced unasked. `plan` says which document goes where, `job` does one of
//! them, `tally` counts, `others` has other programs read what this one cannot, if that was asked for; `mapped` reads what
//! other programs have parsed already, `stream` what comes line by line.

mod job;
mod mapped;
mod others;
mod plan;
mod stream;
mod tally;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::base::whole::can_be_written;
use crate::report::SafeText;
use crate::words::Lang;

use super::args::ReadArgs;
use super::documents::Reader;
use super::given::not_there;
use super::interrupt::Interrupt;
use super::outcome::{Done, Failure, Outcome, complain, output};
use super::progress::Progress;
use super::worker::Limits;

use job::{How, Result};
use others::Others;
use plan::Plan;
use tally::Tally;

/// Reads every document below the inputs; a bad one is a line on standard error and the rest goes on.
pub(super) fn run(args: &ReadArgs, lang: Lang) -> Outcome {
    if let Some(file) = &args.guess_map {
        return mapped::write_guess(args, file, lang);
    }
    if args.stream {
        return stream::run(args, lang);
    }
    let inputs = there(&args.inputs, lang)?;
    // The arguments are not taken without it.
    let out = args.out.as_deref().unwrap_or(Path::new("."));
    if let Some(mapping) = &args.map {
        must_be_writable(out, lang)?;
        return mapped::read(args, &inputs, mapping, out, lang);
    }
    let others = Others::new(args, lang)?;
    must_be_writable(out, lang)?;
    let plan = Plan::new(&inputs, out);
    for problem in &plan.problems {
        complain(&problem.describe(lang));
    }
    if plan.jobs.is_empty() {
        let names: Vec<String> = args.inputs.iter().map(|path| SafeText::path(path).to_string()).collect();
        return Err(Failure::new(lang.words().load.nothing_to_check(names.join(", "))));
    }
    let interrupt = Interrupt::listen()?;
    let stop = interrupt.flag();
    let reader = Reader::with(Limits::new(args.max_memory, args.max_seconds), interrupt.flag());
    let how = How { reader: &reader, others: &others, force: args.force, stop: &stop, lang };
    let tally = read_all(&plan, &how, args.jobs.map_or(0, Into::into))?;
    let mut out = output();
    out.write_all(tally.describe(lang).as_bytes())?;
    out.flush()?;
    if let Some(code) = interrupt.code() {
        let left = plan.jobs.len().saturating_sub(tally.done());
        complain(&lang.words().batch.stopped(left));
        return Ok(Done::Ended(code));
    }
    if tally.good() == 0 {
        return Err(Failure::new(lang.words().cli.nothing_read(tally.done())));
    }
    Ok(Done::Fine)
}

/// The inputs that are there. One that is not stops the others as little as a document that cannot be read: it is named,
/// and only where none is there nothing can be done.
fn there(inputs: &[PathBuf], lang: Lang) -> std::result::Result<Vec<PathBuf>, Failure> {
    let (there, missing): (Vec<_>, Vec<_>) = inputs.iter().partition(|input| input.exists());
    let lines: Vec<String> = missing.iter().map(|path| not_there(path, lang)).collect();
    if there.is_empty() && !lines.is_empty() {
        return Err(Failure::Message(lines.join("\n")));
    }
    lines.iter().for_each(|line| complain(line));
    Ok(there.into_iter().cloned().collect())
}

/// Does every job, so many at once (0: as many as there are processors).
fn read_all(plan: &Plan, how: &How<'_>, at_once: usize) -> std::result::Result<Tally, Failure> {
    let tally = Tally::default();
    let progress = Progress::new(plan.jobs.len() as u64);
    let threads = ThreadPoolBuilder::new().num_threads(at_once).build().map_err(Failure::new)?;
    threads.install(|| {
        // One after the other as they stand: what was read when somebody stops it is then a beginning, not a sample.
        plan.jobs.par_iter().by_uniform_blocks(threads.current_num_threads().max(1) * 16).for_each(|job| {
            if how.stop.load(Ordering::Relaxed) {
                return;
            }
            let result = job.run(how);
            if let Result::Failed(why) = &result {
                progress.say(&format!("{}: {why}", SafeText::path(&job.document)));
            }
            tally.count(&job.document, &result);
            progress.step();
        });
    });
    progress.finish();
    Ok(tally)
}

/// That nothing can be written there is said once, before anything is read.
fn must_be_writable(out: &Path, lang: Lang) -> std::result::Result<(), Failure> {
    match can_be_written(out) {
        Ok(()) => Ok(()),
        Err(error) => Err(Failure::new(lang.words().cli.cannot_write(SafeText::path(out), error))),
    }
}
