//! SEC-03 … SEC-10, SEC-15: what the first section must say, and how long it may be.

use std::ops::Range;

use crate::check::facts::Facts;
use crate::check::facts::agency::{is_subdistrict, stands_for_region};
use crate::check::facts::claims::{Claim, Claims};
use crate::check::facts::prose::{Prose, SectionText, has_count};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::{RuleId, id};
use crate::report::{Agency, Number, Report, Value};

use super::others;

/// The five aspects: the list of words that show each, and its name.
const ASPECTS: [(&str, &str); 5] = [
    ("proactive", "主动公开"),
    ("on-request", "依申请公开"),
    ("management", "政府信息管理"),
    ("platform", "政府信息公开平台建设"),
    ("safeguards", "监督保障"),
];
/// What a government adds.
const RESULTS: [(&str, &str); 3] =
    [("assessment", "工作考核"), ("appraisal", "社会评议"), ("accountability", "责任追究")];

/// The headings that the form has for them.
const HEADINGS: [&str; 5] = ["主动公开", "依申请公开", "信息管理", "平台", "监督保障"];
/// Where so many of them stand the text is divided by aspects, or so many are missing, it is more than a hint.
const MANY: usize = 3;

/// Applies the rules.
pub(super) fn check(facts: &Facts<'_>, part: &SectionText, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    let mut missing = missing(prose, &ASPECTS, id::SEC_03, &[1]);
    // What is said with a figure is spoken of, in whatever words.
    if sentences(prose, part, id::SEC_05, "words").into_iter().any(|sentence| has_count(part.get(&sentence))) {
        missing.retain(|aspect| *aspect != "主动公开");
    }
    // Hardly a text: that it is too short says all.
    let is_short =
        characters(&part.text) < found.profile.threshold(id::SEC_10, "limit") && found.profile.is_on(id::SEC_10);
    if !part.text.is_empty() && !is_short && !missing.is_empty() && missing.len() < ASPECTS.len() {
        let case = if missing.len() >= MANY || is_divided(part) { "aspects" } else { "few" };
        found.say(id::SEC_03, case, "1", Say::default().with("aspects", missing.join("、")));
    }
    length(part, missing.len() == ASPECTS.len(), found);
    if part.text.is_empty() {
        return;
    }
    if is_government(&report.lean.head.agency) {
        let missing = self::missing(prose, &RESULTS, id::SEC_04, &[1, 5, 6]);
        if !missing.is_empty() {
            let case = if missing.len() == RESULTS.len() { "missing" } else { "some" };
            found.say(id::SEC_04, case, "1", Say::default().with("items", missing.join("、")));
        }
    }
    if !is_short {
        figures(facts, part, found);
    }
    others::off_topic(prose, part, "situation", found);
}

/// Has it sub-headings for the aspects, as the form names them?
fn is_divided(part: &SectionText) -> bool {
    let topics = part.topics();
    let stands = |name: &&&str| topics.iter().any(|topic| part.get(&topic.heading).contains(**name));
    HEADINGS.iter().filter(stands).count() >= MANY
}

/// Does the section say how many requests were received or handled, or that there were none?
fn tells_of_requests(claims: &Claims, section: u8) -> bool {
    let told = |claim: &Claim| claim.metric.is_some_and(|metric| matches!(&*metric.id, "received" | "handled"));
    let mut said = claims.sentences.iter().filter(|said| said.section == section);
    said.any(|said| said.items.iter().map(|item| &item.claim).chain(&said.nothing).any(told))
}

/// The names of those of which no word stands in the sections.
fn missing(prose: &Prose<'_>, items: &[(&str, &'static str)], rule: RuleId, sections: &[u8]) -> Vec<&'static str> {
    let silent = |(list, _): &&(&str, &'static str)| !sections.iter().any(|section| prose.speaks(rule, list, *section));
    items.iter().filter(silent).map(|(_, name)| *name).collect()
}

/// Is it the report of a people's government? Departments, offices and subdistricts are none.
fn is_government(agency: &Agency) -> bool {
    !agency.name.is_empty() && stands_for_region(agency) && !is_subdistrict(agency)
}

fn length(part: &SectionText, silent: bool, found: &mut Collector<'_>) {
    let count = characters(&part.text);
    let limit = |id| found.profile.threshold(id, "limit");
    let (most, least) = (limit(id::SEC_09), limit(id::SEC_10));
    let say = |limit: i64| Say::default().with("count", count).with("limit", limit);
    if count > most {
        found.say(id::SEC_09, "long", "1", say(most));
    }
    if count < least {
        found.say(id::SEC_10, "short", "1", say(least));
    } else if silent && !has_count(&part.text) {
        found.say(id::SEC_10, "slogans", "1", Say::default());
    }
}

/// Characters that are not blanks.
pub(super) fn characters(text: &str) -> i64 {
    i64::try_from(text.split('\n').map(|line| line.chars().count()).sum::<usize>()).unwrap_or(i64::MAX)
}

/// The sentences of a section in which a word of the list stands.
fn sentences(prose: &Prose<'_>, part: &SectionText, rule: RuleId, list: &str) -> Vec<Range<usize>> {
    let mut sentences: Vec<Range<usize>> = Vec::new();
    for hit in prose.in_section(rule, list, part.section) {
        // Words come in the order of their ends.
        if sentences.last().is_none_or(|last| last.end < hit.end) {
            sentences.push(part.sentence_at(hit.start));
        }
    }
    sentences
}

fn figures(facts: &Facts<'_>, part: &SectionText, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    let counted = |rule: RuleId, list: &str| {
        let mut sentences = sentences(prose, part, rule, list).into_iter();
        sentences.any(|sentence| has_count(part.get(&sentence)))
    };
    let topics = part.topics();
    let topic = |words: &[&str]| topics.iter().find(|t| words.iter().any(|word| part.get(&t.heading).contains(word)));
    // Below its own heading any figure will do.
    let in_topic = |words: &[&str]| topic(words).map(|topic| has_count(part.get(&topic.whole)));
    if !counted(id::SEC_05, "words") && in_topic(&["主动公开", "公开内容"]) != Some(true) {
        found.say(id::SEC_05, "none", "1", at_topic(part, topic(&["主动公开"])));
    }
    let none = sentences(prose, part, id::SEC_06, "words").iter().any(|s| prose.speaks_in(id::SEC_06, "nothing", 1, s));
    let heading = ["申请"];
    let none = none
        || tells_of_requests(facts.claims(), part.section)
        || topic(&heading).is_some_and(|topic| prose.speaks_in(id::SEC_06, "nothing", 1, &topic.whole));
    if !none && !counted(id::SEC_06, "words") && in_topic(&heading) != Some(true) {
        found.say(id::SEC_06, "none", "1", at_topic(part, topic(&heading)));
    }
    if found.in_force(id::SEC_07) && has_documents(report) && !counted(id::SEC_07, "words") {
        found.say(id::SEC_07, "none", "1", Say::default().cells(normative(report)));
    }
    let wanted = found.profile.threshold(id::SEC_08, "wanted") > 0;
    if wanted && in_topic(&["平台"]) == Some(false) {
        found.say(id::SEC_08, "none", "1", at_topic(part, topic(&["平台"])));
    }
}

/// The heading of what is said without figures.
fn at_topic(part: &SectionText, topic: Option<&crate::check::facts::prose::Topic>) -> Say {
    topic.map_or_else(Say::default, |topic| Say::default().at(part.evidence(&topic.heading)))
}

/// The cells for normative documents that are not zero.
fn normative(report: &Report) -> Vec<crate::form::Cell> {
    let form = report.lean.form;
    let Some((table, spec)) = form.table("disclosure") else { return Vec::new() };
    let row = form.tables.get(table).and_then(|table| table.rows.iter().position(|row| &*row.id == "normative"));
    let more = |cell: &crate::form::Cell| matches!(report.lean.cells.get(*cell), Value::Number(number) if number != Number::ZERO);
    row.map(|row| spec.cells_in_row(row).filter(more).collect()).unwrap_or_default()
}

fn has_documents(report: &Report) -> bool {
    !normative(report).is_empty()
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{SITUATION, evidence, of_agency, outcome, report, said, said_under, with_section};
    use crate::check::{Profile, Severity};
    use crate::report::{Number, Value};

    /// The first section with something else instead of a stretch of it.
    fn changed(from: &str, to: &str) -> crate::report::Report {
        assert!(SITUATION.contains(from));
        with_section(1, &SITUATION.replace(from, to))
    }

    #[test]
    fn an_aspect_is_missed_only_if_nothing_speaks_of_it() {
        let (before, after) = SITUATION.split_once("（二）").unwrap();
        let without = format!("{before}{}", after.split_once('\n').unwrap().1);
        assert_eq!(said(&with_section(1, &without), "SEC-03"), ["aspects"]);
        let covered = without.replace("（五）", "全年未收到公开申请。\n（五）");
        assert_eq!(said(&with_section(1, &covered), "SEC-03"), [""; 0]);
    }

    #[test]
    fn an_aspect_left_out_is_a_hint_where_the_text_is_not_divided_by_aspects() {
        let severity = |text: &str| {
            let outcome = outcome(&with_section(1, text));
            outcome.findings.iter().find(|finding| &*finding.rule.id == "SEC-03").map(|finding| finding.severity)
        };
        let plain = "2023年，我局围绕招生入学推进公开。全年在县政府网站公布各类信息209条，其中招生考试61条、学生资助33条。受理公开申请8件，均在二十个工作日内答复，没有转入下一年度的申请。编发服务手册2000册，接受来电来访咨询412人次，属于日常解答，未作为申请登记。全县各校均在门口张贴收费标准，群众反映良好，家长随时可以翻阅。";
        assert_eq!(severity(plain), Some(Severity::Info));
        let whole = format!("{plain}文件发布前由科室审核，年末接受县里督查。");
        assert_eq!(severity(&whole), None);
        let (before, after) = SITUATION.split_once("（二）").unwrap();
        assert_eq!(severity(&format!("{before}{}", after.split_once('\n').unwrap().1)), Some(Severity::Warning));
        let bare = "2023年，我局公布各类信息209条，其中招生考试61条、学生资助33条、教师招聘45条、其他70条。义务教育阶段21所学校的招生范围、计划和程序于5月20日前全部公布，家长可以随时查阅，热线全年接听咨询3200次，答复满意的占九成以上，暑期集中解答家长疑问1200余人次，秋季开学前发放明白卡两万张，覆盖每一户有入学儿童的家庭。";
        assert_eq!(severity(bare), Some(Severity::Warning), "three or more are missing");
    }

    #[test]
    fn requests_are_told_of_in_whatever_words() {
        let told = "本年未收到政府信息公开申请，无上年结转件，";
        for text in
            ["全年收到75件，", "新收46件，自然人38件、企业8件，", "登记申请24件，个人21件，", "收到村民申请三件，"]
        {
            assert_eq!(said(&changed(told, text), "SEC-06"), [""; 0], "{text}");
            let text =
                changed(told, text).narrative.sections[0].text.replace("（二）依申请公开。", "（二）依法办理申请。");
            assert_eq!(said(&with_section(1, &text), "SEC-06"), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_a_government_tells_in_part_is_a_hint() {
        let of = |extra: &str| {
            let mut town = of_agency("临江县柳河镇人民政府");
            let bare = SITUATION.replace("，接受第三方评估1次，反馈的问题均按期整改；未发生责任追究情形", extra);
            town.narrative.sections[0].text = crate::report::SafeText::lines(&bare);
            said(&town, "SEC-04")
        };
        assert_eq!(of(""), ["missing"]);
        assert_eq!(of("，纳入各站所年度绩效考核"), ["some"]);
    }

    #[test]
    fn governments_report_on_assessment_and_others_need_not() {
        let of_agency = |name: &str| {
            let mut report = of_agency(name);
            let text = SITUATION.replace("，接受第三方评估1次，反馈的问题均按期整改；未发生责任追究情形", "");
            report.narrative.sections[0].text = crate::report::SafeText::lines(&text);
            report
        };
        assert_eq!(said(&of_agency("临江县人民政府"), "SEC-04"), ["missing"]);
        assert_eq!(said(&of_agency("临江县"), "SEC-04"), ["missing"]);
        for name in ["临江县人民政府办公室", "临江县城关街道办事处", "临江县教育局", "临江县城关街道"]
        {
            assert_eq!(said(&of_agency(name), "SEC-04"), [""; 0], "{name}");
        }
        let mut town = of_agency("临江县柳河镇人民政府");
        let text = SITUATION.replace("全年组织培训", "完成工作考核2次、社会评议1次，组织培训");
        town.narrative.sections[0].text = crate::report::SafeText::lines(&text);
        assert_eq!(said(&town, "SEC-04"), [""; 0]);
    }

    #[test]
    fn both_kinds_of_disclosure_need_figures() {
        let bare = changed("128条，其中门户网站90条，政务新媒体38条", "若干");
        let bare =
            bare.narrative.sections[0].text.replace("6件", "").replace("设栏目12个，每周检查一次链接", "按时检查");
        assert_eq!(evidence(&with_section(1, &bare), "SEC-05"), ["主动公开"]);
        assert_eq!(said(&changed("128条，其中门户网站90条，政务新媒体38条", "一百二十条"), "SEC-05"), [""; 0]);
        let silent = changed("本年未收到政府信息公开申请，无上年结转件，", "");
        assert_eq!(evidence(&silent, "SEC-06"), ["依申请公开"]);
        assert_eq!(said(&changed("未收到政府信息公开申请", "共收到 3 件"), "SEC-06"), [""; 0]);
    }

    #[test]
    fn documents_in_the_table_need_figures_in_the_text() {
        let mut report = report();
        let cell = report.lean.form.cell("disclosure/normative/in_force").unwrap();
        report.lean.cells.set(cell, Value::Number(Number::int(6)));
        assert_eq!(said(&report, "SEC-07"), ["none"]);
        report.narrative.sections[0].text = SITUATION.replace("失效文件6件", "规范性文件，现行有效6件").as_str().into();
        assert_eq!(said(&report, "SEC-07"), [""; 0]);
    }

    #[test]
    fn figures_for_platforms_are_asked_for_only_where_an_office_wants_them() {
        let silent = changed("设栏目12个，每周检查一次链接", "定期检查");
        assert_eq!(said(&silent, "SEC-08"), [""; 0]);
        let wanted = Profile::with(None, Some(("SEC-08", "wanted", 1)));
        assert_eq!(said_under(&wanted, &silent, "SEC-08"), ["none"]);
        assert_eq!(said_under(&wanted, &report(), "SEC-08"), [""; 0]);
    }

    #[test]
    fn it_is_neither_too_long_nor_too_short() {
        let short = with_section(1, "全年认真做好信息公开。");
        assert_eq!(said(&short, "SEC-10"), ["short"]);
        for id in ["SEC-03", "SEC-05", "SEC-06"] {
            assert_eq!(said(&short, id), [""; 0], "one cause, one finding: {id}");
        }
        assert_eq!(said(&with_section(1, &"甲".repeat(300)), "SEC-10"), ["slogans"]);
        let long = with_section(1, &"公开信息3条。".repeat(200));
        let asked = Profile::with(Some(("SEC-09", Some(Severity::Info))), None);
        assert_eq!(said_under(&asked, &long, "SEC-09"), ["long"]);
        assert_eq!(said_under(&asked, &report(), "SEC-09"), [""; 0]);
        assert_eq!(said(&long, "SEC-09"), [""; 0], "only where an office asks for it");
    }
}
