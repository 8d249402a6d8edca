//! A mapping to start from, out of the names that a file has.

use std::fmt::Write as _;

use crate::form::{self, Cell, Form};
use crate::read::normalise::key;
use crate::words::{Words, fill};

use super::json;
use super::names::Names;
use super::problem::MapError;
use super::source::{Content, Records, Row, Source, under};

/// So many rows are looked at for the names, and so many of them may be names.
const WITHIN: usize = 30;
const LEVELS: usize = 3;
/// So many records show what stands under a name.
const LOOKED_AT: usize = 200;

const AGENCY: &[&str] = &[
    "机关名称",
    "单位名称",
    "机关",
    "单位",
    "填报单位",
    "报送单位",
    "部门",
    "agency",
    "agencyname",
    "agency name",
    "organisation",
    "organization",
    "org",
    "orgname",
    "unit",
    "unitname",
    "dept",
    "department",
    "name",
    "单位全称",
];
const YEAR: &[&str] = &["年度", "年份", "报告年度", "年", "year", "reportyear", "nd"];
const REGION: &[&str] =
    &["省", "省份", "市", "地市", "县", "区县", "县区", "地区", "行政区划", "province", "city", "county", "region"];
const LEVEL: &[&str] = &["级别", "层级", "level"];
const TITLE: &[&str] = &["标题", "报告标题", "title"];
const CELL: &[&str] = &["单元格", "指标", "指标名称", "项目", "cell", "indicator", "item", "metric"];
const PARTS: [&[&str]; 3] = [&["表", "表名", "table"], &["行", "行名", "row"], &["列", "列名", "column", "申请人"]];
const VALUE: &[&str] = &["值", "数值", "数量", "数据", "value", "amount", "count"];

/// The text of a mapping for a file: what could be understood of its names, and the rest as comments.
///
/// # Errors
/// If it is no workbook, CSV or JSON that can be read.
pub fn guess(bytes: &[u8], words: &Words) -> Result<String, MapError> {
    let source = Source::open(bytes, None, None)?;
    let editions: Vec<(&'static Form, Names)> = form::editions().iter().map(|form| (form, Names::of(form))).collect();
    let candidates = match &source.content {
        Content::Rows(rows) => headers(rows),
        Content::Items(_) => items(bytes)?,
    };
    let best = candidates
        .into_iter()
        .flat_map(|candidate| editions.iter().map(move |edition| (candidate.clone(), edition)))
        .map(|(candidate, (form, names))| Guess::new(candidate, form, names))
        .max_by_key(|guess| (guess.understood(), form::newest().edition == guess.form.edition));
    Ok(best.map(|guess| guess.write(words)).unwrap_or_default())
}

/// Records as one reading of the file has them, and how the mapping says that reading.
#[derive(Clone)]
struct Candidate {
    records: Records,
    /// `header = 2`, `items = "/data"`: a line of the mapping.
    says: String,
    is_json: bool,
}

/// Every row, or few rows together, that could be the names: one candidate each.
fn headers(rows: &[Row]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (at, (first, fields)) in rows.iter().take(WITHIN).enumerate() {
        if fields.iter().filter(|field| !field.trim().is_empty()).count() < 2 {
            continue;
        }
        for (last, _) in rows.iter().skip(at).take(LEVELS) {
            let says = if first == last { format!("header = {first}") } else { format!("header = [{first}, {last}]") };
            let shown = rows.get(..rows.len().min(at + LEVELS + LOOKED_AT)).unwrap_or_default();
            found.push(Candidate { records: under(shown, (*first, *last)), says, is_json: false });
        }
    }
    found
}

/// Every collection of objects in a JSON text, and the text as a whole.
fn items(bytes: &[u8]) -> Result<Vec<Candidate>, MapError> {
    let text = crate::read::decode::decode(bytes).map(|decoded| decoded.text).unwrap_or_default();
    let values = json::values(&text)?;
    let mut found = Vec::new();
    let few = |values: &[serde_json::Value]| json::flatten(values.get(..values.len().min(LOOKED_AT)).unwrap_or(values));
    match &*values {
        [serde_json::Value::Array(whole)] => {
            found.push(Candidate { records: few(whole)?, says: String::new(), is_json: true })
        }
        [one] => {
            found.push(Candidate { records: few(std::slice::from_ref(one))?, says: String::new(), is_json: true });
            for (path, _) in json::collections(one).into_iter().take(WITHIN) {
                let Some(inner) = one.pointer(&path) else { continue };
                let inner: Vec<serde_json::Value> = match inner {
                    serde_json::Value::Array(items) => items.iter().take(LOOKED_AT).cloned().collect(),
                    serde_json::Value::Object(object) => object.values().take(LOOKED_AT).cloned().collect(),
                    _ => continue,
                };
                found.push(Candidate {
                    records: json::flatten(&inner)?,
                    says: format!("items = {}", quoted(&path)),
                    is_json: true,
                });
            }
        }
        many => found.push(Candidate { records: few(many)?, says: String::new(), is_json: true }),
    }
    Ok(found)
}

/// What is understood of a candidate.
struct Guess {
    candidate: Candidate,
    form: &'static Form,
    /// The cell under each name.
    cells: Vec<Option<Cell>>,
    agency: Option<usize>,
    year: Option<usize>,
    region: Vec<usize>,
    level: Option<usize>,
    title: Option<usize>,
    sections: Vec<(u8, usize)>,
    /// Where the cell's name and its value stand, and how many of the looked at names are cells.
    long: Option<(Vec<usize>, usize, usize)>,
}

impl Guess {
    fn new(candidate: Candidate, form: &'static Form, names: &Names) -> Self {
        let cells = candidate.records.names.iter().map(|levels| cell(names, levels)).collect();
        let mut guess = Self {
            cells,
            agency: candidate.find(AGENCY),
            year: candidate.find(YEAR),
            region: REGION.iter().filter_map(|name| candidate.find(&[name])).collect(),
            level: candidate.find(LEVEL),
            title: candidate.find(TITLE),
            sections: Vec::new(),
            long: None,
            candidate,
            form,
        };
        guess.region.dedup();
        guess.sections = guess.find_sections();
        guess.long = guess.find_long(names);
        guess
    }

    /// How much of it makes sense: cells, and what every report needs.
    fn understood(&self) -> usize {
        let mut distinct: Vec<Cell> = self.cells.iter().flatten().copied().collect();
        distinct.sort_unstable();
        distinct.dedup();
        let long = self.long.as_ref().map_or(0, |(_, _, cells)| *cells);
        let head = usize::from(self.agency.is_some()) + usize::from(self.year.is_some());
        distinct.len().max(long) * 4 + head + self.sections.len()
    }

    fn find_sections(&self) -> Vec<(u8, usize)> {
        let mut found = Vec::new();
        for section in &self.form.sections {
            let wordings = [&*section.label.zh].into_iter().chain(section.aliases.iter().map(|alias| &**alias));
            let wordings: Vec<String> = wordings
                .flat_map(|wording| [wording.to_owned(), format!("{}、{wording}", section.numeral)])
                .chain([format!("section{}", section.number), format!("sections/{}", section.number)])
                .collect();
            let wordings: Vec<&str> = wordings.iter().map(String::as_str).collect();
            if let Some(at) = self.candidate.find(&wordings) {
                found.push((section.number, at));
            }
        }
        found
    }

    fn find_long(&self, names: &Names) -> Option<(Vec<usize>, usize, usize)> {
        let value = self.candidate.find(VALUE)?;
        let parts: Vec<usize> = PARTS.iter().filter_map(|names| self.candidate.find(names)).collect();
        let whole = self.candidate.find(CELL).map(|at| vec![at]);
        let choices = whole.into_iter().chain((!parts.is_empty()).then_some(parts));
        let rows = &self.candidate.records.rows;
        let counted = choices.map(|at| {
            let is_cell = |row: &&(usize, Vec<Option<String>>)| {
                let texts: Vec<&str> =
                    at.iter().map(|&at| row.1.get(at).and_then(Option::as_deref).unwrap_or("")).collect();
                self.form.cell(&texts.join("/")).is_some() || names.cell_of(&texts).is_some()
            };
            let cells = rows.iter().take(LOOKED_AT).filter(is_cell).count();
            (at, value, cells)
        });
        counted.max_by_key(|(_, _, cells)| *cells).filter(|(_, _, cells)| *cells > 0)
    }

    fn write(&self, words: &Words) -> String {
        let texts = &words.map;
        let records = &self.candidate.records;
        let name = |at: usize| records.names.get(at).map(|levels| quoted(&levels.join("/"))).unwrap_or_default();
        let in_wide = self.cells.iter().flatten().count();
        let long = self.long.as_ref().filter(|(_, _, cells)| *cells > in_wide);
        let shape = match (&long, self.candidate.is_json) {
            (Some(_), _) => "long",
            (None, true) => "json",
            (None, false) => "wide",
        };
        let mut out = String::new();
        let mut line = |text: &str| {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{text}");
        };
        line(&format!("# {}", texts.guess_head));
        line(&format!("shape = \"{shape}\""));
        line(&format!("form = \"{}\"", self.form.edition));
        if !self.candidate.says.is_empty() {
            line(&self.candidate.says);
        }
        line("\n[report]");
        match self.agency {
            Some(at) => line(&format!("agency = {}", name(at))),
            None => line(&format!("agency = \"\"  # {}", texts.guess_open)),
        }
        match self.year {
            Some(at) => line(&format!("year = {}", name(at))),
            None => line(&format!("year = \"\"  # {}", texts.guess_year)),
        }
        let region: Vec<String> = self.region.iter().map(|&at| name(at)).collect();
        if !region.is_empty() {
            line(&format!("region = [{}]", region.join(", ")));
        }
        for (key, at) in [("level", self.level), ("title", self.title)] {
            if let Some(at) = at {
                line(&format!("{key} = {}", name(at)));
            }
        }
        if let Some((cell, value, _)) = long {
            line("\n[long]");
            let cell: Vec<String> = cell.iter().map(|&at| name(at)).collect();
            line(&format!("cell = [{}]", cell.join(", ")));
            line(&format!("value = {}", name(*value)));
        }
        if !self.sections.is_empty() && long.is_none() {
            line("\n[sections]");
            for (number, at) in &self.sections {
                line(&format!("{number} = {}", name(*at)));
            }
        }
        line("\n[cells]");
        if long.is_none() {
            self.cells_in(&mut line, words);
        } else {
            line(&format!("# {}", texts.guess_long));
        }
        out
    }

    /// The cells in the form's order, then the names that are left.
    fn cells_in(&self, line: &mut impl FnMut(&str), words: &Words) {
        let records = &self.candidate.records;
        for cell in self.form.cells() {
            let id = self.form.id(cell);
            let found = self.cells.iter().position(|found| *found == Some(cell));
            match found.and_then(|at| records.names.get(at)) {
                Some(levels) => line(&format!("\"{id}\" = {}", quoted(&levels.join("/")))),
                None => line(&format!("# \"{id}\" = \"\"")),
            }
        }
        let taken = |at: usize| {
            [self.agency, self.year, self.level, self.title].contains(&Some(at))
                || self.region.contains(&at)
                || self.sections.iter().any(|(_, section)| *section == at)
        };
        let left: Vec<String> = (0..records.names.len())
            .filter(|&at| self.cells.get(at).is_none_or(Option::is_none) && !taken(at))
            .filter_map(|at| records.names.get(at).map(|levels| quoted(&levels.join("/"))))
            .filter(|name| name != "\"\"")
            .collect();
        if !left.is_empty() {
            line(&format!("\n# {}", fill(words.map.guess_left, &[("count", &left.len())])));
            for name in left {
                line(&format!("# {name}"));
            }
        }
    }
}

impl Candidate {
    /// The column or path with one of these names: the whole name, or the last part of it.
    fn find(&self, names: &[&str]) -> Option<usize> {
        let folded = |text: &str| -> String { key(text).into_iter().collect() };
        names.iter().find_map(|wanted| {
            let wanted = folded(wanted);
            self.records.names.iter().position(|levels| {
                let whole = levels.join("/");
                let last = whole.rsplit('/').next().unwrap_or_default();
                folded(&whole) == wanted || folded(last) == wanted
            })
        })
    }
}

fn cell(names: &Names, levels: &[String]) -> Option<Cell> {
    // A path's parts are levels too: `/tables/requests/new/natural`.
    let parts: Vec<&str> = levels.iter().flat_map(|level| level.split('/')).filter(|part| !part.is_empty()).collect();
    let whole: Vec<&str> = levels.iter().map(String::as_str).collect();
    names.cell_of(&whole).or_else(|| names.cell_of(&parts))
}

/// As a TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string().replace('\n', "\\n")
}
