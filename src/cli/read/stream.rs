//! `gouji read --stream`: documents from standard input, a line each; on standard output a line for each report, in the
//! same order, as `gouji check -` takes them.

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::json;

use crate::cli::args::ReadArgs;
use crate::cli::documents::Reader;
use crate::cli::interrupt::Interrupt;
use crate::cli::lines::{Line, Lines};
use crate::cli::outcome::{Done, Failure, Outcome, complain, output};
use crate::cli::worker::Limits;
use crate::library;
use crate::report::{Report, SafeText};
use crate::words::{Describe as _, Lang};

/// A longer line is not read: the largest document, in base64, and its name fit on one.
const MOST: usize = 86 << 20;
/// Characters of an id.
const MAX_ID: usize = 1000;

/// What stands on a line.
#[derive(Deserialize)]
#[serde(untagged)]
enum Wire {
    Path(String),
    Named(NamedWire),
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct NamedWire {
    id: Option<serde_json::Value>,
    path: Option<String>,
    name: Option<String>,
    base64: Option<String>,
}

/// A document that is to be read.
struct Document {
    id: String,
    /// What it is called: it tells the format, and folders before it may tell whose it is.
    name: PathBuf,
    /// `None` where it is a file.
    bytes: Option<Vec<u8>>,
}

/// What is written for a line.
struct Answer {
    lines: String,
    is_read: bool,
}

/// How far it is.
#[derive(Default)]
struct Written {
    documents: u64,
    unread: u64,
}

/// Answers every line that has something on it, until there are no more or somebody stops it.
pub(super) fn run(args: &ReadArgs, lang: Lang) -> Outcome {
    let words = &lang.words().stream;
    let interrupt = Interrupt::listen()?;
    let reader = Reader::with(Limits::new(args.max_memory, args.max_seconds), interrupt.flag());
    let threads =
        ThreadPoolBuilder::new().num_threads(args.jobs.map_or(0, Into::into)).build().map_err(Failure::new)?;
    let mut lines = Lines::of_standard_input(MOST);
    let mut out = BufWriter::new(output());
    let mut written = Written::default();
    let is_wanted = || interrupt.code().is_none();
    let cannot_read = |error: std::io::Error| Failure::new(words.cannot_read(SafeText::line(&error.to_string())));
    while let Some(group) = lines.next(&is_wanted).map_err(cannot_read)? {
        let answers: Vec<Option<Answer>> = threads.install(|| {
            let answer = |line| is_wanted().then(|| answer(line, &reader, lang)).flatten();
            group.par_iter().with_max_len(1).map(answer).collect()
        });
        // What was read when somebody stops it has been read wrongly, if it was not done.
        if !is_wanted() {
            break;
        }
        for answer in answers.into_iter().flatten() {
            out.write_all(answer.lines.as_bytes())?;
            written.documents += 1;
            written.unread += u64::from(!answer.is_read);
        }
        out.flush()?;
    }
    if let Some(code) = interrupt.code() {
        complain(&words.stopped(written.documents));
        return Ok(Done::Ended(code));
    }
    if written.documents > 0 && written.unread == written.documents {
        return Err(Failure::new(lang.words().cli.nothing_read(written.documents)));
    }
    if written.unread > 0 {
        complain(&words.unread(written.unread));
    }
    Ok(Done::Fine)
}

/// What is said of a line; nothing of an empty one.
fn answer(line: &Line, reader: &Reader, lang: Lang) -> Option<Answer> {
    let failed = |id: Option<&str>, why: &str| {
        let id = id.map(SafeText::line);
        let entry = json!({ "id": id, "line": line.number, "error": SafeText::line(why) });
        Answer { lines: format!("{entry}\n"), is_read: false }
    };
    let words = &lang.words().stream;
    let Some(bytes) = &line.bytes else { return Some(failed(None, &words.too_long_document(MOST >> 20))) };
    if bytes.trim_ascii().is_empty() {
        return None;
    }
    let document = match Document::of(bytes, lang) {
        Ok(document) => document,
        Err((id, why)) => return Some(failed(id.as_deref(), &why)),
    };
    Some(match document.read(reader) {
        Ok(reports) => {
            let lines = (1..).zip(&reports).map(|(number, report)| document.line(number, report)).collect();
            Answer { lines, is_read: true }
        }
        Err(trouble) => failed(Some(&document.id), &trouble.describe(lang.words())),
    })
}

impl Document {
    /// Or, in words, why there is none; with the id as far as it is known.
    fn of(line: &[u8], lang: Lang) -> Result<Self, (Option<String>, String)> {
        let words = &lang.words().stream;
        let Ok(wire) = serde_json::from_slice::<Wire>(line) else { return Err((None, words.no_document().to_owned())) };
        let NamedWire { id, path, name, base64 } = match wire {
            Wire::Path(path) => NamedWire { path: Some(path), ..NamedWire::default() },
            Wire::Named(named) => named,
        };
        let id = match id {
            None | Some(serde_json::Value::Null) => None,
            Some(serde_json::Value::String(id)) if !id.is_empty() && id.chars().count() <= MAX_ID => Some(id),
            Some(serde_json::Value::Number(id)) if id.is_i64() => Some(id.to_string()),
            Some(_) => return Err((None, words.not_an_id().to_owned())),
        };
        let (name, bytes) = match (path, name, base64) {
            (Some(path), None, None) => (path, None),
            (None, Some(name), Some(base64)) => match BASE64_STANDARD.decode(base64) {
                Ok(bytes) => (name, Some(bytes)),
                Err(_) => return Err((id, words.no_base64().to_owned())),
            },
            _ => return Err((id, words.no_document().to_owned())),
        };
        Ok(Self { id: id.unwrap_or_else(|| name.clone()), name: name.into(), bytes })
    }

    fn read(&self, reader: &Reader) -> Result<Vec<Report>, library::Trouble> {
        let read;
        let bytes = match &self.bytes {
            Some(bytes) => bytes,
            None => {
                read = library::read_bounded(&self.name)?;
                &read
            }
        };
        // Folders of a name that was given as one tell whose it is; where the file lies on this machine does not.
        let root = if self.name.is_absolute() { &self.name } else { Path::new("") };
        library::read_document(root, &self.name, bytes, reader)
    }

    /// One of its reports, from 1, as a line of `gouji check -`.
    fn line(&self, number: usize, report: &Report) -> String {
        let id = if number > 1 { format!("{}#{number}", self.id) } else { self.id.clone() };
        json!({ "id": SafeText::line(&id), "report": report }).to_string() + "\n"
    }
}
