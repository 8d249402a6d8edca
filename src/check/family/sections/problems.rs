//! SEC-11 … SEC-13: problems, measures, and what became of last year's problems.

use crate::base::han::is_alphanumeric;
use crate::check::facts::calendar::years;
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::Report;

use super::enumerated::{Enumerated, lists};
use super::sides::Sides;
use super::situation::characters;

/// 没有问题 has no more characters.
const LONGEST_NOTHING: usize = 4;

/// Applies the rules.
pub(super) fn check(report: &Report, prose: &Prose<'_>, part: &SectionText, found: &mut Collector<'_>) {
    let count = characters(&part.text);
    let limit = found.profile.threshold(id::SEC_11, "limit");
    if count == 0 {
        found.say(id::SEC_11, "empty", "5", Say::default());
        return;
    }
    let whole = || part.evidence(&(0..part.text.len()));
    if says_nothing(&part.text) {
        found.say(id::SEC_11, "none", "5", Say::default().with("text", &part.text).at(whole()));
        return;
    }
    if count < limit {
        found.say(id::SEC_11, "short", "5", Say::default().with("count", count).at(whole()));
        return;
    }
    match_up(report.lean.head.year, prose, part, found);
    let last = report.lean.head.year.saturating_sub(1);
    let speaks = prose.speaks(id::SEC_13, "words", 5) || years(&part.text).any(|named| named.year == last);
    if !speaks {
        found.say(id::SEC_13, "silent", "5", Say::default());
    }
}

/// `无。`, `暂无`, `没有`.
pub(super) fn says_nothing(text: &str) -> bool {
    // Whoever says nothing says it in few words.
    let bare: String = text.chars().filter(|c| is_alphanumeric(*c)).take(LONGEST_NOTHING + 1).collect();
    matches!(bare.as_str(), "" | "无" | "没有" | "暂无" | "不存在" | "无问题" | "暂无问题" | "没有问题")
}

/// Problems and measures: both there, and as many of one as of the other where both are counted.
fn match_up(year: u16, prose: &Prose<'_>, part: &SectionText, found: &mut Collector<'_>) {
    let lists = lists(&part.text);
    // A list, then 针对上述, 下一步, and another list: problems and measures, in whatever words.
    let are_both = lists.iter().any(|lists| match lists.as_slice() {
        [one, other, ..] => begin_between(prose, one, other),
        _ => false,
    });
    if let Some((case, at)) = Sides::of(year, prose, part).one_alone().filter(|_| !are_both) {
        found.say(id::SEC_12, case, "5", Say::default().at(part.evidence(&at)));
        return;
    }
    for lists in lists {
        let [problems, measures] = lists.as_slice() else { continue };
        // More measures than problems are none too many.
        if measures.count < problems.count && are_of_both(prose, problems, measures) {
            let at = |list: &Enumerated| part.evidence(&(list.at..list.end));
            let say = Say::default().with("problems", problems.count).with("measures", measures.count);
            found.say(id::SEC_12, "counts", "5", say.at(at(problems)).at(at(measures)));
            return;
        }
    }
}

/// Is the first list one of problems, and do measures begin between the two?
fn are_of_both(prose: &Prose<'_>, problems: &Enumerated, measures: &Enumerated) -> bool {
    let last = |list: &str| {
        let hits = prose.in_section(id::SEC_12, list, 5).filter(|hit| hit.start < problems.at);
        hits.map(|hit| hit.start).max()
    };
    let of_problems = last("begin-problems").is_some_and(|at| last("begin-measures").is_none_or(|other| other < at));
    of_problems && begin_between(prose, problems, measures)
}

/// Do measures begin between the two lists?
fn begin_between(prose: &Prose<'_>, one: &Enumerated, other: &Enumerated) -> bool {
    let between = one.at..other.at;
    prose.in_section(id::SEC_12, "begin-measures", 5).any(|hit| between.contains(&hit.start))
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{evidence, said, said_under, with_section};
    use crate::check::{Profile, Severity};

    #[test]
    fn problems_must_be_stated() {
        for (text, expected) in
            [("", vec!["empty"]), ("无。", vec!["none"]), ("公开不够及时，将加以改进。", vec!["short"])]
        {
            assert_eq!(said(&with_section(5, text), "SEC-11"), expected, "{text}");
            assert_eq!(said(&with_section(5, text), "SEC-12"), [""; 0], "one cause, one finding");
        }
    }

    #[test]
    fn every_problem_has_its_measure() {
        let problems = "存在的主要问题：一是政策解读不够丰富多样；二是联络员更换频繁；三是栏目更新不及时。";
        for (measures, expected) in [
            ("改进措施：一是丰富解读形式；二是固定联络员。", vec!["counts"]),
            ("改进措施：一是丰富解读形式；二是固定联络员；三是按周更新。", vec![]),
            ("下一步，我局将丰富解读形式，固定联络员。", vec![]),
            ("目前正在逐项整改：一是丰富解读形式；二是固定联络员。", vec!["counts"]),
            ("为解决上述短板：一是丰富解读形式；二是固定联络员；三是按周更新。", vec![]),
            ("上年问题均已整改：一是补齐指南；二是梳理流程。下一步：一是丰富形式。", vec![]),
        ] {
            let text = format!("{problems}{measures}");
            assert_eq!(said(&with_section(5, &text), "SEC-12"), expected, "{text}");
        }
        let text = format!("{problems}改进措施：一是丰富解读形式；二是固定联络员。");
        assert_eq!(evidence(&with_section(5, &text), "SEC-12"), ["一是", "一是"]);
    }

    #[test]
    fn one_without_the_other_is_not_enough() {
        let problems = "存在的主要问题是政策解读形式单一，联络员更换频繁，栏目内容与群众期待有差距，业务衔接不顺畅。";
        assert_eq!(said(&with_section(5, problems), "SEC-12"), ["only-problems"]);
        let measures = "下一步将加强业务培训，固定联络员，丰富解读形式，按周更新栏目，定期听取群众意见和建议。";
        assert_eq!(said(&with_section(5, measures), "SEC-12"), ["only-measures"]);
    }

    #[test]
    fn problems_and_measures_are_known_by_their_order_in_whatever_words() {
        for text in [
            "一是干部对应公开的范围把握不准，该公开的放过了。二是公示栏保留时间短，外出的人看不到。\n下一步，一是编印口袋书，人手一册；二是期满后拍照存档。",
            "预算公开的可读性不强，数字多、说明少。针对这个问题，自本年起编印读本，配图说明钱从哪来、用到哪去。",
            "工作还有短板，工程信息公布偏晚。2024年重点做好两件事：一是把节点信息列入清单并按月通报；二是解读材料由两家共同制作。",
        ] {
            assert_eq!(said(&with_section(5, text), "SEC-12"), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_plan_is_a_measure_and_whatever_stands_before_it_a_problem() {
        for text in [
            "一是经办人员更换频繁，新来的同志对条例不熟；二是村级公示栏重“贴”轻“管”。2024年，拟请县里来镇授课一次，由驻村干部每月拍照留痕。",
            "主要问题：一是高速公路收费信息的颗粒度粗；二是办件跨处室耗时长。2024年工作考虑：按路段公布数据；6月前换装全部公示牌。",
            "受条件所限，我乡信息更新慢、内容少的情况比较突出。2024年打算安排一名干部兼任信息员，每月更新5条以上。",
            "一是新旧表格衔接中出现文书混用，二是基层中队执法数据归集慢。改进上，自七月起统一启用新文书，归集周期压缩到七天。",
            "主要是信息员队伍青黄相接处出了断档，解读材料照搬原文。我局拟于明年一季度补齐人手，并为每份文件配一张图。",
            "整改打算：建立口径库。差的地方：答复口径各说各话，同一件事两个窗口两种说法，来电群众意见很大。",
            "政策集中出台后咨询量陡增，窗口人手跟着吃紧。应对办法：错峰受理，口径每周碰头一次，并在入口处挂上查询指引。",
            "公示照片留存零散，三个村找不到去年的底册。配发档案盒，按月归档，年底由镇里逐村验收。",
            "群众对报销比例的知晓率偏弱。措施：春节返乡期间每个乡镇宣讲两场，并把问答印成折页发到每一户。",
            "公众号推文阅读量低，老人基本看不到。安排：通过村广播每周播两次，并请网格员上门念给行动不便的老人听。",
        ] {
            assert_eq!(said(&with_section(5, text), "SEC-12"), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_is_wanting_is_no_measure() {
        for text in [
            "一年来取得了一定进步，但仍有不少问题：一是解读形式单一，群众看不懂；二是报送信息零散，重视不够；三是公示时间不足七天。",
            "信息公开意识有待提高，业务培训需进一步加强。各科室之间配合不够顺畅，栏目更新不及时，群众查找不便。",
            "存在的问题主要有：（一）制度落实不到位。（二）人员业务水平有待提升。（三）平台规范化程度不高，缺乏统一标准。",
        ] {
            assert_eq!(said(&with_section(5, text), "SEC-12"), ["only-problems"], "{text}");
        }
        for text in [
            "2023年公开工作稳步推进。下一步，将加强业务培训，固定联络员，丰富解读形式，按周更新栏目，听取群众意见。",
            "今后我局将把公开要求落实到每个环节，建立台账，逐项销号。同时开展季度通报，压实各科室责任。",
        ] {
            assert_eq!(said(&with_section(5, text), "SEC-12"), ["only-measures"], "{text}");
        }
    }

    #[test]
    fn something_is_said_of_last_year() {
        let text = "存在的主要问题是政策解读形式单一，联络员更换频繁。下一步将丰富解读形式，固定联络员，按周更新栏目。";
        let asked = Profile::with(Some(("SEC-13", Some(Severity::Info))), None);
        assert_eq!(said_under(&asked, &with_section(5, text), "SEC-13"), ["silent"]);
        let told = with_section(5, &format!("2022年的问题已整改。{text}"));
        assert_eq!(said_under(&asked, &told, "SEC-13"), [""; 0]);
        assert_eq!(said(&with_section(5, text), "SEC-13"), [""; 0], "only where an office asks for it");
    }
}
