//! Reading documents: which texts there are.

/// Files that are no document, each with the conversion to make.
#[derive(Debug)]
pub struct ForeignWords {
    /// A picture or a scan.
    pub image: &'static str,
    /// ODT, ODS.
    pub open_document: &'static str,
    /// OFD.
    pub ofd: &'static str,
    /// Word 2003 XML.
    pub flat_xml: &'static str,
    /// Word, Excel or WPS from before 1997.
    pub old: &'static str,
    /// Slides.
    pub slides: &'static str,
    /// An archive of files.
    pub archive: &'static str,
}

/// Reading documents.
#[derive(Debug)]
pub struct ReadWords {
    /// Nothing is written in the document.
    pub empty: &'static str,
    /// No table of the form was found.
    pub nothing_found: &'static str,
    /// The bytes are not text.
    pub not_text: &'static str,
    /// Too many bytes or lines.
    pub too_large: &'static str,
    /// Protected by a password.
    pub encrypted: &'static str,
    /// A container that is not whole.
    pub broken: &'static str,
    /// An archive that unpacks to too much.
    pub unpacks: &'static str,
    /// What a file is instead of a document, and what to do.
    pub foreign: ForeignWords,
    /// A known format that cannot be read yet.
    pub unsupported: &'static str,
    /// A document that consists of pictures.
    pub no_text_layer: &'static str,
    /// No year anywhere.
    pub no_year: &'static str,
    /// No agency anywhere.
    pub no_agency: &'static str,
    /// Remark `extra-value`.
    pub extra_value: &'static str,
    /// Remark `chosen-values`.
    pub chosen_values: &'static str,
    /// What `chosen-values` discarded: two numbers that it reads as one.
    pub apart: &'static str,
    /// What `chosen-values` discarded: blanks elsewhere.
    pub other_blanks: &'static str,
    /// Remark `unsettled-values`.
    pub unsettled_values: &'static str,
    /// Remark `too-few-values`.
    pub too_few_values: &'static str,
    /// Remark `no-values`.
    pub no_values: &'static str,
    /// Remark `doubtful-blank`.
    pub doubtful_blank: &'static str,
    /// Remark `stray-blank`.
    pub stray_blank: &'static str,
    /// Remark `moved-values`.
    pub moved_values: &'static str,
    /// Remark `shifted-row`.
    pub shifted_row: &'static str,
    /// Remark `displaced-row`.
    pub displaced_row: &'static str,
    /// Remark `altered-label`.
    pub altered_label: &'static str,
    /// Remark `missing-column-label`.
    pub missing_column_label: &'static str,
    /// Remark `column-order`.
    pub column_order: &'static str,
    /// Remark `unknown-columns`.
    pub unknown_columns: &'static str,
    /// Remark `merged-row`.
    pub merged_row: &'static str,
    /// Remark `row-not-found`.
    pub row_not_found: &'static str,
    /// Remark `table-not-found`.
    pub table_not_found: &'static str,
    /// Remark `table-twice`.
    pub table_twice: &'static str,
    /// Remark `copies-differ`.
    pub copies_differ: &'static str,
    /// Remark `page-header`.
    pub page_header: &'static str,
    /// Remark `unknown-text`.
    pub unknown_text: &'static str,
    /// Remark `unknown-text`, about several places.
    pub unknown_texts: &'static str,
    /// Remark `section-not-found`.
    pub section_not_found: &'static str,
    /// Remark `second-report`.
    pub second_report: &'static str,
    /// Remark `side-by-side`.
    pub side_by_side: &'static str,
    /// Remark `year-doubt`.
    pub year_doubt: &'static str,
    /// Remark `agency-doubt`.
    pub agency_doubt: &'static str,
    /// Remark `bad-bytes`.
    pub bad_bytes: &'static str,
    /// A place where a year or name was found.
    pub in_title: &'static str,
    /// A place.
    pub in_text: &'static str,
    /// The head of a page or the metadata of a file.
    pub in_head: &'static str,
    /// What stands before section one.
    pub in_preface: &'static str,
    /// The report before it in the same document.
    pub in_report_above: &'static str,
    /// The folder of the file.
    pub in_folder: &'static str,
    /// A place.
    pub in_file: &'static str,
    /// A place: the period the report is on.
    pub in_period: &'static str,
    /// Another place says otherwise.
    pub but_there: &'static str,
    /// Remark `too-much`.
    pub too_much: &'static str,
    /// Remark `too-much`, about the document as a whole.
    pub too_long: &'static str,
    /// Remark `too-much`, about pages.
    pub too_much_drawn: &'static str,
    /// Remark `unread-font`.
    pub unread_font: &'static str,
    /// Remark `mixed-forms`.
    pub mixed_forms: &'static str,
    /// Remark `struck-out`.
    pub struck_out: &'static str,
    /// Remark `raised-text`.
    pub raised_text: &'static str,
    /// Remark `faint-text`.
    pub faint_text: &'static str,
    /// Remark `spread-digits`.
    pub spread_digits: &'static str,
    /// Remark `covered-text`.
    pub covered_text: &'static str,
    /// Remark `blank-is-zero`.
    pub blank_is_zero: &'static str,
    /// Remark `spelled-number`.
    pub spelled_number: &'static str,
    /// Remark `spelled-number`, about several cells.
    pub spelled_numbers: &'static str,
    /// Remark `picture`.
    pub picture: &'static str,
    /// Remark `picture`, about one in the text.
    pub picture_in_text: &'static str,
    /// No table was found, and there are pictures.
    pub pictures: &'static str,
    /// What stands between the places of pictures.
    pub picture_comma: &'static str,
    /// The place of a picture: before all text.
    pub picture_first: &'static str,
    /// The place of a picture.
    pub picture_after: &'static str,
    /// The place of a picture.
    pub picture_page: &'static str,
    /// The place of a picture.
    pub picture_page_after: &'static str,
    /// Remark `glued-values`.
    pub glued_values: &'static str,
    /// Remark `glued-values`, about rows beside those that are glued.
    pub glued_rows: &'static str,
    /// Remark `glued-values`, about one row.
    pub glued_row: &'static str,
    /// Remark `chosen-values`, of numbers that stand without a gap.
    pub chosen_split: &'static str,
    /// Remark `torn-headers`.
    pub torn_headers: &'static str,
    /// Remark `placed-by-sums`.
    pub placed_by_sums: &'static str,
    /// Remark `scattered-values`.
    pub scattered_values: &'static str,
    /// Remark `loose-headers`.
    pub loose_headers: &'static str,
    /// Remark `order-by-sums`.
    pub order_by_sums: &'static str,
    /// Remark `extra-value`, about several rows or cells.
    pub extra_values: &'static str,
    /// Remark `unsettled-values`, about several rows or cells.
    pub unsettled_rows: &'static str,
    /// Remark `too-few-values`, about several rows or cells.
    pub too_few_in_rows: &'static str,
    /// Remark `no-values`, about several rows or cells.
    pub no_values_in_rows: &'static str,
    /// Remark `doubtful-blank`, about several rows or cells.
    pub doubtful_blanks: &'static str,
    /// Remark `stray-blank`, about several rows or cells.
    pub stray_blanks: &'static str,
    /// Remark `moved-values`, about several rows or cells.
    pub moved_rows: &'static str,
    /// Remark `shifted-row`, about several rows or cells.
    pub shifted_rows: &'static str,
    /// Remark `displaced-row`, about several rows or cells.
    pub displaced_rows: &'static str,
    /// Remark `unknown-columns`, about several rows or cells.
    pub unknown_columns_of_rows: &'static str,
    /// Remark `row-not-found`, about several rows or cells.
    pub rows_not_found: &'static str,
    /// Remark `copies-differ`, about several rows or cells.
    pub copies_of_rows_differ: &'static str,
    /// Remark `struck-out`, about several rows or cells.
    pub struck_out_cells: &'static str,
    /// Remark `raised-text`, about several rows or cells.
    pub raised_texts: &'static str,
    /// Remark `faint-text`, about several rows or cells.
    pub faint_texts: &'static str,
    /// Remark `spread-digits`, about several rows or cells.
    pub spread_numbers: &'static str,
    /// Remark `picture`, about several rows or cells.
    pub pictures_in_cells: &'static str,
}

/// The helpers that read documents: why one brought no report.
#[derive(Debug)]
pub struct WorkerWords {
    /// It needed too much memory.
    pub memory: &'static str,
    /// It took too long.
    pub time: &'static str,
    /// It ended in the middle.
    pub ended: &'static str,
    /// None could be started.
    pub no_helper: &'static str,
    /// Called off.
    pub cancelled: &'static str,
}

/// Reading documents in masses: `gouji read`.
#[derive(Debug)]
pub struct BatchWords {
    /// The report that is there was read from other bytes.
    pub changed: &'static str,
    /// What was not read because of a signal.
    pub stopped: &'static str,
    /// Column: the format.
    pub format: &'static str,
    /// Column: how many were read.
    pub read: &'static str,
    /// Column: of these, how many with doubts.
    pub doubtful: &'static str,
    /// Column: how many were read before and have not changed.
    pub unchanged: &'static str,
    /// Column: how many failed.
    pub failed: &'static str,
    /// After the error of a format that LibreOffice reads.
    pub hint_convert: &'static str,
    /// After the error of a picture or a scan.
    pub hint_ocr: &'static str,
    /// `--convert` without LibreOffice.
    pub no_converter: &'static str,
    /// The converter made nothing of it.
    pub not_converted: &'static str,
    /// The recogniser made nothing of it.
    pub not_recognised: &'static str,
    /// A program that took too long.
    pub too_long: &'static str,
    /// A program that brought nothing.
    pub brought_nothing: &'static str,
    /// Remark `converted`.
    pub converted: &'static str,
    /// Remark `recognised`.
    pub recognised: &'static str,
}
