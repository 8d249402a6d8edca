//! Tables, rows and columns by the names that people use for them.

use crate::words::Lang;

use super::{EquationLine, Table};

impl Table {
    /// `表三` or `Table 3`.
    #[must_use]
    pub(crate) fn name(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("表{}", self.numeral),
            Lang::En => format!("Table {}", self.section),
        }
    }

    /// A row with its ordinal, and the ordinal of its group before one that repeats: `（三）1.国家秘密`.
    #[must_use]
    pub(crate) fn row_name(&self, row: usize, lang: Lang) -> String {
        let Some(row) = self.rows.get(row) else { return String::new() };
        let group = row.group.and_then(|group| self.groups.get(group)).filter(|group| group.parent.is_some());
        let (group, label) = match lang {
            Lang::Zh => (group.map(|group| &*group.label.zh), &row.label.short),
            Lang::En => (group.map(|group| &*group.label.en), &row.label.en),
        };
        let before = group.map_or("", ordinal_of);
        match lang {
            Lang::Zh => format!("{before}{}{label}", row.ordinal),
            Lang::En if before.is_empty() => label.to_string(),
            Lang::En => format!("{before} {label}"),
        }
    }

    /// The same in the official wording, for wide screens.
    #[must_use]
    pub(crate) fn row_full_name(&self, row: usize, lang: Lang) -> String {
        let short = self.rows.get(row).map_or("", |row| &row.label.short);
        let name = self.row_name(row, lang);
        match (lang, name.strip_suffix(short), self.rows.get(row)) {
            (Lang::Zh, Some(before), Some(row)) => format!("{before}{}", row.label.zh),
            _ => name,
        }
    }

    /// A column, in short.
    #[must_use]
    pub(crate) fn column_name(&self, column: usize, lang: Lang) -> &str {
        self.columns.get(column).map_or("", |column| lang.pick(&column.label.short, &column.label.short_en))
    }

    /// The row or column that an equation speaks of.
    #[must_use]
    pub(crate) fn line_name(&self, line: EquationLine, lang: Lang) -> String {
        match line {
            EquationLine::Row(row) => self.row_name(row, lang),
            EquationLine::Column(column) => self.column_name(column, lang).to_owned(),
        }
    }
}

/// The bracketed numeral a label begins with: `（三）` of `（三）不予公开`.
fn ordinal_of(label: &str) -> &str {
    label.split_inclusive(['）', ')']).next().filter(|part| part.len() < label.len()).unwrap_or("")
}
