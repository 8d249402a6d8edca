//! `gouji summary`: what the agencies of a region reported together.

use std::io::Write as _;
use std::path::Path;

use serde_json::Value;

use crate::journal::When;
use crate::output::sheet::OutSheet;
use crate::output::summary::{self, RegionSums, frozen, summary_json};
use crate::output::write::{must_be_writable, write_file};
use crate::report::SafeText;
use crate::words::Lang;

use super::args::SummaryArgs;
use super::outcome::{Done, Failure, Outcome, complain, done, output, said};
use super::season::{self, More};
use super::settings::Settings;
use super::tables::{Destination, TableFormat};

/// Writes one file, and what was added up.
pub(super) fn run(args: &SummaryArgs, settings: &Settings, lang: Lang) -> Outcome {
    let words = lang.words();
    super::given::must_exist(&args.file.dir, lang)?;
    let name = SafeText::path(&args.file.to);
    let format = kind(&args.file.to).ok_or_else(|| Failure::new(words.summary.ending(&name)))?;
    let asked = &args.season;
    if !(asked.statuses.is_empty() && asked.rule_names.is_empty() && asked.reviewers.is_empty()) {
        return Err(Failure::new(words.summary.filters()));
    }
    if args.freeze.as_ref() == Some(&args.file.to) {
        return Err(Failure::new(words.summary.same_file()));
    }
    for path in std::iter::once(&args.file.to).chain(&args.freeze) {
        must_be_writable(path, &args.file.dir, args.season.force).map_err(|error| said(&error, lang))?;
    }
    let opened = match season::open_for(&args.file.dir, asked, settings, More { regions: true, texts: false }, lang)? {
        Ok(opened) => opened,
        Err(done) => return Ok(done),
    };
    let summary = RegionSums::of(&opened.season, &opened.regions, &opened.years, lang);
    if summary.rollups.is_empty() {
        return Err(Failure::new(words.summary.nothing(&summary.years)));
    }
    // What the sums were made of first: without it they could not be held against anything later.
    if let Some(path) = &args.freeze {
        freeze(path, &frozen(&summary), args, lang)?;
    }
    let Some(format) = format else {
        json(&args.file.to, &summary_json(&summary), args, lang)?;
        return written(&name, &summary, lang);
    };
    let sheets: Vec<OutSheet<'_>> = match format {
        TableFormat::Xlsx => summary::book(&summary),
        TableFormat::Csv | TableFormat::JsonLines | TableFormat::Parquet => vec![summary::sums(&summary)],
        TableFormat::Markdown | TableFormat::Html => summary::text(&summary),
    };
    let (title, date) = (words.summary.title(&summary.years), When::now().date());
    let to = Destination { path: &args.file.to, reports: &args.file.dir, force: args.season.force, title, date };
    if to.write(format, sheets, &opened.interrupt, &opened.progress, lang)?.is_none() {
        complain(words.season.stopped_before());
        return Ok(Done::Ended(opened.interrupt.code().unwrap_or(1)));
    }
    written(&name, &summary, lang)
}

/// What the file is: tables, or JSON.
fn kind(path: &Path) -> Option<Option<TableFormat>> {
    let is_json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let tables =
        TableFormat::of_name(path).filter(|format| !matches!(format, TableFormat::JsonLines | TableFormat::Parquet));
    if is_json { Some(None) } else { tables.map(Some) }
}

fn json(path: &Path, value: &Value, args: &SummaryArgs, lang: Lang) -> Result<(), Failure> {
    let text = format!("{value:#}\n");
    write_file(path, &args.file.dir, text.as_bytes(), args.season.force).map_err(|error| said(&error, lang))
}

fn freeze(path: &Path, value: &Value, args: &SummaryArgs, lang: Lang) -> Result<(), Failure> {
    json(path, value, args, lang)?;
    let reports = value["reports"].as_array().map_or(0, Vec::len);
    let mut out = output();
    writeln!(out, "{}", lang.words().summary.frozen(SafeText::path(path), reports))?;
    Ok(())
}

fn written(name: &SafeText, summary: &RegionSums<'_>, lang: Lang) -> Outcome {
    done(lang.words().summary.written(name, summary.rollups.len()))
}
