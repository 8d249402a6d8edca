//! DOC-03, DOC-04: the years that a report names, and its period.

use std::ops::Range;

use crate::base::glance::{has_any, replace_each};
use crate::check::facts::Facts;
use crate::check::facts::calendar::{Year, first_year, years};
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;

use super::stale;

/// Applies the rules.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    let year = report.lean.head.year;
    let say = |other: &Year| Say::default().with("found", other.year).with("year", year);
    let titled = prose.section(0).and_then(|title| Some((title, first_year(&title.text)?)));
    if let Some((title, other)) = titled.filter(|(_, other)| other.year != year) {
        found.say(id::DOC_03, "title", "title", say(&other).at(title.evidence(&other.place)));
    }
    let file = report.narrative.source.as_ref().and_then(|source| source.file.as_deref());
    if let Some(other) = file.and_then(|file| in_file(file, year)) {
        found.say(id::DOC_03, "file", "file", Say::default().with("found", other).with("year", year));
    }
    if let Some(situation) = prose.section(1) {
        if let Some(other) = opening(situation, year) {
            found.say(id::DOC_03, "opening", "1", say(&other).at(situation.evidence(&other.place)));
        }
        if let Some(other) = preface(prose, situation, year) {
            found.say(id::DOC_03, "preface", "preface", say(&other).at(situation.evidence(&other.place)));
        }
    }
    let planned = prose.section(5).and_then(|problems| Some((problems, plans(prose, problems, year)?)));
    if let Some((problems, other)) = planned {
        let say = say(&other).with("next", u32::from(year) + 1).at(problems.evidence(&other.place));
        found.say(id::DOC_03, "plans", "5", say);
    }
    stale::check(prose, year, found);
    let wrong = period(prose, year).map(|(part, place)| (part.get(&place).to_owned(), Some(part.evidence(&place))));
    // What stands before the first section has no place that could be shown: the words are in the message.
    let opening = report.narrative.preface.as_deref().map(|text| SectionText::new(0, text));
    let wrong = wrong.or_else(|| Some((period_before(opening.as_ref()?, year, found)?, None)));
    if let Some((text, evidence)) = wrong {
        let say = Say::default().with("found", text).with("year", year);
        found.say(id::DOC_04, "period", "period", evidence.into_iter().fold(say, Say::at));
    }
    if let Some(other) = opening.as_ref().and_then(|opening| preface_before(opening, year, found)) {
        found.say(id::DOC_03, "preface", "preface", say(&other));
    }
}

/// The year in a file name, if it is another one. That of the submission, and parts of dates, are none.
fn in_file(file: &str, year: u16) -> Option<u16> {
    if file.contains(&year.to_string()) {
        return None;
    }
    let all: Vec<Year> = years(file).collect();
    if let [named] = all.as_slice() {
        let month = file.get(named.place.end..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        return (!month && named.year <= year).then_some(named.year);
    }
    let mut words = file.split(|c: char| !c.is_ascii_alphanumeric());
    let is_year = |word: &&str| word.len() == 4 && word.parse::<u16>().is_ok_and(|y| (2000..2100).contains(&y));
    // 2024-01-15: the numbers before and behind it are of its date.
    let numbers = file.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 2).count();
    let named = words.find(is_year)?.parse().ok()?;
    (all.is_empty() && numbers < 2 && named < year).then_some(named)
}

/// The year that the first sentence begins with, if it is another one.
fn opening(part: &SectionText, year: u16) -> Option<Year> {
    let sentence = part.get(&part.sentences().next()?);
    if years(sentence).any(|named| named.year == year) {
        return None;
    }
    let first = first_year(sentence).filter(|first| first.place.start == 0)?;
    let rest = sentence.get(first.place.end..)?;
    let other = ["以来", "修订", "度报告", "度年报", "年报", "报告", "度年度报告", "结转", "底", "末"];
    let dated = rest.starts_with(|c: char| c.is_ascii_digit()) || other.iter().any(|word| rest.starts_with(word));
    (!dated).then_some(first)
}

/// `现将…2022年政府信息公开工作年度报告…`: the report's own year.
fn preface(prose: &Prose<'_>, part: &SectionText, year: u16) -> Option<Year> {
    prose.in_section(id::DOC_03, "preface", 1).find_map(|hit| own_report(part, hit.end, year))
}

/// The same before the first section.
fn preface_before(opening: &SectionText, year: u16, found: &Collector<'_>) -> Option<Year> {
    let words = found.profile.words(id::DOC_03, "preface").iter();
    words
        .filter_map(|word| opening.text.find(&**word).map(|at| at + word.len()))
        .find_map(|at| own_report(opening, at, year))
}

/// Another year of this report, in the sentence from a place on.
fn own_report(part: &SectionText, at: usize, year: u16) -> Option<Year> {
    let sentence = part.sentence_at(at);
    let text = part.get(&(at..sentence.end));
    let named = first_year(text)?;
    let rest = text.get(named.place.end..)?;
    let own = rest.trim_start_matches('度').starts_with("政府信息公开") && rest.contains("报告");
    let place = at + named.place.start..at + named.place.end;
    (own && named.year != year).then(|| Year { place, ..named.clone() })
}

/// Plans for a year that has passed: left over from another report.
fn plans(prose: &Prose<'_>, part: &SectionText, year: u16) -> Option<Year> {
    if years(&part.text).any(|named| named.year == year.saturating_add(1)) {
        return None;
    }
    let marks: Vec<Range<usize>> = prose.in_section(id::DOC_03, "future", 5).map(|hit| hit.start..hit.end).collect();
    years(&part.text).filter(|named| named.year <= year).find(|named| {
        let text = part.after(named.place.end, 16);
        let text = text.split(['。', '；']).next().unwrap_or_default();
        let until = named.place.end + text.len();
        // 上年报告提出的2023年将…, and 到2023年: no plans of this report.
        let before = part.before(named.place.start, 12);
        let told = has_any(before, &["提出", "承诺", "到", "至", "针对", "对照"])
            || is_told(part.get(&part.sentence_at(named.place.start)));
        let ahead = |mark: &Range<usize>| (named.place.end..until).contains(&mark.start);
        !told && (marks.iter().any(ahead) || is_due(part, named, text, &marks))
    })
}

/// `计划2024年6月底前完成`: something that is still to be done. Of what had to be done by then nothing is known.
fn is_due(part: &SectionText, named: &Year, behind: &str, marks: &[Range<usize>]) -> bool {
    let place = part.sentence_at(named.place.start);
    let rest = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let due = ["月底前", "月前", "月末前", "年底前", "底前"].iter().any(|word| rest.starts_with(word));
    let before = part.get(&(0..named.place.start));
    // 措施：…；2024年6月底前完成.
    let under_plans =
        ["改进措施", "整改措施", "措施：", "措施是", "下一步"].iter().filter_map(|word| before.rfind(word)).max()
            > before.rfind("问题");
    due && (under_plans || marks.iter().any(|mark| place.contains(&mark.start)) || plans_something(part.get(&place)))
}

/// 拟, 力争: of what is to come, wherever in its sentence.
fn plans_something(sentence: &str) -> bool {
    let sentence = replace_each(sentence, &[("模拟", ""), ("虚拟", ""), ("草拟", ""), ("拟定", "")]);
    has_any(&sentence, &["拟", "力争", "争取", "打算", "预计"])
}

/// 上年提出的2024年6月底前完成, 已完成, 完成了: told, not planned.
fn is_told(sentence: &str) -> bool {
    ["上年", "去年", "上一年", "已", "了", "曾", "当时", "原定", "如期", "原计划"]
        .iter()
        .any(|word| sentence.contains(word))
}

/// A period is stated within so many characters.
const PERIOD: usize = 60;

/// A date: year, where it is named, month and day, where it is named.
type Date = (Option<u16>, u32, Option<u32>);

/// The stated period, if it is not the year.
fn period<'p>(prose: &'p Prose<'_>, year: u16) -> Option<(&'p SectionText, Range<usize>)> {
    let stated = |list, other: fn(&str, u16) -> Option<Range<usize>>| {
        prose.hits(id::DOC_04, list).iter().find_map(|hit| {
            let part = prose.part(*hit).filter(|part| part.section > 0)?;
            let place = other(part.after(hit.end, PERIOD), year)?;
            Some((part, hit.end + place.start..hit.end + place.end))
        })
    };
    stated("words", other_period).or_else(|| stated("until", other_end)).or_else(|| whole_year(prose, year))
}

/// `2022年1月1日至2022年12月31日，我局公开信息617条` in the report on 2023.
fn whole_year<'p>(prose: &'p Prose<'_>, year: u16) -> Option<(&'p SectionText, Range<usize>)> {
    prose.parts.iter().filter(|part| matches!(part.section, 1 | 3)).find_map(|part| {
        let place = part.sentences().find_map(|sentence| {
            let text = part.get(&sentence);
            // （一）自2022年1月1日.
            let numbered = text.strip_prefix('（').and_then(|rest| rest.split_once('）')).map(|(_, rest)| rest);
            let behind = numbered.unwrap_or(text).trim_start_matches(['自', '从']);
            let begins = behind.starts_with(&format!("{}年1月1日", year.checked_sub(1)?));
            let place = other_period(behind, year).filter(|_| begins)?;
            let (from, period) = (text.len() - behind.len(), behind.get(place.clone())?);
            let is_whole = period.ends_with("12月31日") && years(text).all(|named| named.year < year);
            let is_told = has_any(text, &["上年", "去年", "同期", "规划", "考核", "项目", "合同", "公示期", "有效期"]);
            // 期间制发的文件, 的存量文件 are of that year.
            let rest = behind.get(place.end..)?.trim_start_matches('止');
            let rest = rest.strip_prefix("期间").unwrap_or(rest);
            let tells = rest.starts_with(['，', ',', '我', '本', '共']) || rest.starts_with("收到");
            let counts = has_any(rest, &["收到", "新收", "受理", "公开信息", "公开政府信息", "公开各类"]);
            (is_whole && tells && counts && !is_told)
                .then(|| sentence.start + from + place.start..sentence.start + from + place.end)
        })?;
        Some((part, place))
    })
}

/// The same before the first section: its words.
fn period_before(opening: &SectionText, year: u16, found: &Collector<'_>) -> Option<String> {
    let stated = |list, other: fn(&str, u16) -> Option<Range<usize>>| {
        let words = found.profile.words(id::DOC_04, list).iter();
        words.filter_map(|word| opening.text.find(&**word).map(|at| at + word.len())).find_map(|at| {
            let text = opening.after(at, PERIOD);
            text.get(other(text, year)?).map(str::to_owned)
        })
    };
    stated("words", other_period).or_else(|| stated("until", other_end))
}

/// 统计时间截至2021年12月31日 in the report on 2022: the end of an earlier year, until which everything was counted.
fn other_end(text: &str, year: u16) -> Option<Range<usize>> {
    const UNTIL: [&str; 5] = ["截止到", "截至到", "截止至", "截至", "截止"];
    let text_behind = text.trim_start_matches(['均', '都', '为', '：', '的']);
    let until = UNTIL.iter().find_map(|until| text_behind.strip_prefix(until))?;
    let at = text.len() - until.len();
    let (end, start, next) = date(text, at, 1)?;
    let is_old = end.0.is_some_and(|named| named < year) && end.1 == 12 && end.2.is_none_or(|day| day == 31);
    is_old.then_some(start..next)
}

/// The period that a text begins with, if it is not the year.
fn other_period(text: &str, year: u16) -> Option<Range<usize>> {
    let (from, start, next) = date(text, 0, 12)?;
    let joined = text.get(next..)?;
    let joined = joined.trim_start_matches(['起', '始', '开']);
    let joint = ["至", "到", "—", "-", "－", "~", "～", "–"].iter().find(|joint| joined.starts_with(**joint))?;
    let at = text.len() - joined.len() + joint.len();
    let (to, _, end) = date(text, at, 3)?;
    let whole = from.0 == Some(year)
        && from.1 == 1
        && from.2.is_none_or(|day| day == 1)
        && to.0.is_none_or(|named| named == year)
        && to.1 == 12
        && to.2.is_none_or(|day| day == 31);
    (!whole).then_some(start..end)
}

/// The date that begins in the first characters from `at` on: what it is, where it begins and ends.
fn date(text: &str, at: usize, within: usize) -> Option<(Date, usize, usize)> {
    let window = text.get(at..)?;
    let first = window.char_indices().take(within).find(|(_, c)| c.is_ascii_digit())?.0;
    let start = at + first;
    let mut rest = text.get(start..)?;
    let mut number = |mark: char| -> Option<u32> {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let value = rest.get(..digits)?.parse().ok()?;
        rest = rest.get(digits..)?.strip_prefix(mark)?;
        Some(value)
    };
    let year = number('年').and_then(|year| u16::try_from(year).ok());
    let month = number('月')?;
    let day = number('日');
    Some(((year, month, day), start, text.len() - rest.len()))
}

#[cfg(test)]
mod tests {
    use crate::check::fixture;
    use crate::check::fixture::{report, said, with_section};

    #[test]
    fn another_year_in_the_title_or_at_the_beginning_is_an_error() {
        let mut other = report();
        other.narrative.title = Some("临江县示例局2022年政府信息公开工作年度报告".into());
        assert_eq!(said(&other, "DOC-03"), ["title"]);
        assert_eq!(fixture::evidence(&other, "DOC-03"), ["2022年"]);
        for (text, expected) in [
            ("2022年，我局认真落实条例，公开信息3条。", vec!["opening"]),
            ("2022年以来，我局持续公开信息。", vec![]),
            ("2023年，对照2022年的问题开展整改。", vec![]),
            ("2019年修订的条例实施以来，我局持续公开信息。", vec![]),
            ("按照要求，现将我局 2022 年度政府信息公开工作年度报告公布如下。", vec!["preface"]),
            ("我局按期发布了2022年政府信息公开工作年度报告。", vec![]),
        ] {
            assert_eq!(said(&with_section(1, text), "DOC-03"), expected, "{text}");
        }
    }

    #[test]
    fn plans_must_be_for_the_next_year() {
        for (text, expected) in [
            ("问题是解读不够。2023年，我局将进一步加强解读。", vec!["plans"]),
            ("问题是解读不够。改进措施：2023年，我局将着重从三个方面加以改进。", vec!["plans"]),
            ("问题是解读不够。2023年将突出重点，补齐短板。", vec!["plans"]),
            ("问题是解读不够。2024年，我局将进一步加强解读。", vec![]),
            ("2023年，我局将解读工作纳入考核，效果不明显。下一步改进。", vec![]),
            ("上年报告提出2023年将进一步加强解读，已经完成。", vec![]),
            ("问题是解读不够。计划2023年6月底前完成整改。", vec!["plans"]),
            ("问题是解读不够。力争2023年年底前补齐解读材料。", vec!["plans"]),
            ("问题：解读不够。措施：一是配图解；二是2023年6月底前完成补录。", vec!["plans"]),
            ("问题：解读不够。措施：一是配图解；二是2023年上半年完成补录。", vec![]),
            ("2023年上半年集中开展了自查。", vec![]),
            ("2023年第一季度完成栏目调整。", vec![]),
            ("按上级要求，2023年6月底前完成栏目调整。", vec![]),
            ("去年计划2023年6月底前完成的整改如期完成。", vec![]),
        ] {
            assert_eq!(said(&with_section(5, text), "DOC-03"), expected, "{text}");
        }
    }

    #[test]
    fn a_file_name_may_hold_the_date_of_the_submission() {
        for (name, expected) in [
            ("示例局2022年年报.txt", vec!["file"]),
            ("示例局-2022.txt", vec!["file"]),
            ("示例局2024年1月15日报送.txt", vec![]),
            ("示例局-2024-01-15.txt", vec![]),
            ("000_95af2022.txt", vec![]),
            ("示例局2023年年报.txt", vec![]),
        ] {
            let mut report = report();
            report.narrative.source =
                Some(crate::report::Source { file: Some(name.into()), ..crate::report::Source::default() });
            assert_eq!(said(&report, "DOC-03"), expected, "{name}");
        }
    }

    #[test]
    fn the_period_is_the_whole_year() {
        for (text, expected) in [
            ("数据统计期限为2023年1月1日至2023年12月31日。", vec![]),
            ("统计期限自 2023 年 1 月 1 日起，至 12 月 31 日止。", vec![]),
            ("统计期限：2023年1月1日—12月31日。", vec![]),
            ("统计期限为2023年1月至12月。", vec![]),
            ("2023年5月1日至5月31日开展宣传。", vec![]),
            ("统计期限自2023年1月1日起至2023年11月30日止。", vec!["2023年1月1日起至2023年11月30日"]),
            ("统计期限为 2022年1月1日至2022年12月31日。", vec!["2022年1月1日至2022年12月31日"]),
            ("本报告所列数据统计时间截至2022年12月31日。", vec!["2022年12月31日"]),
            ("以上数据统计均截止到2022年12月31日。", vec!["2022年12月31日"]),
            ("本报告所列数据统计时间截至2023年12月31日。", vec![]),
            ("公众号统计数据显示，截至2022年12月31日关注800人。", vec![]),
        ] {
            assert_eq!(fixture::evidence(&with_section(1, text), "DOC-04"), expected, "{text}");
        }
    }

    #[test]
    fn the_year_before_from_its_first_to_its_last_day_is_left_over() {
        for (text, period) in [
            ("公开工作有序开展。自2022年1月1日至2022年12月31日，我局公开信息617条。", "2022年1月1日至2022年12月31日"),
            ("公开工作有序开展。2022年1月1日至12月31日，我局公开信息617条。", "2022年1月1日至12月31日"),
            ("公开工作有序开展。从2022年1月1日起至12月31日，收到申请5件。", "2022年1月1日起至12月31日"),
            ("公开工作有序开展。自2022年1月1日起至2022年12月31日止，公开信息3条。", "2022年1月1日起至2022年12月31日"),
            ("公开工作有序开展。2022年1月1日到12月31日期间，收到申请5件。", "2022年1月1日到12月31日"),
            ("公开工作有序开展。2022年1月1日—12月31日，收到申请5件。", "2022年1月1日—12月31日"),
            ("公开工作有序开展。\n（一）自2022年1月1日至12月31日，收到申请5件。", "2022年1月1日至12月31日"),
        ] {
            assert_eq!(fixture::evidence(&with_section(1, text), "DOC-04"), [period], "{text}");
        }
        for text in [
            "公开工作有序开展。自2023年1月1日至2023年12月31日，我局公开信息617条。",
            "公开工作有序开展。2022年1月1日至2022年12月31日，上年度共收到申请5件。",
            "公开工作有序开展。2022年1月1日至12月31日收到申请5件，2023年收到8件。",
            "公开工作有序开展。2022年1月1日至2022年6月30日，开展专项检查。",
            "公开工作有序开展。合同期为2022年1月1日至2022年12月31日。",
            "公开工作有序开展。2022年1月1日至2022年12月31日为项目实施期。",
            "公开工作有序开展。2022年1月1日至2022年12月31日的存量文件全部清理，公开信息3条。",
            "公开工作有序开展。2022年1月1日至12月31日期间制发的文件纳入评估。",
        ] {
            assert_eq!(said(&with_section(1, text), "DOC-04"), [""; 0], "{text}");
        }
    }
}
