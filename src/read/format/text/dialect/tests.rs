//! One table in each dialect, and masses of nothing.

use super::*;
use crate::base::spent::Spent;

/// The lines of a text, a row's fields with bars between them.
fn shape(text: &str) -> Vec<String> {
    let show = |line: &Line| line.fields.iter().map(|field| field.text.as_str()).collect::<Vec<_>>().join("|");
    lines(text, 1).unwrap().iter().map(show).collect()
}

#[test]
fn grids_have_wrapped_and_merged_cells() {
    let text = "甲乙\n\n+------+------+----+\n| 规   | 1    | 0  |\n| 章   |      |    |\n+======+======+====+\n\
                | 办理 | 公开 | 5  |\n|      +------+----+\n|      | “不”公 | 12 |\n|      | 开   |    |\n\
                +------+------+----+\n| 总计 本级 | 17 |\n+------+------+----+\n丙\n";
    assert_eq!(shape(text), ["甲乙", "规章|1|0", "办理|公开|5", "|“不”公开|12", "总计 本级||17", "丙"]);
}

#[test]
fn grids_without_rules_between_rows_have_a_row_on_each_line() {
    let text = "+----+---+---+\n| 甲 | a | b |\n+----+---+---+\n| 乙 | 1 | 2 |\n| 丙 | 3 | 4 |\n+----+---+---+";
    assert_eq!(shape(text), ["甲|a|b", "乙|1|2", "丙|3|4"]);
    let drawn = "┌────┬───┬───┐\n│ 甲 │ 1 │ 2 │\n├────┼───┼───┤\n│ 乙 │ 3 │ 4 │\n└────┴───┴───┘";
    assert_eq!(shape(drawn), ["甲|1|2", "乙|3|4"]);
}

#[test]
fn the_columns_of_a_grid_are_counted_as_the_program_counted_them_that_drew_it() {
    // Each character as one column: the values of the wider cells stand elsewhere on a screen.
    let text = "+--------------------+\n|     第（一）项      |\n|-------+-----+------|\n|行政规范性文件|  46 | 1387 |\n\
                |-------+-----+------|\n| 行政许可  | 本年处理决定  12  |\n+--------------------+";
    let lines: Vec<usize> = text.lines().map(|line| line.chars().count()).collect();
    assert_eq!(lines[0], lines[2]);
    assert_eq!(shape(text)[1..], ["行政规范性文件|46|1387", "行政许可|本年处理决定 12|"]);
}

#[test]
fn rulers_tell_the_columns() {
    let simple = "  甲乙丙   数   数\n  -------- ---- ----\n  规章     1      2\n  “文件”   3      4\n\n丁";
    assert_eq!(shape(simple), ["甲乙丙|数|数", "规章|1|2", "“文件”|3|4", "丁"]);
    let bare = "戊\n\n  -------- ---- ----\n  规章     1      2\n           3      4\n  -------- ---- ----\n\n丁";
    assert_eq!(shape(bare), ["戊", "规章|1|2", "|3|4", "丁"]);
    let multiline = "-------------------\n 甲乙      数   数\n -------- ---- ----\n 行政规     1    2\n 范性文\n\n 规章       3    4\n-------------------\n丁";
    assert_eq!(shape(multiline), ["甲乙|数|数", "行政规范性文|1|2", "规章|3|4", "丁"]);
    let rst = "====== ==== ====\n甲     数   数\n====== ==== ====\n规章   1    2\n文件   3    4\n(五)\n       许可\n\\      5    6\n====== ==== ====\n";
    assert_eq!(shape(rst), ["甲|数|数", "规章|1|2", "文件|3|4", "(五)|许可|", "|5|6"]);
}

#[test]
fn a_row_of_dashes_is_a_row_and_a_line_of_dashes_is_nothing() {
    assert_eq!(shape("规章 - - -\n- - -\n"), ["规章 - - -", "- - -"]);
    assert_eq!(shape("甲\n\n------------\n\n乙"), ["甲", "------------", "乙"]);
}

#[test]
fn bars_need_not_lead() {
    assert_eq!(shape("甲 | 乙  \n---|---  \n规章 |  0  \n办理 | |||\n"), ["甲|乙", "规章|0", "办理|||"]);
    assert_eq!(shape("规章 | 0 | 2 |\n"), ["规章|0|2"]);
    assert_eq!(shape("a | b\n--+--\n规章 | 0\n"), ["a|b", "规章|0"]);
    assert_eq!(shape("首页 | 公开\n甲乙丙"), ["首页 | 公开", "甲乙丙"]);
    assert_eq!(shape("| 甲\\|乙 | 1 |"), ["甲|乙|1"]);
}

#[test]
fn a_cell_and_a_bar_to_a_line_are_a_cell() {
    assert_eq!(shape("规章 |\n0 |\n| 5\n"), ["规章", "0", "5"]);
    assert_eq!(shape("规章\n|\n|\n5"), ["规章", "|", "|", "5"]);
    let divided: String = (0..12).map(|n| format!("{n}\n|\n")).collect();
    assert_eq!(shape(&divided).len(), 12);
}

#[test]
fn other_headers_have_other_signs() {
    assert_eq!(shape("||甲||乙||\n|规章|0|"), ["甲|乙", "规章|0"]);
    assert_eq!(shape("^ 甲 ^ 乙 ^\n| 规章 | 0 |\n| ::: | 1 |"), ["甲|乙", "规章|0", "|1"]);
    assert_eq!(shape("|_. 甲|_. 乙|\n|\\2. 规章|\n|/2. 丙|0|"), ["甲|乙", "规章", "丙|0"]);
}

#[test]
fn marked_tables_say_which_cells_are_merged() {
    let wiki = "{| class=\"wikitable\"\n|+ 表\n! colspan=\"2\" | 甲\n! 乙\n|-\n| rowspan=2 | 办理 || 公开 || 5\n|-\n| 不公开\n| 6\n|}\n丙";
    assert_eq!(shape(wiki), ["甲||乙", "办理|公开|5", "|不公开|6", "丙"]);
    let asciidoc = "[cols=\"1,1,1\"]\n|===\n2+|甲 |乙\n\n.2+|办理 |公开\n|5\n|不公开 |6\n|===\n丙";
    assert_eq!(shape(asciidoc)[1..], ["甲||乙", "办理|公开|5", "|不公开|6", "丙"]);
}

#[test]
fn marks_inside_of_cells_are_taken_away() {
    assert_eq!(shape("| **总计** | 1<br>2 | 规章&nbsp;名 | 甲<br/>乙 |"), ["总计|1 2|规章 名|甲乙"]);
    assert_eq!(
        shape("| [规章]{style=\"a\"} | <span style=\"b\">5</span> | ~~3~~ 4 | 5<sup>1</sup> |"),
        ["规章|5|4|5[1]"]
    );
    assert_eq!(shape("**甲** 乙\\\n::: {.a}\n[一、甲]{.b}"), ["**甲** 乙", "一、甲"]);
}

/// The fields of each line when what merged cells repeat is taken out.
fn unmerged(text: &str) -> Vec<Vec<String>> {
    let mut lines = lines(text, 1).unwrap();
    unmerge(&mut lines);
    lines.into_iter().map(|line| line.fields.into_iter().map(|field| field.text).collect()).collect()
}

#[test]
fn what_merged_cells_repeat_is_said_once() {
    let text = "信息 | 决定 | 决定\n许可 | 5 | 5\n甲乙 | 公开 | 数\n办理 | 公开 | 5\n办理 | 其他 | 5\n规章规章 | 0 | 0";
    assert_eq!(
        unmerged(text),
        [
            ["信息", "决定", ""],
            ["许可", "5", ""],
            ["甲乙", "公开", "数"],
            ["办理", "", "5"],
            ["", "其他", "5"],
            ["规章规章", "0", "0"]
        ]
    );
}

#[test]
fn equal_numbers_are_no_merged_cell_unless_they_fill_a_merged_header() {
    let text = "三、结果 | 三、结果 | 三、结果 | 三、结果\n（一）公开 | （一）公开 | 0 | 0\n出版物 | nan | nan | nan\n重复 | 0 | 0 | 0\n\
                类别 | 无 | 无 | 无\n重复 | 0 | 0 | 0\n信息 | 数量 | 数量 | 数量\n许可 | 0 | 0 | 7\n处罚 | 0 | 0 | 0";
    assert_eq!(
        unmerged(text),
        [
            ["三、结果", "", "", ""],
            ["（一）公开", "", "0", "0"],
            ["出版物", "", "", ""],
            ["重复", "0", "0", "0"],
            ["类别", "无", "无", "无"],
            ["重复", "0", "0", "0"],
            ["信息", "数量", "", ""],
            ["许可", "0", "0", "7"],
            ["处罚", "0", "", ""],
        ]
    );
}

#[test]
fn columns_below_a_ruler_may_count_characters() {
    let text = "-------------  ---  ---\n一、本年新收申请         7    0\n（一）公开           10   12\n（二）部分公开，只计这一     0    5\n-------------  ---  ---\n";
    assert_eq!(shape(text)[..2], ["一、本年新收申请|7|0", "（一）公开|10|12"]);
}

#[test]
fn commas_and_semicolons_divide_a_row_of_numbers_and_no_sentence() {
    assert_eq!(
        shape("规章,0,2\n,（二）甲，乙,0,1\n许可；6511\n0,3,0,13\n罚款,,"),
        ["规章|0|2", "|（二）甲，乙|0|1", "许可|6511", "0|3|0|13", "罚款||"]
    );
    for text in [
        "1,234,567",
        "办结12件，结转3件",
        "甲,乙,丙",
        "收到申请，5",
        "全年12,5件。",
        "规章 1,000 2,000 22",
        "规章 1,000",
    ] {
        assert_eq!(shape(text), [text]);
    }
}

#[test]
fn a_line_for_each_column_of_a_merged_cell_is_one() {
    let labels: String = (0..6).map(|n| format!("标签甲{n}\n标签甲{n}\n")).collect();
    let text = format!("{labels}收费\n收费\n收费\n许可\n5\n5\n5\n处罚\n7\n7\n7\n其他\n规章\n0\n0\n0\n");
    let mut lines = lines(&text, 1).unwrap();
    unmerge_lines(&mut lines);
    let texts: Vec<&str> = lines.iter().skip(6).map(|line| line.fields[0].text.as_str()).collect();
    assert_eq!(texts, ["收费", "许可", "5", "处罚", "7", "其他", "规章", "0", "0", "0"]);
}

#[test]
fn masses_are_bounded() {
    let masses = [
        "|".repeat(100_000),
        "|\n".repeat(100_000),
        "a|b\n".repeat(100_000),
        "+--+\n".repeat(100_000),
        format!("{}\n", "+-".repeat(100_000)).repeat(3),
        "---- ----\n".repeat(100_000),
        "甲 乙\n---- ----\n\n".repeat(50_000),
        "{|\n".repeat(100_000),
        "|===\n|a\n\n".repeat(50_000),
        "[a]{b}".repeat(100_000),
        "<span>".repeat(100_000),
        "|\n甲\n甲\n甲\n甲\n甲\n甲\n甲\n甲\n甲\n".repeat(20_000),
        "a ".repeat(1_000_000),
        format!("---- ----\n{}", "a ".repeat(1_000_000)),
    ];
    let spent = Spent::from_now();
    for text in masses {
        let _ = lines(&text, 1).map(|mut lines| unmerge(&mut lines));
    }
    assert!(spent.by_now().as_secs() < 30, "{:?}", spent.by_now());
}
