//! Work on foreign text grows with its length, never with its square: every shape of text that has more of something,
//! through every rule and every reader, once and twice as long. What is counted are allocations and their bytes, never
//! time: a loop over a loop that allocates nothing does not show here.
//!
//! A program of its own: it counts what the whole process asks for, so nothing else may run beside.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod counted;
mod files;
#[path = "../support/mod.rs"]
mod support;

use counted::{ALONE, counted, grows_too_fast};
use gouji::check::{Basis, Digest, Facts, Outcome, check_text, check_years_text, similar::Comparer, ties};
use gouji::read;
use gouji::report::{Report, SafeText, parse, to_json};
use serde_json::json;

/// What there is more of in each text, and one piece of it.
const PIECES: [(&str, &str); 34] = [
    ("percent signs", "5%"),
    ("growth", "收到5件，同比增长5%，"),
    ("growth, sentence by sentence", "2024年收到申请5件，较上年3件增长50%。"),
    ("open brackets", "（"),
    ("closed brackets", "）"),
    ("nested brackets", "（《“"),
    ("digits", "1234567890"),
    ("digits and commas", "1,234,"),
    ("digits and points", "1.5."),
    ("Chinese numerals", "一二三百千万"),
    ("combining marks", "\u{301}"),
    ("letters with marks", "e\u{323}\u{301}"),
    ("invisible characters", "\u{200B}\u{FE0F}"),
    ("separators", "、，；"),
    ("headings", "\n（一）主动公开。公开信息12条。"),
    ("headings of sections", "\n一、总体情况\n二、主动公开政府信息情况\n"),
    ("repeated labels", "本年新收政府信息公开申请数量 "),
    ("claims", "收到申请5件，"),
    ("claims that differ", "收到申请5件。收到申请6件。"),
    ("totals and parts", "公开信息9条，其中网站1条、微信2条；"),
    ("totals that do not fit", "主动公开信息9条，其中网站60条、微信20条。"),
    ("totals behind", "网站60条，微信20条，共计公开信息81条。"),
    ("balances", "收到申请5件，上年结转1件，办结3件，结转下年1件。\n"),
    ("fees", "2024年发出收费通知1件，总金额5元，实际收取3元。"),
    ("nothing", "未收到申请，没有行政复议，无行政诉讼。"),
    ("regions", "河南省三门峡市"),
    ("titles in quotes", "《政府信息公开条例》"),
    ("open quotes", "《中华人民共和国"),
    ("dates", "2024年1月1日至12月31日"),
    ("numbers of documents", "国办公开办函〔2021〕30号、"),
    ("long words", "abcdefghijklmnopqrstuvwxyz0123456789@"),
    ("blank lines", "\n \n\t\n"),
    ("placeholders", "XX年XX月"),
    ("equal sentences", "本机关高度重视政府信息公开工作，持续加强组织领导。"),
];

fn long(piece: &str, chars: usize) -> String {
    piece.chars().cycle().take(chars).collect()
}

/// A report whose sections one, five and six, title and file name have this text.
fn report(text: &str) -> Report {
    let section = |number: u8, heading: &str| json!({ "number": number, "heading": heading, "text": text });
    let json = json!({
        "schema": "gouji/report/1", "agency": { "name": "松溪县教育局", "region": ["东岭省", "松溪县"] },
        "year": 2024, "form": "2021",
        "title": "松溪县教育局2024年政府信息公开工作年度报告",
        "sections": [section(1, "一、总体情况"), section(5, "五、存在的主要问题及改进情况"), section(6, "六、其他需要报告的事项")],
        "tables": { "requests": { "new": { "natural": 5, "total": 5 } } },
    });
    parse(json.to_string().as_bytes()).expect("a report")
}

fn check(report: &Report) -> usize {
    let basis = Basis::standard();
    let comparer = Comparer::new(&basis);
    let facts = Facts::of(report, &basis);
    let (outcome, _) = (check_text(&facts), Digest::of(&facts, &Outcome::default(), &comparer));
    let years = check_years_text(&facts, Some(&report.lean));
    // One for each number at most, and no finding.
    assert!(ties(&facts).len() <= 2 * 50_000);
    outcome.findings.len() + years.findings.len()
}

/// What is wrong with each piece, if anything.
fn judge(name: &str, work: impl Fn(&str), chars: usize) {
    let _alone = ALONE.lock();
    // Whatever is set up once is set up here.
    work("数");
    let mut wrong = Vec::new();
    for (what, piece) in PIECES {
        let (short, long) = (long(piece, chars), long(piece, 2 * chars));
        let (once, twice) = (counted(|| work(&short)), counted(|| work(&long)));
        if grows_too_fast(once, twice) {
            wrong.push(format!("{name}, {what}: {once:?} → {twice:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_grows_with_the_text() {
    judge("check", |text| assert!(check(&report(text)) < 2_000), 4_000);
}

#[test]
fn loading_and_writing_grow_with_the_text() {
    judge("load", |text| drop(parse(to_json(&report(text)).as_bytes())), 30_000);
    judge("safe text", |text| drop((SafeText::line(text), SafeText::lines(text))), 30_000);
}

/// A document of each format whose first section has this text.
fn documents(text: &str) -> Vec<(&'static str, String)> {
    let table = "本年新收政府信息公开申请数量\t5\t0\t0\t0\t0\t0\t5";
    let plain = format!(
        "松溪县教育局2024年政府信息公开工作年度报告\n一、总体情况\n{text}\n三、收到和处理政府信息公开申请情况\n{table}\n{text}\n"
    );
    let marked = format!(
        "# 松溪县教育局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n{text}\n\n| {text} | 5 |\n|---|---|\n{table}\n"
    );
    let escaped = text.replace('\n', "</p><p>");
    let row = "<tr><td>本年新收政府信息公开申请数量</td><td>5</td><td>5</td></tr>";
    let page = format!(
        "<h1>松溪县教育局2024年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>{escaped}</p><table>{row}<tr><td>{escaped}</td></tr></table>"
    );
    let cells =
        format!("松溪县教育局2024年政府信息公开工作年度报告\n\"{text}\",5\n{text}\n本年新收政府信息公开申请数量,5,5\n");
    vec![("a.txt", plain), ("a.md", marked), ("a.html", page), ("a.csv", cells)]
}

#[test]
fn every_reader_grows_with_the_text() {
    let work = |text: &str| documents(text).iter().for_each(|(name, text)| drop(read::read(name, text.as_bytes())));
    judge("read", work, 2_000);
}

/// More of the same piece of a document's structure.
#[test]
fn every_reader_grows_with_the_lines() {
    let work = |text: &str| {
        drop(read::document("a.html", format!("<table>{}</table>", "<tr><td>".repeat(text.len() / 100)).as_bytes()));
        drop(read::document("a.html", "<div>".repeat(text.len() / 100).as_bytes()));
        drop(read::document("a.md", "> - 1. ".repeat(text.len() / 10).as_bytes()));
    };
    judge("document", work, 5_000);
}
