//! Sheets as a workbook, row by row: what was written is not kept in memory.

use std::cell::Cell;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Once;

use jiff::civil::Date;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::output::csv::is_formula;
use crate::report::Number;

use super::{OutColumn, OutField, OutSheet, OutTone, OutValue};

/// Rows of a sheet that programs can open, the headings among them.
const ROWS: u32 = 1_048_576;
/// Letters of the name of a sheet, as Excel counts them.
const NAME: usize = 31;
/// Letters of a field, as Excel counts them.
const TEXT: usize = 32_767;
/// Digits that a number keeps: with more of them it is written as a text, which is exact.
const DIGITS: usize = 15;
const FONT: &str = "宋体";

/// A workbook that is being written.
pub(crate) struct Book {
    book: Workbook,
    names: Vec<String>,
    rows_of_a_sheet: u32,
    /// Sheets that had to be divided.
    divided: Vec<TooMany>,
}

/// A table that has more rows than a sheet can have, and on how many sheets it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TooMany {
    pub(crate) name: String,
    pub(crate) sheets: usize,
}

impl Book {
    /// An empty one; what is not in memory is put beside the file that it will be.
    ///
    /// # Errors
    /// If nothing can be put there.
    pub(crate) fn new(path: &Path, title: &str, date: Date) -> io::Result<Self> {
        let mut book = Workbook::new();
        let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
        book.set_tempdir(dir).map_err(error)?;
        let mut about = DocProperties::new().set_title(title);
        if let Some(day) = excel_day(date) {
            about = about.set_creation_datetime(&day);
        }
        book.set_properties(&about);
        Ok(Self { book, names: Vec::new(), rows_of_a_sheet: ROWS, divided: Vec::new() })
    }

    /// With sheets of so many rows at the most, for tests.
    #[cfg(test)]
    pub(super) fn with_rows(mut self, rows: u32) -> Self {
        self.rows_of_a_sheet = rows;
        self
    }

    /// Adds a table; on several sheets where one cannot hold it. How many rows it has.
    ///
    /// # Errors
    /// What the system says, or whoever makes the rows.
    pub(crate) fn add(&mut self, sheet: &OutSheet<'_>) -> io::Result<usize> {
        guarded(|| self.add_unguarded(sheet))
    }

    fn add_unguarded(&mut self, sheet: &OutSheet<'_>) -> io::Result<usize> {
        let looks = Looks::new();
        let (mut parts, mut count) = (1, 0);
        let (mut page, mut line) = (self.begin(sheet, 1, &looks)?, 1);
        (sheet.rows)(&mut |row| {
            if line == self.rows_of_a_sheet {
                finish(self.at(page)?, sheet, line)?;
                parts += 1;
                (page, line) = (self.begin(sheet, parts, &looks)?, 1);
            }
            write_row(self.at(page)?, line, row, &looks)?;
            line += 1;
            count += 1;
            Ok(())
        })?;
        finish(self.at(page)?, sheet, line)?;
        if parts > 1 {
            self.divided.push(TooMany { name: sheet.name.clone(), sheets: parts });
        }
        Ok(count)
    }

    /// Writes it; which tables had to be divided.
    ///
    /// # Errors
    /// What the system says.
    pub(crate) fn save(mut self, out: &mut (dyn Write + Send)) -> io::Result<Vec<TooMany>> {
        guarded(|| self.book.save_to_writer(out).map_err(error))?;
        Ok(self.divided)
    }

    /// A new sheet with its headings.
    fn begin(&mut self, sheet: &OutSheet<'_>, part: usize, looks: &Looks) -> io::Result<usize> {
        let name = legal(&sheet.name, part, &self.names);
        let page = self.book.add_worksheet_with_constant_memory().map_err(error)?;
        page.set_name(&name).map_err(error)?;
        for (at, column) in (0..).zip(&sheet.columns) {
            page.set_column_width(at, f64::from(column.width)).map_err(error)?;
            page.write_string_with_format(0, at, &column.title, &looks.head).map_err(error)?;
        }
        page.set_freeze_panes(1, sheet.fixed).map_err(error)?;
        page.set_repeat_rows(0, 0).map_err(error)?;
        let pages = pages_across(sheet);
        page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(pages, 0);
        if let Some(last) = sheet.fixed.checked_sub(1).filter(|_| pages > 1) {
            page.set_repeat_columns(0, last).map_err(error)?;
        }
        page.set_footer("&C&P / &N");
        self.names.push(name);
        Ok(self.names.len() - 1)
    }

    fn at(&mut self, page: usize) -> io::Result<&mut Worksheet> {
        self.book.worksheet_from_index(page).map_err(error)
    }
}

/// So many letters of half width beside each other can still be read on a page.
const PAGE: u16 = 260;

/// Over how many pages a sheet is printed from left to right: each says whose row it is.
fn pages_across(sheet: &OutSheet<'_>) -> u16 {
    let width = |columns: &[OutColumn]| columns.iter().map(|column| column.width).fold(0, u16::saturating_add);
    let (fixed, moved) = sheet.columns.split_at(usize::from(sheet.fixed).min(sheet.columns.len()));
    if width(&sheet.columns) <= PAGE {
        return 1;
    }
    width(moved).div_ceil(PAGE.saturating_sub(width(fixed)).max(1)).max(1)
}

/// The number of a paper size.
const A4: u8 = 9;

fn finish(page: &mut Worksheet, sheet: &OutSheet<'_>, lines: u32) -> io::Result<()> {
    let last = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    page.autofilter(0, 0, lines.saturating_sub(1), last).map_err(error)?;
    Ok(())
}

fn write_row(page: &mut Worksheet, line: u32, row: &[OutField], looks: &Looks) -> io::Result<()> {
    for (at, field) in (0..).zip(row) {
        let look = looks.of(field);
        match &field.value {
            OutValue::Empty if field.tone == OutTone::Plain => continue,
            OutValue::Empty => page.write_blank(line, at, look),
            OutValue::Text(text) => page.write_string_with_format(line, at, fitting(text), look),
            OutValue::Number(number) => match exact(*number) {
                Some(value) => page.write_number_with_format(line, at, value, look),
                None => page.write_string_with_format(line, at, number.to_string(), look),
            },
            OutValue::Day(day) => match excel_day(*day) {
                Some(value) => page.write_datetime_with_format(line, at, &value, look),
                None => page.write_string_with_format(line, at, day.to_string(), look),
            },
        }
        .map_err(error)?;
    }
    Ok(())
}

/// The number as the program that opens it will have it, if it has it exactly as it was reported.
fn exact(number: Number) -> Option<f64> {
    let text = number.to_string();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits > DIGITS { None } else { text.parse().ok() }
}

fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let (year, month, day) =
        (u16::try_from(day.year()).ok()?, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// No longer than a field can be; that something was cut off is seen.
fn fitting(text: &str) -> String {
    if text.len() <= TEXT || text.encode_utf16().count() <= TEXT {
        return text.to_owned();
    }
    let mut letters = 0;
    let kept = text.chars().take_while(|c| {
        letters += c.len_utf16();
        letters < TEXT
    });
    kept.collect::<String>() + "…"
}

/// A name that every program takes, and no other sheet has.
fn legal(name: &str, part: usize, taken: &[String]) -> String {
    let tame: String = name.chars().map(|c| if "[]:*?/\\".contains(c) || c.is_control() { '_' } else { c }).collect();
    let tame = tame.trim_matches('\'');
    let tame = if tame.is_empty() { "_" } else { tame };
    for number in part.. {
        let tail = if number == 1 { String::new() } else { format!("（{number}）") };
        let stem: String = tame.chars().take(NAME - tail.chars().count()).collect();
        let name = format!("{stem}{tail}");
        if !taken.iter().any(|known| known.to_lowercase() == name.to_lowercase()) {
            return name;
        }
    }
    tame.to_owned()
}

/// How fields look.
struct Looks {
    head: Format,
    /// By tone, for texts, for texts that look like formulas, for numbers and for days.
    looks: Vec<(OutTone, [Format; 4])>,
    plain: Format,
}

impl Looks {
    fn new() -> Self {
        let base = Format::new().set_font_name(FONT).set_font_size(10).set_align(FormatAlign::Top);
        let edged = base.clone().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00BF_BFBF));
        let head = edged.clone().set_bold().set_text_wrap().set_background_color(Color::RGB(0x00D9_E1F2));
        let looks = [OutTone::Plain, OutTone::Bad, OutTone::Ask, OutTone::Good, OutTone::Faint, OutTone::Strong];
        let look = |tone| {
            let toned = toned(edged.clone(), tone);
            let text = toned.clone().set_text_wrap();
            // What a program would take for a formula, should somebody edit it, is marked as a text.
            let quoted = text.clone().set_quote_prefix();
            (tone, [text, quoted, toned.clone().set_num_format("General"), toned.set_num_format("yyyy-mm-dd")])
        };
        Self { head, looks: looks.map(look).to_vec(), plain: base }
    }

    fn of(&self, field: &OutField) -> &Format {
        let kind = match &field.value {
            OutValue::Text(text) if is_formula(text) => 1,
            OutValue::Empty | OutValue::Text(_) => 0,
            OutValue::Number(_) => 2,
            OutValue::Day(_) => 3,
        };
        let of_tone = self.looks.iter().find(|(tone, _)| *tone == field.tone);
        of_tone.and_then(|(_, looks)| looks.get(kind)).unwrap_or(&self.plain)
    }
}

/// Light colours for what is to be read on them; in grey the weight and the slant are left.
fn toned(look: Format, tone: OutTone) -> Format {
    match tone {
        OutTone::Plain => look,
        OutTone::Bad => look.set_bold().set_background_color(Color::RGB(0x00F8_CBAD)),
        OutTone::Ask => look.set_italic().set_background_color(Color::RGB(0x00FF_F2CC)),
        OutTone::Good => look.set_background_color(Color::RGB(0x00E2_EFDA)),
        OutTone::Faint => look.set_font_color(Color::RGB(0x0080_8080)),
        OutTone::Strong => look.set_bold(),
    }
}

fn error(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other.to_string()),
    }
}

thread_local! {
    /// Is the library at work on this thread?
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// The library panics where it cannot write what it keeps on disk, and has no other way to say so: here that is an error
/// like any other. What panics elsewhere meanwhile, or of anything else, is told as ever.
fn guarded<T>(work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !is_error(info.payload_as_str()) {
                before(info);
            }
        }));
    });
    let is_within = AT_WORK.replace(true);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    AT_WORK.set(is_within);
    done.unwrap_or_else(|payload| {
        let text = payload.downcast_ref::<String>().map(String::as_str).or(payload.downcast_ref::<&str>().copied());
        match text.and_then(of_disk) {
            Some(error) => Err(error),
            None => panic::resume_unwind(payload),
        }
    })
}

/// Is a panic of this thread with this text an error of the disk that the library met?
fn is_error(text: Option<&str>) -> bool {
    AT_WORK.get() && text.and_then(of_disk).is_some()
}

/// The error of the system that a panic speaks of: `…: Os { code: 28, kind: StorageFull, … }`.
fn of_disk(text: &str) -> Option<io::Error> {
    let (_, after) = text.split_once(": Os { code: ")?;
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().map(io::Error::from_raw_os_error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_library_is_kept_from_telling_that_a_disk_is_full() {
        let message = "Couldn't write to xml file: Os { code: 28, kind: StorageFull }";
        let full = Some(message);
        assert!(!is_error(full), "nobody is writing");
        let told = guarded(|| {
            let elsewhere = std::thread::scope(|scope| scope.spawn(|| is_error(full)).join());
            Ok((is_error(full), is_error(Some("index out of bounds")), elsewhere.unwrap()))
        });
        assert_eq!(told.unwrap(), (true, false, false));
        assert!(guarded(|| -> io::Result<()> { panic!("{message}") }).is_err());
        assert!(!is_error(full), "and not afterwards");
    }
}
