//! The same thing by name, once so many of it and once more: 公开栏6处, and 8处公开栏.
//!
//! Fewer may be some of them; more cannot be.

use rustc_hash::FxHashMap;

use crate::base::glance::has_any;
use crate::check::facts::calendar::years;
use crate::check::facts::counts::{Count, Counted};
use crate::report::Number;

/// Two numbers of one thing.
pub(super) struct Again<'a> {
    /// What they count.
    pub(crate) what: String,
    pub(crate) first: (u8, &'a Count),
    pub(crate) second: (u8, &'a Count),
}

/// A name is no shorter …
const NAME: usize = 5;
/// … but where the text speaks of it again as of what it has told, and is looked for in so many characters on each side.
const SHORT: usize = 4;
const SIDE: usize = 12;
/// Units of what is there, and is not done again and again.
const UNITS: [&str; 13] = ["个", "家", "处", "名", "人", "块", "台", "所", "座", "支", "位", "间", "套"];
/// Units of what is done.
const DONE: [&str; 4] = ["场", "次", "期", "场次"];
/// So many of those that share a stretch of their names are held against each other.
const ALIKE: usize = 4;

/// A number with its name.
struct Named<'a> {
    said: &'a Counted,
    count: &'a Count,
    /// What stands before and behind the number, without it.
    name: Vec<char>,
    /// Where the number stood in the name.
    at: usize,
}

/// All of them, one for each thing.
pub(super) fn wrong(text: &[Counted], year: u16) -> Vec<Again<'_>> {
    let mut found: Vec<Again<'_>> = Vec::new();
    let mut all: Vec<Named<'_>> = Vec::new();
    let mut known: FxHashMap<(&str, [char; SHORT]), Vec<usize>> = FxHashMap::default();
    for said in text {
        for count in &said.counts {
            let Some(second) = Named::of(said, count, year) else { continue };
            let unit = count.unit;
            let stretches: Vec<[char; SHORT]> =
                second.name.windows(SHORT).filter_map(|stretch| stretch.try_into().ok()).collect();
            let mut others: Vec<usize> =
                stretches.iter().filter_map(|stretch| known.get(&(unit, *stretch))).flatten().copied().collect();
            others.sort_unstable();
            others.dedup();
            let alike = others.iter().filter_map(|&index| all.get(index));
            let mut alike = alike.filter_map(|first| Some((first, first.shared(&second)?)));
            // Where several are called so, it is one of them.
            let other = alike.next().filter(|_| alike.next().is_none());
            let other = other.filter(|(first, what)| {
                let length = what.chars().count();
                first.said.paragraph != said.paragraph && contradict(first.count, count, length)
            });
            if let Some((first, what)) = other.filter(|(_, what)| found.iter().all(|known| known.what != *what)) {
                let (first, second) = ((first.said.section, first.count), (said.section, count));
                found.push(Again { what, first, second });
            }
            for stretch in stretches {
                let places = known.entry((unit, stretch)).or_default();
                if places.len() < ALIKE {
                    places.push(all.len());
                }
            }
            all.push(second);
        }
    }
    found
}

/// Of some of them, of another time, or not yet so.
const NARROW: [&str; 46] = [
    "其中", "新增", "新建", "新设", "新开", "新聘", "增设", "增加", "增聘", "抽查", "抽取", "走访", "选取", "选择",
    "部分", "首批", "重点", "优秀", "先进", "示范", "试点", "整改", "问题", "减少", "撤", "注销", "关停", "上年",
    "去年", "累计", "半年", "季度", "月", "计划", "将", "拟", "力争", "比", "较", "每", "平均", "再", "另", "外", "余",
    "超过",
];

impl<'a> Named<'a> {
    fn of(said: &'a Counted, count: &'a Count, year: u16) -> Option<Self> {
        let is_whole = count.exact && !count.bracketed && count.value > Number::ZERO;
        let counts = UNITS.contains(&count.unit) || DONE.contains(&count.unit);
        // 将8处更换: what is done with them. Before 全年虽举办了4期 anything may be said.
        let words = if is_conceded(count) { count.label.clone() } else { count.words() };
        if !is_whole || !counts || has_any(words.strip_suffix('将').unwrap_or(&words), &NARROW) {
            return None;
        }
        if years(&words).any(|named| named.year != year) {
            return None;
        }
        let label = count.label.trim_end_matches("达到").trim_end_matches(['共', '有', '为', '达', '已', '约']);
        let before: Vec<char> = label.chars().collect();
        let mut name = before.get(before.len().saturating_sub(SIDE)..)?.to_vec();
        let at = name.len();
        name.extend(count.tail.chars().take(SIDE));
        Some(Self { said, count, name, at })
    }

    /// The stretch of both names that touches the number in both, and is long enough.
    fn shared(&self, other: &Self) -> Option<String> {
        let mut longest: &[char] = &[];
        for start in 0..self.name.len() {
            for from in 0..other.name.len() {
                let (one, two) = (self.name.get(start..)?, other.name.get(from..)?);
                let length = one.iter().zip(two).take_while(|(one, two)| one == two).count();
                let touches = (start..=start + length).contains(&self.at) && (from..=from + length).contains(&other.at);
                if touches && length >= SHORT && length > longest.len() {
                    longest = one.get(..length)?;
                }
            }
        }
        let what: String = longest.iter().collect();
        // 政府信息公开 alone names nothing that is counted.
        let bare = what.replace("政府信息", "").replace("信息公开", "").replace("政务公开", "");
        (bare.chars().count() > 1).then_some(what)
    }
}

/// May the second not be some of the first, nor the first some of the second? They share a name of so many characters.
fn contradict(first: &Count, second: &Count, length: usize) -> bool {
    if first.value <= Number::int(1) || second.value <= Number::int(1) {
        return false;
    }
    if DONE.contains(&first.unit) {
        let of_year = is_of_year(first) || is_of_year(second);
        let told = is_conceded(second) || (is_recalled(second) && length >= NAME);
        return first.value != second.value && of_year && told;
    }
    let named = length >= NAME || (length >= SHORT && is_of_all(first));
    second.value > first.value && named
}

/// 共有二级单位8个.
fn is_of_all(count: &Count) -> bool {
    has_any(&count.label, &["共有", "现有", "设有", "建有", "下辖", "下设", "共设"])
}

/// 全年举办.
fn is_of_year(count: &Count) -> bool {
    has_any(&count.label, &["全年", "年内", "本年度", "一年来"])
}

/// 全年虽举办了4期专题培训, 但…; 全年只开展了3次: what was told before.
fn is_conceded(count: &Count) -> bool {
    has_any(&count.label, &["虽", "尽管", "只", "仅"]) && is_of_year(count)
}

/// 已举办的3场, 全年召开的3次: all that there were.
fn is_recalled(count: &Count) -> bool {
    const ACTS: [&str; 6] = ["举办的", "召开的", "组织的", "开展的", "举行的", "进行的"];
    let told = ACTS.iter().any(|act| count.label.ends_with(act));
    told && has_any(&count.label, &["已", "全年", "年内", "年"])
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::narrative::raised_by_two;

    fn two(first: &str, second: &str) -> Vec<String> {
        raised_by_two("N-16", first, second)
    }

    #[test]
    fn more_of_a_thing_than_there_are_is_a_contradiction() {
        for (first, second, passage) in [
            ("镇区设立固定政务公开栏6处。", "将8处固定政务公开栏全部更换为橱窗式。", "8处"),
            ("镇区设立固定政务公开栏6处。", "8处固定政务公开栏全部更换为橱窗式。", "8处"),
            ("辖区有社区卫生服务中心9家。", "二是对11家社区卫生服务中心逐家检查。", "11家"),
            ("新上岗的信息员达到9名。", "对新上岗的12名信息员开展培训。", "12名"),
            ("在便民服务大厅设政务公开查询机3台。", "5台政务公开查询机运行稳定。", "5台"),
            ("聘请政务公开社会监督员20名。", "组织政务公开社会监督员24名参与评议。", "24名"),
            ("全年举办信息公开业务培训4场。", "在总结2024年已举办的3场信息公开业务培训的基础上加以改进。", "3场"),
            ("举办政府信息公开专题培训3期。", "部分干部理解不深，全年虽举办了4期专题培训，但覆盖不足。", "4期"),
            ("全局共有二级单位8个。", "9个二级单位信息报送不及时。", "9个"),
            ("开展政务公开培训4次。", "业务能力不足，全年只开展了3次政务公开培训。", "3次"),
            ("全年召开信息公开专题会议4次。", "年内召开的5次信息公开专题会议研究不深。", "5次"),
        ] {
            assert_eq!(two(first, second), [passage], "{second}");
        }
    }

    #[test]
    fn some_of_them_and_other_things_are_none() {
        let first = "镇区设立固定政务公开栏6处，聘请政务公开社会监督员20名，全年举办信息公开业务培训4场。";
        for second in [
            "6处固定政务公开栏全部更换为橱窗式。",
            "4处固定政务公开栏已经破损。",
            "计划建成8处固定政务公开栏。",
            "累计建成固定政务公开栏8处。",
            "各村设立电子政务公开屏8处。",
            "组织12名政务公开社会监督员参与评议。",
            "2023年有政务公开社会监督员24名。",
            "全年虽举办了6期政策解读讲座，但覆盖不足。",
            "虽举办了1期保密培训，但覆盖不足。",
            "针对新进人员举办的3场信息公开讲座效果较好。",
            "上半年已举办的3场信息公开业务培训效果较好。",
        ] {
            assert_eq!(two(first, second), [""; 0], "{second}");
        }
        let several = "举办信息公开专题培训3期。举办保密专题培训1期。";
        assert_eq!(two(several, "全年虽举办了4期专题培训，但覆盖不足。"), [""; 0]);
        assert_eq!(two("新增固定政务公开栏6处。", "8处固定政务公开栏全部更换为橱窗式。"), [""; 0]);
        assert_eq!(two("抽查社区卫生服务中心3家。", "对11家社区卫生服务中心逐家检查。"), [""; 0]);
    }
}
