use proptest::prelude::*;

use super::*;

/// A page: what is drawn on it, with y from its lower edge.
#[derive(Clone, Default)]
struct Sheet {
    content: String,
    /// More of its dictionary.
    extra: &'static str,
}

impl Sheet {
    /// Text in the font `F`, whose codes are UTF-16: every character is as wide as it is high.
    fn text(mut self, x: f64, y: f64, text: &str) -> Self {
        let hex: String = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
        self.content += &format!("BT /F 10 Tf {x} {y} Td <{hex}> Tj ET\n");
        self
    }

    fn draw(mut self, content: &str) -> Self {
        self.content += content;
        self.content.push('\n');
        self
    }

    /// The lines of a table: its columns' and its rows' edges.
    fn grid(mut self, xs: &[f64], ys: &[f64]) -> Self {
        let (left, right) = (xs[0], xs[xs.len() - 1]);
        let (bottom, top) = (ys[ys.len() - 1], ys[0]);
        for x in xs {
            self.content += &format!("{x} {bottom} m {x} {top} l S\n");
        }
        for y in ys {
            self.content += &format!("{left} {y} m {right} {y} l S\n");
        }
        self
    }
}

const FONT: &str = "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts \
                    [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) \
                    /Ordering (GB1) /Supplement 4 >> /DW 1000 >>] >>";

/// A document of some pages, with a font.
fn pdf_with(font: &str, sheets: &[Sheet]) -> Vec<u8> {
    let kids: String = (0..sheets.len()).map(|at| format!("{} 0 R ", 4 + at * 2)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", sheets.len()),
        font.to_owned(),
    ];
    for (at, sheet) in sheets.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents {} 0 R /Resources << /Font << /F 3 0 R >> >> {} >>",
            5 + at * 2,
            sheet.extra
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{}\nendstream", sheet.content.len(), sheet.content));
    }
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = file.len();
    file += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        file += &format!("{place:010} 00000 n \n");
    }
    file += &format!("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    file.into_bytes()
}

fn pdf(sheets: &[Sheet]) -> Vec<u8> {
    pdf_with(FONT, sheets)
}

fn shape(sheets: &[Sheet]) -> Vec<String> {
    let document = read(&pdf(sheets)).unwrap();
    let fields = |line: &crate::read::document::Line| {
        line.fields.iter().map(|field| field.text.as_str()).collect::<Vec<_>>().join("|")
    };
    document.lines.iter().map(fields).collect()
}

/// Three columns and three rows; the first column's cells of the second and third row are one.
fn table() -> Sheet {
    Sheet::default()
        .draw("50 500 m 350 500 l S 50 480 m 350 480 l S 120 450 m 350 450 l S 50 420 m 350 420 l S")
        .draw("50 500 m 50 420 l S 120 500 m 120 420 l S 250 500 m 250 420 l S 350 500 m 350 420 l S")
        .text(55.0, 486.0, "信息内容")
        .text(125.0, 486.0, "制发")
        .text(255.0, 486.0, "废止")
        .text(80.0, 460.0, "三")
        .text(80.0, 448.0, "、")
        .text(80.0, 436.0, "本年")
        .text(125.0, 468.0, "其他法律行政法")
        .text(125.0, 456.0, "规禁止公开")
        .text(290.0, 462.0, "12")
        .text(125.0, 432.0, "总 计")
        .text(290.0, 432.0, "3")
}

#[test]
fn a_ruled_table_has_a_field_for_each_column() {
    assert_eq!(shape(&[table()]), ["信息内容|制发|废止", "三、本年|其他法律行政法规禁止公开|12", "|总 计|3"]);
}

#[test]
fn lines_may_be_thin_boxes_and_borders_of_boxes() {
    let boxes = "50 500 300 1 re 50 480 300 1 re 50 460 300 1 re f 50 460 1 40 re 200 460 1 40 re 350 460 1 40 re f";
    let text = |sheet: Sheet| {
        sheet.text(55.0, 486.0, "规章").text(210.0, 486.0, "1").text(55.0, 466.0, "许可").text(210.0, 466.0, "2")
    };
    assert_eq!(shape(&[text(Sheet::default().draw(boxes))]), ["规章|1", "许可|2"]);
    let borders = "50 480 150 20 re 51 481 148 18 re f* 200 480 150 20 re 201 481 148 18 re f* \
                   50 460 150 20 re 51 461 148 18 re f* 200 460 150 20 re 201 461 148 18 re f*";
    assert_eq!(shape(&[text(Sheet::default().draw(borders))]), ["规章|1", "许可|2"]);
}

#[test]
fn numbers_without_lines_between_them_are_rows() {
    let grid = Sheet::default().grid(&[50.0, 200.0, 275.0, 350.0], &[500.0, 440.0]);
    let row = |sheet: Sheet, y: f64, label: &str, a: &str, b: &str| {
        sheet.text(55.0, y, label).text(210.0, y, a).text(285.0, y, b)
    };
    let sheet = row(row(row(grid, 485.0, "甲", "1", "2"), 465.0, "乙", "0", "4"), 445.0, "丙", "5", "6");
    assert_eq!(shape(&[sheet]), ["甲|1|2", "乙|0|4", "丙|5|6"]);
}

#[test]
fn a_table_goes_on_over_the_end_of_a_page() {
    // The label's cell has three rows; it and the last row are torn by the end of the page.
    let upper = Sheet::default()
        .draw("50 100 m 350 100 l S 120 80 m 350 80 l S 50 60 m 50 100 l S 120 60 m 120 100 l S 250 60 m 250 100 l S 350 60 m 350 100 l S")
        .text(55.0, 86.0, "（四）无")
        .text(125.0, 86.0, "1.甲甲")
        .text(300.0, 86.0, "7")
        .text(125.0, 66.0, "2.没有现成")
        .text(300.0, 66.0, "8")
        .text(190.0, 20.0, "- 1 -");
    let lower = Sheet::default()
        .draw("120 540 m 350 540 l S 120 520 m 350 520 l S 50 500 m 350 500 l S")
        .draw("50 500 m 50 560 l S 120 500 m 120 560 l S 250 500 m 250 560 l S 350 500 m 350 560 l S")
        .text(55.0, 546.0, "法提供")
        .text(125.0, 546.0, "信息需要")
        .text(125.0, 526.0, "3.丙")
        .text(300.0, 526.0, "9")
        .text(125.0, 506.0, "4.丁")
        .text(300.0, 506.0, "0")
        .text(190.0, 20.0, "- 2 -");
    let expected = ["（四）无法提供|1.甲甲|7", "|2.没有现成信息需要|8", "- 1 -", "|3.丙|9", "|4.丁|0", "- 2 -"];
    assert_eq!(shape(&[upper, lower]), expected);
}

#[test]
fn lines_of_prose_are_paragraphs_again() {
    let full = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十";
    let first = Sheet::default()
        .text(130.0, 560.0, "年度报告")
        .text(70.0, 530.0, "一、总体情况")
        .text(70.0, 510.0, "本机关三四五六七八九十一二三四五六七八九十一二三四五六七八")
        .text(50.0, 490.0, full)
        .text(50.0, 470.0, "完成5件。")
        .text(70.0, 450.0, "本年一三四五六七八九十一二三四五六七八九十一二三四五六七八")
        .text(190.0, 20.0, "1");
    let second = Sheet::default().text(50.0, 560.0, "接着说完。").text(70.0, 540.0, "另起").text(190.0, 20.0, "2");
    let lines = shape(&[first, second]);
    assert_eq!(lines[..2], ["年度报告", "一、总体情况"]);
    assert_eq!(lines[2], format!("本机关三四五六七八九十一二三四五六七八九十一二三四五六七八{full}完成5件。"));
    assert!(lines[3].ends_with("八接着说完。"));
    assert_eq!(lines[4..], ["- 1 -", "另起", "- 2 -"]);
}

#[test]
fn running_heads_stand_once() {
    let page = |number: usize| {
        Sheet::default().text(150.0, 580.0, "某局年度报告").text(70.0, 500.0, &format!("第{number}段。"))
    };
    assert_eq!(shape(&[page(1), page(2), page(3)]), ["某局年度报告", "第1段。", "第2段。", "第3段。"]);
}

#[test]
fn numbers_below_one_another_are_a_table_without_lines() {
    let row = |sheet: Sheet, y: f64, values: [&str; 3]| {
        values.iter().zip([200.0, 250.0, 300.0]).fold(sheet, |sheet, (value, x)| sheet.text(x, y, value))
    };
    let sheet = Sheet::default()
        .text(205.0, 545.0, "商业")
        .text(205.0, 533.0, "企业")
        .text(250.0, 539.0, "其他")
        .text(300.0, 539.0, "总计");
    let sheet = row(sheet.text(50.0, 510.0, "一、本年新收"), 510.0, ["1", "2", "3"]);
    let sheet = row(sheet.text(50.0, 492.0, "5.要求行政机关确"), 486.0, ["4", "5", "9"]).text(50.0, 480.0, "认信息");
    let sheet = row(sheet.text(50.0, 462.0, "6.丙"), 462.0, ["0", "0", "0"]);
    let expected = ["|商业企业|其他|总计", "一、本年新收|1|2|3", "5.要求行政机关确认信息|4|5|9", "6.丙|0|0|0"];
    assert_eq!(shape(&[sheet]), expected);
}

#[test]
fn print_that_is_bold_invisible_or_turned_is_read_once() {
    let bold = Sheet::default().text(50.0, 500.0, "甲乙11").text(50.3, 500.1, "甲乙11");
    assert_eq!(shape(&[bold]), ["甲乙11"]);
    let hidden = Sheet::default().draw("3 Tr").text(50.0, 500.0, "识别");
    assert_eq!(shape(&[hidden]), ["识别"]);
    let turned = Sheet { extra: "/Rotate 90", ..table() };
    assert_eq!(shape(&[turned]), shape(&[table()]));
    let mut sideways = table();
    sideways.content = format!("q 0 1 -1 0 500 0 cm {} Q", sideways.content);
    sideways.extra = "/MediaBox [-200 -200 900 900]";
    assert_eq!(shape(&[sideways]), shape(&[table()]));
}

#[test]
fn what_has_no_text_says_so() {
    assert_eq!(read(b"").unwrap_err(), ReadError::Broken("pdf"));
    assert_eq!(read(b"%PDF-1.4 ...").unwrap_err(), ReadError::Broken("pdf"));
    let picture = Sheet::default().draw("50 50 300 300 re f");
    assert_eq!(read(&pdf(&[picture])).unwrap_err(), ReadError::NoTextLayer);
    // A font that says nothing of its characters.
    let mute = FONT.replace("/UniGB-UCS2-H", "/Identity-H").replace("(GB1)", "(Identity)");
    assert_eq!(read(&pdf_with(&mute, &[table()])).unwrap_err(), ReadError::NoTextLayer);
}

#[test]
fn masses_are_bounded() {
    let pages = vec![Sheet::default().text(50.0, 50.0, "甲"); MAX_PAGES + 1];
    assert_eq!(read(&pdf(&pages)).unwrap_err(), ReadError::TooLarge);
    let lines: String = (0..5000)
        .map(|at| format!("{} 0 m {} 600 l S 0 {} m 400 {} l S ", at % 400, at % 400, at % 600, at % 600))
        .collect();
    assert!(!shape(&[Sheet::default().draw(&lines).text(50.0, 50.0, "甲")]).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn no_damage_can_break_it(
        harm in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..30),
    ) {
        let mut bytes = pdf(&[table(), table()]);
        for (at, byte, kind) in harm {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => drop(bytes.remove(at)),
                _ => bytes.insert(at, byte),
            }
        }
        let _ = read(&bytes);
    }

    /// Numbers of every size in the content: places, sizes, turns.
    #[test]
    fn no_drawing_can_break_it(numbers in prop::collection::vec(prop_oneof![
        -1000.0..1000.0_f64, Just(0.0), Just(1e30), Just(-1e30), Just(1e-30)
    ], 24)) {
        let mut sheet = Sheet::default();
        for chunk in numbers.chunks_exact(6) {
            let [a, b, c, d, e, f] = chunk else { continue };
            sheet = sheet.draw(&format!("q {a} {b} {c} {d} {e} {f} cm {a} {b} {c} {d} re f {e} {f} m {a} {d} l S"));
            sheet = sheet.draw(&format!("BT /F {a} Tf {b} {c} {d} {e} {f} {a} Tm <4e004e8c> Tj ET Q"));
        }
        let _ = read(&pdf(&[sheet.text(50.0, 50.0, "甲")]));
    }
}

mod sight;

mod layout;

mod traces;
