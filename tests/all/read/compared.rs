//! Numbers of two years in a table that compares them: no report of the other year, and never a number of the wrong one.

use crate::support::formats;
use crate::support::years::{Way, alone, text, truth};
use gouji::read::read_all;
use gouji::report::{Report, Value};

const TITLE: &str = "漪水县统计局2023年政府信息公开工作年度报告";

/// Tables that people put between their sentences.
const COMPARED: [&str; 8] = [
    "事项\t2022年\t2023年\n行政许可\t900\t901\n行政处罚\t902\t903\n行政强制\t904\t905",
    "事项\t2023年\t2022年\t增减\n行政许可\t901\t900\t1\n行政处罚\t903\t902\t1\n行政强制\t905\t904\t1\n行政事业性收费\t907\t906\t1",
    "项目\t本年\t上年\n行政许可\t901\t900\n行政处罚\t903\t902",
    "情形\t2022年\t2023年\n予以公开\t900\t901\n部分公开\t902\t903",
    "情形\t2022年\t2023年\t增减\n信访举报投诉类申请\t900\t901\t1\n重复申请\t902\t903\t1",
    "年份\t行政许可\t行政处罚\n2022年\t900\t902\n2023年\t901\t903",
    "事项\t年份\t数量\n行政许可\t2022年\t900\n行政许可\t2023年\t901\n行政处罚\t2022年\t902\n行政处罚\t2023年\t903",
    "项目\t2022年\t2023年\n行政复议\t900\t901\n行政诉讼\t902\t903",
];

/// Cells with another number than theirs.
fn wrong(report: &Report, year: usize) -> Vec<(String, bool)> {
    let form = report.lean.form;
    let has_remark = |id: &str| report.narrative.remarks.iter().any(|remark| remark.cell.as_deref() == Some(id));
    let found = truth(year).into_iter().filter_map(|(id, value)| {
        let read = report.lean.cells.get(form.cell(&id).unwrap());
        let is_right = read == Value::int(u32::try_from(value).unwrap().into());
        (!is_right).then(|| (format!("{id} {value} {read:?}"), has_remark(&id)))
    });
    found.collect()
}

#[test]
fn a_table_that_compares_years_is_no_second_report() {
    let mut faults = Vec::new();
    for (number, compared) in COMPARED.into_iter().enumerate() {
        for section in ["一", "二", "三", "四", "五", "六"] {
            let written = alone(TITLE, "全年平稳。", &[(section, compared)]);
            for (ending, bytes) in
                [("txt", written.clone().into_bytes()), ("html", formats::html(&written).into_bytes())]
            {
                let name = format!("{number} {section} {ending}");
                let reports = read_all(&format!("a.{ending}"), &bytes).unwrap();
                let years: Vec<u16> = reports.iter().map(|report| report.lean.head.year).collect();
                if years != [2023] {
                    faults.push(format!("{name} {years:?}"));
                }
                let is_prose = matches!(section, "一" | "五" | "六");
                let wrong = wrong(&reports[0], 0).into_iter().filter(|(_, has_remark)| is_prose || !has_remark);
                faults.extend(wrong.map(|(what, _)| format!("{name} {what}")));
                if is_prose && !reports[0].narrative.remarks.is_empty() {
                    faults.push(format!("{name} {:?}", reports[0].narrative.remarks[0].kind));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
}

/// Above the table of the form, in its own section.
#[test]
fn a_table_that_compares_years_above_the_one_of_the_form_is_never_silent() {
    let mut faults = Vec::new();
    for compared in COMPARED {
        for heading in ["二、主动公开", "三、收到和处理", "四、因政府信息公开工作"] {
            let written = alone(TITLE, "全年平稳。", &[]);
            let lines: Vec<String> = written
                .lines()
                .map(|line| {
                    if line.starts_with(heading) {
                        format!("{line}\n{compared}\n表如下。")
                    } else {
                        line.to_owned()
                    }
                })
                .collect();
            for report in read_all("a.html", formats::html(&lines.join("\n")).as_bytes()).unwrap() {
                let year = usize::from(report.lean.head.year != 2023);
                let silent = wrong(&report, year).into_iter().filter(|(_, has_remark)| !has_remark);
                faults.extend(silent.map(|(what, _)| format!("{heading} {} {what}", report.lean.head.year)));
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
}

/// The years of the columns do not say which of them the report is for.
#[test]
fn the_year_of_the_report_is_told_by_what_tells_it_of_any_report() {
    let untitled = "漪水县统计局政府信息公开工作年度报告";
    let kinds = |report: &Report| -> Vec<String> {
        report.narrative.remarks.iter().map(|remark| remark.kind.to_string()).collect()
    };
    for heads in [["2022年", "2023年"], ["2023年", "2022年"]] {
        let written = text(Way::Groups, heads, untitled).replace("全年平稳。", "现将2023年度情况报告如下。");
        let reports = read_all("a.html", formats::html(&written).as_bytes()).unwrap();
        let years: Vec<u16> = reports.iter().map(|report| report.lean.head.year).collect();
        assert_eq!(years, [2023, 2022]);
        let shown = usize::from(heads[0] != "2023年");
        assert_eq!(wrong(&reports[0], shown), []);
        assert_eq!(wrong(&reports[1], 1 - shown), []);
        assert!(kinds(&reports[0]).iter().any(|kind| kind == "year-doubt"), "{:?}", kinds(&reports[0]));
    }
    // Neither of them.
    let other = text(Way::Groups, ["2021年", "2022年"], TITLE);
    let reports = read_all("a.html", formats::html(&other).as_bytes()).unwrap();
    assert_eq!(reports.iter().map(|report| report.lean.head.year).collect::<Vec<_>>(), [2023]);
    assert!(wrong(&reports[0], 0).iter().all(|(_, has_remark)| *has_remark));
    // A few numbers beside a report of one year.
    let one = alone(untitled, "现将2023年度情况报告如下。", &[("一", COMPARED[0])]);
    let reports = read_all("a.html", formats::html(&one).as_bytes()).unwrap();
    assert_eq!(reports.iter().map(|report| report.lean.head.year).collect::<Vec<_>>(), [2023]);
    assert_eq!(wrong(&reports[0], 0), []);
    assert_eq!(kinds(&reports[0]), ["year-doubt"]);
}

/// A program that repeats a merged cell's number repeats it whatever else stands in the file.
#[test]
fn merged_cells_are_joined_beside_a_table_that_compares_years() {
    let row = |line: &str| format!("| {} |\n", line.replace('\t', " | "));
    let markdown = |lines: &str| lines.lines().map(row).collect::<String>().replacen('\n', "\n|---|---|---|---|\n", 1);
    let table = "第二十条第（五）项\t第二十条第（五）项\t第二十条第（五）项\t第二十条第（五）项\n\
                 信息内容\t本年处理决定数量\t本年处理决定数量\t本年处理决定数量\n行政许可\t12\t12\t12\n\
                 第二十条第（六）项\t第二十条第（六）项\t第二十条第（六）项\t第二十条第（六）项\n\
                 信息内容\t本年处理决定数量\t本年处理决定数量\t本年处理决定数量\n行政处罚\t3\t3\t3\n行政强制\t4\t4\t4";
    let years = "| 项目 | 2022年 | 2023年 |\n|---|---|---|\n| 发布信息 | 100 | 120 |\n";
    for compared in ["", years, "2022年\n\n2023年\n"] {
        let text = format!(
            "# {TITLE}\n\n一、总体情况\n\n全年平稳。\n\n{compared}\n二、主动公开政府信息情况\n\n{}\n三、收到和处理政府信息公开申请情况\n",
            markdown(table)
        );
        let report = read_all("a.md", text.as_bytes()).unwrap().swap_remove(0);
        let value = |id: &str| report.lean.cells.get(report.lean.form.cell(id).unwrap());
        for (id, number) in [("licensing", 12_u32), ("penalties", 3), ("coercion", 4)] {
            assert_eq!(value(&format!("disclosure/{id}/decisions")), Value::int(number.into()), "{compared} {id}");
        }
    }
}
