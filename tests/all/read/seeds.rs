//! The five real reports of the office's sample, where they are at hand: every cell, every remark.

use std::path::PathBuf;

use gouji::read::read;
use gouji::report::{Number, Report, Value};

/// Optional: the samples are not part of the package.
const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/seeds");

struct Expected {
    file: &'static str,
    agency: &'static str,
    year: u16,
    /// The cells that are not zero.
    cells: &'static [(&'static str, i64)],
    /// Kind and line of each remark.
    remarks: &'static [(&'static str, u32)],
    /// How many characters each section's text has at least.
    sections: [usize; 6],
}

const ALL: [Expected; 5] = [
    Expected {
        file: "000_95af89940d4be13f.txt",
        agency: "三门峡市城乡一体化示范区（高新区）党政办公室",
        year: 2023,
        cells: &[
            ("requests/new/natural", 5),
            ("requests/new/total", 5),
            ("requests/granted/natural", 1),
            ("requests/granted/total", 1),
            ("requests/partial/natural", 4),
            ("requests/partial/total", 4),
            ("requests/handled/natural", 5),
            ("requests/handled/total", 5),
        ],
        remarks: &[],
        sections: [600, 0, 0, 0, 150, 80],
    },
    Expected {
        file: "001_cad4fa3e014eb2f3.txt",
        agency: "城乡一体化示范区党政办公室",
        year: 2023,
        cells: &[
            ("requests/new/natural", 51),
            ("requests/new/total", 51),
            ("requests/granted/natural", 8),
            ("requests/granted/total", 8),
            ("requests/denied.internal/natural", 1),
            ("requests/denied.internal/total", 1),
            ("requests/unavailable.not_held/natural", 34),
            ("requests/unavailable.not_held/total", 34),
            ("requests/declined.repeated/natural", 8),
            ("requests/declined.repeated/total", 8),
            ("requests/handled/natural", 51),
            ("requests/handled/total", 51),
            ("disputes/litigation_direct/corrected", 1),
            ("disputes/litigation_direct/total", 1),
        ],
        remarks: &[("altered-label", 20), ("shifted-row", 59)],
        sections: [500, 0, 0, 0, 250, 15],
    },
    Expected {
        file: "002_4e640f5f162dad74.txt",
        agency: "三门峡市湖滨区前进街道办事处",
        year: 2023,
        cells: &[("disputes/litigation_direct/upheld", 1), ("disputes/litigation_direct/total", 1)],
        remarks: &[("shifted-row", 62)],
        sections: [600, 0, 0, 0, 200, 1],
    },
    Expected {
        file: "003_b6b60cc63538fb74.txt",
        agency: "党政办公室",
        year: 2021,
        cells: &[],
        remarks: &[("altered-label", 27), ("page-header", 38), ("extra-value", 40), ("shifted-row", 60)],
        sections: [800, 0, 0, 0, 250, 80],
    },
    Expected {
        file: "004_bc20cdde9b4efb67.txt",
        agency: "义马市人民政府办公室",
        year: 2023,
        cells: &[
            ("requests/new/natural", 1),
            ("requests/new/total", 1),
            ("requests/granted/natural", 1),
            ("requests/granted/total", 1),
            ("requests/handled/natural", 1),
            ("requests/handled/total", 1),
        ],
        remarks: &[],
        sections: [800, 0, 0, 0, 450, 30],
    },
];

fn seed(file: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(SEEDS).join(file);
    match std::fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(_) => {
            println!("skipped: no sample at {}", path.display());
            None
        }
    }
}

fn remarks(report: &Report) -> Vec<(&str, u32)> {
    report
        .narrative
        .remarks
        .iter()
        .filter(|remark| !remark.again)
        .map(|remark| (remark.kind.as_str(), remark.line.unwrap_or(0)))
        .collect()
}

fn check_cells(expected: &Expected, report: &Report) {
    let form = report.lean.form;
    for (id, _) in expected.cells {
        assert!(form.cell(id).is_some(), "{id}");
    }
    for cell in form.cells() {
        let id = form.id(cell);
        let value = expected.cells.iter().find(|(known, _)| *known == id).map_or(0, |(_, value)| *value);
        assert_eq!(report.lean.cells.get(cell), Value::int(value), "{} {id}", expected.file);
        let origin = report.narrative.origins.get(id);
        let text = origin.and_then(|origin| origin.text.as_deref());
        assert!(text.and_then(Number::parse).is_some() && origin.is_some_and(|origin| origin.line.is_some()), "{id}");
    }
}

#[test]
fn every_cell_of_every_sample_is_read() {
    for expected in &ALL {
        let Some(bytes) = seed(expected.file) else { continue };
        let report = read(expected.file, &bytes).unwrap();
        let head = &report.lean.head;
        assert_eq!((head.agency.name.as_str(), head.year), (expected.agency, expected.year));
        assert_eq!(&*report.lean.form.edition, "2021");
        check_cells(expected, &report);
        assert_eq!(remarks(&report), expected.remarks, "{}", expected.file);
    }
}

#[test]
fn every_section_of_every_sample_has_its_text() {
    for expected in &ALL {
        let Some(bytes) = seed(expected.file) else { continue };
        let report = read(expected.file, &bytes).unwrap();
        let sections = &report.narrative.sections;
        assert_eq!(sections.iter().map(|section| section.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
        for (section, least) in sections.iter().zip(expected.sections) {
            let length = section.text.chars().count();
            assert!(length >= least && (least > 0 || length == 0), "{} {}: {length}", expected.file, section.heading);
            assert!(!section.heading.contains('#'));
        }
    }
}

#[test]
fn a_sample_in_another_encoding_is_the_same_report() {
    let Some(bytes) = seed(ALL[1].file) else { return };
    let (converted, _, lossy) = encoding_rs::GB18030.encode(std::str::from_utf8(&bytes).unwrap());
    assert!(!lossy);
    let report = read(ALL[1].file, &converted).unwrap();
    assert_eq!(report.narrative.source.as_ref().unwrap().encoding.as_deref(), Some("gb18030"));
    check_cells(&ALL[1], &report);
}
