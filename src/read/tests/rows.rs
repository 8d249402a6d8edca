//! Rows too long, too short, lost, doubled or out of place.

use super::written::*;
use super::*;

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
        let text = written(style, |id| if id == "requests/granted/other" { String::new() } else { "3".to_owned() });
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
        let text = written(style, |_| "0".to_owned());
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
        let lost = marked(&report, "row-not-found");
        assert!(lost.len() == 7 && lost.iter().all(|id| id.starts_with("requests/declined.publication/")), "{lost:?}");
        for other in ["declined.repeated", "declined.excessive", "handled"] {
            assert_eq!(row(&report, &format!("requests/{other}")), some(&[0; 7]), "{style:?} {other}");
        }
    }
}

#[test]
fn several_rows_filled_in_as_one_are_not_guessed() {
    let text = written(Style::Tabs, |_| "1".to_owned());
    let lines: Vec<String> = text
        .lines()
        .filter(|line| !line.contains("逾期") && !line.starts_with("3.其他\t"))
        .map(|line| if line == "（六）其他处理" { format!("{line}\t9\t0\t0\t0\t0\t0\t9") } else { line.to_owned() })
        .collect();
    let report = read_text(&lines.join("\n"));
    assert_eq!(row(&report, "requests/declined.confirmation"), some(&[1; 7]));
    assert_eq!(row(&report, "requests/handled"), some(&[1; 7]));
    assert_eq!(value(&report, "requests/closed.other/natural"), Value::Missing);
    assert_eq!(kinds(&report), ["merged-row"], "no row below it is missing besides");
    let merged = marked(&report, "merged-row");
    assert!(merged.len() == 21 && merged.iter().all(|id| id.starts_with("requests/closed.")), "{merged:?}");
}

/// The cells that remarks of a kind are about.
fn marked<'r>(report: &'r Report, kind: &str) -> Vec<&'r str> {
    let own = report.narrative.remarks.iter().filter(|remark| &*remark.kind == kind);
    own.filter_map(|remark| remark.cell.as_deref()).collect()
}

#[test]
fn rows_that_stand_beside_the_others_are_one_remark_and_no_doubt_about_whole_ones() {
    // The heading over the rows stands before the first of them, and nothing before the others.
    let text = written(Style::Tabs, |_| "0".to_owned());
    let text: Vec<String> = text
        .lines()
        .map(|line| if line.starts_with("1.") { format!("（）\t{line}") } else { line.to_owned() })
        .collect();
    let report = read_text(&text.join("\n"));
    let shifted: Vec<_> = report.narrative.remarks.iter().filter(|remark| &*remark.kind == "shifted-row").collect();
    assert_eq!(shifted.len(), 1, "{:?}", report.narrative.remarks);
    assert_eq!((shifted[0].value("count"), shifted[0].cell.as_deref()), (Some("4"), None));
}

#[test]
fn values_before_their_labels_are_moved_and_remarked() {
    let form = form::newest();
    let number = |id: &str| form.cell(id).unwrap().index().to_string();
    let text = written(Style::Wrapped, number);
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
    let moved = report.narrative.remarks.iter().find(|remark| &*remark.kind == "moved-values").unwrap();
    assert_eq!(moved.value("count"), Some("25"), "one cause, one remark");
}

#[test]
fn a_row_that_the_form_does_not_have_takes_nothing_from_its_neighbours() {
    let report =
        with_line(Style::Tabs, "2.重复申请", |line| format!("{line}\n其中：网上提出\t9\t0\t0\t0\t0\t0\t9"));
    assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(0)));
    assert_eq!(kinds(&report), ["unknown-text"]);
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
            let text = written(style, |_| "0".to_owned());
            let zeros = ["0"; 7].join(gap);
            let at = text.find("本年新收").unwrap();
            let (head, tail) = text.split_at(at);
            read_text(&[head, &tail.replacen(&zeros, &values.replace(' ', gap), 1)].concat())
        };
        let report = read("5 0 0 6 0 0 1 1");
        assert_eq!(row(&report, "requests/new"), some(&[5, 0, 0, 6, 0, 0, 11]), "{style:?}");
        assert_eq!(kinds(&report), ["chosen-values"]);
        let message = report.narrative.remarks[0].text(crate::words::ZH);
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
    let message = report.narrative.remarks[0].text(crate::words::ZH);
    assert!(message.contains("舍去：7") && message.contains("（5 0 0 0 0 0 5）"), "{message}");
    assert!(!message.contains("已可确定"));
    // The same whichever is left out.
    let report = with_values("予以公开", "0 0 0 0 0 0 0 0");
    assert_eq!(kinds(&report), ["extra-value"]);
}

#[test]
fn values_that_may_stand_before_their_labels_are_not_taken_for_the_next_row() {
    // `三、本年度办理结果`, values, `（七）总计`, values, and no label any more: the last values may be the lost row's.
    let text = written(Style::Around, |id| newest_index(id).to_string());
    let lost = text.replace("四、结转下年度继续\n", "");
    assert_ne!(lost, text);
    let report = read_text(&lost);
    assert_eq!(row(&report, "requests/handled"), [None; 7]);
    assert_eq!(row(&report, "requests/carried_out"), [None; 7]);
    let about = |remark: &&crate::report::Remark| remark.cell.as_deref() == Some("requests/handled/natural");
    let kinds: Vec<&str> = report.narrative.remarks.iter().filter(about).map(|remark| remark.kind.as_str()).collect();
    assert_eq!(kinds, ["unsettled-values"]);
}

/// Only the other tables of the document tell that the numbers of this one stand without a gap.
#[test]
fn a_number_behind_a_glued_one_is_a_doubt_where_any_table_is_glued() {
    let form = form::edition("2019").unwrap();
    let fees: Vec<&str> = form.cells().map(|cell| form.id(cell)).filter(|id| id.contains("fees/")).collect();
    // No row of the table begins with a zero: it has no proof of its own.
    let text = written_of(form, Style::Glued, |id| {
        let number = match id {
            _ if Some(&id) == fees.first() => "1",
            _ if id.starts_with("disclosure/") && !fees.contains(&id) => "5",
            _ => "0",
        };
        number.to_owned()
    });
    let lines: Vec<String> = text
        .lines()
        .map(|line| if line.ends_with("行政事业性收费10") { format!("{line}\t17") } else { line.to_owned() })
        .collect();
    let torn = lines.join("\n");
    assert!(torn.contains("\t17"), "{fees:?} {text}");
    let report = read_text(&torn);
    for id in fees {
        let said = report.narrative.remarks.iter().any(|remark| remark.cell.as_deref() == Some(id));
        assert!(said, "{id} {:?}", value(&report, id));
    }
}

#[test]
fn a_row_has_no_trace_only_where_all_of_its_section_was_understood() {
    let row = "要求提供公开出版物";
    let told = |edit: &dyn Fn(String) -> String, picture: Option<&str>| {
        let text = written(Style::Merged, |_| "3".to_owned());
        let text: Vec<&str> = text.lines().filter(|line| !line.contains(row)).collect();
        let mut document = document("a.txt", edit(text.join("\n")).as_bytes()).unwrap();
        if let Some(behind) = picture {
            let is_it = |line: &&Line| line.fields.iter().any(|field| field.text.contains(behind));
            let line = document.lines.iter().find(is_it).unwrap().number;
            document.pictures.push(Picture { line, page: None });
        }
        let whole = Whole { name: "a.txt", document: &document, is_cut: false, half: None };
        let report = several::reports(whole, document.blocks()).unwrap().remove(0);
        let lost = |remark: &&crate::report::Remark| &*remark.kind == "row-not-found";
        let lost: Vec<bool> =
            report.narrative.remarks.iter().filter(lost).map(crate::report::Remark::is_without_trace).collect();
        assert!(lost.len() == 7 && lost.iter().all(|told| *told == lost[0]), "{lost:?}");
        lost[0]
    };
    let plain = |text: String| text;
    assert!(told(&plain, None));
    // A page's number, and a table's unit and number, hold no row.
    let behind = |more: &str| {
        let line = format!("{more}\n四、政府信息公开行政");
        told(&move |text| text.replace("四、政府信息公开行政", &line), None)
    };
    for more in ["- 3 -", "单位：件", "表3", ""] {
        assert!(behind(more), "{more}");
    }
    for more in ["另有其他事项", "另有3件", "注：另有在办3件", "年内另有在办的事项3件。", "甲\t3\t3"]
    {
        assert!(!behind(more), "{more}");
    }
    // A picture may be the row, but for one that stands elsewhere.
    assert!(!told(&plain, Some("没有现成信息")) && !told(&plain, Some("三、收到和处理")));
    assert!(told(&plain, Some("五、存在的主要问题")));
}

#[test]
fn in_a_table_that_is_torn_only_what_its_sums_confirm_is_relied_upon() {
    let torn = ["1.属于国家秘密", "4.保护第三方合法权益", "5.属于三类内部事务信息"];
    let odd = |torn: &[&str], values: &str| {
        let text = written(Style::Tabs, |_| "0".to_owned());
        let lines = text.lines().map(|line| match line.split_once('\t') {
            Some((label, _)) if torn.contains(&label) => format!("{label}\t0\t0"),
            Some((label, _)) if label == "8.属于行政查询事项" => {
                format!("{label}\t{}", values.replace(' ', "\t"))
            }
            _ => line.to_owned(),
        });
        read_text(&lines.collect::<Vec<_>>().join("\n"))
    };
    let doubted = |report: &Report, row: &str| {
        let cells = report.narrative.remarks.iter().filter_map(|remark| remark.cell.as_deref());
        cells
            .filter(|cell| cell.starts_with(&format!("requests/{row}/")))
            .collect::<std::collections::BTreeSet<_>>()
            .len()
    };
    for values in ["7 0 0 0 0 0 1", "0  0    0", "      "] {
        let report = odd(&torn, values);
        assert_eq!(doubted(&report, "denied.inquiry"), 7, "{values}");
        assert_eq!(doubted(&report, "denied.enforcement"), 0, "it adds up on the line of its label");
        // What stands in a whole table was never in doubt.
        assert_eq!(kinds(&odd(&[], values)), <[&str; 0]>::default(), "{values}");
    }
}

#[test]
fn blanks_of_rows_side_by_side_are_in_doubt_where_headers_share_a_field() {
    let text = written(Style::Tabs, |_| "0".to_owned());
    let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    let crooked = |heads: &str, values: &str| {
        let lines = text.lines().map(|line| match line {
            _ if line.starts_with("\t结果维持") || line.starts_with("结果维持") => heads.to_owned(),
            _ if line.matches('0').count() == 15 => values.to_owned(),
            _ => line.to_owned(),
        });
        read_text(&lines.collect::<Vec<_>>().join("\n"))
    };
    let plain = [heads, heads, heads].concat().join("\t");
    let values = "0\t\t0\t\t0\t\t0\t\t0\t\t0\t\t0\t\t0";
    assert!(kinds(&crooked(&plain, values)).is_empty());
    let shared = plain.replace("结果维持\t结果纠正", "结果维持 结果纠正\t");
    assert_eq!(kinds(&crooked(&shared, values)), ["scattered-values"]);
    assert!(kinds(&crooked(&shared, &"0\t".repeat(15))).is_empty(), "no blank is claimed");
}
