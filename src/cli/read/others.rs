//! Other programs that the user has and asks for: LibreOffice to convert, a command to recognise the text of a scan.
//!
//! Nothing is run unless it was asked for. Each program gets a copy of the document in a directory of its own that is
//! removed afterwards, has a time limit, and ends with all that it started. What it makes of the document is read as
//! any other document, and the report says so in a remark: such figures are to be compared with the document.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tempfile::TempDir;

use crate::cli::args::ReadArgs;
use crate::cli::outcome::Failure;
use crate::cli::process::{Bounds, Broken, Piped, Want};
use crate::library;
use crate::read::ReadError;
use crate::report::{MAX_BYTES, Remark, Report, SafeText, Source};
use crate::words::{Describe as _, Lang};

use super::job::How;

/// What LibreOffice makes of a document, by its ending.
const CONVERTED: [(&[&str], &str); 2] = [(&["odt", "rtf", "doc", "wps"], "docx"), (&["ods", "xls", "et"], "xlsx")];
/// What may be a picture of text.
const SCANS: [&str; 6] = ["pdf", "png", "jpg", "jpeg", "tif", "tiff"];
/// Under which names LibreOffice may be found.
const OFFICE: [&str; 2] = ["soffice", "libreoffice"];
/// How long a program may take for one document.
const PATIENCE: Duration = Duration::from_secs(180);
/// LibreOffice's settings: no macros, and nothing fetched that a document refers to.
const PROFILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"#;

/// The programs that may be used.
pub(super) struct Others {
    office: Option<Office>,
    ocr: Option<OsString>,
}

/// LibreOffice with a profile of its own, which only one of them may use at a time.
struct Office {
    program: PathBuf,
    home: Mutex<TempDir>,
}

/// What another program made of a document.
struct Made {
    name: OsString,
    bytes: Vec<u8>,
}

impl Others {
    /// Those that were asked for; an error if one is not there.
    pub(crate) fn new(args: &ReadArgs, lang: Lang) -> Result<Self, Failure> {
        let office = match (args.convert, find_office()) {
            (false, _) => None,
            (true, Some(program)) => Some(Office { program, home: Mutex::new(new_home()?) }),
            (true, None) => return Err(Failure::new(lang.words().batch.no_converter())),
        };
        Ok(Self { office, ocr: args.ocr.clone() })
    }

    /// What to do about a document that cannot be read, as an addition to the error.
    pub(crate) fn hint(document: &Path, lang: Lang) -> &'static str {
        let ending = ending(document);
        if target(&ending).is_some() {
            lang.words().batch.hint_convert()
        } else if SCANS.contains(&&*ending) {
            lang.words().batch.hint_ocr()
        } else {
            ""
        }
    }

    /// The report that is read with the help of another program; `None` if there is none for such a document.
    pub(crate) fn read(&self, path: &Path, bytes: &[u8], hash: &str, how: &How<'_>) -> Option<Result<Report, String>> {
        let ending = ending(path);
        let words = &how.lang.words().batch;
        let (made, is_converted) = match (&self.office, &self.ocr, target(&ending)) {
            (Some(office), _, Some(target)) => (office.convert(path, bytes, target, how), true),
            (_, Some(command), _) if SCANS.contains(&&*ending) => (recognise(command, path, bytes, how), false),
            _ => return None,
        };
        let remark = match is_converted {
            true => Remark::new("converted", &[("format", &ending)]),
            false => Remark::new("recognised", &[]),
        };
        let failed =
            |detail: String| if is_converted { words.not_converted(detail) } else { words.not_recognised(detail) };
        let report = made.and_then(|made| {
            let result = library::read_document(Path::new(""), Path::new(&made.name), &made.bytes, how.reader);
            let reports = result.map_err(|trouble| trouble.describe(how.lang.words()))?;
            // What another program made of a document is one report.
            reports.into_iter().next().ok_or_else(|| ReadError::NothingFound.describe(how.lang.words()))
        });
        let source = |report| with_source(report, path, hash, remark);
        Some(report.map(source).map_err(failed))
    }
}

/// The report of a document, though it was read from what another program made of it.
fn with_source(mut report: Report, path: &Path, hash: &str, remark: Remark) -> Report {
    report.narrative.source = Some(Source {
        file: path.file_name().map(|name| SafeText::line(&name.to_string_lossy())),
        sha256: Some(SafeText::line(hash)),
        format: Some(SafeText::line(&ending(path))),
        encoding: None,
    });
    report.narrative.remarks.insert(0, remark);
    report.lean.remarks = report.lean.remarks.saturating_add(1);
    report
}

impl Office {
    fn convert(&self, path: &Path, bytes: &[u8], target: &str, how: &How<'_>) -> Result<Made, String> {
        let home = self.home.lock().unwrap_or_else(PoisonError::into_inner);
        let work = Work::new(path, bytes).map_err(|error| error.to_string())?;
        let out = work.0.path().join("out");
        fs::create_dir(&out).map_err(|error| error.to_string())?;
        let mut command = Command::new(&self.program);
        command.arg(profile_argument(home.path()));
        command.args(["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--convert-to", target]);
        command.arg("--outdir").arg(&out).arg(work.document(path)).current_dir(work.0.path());
        run(&mut command, how)?;
        // Its exit code is 0 whatever happens.
        let made = fs::read_dir(&out).ok().and_then(|mut files| files.find_map(Result::ok));
        let made = made.ok_or_else(|| how.lang.words().batch.brought_nothing().to_owned())?;
        let bytes = library::read_bounded(&made.path()).map_err(|trouble| trouble.describe(how.lang.words()))?;
        Ok(Made { name: made.file_name(), bytes })
    }
}

/// Runs the user's command with the document; what it prints is the document's text.
fn recognise(command: &OsStr, path: &Path, bytes: &[u8], how: &How<'_>) -> Result<Made, String> {
    let work = Work::new(path, bytes).map_err(|error| error.to_string())?;
    let mut script = command.to_owned();
    script.push(" \"$1\"");
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(script).arg("sh").arg(work.document(path));
    let text = run(&mut shell, how)?;
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(".txt");
    Ok(Made { name, bytes: text })
}

/// A directory with a copy of the document, for as long as a program works on it.
struct Work(TempDir);

impl Work {
    fn new(path: &Path, bytes: &[u8]) -> io::Result<Self> {
        let work = Self(tempfile::Builder::new().prefix("gouji-").tempdir()?);
        fs::create_dir(work.0.path().join("in"))?;
        fs::write(work.document(path), bytes)?;
        Ok(work)
    }

    /// The copy, under the document's own name: year and agency may be read off it.
    fn document(&self, path: &Path) -> PathBuf {
        self.0.path().join("in").join(path.file_name().unwrap_or(OsStr::new("document")))
    }
}

/// Runs a program to its end; what it printed.
fn run(command: &mut Command, how: &How<'_>) -> Result<Vec<u8>, String> {
    let words = &how.lang.words().batch;
    let mut process = Piped::spawn(command).map_err(|error| error.to_string())?;
    process.close_input();
    let mut out: Vec<u8> = Vec::new();
    let talked = process.talk(&[], &Bounds::within(PATIENCE, how.stop), &mut |bytes| {
        out.extend_from_slice(bytes);
        if out.len() as u64 > MAX_BYTES { Want::Stop } else { Want::More }
    });
    match talked {
        Ok(()) | Err(Broken::Closed) => {}
        Err(Broken::Time) => return Err(words.too_long(PATIENCE.as_secs())),
        Err(Broken::Cancelled) => return Err(how.lang.words().worker.cancelled().to_owned()),
        Err(Broken::Refused) => return Err(how.lang.words().load.is_a_panic().to_owned()),
        Err(Broken::Io(error)) => return Err(error.to_string()),
    }
    let status = process.end().map_err(|error| error.to_string())?;
    if status.success() {
        return Ok(out);
    }
    let tail = process.tail();
    let last = tail.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
    Err(format!("{status} {}", SafeText::line(last)).trim_end().to_owned())
}

fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn target(ending: &str) -> Option<&'static str> {
    CONVERTED.iter().find(|(endings, _)| endings.contains(&ending)).map(|(_, target)| *target)
}

fn find_office() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let directories: Vec<PathBuf> = std::env::split_paths(&path).filter(|path| path.is_absolute()).collect();
    OFFICE.iter().flat_map(|name| directories.iter().map(move |dir| dir.join(name))).find(|program| program.is_file())
}

fn new_home() -> io::Result<TempDir> {
    let home = tempfile::Builder::new().prefix("gouji-office-").tempdir()?;
    let user = home.path().join("user");
    fs::create_dir(&user)?;
    fs::write(user.join("registrymodifications.xcu"), PROFILE)?;
    Ok(home)
}

/// `-env:UserInstallation=file:///…`, with all but the plainest characters in `%XX`.
fn profile_argument(home: &Path) -> String {
    let mut argument = "-env:UserInstallation=file://".to_owned();
    for &byte in home.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte) {
            argument.push(char::from(byte));
        } else {
            argument += &format!("%{byte:02X}");
        }
    }
    argument
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_becomes_a_url() {
        let argument = profile_argument(Path::new("/home/a b/临"));
        assert_eq!(argument, "-env:UserInstallation=file:///home/a%20b/%E4%B8%B4");
    }
}
