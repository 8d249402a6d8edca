//! Shapes that real documents have, each in every layout: exact cells, or a remark and no number.

use super::written::*;
use super::*;

/// A document in which every cell holds its own position in the form.
fn numbered(style: Style) -> String {
    written(style, |id| newest_index(id).to_string())
}

/// Every cell is exactly what is expected.
#[track_caller]
fn assert_exact(what: &str, report: &Report, expected: impl Fn(&str) -> i64) {
    for cell in report.lean.form.cells() {
        let id = report.lean.form.id(cell);
        assert_eq!(report.lean.cells.get(cell), Value::int(expected(id)), "{what} {id} {:?}", kinds(report));
    }
}

/// The position of the cell beside this one, where two columns are exchanged.
fn exchanged(id: &str, one: &str, other: &str) -> i64 {
    match id.rsplit_once('/') {
        Some((row, column)) if column == one => newest_index(&format!("{row}/{other}")),
        Some((row, column)) if column == other => newest_index(&format!("{row}/{one}")),
        _ => newest_index(id),
    }
}

#[test]
fn permuted_headers_one_to_a_line_are_read_in_their_order() {
    let text = numbered(Style::Lines);
    let turned = text.replace("\t自然人\n\t商业企业", "\t商业企业\n\t自然人");
    assert_ne!(turned, text);
    let report = read_text(&turned);
    assert_exact("lines", &report, |id| exchanged(id, "natural", "business"));
    assert_eq!(kinds(&report), ["column-order"]);
    // Without indentation it may be the text of a PDF, where a header that spans two lines comes later.
    let bare: String = turned.lines().map(|line| format!("{}\n", line.trim_start())).collect();
    assert_eq!(row(&read_text(&bare), "requests/new"), [None; 7]);
    // A total in the middle spans two lines: nothing tells which columns are below it.
    let total = turned.replace("\t法律服务机构\n\t其他\n\t总计", "\t总计\n\t法律服务机构\n\t其他");
    assert_ne!(total, turned);
    assert_eq!(row(&read_text(&total), "requests/new"), [None; 7]);
}

#[test]
fn a_blank_table_four_is_blank_where_its_cells_can_be_seen() {
    for style in STYLES {
        let text =
            written(style, |id| if id.starts_with("disputes") { String::new() } else { newest_index(id).to_string() });
        let report = read_text(&text);
        let seen = matches!(style, Style::Tabs | Style::Merged | Style::Bars);
        for cell in report.lean.form.cells() {
            let id = report.lean.form.id(cell);
            let expected = match (id.starts_with("disputes"), seen) {
                (false, _) => Value::int(newest_index(id)),
                (true, true) => Value::Blank,
                (true, false) => Value::Missing,
            };
            assert_eq!(report.lean.cells.get(cell), expected, "{style:?} {id}");
        }
        assert_eq!(kinds(&report).contains(&"no-values"), !seen, "{style:?}");
    }
}

#[test]
fn a_row_of_blanks_before_the_values_takes_nothing_away() {
    let text = numbered(Style::Merged);
    let (head, values) = text.split_at(text.rfind("\n185\t").unwrap());
    let report = read_text(&format!("{head}\n{}{values}", "\t".repeat(15)));
    assert_exact("a blank row", &report, newest_index);
}

#[test]
fn digits_may_be_wide_and_thousands_separated() {
    let wide = |text: &str| -> String {
        text.chars()
            .map(|c| char::from_u32(u32::from(c) + 0xFEE0).filter(|_| c.is_ascii_digit()).unwrap_or(c))
            .collect()
    };
    for style in STYLES {
        let report = read_text(&written(style, |id| wide(&newest_index(id).to_string())));
        assert_exact(&format!("{style:?}"), &report, newest_index);
        for separator in [",", "，"] {
            let text = written(style, |id| wide(&format!("1{separator}{:03}", newest_index(id))));
            assert_exact(&format!("{style:?} {separator}"), &read_text(&text), |id| 1000 + newest_index(id));
        }
    }
}

#[test]
fn marks_and_notes_stay_with_their_value_and_make_it_no_number() {
    let notes = ["（其中网上 1 件）", "(含补正)", "【注1】", "[1]", "①", "*", "²", "件"].map(|note| format!("5{note}"));
    let marks = ["—", "——", "/", "\\", "-", "无", "不适用"].map(str::to_owned);
    for style in STYLES {
        for text in notes.iter().chain(&marks) {
            let is_odd = |id: &str| newest_index(id) % 5 == 2;
            let report =
                read_text(&written(style, |id| if is_odd(id) { text.clone() } else { newest_index(id).to_string() }));
            for cell in report.lean.form.cells() {
                let id = report.lean.form.id(cell);
                let found = report.lean.cells.get(cell);
                let lost = found == Value::Missing && report.lean.remarks > 0;
                // A lone word may be part of the label.
                let is_first = text == "无" || text == "不适用";
                let expected = if is_odd(id) { Value::Raw(text) } else { Value::int(newest_index(id)) };
                assert!(found == expected || is_first && lost, "{style:?} {text} {id} {found:?} {:?}", kinds(&report));
            }
        }
    }
}

#[test]
fn a_word_for_nothing_among_the_values_is_one_of_them() {
    let report = read_text(&written(Style::Wrapped, |id| {
        if id.ends_with("/other") { "无".to_owned() } else { newest_index(id).to_string() }
    }));
    assert_eq!(value(&report, "requests/granted/other"), Value::Raw("无"));
    assert_eq!(value(&report, "requests/granted/total"), Value::int(newest_index("requests/granted/total")));
    // Before them it may be the first half of `无法提供`.
    let text = numbered(Style::Wrapped);
    let torn =
        text.replace("（四）无法提供\n1.本机关不掌握", "（四）\n无 94 95 96 97 98 99 100\n法提供\n1.本机关不掌握");
    assert_ne!(torn, text);
    let inquiry = "requests/denied.inquiry/natural";
    assert_eq!(value(&read_text(&torn), inquiry), Value::int(newest_index(inquiry)));
}

/// The lines of a header, in the layout of a table.
fn header(style: Style, two_lines: bool) -> String {
    let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
    let spanning = ["自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];
    match (style, two_lines) {
        (Style::Lines, false) => names.map(|name| format!("\t{name}\n")).concat() + "\n",
        (Style::Lines, true) => spanning.map(|name| format!("\t{name}\n")).concat() + "\n",
        (Style::Bars, false) => format!("| | | {} |\n", names.join(" | ")),
        (Style::Merged, false) => format!("\t\t\t{}\t\n", names.join("\t")),
        (Style::Merged, true) => {
            "\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\t\n\t\t\t\t商业企业\t科研机构\t社会公益组织\t\
                                  法律服务机构\t其他\t\t\n"
                .to_owned()
        }
        (Style::Tabs, _) => format!("申请人情况\t{}\n", names.join("\t")),
        (_, false) => names.join(" ") + "\n",
        (_, true) => "自然人\n法人或其他组织\n总计\n商业\n企业\n科研\n机构\n社会\n公益\n组织\n法律\n服务\n机构\n其他\n"
            .to_owned(),
    }
}

#[test]
fn headers_repeated_on_every_page_inside_the_table_do_no_harm() {
    for style in STYLES {
        let text = numbered(style);
        for two_lines in [false, true] {
            let header = header(style, two_lines);
            let mut pages = String::new();
            for line in text.lines() {
                let marks = ["5.属于三类", "（四）无法", "3.补正后", "（六）其他", "3.其他", "四、结转"];
                if marks.iter().any(|mark| line.trim_start_matches(['\t', '|', ' ']).starts_with(mark)) {
                    pages += &header;
                }
                pages += line;
                pages.push('\n');
            }
            assert!(pages.matches("法律").count() > 5);
            assert_exact(&format!("{style:?} {two_lines}"), &read_text(&pages), newest_index);
        }
    }
}

#[test]
fn a_displaced_row_below_headings_that_stand_again_is_read_and_remarked() {
    for (style, size) in [(Style::Tabs, 1), (Style::Merged, 1), (Style::Bars, 1), (Style::Lines, 9)] {
        let headings = match style {
            Style::Lines => "\t三、本年度办理结果\n\t（五）不予处理",
            Style::Bars => "| 三、本年度办理结果 | （五）不予处理 |",
            Style::Merged => "三、本年度办理结果\t（五）不予处理\t\t\t\t\t\t\t\t\t",
            _ => "三、本年度办理结果\n（五）不予处理",
        };
        for (moved, before) in
            [("（一）予以公开", "（七）总计"), ("2.重复申请", "（四）无法提供"), ("二、上年", "四、结转")]
        {
            let text = numbered(style);
            let mut lines: Vec<&str> = text.lines().collect();
            let from = lines.iter().position(|line| line.contains(moved)).unwrap();
            let piece: Vec<&str> = lines.drain(from..from + size).collect();
            let to = lines.iter().position(|line| line.contains(before)).unwrap();
            lines.splice(to..to, std::iter::once(headings).chain(piece));
            let report = read_text(&lines.join("\n"));
            assert_exact(&format!("{style:?} {moved}"), &report, newest_index);
            assert_eq!(kinds(&report), ["displaced-row"], "{style:?} {moved}");
        }
    }
}

#[test]
fn captions_units_and_notes_are_no_values() {
    for style in STYLES {
        let text = numbered(style);
        let noted = text
            .replacen("（四）无法提供", "续表 3\n（单位：件）\n（四）无法提供", 1)
            .replacen("一、本年新收", "表3\n单位：件\n一、本年新收", 1)
            .replacen("五、存在", "注：1.含上年结转 3 件\n注2：不含 4 件\n五、存在", 1);
        // Behind a bar or a tab it is a cell and not a line.
        let lines: String = noted.lines().map(|line| format!("{}\n", line.trim_start_matches("| | 续"))).collect();
        let report = read_text(&lines);
        for cell in report.lean.form.cells() {
            let (id, found) = (report.lean.form.id(cell), report.lean.cells.get(cell));
            let doubtful = found == Value::Missing && report.lean.remarks > 0;
            let split = style == Style::Bars || style == Style::Merged;
            assert!(found == Value::int(newest_index(id)) || split && doubtful, "{style:?} {id} {found:?}");
        }
        assert!(report.narrative.sections[3].text.as_str().contains("注2：不含 4 件"), "{style:?}");
    }
}

#[test]
fn numbers_before_the_labels_are_no_values() {
    for style in [Style::Tabs, Style::Merged] {
        let mut count = 0;
        let mut with = |line: &str| {
            let is_row = line.contains('\t') && line.contains(|c: char| c.is_ascii_digit()) && !line.starts_with("185");
            count += usize::from(is_row);
            let serial = if is_row { count.to_string() } else { String::new() };
            if line.contains('\t') && !line.starts_with("185") {
                format!("{serial}\t{line}\n")
            } else {
                format!("{line}\n")
            }
        };
        let text: String = numbered(style).lines().map(&mut with).collect();
        let report = read_text(&text);
        assert_exact(&format!("{style:?}"), &report, newest_index);
        assert!(kinds(&report).is_empty(), "{style:?} {:?}", kinds(&report));
    }
}

#[test]
fn a_column_of_totals_left_blank_is_blank() {
    for style in [Style::Tabs, Style::Merged, Style::Lines, Style::Bars] {
        let blank = |id: &str| id.starts_with("requests") && id.ends_with("/total");
        let report =
            read_text(&written(style, |id| if blank(id) { String::new() } else { newest_index(id).to_string() }));
        for cell in report.lean.form.cells() {
            let id = report.lean.form.id(cell);
            let expected = if blank(id) { Value::Blank } else { Value::int(newest_index(id)) };
            assert_eq!(report.lean.cells.get(cell), expected, "{style:?} {id} {:?}", kinds(&report));
        }
    }
    // Headers that are shifted against the rows tell nothing.
    let text = written(Style::Merged, |id| if id.ends_with("/total") { String::new() } else { "3".to_owned() });
    let shifted = text.replace("\t自然人\t", "\t\t自然人\t").replace("\t其他\t总计\t", "\t其他\t总计");
    assert_ne!(shifted, text);
    assert_eq!(row(&read_text(&shifted), "requests/granted")[6], None);
    assert!(kinds(&read_text(&shifted)).contains(&"too-few-values"));
}

#[test]
fn values_before_their_labels_are_moved_over_rows_of_different_widths() {
    // The articles' names have lost their numbers, so that nothing tells the licences' value from the rules'.
    let text = numbered(Style::Around)
        .replace("第二十条第（五）项", "第二十条第项")
        .replace("第二十条第（六）项", "第二十条第项");
    let report = read_text(&text);
    for id in ["licensing", "penalties", "coercion"] {
        let id = format!("disclosure/{id}/decisions");
        assert_eq!(value(&report, &id), Value::int(newest_index(&id)), "{id} {:?}", kinds(&report));
    }
    assert!(kinds(&report).contains(&"moved-values"));
}
