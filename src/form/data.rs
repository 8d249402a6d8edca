//! The shape of an edition's TOML file. A wrong or unknown key is an error that names it.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FormData {
    pub edition: Box<str>,
    pub source: Box<str>,
    pub section: Vec<SectionData>,
    pub table: Vec<TableData>,
    pub equation: Vec<EquationData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectionData {
    pub number: u8,
    pub numeral: Box<str>,
    pub zh: Box<str>,
    pub en: Box<str>,
    #[serde(default)]
    pub aliases: Vec<Box<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableData {
    pub id: Box<str>,
    pub numeral: Box<str>,
    pub section: u8,
    pub zh: Box<str>,
    pub en: Box<str>,
    #[serde(default)]
    pub layout: LayoutData,
    #[serde(default)]
    pub printed: Vec<Box<str>>,
    #[serde(default)]
    pub group: Vec<GroupData>,
    pub column: Vec<ColumnData>,
    pub row: Vec<RowData>,
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
    pub id: Box<str>,
    pub parent: Option<Box<str>>,
    pub zh: Box<str>,
    pub en: Box<str>,
    #[serde(default)]
    pub aliases: Vec<Box<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ColumnData {
    pub id: Box<str>,
    pub group: Option<Box<str>>,
    pub zh: Box<str>,
    pub en: Box<str>,
    pub short: Option<Box<str>>,
    pub short_en: Option<Box<str>>,
    #[serde(default)]
    pub unit: UnitData,
    #[serde(default)]
    pub aliases: Vec<Box<str>>,
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
    pub id: Box<str>,
    pub group: Option<Box<str>>,
    #[serde(default)]
    pub ordinal: Box<str>,
    /// The columns the row has; all of the table's where nothing is said.
    pub columns: Option<Vec<Box<str>>>,
    pub zh: Box<str>,
    pub en: Box<str>,
    pub short: Option<Box<str>>,
    #[serde(default)]
    pub aliases: Vec<Box<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EquationData {
    pub rule: Box<str>,
    pub table: Box<str>,
    pub over: Over,
    /// With `over = "rows"`: only these rows.
    pub only: Option<Vec<Box<str>>>,
    pub left: Vec<Box<str>>,
    pub right: Vec<Box<str>>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(super) enum Over {
    Rows,
    Columns,
}
