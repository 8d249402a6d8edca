use proptest::prelude::*;

use super::*;
use crate::read::Mark;

fn shape(text: &str) -> Vec<Vec<String>> {
    pieces(text).unwrap().into_iter().map(|piece| piece.fields).collect()
}

fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|field| (*field).to_owned()).collect()).collect()
}

#[test]
fn blocks_make_lines_and_white_space_runs_together() {
    let page = "<html><head><title>题</title><style>p{}</style></head><body><div>甲<p>乙 <b>丙</b>\n丁&nbsp;&nbsp; 5\n件</p>\
                戊<br>己<script>if (a<b) {}</script><!-- 庚 --><o:p></o:p></div><ul><li>a\nb<li>c</ul>";
    assert_eq!(shape(page), rows(&[&["甲"], &["乙 丙丁 5件"], &["戊"], &["己"], &["a b"], &["c"]]));
}

#[test]
fn merged_cells_leave_blanks() {
    let page = "<p>甲</p><table><tr><td rowspan=2 colspan=2>角</td><td>一<td>二<tr><td>三</td><td><p>四</p><p>五</p></td></tr>\
                <tr><td colspan=3>六</td><td>1<br>2</td></tr></table>乙";
    let expected: &[&[&str]] =
        &[&["甲"], &["角", "", "一", "二"], &["", "", "三", "四五"], &["六", "", "", "1 2"], &["乙"]];
    assert_eq!(shape(page), rows(expected));
    let gaps: Vec<bool> = pieces(page).unwrap().iter().map(|piece| piece.after_gap).collect();
    assert_eq!(gaps, [false, true, false, false, true]);
}

#[test]
fn a_cell_that_claims_too_many_rows_does_not_push_the_full_rows_aside() {
    let page = "<table><tr><td rowspan=3>角</td><td>一</td><td>二</td></tr><tr><td>三</td><td>四</td></tr>\
                <tr><td>规章</td><td>1</td><td>2</td></tr><tr><td>乙</td><td>3</td><td>4</td></tr></table>";
    assert_eq!(shape(page), rows(&[&["角", "一", "二"], &["", "三", "四"], &["规章", "1", "2"], &["乙", "3", "4"]]));
}

#[test]
fn tables_that_lay_out_the_page_are_not_the_tables() {
    let page = "<table><tr><td>导航</td><td><table><tr><td>首页</td></tr></table></td></tr><tr><td colspan=2><p>一</p>\
                <table><tr><td>规章</td><td><table><tr><td>5</td></tr></table></td></tr></table><p>二</p></td></tr></table>";
    assert_eq!(shape(page), rows(&[&["导航", "首页"], &["一"], &["规章", "5"], &["二"]]));
}

#[test]
fn paragraphs_beside_a_menu_are_paragraphs() {
    let text = "本机关认真落实各项要求。".repeat(6);
    let page = format!("<table><tr><td>首页</td><td><p>{text}</p><p>{text}</p><p>{text}</p></td></tr></table>");
    assert_eq!(shape(&page), rows(&[&["首页"], &[&text], &[&text], &[&text]]));
}

#[test]
fn what_is_not_shown_is_not_read() {
    let page = "<div style='DISPLAY : none'>甲<div>乙</div></div><p hidden>丙<p>丁<select><option>戊</select>\
                <textarea><p>己</textarea><input type=hidden value=庚><input value=5>";
    assert_eq!(shape(page), rows(&[&["丁5"]]));
}

#[test]
fn the_declared_encoding_is_only_asked_when_the_bytes_do_not_tell() {
    let page = "<meta charset=gb2312><p>本年度未收取信息处理费</p>";
    assert_eq!(read(page.as_bytes()).unwrap().lines[0].fields[0].text, "本年度未收取信息处理费");
    let (bytes, _, _) = encoding_rs::GB18030.encode("<meta charset=utf-8><p>本年度未收取信息处理费</p>");
    let document = read(&bytes).unwrap();
    assert_eq!(document.lines[0].fields[0].text, "本年度未收取信息处理费");
    assert_eq!(document.encoding.as_deref(), Some("gb18030"));
}

#[test]
fn masses_are_bounded() {
    assert_eq!(shape(&format!("{}甲", "<div><p><b>".repeat(50_000))), rows(&[&["甲"]]));
    assert_eq!(shape(&format!("{}甲", "<table><tr><td>".repeat(30_000))).last().unwrap()[0], "甲");
    let wide = "<table><tr><td colspan=999999999 rowspan=99999999999999999999>甲</td><td>1</td></tr><tr><td>乙</td></tr></table>";
    assert_eq!(shape(wide).iter().map(Vec::len).collect::<Vec<_>>(), [2, 2]);
    let bomb = format!("<table>{}</table>", "<tr><td colspan=250>甲".repeat(20_000));
    assert_eq!(pieces(&bomb), Err(ReadError::TooLarge));
}

proptest! {
    #[test]
    fn no_page_can_break_it(parts in prop::collection::vec(prop::sample::select(vec![
        "<table>", "</table>", "<tr>", "</tr>", "<td colspan=3>", "<td rowspan=2>", "</td>", "<p>", "</p>", "<br>", "甲", "5", "<div hidden>", "</div>", "<pre>", "</pre>", "<script>", "</script>", "\n", "&nbsp;", "<td colspan=0>"
    ]), 0..200)) {
        for piece in pieces(&parts.concat()).unwrap() {
            prop_assert!(!piece.fields.is_empty() && piece.fields.len() <= crate::read::document::MAX_FIELDS);
        }
    }

    #[test]
    fn no_bytes_can_break_it(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&bytes);
    }
}

#[test]
fn struck_and_raised_text_is_no_part_of_a_number() {
    let row = |cell: &str| {
        shape(&format!("<table><tr><td>甲</td><td>{cell}</td></tr><tr><td>乙</td><td>5</td></tr></table>"))
    };
    for first in [
        "<s>62</s>",
        "<del>62</del>",
        "<sup>62</sup>",
        "<span style=\"text-decoration: line-through\">62</span>",
        "<span><span style='vertical-align:super'>62</span></span>",
        "<p><s>62</s></p>",
    ] {
        assert_eq!(row(&format!("{first}128")), [["甲", "128"], ["乙", "5"]], "{first}");
    }
    assert_eq!(row("<s>62"), [["甲", "62"], ["乙", "5"]], "an open element ends with its cell");
    let document = read("<table><tr><td>甲</td><td><s>62</s></td></tr></table>".as_bytes()).unwrap();
    assert_eq!(document.lines[0].fields[1].mark, Some(Mark::Struck));
    assert_eq!(shape("<p>收到<s>62</s> 128<sup>[1]</sup>件</p>"), [["收到 128件"]]);
}

/// The fields of a row with their marks, without its label.
fn cells(style: &str, row: &str) -> Vec<(String, Option<Mark>)> {
    let page = format!("<style>{style}</style><table><tr><td>甲</td><td>一</td></tr><tr><td>乙</td>{row}</tr></table>");
    let document = read(page.as_bytes()).unwrap();
    let fields = &document.lines.last().unwrap().fields;
    fields.iter().skip(1).map(|field| (field.text.clone(), field.mark)).collect()
}

#[test]
fn what_a_cell_shows_is_read_and_a_picture_is_a_picture() {
    let none = |text: &str| vec![(text.to_owned(), None)];
    let picture = vec![(String::new(), Some(Mark::Picture))];
    for (cell, expected) in [
        ("<td><textarea>62</textarea></td>", none("62")),
        ("<td><select><option>1<option selected>62</option></select></td>", none("62")),
        ("<td><select><option>62</option><option>1</option></select></td>", none("62")),
        ("<td><select><option>62</td>", none("62")),
        ("<td><img src=a.png alt=62></td>", picture.clone()),
        ("<td><svg><path d=''/></svg></td>", picture.clone()),
        ("<td><object data=a></object></td>", picture.clone()),
        ("<td><img src=dot.gif width=1 height=1></td>", none("")),
        ("<td><img src=a.png>62</td>", none("62")),
        ("<td><math><mn>62</mn><annotation>x</annotation></math></td>", none("62")),
    ] {
        assert_eq!(cells("", cell), expected, "{cell}");
    }
}

#[test]
fn text_that_is_not_to_be_seen_is_not_read_with_what_is() {
    let faint = vec![("62".to_owned(), Some(Mark::Faint))];
    for hidden in [
        "style='font-size:0'",
        "style='visibility: hidden'",
        "style='color:#FFF'",
        "style='color: rgb(255, 255, 255) !important'",
        "style='opacity:0'",
        "class='x w'",
        "id=w",
    ] {
        for name in ["span", "font", "b", "p"] {
            let cell = format!("<td>62<{name} {hidden}>88</{name}></td>");
            assert_eq!(
                cells("/* w */ .w, #w { color : white } @media print { .y { display: none } }", &cell),
                faint,
                "{cell}"
            );
        }
    }
    assert_eq!(cells("", "<td>62<font color=white>88</font></td>"), faint);
    // White on a colour is to be seen.
    assert_eq!(cells("", "<td bgcolor=#003366><span style='color:white'>62</span></td>"), [("62".to_owned(), None)]);
    assert_eq!(cells("td.t { background : #036; color: #fff }", "<td class=t>62</td>"), [("62".to_owned(), None)]);
    // All of a cell: it is read, with a doubt.
    assert_eq!(cells(".w{color:#fff}", "<td class=w>62</td>"), faint);
}

#[test]
fn classes_strike_raise_and_hide() {
    let sheet = "<!-- .old{text-decoration:line-through} sup.n,.r{vertical-align:super} .gone{display:none} -->";
    for (cell, expected) in [
        ("<td><span class=old>305</span>62</td>", ("62", None)),
        ("<td><b class='a old'>62</b></td>", ("62", Some(Mark::Struck))),
        ("<td>62<span class=r>1</span></td>", ("62", None)),
        ("<td class=gone>305</td><td>62</td>", ("62", None)),
        ("<td style='display:none'>305</td><td>62</td>", ("62", None)),
    ] {
        assert_eq!(cells(sheet, cell), [(expected.0.to_owned(), expected.1)], "{cell}");
    }
    let page = "<table><tr><td>甲</td><td>1</td></tr><tr style='display:none'><td>甲</td><td>2</td></tr><tr><td>乙</td><td>3</td></tr></table>";
    assert_eq!(shape(page), rows(&[&["甲", "1"], &["乙", "3"]]));
}

#[test]
fn a_row_of_values_has_a_cell_for_each_of_its_cells() {
    let cells = "<td>0</td>".repeat(9);
    let page = format!(
        "<table><tr><td colspan=6>一</td><td colspan=6>二</td></tr><tr>{cells}<td colspan=2>5</td><td><br></td></tr></table>"
    );
    let mut expected = vec!["0"; 9];
    expected.extend(["5", "", ""]);
    assert_eq!(shape(&page)[1], expected);
}

#[test]
fn masses_of_styles_and_lists_are_bounded() {
    let sheet = ".a{color:#fff}".repeat(100_000);
    let page = format!(
        "<style>{sheet}</style>{}<table><tr><td><select>{}",
        "<p><b>".repeat(50_000),
        "<option>1".repeat(100_000)
    );
    assert!(pieces(&page).is_ok());
}
