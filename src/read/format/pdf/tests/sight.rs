//! What is seen on a page, and what is not: struck, covered, hidden, cut off.

use super::*;

/// Two rows of two columns with a number in each, without the numbers of the second column.
fn sheet() -> Sheet {
    Sheet::default()
        .grid(&[50.0, 200.0, 350.0], &[500.0, 480.0, 460.0])
        .text(55.0, 486.0, "规章")
        .text(55.0, 466.0, "许可")
        .text(210.0, 466.0, "2")
}

const EXPECTED: [&str; 2] = ["规章|14", "许可|2"];

#[test]
fn a_line_through_digits_is_no_ruling_and_what_it_strikes_is_not_read() {
    let old_and_new = |line: &str| sheet().text(210.0, 486.0, "305").text(242.0, 486.0, "14").draw(line);
    for line in [
        "210 489.5 m 240 489.5 l S",
        "210 489 30 0.6 re f",
        // Twice, aslant, in pieces, and by hand, farther than the digits.
        "210 488.5 m 240 488.5 l S 210 490.5 m 240 490.5 l S",
        "209 487 m 241 493 l S",
        "210 489.5 m 220 489.5 l S 220 489.5 m 240 489.5 l S",
        "203 489.5 m 240 489.5 l S",
        "1 0 0 RG 210 489.5 m 240 489.5 l S",
    ] {
        assert_eq!(shape(&[old_and_new(line)]), EXPECTED, "{line}");
    }
    // The new number underlined, as revisions are printed.
    let marked = old_and_new("210 489.5 m 240 489.5 l S 242 485 m 262 485 l S");
    assert_eq!(shape(&[marked]), EXPECTED);
}

#[test]
fn a_ruling_line_that_touches_text_strikes_nothing() {
    // A text as wide as its cell stands upon the line below it.
    let text = "一二三四五六七八九十一二三四五";
    let tight = Sheet::default()
        .grid(&[50.0, 200.0, 350.0], &[500.0, 480.0, 460.0])
        .text(50.0, 476.0, text)
        .text(210.0, 486.0, "14")
        .text(210.0, 466.0, "2");
    assert!(shape(&[tight]).concat().contains(text));
}

#[test]
fn what_lies_under_a_box_is_not_read_and_its_edges_are_no_ruling_lines() {
    let covered = |cover: &str| sheet().text(210.0, 486.0, "305").draw(cover).text(210.0, 486.0, "14");
    for cover in
        ["q 1 g 209 483 32 13 re f Q", "q 1 g 0 G 209 483 32 13 re B Q", "q 1 1 1 rg 1 1 1 RG 209 483 32 13 re B Q"]
    {
        assert_eq!(shape(&[covered(cover)]), EXPECTED, "{cover}");
    }
    // A box that was there before.
    let shaded = Sheet::default().draw("q 0.9 g 50 480 300 20 re f Q");
    let mut all = sheet().text(210.0, 486.0, "14");
    all.content = shaded.content + &all.content;
    assert_eq!(shape(&[all]), EXPECTED);
}

#[test]
fn what_has_the_colour_of_its_ground_is_not_read() {
    let white = sheet().draw("1 g").text(240.0, 486.0, "305").draw("0 g").text(210.0, 486.0, "14");
    assert_eq!(shape(&[white]), EXPECTED);
    let on_dark = sheet().draw("0 0 0.5 rg 201 481 148 18 re f 1 g").text(210.0, 486.0, "14").draw("0 g");
    assert_eq!(shape(&[on_dark]), EXPECTED);
}

#[test]
fn what_is_cut_off_is_not_read() {
    let cut = sheet().draw("q 50 460 150 40 re W n").text(240.0, 486.0, "305").draw("Q").text(210.0, 486.0, "14");
    assert_eq!(shape(&[cut]), EXPECTED);
    let outside = sheet().text(700.0, 486.0, "305").text(210.0, 486.0, "14");
    assert_eq!(shape(&[outside]), EXPECTED);
}

#[test]
fn words_without_ink_count_over_a_picture_only() {
    let hidden = sheet().text(210.0, 486.0, "14").draw("3 Tr").text(240.0, 486.0, "305");
    assert_eq!(shape(&[hidden]), EXPECTED);
    let picture = "q 400 0 0 600 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{7f} EI Q";
    let mut scan = Sheet::default().draw(picture).draw("3 Tr");
    scan.content += &sheet().text(210.0, 486.0, "14").content;
    assert_eq!(shape(&[scan.clone()]), EXPECTED);
    // Corrected on the scan.
    let mut wrong = Sheet::default().draw(picture).draw("3 Tr");
    wrong.content += &sheet().text(210.0, 486.0, "305").content;
    let mended = wrong.draw("0 Tr 1 g 209 483 32 13 re f 0 g").text(210.0, 486.0, "14");
    assert_eq!(shape(&[mended]), EXPECTED);
    // The words may lie below the picture.
    let mut below = sheet().text(210.0, 486.0, "14");
    below = below.draw(picture);
    assert_eq!(shape(&[below]), EXPECTED);
}
