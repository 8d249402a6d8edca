//! What the layouts have in common: labels and values of a report as texts.

use crate::form::{Form, Table};
use crate::report::{Report, Section, Value};

/// In the corner of 表三.
pub(super) const CORNER: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
/// Above the columns of 表三.
pub(super) const APPLICANTS: &str = "申请人情况";
/// Above the rows of 表二.
pub(super) const CONTENT: &str = "信息内容";

/// A report seen as print.
pub(super) struct Printed<'a> {
    report: &'a Report,
    pub(crate) form: &'static Form,
}

impl<'a> Printed<'a> {
    pub(super) fn new(report: &'a Report) -> Self {
        Self { report, form: report.lean.form }
    }

    /// The agency's name.
    pub(super) fn agency(&self) -> &'a str {
        &self.report.lean.head.agency.name
    }

    pub(super) fn title(&self) -> String {
        let title = self.report.narrative.title.as_ref().map(ToString::to_string);
        title.unwrap_or_else(|| format!("{}{}", self.agency(), self.title_after_name()))
    }

    /// The title without the agency's name.
    pub(super) fn title_after_name(&self) -> String {
        let title = self.report.narrative.title.as_deref().and_then(|title| title.strip_prefix(self.agency()));
        let year = self.report.lean.head.year;
        title.map_or_else(|| format!("{year}年政府信息公开工作年度报告"), ToOwned::to_owned)
    }

    /// A section of the report.
    pub(super) fn section(&self, number: u8) -> Option<&'a Section> {
        self.report.narrative.sections.iter().find(|section| section.number == number)
    }

    /// The paragraphs of a section.
    pub(super) fn paragraphs(&self, number: u8) -> impl Iterator<Item = &'a str> + use<'a> {
        self.section(number).into_iter().flat_map(|section| section.text.lines()).filter(|line| !line.is_empty())
    }

    /// The rows that the document has, by position.
    pub(super) fn rows<'t>(&self, table: &'t Table) -> impl Iterator<Item = usize> + use<'_, 'a, 't> {
        let cells = &self.report.lean.cells;
        (0..table.rows.len()).filter(move |&row| cells.any_present(table.cells_in_row(row)))
    }

    /// The values of a row as texts; a blank is an empty text.
    pub(super) fn values(&self, table: &Table, row: usize) -> Vec<String> {
        let text = |cell| match self.report.lean.cells.get(cell) {
            Value::Missing | Value::Blank => String::new(),
            Value::Number(number) => number.to_string(),
            Value::Raw(text) => text.to_owned(),
        };
        table.cells_in_row(row).map(text).collect()
    }
}

/// The rows of 表二 in runs under one group, with the labels of the columns they have.
pub(super) fn runs<'t>(table: &'t Table, rows: impl Iterator<Item = usize>) -> Vec<Run<'t>> {
    let mut runs: Vec<Run<'t>> = Vec::new();
    for row in rows {
        let group = table.rows.get(row).and_then(|row| row.group);
        match runs.last_mut().filter(|run| run.group == group) {
            Some(run) => run.rows.push(row),
            None => {
                let label = group.and_then(|group| table.groups.get(group)).map_or("", |group| &group.label.zh);
                let columns = table.columns.iter().enumerate().filter(|(column, _)| table.at(row, *column).is_some());
                let columns = columns.map(|(_, column)| &*column.label.zh).collect();
                runs.push(Run { group, label, columns, rows: vec![row] });
            }
        }
    }
    runs
}

/// Rows under one group.
pub(super) struct Run<'t> {
    group: Option<usize>,
    pub(crate) label: &'t str,
    pub(crate) columns: Vec<&'t str>,
    pub(crate) rows: Vec<usize>,
}

/// A row's label with its ordinal.
pub(super) fn label(table: &Table, row: usize) -> String {
    table.rows.get(row).map(|row| format!("{}{}", row.ordinal, row.label.zh)).unwrap_or_default()
}

/// The labels of the groups over a row, the outermost first.
pub(super) fn groups(table: &Table, row: usize) -> Vec<&str> {
    let mut labels = Vec::new();
    let mut group = table.rows.get(row).and_then(|row| row.group);
    while let Some(found) = group.and_then(|group| table.groups.get(group)) {
        labels.insert(0, &*found.label.zh);
        group = found.parent;
    }
    labels
}

/// The labels before a row's values, as merged cells leave them: a group only where it begins.
pub(super) fn merged_labels(table: &Table, row: usize, before: Option<usize>) -> Vec<String> {
    let above = before.map(|before| groups(table, before)).unwrap_or_default();
    let own = groups(table, row);
    let shared = own.iter().zip(&above).take_while(|(own, above)| own == above).count();
    let mut labels: Vec<String> = own
        .iter()
        .enumerate()
        .map(|(depth, label)| if depth < shared { String::new() } else { (*label).into() })
        .collect();
    labels.push(label(table, row));
    labels
}

/// The columns of 表三 in the two lines of its header: those without a group, then the group and those in it.
pub(super) struct Header<'t> {
    /// Columns before the group.
    pub(crate) first: Vec<&'t str>,
    /// The group's label.
    pub(crate) group: &'t str,
    /// Columns in the group.
    pub(crate) inside: Vec<&'t str>,
    /// Columns after the group: the total.
    pub(crate) last: Vec<&'t str>,
}

pub(super) fn header(table: &Table) -> Header<'_> {
    let mut header = Header { first: Vec::new(), group: "", inside: Vec::new(), last: Vec::new() };
    for column in &table.columns {
        let label = &*column.label.zh;
        match column.group.and_then(|group| table.groups.get(group)) {
            Some(group) => {
                header.group = &group.label.zh;
                header.inside.push(label);
            }
            None if header.inside.is_empty() => header.first.push(label),
            None => header.last.push(label),
        }
    }
    header
}

/// The rows of 表四 stand side by side: under a heading of their own, or under that of their group.
pub(super) struct Block<'t> {
    /// The heading over everything.
    pub(crate) top: &'t str,
    /// The row's own label, where it stands under a group.
    pub(crate) below: Option<&'t str>,
    pub(crate) row: usize,
}

pub(super) fn blocks(table: &Table) -> Vec<Block<'_>> {
    let rows = table.rows.iter().enumerate();
    rows.map(|(index, row)| {
        let own = &*row.label.zh;
        match row.group.and_then(|group| table.groups.get(group)) {
            Some(group) => Block { top: &group.label.zh, below: Some(own), row: index },
            None => Block { top: own, below: None, row: index },
        }
    })
    .collect()
}

/// Two characters and two characters, with something between: `结果` + `维持`. Other labels stay whole.
pub(super) fn halves(label: &str, between: &str) -> String {
    if label.chars().count() != 4 {
        return label.to_owned();
    }
    let chars = label.chars().enumerate();
    chars.flat_map(|(index, c)| (index == 2).then_some(between).into_iter().flat_map(str::chars).chain([c])).collect()
}

/// A space between a number and the Chinese text around it.
pub(super) fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut last: Option<char> = None;
    for c in text.chars() {
        let joint = last
            .is_some_and(|last| (last.is_ascii_digit() && is_chinese(c)) || (is_chinese(last) && c.is_ascii_digit()));
        if joint {
            out.push(' ');
        }
        out.push(c);
        last = Some(c);
    }
    out
}

fn is_chinese(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// Cuts a text into lines of so many half-width columns. A number stays whole.
pub(super) fn cut(text: &str, width: usize) -> Vec<String> {
    let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0);
    for word in words(text) {
        let wide = word.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
        if used + wide > width && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if !(line.is_empty() && word == " ") {
            line += word;
            used += wide;
        }
    }
    lines.push(line);
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Single characters, but numbers whole.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (word, after) = rest.split_at_checked(digits.max(first.len_utf8()))?;
        rest = after;
        Some(word)
    })
}
