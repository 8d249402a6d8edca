//! `gouji journal`: the journal without the desk.

mod import;
mod settle;

use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::check::{Profile, named};
use crate::journal::{self, Act, Journal, JournalError, Review, Target};
use crate::output::{ActFormat, Asked, write_acts};
use crate::report::SafeText;
use crate::words::Lang;

use super::args::{JournalCommand, ShowArgs, ShowFormat};
use super::given::{journal_path, must_exist, profile};
use super::outcome::{Done, Failure, Outcome, complain, output};
use super::settings::Settings;

/// Shows, verifies, merges, takes in what agencies have answered, or settles whose acts they are.
pub(super) fn run(command: &JournalCommand, settings: &Settings, lang: Lang) -> Outcome {
    match command {
        JournalCommand::Show(args) => show(args, lang),
        JournalCommand::Verify { path } => verify(&resolve(path.as_deref(), lang)?, lang),
        JournalCommand::Merge { files, out } => merge(files, out, lang),
        JournalCommand::Import(args) => import::run(args, settings, lang),
        JournalCommand::Settle(args) => settle::run(args, lang),
    }
}

/// A journal, or the directory whose journal is meant; by default that of the current directory.
fn resolve(path: Option<&Path>, lang: Lang) -> Result<PathBuf, Failure> {
    let file = match path {
        Some(path) if !path.is_dir() => path.to_owned(),
        Some(dir) => journal_path(None, dir, lang)?,
        None => journal_path(None, Path::new("."), lang)?,
    };
    must_exist(&file, lang)?;
    Ok(file)
}

fn failure(error: &JournalError, lang: Lang) -> Failure {
    Failure::new(error.describe(lang.words()))
}

fn show(args: &ShowArgs, lang: Lang) -> Outcome {
    let path = resolve(args.path.as_deref(), lang)?;
    let profile = profile(args.profile.as_deref(), lang)?;
    let (journal, acts) = Journal::open(&path).map_err(|error| failure(&error, lang))?;
    let review = Review::new(acts);
    let names = Names { profile, known: RefCell::default() };
    let format = match args.format {
        ShowFormat::Text => ActFormat::Text,
        ShowFormat::Json => ActFormat::Json,
        ShowFormat::Csv => ActFormat::Csv,
    };
    let mut out = BufWriter::new(output());
    let left_out = write_acts(&mut out, &review, &asked(args), format, &|act| names.of(act), lang)?;
    if left_out > 0 && format == ActFormat::Text {
        writeln!(out, "{}", lang.words().journal.left_out(left_out))?;
    }
    out.flush()?;
    journal::show_problems(&mut std::io::stderr().lock(), journal.problems(), lang.words())?;
    if journal.unfinished() > 0 {
        complain(&lang.words().desk.journal_unfinished(journal.unfinished()));
    }
    Ok(Done::Fine)
}

fn asked(args: &ShowArgs) -> Asked {
    Asked {
        agency: args.agency.clone(),
        by: args.by.clone(),
        from: args.from,
        until: args.until,
        rule: args.rule.clone(),
        place: args.place.clone(),
        act: args.act.clone(),
        every: args.every,
    }
}

/// More of what older versions wrote is shown by the names of findings alone: each has to be looked for.
const MOST_LOOKED_FOR: usize = 3000;

/// The rules and places that the names of findings stand for.
struct Names {
    profile: &'static Profile,
    known: RefCell<HashMap<SafeText, Option<(String, String)>>>,
}

impl Names {
    fn of(&self, act: &Act) -> Option<(String, String)> {
        let Target::Finding(name) = &act.target else { return None };
        if let (Some(rule), Some(place)) = (&act.aside.rule, &act.aside.place) {
            return Some((rule.to_string(), place.to_string()));
        }
        let mut known = self.known.borrow_mut();
        if let Some(found) = known.get(name) {
            return found.clone();
        }
        if known.len() >= MOST_LOOKED_FOR {
            return None;
        }
        let head = named::head_of(&act.report.agency, &act.report.region, act.report.year);
        let found = named::named(&head, name, self.profile.rules());
        let found = found.map(|(rule, place)| (rule.id.to_string(), place));
        // Without its place it is known by its rule all the same.
        let found = found.or_else(|| Some((act.aside.rule.as_ref()?.to_string(), name.to_string())));
        known.insert(name.clone(), found.clone());
        found
    }
}

fn verify(path: &Path, lang: Lang) -> Outcome {
    let verification = journal::verify(path).map_err(|error| failure(&error, lang))?;
    journal::show_verification(&mut output(), &verification, lang.words())?;
    Ok(if verification.is_sound() { Done::Fine } else { Done::Found })
}

fn merge(files: &[PathBuf], out: &Path, lang: Lang) -> Outcome {
    let merged = journal::merge(files, out).map_err(|error| failure(&error, lang))?;
    let names: Vec<SafeText> = files.iter().map(|file| SafeText::path(file)).collect();
    journal::show_merged(&mut output(), &merged, &names, lang.words())?;
    Ok(if merged.is_sound() { Done::Fine } else { Done::Found })
}
