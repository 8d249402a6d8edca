//! From an edition's TOML text to a [`Form`]: resolves names, numbers the cells, spells out the equations.

use rustc_hash::FxHashMap;

use super::data::{
    ColumnData, EquationData, FormData, GroupData, LayoutData, Over, RowData, SectionData, TableData, UnitData,
};
use super::{
    Cell, CellSpec, Column, Equation, EquationLine, Form, FormSection, HeadingGroup, Label, PrintLayout, Row, Table,
    Unit,
};

/// Why an edition's file is not a form.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum FormError {
    /// Not TOML, a key missing, unknown or of a wrong type.
    #[error("{0}")]
    Toml(#[from] toml::de::Error),
    /// A name that is used but not defined.
    #[error("{place} names {name}, which is not there")]
    Unknown {
        /// Who names it.
        place: Box<str>,
        /// The name.
        name: Box<str>,
    },
    /// More cells than a [`Cell`] can number.
    #[error("too many cells")]
    TooMany,
    /// A cell, an edition or a rule that stands twice.
    #[error("{0} stands twice")]
    Twice(Box<str>),
    /// An edition is called by the first year of its reports.
    #[error("edition {0} is no year")]
    NotAYear(Box<str>),
    /// Other sections or tables than the law asks for.
    #[error("other sections or tables")]
    Outline,
    /// An id that could not be part of a cell's or a rule's.
    #[error("{0:?} cannot be an id")]
    Id(Box<str>),
    /// A table without rows or columns, a line without a name.
    #[error("{0} is empty")]
    Empty(Box<str>),
    /// Added when the editions were in use already.
    #[error("too late")]
    Late,
}

/// Builds a form from the text of its TOML file.
pub(super) fn from_toml(text: &str) -> Result<Form, FormError> {
    let data: FormData = toml::from_str(text)?;
    let mut form = Form {
        edition: data.edition,
        source: data.source,
        sections: data.section.into_iter().map(section).collect(),
        tables: Vec::new(),
        equations: Vec::new(),
        rules: data.rule,
        specs: Vec::new(),
        by_id: FxHashMap::default(),
    };
    for table in data.table {
        add_table(&mut form, table)?;
    }
    for equation in data.equation {
        add_equations(&mut form, &equation)?;
    }
    Ok(form)
}

fn section(data: SectionData) -> FormSection {
    FormSection {
        number: data.number,
        numeral: data.numeral,
        label: label(data.zh, data.en, None),
        aliases: data.aliases,
    }
}

fn label(zh: Box<str>, en: Box<str>, short: Option<Box<str>>) -> Label {
    let (short, short_en) = (short.unwrap_or_else(|| zh.clone()), en.clone());
    Label { zh, en, short, short_en }
}

fn add_table(form: &mut Form, data: TableData) -> Result<(), FormError> {
    let groups = groups(&data.id, data.group)?;
    let columns = data.column.into_iter().map(|c| column(&data.id, &groups, c)).collect::<Result<Vec<_>, _>>()?;
    let position = form.tables.len();
    let mut table = Table {
        id: data.id,
        numeral: data.numeral,
        section: data.section,
        label: label(data.zh, data.en, None),
        layout: match data.layout {
            LayoutData::Rows => PrintLayout::Rows,
            LayoutData::SideBySide => PrintLayout::SideBySide,
        },
        printed: data.printed,
        groups,
        rows: Vec::new(),
        columns,
        grid: Vec::new(),
        cells: 0..0,
    };
    let first = form.specs.len();
    for row in data.row {
        add_row(form, &mut table, position, row)?;
    }
    table.cells = first..form.specs.len();
    form.tables.push(table);
    Ok(())
}

fn groups(table: &str, data: Vec<GroupData>) -> Result<Vec<HeadingGroup>, FormError> {
    let mut groups: Vec<HeadingGroup> = Vec::new();
    for group in data {
        let parent = find_group(table, &groups, group.parent.as_deref())?;
        groups.push(HeadingGroup {
            id: group.id,
            parent,
            label: label(group.zh, group.en, None),
            aliases: group.aliases,
        });
    }
    Ok(groups)
}

fn find_group(place: &str, groups: &[HeadingGroup], name: Option<&str>) -> Result<Option<usize>, FormError> {
    let Some(name) = name else { return Ok(None) };
    let found = groups.iter().position(|group| &*group.id == name);
    found.map(Some).ok_or_else(|| unknown(place, name))
}

fn column(table: &str, groups: &[HeadingGroup], data: ColumnData) -> Result<Column, FormError> {
    let mut label = label(data.zh, data.en, data.short);
    label.short_en = data.short_en.unwrap_or(label.short_en);
    Ok(Column {
        group: find_group(table, groups, data.group.as_deref())?,
        id: data.id,
        label,
        aliases: data.aliases,
        unit: match data.unit {
            UnitData::Count => Unit::Count,
            UnitData::Change => Unit::Change,
            UnitData::Amount => Unit::Amount,
            UnitData::WanYuan => Unit::WanYuan,
        },
    })
}

fn add_row(form: &mut Form, table: &mut Table, position: usize, data: RowData) -> Result<(), FormError> {
    for name in data.columns.iter().flatten() {
        table.column(name).ok_or_else(|| unknown(&table.id, name))?;
    }
    let row = table.rows.len();
    for (index, column) in table.columns.iter().enumerate() {
        let has_cell = data.columns.as_ref().is_none_or(|names| names.contains(&column.id));
        let cell = if has_cell {
            let spec = CellSpec {
                id: format!("{}/{}/{}", table.id, data.id, column.id).into(),
                table: position,
                row,
                column: index,
                unit: column.unit,
            };
            Some(add_cell(form, spec)?)
        } else {
            None
        };
        table.grid.push(cell);
    }
    table.rows.push(Row {
        group: find_group(&table.id, &table.groups, data.group.as_deref())?,
        id: data.id,
        ordinal: data.ordinal,
        label: label(data.zh, data.en, data.short),
        aliases: data.aliases,
    });
    Ok(())
}

fn add_cell(form: &mut Form, spec: CellSpec) -> Result<Cell, FormError> {
    let number = u16::try_from(form.specs.len()).map_err(|_| FormError::TooMany)?;
    if form.by_id.insert(spec.id.clone(), Cell(number)).is_some() {
        return Err(FormError::Twice(spec.id));
    }
    form.specs.push(spec);
    Ok(Cell(number))
}

fn add_equations(form: &mut Form, data: &EquationData) -> Result<(), FormError> {
    let (position, table) = form.table(&data.table).ok_or_else(|| unknown(&data.rule, &data.table))?;
    let equations = match data.over {
        Over::Columns => over_columns(position, table, data)?,
        Over::Rows => over_rows(position, table, data)?,
    };
    form.equations.extend(equations);
    Ok(())
}

fn over_columns(position: usize, table: &Table, data: &EquationData) -> Result<Vec<Equation>, FormError> {
    let left = rows_named(table, data, &data.left)?;
    let right = rows_named(table, data, &data.right)?;
    let side = |rows: &[usize], column| rows.iter().filter_map(|&row| table.at(row, column)).collect();
    Ok(table
        .columns
        .iter()
        .enumerate()
        .map(|(index, column)| Equation {
            rule: data.rule.clone(),
            place: format!("{}/{}", table.id, column.id).into(),
            table: position,
            line: EquationLine::Column(index),
            left: side(&left, index),
            right: side(&right, index),
        })
        .collect())
}

fn over_rows(position: usize, table: &Table, data: &EquationData) -> Result<Vec<Equation>, FormError> {
    for name in data.only.iter().flatten() {
        table.row(name).ok_or_else(|| unknown(&data.rule, name))?;
    }
    let left = columns_named(table, data, &data.left)?;
    let right = columns_named(table, data, &data.right)?;
    let side = |columns: &[usize], row| columns.iter().filter_map(|&column| table.at(row, column)).collect();
    Ok(table
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| data.only.as_ref().is_none_or(|only| only.contains(&row.id)))
        .map(|(index, row)| Equation {
            rule: data.rule.clone(),
            place: format!("{}/{}", table.id, row.id).into(),
            table: position,
            line: EquationLine::Row(index),
            left: side(&left, index),
            right: side(&right, index),
        })
        .collect())
}

fn rows_named(table: &Table, data: &EquationData, terms: &[Box<str>]) -> Result<Vec<usize>, FormError> {
    let mut found = Vec::new();
    for term in terms {
        let before = found.len();
        let fits = |id: &str| match term.strip_suffix('*') {
            Some(prefix) => id.starts_with(prefix),
            None => id == &**term,
        };
        found.extend(table.rows.iter().enumerate().filter(|(_, row)| fits(&row.id)).map(|(index, _)| index));
        if found.len() == before {
            return Err(unknown(&data.rule, term));
        }
    }
    Ok(found)
}

fn columns_named(table: &Table, data: &EquationData, terms: &[Box<str>]) -> Result<Vec<usize>, FormError> {
    terms
        .iter()
        .map(|term| table.column(term).map(|(index, _)| index).ok_or_else(|| unknown(&data.rule, term)))
        .collect()
}

fn unknown(place: &str, name: &str) -> FormError {
    FormError::Unknown { place: place.into(), name: name.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"
        edition = "t"
        source = "test"
        section = []
        [[table]]
        id = "a"
        numeral = "一"
        section = 1
        zh = "甲"
        en = "A"
        column = [{ id = "x", zh = "x", en = "x" }, { id = "y", zh = "y", en = "y" }]
        row = [{ id = "r", zh = "r", en = "r" }, { id = "s", zh = "s", en = "s", columns = ["y"] }]
    "#;

    fn with_equation(equation: &str) -> Result<Form, FormError> {
        from_toml(&format!("{HEAD}\n[[equation]]\nrule = \"Q\"\ntable = \"a\"\n{equation}"))
    }

    #[test]
    fn a_row_may_have_fewer_columns() {
        let form = with_equation("over = \"rows\"\nonly = [\"r\"]\nleft = [\"x\"]\nright = [\"y\"]").unwrap();
        assert_eq!(form.cell_count(), 3);
        assert_eq!(form.tables[0].at(1, 0), None);
        assert_eq!(form.equations.len(), 1);
    }

    #[test]
    fn an_undefined_name_is_an_error_that_says_which() {
        let error = with_equation("over = \"columns\"\nleft = [\"r\"]\nright = [\"nobody.*\"]").unwrap_err();
        assert_eq!(error.to_string(), "Q names nobody.*, which is not there");
    }

    #[test]
    fn an_unknown_key_is_an_error() {
        assert!(with_equation("over = \"rows\"\nleft = []\nright = []\ncolour = 1").is_err());
    }
}
