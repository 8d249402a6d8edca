//! Which arguments there are. Their help texts are interface texts: `command_line` gets them from `words`.

mod outputs;
mod values;

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use jiff::civil::Date;

use crate::output::ListingFormat;
use crate::words::Lang;

use super::worker::Limits;

pub(super) use outputs::{CircularArgs, ExportArgs, NoticeArgs, Only, ScoreArgs, SeasonArgs, SummaryArgs};
pub(super) use values::{FailOn, KeysFormat, RulesFormat, ShowFormat, ThemeArg};

/// The command line.
#[derive(Parser)]
#[command(name = "gouji", version, disable_help_subcommand = true)]
pub(super) struct Cli {
    /// The language of everything the program says.
    #[arg(long, value_enum, global = true)]
    pub(crate) lang: Option<Lang>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub(super) enum Command {
    Review(ReviewArgs),
    Demo(DemoArgs),
    Read(ReadArgs),
    Check(CheckArgs),
    Survey(SurveyArgs),
    Notice(NoticeArgs),
    Circular(CircularArgs),
    Summary(SummaryArgs),
    Score(ScoreArgs),
    Export(ExportArgs),
    #[command(subcommand)]
    Journal(JournalCommand),
    Doctor,
    Rules(RulesArgs),
    Keys(KeysArgs),
    Schema,
    Completions {
        shell: Shell,
    },
    Man,
    /// For tests and benchmarks, not for reviewers.
    #[command(hide = true)]
    Generate(GenerateArgs),
    /// A helper of this program: reads documents from standard input, see `worker`.
    #[command(hide = true)]
    ReadOne(ReadOneArgs),
}

/// What is known from elsewhere.
#[derive(Args, Default)]
pub(super) struct InputArgs {
    #[arg(long, value_name = "FILE")]
    pub(crate) received: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) ledger: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) published: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) frozen: Option<PathBuf>,
}

/// The office: what it has set, and from whom it expects reports.
#[derive(Args, Default)]
pub(super) struct OfficeArgs {
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) roster: Option<PathBuf>,
}

/// Who writes, and where.
#[derive(Args)]
pub(super) struct ReviewerArgs {
    #[arg(long, value_name = "FILE")]
    pub(crate) journal: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(crate) reviewer: Option<String>,
}

/// What every desk can be told.
#[derive(Args)]
pub(super) struct DeskArgs {
    #[command(flatten)]
    pub(crate) by: ReviewerArgs,
    #[command(flatten)]
    pub(crate) office: OfficeArgs,
    #[command(flatten)]
    pub(crate) inputs: InputArgs,
    #[arg(long, value_name = "FILE")]
    pub(crate) keys: Option<PathBuf>,
    #[arg(long)]
    pub(crate) plain: bool,
    #[arg(long)]
    pub(crate) no_scroll_region: bool,
    #[arg(long, value_enum)]
    pub(crate) theme: Option<ThemeArg>,
    #[arg(long)]
    pub(crate) mouse: bool,
    #[arg(long)]
    pub(crate) fresh: bool,
}

/// `gouji demo`
#[derive(Args)]
pub(super) struct DemoArgs {
    #[arg(long)]
    pub(crate) tour: bool,
    #[arg(long, value_name = "DIR", conflicts_with = "tour")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) desk: DeskArgs,
}

/// `gouji review`
#[derive(Args)]
pub(super) struct ReviewArgs {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[command(flatten)]
    pub(crate) desk: DeskArgs,
}

/// `gouji read`
#[derive(Args)]
pub(super) struct ReadArgs {
    #[arg(value_name = "INPUT", required_unless_present_any = ["guess_map", "stream"])]
    pub(crate) inputs: Vec<PathBuf>,
    #[arg(long, value_name = "DIR", required_unless_present_any = ["guess_map", "stream"])]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["inputs", "out", "map", "guess_map", "force", "convert", "ocr"])]
    pub(crate) stream: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) map: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "map")]
    pub(crate) guess_map: Option<PathBuf>,
    #[arg(long)]
    pub(crate) force: bool,
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    #[arg(long)]
    pub(crate) convert: bool,
    #[arg(long, value_name = "COMMAND")]
    pub(crate) ocr: Option<OsString>,
    #[arg(long, value_name = "SECONDS", default_value_t = Limits::default().cpu)]
    pub(crate) max_seconds: u64,
    #[arg(long, value_name = "MIB", default_value_t = Limits::default().memory)]
    pub(crate) max_memory: u64,
}

/// `gouji read-one`
#[derive(Args)]
pub(super) struct ReadOneArgs {
    /// Address space in MiB.
    #[arg(long)]
    pub(crate) memory: u64,
    /// Processor time for one document, in seconds.
    #[arg(long)]
    pub(crate) cpu: u64,
}

/// `gouji journal`
#[derive(Subcommand)]
pub(super) enum JournalCommand {
    Show(ShowArgs),
    Verify {
        #[arg(value_name = "PATH")]
        path: Option<PathBuf>,
    },
    Merge {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    Import(ImportArgs),
    Settle(SettleArgs),
}

/// `gouji journal show`
#[derive(Args)]
pub(super) struct ShowArgs {
    #[arg(value_name = "PATH")]
    pub(crate) path: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ShowFormat,
    #[arg(long, value_name = "TEXT")]
    pub(crate) agency: Option<String>,
    #[arg(long, value_name = "REVIEWER")]
    pub(crate) by: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<Date>,
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<Date>,
    #[arg(long, value_name = "RULE")]
    pub(crate) rule: Option<String>,
    #[arg(long, value_name = "PLACE")]
    pub(crate) place: Option<String>,
    #[arg(long, value_name = "ACT", value_parser = ACTS)]
    pub(crate) act: Option<String>,
    #[arg(long)]
    pub(crate) every: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
}

/// The acts, by their words on a line of the journal.
const ACTS: [&str; 9] = ["note", "edit", "retract", "verdict", "status", "confirm", "correct", "assign", "name"];

/// `gouji journal import`
#[derive(Args)]
pub(super) struct ImportArgs {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
    #[arg(long, value_name = "HEADING")]
    pub(crate) column: Option<String>,
    #[command(flatten)]
    pub(crate) by: ReviewerArgs,
    #[command(flatten)]
    pub(crate) office: OfficeArgs,
    #[command(flatten)]
    pub(crate) inputs: InputArgs,
    #[arg(long)]
    pub(crate) yes: bool,
}

/// `gouji journal settle`
#[derive(Args)]
pub(super) struct SettleArgs {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[command(flatten)]
    pub(crate) by: ReviewerArgs,
    #[command(flatten)]
    pub(crate) office: OfficeArgs,
    #[arg(long)]
    pub(crate) yes: bool,
}

/// `gouji generate`
#[derive(Args)]
pub(super) struct GenerateArgs {
    /// An empty or new directory.
    #[arg(long, value_name = "DIR", required_unless_present = "stream")]
    pub(crate) out: Option<PathBuf>,
    /// So many reports to standard output instead, one a line, as `gouji check -` takes them.
    #[arg(long, value_name = "N", conflicts_with_all = ["out", "count"])]
    pub(crate) stream: Option<u64>,
    /// How many reports.
    #[arg(long, default_value_t = 1000)]
    pub(crate) count: u64,
    /// The same seed makes the same files.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// How many of a thousand reports get a slip.
    #[arg(long, default_value_t = 150)]
    pub(crate) slips: u32,
    /// No two texts are alike.
    #[arg(long)]
    pub(crate) different_texts: bool,
}

/// `gouji check`
#[derive(Args)]
pub(super) struct CheckArgs {
    #[arg(value_name = "DIR", required = true)]
    pub(crate) dirs: Vec<PathBuf>,
    #[arg(long, value_enum)]
    pub(crate) format: Option<ListingFormat>,
    #[arg(long, value_enum, default_value = "error")]
    pub(crate) fail_on: FailOn,
    #[arg(long)]
    pub(crate) hints: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) digests: Option<PathBuf>,
    #[arg(long, requires = "digests")]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) office: OfficeArgs,
    #[command(flatten)]
    pub(crate) inputs: InputArgs,
}

/// `gouji survey`
#[derive(Args)]
pub(super) struct SurveyArgs {
    #[arg(value_name = "DIGESTS", required = true)]
    pub(crate) digests: Vec<PathBuf>,
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ListingFormat,
    #[arg(long, value_enum, default_value = "error")]
    pub(crate) fail_on: FailOn,
    #[arg(long)]
    pub(crate) hints: bool,
    #[command(flatten)]
    pub(crate) office: OfficeArgs,
}

/// `gouji rules`
#[derive(Args)]
pub(super) struct RulesArgs {
    #[arg(value_name = "WORD")]
    pub(crate) words: Vec<String>,
    #[arg(long, value_name = "RULE", conflicts_with = "words")]
    pub(crate) explain: Option<String>,
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: RulesFormat,
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
}

/// `gouji keys`
#[derive(Args)]
pub(super) struct KeysArgs {
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: KeysFormat,
    #[arg(long, value_name = "FILE")]
    pub(crate) keys: Option<PathBuf>,
}
