//! 中文。每个领域一个文件。

mod absent;
mod act;
mod check;
mod cli;
mod command;
mod desk;
mod find;
mod journal;
mod keys;
mod live;
mod localise;
mod look;
mod map;
mod naming;
mod output;
mod parser;
mod profile;
mod read;
mod report;
mod sample;
mod see;
mod together;

use super::{Lang, Words};

/// 中文文字。
pub const ZH: &Words = &Words {
    lang: Lang::Zh,
    act: act::ACT,
    report_error: report::REPORT_ERROR,
    absent: absent::ABSENT,
    load: report::LOAD,
    check: check::CHECK,
    map: map::MAP,
    profile: profile::PROFILE,
    localise: localise::LOCALISE,
    look: look::LOOK,
    severity: check::SEVERITY,
    output: output::OUTPUT,
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
    sample: sample::SAMPLE,
    see: see::SEE,
    live: live::LIVE,
    naming: naming::NAMING,
    together: together::TOGETHER,
};
