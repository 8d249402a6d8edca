//! Findings as JSON, for programs: one per line, or one object per report.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::check::localise::{self, Block, Repair};
use crate::check::{self, Doubted, Evidence, Finding, Unchecked, Whose};
use crate::form::Cell;
use crate::report::{Lean, Remark, SafeText};
use crate::words::Lang;

use super::{Checked, UnreadFile};

/// One finding per line.
pub(super) fn write_lines(out: &mut dyn Write, report: &Checked, lang: Lang) -> io::Result<()> {
    for finding in &report.outcome.findings {
        serde_json::to_writer(&mut *out, &finding_json(report, finding, lang))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

pub(super) fn write_unread_line(out: &mut dyn Write, unread: &UnreadFile, why: &SafeText) -> io::Result<()> {
    write_unread(out, unread, why)?;
    out.write_all(b"\n")
}

/// One array, one line per entry.
pub(super) fn begin(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"[")
}

pub(super) fn between(out: &mut dyn Write, first: bool) -> io::Result<()> {
    out.write_all(if first { b"\n" } else { b",\n" })
}

pub(super) fn write_report(out: &mut dyn Write, report: &Checked, lang: Lang) -> io::Result<()> {
    Ok(serde_json::to_writer(out, &report_json(report, lang))?)
}

/// A file that could not be read.
pub(super) fn write_unread(out: &mut dyn Write, unread: &UnreadFile, why: &SafeText) -> io::Result<()> {
    let entry = json!({ "report": unread.id, "path": unread.path, "error": why });
    Ok(serde_json::to_writer(out, &entry)?)
}

pub(super) fn end(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"\n]\n")
}

/// A report with everything that was found, and what could not be checked.
#[must_use]
pub fn report_json(report: &Checked, lang: Lang) -> Value {
    let Checked { id, path, lean, remarks, outcome, localisation, .. } = report;
    let findings: Vec<Value> = outcome.findings.iter().map(|finding| finding_json(report, finding, lang)).collect();
    let unchecked: Vec<Value> = outcome.unchecked.iter().map(|entry| unchecked_json(lean, entry, lang)).collect();
    let there = report.is_there();
    json!({
        "report": there.then_some(id),
        "agency": lean.head.agency.name,
        "year": lean.head.year,
        "form": lean.form.edition,
        "path": Some(path).filter(|path| there && !path.is_empty()),
        "counts": report.counts(),
        "findings": findings,
        "localisation": localisation.iter().map(|block| block_json(lean, block)).collect::<Vec<Value>>(),
        "unchecked": unchecked,
        "remarks": remarks.iter().map(|remark| remark_json(remark, lang)).collect::<Vec<Value>>(),
    })
}

/// A reading doubt as in a report, in the words of the output's language.
fn remark_json(remark: &Remark, lang: Lang) -> Value {
    json!(Remark { message: SafeText::line(&remark.text(lang.words())), ..remark.clone() })
}

/// One finding with its evidence.
#[must_use]
pub(crate) fn finding_json(report: &Checked, finding: &Finding, lang: Lang) -> Value {
    let Checked { id, lean, localisation, .. } = report;
    let mut map = Map::new();
    let mut put = |key: &str, value: Value| map.insert(key.to_owned(), value);
    put("report", json!(report.is_there().then_some(id)));
    put("agency", json!(lean.head.agency.name));
    put("year", json!(lean.head.year));
    put("rule", json!(finding.rule.id));
    put("severity", json!(finding.severity));
    put("table", json!(finding.table.and_then(|table| lean.form.tables.get(table)).map(|table| &table.id)));
    put("cells", json!(ids(lean, &finding.cells)));
    // A fault of a single cell has no sides; the keys are there all the same.
    let sides = finding.sides();
    put("left", json!(sides.map(|(left, _)| left)));
    put("right", json!(sides.map(|(_, right)| right)));
    put("difference", json!(sides.and_then(|(left, right)| left.checked_sub(right))));
    put("message", json!(check::message(lean.form, finding, &lean.cells, lang)));
    put("basis", json!(finding.rule.basis.text(lang)));
    put("ask", json!(finding.ask(lang)));
    if let Some((first, others)) = finding.evidence().split_first() {
        put("evidence", evidence_json(first));
        if !others.is_empty() {
            put("more_evidence", others.iter().map(evidence_json).collect());
        }
    }
    if !finding.doubts.is_empty() {
        put("doubts", finding.doubts.iter().map(doubted_json).collect());
    }
    if finding.doubts.more() > 0 {
        put("more_doubts", json!(finding.doubts.more()));
    }
    put("repairs", Value::Array(repairs(lean, localisation, finding)));
    put("fingerprint", json!(finding.fingerprint));
    Value::Object(map)
}

/// Cells on which a finding rests and that were read with a doubt, and in whose report.
fn doubted_json(doubted: &Doubted) -> Value {
    let cells: Vec<&str> = doubted.cells.iter().map(|&cell| doubted.form.id(cell)).collect();
    match &doubted.whose {
        Whose::Own => json!({ "cells": cells }),
        Whose::LastYear => json!({ "last_year": true, "cells": cells }),
        Whose::Published => json!({ "published": true, "cells": cells }),
        Whose::Other(agency) => json!({ "agency": agency, "cells": cells }),
    }
}

fn evidence_json(evidence: &Evidence) -> Value {
    let Evidence { report, section, start, end, text } = evidence;
    let mut map = Map::new();
    if let Some(report) = report {
        map.insert("report".to_owned(), json!(report));
    }
    map.extend([
        ("section".to_owned(), json!(section)),
        ("start".to_owned(), json!(start)),
        ("end".to_owned(), json!(end)),
        ("text".to_owned(), json!(text)),
    ]);
    Value::Object(map)
}

/// The repairs that settle a finding, best first.
fn repairs(lean: &Lean, blocks: &[Block], finding: &Finding) -> Vec<Value> {
    let mut repairs = Vec::new();
    for block in blocks {
        let settles = |repair: &&Repair| repair.settles.contains(&finding.fingerprint);
        for repair in block.repairs.iter().filter(settles) {
            repairs.push(json!({
                "cells": changes_json(lean, repair),
                "settles": repair.settles.len(),
                "kind": repair.kind,
                "confidence": localise::confidence(block, repair),
            }));
        }
    }
    repairs
}

fn block_json(lean: &Lean, block: &Block) -> Value {
    let repair = |repair: &Repair| {
        json!({
            "kind": repair.kind,
            "certainty": repair.certainty,
            "settles": repair.settles,
            "cells": changes_json(lean, repair),
        })
    };
    json!({
        "block": block.name,
        "status": block.status,
        "readings": block.repairs.iter().map(repair).collect::<Vec<Value>>(),
        "common": ids(lean, &block.common),
    })
}

fn changes_json(lean: &Lean, repair: &Repair) -> Vec<Value> {
    let change =
        |change: &localise::Change| json!({ "cell": lean.form.id(change.cell), "from": change.from, "to": change.to });
    repair.cells.iter().map(change).collect()
}

fn unchecked_json(lean: &Lean, entry: &Unchecked, lang: Lang) -> Value {
    let mut map = Map::new();
    map.insert("rule".to_owned(), json!(entry.rule.id));
    if let Some(place) = &entry.place {
        map.insert("place".to_owned(), json!(place));
    }
    map.insert("reason".to_owned(), json!(check::reason(lean.form, &entry.reason, lang)));
    Value::Object(map)
}

fn ids<'a>(lean: &'a Lean, cells: &[Cell]) -> Vec<&'a str> {
    cells.iter().map(|&cell| lean.form.id(cell)).collect()
}
