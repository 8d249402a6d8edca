//! A cell per line behind a tab; an empty line ends a row.

use crate::form::{PrintLayout as Printing, Table};

use super::heading;
use super::printed::{APPLICANTS, CONTENT, CORNER, Printed, blocks, halves, header, label, merged_labels, runs};

/// Between the paragraphs of the section on problems, which run together.
const RUN_ON: &str = " 　　";
const PROBLEMS: u8 = 5;

pub(super) fn render(printed: &Printed<'_>) -> String {
    let mut page = Page(format!("\n{}\n\n", printed.title()));
    for section in &printed.form.sections {
        page.0 += &format!("{}\n", heading(printed, section));
        let paragraphs: Vec<&str> = printed.paragraphs(section.number).collect();
        if !paragraphs.is_empty() {
            page.0 += &paragraphs.join(if section.number == PROBLEMS { RUN_ON } else { "\n" });
            page.0.push('\n');
        }
        for table in printed.form.tables.iter().filter(|table| table.section == section.number) {
            page.0.push('\n');
            match (table.layout, header(table).group) {
                (Printing::SideBySide, _) => page.side_by_side(printed, table),
                (Printing::Rows, "") => page.runs(printed, table),
                (Printing::Rows, _) => page.rows(printed, table),
            }
        }
        page.0 += if section.number < PROBLEMS - 1 { "\n\n" } else { "\n" };
    }
    page.0.trim_end().to_owned()
}

struct Page(String);

impl Page {
    fn row<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) {
        for cell in cells {
            self.0 += &format!("\t{cell}\n");
        }
        self.0.push('\n');
    }

    fn runs(&mut self, printed: &Printed<'_>, table: &Table) {
        for run in runs(table, printed.rows(table)) {
            self.row([run.label]);
            self.row(std::iter::once(CONTENT).chain(run.columns.iter().copied()));
            for &row in &run.rows {
                let (label, values) = (label(table, row), printed.values(table, row));
                self.row(std::iter::once(&*label).chain(values.iter().map(String::as_str)));
            }
        }
    }

    fn rows(&mut self, printed: &Printed<'_>, table: &Table) {
        let header = header(table);
        let names: Vec<String> = header.inside.iter().map(|name| halves(name, "\n")).collect();
        self.row([CORNER, APPLICANTS]);
        let second = header.first.iter().copied().chain([header.group]).chain(header.last.iter().copied());
        self.row(std::iter::once("").chain(second));
        self.row(["", ""].into_iter().chain(names.iter().map(String::as_str)).chain([""]));
        let mut before = None;
        for row in printed.rows(table) {
            let (labels, values) = (merged_labels(table, row, before), printed.values(table, row));
            self.row(labels.iter().chain(&values).map(String::as_str));
            before = Some(row);
        }
    }

    fn side_by_side(&mut self, printed: &Printed<'_>, table: &Table) {
        let blocks = blocks(table);
        let names: Vec<String> = table.columns.iter().map(|column| halves(&column.label.zh, "\n")).collect();
        // The very first column happens to be wide enough.
        let widest = table.columns.iter().take(1).map(|column| &*column.label.zh);
        let mut tops: Vec<&str> = blocks.iter().map(|block| block.top).collect();
        tops.dedup();
        self.row(tops);
        let (mut second, mut third, mut values) = (Vec::new(), Vec::new(), Vec::new());
        for block in &blocks {
            match block.below {
                Some(below) => {
                    second.push(below);
                    third.extend(names.iter().map(String::as_str));
                }
                None => {
                    second.extend(widest.clone().chain(names.iter().skip(1).map(String::as_str)));
                    third.extend(std::iter::repeat_n("", names.len()));
                }
            }
            values.extend(printed.values(table, block.row));
        }
        self.row(second);
        self.row(third);
        self.row(values.iter().map(String::as_str));
    }
}
