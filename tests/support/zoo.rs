//! The zoo of `tests/data/zoo`: invented reports through many converters, and how well each file is read.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gouji::read::{ReadError, read};
use gouji::report::{Report, Value, parse};

/// The folders of the zoo, each with a report's `truth.json`.
pub fn reports() -> Vec<PathBuf> {
    sorted(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/zoo"), Path::is_dir)
}

/// The files that converters made of a report.
pub fn files(report: &Path) -> Vec<PathBuf> {
    sorted(report, |path| path.file_name().is_some_and(|name| name != "truth.json"))
}

fn sorted(folder: &Path, keep: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| keep(path));
    paths.sort();
    paths
}

/// What a report really says.
pub fn truth(report: &Path) -> Report {
    parse(&fs::read(report.join("truth.json")).unwrap()).unwrap()
}

/// How well a file was read.
pub struct Score {
    /// How many cells the form has.
    pub cells: usize,
    /// How many of them were read as they are.
    pub exact: usize,
    /// Cells with a wrong number and no remark on them.
    pub silent: Vec<String>,
    /// Cells without a number.
    pub missing: Vec<String>,
    /// How many remarks the reader made.
    pub remarks: usize,
}

/// Reads a file and compares every cell with the truth.
pub fn score(file: &Path, truth: &Report) -> Result<Score, ReadError> {
    let name = file.file_name().unwrap().to_string_lossy();
    let report = read(&name, &fs::read(file).unwrap())?;
    assert!(report.nature().is_known(), "{name}: what is its format like?");
    let doubted: BTreeSet<&str> =
        report.narrative.remarks.iter().filter_map(|remark| remark.cell.as_ref()).map(|cell| cell.as_str()).collect();
    let form = truth.lean.form;
    let mut score =
        Score { cells: 0, exact: 0, silent: Vec::new(), missing: Vec::new(), remarks: report.narrative.remarks.len() };
    for cell in form.cells() {
        let id = form.id(cell);
        let read = report.lean.form.cell(id).map_or(Value::Missing, |cell| report.lean.cells.get(cell));
        score.cells += 1;
        match (read, truth.lean.cells.get(cell)) {
            (read, true_value) if read == true_value => score.exact += 1,
            (Value::Number(_), _) if !doubted.contains(id) => score.silent.push(id.to_owned()),
            (Value::Number(_), _) => {}
            _ => score.missing.push(id.to_owned()),
        }
    }
    Ok(score)
}
