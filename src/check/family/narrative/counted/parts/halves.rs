//! Two parts that leave nothing out, by their names.

use crate::base::glance::has_any;
use crate::check::facts::counts::{Count, Counted};

use super::{WrongParts, add, gap, is_quarter};

/// What is the one or the other, as the words before the numbers say it.
const EITHER: [(&[&str], &[&str]); 2] = [
    (&["上半年", "其中上半年"], &["下半年"]),
    (
        &["采纳", "其中采纳", "予以采纳", "已采纳", "吸收采纳"],
        &["不予采纳", "未采纳", "不采纳", "未予采纳", "没有采纳"],
    ),
];

/// `培训3期，上半年2期、下半年2期`; `意见16条，采纳14条，不予采纳3条`.
pub(super) fn behind<'a>(said: &'a Counted, at: usize, total: &'a Count) -> Option<WrongParts<'a>> {
    let [one, other] = said.counts.get(at + 1..at + 3)? else { return None };
    let is_either = EITHER.iter().any(|(first, second)| {
        first.contains(&one.label.as_str()) && second.contains(&other.label.as_str())
            || second.contains(&one.label.as_str()) && first.contains(&other.label.as_str())
    }) || (is_done_or_not(&one.label, &other.label) && !has_any(&total.words(), &CASES));
    let alike =
        |part: &Count| part.exact && part.unit == total.unit && part.adjacent && part.bracketed == one.bracketed;
    let fits = is_either && total.exact && alike(one) && alike(other) && !one.starts && !other.starts;
    // A third one: 部分采纳2条.
    let more = said.counts.get(at + 3).is_some_and(|next| next.unit == total.unit && !next.starts);
    let parts = vec![one, other];
    let sum = add(&parts).filter(|_| fits && !more)?;
    // 征集25条，采纳14条，未采纳3条，其余转有关部门: a rest without a number.
    if sum < total.value && !is_quarter(gap(sum, total.value), total.value) {
        return None;
    }
    let stands = said.counts.iter().take(at + 1).any(|count| count.unit == total.unit && count.value == sum);
    (!stands).then_some(WrongParts { said, total, parts, sum })
}

/// How these end is told in other ways too: 不再处理.
const CASES: [&str; 4] = ["申请", "复议", "诉讼", "案件"];

/// 已回复30条, 未回复1条; 合格38家, 不合格3家.
fn is_done_or_not(one: &str, other: &str) -> bool {
    const NOT: [&str; 9] = ["尚未", "仍未", "还未", "没有", "未能", "未予", "暂未", "未", "不"];
    let bare = |label: &str| {
        let label = label.trim_end_matches('的').trim_start_matches("其中").trim_start_matches(['有', '已', '经']);
        label.to_owned()
    };
    let (done, other) = (bare(one), bare(other));
    let undone = NOT.iter().find_map(|not| other.strip_prefix(not));
    done.chars().count() > 1 && undone == Some(done.as_str())
}

/// What a document is, one of these three and no other.
const ATTRIBUTES: [&[&str]; 3] =
    [&["主动公开", "主动公开的"], &["依申请公开", "依申请公开的"], &["不予公开", "不公开", "不予公开的", "不公开的"]];
/// What has an attribute.
const DOCUMENTS: [&str; 3] = ["公文", "发文", "文件"];

/// `制发公文128件，主动公开65件，依申请公开28件，不予公开36件`: all that there are.
pub(super) fn attributes<'a>(said: &'a Counted, at: usize, total: &'a Count) -> Option<WrongParts<'a>> {
    let parts: Vec<&Count> = said.counts.get(at + 1..at + 4)?.iter().collect();
    let bare = |part: &Count| {
        let label = part.label.trim_start_matches("其中").trim_start_matches(['为', '：', '属', '于']);
        ATTRIBUTES.iter().position(|words| words.contains(&label))
    };
    let mut kinds: Vec<usize> = parts.iter().filter_map(|part| bare(part)).collect();
    kinds.sort_unstable();
    let of_documents = has_any(&total.named(), &DOCUMENTS) && !has_any(&total.named(), &["规范性", "清理", "上年"]);
    let alike = |part: &&Count| part.exact && part.unit == total.unit && part.adjacent && !part.starts;
    let more = said.counts.get(at + 4).is_some_and(|next| next.unit == total.unit && next.adjacent && !next.starts);
    let fits = kinds == [0, 1, 2] && of_documents && total.exact && parts.iter().all(alike) && !more;
    let sum = add(&parts).filter(|_| fits)?;
    (sum != total.value && is_quarter(gap(sum, total.value), total.value)).then_some(WrongParts {
        said,
        total,
        parts,
        sum,
    })
}

/// `18个乡镇和31个部门共50个单位`.
pub(super) fn before(said: &Counted, at: usize) -> Option<WrongParts<'_>> {
    let [one, other, total] = said.counts.get(at..at + 3)? else { return None };
    let alike = one.unit == other.unit && other.unit == total.unit && one.exact && other.exact && total.exact;
    // No stop between them: what stands there belongs to the numbers.
    let close = |count: &Count| {
        count.lead.is_empty() && count.stop.is_none() && (1..=SHORT).contains(&count.label.chars().count())
    };
    let joined = ["和", "与", "及", "以及"].iter().any(|word| other.label.ends_with(word));
    let sums = ["共", "共计", "合计", "总共"].iter().any(|word| total.label.ends_with(word));
    // 12个单位和8个科室共18个窗口: the whole counts something else.
    let of_both =
        ["单位", "部门", "人", "主体", "机关", "机构", "项目", "事项"].iter().any(|noun| total.tail.starts_with(noun));
    let parts = vec![one, other];
    let sum = add(&parts).filter(|_| of_both && alike && close(other) && close(total) && joined && sums)?;
    (sum != total.value && is_quarter(gap(sum, total.value), total.value)).then_some(WrongParts {
        said,
        total,
        parts,
        sum,
    })
}

/// The words of one number are not longer.
const SHORT: usize = 10;

#[cfg(test)]
mod tests {
    use crate::check::fixture::narrative::{raised, report};

    fn passages(text: &str) -> Vec<String> {
        let found = raised(&report("青岚县水务局", 1, text, &[]));
        found.into_iter().filter(|(rule, _)| rule == "N-04").map(|(_, passage)| passage).collect()
    }

    #[test]
    fn one_and_the_other_come_to_the_whole() {
        for (text, passage) in [
            ("全年组织业务培训3期，上半年2期、下半年2期。", "2期、下半年2期"),
            ("征求意见16条，采纳14条，不予采纳3条。", "14条，不予采纳3条"),
            ("制发公文128件，主动公开65件，依申请公开28件，不公开36件。", "65件，依申请公开28件，不公开36件"),
            ("印发文件128件，其中主动公开65件、依申请公开28件、不予公开34件。", "65件、依申请公开28件、不予公开34件"),
            (
                "全年发文90份，依申请公开的20份，主动公开的40份，不予公开的31份。",
                "20份，主动公开的40份，不予公开的31份",
            ),
            ("收到意见建议16条，其中采纳14条、未采纳3条。", "14条、未采纳3条"),
            ("收到留言32条，已回复30条，未回复1条。", "30条，未回复1条"),
            ("抽查网站40家次，合格38家次，不合格3家次。", "38家次，不合格3家次"),
            ("检查栏目52个，其中达标49个、未达标2个。", "49个、未达标2个"),
            ("任务26项，已完成24项，尚未完成3项。", "24项，尚未完成3项"),
            ("应公开事项88项，已公开85项，没有公开2项。", "85项，没有公开2项"),
            ("整改清单30条，按期整改的28条，未按期整改的1条。", "28条，未按期整改的1条"),
            ("全县18个乡镇和31个部门共50个单位按时报送。", "18个乡镇和31个"),
            ("组织21名专职人员与30名兼职人员共52名人员参加测试。", "21名专职人员与30名"),
        ] {
            assert_eq!(passages(text), [passage], "{text}");
        }
        for text in [
            "全年组织业务培训4期，上半年2期、下半年2期。",
            "征求意见17条，采纳14条，不予采纳3条。",
            "制发公文129件，主动公开65件，依申请公开28件，不公开36件。",
            "制发公文140件，主动公开65件，依申请公开28件，不公开36件，涉密11件。",
            "制发公文128件，主动公开65件，依申请公开28件。",
            "制发公文828件，主动公开65件，依申请公开28件，不公开36件。",
            "征求意见19条，采纳14条，不予采纳3条，部分采纳2条。",
            "听取代表意见20条、网上意见17条，采纳14条，不予采纳3条。",
            "全县18个乡镇和31个部门共49个单位按时报送。",
            "走访18个乡镇和31个部门，发现共50个问题。",
            "公开18个事项和31个清单，共50个部门参与。",
            "12个单位和8个科室共18个窗口参加。",
            "征集意见25条，采纳14条，未采纳3条，其余转有关部门研究。",
            "收到留言32条，已回复30条，未回复2条。",
            "收到留言32条，已回复28条，未回复2条，转办2条。",
            "收到申请32件，已答复30件，未答复1件。",
            "抽查网站40家次，发现问题38个，不合格3家次。",
            "检查栏目52个，达标30个，未达标2个。",
            "抽查网站40家次，首次合格38家次，不合格3家次。",
        ] {
            assert_eq!(passages(text), [""; 0], "{text}");
        }
    }
}
