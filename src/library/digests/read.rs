//! Lines of digests, read through once in groups; what a report's text is asked for later is read at its place.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::base::file::LongFile;
use crate::check::{Basis, Digest, DigestWire};
use crate::report::{Lean, Report, SafeText, bounds, parse, parse_lean};

use super::error::{DigestError, Fault};
use super::{End, FAMILY, Header, SCHEMA};

/// A longer line is none of ours: a report, and what is kept of it.
const MOST: usize = 2 * bounds::FILE as usize;
/// So many bytes are looked at together, and one line more.
const TOGETHER: usize = 4 << 20;
const BUFFER: usize = 256 << 10;

/// A line of digests.
pub(crate) struct ReadLine {
    pub(crate) id: SafeText,
    pub(crate) lean: Arc<Lean>,
    pub(crate) digest: Digest,
    /// Was it held against last year's report already?
    pub(crate) judged: bool,
    pub(crate) place: DigestPlace,
}

/// Where a line of digests is.
pub(crate) struct DigestPlace {
    file: Arc<DigestFile>,
    at: u64,
    length: u32,
    line: u32,
}

#[derive(Debug)]
struct DigestFile {
    path: PathBuf,
    file: LongFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineWire<'l> {
    #[serde(borrow)]
    id: Cow<'l, str>,
    digest: DigestWire,
    #[serde(default)]
    judged: bool,
    #[serde(borrow)]
    report: &'l RawValue,
}

/// Of a line that may be of a version that nobody knows yet.
#[derive(Deserialize)]
struct AnyMark<'l> {
    #[serde(borrow)]
    schema: Cow<'l, str>,
}

/// What stands on a line.
enum Parsed {
    Header(Header),
    Line(Box<ReadLine>),
    End(u64),
}

/// A line as it was read.
struct Raw {
    line: u64,
    at: u64,
    bytes: Vec<u8>,
}

/// Reads the lines of all files, and hands them on in groups. Were they read to the end, or not wanted any more?
///
/// # Errors
/// [`DigestError`]
pub(crate) fn read(
    paths: &[PathBuf],
    basis: &Basis<'_>,
    is_wanted: &dyn Fn() -> bool,
    take: &mut dyn FnMut(Vec<ReadLine>),
) -> Result<bool, DigestError> {
    let expected = Header::of(basis);
    for path in paths {
        let file = LongFile::at(path).map_err(|why| DigestError::refused(path, why))?;
        let file = Arc::new(DigestFile { path: path.clone(), file });
        let mut order = Order { path, expected: &expected, since: None };
        let mut lines = RawLines { input: BufReader::with_capacity(BUFFER, file.file.reader()), line: 0, at: 0 };
        loop {
            if !is_wanted() {
                return Ok(false);
            }
            let group = lines.group(path)?;
            let Some(last) = group.last().map(|raw| raw.line) else {
                order.done(last_line(&lines))?;
                break;
            };
            debug_assert!(last > 0, "lines are counted from 1");
            let parsed: Vec<Result<Parsed, DigestError>> = group.par_iter().map(|raw| parsed(raw, &file)).collect();
            let mut read = Vec::with_capacity(parsed.len());
            for (raw, parsed) in group.iter().zip(parsed) {
                read.extend(order.next(raw.line, parsed)?);
            }
            take(read);
        }
    }
    Ok(true)
}

fn last_line(lines: &RawLines<impl BufRead>) -> u64 {
    lines.line.max(1)
}

/// The lines of a file, with their places.
struct RawLines<R> {
    input: R,
    line: u64,
    at: u64,
}

impl<R: BufRead> RawLines<R> {
    fn group(&mut self, path: &Path) -> Result<Vec<Raw>, DigestError> {
        let (mut group, mut held) = (Vec::new(), 0);
        let most = u64::try_from(MOST).unwrap_or(u64::MAX);
        while held < TOGETHER {
            let mut bytes = Vec::new();
            let input = self.input.by_ref().take(most.saturating_add(1));
            let count = { input }.read_until(b'\n', &mut bytes).map_err(|why| DigestError::refused(path, why))?;
            if count == 0 {
                break;
            }
            self.line += 1;
            if count > MOST {
                return Err(DigestError::at(path, self.line, Fault::TooLong(MOST)));
            }
            group.push(Raw { line: self.line, at: self.at, bytes });
            self.at += u64::try_from(count).unwrap_or(0);
            held += count;
        }
        Ok(group)
    }
}

/// What must come next in a file.
struct Order<'a> {
    path: &'a Path,
    expected: &'a Header,
    /// Lines since the last header; `None` where one must come.
    since: Option<u64>,
}

impl Order<'_> {
    fn next(&mut self, line: u64, parsed: Result<Parsed, DigestError>) -> Result<Option<ReadLine>, DigestError> {
        let wrong = |what| Err(DigestError::at(self.path, line, what));
        match (self.since, parsed) {
            (None, Ok(Parsed::Header(header))) => {
                self.fits(line, header)?;
                self.since = Some(0);
                Ok(None)
            }
            (None, Err(error)) if matches!(error.what, Fault::OtherVersion(_)) => Err(error),
            (None, _) => wrong(Fault::NotDigests),
            (Some(_), Err(error)) => Err(error),
            (Some(count), Ok(Parsed::Line(read))) => {
                self.since = Some(count + 1);
                Ok(Some(*read))
            }
            (Some(count), Ok(Parsed::End(end))) if end == count => {
                self.since = None;
                Ok(None)
            }
            (Some(_), Ok(Parsed::End(_) | Parsed::Header(_))) => wrong(Fault::Cut),
        }
    }

    fn fits(&self, line: u64, found: Header) -> Result<(), DigestError> {
        let Header { program, profile, roster, .. } = self.expected;
        let safe = |text: &str| SafeText::line(text);
        let what = if found.program != *program {
            Fault::OtherProgram(safe(&found.program))
        } else if found.profile != *profile {
            Fault::OtherProfile(found.profile.as_deref().map(safe))
        } else if found.roster != *roster {
            Fault::OtherRoster(found.roster.as_deref().map(safe))
        } else {
            return Ok(());
        };
        Err(DigestError::at(self.path, line, what))
    }

    /// The file is over.
    fn done(&self, line: u64) -> Result<(), DigestError> {
        match self.since {
            Some(_) => Err(DigestError::at(self.path, line, Fault::Cut)),
            None if line == 1 => Err(DigestError::at(self.path, 1, Fault::NotDigests)),
            None => Ok(()),
        }
    }
}

fn parsed(raw: &Raw, file: &Arc<DigestFile>) -> Result<Parsed, DigestError> {
    let wrong = |what| DigestError::at(&file.path, raw.line, what);
    let damaged = |error: serde_json::Error| wrong(Fault::Damaged(SafeText::line(&error.to_string())));
    let bytes = raw.bytes.trim_ascii();
    if bytes.starts_with(br#"{"schema""#) {
        let AnyMark { schema } = serde_json::from_slice(bytes).map_err(damaged)?;
        if schema != SCHEMA {
            let is_ours = schema.starts_with(FAMILY);
            let other = SafeText::line(&schema);
            return Err(wrong(if is_ours { Fault::OtherVersion(other) } else { Fault::NotDigests }));
        }
        let end = serde_json::from_slice(bytes).map(|End { end, .. }| Parsed::End(end));
        return end.or_else(|_| serde_json::from_slice(bytes).map(Parsed::Header)).map_err(damaged);
    }
    let LineWire { id, digest, judged, report } = serde_json::from_slice(bytes).map_err(damaged)?;
    let lean = parse_lean(report.get().as_bytes())
        .map_err(|error| wrong(Fault::Damaged(SafeText::line(&error.unplaced().to_string()))))?;
    let digest = digest.read(&lean).ok_or_else(|| wrong(Fault::Damaged(SafeText::line("digest"))))?;
    let place = DigestPlace {
        file: Arc::clone(file),
        at: raw.at,
        length: u32::try_from(raw.bytes.len()).unwrap_or(u32::MAX),
        line: u32::try_from(raw.line).unwrap_or(u32::MAX),
    };
    Ok(Parsed::Line(Box::new(ReadLine { id: SafeText::line(&id), lean: Arc::new(lean), digest, judged, place })))
}

impl DigestPlace {
    fn bytes(&self) -> Option<Vec<u8>> {
        self.file.file.read_at(self.at, usize::try_from(self.length).ok()?).ok()
    }

    /// What is kept of the report; `None` if the file has become another.
    pub(in crate::library) fn open(&self) -> Option<Report> {
        let bytes = self.bytes()?;
        let LineWire { report, .. } = serde_json::from_slice(bytes.trim_ascii()).ok()?;
        parse(report.get().as_bytes()).ok()
    }

    /// Does the same stand at both?
    pub(in crate::library) fn is_same(&self, other: &Self) -> bool {
        let bytes = self.bytes().zip(other.bytes());
        bytes.is_some_and(|(one, other)| one.trim_ascii() == other.trim_ascii())
    }

    pub(super) fn path(&self) -> &Path {
        &self.file.path
    }

    pub(super) fn line(&self) -> u64 {
        self.line.into()
    }
}
