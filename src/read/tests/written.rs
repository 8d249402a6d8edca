//! Documents written out of the form, in several layouts.

use std::fmt::Write as _;

use super::*;

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Style {
    /// One line per row, label and values separated by tabs.
    Tabs,
    /// Tabs, with merged cells as blank fields.
    Merged,
    /// One cell per line.
    Lines,
    /// Text of a PDF: labels wrapped, values behind them.
    Wrapped,
    /// The same, values in the middle of a wrapped label.
    Around,
    /// A table of Markdown.
    Bars,
    /// No gap between the cells of a row.
    Glued,
    /// Headings over rows spelled down the page.
    Spelled,
}

pub(super) const STYLES: [Style; 6] =
    [Style::Tabs, Style::Merged, Style::Lines, Style::Wrapped, Style::Around, Style::Bars];

/// A document with a cell's text from `value`.
pub(super) fn written(style: Style, value: impl Fn(&str) -> String) -> String {
    written_of(form::newest(), style, value)
}

/// A document of some edition.
pub(super) fn written_of(form: &Form, style: Style, value: impl Fn(&str) -> String) -> String {
    let mut text = "临江县示例局\n2023年政府信息公开工作年度报告\n\n".to_owned();
    for section in &form.sections {
        let mark = if style == Style::Bars { "## " } else { "" };
        let _ = writeln!(text, "{mark}{}、{}\n", section.numeral, section.label.zh);
        match form.tables.iter().find(|table| table.section == section.number) {
            Some(table) => write_table(&mut text, form, table, style, &value),
            None => text += "（一）有关情况。2023年，本机关公开信息 12 条，收到申请 5 件。\n",
        }
        text.push('\n');
    }
    text
}

fn write_table(text: &mut String, form: &Form, table: &Table, style: Style, value: &impl Fn(&str) -> String) {
    let names = |cells: &[Cell]| -> Vec<String> {
        let column = |cell: &Cell| table.columns[form.spec(*cell).unwrap().column].label.zh.to_string();
        cells.iter().map(column).collect()
    };
    let values = |cells: &[Cell]| -> Vec<String> { cells.iter().map(|cell| value(form.id(*cell))).collect() };
    if table.layout == PrintLayout::SideBySide {
        let cells: Vec<Cell> = (0..table.rows.len()).flat_map(|row| table.cells_in_row(row)).collect();
        let heads: Vec<String> = table.rows.iter().map(|row| row.label.zh.to_string()).collect();
        write_row(text, style, &[], &heads);
        write_row(text, style, &[], &names(&cells));
        write_row(text, style, &[], &values(&cells));
        return;
    }
    let mut head = Vec::new();
    let mut group = None;
    for (index, row) in table.rows.iter().enumerate() {
        let cells: Vec<Cell> = table.cells_in_row(index).collect();
        if names(&cells) != head {
            head = names(&cells);
            write_row(text, style, &[table.printed.last().unwrap().to_string()], &head);
        }
        let mut labels = Vec::new();
        if row.group != group && row.group.is_some() {
            group = row.group;
            labels.push(table.groups[group.unwrap()].label.zh.to_string());
        } else if row.group.is_some() {
            labels.push(String::new());
        }
        labels.push(format!("{}{}", row.ordinal, row.label.zh));
        write_row(text, style, &labels, &values(&cells));
    }
}

fn write_row(text: &mut String, style: Style, labels: &[String], values: &[String]) {
    let filled = || labels.iter().filter(|label| !label.is_empty());
    match style {
        Style::Tabs => {
            // Headings over rows on lines of their own.
            for label in filled().rev().skip(1).collect::<Vec<_>>() {
                let _ = writeln!(text, "{label}");
            }
            let cells: Vec<&str> = filled().next_back().into_iter().chain(values).map(String::as_str).collect();
            let _ = writeln!(text, "{}", cells.join("\t"));
        }
        Style::Merged => {
            let mut cells: Vec<&str> = labels.iter().map(String::as_str).collect();
            cells.resize(if labels.is_empty() { 0 } else { 3 }, "");
            cells.extend(values.iter().map(String::as_str));
            let _ = writeln!(text, "{}\t", cells.join("\t"));
        }
        Style::Lines => {
            for cell in labels.iter().chain(values) {
                let _ = writeln!(text, "\t{cell}");
            }
            text.push('\n');
        }
        Style::Wrapped | Style::Around => {
            let values = values.join(" ");
            let lines: Vec<String> = filled().flat_map(|label| wrapped(label)).collect();
            let inside = style == Style::Around && lines.len() > 1;
            let at = if inside { lines.len() / 2 } else { lines.len() };
            for (index, line) in lines.iter().enumerate() {
                if index == at {
                    let _ = writeln!(text, "{values}\n");
                }
                let _ = writeln!(text, "{line}");
            }
            if at >= lines.len() {
                let _ = writeln!(text, "{values}\n");
            }
        }
        Style::Bars => {
            let cells: Vec<&str> = labels.iter().chain(values).map(String::as_str).collect();
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
        Style::Glued => {
            let cells: Vec<&str> = labels.iter().chain(values).map(String::as_str).collect();
            let _ = writeln!(text, "{}", cells.concat());
        }
        Style::Spelled => {
            // Headings down the page, one character a line; values behind the row's label.
            let labels: Vec<&String> = filled().collect();
            let (own, above) = labels.split_last().map_or((None, &[][..]), |(own, above)| (Some(own), above));
            for label in above {
                label.chars().for_each(|c| {
                    let _ = writeln!(text, "{c}");
                });
            }
            let cells: Vec<&str> =
                own.into_iter().map(|own| own.as_str()).chain(values.iter().map(String::as_str)).collect();
            let _ = writeln!(text, "{}", cells.join(" "));
        }
    }
}

fn wrapped(label: &str) -> Vec<String> {
    let chars: Vec<char> = label.chars().collect();
    chars.chunks(9).map(|chunk| chunk.iter().collect()).collect()
}

/// A merged-cell document of zeros in which one line's values are replaced.
pub(super) fn with_line(style: Style, label: &str, change: impl Fn(&str) -> String) -> Report {
    let text = written(style, |_| "0".to_owned());
    let mut hits = 0;
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            if line.contains(label) {
                hits += 1;
                change(line)
            } else {
                line.to_owned()
            }
        })
        .collect();
    assert!(hits > 0, "{label}");
    read_text(&lines.join("\n"))
}

/// A row of table three whose values are replaced, in a document of zeros with a blank field behind every row.
pub(super) fn with_values(label: &str, values: &str) -> Report {
    let values = values.replace(' ', "\t");
    with_line(Style::Merged, label, move |line| format!("{}\t{values}\t", line.split("\t0").next().unwrap()))
}
