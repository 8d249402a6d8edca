//! SIM-03: another place's agency that does, in any section, what the reporting agency does.
//!
//! A name left over from a template is the subject of a plan or of a report on what was done. Who was asked, joined,
//! visited, or handed something over is no subject; what others did to the agency is told with other words.

use std::ops::Range;

use crate::base::glance::has_any;
use crate::base::han::rare;
use crate::check::facts::Facts;
use crate::check::facts::places::{is_name, places, stem};
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::Agency;

use super::subject::{NO_SUBJECT, is_partner};

/// A name is not longer than this, in characters.
const LONGEST: usize = 24;
/// Bodies that hang from the centre: their names begin so.
const CENTRAL: [&str; 2] = ["国家税务总局", "国家统计局"];

/// What is named like this is an agency too.
const OFFICES: [&str; 3] = ["人民政府办公室", "人民政府", "街道办事处"];

/// Bodies of a town, behind its name.
const OF_TOWNS: [&str; 9] = [
    "乡党委",
    "镇党委",
    "街道党工委",
    "乡党政",
    "镇党政",
    "街道党政",
    "乡便民服务中心",
    "镇便民服务中心",
    "街道便民服务中心",
];
/// What the name of a body may go on with.
const MEETS: [&str; 8] = ["综合办公室", "办公室", "联席会议", "联席会", "班子会", "会议", "会", "办"];

/// Whose work an agency brings forward is its own.
const PUSHES: [&str; 7] = ["推动", "推进", "促进", "提升", "提高", "做好", "确保"];
const WORK: [&str; 5] = ["政府信息公开工作", "政务公开工作", "信息公开工作", "政务公开水平", "政府信息公开水平"];

/// Applies the rule: the first such name.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    let agency = &report.lean.head.agency;
    let title = prose.section(0).map_or("", |part| part.text.as_str());
    let bodies = prose.left(&OFFICES).into_iter().chain(prose.left(&OF_TOWNS)).collect::<Vec<&str>>();
    let departments = prose.left(found.profile.words(id::SIM_03, "departments"));
    let named = Named { bodies, departments };
    for part in prose.parts.iter().filter(|part| part.section > 0) {
        for sentence in part.sentences().filter(|sentence| named.any(prose, part, sentence)) {
            let Some(place) = stranger(part, &sentence, agency, title, &named, found) else { continue };
            if says_any(part.get(&sentence), found, "others") {
                continue;
            }
            let passage = part.evidence(&place);
            if found.has_said(&[id::SIM_03], &passage) {
                return;
            }
            let say = Say::default().with("found", part.get(&place)).with("agency", &agency.name);
            found.say(id::SIM_03, "other", &format!("stranger/{}", part.section), say.at(passage));
            return;
        }
    }
}

/// What agencies are named by, as far as it may stand in the report.
struct Named<'p> {
    bodies: Vec<&'p str>,
    departments: Vec<&'p str>,
}

impl Named<'_> {
    /// Is any agency named in the sentence? Few name one.
    fn any(&self, prose: &Prose<'_>, part: &SectionText, sentence: &Range<usize>) -> bool {
        prose.speaks_in(id::SIM_03, "departments", part.section, sentence) || has_any(part.get(sentence), &self.bodies)
    }
}

fn says_any(text: &str, found: &Collector<'_>, list: &str) -> bool {
    has_any(text, found.profile.words(id::SIM_03, list))
}

/// The name of an agency of another place that begins a clause of the sentence and acts in it.
fn stranger(
    part: &SectionText,
    sentence: &Range<usize>,
    agency: &Agency,
    title: &str,
    named: &Named<'_>,
    found: &Collector<'_>,
) -> Option<Range<usize>> {
    let text = part.get(sentence);
    let begins = rare(text).filter(|(_, c)| matches!(c, '，' | ',' | '：' | '。')).map(|(at, c)| at + c.len_utf8());
    let begins = std::iter::once(0).chain(begins).map(|start| (start, false));
    // 推动某街道办事处政府信息公开工作再上新水平.
    let pushes = PUSHES.iter().flat_map(|verb| text.match_indices(verb)).map(|(at, verb)| (at + verb.len(), true));
    begins.chain(pushes).find_map(|(start, is_pushed)| {
        let rest = text.get(start..)?;
        let clause = rest.split(['，', ',', '：', '、', '“', '《', '（']).next()?;
        let end = name(clause, named)?;
        let (name, behind) = (clause.get(..end)?, clause.get(end..)?);
        let is_own = if is_pushed { is_work(behind) } else { acts(behind, found) };
        (is_elsewhere(name, agency, title) && is_own).then_some(sentence.start + start..sentence.start + start + end)
    })
}

/// Where the name of an agency that begins the clause ends.
fn name(clause: &str, named: &Named<'_>) -> Option<usize> {
    // Few clauses have a character with which one ends.
    if !clause.contains(['局', '会', '府', '处', '委', '政', '心']) {
        return None;
    }
    let names = named.departments.iter().chain(&named.bodies);
    let end = names.filter_map(|name| clause.find(name).map(|at| at + name.len())).min()?;
    let name = clause.get(..end)?;
    let is_name = name.chars().count() <= LONGEST
        && !name.starts_with(NO_SUBJECT)
        && !is_partner(name)
        && !name.contains(|c: char| c.is_ascii_alphanumeric() || matches!(c, '的' | '×' | '某' | '○'));
    is_name.then_some(end)
}

/// Is every place in the name another one than those of the agency, and none that may lie in them?
fn is_elsewhere(name: &str, agency: &Agency, title: &str) -> bool {
    let bare = CENTRAL.iter().find_map(|central| name.strip_prefix(central)).unwrap_or(name);
    let (named, rest) = places(bare);
    let (own, own_rest) = places(&agency.name);
    let known = |place: &&str| {
        let stem = stem(place);
        let region = agency.region.iter().any(|part| part.contains(stem));
        agency.name.contains(stem) || title.contains(stem) || region
    };
    // 本报告由临江县公安局编制.
    let own_stems = own.iter().map(|place| stem(place)).chain(agency.region.iter().map(|part| stem(part.as_str())));
    if own_stems.filter(|stem| !stem.is_empty()).any(|stem| name.contains(stem)) {
        return false;
    }
    // A county's agencies have none below them in another county; a city's may.
    let is_county = |place: &str| place.ends_with(['县', '区', '旗']);
    let of_county = agency.region.iter().any(|part| is_county(part.as_str())) || own.iter().any(|part| is_county(part));
    let is_placed = !agency.region.is_empty() || own.last().is_some_and(|part| is_county(part));
    let Some(last) = named.last().filter(|_| is_placed && !named.iter().any(known)) else {
        return false;
    };
    if !named.iter().all(|place| is_name(place)) {
        return false;
    }
    // 白沙乡党委 in the report of another town of the county.
    let is_town = |place: &str| place.ends_with(['乡', '镇']) || place.ends_with("街道");
    let own_is_town = own.last().is_some_and(|own| is_town(own));
    if own_is_town
        && is_town(last)
        && matches!(rest, "党委" | "党工委" | "党政" | "便民服务中心" | "人民政府" | "办事处")
    {
        return true;
    }
    let alike = own.last().is_some_and(|own| own.chars().next_back() == last.chars().next_back()) && rest == own_rest;
    alike || (of_county && is_county(last))
}

/// Is it the work reported on that stands behind the name?
fn is_work(behind: &str) -> bool {
    WORK.iter().any(|work| behind.starts_with(work))
}

/// Does what stands behind the name tell of plans, or of the work reported on?
fn acts(behind: &str, found: &Collector<'_>) -> bool {
    let behind = ["党委", "党组", "机关"].iter().find_map(|body| behind.strip_prefix(body)).unwrap_or(behind);
    let behind = MEETS.iter().find_map(|body| behind.strip_prefix(body)).unwrap_or(behind);
    found.profile.words(id::SIM_03, "acts").iter().any(|word| behind.starts_with(&**word))
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{SITUATION, of_agency, said};
    use crate::report::SafeText;

    fn raised(section: usize, text: &str) -> Vec<String> {
        let mut report = of_agency("临江县公安局");
        report.lean.head.agency.region = ["子省", "甲市", "临江县"].map(Into::into).into();
        report.narrative.sections[0].text = SafeText::lines(&SITUATION.replace("临江县示例局", "临江县公安局"));
        let before = report.narrative.sections[section].text.clone();
        report.narrative.sections[section].text = SafeText::lines(&format!("{before}\n{text}"));
        said(&report, "SIM-03")
    }

    #[test]
    fn a_name_left_from_a_template_does_what_the_agency_does() {
        for (section, text) in [
            (4, "下一步改进措施：望川县司法局将制定负面清单，并统一公开栏。"),
            (4, "下一步，望川县公安局将进一步加大公开力度。"),
            (5, "本年度，望川县财政局未收取信息处理费。"),
            (0, "全年围绕重点领域，国家税务总局望川县税务局党委高度重视公开工作。"),
        ] {
            assert_eq!(raised(section, text), ["other"], "{text}");
        }
    }

    #[test]
    fn a_county_is_no_other_county_wherever_it_lies() {
        let of = |own: &str, text: &str| {
            let mut report = of_agency(own);
            report.narrative.sections[0].text = SafeText::lines(&SITUATION.replace("临江县示例局", own));
            report.narrative.sections[4].text = SafeText::lines(text);
            said(&report, "SIM-03")
        };
        assert_eq!(of("临江县公安局", "下一步，望川县司法局将进一步加大公开力度。"), ["other"]);
        assert_eq!(of("临江县公安局", "下一步，临江县司法局将进一步加大公开力度。"), [""; 0]);
        assert_eq!(of("临江市公安局", "下一步，望川县司法局将进一步加大公开力度。"), [""; 0]);
    }

    #[test]
    fn what_lies_in_a_city_is_no_stranger_to_it() {
        let mut report = of_agency("甲乙市公安局");
        report.lean.head.agency.region = ["子省", "甲乙市"].map(Into::into).into();
        let of = |text: &str| {
            let mut report = report.clone();
            report.narrative.sections[4].text = SafeText::lines(text);
            said(&report, "SIM-03")
        };
        assert_eq!(of("望川县公安局将进一步加大公开力度。"), [""; 0]);
        assert_eq!(of("下一步，望川市公安局将进一步加大公开力度。"), ["other"]);
    }

    #[test]
    fn a_place_by_its_short_name_is_no_stranger() {
        let mut report = of_agency("双江青族自治县公安局");
        report.lean.head.agency.region = ["子省", "甲市", "双江青族自治县"].map(Into::into).into();
        report.narrative.sections[4].text = SafeText::lines("下一步，双江自治县公安局将进一步加大公开力度。");
        assert_eq!(said(&report, "SIM-03"), [""; 0]);
    }

    #[test]
    fn a_body_of_another_town_is_a_stranger_to_a_town() {
        let raised = |text: &str| {
            let mut report = of_agency("临江县青岩乡人民政府");
            report.lean.head.agency.region = ["子省", "甲市", "临江县"].map(Into::into).into();
            report.narrative.sections[0].text = SafeText::lines(&SITUATION.replace("临江县示例局", "青岩乡"));
            report.narrative.sections[4].text = SafeText::lines(text);
            said(&report, "SIM-03")
        };
        for text in [
            "白沙乡党委会议全年两次听取政务公开工作汇报。",
            "下一步，白沙乡党委将进一步压实责任。",
            "一年来，柳林镇党委高度重视公开工作。",
            "白沙乡党政综合办公室严格审核信息。",
            "2023年，白沙乡便民服务中心全年公开事项40项。",
            "通过以上措施，推动白沙乡人民政府政府信息公开工作再上新水平。",
        ] {
            assert_eq!(raised(text), ["other"], "{text}");
        }
        for text in [
            "青岩乡党委会议全年两次听取政务公开工作汇报。",
            "乡党委会议全年两次听取政务公开工作汇报。",
            "学习白沙乡党委严格审核的做法。",
            "白沙乡党委来我乡交流。",
            "会同白沙乡党委开展宣传。",
            "推动青岩乡人民政府政府信息公开工作再上新水平。",
            "推动白沙乡人民政府数字档案建设。",
        ] {
            assert_eq!(raised(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn who_was_asked_joined_or_visited_is_no_stranger() {
        for (section, text) in [
            (4, "下一步，临江县司法局将制定负面清单。"),
            (4, "下一步，甲市公安局将组织培训。"),
            (0, "本报告由临江县公安局按照规定编制。"),
            (4, "由望川县司法局按照规定牵头编制目录。"),
            (4, "学习望川县司法局经验，制定负面清单。"),
            (4, "会同望川县司法局制定负面清单。"),
            (4, "联合望川县司法局积极开展培训。"),
            (4, "同时会同望川县司法局积极开展培训。"),
            (0, "全年配合望川县公安局坚持双随机检查。"),
            (4, "望川市司法局将制定负面清单。"),
            (4, "望川县司法局将线索移送我局办理。"),
            (5, "望川县人民法院判决维持我局答复。"),
            (5, "案件中，望川县公安局为共同被告，已提交证据。"),
            (0, "望川县司法局来我局学习交流。"),
            (4, "按照《望川县公安局将制定办法》的样式修改。"),
            (0, "成立由街道办事处积极开展的专班。"),
            (0, "其中以区人民政府办公室积极开展的为主。"),
            (0, "审批事项全部划转县行政审批局，将不再公开。"),
        ] {
            assert_eq!(raised(section, text), [""; 0], "{text}");
        }
    }
}
