//! Who has not reported, and which files nobody knows the owner of.

use crate::check::plain_message;
use crate::form;
use crate::output::sheet::{OutColumn, OutField, OutSheet, OutTone, RowSink};
use crate::report::Cells;
use crate::words::Describe as _;

use super::subject::{Export, whose};

pub(super) fn sheet<'a>(export: &'a Export<'a>) -> OutSheet<'a> {
    let words = export.words();
    let mut columns = export.whose_columns();
    columns.push(OutColumn::new("situation", words.situation(), 60));
    let rows = move |sink: &mut RowSink<'_>| {
        for absent in &export.season.absent {
            let mut row = whose(&absent.agency, absent.year);
            let (form, finding) = (form::newest(), &absent.finding);
            row.push(match absent.is_elsewhere() {
                true => {
                    OutField::text(plain_message(form, finding, &Cells::missing(form), export.lang)).tone(OutTone::Ask)
                }
                false => OutField::text(words.not_received()).tone(OutTone::Bad),
            });
            sink(&row)?;
        }
        if export.for_agencies {
            return Ok(());
        }
        for unread in &export.season.unread {
            let why = words.unreadable(unread.trouble.describe(export.lang.words()));
            let why = OutField::text(why).tone(OutTone::Ask);
            sink(&[OutField::empty(), OutField::empty(), OutField::text(unread.id.as_str()), why])?;
        }
        Ok(())
    };
    OutSheet { name: words.sheet_missing().to_owned(), columns, fixed: 3, rows: Box::new(rows) }
}
