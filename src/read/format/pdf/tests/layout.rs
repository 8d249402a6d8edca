//! Tables without lines, spread digits, notes, and what stands in the margins.

use super::*;

/// Seven columns of numbers.
const XS: [f64; 7] = [180.0, 210.0, 240.0, 270.0, 300.0, 330.0, 360.0];

fn row(sheet: Sheet, y: f64, values: [&str; 7]) -> Sheet {
    values.iter().zip(XS).fold(sheet, |sheet, (value, x)| sheet.text(x, y, value))
}

const ZEROS: [&str; 7] = ["0"; 7];

#[test]
fn the_lines_of_a_label_are_together_wherever_its_numbers_stand() {
    // The first, the middle and the last line of the label, and headings beside them.
    for at in 0..3 {
        let height = |top: f64| top - 12.0 * f64::from(at);
        let sheet = Sheet::default()
            .text(20.0, 500.0, "（三）不")
            .text(20.0, 488.0, "予公开")
            .text(80.0, 500.0, "1.甲甲甲")
            .text(80.0, 488.0, "乙乙乙")
            .text(80.0, 476.0, "丙")
            .text(80.0, 460.0, "2.丁丁")
            .text(80.0, 448.0, "戊")
            .text(80.0, 436.0, "己");
        let sheet = row(row(sheet, height(500.0), ["1", "2", "3", "4", "5", "6", "7"]), height(460.0), ZEROS);
        let expected = ["（三）不予公开|1.甲甲甲乙乙乙丙|1|2|3|4|5|6|7", "|2.丁丁戊己|0|0|0|0|0|0|0"];
        assert_eq!(shape(&[sheet]), expected, "{at}");
    }
}

#[test]
fn lines_between_rows_divide_labels_without_ordinals() {
    let lines = "20 510 m 390 510 l S 20 484 m 390 484 l S 20 446 m 390 446 l S";
    let sheet = Sheet::default().draw(lines).text(80.0, 488.0, "规章").text(80.0, 474.0, "行政规范").text(
        80.0,
        462.0,
        "性文件",
    );
    let sheet = row(row(sheet, 500.0, ZEROS), 450.0, ["1", "2", "3", "4", "5", "6", "7"]);
    assert_eq!(shape(&[sheet]), ["规章|0|0|0|0|0|0|0", "行政规范性文件|1|2|3|4|5|6|7"]);
}

#[test]
fn a_table_ends_where_the_columns_change() {
    let sheet =
        row(row(Sheet::default().text(20.0, 500.0, "1.甲").text(20.0, 480.0, "2.乙"), 500.0, ZEROS), 480.0, ZEROS);
    let sheet = sheet.text(20.0, 450.0, "四、复议");
    let many: Vec<f64> = (0..14_u8).map(|at| 20.0 + 25.0 * f64::from(at)).collect();
    let sheet = many.iter().fold(sheet, |sheet, &x| sheet.text(x, 420.0, "5"));
    let lines = shape(&[sheet]);
    assert_eq!(lines[..2], ["1.甲|0|0|0|0|0|0|0", "2.乙|0|0|0|0|0|0|0"]);
    assert_eq!(lines.last().unwrap().matches('5').count(), 14);
}

#[test]
fn digits_set_apart_are_one_number_in_its_cell_only() {
    let grid = || Sheet::default().grid(&[50.0, 200.0, 350.0], &[500.0, 480.0]).text(55.0, 486.0, "规章");
    let spread = |digits: [&str; 3], step: f64| {
        digits
            .iter()
            .zip(0_u8..)
            .fold(grid(), |sheet, (digit, at)| sheet.text(210.0 + f64::from(at) * step, 486.0, digit))
    };
    assert_eq!(shape(&[spread(["1", "2", "8"], 14.0)]), ["规章|128"]);
    // No number begins with a zero.
    assert_eq!(shape(&[spread(["0", "0", "8"], 14.0)]), ["规章|0 0 8"]);
    assert_eq!(shape(&[spread(["1", "2", "8"], 24.0)]), ["规章|1 2 8"]);
    // Uneven.
    assert_eq!(shape(&[grid().text(210.0, 486.0, "1").text(224.0, 486.0, "234")]), ["规章|1 234"]);
}

#[test]
fn raised_digits_are_notes_and_pale_print_a_watermark() {
    let grid = || Sheet::default().grid(&[50.0, 200.0, 350.0], &[500.0, 480.0]).text(55.0, 486.0, "规章");
    let note = |x: f64| format!("BT /F 6 Tf {x} 490 Td <0033> Tj ET");
    assert_eq!(shape(&[grid().text(210.0, 486.0, "12").draw(&note(230.0))]), ["规章|12"]);
    assert_eq!(shape(&[grid().text(220.0, 486.0, "12").draw(&note(213.0))]), ["规章|12"]);
    let mark = "q 0.8 g BT /F 60 Tf 180 470 Td <5f8170594eb67a3f> Tj ET Q";
    assert_eq!(shape(&[grid().draw(mark).text(210.0, 486.0, "12")]), ["规章|12"]);
}

#[test]
fn heads_and_feet_with_a_counter_are_no_part_of_a_table() {
    let page = |number: usize, first: &str, second: &str| {
        Sheet::default()
            .grid(&[50.0, 200.0, 350.0], &[500.0, 480.0, 460.0])
            .text(55.0, 486.0, first)
            .text(210.0, 486.0, "1")
            .text(55.0, 466.0, second)
            .text(210.0, 466.0, "2")
            .text(20.0, 585.0, "2024/1/19 15:20 某局年度报告")
            .text(20.0, 14.0, "网址 a.gov.cn/t2024")
            .text(340.0, 14.0, &format!("{number}/3"))
    };
    let lines = shape(&[page(1, "规章", "1.甲"), page(2, "2.乙", "3.丙"), page(3, "4.丁", "5.戊")]);
    let (head, rest) = lines.split_first().unwrap();
    assert!(head.contains("某局年度报告"));
    assert_eq!(rest[..6], ["规章|1", "1.甲|2", "2.乙|1", "3.丙|2", "4.丁|1", "5.戊|2"]);
    assert_eq!(rest.len(), 7, "the foot stands at the end: {rest:?}");
}

#[test]
fn columns_that_did_not_fit_stand_at_their_rows_again_and_tables_alike_stay_apart() {
    let ys = [500.0, 480.0, 460.0, 440.0];
    let fill = |sheet: Sheet, x: f64, texts: [&str; 3]| {
        texts.iter().zip([486.0, 466.0, 446.0]).fold(sheet, |sheet, (text, y)| sheet.text(x, y, text))
    };
    let left = || Sheet::default().grid(&[20.0, 200.0, 290.0, 380.0], &ys);
    let whole =
        fill(fill(fill(left(), 25.0, ["一、甲", "二、乙", "三、丙"]), 205.0, ["1", "2", "3"]), 295.0, ["4", "5", "6"]);
    let rest = || Sheet::default().grid(&[20.0, 110.0], &ys);
    assert_eq!(shape(&[whole, fill(rest(), 25.0, ["7", "8", "9"])]), ["一、甲|1|4|7", "二、乙|2|5|8", "三、丙|3|6|9"]);
    let same = || fill(fill(left(), 205.0, ["1", "2", "3"]), 295.0, ["4", "5", "6"]);
    assert_eq!(shape(&[same(), same()]).len(), 6);
}

#[test]
fn notes_at_the_foot_of_a_page_stand_behind_all_of_it() {
    let grid = |sheet: Sheet| sheet.grid(&[50.0, 200.0, 350.0], &[100.0, 80.0]);
    let sign = |x: f64, y: f64, size: u8| format!("BT /F {size} Tf {x} {y} Td <0033> Tj ET");
    // The sign hardly smaller than its number; the notes below the table, and the table goes on on the next page.
    for size in [6, 9] {
        let first =
            grid(Sheet::default()).text(55.0, 86.0, "1.甲").text(210.0, 86.0, "12").draw(&sign(230.0, 90.5, size));
        let first = first.text(50.0, 50.0, "3含上年结转5件").text(50.0, 38.0, "其中2件转办");
        let second = Sheet::default()
            .grid(&[50.0, 200.0, 350.0], &[560.0, 540.0])
            .text(55.0, 546.0, "2.乙")
            .text(210.0, 546.0, "7");
        let expected = ["1.甲|12", "2.乙|7", "3含上年结转5件", "其中2件转办"];
        assert_eq!(shape(&[first, second]), expected, "{size}");
    }
    // Below a short line.
    let first = grid(Sheet::default()).text(55.0, 86.0, "1.甲").text(210.0, 86.0, "12");
    let first = first.draw("50 65 m 170 65 l S").text(50.0, 50.0, "①含上年结转5件");
    let second = Sheet::default().text(50.0, 560.0, "二、乙");
    assert_eq!(shape(&[first, second]), ["1.甲|12", "二、乙", "①含上年结转5件"]);
    // As large as the number that it stands at: it may be a digit of it.
    let sheet = grid(Sheet::default()).text(55.0, 86.0, "1.甲").text(210.0, 86.0, "12").draw(&sign(230.0, 90.5, 10));
    let fields = read(&pdf(&[sheet])).unwrap().lines.remove(0).fields;
    assert_eq!((&*fields[1].text, fields[1].mark), ("12", Some(crate::read::document::Mark::Raised)));
}

#[test]
fn two_columns_of_a_page_are_read_one_after_the_other() {
    let labels = ["1.甲", "2.乙", "3.丙", "4.丁", "5.戊", "6.己"];
    let prose = "本机关认真落实各项要求持续提升";
    let left = (0_u8..30).fold(Sheet::default(), |sheet, at| sheet.text(20.0, 560.0 - 16.0 * f64::from(at), prose));
    let ys: Vec<f64> = (0_u8..7).map(|at| 560.0 - 20.0 * f64::from(at)).collect();
    let half = |sheet: Sheet, x: f64, from: usize| {
        let sheet = sheet.grid(&[x, x + 100.0, x + 160.0], &ys);
        labels.iter().zip(&ys).enumerate().fold(sheet, |sheet, (at, (label, y))| {
            sheet.text(x + 5.0, y - 14.0, label).text(x + 110.0, y - 14.0, &(from + at).to_string())
        })
    };
    // Prose beside a table, a page number below both.
    let lines = shape(&[half(left, 220.0, 11).text(195.0, 20.0, "- 1 -")]);
    assert_eq!(lines.len(), 8, "{lines:?}");
    assert_eq!(lines[0].matches(prose).count(), 30);
    assert_eq!(lines[1..], ["1.甲|11", "2.乙|12", "3.丙|13", "4.丁|14", "5.戊|15", "6.己|16", "- 1 -"]);
    // Two pages on one sheet, their titles above.
    let both = half(half(Sheet::default(), 20.0, 1), 220.0, 7).text(60.0, 580.0, "某局年度报告").text(
        240.0,
        580.0,
        "甲乙丙丁",
    );
    let lines = shape(&[both]);
    assert_eq!(lines[1..7], ["1.甲|1", "2.乙|2", "3.丙|3", "4.丁|4", "5.戊|5", "6.己|6"]);
    assert_eq!(lines[8..14], ["1.甲|7", "2.乙|8", "3.丙|9", "4.丁|10", "5.戊|11", "6.己|12"]);
    // One table without lines, with as wide a gap between labels and numbers.
    let one = labels.iter().zip(0_u8..).fold(Sheet::default(), |sheet, (label, at)| {
        row(sheet.text(20.0, 560.0 - 20.0 * f64::from(at), label), 560.0 - 20.0 * f64::from(at), ZEROS)
    });
    assert_eq!(shape(&[one])[..2], ["1.甲|0|0|0|0|0|0|0", "2.乙|0|0|0|0|0|0|0"]);
}

#[test]
fn digits_wrapped_in_a_narrow_cell_are_one_number() {
    let table = |values: [&str; 2]| {
        Sheet::default()
            .grid(&[50.0, 80.0, 95.0, 110.0, 125.0], &[500.0, 470.0])
            .text(55.0, 488.0, "甲")
            .text(82.0, 488.0, values[0])
            .text(82.0, 476.0, values[1])
            .text(97.0, 488.0, "0")
            .text(112.0, 488.0, values[0])
            .text(112.0, 476.0, values[1])
    };
    let fields = read(&pdf(&[table(["1", "3"])])).unwrap().lines.remove(0).fields;
    let mark = Some(crate::read::document::Mark::Spread);
    assert_eq!(
        fields.iter().map(|field| (&*field.text, field.mark)).collect::<Vec<_>>(),
        [("甲", None), ("13", mark), ("0", None), ("13", mark)]
    );
    // No number begins with a zero: two rows without a line between them.
    assert_eq!(shape(&[table(["0", "3"])]), ["甲|0|0|0", "|3||3"]);
}

#[test]
fn numbers_that_touch_one_another_stand_in_their_columns() {
    // Each drawn by itself, as wide as their column.
    let sheet = ["1", "2", "3", "4"].iter().zip(0_u8..).fold(Sheet::default(), |sheet, (digit, at)| {
        row(sheet.text(20.0, 500.0 - 20.0 * f64::from(at), &format!("{digit}.甲")), 500.0 - 20.0 * f64::from(at), ZEROS)
    });
    let sheet = row(sheet.text(20.0, 420.0, "5.乙"), 420.0, ["1", "2", "123", "456", "789", "1", "7"]);
    assert_eq!(shape(&[sheet]).last().unwrap(), "5.乙|1|2|123|456|789|1|7");
}

#[test]
fn numbers_of_a_row_at_several_heights_are_one_row() {
    let sheet = (0_u8..4).fold(Sheet::default(), |sheet, at| {
        let y = 500.0 - 20.0 * f64::from(at);
        XS.iter().zip(0_u8..).fold(sheet.text(20.0, y, &format!("{at}.甲")), |sheet, (x, column)| {
            sheet.text(*x, y + 6.0 * f64::from(column % 2), &column.to_string())
        })
    });
    let row = |at: u8| format!("{at}.甲|0|1|2|3|4|5|6");
    assert_eq!(shape(&[sheet]), [row(0), row(1), row(2), row(3)]);
}

#[test]
fn rows_that_are_shifted_against_one_another_have_their_numbers_in_order() {
    let sheet = (0_u8..6).fold(Sheet::default(), |sheet, at| {
        let (y, shift) = (500.0 - 20.0 * f64::from(at), 30.0 * f64::from(at % 2));
        let label = if at % 2 == 0 { "甲乙" } else { "甲乙丙丁戊" };
        XS.iter().zip(0_u8..).fold(sheet.text(20.0, y, &format!("{at}.{label}")), |sheet, (x, column)| {
            sheet.text(x - 40.0 + shift, y, &column.to_string())
        })
    });
    let lines = shape(&[sheet]);
    assert_eq!(lines[..2], ["0.甲乙|0|1|2|3|4|5|6", "1.甲乙丙丁戊|0|1|2|3|4|5|6"]);
}

#[test]
fn a_sheet_without_lines_that_is_printed_too_wide_is_joined_again() {
    let labels = ["1.甲", "2.乙", "3.丙", "4.丁"];
    let page = |from: usize| {
        labels.iter().zip(0_u8..).fold(Sheet::default(), |sheet, (label, at)| {
            let y = 500.0 - 20.0 * f64::from(at);
            let sheet = sheet.text(20.0, y, label);
            (0_u8..4).fold(sheet, |sheet, column| {
                let number = from + usize::from(at) * 10 + usize::from(column);
                sheet.text(150.0 + 50.0 * f64::from(column), y, &number.to_string())
            })
        })
    };
    let rest = |from: usize| {
        (0_u8..4).fold(Sheet::default(), |sheet, at| {
            let (y, number) = (500.0 - 20.0 * f64::from(at), from + usize::from(at) * 10);
            sheet.text(20.0, y, &number.to_string()).text(70.0, y, &(number + 1).to_string())
        })
    };
    let expected = |from: usize| -> Vec<String> {
        let row = |at: usize| (0..6).map(|column| format!("|{}", from + at * 10 + column)).collect::<String>();
        labels.iter().enumerate().map(|(at, label)| format!("{label}{}", row(at))).collect()
    };
    let both = [expected(100), expected(200)].concat();
    // All pages of labels first, or each with its rest.
    assert_eq!(shape(&[page(100), page(200), rest(104), rest(204)]), both);
    assert_eq!(shape(&[page(100), rest(104), page(200), rest(204)]), both);
}

#[test]
fn a_label_without_numbers_is_no_heading_of_the_next_row() {
    let sheet = row(Sheet::default().text(20.0, 500.0, "1.甲"), 500.0, ZEROS).text(20.0, 480.0, "2.乙");
    let sheet = row(row(sheet.text(20.0, 460.0, "3.丙"), 460.0, ZEROS).text(20.0, 440.0, "4.丁"), 440.0, ZEROS);
    assert_eq!(shape(&[sheet]), ["1.甲|0|0|0|0|0|0|0", "2.乙", "3.丙|0|0|0|0|0|0|0", "4.丁|0|0|0|0|0|0|0"]);
}

#[test]
fn a_small_number_beside_larger_words_is_no_note_at_them() {
    let small = |x: f64, hex: &str| format!("BT /F 6 Tf {x} 488 Td <{hex}> Tj ET");
    let sheet = |number: &str| {
        Sheet::default()
            .grid(&[50.0, 75.0, 150.0], &[500.0, 480.0, 460.0])
            .text(54.0, 486.0, "规章")
            .text(54.0, 466.0, "许可")
            .text(90.0, 466.0, "5")
            .draw(&small(76.0, number))
    };
    assert_eq!(shape(&[sheet("00320036002e0035")]), ["规章|26.5", "许可|5"]);
    assert_eq!(shape(&[sheet("003200360037")]), ["规章|267", "许可|5"]);
    // One that might be: it is read, with a doubt.
    let fields = read(&pdf(&[sheet("0032")])).unwrap().lines.remove(0).fields;
    assert_eq!((&*fields[1].text, fields[1].mark), ("2", Some(crate::read::document::Mark::Faint)));
}
