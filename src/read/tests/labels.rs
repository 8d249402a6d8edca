//! Labels and headers: altered, torn, spelled down the page, in another order or of another edition.

use super::written::*;
use super::*;

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
        let text = written(style, |_| "4".to_owned());
        assert!(text.contains(from));
        let report = read_text(&text.replace(from, to));
        assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(4)), "{to}");
        assert_eq!(kinds(&report), ["altered-label"], "{to}");
    }
}

#[test]
fn labels_may_be_spelled_down_the_page() {
    let text = written(Style::Wrapped, |_| "3".to_owned());
    let down = |label: &str| label.chars().map(|c| format!("{c}\n")).collect::<String>();
    let text = text.replace("（三）不予公开", &down("（三）不予公开")).replace("总计", "总 计");
    let report = read_text(&text);
    assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(3)), "{:?}", kinds(&report));
    assert!(kinds(&report).is_empty(), "{:?}", kinds(&report));
}

#[test]
fn a_merged_label_written_into_each_of_its_rows_is_no_unknown_text() {
    let text = written(Style::Merged, |_| "8".to_owned());
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
fn columns_in_another_order_are_a_doubt() {
    let text = written(Style::Tabs, |_| "0".to_owned());
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
fn permuted_columns_are_read_by_their_headers() {
    let number = |id: &str| newest_index(id).to_string();
    let text = written(Style::Tabs, number);
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
    let text = written(Style::Tabs, |id| newest_index(id).to_string());
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
    let text = written(Style::Tabs, |_| "4".to_owned());
    let older = text.replace("本年制发件数\t本年废止件数\t现行有效件数", "新制作总量\t新公布总量\t公布累计总量");
    assert_ne!(older, text);
    let report = read_text(&older);
    for id in ["regulations/issued", "regulations/repealed", "normative/in_force"] {
        assert_eq!(value(&report, &format!("disclosure/{id}")), Value::Missing, "{id}");
    }
    assert_eq!(value(&report, "disclosure/licensing/decisions"), Value::int(4));
    let unknown = report.narrative.remarks.iter().find(|remark| &*remark.kind == "unknown-columns").unwrap();
    assert_eq!(unknown.value("count"), Some("2"), "one cause, one remark");
}

#[test]
fn tables_of_two_editions_are_read_by_the_better_one_and_said_so() {
    let (newer, older) = (form::newest(), form::edition("2019").unwrap());
    let newer = written_of(newer, Style::Tabs, |_| "2".to_owned());
    let older = written_of(older, Style::Tabs, |_| "3".to_owned());
    let [head, _, _] = parts(&newer, "三、收到和处理");
    let [old_head, table, tail] = parts(&older, "三、收到和处理");
    // Table two of 2021, （六） as one row.
    let report = read_text(&format!("{head}{table}{tail}"));
    assert_eq!(&*report.lean.form.edition, "2021");
    assert_eq!(value(&report, "disclosure/normative/repealed"), Value::int(2));
    assert_eq!(row(&report, "requests/declined.confirmation"), some(&[3; 7]));
    assert_eq!(row(&report, "requests/closed.other"), [None; 7]);
    let merged = report.narrative.remarks.iter().find(|remark| &*remark.kind == "merged-row").unwrap();
    assert_eq!(merged.value("text"), Some("3 3 3 3 3 3 3"));
    // Table two of 2019, （六） in three rows.
    let [_, table, tail] = parts(&newer, "三、收到和处理");
    let report = read_text(&format!("{old_head}{table}{tail}"));
    assert_eq!(&*report.lean.form.edition, "2019");
    assert!(kinds(&report).contains(&"mixed-forms"), "{:?}", kinds(&report));
    assert_eq!(row(&report, "requests/closed"), [None; 7]);
}

#[test]
fn a_label_wrapped_in_a_narrow_column_is_no_altered_one() {
    // Parts of labels stand below their beginnings, with values and other labels between them.
    let text = written(Style::Tabs, |_| "0".to_owned());
    let wrap = |text: &str, label: &str, head: &str, tail: &str| {
        let lines: Vec<String> = text
            .lines()
            .flat_map(|line| match line.contains(label) {
                true => vec![line.replacen(label, head, 1), format!("\t{tail}\t\t\t\t\t\t\t")],
                false => vec![line.to_owned()],
            })
            .collect();
        lines.join("\n")
    };
    let wrapped = wrap(&text, "（三）不予公开", "（三）不予公", "开");
    let wrapped = wrap(&wrapped, "属于行政执法案卷", "属于行政执法", "案卷");
    let report = read_text(&wrapped);
    assert_eq!(kinds(&report), [""; 0], "{:?}", report.narrative.remarks);
    assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(0)));
    // What completes no label is said once, with each of its places.
    let odd = wrap(&wrap(&text, "属于行政执法案卷", "属于行政执法案卷", "甲乙"), "重复申请", "重复申请", "丙丁");
    let report = read_text(&odd);
    let unknown: Vec<_> = report.narrative.remarks.iter().filter(|remark| &*remark.kind == "unknown-text").collect();
    assert_eq!((unknown.len(), unknown[0].value("count"), unknown[1].again), (2, Some("2"), true));
}
