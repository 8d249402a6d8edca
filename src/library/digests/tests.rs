use std::fs;
use std::path::PathBuf;

use crate::check::similar::Comparer;
use crate::check::{Basis, Digest, Facts, check};
use crate::library::fixture::{paper, papers};
use crate::report::{Report, SafeText, parse};
use crate::words::{Describe as _, ZH};

use super::*;

fn report(paper: &crate::library::fixture::Paper) -> Report {
    parse(paper.json.to_string().as_bytes()).unwrap()
}

fn line_of(id: &str, report: &Report) -> String {
    let basis = Basis::standard();
    let tables = check(&report.lean, basis.profile);
    let digest = Digest::of(&Facts::of(report, &basis), &tables, &Comparer::new(&basis));
    digest_line(&SafeText::line(id), report, &digest, !tables.findings.is_empty(), false)
}

fn whole(lines: &[String]) -> String {
    let end = end_line(lines.len() as u64);
    [header_line(&Basis::standard())].iter().chain(lines).chain([&end]).map(String::as_str).collect()
}

struct Shelf(tempfile::TempDir);

impl Shelf {
    fn read(&self, contents: &[&str]) -> Result<Vec<ReadLine>, String> {
        let paths: Vec<PathBuf> =
            (0..contents.len()).map(|number| self.0.path().join(format!("part-{number}"))).collect();
        for (path, content) in paths.iter().zip(contents) {
            fs::write(path, content).unwrap();
        }
        let mut lines = Vec::new();
        match read(&paths, &Basis::standard(), &|| true, &mut |more| lines.extend(more)) {
            Ok(is_whole) => {
                assert!(is_whole);
                Ok(lines)
            }
            Err(error) => Err(error.describe(ZH)),
        }
    }
}

fn shelf() -> Shelf {
    Shelf(tempfile::tempdir().unwrap())
}

#[test]
fn what_is_written_is_read_and_the_report_is_found_again_at_its_place() {
    let papers = papers();
    let lines: Vec<String> = papers.iter().map(|paper| line_of(&paper.id, &report(paper))).collect();
    let (one, other) = lines.split_at(2);
    let shelf = shelf();
    // Parts may be put together without looking at them.
    let read = shelf.read(&[&(whole(one) + &whole(&[])), &whole(other)]).unwrap();
    assert_eq!(read.len(), papers.len());
    for (read, paper) in read.iter().zip(&papers) {
        let report = report(paper);
        assert_eq!(read.id.as_str(), paper.id);
        assert_eq!(
            (&read.lean.head, &read.lean.cells, read.lean.remarks),
            (&report.lean.head, &report.lean.cells, report.lean.remarks)
        );
        let opened = read.place.open().unwrap();
        let compared = |report: &Report| {
            report.narrative.sections.iter().filter(|one| [1, 5].contains(&one.number)).cloned().collect::<Vec<_>>()
        };
        assert_eq!(compared(&opened), compared(&report));
        assert_eq!(opened.narrative.remarks, report.narrative.remarks);
    }
}

#[test]
fn the_whole_text_is_kept_only_where_somebody_may_ask_for_it() {
    let sections = |text: &str| {
        serde_json::json!([
            { "number": 1, "heading": "一、总体情况", "text": text },
            { "number": 6, "heading": "六、其他需要报告的事项", "text": "无其他事项。" },
        ])
    };
    let kept = |text: &str| {
        let line = line_of("a", &report(&paper("a", "松溪县教育局", 2024).with("sections", sections(text))));
        shelf().read(&[&whole(&[line])]).unwrap()[0].place.open().unwrap().narrative.sections.len()
    };
    assert_eq!(kept("没有结转。"), 1);
    assert_eq!(kept("收到政府信息公开申请5件，同比增长25%。"), 2, "last year's report may contradict it");
}

#[test]
fn what_is_no_digest_or_not_whole_is_named_with_file_and_line() {
    let line = line_of("a", &report(&paper("a", "松溪县教育局", 2024)));
    let good = whole(std::slice::from_ref(&line));
    let header = header_line(&Basis::standard());
    let (cut_line, _) = good.split_at(good.len() - 60);
    let other = |from: &str, to: &str| good.replacen(from, to, 1);
    for (content, at, said) in [
        (String::new(), 1, "不是 gouji check"),
        (line.clone(), 1, "不是 gouji check"),
        ("{\"schema\":\"gouji/report/1\"}\n".to_owned(), 1, "不是 gouji check"),
        (other("gouji/digests/1", "gouji/digests/7"), 1, "gouji/digests/7"),
        (other(PROGRAM, "gouji 9.9.9"), 1, "gouji 9.9.9"),
        (other("\"profile\":null", "\"profile\":\"0123456789ab\""), 1, "--profile"),
        (other("\"roster\":null", "\"roster\":\"0123456789ab\""), 1, "--roster"),
        (header.clone(), 1, "不完整"),
        (header.clone() + &line, 2, "不完整"),
        (good.replace("\"end\":1", "\"end\":2"), 3, "不完整"),
        (header.clone() + &good, 2, "不完整"),
        (cut_line.to_owned(), 2, "已损坏"),
        (other("\"sketch\":[\"", "\"sketch\":[\"A"), 2, "已损坏"),
        (other("\"year\":2024", "\"year\":\"2024\""), 2, "已损坏"),
        (good.clone() + "something\n", 4, "不是 gouji check"),
    ] {
        let why = shelf().read(&[&good, &content]).map(|_| ()).unwrap_err();
        assert!(
            why.contains("part-1") && why.contains(&format!("第 {at} 行")) && why.contains(said),
            "{content}\n{why}"
        );
    }
    let dir = tempfile::tempdir().unwrap();
    let gone = read(&[dir.path().join("gone")], &Basis::standard(), &|| true, &mut |_| ()).unwrap_err();
    assert!(gone.describe(ZH).contains("无法打开"), "{}", gone.describe(ZH));
}
