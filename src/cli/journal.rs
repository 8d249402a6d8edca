//! `gouji journal`: the journal without the desk.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::journal::{self, Journal, JournalError, Review};
use crate::report::SafeText;
use crate::words::Lang;

use super::args::JournalCommand;
use super::given::must_exist;
use super::outcome::{Done, Failure, Outcome, complain, output};
use super::review::journal_path;

/// Shows, verifies or merges.
pub(super) fn run(command: &JournalCommand, lang: Lang) -> Outcome {
    match command {
        JournalCommand::Show { path } => show(&resolve(path.as_deref(), lang)?, lang),
        JournalCommand::Verify { path } => verify(&resolve(path.as_deref(), lang)?, lang),
        JournalCommand::Merge { files, out } => merge(files, out, lang),
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

fn show(path: &Path, lang: Lang) -> Outcome {
    let (journal, acts) = Journal::open(path).map_err(|error| failure(&error, lang))?;
    let review = Review::new(acts);
    let mut out = BufWriter::new(output());
    journal::show(&mut out, &review, lang.words())?;
    out.flush()?;
    journal::show_problems(&mut std::io::stderr().lock(), journal.problems(), lang.words())?;
    if journal.unfinished() > 0 {
        complain(&lang.words().desk.journal_unfinished(journal.unfinished()));
    }
    Ok(Done::Fine)
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
