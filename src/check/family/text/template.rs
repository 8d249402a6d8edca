//! SIM-03: names left over from a template where the agency speaks of its own house: who supervises its departments, whose
//! site it improves, which zone it is.
//!
//! Only what nobody else can do is looked at: such a name is another agency's wherever that lies.

use std::ops::Range;

use crate::base::glance::has_any;
use crate::check::facts::Facts;
use crate::check::facts::agency::abbreviates;
use crate::check::facts::places::{is_name, places, stem};
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;

use super::subject::{NO_SUBJECT, is_partner, is_short_for};

/// A name is not longer than this, in characters.
const LONGEST: usize = 24;
/// How often something is done, before what is done.
const OFTEN: [&str; 8] = ["定期", "不定期", "每季度", "每月", "按季度", "按月", "经常", "常态化"];
/// What is inside an agency …
const INSIDE: [&str; 8] =
    ["对各部门", "对各科室", "对各股室", "对各处室", "对局属各单位", "对各内设机构", "对机关各", "对局机关各"];
/// … and what is done with it there.
const SUPERVISES: [&str; 7] = ["督查", "督促", "通报", "检查", "考核", "抽查", "督导"];
/// What is done with a site of one's own.
const IMPROVES: [&str; 6] = ["优化", "完善", "改版", "升级", "改造", "充实"];
const SITES: [&str; 8] =
    ["门户网站栏目", "门户栏目", "网站栏目", "官网栏目", "网站专栏", "门户网站页面", "网站页面", "公众号栏目"];
/// How the names of bodies end that run a zone.
const ZONES: [&str; 2] = ["区管理委员会", "区管委会"];

/// Applies the rule: the first such name.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    let agency = &report.lean.head.agency;
    let departments = prose.left(found.profile.words(id::SIM_03, "departments"));
    let house = House { own: &agency.name, departments, prose };
    let texts = || prose.parts.iter().filter(|part| matches!(part.section, 1 | 5));
    let first = || prose.section(1).and_then(|part| Some((part, house.zone(part)?)));
    let Some((part, place)) = texts().find_map(|part| Some((part, house.left_over(part)?))).or_else(first) else {
        return;
    };
    let passage = part.evidence(&place);
    if found.has_said(&[id::SIM_03], &passage) {
        return;
    }
    let say = Say::default().with("found", part.get(&place)).with("agency", &agency.name);
    found.say(id::SIM_03, "other", &format!("template/{}", part.section), say.at(passage));
}

/// The agency, and by what others are known.
struct House<'p> {
    own: &'p str,
    departments: Vec<&'p str>,
    prose: &'p Prose<'p>,
}

impl House<'_> {
    /// `望川市生态环境局办公室定期对各部门督查`, `优化市综合行政执法局门户栏目`.
    fn left_over(&self, part: &SectionText) -> Option<Range<usize>> {
        if self.departments.is_empty() {
            return None;
        }
        let ends = |c: char| matches!(c, '，' | '；' | '。' | '：' | '\n' | ',');
        let mut start = 0;
        part.text.split_inclusive(ends).find_map(|clause| {
            let from = start;
            start += clause.len();
            let text = clause.trim_end_matches(ends);
            let place = self.supervisor(text).or_else(|| self.owner(text))?;
            Some(from + place.start..from + place.end)
        })
    }

    /// Who supervises the departments of the house, where it is another one.
    fn supervisor(&self, clause: &str) -> Option<Range<usize>> {
        let name = self.department(clause)?;
        let behind = clause.get(name.len()..)?;
        let behind = ["办公室", "办"].iter().find_map(|body| behind.strip_prefix(body)).unwrap_or(behind);
        let behind = OFTEN.iter().find_map(|often| behind.strip_prefix(often)).unwrap_or(behind);
        let inside = INSIDE.iter().any(|inside| behind.starts_with(inside)) && has_any(behind, &SUPERVISES);
        let (named, _) = places(name);
        // Where it is spoken of again it belongs to what is told.
        let is_told = |place: &&str| {
            let stem = stem(place);
            let times: usize = self.prose.parts.iter().map(|part| part.text.matches(stem).count()).sum();
            self.own.contains(stem) || times > 1
        };
        let elsewhere = !named.is_empty() && named.iter().all(|place| is_name(place)) && !named.iter().any(is_told);
        (inside && elsewhere && self.is_other(name)).then_some(0..name.len())
    }

    /// Whose site is improved, where the agency is a department and this another one.
    fn owner(&self, clause: &str) -> Option<Range<usize>> {
        let (at, verb) = IMPROVES.iter().find_map(|verb| Some((clause.find(verb)?, verb)))?;
        let start = at + verb.len();
        let rest = clause.get(start..)?;
        let name = self.department(rest).filter(|name| self.is_other(name))?;
        let is_site = SITES.iter().any(|site| rest.get(name.len()..).is_some_and(|behind| behind.starts_with(site)));
        let joins = has_any(clause.get(..at)?, &["配合", "协助", "支持", "推动", "指导", "督促"]);
        let own_kind = self.departments.iter().any(|known| self.own.ends_with(known)) || self.own.ends_with('局');
        (is_site && own_kind && !joins).then_some(start..start + name.len())
    }

    /// The department with whose name the text begins.
    fn department<'t>(&self, text: &'t str) -> Option<&'t str> {
        let end = self.departments.iter().filter_map(|name| text.find(name).map(|at| at + name.len())).min()?;
        let name = text.get(..end)?;
        let is_name = name.chars().count() <= LONGEST && !name.starts_with(NO_SUBJECT) && !is_partner(name);
        (is_name && !name.contains(['的', '×', '某', '○', '、', '“', '《', '（'])).then_some(name)
    }

    /// Is it no name of the agency, whole or short?
    fn is_other(&self, name: &str) -> bool {
        let named = self.departments.iter().filter(|known| name.ends_with(**known)).max_by_key(|known| known.len());
        let (_, own_rest) = places(self.own);
        named.is_some_and(|named| !abbreviates(named, self.own) && !is_short_for(named, own_rest))
    }

    /// Of which zone the first sentence speaks, where the agency runs another.
    fn zone(&self, part: &SectionText) -> Option<Range<usize>> {
        if !ZONES.iter().any(|zone| self.own.ends_with(zone)) {
            return None;
        }
        let sentence = part.sentences().next()?;
        let text = part.get(&sentence);
        let begins = text.find('年').filter(|at| *at <= 4).map_or(0, |at| at + '年'.len_utf8());
        let rest = text.get(begins..)?.trim_start_matches(['度', '，', ',']);
        let start = sentence.start + text.len() - rest.len();
        let clause = rest.split(['，', ',', '、', '：', '“', '《', '（']).next()?;
        let end = ZONES.iter().filter_map(|zone| clause.find(zone).map(|at| at + zone.len())).min()?;
        let name = clause.get(..end)?;
        let head: String = name.chars().take(2).collect();
        let is_name = name.chars().count() <= LONGEST && !name.starts_with(NO_SUBJECT) && !is_partner(name);
        let acts = !clause.get(end..)?.starts_with(['的', '向', '与', '和', '及']);
        // 高新区管委会, 开发区管委会: the own one, without its name.
        let is_named = name.chars().count() > NAMED && !abbreviates(name, self.own) && !self.own.contains(&head);
        let title = self.prose.section(0).map_or("", |part| part.text.as_str());
        (is_name && acts && is_named && !title.contains(&head)).then_some(start..start + end)
    }
}

/// A zone with a name of its own is named by more characters than these, its body included.
const NAMED: usize = 8;

#[cfg(test)]
mod tests {
    use crate::check::fixture::{SITUATION, of_agency, said};
    use crate::report::SafeText;

    fn raised(own: &str, text: &str) -> Vec<String> {
        let mut report = of_agency(own);
        report.narrative.sections[0].text =
            SafeText::lines(&format!("{}\n{text}", SITUATION.replace("临江县示例局", own)));
        said(&report, "SIM-03")
    }

    #[test]
    fn who_supervises_the_own_house_is_no_other() {
        for text in [
            "望川市生态环境局办公室定期对各部门工作落实情况进行督查通报。",
            "把公开纳入考核，望川市司法局每季度对各科室进行通报。",
            "望川县农业农村局对各股室开展检查。",
            "望川市财政局办公室对机关各处室公开情况进行考核。",
            "明确责任分工，望川县审计局不定期对各部门进行抽查。",
            "望川县民政局定期对各内设机构进行督导。",
        ] {
            assert_eq!(raised("临江高新技术产业开发区管理委员会", text), ["other"], "{text}");
        }
        for text in [
            "市司法局定期对各部门公开情况进行督查通报。",
            "临江市生态环境局定期对各部门进行督查。",
            "望川市生态环境局定期对各企业进行检查。",
            "配合望川市审计局对各部门进行检查。",
            "望川市司法局定期对各部门进行督查。望川市司法局还组织培训。",
            "办公室定期对各部门工作落实情况进行督查通报。",
        ] {
            assert_eq!(raised("临江高新技术产业开发区管理委员会", text), [""; 0], "{text}");
        }
    }

    #[test]
    fn whose_site_is_improved_is_the_agency() {
        for text in [
            "进一步优化市城市管理局门户栏目设置。",
            "完善市司法局网站栏目。",
            "年内改版市财政局门户网站页面，方便查询。",
            "升级县审计局网站页面。",
            "持续充实市民政局官网栏目内容。",
            "改造市教育局网站专栏。",
        ] {
            assert_eq!(raised("临江市市场监督管理局", text), ["other"], "{text}");
        }
        for text in [
            "进一步优化市市场监督管理局门户栏目设置。",
            "进一步优化市市场监管局门户栏目设置。",
            "配合完善市司法局网站栏目。",
            "优化网站栏目设置。",
            "优化市政府门户网站栏目设置。",
            "完善与市司法局网站栏目的链接。",
        ] {
            assert_eq!(raised("临江市市场监督管理局", text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_zone_is_no_other_zone() {
        let first = |text: &str| {
            let mut report = of_agency("临江港经济开发区管理委员会");
            report.narrative.sections[0].text = SafeText::lines(text);
            said(&report, "SIM-03")
        };
        for text in [
            "2023年，望川高新技术产业开发区管理委员会认真贯彻部署，主动公开信息540条。",
            "望川经济技术开发区管理委员会高度重视公开工作。",
            "2023年，白石湖旅游度假区管理委员会坚持公开。",
        ] {
            assert_eq!(first(text), ["other"], "{text}");
        }
        for text in [
            "2023年，临江港经济开发区管理委员会认真贯彻部署。",
            "2023年，临江港经开区管委会认真贯彻部署。",
            "2023年，开发区管委会认真贯彻部署。",
            "2023年，经济技术开发区管委会认真贯彻部署。",
            "根据望川高新技术产业开发区管理委员会经验，推进公开。",
            "2023年，望川高新技术产业开发区管理委员会的做法值得借鉴。",
        ] {
            assert_eq!(first(text), [""; 0], "{text}");
        }
    }
}
