//! The examples of the library say what they promise of the sample data.

use std::path::Path;
use std::process::Command;

use crate::support::command::sample_data;
use crate::support::pty::example;

fn said_by(name: &str, path: &str) -> String {
    said_of(name, &sample_data().join(path))
}

fn said_of(name: &str, path: &Path) -> String {
    let output = Command::new(example(name)).arg(path).output().unwrap();
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

#[test]
fn the_example_of_a_journal_says_what_its_acts_come_to() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/journals/0.1.0.jsonl");
    let said = said_of("replay_journal", &kept);
    assert!(said.contains("笙川区应急管理局 2025: "), "{said}");
    assert!(said.lines().any(|line| line.starts_with("  ")), "a note: {said}");
    assert!(!Command::new(example("replay_journal")).arg("none.jsonl").status().unwrap().success());
}
