//! From the steps through a text to a story.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use crate::read::document::error::ReadError;
use crate::read::document::{MAX_FIELDS, MAX_LINES};
use crate::read::format::shared::looks;
use crate::read::format::shared::numbering::{List, Numbering};
use crate::read::format::shared::story::{Paragraph, StoryPart, Table, join};
use crate::read::format::shared::xml::attribute;

use super::steps::{Step, Steps, count};
use super::styles::{Said, Styles};
use super::tables::{Grid, Loose};

/// A document with more cells than this is no report.
const MAX_CELLS: usize = 1 << 20;
/// How wide a column is where the document does not say, in twips.
const COLUMN: i32 = 1000;
/// So many spaces may be written as one element.
const MAX_SPACES: usize = 64;

/// The story of a text.
///
/// # Errors
/// If the XML is broken, or larger than any report.
pub(super) fn story(steps: Steps<'_>, styles: &Styles) -> Result<Vec<StoryPart>, ReadError> {
    let mut numbering = Numbering::default();
    let mut numbers = HashMap::new();
    for ((name, levels), number) in styles.lists.iter().zip(1..) {
        numbering.definitions.insert(number, levels.clone());
        numbering.lists.insert(number, List { definition: number, starts: Vec::new() });
        numbers.insert(name.clone(), number);
    }
    let parser =
        Parser { steps, styles, numbering, numbers, lists: Vec::new(), item: None, breaks: 0, paragraphs: 0, cells: 0 };
    parser.all()
}

pub(super) struct Parser<'x, 's> {
    steps: Steps<'x>,
    styles: &'s Styles,
    numbering: Numbering,
    /// The lists by the names of their styles.
    numbers: HashMap<String, i64>,
    /// The lists that are open, one inside the other.
    lists: Vec<Option<i64>>,
    /// The list item whose first paragraph has not come yet: its list and level.
    item: Option<(i64, i64)>,
    breaks: u32,
    paragraphs: usize,
    cells: usize,
}

impl<'x, 's> Parser<'x, 's> {
    /// For the texts of single cells.
    pub(crate) fn new(steps: Steps<'x>, styles: &'s Styles) -> Self {
        let (numbering, numbers) = (Numbering::default(), HashMap::new());
        Self { steps, styles, numbering, numbers, lists: Vec::new(), item: None, breaks: 0, paragraphs: 0, cells: 0 }
    }

    /// The steps that are left.
    pub(crate) fn steps(&mut self) -> &mut Steps<'x> {
        &mut self.steps
    }

    fn all(mut self) -> Result<Vec<StoryPart>, ReadError> {
        let mut parts = Vec::new();
        self.story("office:text", Said::default(), &mut parts)?;
        Ok(parts)
    }

    /// Everything up to the end of the element that holds it.
    pub(crate) fn story(&mut self, holder: &str, under: Said, parts: &mut Vec<StoryPart>) -> Result<(), ReadError> {
        loop {
            match self.steps.next()? {
                Step::Open(name @ ("text:p" | "text:h"), start) => self.paragraph(name, &start, under, parts)?,
                Step::Open("table:table", _) => parts.push(StoryPart::Table(self.table(under)?)),
                Step::Open("text:section", start) if is_unshown(&start) => self.steps.skip()?,
                Step::Open("text:soft-page-break", _) => self.breaks = self.breaks.saturating_add(1),
                Step::Open("draw:image" | "draw:object", _) => parts.push(StoryPart::Picture(None)),
                Step::Open("text:list", start) => self.list(&start),
                Step::Open("text:list-item", _) => {
                    let level = i64::try_from(self.lists.len()).unwrap_or(1) - 1;
                    self.item = self.lists.last().copied().flatten().map(|list| (list, level));
                }
                Step::Close("text:list") => drop(self.lists.pop()),
                Step::Close("text:list-item") => self.item = None,
                Step::Close(name) if name == holder => return Ok(()),
                Step::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// A list has the style that it names, or that of the one around it; it counts anew unless it goes on.
    fn list(&mut self, start: &BytesStart<'_>) {
        let named = attribute(start, "style-name").and_then(|name| self.numbers.get(&name).copied());
        let list = named.or(self.lists.last().copied().flatten());
        let goes_on = attribute(start, "continue-numbering").is_some_and(|on| on == "true")
            || attribute(start, "continue-list").is_some();
        if let (Some(list), true, false) = (list, self.lists.is_empty(), goes_on) {
            self.numbering.restart(list);
        }
        self.lists.push(list);
    }

    fn paragraph(
        &mut self,
        holder: &str,
        start: &BytesStart<'_>,
        under: Said,
        parts: &mut Vec<StoryPart>,
    ) -> Result<(), ReadError> {
        self.paragraphs += 1;
        if self.paragraphs > MAX_LINES {
            return Err(ReadError::TooLarge);
        }
        let said = self.styles.of("paragraph", attribute(start, "style-name").as_deref()).or(under);
        let (mut text, mut others) = (String::new(), Vec::new());
        let item = self.item.take();
        self.runs(holder, said, &mut text, &mut others)?;
        let label = item.filter(|_| !looks::is_blank(&text));
        let label = label.and_then(|(list, level)| self.numbering.label(Some(list), Some(level), None));
        let mut numbered = label.unwrap_or_default();
        join(&mut numbered, &text);
        parts.push(StoryPart::Paragraph(Paragraph { text: numbered, page: None }));
        parts.append(&mut others);
        Ok(())
    }

    /// The text of a paragraph; what stands in it and is no text goes to `others`.
    pub(crate) fn runs(
        &mut self,
        holder: &str,
        under: Said,
        text: &mut String,
        others: &mut Vec<StoryPart>,
    ) -> Result<(), ReadError> {
        let mut open = vec![under];
        let mut is_hidden = false;
        loop {
            let said = open.last().copied().unwrap_or_default();
            let look = said.look().filter(|_| !is_hidden);
            match self.steps.next()? {
                Step::Text(piece) => {
                    if let Some(look) = look {
                        looks::push(text, look, &flowing(text, &piece));
                    }
                }
                Step::Open("text:span", start) => {
                    let own = self.styles.of("text", attribute(&start, "style-name").as_deref());
                    open.push(own.or(said));
                }
                Step::Close("text:span") if open.len() > 1 => drop(open.pop()),
                Step::Open("text:s", start) if look.is_some() => {
                    text.push_str(&" ".repeat(count(&start, "c", MAX_SPACES)));
                }
                Step::Open("text:tab", _) => text.push('\t'),
                Step::Open("text:line-break", _) => text.push('\n'),
                Step::Open("text:soft-page-break", _) => self.breaks = self.breaks.saturating_add(1),
                // The number of a heading as it was when the document was saved is written for programs that do not count.
                Step::Open("text:number", _) => self.steps.skip()?,
                Step::Open("text:hidden-paragraph", start) => {
                    is_hidden = attribute(&start, "is-hidden").is_some_and(|on| on == "true");
                    if is_hidden {
                        text.clear();
                    }
                }
                Step::Open("draw:text-box", _) => self.story("draw:text-box", Said::default(), others)?,
                Step::Open(name @ ("text:p" | "text:h"), start) => {
                    self.paragraph(name, &start, Said::default(), others)?
                }
                Step::Open("table:table", _) => others.push(StoryPart::Table(self.table(Said::default())?)),
                Step::Open("math:math", _) => self.runs("math:math", said, text, others)?,
                Step::Open("draw:image" | "draw:object", _) => others.push(StoryPart::Picture(None)),
                Step::Close(name) if name == holder => return Ok(()),
                Step::End => return Ok(()),
                _ => {}
            }
        }
    }

    fn table(&mut self, under: Said) -> Result<Table, ReadError> {
        let mut places = vec![0_i32];
        let mut grid = Grid::default();
        // Lists do not reach into tables.
        let lists = std::mem::take(&mut self.lists);
        loop {
            match self.steps.next()? {
                Step::Open("table:table-column", start) => {
                    let style = self.styles.of("table-column", attribute(&start, "style-name").as_deref());
                    for _ in 0..count(&start, "number-columns-repeated", MAX_FIELDS) {
                        if places.len() <= MAX_FIELDS {
                            let last = places.last().copied().unwrap_or(0);
                            places.push(last.saturating_add(style.width.filter(|width| *width > 0).unwrap_or(COLUMN)));
                        }
                    }
                }
                Step::Open("table:table-row", start) => {
                    let row = self.row(under)?;
                    if !is_unshown(&start) {
                        grid.add(row, &places);
                    }
                }
                Step::Close("table:table") | Step::End => {
                    self.lists = lists;
                    return Ok(Table { rows: grid.rows });
                }
                _ => {}
            }
        }
    }

    fn row(&mut self, under: Said) -> Result<Vec<Loose>, ReadError> {
        let mut row: Vec<Loose> = Vec::new();
        loop {
            match self.steps.next()? {
                Step::Open(name @ ("table:table-cell" | "table:covered-table-cell"), start) => {
                    let repeated = count(&start, "number-columns-repeated", MAX_FIELDS);
                    let own = self.styles.of("table-cell", attribute(&start, "style-name").as_deref());
                    let mut loose = Loose {
                        is_covered: name == "table:covered-table-cell",
                        columns: count(&start, "number-columns-spanned", MAX_FIELDS).max(1),
                        rows: count(&start, "number-rows-spanned", 1 << 16).max(1),
                        parts: Vec::new(),
                    };
                    self.story(name, own.or(under), &mut loose.parts)?;
                    self.cells += repeated;
                    if self.cells > MAX_CELLS {
                        return Err(ReadError::TooLarge);
                    }
                    for _ in 1..repeated {
                        let (is_covered, columns, rows) = (loose.is_covered, loose.columns, loose.rows);
                        row.push(Loose { is_covered, columns, rows, parts: copied(&loose.parts) });
                    }
                    row.push(loose);
                }
                Step::Close("table:table-row") | Step::End => {
                    row.truncate(MAX_FIELDS);
                    return Ok(row);
                }
                _ => {}
            }
        }
    }
}

/// What stands in a cell that is there several times.
fn copied(parts: &[StoryPart]) -> Vec<StoryPart> {
    let copy = |part: &StoryPart| match part {
        StoryPart::Paragraph(paragraph) => {
            let text = paragraph.text.chars().take(64).collect();
            Some(StoryPart::Paragraph(Paragraph { text, page: paragraph.page }))
        }
        _ => None,
    };
    parts.iter().filter_map(copy).take(4).collect()
}

/// Is something not shown: by a condition, or as a row or section?
fn is_unshown(start: &BytesStart<'_>) -> bool {
    attribute(start, "visibility").is_some_and(|how| matches!(&*how, "collapse" | "filter"))
        || attribute(start, "display").is_some_and(|how| how == "none")
}

/// White space runs together, also over the borders of runs.
fn flowing(before: &str, piece: &str) -> String {
    let mut text = String::with_capacity(piece.len());
    let last = before.chars().rev().find(|c| !c.is_control() || *c == '\n');
    let mut is_space = last.is_none_or(|c| c == ' ' || c == '\n');
    for c in piece.chars() {
        let space = matches!(c, ' ' | '\n' | '\r' | '\t');
        if !space {
            text.push(c);
        } else if !is_space {
            text.push(' ');
        }
        is_space = space;
    }
    text
}
