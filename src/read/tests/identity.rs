//! Whose report it is, for which year, whether there is another in the file, and what is no report at all.

use super::written::*;
use super::*;

#[test]
fn year_and_agency_come_from_elsewhere_with_a_doubt() {
    let text = written(Style::Tabs, |_| "0".to_owned());
    let body = text.split_once("一、总体情况").unwrap().1;
    let report = read("示例县文物局-2023.txt", format!("一、总体情况{body}").as_bytes()).unwrap();
    assert_eq!((report.lean.head.agency.name.as_str(), report.lean.head.year), ("示例县文物局", 2023));
    assert_eq!(kinds(&report), ["year-doubt", "agency-doubt"]);
    let report = read("a.txt", format!("一、总体情况\n2023年，公开5条。{body}").as_bytes()).unwrap();
    assert_eq!((report.lean.head.agency.name.as_str(), report.lean.head.year), ("", 2023));
    assert_eq!(kinds(&report), ["year-doubt", "agency-doubt"]);
    let report = read("示例县文物局/2023/a.txt", format!("一、总体情况{body}").as_bytes()).unwrap();
    assert_eq!((report.lean.head.agency.name.as_str(), report.lean.head.year), ("示例县文物局", 2023));
    let without = read("a.txt", format!("一、总体情况{}", body.replace("2023", "")).as_bytes());
    assert_eq!(without.map(|report| report.lean.head.year), Err(ReadError::NoYear));
}

#[test]
fn a_year_is_taken_from_whatever_speaks_of_one() {
    let text = written(Style::Tabs, |_| "0".to_owned());
    let body = text.split_once("一、总体情况").unwrap().1.replace("2023", "");
    for (said, year) in [
        ("0\t漪水县统计局2023年政府信息公开工作年度报告\t", 2023),
        ("统计范围\t2023年\t", 2023),
        ("发布日期：2024-01-20", 2023),
        ("发布日期\t2024/1/20\t索引号", 2023),
        ("截至2023.12.31", 2023),
    ] {
        let report = read("a.txt", format!("{said}\n一、总体情况{body}").as_bytes()).unwrap();
        assert_eq!(report.lean.head.year, year, "{said}");
        // A title is a title in a cell, too.
        assert!(said.contains("报告") || kinds(&report).contains(&"year-doubt"), "{said}");
    }
    for said in ["编号：2024-13-20", "电话：2024-01-201-5", "版本 2024.1"] {
        let report = read("a.txt", format!("{said}\n一、总体情况{body}").as_bytes());
        assert_eq!(report.map(|report| report.lean.head.year), Err(ReadError::NoYear), "{said}");
    }
}

#[test]
fn names_are_taken_from_head_preface_and_text_before_the_file() {
    let text = written(Style::Tabs, |_| "0".to_owned());
    let body = text.split_once("一、总体情况").unwrap().1;
    let named = |name: &str, before: &str, said: &str| {
        let report = read(name, format!("{before}一、总体情况\n{said}{body}").as_bytes()).unwrap();
        (report.lean.head.agency.name.to_string(), report.narrative.title.is_some(), report.narrative.remarks.len())
    };
    let head = "<html><head><title>漪水县财政局2023年政府信息公开工作年度报告_漪水县人民政府</title></head><body><pre>";
    assert_eq!(named("a.html", head, "").0, "漪水县财政局");
    assert!(named("a.html", head, "").1, "a page has its title in its head");
    let preface = "现将漪水县统计局2023年度政府信息公开工作情况报告如下：\n";
    assert_eq!(named("漪水县教育局2023.txt", preface, "").0, "漪水县统计局");
    let said = "2023年，漪水县审计局认真落实要求。\n";
    assert_eq!(named("漪水县教育局2023.txt", "", said), ("漪水县审计局".to_owned(), false, 2));
    assert_eq!(named("漪水县教育局2023.txt", "", "").0, "漪水县教育局");
}

#[test]
fn of_several_titles_the_one_is_meant_that_head_text_or_signature_speak_of_and_else_the_last_with_a_doubt() {
    let text = written(Style::Tabs, |_| "0".to_owned());
    let body = text.split_once("一、总体情况").unwrap().1;
    let title = |name: &str| format!("漪水县{name}2023年政府信息公开工作年度报告\n");
    let list = [title("教育局"), title("财政局"), title("统计局")].concat();
    let named = |name: &str, before: &str, said: &str| {
        let report = read(name, format!("{before}一、总体情况\n{said}{body}").as_bytes()).unwrap();
        (report.lean.head.agency.name.to_string(), kinds(&report).join(" "))
    };
    let found = |name: &str, doubts: &str| (format!("漪水县{name}"), doubts.to_owned());
    assert_eq!(named("a.txt", &list, ""), found("统计局", "agency-doubt"));
    assert_eq!(named("a.txt", &list, "2023年，漪水县财政局认真落实要求。\n"), found("财政局", ""));
    let head = "<html><head><title>漪水县教育局2023年政府信息公开工作年度报告</title></head><body><pre>";
    assert_eq!(named("a.html", &format!("{head}{list}"), ""), found("教育局", ""));
    let years = format!("{}{}", title("统计局").replace("2023", "2021"), title("统计局"));
    assert_eq!(named("a.txt", &years, ""), found("统计局", ""), "earlier years of its own stand above");
}

#[test]
fn the_preface_is_kept_without_menus_metadata_and_title() {
    let text = written(Style::Tabs, |_| "0".to_owned());
    let (title, body) = text.split_once("一、总体情况").unwrap();
    let title = title.trim();
    let preface =
        "根据《中华人民共和国政府信息公开条例》的规定，编制本报告。\n本报告由六个部分组成，电子版可在网站下载。";
    let before =
        format!("首页\n政务公开，服务\n索引号\t01\t发布机构\t县政府\n{title}\n发布日期：2024-01-10\n{preface}\n");
    let report = read("a.txt", format!("{before}一、总体情况{body}").as_bytes()).unwrap();
    assert_eq!(report.narrative.preface.as_deref(), Some(preface));
    let again = crate::report::parse(crate::report::to_json(&report).as_bytes()).unwrap();
    assert_eq!(again.narrative.preface, report.narrative.preface);
    assert_eq!(read("a.txt", text.as_bytes()).unwrap().narrative.preface, None);
    // Whatever stands there, it can be loaded again.
    let long = format!("{title}\n{}\n一、总体情况{body}", "很长，".repeat(20_000));
    let report = read("a.txt", long.as_bytes()).unwrap();
    crate::report::parse(crate::report::to_json(&report).as_bytes()).unwrap();
    assert_eq!(report.narrative.preface.unwrap().chars().count(), crate::report::bounds::PREFACE);
}

#[test]
fn the_name_of_the_site_on_a_line_of_its_own_is_believed_after_the_preface() {
    let text = written(Style::Tabs, |_| "0".to_owned());
    let body = text.split_once("一、总体情况").unwrap().1;
    let before = "漪水县人民政府\n现将柳坞镇2023年度政府信息公开工作情况报告如下：\n";
    let report = read("a.txt", format!("{before}一、总体情况\n{body}").as_bytes()).unwrap();
    assert_eq!(report.lean.head.agency.name.as_str(), "柳坞镇");
    assert!(kinds(&report).contains(&"agency-doubt"));
}

#[test]
fn what_is_no_report_is_an_error_that_says_so() {
    for blank in [&b""[..], b"\xef\xbb\xbf", b" \r\n\t\n", "\u{3000}\u{a0}\n\u{200b}".as_bytes()] {
        assert_eq!(read("a.txt", blank).unwrap_err(), ReadError::Empty, "{blank:?}");
    }
    assert_eq!(read("a.html", b"<html><body><p> &nbsp; </p></body></html>").unwrap_err(), ReadError::Empty);
    assert_eq!(read("a.txt", "今天天气很好。".as_bytes()).unwrap_err(), ReadError::NothingFound);
    assert_eq!(read("a.txt", b"\x7fELF\x02\x01\x01\0\0").unwrap_err(), ReadError::NotText);
    let error = read("年报.OFD", b"").unwrap_err();
    assert_eq!(error.describe(crate::words::EN), "cannot read ofd files yet; convert to text (txt) first");
    for (name, ending) in [("年报.DOCX", "docx"), ("年报.xlsx", "xlsx"), ("年报.xls", "xls"), ("年报", "zip")] {
        let bytes: &[u8] = if ending == "xls" { b"\0\x01\x02\x03" } else { b"PK\x03\x04cut off" };
        assert_eq!(read(name, bytes).unwrap_err(), ReadError::Broken(ending), "{name}");
    }
    assert_eq!(Format::of_name(Path::new("a/年报.TXT")).map(Format::is_plain), Some(true));
    assert_eq!(Format::of_name(Path::new("a/年报.docx")).map(Format::is_plain), Some(false));
    assert!(Format::of_name(Path::new("a/README")).is_none());
    assert!(Format::of_name(Path::new("a/x.json")).is_none());
}

#[test]
fn two_reports_in_one_file_are_two() {
    let (first, second) = (written(Style::Tabs, |_| "1".to_owned()), written(Style::Tabs, |_| "2".to_owned()));
    let both = format!("{first}\n{}", second.replace("2023", "2022"));
    let reports = read_all("年报2023.txt", both.as_bytes()).unwrap();
    assert_eq!(reports.iter().map(|report| report.lean.head.year).collect::<Vec<_>>(), [2023, 2022]);
    for (report, value) in reports.iter().zip(1..) {
        assert!(report.lean.form.cells().all(|cell| report.lean.cells.get(cell) == Value::int(value)), "{value}");
        assert_eq!(kinds(report), [""; 0], "{value}");
    }
    let lines = u32::try_from(first.lines().count()).unwrap();
    let line = |report: &Report| report.narrative.origins.get("requests/new/total").unwrap().line.unwrap();
    assert!(line(&reports[0]) < lines && line(&reports[1]) > lines, "each has its own places");
    assert!(!reports[0].narrative.sections[5].text.contains("2022"), "the other's title is no part of the first");
}

#[test]
fn a_second_report_without_a_title_is_of_the_same_agency() {
    let (first, second) = (written(Style::Tabs, |_| "1".to_owned()), written(Style::Tabs, |_| "2".to_owned()));
    let body = second.split_once("一、总体情况").unwrap().1.replace("2023", "2022");
    let reports = read_all("a.txt", format!("{first}\n一、总体情况{body}").as_bytes()).unwrap();
    let names: Vec<_> = reports.iter().map(|report| report.lean.head.agency.name.to_string()).collect();
    assert_eq!((names[0] == names[1], names.len()), (true, 2), "{names:?}");
    assert_eq!(kinds(&reports[1]), ["year-doubt", "agency-doubt"]);
}

#[test]
fn the_same_report_twice_is_one_and_the_copy_is_named() {
    let first = written(Style::Tabs, |_| "1".to_owned());
    let reports = read_all("a.txt", format!("{first}\n{first}").as_bytes()).unwrap();
    assert_eq!((reports.len(), kinds(&reports[0])), (1, vec!["second-report"]));
    // Headings that begin anew without tables of their own are no report either.
    let plain = first.lines().filter(|line| !line.contains('\t')).collect::<Vec<_>>().join("\n");
    let reports = read_all("a.txt", format!("{first}\n{plain}").as_bytes()).unwrap();
    assert_eq!(reports.len(), 1);
}

#[test]
fn many_reports_in_one_file_are_bounded() {
    let all: String = (0..40_u16)
        .map(|number| written(Style::Tabs, |_| number.to_string()).replace("2023", &(2001 + number).to_string()) + "\n")
        .collect();
    let reports = read_all("a.txt", all.as_bytes()).unwrap();
    assert_eq!(reports.len(), 16);
    assert_eq!(kinds(&reports[15]), ["second-report"]);
}

#[test]
fn years_that_disagree_are_a_doubt() {
    let text = written(Style::Tabs, |_| "0".to_owned());
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
fn a_second_report_that_is_not_read_is_named_by_its_title() {
    let first = written(Style::Tabs, |_| "1".to_owned());
    let report = read_text(&format!("{first}\n{first}"));
    let remark = report.narrative.remarks.iter().find(|remark| &*remark.kind == "second-report").unwrap();
    assert_eq!(remark.value("text").map(|text| text.contains("2023年政府信息公开工作年度报告")), Some(true));
}

#[test]
fn the_day_below_a_report_and_links_to_others_tell_its_year_as_little_as_they_should() {
    let body = "松溪县水务局政府信息公开工作年度报告\n一、总体情况\n本局稳步推进公开工作。\n二、主动公开政府信息情况\n\
                行政许可\t3\n行政处罚\t1\n行政强制\t0\n行政事业性收费\t0\n";
    for (link, below) in [
        ("", "松溪县水务局\n2024年1月20日\n"),
        ("", "松溪县水务局\n2023年12月28日\n"),
        ("发布时间：2024年1月20日\n", ""),
        ("", "上一篇：松溪县水务局2021年政府信息公开工作年度报告\n松溪县水务局\n2024年1月20日\n"),
        ("", "上一篇\t松溪县水务局2021年政府信息公开工作年度报告\n松溪县水务局\n2024年1月20日\n"),
        ("", "列表\t松溪县水务局2021年政府信息公开工作年度报告\n松溪县水务局\n2024年1月20日\n"),
    ] {
        let report = read("年报.txt", format!("{link}{body}{below}").as_bytes()).unwrap();
        assert_eq!((report.lean.head.year, kinds(&report).contains(&"year-doubt")), (2023, true), "{link}{below}");
    }
    let links = format!("{body}上一篇\t松溪县水务局2021年政府信息公开工作年度报告\n");
    assert!(matches!(read("年报.txt", links.as_bytes()), Err(ReadError::NoYear)));
}
