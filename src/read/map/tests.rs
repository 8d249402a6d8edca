//! Mappings, and what is read by them.

use crate::form;
use crate::report::{Report, Value};
use crate::words::{Describe as _, EN, ZH};

use super::*;

fn mapping(text: &str) -> Mapping {
    Mapping::from_toml(text).unwrap_or_else(|error| panic!("{:?}", error.lines(EN)))
}

fn int(report: &Report, id: &str) -> Value<'static> {
    match report.lean.cells.get(report.lean.form.cell(id).unwrap()) {
        Value::Number(number) => Value::Number(number),
        Value::Blank => Value::Blank,
        Value::Missing => Value::Missing,
        Value::Raw(_) => Value::Raw("raw"),
    }
}

fn said(error: &MapError) -> String {
    error.lines(EN).join("\n")
}

const WIDE: &str = "汇总表,,,,\n单位名称,年度,一、本年新收政府信息公开申请数量-自然人,requests/new/total,表四 行政复议 结果维持,行政许可,备注\n\
                    澜沙县水务局,2024年,3,１２,,7,x\n,2024,1,1,1,1,\n澜沙县林业局,明年,1,1,1,1,\n澜沙县农机局,2023,\"1,234\",5件,0,0.0,";

#[test]
fn a_row_a_report_under_labels_and_ids() {
    let map = mapping("shape = 'wide'\n[report]\nagency = '单位名称'\nyear = '年度'\n");
    let mapped = map.read("a.csv", WIDE.as_bytes()).unwrap();
    let [water, machines] = &*mapped.reports else { panic!("{:?}", mapped.notes) };
    assert_eq!((water.lean.head.agency.name.as_str(), water.lean.head.year), ("澜沙县水务局", 2024));
    assert_eq!(int(water, "requests/new/natural"), Value::int(3));
    assert_eq!(int(water, "requests/new/total"), Value::int(12));
    assert_eq!(int(water, "disputes/reconsideration/upheld"), Value::Blank, "empty, not zero");
    assert_eq!(int(water, "requests/granted/total"), Value::Missing, "not in the file");
    assert_eq!(int(water, "disclosure/licensing/decisions"), Value::int(7), "a row of one cell by its own label");
    assert_eq!(int(machines, "requests/new/natural"), Value::int(1234));
    assert_eq!(int(machines, "requests/new/total"), Value::Raw("raw"));
    let notes: Vec<String> = mapped.notes.iter().map(|note| note.describe(EN)).collect();
    assert_eq!(notes.len(), 3, "{notes:?}");
    assert!(notes[0].contains("备注"), "{notes:?}");
    assert!(notes[1].starts_with("record 4: no agency") && notes[2].contains("明年"), "{notes:?}");
    let origin = &water.narrative.origins["requests/new/total"];
    assert_eq!((origin.line, origin.text.as_deref()), (Some(3), Some("１２")));
}

#[test]
fn names_over_several_rows_and_a_mapping_for_names_of_their_own() {
    let text = "单位,年,本年新收,,四、结转下年度继续办理\n,,自然人,总计,总计\n澜沙县水务局,2024,3,4,5\n";
    let map = mapping(
        "shape = 'wide'\nheader = [1, 2]\n[report]\nagency = '单位'\nyear = 2022\n[cells]\n\"requests/handled/total\" = '年'\n",
    );
    let mapped = map.read("a.csv", text.as_bytes()).unwrap();
    let report = &mapped.reports[0];
    assert_eq!(report.lean.head.year, 2022);
    assert_eq!(int(report, "requests/new/natural"), Value::int(3));
    assert_eq!(int(report, "requests/new/total"), Value::int(4));
    assert_eq!(int(report, "requests/carried_out/total"), Value::int(5));
    assert_eq!(int(report, "requests/handled/total"), Value::int(2024));
}

#[test]
fn a_row_a_cell() {
    let text = "机关,年度,指标,数值\n甲局,2024,requests/new/total,3\n乙局,2024,本年新收-自然人,4\n甲局,2024,新收自然人,2\n\
                甲局,2023,requests/new/total,1\n甲局,2024,requests/new/totl,1\n甲局,2024,requests/new/total,9\n甲局,2024,requests/new/total,3\n";
    let map = mapping(
        "shape = 'long'\n[report]\nagency = '机关'\nyear = '年度'\n[long]\ncell = '指标'\nvalue = '数值'\n[cells]\n\
         \"requests/new/natural\" = '新收自然人'\n",
    );
    let mapped = map.read("a.csv", text.as_bytes()).unwrap();
    let names: Vec<_> = mapped.reports.iter().map(|report| report.lean.head.name()).collect();
    assert_eq!(names, ["甲局 2024", "乙局 2024", "甲局 2023"]);
    assert_eq!(int(&mapped.reports[0], "requests/new/natural"), Value::int(2));
    assert_eq!(int(&mapped.reports[0], "requests/new/total"), Value::int(3), "the first one stays");
    assert_eq!(int(&mapped.reports[1], "requests/new/natural"), Value::int(4));
    let notes: Vec<String> = mapped.notes.iter().map(|note| note.describe(ZH)).collect();
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(notes[0].contains("是不是 requests/new/total"), "{notes:?}");
    assert!(notes[1].contains("第 7 条") && notes[1].contains("两个不同的值"), "{notes:?}");
}

#[test]
fn objects_under_other_keys() {
    let text = r#"{"data": {"rows": [
        {"unit": {"name": "甲局"}, "nd": 2024, "t3": {"xs": {"zrr": 5.0, "hj": null}}, "zt": "总体情况正文"},
        {"unit": {"name": "乙局"}, "nd": "2024", "t3": {"xs": {"zrr": "六"}}}]}}"#;
    let map = mapping(
        "shape = 'json'\nitems = '/data/rows'\n[report]\nagency = '/unit/name'\nyear = '/nd'\n[sections]\n1 = '/zt'\n[cells]\n\
         \"requests/new/natural\" = '/t3/xs/zrr'\n\"requests/new/total\" = '/t3/xs/hj'\n",
    );
    let mapped = map.read("a.json", text.as_bytes()).unwrap();
    let [first, second] = &*mapped.reports else { panic!("{:?}", mapped.notes) };
    assert_eq!(int(first, "requests/new/natural"), Value::int(5));
    assert_eq!(int(first, "requests/new/total"), Value::Blank);
    assert_eq!(first.narrative.sections[0].text.as_str(), "总体情况正文");
    assert_eq!(first.narrative.sections[0].heading.as_str(), "一、总体情况");
    assert_eq!(int(second, "requests/new/natural"), Value::Raw("raw"));
    assert_eq!(int(second, "requests/new/total"), Value::Missing);
    for text in ["[{\"unit\":", "{\"a\": 1} {"] {
        assert!(matches!(map.read("a.json", text.as_bytes()), Err(MapError::Json(_))), "{text}");
    }
}

#[test]
fn every_mistake_of_a_mapping_is_named_with_its_line_and_the_nearest_name() {
    let error = |text: &str| said(&Mapping::from_toml(text).unwrap_err());
    let found = error(
        "shape = 'wde'\nform = '2021'\n[report]\nagency = 'a'\nyear = 2024\n[sections]\n9 = 'x'\n[cells]\n\"requests/new/totl\" = 'b'\n",
    );
    assert!(found.contains("line 1, wde:") && found.contains("wide"), "{found}");
    assert!(found.contains("line 7, 9: sections are 1 to 6"), "{found}");
    assert!(
        found.contains("line 9, requests/new/totl:") && found.contains("do you mean requests/new/total"),
        "{found}"
    );
    assert!(error("shape = 'wide'\nform = '2020'\n[report]\nagency = 'a'\nyear = 2024\n").contains("line 2, 2020"));
    assert!(error("shape = 'long'\n[report]\nagency = 'a'\nyear = 2024\n").contains("[long]"));
    assert!(error("shape = 'wide'\nheader = [3, 1]\n[report]\nagency = 'a'\nyear = 2024\n").contains("line 2, header"));
    assert!(error("shape = 'wide'\n[report]\nagency = 'a'\nyear = 24\n").contains("line 4, 24"));
    assert!(error("shape = 'wide'\nshpe = 1\n").contains("line 2"));
    let map = mapping("shape = 'wide'\n[report]\nagency = '单位名'\nyear = '年度'\n");
    let found = said(&map.read("a.csv", WIDE.as_bytes()).unwrap_err());
    assert!(found.contains("line 3, 单位名:") && found.contains("单位名称"), "{found}");
    let map = mapping(
        "shape = 'wide'\nheader = 2\n[report]\nagency = '单位名称'\nyear = '年度'\n[cells]\n\"requests/new/total\" = '备住'\n",
    );
    let found = said(&map.read("a.csv", WIDE.as_bytes()).unwrap_err());
    assert!(found.contains("line 7, 备住:") && found.contains("备注"), "{found}");
    let map = mapping("shape = 'json'\nitems = '/dta'\n[report]\nagency = '/a'\nyear = '/y'\n");
    let found = said(&map.read("a.json", br#"{"data": [{"a": "x", "y": 2024}]}"#).unwrap_err());
    assert!(found.contains("line 2, /dta:") && found.contains("/data"), "{found}");
}

#[test]
fn a_guessed_mapping_reads_what_it_was_guessed_from() {
    let form = form::newest();
    let ids: Vec<&str> = form.cells().map(|cell| form.id(cell)).collect();
    let label = |at: usize| {
        let spec = form.spec(form.cells().nth(at).unwrap()).unwrap();
        let table = &form.tables[spec.table];
        format!(
            "{} {}·{}",
            table.name(crate::words::Lang::Zh),
            table.row_full_name(spec.row, crate::words::Lang::Zh),
            table.columns[spec.column].label.zh
        )
    };
    let values = |n: usize| (0..ids.len()).map(|at| (at + n).to_string()).collect::<Vec<_>>().join(",");
    let by_label = (0..ids.len()).map(label).collect::<Vec<_>>().join(",");
    let sheets = [
        format!("单位名称,年度,{}\n甲局,2024,{}\n", ids.join(","), values(0)),
        format!("某市汇总\n填报单位,年份,{by_label}\n甲局,2024,{}\n", values(0)),
    ];
    for text in sheets {
        let guessed = guess(text.as_bytes(), ZH).unwrap();
        let mapped = mapping(&guessed).read("a.csv", text.as_bytes()).unwrap();
        let report = &mapped.reports[0];
        assert_eq!(report.lean.head.name(), "甲局 2024");
        for (at, id) in ids.iter().enumerate() {
            assert_eq!(int(report, id), Value::int(i64::try_from(at).unwrap()), "{id}\n{guessed}");
        }
    }
    let long: String = ids.iter().map(|id| format!("甲局,2024,{id},5\n")).collect();
    let text = format!("机关名称,年度,指标,数值\n{long}");
    let guessed = guess(text.as_bytes(), ZH).unwrap();
    assert!(guessed.contains("shape = \"long\""), "{guessed}");
    assert_eq!(int(&mapping(&guessed).read("a.csv", text.as_bytes()).unwrap().reports[0], ids[150]), Value::int(5));
    let json = r#"{"code": 0, "list": [{"orgName": "甲局", "year": 2024, "tables": {"requests": {"new": {"total": 8}}}, "xyz": 1}]}"#;
    let guessed = guess(json.as_bytes(), EN).unwrap();
    assert!(guessed.contains("items = \"/list\"") && guessed.contains("# \"/xyz\""), "{guessed}");
    assert_eq!(
        int(&mapping(&guessed).read("a.json", json.as_bytes()).unwrap().reports[0], "requests/new/total"),
        Value::int(8)
    );
}

#[test]
fn nothing_that_comes_in_ends_in_more_than_an_error() {
    let map = mapping("shape = 'wide'\n[report]\nagency = 'a'\nyear = 2024\n");
    let deep = "[".repeat(100_000);
    for bytes in [&b"PK\x03\x04"[..], &[0xD0, 0xCF, 0x11, 0xE0], deep.as_bytes(), &[0xFF, 0, 1], b"", b"{}", b"a\n"] {
        let _ = map.read("x", bytes).map(|mapped| assert!(mapped.reports.is_empty()));
        let _ = guess(bytes, EN);
    }
    let wide: String = (0..10_000).map(|n| format!("\"k{n}\":1,")).collect();
    let text = format!("[{{{wide}\"a\":\"x\"}}]");
    assert!(map.read("x", text.as_bytes()).is_err(), "more names than anybody has");
}

/// What a text is read as by the mapping that is guessed of it.
fn round(text: &str) -> Mapped {
    let guessed = guess(text.as_bytes(), ZH).unwrap();
    let mapping = Mapping::from_toml(&guessed).unwrap_or_else(|error| panic!("{:?}\n{guessed}", error.lines(EN)));
    mapping.read("a", text.as_bytes()).unwrap_or_else(|error| panic!("{:?}\n{guessed}", error.lines(EN)))
}

fn ints(report: &Report, ids: &[&str]) -> Vec<i64> {
    ids.iter()
        .map(|id| {
            report.lean.cells.get(report.lean.form.cell(id).unwrap()).number().and_then(|n| n.as_int()).unwrap_or(-1)
        })
        .collect()
}

#[test]
fn short_names_pinyin_and_english_keys() {
    let cells = [
        ("内部事务信息-自然人", "denied.internal/natural"),
        ("未缴费_商业企业", "closed.fee_unpaid/business"),
        ("法律法规禁止（总计）", "denied.prohibited/total"),
        ("事务信息·总计", "denied.internal/total"),
        ("bnxs_zrr", "new/natural"),
        ("xinshou_shangyeqiye", "new/business"),
        ("newRequestsResearchInstitute", "new/research"),
        ("carried-over legalService", "carried_in/legal"),
        ("其他-总计", "closed.other/total"),
    ];
    let names: Vec<&str> = cells.iter().map(|(name, _)| *name).collect();
    let text = format!("dwmc,nd,{}\n澜沙县水务局,2024,1,2,3,4,5,6,7,8,9\n", names.join(","));
    let mapped = round(&text);
    let ids: Vec<String> = cells.iter().map(|(_, id)| format!("requests/{id}")).collect();
    assert_eq!(
        ints(&mapped.reports[0], &ids.iter().map(String::as_str).collect::<Vec<_>>()),
        [1, 2, 3, 4, 5, 6, 7, 8, 9]
    );
}

#[test]
fn a_wrong_guess_is_worse_than_none() {
    let text = "单位,年度,不予公开-自然人,其他处理 总计,行政诉讼-总计,2023/本年新收/总计,去年/上年结转/总计,行政事业性收费(元),\
                信访-总计,信访举报投诉类申请-总计,本年新收-总计\n甲局,2024,1,2,3,4,5,6,7,8,9\n合计,2024,1,2,3,4,5,6,7,8,9\n";
    let guessed = guess(text.as_bytes(), ZH).unwrap();
    let lines: Vec<&str> = guessed.lines().filter(|line| line.starts_with("\"")).collect();
    assert_eq!(lines, ["\"requests/new/total\" = \"本年新收-总计\""], "{guessed}");
    assert!(
        guessed.contains("# \"requests/declined.petition/total\" = [\"信访-总计\", \"信访举报投诉类申请-总计\"]"),
        "{guessed}"
    );
    let line = guessed.lines().find(|line| line.starts_with("# \"其他处理 总计\"")).unwrap();
    assert!(line.contains("requests/closed.other/total"), "what may be meant: {line}");
    assert!(guess("一个标题\n".as_bytes(), ZH).is_err(), "nothing to guess from is said");
    let mapped = round(text);
    assert_eq!(mapped.reports.len(), 1);
    assert_eq!(ints(&mapped.reports[0], &["requests/new/total", "requests/declined.petition/total"]), [9, -1]);
    assert!(mapped.notes.iter().any(|note| matches!(note.what, RowNote::Claimed(_))), "{:?}", mapped.notes);
    assert!(mapped.notes.iter().any(|note| matches!(note.what, RowNote::Total(_))), "{:?}", mapped.notes);
}

#[test]
fn the_order_of_a_files_names_tells_a_row_from_a_column() {
    let ids = ["requests/closed.other/total", "requests/handled/other"];
    let by_row = "单位,年度,其他-总计,总计-其他,本年新收-自然人\n甲局,2024,1,2,3\n";
    assert_eq!(ints(&round(by_row).reports[0], &ids), [1, 2]);
    let by_column = "单位,年度,其他-总计,总计-其他,自然人-本年新收\n甲局,2024,1,2,3\n";
    assert_eq!(ints(&round(by_column).reports[0], &ids), [2, 1]);
    let mixed = "单位,年度,其他-总计,总计-其他,自然人-本年新收,上年结转-自然人\n甲局,2024,1,2,3,4\n";
    assert_eq!(ints(&round(mixed).reports[0], &ids), [-1, -1]);
}

#[test]
fn long_tables_with_the_name_in_several_columns_and_rows_of_the_form() {
    let ids = ["disclosure/regulations/issued", "requests/new/natural", "disputes/reconsideration/total"];
    let three = "单位,年度,A,B,C,填报数\n甲局,2024,主动公开,规章,制发,3\n甲局,2024,依申请公开,本年新收,自然人,4\n甲局,2024,表四,行政复议,总计,5\n\
                 甲局,2023,表四,行政复议,总计,6\n";
    let mapped = round(three);
    assert_eq!(mapped.reports.len(), 2);
    assert_eq!(ints(&mapped.reports[0], &ids), [3, 4, 5]);
    let rows = "机关,年份,项目,自然人,商业企业,总计\n甲局,2024,一、本年新收政府信息公开申请数量,1,2,3\n甲局,2024,（一）予以公开,4,5,9\n";
    let ids = ["requests/new/business", "requests/granted/total"];
    assert_eq!(ints(&round(rows).reports[0], &ids), [2, 9]);
}

#[test]
fn agencies_as_columns_and_names_over_rows_of_units() {
    let ids = ["requests/new/natural", "requests/new/total"];
    let turned = "指标,,甲局,乙局\n年度,,2024,2023\n本年新收,自然人,1,3\n,总计,2,4\n";
    let mapped = round(turned);
    assert_eq!(mapped.reports.iter().map(|report| ints(report, &ids)).collect::<Vec<_>>(), [[1, 2], [3, 4]]);
    let units = "单位,年度,本年新收,,行政事业性收费,行政许可\n,,自然人,总计,,\n,,件,件,元,件\n甲局,2024,1,2,30000,5\n";
    let mapped = round(units);
    let ids =
        ["requests/new/natural", "requests/new/total", "disclosure/fees/amount", "disclosure/licensing/decisions"];
    assert_eq!(ints(&mapped.reports[0], &ids), [1, 2, -1, 5]);
}

#[test]
fn json_by_labels_keys_and_rows() {
    let ids = ["requests/new/natural", "requests/closed.other/total", "disputes/reconsideration/upheld"];
    let is = |text: &str, year: u16| {
        let mapped = round(text);
        assert_eq!(mapped.reports[0].lean.head.name(), format!("澜沙县水务局 {year}"), "{text}");
        assert_eq!(ints(&mapped.reports[0], &ids), [1, 2, 3], "{text}");
    };
    is(
        r#"[{"org":"澜沙县水务局","nd":2024,"t3":[{"xm":"一、本年新收政府信息公开申请数量","naturalPerson":1},{"xm":"3.其他","sum":2}],"review":{"行政复议":{"维持":3}}}]"#,
        2024,
    );
    is(
        r#"{"data":{"澜沙县水务局":{"2023":{"requests":{"自然人":{"本年新收":1},"总计":{"其他":"2"}},"disputes":{"维持":{"复议":3}}},"2024":{"requests":{"自然人":{"本年新收":4}}}},"丰桐县林业局":{"2023":{"requests":{"自然人":{"本年新收":1}}},"2024":{"requests":{"自然人":{"本年新收":7}}}}}}"#,
        2023,
    );
    is(
        r#"[{"unitName":"澜沙县水务局","reports":[{"year":2024,"new":{"natural":1},"closedOther":{"total":2},"review":{"upheld":3}}]}]"#,
        2024,
    );
    is(r#"[["单位","年度","本年新收-自然人","其他-总计","行政复议-维持"],["澜沙县水务局",2024,1,2,3]]"#, 2024);
    is(
        r#"{"columns":["单位","年度","本年新收-自然人","其他-总计","行政复议-维持"],"data":[["澜沙县水务局",2024,1,2,3]]}"#,
        2024,
    );
    is(r#"{"单位":["澜沙县水务局"],"年度":[2024],"本年新收-自然人":[1],"其他-总计":[2],"行政复议-维持":["3"]}"#, 2024);
    is(
        r#"[{"org":"澜沙县水务局","year":2024,"cells":[{"row":"本年新收","col":"自然人","v":1},{"row":"其他","col":"总计","v":2},{"row":"行政复议","col":"维持","v":3}]}]"#,
        2024,
    );
}

#[test]
fn a_name_that_several_columns_have_is_no_name() {
    let map =
        mapping("shape = 'wide'\n[report]\nagency = '单位'\nyear = 2024\n[cells]\n\"requests/new/total\" = '总计'\n");
    let found = said(&map.read("a.csv", "单位,总计,总计\n甲局,1,2\n".as_bytes()).unwrap_err());
    assert!(found.contains("line 6, 总计: several"), "{found}");
    let map = mapping(
        "shape = 'wide'\n[report]\nagency = '单位'\nyear = 2024\n[cells]\n\"requests/new/total\" = 'a'\n\"requests/new/other\" = 'a'\n",
    );
    let found = said(&map.read("a.csv", "单位,a\n甲局,1\n".as_bytes()).unwrap_err());
    assert!(found.contains("line 6, a:") || found.contains("line 7, a:"), "{found}");
}

#[test]
fn short_records_under_many_names_take_no_more_room_than_long_ones() {
    let names: Vec<String> = (0..4000).map(|at| format!("名{at}")).collect();
    let csv = format!("机关,年度,{}\n{}", names.join(","), "甲局,2024,1\n".repeat(20_000));
    let first: Vec<String> = names.iter().map(|name| format!("\"{name}\":1")).collect();
    let last = ",{\"机关\":\"甲局\",\"年度\":2024,\"名3999\":1}".repeat(20_000);
    let json = format!("[{{\"机关\":\"甲局\",\"年度\":2024,{}}}{last}]", first.join(","));
    for (shape, text) in [("wide", csv), ("json", json)] {
        let toml = format!("shape = \"{shape}\"\n[report]\nagency = \"机关\"\nyear = \"年度\"\n");
        let error = Mapping::from_toml(&toml).unwrap().read("f", text.as_bytes()).unwrap_err();
        assert_eq!(error, MapError::Source(crate::read::ReadError::TooLarge), "{shape}");
    }
}

#[test]
fn a_mapping_for_something_else_is_refused_line_by_line_without_guessing_at_all_of_it() {
    let unknown: String = (0..100).map(|n| format!("'requests/new/natura{n}' = 'x'\n")).collect();
    let text = format!("shape = 'wide'\n[report]\nagency = 'a'\nyear = 2024\n[cells]\n{unknown}");
    let MapError::Problems(problems) = Mapping::from_toml(&text).unwrap_err() else { panic!("not its problems") };
    assert!(problems.iter().map(|problem| problem.line).eq(6..106));
    assert_eq!(problems.iter().filter(|problem| problem.nearest.is_some()).count(), 64);
}
