use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};

use super::*;

fn sheet<'a>(name: &str, rows: &'a [Vec<OutField>]) -> OutSheet<'a> {
    let columns = ["a", "b", "c"].map(|key| OutColumn::new(key, &format!("列{key}"), 10)).to_vec();
    let each = |sink: &mut RowSink<'_>| rows.iter().try_for_each(|row| sink(row));
    OutSheet { name: name.to_owned(), columns, fixed: 1, rows: Box::new(each) }
}

fn book(dir: &std::path::Path, rows: Option<u32>, sheets: &[OutSheet<'_>]) -> (Vec<u8>, Vec<TooMany>) {
    let mut book = Book::new(&dir.join("a.xlsx"), "题", Date::constant(2025, 2, 1)).unwrap();
    if let Some(rows) = rows {
        book = book.with_rows(rows);
    }
    for sheet in sheets {
        book.add(sheet).unwrap();
    }
    let mut bytes = Vec::new();
    let divided = book.save(&mut bytes).unwrap();
    (bytes, divided)
}

fn number(text: &str) -> OutField {
    OutField::number(Number::parse(text).unwrap())
}

#[test]
fn numbers_are_numbers_days_are_days_and_no_text_becomes_a_formula() {
    let dir = tempfile::tempdir().unwrap();
    let rows = [
        vec![number("0.1234"), number("123456789012345678"), OutField::day(Some(Date::constant(2025, 2, 28)))],
        vec![OutField::text("=1+1"), OutField::text("\t@A1"), OutField::text("-5").tone(OutTone::Bad)],
        vec![OutField::text("字".repeat(40_000)), OutField::empty(), OutField::count(3).tone(OutTone::Strong)],
    ];
    let (bytes, divided) = book(dir.path(), None, &[sheet("台账", &rows)]);
    assert!(divided.is_empty());
    let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    let range = read.worksheet_range("台账").unwrap();
    assert_eq!(range.get((0, 0)), Some(&Data::String("列a".into())));
    assert_eq!(range.get((1, 0)), Some(&Data::Float(0.1234)));
    assert_eq!(range.get((1, 1)), Some(&Data::String("123456789012345678".into())), "more digits than it could keep");
    assert!(matches!(range.get((1, 2)), Some(Data::DateTime(_))), "{:?}", range.get((1, 2)));
    assert_eq!(range.get((2, 0)), Some(&Data::String("=1+1".into())));
    assert_eq!(range.get((2, 2)), Some(&Data::String("-5".into())));
    let Some(Data::String(long)) = range.get((3, 0)) else { panic!("a text") };
    assert!(long.ends_with('…') && long.chars().count() == 32_767);
    assert_eq!(range.get((3, 2)), Some(&Data::Float(3.0)));
    let formulas = read.worksheet_formula("台账").unwrap();
    assert_eq!(formulas.used_cells().count(), 0);
    // Heads stay, every page has them, and there is something to filter by.
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| io::read_to_string(zip.by_name(name).unwrap()).unwrap();
    let page = part("xl/worksheets/sheet1.xml");
    for part in ["state=\"frozen\"", "<autoFilter ref=\"A1:C4\"", "fitToHeight=\"0\"", "orientation=\"landscape\""] {
        assert!(page.contains(part), "{part}");
    }
    assert!(part("xl/workbook.xml").contains("_xlnm.Print_Titles"));
    assert!(part("xl/styles.xml").contains("quotePrefix=\"1\""));
    assert!(part("docProps/core.xml").contains("2025-02-01T00:00:00Z"), "no clock");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0, "nothing of it stays behind");
}

#[test]
fn a_wide_sheet_is_printed_over_several_pages_that_say_whose_rows_they_are() {
    let dir = tempfile::tempdir().unwrap();
    let mut wide = sheet("宽", &[]);
    wide.columns.extend((0..30).map(|number| OutColumn::new("x", &number.to_string(), 20)));
    let (bytes, _) = book(dir.path(), None, &[sheet("窄", &[]), wide]);
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| io::read_to_string(zip.by_name(name).unwrap()).unwrap();
    assert!(!part("xl/worksheets/sheet1.xml").contains("fitToWidth"), "one page is what there is without");
    assert!(part("xl/worksheets/sheet2.xml").contains("fitToWidth=\"3\""));
    assert!(part("xl/workbook.xml").contains("宽!$A:$A"), "{}", part("xl/workbook.xml"));
}

#[test]
fn what_one_sheet_cannot_hold_is_divided_and_that_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let rows: Vec<Vec<OutField>> = (0..7).map(|number| vec![OutField::count(number)]).collect();
    let (bytes, divided) = book(dir.path(), Some(4), &[sheet("数据[a]/b", &rows), sheet("数据[a]/b", &rows[..3])]);
    assert_eq!(divided, [TooMany { name: "数据[a]/b".to_owned(), sheets: 3 }]);
    let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = read.sheet_names();
    assert_eq!(names, ["数据_a__b", "数据_a__b（2）", "数据_a__b（3）", "数据_a__b（4）"]);
    let mut all = Vec::new();
    for name in &names[..3] {
        let range = read.worksheet_range(name).unwrap();
        assert_eq!(range.get((0, 0)), Some(&Data::String("列a".into())), "every one has the headings");
        all.extend(range.rows().skip(1).map(|row| row[0].to_string()));
    }
    assert_eq!(all, ["0", "1", "2", "3", "4", "5", "6"]);
}

#[test]
fn csv_and_lines_have_the_same_values() {
    let rows = [vec![number("0.10"), OutField::text("=甲\n乙"), OutField::day(Some(Date::constant(2025, 2, 28)))]];
    let (mut csv, mut lines) = (Vec::new(), Vec::new());
    assert_eq!(write_csv(&mut csv, &sheet("a", &rows)).unwrap(), 1);
    assert_eq!(String::from_utf8(csv).unwrap(), "\u{FEFF}列a,列b,列c\n0.10,\"'=甲\n乙\",2025-02-28\n");
    write_jsonl(&mut lines, &sheet("a", &rows)).unwrap();
    assert_eq!(String::from_utf8(lines).unwrap(), "{\"a\":\"0.10\",\"b\":\"=甲\\n乙\",\"c\":\"2025-02-28\"}\n");
}

#[test]
fn a_disk_that_is_full_is_an_error() {
    let rows = [vec![OutField::count(1)]];
    let refuses = OutSheet {
        rows: Box::new(|_| panic!("Couldn't write to xml file: Os {{ code: 28, kind: StorageFull }}")),
        ..sheet("a", &rows)
    };
    let dir = tempfile::tempdir().unwrap();
    let mut book = Book::new(&dir.path().join("a.xlsx"), "题", Date::constant(2025, 2, 1)).unwrap();
    assert_eq!(book.add(&refuses).unwrap_err().kind(), io::ErrorKind::StorageFull);
}

#[test]
fn parquet_holds_exact_numbers_and_beside_them_what_is_none() {
    let columns = vec![
        OutColumn::new("value", "", 1).exact(),
        OutColumn::new("count", "", 1).counts(),
        OutColumn::new("day", "", 1).days(),
    ];
    let fields = [
        [number("0.1234"), OutField::count(7), OutField::day(Some(Date::constant(2025, 2, 28)))],
        [number("123456789012345678"), OutField::empty(), OutField::empty()],
        [OutField::text("约5"), OutField::count(0), OutField::day(Some(Date::constant(1969, 12, 31)))],
    ];
    // More rows than are held at once.
    let times = 30_000;
    let rows = |sink: &mut RowSink<'_>| (0..times).try_for_each(|_| fields.iter().try_for_each(|row| sink(row)));
    let sheet = OutSheet { name: String::new(), columns, fixed: 0, rows: Box::new(rows) };
    let mut bytes = Vec::new();
    assert_eq!(write_parquet(&mut bytes, &sheet).unwrap(), 3 * times);
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("t"), bytes).unwrap();
    let file = std::fs::File::open(dir.path().join("t")).unwrap();
    let reader = ::parquet::file::serialized_reader::SerializedFileReader::new(file).unwrap();
    assert_eq!(::parquet::file::reader::FileReader::num_row_groups(&reader), 2);
    let read: Vec<String> = reader.into_iter().map(|row| row.unwrap().to_string()).collect();
    assert_eq!(read.len(), 3 * times);
    assert_eq!(
        read[3 * times - 3..],
        [
            "{value: 0.123400, value_text: null, count: 7, day: 2025-02-28}",
            "{value: null, value_text: \"123456789012345678\", count: null, day: null}",
            "{value: null, value_text: \"约5\", count: 0, day: 1969-12-31}",
        ]
    );
}

#[test]
fn a_row_that_does_not_fit_its_columns_ends_the_file_with_an_error() {
    let wrong = [
        vec![OutField::text("a")],
        vec![OutField::text("a"), OutField::text("b"), OutField::text("c"), OutField::text("d")],
    ];
    for row in wrong {
        assert!(write_parquet(Vec::new(), &sheet("t", &[row])).is_err());
    }
}
