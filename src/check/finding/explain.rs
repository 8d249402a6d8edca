//! Findings in words: the equation with its numbers, the fault with what stands there, the reason for silence.

use std::fmt::Write as _;

use crate::check::finding::doubted::{Doubted, Doubts, Whose};
use crate::check::finding::{Broken, Finding, Unchecked, Violation, WhyUnchecked, Worded};
use crate::check::rule::{Fault, Need};
use crate::form::{Cell, EquationLine, Form, Table};
use crate::report::{Cells, Number, Value};
use crate::words::{CheckWords, Lang, fill};

/// One cell of an equation with what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// The cell.
    pub(crate) cell: Cell,
    /// The part of its name that differs within the equation: the row's, or the column's.
    pub(crate) name: String,
    /// Its number.
    pub(crate) value: Number,
}

/// A broken equation, ready to be laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EquationText {
    /// The row or column it speaks of.
    pub(crate) place: String,
    /// The terms on the left.
    pub(crate) left: Vec<Term>,
    /// The terms on the right that are not zero.
    pub(crate) right: Vec<Term>,
    /// How many terms on the right are zero and left out.
    pub(crate) zeros: usize,
}

/// The name of a cell for people: `（七）总计·总计`.
#[must_use]
pub fn cell_name(form: &Form, cell: Cell, lang: Lang) -> String {
    let Some(spec) = form.spec(cell) else { return String::new() };
    let Some(table) = form.tables.get(spec.table) else { return String::new() };
    format!("{}·{}", table.row_name(spec.row, lang), table.column_name(spec.column, lang))
}

/// The equation of a finding with its numbers.
#[must_use]
pub(crate) fn equation_text(form: &Form, broken: &Broken, cells: &Cells, lang: Lang) -> Option<EquationText> {
    let table = form.tables.get(broken.equation.table)?;
    let name = |cell: Cell| term_name(form, table, broken, cell, lang);
    let term = |&cell: &Cell| {
        let value = cells.get(cell).number().unwrap_or(Number::ZERO);
        Term { cell, name: name(cell), value }
    };
    let all: Vec<Term> = broken.equation.right.iter().map(term).collect();
    let right: Vec<Term> =
        if all.len() > 2 { all.iter().filter(|term| !term.value.is_zero()).cloned().collect() } else { all.clone() };
    Some(EquationText {
        place: table.line_name(broken.equation.line, lang),
        left: broken.equation.left.iter().map(term).collect(),
        zeros: all.len() - right.len(),
        right,
    })
}

/// An equation over a column names its rows, one over a row its columns.
fn term_name(form: &Form, table: &Table, broken: &Broken, cell: Cell, lang: Lang) -> String {
    let Some(spec) = form.spec(cell) else { return String::new() };
    match broken.equation.line {
        EquationLine::Column(_) => table.row_name(spec.row, lang),
        EquationLine::Row(_) => table.column_name(spec.column, lang).to_owned(),
    }
}

/// The finding in one line.
#[must_use]
pub fn message(form: &Form, finding: &Finding, cells: &Cells, lang: Lang) -> String {
    plain_message(form, finding, cells, lang) + &doubts_text(&finding.doubts, lang)
}

/// Which cells it rests on were read with a doubt; nothing where none was.
fn doubts_text(doubts: &Doubts, lang: Lang) -> String {
    const SHOWN: usize = 4;
    if doubts.is_empty() {
        return String::new();
    }
    let words = &lang.words().check;
    let text = |doubted: &Doubted| {
        let cells = names(doubted.form, &doubted.cells, lang);
        match &doubted.whose {
            Whose::Own => cells,
            Whose::LastYear => words.doubted_last_year(&cells),
            Whose::Published => words.doubted_published(&cells),
            Whose::Other(agency) => words.doubted_other(agency, &cells),
        }
    };
    let list = doubts.iter().take(SHOWN).map(text).collect::<Vec<_>>().join(words.doubted_separator());
    let list = match doubts.len() > SHOWN {
        true => words.doubted_more(&list, doubts.len() + doubts.more()),
        false => list,
    };
    words.doubted(&list)
}

/// The same without the doubts of our own reading, which are nobody else's business.
#[must_use]
pub(crate) fn plain_message(form: &Form, finding: &Finding, cells: &Cells, lang: Lang) -> String {
    match &finding.what {
        Violation::Broken(broken) => broken_message(form, broken, cells, lang),
        Violation::Faulty(fault) => match finding.cells.first() {
            Some(_) if finding.cells.len() > 1 => blanks_message(form, &finding.cells, lang),
            Some(&cell) => fault_message(form, *fault, cell, cells, lang),
            None => String::new(),
        },
        Violation::Said(said) => filled(said, lang.pick(&said.wording.zh, &said.wording.en), lang),
    }
}

/// The same for a letter: without what only the office knows, as how it calls its files.
#[must_use]
pub(crate) fn letter_message(form: &Form, finding: &Finding, cells: &Cells, lang: Lang) -> String {
    let letter = finding.said().and_then(|said| Some((said, said.wording.letter.as_ref()?)));
    match letter {
        Some((said, letter)) => filled(said, letter.text(lang), lang),
        None => plain_message(form, finding, cells, lang),
    }
}

fn filled(said: &Worded, wording: &str, lang: Lang) -> String {
    let texts: Vec<(&str, String)> =
        said.values.iter().map(|(name, value)| (*name, value.text(lang.words()))).collect();
    let values: Vec<(&str, &dyn std::fmt::Display)> =
        texts.iter().map(|(name, value)| (*name, value as &dyn std::fmt::Display)).collect();
    fill(wording, &values)
}

fn broken_message(form: &Form, broken: &Broken, cells: &Cells, lang: Lang) -> String {
    let Some(text) = equation_text(form, broken, cells, lang) else { return String::new() };
    let words = &lang.words().check;
    let left = sum_text(&text.left, broken.left, lang);
    let right = sum_text(&text.right, broken.right, lang);
    words.broken(&text.place, &left, &right, broken.difference)
}

/// `（七）总计 50 ＋ 四、结转下年 0 ＝ 50`; a single term needs no sum.
fn sum_text(terms: &[Term], sum: Number, lang: Lang) -> String {
    let words = &lang.words().check;
    let mut text = String::new();
    for (index, term) in terms.iter().enumerate() {
        if index > 0 {
            text += words.plus();
        }
        // Writing to a String cannot fail.
        let _ = write!(text, "{} {}", term.name, term.value);
    }
    match terms.len() {
        0 => words.all_zero().to_owned(),
        1 => text,
        _ => text + words.equals() + &sum.to_string(),
    }
}

/// The blanks of a row or of a table, in one line.
fn blanks_message(form: &Form, cells: &[Cell], lang: Lang) -> String {
    let words = &lang.words().check;
    let spec = |cell: Option<&Cell>| cell.and_then(|&cell| form.spec(cell));
    let (Some(first), Some(last)) = (spec(cells.first()), spec(cells.last())) else { return String::new() };
    let Some(table) = form.tables.get(first.table) else { return String::new() };
    let place = match first.row == last.row {
        true => table.line_name(EquationLine::Row(first.row), lang),
        false => table.name(lang).to_owned(),
    };
    let cell = cells.first().map(|&cell| cell_name(form, cell, lang)).unwrap_or_default();
    words.blanks(&place, cells.len(), &cell)
}

/// A cell's fault in one line.
#[must_use]
pub(crate) fn fault_message(form: &Form, fault: Fault, cell: Cell, cells: &Cells, lang: Lang) -> String {
    let words = &lang.words().check;
    let value = match cells.get(cell) {
        Value::Number(number) => number.to_string(),
        Value::Raw(text) => text.to_owned(),
        Value::Blank => words.empty().to_owned(),
        Value::Missing => String::new(),
    };
    let cell = cell_name(form, cell, lang);
    match fault {
        Fault::Blank => words.blank(cell, value),
        Fault::NotANumber => words.not_a_number(cell, value),
        Fault::Negative => words.negative(cell, value),
        Fault::NotWhole => words.not_whole(cell, value),
        Fault::TooFine => words.too_fine(cell, value),
    }
}

/// The row or column that could not be checked, with its table; `None` where it is the whole table.
#[must_use]
pub(crate) fn place_name(form: &Form, entry: &Unchecked, lang: Lang) -> Option<String> {
    let place = entry.place.as_ref()?;
    let equation = form.equations.iter().find(|equation| equation.rule == entry.rule.id && equation.place == *place)?;
    let table = form.tables.get(equation.table)?;
    Some(format!("{} {}", table.name(lang), table.line_name(equation.line, lang)))
}

/// Why a rule could not be applied, in one line.
#[must_use]
pub(crate) fn reason(form: &Form, reason: &WhyUnchecked, lang: Lang) -> String {
    let words = &lang.words().check;
    match reason {
        WhyUnchecked::NoTable(table) => {
            let name = form.tables.get(*table).map(|table| table.name(lang)).unwrap_or_default();
            words.no_table(&name)
        }
        WhyUnchecked::Missing(cells) => words.missing(names(form, cells, lang)),
        WhyUnchecked::NoNumber(cells) => words.no_number(names(form, cells, lang)),
        WhyUnchecked::Doubtful(cells) => words.doubtful(names(form, cells, lang)),
        WhyUnchecked::Overflow => words.overflow().to_owned(),
        WhyUnchecked::Needs(need) => need_text(*need, words).to_owned(),
        WhyUnchecked::Stopped => words.stopped().to_owned(),
        WhyUnchecked::NotComparedYet => words.not_compared_yet().to_owned(),
        WhyUnchecked::NotListed(need) => words.not_listed(need_name(*need, lang)),
        WhyUnchecked::NoColumns(need, table) => {
            let table = form.tables.get(*table).map(|table| table.name(lang)).unwrap_or_default();
            words.no_columns(need_name(*need, lang), table)
        }
        WhyUnchecked::NotReadYet(need) => words.not_read_yet(need_name(*need, lang)),
        WhyUnchecked::NoPublishedText => words.no_published_text().to_owned(),
        WhyUnchecked::OtherYear(date) => words.other_year(date),
        WhyUnchecked::NoSection(number) => {
            let section = form.sections.iter().find(|section| section.number == *number);
            let name = section.map(|section| lang.pick(&section.label.zh, &section.label.en)).unwrap_or_default();
            words.no_section(name)
        }
        WhyUnchecked::OtherEdition => words.other_edition().to_owned(),
        WhyUnchecked::NotYet(from) => words.not_yet(from),
        WhyUnchecked::NoText => words.no_text().to_owned(),
        WhyUnchecked::NothingSaid => words.nothing_said().to_owned(),
        WhyUnchecked::TooLong(number) => words.too_long(number),
        WhyUnchecked::NoTitle => words.no_title().to_owned(),
        WhyUnchecked::NoLevel => words.no_level().to_owned(),
        WhyUnchecked::NoSum => words.no_sum().to_owned(),
        WhyUnchecked::UnitsMissing => words.units_missing().to_owned(),
    }
}

/// What an input is called.
#[must_use]
pub(crate) fn need_name(need: Need, lang: Lang) -> &'static str {
    let position = Need::ALL.iter().position(|known| *known == need);
    position.and_then(|index| lang.words().check.need_names().get(index)).copied().unwrap_or_default()
}

fn need_text(need: Need, words: &CheckWords) -> &'static str {
    match need {
        Need::LastYear => words.needs_last_year(),
        Need::Roster => words.needs_roster(),
        Need::Batch => words.needs_batch(),
        Need::Ledger => words.needs_ledger(),
        Need::Dates => words.needs_dates(),
        Need::PublishedPage => words.needs_published_page(),
        Need::PaperCopy => words.needs_paper_copy(),
        Need::Frozen => words.needs_frozen(),
    }
}

/// The first few names, and how many more.
fn names(form: &Form, cells: &[Cell], lang: Lang) -> String {
    const SHOWN: usize = 4;
    let words = &lang.words().check;
    let shown: Vec<String> = cells.iter().take(SHOWN).map(|&cell| cell_name(form, cell, lang)).collect();
    let list = shown.join(words.separator());
    match cells.len().checked_sub(SHOWN) {
        Some(more) if more > 0 => words.and_more(&list, cells.len()),
        _ => list,
    }
}
