mod doubts;
mod offices;

use super::*;
use crate::report::list::ListErrorKind;
use crate::report::{Head, bounds};

const CSV: &str = "\u{FEFF}名称,别名,地区,层级,类型,上级,电话\n\
    临江县教育局,县教育局；教体局,示例省/白石市/临江县,county-department,教育,临江县人民政府,123\n\
    临江县人民政府,,示例省/白石市/临江县,county-government,政府,,\n\
    白石市教育局,,示例省/白石市,city-department,教育,,\n\n\
    东山区教育局,教体局,示例省 白石市 东山区,,,,\n";

fn roster() -> Roster {
    Roster::parse(CSV.as_bytes()).unwrap()
}

fn region(parts: &[&str]) -> Vec<SafeText> {
    parts.iter().map(|part| SafeText::line(part)).collect()
}

fn found(name: &str, parts: &[&str]) -> Option<String> {
    roster().lookup(name, &region(parts)).map(|entry| entry.name.to_string())
}

#[test]
fn an_agency_is_found_by_any_name_that_only_it_has() {
    assert_eq!(found("临江县教育局", &[]).as_deref(), Some("临江县教育局"));
    assert_eq!(found(" 临江县 教育局", &["临江县"]).as_deref(), Some("临江县教育局"));
    assert_eq!(found("县教育局", &[]).as_deref(), Some("临江县教育局"));
    assert_eq!(found("教体局", &[]), None);
    assert_eq!(found("教体局", &["东山区"]).as_deref(), Some("东山区教育局"));
    assert_eq!(found("教育局", &[]), None);
    assert_eq!(found("教育局", &["白石市", "东山区"]).as_deref(), Some("东山区教育局"));
    assert_eq!(found("白石市东山区教育局", &["白石市", "东山区"]).as_deref(), Some("东山区教育局"));
    assert_eq!(found("临江县教育局", &["西山县"]), None);
    assert_eq!(found("临江县水利局", &[]), None);
}

#[test]
fn a_head_gets_what_the_roster_has() {
    let mut known = Head::of("县教育局", &["临江县"], 2023);
    let settled = roster().settle(&mut known.agency);
    assert_eq!(settled, Settled::Known { name: Some(SafeText::line("县教育局")), region: true, level: true });
    assert_eq!(known.agency.name.as_str(), "临江县教育局");
    assert_eq!(*known.agency.region, *region(&["示例省", "白石市", "临江县"]));
    assert_eq!(known.agency.level.as_deref(), Some("county-department"));
    assert_eq!(roster().settle(&mut known.agency), Settled::Known { name: None, region: false, level: false });
    assert_eq!(roster().settle(&mut Head::of("临江县水利局", &[], 2023).agency), Settled::Unknown);
}

#[test]
fn english_headers_and_gb18030_are_the_same() {
    let english = "name,aliases,region,level,type,parent\n临江县教育局,甲; 乙,临江县,l,t,p\n";
    let (bytes, ..) = encoding_rs::GB18030.encode(english);
    for bytes in [english.as_bytes(), &bytes] {
        let roster = Roster::parse(bytes).unwrap();
        let entry = &roster.entries()[0];
        assert_eq!(entry.aliases, region(&["甲", "乙"]));
        assert_eq!((entry.kind.as_deref(), entry.parent.as_deref()), (Some("t"), Some("p")));
    }
}

#[test]
fn what_is_no_roster_is_refused_with_its_place() {
    let refused = |text: &str| Roster::parse(text.as_bytes()).unwrap_err().to_string();
    assert_eq!(refused("甲,乙\n1,2\n"), "line 1: no column is called 名称 or name; found: 甲, 乙");
    assert_eq!(refused("甲;乙;丙\n1;2;3\n"), "line 1: no column is called 名称 or name; found: 甲, 乙, 丙");
    assert_eq!(refused(""), "line 1: no column is called 名称 or name");
    assert!(Roster::parse(b"PK\x03\x04broken").is_err());
    assert!(Roster::parse(b"\xff\xff\xff\xff").is_err());
}

#[test]
fn a_workbook_is_a_roster_too() {
    let roster = Roster::parse(&workbook()).unwrap();
    assert_eq!(roster.entries().len(), 1);
    assert_eq!(roster.entries()[0].name.as_str(), "临江县教育局");
    assert_eq!(roster.entries()[0].region, region(&["示例省", "临江县"]));
}

/// The smallest workbook, with inline strings.
fn workbook() -> Vec<u8> {
    sheets(&[&[(1, &["地区", "名称"]), (3, &["示例省/临江县", "临江县教育局"])]], "")
}

/// A line of a sheet: its number, its cells.
type SheetLine<'a> = (u32, &'a [&'a str]);

/// A workbook of these sheets; `merged` are the merged cells of each.
fn sheets(sheets: &[&[SheetLine<'_>]], merged: &str) -> Vec<u8> {
    use std::io::Write as _;
    const BASE: &str = "http://schemas.openxmlformats.org";
    let cell = |column: char, row: u32, text: &str| {
        format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let row = |(number, cells): &SheetLine<'_>| {
        let cells: String = ('A'..).zip(cells.iter()).map(|(column, text)| cell(column, *number, text)).collect();
        format!("<row r=\"{number}\">{cells}</row>")
    };
    let sheet = |lines: &&[SheetLine<'_>]| {
        let rows: String = lines.iter().map(row).collect();
        format!("<worksheet xmlns=\"{BASE}/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData>{merged}</worksheet>")
    };
    let numbers = 1..=sheets.len();
    let names: String =
        numbers.clone().map(|n| format!("<sheet name=\"S{n}\" sheetId=\"{n}\" r:id=\"r{n}\"/>")).collect();
    let kind = format!("{BASE}/officeDocument/2006/relationships");
    let targets: String = numbers
        .clone()
        .map(|n| format!("<Relationship Id=\"r{n}\" Type=\"{kind}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))
        .collect();
    let related =
        |inner: &str| format!("<Relationships xmlns=\"{BASE}/package/2006/relationships\">{inner}</Relationships>");
    let whole = format!("<Relationship Id=\"r1\" Type=\"{kind}/officeDocument\" Target=\"xl/workbook.xml\"/>");
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), format!("<Types xmlns=\"{BASE}/package/2006/content-types\"/>")),
        ("_rels/.rels".to_owned(), related(&whole)),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "<workbook xmlns=\"{BASE}/spreadsheetml/2006/main\" xmlns:r=\"{kind}\"><sheets>{names}</sheets></workbook>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels".to_owned(), related(&targets)),
    ];
    files.extend(numbers.zip(sheets).map(|(n, lines)| (format!("xl/worksheets/sheet{n}.xml"), sheet(lines))));
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn an_agency_that_is_gone_is_known_by_its_successors_and_is_where_they_are() {
    let csv = "名称,地区,前身\n临江县商务和科技局,示例省/临江县,临江县商务局；临江县科学技术局\n\
        临江县科技中心,示例省/临江县,临江县科学技术局\n";
    let roster = Roster::parse(csv.as_bytes()).unwrap();
    let successors = |name: &str, parts: &[&str]| -> Vec<String> {
        roster.successors(name, &region(parts)).map(|entry| entry.name.to_string()).collect()
    };
    assert_eq!(successors("临江县商务局", &[]), ["临江县商务和科技局"]);
    assert_eq!(successors("临江县科学技术局", &["临江县"]), ["临江县商务和科技局", "临江县科技中心"]);
    assert_eq!(successors("临江县商务局", &["西山县"]), [""; 0]);
    let mut gone = Head::of("临江县商务局", &["临江县"], 2023);
    assert_eq!(roster.settle(&mut gone.agency), Settled::Unknown);
    assert_eq!(*gone.agency.region, *region(&["示例省", "临江县"]));
}

#[test]
fn a_region_has_as_many_parts_as_that_of_a_report_at_most() {
    let of = |parts: usize| Roster::parse(format!("地区,名称\n{},某局\n", vec!["某市"; parts].join("/")).as_bytes());
    assert!(of(bounds::REGION).is_ok());
    let roster = of(bounds::REGION + 1).unwrap();
    let [note] = roster.notes() else { panic!() };
    assert_eq!((&note.kind, note.line, note.column), (&ListErrorKind::LongRegion, 2, 1));
    assert_eq!((roster.entries().len(), roster.entries()[0].region.len()), (1, 0));
    assert_eq!(of(500_000).unwrap().notes().len(), 1);
}

#[test]
fn a_roster_is_read_as_offices_have_it() {
    let csv = "单位全称,所属地区,上级单位,原单位名称,成立时间,撤销时间\n\
        临江县商务和科技局,示例省-白石市-临江县,临江县人民政府,临江县商务局、临江县科学技术局,2022年,\n\
        临江县扶贫办,示例省/白石市/临江县,临江县人民政府,,1986,2021-06-30\n";
    let roster = Roster::parse(csv.as_bytes()).unwrap();
    let [one, other] = roster.entries() else { panic!() };
    assert_eq!(one.region, region(&["示例省", "白石市", "临江县"]));
    assert_eq!(one.predecessors, region(&["临江县商务局", "临江县科学技术局"]));
    assert_eq!(one.parent.as_deref(), Some("临江县人民政府"));
    assert_eq!((one.from, one.until, other.until), (Some(2022), None, Some(2020)));
}

#[test]
fn since_when_and_until_when_an_agency_reports_may_be_a_year_a_month_or_a_day() {
    let years = |from: &str, until: &str| {
        let csv = format!("名称,成立时间,撤销时间\n甲局,{from},{until}\n");
        let roster = Roster::parse(csv.as_bytes()).unwrap();
        (roster.entries()[0].from, roster.entries()[0].until, roster.notes().to_vec())
    };
    for (from, until, expected) in [
        ("2022年5月", "2024年6月", (2022, 2023)),
        ("１９８６年", "2024年12月", (1986, 2024)),
        ("2022.5", "2024.12.31", (2022, 2024)),
        ("2022/05/01", "2024/12/30", (2022, 2023)),
        ("2022-5", "２０２４年", (2022, 2024)),
    ] {
        assert_eq!(years(from, until), (Some(expected.0), Some(expected.1), vec![]), "{from} {until}");
    }
    for (from, until, column) in [("去年", "", 2), ("2022年13月", "", 2), ("", "2024-02-30", 3)] {
        let (none, neither, notes) = years(from, until);
        assert_eq!((none, neither, notes.len()), (None, None, 1));
        assert_eq!((notes[0].line, notes[0].column), (2, column), "{}", notes[0]);
    }
}
