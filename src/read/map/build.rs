//! From values under cells to a report.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::base::digest::Sha256Sum;
use crate::form::{Cell, Form, Unit};
use crate::read::document::block::trim;
use crate::read::spelling::normalise::{key, number, signed};
use crate::report::{
    Agency, Cells, Head, Lean, Narrative, Origin, Report, SafeText, Section, Source as Document, Value,
};

use super::file::{Mapping, Year};
use super::problem::{MappingNote, RowNote};
use super::records::Records;
use super::source::{Places, Source};

/// What came out of one file.
#[derive(Debug, Default)]
pub struct Mapped {
    /// The reports, in the order of the file.
    pub(crate) reports: Vec<Report>,
    /// What was passed over, with its place; the rest went on.
    pub(crate) notes: Vec<MappingNote>,
}

/// A region has no more parts than this.
const MAX_REGION: usize = 8;

/// The head of the report that a record belongs to.
pub(super) fn head(
    mapping: &Mapping,
    places: &Places,
    row: &[Option<String>],
) -> Result<(Head, Option<SafeText>), RowNote> {
    let text = |at: usize| row.get(at).and_then(Option::as_deref).map_or("", trim);
    let name = text(places.agency);
    if name.is_empty() {
        return Err(RowNote::NoAgency);
    }
    if is_sum(name) {
        return Err(RowNote::Total(SafeText::line(name)));
    }
    let year = match (&mapping.year, places.year) {
        (Year::Always(year), _) => *year,
        (Year::In(_), at) => {
            let text = at.map_or("", text);
            year(text).ok_or_else(|| RowNote::NoYear(SafeText::line(text)))?
        }
    };
    let mut agency = Agency::of_name(name);
    let region: Vec<SafeText> =
        places.region.iter().map(|&at| text(at)).filter(|part| !part.is_empty()).map(SafeText::line).collect();
    if !region.is_empty() {
        agency.region = region.into_iter().take(MAX_REGION).collect();
    }
    if let Some(level) = places.level.map(text).filter(|level| !level.is_empty()) {
        agency.level = Some(SafeText::line(level));
    }
    let agency = Agency { name: SafeText::line(name), ..agency };
    let title = places.title.map(text).filter(|title| !title.is_empty()).map(SafeText::line);
    Ok((Head { agency, year, version: None }, title))
}

/// A line of sums below the agencies: `合计`, `全市总计`, `Total`.
fn is_sum(name: &str) -> bool {
    const SUMS: &[&str] = &[
        "合计",
        "总计",
        "小计",
        "总和",
        "汇总",
        "平均",
        "平均值",
        "total",
        "sum",
        "grandtotal",
        "subtotal",
        "average",
    ];
    const SCOPES: &[&str] = &[
        "全国",
        "全省",
        "全市",
        "全县",
        "全区",
        "全州",
        "全盟",
        "全旗",
        "本级",
        "本市",
        "本县",
        "本区",
        "本省",
        "各部门",
        "各单位",
    ];
    let name: String = key(name).into_iter().collect();
    let bare = SCOPES.iter().find_map(|scope| name.strip_prefix(scope)).unwrap_or(&name);
    SUMS.contains(&bare)
}

/// `2024`, `2024年`, `2024年度`, `2024-12-31`.
pub(super) fn year(text: &str) -> Option<u16> {
    let digits: String = text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|year| digits.len() == 4 && (2000..2100).contains(year))
}

/// A report that is being filled.
pub(super) struct Filling {
    head: Head,
    title: Option<SafeText>,
    form: &'static Form,
    cells: Cells,
    origins: BTreeMap<Box<str>, Origin>,
    sections: Vec<Section>,
}

impl Filling {
    pub(crate) fn new(form: &'static Form, (head, title): (Head, Option<SafeText>)) -> Self {
        let (cells, origins, sections) = (Cells::missing(form), BTreeMap::new(), Vec::new());
        Self { head, title, form, cells, origins, sections }
    }

    /// Puts a value into a cell; an error if another one stands there.
    pub(crate) fn put(&mut self, cell: Cell, text: &str, row: usize, name: &[String]) -> Result<(), RowNote> {
        let text = trim(text);
        let unit = self.form.spec(cell).map_or(Unit::Count, |spec| spec.unit);
        let read = if unit == Unit::Change { signed(text) } else { number(text) };
        let value = match read {
            Some(number) => Value::Number(number),
            None if text.is_empty() => Value::Blank,
            None => Value::Raw(text),
        };
        match self.cells.get(cell) {
            Value::Missing => {}
            known if known == value => return Ok(()),
            _ => return Err(RowNote::Twice(self.form.id(cell).into())),
        }
        self.cells.set(cell, value);
        let origin = Origin {
            line: u32::try_from(row).ok(),
            place: Some(SafeText::line(&name.join("/"))),
            text: (!text.is_empty()).then(|| SafeText::line(text)),
            ..Origin::default()
        };
        self.origins.insert(self.form.id(cell).into(), origin);
        Ok(())
    }

    pub(crate) fn section(&mut self, number: u8, text: &str) {
        let heading = self.form.sections.iter().find(|section| section.number == number);
        let heading = heading.map_or(String::new(), |section| format!("{}、{}", section.numeral, section.label.zh));
        let text = SafeText::lines(trim(text));
        self.sections.push(Section { number, heading: SafeText::line(&heading), text });
    }

    pub(crate) fn finish(mut self) -> Report {
        self.sections.sort_by_key(|section| section.number);
        let Self { head, title, form, cells, origins, sections } = self;
        let narrative = Narrative { title, sections, origins, ..Narrative::default() };
        Report { lean: Lean { head, form, cells, remarks: 0 }, narrative }
    }
}

/// Reports that are being filled, in the order in which they begin.
#[derive(Default)]
pub(super) struct Reports {
    order: Vec<Filling>,
    known: HashMap<(SafeText, Arc<[SafeText]>, u16), usize>,
}

impl Reports {
    /// Which one belongs to a head; a new one if none does.
    pub(crate) fn at(&mut self, form: &'static Form, head: (Head, Option<SafeText>)) -> usize {
        let Head { agency, year, .. } = &head.0;
        match self.known.entry((agency.name.clone(), agency.region.clone(), *year)) {
            Entry::Occupied(entry) => *entry.get(),
            Entry::Vacant(entry) => {
                self.order.push(Filling::new(form, head));
                *entry.insert(self.order.len() - 1)
            }
        }
    }

    pub(crate) fn get(&mut self, at: usize) -> Option<&mut Filling> {
        self.order.get_mut(at)
    }

    /// The one that belongs to a head.
    pub(crate) fn of(&mut self, form: &'static Form, head: (Head, Option<SafeText>)) -> Option<&mut Filling> {
        let at = self.at(form, head);
        self.get(at)
    }

    /// A new one, whatever there is.
    pub(crate) fn next(&mut self, form: &'static Form, head: (Head, Option<SafeText>)) -> Option<&mut Filling> {
        self.order.push(Filling::new(form, head));
        self.order.last_mut()
    }

    pub(crate) fn finish(self) -> Vec<Report> {
        self.order.into_iter().map(Filling::finish).collect()
    }
}

/// Says in every report which file it came from.
pub(super) fn sign(reports: &mut [Report], name: &str, bytes: &[u8], source: &Source) {
    let digest = SafeText::line(&Sha256Sum::of(bytes).to_string());
    for report in reports {
        report.narrative.source = Some(Document {
            file: Some(SafeText::line(name)),
            sha256: Some(digest.clone()),
            format: Some(SafeText::line(source.format)),
            encoding: source.encoding.as_deref().map(SafeText::line),
        });
    }
}

/// Names of which nothing was made, as many as can be shown.
pub(super) fn unused(records: &Records, used: &[bool]) -> Option<RowNote> {
    const SHOWN: usize = 12;
    let names: Vec<SafeText> = records
        .names
        .iter()
        .zip(used)
        .filter(|(levels, used)| !**used && !levels.is_empty())
        .map(|(levels, _)| SafeText::line(&levels.join("/")))
        .collect();
    let count = names.len();
    (count > 0).then(|| RowNote::Unused(names.into_iter().take(SHOWN).collect(), count))
}
