//! Shares that do not follow from the numbers beside them.

use crate::base::glance::has_any;
use crate::check::facts::counts::{Count, Counted};

use crate::check::family::narrative::units::share_holds;

/// A share, and what it is stated of.
pub(super) struct WrongShare<'a> {
    pub(crate) said: &'a Counted,
    pub(crate) share: &'a Count,
    /// What the rate is called, without 率; empty for a share.
    pub(crate) what: &'static str,
    pub(crate) part: i64,
    pub(crate) whole: i64,
}

/// All of them. `known` are numbers of requests that the tables give, `handled` is that of those dealt with.
pub(super) fn wrong<'a>(text: &'a [Counted], known: &[i64], handled: Option<i64>) -> Vec<WrongShare<'a>> {
    let shares = text.iter().flat_map(|said| {
        let shares = said.counts.iter().enumerate().filter(|(_, count)| count.is_share());
        shares.map(move |(at, share)| (said, at, share))
    });
    shares.take(MOST).filter_map(|(said, at, share)| judge(text, said, at, share, (known, handled))).collect()
}

/// So many shares of one report are looked at, each with so many numbers of its sentence.
const MOST: usize = 200;
const NEAR: usize = 16;

/// A share is one of these.
const WHOLES: [&str; 8] = ["占比", "占总数", "占总量", "占全部", "占办结", "占申请", "占新收", "占收到"];

fn judge<'a>(
    text: &'a [Counted],
    said: &'a Counted,
    at: usize,
    share: &'a Count,
    (requests, handled): (&[i64], Option<i64>),
) -> Option<WrongShare<'a>> {
    if let Some(wrong) = of_named(said, at, share) {
        return Some(wrong);
    }
    let part = said.counts.get(at.checked_sub(1)?)?;
    let label = share.label.as_str();
    let stated = label == "占" || WHOLES.iter().any(|words| label.starts_with(words));
    // 新收11件申请，占60%: what is counted may stand behind.
    let beside = share.adjacent || (share.lead == part.tail && share.lead.chars().count() <= 4);
    let elsewhere = has_any(label, &["全市", "全县", "全区", "全省", "全国", "分别"]);
    if !stated || !beside || elsewhere || !share.exact || !part.exact || part.is_share() {
        return None;
    }
    let of_requests = part.unit == "件";
    let same = |count: &&Count| count.unit == part.unit;
    let known = requests.iter().copied().filter(|_| of_requests);
    let all = text.iter().flat_map(|said| &said.counts).filter(same).filter_map(|count| count.value.as_int());
    let mut wholes: Vec<i64> = all.chain(known).collect();
    // 自然人15件，占75%；法人5件，占25%: of both together.
    let ints = |counts: &[Count]| -> Vec<i64> {
        counts.iter().filter(same).filter_map(|count| count.value.as_int()).collect()
    };
    let sentence = ints(said.counts.get(at.saturating_sub(NEAR)..said.counts.len().min(at + NEAR))?);
    wholes.extend((0..sentence.len()).flat_map(|from| sums(&sentence, from).collect::<Vec<_>>()));
    // 占新收申请的75%: of those, and of no others.
    wholes = of_those(label, text, requests.first().copied().filter(|_| of_requests)).unwrap_or(wholes);
    wholes.sort_unstable();
    wholes.dedup();
    let before = ints(said.counts.get(at.saturating_sub(NEAR)..at)?);
    let holds =
        |part: i64| wholes.iter().any(|&whole| whole >= part && share_holds(share.value, part, whole) != Some(false));
    if (0..before.len()).any(|from| sums(&before, from).any(holds)) {
        return None;
    }
    let paragraph = text.iter().filter(|other| other.paragraph == said.paragraph).flat_map(|said| &said.counts);
    let earlier = paragraph.filter(same).filter(|count| count.place.end <= part.place.start);
    let value = part.value.as_int()?;
    // Of what it is a share is known where it is named, or where the part is said to be one.
    let among = |words: &str| words.starts_with("其中") || words.trim_end_matches(['：', '，']).ends_with("其中");
    let is_part = label.contains(['总', '全']) || among(&part.label) || among(&part.lead);
    let earlier = earlier.filter(|_| is_part);
    let whole = named(label, text)
        .or_else(|| with_rest(said, at, part))
        .or_else(|| handled.filter(|_| of_requests && is_outcome(part)))
        .or_else(|| earlier.filter_map(|count| count.value.as_int()).filter(|&whole| whole > value).max())?;
    (value <= whole).then_some(WrongShare { said, share, what: "", part: value, whole })
}

/// `网站公开300条，占全年617条的38.6%`: both numbers stand beside it.
fn of_named<'a>(said: &'a Counted, at: usize, share: &'a Count) -> Option<WrongShare<'a>> {
    let [part, whole] = said.counts.get(at.checked_sub(2)?..at)? else { return None };
    let named = whole.label.starts_with('占') && whole.tail == "的" && whole.adjacent && !whole.starts;
    let follows = share.label == "的" && !share.starts && !part.is_share() && part.unit == whole.unit;
    let exact = part.exact && whole.exact && share.exact && named && follows;
    let (part, whole) = (part.value.as_int().filter(|_| exact)?, whole.value.as_int()?);
    let wrong = part <= whole && share_holds(share.value, part, whole) == Some(false);
    wrong.then_some(WrongShare { said, share, what: "", part, whole })
}

/// The wholes that the words name with certainty: those that were received in the year, as text and table have them.
fn of_those(label: &str, text: &[Counted], new: Option<i64>) -> Option<Vec<i64>> {
    let new = new.filter(|_| label.starts_with("占新收"))?;
    let counts = text.iter().flat_map(|said| &said.counts).filter(|count| count.unit == "件");
    let said = counts.filter(|count| count.label.contains("新收")).filter_map(|count| count.value.as_int());
    Some(said.chain([new]).collect())
}

/// 予以公开21件，占60%: of those that were dealt with.
fn is_outcome(part: &Count) -> bool {
    const OUTCOMES: [&str; 6] = ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"];
    OUTCOMES.contains(&part.label.trim_start_matches("其中").trim_end_matches('的'))
}

/// 18件，占60%，其余22件: what is divided is both together.
fn with_rest(said: &Counted, at: usize, part: &Count) -> Option<i64> {
    const REST: [&str; 4] = ["其余", "其他", "剩余", "余下"];
    let rest = said.counts.get(at + 1).filter(|rest| rest.unit == part.unit && rest.exact)?;
    let follows = rest.adjacent && REST.iter().any(|word| rest.label.starts_with(word));
    part.value.as_int()?.checked_add(rest.value.as_int().filter(|_| follows)?)
}

/// The sums of some numbers that stand one behind the other, from one of them on.
fn sums(values: &[i64], from: usize) -> impl Iterator<Item = i64> {
    values.get(from..).unwrap_or_default().iter().scan(0_i64, |sum, value| {
        *sum = sum.checked_add(*value)?;
        Some(*sum)
    })
}

/// The whole that the words name, as the text gives it.
fn named(label: &str, text: &[Counted]) -> Option<i64> {
    let (_, acts) =
        [("办结", &["办结"][..]), ("新收", &["新收"]), ("申请", &["收到", "新收", "受理"]), ("收到", &["收到"])]
            .into_iter()
            .find(|(word, _)| label.contains(word))?;
    let counts = text.iter().flat_map(|said| &said.counts).filter(|count| count.unit == "件" && count.exact);
    let says = |count: &&Count| acts.iter().any(|act| count.label.contains(act)) && !count.label.contains("上年");
    counts.filter(says).filter_map(|count| count.value.as_int()).max()
}
