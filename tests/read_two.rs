//! Two reports one after the other in one file, in every format: each is read as if it were alone, with its own places in
//! the document.

#![allow(missing_docs, clippy::unwrap_used, reason = "tests")]

#[path = "support/formats.rs"]
mod formats;

use std::fs;
use std::path::Path;

use gouji::read::{read, read_all};
use gouji::report::Report;

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
