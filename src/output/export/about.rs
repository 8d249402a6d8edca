//! What a workbook is about: as of when, of which reports, and what its numbers do not say.

use crate::output::sheet::{OutColumn, OutField, OutSheet, RowSink};

use super::subject::Export;

pub(super) fn sheet<'a>(export: &'a Export<'a>) -> OutSheet<'a> {
    let words = export.words();
    let columns = vec![OutColumn::new("what", words.name(), 24), OutColumn::new("is", words.value(), 90)];
    let rows = move |sink: &mut RowSink<'_>| {
        let season = export.season;
        let mut say = |name: &str, value: OutField| sink(&[OutField::text(name), value]);
        say(words.about_date(), OutField::day(Some(export.date)))?;
        say(words.about_years(), OutField::text(export.years.as_str()))?;
        say(words.about_reports(), OutField::count(season.submissions.len()))?;
        if !export.filter.is_empty() {
            say(words.about_filter(), OutField::text(export.filter.as_str()))?;
        }
        let missing = season.absent.iter().filter(|absent| !absent.is_elsewhere()).count();
        match export.all_years_known() {
            true => say(words.about_missing(), OutField::count(missing))?,
            false => say(words.about_missing(), OutField::text(words.about_missing_unknown()))?,
        }
        if !season.unread.is_empty() {
            say(words.about_unread(), OutField::count(season.unread.len()))?;
        }
        if export.shows_reviewers() {
            say(words.group_reviewer(), OutField::text(words.about_reviewer()))?;
        }
        let whom = if export.for_agencies { words.about_agencies() } else { words.about_internal() };
        say(words.audience(), OutField::text(whom))
    };
    OutSheet { name: words.sheet_about().to_owned(), columns, fixed: 1, rows: Box::new(rows) }
}
