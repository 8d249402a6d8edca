//! English: a file for each part of the program.

mod act;
mod check;
mod cli;
mod command;
mod desk;
mod find;
mod journal;
mod keys;
mod localise;
mod map;
mod parser;
mod profile;
mod read;
mod report;
mod see;

use super::texts::*;
use super::{Lang, Words};

/// English texts.
pub const EN: &Words = &Words {
    lang: Lang::En,
    act: act::ACT,
    report_error: report::REPORT_ERROR,
    absent: AbsentWords(Lang::En),
    load: report::LOAD,
    check: check::CHECK,
    map: map::MAP,
    profile: profile::PROFILE,
    localise: localise::LOCALISE,
    look: LookWords(Lang::En),
    severity: check::SEVERITY,
    output: OutputWords(Lang::En),
    parser: parser::PARSER,
    cli: cli::CLI,
    command: command::COMMAND,
    desk: desk::DESK,
    keys: keys::KEYS,
    roster: report::ROSTER,
    find: find::FIND,
    read: read::READ,
    worker: read::WORKER,
    batch: read::BATCH,
    journal: journal::JOURNAL,
    sample: SampleWords(Lang::En),
    see: see::SEE,
    live: LiveWords(Lang::En),
    naming: NamingWords(Lang::En),
    together: TogetherWords(Lang::En),
};
