//! The program as a command: run in a directory of its own, with an environment that is always the same.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::SystemTime;

use gouji::form;
use serde_json::{Value, json};

/// What a run of the program came to.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The lines of standard output as JSON.
    pub fn json_lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Of these those that are findings: files that could not be read are lines too.
    pub fn findings(&self) -> Vec<Value> {
        self.json_lines().into_iter().filter(|line| line.get("error").is_none()).collect()
    }

    /// Standard output as one JSON text.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }
}

/// A directory of a test's own, with a home in which nothing was ever done.
pub struct Place(tempfile::TempDir);

impl Place {
    pub fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        fs::create_dir(place.path("home")).unwrap();
        place
    }

    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file, and the directories it needs.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    /// The variables of the environment that the program looks at.
    pub fn environment(&self) -> [(&'static str, PathBuf); 8] {
        [
            ("HOME", self.path("home")),
            ("XDG_DATA_HOME", self.path("home/data")),
            ("LC_ALL", "".into()),
            ("LC_MESSAGES", "".into()),
            ("LANG", "zh_CN.UTF-8".into()),
            ("GOUJI_JOURNAL", "".into()),
            // Without a login name the desk asks how one signs.
            ("USER", "tester".into()),
            // A test that starts twice means to begin on the list both times.
            ("GOUJI_FRESH", "1".into()),
        ]
    }

    /// The program, to be run in this directory.
    pub fn command<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
        command.args(args).current_dir(self.0.path()).envs(self.environment()).stdin(Stdio::null());
        command
    }

    /// Runs the program in this directory.
    pub fn run<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Ran {
        Ran::of(self.command(args).output().unwrap())
    }
}

/// The reports and documents that come with the program.
pub fn sample_data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data")
}

/// A report in order: five requests by natural persons, all granted, and zeros.
pub fn clean(agency: &str, year: u16) -> Value {
    let mut tables = json!({});
    let form = form::newest();
    for cell in form.cells() {
        let id: Vec<&str> = form.id(cell).split('/').collect();
        tables[id[0]][id[1]][id[2]] = json!(0);
    }
    let mut report = json!({
        "schema": "gouji/report/1",
        "agency": { "name": agency, "region": ["骐昌市"] },
        "year": year,
        "form": "2021",
        "tables": tables,
    });
    for row in ["new", "granted", "handled"] {
        set(&mut report, &format!("requests/{row}/natural"), json!(5));
        set(&mut report, &format!("requests/{row}/total"), json!(5));
    }
    report
}

/// Puts a value into a cell.
pub fn set(report: &mut Value, cell: &str, value: Value) {
    let id: Vec<&str> = cell.split('/').collect();
    report["tables"][id[0]][id[1]][id[2]] = value;
}

/// A report whose new requests are one more than its results: two findings of T3-01, 6 against 5.
pub fn broken(agency: &str, year: u16) -> Value {
    let mut report = clean(agency, year);
    set(&mut report, "requests/new/natural", json!(6));
    set(&mut report, "requests/new/total", json!(6));
    report
}

/// Every file below a directory with its length and time of change.
pub fn listing(root: &Path) -> BTreeMap<PathBuf, (u64, SystemTime)> {
    let entries = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap);
    entries
        .map(|entry| {
            let metadata = entry.metadata().unwrap();
            (entry.into_path(), (metadata.len(), metadata.modified().unwrap()))
        })
        .collect()
}
