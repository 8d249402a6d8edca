//! Two reports one after the other in one file, in every format: each is read as if it were alone, with its own places in
//! the document.

use std::fs;
use std::path::Path;

use crate::support::formats;
use gouji::read::{read, read_all};
use gouji::report::{Report, Value};

fn sample(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/documents").join(name)).unwrap()
}

fn cells(report: &Report) -> Vec<String> {
    let form = report.lean.form;
    form.cells().map(|cell| format!("{} {:?}", form.id(cell), report.lean.cells.get(cell))).collect()
}

#[test]
fn two_reports_in_a_file_are_two_in_every_format() {
    let (first, second) = (sample("0103-06.txt"), sample("0103-04.txt"));
    let (one, other) = (formats::all(&first), formats::all(&second));
    for (((ending, both), (_, one)), (_, other)) in
        formats::all(&format!("{first}\n{second}")).into_iter().zip(one).zip(other)
    {
        let name = format!("年报.{ending}");
        let reports = read_all(&name, &both).unwrap();
        assert_eq!(reports.len(), 2, "{ending}");
        let mut last = 0;
        for (report, alone) in reports.iter().zip([&one, &other]) {
            let alone = read(&name, alone).unwrap();
            assert_eq!(cells(report), cells(&alone), "{ending}");
            assert_eq!(report.lean.head, alone.lean.head, "{ending}");
            assert_eq!(report.narrative.title, alone.narrative.title, "{ending}");
            // The pages of a PDF end elsewhere when another report stands before it, and a line may be joined otherwise.
            let sections = |report: &Report| -> Vec<_> {
                report.narrative.sections.iter().map(|section| (section.number, section.heading.clone())).collect()
            };
            assert_eq!(sections(report), sections(&alone), "{ending}");
            assert!(ending == "pdf" || report.narrative.sections == alone.narrative.sections, "{ending}");
            let lines: Vec<u32> = report.narrative.origins.values().filter_map(|origin| origin.line).collect();
            assert!(lines.iter().all(|line| *line > last), "{ending}");
            last = lines.into_iter().max().unwrap();
        }
    }
}

/// Rows of the three tables with the values of two reports: those of the second stand behind those of the first, or each
/// beside its own.
fn side_by_side(alternate: bool, heads: [&str; 2]) -> String {
    let both = |one: &[&str], other: &[&str]| -> Vec<String> {
        let (one, other) = (one.iter().map(ToString::to_string), other.iter().map(ToString::to_string));
        if alternate {
            one.zip(other).flat_map(|(one, other)| [one, other]).collect()
        } else {
            one.chain(other).collect()
        }
    };
    let row = |label: &str, one: &[&str], other: &[&str]| {
        let fields: Vec<String> = both(one, other).iter().map(|value| format!("<td>{value}</td>")).collect();
        format!("<tr><td>{label}</td>{}</tr>", fields.concat())
    };
    let head = |columns: &[&str]| {
        let span = columns.len();
        if alternate {
            let names: String = columns.iter().map(|name| format!("<td colspan=2>{name}</td>")).collect();
            let years: String = columns.iter().map(|_| format!("<td>{}</td><td>{}</td>", heads[0], heads[1])).collect();
            format!("<tr><td rowspan=2></td>{names}</tr><tr>{years}</tr>")
        } else {
            let names: String = columns.iter().chain(columns).map(|name| format!("<td>{name}</td>")).collect();
            let years: String = heads.iter().map(|year| format!("<td colspan={span}>{year}</td>")).collect();
            format!("<tr><td rowspan=2></td>{years}</tr><tr>{names}</tr>")
        }
    };
    let two = head(&["本年制发件数", "本年废止件数", "现行有效件数"])
        + &row("规章", &["0", "1", "2"], &["3", "4", "5"])
        + &row("行政规范性文件", &["7", "8", "9"], &["10", "11", "12"]);
    let three = head(&["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"])
        + &row(
            "一、本年新收政府信息公开申请数量",
            &["5", "1", "0", "0", "0", "0", "6"],
            &["7", "2", "0", "0", "0", "0", "9"],
        )
        + &row(
            "二、上年结转政府信息公开申请数量",
            &["1", "0", "0", "0", "0", "0", "1"],
            &["2", "0", "0", "0", "0", "0", "2"],
        )
        + &row("（七）总计", &["5", "1", "0", "0", "0", "0", "6"], &["8", "2", "0", "0", "0", "0", "10"])
        + &row("四、结转下年度继续办理", &["1", "0", "0", "0", "0", "0", "1"], &["1", "0", "0", "0", "0", "0", "1"]);
    let four = head(&["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"])
        + &row("行政复议", &["1", "2", "3", "4", "10"], &["5", "6", "7", "8", "26"]);
    format!(
        "<html><meta charset=utf-8><body><h1>漪水县统计局2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>无。</p>\
         <p>二、主动公开政府信息情况</p><table>{two}</table><p>三、收到和处理政府信息公开申请情况</p><table>{three}</table>\
         <p>四、因政府信息公开工作被申请行政复议、提起行政诉讼情况</p><table>{four}</table>\
         <p>五、存在的主要问题及改进情况</p><p>无。</p><p>六、其他需要报告的事项</p><p>无。</p></body></html>"
    )
}

/// What of it is the first report's, and the second's.
fn of_half(cell: &str, half: usize) -> Option<&'static str> {
    let (row, column) = cell.rsplit_once('/')?;
    let (columns, values): (&[&str], [&[&str]; 2]) = match row {
        "disclosure/regulations" => (&["issued", "repealed", "in_force"], [&["0", "1", "2"], &["3", "4", "5"]]),
        "disclosure/normative" => (&["issued", "repealed", "in_force"], [&["7", "8", "9"], &["10", "11", "12"]]),
        "requests/new" => (&REQUESTS, [&["5", "1", "0", "0", "0", "0", "6"], &["7", "2", "0", "0", "0", "0", "9"]]),
        "requests/handled" => {
            (&REQUESTS, [&["5", "1", "0", "0", "0", "0", "6"], &["8", "2", "0", "0", "0", "0", "10"]])
        }
        "requests/carried_in" => {
            (&REQUESTS, [&["1", "0", "0", "0", "0", "0", "1"], &["2", "0", "0", "0", "0", "0", "2"]])
        }
        "requests/carried_out" => {
            (&REQUESTS, [&["1", "0", "0", "0", "0", "0", "1"], &["1", "0", "0", "0", "0", "0", "1"]])
        }
        "disputes/reconsideration" => (
            &["upheld", "corrected", "other", "pending", "total"],
            [&["1", "2", "3", "4", "10"], &["5", "6", "7", "8", "26"]],
        ),
        _ => return None,
    };
    columns.iter().position(|known| *known == column).map(|at| values[half][at])
}

const REQUESTS: [&str; 7] = ["natural", "business", "research", "welfare", "legal", "other", "total"];

/// Two reports whose columns stand side by side are not read as one: a number of theirs is the one's of the title, or
/// stands with a remark on its cell.
#[test]
fn numbers_of_two_reports_side_by_side_are_never_mixed_without_a_remark() {
    for alternate in [false, true] {
        for heads in [["2023年", "2022年"], ["2022年", "2023年"], ["漪水县统计局", "漪水县审计局"], ["本年", "上年"]]
        {
            let page = side_by_side(alternate, heads);
            let text = page.replace("</td>", "\t").replace("</tr>", "\n").replace("</p>", "\n").replace("</h1>", "\n");
            let text: String =
                text.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
            for (name, bytes) in [("a.html", page.as_bytes()), ("a.txt", text.as_bytes())] {
                let report = read(name, bytes).unwrap();
                let form = report.lean.form;
                for cell in form.cells() {
                    let id = form.id(cell);
                    let is_doubted = report.narrative.remarks.iter().any(|remark| remark.cell.as_deref() == Some(id));
                    let value = format!("{:?}", report.lean.cells.get(cell));
                    let own = of_half(id, usize::from(heads[0] == "2022年"));
                    let is_own = own.is_some_and(|own| value == format!("{:?}", Value::int(own.parse().unwrap())));
                    let is_none = value == "Missing" || value == "Blank" && own.is_none();
                    assert!(is_doubted || is_none || is_own, "{name} {alternate} {heads:?} {id}: {value}");
                }
            }
        }
    }
}
