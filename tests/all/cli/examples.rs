//! The examples of the library say what they promise of the sample data.

use std::process::Command;

use crate::support::command::sample_data;
use crate::support::pty::example;

fn said_by(name: &str, path: &str) -> String {
    let output = Command::new(example(name)).arg(sample_data().join(path)).output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_examples_read_check_and_locate() {
    let report = said_by("read_document", "documents/0103-04.txt");
    assert!(report.contains("gouji/report/1"), "{report}");
    let findings = said_by("check_directory", "reports/2025");
    assert!(findings.contains(" 2025 T3-03: "), "{findings}");
    let cells = said_by("which_cell", "reports/2025/0100-01.json");
    assert!(cells.contains("requests/handled/natural") && cells.contains(": 73 → 37"), "{cells}");
}
