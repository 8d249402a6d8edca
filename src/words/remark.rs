//! Reading doubts in words: which text each known kind of remark has, and how its values stand in it.
//!
//! A report keeps the kind and the values of a remark; what it says is made here, in the language in force.

use super::Words;

/// Says a text with the values that it speaks of; `None` where one is not there.
type Say = fn(&Words, &dyn Fn(&str) -> Option<String>) -> Option<String>;

macro_rules! remarks {
    ($($kind:literal: $part:ident.$text:ident($($value:ident),*))*) => {
        /// The texts of the known kinds. A kind may have several: the first whose values are all there is said.
        const REMARKS: &[(&str, Say)] =
            &[$(($kind, |words, _of| Some(words.$part.$text($(_of(stringify!($value))?),*).into()))),*];
    };
}

remarks! {
    "extra-value": read.extra_values(row, count, text)
    "extra-value": read.extra_value(row, expected, found, text)
    "chosen-values": read.chosen_values(row, expected, found, text, taken, dropped)
    "chosen-values": read.chosen_split(table, count, text)
    "unsettled-values": read.unsettled_rows(row, count, text)
    "unsettled-values": read.unsettled_values(row, expected, found, text)
    "too-few-values": read.too_few_in_rows(row, count, text)
    "too-few-values": read.too_few_values(row, expected, found, text)
    "no-values": read.no_values_in_rows(row, count)
    "no-values": read.no_values(row)
    "doubtful-blank": read.doubtful_blanks(row, count, text)
    "doubtful-blank": read.doubtful_blank(row, text)
    "stray-blank": read.stray_blanks(row, count, text)
    "stray-blank": read.stray_blank(row, text)
    "moved-values": read.moved_rows(row, count, text)
    "moved-values": read.moved_values(row, text)
    "shifted-row": read.shifted_rows(row, count)
    "shifted-row": read.shifted_row(row)
    "displaced-row": read.displaced_rows(row, count)
    "displaced-row": read.displaced_row(row)
    "altered-label": read.altered_label(official, text)
    "missing-column-label": read.missing_column_label(text)
    "column-order": read.column_order(text)
    "unknown-columns": read.unknown_columns_of_rows(row, count, text)
    "unknown-columns": read.unknown_columns(row, text)
    "merged-row": read.merged_row(row, text)
    "row-not-found": read.rows_not_found(row, count)
    "row-not-found": read.row_not_found(row)
    "table-not-found": read.table_not_found(table)
    "table-twice": read.table_twice(table)
    "copies-differ": read.copies_of_rows_differ(row, count, text, other)
    "copies-differ": read.copies_differ(row, text, other)
    "page-header": read.page_header(text)
    "unknown-text": read.unknown_texts(count, text)
    "unknown-text": read.unknown_text(text)
    "section-not-found": read.section_not_found(section)
    "second-report": read.second_report(text)
    "side-by-side": read.side_by_side(year, other)
    "year-doubt": read.year_doubt(year, from)
    "agency-doubt": read.agency_doubt(agency, from)
    "agency-doubt": read.no_agency()
    "bad-bytes": read.bad_bytes(count)
    "too-much": read.too_much(table)
    "too-much": read.too_much_drawn(pages)
    "too-much": read.too_long()
    "unread-font": read.unread_font(pages)
    "mixed-forms": read.mixed_forms(form, other, text)
    "glued-values": read.glued_values(table, count, text)
    "glued-values": read.glued_rows(row, count, text)
    "glued-values": read.glued_row(row, text)
    "torn-headers": read.torn_headers(table, text)
    "placed-by-sums": read.placed_by_sums(table, count)
    "scattered-values": read.scattered_values(table, count)
    "loose-headers": read.loose_headers(table)
    "order-by-sums": read.order_by_sums(table, count)
    "struck-out": read.struck_out_cells(count, text)
    "struck-out": read.struck_out(text)
    "raised-text": read.raised_texts(count, text)
    "raised-text": read.raised_text(text)
    "faint-text": read.faint_texts(count, text)
    "faint-text": read.faint_text(text)
    "blank-is-zero": read.blank_is_zero(text, count)
    "spelled-number": read.spelled_numbers(count, text)
    "spelled-number": read.spelled_number(text)
    "spread-digits": read.spread_numbers(count, text)
    "spread-digits": read.spread_digits(text)
    "covered-text": read.covered_text()
    "picture": read.pictures_in_cells(count)
    "picture": read.picture_in_text(after)
    "picture": read.picture()
    "converted": batch.converted(format)
    "recognised": batch.recognised()
}

/// The value of a name.
type Get<'v> = &'v dyn Fn(&str) -> Option<&'v str>;

/// What a remark says; `None` where its kind is not known, or a value that its text needs is not there.
#[must_use]
pub(crate) fn remark<'v>(words: &Words, kind: &str, get: Get<'v>) -> Option<String> {
    let own = REMARKS.iter().filter(|(known, _)| *known == kind);
    own.into_iter().find_map(|(_, say)| say(words, &|name| value(words, kind, name, get)))
}

/// A value as its text shows it: most stand as they are, places and readings have words of their own.
fn value<'v>(words: &Words, kind: &str, name: &str, get: Get<'v>) -> Option<String> {
    let read = &words.read;
    let plain = get(name)?;
    match (kind, name) {
        ("agency-doubt", "from") => Some(place(words, plain).to_owned()),
        ("year-doubt", "from") => {
            let others = ["title", "period", "file"].into_iter().filter_map(|other| Some((other, get(other)?)));
            let others: String = others.map(|(other, year)| read.but_there(place(words, other), year)).collect();
            Some(format!("{}{others}", place(words, plain)))
        }
        ("chosen-values", "dropped") => {
            let mut dropped: Vec<String> = Some(plain.to_owned()).filter(|text| !text.is_empty()).into_iter().collect();
            dropped.extend(get("joined").map(|text| read.apart(text)));
            dropped.extend(get("blanks").map(|_| read.other_blanks().to_owned()));
            Some(dropped.join("、"))
        }
        _ => Some(plain.to_owned()),
    }
}

/// A place of a document where a year or a name was found.
fn place<'w>(words: &Words, name: &'w str) -> &'w str {
    let read = &words.read;
    match name {
        "title" => read.in_title(),
        "period" => read.in_period(),
        "head" => read.in_head(),
        "preface" => read.in_preface(),
        "text" => read.in_text(),
        "report-above" => read.in_report_above(),
        "folder" => read.in_folder(),
        "file" => read.in_file(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::super::{EN, ZH};
    use super::*;

    #[test]
    fn every_text_is_said_in_each_language_and_without_its_values_not() {
        for (kind, say) in REMARKS {
            for words in [ZH, EN] {
                let names = RefCell::new(Vec::new());
                let get = |name: &str| {
                    names.borrow_mut().push(name.to_owned());
                    Some(format!("<{name}>"))
                };
                let said = say(words, &get).unwrap();
                for name in names.into_inner() {
                    assert!(said.contains(&format!("<{name}>")), "{kind}: {said}");
                    assert_eq!(say(words, &|known| (known != name).then(String::new)), None, "{kind}: {name}");
                }
            }
        }
        assert_eq!(remark(ZH, "extra-value", &|_| None), None);
        assert_eq!(remark(ZH, "of-another-program", &|_| Some("5")), None);
    }

    #[test]
    fn places_and_readings_are_worded_too() {
        let year = |words, file: Option<&'static str>| {
            remark(words, "year-doubt", &|name| match name {
                "year" => Some("2024"),
                "from" => Some("title"),
                "file" => file,
                _ => None,
            })
        };
        assert_eq!(year(ZH, None).unwrap(), "年度 2024 取自标题，请核对");
        assert_eq!(year(ZH, Some("2023")).unwrap(), "年度 2024 取自标题（文件名中是 2023），请核对");
        assert!(year(EN, Some("2023")).unwrap().contains("the file name has 2023"));
        let chosen = remark(ZH, "chosen-values", &|name| match name {
            "blanks" => Some("1"),
            "joined" => Some("11"),
            "table" | "count" => None,
            _ => Some("7"),
        });
        assert!(chosen.unwrap().contains("舍去：7、把“11”当作几个数、空格在别处的读法"));
    }
}
