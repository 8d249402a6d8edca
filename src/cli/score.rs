//! `gouji score`: what the reports come to in points, and why.

use crate::journal::When;
use crate::output::score::{self, ScoreBook, Scores};
use crate::output::write::must_be_writable;
use crate::report::SafeText;
use crate::words::Lang;

use super::args::ScoreArgs;
use super::outcome::{Done, Failure, Outcome, complain, done, said};
use super::season;
use super::settings::Settings;
use super::tables::{Destination, TableFormat};

/// What it can be.
const FORMATS: [TableFormat; 2] = [TableFormat::Xlsx, TableFormat::Csv];

/// Writes one file.
pub(super) fn run(args: &ScoreArgs, settings: &Settings, lang: Lang) -> Outcome {
    let words = lang.words();
    super::given::must_exist(&args.file.dir, lang)?;
    let name = SafeText::path(&args.file.to);
    let format = TableFormat::of_name(&args.file.to)
        .filter(|format| FORMATS.contains(format))
        .ok_or_else(|| Failure::new(words.score.ending(&name)))?;
    let date = season::date(args.date.as_deref(), lang)?;
    // Without a scheme nothing is read first.
    let no_scheme = || Failure::new(words.score.no_scheme());
    super::given::profile(args.season.office.profile.as_deref(), lang)?.score().ok_or_else(no_scheme)?;
    must_be_writable(&args.file.to, &args.file.dir, args.season.force).map_err(|error| said(&error, lang))?;
    let opened = match season::open(&args.file.dir, &args.season, settings, lang)? {
        Ok(opened) => opened,
        Err(done) => return Ok(done),
    };
    let scheme = opened.profile.score().ok_or_else(no_scheme)?;
    let scores = Scores::of(&opened.season, scheme);
    if scores.reports.is_empty() && scores.absent.is_empty() {
        return Err(Failure::new(words.score.nothing()));
    }
    let book = ScoreBook {
        scores: &scores,
        lang,
        date: date.unwrap_or_else(|| When::now().date()),
        years: words.season.list(&opened.years),
        filter: super::export::asked(&args.season, !args.no_reviewers),
    };
    let sheets = match format {
        TableFormat::Xlsx => score::book(&book),
        _ => vec![score::ranking(&book)],
    };
    let to = Destination {
        path: &args.file.to,
        reports: &args.file.dir,
        force: args.season.force,
        title: book.title(),
        date: book.date,
    };
    if to.write(format, sheets, &opened.interrupt, &opened.progress, lang)?.is_none() {
        complain(words.season.stopped_before());
        return Ok(Done::Ended(opened.interrupt.code().unwrap_or(1)));
    }
    done(words.score.written(&name, scores.reports.len()))
}
