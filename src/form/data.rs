//! The shape of an edition's TOML file. A wrong or unknown key is an error that names it.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FormData {
    pub(crate) edition: Box<str>,
    pub(crate) source: Box<str>,
    pub(crate) section: Vec<SectionData>,
    pub(crate) table: Vec<TableData>,
    pub(crate) equation: Vec<EquationData>,
    #[serde(default)]
    pub(crate) rule: Vec<FormRule>,
}

/// A rule that an edition brings along for equations of its own; its keys are those of the rules' catalogue.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FormRule {
    pub(crate) id: Box<str>,
    pub(crate) zh: Box<str>,
    pub(crate) en: Box<str>,
    /// What it rests on.
    pub(crate) basis: Both,
    /// What the agency is asked to do.
    pub(crate) ask: Both,
}

/// A text in each language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Both {
    pub(crate) zh: Box<str>,
    pub(crate) en: Box<str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectionData {
    pub(crate) number: u8,
    pub(crate) numeral: Box<str>,
    pub(crate) zh: Box<str>,
    pub(crate) en: Box<str>,
    #[serde(default)]
    pub(crate) aliases: Vec<Box<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableData {
    pub(crate) id: Box<str>,
    pub(crate) numeral: Box<str>,
    pub(crate) section: u8,
    pub(crate) zh: Box<str>,
    pub(crate) en: Box<str>,
    #[serde(default)]
    pub(crate) layout: LayoutData,
    #[serde(default)]
    pub(crate) printed: Vec<Box<str>>,
    #[serde(default)]
    pub(crate) group: Vec<GroupData>,
    pub(crate) column: Vec<ColumnData>,
    pub(crate) row: Vec<RowData>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub(super) enum LayoutData {
    #[default]
    Rows,
    SideBySide,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupData {
    pub(crate) id: Box<str>,
    pub(crate) parent: Option<Box<str>>,
    pub(crate) zh: Box<str>,
    pub(crate) en: Box<str>,
    #[serde(default)]
    pub(crate) aliases: Vec<Box<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ColumnData {
    pub(crate) id: Box<str>,
    pub(crate) group: Option<Box<str>>,
    pub(crate) zh: Box<str>,
    pub(crate) en: Box<str>,
    pub(crate) short: Option<Box<str>>,
    pub(crate) short_en: Option<Box<str>>,
    #[serde(default)]
    pub(crate) unit: UnitData,
    #[serde(default)]
    pub(crate) aliases: Vec<Box<str>>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub(super) enum UnitData {
    #[default]
    Count,
    Change,
    WanYuan,
    Amount,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowData {
    pub(crate) id: Box<str>,
    pub(crate) group: Option<Box<str>>,
    #[serde(default)]
    pub(crate) ordinal: Box<str>,
    /// The columns the row has; all of the table's where nothing is said.
    pub(crate) columns: Option<Vec<Box<str>>>,
    pub(crate) zh: Box<str>,
    pub(crate) en: Box<str>,
    pub(crate) short: Option<Box<str>>,
    #[serde(default)]
    pub(crate) aliases: Vec<Box<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EquationData {
    pub(crate) rule: Box<str>,
    pub(crate) table: Box<str>,
    pub(crate) over: Over,
    /// With `over = "rows"`: only these rows.
    pub(crate) only: Option<Vec<Box<str>>>,
    pub(crate) left: Vec<Box<str>>,
    pub(crate) right: Vec<Box<str>>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(super) enum Over {
    Rows,
    Columns,
}
