//! Reports that come line by line: what is said of each, by itself or with the report of the year before beside it.
//!
//! Nothing is kept from one line to the next. What takes many reports is not said here.

use std::sync::Arc;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use crate::base::digest::Sha256Sum;
use crate::check::similar::Comparer;
use crate::check::{Basis, Before, Digest, Facts, Unchecked};
use crate::report::{Head, Lean, ReportError, SafeText, parse, parse_lean};
use crate::words::{Describe, Words};

use super::assess::{Assessed, Case, NOTHING};
use super::batch::Checked;
use super::digests::digest_line;
use super::documents::Documents;
use super::survey;

/// Characters of an id.
const MAX_ID: usize = 1000;
/// A report that has no id is called by the beginning of what its line comes to: the same in whatever part it stands.
const NAMED_BY: usize = 8;

/// Checks reports one by one.
pub(crate) struct Stream<'a> {
    basis: Basis<'a>,
    /// Settles agencies by the roster.
    documents: &'a dyn Documents,
    /// What takes more than a line.
    unchecked: Vec<Unchecked>,
    /// Where digests are wanted too.
    comparer: Option<Comparer<'a>>,
}

/// What is said of a line.
pub(crate) struct Streamed {
    pub(crate) checked: Checked,
    /// The line of digests, where they are wanted.
    pub(crate) digest: Option<String>,
}

/// Why a line has no report that could be checked.
#[derive(Debug)]
pub(crate) enum LineError {
    /// Not one JSON object; what the parser says.
    NotJson(String),
    NotAnObject,
    NoReport,
    NotAnId,
    /// Whoever should have written the report says why there is none.
    Handed(SafeText),
    Report(ReportError),
    Before(ReportError),
    /// The year before of something else: what is given, and what it should be.
    OtherBefore {
        given: Box<Head>,
        own: Box<Head>,
    },
}

/// A line, taken apart.
#[derive(Deserialize)]
struct Envelope<'l> {
    /// A report has one.
    #[serde(default)]
    schema: Option<IgnoredAny>,
    #[serde(default, borrow)]
    id: Option<&'l RawValue>,
    #[serde(default, borrow)]
    report: Option<&'l RawValue>,
    #[serde(default, borrow)]
    before: Option<&'l RawValue>,
    #[serde(default, borrow)]
    error: Option<&'l RawValue>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(i64),
}

/// What stands on a line.
struct Parts<'l> {
    id: SafeText,
    report: &'l [u8],
    before: Option<&'l [u8]>,
}

impl<'a> Stream<'a> {
    #[must_use]
    pub(crate) fn new(basis: Basis<'a>, documents: &'a dyn Documents) -> Self {
        let unchecked = survey::by_itself(&basis);
        Self { basis, documents, unchecked, comparer: None }
    }

    /// The same with a digest of each report. What those will be asked for is not said here: what takes other reports,
    /// last year's among them where it is not given.
    #[must_use]
    pub(crate) fn with_digests(self) -> Self {
        Self { comparer: Some(Comparer::new(&self.basis)), unchecked: Vec::new(), ..self }
    }

    /// All that a line shows by itself; the id as far as it is known.
    ///
    /// # Errors
    /// [`LineError`], which concerns this line alone.
    pub(crate) fn check(&self, line: &[u8]) -> (SafeText, Result<Streamed, LineError>) {
        match Parts::of(line) {
            Ok(parts) => {
                let checked = self.report(&parts);
                (parts.id, checked)
            }
            Err((id, error)) => (id, Err(error)),
        }
    }

    fn report(&self, parts: &Parts<'_>) -> Result<Streamed, LineError> {
        let mut report = parse(parts.report).map_err(LineError::Report)?;
        self.settle(&mut report.lean.head, parts.report);
        let before = self.before(parts, &report.lean.head)?;
        let is_given = before.lean().is_some();
        let case = Case { lean: &report.lean, before, batch: &NOTHING, basis: self.basis.clone() };
        let (facts, tables) = (Facts::of(&report, &self.basis), case.tables());
        let Assessed { mut outcome, blocks } = match self.comparer {
            Some(_) if !is_given => case.alone(&facts, &tables),
            _ => case.whole_after(&facts, tables.clone()),
        };
        let is_new = |entry: &&Unchecked| !outcome.unchecked.iter().any(|known| known.rule == entry.rule);
        let more: Vec<Unchecked> = self.unchecked.iter().filter(is_new).cloned().collect();
        outcome.unchecked.extend(more);
        let digest = self.comparer.as_ref().map(|comparer| {
            let digest = Digest::of(&facts, &tables, comparer);
            digest_line(&parts.id, &report, &digest, !tables.findings.is_empty(), is_given)
        });
        let checked = Checked {
            id: parts.id.clone(),
            path: SafeText::default(),
            lean: Arc::new(report.lean.clone()),
            remarks: report.narrative.remarks.clone(),
            outcome,
            hints_aside: 0,
            localisation: blocks,
            sections: Vec::new(),
        };
        Ok(Streamed { checked, digest })
    }

    fn settle(&self, head: &mut Head, bytes: &[u8]) {
        head.agency.call_unnamed(bytes, 1);
        self.documents.settle(std::path::Path::new(""), head);
    }

    /// What is given as the year before must be that: of another agency or year, everything said with it would be wrong.
    fn before(&self, parts: &Parts<'_>, own: &Head) -> Result<Before, LineError> {
        let Some(bytes) = parts.before else { return Ok(Before::Nothing) };
        let mut before: Lean = parse_lean(bytes).map_err(LineError::Before)?;
        self.settle(&mut before.head, bytes);
        let given = &before.head;
        let regions = [&given.agency.region, &own.agency.region];
        let is_elsewhere = regions.iter().all(|region| !region.is_empty()) && given.agency.region != own.agency.region;
        if given.agency.name != own.agency.name || is_elsewhere || given.year.checked_add(1) != Some(own.year) {
            return Err(LineError::OtherBefore { given: Box::new(before.head), own: Box::new(own.clone()) });
        }
        Ok(Before::Own(Arc::new(before)))
    }
}

impl<'l> Parts<'l> {
    fn of(line: &'l [u8]) -> Result<Self, (SafeText, LineError)> {
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line).trim_ascii();
        // A list of the values alone would be taken for one.
        if !line.starts_with(b"{") {
            return Err((SafeText::default(), LineError::NotAnObject));
        }
        let envelope: Envelope<'l> = serde_json::from_slice(line).map_err(|error| {
            (SafeText::default(), LineError::NotJson(SafeText::line(&error.to_string()).to_string()))
        })?;
        if envelope.schema.is_some() {
            return Ok(Self { id: unnamed(line), report: line, before: None });
        }
        let id = match envelope.id.map(RawValue::get).filter(|raw| *raw != "null") {
            Some(raw) => id(raw).ok_or((SafeText::default(), LineError::NotAnId))?,
            None => unnamed(line),
        };
        let given = |raw: Option<&'l RawValue>| raw.map(RawValue::get).filter(|raw| *raw != "null").map(str::as_bytes);
        match given(envelope.report) {
            Some(report) => Ok(Self { id, report, before: given(envelope.before) }),
            None => {
                let said = given(envelope.error).and_then(|said| serde_json::from_slice::<String>(said).ok());
                let said = said.map(|said| LineError::Handed(SafeText::line(&said)));
                Err((id, said.unwrap_or(LineError::NoReport)))
            }
        }
    }
}

fn id(raw: &str) -> Option<SafeText> {
    let id = match serde_json::from_str(raw).ok()? {
        Id::Text(text) => text,
        Id::Number(number) => number.to_string(),
    };
    let is_short = !id.is_empty() && id.chars().take(MAX_ID + 1).count() <= MAX_ID;
    is_short.then(|| SafeText::line(&id))
}

fn unnamed(line: &[u8]) -> SafeText {
    SafeText::line(&format!("sha256:{}", Sha256Sum::of(line).short(NAMED_BY)))
}

impl Describe for LineError {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.stream;
        match self {
            Self::NotJson(detail) => texts.not_json(detail),
            Self::NotAnObject => texts.not_json(texts.no_brace()),
            Self::NoReport => texts.no_report().to_owned(),
            Self::Handed(said) => said.to_string(),
            Self::NotAnId => texts.not_an_id().to_owned(),
            Self::Report(error) => texts.in_report(error.unplaced().describe(words)),
            Self::Before(error) => texts.in_before(error.unplaced().describe(words)),
            Self::OtherBefore { given, own } => {
                let last = own.year.saturating_sub(1);
                texts.other_before(&given.agency.name, given.year, &own.agency.name, last)
            }
        }
    }
}

#[cfg(test)]
mod tests;
