//! DOC-15: what was published is what was submitted, cell by cell and section by section. What only one of the two has is
//! said too: it may be left out, or not have been read.

use crate::check::facts::Facts;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::finding::doubted::Whose;
use crate::check::finding::explain::cell_name;
use crate::check::rule::{Need, id};
use crate::form::{Cell, Table};
use crate::report::given::{PublishedReport, sections_of};
use crate::report::{Lean, Report, Value};
use crate::words::{EN, Lang, Words, ZH};

/// Applies the rule.
pub(in crate::check) fn check_text(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let report = facts.report();
    match published(facts) {
        Ok(published) => {
            for (position, table) in report.lean.form.tables.iter().enumerate() {
                Pair { own: &report.lean, other: &published.lean }.table(position, table, found);
            }
            sections(report, published, found);
        }
        Err(why) => found.unchecked(id::DOC_15, why),
    }
}

/// What it is held against.
fn published<'f>(facts: &Facts<'f>) -> Result<&'f PublishedReport, WhyUnchecked> {
    let own = &facts.report().lean;
    let all = facts.basis().inputs.published.ok_or(WhyUnchecked::Needs(Need::PublishedPage))?;
    if !all.is_read() {
        return Err(WhyUnchecked::NotReadYet(Need::PublishedPage));
    }
    let published = all.of(&own.head).ok_or(WhyUnchecked::NotListed(Need::PublishedPage))?;
    if std::ptr::eq(published.lean.form, own.form) { Ok(published) } else { Err(WhyUnchecked::OtherEdition) }
}

/// The numbers that were submitted, and those that were published, on one edition of the form.
struct Pair<'r> {
    own: &'r Lean,
    other: &'r Lean,
}

impl Pair<'_> {
    fn table(&self, position: usize, table: &Table, found: &mut Collector<'_>) {
        let cells: Vec<Cell> = self.own.form.cells_of(position).collect();
        let has = |lean: &Lean| lean.cells.any_present(cells.iter().copied());
        if !has(self.own) && !has(self.other) {
            return found.unchecked(id::DOC_15, WhyUnchecked::NoTable(position));
        }
        let (mut differ, mut lacks, mut more) = (Vec::new(), Vec::new(), Vec::new());
        for &cell in &cells {
            match (self.own.cells.get(cell), self.other.cells.get(cell)) {
                (Value::Missing, Value::Missing | Value::Blank) | (Value::Blank, Value::Missing) => {}
                (_, Value::Missing) => lacks.push(cell),
                (Value::Missing, _) => more.push(cell),
                (own, other) if own != other => differ.push(cell),
                _ => {}
            }
        }
        if let Some(&first) = differ.first() {
            found.say(id::DOC_15, "cells", &table.id, self.differing(first, differ));
        }
        for (case, side, cells) in [("lacks", self.other, lacks), ("more", self.own, more)] {
            let Some(&first) = cells.first() else { continue };
            let what = |words: &Words, lang| match has(side) {
                true => words.check.cells_of(table.name(lang), cells.len(), cell_name(self.own.form, first, lang)),
                false => table.name(lang).to_owned(),
            };
            let say = Say::default().with("what", what(ZH, Lang::Zh)).with("what_en", what(EN, Lang::En));
            found.say(id::DOC_15, case, &format!("{}/{case}", table.id), self.resting_on(say, cells));
        }
    }

    fn differing(&self, first: Cell, cells: Vec<Cell>) -> Say {
        let (left, right) = (self.own.cells.get(first), self.other.cells.get(first));
        let name = |lang| cell_name(self.own.form, first, lang);
        let say =
            Say::default().with("cell", name(Lang::Zh)).with("cell_en", name(Lang::En)).with("count", cells.len());
        let say = say.with("left", said(left, ZH)).with("left_en", said(left, EN));
        let say = say.with("right", said(right, ZH)).with("right_en", said(right, EN));
        let say = match (left.number(), right.number()) {
            (Some(left), Some(right)) => say.sides(left, right),
            _ => say,
        };
        self.resting_on(say, cells)
    }

    fn resting_on(&self, say: Say, cells: Vec<Cell>) -> Say {
        say.rests_on(Whose::Published, self.other, cells.iter().copied()).cells(cells)
    }
}

/// What stands in a cell.
fn said(value: Value<'_>, words: &Words) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Raw(text) => text.to_owned(),
        Value::Blank | Value::Missing => words.check.empty().to_owned(),
    }
}

fn sections(report: &Report, published: &PublishedReport, found: &mut Collector<'_>) {
    let (own, other) = (sections_of(&report.narrative.sections), published.sections());
    if own.is_empty() || other.is_empty() {
        let why = if own.is_empty() { WhyUnchecked::NoText } else { WhyUnchecked::NoPublishedText };
        return found.unchecked(id::DOC_15, why);
    }
    let say = |number: u8| {
        let say = Say::default().with("section", number).with("what", ZH.check.text_of(number));
        say.with("what_en", EN.check.text_of(number))
    };
    for (number, text) in &own {
        match other.iter().find(|(other, _)| other == number) {
            Some((_, published)) if published == text => {}
            Some(_) => found.say(id::DOC_15, "section", &number.to_string(), say(*number)),
            None => found.say(id::DOC_15, "lacks", &format!("{number}/lacks"), say(*number)),
        }
    }
    for (number, _) in other.iter().filter(|(number, _)| own.iter().all(|(own, _)| own != number)) {
        found.say(id::DOC_15, "more", &format!("{number}/more"), say(*number));
    }
}
