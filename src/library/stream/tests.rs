use super::*;
use crate::library::fixture::{Texts, paper, papers};
use crate::words::ZH;

fn checked(line: &str) -> (String, Result<Checked, LineError>) {
    let stream = Stream::new(Basis::standard(), &Texts);
    let (id, result) = stream.check(line.as_bytes());
    (id.to_string(), result.map(|said| said.checked))
}

fn why(line: &str) -> String {
    checked(line).1.map(|_| ()).unwrap_err().describe(ZH)
}

fn rules(checked: &Checked) -> Vec<String> {
    checked.outcome.findings.iter().map(|finding| finding.rule.id.to_string()).collect()
}

#[test]
fn a_report_is_called_by_its_id_or_by_what_its_line_comes_to() {
    let report = paper("", "松溪县教育局", 2024).json;
    let with = |id: serde_json::Value| serde_json::json!({ "id": id, "report": report }).to_string();
    assert_eq!(checked(&with("a/b".into())).0, "a/b");
    assert_eq!(checked(&with(17.into())).0, "17");
    let bare = checked(&report.to_string());
    assert!(bare.1.is_ok() && bare.0.starts_with("sha256:") && bare.0.len() == 23, "{}", bare.0);
    assert_eq!(checked(&format!("  {report}\r")).0, bare.0, "blanks around it are nothing of its own");
    let null = checked(&with(serde_json::Value::Null));
    assert!(null.1.is_ok() && null.0.starts_with("sha256:") && null.0 != bare.0);
    for id in ["".into(), 1.5.into(), true.into(), "长".repeat(1001).into()] {
        assert!(matches!(checked(&with(id)).1, Err(LineError::NotAnId)));
    }
}

#[test]
fn a_line_without_a_report_says_what_was_expected() {
    assert!(why("{").contains("\"report\": {…}"), "{}", why("{"));
    assert!(why("[]").contains("应以 { 开始") && why("5").contains("不是一个完整的 JSON 对象"));
    assert!(why("{\"id\": \"a\"}").contains("没有年报"));
    assert_eq!(why("{\"id\": \"a\", \"error\": \"文件已加密\"}"), "文件已加密", "whoever read it says why");
    assert!(why("{\"report\": null}").contains("没有年报"));
    let broken = why("{\"report\": {\"schema\": \"gouji/report/1\"}}");
    assert!(broken.starts_with("report：") && broken.contains("agency"), "{broken}");
    assert!(!broken.contains("第 1 行"), "every line is the first of its report: {broken}");
    let report = paper("", "松溪县教育局", 2024).json;
    let twice = format!("{{\"report\": {report}, \"report\": {report}}}");
    assert!(matches!(checked(&twice).1, Err(LineError::NotJson(_))));
}

#[test]
fn with_the_year_before_beside_it_a_report_is_held_against_it() {
    let carried = |year: u16, cell: &str| {
        let paper = paper("", "松溪县教育局", year);
        paper.set(&format!("requests/{cell}/natural"), 3.into()).set(&format!("requests/{cell}/total"), 3.into()).json
    };
    let now = paper("", "松溪县教育局", 2024).json;
    let line = |before: &serde_json::Value| serde_json::json!({ "id": 1, "report": now, "before": before }).to_string();
    let alone = checked(&line(&serde_json::Value::Null)).1.unwrap();
    assert!(!rules(&alone).contains(&"Y-01".to_owned()));
    let is_unchecked = |checked: &Checked, id: &str| checked.outcome.unchecked.iter().any(|gap| &*gap.rule.id == id);
    assert!(["Y-01", "Y-10", "SIM-02", "DOC-09"].iter().all(|id| is_unchecked(&alone, id)));
    let both = checked(&line(&carried(2023, "carried_out"))).1.unwrap();
    assert!(rules(&both).contains(&"Y-01".to_owned()), "{:?}", rules(&both));
    assert!(!is_unchecked(&both, "Y-01") && is_unchecked(&both, "Y-10"));
    // Of another year or agency, everything said with it would be wrong.
    for other in [carried(2022, "new"), paper("", "松溪县公安局", 2023).json] {
        assert!(matches!(checked(&line(&other)).1, Err(LineError::OtherBefore { .. })));
    }
    assert!(why(&line(&carried(2022, "new"))).contains("2023"));
    assert!(matches!(checked(&line(&serde_json::json!({}))).1, Err(LineError::Before(_))));
}

#[test]
fn what_is_said_of_a_line_is_said_of_the_report_wherever_it_stands() {
    for paper in papers() {
        let line = serde_json::json!({ "report": paper.json, "id": paper.id }).to_string();
        let (bare, named) = (checked(&paper.json.to_string()).1.unwrap(), checked(&line).1.unwrap());
        assert_eq!(bare.outcome, named.outcome);
        let report = parse(paper.json.to_string().as_bytes()).unwrap();
        let case = Case { lean: &report.lean, before: Before::Nothing, batch: &NOTHING, basis: Basis::standard() };
        let whole = case.whole(&Facts::of(&report, &Basis::standard()));
        assert_eq!((&bare.outcome.findings, &bare.localisation), (&whole.outcome.findings, &whole.blocks));
    }
}
