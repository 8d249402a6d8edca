use crate::check::fixture::narrative::{raised, report};
use crate::check::{Basis, check_whole, message};
use crate::words::Lang;

const BUREAU: &str = "青岚县水务局";
/// The rules that hold a text against itself.
const RULES: [&str; 6] = ["N-04", "N-07", "N-12", "N-13", "N-14", "N-16"];

fn said(text: &str, cells: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut found = raised(&report(BUREAU, 1, text, cells));
    found.retain(|(rule, _)| RULES.contains(&rule.as_str()));
    found
}

/// One finding of this rule at this passage, and no other.
fn finds(rule: &str, text: &str, passage: &str) {
    assert_eq!(said(text, &[]), [(rule.to_owned(), passage.to_owned())], "{text}");
}

fn is_silent(text: &str) {
    assert_eq!(said(text, &[]), [], "{text}");
}

#[test]
fn parts_of_anything_come_to_their_whole() {
    for (text, passage) in [
        ("举办专题培训2次，共126人参加，其中局机关48人、乡镇站所68人。", "48人、乡镇站所68人"),
        ("办理行政许可28件，其中甲类13件、乙类14件、其他2件。", "13件、乙类14件、其他2件"),
        ("全年培训4期，其中线上2期、线下3期。", "2期、线下3期"),
        ("检查单位52家（县直单位30家、乡镇20家）。", "30家、乡镇20家"),
        ("检查点位45家次，其中线上30家次、线下18家次。", "30家次、线下18家次"),
        ("接待咨询83人次，按来源分，县本级29人次、县直41人次、乡镇12人次。", "29人次、县直41人次、乡镇12人次"),
        ("接待咨询83人次，其中县本级29、县直41、乡镇12人次。", "29、县直41、乡镇12人次"),
        ("走访企业30家、学校20家，合计52家。", "30家、学校20家"),
        ("政务新媒体25个，其中微信公众号18个、微博4个、抖音号5个。", "18个、微博4个、抖音号5个"),
        ("公开事项72项，分别为公共服务31项、行政给付38项、总体规划5项。", "31项、行政给付38项、总体规划5项"),
    ] {
        finds("N-04", text, passage);
    }
}

#[test]
fn lists_that_leave_something_out_or_count_something_else_are_innocent() {
    for text in [
        "举办专题培训2次，共116人参加，其中局机关48人、乡镇站所68人。",
        "制作解读材料28篇，其中图文解读16篇、视频解读7篇等。",
        "制作解读材料31篇，其中图解14篇、视频9个、访谈8场。",
        "检查单位45家，其中县直单位30家、乡镇15家，发现问题62个，已整改58个，其余4个限期整改。",
        "接听热线1234通，其中环境类300通，噪声类200通，办理1200通。",
        "工作人员23人，其中专职2人、兼职5人。",
        "公开栏120个，其中县级20个，乡镇级30个，村级70个。",
        "走访企业32家、学校20家，合计52家。",
        "按主体看，企业17家、科研机构2家、律师事务所4家，其余52家为个体工商户。全年走访75家。",
        "走访75家。按类型看，企业17家、科研机构2家、律师事务所4家，其余52家为个体工商户。",
        "制定办法6部，其中集体讨论6部、听取意见6部。",
        "制定办法26部，其中有效期五年的16部，涉及企业的20部。",
        "制定办法11部（主动公开9部，配套解读8部）。",
        "全县94个预算部门中，县直60个、乡镇34个。",
        "巡查点位9个：城区5个（均已整改），乡镇2个，园区和景区各1个。",
        "新收申请13件。从办理结果看，予以公开3件、部分公开2件、无法提供2件、不予处理5件。另有1件年末收到，结转下年度。",
        "收到申请31件，其中要求公开征地批文的12件；予以公开20件，不予处理10件。",
    ] {
        is_silent(text);
    }
}

#[test]
fn what_an_open_list_leaves_out_is_no_slip_and_what_it_has_too_many_is() {
    finds("N-04", "走访企业30家，其中国有18家、民营13家。", "18家、民营13家");
    for text in [
        "走访企业30家，其中国有18家、民营11家。",
        "走访企业30家，其中规上18家、民营16家。",
        "参会人员200人，其中机关人员30人、乡镇站所20人。",
        "走访企业30家、学校20家，合计580家。",
        "承接课题30项，其中主办18项、协办13项。",
    ] {
        is_silent(text);
    }
}

#[test]
fn shares_follow_from_the_numbers_beside_them() {
    let cells = [("new", "70"), ("handled", "70"), ("granted", "39")];
    let text = "办结申请70件。予以公开和部分公开共39件，占办结总数的65.7%。";
    assert_eq!(said(text, &cells), [("N-14".to_owned(), "65.7%".to_owned())]);
    assert_eq!(said(&text.replace("65.7", "55.7"), &cells), []);
    finds("N-14", "走访企业50家，其中民营企业32家，占74%。", "74%");
    finds("N-14", "涉及违法建设的18件，占60%，其余22件涉及停车。", "60%");
    is_silent("涉及违法建设的18件，占45%，其余22件涉及停车。");
    for text in [
        "走访企业50家，其中民营企业32家，占64%。",
        "民营企业15家，占75%；国有企业5家，占25%。",
        "走访企业32家，占全县企业总数的4%。",
        "考核市直部门22个，信息公开占4%。",
        "走访企业50家，其中制造业20家、服务业12家，两项合计占64%。",
        "走访企业50家，接待群众32家，占74%。",
    ] {
        is_silent(text);
    }
}

#[test]
fn shares_of_applicants_follow_from_the_table() {
    let cells = [("new", "125"), ("new/natural", "78"), ("new/research", "47"), ("handled", "125")];
    let said = |text: &str| said(text, &cells);
    assert_eq!(said("申请人中科研机构占比37.6%。"), []);
    assert_eq!(said("申请人中科研机构占比27.6%。"), [("N-14".to_owned(), "27.6%".to_owned())]);
    assert_eq!(said("共收到申请125件，企业申请占40%。"), [("N-14".to_owned(), "40%".to_owned())]);
    assert_eq!(said("共收到申请125件，自然人申请占62.4%。"), []);
    assert_eq!(said("商业企业占比0%，自然人占总数的62%。"), []);
    assert_eq!(said("重点项目中民营企业占40%。"), []);
    assert_eq!(said("共收到申请125件，民营企业占40%。"), []);
    assert_eq!(said("共收到申请125件，商业企业占比40%。"), [("N-14".to_owned(), "40%".to_owned())]);
    assert_eq!(said("去年申请人中科研机构占比27.6%。"), []);
    assert_eq!(said("申请人中科研机构占比较上年提高27.6%。"), []);
}

#[test]
fn changes_of_anything_follow_from_the_numbers_beside_them() {
    for (text, passage) in [
        ("新闻发布会举办12场，同比增加4场，增长33.3%。", "33.3%"),
        ("制作图解45个，比上年减少5个，下降12%。", "12%"),
        ("走访企业150家，较去年的120家增长20%。", "20%"),
        ("走访企业18家，较上年的15家增加4家。", "4家"),
        ("参训人数由上年的300人增至360人，增长25%。", "25%"),
    ] {
        finds("N-13", text, passage);
    }
    for text in [
        "新闻发布会举办12场，同比增加4场，增长50%。",
        "制作图解45个，比上年减少5个，下降10%。",
        "走访企业150家，较去年的120家增长25%。",
        "走访企业150家，同比增长25%（2023年120家）。",
        "走访企业16家（2023年为20家，下降20%）。",
        "参训人数由上年的300人增至360人，增长20%。",
        "粉丝数由48.2万人增至55.0万人，增长14.1%。",
        "走访企业150家，增长20%；去年走访学校100家。",
        "走访企业150家（去年120家），企业满意度提升5%。",
        "走访企业14家，比上年减少5家，下降26.3%，另有上年结转2家。",
        "走访企业连续三年增加（2022年41家，2023年50家），2024年比2023年增长24%。",
    ] {
        is_silent(text);
    }
}

#[test]
fn what_went_the_other_way_has_a_sign() {
    let message = |text: &str| {
        let report = report(BUREAU, 1, text, &[]);
        let outcome = check_whole(&report, &Basis::standard());
        let finding = outcome.findings.iter().find(|finding| &*finding.rule.id == "N-13").unwrap();
        message(report.lean.form, finding, &report.lean.cells, Lang::Zh)
    };
    assert_eq!(message("走访企业120家，较去年的150家增长30%。"), "文中称增长 30%，由 150 到 120 应为 -20.00%");
    assert_eq!(message("走访企业15家，较上年的18家增加4家。"), "文中称增长 4，由 18 到 15 相差 -3");
}

#[test]
fn one_thing_has_one_number() {
    let two = |first: &str, second: &str| {
        let mut report = report(BUREAU, 1, first, &[]);
        report.narrative.sections[4].text = crate::report::SafeText::lines(second);
        let mut found = raised(&report);
        found.retain(|(rule, _)| rule == "N-16");
        found.into_iter().map(|(_, passage)| passage).collect::<Vec<_>>()
    };
    let first = "局门户网站发布信息3286条，召开新闻发布会6场。";
    assert_eq!(two(first, "全年局门户网站发布信息3268条，其中卫生类144条。"), ["3268条"]);
    assert_eq!(two(first, "全年共举办新闻发布会4场。"), ["4场"]);
    assert_eq!(two("市局在网站发布信息1352条。", "全年网站发布信息1325条。"), ["1325条"]);
    let trained = "全年举办政务公开培训3期。";
    assert_eq!(two(trained, "一年来，虽然组织了2期政务公开培训，仍有科室不会填报。"), ["2期"]);
    assert_eq!(two(trained, "组织了2期培训。"), [""; 0]);
    let whole = "各项公开工作有序推进并取得了一定成效，全年共举办新闻发布会4场。";
    assert_eq!(two(first, whole), ["4场"]);
    assert_eq!(two(first, &whole.replace("全年共", "")), [""; 0]);
    assert_eq!(two(first, &whole.replace("各项", "围绕")), [""; 0]);
    for second in [
        "全年局门户网站发布信息3286条。",
        "上半年局门户网站发布信息1200条。",
        "2023年局门户网站发布信息3100条。",
        "局门户网站累计发布信息9268条。",
        "局微信公众号发布信息3268条。",
        "其中召开新闻发布会4场。",
        "围绕征收补偿和营商环境主题，召开新闻发布会4场。",
        "2025年将召开新闻发布会8场。",
    ] {
        assert_eq!(two(first, second), [""; 0], "{second}");
    }
}

#[test]
fn what_is_counted_twice_is_named_as_it_is_written() {
    let mut report = report(BUREAU, 1, "举办政务公开培训3期。", &[]);
    report.narrative.sections[4].text = crate::report::SafeText::lines("组织了2期政务公开培训。");
    let outcome = check_whole(&report, &Basis::standard());
    let finding = outcome.findings.iter().find(|finding| &*finding.rule.id == "N-16").unwrap();
    let said = message(report.lean.form, finding, &report.lean.cells, Lang::Zh);
    assert_eq!(said, "“举办政务公开培训”一处为 3期，另一处为 2期，请核对");
}

#[test]
fn what_is_of_one_level_or_form_cannot_be_more_than_all() {
    for (text, passage) in [
        ("设置查阅点16处，其中市级3处、县级8处、乡镇7处。", "3处、县级8处、乡镇7处"),
        ("发布政策解读26篇，包括文字解读12篇、图解9篇、视频7篇。", "12篇、图解9篇、视频7篇"),
        ("召开新闻发布会5场，其中市级2场、局级4场。", "2场、局级4场"),
        ("承办建议提案23件，其中人大建议9件、政协提案15件。", "9件、政协提案15件"),
        ("公开发文128件，其中主动公开65件、依申请公开28件、不予公开36件。", "65件、依申请公开28件、不予公开36件"),
        ("培训2期，第一期46人、第二期52人，共计108人次参加。", "46人、第二期52人"),
        ("办理许可27件，涉及取水12件、采砂9件、涉河项目7件、其他2件。", "12件、采砂9件、涉河项目7件、其他2件"),
        (
            "公开信息1286条，其中政府网站742条、公众号416条、新闻媒体及其他渠道118条。",
            "742条、公众号416条、新闻媒体及其他渠道118条",
        ),
    ] {
        finds("N-04", text, passage);
    }
    for text in [
        "设置查阅点18处，其中市级3处、县级8处、乡镇7处。",
        "设置查阅点26处，其中市级3处、县级8处。",
        "发布政策解读28篇，包括文字解读12篇、图解9篇、视频7篇。",
        "走访企业16家，其中规上3家、外资8家、民营7家。",
        "承办建议提案24件，其中人大建议9件、政协提案15件。",
        "公开发文129件，其中主动公开65件、依申请公开28件、不予公开36件。",
        "培训2期，第一期46人、第二期52人，共计98人次参加。",
        "办理许可27件，涉及取水12件、采砂9件、涉河项目4件。",
        "办理许可30件，涉及取水12件、采砂9件、涉河项目7件、其他2件。",
    ] {
        is_silent(text);
    }
}

#[test]
fn shares_and_changes_follow_from_the_numbers_that_are_named_beside_them() {
    finds("N-14", "门户网站公开信息300条，占全年617条的38.6%。", "38.6%");
    finds("N-14", "全年公开政府信息617条。其中：门户网站公开300条，占52.3%。", "52.3%");
    finds("N-14", "培训基层人员45人次，占总数96人次的64%。", "64%");
    finds("N-13", "主动公开信息617条，同比增加57条，上年为540条。", "57条");
    finds("N-13", "接待咨询83人次，同比减少12人次，上年为90人次。", "12人次");
    finds("N-04", "培训班118人，以会代训96人次，全年累计培训224人次。", "118人，以会代训96人次");
    finds("N-04", "培训2期，第一期60人，第二期55人，共培训125人次。", "60人，第二期55人");
    finds("N-04", "公开批准信息12条，发布招考信息8条，合计22条。", "12条，发布招考信息8条");
    finds("N-04", "开展培训2次，参训人员分别为60人、55人，合计125人次。", "60人、55人");
    for text in [
        "门户网站公开信息300条，占全年617条的48.6%。",
        "全年公开政府信息617条。其中：门户网站公开300条，占48.6%。",
        "全年公开政府信息617条。网站公开300条，占52.3%。全市公开信息574条。",
        "主动公开信息617条，同比增加57条，上年为560条。",
        "主动公开信息617条，其中图片97条，同比增加57条，上年为40条。",
        "培训班118人，以会代训96人次，全年累计培训214人次。",
        "支队120人参加，全年累计培训424人次。",
        "培训2期，第一期60人，第二期55人，共培训115人次。",
        "开展培训2次，参训人员分别为60人、55人，合计115人次。",
        "公开批准信息12条，发布招考信息8条，合计20条。",
        "公开批准信息12条，招考信息若干，补贴信息8条，合计22条。",
        "公开信息40条，其中批准信息12条，招考信息8条，合计22条。",
    ] {
        is_silent(text);
    }
}

#[test]
fn what_grew_is_whichever_number_it_follows_from() {
    let cells = [("new", "4"), ("new/natural", "3"), ("new/legal", "1"), ("handled", "4"), ("granted", "4")];
    for text in [
        "收到政府信息公开申请4件，其中自然人3件、法律服务机构1件，较2023年的2件增加2件。",
        "新收申请4件，其中自然人3件、法律服务机构1件，较上年的8件下降50%。",
        "收到申请4件，其中自然人3件，较上年的2件增加1件。",
    ] {
        assert_eq!(said(text, &cells), [], "{text}");
    }
    let text = "新收申请4件，较2023年的2件增加3件。";
    assert_eq!(said(text, &cells), [("N-13".to_owned(), "3件".to_owned())]);
}
