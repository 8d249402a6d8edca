//! A roster out of a list: what can be used of each line, and what is said of the rest.

use std::collections::HashMap;

use crate::report::list::{self, BadValue, Entry, List, ListError, ListErrorKind, Moment, RosterDoubt, error};
use crate::report::{Agency, SafeText, stated_level};

use super::column::{Column, only_counts};
use super::names::{normal, without_region};
use super::{Roster, RosterEntry, sound};

/// An agency, and the line on which it stands.
pub(super) type Placed = (u32, RosterEntry);

/// The roster of a list. What is wrong in a line is named, and the rest of the line is used.
pub(super) fn roster(bytes: &[u8]) -> Result<Roster, ListError> {
    let list = List::read(bytes, &Column::Name, Column::headed)?;
    let mut reading = Reading {
        list: &list,
        notes: list.notes.clone(),
        placed: Vec::new(),
        known: HashMap::new(),
        lines: HashMap::new(),
    };
    reading.columns();
    for line in list.entries() {
        reading.line(&line);
    }
    let Reading { notes, placed, .. } = reading;
    let mut roster = sound::roster(placed, &|column| list.column(&column), notes);
    roster.notes.sort_by_key(|note| (note.line, note.column));
    Ok(roster)
}

struct Reading<'l> {
    list: &'l List<Column>,
    notes: Vec<ListError>,
    placed: Vec<Placed>,
    /// Positions by normalised name.
    known: HashMap<String, Vec<usize>>,
    /// Lines by normalised name and region.
    lines: HashMap<(String, Vec<SafeText>), u32>,
}

impl Reading<'_> {
    fn doubt(&mut self, line: &Entry<'_, Column>, column: Column, doubt: RosterDoubt) {
        self.notes.push(line.wrong(ListErrorKind::RosterDoubt(doubt), &column));
    }

    /// The columns of which nothing is used.
    fn columns(&mut self) {
        let unknown: Vec<(u32, SafeText)> =
            self.list.unknown.iter().filter(|(_, heading)| !only_counts(heading)).cloned().collect();
        if !unknown.is_empty() {
            let kind = ListErrorKind::RosterDoubt(RosterDoubt::UnknownColumns(unknown.into()));
            self.notes.push(error(kind, self.list.header, 0));
        }
    }

    fn line(&mut self, line: &Entry<'_, Column>) {
        let Some(text) = line.text(&Column::Name) else {
            return self.notes.push(line.wrong(ListErrorKind::NoName, &Column::Name));
        };
        // The heading again, as it stands on each printed page.
        if Column::headed(text) == Some(Column::Name) {
            return;
        }
        if is_no_agency(text, line.fields().count() == 1) {
            return self.doubt(line, Column::Name, RosterDoubt::NoAgency(SafeText::line(text)));
        }
        let whole: String = text.lines().map(str::trim).collect();
        if !whole.chars().any(char::is_alphanumeric) {
            return self.notes.push(line.wrong(ListErrorKind::NoName, &Column::Name));
        }
        if whole.len() < text.len() && text.contains([',', ';', '\t']) {
            self.doubt(line, Column::Name, RosterDoubt::BrokenName);
        }
        let entry = self.entry(line, &whole);
        self.place(line, entry);
    }

    /// What a line says of its agency.
    fn entry(&mut self, line: &Entry<'_, Column>, name: &str) -> RosterEntry {
        let several = |wanted| -> Vec<SafeText> {
            let parts = line.text(&wanted).into_iter().flat_map(|text| text.split(['；', ';', '、', '\n', '\r']));
            parts.map(str::trim).filter(|part| !part.is_empty()).map(SafeText::line).collect()
        };
        let some = |wanted| line.text(&wanted).map(SafeText::line);
        let region = line.region(&Column::Region).unwrap_or_else(|note| {
            self.notes.push(note);
            Vec::new()
        });
        let (from, until) = self.years(line);
        RosterEntry {
            name: SafeText::line(name),
            aliases: several(Column::Aliases),
            region,
            level: self.level(line),
            kind: some(Column::Kind),
            parent: some(Column::Parent),
            predecessors: several(Column::Predecessors),
            from,
            until,
            received: self.value(line, Column::Received, list::date),
            published: self.value(line, Column::Published, list::date),
        }
    }

    /// A value that can be read; one that cannot is named.
    fn value<T>(
        &mut self,
        line: &Entry<'_, Column>,
        wanted: Column,
        read: fn(&str) -> Result<T, BadValue>,
    ) -> Option<T> {
        let value = line.value(&wanted, line.text(&wanted)?, read);
        value.map_err(|note| self.notes.push(note)).ok()
    }

    fn level(&mut self, line: &Entry<'_, Column>) -> Option<SafeText> {
        let text = line.text(&Column::Level)?;
        if stated_level(text).is_some() || ["中央", "国家", "central"].iter().any(|word| text.contains(word)) {
            return Some(SafeText::line(text));
        }
        self.doubt(line, Column::Level, RosterDoubt::Level(SafeText::line(text)));
        None
    }

    fn years(&mut self, line: &Entry<'_, Column>) -> (Option<u16>, Option<u16>) {
        let from = self.value(line, Column::From, list::moment);
        let until = self.value(line, Column::Until, list::moment);
        // Within one year an agency may come and go: it reports on none.
        if let (Some(from), Some(until)) = (from, until)
            && from.year > until.year
        {
            self.doubt(line, Column::From, RosterDoubt::Years(from.year, until.year));
            return (None, None);
        }
        (from.map(|when| when.year), until.map(last_year))
    }

    /// Among those before it, unless it is one of them.
    fn place(&mut self, line: &Entry<'_, Column>, entry: RosterEntry) {
        let name = normal(&entry.name);
        if let Some(first) = self.lines.get(&(name.clone(), entry.region.clone())) {
            return self.notes.push(line.wrong(ListErrorKind::Twice(*first), &Column::Name));
        }
        let has = |region: &[SafeText]| without_region(&name, region) != name;
        // Of names without a place there may be one in each county.
        let is_somewhere = has(&entry.region) || !Agency::of_name(&entry.name).region.is_empty();
        let same = self.known.get(&name).filter(|_| is_somewhere).cloned().unwrap_or_default();
        for at in same {
            let Some((known_line, known)) = self.placed.get(at) else { continue };
            let known_line = *known_line;
            match (has(&entry.region), has(&known.region)) {
                (false, true) => return self.doubt(line, Column::Region, RosterDoubt::OtherPlace(known_line)),
                (true, false) => {
                    let other = ListErrorKind::RosterDoubt(RosterDoubt::OtherPlace(line.line()));
                    self.notes.push(error(other, known_line, self.list.column(&Column::Region)));
                    self.lines.insert((name.clone(), entry.region.clone()), line.line());
                    if let Some(known) = self.placed.get_mut(at) {
                        *known = (line.line(), entry);
                    }
                    return;
                }
                // Two districts may have one name, as long as they lie in two cities.
                (false, false) => self.doubt(line, Column::Region, RosterDoubt::TwoRegions(known_line)),
                (true, true) => {}
            }
        }
        if let Some((named, region)) = contradiction(&entry) {
            self.doubt(line, Column::Region, RosterDoubt::PlaceInName(named, region));
        }
        self.lines.insert((name.clone(), entry.region.clone()), line.line());
        self.known.entry(name).or_default().push(self.placed.len());
        self.placed.push((line.line(), entry));
    }
}

/// A county that the name begins with, and another in its place in the region.
fn contradiction(entry: &RosterEntry) -> Option<(SafeText, SafeText)> {
    let region = entry.region.last().filter(|part| part.ends_with(['县', '区', '旗']))?;
    let of_name = Agency::of_name(&entry.name);
    let named = of_name.region.last().filter(|part| part.ends_with(['县', '区', '旗']))?;
    let is_known = entry.region.iter().any(|part| part == named || part.contains(named.as_str()));
    (!is_known).then(|| (named.clone(), region.clone()))
}

/// A sum, the heading of a group, a remark below the list.
fn is_no_agency(text: &str, is_alone: bool) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_sum = ["合计", "总计", "小计", "共计"].iter().any(|word| text.starts_with(word));
    let is_remark =
        ["注：", "注:", "备注", "说明：", "填表", "制表", "审核人", "联系人"].iter().any(|word| text.starts_with(word));
    let numeral = text.trim_start_matches(['（', '(']).trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    let is_group = numeral.len() < text.len() && numeral.starts_with(['、', '）', ')']);
    is_sum || is_alone && (is_remark || is_group)
}

/// Who is gone within a year does not report on it: whoever took over does.
fn last_year(until: Moment) -> u16 {
    let is_whole = match (until.month, until.day) {
        (None, _) | (Some(12), None | Some(31)) => true,
        (Some(_), _) => false,
    };
    if is_whole { until.year } else { until.year.saturating_sub(1) }
}
