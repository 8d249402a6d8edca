//! A row that stands in the document, however it stands there, is never said to be missing from it for certain.

use gouji::check::{Basis, Severity, check_whole};
use gouji::form;
use gouji::read::read;

/// A row of a table: the fields of its label, and its values.
type Row = (Vec<String>, Vec<String>);

/// A page: what stands in each table's section, its tables row by row.
struct Page {
    disclosure: Vec<Row>,
    requests: Vec<Row>,
    /// What stands before and behind the rows of each.
    before: [String; 2],
    behind: [String; 2],
    /// What stands behind the next heading.
    later: [String; 2],
}

const DISCLOSURE: usize = 0;
const REQUESTS: usize = 1;

impl Page {
    fn new() -> Self {
        let form = form::newest();
        let rows = |id: &str| {
            let (_, table) = form.table(id).unwrap();
            let mut group = None;
            let mut rows: Vec<Row> = Vec::new();
            for (at, row) in table.rows.iter().enumerate() {
                let heading = row.group.filter(|_| group != row.group).map(|group| &table.groups[group]);
                group = row.group;
                if let Some(heading) = heading.filter(|_| id == "disclosure") {
                    rows.push((vec![heading.label.zh.to_string()], vec![]));
                    let column = |cell| table.columns[form.spec(cell).unwrap().column].label.zh.to_string();
                    let columns = table.cells_in_row(at).map(column);
                    rows.push((["信息内容".to_owned()].into_iter().chain(columns).collect(), vec![]));
                }
                let heading = heading.filter(|_| id == "requests").map(|heading| heading.label.zh.to_string());
                let label = format!("{}{}", row.ordinal, row.label.zh);
                let labels = if row.group.is_some() && id == "requests" {
                    vec![heading.unwrap_or_default(), label]
                } else {
                    vec![label, String::new()]
                };
                // Each row has numbers of its own, none is blank, and no relation tells which is which.
                let values = table.cells_in_row(at).enumerate().map(|(n, _)| (7 * at + n + 11).to_string());
                rows.push((labels, values.collect()));
            }
            rows
        };
        let none = || [String::new(), String::new()];
        Self {
            disclosure: rows("disclosure"),
            requests: rows("requests"),
            before: none(),
            behind: none(),
            later: none(),
        }
    }

    fn rows(&mut self, table: usize) -> &mut Vec<Row> {
        if table == DISCLOSURE { &mut self.disclosure } else { &mut self.requests }
    }

    fn html(&self) -> String {
        let form = form::newest();
        let [title_of_two, title_of_three] = ["二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"];
        let head = "<tr><td>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td></td>\
                    <td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td>\
                    <td>法律服务机构</td><td>其他</td><td>总计</td></tr>";
        let four: Vec<String> = form.cells_of(2).map(|_| "<td>0</td>".to_owned()).collect();
        format!(
            "<html><head><meta charset='utf-8'></head><body><h1>青岚县水务局2023年政府信息公开工作年度报告</h1>\
             <h2>一、总体情况</h2><p>现将2023年度情况报告如下。</p><h2>{title_of_two}</h2>{}<table>{}</table>{}\
             <h2>{title_of_three}</h2>{}{}<table>{head}{}</table>{}<h2>四、政府信息公开行政复议、行政诉讼情况</h2>{}<table>\
             <tr><td>行政复议</td><td></td><td></td><td></td><td></td><td>行政诉讼</td></tr><tr><td></td><td></td><td></td><td></td>\
             <td></td><td>未经复议直接起诉</td><td></td><td></td><td></td><td></td><td>复议后起诉</td></tr>\
             <tr>{}</tr><tr>{}</tr></table><h2>五、存在的主要问题及改进情况</h2><p>无。</p>\
             <h2>六、其他需要报告的事项</h2><p>无。</p></body></html>",
            self.before[0],
            lines(&self.disclosure),
            self.behind[0],
            self.later[0],
            self.before[1],
            lines(&self.requests),
            self.behind[1],
            self.later[1],
            "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>".repeat(3),
            four.concat()
        )
    }
}

fn line((labels, values): &Row) -> String {
    let cells = labels.iter().chain(values).map(|text| format!("<td>{text}</td>"));
    format!("<tr>{}</tr>", cells.collect::<String>())
}

fn lines(rows: &[Row]) -> String {
    rows.iter().map(line).collect()
}

/// What is said of rows that are missing: DOC-07 at its severity, or EXT-03.
fn said(html: &str) -> Vec<(String, Severity)> {
    let report = read("a.html", html.as_bytes()).unwrap();
    let findings = check_whole(&report, &Basis::standard()).findings;
    let of_rows = findings.iter().filter(|finding| matches!(&*finding.rule.id, "DOC-07" | "EXT-03"));
    of_rows.map(|finding| (finding.rule.id.to_string(), finding.severity)).collect()
}

/// The rows with values, by their place.
fn all(table: usize) -> Vec<usize> {
    let mut page = Page::new();
    (0..page.rows(table).len()).filter(|&at| !page.rows(table)[at].1.is_empty()).collect()
}

#[test]
fn a_row_that_is_not_there_is_missing_for_certain() {
    for table in [DISCLOSURE, REQUESTS] {
        for at in all(table) {
            let mut page = Page::new();
            page.rows(table).remove(at);
            let said = said(&page.html());
            assert_eq!(said, [("DOC-07".to_owned(), Severity::Error)], "{table} {at}");
        }
    }
}

#[test]
fn of_a_whole_page_nothing_is_said() {
    assert_eq!(said(&Page::new().html()), []);
}

/// Writes a row of a table otherwise.
type Way = fn(&mut Page, usize, usize);

/// Ways in which a row may stand in a document, that leave no label which the form knows.
fn ways() -> Vec<(&'static str, Way)> {
    fn relabel(page: &mut Page, table: usize, at: usize, label: &str) {
        let row = &mut page.rows(table)[at];
        for own in row.0.iter_mut().filter(|own| !own.is_empty()) {
            *own = label.to_owned();
        }
    }
    fn take(page: &mut Page, table: usize, at: usize) -> Row {
        page.rows(table).remove(at)
    }
    fn shown(row: &Row, separator: &str) -> String {
        row.1.join(separator)
    }
    vec![
        ("another label", |page, table, at| relabel(page, table, at, "年末在办数量")),
        ("another label with a numeral", |page, table, at| relabel(page, table, at, "四、未办结")),
        ("one character", |page, table, at| relabel(page, table, at, "甲")),
        ("a sign", |page, table, at| relabel(page, table, at, "※")),
        ("a long label", |page, table, at| {
            relabel(page, table, at, "截至本报告期末因各种原因仍在本机关按程序推进的相关事项合计情况");
        }),
        ("no label", |page, table, at| relabel(page, table, at, "")),
        ("a picture for a label", |page, table, at| relabel(page, table, at, "<img src='a.png'>")),
        ("a label of numbers", |page, table, at| relabel(page, table, at, "2023")),
        ("a label in pieces", |page, table, at| page.rows(table)[at].0 = vec!["年末".into(), "在办".into()]),
        ("a label behind its values", |page, table, at| {
            let (_, values) = take(page, table, at);
            page.rows(table).insert(at, (vec![String::new(), String::new()], [values, vec!["在办".into()]].concat()));
        }),
        ("the label of its neighbour", |page, table, at| {
            let other = if at > 1 { at - 1 } else { at + 1 };
            let label = page.rows(table)[other].0.clone();
            page.rows(table)[at].0 = label;
        }),
        ("words for values", |page, table, at| {
            relabel(page, table, at, "年末在办");
            page.rows(table)[at].1.iter_mut().for_each(|value| *value = "无".to_owned());
        }),
        ("blank values", |page, table, at| {
            relabel(page, table, at, "年末在办");
            page.rows(table)[at].1.iter_mut().for_each(String::clear);
        }),
        ("a nested table", |page, table, at| {
            let (_, values) = take(page, table, at);
            let nested = format!("<table>{}</table>", line(&(vec!["年末在办".into()], values)));
            page.rows(table).insert(at, (vec![nested], vec![]));
        }),
        ("a nested table for values", |page, table, at| {
            let (_, values) = take(page, table, at);
            let nested = format!("<table>{}</table>", line(&(vec![], values)));
            page.rows(table).insert(at, (vec!["年末在办".into(), nested], vec![]));
        }),
        ("two tables", |page, table, at| {
            relabel(page, table, at, "年末在办");
            let rest = page.rows(table).split_off(at);
            page.behind[table] = format!("<p>- 3 -</p><table>{}</table>", lines(&rest));
        }),
        ("two tables and its own page header", |page, table, at| {
            relabel(page, table, at, "年末在办");
            let rest = page.rows(table).split_off(at);
            page.behind[table] = format!("<p>年度报告</p><p>续表</p><table>{}</table>", lines(&rest));
        }),
        ("a table before", |page, table, at| {
            relabel(page, table, at, "年末在办");
            let row = take(page, table, at);
            page.before[table] = format!("<table>{}</table>", line(&row));
        }),
        ("a table behind", |page, table, at| {
            relabel(page, table, at, "年末在办");
            let row = take(page, table, at);
            page.behind[table] = format!("<p>补充：</p><table>{}</table>", line(&row));
        }),
        ("a table behind the next heading", |page, table, at| {
            relabel(page, table, at, "年末在办");
            let row = take(page, table, at);
            page.later[table] = format!("<table>{}</table>", line(&row));
        }),
        ("a line behind", |page, table, at| {
            let row = take(page, table, at);
            page.behind[table] = format!("<p>年末在办 {}</p>", shown(&row, " "));
        }),
        ("a line before", |page, table, at| {
            let row = take(page, table, at);
            page.before[table] = format!("<p>年末在办 {}</p>", shown(&row, " "));
        }),
        ("a note behind", |page, table, at| {
            let row = take(page, table, at);
            page.behind[table] = format!("<p>注：另有年末在办{}件</p>", shown(&row, "、"));
        }),
        ("a sentence behind", |page, table, at| {
            let row = take(page, table, at);
            page.behind[table] = format!("<p>此外，年末尚有在办的事项，分别为{}件。</p>", shown(&row, "件、"));
        }),
        ("a sentence before", |page, table, at| {
            let row = take(page, table, at);
            page.before[table] = format!("<p>此前，年初尚有在办的事项，分别为{}件。</p>", shown(&row, "件、"));
        }),
        ("a picture row", |page, table, at| {
            page.rows(table)[at] = (vec!["<img src='a.png'>".into()], vec![]);
        }),
    ]
}

/// What a page has that is no text, and may show a row.
const UNREADABLE: [&str; 12] = [
    "<img src='a.png'>",
    "<img src='a.png' alt='年末在办'>",
    "<picture><source srcset='a.webp'><img src='a.png'></picture>",
    "<svg width='9' height='9'><path d='M0 0h9'/></svg>",
    "<object data='a.svg' type='image/svg+xml'></object>",
    "<embed src='a.pdf'>",
    "<iframe src='a.html'></iframe>",
    "<canvas id='a'></canvas>",
    "<video src='a.mp4'></video>",
    "<input type='image' src='a.png'>",
    "<span style='background-image:url(a.png)'></span>",
    "<div style='background:url(a.png) no-repeat;width:9em;height:2em'></div>",
];

#[test]
fn a_row_is_not_missing_for_certain_where_something_stands_that_is_no_text() {
    let place: [(&str, Way); 5] = [
        ("row", |_, _, _| {}),
        ("cell", |page, table, at| {
            let other = if at > 1 { at - 1 } else { at + 1 };
            page.rows(table)[other].0[1] += "※";
        }),
        ("behind", |page, table, _| page.behind[table] = "<p>※</p>".to_owned()),
        ("bare", |page, table, _| page.behind[table] = "※".to_owned()),
        ("before", |page, table, _| page.before[table] = "<div>※</div>".to_owned()),
    ];
    let mut accused = Vec::new();
    for (name, put) in place {
        for table in [DISCLOSURE, REQUESTS] {
            for at in [all(table)[0], all(table)[2], *all(table).last().unwrap()] {
                for sign in UNREADABLE {
                    let mut page = Page::new();
                    if name == "row" {
                        page.rows(table)[at] = (vec!["※".into(), String::new()], vec![]);
                    } else {
                        put(&mut page, table, at);
                        page.rows(table).remove(at);
                    }
                    if said(&page.html().replace('※', sign)).contains(&("DOC-07".to_owned(), Severity::Error)) {
                        accused.push(format!("{name}: table {table}, row {at}, {sign}"));
                    }
                }
            }
        }
    }
    assert!(accused.is_empty(), "{}\n{}", accused.len(), accused.join("\n"));
}

#[test]
fn a_row_that_stands_there_is_never_missing_for_certain() {
    let mut accused = Vec::new();
    for (name, way) in ways() {
        for table in [DISCLOSURE, REQUESTS] {
            for at in all(table) {
                let mut page = Page::new();
                way(&mut page, table, at);
                let said = said(&page.html());
                if said.contains(&("DOC-07".to_owned(), Severity::Error)) {
                    accused.push(format!("{name}: table {table}, row {at}"));
                }
            }
        }
    }
    assert!(accused.is_empty(), "{}\n{}", accused.len(), accused.join("\n"));
}

#[test]
fn a_last_row_under_another_label_is_a_doubt_of_reading() {
    for label in ["四、未办结", "结转数量", "年末在办"] {
        let mut page = Page::new();
        page.requests.last_mut().unwrap().0 = vec![label.to_owned(), String::new()];
        let html = page.html();
        assert_eq!(said(&html), [("EXT-03".to_owned(), Severity::Info)], "{label}");
        let report = read("a.html", html.as_bytes()).unwrap();
        let quoted = |remark: &&gouji::report::Remark| remark.value("text") == Some(label);
        assert!(report.narrative.remarks.iter().filter(|remark| &*remark.kind == "unknown-text").any(|r| quoted(&r)));
    }
}
