//! Parts that do not come to their whole.

mod halves;
mod rest;

use crate::base::glance::has_any;
use crate::check::facts::counts::{Count, Counted, List, Opening};
use crate::report::Number;

/// A whole and its parts, which come to something else.
pub(super) struct WrongParts<'a> {
    pub(crate) said: &'a Counted,
    pub(crate) total: &'a Count,
    pub(crate) parts: Vec<&'a Count>,
    pub(crate) sum: Number,
}

/// So many sentences before and behind a list may say what it is a list of.
const BEFORE: usize = 30;
const BEHIND: usize = 10;

/// All of them. `known` are numbers of requests that the tables give: parts may be those of one of them.
/// `listed` are the lists of each sentence.
pub(super) fn wrong<'a>(text: &'a [Counted], listed: &[Vec<List<'a>>], known: &[Number]) -> Vec<WrongParts<'a>> {
    let mut found = Vec::new();
    for (index, (said, lists)) in text.iter().zip(listed).enumerate() {
        let around = text.get(index.saturating_sub(BEFORE)..).unwrap_or_default().iter().take(BEFORE + BEHIND);
        let paragraph: Vec<&Counted> = around.filter(|other| other.paragraph == said.paragraph).collect();
        let before = index.checked_sub(1).and_then(|before| text.get(before)).filter(|b| b.paragraph == said.paragraph);
        for list in lists {
            found.extend(judge(said, before, &paragraph, list, known));
        }
        for (at, total) in said.counts.iter().enumerate() {
            found.extend(
                summed(said, at, total)
                    .or_else(|| halves::behind(said, at, total))
                    .or_else(|| halves::before(said, at))
                    .or_else(|| halves::attributes(said, at, total))
                    .or_else(|| rest::left(said, at, &paragraph))
                    .or_else(|| rest::in_stock(said, at)),
            );
        }
    }
    found
}

fn judge<'a>(
    said: &'a Counted,
    before: Option<&'a Counted>,
    paragraph: &[&'a Counted],
    list: &List<'a>,
    known: &[Number],
) -> Option<WrongParts<'a>> {
    let first = *list.parts.first()?;
    let sum = add(&list.parts)?;
    let is_before = |count: &&Count| count.place.end <= first.place.start;
    let of_documents = || said.counts.iter().filter(is_before).any(|count| has_any(&count.named(), &DOCUMENTS));
    if are_outcomes(list) && !of_documents() {
        return None;
    }
    let is_member = |count: &Count| list.parts.iter().any(|part| part.place == count.place);
    let others = paragraph
        .iter()
        .flat_map(|&other| near(other, said, list))
        .filter(|count| count.unit == first.unit && !is_member(count));
    let total = match list.opening {
        Opening::Divided => divided(others.clone(), first, sum)?,
        _ => whole(said, before, list)?,
    };
    let known = if is_of_others(total) { &[] } else { known };
    let most = [total.value].into_iter().chain(known.iter().copied().filter(|_| first.unit == "件")).max()?;
    // 6件，其中集体讨论6件、听取意见6件: kinds that one thing may have together are no parts.
    let together = overlaps(list, total) || list.parts.iter().any(|part| part.value >= total.value);
    let is_wrong = is_all_there_is(list, sum, total.value) && (sum < total.value || (sum > most && !together));
    let stands = || comes_to(list, said, total, others.clone(), known);
    (list.closed && total.exact && is_wrong && !stands()).then(|| WrongParts {
        said,
        total,
        parts: list.parts.clone(),
        sum,
    })
}

/// 建议提案23件: no requests, whatever the tables have of those.
fn is_of_others(total: &Count) -> bool {
    const OTHERS: [&str; 14] = [
        "建议", "提案", "议案", "来信", "信箱", "留言", "公文", "发文", "文件", "许可", "处罚", "工单", "投诉", "诉求",
    ];
    has_any(&total.named(), &OTHERS) && !total.named().contains("申请")
}

/// How requests ended: what came in and what ended differ by what was carried over, and the rules about the tables know
/// which is which.
const OUTCOMES: [&str; 9] =
    ["予以公开", "部分公开", "不予公开", "不公开", "无法提供", "不予处理", "其他处理", "不掌握", "不存在"];

/// What has one of these attributes, and no result.
const DOCUMENTS: [&str; 5] = ["公文", "发文", "文件", "制发", "印发"];

fn are_outcomes(list: &List<'_>) -> bool {
    list.parts.iter().any(|count| has_any(&count.label, &OUTCOMES))
}

/// So many numbers of one sentence are looked at beside a list.
const NEAR: usize = 50;

/// The numbers of a sentence that may say what the list is a list of: of its own sentence those around it.
fn near<'a>(other: &'a Counted, said: &Counted, list: &List<'_>) -> &'a [Count] {
    let own = std::ptr::eq(other, said);
    let from = if own { list.at.saturating_sub(NEAR / 2) } else { 0 };
    let behind = other.counts.get(from..).unwrap_or_default();
    behind.get(..NEAR + list.parts.len()).unwrap_or(behind)
}

/// What stands before the list and is counted alike.
fn whole<'a>(said: &'a Counted, before: Option<&'a Counted>, list: &List<'a>) -> Option<&'a Count> {
    let first = list.parts.first()?;
    let earlier = said.counts.get(..list.at)?;
    let same = |count: &&Count| count.unit == first.unit && (first.bracketed || !count.bracketed);
    if list.opening == Opening::Told {
        return earlier.last().filter(same);
    }
    if let Some(total) = earlier.iter().rev().find(same) {
        return Some(total);
    }
    // 其中 begins a sentence: of the one number before, or of what those before come to.
    let last = before?.counts.last().filter(|last| SUMS.contains(&last.label.as_str()));
    if let Some(last) = last.filter(same).filter(|_| earlier.is_empty()) {
        return Some(last);
    }
    let mut all = before?.counts.iter().filter(same);
    let only = all.next()?;
    (earlier.is_empty() && all.next().is_none()).then_some(only)
}

/// What was divided: of the numbers before the list the one that comes nearest.
fn divided<'a>(others: impl Iterator<Item = &'a Count>, first: &Count, sum: Number) -> Option<&'a Count> {
    let is_past = |count: &Count| has_any(&count.label, &PAST);
    let before = others.filter(|count| count.place.end <= first.place.start && !is_past(count) && !count.bracketed);
    before.min_by_key(|count| gap(count.value, sum))
}

const PAST: [&str; 7] = ["上年", "去年", "同期", "较", "比", "结转", "转入"];

fn gap(one: Number, other: Number) -> Number {
    let gap = one.max(other).checked_sub(one.min(other));
    gap.unwrap_or(one)
}

fn add(parts: &[&Count]) -> Option<Number> {
    parts.iter().try_fold(Number::ZERO, |sum, part| sum.checked_add(part.value))
}

/// Is there a way to read the list in which it comes to something that the paragraph says?
fn comes_to<'a>(
    list: &List<'_>,
    said: &Counted,
    total: &Count,
    others: impl Iterator<Item = &'a Count>,
    known: &[Number],
) -> bool {
    let Some(sum) = add(&list.parts) else { return true };
    let of_requests = known.iter().copied().filter(|_| total.unit == "件");
    let mut wholes = others.map(|count| count.value).chain(of_requests);
    // With, or without, what stands beside the whole: 新收43件，上年结转1件.
    let mut beside = said.counts.iter().take(list.at).filter(|count| count.unit == total.unit);
    let with = |count: &Count| {
        [total.value.checked_add(count.value), total.value.checked_sub(count.value)].contains(&Some(sum))
    };
    // Some of them, or some more: where a list ends is not always plain.
    let behind = said.counts.get(list.at..).unwrap_or_default().iter().filter(|count| count.unit == total.unit);
    let mut so_far = Number::ZERO;
    let mut ends = behind.enumerate().map(|(index, count)| {
        so_far = so_far.checked_add(count.value).unwrap_or(so_far);
        index > 0 && so_far == total.value
    });
    wholes.any(|whole| whole == sum) || beside.any(with) || ends.any(|stands| stands)
}

/// May one thing be counted in several parts?
fn overlaps(list: &List<'_>, total: &Count) -> bool {
    let says = |count: &&Count| has_any(&count.words(), &["同时", "同步", "兼", "转发", "次"]);
    list.parts.iter().any(says) || has_any(&total.words(), &["同时", "同步"])
}

/// Do the parts leave nothing out, so that they ought to come to the whole?
fn is_all_there_is(list: &List<'_>, sum: Number, total: Number) -> bool {
    let near = is_quarter(gap(total, sum), total);
    let all = list.complete || list.opening == Opening::Divided || are_all_times(list);
    // 共95人，其中机关48人、乡镇45人: behind 其中 a few may be left out, but none can be too many.
    let too_much = is_slip(sum, total) || (near && are_kinds(list));
    all || (near && (list.opening == Opening::Told || is_pair(list) || ends_in_others(list)))
        || (sum > total && too_much)
}

/// `新闻媒体及其他渠道118条` is the last: nothing is left out.
fn ends_in_others(list: &List<'_>) -> bool {
    const OTHERS: [&str; 5] = ["及其他", "和其他", "与其他", "及其它", "和其它"];
    list.parts.len() > 2 && list.parts.last().is_some_and(|last| has_any(&last.label, &OTHERS))
}

/// 上半年19件，下半年11件; four quarters.
fn are_all_times(list: &List<'_>) -> bool {
    // 上半年转载政策20条 are of one kind.
    let is_plain = |rest: &str| {
        ["", "收到", "受理", "新收", "办理", "办结", "发布", "完成", "开展", "举办", "组织", "召开"].contains(&rest)
    };
    let is_of = |label: &str, word: &str| {
        let label = label.strip_prefix("其中").unwrap_or(label);
        label.trim_start_matches('第').strip_prefix(word).is_some_and(is_plain)
    };
    let names = |word: &str| list.parts.iter().any(|part| is_of(&part.label, word));
    let quarters = ["一季度", "二季度", "三季度", "四季度"].iter().all(|quarter| names(quarter));
    let count = list.parts.len();
    (count == 2 && names("上半年") && names("下半年")) || (count == 4 && quarters)
}

/// 25个，其中微信公众号18个、微博4个、抖音号5个: an account is with one of them. A person, a firm or a visit may be of several kinds.
fn are_kinds(list: &List<'_>) -> bool {
    const MEDIA: [&str; 10] =
        ["微信", "公众号", "微博", "抖音", "快手", "视频号", "头条号", "网站", "小程序", "客户端"];
    let named = list.parts.iter().filter(|part| has_any(&part.label, &MEDIA)).count();
    let are_accounts = named > 1 && list.parts.iter().all(|part| matches!(part.unit, "个" | "家"));
    // 16处，其中市级3处、县级8处、乡镇7处; 26篇，其中文字解读12篇、图解9篇、视频7篇: each is of one level, or of one form.
    let all = |words: &[&str]| list.parts.iter().all(|part| has_any(&part.label, words));
    are_accounts || all(&LEVELS) || (all(&FORMS) && list.parts.iter().any(|part| part.label.contains("解")))
}

const LEVELS: [&str; 19] = [
    "省级", "市级", "县级", "区级", "乡级", "镇级", "村级", "部级", "厅级", "局级", "处级", "本级", "乡镇", "街道",
    "社区", "省直", "市直", "县直", "区直",
];
const FORMS: [&str; 12] =
    ["文字", "图文", "图解", "图片", "视频", "音频", "动漫", "动画", "长图", "海报", "问答", "H5"];

/// Is it a quarter at most?
fn is_quarter(gap: Number, total: Number) -> bool {
    let four = gap.checked_add(gap).and_then(|double| double.checked_add(double));
    four.is_some_and(|four| four <= total)
}

/// Two halves that make a whole, by their names.
const HALVES: [(&[&str], &[&str]); 7] = [
    (&["线上", "网上"], &["线下", "当面", "信函", "现场", "邮寄"]),
    (&["机关", "本级", "县直", "市直", "区直", "省直"], &["乡镇", "镇", "街道", "基层", "下属", "直属", "派出"]),
    (&["男"], &["女"]),
    (&["全文"], &["摘要"]),
    (&["个人"], &["单位"]),
    (&["建议"], &["提案"]),
    (&["城区", "城镇"], &["农村", "乡村"]),
];

fn is_pair(list: &List<'_>) -> bool {
    let names = |words: &[&str]| list.parts.iter().any(|part| has_any(&part.label, words));
    HALVES.iter().any(|(one, other)| names(one) && names(other))
}

/// Is one the other with a slip: little is missing, or one digit that is not the last differs?
pub(super) fn is_slip(sum: Number, total: Number) -> bool {
    let (Some(sum), Some(total)) = (sum.as_int(), total.as_int()) else { return false };
    let gap = sum.abs_diff(total);
    let little = gap.saturating_mul(20) <= total.unsigned_abs();
    let (one, other) = (sum.to_string(), total.to_string());
    let apart: Vec<usize> =
        one.bytes().zip(other.bytes()).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at).collect();
    let digit =
        one.len() == other.len() && one.len() > 2 && apart.len() == 1 && apart.iter().all(|at| at + 1 < one.len());
    gap > 0 && (little || digit)
}

/// What says that a number is the sum of those before it.
const SUMS: [&str; 10] =
    ["共", "合计", "共计", "总计", "总共", "两项合计", "三项合计", "两者合计", "三者合计", "合计为"];

/// 共计, 共培训, 全年累计培训.
fn is_sum(label: &str) -> bool {
    const YEAR: [&str; 3] = ["全年", "年内", "全年度"];
    const ALL: [&str; 6] = ["共计", "合计", "总计", "总共", "累计", "共"];
    const ACTS: [&str; 12] =
        ["", "培训", "参训", "参加", "培训人员", "参训人员", "发布", "公开", "制作", "接待", "服务", "参会"];
    let bare = YEAR.iter().find_map(|year| label.strip_prefix(year)).unwrap_or(label);
    let act = ALL.iter().find_map(|all| bare.strip_prefix(all));
    SUMS.contains(&label) || act.is_some_and(|act| ACTS.contains(&act))
}

/// `网站60条、公示栏20条，共计81条`: what is said to be their sum is another number.
fn summed<'a>(said: &'a Counted, at: usize, total: &'a Count) -> Option<WrongParts<'a>> {
    let is_sum = is_sum(&total.label) && total.exact && total.adjacent && !total.starts;
    let before = said.counts.get(..at).filter(|_| is_sum)?;
    let mut parts: Vec<&Count> = Vec::new();
    let mut divider = None;
    for part in before.iter().rev().filter(|part| part.bracketed == total.bracketed) {
        // 第一期46人、第二期52人，共计98人次.
        let alike = part.unit == total.unit || (part.unit == "人" && total.unit == "人次");
        // 分别为60人、55人.
        let named = !part.label.is_empty() || part.stop == Some('、');
        let fits = alike && part.exact && part.tail.is_empty() && named;
        if !fits {
            break;
        }
        parts.push(part);
        if part.starts || !matches!(part.stop, Some('、' | '，')) || *divider.get_or_insert(part.stop) != part.stop {
            break;
        }
    }
    // Behind commas everything may stand that is no part.
    let in_turn =
        parts.iter().all(|part| part.label.starts_with('第') && part.label.ends_with(['期', '批', '场', '次']));
    let listed = in_turn || parts.iter().rev().skip(1).all(|part| part.stop == Some('、'));
    let mut sum = Number::ZERO;
    let stands = parts.iter().any(|part| {
        sum = sum.checked_add(part.value).unwrap_or(sum);
        sum == total.value
    });
    parts.reverse();
    // 批准12条，招考8条，合计22条: from the beginning of what is said on, and nothing else is.
    let is_all = said.counts.iter().filter(|count| count.unit == total.unit).count() == parts.len() + 1;
    let close = parts.iter().skip(1).all(|part| part.lead.is_empty()) && total.lead.is_empty();
    let whole = close && parts.first().is_some_and(|first| first.starts) && is_all && said.counts.get(at + 1).is_none();
    let listed = listed || (whole && matches!(total.label.as_str(), "合计" | "共计" | "总计"));
    let is_near = (listed && is_quarter(gap(sum, total.value), total.value)) || is_slip(sum, total.value);
    (parts.len() > 1 && !stands && is_near).then_some(WrongParts { said, total, parts, sum })
}
