mod any;

use std::fmt::Write as _;
use std::ops::Range;

use super::mask::{LAW, NAME, NUMBER, PHRASE, Tokens as _};
use super::*;
use crate::base::spent::Spent;
use crate::check::Severity;
use crate::form;
use crate::report::{Agency, Cells, Lean, Narrative, SafeText, Section};

fn comparer() -> Comparer<'static> {
    Comparer::new(&Basis::standard())
}

fn report(name: &str, year: u16, one: &str, five: &str) -> Report {
    let form = form::newest();
    let agency = Agency {
        name: SafeText::line(name),
        region: [SafeText::line("松原省"), SafeText::line("柳河县")].into(),
        ..Agency::default()
    };
    let section =
        |number, text: &str| Section { number, heading: SafeText::line("（略）"), text: SafeText::lines(text) };
    let sections = vec![section(1, one), section(5, five), section(6, "无")];
    let head = Head { agency, year, version: None };
    Report {
        lean: Lean { head, form, cells: Cells::missing(form), remarks: 0 },
        narrative: Narrative { sections, ..Narrative::default() },
    }
}

fn shown(name: &str, text: &str) -> String {
    let comparer = comparer();
    let report = report(name, 2024, text, "");
    let ready = comparer.comparable(&report, "x");
    comparer.masked(&ready, &ready, 1).show()
}

fn found(first: &Report, second: &Report) -> Vec<(PairSide, Finding)> {
    let comparer = comparer();
    comparer.check_pair(&comparer.comparable(first, "first"), &comparer.comparable(second, "second"), [true; 2])
}

fn rules_of(found: &[(PairSide, Finding)]) -> Vec<(PairSide, &str)> {
    found.iter().map(|(side, finding)| (*side, &*finding.rule.id)).collect()
}

/// Evidence must be found again where it says it is, in the report it names.
fn assert_evidence(finding: &Finding, own: &Report, other: &Report) {
    assert!(!finding.evidence().is_empty());
    for (index, evidence) in finding.evidence().iter().enumerate() {
        let report = if index % 2 == 0 { own } else { other };
        assert_eq!(evidence.report.is_some(), index % 2 == 1);
        let passage: String = text(report, evidence.section)
            .unwrap()
            .chars()
            .skip(evidence.start)
            .take(evidence.end - evidence.start)
            .collect();
        assert_eq!(evidence.text.as_str(), passage);
        assert!(!passage.is_empty());
    }
}

/// An invented section one: numbers, the agency's name and the law's title in it.
fn situation(name: &str, year: u16, numbers: [u32; 4]) -> String {
    let [a, b, c, d] = numbers;
    format!(
        "{year}年，{name}依照《柳河县信息发布办法》推进公开，把办事窗口的常见疑问整理成册，摆放在大厅显眼处。\n\
         （一）门户网站发布消息{a}条，其中河道整治进展{b}条，全部配有现场照片和坐标，渔民据此安排了收网时间。\n\
         （二）收到书面来信{c}封，逐封登记编号，由值班人员当天拆阅、次日分送，回信平均用时{d}个工作日。\n\
         （三）老旧栏目合并为一处，按照字母顺序排列，删去了打不开的附件，并请退休职工试用后再定稿。\n\
         （四）夏季汛期每天早晚各播报一次水位，遇到强降雨改为每小时播报，村口喇叭与短信同时发出。"
    )
}

const OTHER_SITUATION: &str = "图书漂流角设在候车亭旁，读者凭借书卡可以带走两本，月底由志愿者清点补充。\
    校园开放日邀请家长旁听，食堂后厨全程直播，菜谱提前张贴。\
    冬季供暖期间，换热站的温度曲线每天更新，投诉较多的楼栋单独标出，维修师傅电话附在后面。\
    果园技术员下地指导剪枝，现场讲解录成短片，播放次数超过预期。";

const FIVE: &str = "目前存在的主要问题：一是渔汛公告张贴位置偏僻，老人看不到；二是来信分送靠人工传递，雨天常有延误；\
    三是网站附件格式陈旧，手机打不开。\n下一步，把公告栏移到码头入口，添置一辆电动车专门送信，附件一律改用通用格式，\
    并在每月第一周逐个试开。";

#[test]
fn names_numbers_laws_and_set_phrases_are_masked() {
    assert_eq!(
        shown(
            "柳河县教育局",
            "柳河县教育局２０２４年收到1,234.5件，占３０％；我局、本县依《教育督导条例》办理教育申请。"
        ),
        "○#年收到#件占#○依《》办理○申请"
    );
    assert_eq!(shown("柳河县教育局", "本年度无其他需要报告的事项。"), "…");
    assert_eq!(shown("柳河县水利局", "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。河道"), "…河道");
    assert_eq!(shown("柳河县水利局", "现将柳河县水利局2023年政府信息公开工作年度报告公布如下：收信"), "…收信");
    // A title that does not end is no title.
    assert_eq!(shown("柳河县水利局", "《河道\n整治》"), "河道整治");
}

#[test]
fn masked_ranges_lead_back_to_the_original() {
    let text = "我局　共收到12封、其中《办法》三封。";
    let comparer = comparer();
    let masked: Masked = comparer.masker.mask(text.chars(), &Names::default());
    let original = |range: Range<usize>| -> String {
        let range = masked.original(range);
        text.chars().skip(range.start).take(range.len()).collect()
    };
    assert_eq!(masked.tokens()[..5], [NAME, '共', '收', '到', NUMBER]);
    assert_eq!(original(0..2), "我局　共");
    assert_eq!(original(4..5), "12");
    let law = masked.tokens().iter().position(|&token| token == LAW).unwrap();
    assert_eq!(original(law - 2..law + 1), "其中《办法》");
    assert!(!masked.tokens().contains(&PHRASE));
}

#[test]
fn a_section_with_other_names_and_numbers_is_a_copy() {
    let first = report("柳河县水利局", 2024, &situation("柳河县水利局", 2024, [310, 24, 17, 3]), "");
    let second = report("柳河县民政局", 2024, &situation("柳河县民政局", 2024, [92, 5, 1, 4]), "");
    let found = found(&first, &second);
    assert_eq!(rules_of(&found), [(PairSide::First, "SIM-02"), (PairSide::Second, "SIM-02")]);
    assert_evidence(&found[0].1, &first, &second);
    assert_evidence(&found[1].1, &second, &first);
    assert_eq!(found[0].1.evidence()[1].report.as_ref().unwrap().as_str(), "second");
    assert_eq!(found[0].1.severity, Severity::Warning);
    assert_ne!(found[0].1.fingerprint, found[1].1.fingerprint);
}

#[test]
fn a_copy_of_an_earlier_report_is_about_the_later_one() {
    let first = report("柳河县水利局", 2024, &situation("柳河县水利局", 2024, [310, 24, 17, 3]), "");
    let second = report("柳河县民政局", 2022, &situation("柳河县民政局", 2022, [92, 5, 1, 4]), "");
    assert_eq!(rules_of(&found(&first, &second)), [(PairSide::First, "SIM-02")]);
    assert_eq!(rules_of(&found(&second, &first)), [(PairSide::Second, "SIM-02")]);
}

#[test]
fn official_sentences_in_common_are_no_copy() {
    let official = "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）的规定，编制本报告。\
        本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、\
        存在的主要问题及改进情况、其他需要报告的事项六个部分组成。\
        本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。坚持以公开为常态、不公开为例外，\
        深入贯彻落实党中央、国务院关于全面推进政务公开工作的决策部署。未发生因政府信息公开引起的行政复议和行政诉讼。";
    let first = report("柳河县水利局", 2024, &format!("{official}{}", situation("我局", 2024, [1, 2, 3, 4])), "");
    let second = report("柳河县民政局", 2024, &format!("{official}{OTHER_SITUATION}"), "");
    assert_eq!(found(&first, &second), []);
    // Nothing else in it: too little is left to compare.
    let bare = |name| report(name, 2024, official, "无");
    assert_eq!(found(&bare("柳河县水利局"), &bare("柳河县民政局")), []);
    let sketch = comparer().sketch(&bare("柳河县水利局"));
    assert!(sketch.parts.iter().all(|part| !part.is_some()));
}

#[test]
fn half_a_copied_section_is_below_the_threshold() {
    let copied = situation("我局", 2024, [1, 2, 3, 4]);
    let first = report("柳河县水利局", 2024, &copied, "");
    let second = report("柳河县民政局", 2024, &format!("{copied}{OTHER_SITUATION}"), "");
    let comparer = comparer();
    let similarity =
        comparer.similarity(&comparer.comparable(&first, "a"), &comparer.comparable(&second, "b"), 1).unwrap();
    assert!((600..850).contains(&similarity.per_mille), "{}", similarity.per_mille);
    assert_eq!(found(&first, &second), []);
}

#[test]
fn last_years_text_with_new_numbers_is_a_copy() {
    let name = "柳河县水利局";
    let now = report(name, 2024, &situation(name, 2024, [310, 24, 17, 3]), OTHER_SITUATION);
    let before = report(name, 2023, &situation(name, 2023, [280, 19, 20, 5]), FIVE);
    for (one, other, side) in [(&now, &before, PairSide::First), (&before, &now, PairSide::Second)] {
        let found = found(one, other);
        assert_eq!(rules_of(&found), [(side, "SIM-01")]);
        assert_evidence(&found[0].1, &now, &before);
    }
    // Two years apart, or the text rewritten: nothing.
    let long_ago = report(name, 2022, &situation(name, 2022, [1, 2, 3, 4]), FIVE);
    assert_eq!(found(&now, &long_ago), []);
    assert_eq!(found(&now, &report(name, 2023, OTHER_SITUATION, FIVE)), []);
}

#[test]
fn problems_in_the_words_of_last_year_are_unanswered() {
    let name = "柳河县水利局";
    let before = report(name, 2023, "", FIVE);
    let rewritten = "上年所列问题已着手解决：公告栏移到码头，送信车已经到位。\n\
        还存在以下问题：1.渔汛公告张贴位置偏僻，老人看不到；2.来信分送靠人工传递，雨天常有延误；3.夜间值班无人接听电话。\n\
        2025年拟采取以下措施：增派夜班人员，沿街增设六块电子屏，统一由镇里维护，坏了当天就修。";
    let now = report(name, 2024, "", rewritten);
    let found = found(&now, &before);
    assert_eq!(rules_of(&found), [(PairSide::First, "Y-10")]);
    assert_evidence(&found[0].1, &now, &before);
    assert!(found[0].1.evidence()[0].text.contains("渔汛公告张贴位置偏僻"));
    let values = &found[0].1.said().unwrap().values;
    assert!(
        values.iter().any(|(name, value)| *name == "repeated" && value.text(crate::words::ZH) == "2"),
        "{values:?}"
    );
}

#[test]
fn one_problem_of_three_again_or_the_same_measures_are_no_repetition() {
    let name = "柳河县水利局";
    let before = report(name, 2023, "", FIVE);
    let one_again = "目前存在的主要问题：一是渔汛公告张贴位置偏僻，老人看不到；二是船坞照明损坏较多，夜里不便行走；\
        三是外来船员听不懂本地广播。\n下一步，更换灯具，广播加播普通话。";
    assert_eq!(found(&report(name, 2024, "", one_again), &before), []);
    let same_measures = "目前存在的主要问题：一是船坞照明损坏较多，夜里不便行走；二是外来船员听不懂本地广播。\n\
        下一步，把公告栏移到码头入口，添置一辆电动车专门送信，附件一律改用通用格式，并在每月第一周逐个试开。";
    assert_eq!(found(&report(name, 2024, "", same_measures), &before), []);
}

#[test]
fn the_place_of_a_finding_is_the_section_and_the_other_report() {
    let first = report("柳河县水利局", 2024, &situation("我局", 2024, [1, 2, 3, 4]), "");
    let other = |year: u16, last: u32| report("柳河县民政局", year, &situation("我局", year, [9, 9, 9, last]), "");
    let fingerprint = |second: &Report, id: &str| {
        let comparer = comparer();
        let (first, second) = (comparer.comparable(&first, "x"), comparer.comparable(second, id));
        comparer.check_pair(&first, &second, [true; 2])[0].1.fingerprint
    };
    assert_eq!(fingerprint(&other(2024, 1), "a"), fingerprint(&other(2024, 2), "b"));
    assert_ne!(fingerprint(&other(2024, 1), "a"), fingerprint(&other(2023, 1), "a"));
}

fn candidates(reports: &[Report]) -> Candidates {
    let comparer = comparer();
    let sketches: Vec<Sketch> = reports.iter().map(|report| comparer.sketch(report)).collect();
    comparer.candidates(&sketches)
}

#[test]
fn candidates_are_copies_and_years_of_one_agency_but_not_strangers() {
    let reports = [
        report("柳河县水利局", 2024, &situation("柳河县水利局", 2024, [310, 24, 17, 3]), ""),
        report("柳河县教育局", 2024, OTHER_SITUATION, ""),
        report("柳河县民政局", 2024, &situation("柳河县民政局", 2024, [92, 5, 1, 4]), ""),
        report("柳河县教育局", 2023, OTHER_SITUATION, ""),
        // Across years too, but the two agencies are already alike in 2024.
        report("柳河县民政局", 2022, &situation("柳河县民政局", 2022, [92, 5, 1, 4]), ""),
    ];
    let found = candidates(&reports);
    let pair = |first, second| Pair { first, second, sections: [true, false] };
    assert_eq!(found.pairs, [pair(0, 2), pair(1, 3)]);
    assert_eq!(found.groups, []);
}

#[test]
fn a_template_of_many_is_one_group_and_said_once_for_each() {
    let name = |index: u32| format!("柳河县第{}所", char::from_u32(u32::from('甲') + index).unwrap());
    let of = |count: u32| -> Vec<Report> {
        let text = |index| situation(&name(index), 2024, [index, 2, 3, 4]);
        (0..count).map(|index| report(&name(index), 2024, &text(index), OTHER_SITUATION)).collect()
    };
    // Eleven agencies: each has ten others, as many as the limit.
    let few = candidates(&of(11));
    assert_eq!(few.groups, []);
    // Of the 55 pairs those that somebody needs: five for each at least.
    let pairs_of = |at: u32| few.pairs.iter().filter(|pair| pair.first == at || pair.second == at).count();
    assert!((0..11).all(|at| pairs_of(at) >= 5), "{:?}", few.pairs);
    for count in [12, 60] {
        let reports = of(count);
        let many = candidates(&reports);
        assert_eq!(many.pairs, []);
        assert_eq!(many.groups.iter().map(|group| group.section).collect::<Vec<_>>(), [1, 5]);
        let group = &many.groups[0];
        assert_eq!((group.agencies, group.members.len() + 1), (count, count as usize));
        let comparer = comparer();
        let [member, leader] = [group.members[0], group.leader].map(|at| &reports[at as usize]);
        let [ready, lead] = [member, leader].map(|report| comparer.comparable(report, "x"));
        let finding = comparer.check_group(&ready, &lead, group).unwrap();
        assert_eq!((&*finding.rule.id, finding.severity), ("SIM-02", Severity::Info));
        assert_evidence(&finding, member, leader);
        let stranger = report("柳河县教育局", 2024, OTHER_SITUATION, "");
        assert_eq!(comparer.check_group(&comparer.comparable(&stranger, "y"), &lead, group), None);
    }
}

#[test]
fn what_could_not_be_compared_is_said() {
    let ids = |has_last_year, agencies| -> Vec<String> {
        comparer().unchecked(has_last_year, agencies).iter().map(|entry| entry.rule.id.to_string()).collect()
    };
    assert_eq!(ids(true, 2), Vec::<String>::new());
    assert_eq!(ids(false, 2), ["Y-10", "SIM-01"]);
    assert_eq!(ids(true, 1), ["SIM-02"]);
}

#[test]
fn a_sketch_is_small_and_the_same_everywhere() {
    assert!(size_of::<Sketch>() <= 512, "{}", size_of::<Sketch>());
    let report = report("柳河县水利局", 2024, OTHER_SITUATION, "");
    let sketch = comparer().sketch(&report);
    assert_eq!(sketch, comparer().sketch(&report));
}

#[test]
fn sketches_estimate_how_many_runs_are_common() {
    // Letters that stand for themselves, all different: runs are counted exactly.
    let letters = |range: Range<u32>| -> String { range.filter_map(|at| char::from_u32(0x5000 + at)).collect() };
    let part = |text: &str| SectionSketch::of(&comparer().masker.mask(text.chars(), &Names::default()));
    for (length, overlap) in [(100, 80), (1000, 800), (5000, 2500)] {
        let (one, other) = (letters(0..length), letters(length - overlap..2 * length - overlap));
        let expected = LANES * (overlap as usize - 3) / (2 * length as usize - overlap as usize - 3);
        let equal = usize::from(part(&one).equal_lanes(&part(&other)));
        assert!(equal.abs_diff(expected) <= 15, "{length} {overlap}: {equal}, expected {expected}");
    }
}

#[test]
fn a_huge_text_that_repeats_itself_takes_bounded_time() {
    let same = "公开".repeat(200_000);
    let mixed: String = (0..60_000).fold(String::new(), |mut text, at: u32| {
        let _ = write!(text, "{}", ['甲', '乙', '丙'][(at.wrapping_mul(2_654_435_761) >> 30) as usize % 3]);
        text
    });
    let reports = [
        report("柳河县水利局", 2024, &same, &mixed),
        report("柳河县民政局", 2024, &mixed, &same),
        report("柳河县教育局", 2024, &format!("{same}。"), &format!("甲{mixed}")),
    ];
    let spent = Spent::from_now();
    for one in &reports {
        for other in &reports {
            let _ = found(one, other);
        }
    }
    // Seconds at worst, without optimisation; without bounds it would be hours.
    assert!(spent.by_now().as_secs() < 60, "{:?}", spent.by_now());
}

#[test]
fn pieces_put_together_are_the_text() {
    let text = "甲乙丙丁戊己";
    let pieces = view::pieces(text, [3..5, 0..1, 4..6, 9..12]);
    let shown: Vec<(&str, Option<usize>)> = pieces.iter().map(|piece| (piece.text, piece.passage)).collect();
    assert_eq!(shown, [("甲", Some(1)), ("乙丙", None), ("丁戊", Some(0)), ("己", None)]);
}
