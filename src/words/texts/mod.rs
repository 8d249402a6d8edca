//! Which texts there are: a struct, and a file, for each part of the program, of the same name in each language.

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

use super::Lang;

pub use super::absent::*;
pub use super::live::*;
pub use super::look::*;
pub use super::naming::*;
pub use super::output::*;
pub use super::sample::*;
pub use super::together::*;
pub use act::*;
pub use check::*;
pub use cli::*;
pub use command::*;
pub use desk::*;
pub use find::*;
pub use journal::*;
pub use keys::*;
pub use localise::*;
pub use map::*;
pub use parser::*;
pub use profile::*;
pub use read::*;
pub use report::*;
pub use see::*;

/// All texts of one language.
#[derive(Debug)]
pub struct Words {
    /// Which language this is.
    pub lang: Lang,

    /// Acting on many reports, by rounds, again.
    pub act: ActWords,

    /// Why a file is not a report.
    pub report_error: ReportErrorWords,

    /// Agencies without a report.
    pub absent: AbsentWords,

    /// Loading a directory.
    pub load: LoadWords,

    /// Findings.
    pub check: CheckWords,

    /// Which cell is wrong.
    pub localise: LocaliseWords,

    /// How the desk looks.
    pub look: LookWords,

    /// The settings of an office.
    pub profile: ProfileWords,

    /// Data of other programs, by a mapping file.
    pub map: MapWords,

    /// How bad a finding is.
    pub severity: SeverityWords,

    /// Listings.
    pub output: OutputWords,

    /// Files written by hand.
    pub parser: ParserWords,

    /// The command line.
    pub cli: CliWords,

    /// The commands of the desk.
    pub command: CommandWords,

    /// The desk.
    pub desk: DeskWords,

    /// Finding an agency and coming back to it.
    pub find: FindWords,
    /// Keys, the list of commands, notices and places.
    pub keys: KeyWords,

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

    /// The preview, the years and the overview.
    pub see: SeeWords,
    /// A directory that changes.
    pub live: LiveWords,

    /// Naming agencies.
    pub naming: NamingWords,

    /// Several reviewers.
    pub together: TogetherWords,
}
