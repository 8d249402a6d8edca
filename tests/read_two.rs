//! Two reports one after the other in one file, in every format: the first is read as if it were alone, and a remark says
//! which the other is and where it begins.

#![allow(missing_docs, clippy::unwrap_used, reason = "tests")]

#[path = "support/formats.rs"]
mod formats;

use std::fs;
use std::path::Path;

use gouji::read::read;
use gouji::report::Report;

fn sample(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/documents").join(name)).unwrap()
}

fn cells(report: &Report) -> Vec<String> {
    let form = report.lean.form;
    form.cells().map(|cell| format!("{} {:?}", form.id(cell), report.lean.cells.get(cell))).collect()
}

#[test]
fn the_second_report_in_a_file_is_named_with_its_place() {
    let (first, second) = (sample("0103-06.txt"), sample("0103-04.txt"));
    let title = read("0103-04.txt", second.as_bytes()).unwrap().narrative.title.unwrap();
    let alone = formats::all(&first);
    for ((ending, both), (_, alone)) in formats::all(&format!("{first}\n{second}")).into_iter().zip(alone) {
        let name = format!("0103-06.{ending}");
        let (report, alone) = (read(&name, &both).unwrap(), read(&name, &alone).unwrap());
        assert_eq!(cells(&report), cells(&alone), "{ending}");
        assert_eq!(report.lean.head, alone.lean.head, "{ending}");
        let remarks = report.narrative.remarks.iter().filter(|remark| remark.kind.as_str() == "second-report");
        let remarks: Vec<_> = remarks.collect();
        assert_eq!(remarks.len(), 1, "{ending} {:?}", report.narrative.remarks);
        for remark in remarks {
            assert!(remark.message.contains(title.as_str()), "{ending} {}", remark.message.as_str());
            // The lines of the first report stand before it.
            assert!(remark.line.is_some_and(|line| line > 20), "{ending} {:?}", remark.line);
            assert_eq!(remark.page.is_some_and(|page| page > 1), ending == "pdf", "{ending} {:?}", remark.page);
        }
    }
}
