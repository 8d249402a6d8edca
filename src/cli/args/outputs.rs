//! The arguments of what is written out of a review.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use crate::output::export::ExportTable;
use crate::output::template::OutFormat;

use super::{InputArgs, OfficeArgs};

/// What is written out of a review: by which rules, what of it, and whether over what is there.
#[derive(Args, Default)]
pub(in crate::cli) struct SeasonArgs {
    #[arg(long, value_name = "FILE")]
    pub(crate) journal: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) office: OfficeArgs,
    #[command(flatten)]
    pub(crate) inputs: InputArgs,
    #[arg(long = "region", value_name = "REGION")]
    pub(crate) regions: Vec<String>,
    #[arg(long = "year", value_name = "YEAR")]
    pub(crate) years: Vec<u16>,
    #[arg(long = "status", value_name = "STATUS", value_delimiter = ',')]
    pub(crate) statuses: Vec<String>,
    #[arg(long = "rule", value_name = "RULE", value_delimiter = ',')]
    pub(crate) rule_names: Vec<String>,
    #[arg(long = "reviewer", value_name = "NAME")]
    pub(crate) reviewers: Vec<String>,
    #[arg(long)]
    pub(crate) force: bool,
}

/// The reports, and the one file that is written of them.
#[derive(Args)]
pub(in crate::cli) struct FileArgs {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
}

/// `gouji notice`
#[derive(Args)]
pub(in crate::cli) struct NoticeArgs {
    #[arg(value_name = "DIR", required_unless_present_any = ["print_template", "print_cover_template"])]
    pub(crate) dir: Option<PathBuf>,
    #[arg(long, value_name = "DIR", required_unless_present_any = ["print_template", "print_cover_template"])]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_enum)]
    pub(crate) format: Option<OutFormat>,
    #[arg(long, value_enum, default_value = "returned")]
    pub(crate) only: Only,
    #[arg(long, value_name = "N")]
    pub(crate) round: Option<u32>,
    #[arg(long, value_name = "DATE")]
    pub(crate) due: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "print_template")]
    pub(crate) template: Option<PathBuf>,
    #[arg(long)]
    pub(crate) print_template: bool,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["print_template", "print_cover_template"])]
    pub(crate) cover_template: Option<PathBuf>,
    #[arg(long, conflicts_with = "print_template")]
    pub(crate) print_cover_template: bool,
    #[arg(long)]
    pub(crate) no_reviewers: bool,
    #[command(flatten)]
    pub(crate) season: SeasonArgs,
}

/// `gouji circular`
#[derive(Args)]
pub(in crate::cli) struct CircularArgs {
    #[arg(value_name = "DIR", required_unless_present = "print_template")]
    pub(crate) dir: Option<PathBuf>,
    #[arg(long, value_name = "FILE", required_unless_present = "print_template")]
    pub(crate) to: Option<PathBuf>,
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "print_template")]
    pub(crate) template: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) print_template: Option<OutFormat>,
    #[arg(long)]
    pub(crate) named: bool,
    #[command(flatten)]
    pub(crate) season: SeasonArgs,
}

/// `gouji summary`
#[derive(Args)]
pub(in crate::cli) struct SummaryArgs {
    #[command(flatten)]
    pub(crate) file: FileArgs,
    #[arg(long, value_name = "FILE")]
    pub(crate) freeze: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) season: SeasonArgs,
}

/// `gouji export`
#[derive(Args)]
pub(in crate::cli) struct ExportArgs {
    #[command(flatten)]
    pub(crate) file: FileArgs,
    #[arg(long, value_enum, value_name = "TABLE")]
    pub(crate) what: Option<ExportTable>,
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,
    #[arg(long)]
    pub(crate) for_agencies: bool,
    #[arg(long)]
    pub(crate) no_reviewers: bool,
    #[command(flatten)]
    pub(crate) season: SeasonArgs,
}

/// `gouji score`
#[derive(Args)]
pub(in crate::cli) struct ScoreArgs {
    #[command(flatten)]
    pub(crate) file: FileArgs,
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,
    #[arg(long)]
    pub(crate) no_reviewers: bool,
    #[command(flatten)]
    pub(crate) season: SeasonArgs,
}

/// Who is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Only {
    Returned,
    Errors,
    All,
    Missing,
}

impl ValueEnum for OutFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.ending()))
    }
}
