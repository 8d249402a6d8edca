//! Which texts there are: a struct, and a file, for each part of the program, of the same name in each language.

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

use super::Lang;

pub use act::*;
pub use check::*;
pub use cli::*;
pub use command::*;
pub use desk::*;
pub use journal::*;
pub use localise::*;
pub use output::*;
pub use profile::*;
pub use read::*;
pub use report::*;
pub use sample::*;

/// All texts of one language.
#[derive(Debug)]
pub struct Words {
    /// Which language this is.
    pub lang: Lang,

    /// Acting on many reports, by rounds, again.
    pub act: ActWords,

    /// Why a file is not a report.
    pub report_error: ReportErrorWords,

    /// Loading a directory.
    pub load: LoadWords,

    /// Findings.
    pub check: CheckWords,

    /// Which cell is wrong.
    pub localise: LocaliseWords,

    /// The settings of an office.
    pub profile: ProfileWords,

    /// How bad a finding is.
    pub severity: SeverityWords,

    /// Listings.
    pub output: OutputWords,

    /// The command line.
    pub cli: CliWords,

    /// The commands of the desk.
    pub command: CommandWords,

    /// The desk.
    pub desk: DeskWords,

    /// Reading documents.
    pub read: ReadWords,
    /// Why a file is not a roster.
    pub roster: RosterWords,

    /// The helpers that read documents.
    pub worker: WorkerWords,

    /// Reading documents in masses.
    pub batch: BatchWords,

    /// The journal.
    pub journal: JournalWords,

    /// The sample data.
    pub sample: SampleWords,
}
