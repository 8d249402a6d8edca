//! Lines that are whole reports, and lines that only look so.

use crate::base::spent::Spent;
use crate::form;
use crate::read::document::block::blocks;

use super::*;

fn lines(text: &str) -> Vec<String> {
    let form = form::newest();
    let lexicon = Lexicon::new(form);
    let blocks = Unroller::new(form, &lexicon).unroll(blocks(text).unwrap());
    blocks.iter().map(|block| block.fields.join("|")).collect()
}

#[test]
fn a_report_on_one_line_is_cut_at_headings_labels_and_values() {
    let text = "甲县乙局2023年政府信息公开工作年度报告　　一、总体情况　　2023年，公开行政规范性文件2件、行政处罚3件。成绩明显。\
                二、主动公开政府信息情况第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件2 0 \
                9第二十条第（五）项信息内容本年处理决定数量行政许可31第二十条第（八）项信息内容本年收费金额（单位：万元）\
                行政事业性收费0.37(二)公开的类别2023年共5类。三、收到和处理政府信息公开申请情况";
    assert_eq!(
        lines(text),
        [
            "甲县乙局2023年政府信息公开工作年度报告",
            "一、总体情况",
            "2023年，公开行政规范性文件2件、行政处罚3件。成绩明显。",
            "二、主动公开政府信息情况",
            "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数",
            "规章000",
            "行政规范性文件2 0 9",
            "第二十条第（五）项信息内容本年处理决定数量",
            "行政许可31",
            "第二十条第（八）项信息内容本年收费金额（单位：万元）",
            "行政事业性收费0.37",
            "(二)公开的类别2023年共5类。",
            "三、收到和处理政府信息公开申请情况",
        ]
    );
}

#[test]
fn half_glued_values_end_before_the_next_label() {
    let text = "三、本年度办理结果（一）予以公开110 0 0 0 011（二）部分公开（区分处理的，只计这一情形，不计其他情形）\
                00 0 0 0 00（三）不予公开1.属于国家秘密0 0 0 0 0 002.其他法律行政法规禁止公开0 0 0 0 0 003.危及三安全000000 0";
    assert_eq!(
        lines(text),
        [
            "三、本年度办理结果",
            "（一）予以公开110 0 0 0 011",
            "（二）部分公开（区分处理的，只计这一情形，不计其他情形）00 0 0 0 00",
            "（三）不予公开",
            "1.属于国家秘密0 0 0 0 0 00",
            "2.其他法律行政法规禁止公开0 0 0 0 0 00",
            "3.危及三安全000000 0",
        ]
    );
}

#[test]
fn cells_between_bars_become_rows_and_paragraphs() {
    let text = "甲局2023年年度报告|一、总体情况|今年好。|三、收到和处理政府信息公开申请情况|申请人情况|自然人|总计|\
                一、本年新收政府信息公开申请数量|5|0|0|0|0|0|5|二、上年结转政府信息公开申请数量|0||0|0|0|0|0|（七）总计|5|0|0|0|0|0|5|\
                六、其他需要报告的事项|无。";
    assert_eq!(
        lines(text),
        [
            "甲局2023年年度报告",
            "一、总体情况",
            "今年好。",
            "三、收到和处理政府信息公开申请情况",
            "申请人情况|自然人|总计",
            "一、本年新收政府信息公开申请数量|5|0|0|0|0|0|5",
            "二、上年结转政府信息公开申请数量|0||0|0|0|0|0",
            "（七）总计|5|0|0|0|0|0|5",
            "六、其他需要报告的事项",
            "无。",
        ]
    );
}

#[test]
fn prose_and_rows_are_left_alone() {
    for text in [
        "全年办理行政许可12件、行政处罚3件、行政强制0件，行政事业性收费0元，制发规章2件，规范性文件3件。",
        "本报告见“三、收到和处理政府信息公开申请情况”一节，其中一、总体情况为概述，共计12件申请。",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请0 0 0 0 0 0 0",
        "（三）不予公开1.属于国家秘密0409000",
        "| 行政许可 | 5 | 0 | 0 | 0 | 0 |",
    ] {
        let before: Vec<String> = blocks(text).unwrap().iter().map(|block| block.fields.join("|")).collect();
        assert_eq!(lines(text), before, "{text}");
    }
}

#[test]
fn each_piece_knows_its_place_in_the_line() {
    let text = "甲县乙局2023年政府信息公开工作年度报告　　一、总体情况　　2023年很好。二、主动公开政府信息情况无";
    let form = form::newest();
    let lexicon = Lexicon::new(form);
    let chars: Vec<char> = text.chars().collect();
    for block in Unroller::new(form, &lexicon).unroll(blocks(text).unwrap()) {
        let at = usize::try_from(block.column).unwrap() - 1;
        let piece: String = chars[at..].iter().take(block.fields[0].chars().count()).collect();
        assert_eq!(piece, block.fields[0]);
    }
}

#[test]
fn masses_on_one_line_end_soon() {
    let spent = Spent::from_now();
    for piece in
        ["|", "0|", "一、总体情况", "规章000", "（", "行政许可5|", "三、收到和处理政府信息公开申请情况 其他 ", "和"]
    {
        lines(&piece.repeat(100_000 / piece.len() * 10));
    }
    assert!(spent.by_now().as_secs() < 60, "{:?}", spent.by_now());
}
