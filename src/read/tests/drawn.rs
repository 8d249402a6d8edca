//! Whole reports as converters draw them: grids, ruled columns, merged cells repeated, text first and tables behind it.

use super::written::*;
use super::*;

/// A report in which every cell holds its own position in the form, its tables' rows drawn otherwise.
fn drawn(draw: impl Fn(&[Vec<String>]) -> String) -> Report {
    let text = written(Style::Merged, |id| newest_index(id).to_string());
    let mut out = String::new();
    let mut table: Vec<Vec<String>> = Vec::new();
    for line in text.lines().chain([""]) {
        if line.contains('\t') {
            table.push(line.split('\t').map(|field| field.trim().to_owned()).collect());
            continue;
        }
        if !table.is_empty() {
            let width = table.iter().map(Vec::len).max().unwrap();
            table.iter_mut().for_each(|row| row.resize(width, String::new()));
            out += &draw(&std::mem::take(&mut table));
        }
        out += line;
        out.push('\n');
    }
    read_text(&out)
}

fn assert_whole(what: &str, report: &Report) {
    for cell in report.lean.form.cells() {
        let id = report.lean.form.id(cell);
        assert_eq!(report.lean.cells.get(cell), Value::int(newest_index(id)), "{what} {id} {:?}", kinds(report));
    }
}

fn wide(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() || "“”".contains(c) { 1 } else { 2 }).sum()
}

/// Columns of a few characters, labels wrapped in them.
fn grid(rows: &[Vec<String>]) -> String {
    let rule = format!("+{}\n", "--------+".repeat(rows[0].len()));
    let mut text = format!("\n{rule}");
    for row in rows {
        let cells: Vec<Vec<String>> = row
            .iter()
            .map(|cell| cell.chars().collect::<Vec<_>>().chunks(3).map(|c| c.iter().collect()).collect())
            .collect();
        for line in 0..cells.iter().map(Vec::len).max().unwrap().max(1) {
            for cell in &cells {
                let part = cell.get(line).map_or("", String::as_str);
                text += &format!("| {part}{}", " ".repeat(7 - wide(part)));
            }
            text += "|\n";
        }
        text += &rule;
    }
    text + "\n"
}

/// Columns as wide as their widest cell, below and above a ruler.
fn ruled(rows: &[Vec<String>]) -> String {
    let widths: Vec<usize> =
        (0..rows[0].len()).map(|at| rows.iter().map(|row| wide(&row[at])).max().unwrap().max(2)).collect();
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let mut text = format!("\n  {}\n", rule.join(" "));
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width - wide(cell))));
        text += &format!("  {}\n", cells.collect::<Vec<_>>().join(" "));
    }
    text + &format!("  {}\n\n", rule.join(" "))
}

#[test]
fn grids_and_ruled_columns_are_read_whole() {
    assert_whole("grid", &drawn(grid));
    assert_whole("ruled", &drawn(ruled));
}

#[test]
fn bars_without_one_in_front_and_without_blank_cells_are_read_whole() {
    let ragged =
        |row: &Vec<String>| row.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(" |  ");
    let report = drawn(|rows| rows.iter().map(|row| ragged(row) + "  \n").collect());
    assert_whole("ragged", &report);
    let semicolons = |row: &Vec<String>| row.join("；") + "\n";
    assert_whole("semicolons", &drawn(|rows| rows.iter().map(semicolons).collect()));
}

#[test]
fn tables_behind_the_text_go_to_their_sections() {
    let text = written(Style::Tabs, |id| newest_index(id).to_string());
    let (tables, prose): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.contains('\t'));
    let report = read_text(&format!("{}\n{}\n", prose.join("\n"), tables.join("\n")));
    assert_whole("behind", &report);
}

#[test]
fn a_table_of_its_own_in_another_section_stays_there() {
    let text = written(Style::Tabs, |id| newest_index(id).to_string());
    let report = read_text(&format!("{text}\n规章\t9\t9\t9\n行政许可\t9\n"));
    assert_whole("twice", &report);
}
