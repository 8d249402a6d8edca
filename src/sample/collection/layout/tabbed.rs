//! A row per line, tabs between the cells.

use crate::form::{PrintLayout as Printing, Table};

use super::heading;
use super::printed::{APPLICANTS, CONTENT, CORNER, Printed, blocks, halves, header, merged_labels, runs, spaced};

/// What distinguishes the tabbed layouts from each other.
pub(super) struct Style {
    /// Before the title and before each section's heading.
    marks: Option<[&'static str; 7]>,
    /// Spaces around numbers, after ordinals and within the labels of 表四; a page break within 表二.
    spaced: bool,
    /// The row of 表三, counted from the end, from which on the labels have lost their first column.
    torn: usize,
    /// Is there a page break after the first two rows of 表三, and a value too many below it?
    page_break: Option<bool>,
}

pub(super) const PLAIN: Style = Style { marks: None, spaced: true, torn: 6, page_break: None };
pub(super) const HEADINGS: Style = Style {
    marks: Some(["# ", "## ", "## ", "### ", "#### ", "#### ", "#### "]),
    spaced: true,
    torn: 3,
    page_break: None,
};

pub(super) const fn page_break(extra_value: bool) -> Style {
    Style {
        marks: Some(["# ", "## ", "## ", "## ", "", "", "## "]),
        spaced: false,
        torn: 3,
        page_break: Some(extra_value),
    }
}

/// Rows above the page break in 表三.
const ABOVE_BREAK: usize = 2;
/// Empty fields that the page break pushes between labels and values.
const PUSHED: usize = 3;

pub(super) fn render(printed: &Printed<'_>, style: &Style) -> String {
    let mut out = Page { out: String::from("\n\n"), style };
    out.heading(0, &out.text(&printed.title()));
    for section in &printed.form.sections {
        out.heading(section.number, &heading(printed, section));
        for paragraph in printed.paragraphs(section.number) {
            out.paragraph(paragraph);
        }
        for table in printed.form.tables.iter().filter(|table| table.section == section.number) {
            match (table.layout, header(table).group) {
                (Printing::SideBySide, _) => out.side_by_side(printed, table),
                (Printing::Rows, "") => out.runs(printed, table),
                (Printing::Rows, _) => out.rows(printed, table),
            }
            out.out.push('\n');
        }
    }
    out.out.trim_end().to_owned()
}

struct Page<'s> {
    out: String,
    style: &'s Style,
}

impl Page<'_> {
    fn text(&self, text: &str) -> String {
        if self.style.spaced { spaced(text) } else { text.to_owned() }
    }

    fn heading(&mut self, number: u8, text: &str) {
        let mark = self.style.marks.as_ref().and_then(|marks| marks.get(usize::from(number))).copied();
        self.out += mark.unwrap_or_default();
        self.out += text;
        self.out += "\n\n";
    }

    /// A paragraph that begins with `（一）…。` shows this part as its own small heading.
    fn paragraph(&mut self, text: &str) {
        let text = match (self.style.page_break, text.split_once('。')) {
            (Some(_), Some((lead, rest))) if lead.starts_with('（') => format!("**{}。**{rest}", narrow_ordinal(lead)),
            _ => narrow_ordinal(&self.text(text)),
        };
        self.out += &text;
        self.out += "\n\n";
    }

    /// One line of fields, filled up with empty ones.
    fn line(&mut self, fields: &[String], width: usize) {
        self.out += &fields.join("\t");
        self.out.extend(std::iter::repeat_n('\t', width.saturating_sub(fields.len())));
        self.out.push('\n');
    }

    /// 表二: the width of its widest group, until a page break.
    fn runs(&mut self, printed: &Printed<'_>, table: &Table) {
        let runs = runs(table, printed.rows(table));
        let mut width = runs.iter().map(|run| run.columns.len()).max().unwrap_or_default() + 1;
        let mut whole = self.style.spaced;
        for run in runs {
            self.line(&[run.label.into()], width);
            let names = std::iter::once(CONTENT).chain(run.columns.iter().copied());
            self.line(&names.map(String::from).collect::<Vec<_>>(), width);
            for (index, &row) in run.rows.iter().enumerate() {
                // The page ends within the first run of several rows that has but one column.
                if whole && index > 0 && run.columns.len() == 1 {
                    self.out.push('\n');
                    width = 2;
                    whole = false;
                }
                let mut fields = merged_labels(table, row, Some(row));
                fields.retain(|field| !field.is_empty());
                fields.extend(printed.values(table, row));
                self.line(&fields, width);
            }
        }
    }

    /// 表三.
    fn rows(&mut self, printed: &Printed<'_>, table: &Table) {
        let labels = if self.style.page_break.is_some() { 1 } else { 3 };
        self.rows_header(table, labels);
        let rows: Vec<usize> = printed.rows(table).collect();
        let torn = rows.len().saturating_sub(self.style.torn);
        let mut before = None;
        for (index, &row) in rows.iter().enumerate() {
            if self.style.page_break.is_some() && index == ABOVE_BREAK {
                self.out += &format!("\n{}\n\n", printed.title());
            }
            let mut fields = merged_labels(table, row, before);
            if index >= torn && fields.len() > 1 {
                fields.remove(0);
            }
            if index == torn {
                fields.retain(|field| !field.is_empty());
            }
            let fields: Vec<String> = fields.iter().map(|label| self.label(label)).collect();
            self.row(fields, printed.values(table, row), index, labels);
            before = Some(row);
        }
    }

    fn rows_header(&mut self, table: &Table, labels: usize) {
        let header = header(table);
        let width = labels + table.columns.len();
        // With three columns of labels the corner covers two of them, and everything stands one further left.
        let corner = if labels == 1 { 1 } else { labels - 1 };
        let columns = header.first.len() + header.inside.len();
        let gap = |count: usize| vec![String::new(); count];
        let own = |labels: &[&str]| labels.iter().map(|label| (*label).to_owned()).collect::<Vec<_>>();
        let corner_text = CORNER.replace('（', "(").replace('）', ")");
        let over = [vec![corner_text], gap(corner - 1), vec![APPLICANTS.into()], gap(columns - 1), own(&header.last)];
        self.line(&over.concat(), width);
        self.line(&[gap(corner), own(&header.first), vec![header.group.into()]].concat(), width);
        self.line(&[gap(corner + header.first.len()), own(&header.inside)].concat(), width);
    }

    fn row(&mut self, mut fields: Vec<String>, mut values: Vec<String>, index: usize, labels: usize) {
        let mut width = labels + values.len();
        match self.style.page_break {
            Some(extra) if index >= ABOVE_BREAK => {
                width = 3 + PUSHED + values.len() + usize::from(extra);
                fields.extend(std::iter::repeat_n(String::new(), PUSHED));
                if extra {
                    // Where it stands, only the arithmetic of the row can tell.
                    values.insert(if index.is_multiple_of(2) { 0 } else { values.len() }, "0".into());
                }
            }
            Some(_) => {}
            None => fields.resize(fields.len().max(labels - 1), String::new()),
        }
        fields.extend(values);
        self.line(&fields, width);
    }

    /// `（一）予以公开` as `(一) 予以公开`; with spaces, `1.` as `1. `.
    fn label(&self, label: &str) -> String {
        let label = narrow(label);
        match label.split_once('.') {
            Some((number, rest)) if self.style.spaced => format!("{number}. {rest}"),
            _ => label,
        }
    }

    /// 表四.
    fn side_by_side(&mut self, printed: &Printed<'_>, table: &Table) {
        let (own, columns) = (|text: &str| text.to_owned(), table.columns.len());
        let between = if self.style.spaced { " " } else { "" };
        let names: Vec<String> = table.columns.iter().map(|column| halves(&column.label.zh, between)).collect();
        let (mut first, mut second, mut third, mut values) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut top = "";
        for block in blocks(table) {
            let gap = vec![String::new(); columns - 1];
            first.push(own(if top == block.top { "" } else { block.top }));
            first.extend(gap.clone());
            top = block.top;
            match block.below {
                Some(below) => {
                    second.push(own(below));
                    second.extend(gap);
                    third.extend(names.clone());
                }
                None => {
                    second.extend(names.clone());
                    third.extend(vec![String::new(); columns]);
                }
            }
            values.extend(printed.values(table, block.row));
        }
        [first, second, third, values].iter().for_each(|fields| self.line(fields, 0));
    }
}

/// `（一）` as `(一) `; everything after it as it is.
fn narrow_ordinal(text: &str) -> String {
    match text.strip_prefix('（').and_then(|text| text.split_once('）')) {
        Some((ordinal, rest)) => format!("({ordinal}) {rest}"),
        None => text.to_owned(),
    }
}

/// Half-width brackets, and commas where there are any, as word processors like to have them.
fn narrow(label: &str) -> String {
    let text = narrow_ordinal(label);
    if text.contains('（') { text.replace('（', " (").replace('）', ")").replace('，', ", ") } else { text }
}
