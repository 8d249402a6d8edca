//! One act to its JSON and back. Owns: the names of keys and values on a line (`DESIGN.md` §4.4).
//!
//! A line of a newer version is not an error: it is told apart from a bad one and left alone.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::base::text::SafeText;

use super::act::{Act, ActKind, Audience, Comparison, Decision, ReportRef, Status, Target, Verdict};
use super::aside::Aside;
use super::problem::{ProblemKind, TextForm, Wrong};
use super::seen::Seen;
use super::when::When;

/// What a line says.
pub(super) enum Decoded {
    /// An act that this version understands.
    Act(Box<Act>),
    /// Written by a newer version; id and time as far as they can be told.
    Newer { id: Option<Box<str>>, at: Option<When> },
}

/// A line, with the types that every version 1 line has.
#[derive(Deserialize)]
struct LineWire<'a> {
    #[serde(borrow)]
    v: Option<&'a RawValue>,
    id: Option<Cow<'a, str>>,
    at: Option<Cow<'a, str>>,
    by: Option<Cow<'a, str>>,
    act: Option<Cow<'a, str>>,
    of: Option<Cow<'a, str>>,
    verdict: Option<VerdictWire<'a>>,
    status: Option<Cow<'a, str>>,
    to: Option<Cow<'a, str>>,
    text: Option<Cow<'a, str>>,
    #[serde(rename = "for")]
    audience: Option<Cow<'a, str>>,
    report: Option<ReportWire<'a>>,
    target: Option<TargetWire<'a>>,
    seen: Option<&'a RawValue>,
    due: Option<Cow<'a, str>>,
    batch: Option<Cow<'a, str>>,
    /// Nothing rests on it: whatever else it is, it is passed over.
    settings: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct VerdictWire<'a> {
    decision: Cow<'a, str>,
    reason: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct ReportWire<'a> {
    agency: Cow<'a, str>,
    year: u16,
    id: Option<Cow<'a, str>>,
    sha256: Option<Cow<'a, str>>,
    region: Option<Vec<Cow<'a, str>>>,
}

#[derive(Deserialize)]
struct TargetWire<'a> {
    report: Option<IgnoredAny>,
    section: Option<u32>,
    cell: Option<Cow<'a, str>>,
    finding: Option<Cow<'a, str>>,
    #[serde(borrow)]
    rule: Option<&'a RawValue>,
    place: Option<&'a RawValue>,
}

/// The little that can be told of a line whose types are not ours.
#[derive(Deserialize)]
struct Probe<'a> {
    #[serde(borrow)]
    v: Option<&'a RawValue>,
    id: Option<&'a RawValue>,
    at: Option<&'a RawValue>,
}

/// Reads a line without its line break.
pub(super) fn decode(line: &[u8]) -> Result<Decoded, ProblemKind> {
    let text = std::str::from_utf8(line).map_err(|error| match error.error_len() {
        // The end came in the middle of a character.
        None => ProblemKind::Torn,
        Some(_) => ProblemKind::NotUtf8,
    })?;
    let wire: LineWire<'_> = match serde_json::from_str(text) {
        Ok(wire) => wire,
        Err(error) => return newer_by_probe(text).ok_or_else(|| explain(text, &error)),
    };
    if is_newer(wire.v) {
        return Ok(newer(wire.id.as_deref(), wire.at.as_deref()));
    }
    let id = required(wire.id.as_deref(), "id")?;
    let at = required(wire.at.as_deref(), "at")?;
    let word = required(wire.act.as_deref(), "act")?;
    let uuid = parse_uuid(id, "id")?;
    let when = When::parse(at).ok_or_else(|| wrong("at", at, TextForm::Time))?;
    let aside = aside(&wire);
    let report: ReportRef = required(wire.report, "report")?.into();
    let by = SafeText::line(required(wire.by.as_deref(), "by")?);
    let seen = wire.seen.map(Seen::from_raw);
    let target = wire.target.map_or(Some(Target::Report), Option::from);
    let kind = match word {
        "note" => Some(ActKind::Note),
        "edit" => Some(ActKind::Edit { of: parse_uuid(required(wire.of.as_deref(), "of")?, "of")? }),
        "retract" => Some(ActKind::Retract { of: parse_uuid(required(wire.of.as_deref(), "of")?, "of")? }),
        "verdict" => verdict(required(wire.verdict, "verdict")?),
        "status" => Status::from_id(required(wire.status.as_deref(), "status")?).map(ActKind::Status),
        "confirm" => Some(ActKind::Reading(Comparison::Confirmed)),
        "correct" => Some(ActKind::Reading(Comparison::Corrected)),
        // To nobody, or as it was read: without a name, or with an empty one.
        "assign" => Some(ActKind::Assign(named(wire.to))),
        "name" => Some(ActKind::Name(named(wire.to))),
        _ => None,
    };
    let (Some(target), Some(kind)) = (target, kind) else { return Ok(newer(Some(id), Some(at))) };
    if matches!(kind, ActKind::Verdict(_)) && !matches!(target, Target::Finding(_)) {
        return Err(ProblemKind::MissingKey("target.finding"));
    }
    if matches!(kind, ActKind::Reading(_)) && !matches!(target, Target::Cell(_) | Target::Report) {
        return Err(ProblemKind::MissingKey("target.cell"));
    }
    if needs_text(&kind) {
        required(wire.text.as_deref(), "text")?;
    }
    let text = wire.text.map(|text| SafeText::lines(&text)).unwrap_or_default();
    let audience = Audience::from_id(wire.audience.as_deref());
    let due = wire
        .due
        .as_deref()
        .map(|due| due.parse::<Date>().map_err(|_| wrong("due", due, TextForm::Date)))
        .transpose()?;
    let batch = wire.batch.as_deref().map(|batch| parse_uuid(batch, "batch")).transpose()?;
    Ok(Decoded::Act(Box::new(Act {
        id: uuid,
        at: when,
        by,
        kind,
        report,
        target,
        text,
        seen,
        audience,
        due,
        batch,
        aside,
    })))
}

/// What it says beside, as far as it is a text.
fn aside(wire: &LineWire<'_>) -> Aside {
    let text = |raw: Option<&RawValue>| {
        let text: String = serde_json::from_str(raw?.get()).ok()?;
        Some(SafeText::line(&text))
    };
    let target = wire.target.as_ref();
    Aside {
        rule: text(target.and_then(|target| target.rule)),
        place: text(target.and_then(|target| target.place)),
        settings: text(wire.settings),
    }
}

/// Acts that are nothing without words.
fn needs_text(kind: &ActKind) -> bool {
    matches!(kind, ActKind::Note | ActKind::Edit { .. } | ActKind::Reading(Comparison::Corrected))
}

fn required<T>(value: Option<T>, key: &'static str) -> Result<T, ProblemKind> {
    value.ok_or(ProblemKind::MissingKey(key))
}

fn parse_uuid(text: &str, key: &'static str) -> Result<Uuid, ProblemKind> {
    Uuid::try_parse(text).map_err(|_| wrong(key, text, TextForm::Id))
}

fn wrong(key: &str, found: &str, expected: TextForm) -> ProblemKind {
    let found: String = found.chars().take(60).collect();
    ProblemKind::WrongType { key: key.into(), wrong: Wrong::Form { found: found.into(), expected } }
}

fn named(to: Option<Cow<'_, str>>) -> Option<SafeText> {
    to.map(|to| SafeText::line(&to)).filter(|to| !to.is_empty())
}

fn verdict(wire: VerdictWire<'_>) -> Option<ActKind> {
    let decision = Decision::from_id(&wire.decision)?;
    let reason = wire.reason.map(|reason| SafeText::line(&reason)).unwrap_or_default();
    Some(ActKind::Verdict(Verdict { decision, reason }))
}

fn is_newer(version: Option<&RawValue>) -> bool {
    version.is_some_and(|version| !matches!(version.get(), "null" | "1"))
}

fn newer(id: Option<&str>, at: Option<&str>) -> Decoded {
    Decoded::Newer { id: id.map(Into::into), at: at.and_then(When::parse) }
}

fn newer_by_probe(text: &str) -> Option<Decoded> {
    let probe: Probe<'_> = serde_json::from_str(text).ok()?;
    let string = |raw: &RawValue| serde_json::from_str::<String>(raw.get()).ok();
    is_newer(probe.v).then(|| newer(probe.id.and_then(string).as_deref(), probe.at.and_then(string).as_deref()))
}

fn explain(text: &str, error: &serde_json::Error) -> ProblemKind {
    if error.is_eof() {
        return ProblemKind::Torn;
    }
    if !error.is_data() {
        return ProblemKind::NotJson(error.to_string().into());
    }
    // Parses once more, slowly, to name the key.
    let mut deserializer = serde_json::Deserializer::from_str(text);
    match serde_path_to_error::deserialize::<_, LineWire<'_>>(&mut deserializer) {
        Ok(_) => ProblemKind::NotJson(error.to_string().into()),
        Err(error) => {
            let wrong = Wrong::Type(error.inner().to_string().into());
            ProblemKind::WrongType { key: error.path().to_string().into(), wrong }
        }
    }
}

impl From<ReportWire<'_>> for ReportRef {
    fn from(wire: ReportWire<'_>) -> Self {
        Self {
            agency: SafeText::line(&wire.agency),
            region: wire.region.into_iter().flatten().map(|part| SafeText::line(&part)).collect(),
            year: wire.year,
            id: wire.id.map(|id| SafeText::line(&id)).unwrap_or_default(),
            sha256: wire.sha256.map(|digest| SafeText::line(&digest)),
        }
    }
}

/// `None` for a target of a newer version.
impl From<TargetWire<'_>> for Option<Target> {
    fn from(wire: TargetWire<'_>) -> Self {
        match wire {
            TargetWire { finding: Some(print), .. } => Some(Target::Finding(SafeText::line(&print))),
            TargetWire { cell: Some(id), .. } => Some(Target::Cell(SafeText::line(&id))),
            TargetWire { section: Some(number), .. } => Some(Target::Section(number)),
            TargetWire { report: Some(_), .. } => Some(Target::Report),
            _ => None,
        }
    }
}

/// A line as it is written. The order of the fields is the order of the keys; `chain` is put behind them.
#[derive(Serialize)]
struct LineOut<'a> {
    id: &'a str,
    at: &'a str,
    by: &'a SafeText,
    act: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<VerdictOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a SafeText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a SafeText>,
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    audience: Option<&'a str>,
    report: ReportOut<'a>,
    target: TargetOut<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seen: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    batch: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    settings: Option<&'a SafeText>,
}

#[derive(Serialize)]
struct VerdictOut<'a> {
    decision: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    reason: &'a str,
}

#[derive(Serialize)]
struct ReportOut<'a> {
    agency: &'a SafeText,
    year: u16,
    id: &'a SafeText,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<&'a SafeText>,
    #[serde(skip_serializing_if = "<[SafeText]>::is_empty")]
    region: &'a [SafeText],
}

#[derive(Serialize, Default)]
struct TargetOut<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    finding: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a SafeText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a SafeText>,
}

fn target_out(act: &Act) -> TargetOut<'_> {
    let beside = TargetOut { rule: act.aside.rule.as_ref(), place: act.aside.place.as_ref(), ..TargetOut::default() };
    match &act.target {
        Target::Report => TargetOut { report: Some(&act.report.id), ..TargetOut::default() },
        Target::Section(number) => TargetOut { section: Some(*number), ..TargetOut::default() },
        Target::Cell(id) => TargetOut { cell: Some(id), ..TargetOut::default() },
        Target::Finding(print) => TargetOut { finding: Some(print), ..beside },
    }
}

/// The line without its closing brace, for [`super::chain::close`]. `None` only if JSON cannot be written at all.
pub(super) fn body(act: &Act) -> Option<Vec<u8>> {
    let (id, of) = (act.id.to_string(), act.of().map(|of| of.to_string()));
    let at = act.at.to_string();
    let (due, batch) = (act.due.map(|due| due.to_string()), act.batch.map(|batch| batch.to_string()));
    let has_text = needs_text(&act.kind) || !act.text.is_empty();
    let (word, verdict, status) = match &act.kind {
        ActKind::Note => ("note", None, None),
        ActKind::Edit { .. } => ("edit", None, None),
        ActKind::Retract { .. } => ("retract", None, None),
        ActKind::Verdict(verdict) => {
            ("verdict", Some(VerdictOut { decision: verdict.decision.id(), reason: &verdict.reason }), None)
        }
        ActKind::Status(status) => ("status", None, Some(status.id())),
        ActKind::Reading(reading) => (reading.id(), None, None),
        ActKind::Assign(_) => ("assign", None, None),
        ActKind::Name(_) => ("name", None, None),
    };
    let to = if let ActKind::Assign(to) | ActKind::Name(to) = &act.kind { to.as_ref() } else { None };
    let line = LineOut {
        id: &id,
        at: &at,
        by: &act.by,
        act: word,
        of: of.as_deref(),
        verdict,
        status,
        to,
        text: has_text.then_some(&act.text),
        audience: act.audience.id(),
        report: ReportOut {
            agency: &act.report.agency,
            year: act.report.year,
            id: &act.report.id,
            sha256: act.report.sha256.as_ref(),
            region: &act.report.region,
        },
        target: target_out(act),
        seen: act.seen.as_ref().map(Seen::raw),
        due: due.as_deref(),
        batch: batch.as_deref(),
        settings: act.aside.settings.as_ref(),
    };
    let mut bytes = serde_json::to_vec(&line).ok()?;
    bytes.pop();
    Some(bytes)
}

#[cfg(test)]
mod tests;
