//! Whole documents: written out of the form in several layouts and read back, plain and crooked.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::form::{self, Cell, Layout, Table};
use crate::report::Value;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Style {
    /// One line per row, label and values separated by tabs.
    Tabs,
    /// Tabs, with merged cells as blank fields.
    Merged,
    /// One cell per line.
    Lines,
    /// Text of a PDF: labels wrapped, values behind them.
    Wrapped,
    /// The same, values in the middle of a wrapped label.
    Around,
    /// A table of Markdown.
    Bars,
    /// No gap between the cells of a row.
    Glued,
    /// Headings over rows spelled down the page.
    Spelled,
}

const STYLES: [Style; 6] = [Style::Tabs, Style::Merged, Style::Lines, Style::Wrapped, Style::Around, Style::Bars];

/// A document with a cell's text from `value`.
fn document(style: Style, value: impl Fn(&str) -> String) -> String {
    document_of(form::newest(), style, value)
}

/// A document of some edition.
fn document_of(form: &Form, style: Style, value: impl Fn(&str) -> String) -> String {
    let mut text = "临江县示例局\n2023年政府信息公开工作年度报告\n\n".to_owned();
    for section in &form.sections {
        let mark = if style == Style::Bars { "## " } else { "" };
        let _ = writeln!(text, "{mark}{}、{}\n", section.numeral, section.label.zh);
        match form.tables.iter().find(|table| table.section == section.number) {
            Some(table) => write_table(&mut text, form, table, style, &value),
            None => text += "（一）有关情况。2023年，本机关公开信息 12 条，收到申请 5 件。\n",
        }
        text.push('\n');
    }
    text
}

fn write_table(text: &mut String, form: &Form, table: &Table, style: Style, value: &impl Fn(&str) -> String) {
    let names = |cells: &[Cell]| -> Vec<String> {
        let column = |cell: &Cell| table.columns[form.spec(*cell).unwrap().column].label.zh.to_string();
        cells.iter().map(column).collect()
    };
    let values = |cells: &[Cell]| -> Vec<String> { cells.iter().map(|cell| value(form.id(*cell))).collect() };
    if table.layout == Layout::SideBySide {
        let cells: Vec<Cell> = (0..table.rows.len()).flat_map(|row| table.cells_in_row(row)).collect();
        let heads: Vec<String> = table.rows.iter().map(|row| row.label.zh.to_string()).collect();
        write_row(text, style, &[], &heads);
        write_row(text, style, &[], &names(&cells));
        write_row(text, style, &[], &values(&cells));
        return;
    }
    let mut head = Vec::new();
    let mut group = None;
    for (index, row) in table.rows.iter().enumerate() {
        let cells: Vec<Cell> = table.cells_in_row(index).collect();
        if names(&cells) != head {
            head = names(&cells);
            write_row(text, style, &[table.printed.last().unwrap().to_string()], &head);
        }
        let mut labels = Vec::new();
        if row.group != group && row.group.is_some() {
            group = row.group;
            labels.push(table.groups[group.unwrap()].label.zh.to_string());
        } else if row.group.is_some() {
            labels.push(String::new());
        }
        labels.push(format!("{}{}", row.ordinal, row.label.zh));
        write_row(text, style, &labels, &values(&cells));
    }
}

fn write_row(text: &mut String, style: Style, labels: &[String], values: &[String]) {
    let filled = || labels.iter().filter(|label| !label.is_empty());
    match style {
        Style::Tabs => {
            // Headings over rows on lines of their own.
            for label in filled().rev().skip(1).collect::<Vec<_>>() {
                let _ = writeln!(text, "{label}");
            }
            let cells: Vec<&str> = filled().next_back().into_iter().chain(values).map(String::as_str).collect();
            let _ = writeln!(text, "{}", cells.join("\t"));
        }
        Style::Merged => {
            let mut cells: Vec<&str> = labels.iter().map(String::as_str).collect();
            cells.resize(if labels.is_empty() { 0 } else { 3 }, "");
            cells.extend(values.iter().map(String::as_str));
            let _ = writeln!(text, "{}\t", cells.join("\t"));
        }
        Style::Lines => {
            for cell in labels.iter().chain(values) {
                let _ = writeln!(text, "\t{cell}");
            }
            text.push('\n');
        }
        Style::Wrapped | Style::Around => {
            let values = values.join(" ");
            let lines: Vec<String> = filled().flat_map(|label| wrapped(label)).collect();
            let inside = style == Style::Around && lines.len() > 1;
            let at = if inside { lines.len() / 2 } else { lines.len() };
            for (index, line) in lines.iter().enumerate() {
                if index == at {
                    let _ = writeln!(text, "{values}\n");
                }
                let _ = writeln!(text, "{line}");
            }
            if at >= lines.len() {
                let _ = writeln!(text, "{values}\n");
            }
        }
        Style::Bars => {
            let cells: Vec<&str> = labels.iter().chain(values).map(String::as_str).collect();
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
        Style::Glued => {
            let cells: Vec<&str> = labels.iter().chain(values).map(String::as_str).collect();
            let _ = writeln!(text, "{}", cells.concat());
        }
        Style::Spelled => {
            // Headings down the page, one character a line; values behind the row's label.
            let labels: Vec<&String> = filled().collect();
            let (own, above) = labels.split_last().map_or((None, &[][..]), |(own, above)| (Some(own), above));
            for label in above {
                label.chars().for_each(|c| {
                    let _ = writeln!(text, "{c}");
                });
            }
            let cells: Vec<&str> =
                own.into_iter().map(|own| own.as_str()).chain(values.iter().map(String::as_str)).collect();
            let _ = writeln!(text, "{}", cells.join(" "));
        }
    }
}

fn wrapped(label: &str) -> Vec<String> {
    let chars: Vec<char> = label.chars().collect();
    chars.chunks(9).map(|chunk| chunk.iter().collect()).collect()
}

fn read_text(text: &str) -> Report {
    read("a.txt", text.as_bytes()).unwrap()
}

fn value<'r>(report: &'r Report, id: &str) -> Value<'r> {
    report.lean.cells.get(report.lean.form.cell(id).unwrap_or_else(|| panic!("{id}")))
}

fn kinds(report: &Report) -> Vec<&str> {
    report.narrative.remarks.iter().map(|remark| remark.kind.as_str()).collect()
}

/// A text before table three (from a word of it on), the table, and the text behind it.
fn parts<'a>(text: &'a str, from: &str) -> [&'a str; 3] {
    let (head, rest) = text.split_at(text.find(from).unwrap());
    let (table, tail) = rest.split_at(rest.find("四、政府信息公开行政").unwrap());
    [head, table, tail]
}

/// The numbers of a row, `None` for what is no number.
fn row(report: &Report, id: &str) -> Vec<Option<i64>> {
    let form = report.lean.form;
    let cells = form.cells().filter(|cell| form.id(*cell).starts_with(&format!("{id}/")));
    cells.map(|cell| report.lean.cells.get(cell).number().and_then(|number| number.as_int())).collect()
}

fn some(numbers: &[i64]) -> Vec<Option<i64>> {
    numbers.iter().copied().map(Some).collect()
}

/// A merged-cell document of zeros in which one line's values are replaced.
fn with_line(style: Style, label: &str, change: impl Fn(&str) -> String) -> Report {
    let text = document(style, |_| "0".to_owned());
    let mut hits = 0;
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            if line.contains(label) {
                hits += 1;
                change(line)
            } else {
                line.to_owned()
            }
        })
        .collect();
    assert!(hits > 0, "{label}");
    read_text(&lines.join("\n"))
}

/// Harms one line of a document and looks for numbers that are wrong without a remark on their row.
fn alone(
    form: &Form,
    style: Style,
    text: &str,
    numbers: &[u32],
    at: prop::sample::Index,
    harm: usize,
) -> Result<(), TestCaseError> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let start = lines.iter().position(|line| line.contains("二、主动公开")).unwrap() + 1;
    let place = start + at.index(lines.len() - start);
    let line = lines[place].clone();
    match harm {
        0 => drop(lines.remove(place)),
        1 => lines.insert(place, "17".to_owned()),
        2 => lines[place] = line.rsplit_once(['\t', ' ']).map_or(String::new(), |(head, _)| head.to_owned()),
        3 => lines[place] = format!("{line}\t17"),
        _ => lines[place] = line.chars().filter(|c| !"一二三四五六七总其项请规".contains(*c)).collect(),
    }
    let Ok(report) = read("a.txt", lines.join("\n").as_bytes()) else { return Ok(()) };
    if report.lean.form.edition != form.edition {
        return Ok(());
    }
    for (cell, number) in form.cells().zip(numbers) {
        let found = report.lean.cells.get(cell);
        let right = found == Value::int(i64::from(*number));
        let plain = found.number().is_some() || found == Value::Blank;
        let row = form.id(cell).rsplit_once('/').unwrap().0;
        let about = |remark: &&crate::report::Remark| {
            remark
                .cell
                .as_deref()
                .is_some_and(|id| id.starts_with(row) || id.starts_with("disputes") && row.starts_with("disputes"))
        };
        let said = report.narrative.remarks.iter().any(|remark| about(&remark));
        prop_assert!(right || !plain || said, "{style:?} harm {harm} {line:?}: {} {found:?}", form.id(cell));
    }
    Ok(())
}

/// Numbers that satisfy every equation of a form, made of any: totals and results are added up.
fn balanced(form: &Form, numbers: &[u32]) -> Vec<u32> {
    let mut values = numbers.to_vec();
    let at = |id: &str| form.cell(id).unwrap().index();
    for equation in form.equations.iter().filter(|equation| &*equation.rule == "T3-02") {
        values[equation.left[0].index()] = equation.right.iter().map(|cell| values[cell.index()]).sum();
    }
    for column in ["natural", "business", "research", "welfare", "legal", "other"] {
        let cell = |row: &str| at(&format!("requests/{row}/{column}"));
        values[cell("carried_in")] = 0;
        values[cell("new")] = values[cell("handled")] + values[cell("carried_out")];
    }
    for equation in form.equations.iter().filter(|equation| equation.left.len() == 1 && &*equation.rule != "T3-02") {
        values[equation.left[0].index()] = equation.right.iter().map(|cell| values[cell.index()]).sum();
    }
    values
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_is_written_is_read(numbers in prop::collection::vec(prop_oneof![Just(0_u32), 0..40_u32, any::<u32>()], 200), style in 0..6_usize) {
        let form = form::newest();
        let text = document(STYLES[style], |id| numbers[form.cell(id).unwrap().index()].to_string());
        let report = read_text(&text);
        for (cell, number) in form.cells().zip(&numbers) {
            prop_assert_eq!(report.lean.cells.get(cell), Value::int(i64::from(*number)), "{:?} {}", STYLES[style], form.id(cell));
        }
        let crooked: Vec<_> = report.narrative.remarks.iter()
            .filter(|remark| STYLES[style] != Style::Around || &*remark.kind != "moved-values").collect();
        prop_assert!(crooked.is_empty(), "{:?} {:?}", STYLES[style], crooked);
        prop_assert_eq!(report.narrative.sections.len(), 6);
        prop_assert_eq!(report.narrative.sections[1].text.as_str(), "");
    }

    #[test]
    fn blanks_stay_blank_where_fields_show_them(mask in prop::collection::vec(0..4_u8, 200), style in prop_oneof![Just(0), Just(5)]) {
        let form = form::newest();
        let blank = |id: &str| mask[form.cell(id).unwrap().index()] == 0;
        let text = document(STYLES[style], |id| if blank(id) { String::new() } else { "7".to_owned() });
        let report = read_text(&text);
        for cell in form.cells() {
            let value = report.lean.cells.get(cell);
            let expected = if blank(form.id(cell)) { Value::Blank } else { Value::int(7) };
            // What is not certain may be missing, with a remark; it may never be another number.
            prop_assert!(value == expected || value == Value::Missing && report.lean.remarks > 0, "{} {value:?}", form.id(cell));
        }
    }

    /// The principle: whatever is lost or added, a number that is wrong does not come without a remark
    /// on its row.
    #[test]
    fn a_wrong_number_never_comes_alone(
        numbers in prop::collection::vec(0..30_u32, 200),
        style in 0..6_usize,
        at in any::<prop::sample::Index>(),
        harm in 0..5_usize,
    ) {
        let form = form::newest();
        let text = document(STYLES[style], |id| numbers[form.cell(id).unwrap().index()].to_string());
        alone(form, STYLES[style], &text, &numbers, at, harm)?;
    }

    /// The same for the trial form and for layouts that are seldom read whole.
    #[test]
    fn a_wrong_number_never_comes_alone_elsewhere(
        numbers in prop::collection::vec(prop_oneof![Just(0_u32), 0..30_u32], 200),
        style in 0..4_usize,
        older in any::<bool>(),
        at in any::<prop::sample::Index>(),
        harm in 0..5_usize,
    ) {
        let form = form::edition(if older { "2019" } else { "2021" }).unwrap();
        let style = [Style::Glued, Style::Spelled, Style::Lines, Style::Merged][style];
        let balanced = balanced(form, &numbers);
        let text = document_of(form, style, |id| balanced[form.cell(id).unwrap().index()].to_string());
        alone(form, style, &text, &balanced, at, harm)?;
    }

    #[test]
    fn the_trial_form_is_read(numbers in prop::collection::vec(prop_oneof![Just(0_u32), 0..40_u32, any::<u32>()], 200), style in 0..6_usize) {
        let form = form::edition("2019").unwrap();
        let text = document_of(form, STYLES[style], |id| numbers[form.cell(id).unwrap().index()].to_string());
        let report = read_text(&text);
        prop_assert_eq!(&*report.lean.form.edition, "2019");
        for (cell, number) in form.cells().zip(&numbers) {
            prop_assert_eq!(report.lean.cells.get(cell), Value::int(i64::from(*number)), "{:?} {}", STYLES[style], form.id(cell));
        }
        let crooked: Vec<_> = report.narrative.remarks.iter()
            .filter(|remark| STYLES[style] != Style::Around || &*remark.kind != "moved-values").collect();
        prop_assert!(crooked.is_empty(), "{:?} {:?}", STYLES[style], crooked);
    }

    #[test]
    fn no_bytes_can_break_it(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read("a.txt", &bytes);
    }

    #[test]
    fn no_damage_can_break_it(cuts in prop::collection::vec((0..6000_usize, 0..60_usize, "[0-9\\t\\n |其他总计一二三（）./-]{0,6}"), 0..12), style in 0..6_usize) {
        let mut chars: Vec<char> = document(STYLES[style], |_| "0".to_owned()).chars().collect();
        for (at, length, insert) in cuts {
            let at = at.min(chars.len());
            let end = (at + length).min(chars.len());
            chars.splice(at..end, insert.chars());
        }
        let text: String = chars.into_iter().collect();
        let _ = read("临江县示例局2023.txt", text.as_bytes());
    }
}

#[test]
fn values_of_every_spelling() {
    let text = document(Style::Merged, |id| {
        match id {
            "requests/new/natural" => "1,234",
            "requests/new/business" => "５",
            "requests/new/research" => "",
            "requests/new/welfare" => "/",
            "requests/new/legal" => "5件",
            "requests/new/other" => "无",
            "requests/new/total" => "1 234",
            "disclosure/fees/amount" => "251000元",
            "disclosure/penalties/decisions" => "22（其中修订 16 件）",
            _ => "0",
        }
        .to_owned()
    });
    let report = read_text(&text);
    let expected = [
        Value::int(1234),
        Value::int(5),
        Value::Blank,
        Value::Raw("/"),
        Value::Raw("5件"),
        Value::Raw("无"),
        Value::Raw("1 234"),
    ];
    for (column, expected) in
        ["natural", "business", "research", "welfare", "legal", "other", "total"].iter().zip(expected)
    {
        assert_eq!(value(&report, &format!("requests/new/{column}")), expected, "{column}");
    }
    assert_eq!(value(&report, "disclosure/fees/amount"), Value::Raw("251000元"));
    assert_eq!(value(&report, "disclosure/penalties/decisions"), Value::Raw("22（其中修订 16 件）"));
    assert_eq!(report.narrative.origins["requests/new/natural"].text.as_deref(), Some("1,234"));
}

#[test]
fn units_behind_numbers_in_wrapped_text_make_them_raw() {
    let report = with_line(Style::Wrapped, "行政许可", |line| format!("{line} 5 件\n删"));
    assert_eq!(value(&report, "disclosure/licensing/decisions").number(), None);
}

#[test]
fn a_row_too_long_is_settled_by_its_total_or_not_at_all() {
    let long = |values: &str| {
        let values = values.replace(' ', "\t");
        with_line(Style::Merged, "予以公开", move |line| {
            let label = line.split("\t0").next().unwrap();
            format!("{label}\t{values}\t")
        })
    };
    let report = long("5 0 0 0 0 0 0 5");
    assert_eq!(row(&report, "requests/granted"), some(&[5, 0, 0, 0, 0, 0, 5]));
    assert_eq!(kinds(&report), ["chosen-values"]);
    let report = long("0 0 0 0 0 0 0 9");
    assert_eq!(row(&report, "requests/granted"), some(&[0; 7]));
    let report = long("1 2 3 4 5 6 7 9");
    assert_eq!(kinds(&report), ["unsettled-values"]);
    assert!(row(&report, "requests/granted").iter().all(Option::is_none));
    // Exactly as many as cells: read as they stand, whatever they add up to.
    let report = long("1 2 3 4 5 6 7");
    assert_eq!(row(&report, "requests/granted"), some(&[1, 2, 3, 4, 5, 6, 7]));
    assert!(kinds(&report).is_empty());
}

#[test]
fn a_row_too_short_is_a_doubt() {
    for style in [Style::Wrapped, Style::Lines] {
        let text = document(style, |id| if id == "requests/granted/other" { String::new() } else { "3".to_owned() });
        let text = text.replace("3 3 3 3 3  3", "3 3 3 3 3 3");
        let report = read_text(&text);
        let row = row(&report, "requests/granted");
        if style == Style::Wrapped {
            assert!(row.iter().all(Option::is_none));
            assert_eq!(kinds(&report), ["too-few-values"]);
        } else {
            assert_eq!(row, [Some(3), Some(3), Some(3), Some(3), Some(3), None, Some(3)]);
            assert_eq!(value(&report, "requests/granted/other"), Value::Blank);
        }
    }
}

#[test]
fn a_missing_row_is_missing_and_said_so() {
    for style in STYLES {
        let text = document(style, |_| "0".to_owned());
        let lines: Vec<&str> = text.lines().collect();
        let at = lines
            .iter()
            .position(|line| line.contains("要求提供公开出版物") || line.contains("3.要求提供公开"))
            .unwrap();
        let end = match style {
            Style::Lines => at + 8,
            Style::Wrapped | Style::Around => at + 4,
            _ => at + 1,
        };
        let text = [&lines[..at], &lines[end..]].concat().join("\n");
        let report = read_text(&text);
        assert_eq!(value(&report, "requests/declined.publication/natural"), Value::Missing, "{style:?}");
        assert!(kinds(&report).contains(&"row-not-found"), "{style:?} {:?}", kinds(&report));
        for other in ["declined.repeated", "declined.excessive", "handled"] {
            assert_eq!(row(&report, &format!("requests/{other}")), some(&[0; 7]), "{style:?} {other}");
        }
    }
}

#[test]
fn altered_labels_are_read_and_remarked() {
    for (style, from, to) in [
        (Style::Merged, "其他法律行政法规禁止公开", "其他法律行政止公开"),
        (Style::Lines, "属于三类内部事务信息", "属于三类内容事务信息"),
        (Style::Tabs, "1.信访举报投诉类申请", "1.信访举报投诉类申请（含来信）"),
        (Style::Bars, "2.重复申请", "7.重复申请"),
        (Style::Tabs, "行政规范性文件", "规范性文件"),
        (Style::Tabs, "本年废止件数", "本年度止件数"),
    ] {
        let text = document(style, |_| "4".to_owned());
        assert!(text.contains(from));
        let report = read_text(&text.replace(from, to));
        assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(4)), "{to}");
        assert_eq!(kinds(&report), ["altered-label"], "{to}");
    }
}

#[test]
fn page_numbers_headers_and_repeated_headings_do_not_matter() {
    let title = "临江县示例局2023年政府信息公开工作年度报告";
    for style in [Style::Wrapped, Style::Tabs, Style::Merged, Style::Lines] {
        let text =
            document(style, |_| "2".to_owned()).replace("（四）无法提供", &format!("（四）无\n- 5 -\n{title}\n法提供"));
        let report = read_text(&text);
        assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(2)), "{style:?}");
        if style == Style::Wrapped {
            assert_eq!(kinds(&report), ["page-header"]);
        }
    }
}

#[test]
fn the_same_table_twice_is_one_table_and_different_ones_are_a_doubt() {
    let text = document(Style::Tabs, |_| "6".to_owned());
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
fn several_rows_filled_in_as_one_are_not_guessed() {
    let text = document(Style::Tabs, |_| "1".to_owned());
    let lines: Vec<String> = text
        .lines()
        .filter(|line| !line.contains("逾期") && !line.starts_with("3.其他\t"))
        .map(|line| if line == "（六）其他处理" { format!("{line}\t9\t0\t0\t0\t0\t0\t9") } else { line.to_owned() })
        .collect();
    let report = read_text(&lines.join("\n"));
    assert_eq!(row(&report, "requests/declined.confirmation"), some(&[1; 7]));
    assert_eq!(row(&report, "requests/handled"), some(&[1; 7]));
    assert_eq!(value(&report, "requests/closed.other/natural"), Value::Missing);
    assert!(kinds(&report).contains(&"merged-row"), "{:?}", kinds(&report));
}

#[test]
fn values_before_their_labels_are_moved_and_remarked() {
    let form = form::newest();
    let number = |id: &str| form.cell(id).unwrap().index().to_string();
    let text = document(Style::Wrapped, number);
    // Every line of numbers goes before its label.
    let [head, table, tail] = parts(&text, "一、本年新收");
    let mut turned = String::new();
    for chunk in table.split("\n\n").filter(|chunk| chunk.contains(' ')) {
        let (label, values) = chunk.trim().rsplit_once('\n').unwrap();
        turned += &format!("{values}\n{label}\n\n");
    }
    let report = read_text(&format!("{head}{turned}{tail}"));
    for cell in form.cells_of(1) {
        let found = report.lean.cells.get(cell);
        assert!(found == Value::int(i64::try_from(cell.index()).unwrap()), "{} {found:?}", form.id(cell));
    }
    assert_eq!(kinds(&report).iter().filter(|kind| **kind == "moved-values").count(), 25);
}

#[test]
fn year_and_agency_come_from_elsewhere_with_a_doubt() {
    let text = document(Style::Tabs, |_| "0".to_owned());
    let body = text.split_once("一、总体情况").unwrap().1;
    let report = read("示例县文物局-2023.txt", format!("一、总体情况{body}").as_bytes()).unwrap();
    assert_eq!((report.lean.head.agency.name.as_str(), report.lean.head.year), ("示例县文物局", 2023));
    assert_eq!(kinds(&report), ["year-doubt", "agency-doubt"]);
    let error = read("a.txt", format!("一、总体情况{body}").as_bytes()).unwrap_err();
    assert_eq!(error, ReadError::NoAgency);
}

#[test]
fn what_is_no_report_is_an_error_that_says_so() {
    assert_eq!(read("a.txt", b"").unwrap_err(), ReadError::NothingFound);
    assert_eq!(read("a.txt", "今天天气很好。".as_bytes()).unwrap_err(), ReadError::NothingFound);
    assert_eq!(read("a.txt", b"\x7fELF\x02\x01\x01\0\0").unwrap_err(), ReadError::NotText);
    let error = read("年报.ODT", b"").unwrap_err();
    assert_eq!(error.describe(crate::words::EN), "cannot read odt files yet; convert to text (txt) first");
    assert_eq!(Format::of_name(Path::new("a/年报.TXT")), Some(Format::Text));
    assert_eq!(Format::of_name(Path::new("a/年报.docx")), Some(Format::Docx));
    assert_eq!(Format::of_name(Path::new("a/README")), None);
    assert_eq!(Format::of_name(Path::new("a/x.json")), None);
}

#[test]
fn a_blank_form_is_blank_and_not_missing() {
    for style in [Style::Tabs, Style::Merged, Style::Bars] {
        let report = read_text(&document(style, |_| String::new()));
        assert!(report.lean.form.cells_of(1).all(|cell| report.lean.cells.get(cell) == Value::Blank), "{style:?}");
    }
}

#[test]
fn labels_may_be_spelled_down_the_page() {
    let text = document(Style::Wrapped, |_| "3".to_owned());
    let down = |label: &str| label.chars().map(|c| format!("{c}\n")).collect::<String>();
    let text = text.replace("（三）不予公开", &down("（三）不予公开")).replace("总计", "总 计");
    let report = read_text(&text);
    assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(3)), "{:?}", kinds(&report));
    assert!(kinds(&report).is_empty(), "{:?}", kinds(&report));
}

#[test]
fn of_two_reports_in_one_file_the_first_is_read_and_the_second_named() {
    let (first, second) = (document(Style::Tabs, |_| "1".to_owned()), document(Style::Tabs, |_| "2".to_owned()));
    let report = read_text(&format!("{first}\n{}", second.replace("2023", "2022")));
    assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(1)));
    assert_eq!(report.lean.head.year, 2023);
    assert_eq!(kinds(&report), ["second-report"]);
}

#[test]
fn columns_in_another_order_are_a_doubt() {
    let text = document(Style::Tabs, |_| "0".to_owned());
    let turned = text.replace("自然人\t商业企业", "商业企业\t自然人");
    assert_eq!(kinds(&read_text(&turned)), ["column-order"]);
    let turned = text.replace(
        "自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计",
        "总计\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他",
    );
    assert_ne!(turned, text);
    assert_eq!(kinds(&read_text(&turned)), ["column-order"]);
}

#[test]
fn a_row_that_the_form_does_not_have_takes_nothing_from_its_neighbours() {
    let report =
        with_line(Style::Tabs, "2.重复申请", |line| format!("{line}\n其中：网上提出\t9\t0\t0\t0\t0\t0\t9"));
    assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(0)));
    assert_eq!(kinds(&report), ["unknown-text"]);
}

#[test]
fn a_number_written_with_a_space_is_a_doubt() {
    let report = with_line(Style::Wrapped, "申请数量", |_| "申请数量\n1 234 0 0 0 0 0 1 234\n".to_owned());
    assert!(row(&report, "requests/new").iter().all(Option::is_none));
    assert!(kinds(&report).contains(&"unsettled-values"), "{:?}", kinds(&report));
}

#[test]
fn glued_values_are_not_taken_apart() {
    let text = document(Style::Tabs, |_| "0".to_owned());
    let text = text.replace("申请数量\t0\t0\t0\t0\t0\t0\t0", "申请数量710000071").replace("行政许可\t0", "行政许可12");
    let report = read_text(&text);
    assert!(row(&report, "requests/new").iter().all(Option::is_none));
    assert_eq!(value(&report, "disclosure/licensing/decisions"), Value::int(12));
    assert_eq!(kinds(&report), ["glued-values", "glued-values"]);
}

#[test]
fn glued_values_are_taken_apart_where_there_is_one_way() {
    let form = form::newest();
    let value_of = |id: &str| match id.split('/').collect::<Vec<_>>()[..] {
        ["requests", "new" | "granted" | "handled", "natural" | "total"] => 71,
        ["disputes", "litigation_direct", "upheld" | "total"] => 1,
        _ => 0,
    };
    let text = document(Style::Glued, |id| value_of(id).to_string());
    assert!(text.contains("数量710000071"));
    let report = read_text(&text);
    for cell in form.cells_of(1).chain(form.cells_of(2)) {
        assert_eq!(report.lean.cells.get(cell), Value::int(value_of(form.id(cell))), "{}", form.id(cell));
    }
    // Nothing adds up in table two: what is glued there stays so, and is said.
    assert_eq!(row(&report, "disclosure/regulations"), [None; 3]);
    assert_eq!(value(&report, "disclosure/licensing/decisions"), Value::int(0));
    let count = |kind: &str| kinds(&report).iter().filter(|known| **known == kind).count();
    assert_eq!((count("glued-values"), count("chosen-values")), (2, 26));
    let origin = &report.narrative.origins["requests/new/total"];
    assert_eq!(origin.text.as_deref(), Some("71"));
    // The whole table on one line is the same.
    let [head, table, tail] = parts(&text, "一、本年新收");
    let line: String = table.split_whitespace().collect();
    let report = read_text(&format!("{head}{line}\n\n{tail}"));
    assert_eq!(row(&report, "requests/granted"), some(&[71, 0, 0, 0, 0, 0, 71]), "{:?}", kinds(&report));
}

#[test]
fn headings_may_be_missing() {
    let text = document(Style::Tabs, |_| "8".to_owned());
    let text = text
        .replace("三、收到和处理政府信息公开申请情况\n", "")
        .replace("四、政府信息公开行政复议、行政诉讼情况\n", "");
    let report = read_text(&text);
    assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(8)), "{:?}", kinds(&report));
    assert!(kinds(&report).contains(&"section-not-found"));
}

#[test]
fn tables_without_headings_keep_apart_in_any_order() {
    let text = document(Style::Merged, |_| "8".to_owned());
    let form = form::newest();
    let mut tables: Vec<&str> = text.split("\n\n").filter(|part| part.contains("\t8")).collect();
    assert_eq!(tables.len(), form.tables.len());
    tables.rotate_left(1);
    let report = read_text(&format!("临江县示例局2023年政府信息公开工作年度报告\n{}", tables.join("\n\n表\n")));
    assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(8)), "{:?}", kinds(&report));
    assert!(kinds(&report).iter().all(|&kind| kind == "section-not-found"), "{:?}", kinds(&report));
}

#[test]
fn a_merged_label_written_into_each_of_its_rows_is_no_unknown_text() {
    let text = document(Style::Merged, |_| "8".to_owned());
    let mut above: Vec<String> = Vec::new();
    let filled = text.lines().map(|line| {
        let mut fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
        for (at, field) in fields.iter_mut().enumerate() {
            if field.is_empty() && at == 0 {
                *field = above.get(at).cloned().unwrap_or_default();
            }
        }
        above.clone_from(&fields);
        if fields.len() > 2 { fields.join("\t") } else { line.to_owned() }
    });
    let report = read_text(&filled.collect::<Vec<_>>().join("\n"));
    assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(8)));
    assert!(kinds(&report).is_empty(), "{:?}", kinds(&report));
}

#[test]
fn masses_of_garbage_end_soon() {
    let piece = "其他 总计 0 （一）予以公开 行政许可 5\t\t/ 规章\n三、收到和处理政府信息公开申请情况\n";
    let text = piece.repeat(10_000);
    let start = std::time::Instant::now();
    let _ = read("临江县示例局2023.txt", text.as_bytes());
    let _ = read("a.txt", "一".repeat(400_000).as_bytes());
    let _ = read("a.txt", "3.其他\t0\n".repeat(60_000).as_bytes());
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

/// A row of table three whose values are replaced, in a document of zeros with a blank field behind every row.
fn with_values(label: &str, values: &str) -> Report {
    let values = values.replace(' ', "\t");
    with_line(Style::Merged, label, move |line| format!("{}\t{values}\t", line.split("\t0").next().unwrap()))
}

#[test]
fn a_lost_value_is_no_blank_total() {
    for label in ["予以公开", "一、本年新收"] {
        let id = if label == "予以公开" { "requests/granted" } else { "requests/new" };
        for values in ["8 0 0 0 0 8", "80 0 0 0 0 8", "3 0 0 0 0 1"] {
            let report = with_values(label, values);
            assert_eq!(row(&report, id), [None; 7], "{label} {values}");
            assert!(kinds(&report).contains(&"too-few-values"), "{label} {values} {:?}", kinds(&report));
        }
        // All fields are there: the total is blank.
        let report = with_values(label, "8 0 0 0 0 0 ");
        assert_eq!(value(&report, &format!("{id}/total")), Value::Blank);
        assert_eq!(value(&report, &format!("{id}/other")), Value::int(0));
    }
}

#[test]
fn a_number_split_in_two_is_a_reading_too() {
    for style in [Style::Wrapped, Style::Tabs] {
        let gap = if style == Style::Tabs { "\t" } else { " " };
        let read = |values: &str| {
            let text = document(style, |_| "0".to_owned());
            let zeros = ["0"; 7].join(gap);
            let at = text.find("本年新收").unwrap();
            let (head, tail) = text.split_at(at);
            read_text(&[head, &tail.replacen(&zeros, &values.replace(' ', gap), 1)].concat())
        };
        let report = read("5 0 0 6 0 0 1 1");
        assert_eq!(row(&report, "requests/new"), some(&[5, 0, 0, 6, 0, 0, 11]), "{style:?}");
        assert_eq!(kinds(&report), ["chosen-values"]);
        let message = report.narrative.remarks[0].message.as_str();
        assert!(message.contains("（5 0 0 6 0 0 11）") && message.contains("“1 1”"), "{message}");
        // Two readings balance, or none: only what every reading has is taken.
        let report = read("1 2 3 4 0 0 1 1");
        assert_eq!(kinds(&report), ["unsettled-values"]);
        assert_eq!(value(&report, "requests/new/total"), Value::Missing);
        assert_eq!(value(&report, "requests/new/natural"), Value::Missing);
    }
}

#[test]
fn a_reading_chosen_by_the_equations_names_what_it_discards() {
    let report = with_values("予以公开", "5 0 0 7 0 0 0 5");
    assert_eq!(kinds(&report), ["chosen-values"]);
    let message = report.narrative.remarks[0].message.as_str();
    assert!(message.contains("舍去：7") && message.contains("（5 0 0 0 0 0 5）"), "{message}");
    assert!(!message.contains("已可确定"));
    // The same whichever is left out.
    let report = with_values("予以公开", "0 0 0 0 0 0 0 0");
    assert_eq!(kinds(&report), ["extra-value"]);
}

#[test]
fn permuted_columns_are_read_by_their_headers() {
    let number = |id: &str| newest_index(id).to_string();
    let text = document(Style::Tabs, number);
    let swap = |text: &str, a: &str, b: &str| {
        assert!(text.contains(&format!("{a}\t{b}")));
        text.replace(&format!("{a}\t{b}"), &format!("{b}\t{a}"))
    };
    for (a, b, id, other) in [
        ("自然人", "商业企业", "requests/granted/natural", "requests/granted/business"),
        ("本年制发件数", "本年废止件数", "disclosure/regulations/issued", "disclosure/regulations/repealed"),
        ("结果维持", "结果纠正", "disputes/litigation_after/upheld", "disputes/litigation_after/corrected"),
    ] {
        let report = read_text(&swap(&text, a, b));
        assert_eq!(value(&report, id), Value::int(newest_index(other)), "{a}");
        assert_eq!(value(&report, other), Value::int(newest_index(id)), "{a}");
        assert_eq!(kinds(&report), ["column-order"], "{a}");
    }
    // Twice the same header: nobody knows which is which.
    let report = read_text(&text.replace("自然人\t商业企业\t科研机构", "科研机构\t自然人\t科研机构"));
    assert_eq!(row(&report, "requests/granted"), [None; 7]);
    assert!(kinds(&report).contains(&"unknown-columns"));
}

#[test]
fn permuted_suits_are_read_by_their_headings() {
    let text = document(Style::Tabs, |id| newest_index(id).to_string());
    let turned = text.replace("未经复议直接起诉\t复议后起诉", "复议后起诉\t未经复议直接起诉");
    assert_ne!(turned, text);
    let report = read_text(&turned);
    let (direct, after) = ("disputes/litigation_direct/total", "disputes/litigation_after/total");
    assert_eq!(value(&report, direct), Value::int(newest_index(after)));
    assert_eq!(value(&report, after), Value::int(newest_index(direct)));
    assert_eq!(kinds(&report), ["displaced-row"]);
}

#[test]
fn columns_of_another_edition_are_not_taken_for_the_forms() {
    let text = document(Style::Tabs, |_| "4".to_owned());
    let older = text.replace("本年制发件数\t本年废止件数\t现行有效件数", "新制作总量\t新公布总量\t公布累计总量");
    assert_ne!(older, text);
    let report = read_text(&older);
    for id in ["regulations/issued", "regulations/repealed", "normative/in_force"] {
        assert_eq!(value(&report, &format!("disclosure/{id}")), Value::Missing, "{id}");
    }
    assert_eq!(value(&report, "disclosure/licensing/decisions"), Value::int(4));
    assert_eq!(kinds(&report).iter().filter(|kind| **kind == "unknown-columns").count(), 2);
}

fn newest_index(id: &str) -> i64 {
    i64::try_from(form::newest().cell(id).unwrap().index()).unwrap()
}

#[test]
fn values_that_may_stand_before_their_labels_are_not_taken_for_the_next_row() {
    // `三、本年度办理结果`, values, `（七）总计`, values, and no label any more: the last values may be the lost row's.
    let text = document(Style::Around, |id| newest_index(id).to_string());
    let lost = text.replace("四、结转下年度继续\n", "");
    assert_ne!(lost, text);
    let report = read_text(&lost);
    assert_eq!(row(&report, "requests/handled"), [None; 7]);
    assert_eq!(row(&report, "requests/carried_out"), [None; 7]);
    let about = |remark: &&crate::report::Remark| remark.cell.as_deref() == Some("requests/handled/natural");
    let kinds: Vec<&str> = report.narrative.remarks.iter().filter(about).map(|remark| remark.kind.as_str()).collect();
    assert_eq!(kinds, ["unsettled-values"]);
}

#[test]
fn a_change_may_have_a_sign_and_other_counts_may_not() {
    let form = form::edition("2019").unwrap();
    for style in [Style::Merged, Style::Wrapped, Style::Lines, Style::Bars] {
        let text = document_of(form, style, |id| {
            match id {
                "disclosure/licensing/change" => "+1036",
                "disclosure/penalties/change" => "-11",
                "disclosure/coercion/change" => "减3",
                "disclosure/licensing/previous" => "+7",
                "disclosure/procurement/amount" => "5394432.52元",
                "disclosure/procurement/items" => "30件",
                _ => "0",
            }
            .to_owned()
        });
        let report = read_text(&text);
        for (row, change) in [("licensing", 1036), ("penalties", -11), ("coercion", -3), ("fees", 0)] {
            assert_eq!(value(&report, &format!("disclosure/{row}/change")), Value::int(change), "{style:?} {row}");
        }
        assert_eq!(value(&report, "disclosure/licensing/previous"), Value::Raw("+7"), "{style:?}");
        assert_eq!(value(&report, "disclosure/procurement/amount"), Value::Raw("5394432.52元"), "{style:?}");
        assert_eq!(value(&report, "disclosure/procurement/items"), Value::Raw("30件"), "{style:?}");
        assert_eq!(report.narrative.origins["disclosure/coercion/change"].text.as_deref(), Some("减3"));
        assert!(kinds(&report).is_empty(), "{style:?} {:?}", kinds(&report));
    }
}

#[test]
fn tables_of_two_editions_are_read_by_the_better_one_and_said_so() {
    let (newer, older) = (form::newest(), form::edition("2019").unwrap());
    let newer = document_of(newer, Style::Tabs, |_| "2".to_owned());
    let older = document_of(older, Style::Tabs, |_| "3".to_owned());
    let [head, _, _] = parts(&newer, "三、收到和处理");
    let [old_head, table, tail] = parts(&older, "三、收到和处理");
    // Table two of 2021, （六） as one row.
    let report = read_text(&format!("{head}{table}{tail}"));
    assert_eq!(&*report.lean.form.edition, "2021");
    assert_eq!(value(&report, "disclosure/normative/repealed"), Value::int(2));
    assert_eq!(row(&report, "requests/declined.confirmation"), some(&[3; 7]));
    assert_eq!(row(&report, "requests/closed.other"), [None; 7]);
    let merged = report.narrative.remarks.iter().find(|remark| &*remark.kind == "merged-row").unwrap();
    assert!(merged.message.contains("3 3 3 3 3 3 3"), "{}", merged.message);
    // Table two of 2019, （六） in three rows.
    let [_, table, tail] = parts(&newer, "三、收到和处理");
    let report = read_text(&format!("{old_head}{table}{tail}"));
    assert_eq!(&*report.lean.form.edition, "2019");
    assert!(kinds(&report).contains(&"mixed-forms"), "{:?}", kinds(&report));
    assert_eq!(row(&report, "requests/closed"), [None; 7]);
}

#[test]
fn years_that_disagree_are_a_doubt() {
    let text = document(Style::Tabs, |_| "0".to_owned());
    let with = |period: &str| {
        let head = format!("统计期限自{period}。\n\n一、总体情况");
        read_text(&text.replacen("一、总体情况", &head, 1))
    };
    let report = with("2023年1月1日至2023年12月31日");
    assert_eq!((report.lean.head.year, kinds(&report)), (2023, vec![]));
    // The text has 2023 as well: two against one.
    let report = with("2022 年 1 月 1 日至 12 月 31 日");
    assert_eq!((report.lean.head.year, kinds(&report)), (2023, vec!["year-doubt"]));
    let wrong = text.replacen("2023年政府", "2020年政府", 1);
    let wrong = wrong.replacen("一、总体情况", "2023年1月1日至12月31日\n一、总体情况", 1);
    let report = read_text(&wrong);
    assert_eq!((report.lean.head.year, kinds(&report)), (2023, vec!["year-doubt"]));
    assert_eq!(report.lean.head.agency.region.first().map(|part| part.as_str()), Some("临江县"));
    assert_eq!(report.lean.head.agency.level.as_deref(), Some("county-department"));
}

#[test]
fn the_second_report_is_named_by_its_title() {
    let first = document(Style::Tabs, |_| "1".to_owned());
    let report = read_text(&format!("{first}\n{}", first.replace("2023", "2022")));
    let remark = report.narrative.remarks.iter().find(|remark| &*remark.kind == "second-report").unwrap();
    assert!(remark.message.contains("2022年政府信息公开工作年度报告"), "{}", remark.message);
}

#[test]
fn two_years_side_by_side_are_never_mixed() {
    for style in [Style::Tabs, Style::Merged, Style::Wrapped] {
        let gap = if style == Style::Wrapped { " " } else { "\t" };
        let text = document(style, |id| format!("{}{gap}{}", newest_index(id) + 1, newest_index(id) + 1000));
        let report = read_text(&text.replace("自然人", &format!("自然人{gap}自然人")));
        for cell in report.lean.form.cells() {
            assert_eq!(report.lean.cells.get(cell).number(), None, "{style:?} {}", report.lean.form.id(cell));
        }
    }
}

#[test]
fn places_and_pages_come_with_the_values() {
    let text = document(Style::Tabs, |_| "4".to_owned());
    let mut document = super::document("a.txt", text.as_bytes()).unwrap();
    for (at, line) in document.lines.iter_mut().enumerate() {
        line.page = Some(if at < 10 { 1 } else { 2 });
        for (column, field) in line.fields.iter_mut().enumerate() {
            field.place = Some(format!("Sheet1!R{}C{}", line.number, column + 1).into());
        }
    }
    document.lines.last_mut().unwrap().fields[0].text = "17".to_owned();
    let report = recognise("a.txt", &document).unwrap();
    let origin = &report.narrative.origins["requests/granted/business"];
    let line = origin.line.unwrap();
    assert_eq!((origin.page, origin.place.as_deref()), (Some(2), Some(&*format!("Sheet1!R{line}C3"))));
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
    let tabs = document(Style::Tabs, |id| newest_index(id).to_string());
    let header = "自然人\t商业企业\t科研机构";
    assert!(tabs.contains(header));
    let stray = tabs.replacen("一、本年新收", "总计\t自然人\n一、本年新收", 1);
    assert_right_or_doubtful("a stray header", &stray, newest_index);
    let spaced = tabs.replace("三、本年度办理结果", "三 、 本 年 度 办 理 结 果");
    assert_ne!(spaced, tabs);
    assert_right_or_doubtful("a spaced heading", &spaced, newest_index);
    let bars = document(Style::Bars, |id| newest_index(id).to_string());
    let invented = "| 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 |\n|---|---|---|---|---|---|\n| - | - |";
    let ocr: String = bars
        .lines()
        .map(|line| if line.starts_with('|') { format!("{invented}\n{line}\n\n") } else { format!("{line}\n") })
        .collect();
    assert_right_or_doubtful("small tables", &ocr, newest_index);
    for style in [Style::Wrapped, Style::Spelled] {
        let text = document(style, |id| newest_index(id).to_string());
        let paged = text.replace("（七）总计", "- 5 -\n（七）总计").replace("（四）无", "（四）无\n- 6 -\n");
        assert_right_or_doubtful("page numbers", &paged, newest_index);
    }
}

#[test]
fn marks_and_words_are_values_one_to_a_line_and_between_spaces() {
    for style in [Style::Lines, Style::Wrapped] {
        let text = document(style, |id| {
            match id {
                "requests/new/natural" => "1,234",
                "requests/new/business" => "０",
                "requests/new/research" => "/",
                "requests/new/total" => "——",
                "disclosure/fees/amount" => "0.37万元",
                "disclosure/penalties/decisions" => "30件",
                "disclosure/regulations/in_force" => "22（其中修订 16 件）",
                "disputes/litigation_after/total" => "——",
                _ => "0",
            }
            .to_owned()
        });
        let report = read_text(&text);
        assert_eq!(value(&report, "requests/new/natural"), Value::int(1234), "{style:?}");
        assert_eq!(value(&report, "requests/new/business"), Value::int(0), "{style:?}");
        assert_eq!(value(&report, "requests/new/research"), Value::Raw("/"), "{style:?}");
        assert_eq!(value(&report, "requests/new/total"), Value::Raw("——"), "{style:?}");
        assert_eq!(value(&report, "disclosure/fees/amount"), Value::Raw("0.37万元"), "{style:?}");
        assert_eq!(value(&report, "disclosure/penalties/decisions"), Value::Raw("30件"), "{style:?}");
        assert_eq!(value(&report, "disclosure/regulations/in_force"), Value::Raw("22（其中修订 16 件）"), "{style:?}");
        assert_eq!(value(&report, "disputes/litigation_after/total"), Value::Raw("——"), "{style:?}");
        assert!(kinds(&report).is_empty(), "{style:?} {:?}", kinds(&report));
    }
}
