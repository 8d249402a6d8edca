//! The flow of a word processor's document, and how it becomes lines: shared by `docx` and `doc`.
//!
//! A table's columns are the places where its cells begin. Two borders that lie a hair apart were meant as one:
//! columns dragged by hand would otherwise put blank fields among a row's values.

use crate::read::document::block::trim;
use crate::read::document::error::ReadError;
use crate::read::document::{Document, Field, Line, MAX_FIELDS, Mark};

use super::lines::Lines;
use super::looks;

/// Borders nearer than this to each other are one, in twips: 1.8 mm.
const NEAR: i32 = 100;
/// Several paragraphs longer than this, alone in their row, are prose and no cell.
const PROSE: usize = 120;

/// A paragraph, or a table.
#[derive(Debug)]
pub(in crate::read::format) enum StoryPart {
    Paragraph(Paragraph),
    Table(Table),
    /// A table that is there in lines already: a workbook within the document.
    Lines(Vec<Line>),
    /// A picture, which is not read.
    Picture(Option<u32>),
}

/// A paragraph's text with its line breaks and tabs, and with the marks of [`looks`].
#[derive(Debug, Default)]
pub(in crate::read::format) struct Paragraph {
    pub(crate) text: String,
    pub(crate) page: Option<u32>,
}

/// The rows of a table.
#[derive(Debug, Default)]
pub(in crate::read::format) struct Table {
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// A cell with the story in it.
#[derive(Debug, Default)]
pub(in crate::read::format) struct Cell {
    /// Where it begins, in twips from the table's left edge.
    pub(crate) left: i32,
    pub(crate) right: i32,
    /// Does it only go on a cell that began above or before it?
    pub(crate) goes_on: bool,
    pub(crate) parts: Vec<StoryPart>,
}

impl Cell {
    /// What it says, and what is doubtful about that.
    fn field(&self) -> Field {
        let (text, mark) = looks::cell(&self.text());
        let is_picture = text.is_empty() && self.parts.iter().any(|part| matches!(part, StoryPart::Picture(_)));
        Field::new(text).marked(mark.or(is_picture.then_some(Mark::Picture)))
    }

    /// Its paragraphs as one text: labels are wrapped, so nothing comes between lines.
    fn text(&self) -> String {
        let mut text = String::new();
        for part in &self.parts {
            let StoryPart::Paragraph(paragraph) = part else { continue };
            for line in paragraph.text.split(['\n', '\t']) {
                join(&mut text, trim(line));
            }
        }
        text
    }

    fn has_table(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, StoryPart::Table(_) | StoryPart::Lines(_)))
    }

    fn page(&self) -> Option<u32> {
        self.parts.iter().find_map(|part| match part {
            StoryPart::Paragraph(paragraph) => paragraph.page,
            _ => None,
        })
    }
}

/// Joins two lines; two numbers or words stay two.
pub(in crate::read::format) fn join(text: &mut String, line: &str) {
    let is_word = |c: char| c.is_ascii_alphanumeric();
    let last = text.chars().rev().find(|c| !c.is_control());
    if last.is_some_and(is_word) && line.chars().find(|c| !c.is_control()).is_some_and(is_word) {
        text.push(' ');
    }
    text.push_str(line);
}

/// Turns a story into lines.
///
/// # Errors
/// If there are more than any report has.
pub(in crate::read::format) fn lines(format: &'static str, story: &[StoryPart]) -> Result<Document, ReadError> {
    let mut teller = Teller { lines: Lines::new(format) };
    teller.story(story)?;
    Ok(teller.lines.finish())
}

struct Teller {
    lines: Lines,
}

impl Teller {
    fn story(&mut self, story: &[StoryPart]) -> Result<(), ReadError> {
        for part in story {
            match part {
                StoryPart::Paragraph(paragraph) => self.paragraph(paragraph)?,
                StoryPart::Table(table) => {
                    self.lines.gap();
                    self.table(table)?;
                    self.lines.gap();
                }
                StoryPart::Lines(lines) => {
                    self.lines.gap();
                    for line in lines {
                        if line.after_gap {
                            self.lines.gap();
                        }
                        self.lines.push(line.page, line.fields.clone())?;
                    }
                    self.lines.gap();
                }
                StoryPart::Picture(page) => self.lines.picture(*page),
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, paragraph: &Paragraph) -> Result<(), ReadError> {
        for line in paragraph.text.split('\n') {
            let fields = tabbed(line);
            if fields.is_empty() {
                self.lines.gap();
            } else {
                self.lines.push(paragraph.page, fields)?;
            }
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), ReadError> {
        // A table of one column is a frame around text.
        let is_frame = table.rows.iter().all(|row| row.len() <= 1);
        let columns = columns(table);
        let texts = |row: &Vec<Cell>| row.iter().filter(|cell| !cell.goes_on).map(Cell::text).collect();
        let replaced = looks::replaced(table.rows.iter().map(texts));
        for (row, _) in table.rows.iter().zip(replaced).filter(|(_, is_replaced)| !is_replaced) {
            if is_frame || is_prose(row) || row.iter().any(Cell::has_table) {
                for cell in row.iter().filter(|cell| !cell.goes_on) {
                    self.story(&cell.parts)?;
                }
                continue;
            }
            let page = row.iter().filter_map(Cell::page).min();
            let mut fields = fields(row, &columns);
            looks::close_up(&mut fields);
            // A row of blanks may be the values below a row of labels.
            self.lines.push(page, fields)?;
        }
        Ok(())
    }
}

/// The fields of a line with tabs: a row only if more than one has something in it and none is a sentence.
fn tabbed(line: &str) -> Vec<Field> {
    if !line.contains('\t') {
        let text = looks::prose(line);
        return Some(trim(&text)).filter(|text| !text.is_empty()).map(Field::new).into_iter().collect();
    }
    let fields: Vec<&str> = line.split('\t').map(trim).collect();
    let prose: Vec<String> = fields.iter().map(|field| looks::prose(field)).collect();
    let prose: Vec<&str> = prose.iter().map(|field| trim(field)).filter(|field| !field.is_empty()).collect();
    let is_text = prose.first().is_some_and(|first| is_ordinal(first)) && prose.len() == 2
        || prose.iter().any(|field| field.contains('。'))
        || fields.len() > MAX_FIELDS;
    match prose.as_slice() {
        [] => Vec::new(),
        [one] => vec![Field::new(*one)],
        _ if is_text => {
            let mut text = String::new();
            prose.iter().for_each(|field| join(&mut text, field));
            vec![Field::new(text)]
        }
        _ => fields.into_iter().map(looks::cell).map(|(text, mark)| Field::new(text).marked(mark)).collect(),
    }
}

/// `一、`, `（一）`, `1.`: what stands before the tab of a list.
fn is_ordinal(text: &str) -> bool {
    text.chars().count() <= 5
        && text.ends_with(['、', '.', '．', '）', ')'])
        && text.chars().any(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
}

/// Paragraphs alone in their row: a report laid out in a table.
fn is_prose(row: &[Cell]) -> bool {
    let [cell] = row else { return false };
    let length: usize = cell
        .parts
        .iter()
        .map(|part| match part {
            StoryPart::Paragraph(paragraph) => paragraph.text.chars().count(),
            _ => 0,
        })
        .sum();
    cell.parts.len() > 1 && length > PROSE
}

/// Where the columns of a table begin.
fn columns(table: &Table) -> Vec<i32> {
    let mut lefts: Vec<i32> = table.rows.iter().flatten().map(|cell| cell.left).collect();
    lefts.sort_unstable();
    lefts.dedup();
    let mut columns: Vec<i32> = Vec::new();
    for left in lefts {
        if columns.last().is_none_or(|last| left.saturating_sub(*last) >= NEAR) {
            columns.push(left);
        }
    }
    columns.truncate(MAX_FIELDS);
    columns
}

/// A row's texts, each in the column where its cell begins, blank where a cell goes on.
fn fields(row: &[Cell], columns: &[i32]) -> Vec<Field> {
    let begun = |place: i32| columns.partition_point(|&column| column <= place);
    let passed = |place: i32| columns.partition_point(|&column| column.saturating_add(NEAR) <= place);
    let mut fields: Vec<Field> = Vec::new();
    for cell in row {
        let at = begun(cell.left).saturating_sub(1).max(fields.len());
        if at >= MAX_FIELDS {
            break;
        }
        fields.resize(at, Field::default());
        fields.push(if cell.goes_on { Field::default() } else { cell.field() });
        let end = passed(cell.right).min(MAX_FIELDS);
        if end > fields.len() {
            fields.resize(end, Field::default());
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> StoryPart {
        StoryPart::Paragraph(Paragraph { text: text.to_owned(), page: None })
    }

    fn cell(left: i32, right: i32, text: &str) -> Cell {
        Cell { left, right, goes_on: false, parts: vec![paragraph(text)] }
    }

    fn shape(story: &[StoryPart]) -> Vec<(String, bool)> {
        let document = lines("docx", story).unwrap();
        let text = |line: &Line| line.fields.iter().map(|f| f.text.as_str()).collect::<Vec<_>>().join("|");
        document.lines.iter().map(|line| (text(line), line.after_gap)).collect()
    }

    fn texts(story: &[StoryPart]) -> Vec<String> {
        shape(story).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn merged_cells_leave_blanks_and_near_borders_are_one() {
        let rows = vec![
            vec![cell(0, 1000, "甲"), cell(1000, 3000, "乙")],
            vec![cell(0, 990, "丙"), cell(990, 2050, "1"), cell(2050, 3000, "2")],
            vec![cell(0, 1040, "丁"), cell(1040, 2000, "3"), cell(2000, 3010, "4")],
        ];
        assert_eq!(texts(&[StoryPart::Table(Table { rows })]), ["甲|乙|", "丙|1|2", "丁|3|4"]);
    }

    #[test]
    fn a_row_of_blanks_is_a_row() {
        let rows =
            vec![vec![cell(0, 900, "总计"), cell(900, 1800, "其他")], vec![cell(0, 900, ""), cell(900, 1800, " ")]];
        assert_eq!(texts(&[StoryPart::Table(Table { rows })]), ["总计|其他", "|"]);
    }

    #[test]
    fn cells_narrower_than_the_tolerance_lose_nothing() {
        let rows = vec![vec![cell(0, 10, "甲"), cell(10, 20, "1"), cell(20, 30, "2")]];
        assert_eq!(texts(&[StoryPart::Table(Table { rows })]), ["甲|1|2"]);
    }

    #[test]
    fn lines_in_a_cell_are_joined_but_numbers_stay_apart() {
        let mut wrapped = cell(0, 1000, "行政规范\n性文件");
        wrapped.parts.push(paragraph("（件）"));
        let rows = vec![vec![wrapped, cell(1000, 2000, "12\n34"), cell(2000, 3000, "0.\n5")]];
        assert_eq!(texts(&[StoryPart::Table(Table { rows })]), ["行政规范性文件（件）|12 34|0.5"]);
    }

    #[test]
    fn a_frame_and_a_table_in_a_table_are_taken_apart() {
        let inner = StoryPart::Table(Table { rows: vec![vec![cell(0, 500, "规章"), cell(500, 900, "5")]] });
        let frame = Cell { right: 9000, parts: vec![paragraph("一、总体情况"), inner], ..Cell::default() };
        assert_eq!(texts(&[StoryPart::Table(Table { rows: vec![vec![frame]] })]), ["一、总体情况", "规章|5"]);
    }

    #[test]
    fn tabs_make_rows_but_not_of_headings_and_sentences() {
        for (line, expected) in [
            ("规章\t0\t5", "规章|0|5"),
            ("一、\t总体情况", "一、总体情况"),
            ("\t行首缩进", "行首缩进"),
            ("共收到 5 件。\t均已办结", "共收到 5 件。均已办结"),
        ] {
            assert_eq!(texts(&[paragraph(line)]), [expected]);
        }
    }

    #[test]
    fn gaps_stand_at_empty_lines_and_at_the_edges_of_tables() {
        let table = StoryPart::Table(Table { rows: vec![vec![cell(0, 900, "甲"), cell(900, 1800, "0")]] });
        let story = [paragraph("上"), paragraph(" "), paragraph("中"), table, paragraph("下")];
        let gaps: Vec<bool> = shape(&story).into_iter().map(|(_, gap)| gap).collect();
        assert_eq!(gaps, [false, true, true, true]);
    }

    #[test]
    fn masses_of_columns_are_bounded() {
        let row: Vec<Cell> = (0..2000).map(|at| cell(at * 1000, at * 1000 + 1000, "0")).collect();
        let document = lines("docx", &[StoryPart::Table(Table { rows: vec![row] })]).unwrap();
        assert_eq!(document.lines[0].fields.len(), MAX_FIELDS);
    }
}
