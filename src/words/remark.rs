//! Reading doubts in words: which text each known kind of remark has, and how its values stand in it.
//!
//! A report keeps the kind and the values of a remark; what it says is made here, in the language in force.

use super::{Words, fill};

/// A text of a language.
type Pick = fn(&Words) -> &'static str;

/// The texts of the known kinds. A kind may have several: the first whose placeholders all have a value is said.
#[rustfmt::skip]
const TEXTS: &[(&str, Pick)] = &[
    ("extra-value", |words| words.read.extra_values),
    ("extra-value", |words| words.read.extra_value),
    ("chosen-values", |words| words.read.chosen_values),
    ("chosen-values", |words| words.read.chosen_split),
    ("unsettled-values", |words| words.read.unsettled_rows),
    ("unsettled-values", |words| words.read.unsettled_values),
    ("too-few-values", |words| words.read.too_few_in_rows),
    ("too-few-values", |words| words.read.too_few_values),
    ("no-values", |words| words.read.no_values_in_rows),
    ("no-values", |words| words.read.no_values),
    ("doubtful-blank", |words| words.read.doubtful_blanks),
    ("doubtful-blank", |words| words.read.doubtful_blank),
    ("stray-blank", |words| words.read.stray_blanks),
    ("stray-blank", |words| words.read.stray_blank),
    ("moved-values", |words| words.read.moved_rows),
    ("moved-values", |words| words.read.moved_values),
    ("shifted-row", |words| words.read.shifted_rows),
    ("shifted-row", |words| words.read.shifted_row),
    ("displaced-row", |words| words.read.displaced_rows),
    ("displaced-row", |words| words.read.displaced_row),
    ("altered-label", |words| words.read.altered_label),
    ("missing-column-label", |words| words.read.missing_column_label),
    ("column-order", |words| words.read.column_order),
    ("unknown-columns", |words| words.read.unknown_columns_of_rows),
    ("unknown-columns", |words| words.read.unknown_columns),
    ("merged-row", |words| words.read.merged_row),
    ("row-not-found", |words| words.read.rows_not_found),
    ("row-not-found", |words| words.read.row_not_found),
    ("table-not-found", |words| words.read.table_not_found),
    ("table-twice", |words| words.read.table_twice),
    ("copies-differ", |words| words.read.copies_of_rows_differ),
    ("copies-differ", |words| words.read.copies_differ),
    ("page-header", |words| words.read.page_header),
    ("unknown-text", |words| words.read.unknown_texts),
    ("unknown-text", |words| words.read.unknown_text),
    ("section-not-found", |words| words.read.section_not_found),
    ("second-report", |words| words.read.second_report),
    ("side-by-side", |words| words.read.side_by_side),
    ("year-doubt", |words| words.read.year_doubt),
    ("agency-doubt", |words| words.read.agency_doubt),
    ("agency-doubt", |words| words.read.no_agency),
    ("bad-bytes", |words| words.read.bad_bytes),
    ("too-much", |words| words.read.too_much),
    ("too-much", |words| words.read.too_much_drawn),
    ("too-much", |words| words.read.too_long),
    ("unread-font", |words| words.read.unread_font),
    ("mixed-forms", |words| words.read.mixed_forms),
    ("glued-values", |words| words.read.glued_values),
    ("glued-values", |words| words.read.glued_rows),
    ("glued-values", |words| words.read.glued_row),
    ("torn-headers", |words| words.read.torn_headers),
    ("placed-by-sums", |words| words.read.placed_by_sums),
    ("scattered-values", |words| words.read.scattered_values),
    ("loose-headers", |words| words.read.loose_headers),
    ("order-by-sums", |words| words.read.order_by_sums),
    ("struck-out", |words| words.read.struck_out_cells),
    ("struck-out", |words| words.read.struck_out),
    ("raised-text", |words| words.read.raised_texts),
    ("raised-text", |words| words.read.raised_text),
    ("faint-text", |words| words.read.faint_texts),
    ("faint-text", |words| words.read.faint_text),
    ("blank-is-zero", |words| words.read.blank_is_zero),
    ("spelled-number", |words| words.read.spelled_numbers),
    ("spelled-number", |words| words.read.spelled_number),
    ("spread-digits", |words| words.read.spread_numbers),
    ("spread-digits", |words| words.read.spread_digits),
    ("covered-text", |words| words.read.covered_text),
    ("picture", |words| words.read.pictures_in_cells),
    ("picture", |words| words.read.picture_in_text),
    ("picture", |words| words.read.picture),
    ("converted", |words| words.batch.converted),
    ("recognised", |words| words.batch.recognised),
];

/// The value of a name.
type Get<'v> = &'v dyn Fn(&str) -> Option<&'v str>;

/// What a remark says; `None` where its kind is not known, or a value that its text needs is not there.
#[must_use]
pub fn remark<'v>(words: &Words, kind: &str, get: Get<'v>) -> Option<String> {
    let own = TEXTS.iter().filter(|(known, _)| *known == kind).map(|(_, pick)| pick(words));
    own.into_iter().find_map(|text| {
        let names = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
        let values: Option<Vec<(&str, String)>> =
            names.map(|name| Some((name, value(words, kind, name, get)?))).collect();
        let values = values?;
        let values: Vec<(&str, &dyn std::fmt::Display)> =
            values.iter().map(|(name, value)| (*name, value as &dyn std::fmt::Display)).collect();
        Some(fill(text, &values))
    })
}

/// A value as its text shows it: most stand as they are, places and readings have words of their own.
fn value<'v>(words: &Words, kind: &str, name: &str, get: Get<'v>) -> Option<String> {
    let read = &words.read;
    let plain = get(name)?;
    match (kind, name) {
        ("agency-doubt", "from") => Some(place(words, plain).to_owned()),
        ("year-doubt", "from") => {
            let others = ["title", "period", "file"].into_iter().filter_map(|other| Some((other, get(other)?)));
            let others: String = others
                .map(|(other, year)| fill(read.but_there, &[("place", &place(words, other)), ("year", &year)]))
                .collect();
            Some(format!("{}{others}", place(words, plain)))
        }
        ("chosen-values", "dropped") => {
            let mut dropped: Vec<String> = Some(plain.to_owned()).filter(|text| !text.is_empty()).into_iter().collect();
            dropped.extend(get("joined").map(|text| fill(read.apart, &[("text", &text)])));
            dropped.extend(get("blanks").map(|_| read.other_blanks.to_owned()));
            Some(dropped.join("、"))
        }
        _ => Some(plain.to_owned()),
    }
}

/// A place of a document where a year or a name was found.
fn place<'w>(words: &Words, name: &'w str) -> &'w str {
    let read = &words.read;
    match name {
        "title" => read.in_title,
        "period" => read.in_period,
        "head" => read.in_head,
        "preface" => read.in_preface,
        "text" => read.in_text,
        "report-above" => read.in_report_above,
        "folder" => read.in_folder,
        "file" => read.in_file,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{EN, ZH};
    use super::*;

    #[test]
    fn every_text_is_said_in_each_language_and_without_its_values_not() {
        for &(kind, pick) in TEXTS {
            for words in [ZH, EN] {
                let text = pick(words);
                let needs = |name: &str| text.contains(&format!("{{{name}}}"));
                let said = remark(words, kind, &|name| needs(name).then_some("5")).unwrap();
                assert!(!said.contains('{'), "{said}");
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
