//! Who reports, and on which year: what the places of a document say of it, and which of them is believed.
//!
//! A report with a table of the form is never refused for want of a name: the name is taken from the title, the head of
//! the page, the metadata of the file, the preface, the text, the folder or the file name, in this order, or left open.

pub(super) mod identity;
pub(super) mod title;

use std::path::Path;

use crate::read::document::Document;
use crate::read::document::block::Block;
use crate::read::document::doubt::{Doubt, Doubts};
use crate::read::document::error::ReadError;
use crate::read::spelling::years::year_in;
use crate::report::Nature;

use identity::From;
use title::Title;

/// What a document tells of itself outside of its sections.
pub(super) struct Surroundings<'a> {
    /// The title of the text, or else of the head of the page.
    pub(crate) title: Title,
    /// Do titles of other agencies stand beside it, and nothing says which is meant?
    is_one_of_many: bool,
    blocks: &'a [Block<'a>],
    /// The block of the first section.
    first: usize,
    /// The title that a page has in its head, or a file in its metadata.
    head: Option<Title>,
    is_page: bool,
    /// Path or name of the file.
    path: &'a Path,
    /// The agency of the report before it in the document.
    above: Option<&'a str>,
}

impl<'a> Surroundings<'a> {
    /// `name` is the path of the file, or its name.
    pub(crate) fn new(
        name: &'a str,
        document: &Document,
        blocks: &'a [Block<'a>],
        first: usize,
        above: Option<&'a str>,
    ) -> Self {
        // Head and properties speak of the first report.
        let head = document.titles.iter().filter(|_| above.is_none()).find_map(|text| title::in_head(text));
        let all = title::all(blocks, first);
        let said = |title: &Title| title.agency.is_some() || title.year.is_some();
        // A page has its title in its head too; what a file's properties say was never on the paper.
        let is_page = Nature::of(document.format).is_page;
        let (title, is_one_of_many) = one_of(all, head.as_ref().filter(|_| is_page), blocks);
        let found = title.clone().filter(said);
        let found = found.or_else(|| head.clone().filter(|_| is_page));
        let title = found.or(title).unwrap_or_default();
        Self { title, is_one_of_many, blocks, first, head, is_page, path: Path::new(name), above }
    }

    /// The agency's name, empty where none is found anywhere.
    pub(crate) fn agency(&self, text: &str, doubts: &mut Doubts) -> String {
        if let Some(agency) = &self.title.agency {
            if self.is_one_of_many {
                doubts.add(Doubt::DoubtfulAgency, "", 0, &[("agency", agency), ("from", &From::Title.name())]);
            }
            return agency.clone();
        }
        let (blocks, first) = (self.blocks, self.first);
        let head = || self.head.as_ref().and_then(|head| head.agency.clone());
        let preface = || {
            let said = title::in_letter(blocks, first).or_else(|| identity::agency_in_preface(blocks, first));
            // A line of its own may be the name of the site.
            let line = said.or_else(|| identity::agency_in_lines(blocks, first));
            line.or_else(|| identity::body_in_preface(blocks, first))
        };
        let signed = || identity::agency_signed(blocks);
        let part =
            |part: Option<&std::ffi::OsStr>| part.and_then(|part| part.to_str()).and_then(identity::agency_in_file);
        let folders = || self.path.ancestors().skip(1).take(3).find_map(|folder| part(folder.file_name()));
        let found = head()
            .map(|name| (name, From::Head))
            .or_else(|| Some((preface()?, From::Preface)))
            .or_else(|| Some((identity::agency_in_prose(text).or_else(signed)?, From::Text)))
            .or_else(|| Some((self.above.filter(|name| !name.is_empty())?.to_owned(), From::Above)))
            .or_else(|| Some((folders()?, From::Folder)))
            .or_else(|| Some((part(self.path.file_stem())?, From::File)));
        match found {
            Some((name, from)) => {
                doubts.add(Doubt::DoubtfulAgency, "", 0, &[("agency", &name), ("from", &from.name())]);
                name
            }
            None => {
                doubts.add(Doubt::NoAgency, "", 0, &[]);
                String::new()
            }
        }
    }

    /// The year that most places name, the title's where as many name another; a doubt where they do not agree. A text
    /// speaks of other years too: it has a voice only where title and period do not agree.
    ///
    /// # Errors
    /// [`ReadError::NoYear`] where none is found anywhere.
    pub(crate) fn year(&self, before: &[Block<'_>], text: &str, doubts: &mut Doubts) -> Result<u16, ReadError> {
        let (title, period) = (self.title.year, identity::period_year(before));
        // The name of the file speaks of the first report in it.
        let file = self.path.file_name().filter(|_| self.above.is_none());
        let file = file.and_then(|name| name.to_str()).and_then(identity::year_in_file);
        let in_text = year_in(text).filter(|_| title.is_none() || period != title);
        let voices = [(title, From::Title), (period, From::Period), (in_text, From::Text), (file, From::File)];
        let named = || voices.iter().filter_map(|&(year, from)| Some((year?, from)));
        let count = |year: u16| named().filter(|(other, _)| *other == year).count();
        let most = named().map(|(year, _)| count(year)).max();
        let chosen = most.and_then(|most| named().find(|(year, _)| count(*year) == most));
        let (year, from) = chosen.or_else(|| self.year_elsewhere()).ok_or(ReadError::NoYear)?;
        let others: Vec<(u16, From)> = [(title, From::Title), (period, From::Period), (file, From::File)]
            .into_iter()
            .filter_map(|(other, from)| Some((other.filter(|other| *other != year)?, from)))
            .collect();
        if !others.is_empty() || from != From::Title {
            let name = from.name();
            let mut values: Vec<(&str, &dyn std::fmt::Display)> = vec![("year", &year), ("from", &name)];
            values.extend(others.iter().map(|(other, from)| (from.name(), other as &dyn std::fmt::Display)));
            doubts.add(Doubt::DoubtfulYear, "", 0, &values);
        }
        Ok(year)
    }

    /// The year where title, period, first section and file name have none.
    fn year_elsewhere(&self) -> Option<(u16, From)> {
        let head = || self.head.as_ref().and_then(|head| Some((head.year?, From::Head)));
        let signed = || Some((identity::year_signed(self.blocks)?, From::Text));
        let text = || {
            let texts = self.blocks.iter().filter(|block| !block.is_row() && !identity::leads_on(block));
            // The day on which the report was signed is in the year after it.
            let texts = texts.map(Block::text).filter(|text| identity::day_alone(text).is_none());
            let all: String = texts.map(|text| text + "\n").collect();
            Some((year_in(&all)?, From::Text))
        };
        let folder = || {
            let names = self.path.ancestors().skip(1).filter_map(|folder| folder.file_name()?.to_str());
            names.take(3).find_map(identity::year_in_file).map(|year| (year, From::Folder))
        };
        // A page's head speaks of what it shows; the properties of a file may be those of the one it was made from.
        let page = || head().filter(|_| self.is_page);
        // What stands below the first heading are the titles of others.
        let (above, below) = self.blocks.split_at_checked(self.first).unwrap_or((self.blocks, &[]));
        let titled = || Some((identity::year_in_title_cell(above)?, From::Text));
        let found = page().or_else(text).or_else(signed).or_else(titled).or_else(head).or_else(folder);
        // What names a year at all is better than nothing: other cells, and the day on which something was put up.
        let cells = || Some((identity::year_in_cells(above, below)?, From::Text));
        let dated = || Some((identity::year_of_date(self.blocks)?, From::Text));
        found.or_else(cells).or_else(dated)
    }
}

/// The title of the report among several: a page lists those of others before it. What the head of the page says goes
/// before what the text and its signature say, and the last one, next to the text, before those above; where only the
/// place tells, that is a doubt.
fn one_of(all: Vec<Title>, head: Option<&Title>, blocks: &[Block<'_>]) -> (Option<Title>, bool) {
    let agencies: Vec<&str> = all.iter().filter_map(|title| title.agency.as_deref()).collect();
    let differ = agencies.windows(2).any(|pair| pair.first() != pair.last());
    if !differ {
        let years: Vec<u16> = all.iter().filter_map(|title| title.year).collect();
        let at = if years.windows(2).any(|pair| pair.first() != pair.last()) { all.len().saturating_sub(1) } else { 0 };
        return (all.into_iter().nth(at), false);
    }
    let by_head = head.and_then(|head| all.iter().rposition(|title| title.agency == head.agency));
    let by_text = || {
        let at: Vec<usize> = all.iter().map(|title| title.at).collect();
        let texts = blocks.iter().enumerate().filter(|(number, block)| !at.contains(number) && !block.is_row());
        let text: String = texts.map(|(_, block)| identity::compact(&block.text()) + "\n").collect();
        let count = |title: &Title| title.agency.as_deref().map_or(0, |name| text.matches(name).take(50).count());
        let counts: Vec<usize> = all.iter().map(count).collect();
        let most = counts.iter().max().copied().filter(|most| *most > 0)?;
        let named: Vec<&str> = all
            .iter()
            .zip(&counts)
            .filter(|(_, count)| **count == most)
            .filter_map(|(title, _)| title.agency.as_deref())
            .collect();
        named
            .windows(2)
            .all(|pair| pair.first() == pair.last())
            .then(|| counts.iter().rposition(|count| *count == most))?
    };
    match by_head.or_else(by_text) {
        Some(at) => (all.into_iter().nth(at), false),
        None => (all.into_iter().next_back(), true),
    }
}

impl From {
    /// Its name among the values of a remark.
    fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Period => "period",
            Self::Head => "head",
            Self::Preface => "preface",
            Self::Text => "text",
            Self::Above => "report-above",
            Self::Folder => "folder",
            Self::File => "file",
        }
    }
}
