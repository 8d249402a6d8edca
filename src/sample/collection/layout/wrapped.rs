//! Text out of a PDF: everything is cut at the width of its column on the page.

use crate::form::{PrintLayout as Printing, Table};

use super::printed::{APPLICANTS, CONTENT, CORNER, Printed, blocks, cut, groups, halves, header, label, runs, spaced};
use super::{Beside, heading};

/// Widths in half-width columns: a line of prose, the corner of 表三, the columns of its labels by their depth.
const PROSE: usize = 78;
const CORNER_WIDTH: usize = 46;
const GROUPS: [usize; 2] = [6, 8];
const LABELS: [usize; 3] = [60, 38, 30];
const COLUMN: usize = 4;
/// A label on so many lines pushes the total of its row onto a line of its own.
const TALL: usize = 3;

pub(super) fn render(printed: &Printed<'_>, values: Beside) -> String {
    let mut page = Page { out: String::from("\n"), values };
    page.line(printed.agency());
    page.line(&printed.title_after_name());
    for section in &printed.form.sections {
        page.gap();
        page.line(&heading(printed, section));
        page.gap();
        printed.paragraphs(section.number).for_each(|paragraph| page.prose(paragraph));
        for table in printed.form.tables.iter().filter(|table| table.section == section.number) {
            match (table.layout, header(table).group) {
                (Printing::SideBySide, _) => page.side_by_side(printed, table),
                (Printing::Rows, "") => page.runs(printed, table),
                (Printing::Rows, _) => page.rows(printed, table),
            }
            if table.layout == Printing::Rows {
                page.gap();
            }
        }
    }
    page.out + "\n\n"
}

struct Page {
    out: String,
    values: Beside,
}

impl Page {
    fn line(&mut self, text: &str) {
        self.out += text;
        self.out.push('\n');
    }

    fn gap(&mut self) {
        self.out.push('\n');
    }

    /// Lines cut at the margin, with a gap after the second as where a page ends.
    fn prose(&mut self, text: &str) {
        for (index, line) in cut(&spaced(text), PROSE).iter().enumerate() {
            if index == 2 {
                self.gap();
            }
            self.line(line);
        }
    }

    /// A text cut over several lines, then a gap.
    fn block(&mut self, text: &str, width: usize) {
        for line in cut(text, width) {
            self.line(&line);
        }
        self.gap();
    }

    fn runs(&mut self, printed: &Printed<'_>, table: &Table) {
        for run in runs(table, printed.rows(table)) {
            self.line(run.label);
            self.line(&format!("{CONTENT} {}", run.columns.join(" ")));
            self.gap();
            for &row in &run.rows {
                self.line(&one_line(&label(table, row), &printed.values(table, row)));
                self.gap();
            }
        }
    }

    fn rows(&mut self, printed: &Printed<'_>, table: &Table) {
        self.rows_header(table);
        let mut above: Vec<&str> = Vec::new();
        for row in printed.rows(table) {
            let own = groups(table, row);
            let shared = own.iter().zip(&above).take_while(|(own, above)| own == above).count();
            for (group, width) in own.iter().zip(GROUPS).skip(shared) {
                self.block(group, width);
            }
            let width = LABELS.get(own.len()).copied().unwrap_or(PROSE);
            self.row(&cut(&label(table, row), width), &printed.values(table, row), own.len());
            above = own;
        }
    }

    fn rows_header(&mut self, table: &Table) {
        let header = header(table);
        self.block(CORNER, CORNER_WIDTH);
        self.block(APPLICANTS, PROSE);
        header.first.iter().for_each(|name| self.block(name, COLUMN));
        self.block(header.group, PROSE);
        // The total spans both lines of the header and runs into the first column of the second.
        self.out += &header.last.concat();
        header.inside.iter().for_each(|name| self.block(name, COLUMN));
    }

    fn row(&mut self, label: &[String], values: &[String], depth: usize) {
        let [only] = label else { return self.tall_row(label, values, depth) };
        self.line(&one_line(only, values));
        self.gap();
    }

    /// The label is taller than the line of its numbers.
    fn tall_row(&mut self, label: &[String], values: &[String], depth: usize) {
        let numbers = match values.split_last() {
            Some((total, rest)) if depth < 2 || label.len() >= TALL => vec![join(rest), total.clone()],
            _ => vec![join(values)],
        };
        let split = match self.values {
            Beside::After => label.len(),
            Beside::Between => 1,
            Beside::Before => 0,
        };
        let (above, below) = label.split_at_checked(split).unwrap_or((label, &[]));
        above.iter().for_each(|line| self.line(line));
        if !above.is_empty() && below.is_empty() {
            self.gap();
        }
        numbers.iter().for_each(|line| self.line(line));
        below.iter().for_each(|line| self.line(line));
        self.gap();
    }

    fn side_by_side(&mut self, printed: &Printed<'_>, table: &Table) {
        let blocks = blocks(table);
        let mut tops: Vec<&str> = blocks.iter().map(|block| block.top).collect();
        tops.dedup();
        self.line(&tops.join(" "));
        self.gap();
        let below: Vec<&str> = blocks.iter().filter_map(|block| block.below).collect();
        let mut open = below.is_empty();
        for block in &blocks {
            if block.below.is_some() && !open {
                self.line(&below.join(" "));
                self.gap();
                open = true;
            }
            self.names(table);
        }
        self.gap();
        let values: Vec<String> = blocks.iter().flat_map(|block| printed.values(table, block.row)).collect();
        self.line(&join(&values));
    }

    /// The names of the columns, each cut in two; after the last one the next block follows at once.
    fn names(&mut self, table: &Table) {
        let last = table.columns.len().saturating_sub(1);
        for (index, column) in table.columns.iter().enumerate() {
            self.line(&halves(&column.label.zh, "\n"));
            if index < last {
                self.gap();
            }
        }
    }
}

/// An empty cell leaves nothing behind in such a text, not even a gap.
fn join(values: &[String]) -> String {
    values.iter().map(String::as_str).filter(|value| !value.is_empty()).collect::<Vec<_>>().join(" ")
}

fn one_line(label: &str, values: &[String]) -> String {
    format!("{label} {}", join(values)).trim_end().to_owned()
}
