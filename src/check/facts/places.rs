//! The places in an agency's name: `三门峡市`, `湖滨区` in 三门峡市湖滨区前进街道办事处.

/// How the names of places end, longest first, and how many characters must stand before the ending.
const ENDINGS: [(&str, usize); 14] = [
    ("特别行政区", 2),
    ("自治区", 2),
    ("自治州", 2),
    ("自治县", 2),
    ("自治旗", 2),
    ("街道", 2),
    ("省", 2),
    ("市", 2),
    ("县", 1),
    ("区", 2),
    ("旗", 2),
    ("盟", 2),
    ("镇", 2),
    ("乡", 2),
];
/// Zones that every other city has: no place is known by them.
const ZONES: [&str; 12] = [
    "示范区",
    "开发区",
    "高新区",
    "经开区",
    "新区",
    "园区",
    "合作区",
    "度假区",
    "风景区",
    "名胜区",
    "保税区",
    "管理区",
];

/// The places that a name begins with, from the largest to the smallest, and the rest of the name.
pub(in crate::check) fn places(name: &str) -> (Vec<&str>, &str) {
    let mut places = Vec::new();
    let mut rest = name;
    while let Some(end) = first(rest) {
        let Some((place, after)) = rest.split_at_checked(end) else { break };
        if ZONES.iter().any(|zone| place.ends_with(zone)) {
            break;
        }
        places.push(place);
        rest = after;
    }
    (places, rest)
}

/// A place without what kind it is: 双江 of 双江自治县 and of 双江县.
pub(in crate::check) fn stem(place: &str) -> &str {
    let kinds = ENDINGS.iter().filter_map(|(ending, _)| place.strip_suffix(ending));
    kinds.map(|bare| bare.trim_end_matches("自治")).find(|bare| !bare.is_empty()).unwrap_or(place)
}

/// May this be a name, and not words that end as one: 纳入市, 其中以区, 成立由街道?
pub(in crate::check) fn is_name(place: &str) -> bool {
    const WORDS: [&str; 16] =
        ["由", "以", "向", "把", "将", "被", "从", "给", "于", "纳入", "其中", "成立", "以及", "移交", "报送", "划转"];
    let stem = stem(place);
    // 一是镇党委高度重视, 全年街道党工委: the own one, with a word before it.
    const BEFORE: [&str; 22] = [
        "一是",
        "二是",
        "三是",
        "四是",
        "五是",
        "六是",
        "一要",
        "二要",
        "三要",
        "一年来",
        "近年来",
        "全年",
        "今年",
        "年内",
        "年初",
        "年底",
        "同时",
        "目前",
        "为此",
        "此外",
        "我们",
        "各",
    ];
    if BEFORE.iter().any(|word| stem.starts_with(word)) {
        return false;
    }
    let longest = if place.contains('族') { 16 } else { 5 };
    stem.chars().count() <= longest && !WORDS.iter().any(|word| stem.contains(word))
}

/// Where the first place of a name ends.
fn first(name: &str) -> Option<usize> {
    for (count, (at, c)) in name.char_indices().enumerate().take(16) {
        // With few characters an ending begins.
        if !matches!(c, '特' | '自' | '街' | '省' | '市' | '县' | '区' | '旗' | '盟' | '镇' | '乡') {
            continue;
        }
        let rest = name.get(at..)?;
        let ending = ENDINGS.iter().find(|(ending, least)| rest.starts_with(ending) && count >= *least);
        let Some((ending, _)) = ending else { continue };
        let end = at + ending.len();
        // 景德镇市: the next character is the true ending. 城乡 is no place.
        let goes_on = matches!(*ending, "镇" | "乡") && name.get(end..)?.starts_with(['市', '区', '县']);
        let goes_on = goes_on || (*ending == "乡" && name.get(..at)?.ends_with('城'));
        if !goes_on {
            return Some(end);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_known_by_its_stem() {
        for (place, expected) in [
            ("双江自治县", "双江"),
            ("双江县", "双江"),
            ("广西壮族自治区", "广西壮族"),
            ("叶县", "叶"),
            ("景德镇市", "景德镇"),
            ("前进街道", "前进"),
            ("县", "县"),
        ] {
            assert_eq!(stem(place), expected, "{place}");
        }
    }

    #[test]
    fn words_that_end_as_a_place_are_none() {
        for name in ["望川县", "呼和浩特市", "前进街道", "双江青族自治县", "叶县", "全椒县", "万年县", "和林格尔县"]
        {
            assert!(is_name(name), "{name}");
        }
        for words in [
            "成立由街道",
            "其中以区",
            "人防行政审批事项纳入市",
            "统一报送县",
            "执法职责整体划转区",
            "一是镇",
            "全年街道",
            "今年县",
        ] {
            assert!(!is_name(words), "{words}");
        }
    }

    #[test]
    fn places_are_told_from_other_words() {
        for (name, expected, rest) in [
            ("三门峡市湖滨区前进街道办事处", vec!["三门峡市", "湖滨区", "前进街道"], "办事处"),
            ("三门峡市城乡一体化示范区（高新区）党政办公室", vec!["三门峡市"], "城乡一体化示范区（高新区）党政办公室"),
            ("城乡一体化示范区党政办公室", vec![], "城乡一体化示范区党政办公室"),
            ("景德镇市公安局", vec!["景德镇市"], "公安局"),
            ("叶县人民政府", vec!["叶县"], "人民政府"),
            ("湖滨区市场监督管理局", vec!["湖滨区"], "市场监督管理局"),
            ("宁乡市城市管理局", vec!["宁乡市"], "城市管理局"),
            ("广西壮族自治区财政厅", vec!["广西壮族自治区"], "财政厅"),
            ("党政办公室", vec![], "党政办公室"),
            ("枣庄市市中区教育局", vec!["枣庄市", "市中区"], "教育局"),
            ("住房城乡建设局", vec![], "住房城乡建设局"),
            ("枣庄市住房城乡建设局", vec!["枣庄市"], "住房城乡建设局"),
            ("青岭县住房和城乡建设局", vec!["青岭县"], "住房和城乡建设局"),
        ] {
            assert_eq!(places(name), (expected, rest), "{name}");
        }
    }
}
