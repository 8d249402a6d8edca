//! 中文。每个领域一个文件。

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

/// 中文文字。
pub const ZH: &Words = &Words {
    lang: Lang::Zh,
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
