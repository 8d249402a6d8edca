//! Notes of reviewers. What is not for the agency never leaves the office.

use crate::journal::{Audience, Target};
use crate::library::season::{NoteOn, Submission};
use crate::output::notice::places;
use crate::output::sheet::{OutColumn, OutField, OutSheet, OutTone, RowSink};

use super::subject::Export;

pub(super) fn sheet<'a>(export: &'a Export<'a>) -> OutSheet<'a> {
    let words = export.words();
    let mut columns = export.whose_columns();
    columns.push(OutColumn::new("place", words.place(), 34));
    columns.push(OutColumn::new("note", words.note(), 60));
    if export.shows_reviewers() {
        columns.push(OutColumn::new("by", words.by(), 12));
    }
    if !export.for_agencies {
        columns.push(OutColumn::new("for", words.audience(), 9));
        columns.push(OutColumn::new("state", words.state(), 16));
    }
    let rows = move |sink: &mut RowSink<'_>| {
        for submission in &export.season.submissions {
            for note in submission.now.notes.iter().filter(|note| export.tells(note)) {
                sink(&row(export, submission, note))?;
            }
        }
        Ok(())
    };
    OutSheet { name: words.sheet_notes().to_owned(), columns, fixed: 3, rows: Box::new(rows) }
}

fn row(export: &Export<'_>, submission: &Submission, note: &NoteOn) -> Vec<OutField> {
    let words = export.words();
    let mask = submission.mask();
    let mut row = export.whose(submission);
    row.push(OutField::text(place(export, submission, note)));
    row.push(OutField::text(mask.hide(&note.text)));
    if export.shows_reviewers() {
        row.push(OutField::text(note.by.as_str()));
    }
    if !export.for_agencies {
        row.push(match note.audience {
            Audience::Agency => OutField::text(words.audience_agency()).tone(OutTone::Ask),
            Audience::Internal => OutField::text(words.audience_office()),
        });
        row.push(OutField::text(if note.is_answered { words.is_answered() } else { "" }));
    }
    row
}

/// What a note is on, in the form's words.
pub(in crate::output) fn place(export: &Export<'_>, submission: &Submission, note: &NoteOn) -> String {
    let lean = &submission.now.checked.lean;
    let whole = || export.lang.words().notice.whole_report().to_owned();
    match &note.target {
        Target::Report => whole(),
        Target::Section(number) => {
            u8::try_from(*number).map_or_else(|_| whole(), |number| places::section(lean.form, number, export.lang))
        }
        Target::Cell(id) => match lean.form.cell(id) {
            Some(cell) => places::cell(lean.form, cell, export.lang),
            None => id.to_string(),
        },
        Target::Finding(name) => {
            let found = submission.now.findings().find(|(finding, _)| finding.fingerprint.to_string() == **name);
            found.map_or_else(whole, |(finding, _)| places::of_finding(lean.form, finding, export.lang))
        }
    }
}
