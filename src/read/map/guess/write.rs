//! A guess as the text of a mapping.

use std::collections::HashSet;
use std::fmt::Write as _;

use crate::form::Cell;
use crate::read::map::names::Names;
use crate::read::map::records::SHEET;
use crate::words::Words;

use super::Guess;
use super::view::{Long, View};

/// So many names that were not understood are listed, and for so many of them what may be meant.
const MAX_LEFT: usize = 1000;
const WITH_NEAREST: usize = 200;
const NEAREST: usize = 3;

impl Guess {
    pub(crate) fn write(&self, names: &Names, words: &Words) -> String {
        let Some(first) = self.views.first() else { return String::new() };
        let mut out = String::new();
        let mut line = |text: &str| {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{text}");
        };
        self.head(first, &mut line, words);
        if let Some(long) = &first.long {
            let list = |at: &[usize]| at.iter().map(|&at| name(first, at)).collect::<Vec<_>>().join(", ");
            line("\n[long]");
            line(&format!("cell = [{}]", list(&long.columns.cell)));
            let values = list(&long.columns.values);
            line(&if long.columns.values.len() > 1 {
                format!("value = [{values}]")
            } else {
                format!("value = {values}")
            });
        } else if !first.sections.is_empty() {
            line("\n[sections]");
            for (number, at) in &first.sections {
                line(&format!("{number} = {}", name(first, *at)));
            }
        }
        line("\n[cells]");
        if first.long.is_some() {
            line(&format!("# {}", words.map.guess_long()));
        }
        let found = self.found();
        for cell in self.form.cells() {
            self.cell(cell, &found, &mut line, words);
        }
        self.twice(&mut line, words);
        self.left(names, &mut line, words);
        out
    }

    fn head(&self, first: &View, line: &mut impl FnMut(&str), words: &Words) {
        let (texts, look) = (&words.map, &self.look);
        let shape = match (&first.long, look.is_json && look.header.is_none()) {
            (Some(_), _) => "long",
            (None, true) => "json",
            (None, false) => "wide",
        };
        line(&format!("# {}", texts.guess_head()));
        line(&format!("shape = \"{shape}\""));
        line(&format!("form = \"{}\"", self.form.edition));
        match &*look.sheets {
            [] => {}
            [one] => line(&format!("sheet = {}", quoted(one))),
            several => line(&format!("sheet = {}", quoted_list(several))),
        }
        if look.turned {
            line("turned = true");
        }
        match look.header.filter(|_| !look.is_header_open) {
            Some((first, last)) if first == last => line(&format!("header = {first}")),
            Some((first, last)) => line(&format!("header = [{first}, {last}]")),
            None => {}
        }
        if let Some(items) = &look.items {
            line(&format!("items = {}", quoted(items)));
        }
        if !look.labels.is_empty() {
            line(&format!("label = {}", quoted_list(&look.labels)));
        }
        line("\n[report]");
        match first.head.agency {
            Some(at) => line(&format!("agency = {}", name(first, at))),
            None => line(&format!("agency = \"\"  # {}", texts.guess_open())),
        }
        let by_sheet = look.sheets.len() > 1 && look.sheets.iter().all(|sheet| super::fields::year_in(sheet).is_some());
        match (first.head.year, look.year) {
            (Some(at), _) => line(&format!("year = {}", name(first, at))),
            (None, _) if by_sheet => line(&format!("year = \"{SHEET}\"")),
            (None, Some(year)) => line(&format!("year = {year}")),
            (None, None) => line(&format!("year = \"\"  # {}", texts.guess_year())),
        }
        let region: Vec<String> = first.head.region.iter().map(|&at| name(first, at)).collect();
        if !region.is_empty() {
            line(&format!("region = [{}]", region.join(", ")));
        }
        for (key, at) in [("level", first.head.level), ("title", first.head.title)] {
            if let Some(at) = at {
                line(&format!("{key} = {}", name(first, at)));
            }
        }
    }

    /// Every cell that has a name, the sheet's number, and whether the name is only near.
    fn found(&self) -> Vec<(Cell, usize, String, bool)> {
        let mut found = Vec::new();
        for (sheet, view) in self.views.iter().enumerate() {
            match &view.long {
                Some(long) => found.extend(
                    long.names.iter().filter_map(|(name, cell, near)| Some(((*cell)?, sheet, name.clone(), *near))),
                ),
                None => found.extend(view.cells.iter().enumerate().filter_map(|(at, cell)| {
                    let name = view.records.names.get(at)?.join("/");
                    Some(((*cell)?, sheet, name, view.are_near.get(at).copied().unwrap_or_default()))
                })),
            }
        }
        found
    }

    /// A cell and what it is called; one that is not there as a comment.
    fn cell(&self, cell: Cell, found: &[(Cell, usize, String, bool)], line: &mut impl FnMut(&str), words: &Words) {
        let id = self.form.id(cell);
        let mine: Vec<&(Cell, usize, String, bool)> = found.iter().filter(|(other, ..)| *other == cell).collect();
        let mut called: Vec<&str> = mine.iter().map(|(_, _, name, _)| name.as_str()).collect();
        called.sort_unstable();
        called.dedup();
        let is_long = self.views.first().is_some_and(|view| view.long.is_some());
        let sheets: HashSet<usize> = mine.iter().map(|(_, sheet, ..)| *sheet).collect();
        let is_everywhere = self.views.len() == 1 || (sheets.len() == self.views.len() && called.len() == 1);
        let names: Vec<String> = if is_long || is_everywhere {
            called.into_iter().map(str::to_owned).collect()
        } else {
            let sheet = |at: usize| self.look.sheets.get(at).map_or("", String::as_str);
            mine.iter().map(|(_, at, name, _)| format!("{}/{name}", sheet(*at))).collect()
        };
        let note =
            if mine.iter().any(|(.., near)| *near) { format!("  # {}", words.map.guess_near()) } else { String::new() };
        match &*names {
            [] => line(&format!("# \"{id}\" = \"\"")),
            [one] => line(&format!("\"{id}\" = {}{note}", quoted(one))),
            several => line(&format!("\"{id}\" = {}{note}", quoted_list(several))),
        }
    }

    /// Cells that two names have.
    fn twice(&self, line: &mut impl FnMut(&str), words: &Words) {
        let of = |view: &'_ View| view.long.as_ref().map_or(view.twice.clone(), |long: &Long| long.twice.clone());
        let twice: Vec<(Cell, Vec<String>)> = self.views.iter().flat_map(of).collect();
        if twice.is_empty() {
            return;
        }
        line(&format!("\n# {}", words.map.guess_twice(twice.len())));
        for (cell, names) in twice {
            line(&format!("# \"{}\" = {}", self.form.id(cell), quoted_list(&names)));
        }
    }

    /// The names that were not understood, with the cells that may be meant.
    fn left(&self, names: &Names, line: &mut impl FnMut(&str), words: &Words) {
        let left: Vec<String> = self.views.iter().flat_map(left_of).collect();
        if left.is_empty() {
            return;
        }
        line(&format!("\n# {}", words.map.guess_left(left.len())));
        for (number, name) in left.iter().take(MAX_LEFT).enumerate() {
            let near = if number < WITH_NEAREST { names.nearest(&[name], NEAREST) } else { Vec::new() };
            let near: Vec<&str> = near.into_iter().map(|cell| self.form.id(cell)).collect();
            let note = if near.is_empty() {
                String::new()
            } else {
                format!("  {}", words.map.guess_perhaps(near.join("、")))
            };
            line(&format!("# {}{note}", quoted(name)));
        }
    }
}

fn left_of(view: &View) -> Vec<String> {
    let mut taken: HashSet<usize> = view.head.all().chain(view.sections.iter().map(|(_, at)| *at)).collect();
    if let Some(long) = &view.long {
        let is_twice = |name: &String| long.twice.iter().any(|(_, names)| names.contains(name));
        let names = long.names.iter().filter(|(name, cell, _)| cell.is_none() && !is_twice(name));
        return names.map(|(name, ..)| name.clone()).collect();
    }
    taken.extend(view.cells.iter().enumerate().filter(|(_, cell)| cell.is_some()).map(|(at, _)| at));
    let is_twice = |name: &String| view.twice.iter().any(|(_, names)| names.contains(name));
    let names = view.records.names.iter().enumerate().filter(|(at, levels)| !taken.contains(at) && !levels.is_empty());
    names.map(|(_, levels)| levels.join("/")).filter(|name| !is_twice(name)).collect()
}

fn name(view: &View, at: usize) -> String {
    view.records.names.get(at).map(|levels| quoted(&levels.join("/"))).unwrap_or_default()
}

fn quoted_list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "))
}

/// As a TOML string on one line.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || ('\u{202A}'..='\u{202E}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c) => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
