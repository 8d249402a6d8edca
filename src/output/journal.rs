//! The acts of a journal, for people, for programs and for a spreadsheet: those that were asked for.

use std::io::{self, Write};

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::check;
use crate::journal::{self, Act, ActKind, ActRow, Review, Target};
use crate::words::Lang;

use super::csv::{BYTE_ORDER_MARK, io_error, neutral};

/// Which acts are asked for: those that fit all that is set.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    /// A part of the agency's name, or of its region.
    pub(crate) agency: Option<String>,
    /// The reviewer.
    pub(crate) by: Option<String>,
    /// The first day, on the reviewer's clock.
    pub(crate) from: Option<Date>,
    /// The last one.
    pub(crate) until: Option<Date>,
    /// The rule of the finding.
    pub(crate) rule: Option<String>,
    /// The place of the finding, or the cell; a part of it is enough.
    pub(crate) place: Option<String>,
    /// What was done, by its word on a line of the journal.
    pub(crate) act: Option<String>,
    /// Are retractions rows of their own?
    pub(crate) every: bool,
}

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ActFormat {
    Text,
    Json,
    Csv,
}

/// Rule and place of the finding that an act is on, where they are known.
pub(crate) type FindingNames<'a> = &'a dyn Fn(&Act) -> Option<(String, String)>;

/// Writes the acts that are asked for, in file order; how many there are beside them.
///
/// # Errors
/// What `out` cannot take.
pub(crate) fn write_acts(
    out: &mut dyn Write,
    review: &Review,
    asked: &Asked,
    format: ActFormat,
    naming: FindingNames<'_>,
    lang: Lang,
) -> io::Result<usize> {
    let all = journal::rows(review, asked.every);
    let count = all.len();
    let named = all.into_iter().map(|row| (row, naming(row.act)));
    let rows: Vec<Named<'_>> = named.filter(|(row, name)| asked.fits(review, row.act, name.as_ref())).collect();
    match format {
        ActFormat::Text => {
            for (row, name) in &rows {
                journal::show_row(out, review, *row, &target(row.act, name.as_ref(), lang), lang.words())?;
            }
        }
        ActFormat::Json => {
            let rows: Vec<Value> = rows.iter().map(|(row, name)| object(*row, name.as_ref())).collect();
            serde_json::to_writer_pretty(&mut *out, &rows).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        ActFormat::Csv => write_csv(out, &rows)?,
    }
    Ok(count.saturating_sub(rows.len()))
}

/// A row with rule and place of its finding.
type Named<'r> = (ActRow<'r>, Option<(String, String)>);

impl Asked {
    fn fits(&self, review: &Review, act: &Act, name: Option<&(String, String)>) -> bool {
        let has = |wanted: &Option<String>, fits: &dyn Fn(&str) -> bool| wanted.as_deref().is_none_or(fits);
        let day = act.at.date();
        let cell = if let Target::Cell(id) = &act.target { Some(id.as_str()) } else { None };
        let place = name.map(|(_, place)| place.as_str()).or(cell);
        has(&self.agency, &|wanted| is_of(review, act, wanted))
            && has(&self.by, &|wanted| act.by.as_str() == wanted)
            && self.from.is_none_or(|from| day >= from)
            && self.until.is_none_or(|until| day <= until)
            && has(&self.rule, &|wanted| name.is_some_and(|(rule, _)| rule.eq_ignore_ascii_case(wanted)))
            && has(&self.place, &|wanted| place.is_some_and(|place| place.contains(wanted)))
            && has(&self.act, &|wanted| journal::act_word(&act.kind) == wanted)
    }
}

/// Does the agency's name, one that a reviewer has given it, or its region have this?
fn is_of(review: &Review, act: &Act, wanted: &str) -> bool {
    let report = &act.report;
    let known = review.report(&report.region, &report.agency, report.year);
    let given = known.and_then(|known| known.given_name());
    report.agency.contains(wanted)
        || given.is_some_and(|name| name.contains(wanted))
        || report.region.iter().any(|part| part.contains(wanted))
}

fn target(act: &Act, name: Option<&(String, String)>, lang: Lang) -> String {
    let Some((rule, place)) = name else { return journal::describe_target(&act.target, lang.words()) };
    match check::rule(rule) {
        Some(known) => lang.words().journal.target_of_rule(rule, place, known.name(lang)),
        None => lang.words().journal.target_of_rule(rule, place, "—"),
    }
}

fn object(row: ActRow<'_>, name: Option<&(String, String)>) -> Value {
    let ActRow { act, taken_back } = row;
    let target = match &act.target {
        Target::Report => json!({ "report": act.report.id }),
        Target::Section(number) => json!({ "section": number }),
        Target::Cell(id) => json!({ "cell": id }),
        Target::Finding(print) => json!({ "finding": print }),
    };
    let (decision, reason) = decision(act);
    json!({
        "id": act.id.to_string(),
        "at": act.at.to_string(),
        "by": act.by,
        "act": journal::act_word(&act.kind),
        "of": act.of().map(|of| of.to_string()),
        "decision": decision,
        "reason": reason,
        "text": act.text,
        "audience": act.audience.id(),
        "due": act.due.map(|due| due.to_string()),
        "report": {
            "agency": act.report.agency, "region": act.report.region, "year": act.report.year,
            "id": act.report.id, "sha256": act.report.sha256,
        },
        "target": target,
        "rule": name.map(|(rule, _)| rule),
        "place": name.map(|(_, place)| place),
        "settings": act.aside.settings,
        "taken_back": taken_back.map(|by| json!({ "at": by.at.to_string(), "by": by.by })),
    })
}

/// What was decided or set, and why.
fn decision(act: &Act) -> (Option<String>, Option<String>) {
    match &act.kind {
        ActKind::Verdict(verdict) => {
            (Some(verdict.decision.id().to_owned()), Some(verdict.reason.to_string()).filter(|why| !why.is_empty()))
        }
        ActKind::Status(status) => (Some(status.id().to_owned()), None),
        ActKind::Assign(to) | ActKind::Name(to) => (to.as_ref().map(ToString::to_string), None),
        ActKind::Note | ActKind::Edit { .. } | ActKind::Retract { .. } | ActKind::Reading(_) => (None, None),
    }
}

const COLUMNS: [&str; 19] = [
    "at",
    "by",
    "act",
    "decision",
    "reason",
    "text",
    "due",
    "agency",
    "region",
    "year",
    "report",
    "section",
    "cell",
    "rule",
    "place",
    "finding",
    "taken_back_at",
    "taken_back_by",
    "id",
];

fn write_csv(out: &mut dyn Write, rows: &[Named<'_>]) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK)?;
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS).map_err(io_error)?;
    for (row, name) in rows {
        writer.write_record(fields(*row, name.as_ref()).map(|field| neutral(&field))).map_err(io_error)?;
    }
    writer.flush()
}

fn fields(row: ActRow<'_>, name: Option<&(String, String)>) -> [String; 19] {
    let ActRow { act, taken_back } = row;
    let (decision, reason) = decision(act);
    let (mut section, mut cell, mut finding) = Default::default();
    match &act.target {
        Target::Report => {}
        Target::Section(number) => section = number.to_string(),
        Target::Cell(id) => cell = id.to_string(),
        Target::Finding(print) => finding = print.to_string(),
    }
    let (rule, place) = name.cloned().unwrap_or_default();
    let region: Vec<&str> = act.report.region.iter().map(|part| part.as_str()).collect();
    [
        act.at.to_string(),
        act.by.to_string(),
        journal::act_word(&act.kind).to_owned(),
        decision.unwrap_or_default(),
        reason.unwrap_or_default(),
        act.text.to_string(),
        act.due.map(|due| due.to_string()).unwrap_or_default(),
        act.report.agency.to_string(),
        region.join("/"),
        act.report.year.to_string(),
        act.report.id.to_string(),
        section,
        cell,
        rule,
        place,
        finding,
        taken_back.map(|by| by.at.to_string()).unwrap_or_default(),
        taken_back.map(|by| by.by.to_string()).unwrap_or_default(),
        act.id.to_string(),
    ]
}
