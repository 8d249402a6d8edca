//! So many took part, and so many again, with the digits in another order: 共120人参加培训, 102名参训人员.

use crate::base::glance::{has_any, replace_each};
use crate::check::facts::calendar::years;
use crate::check::facts::counts::{Count, Counted};

use super::again::Again;

const UNITS: [&str; 4] = ["人", "名", "人次", "位"];
/// Where somebody took part.
const TRAINING: [&str; 4] = ["培训", "参训", "轮训", "集训"];
/// They are those that were told of.
const RECALLED: [&str; 5] = ["参训人员", "参训学员", "参加培训人员", "参训干部", "学员"];
/// Another one, of another time, or not yet held.
const OTHERWISE: [&str; 16] = [
    "举办",
    "组织",
    "开展",
    "召开",
    "上年",
    "去年",
    "每",
    "累计",
    "计划",
    "将",
    "拟",
    "其中",
    "分别",
    "另",
    "上半年",
    "下半年",
];
/// Fewer digits look alike by chance.
const DIGITS: usize = 3;

/// The first such pair.
pub(super) fn wrong(text: &[Counted], year: u16) -> Option<Again<'_>> {
    let people = |said: &&Counted| said.counts.iter().any(|count| UNITS.contains(&count.unit));
    let told: Vec<&Counted> = text.iter().filter(people).collect();
    let counts = || told.iter().flat_map(|said| said.counts.iter().map(move |count| (*said, count)));
    let plain = |count: &Count| {
        let words = count.words();
        let of_year = years(&words).all(|named| named.year == year);
        count.exact && UNITS.contains(&count.unit) && of_year
    };
    let all = |count: &Count| format!("{}{}", count.words(), count.tail);
    counts().filter(|(_, count)| plain(count)).find_map(|(said, second)| {
        // 在6月举办的培训班上: told of before.
        let words = replace_each(&all(second), &[("举办的", ""), ("组织的", ""), ("开展的", "")]);
        let named = format!("{}{}", second.label, second.tail);
        if !has_any(&named, &RECALLED) || has_any(&words, &OTHERWISE) {
            return None;
        }
        let earlier = counts().take_while(|(_, count)| !std::ptr::eq(*count, second));
        let mut trained = earlier.filter(|(_, count)| plain(count) && has_any(&all(count), &TRAINING));
        let first = trained.next().filter(|_| trained.next().is_none())?;
        let apart = first.0.paragraph != said.paragraph && is_swapped(first.1, second);
        apart.then(|| Again {
            what: "参训人员".to_owned(),
            first: (first.0.section, first.1),
            second: (said.section, second),
        })
    })
}

/// 120 and 102.
fn is_swapped(one: &Count, other: &Count) -> bool {
    let (first, second) = (one.value.to_string(), other.value.to_string());
    let sorted = |text: &str| {
        let mut digits: Vec<u8> = text.bytes().collect();
        digits.sort_unstable();
        digits
    };
    first != second && first.len() >= DIGITS && sorted(&first) == sorted(&second)
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::narrative::raised_by_two;

    fn two(first: &str, second: &str) -> Vec<String> {
        raised_by_two("N-16", first, second)
    }

    #[test]
    fn those_who_took_part_are_as_many_wherever_they_are_told_of() {
        let first = "6月举办全市信息公开业务培训班，各单位经办人员共120人参加。";
        for (second, passage) in [
            ("在6月举办的培训班上安排专题课程，102名参训人员全部通过测试。", "102名"),
            ("102名学员对课程表示满意。", "102名"),
            ("参训人员102人全部通过考试。", "102人"),
            ("对102名参训人员进行测试。", "102名"),
            ("回访参训学员210人。", "210人"),
            ("102位参训干部提出建议。", "102位"),
        ] {
            assert_eq!(two(first, second), [passage], "{second}");
        }
        for second in [
            "在培训班上安排专题课程，120名参训人员全部通过测试。",
            "118名参训人员全部通过测试。",
            "102名群众参加开放日。",
            "将组织102名参训人员参加测试。",
            "2023年102名参训人员全部通过测试。",
            "其中102名参训人员通过测试。",
        ] {
            assert_eq!(two(first, second), [""; 0], "{second}");
        }
        let several = "举办业务培训2期，第一期120人参加培训，第二期90人参加培训。";
        assert_eq!(two(several, "102名参训人员全部通过测试。"), [""; 0]);
    }
}
