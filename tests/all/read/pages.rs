//! The real reports that are at hand as PDF and HTML: every cell, as it is printed.

use std::path::PathBuf;

use gouji::read::{document, read};
use gouji::report::{Report, Value};

/// Optional: the samples are not part of the package.
const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/documents");

/// The columns of table 三, in their order.
const COLUMNS: [&str; 7] = ["natural", "business", "research", "welfare", "legal", "other", "total"];
const SUITS: [&str; 3] = ["reconsideration", "litigation_direct", "litigation_after"];
const OUTCOMES: [&str; 5] = ["upheld", "corrected", "other", "pending", "total"];

/// What is printed: rows of table 三 that are not all zero, table 四, and table 二 except the fees.
struct Printed {
    requests: &'static [(&'static str, [i64; 7])],
    disputes: [i64; 15],
    disclosure: [(&'static str, i64); 9],
    fees: &'static str,
}

const HUAIAN: Printed = Printed {
    requests: &[
        ("new", [3001, 53, 0, 0, 61, 4, 3119]),
        ("carried_in", [34, 0, 0, 0, 0, 0, 34]),
        ("granted", [1288, 21, 0, 0, 50, 3, 1362]),
        ("partial", [447, 7, 0, 0, 0, 0, 454]),
        ("denied.secret", [2, 0, 0, 0, 0, 0, 2]),
        ("denied.prohibited", [30, 1, 0, 0, 0, 0, 31]),
        ("denied.stability", [5, 0, 0, 0, 0, 0, 5]),
        ("denied.third_party", [6, 0, 0, 0, 0, 0, 6]),
        ("denied.internal", [7, 1, 0, 0, 0, 0, 8]),
        ("denied.process", [12, 0, 0, 0, 0, 0, 12]),
        ("denied.enforcement", [9, 0, 0, 0, 0, 0, 9]),
        ("denied.inquiry", [105, 0, 0, 0, 0, 0, 105]),
        ("unavailable.not_held", [746, 12, 0, 0, 10, 1, 769]),
        ("unavailable.not_compiled", [11, 0, 0, 0, 0, 0, 11]),
        ("unavailable.unclear", [1, 0, 0, 0, 0, 0, 1]),
        ("declined.petition", [56, 6, 0, 0, 0, 0, 62]),
        ("declined.repeated", [25, 0, 0, 0, 0, 0, 25]),
        ("declined.confirmation", [1, 0, 0, 0, 0, 0, 1]),
        ("closed.not_corrected", [67, 3, 0, 0, 1, 0, 71]),
        ("closed.fee_unpaid", [6, 0, 0, 0, 0, 0, 6]),
        ("closed.other", [108, 2, 0, 0, 0, 0, 110]),
        ("handled", [2932, 53, 0, 0, 61, 4, 3050]),
        ("carried_out", [103, 0, 0, 0, 0, 0, 103]),
    ],
    disputes: [72, 64, 178, 37, 351, 13, 4, 8, 1, 26, 12, 1, 1, 6, 20],
    disclosure: [
        ("regulations/issued", 1),
        ("regulations/repealed", 0),
        ("regulations/in_force", 11),
        ("normative/issued", 8),
        ("normative/repealed", 26),
        ("normative/in_force", 66),
        ("licensing/decisions", 447_228),
        ("penalties/decisions", 3_985_758),
        ("coercion/decisions", 88_283),
    ],
    fees: "96171.6",
};

const HONGZE: Printed = Printed {
    requests: &[
        ("new", [21, 0, 0, 0, 0, 0, 21]),
        ("partial", [4, 0, 0, 0, 0, 0, 4]),
        ("denied.secret", [1, 0, 0, 0, 0, 0, 1]),
        ("denied.process", [1, 0, 0, 0, 0, 0, 1]),
        ("denied.enforcement", [1, 0, 0, 0, 0, 0, 1]),
        ("unavailable.not_held", [10, 0, 0, 0, 0, 0, 10]),
        ("unavailable.not_compiled", [3, 0, 0, 0, 0, 0, 3]),
        ("declined.petition", [1, 0, 0, 0, 0, 0, 1]),
        ("handled", [21, 0, 0, 0, 0, 0, 21]),
    ],
    // The totals do not add up in the report itself.
    disputes: [10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0],
    disclosure: [
        ("regulations/issued", 0),
        ("regulations/repealed", 0),
        ("regulations/in_force", 0),
        ("normative/issued", 0),
        ("normative/repealed", 5),
        ("normative/in_force", 5),
        ("licensing/decisions", 550),
        ("penalties/decisions", 4119),
        ("coercion/decisions", 195),
    ],
    fees: "7730.28",
};

impl Printed {
    /// The number in a cell; `None` for a row that is printed as one with others.
    fn number(&self, id: &str) -> String {
        let (table, rest) = id.split_once('/').unwrap();
        let (row, column) = rest.split_once('/').unwrap();
        let number = match table {
            "requests" => {
                let at = COLUMNS.iter().position(|known| *known == column).unwrap();
                self.requests.iter().find(|(known, _)| *known == row).map_or(0, |(_, numbers)| numbers[at])
            }
            "disputes" => {
                let suit = SUITS.iter().position(|known| *known == row).unwrap();
                self.disputes[suit * 5 + OUTCOMES.iter().position(|known| *known == column).unwrap()]
            }
            _ if row == "fees" => return self.fees.to_owned(),
            _ => self.disclosure.iter().find(|(known, _)| *known == rest).unwrap().1,
        };
        number.to_string()
    }
}

fn sample(file: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(SAMPLES).join(file);
    match std::fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(_) => {
            println!("skipped: no sample at {}", path.display());
            None
        }
    }
}

fn report(file: &str) -> Option<Report> {
    Some(read(file, &sample(file)?).unwrap())
}

/// Every cell as printed; those of `missing` rows missing.
fn check(report: &Report, printed: &Printed, missing: &str) {
    let form = report.lean.form;
    assert_eq!(form.cells().count(), 200);
    for cell in form.cells() {
        let (id, value) = (form.id(cell), report.lean.cells.get(cell));
        if !missing.is_empty() && id.contains(missing) {
            assert_eq!(value, Value::Missing, "{id}");
        } else {
            assert_eq!(value.number().map(|number| number.to_string()), Some(printed.number(id)), "{id}");
        }
    }
}

fn remarks(report: &Report) -> Vec<&str> {
    report.narrative.remarks.iter().filter(|remark| !remark.again).map(|remark| remark.kind.as_str()).collect()
}

#[test]
fn a_report_is_the_same_as_pdf_and_as_web_page() {
    for file in ["huaian-2024.pdf", "huaian-2024.html"] {
        let Some(report) = report(file) else { continue };
        check(&report, &HUAIAN, "");
        assert!(remarks(&report).is_empty(), "{file}: {:?}", report.narrative.remarks);
        let head = &report.lean.head;
        assert_eq!((head.agency.name.as_str(), head.year), ("淮安市人民政府", 2024));
        let title = report.narrative.title.as_ref().unwrap();
        assert_eq!(title.as_str(), "淮安市人民政府2024年政府信息公开工作年度报告");
    }
}

#[test]
fn what_is_wrong_in_a_report_stays_wrong_and_a_merged_row_is_no_row_of_zeros() {
    let Some(report) = report("hongze-2023.pdf") else { return };
    check(&report, &HONGZE, "requests/closed.");
    let kinds = ["altered-label", "merged-row"];
    assert_eq!(remarks(&report), kinds);
}

#[test]
fn prose_is_paragraphs_and_nothing_else() {
    for (file, lengths, paragraphs) in [
        ("huaian-2024.pdf", [1295, 0, 0, 0, 289, 52], [6, 0, 0, 0, 2, 1]),
        ("hongze-2023.pdf", [646, 0, 0, 0, 291, 49], [7, 0, 0, 0, 1, 1]),
    ] {
        let Some(report) = report(file) else { continue };
        let sections = &report.narrative.sections;
        let texts: Vec<&str> = sections.iter().map(|section| section.text.as_str()).collect();
        assert_eq!(texts.iter().map(|text| text.chars().count()).collect::<Vec<_>>(), lengths, "{file}");
        assert_eq!(texts.iter().map(|text| text.lines().count()).collect::<Vec<_>>(), paragraphs, "{file}");
        assert!(texts.iter().all(|text| !text.contains(' ')), "{file}");
        assert!(texts.iter().flat_map(|text| text.lines()).all(|line| line.ends_with(['。', '：'])), "{file}");
    }
}

#[test]
fn every_line_of_a_pdf_knows_its_page() {
    let Some(bytes) = sample("huaian-2024.pdf") else { return };
    let document = document("huaian-2024.pdf", &bytes).unwrap();
    assert_eq!(document.damaged, 0);
    let pages: Vec<u32> = document.lines.iter().map(|line| line.page.unwrap()).collect();
    assert!(pages.is_sorted());
    assert_eq!((pages.first(), pages.last()), (Some(&1), Some(&6)));
    // A label that the end of page 4 has torn in two.
    assert!(
        document
            .lines
            .iter()
            .any(|line| line.page == Some(4) && line.fields.get(1).is_some_and(|field| field.text == "（四）无法提供"))
    );
}
