//! 中文。每个领域一个文件。

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

/// 中文文字。
pub const ZH: &Words = &Words {
    lang: Lang::Zh,
    act: act::ACT,
    report_error: report::REPORT_ERROR,
    absent: AbsentWords(Lang::Zh),
    load: report::LOAD,
    check: check::CHECK,
    map: map::MAP,
    profile: profile::PROFILE,
    localise: localise::LOCALISE,
    look: LookWords(Lang::Zh),
    severity: check::SEVERITY,
    output: OutputWords(Lang::Zh),
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
    sample: SampleWords(Lang::Zh),
    see: see::SEE,
    live: LiveWords(Lang::Zh),
    naming: NamingWords(Lang::Zh),
    together: TogetherWords(Lang::Zh),
};
