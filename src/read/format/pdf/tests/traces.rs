//! What is not read leaves a mark where it stands: no blank is claimed where something is, and no part of a number.

use super::*;
use crate::read::document::Mark;

/// Each field of a document with its mark.
fn marked(sheets: &[Sheet]) -> Vec<Vec<(String, Option<Mark>)>> {
    let document = read(&pdf(sheets)).unwrap();
    let fields = |line: crate::read::document::Line| line.fields.into_iter().map(|field| (field.text, field.mark));
    document.lines.into_iter().map(|line| fields(line).collect()).collect()
}

/// Two rows of two columns, with a number in the second.
fn sheet() -> Sheet {
    Sheet::default()
        .grid(&[50.0, 200.0, 350.0], &[500.0, 480.0, 460.0])
        .text(55.0, 486.0, "规章")
        .text(55.0, 466.0, "许可")
        .text(210.0, 466.0, "2")
}

fn first(sheet: Sheet) -> (String, Option<Mark>) {
    let rows = marked(&[sheet]);
    assert_eq!(rows[1], [("许可".to_owned(), None), ("2".to_owned(), None)]);
    rows[0][1].clone()
}

const SHAPE: &str = "210 486 m 214 486 l 217 494 l 212 494 l 214 490 l h f";
const PICTURE: &str = "q 12 0 0 12 210 484 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{7f} EI Q";

#[test]
fn a_number_that_is_gone_leaves_its_mark() {
    let number = || sheet().text(210.0, 486.0, "305");
    for (harm, text, mark) in [
        ("210 489.5 m 240 489.5 l S", "305", Mark::Struck),
        ("209 487 m 241 493 l S", "305", Mark::Struck),
        ("q 1 g 209 483 32 13 re f Q", "", Mark::Covered),
        ("q 0 g 209 483 32 13 re f Q", "", Mark::Covered),
    ] {
        assert_eq!(first(number().draw(harm)), (text.to_owned(), Some(mark)), "{harm}");
    }
    let white = sheet().draw("1 g").text(210.0, 486.0, "305").draw("0 g");
    assert_eq!(first(white), ("305".to_owned(), Some(Mark::Faint)));
    for drawn in [SHAPE, PICTURE] {
        assert_eq!(first(sheet().draw(drawn)), (String::new(), Some(Mark::Picture)), "{drawn}");
    }
}

#[test]
fn a_part_of_a_number_that_is_gone_leaves_its_mark() {
    // The end painted over, nothing written in its place.
    let (_, mark) = first(sheet().text(210.0, 486.0, "305").draw("q 1 g 221 483 25 13 re f Q"));
    assert_eq!(mark, Some(Mark::Covered));
    let (_, mark) = first(sheet().text(210.0, 486.0, "3").draw("1 g").text(220.0, 486.0, "05").draw("0 g"));
    assert_eq!(mark, Some(Mark::Faint));
    let (_, mark) = first(sheet().text(222.0, 486.0, "05").draw(SHAPE));
    assert_eq!(mark, Some(Mark::Picture));
    // Cut off at the edge of its cell.
    let cut = sheet().draw("q 200 480 38 20 re W n").text(210.0, 486.0, "30512").draw("Q");
    assert_eq!(first(cut), ("305".to_owned(), Some(Mark::Faint)));
    // A number corrected has none.
    let mended = sheet().text(210.0, 486.0, "305").draw("q 1 g 209 483 32 13 re f Q").text(210.0, 486.0, "14");
    assert_eq!(first(mended), ("14".to_owned(), None));
    let mended = sheet().text(210.0, 486.0, "305").draw("210 489.5 m 240 489.5 l S").text(242.0, 486.0, "14");
    assert_eq!(first(mended), ("14".to_owned(), None));
}

#[test]
fn a_picture_over_cells_is_a_picture_in_each() {
    let rows = |sheet: Sheet| {
        sheet
            .grid(&[50.0, 200.0, 275.0, 350.0], &[500.0, 480.0, 460.0])
            .text(55.0, 486.0, "规章")
            .text(55.0, 466.0, "许可")
    };
    let picture = "q 150 0 0 60 200 455 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{7f} EI Q";
    let found = marked(&[rows(Sheet::default()).draw(picture)]);
    for row in found {
        assert_eq!(
            row.iter().map(|field| field.1).collect::<Vec<_>>(),
            [None, Some(Mark::Picture), Some(Mark::Picture)]
        );
    }
    // Blank cells without anything are blank.
    let blank = marked(&[rows(Sheet::default()).text(210.0, 466.0, "2")]);
    assert!(blank.iter().flatten().all(|(_, mark)| mark.is_none()));
}

#[test]
fn in_rows_without_lines_what_is_gone_leaves_its_mark_too() {
    let row = |sheet: Sheet, y: f64, label: &str, values: [&str; 4]| {
        values
            .iter()
            .zip([150.0, 200.0, 250.0, 300.0])
            .fold(sheet.text(50.0, y, label), |sheet, (value, x)| sheet.text(x, y, value))
    };
    let table =
        || row(row(Sheet::default(), 500.0, "1.甲", ["1", "2", "3", "6"]), 480.0, "2.乙", ["4", "5", "6", "15"]);
    for (harm, text, mark) in
        [("199 483.5 m 211 483.5 l S", "5", Mark::Struck), ("q 1 g 199 477 12 13 re f Q", "", Mark::Covered)]
    {
        let found = marked(&[table().draw(harm)]);
        assert_eq!(found[1][2], (text.to_owned(), Some(mark)), "{harm}");
        assert_eq!(found.iter().flatten().filter(|field| field.1.is_some()).count(), 1);
    }
}

#[test]
fn fields_of_forms_and_notes_without_an_appearance_are_read() {
    let annotation = |extra| Sheet { extra, ..sheet() };
    for extra in [
        "/Annots [<< /Subtype /Widget /FT /Tx /V (305) /Rect [205 481 300 499] >>]",
        "/Annots [<< /Subtype /FreeText /Contents (305) /Rect [205 481 300 499] >>]",
        "/Annots [<< /Subtype /FreeText /Contents <feff003300300035> /Rect [205 481 300 499] >>]",
    ] {
        assert_eq!(first(annotation(extra)), ("305".to_owned(), None), "{extra}");
    }
    let hidden = "/Annots [<< /Subtype /FreeText /F 2 /Contents (305) /Rect [205 481 300 499] >>]";
    assert_eq!(first(annotation(hidden)), (String::new(), None));
    let stamp = "/Annots [<< /Subtype /Stamp /Rect [205 481 300 499] >>]";
    assert_eq!(first(annotation(stamp)), (String::new(), Some(Mark::Picture)));
    let strike = "/Annots [<< /Subtype /StrikeOut /Rect [210 484 240 495] >>]";
    let struck = Sheet { extra: strike, ..sheet().text(210.0, 486.0, "305") };
    assert_eq!(first(struck), ("305".to_owned(), Some(Mark::Struck)));
}

#[test]
fn what_is_too_much_to_look_at_is_said_of_its_page() {
    let whys = |sheets: &[Sheet]| {
        let document = read(&pdf(sheets)).unwrap();
        document.partly.iter().map(|partly| (partly.page, partly.why)).collect::<Vec<_>>()
    };
    assert_eq!(whys(&[sheet()]), []);
    // Long lines across at many heights, each near many characters.
    let lines: String = (0..5000).map(|at| format!("0 {} m 400 {} l S ", at * 3, at * 3)).collect();
    let drawing = Sheet { extra: "/MediaBox [0 0 400 15000]", ..sheet().draw(&lines) };
    assert_eq!(whys(&[sheet(), drawing]), [(2, Why::Drawing)]);
    // More slanting strokes than are looked at.
    let strokes: String = (0..100_000).map(|at| format!("{} 10 m {} 40 l S ", at % 390, at % 390 + 9)).collect();
    assert_eq!(whys(&[sheet().draw(&strokes)]), [(1, Why::Drawing)]);
    // More annotations.
    let many = format!("/Annots [{}]", "<< /Subtype /StrikeOut /Rect [300 10 310 20] >>".repeat(6000));
    assert_eq!(whys(&[Sheet { extra: many.leak(), ..sheet() }]), [(1, Why::Drawing)]);
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Harm {
    None,
    Struck,
    Aslant,
    Covered,
    White,
    Drawn,
    Picture,
    Blank,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    /// Whatever happens to numbers, each is read as it stood, or its field is marked. Only what is blank is blank.
    #[test]
    fn no_number_is_lost_without_a_mark(
        cells in prop::collection::vec((0..99_999_u32, prop_oneof![
            6 => Just(Harm::None), 1 => Just(Harm::Struck), 1 => Just(Harm::Aslant), 1 => Just(Harm::Covered),
            1 => Just(Harm::White), 1 => Just(Harm::Drawn), 1 => Just(Harm::Picture), 1 => Just(Harm::Blank),
        ]), 20),
        left in 0.0..8.0_f64,
        is_ruled in any::<bool>(),
    ) {
        let xs = [10.0, 90.0, 150.0, 210.0, 270.0, 330.0, 395.0];
        let ys: Vec<f64> = (0_u8..7).map(|at| 500.0 - 20.0 * f64::from(at)).collect();
        let mut sheet = if is_ruled { Sheet::default().grid(&xs[..6], &ys[..5]) } else { Sheet::default() };
        for (row, cells) in cells.chunks(5).enumerate() {
            let y = ys[row] - 14.0;
            sheet = sheet.text(12.0, y, &format!("{}.甲乙", row + 1));
            for (column, (number, harm)) in cells.iter().enumerate().take(4) {
                let text = number.to_string();
                let (x, width) = (xs[column + 1] + left, 10.0 * text.len() as f64);
                let (right, middle) = (x + width, y + 3.5);
                sheet = match harm {
                    Harm::Blank => sheet,
                    Harm::White => sheet.draw("1 g").text(x, y, &text).draw("0 g"),
                    Harm::Drawn => (0..text.len()).fold(sheet, |sheet, digit| {
                        let x = x + 10.0 * digit as f64;
                        sheet.draw(&format!("{x} {y} m {} {y} l {} {} l {x} {middle} l h f", x + 6.0, x + 3.0, y + 8.0))
                    }),
                    Harm::Picture => sheet.draw(&format!("q {width} 0 0 9 {x} {y} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{7f} EI Q")),
                    _ => sheet.text(x, y, &text),
                };
                sheet = match harm {
                    Harm::Struck => sheet.draw(&format!("{x} {middle} m {right} {middle} l S")),
                    Harm::Aslant => sheet.draw(&format!("{x} {} m {right} {} l S", y + 1.0, y + 6.0)),
                    Harm::Covered => sheet.draw(&format!("q 1 g {} {} {} 11 re f Q", x - 1.0, y - 2.0, width + 2.0)),
                    _ => sheet,
                };
            }
        }
        let rows = marked(&[sheet]);
        if !is_ruled {
            // Without lines a row needs numbers to be one, and what has none is not claimed.
            // Rows with hardly a number may seem to be headers: they claim none.
            for row in rows.iter().filter(|row| row.len() == 5 && row[0].0.chars().count() == 4) {
                let at: usize = row[0].0.chars().next().and_then(|digit| digit.to_digit(10)).unwrap() as usize;
                for ((text, mark), (number, harm)) in row.iter().skip(1).zip(&cells[(at - 1) * 5..]) {
                    let is_right = if *harm == Harm::Blank { text.is_empty() } else { *text == number.to_string() };
                    prop_assert!(mark.is_some() || is_right, "{harm:?} {rows:?}");
                }
            }
            let all = cells.chunks(5).all(|row| row.iter().take(4).filter(|cell| cell.1 == Harm::None).count() == 4);
            prop_assert!(!all || rows.iter().flatten().all(|field| field.1.is_none()));
            return Ok(());
        }
        for (row, cells) in rows.iter().zip(cells.chunks(5)) {
            for ((text, mark), (number, harm)) in row.iter().skip(1).zip(cells) {
                let is_read = *text == number.to_string();
                match harm {
                    Harm::None => prop_assert!(is_read && mark.is_none(), "{rows:?}"),
                    Harm::Blank => prop_assert!(text.is_empty() && mark.is_none(), "{rows:?}"),
                    _ => prop_assert!(mark.is_some() && (is_read || text.is_empty()), "{harm:?} {rows:?}"),
                }
            }
        }
    }
}
