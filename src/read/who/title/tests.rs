//! Titles of many kinds, and what is none.

use crate::read::document::block::blocks;

use super::*;

fn of(text: &str) -> (String, String, u16) {
    let title = title(&blocks(text).unwrap(), 99).unwrap_or_default();
    (title.text, title.agency.unwrap_or_default(), title.year.unwrap_or_default())
}

fn read(text: &str) -> (String, u16) {
    let (_, agency, year) = of(text);
    (agency, year)
}

#[test]
fn titles_of_many_kinds() {
    for text in [
        "临江县示例局2023年政府信息公开工作年度报告",
        "# 临江县示例局 ２０２３ 年 政府信息公开 工作年度报告",
        "临江县示例局\n2023年政府信息公开工作年度报告",
        "索引号：0123\n临江县示例局二〇二三年\n政府信息公开年度报告",
        "2023年临江县示例局政府信息公开工作年度报告",
        "2023年度临江县示例局信息公开年度报告",
        "标题：临江县示例局2023年度政府信息公开工作年度报告",
        "索引号：01 标题：临江县示例局2023年政府信息公开工作年度报告 发布日期：2024-01-17",
        "[索引号] 01 [标题] 临江县示例局2023年政府信息公开工作年度报告 [发布机构] 县政府",
        "索引号\t01\t标题\t临江县示例局2023年政府信息公开工作年度报告\t发布机构\t临江县",
        "《临江县示例局2023年政府信息公开工作年度报告》",
        "临江县示例局政府信息公开工作年度报告\n（2023年）",
        "临江县示例局\n政府信息公开工作年度报告\n2023年度",
        "临江县示例局2023年政府信息公\n开工作年度报告",
        "临江县示例局2023年\n政府信息公开\n工作年度\n报告",
        "附件1：临江县示例局2023年政府信息公开工作年度报告",
        "临江县示例局关于2023年度政府信息公开工作情况的报告",
    ] {
        assert_eq!(read(text), ("临江县示例局".to_owned(), 2023), "{text}");
    }
    assert_eq!(read("临江县政府信息公开工作年度报告（2022年）"), ("临江县".to_owned(), 2022));
    assert_eq!(read("2023年政府信息公开工作年度报告"), (String::new(), 2023));
    assert_eq!(read("漪水市白石区\n2024年政府信息公开工作年度报告"), ("漪水市白石区".to_owned(), 2024));
}

#[test]
fn what_speaks_of_a_report_is_not_always_its_title() {
    for text in [
        "本年政府信息公开工作顺利。特此报告。",
        "根据《条例》要求，现将临江县示例局2023年政府信息公开工作年度报告公布如下：",
        "根据《关于印发\n中华人民共和国政府信息公开工作年度报告\n格式的通知》的要求编制本报告。",
        "国务院\n省政府\n政府信息公开\n政府工作报告",
        "当前位置：首页 > 政府信息公开 > 政府信息公开年度报告",
        "组配分类：市政府部门机构信息公开工作年度报告汇总",
        "标题: 临江县示例局关于报送2023年度政府信息公开工作年度报告的函",
    ] {
        assert_eq!(of(text), Default::default(), "{text}");
    }
}

#[test]
fn of_several_candidates_the_first_with_a_year_is_the_title() {
    let menu = "政府信息公开\n临江县示例局\n政府信息公开年报\n临江县示例局2023年政府信息公开工作年度报告\n正文";
    assert_eq!(of(menu).0, "临江县示例局2023年政府信息公开工作年度报告");
    let broken = "2024 年漪水市人民政府办公厅政府信息公开\n工作年度报告\n根据《规\n定》）和《关于印发中华人民共和国政府信息公开工作年度报告\n格式的通知》编制。";
    assert_eq!(read(broken), ("漪水市人民政府办公厅".to_owned(), 2024));
}

#[test]
fn heads_and_letters_name_the_agency() {
    let title = in_head("临江县示例局2023年政府信息公开工作年度报告_政府信息公开年报_临江县人民政府").unwrap();
    assert_eq!((title.agency.as_deref(), title.year), (Some("临江县示例局"), Some(2023)));
    assert_eq!(in_head("政府信息公开年报_临江县人民政府"), None);
    let made = in_head("Microsoft Word - 临江县示例局2023年政府信息公开工作年度报告.docx").unwrap();
    assert_eq!((made.agency.as_deref(), made.year), (Some("临江县示例局"), Some(2023)));
    for none in ["Microsoft Word - 文档1", "无标题", "PowerPoint 演示文稿", "临江县示例局", ""] {
        assert_eq!(in_head(none), None, "{none}");
    }
    let letter = |text: &str| in_letter(&blocks(text).unwrap(), 9);
    let sent = "标题: 临江县示例局关于报送2023年度政府信息公开工作年度报告的函";
    assert_eq!(letter(sent).as_deref(), Some("临江县示例局"));
    assert_eq!(letter("关于报送临江县示例局2023年政府信息公开工作年度报告的函").as_deref(), Some("临江县示例局"));
    assert_eq!(letter("临江县示例局2023年政府信息公开工作年度报告"), None);
}

#[test]
fn a_logo_a_site_or_a_number_above_is_no_part_of_the_name() {
    for text in [
        "临江县示例局\n临江县示例局2023年政府信息公开工作年度报告",
        "临江县示例局\n临江县示例局\n2023年政府信息公开工作年度报告",
        "临江县人民政府\n临江县示例局\n2023年政府信息公开工作年度报告",
        "临江县人民政府门户网站\n政务公开\n临江县示例局\n2023年政府信息公开工作年度报告",
        "临江县人民政府临江县示例局2023年政府信息公开工作年度报告",
        "临示发〔2024〕3号\n临江县示例局\n2023年度政府信息公开工作年度报告",
        "临示发[2024]3号 临江县示例局2023年度政府信息公开工作年度报告",
        "Sheet1\n临江县示例局2023年政府信息公开工作年度报告",
        "\\title{临江县示例局2023年政府信息公开工作年度报告 - 临江县人民政府门户网站}",
        "[\"临江县示例局\\\n2023年政府信息公开工作年度报告",
        "表一\n临江县示例局2023年政府信息公开工作年度报告",
        "发布机构：\n县政府办公室\n名  称：\n临江县示例局2023年政府信息公开工作年度报告\n文  号：",
        "索 引 号：\n0123-2024\n标 题：\n临江县示例局2023年政府信息公开工作年度报告",
        "首页>政府信息公开年报>2023年>部门\n临江县示例局2023年政府信息公开工作年度报告",
        "临江县示例局 年度报告 临江县示例局2023年政府信息公开工作年度报告",
        "\u{200b}临江县示例局\u{feff}2023年政府信息公开工作年度报告",
    ] {
        assert_eq!(read(text), ("临江县示例局".to_owned(), 2023), "{text}");
    }
}

#[test]
fn a_name_over_two_lines_is_whole_and_what_stands_above_a_title_without_a_name_must_be_one() {
    for (text, name) in [
        ("国家税务总局\n漪水县税务局2023年政府信息公开工作年度报告", "国家税务总局漪水县税务局"),
        ("国家税务总局漪水县税务局2023年政府信息公开工作年度报告", "国家税务总局漪水县税务局"),
        ("漪水县人民政府\n办公室2023年政府信息公开工作年度报告", "漪水县人民政府办公室"),
        ("漪水县公安局\n交通管理大队2023年政府信息公开工作年度报告", "漪水县公安局交通管理大队"),
        ("漪水县公安局交通管理大队2023年政府信息公开工作年度报告", "漪水县公安局交通管理大队"),
        ("漪水县示\n例局2023年政府信息公开工作年度报告", "漪水县示例局"),
        ("政务公开\n2023年政府信息公开工作年度报告", ""),
        ("2024-01-15 09:30\n2023年政府信息公开工作年度报告", ""),
    ] {
        assert_eq!(read(text), (name.to_owned(), 2023), "{text}");
    }
}
