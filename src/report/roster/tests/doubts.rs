//! What is not understood in a roster, or cannot be, is named with line and column, and the rest is used.

use super::*;
use crate::words::{Describe as _, ZH};

/// The names that are used, and what is said.
fn said(csv: &str) -> (Vec<String>, Vec<String>) {
    let roster = Roster::parse(csv.as_bytes()).unwrap();
    let names = roster.entries().iter().map(|entry| entry.name.to_string()).collect();
    (names, roster.notes().iter().map(|note| note.describe(ZH)).collect())
}

fn says(csv: &str, expected: &[&str]) {
    let (_, notes) = said(csv);
    assert_eq!(notes, expected, "{csv}");
}

#[test]
fn lines_that_are_no_agencies_are_named_and_passed_over() {
    let csv = "序号,名称,地区\n,一、县直部门,\n1,甲县教育局,甲县\n2,,甲县\n3,—,甲县\n,合计2家,\n序号,名称,地区\n4,甲县财政局,甲县\n注：以上为全部,,\n";
    let (names, notes) = said(csv);
    assert_eq!(names, ["甲县教育局", "甲县财政局"]);
    let begins: Vec<&str> = notes.iter().map(|note| note.split('：').next().unwrap()).collect();
    assert_eq!(begins, ["第 2 行第 2 列", "第 4 行第 2 列", "第 5 行第 2 列", "第 6 行第 2 列", "第 9 行第 2 列"]);
    assert_eq!(notes[0], "第 2 行第 2 列：“一、县直部门”不像机关（合计、分组或说明），本行不计");
}

#[test]
fn columns_and_fields_of_which_nothing_is_used_are_named() {
    says(
        "名称,电话,name,地区\n甲局,1,乙局,甲县,多,\n",
        &[
            "第 1 行：没有用到的列：电话（第 2 列）",
            "第 1 行第 3 列：列“name”出现两次",
            "第 2 行第 5 列：多于标题行的列数：内容中有逗号的，请加引号（如 \"1,234\"）",
        ],
    );
}

#[test]
fn an_open_quote_is_named_and_its_line_used() {
    let (names, notes) = said("名称,地区\n甲县教育局,\"甲县\n\"甲县财政局,甲县\n\"甲县\n民政局\",甲县\n");
    assert_eq!(names, ["甲县教育局", "甲县财政局", "甲县民政局"]);
    assert_eq!(notes, ["第 2 行第 2 列：引号没有成对", "第 3 行第 1 列：引号没有成对"]);
}

#[test]
fn values_that_mean_nothing_are_named_and_left_out() {
    says(
        "名称,层级,成立时间,撤销时间,报送日期\n甲局,第一类,2024,2022,昨天\n乙局,县级,2020年5月,2020年9月,\n",
        &[
            "第 2 行第 2 列：看不出“第一类”是哪一级（应如 市、县、乡镇、county-department），不计",
            "第 2 行第 3 列：起始 2024 年在终止 2022 年之后，两者都不计",
            "第 2 行第 5 列：“昨天”不是日期（应如 2025-01-20）",
        ],
    );
}

#[test]
fn parents_that_nobody_has_and_rings_of_parents_are_named() {
    let csv = "名称,上级\n甲县政府,甲县教育局\n甲县教育局,甲县政府\n甲县财政局,甲县人大\n甲县民政局,甲县人大\n丙局,丙局\n丁局,甲县政府\n";
    says(
        csv,
        &[
            "第 2 行第 2 列：以“甲县教育局”为上级，而它的上级又回到本机关：这些上级不计",
            "第 3 行第 2 列：以“甲县政府”为上级，而它的上级又回到本机关：这些上级不计",
            "第 4 行第 2 列：名册中没有上级“甲县人大”（另有 1 行相同）",
            "第 6 行第 2 列：以“丙局”为上级，而它的上级又回到本机关：这些上级不计",
        ],
    );
    let roster = Roster::parse(csv.as_bytes()).unwrap();
    let parents: Vec<Option<&str>> = roster.entries().iter().map(|entry| entry.parent.as_deref()).collect();
    assert_eq!(parents, [None, None, Some("甲县人大"), Some("甲县人大"), None, Some("甲县政府")]);
}

#[test]
fn predecessors_that_cannot_be_or_that_nobody_has_are_named() {
    let csv = "名称,前身\n甲县商务局,甲县商务局、甲县外贸局\n甲县东局,甲县西局\n甲县西局,甲县东局\n";
    says(
        csv,
        &[
            "第 2 行第 2 列：把自己写作前身，不计",
            "第 2 行第 2 列：名册中没有的前身 1 个（甲县外贸局）：以往年报中有同名的，仍作前身",
            "第 3 行第 2 列：与“甲县西局”互为前身，不计",
            "第 4 行第 2 列：与“甲县东局”互为前身，不计",
        ],
    );
    let roster = Roster::parse(csv.as_bytes()).unwrap();
    let heirs = |name: &str| roster.successors(name, &[]).count();
    assert_eq!((heirs("甲县外贸局"), heirs("甲县商务局"), heirs("甲县东局")), (1, 0, 0));
}

#[test]
fn many_predecessors_that_have_left_the_roster_are_said_once() {
    let lines: String = (1..=9).map(|n| format!("甲县第{n}局,甲县旧{n}局\n")).collect();
    says(
        &format!("名称,前身\n{lines}"),
        &[
            "第 2 行第 2 列：名册中没有的前身 9 个（甲县旧1局、甲县旧2局、甲县旧3局、甲县旧4局、甲县旧5局…）：以往年报中有同名的，仍作前身",
        ],
    );
}

#[test]
fn a_name_of_two_agencies_is_named_where_their_regions_do_not_tell_them_apart() {
    says(
        "名称,别名,地区\n甲县教育局,教体局,甲县\n甲县体育局,教体局,甲县\n乙县教育局,教体局,乙县\n甲县卫健委,甲县教育局,甲县\n",
        &[
            "第 3 行第 2 列：“教体局”也是第 2 行机关的名称或别名：只写这个名称的年报分不清是哪一家",
            "第 5 行第 2 列：“甲县教育局”也是第 2 行机关的名称或别名：只写这个名称的年报分不清是哪一家",
        ],
    );
}

#[test]
fn one_agency_in_two_regions_is_counted_where_its_name_says() {
    let csv = "名称,地区\n松溪县教育局,云塘市/青岭县\n松溪县教育局,云塘市/松溪县\n松溪县教育局,云塘市\n松溪县 教育局,云塘市/松溪县\n\
        朝阳区教育局,北京市/朝阳区\n朝阳区教育局,长春市/朝阳区\n教育局,甲县\n教育局,乙县\n";
    let (names, notes) = said(csv);
    assert_eq!(names, ["松溪县教育局", "朝阳区教育局", "朝阳区教育局", "教育局", "教育局"]);
    assert_eq!(
        notes,
        [
            "第 2 行第 2 列：名称中的地名是松溪县，地区却是青岭县，请核对",
            "第 2 行第 2 列：与第 3 行同名，地区不同，而名称中的地名在那一行的地区里：本行不计",
            "第 4 行第 2 列：与第 3 行同名，地区不同，而名称中的地名在那一行的地区里：本行不计",
            "第 5 行第 1 列：与第 3 行是同一机关",
        ]
    );
    says(
        "名称,地区\n松溪县水利局,云塘市\n松溪县水利局,平泽市\n青岭县水利局,云塘市/松溪县\n",
        &[
            "第 3 行第 2 列：与第 2 行同名，地区不同：按两家机关计，请核对",
            "第 4 行第 2 列：名称中的地名是青岭县，地区却是松溪县，请核对",
        ],
    );
}

#[test]
fn names_alone_are_a_roster() {
    let (names, notes) = said("单位名称\n甲县教育局\n甲县财政局\n");
    assert_eq!((names.len(), notes.len()), (2, 0));
}

#[test]
fn nothing_is_said_of_a_roster_as_it_should_be() {
    let csv = "名称,别名,地区,层级,上级,前身\n\
        云塘市人民政府,,北溪省/云塘市,city-government,,\n\
        松溪县人民政府,,北溪省/云塘市/松溪县,county-government,云塘市人民政府,\n\
        松溪县东区,,北溪省/云塘市/松溪县,,松溪县人民政府,松溪县西区\n\
        松溪县西区,,北溪省/云塘市/松溪县,,松溪县人民政府,\n\
        国家税务总局松溪县税务局,税务局,北溪省/云塘市/松溪县,中央垂直,,\n";
    says(csv, &[]);
}
