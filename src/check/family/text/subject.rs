//! SIM-03: whose text it is.

use std::ops::Range;

use crate::base::glance::{Few, has_any};
use crate::base::han::is_common;
use crate::check::facts::Facts;
use crate::check::facts::agency::abbreviates;
use crate::check::facts::calendar::years;
use crate::check::facts::places::{is_name, places, stem};
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::places::is_county_city;

/// A subject is not longer than this, in characters.
const LONGEST: usize = 30;

/// 2023年 is as long.
const OPENING: usize = 5;

/// What begins with these is no subject.
pub(super) const NO_SUBJECT: [char; 18] =
    ['请', '被', '在', '按', '根', '由', '对', '与', '经', '邀', '参', '赴', '到', '向', '为', '以', '学', '借'];

/// With which characters names end: some others are taken for such too.
type Lasts = Few<32>;

/// Applies the rule.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    let agency = &report.lean.head.agency;
    let own = agency.name.as_str();
    powers(own, prose, found);
    let (own_places, own_rest) = places(own);
    let own_last = own_places.last().copied();
    let endings = found.profile.words(id::SIM_03, "endings");
    // Few clauses have a character with which one ends.
    let mut lasts = Lasts::default();
    endings.iter().filter_map(|ending| ending.chars().next_back()).for_each(|last| lasts.add(last));
    let departments = found.profile.words(id::SIM_03, "departments");
    let title = prose.section(0).map_or("", |part| part.text.as_str());
    for part in prose.parts.iter().filter(|part| matches!(part.section, 1 | 5)) {
        let mut first = true;
        for sentence in part.sentences() {
            let is_first = std::mem::take(&mut first) && part.section == 1;
            let Some(place) = subject(part, &sentence, endings, &lasts) else { continue };
            let name = part.get(&place);
            let (name_places, rest) = places(name);
            let Some(last) = name_places.last().copied().filter(|_| name_places.iter().all(|place| is_name(place)))
            else {
                continue;
            };
            let known = |place: &str| {
                let place = stem(place);
                own.contains(place) || title.contains(place) || agency.region.iter().any(|part| part.contains(place))
            };
            let say = || Say::default().with("found", name).with("agency", own).at(part.evidence(&place));
            let same_kind = own_last.is_some_and(|own| own.chars().next_back() == last.chars().next_back());
            let elsewhere = !name_places.iter().any(|place| known(place))
                && !own_places.iter().any(|place| name.contains(stem(place)));
            if same_kind && elsewhere && plain(rest) == plain(own_rest) {
                found.say(id::SIM_03, "place", &part.section.to_string(), say());
                return;
            }
            let is_department = |rest: &str| departments.iter().any(|known| **known == *rest);
            // A department of another county, where the own one is known.
            let kind = last.chars().next_back();
            let beside = agency.region.iter().any(|own| own.chars().next_back() == kind && own.as_str() != last);
            let after = part.after(place.end, 4);
            let visits = found.profile.words(id::SIM_03, "visits").iter().any(|word| after.starts_with(&**word));
            if elsewhere && beside && is_department(rest) && !visits {
                found.say(id::SIM_03, "other", &part.section.to_string(), say());
                return;
            }
            let is_other = is_department(rest) && is_department(own_rest) && !is_short_for(rest, own_rest);
            if is_first && Some(last) == own_last && is_other {
                found.say(id::SIM_03, "agency", "1", say());
                return;
            }
        }
    }
}

/// Are both one name, the shorter made of characters of the longer in their order: 住房城乡建设局, 市场监管局?
pub(super) fn is_short_for(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short.chars().next() == long.chars().next() && abbreviates(short, long)
}

/// Without what stands in brackets.
fn plain(name: &str) -> &str {
    name.split('（').next().unwrap_or_default()
}

/// The agency that a sentence begins with, behind the year.
fn subject(part: &SectionText, sentence: &Range<usize>, endings: &[Box<str>], lasts: &Lasts) -> Option<Range<usize>> {
    let text = part.get(sentence);
    // A year at the beginning ends there too.
    let opening = text.char_indices().nth(OPENING).and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    let dated = years(opening).next().filter(|year| year.place.start == 0).map_or(0, |year| year.place.end);
    let rest = text.get(dated..)?.trim_start_matches(['度', '，', ',']);
    let rest = rest.strip_prefix("以来").unwrap_or(rest).trim_start_matches(['，', ',']);
    let rest = behind_mark(rest);
    let start = sentence.start + text.len() - rest.len();
    let ends = |(count, (_, c)): &(usize, (usize, char))| {
        *count == LONGEST || (!is_common(*c) && matches!(c, '，' | ',' | '、' | '：' | ':' | '“' | '《'))
    };
    let end = rest.char_indices().enumerate().find(ends).map_or(rest.len(), |(_, (end, _))| end);
    let clause = rest.get(..end)?;
    let last = |(at, c): (usize, char)| lasts.may_have(c).then(|| at + c.len_utf8());
    let ends: Vec<usize> = clause.char_indices().filter_map(last).collect();
    if ends.is_empty() {
        return None;
    }
    let first =
        |ending: &str| ends.iter().copied().find(|end| clause.get(..*end).is_some_and(|begun| begun.ends_with(ending)));
    // The longest name that begins here: …人民政府办公室, not …人民政府.
    let end = endings.iter().filter_map(|ending| first(ending)).max()?;
    let name = clause.get(..end)?;
    // 某某局的经验表明: the experience is the subject.
    let acts = !clause.get(end..).is_some_and(|after| after.starts_with('的'));
    // 被纠正的1件系县水利局…, XX街道办事处: more than a name, or none yet.
    let is_name = !name.contains(|c: char| c.is_ascii_alphanumeric() || matches!(c, '的' | '×' | '某' | '○'));
    (acts && is_name && !name.starts_with(NO_SUBJECT) && !is_partner(name)).then_some(start..start + end)
}

/// 会同某局, 联合某局: somebody who joined in. 会同县 is a county.
pub(super) fn is_partner(name: &str) -> bool {
    let joins = [
        "通过",
        "依托",
        "借助",
        "利用",
        "登录",
        "关注",
        "会同",
        "联合",
        "配合",
        "协同",
        "协调",
        "组织",
        "指导",
        "督促",
        "委托",
        "商请",
        "报请",
        "提请",
        "推动",
        "支持",
        "优化",
        "完善",
        "改版",
        "升级",
        "充实",
        "加强",
        "提升",
        "健全",
        "强化",
        "落实",
        "进一步",
        "持续",
        "不断",
    ];
    // 另会同某局, 先后联合某局: whatever stands before it.
    has_any(&name.replace("会同县", ""), &joins)
}

/// Without 一是, 二要: it begins an item of a list.
fn behind_mark(text: &str) -> &str {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(number), Some('是' | '要')) if "一二三四五六七八九十".contains(number) => chars.as_str(),
        _ => text,
    }
}

/// Own rules of a government that cannot make any.
fn powers(own: &str, prose: &Prose<'_>, found: &mut Collector<'_>) {
    let (own_places, _) = places(own);
    let Some(last) = own_places.last() else { return };
    let cities = found.profile.words(id::SIM_03, "county-cities");
    let list = match last.strip_suffix('市') {
        Some(city) if is_county_city(last) || cities.iter().any(|known| **known == *city) => "powers-city",
        Some(_) => return,
        None if last.ends_with("自治区") || last.ends_with('省') => return,
        None => "powers-county",
    };
    let Some((hit, part)) = prose.hits(id::SIM_03, list).iter().find_map(|hit| Some((*hit, prose.part(*hit)?))) else {
        return;
    };
    let place = hit.start..hit.end;
    let say = Say::default().with("found", part.get(&place)).at(part.evidence(&place));
    found.say(id::SIM_03, "powers", &format!("powers/{}", part.section), say);
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{SITUATION, evidence, of_agency, said};

    fn with(own: &str, text: &str) -> crate::report::Report {
        let mut report = of_agency(own);
        report.narrative.sections[0].text = crate::report::SafeText::lines(&text.replace("临江县示例局", own));
        report
    }

    #[test]
    fn another_places_agency_as_the_subject_is_a_copy() {
        let text = SITUATION.replace("临江县示例局", "望川县示例局");
        assert_eq!(evidence(&with("临江县示例局", &text), "SIM-03"), ["望川县示例局"]);
        for text in [
            SITUATION.to_owned(),
            format!("{SITUATION}\n望川县示例局来我局交流。").replace("望川县示例局来", "邀请望川县示例局来"),
            format!("{SITUATION}\n望川县公安局移送申请1件。"),
            format!("现将临江县示例局情况报告如下。{SITUATION}"),
            format!("{SITUATION}\n临江县人民政府办公室组织培训。"),
        ] {
            assert_eq!(said(&with("临江县示例局", &text), "SIM-03"), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_place_by_its_short_name_is_no_other() {
        for own in ["双江青族自治县示例局", "双江县示例局"] {
            let text = SITUATION.replace("临江县示例局", "双江自治县示例局");
            assert_eq!(said(&with(own, &text), "SIM-03"), [""; 0], "{own}");
        }
    }

    #[test]
    fn another_department_as_the_first_subject_is_a_copy() {
        let text = SITUATION.replace("临江县示例局", "临江县财政局");
        assert_eq!(said(&with("临江县教育局", &text), "SIM-03"), ["agency"]);
        let later = format!("{SITUATION}\n临江县财政局配合公开。");
        assert_eq!(said(&with("临江县教育局", &later), "SIM-03"), [""; 0]);
        for (own, short) in [
            ("临江县住房和城乡建设局", "临江县住房城乡建设局"),
            ("临江县市场监督管理局", "临江县市场监管局"),
            ("临江县教育体育局", "临江县教育局"),
        ] {
            let text = SITUATION.replace("临江县示例局", short);
            let mut report = of_agency(own);
            report.narrative.sections[0].text = crate::report::SafeText::lines(&text);
            assert_eq!(said(&report, "SIM-03"), [""; 0], "{short}");
        }
    }

    #[test]
    fn a_department_of_another_county_that_acts_is_asked_after() {
        let own = |text: &str| {
            let mut report = with("临江县示例镇人民政府", &format!("{SITUATION}\n{text}"));
            report.lean.head.agency.region = ["子省", "甲市", "临江县"].map(Into::into).into();
            report
        };
        for text in ["望川县农业农村局积极开展政策宣传。", "一是望川县农业农村局积极开展政策宣传。"]
        {
            assert_eq!(said(&own(text), "SIM-03"), ["other"], "{text}");
        }
        for text in [
            "望川县农业农村局来我镇交流。",
            "望川县农业农村局的经验表明，早公开早主动。",
            "临江县农业农村局积极开展政策宣传。",
            "市农业农村局积极开展政策宣传。",
            "被纠正的1件系望川县农业农村局未在法定期限内答复。",
            "二是请望川县司法局派员指导答复。",
            "XX街道办事处积极开展政策宣传。",
            "另会同望川县农业农村局印发文件1件。",
            "先后联合望川县司法局、望川县财政局开展宣传。",
            "全年积极配合望川县公安局开展排查。",
            "还委托望川县农业农村局培训信息员。",
            "年内主动协调望川县水利局公开水情。",
        ] {
            assert_eq!(said(&own(text), "SIM-03"), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_agency_behind_a_comma_of_half_width_is_no_other() {
        for text in
            ["2023年,临江县示例局推进公开。", "2023年度, 临江县示例局推进公开。", "2023年以来,县示例局推进公开。"]
        {
            assert_eq!(said(&with("临江县示例局", text), "SIM-03"), [""; 0], "{text}");
        }
        let copied = with("临江县示例局", "2023年,望川县示例局推进公开。");
        assert_eq!(evidence(&copied, "SIM-03"), ["望川县示例局"]);
    }

    #[test]
    fn a_county_has_no_rules_of_its_own() {
        let text = format!("{SITUATION}\n完善市政府规章库。");
        assert_eq!(evidence(&with("灵宝市人民政府办公室", &text), "SIM-03"), ["市政府规章"]);
        assert_eq!(said(&with("三门峡市人民政府办公室", &text), "SIM-03"), [""; 0]);
        assert_eq!(said(&with("临江县人民政府", &text), "SIM-03"), [""; 0], "the city's rules may be spoken of");
    }
}
