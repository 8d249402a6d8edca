//! DOC-02: can it be told which agency reports?

use crate::check::facts::Facts;
use crate::check::facts::places::places;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::check::rule::lexicon::PAIR;

use super::title;

/// Looks at the name, in the title where there is one.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    let head = &report.lean.head.agency;
    let titled = prose.section(0).and_then(|part| Some((part, title::agency(&part.text)?)));
    let name = match &titled {
        Some((part, place)) => part.get(place),
        // Beside the name the program gave the region.
        None if !head.region.is_empty() => return,
        None => head.name.as_str(),
    };
    let name = name.trim_start_matches(['《', '#']);
    let mut say = Say::default().with("agency", name);
    if let Some((part, place)) = &titled {
        say = say.at(part.evidence(place));
    }
    let begins = |list: &str| found.profile.words(id::DOC_02, list).iter().any(|word| name.starts_with(&**word));
    if begins("bare") && places(name).0.is_empty() {
        found.say(id::DOC_02, "prefix", "agency", say);
        return;
    }
    let pairs = found.profile.words(id::DOC_02, "short").iter().filter_map(|pair| pair.split_once(PAIR));
    let longest = pairs.filter(|(short, _)| name.ends_with(short)).max_by_key(|(short, _)| short.len());
    if let Some((short, full)) = longest {
        found.say(id::DOC_02, "short", "agency", say.with("short", short).with("full", full));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture;

    #[test]
    fn a_name_must_say_where_it_is_and_be_whole() {
        let said = |name: &str| {
            let mut report = fixture::report();
            report.narrative.title = Some(format!("{name}2023年政府信息公开工作年度报告").as_str().into());
            fixture::said(&report, "DOC-02")
        };
        for name in [
            "临江县示例局",
            "临江县人民政府",
            "国家税务总局临江县税务局",
            "临江县城关街道办事处",
            "国家统计局临江调查队",
        ] {
            assert_eq!(said(name), [""; 0], "{name}");
        }
        for name in ["党政办公室", "城乡一体化示范区党政办公室", "经济开发区管理委员会", "市场监督管理局", "县教育局"]
        {
            assert_eq!(said(name), ["prefix"], "{name}");
        }
        for name in ["临江县人社局", "临江县城关街道办", "临江市发改委"] {
            assert_eq!(said(name), ["short"], "{name}");
        }
    }

    #[test]
    fn the_region_beside_the_name_will_do() {
        let mut report = fixture::report();
        report.narrative.title = None;
        report.lean.head.agency.name = "教育局".into();
        assert_eq!(fixture::said(&report, "DOC-02"), ["prefix"]);
        report.lean.head.agency.region = vec!["临江县".into()].into();
        assert_eq!(fixture::said(&report, "DOC-02"), [""; 0]);
    }
}
