//! The lines of a view as a table, to be copied: with tabs for a workbook, or in columns for a letter.

use crate::terminal::width::{Align, Measure};

/// The lines of a view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Lines {
    /// The names of the columns; empty where they have none.
    pub(crate) head: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Lines {
    /// Lines of one text each.
    #[must_use]
    pub(crate) fn of(texts: impl Iterator<Item = String>) -> Self {
        Self { head: Vec::new(), rows: texts.map(|text| vec![text]).collect() }
    }

    /// So many lines from one on, without the head.
    #[must_use]
    pub(crate) fn part(self, from: usize, count: usize) -> Self {
        Self { head: Vec::new(), rows: self.rows.into_iter().skip(from).take(count).collect() }
    }

    fn all(&self) -> impl Iterator<Item = &Vec<String>> {
        Some(&self.head).filter(|head| !head.is_empty()).into_iter().chain(&self.rows)
    }

    /// With tabs between the fields, and none in them.
    #[must_use]
    pub(crate) fn tsv(&self) -> String {
        let field = |text: &String| text.replace(['\t', '\n', '\r'], " ");
        let line = |row: &Vec<String>| row.iter().map(field).collect::<Vec<_>>().join("\t");
        self.all().map(line).collect::<Vec<_>>().join("\n")
    }

    /// In columns; numbers end where their column ends.
    #[must_use]
    pub(crate) fn text(&self, measure: Measure) -> String {
        let count = self.all().map(Vec::len).max().unwrap_or(0);
        let flat = |text: &str| text.replace(['\t', '\n', '\r'], " ");
        let cells = |row: &Vec<String>, column: usize| row.get(column).map_or(0, |text| measure.cells(&flat(text)));
        let widths: Vec<usize> =
            (0..count).map(|column| self.all().map(|row| cells(row, column)).max().unwrap_or(0)).collect();
        let is_number = |column: usize| {
            let texts = || self.rows.iter().filter_map(move |row| row.get(column)).filter(|text| !text.is_empty());
            texts().next().is_some()
                && texts().all(|text| text.chars().all(|c| c.is_ascii_digit() || "/.-".contains(c)))
        };
        let aligned: Vec<Align> =
            (0..count).map(|column| if is_number(column) { Align::Right } else { Align::Left }).collect();
        let line = |row: &Vec<String>| {
            let fields = row.iter().zip(&widths).zip(&aligned);
            let fields: Vec<String> =
                fields.map(|((text, width), align)| measure.pad(&flat(text), *width, *align, "")).collect();
            fields.join("  ").trim_end().to_owned()
        };
        self.all().map(line).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_copied_with_tabs_or_in_columns() {
        let row = |texts: [&str; 2]| texts.map(str::to_owned).to_vec();
        let lines =
            Lines { head: row(["机关", "错误"]), rows: vec![row(["县局", "12"]), row(["镇\t政府", "3"])] };
        assert_eq!(lines.tsv(), "机关\t错误\n县局\t12\n镇 政府\t3");
        assert_eq!(lines.text(Measure::default()), "机关     错误\n县局       12\n镇 政府     3");
        assert_eq!(lines.part(1, 5).tsv(), "镇 政府\t3");
    }
}
