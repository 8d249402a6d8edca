//! `gouji export`: what a review has come to, as a workbook, a page for a browser, or one table of it.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::journal::When;
use crate::output::dossier::{Gathered, write_dossier};
use crate::output::export::{self, Export, ExportTable};
use crate::output::score::Scores;
use crate::output::sheet::OutSheet;
use crate::output::summary::{self, RegionSums};
use crate::output::write::must_be_writable;
use crate::report::SafeText;
use crate::words::Lang;

use super::args::{ExportArgs, SeasonArgs};
use super::interrupt::Interrupt;
use super::outcome::{Done, Failure, Outcome, complain, done, said};
use super::season::{self, More};
use super::settings::Settings;
use super::tables::{Destination, TableFormat};

impl ValueEnum for ExportTable {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.id()))
    }
}

/// What it can be.
const FORMATS: [TableFormat; 5] =
    [TableFormat::Xlsx, TableFormat::Html, TableFormat::Csv, TableFormat::JsonLines, TableFormat::Parquet];

/// Writes one file.
pub(super) fn run(args: &ExportArgs, settings: &Settings, lang: Lang) -> Outcome {
    let words = lang.words();
    super::given::must_exist(&args.file.dir, lang)?;
    let name = SafeText::path(&args.file.to);
    let format = TableFormat::of_name(&args.file.to)
        .filter(|format| FORMATS.contains(format))
        .ok_or_else(|| Failure::new(words.export.ending(&name)))?;
    if matches!(format, TableFormat::Xlsx | TableFormat::Html) && args.what.is_some() {
        return Err(Failure::new(words.export.what_in_a_workbook()));
    }
    let date = season::date(args.date.as_deref(), lang)?;
    must_be_writable(&args.file.to, &args.file.dir, args.season.force).map_err(|error| said(&error, lang))?;
    let asked_for = &args.season;
    let is_whole = asked_for.statuses.is_empty() && asked_for.rule_names.is_empty() && asked_for.reviewers.is_empty();
    // What was picked out of a region cannot be added up, and what all have is not for each of them.
    let with_sums = format == TableFormat::Xlsx && is_whole && !args.for_agencies;
    let more = More { regions: with_sums, texts: format == TableFormat::Html };
    let mut opened = match season::open_for(&args.file.dir, &args.season, settings, more, lang)? {
        Ok(opened) => opened,
        Err(done) => return Ok(done),
    };
    if args.no_reviewers || args.for_agencies {
        opened.hide_people(args.for_agencies, lang);
    }
    if format == TableFormat::Parquet {
        // Rows of one place beside each other: what asks for a few places reads a few groups of rows.
        opened.season.sort_by_place();
    }
    let scores = opened.profile.score().map(|scheme| Scores::of(&opened.season, scheme));
    let export = Export {
        season: &opened.season,
        lang,
        date: date.unwrap_or_else(|| When::now().date()),
        years: words.season.list(&opened.years),
        filter: asked(&args.season, !(args.no_reviewers || args.for_agencies)),
        for_agencies: args.for_agencies,
        names_reviewers: !args.no_reviewers,
        scores: scores.as_ref(),
    };
    let to = Destination {
        path: &args.file.to,
        reports: &args.file.dir,
        force: args.season.force,
        title: export.title(),
        date: export.date,
    };
    if format == TableFormat::Html {
        return dossier(&export, &to, &opened.interrupt, &name);
    }
    let summary = RegionSums::of(&opened.season, &opened.regions, &opened.years, lang);
    let sheets = match format {
        TableFormat::Xlsx => book(&export, with_sums.then_some(&summary)),
        TableFormat::Csv
        | TableFormat::JsonLines
        | TableFormat::Parquet
        | TableFormat::Markdown
        | TableFormat::Html => {
            vec![export::table(&export, args.what.unwrap_or(ExportTable::Findings))]
        }
    };
    let Some(rows) = to.write(format, sheets, &opened.interrupt, &opened.progress, lang)? else {
        complain(words.season.stopped_before());
        return Ok(Done::Ended(opened.interrupt.code().unwrap_or(1)));
    };
    let text = match (format, rows.as_slice()) {
        (TableFormat::Xlsx, [_, findings, ..]) => {
            words.export.written(&name, opened.season.submissions.len(), findings)
        }
        (_, rows) => words.export.rows_written(&name, rows.iter().sum::<usize>()),
    };
    done(text)
}

/// Everything as one page.
fn dossier(export: &Export<'_>, to: &Destination<'_>, interrupt: &Interrupt, name: &SafeText) -> Outcome {
    let words = export.lang.words();
    let all = Gathered::of(export);
    let stop = || interrupt.code().is_some();
    if to.write_text(export.lang, |out| write_dossier(out, &all, &stop))?.is_none() {
        complain(words.season.stopped_before());
        return Ok(Done::Ended(interrupt.code().unwrap_or(1)));
    }
    done(words.export.written(name, export.season.submissions.len(), all.findings()))
}

/// The tables of a workbook; with the sums of regions where these are added up.
pub(super) fn book<'a>(export: &'a Export<'a>, sums: Option<&'a RegionSums<'a>>) -> Vec<OutSheet<'a>> {
    let mut sheets = export::book(export);
    sheets.extend(sums.map(summary::sums));
    sheets
}

/// The filters as they were given; names of reviewers only where these may be read.
pub(super) fn asked(args: &SeasonArgs, names_reviewers: bool) -> String {
    let reviewers = if names_reviewers { &*args.reviewers } else { &[] };
    let kinds: [(&str, &[String]); 4] = [
        ("--region", &args.regions),
        ("--status", &args.statuses),
        ("--rule", &args.rule_names),
        ("--reviewer", reviewers),
    ];
    let parts = kinds.into_iter().filter(|(_, values)| !values.is_empty());
    let parts: Vec<String> = parts.map(|(name, values)| format!("{name} {}", values.join(","))).collect();
    SafeText::line(&parts.join(" ")).to_string()
}
