//! English: a file for each part of the program.

mod act;
mod check;
mod cli;
mod command;
mod desk;
mod journal;
mod localise;
mod output;
mod profile;
mod read;
mod report;
mod sample;

use super::{Lang, Words};

/// English texts.
pub const EN: &Words = &Words {
    lang: Lang::En,
    act: act::ACT,
    report_error: report::REPORT_ERROR,
    load: report::LOAD,
    check: check::CHECK,
    profile: profile::PROFILE,
    localise: localise::LOCALISE,
    severity: check::SEVERITY,
    output: output::OUTPUT,
    cli: cli::CLI,
    command: command::COMMAND,
    desk: desk::DESK,
    roster: report::ROSTER,
    read: read::READ,
    worker: read::WORKER,
    batch: read::BATCH,
    journal: journal::JOURNAL,
    sample: sample::SAMPLE,
};
