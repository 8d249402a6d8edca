//! `gouji read --map` and `--guess-map`: reports that other programs have parsed, out of workbooks, CSV and JSON.
//!
//! All reports go into one directory, named after year, region and agency: where no region is known the directory is part
//! of who an agency is, and its years must meet.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use walkdir::{DirEntry, WalkDir};

use crate::base::file;
use crate::base::whole::write_whole;
use crate::cli::args::ReadArgs;
use crate::cli::given::must_exist;
use crate::cli::interrupt::Interrupt;
use crate::cli::outcome::{Done, Failure, Outcome, complain, output};
use crate::library::{self, listing};
use crate::read::map::{MapError, Mapping, guess};
use crate::report::{Report, SafeText, to_json};
use crate::words::{Describe as _, Lang};

/// What may hold the data of another program.
const ENDINGS: [&str; 9] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "et", "json", "jsonl"];
/// So many notes of one file are said one by one.
const MAX_NOTES: usize = 200;

/// Writes a mapping to start from: to standard output, or, where an input is named beside it, to the file.
pub(super) fn write_guess(args: &ReadArgs, file: &Path, lang: Lang) -> Outcome {
    let words = lang.words();
    let source = args.inputs.first().map_or(file, PathBuf::as_path);
    must_exist(source, lang)?;
    let bytes = library::read_bounded(source).map_err(|trouble| of(source, &trouble.describe(words), lang))?;
    let text = guess(&bytes, words).map_err(|error| all(source, &error, lang))?;
    if args.inputs.is_empty() {
        output().write_all(text.as_bytes())?;
        return Ok(Done::Fine);
    }
    let path = SafeText::path(file);
    if !args.force && fs::symlink_metadata(file).is_ok() {
        return Err(Failure::new(words.cli.exists(&path)));
    }
    write_whole(file, text.as_bytes(), args.force)
        .map_err(|error| Failure::new(words.cli.cannot_write(&path, &error)))?;
    complain(&words.map.written(&path));
    Ok(Done::Fine)
}

/// Reads every file below the inputs by the mapping; a bad one is a line on standard error and the rest goes on.
pub(super) fn read(args: &ReadArgs, inputs: &[PathBuf], mapping: &Path, out: &Path, lang: Lang) -> Outcome {
    let words = lang.words();
    let path = SafeText::path(mapping);
    let unreadable = |detail: &str| Failure::new(words.map.unreadable(&path, SafeText::line(detail)));
    let text = library::read_bounded(mapping).map_err(|trouble| unreadable(&trouble.describe(words)))?;
    let text = String::from_utf8(text).map_err(|_| unreadable(words.report_error.not_utf8()))?;
    let parsed = Mapping::from_toml(&text).map_err(|error| all(mapping, &error, lang))?;
    let interrupt = Interrupt::listen()?;
    let mut writer = Writer { out, force: args.force, lang, names: Names::default(), good: 0 };
    let mut files = 0;
    for file in sources(inputs, out, mapping) {
        if interrupt.flag().load(Ordering::Relaxed) {
            break;
        }
        files += 1;
        writer.file(&file, &parsed);
    }
    if let Some(code) = interrupt.code() {
        return Ok(Done::Ended(code));
    }
    if writer.good == 0 {
        return Err(Failure::new(words.cli.nothing_read(files)));
    }
    Ok(Done::Fine)
}

/// The files below the inputs in the order of their names, without what is output or the mapping itself.
fn sources(inputs: &[PathBuf], out: &Path, mapping: &Path) -> Vec<PathBuf> {
    let (out, mapping) = (fs::canonicalize(out).ok(), fs::canonicalize(mapping).ok());
    let is = |path: &Path, other: &Option<PathBuf>| other.is_some() && fs::canonicalize(path).ok() == *other;
    let mut files = Vec::new();
    for input in inputs {
        file::stay_below(input);
        let walk = WalkDir::new(input).sort_by_file_name().into_iter();
        let walk =
            walk.filter_entry(|entry| entry.depth() == 0 || (listing::is_wanted(entry) && !is(entry.path(), &out)));
        // What is named itself may be a link; what is found is not followed.
        let is_file = |entry: &DirEntry| entry.file_type().is_file() || (entry.depth() == 0 && entry.path().is_file());
        for entry in walk.flatten().filter(is_file) {
            let ending = entry.path().extension().map(|ending| ending.to_string_lossy().to_lowercase());
            let fits = ending.is_some_and(|ending| ENDINGS.contains(&&*ending));
            if (fits || entry.depth() == 0) && !is(entry.path(), &mapping) {
                files.push(entry.into_path());
            }
        }
    }
    files
}

/// Writes reports and counts them.
struct Writer<'a> {
    out: &'a Path,
    force: bool,
    lang: Lang,
    names: Names,
    good: usize,
}

impl Writer<'_> {
    fn file(&mut self, file: &Path, mapping: &Mapping) {
        let words = self.lang.words();
        let path = SafeText::path(file);
        let say = |what: &str| complain(&words.map.at(&path, what));
        let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        let bytes = match library::read_bounded(file) {
            Ok(bytes) => bytes,
            Err(trouble) => return say(&trouble.describe(words)),
        };
        let mapped = match mapping.read(&name, &bytes) {
            Ok(mapped) => mapped,
            Err(error) => return error.lines(words).iter().for_each(|line| say(line)),
        };
        for note in mapped.notes.iter().take(MAX_NOTES) {
            say(&note.describe(words));
        }
        let mut written = 0_usize;
        for report in &mapped.reports {
            match self.write(report) {
                Ok(()) => written += 1,
                Err(why) => say(&why),
            }
        }
        self.good += written;
        complain(&words.map.read(&path, written, mapped.notes.len()));
    }

    /// Writes one; the same text that is there already is as good as written.
    fn write(&mut self, report: &Report) -> Result<(), String> {
        let words = self.lang.words();
        let path = self.out.join(self.name(report));
        let text = to_json(report);
        let shown = SafeText::path(&path);
        if !self.force && fs::symlink_metadata(&path).is_ok() {
            let same = library::read_bounded(&path).is_ok_and(|there| there == text.as_bytes());
            return if same { Ok(()) } else { Err(words.cli.exists(&shown)) };
        }
        write_whole(&path, text.as_bytes(), self.force).map_err(|error| words.cli.cannot_write(&shown, &error))
    }

    /// `2024-某省某市某局.json`, with a number where that is taken.
    fn name(&mut self, report: &Report) -> String {
        const LONGEST: usize = 60;
        let head = &report.lean.head;
        let region: String = head.agency.region.iter().map(SafeText::as_str).collect();
        let agency = head.agency.name.as_str();
        let region = if agency.starts_with(&region) { "" } else { &region };
        let tame = |c: char| if c.is_alphanumeric() { c } else { '_' };
        let stem: String = format!("{region}{agency}").chars().take(LONGEST).map(tame).collect();
        self.names.give(&format!("{}-{stem}", head.year))
    }
}

/// The names that are given away.
#[derive(Default)]
struct Names {
    given: HashSet<String>,
    /// The first number of each that may be free: all below it are given away.
    next: HashMap<String, usize>,
}

impl Names {
    fn give(&mut self, stem: &str) -> String {
        let next = self.next.entry(stem.to_lowercase()).or_insert(1);
        // There always is a free number.
        loop {
            let name = if *next == 1 { format!("{stem}.json") } else { format!("{stem}-{next}.json") };
            *next += 1;
            if self.given.insert(name.to_lowercase()) {
                return name;
            }
        }
    }
}

fn of(path: &Path, what: &str, lang: Lang) -> Failure {
    Failure::new(lang.words().map.at(SafeText::path(path), what))
}

/// Every line of an error with its file.
fn all(path: &Path, error: &MapError, lang: Lang) -> Failure {
    let words = lang.words();
    let path = SafeText::path(path);
    let lines: Vec<String> = error.lines(words).iter().map(|line| words.map.at(&path, line)).collect();
    Failure::Message(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_many_reports_have_is_numbered_without_counting_again() {
        let mut names = Names::default();
        assert_eq!(["a-2", "a", "A", "a"].map(|stem| names.give(stem)), ["a-2.json", "a.json", "A-3.json", "a-4.json"]);
        let many: HashSet<String> = (0..50_000).map(|_| names.give("甲")).collect();
        assert!(many.len() == 50_000 && many.contains("甲-50000.json"));
    }
}
