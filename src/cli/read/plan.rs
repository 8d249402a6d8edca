//! Which documents there are, and which file each one's report goes to.
//!
//! A report is named after its document: `a/b.docx` goes to `a/b.json`. Where that name is taken by a document before
//! it (the inputs in the order given, each in the order of its names), the ending stays: `a/b.pdf.json`; and where that
//! is taken too, for inputs may hold the same names, a number is added: `a/b.pdf.2.json`.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::base::file;
use crate::library::listing;
use crate::read::Format;
use crate::report::SafeText;
use crate::words::Lang;

use super::job::Job;

/// What is to be done.
#[derive(Default)]
pub(super) struct Plan {
    pub(crate) jobs: Vec<Job>,
    /// Directories that could not be listed.
    pub(crate) problems: Vec<Problem>,
}

/// A directory that could not be listed.
pub(super) struct Problem {
    path: PathBuf,
    detail: String,
}

impl Problem {
    pub(crate) fn describe(&self, lang: Lang) -> String {
        let what = lang.words().load.unreadable(SafeText::line(&self.detail));
        format!("{}: {what}", SafeText::path(&self.path))
    }
}

impl Plan {
    /// The documents below the inputs. What is below `out` is output of ours, not input.
    pub(crate) fn new(inputs: &[PathBuf], out: &Path) -> Self {
        let mut plan = Self::default();
        let mut names = Names::default();
        let mut known = HashSet::new();
        let out_itself = fs::canonicalize(out).ok();
        for input in inputs {
            file::stay_below(input);
            let is_input = |entry: &DirEntry| {
                listing::is_wanted(entry) && (entry.depth() == 0 || !is(entry, out_itself.as_deref()))
            };
            for entry in WalkDir::new(input).sort_by_file_name().into_iter().filter_entry(is_input) {
                match entry {
                    Ok(entry) => {
                        // One input may lie within another.
                        let is_new =
                            inputs.len() == 1 || fs::canonicalize(entry.path()).is_ok_and(|path| known.insert(path));
                        if is_document(&entry) && is_new {
                            plan.jobs.push(Job {
                                report: out.join(names.of(input, entry.path())),
                                input: input.clone(),
                                document: entry.into_path(),
                            });
                        }
                    }
                    Err(error) => plan.problems.push(Problem {
                        path: error.path().unwrap_or(input).to_owned(),
                        detail: error.io_error().map_or_else(|| error.to_string(), ToString::to_string),
                    }),
                }
            }
        }
        plan
    }
}

/// The names of reports that are given away.
#[derive(Default)]
struct Names(HashSet<String>);

impl Names {
    /// The name of a document's report, relative to the output directory.
    fn of(&mut self, input: &Path, document: &Path) -> PathBuf {
        let below = document.strip_prefix(input).ok().filter(|below| !below.as_os_str().is_empty());
        let relative = below.or_else(|| document.file_name().map(Path::new)).unwrap_or(document);
        let stem = relative.file_stem().unwrap_or_default();
        let whole = relative.file_name().unwrap_or_default();
        let numbered = (2..).map(|number| named(whole, &format!(".{number}.json")));
        let mut candidates = [named(stem, ".json"), named(whole, ".json")].into_iter().chain(numbered);
        let free = candidates.find_map(|name| {
            let path = relative.with_file_name(name);
            // Some file systems take `A.json` and `a.json` for the same.
            self.0.insert(path.to_string_lossy().to_lowercase()).then_some(path)
        });
        // There always is a free number.
        free.unwrap_or_default()
    }
}

fn named(stem: &OsStr, ending: &str) -> std::ffi::OsString {
    let mut name = stem.to_owned();
    name.push(ending);
    name
}

fn is(entry: &DirEntry, directory: Option<&Path>) -> bool {
    entry.file_type().is_dir()
        && directory.is_some_and(|directory| {
            directory.file_name() == Some(entry.file_name())
                && fs::canonicalize(entry.path()).is_ok_and(|path| path == directory)
        })
}

/// A file that is a document by its name, or that was named itself.
fn is_document(entry: &DirEntry) -> bool {
    let is_file = entry.file_type().is_file() || entry.depth() == 0 && entry.path().is_file();
    is_file && (entry.depth() == 0 || Format::of_name(entry.path()).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(files: &[&str], inputs: &[&str], out: &str) -> Vec<(String, String)> {
        let dir = tempfile::tempdir().unwrap();
        for file in files {
            let path = dir.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let inputs: Vec<PathBuf> = inputs.iter().map(|input| dir.path().join(input)).collect();
        let plan = Plan::new(&inputs, &dir.path().join(out));
        let name = |path: &Path| path.strip_prefix(dir.path()).unwrap().to_str().unwrap().to_owned();
        plan.jobs.iter().map(|job| (name(&job.document), name(&job.report))).collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(document, report)| ((*document).to_owned(), (*report).to_owned())).collect()
    }

    #[test]
    fn no_two_documents_share_a_report() {
        assert_eq!(
            plan(
                &["one/x/a.docx", "one/x/a.pdf", "one/x/a.PDF.txt", "one/b.txt", "two/b.txt", "two/x/A.txt"],
                &["one", "two"],
                "out"
            ),
            pairs(&[
                ("one/b.txt", "out/b.json"),
                ("one/x/a.PDF.txt", "out/x/a.PDF.json"),
                ("one/x/a.docx", "out/x/a.json"),
                ("one/x/a.pdf", "out/x/a.pdf.2.json"),
                ("two/b.txt", "out/b.txt.json"),
                ("two/x/A.txt", "out/x/A.txt.json"),
            ])
        );
    }

    #[test]
    fn a_third_document_of_the_same_name_gets_a_number() {
        let files = ["1/a.txt", "2/a.txt", "3/a.txt"];
        let found = plan(&files, &["1", "2", "3"], "out");
        let reports: Vec<&str> = found.iter().map(|(_, report)| report.as_str()).collect();
        assert_eq!(reports, ["out/a.json", "out/a.txt.json", "out/a.txt.2.json"]);
    }

    #[test]
    fn the_output_is_not_read_as_input_and_a_document_given_twice_is_read_once() {
        let files = ["in/a.txt", "in/out/old.txt", "in/.hidden/b.txt", "in/~$lock.docx", "in/program.exe"];
        assert_eq!(plan(&files, &["in"], "in/out"), pairs(&[("in/a.txt", "in/out/a.json")]));
        assert_eq!(plan(&files, &["in", "in/a.txt"], "in/out"), pairs(&[("in/a.txt", "in/out/a.json")]));
    }

    #[test]
    fn a_file_that_is_named_is_a_document_whatever_its_ending() {
        assert_eq!(plan(&["report"], &["report"], "out"), pairs(&[("report", "out/report.json")]));
    }
}
