//! What lies around and between the tables: pages, headings, tables that stand twice.

use super::written::*;
use super::*;

#[test]
fn page_numbers_headers_and_repeated_headings_do_not_matter() {
    let title = "临江县示例局2023年政府信息公开工作年度报告";
    for style in [Style::Wrapped, Style::Tabs, Style::Merged, Style::Lines] {
        let text =
            written(style, |_| "2".to_owned()).replace("（四）无法提供", &format!("（四）无\n- 5 -\n{title}\n法提供"));
        let report = read_text(&text);
        assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(2)), "{style:?}");
        if style == Style::Wrapped {
            assert_eq!(kinds(&report), ["page-header"]);
        }
    }
}

#[test]
fn the_same_table_twice_is_one_table_and_different_ones_are_a_doubt() {
    let text = written(Style::Tabs, |_| "6".to_owned());
    let [head, table, tail] = parts(&text, "三、收到和处理");
    let table: String = table.lines().skip(1).map(|line| format!("{line}\n")).collect();
    let twice = format!("{head}三、收到和处理政府信息公开申请情况\n{table}{table}{tail}");
    let report = read_text(&twice);
    assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(6)));
    assert!(kinds(&report).contains(&"table-twice"), "{:?}", kinds(&report));
    let other = table.replacen("予以公开\t6", "予以公开\t7", 1);
    let report = read_text(&format!("{head}三、收到和处理政府信息公开申请情况\n{table}{other}{tail}"));
    assert_eq!(value(&report, "requests/granted/natural"), Value::Missing);
    assert_eq!(value(&report, "requests/granted/total"), Value::int(6));
    assert!(kinds(&report).contains(&"copies-differ"));
}

#[test]
fn headings_may_be_missing() {
    let text = written(Style::Tabs, |_| "8".to_owned());
    let text = text
        .replace("三、收到和处理政府信息公开申请情况\n", "")
        .replace("四、政府信息公开行政复议、行政诉讼情况\n", "");
    let report = read_text(&text);
    assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(8)), "{:?}", kinds(&report));
    assert!(kinds(&report).contains(&"section-not-found"));
}

#[test]
fn tables_without_headings_keep_apart_in_any_order() {
    let text = written(Style::Merged, |_| "8".to_owned());
    let form = form::newest();
    let mut tables: Vec<&str> = text.split("\n\n").filter(|part| part.contains("\t8")).collect();
    assert_eq!(tables.len(), form.tables.len());
    tables.rotate_left(1);
    let report = read_text(&format!("临江县示例局2023年政府信息公开工作年度报告\n{}", tables.join("\n\n表\n")));
    assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(8)), "{:?}", kinds(&report));
    assert!(kinds(&report).iter().all(|&kind| kind == "section-not-found"), "{:?}", kinds(&report));
}

#[test]
fn two_years_side_by_side_are_never_mixed() {
    for style in [Style::Tabs, Style::Merged, Style::Wrapped] {
        let gap = if style == Style::Wrapped { " " } else { "\t" };
        let text = written(style, |id| format!("{}{gap}{}", newest_index(id) + 1, newest_index(id) + 1000));
        let report = read_text(&text.replace("自然人", &format!("自然人{gap}自然人")));
        for cell in report.lean.form.cells() {
            assert_eq!(report.lean.cells.get(cell).number(), None, "{style:?} {}", report.lean.form.id(cell));
        }
    }
}

/// Every cell is right, or it is no number and something is said.
fn assert_right_or_doubtful(what: &str, text: &str, expected: impl Fn(&str) -> i64) {
    let report = read_text(text);
    for cell in report.lean.form.cells() {
        let id = report.lean.form.id(cell);
        let found = report.lean.cells.get(cell);
        let right = found == Value::int(expected(id));
        assert!(right || found.number().is_none() && report.lean.remarks > 0, "{what} {id} {found:?}");
    }
}

#[test]
fn crooked_shapes_are_read_right_or_left_in_doubt() {
    let tabs = written(Style::Tabs, |id| newest_index(id).to_string());
    let header = "自然人\t商业企业\t科研机构";
    assert!(tabs.contains(header));
    let stray = tabs.replacen("一、本年新收", "总计\t自然人\n一、本年新收", 1);
    assert_right_or_doubtful("a stray header", &stray, newest_index);
    let spaced = tabs.replace("三、本年度办理结果", "三 、 本 年 度 办 理 结 果");
    assert_ne!(spaced, tabs);
    assert_right_or_doubtful("a spaced heading", &spaced, newest_index);
    let bars = written(Style::Bars, |id| newest_index(id).to_string());
    let invented = "| 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 |\n|---|---|---|---|---|---|\n| - | - |";
    let ocr: String = bars
        .lines()
        .map(|line| if line.starts_with('|') { format!("{invented}\n{line}\n\n") } else { format!("{line}\n") })
        .collect();
    assert_right_or_doubtful("small tables", &ocr, newest_index);
    for style in [Style::Wrapped, Style::Spelled] {
        let text = written(style, |id| newest_index(id).to_string());
        let paged = text.replace("（七）总计", "- 5 -\n（七）总计").replace("（四）无", "（四）无\n- 6 -\n");
        assert_right_or_doubtful("page numbers", &paged, newest_index);
    }
}
