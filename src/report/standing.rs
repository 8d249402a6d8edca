//! Where an agency belongs and on which level it stands, as far as its own name says so.
//!
//! A name is cut at the places that it begins with: those of the list of administrative divisions first, and for
//! names that are not in it by their endings 省, 市, 县, 区. Of a 市 in no list without anything below it nobody can
//! tell the level. What is not certain is left open. Levels: `central`, `province-government`, `city-government`,
//! `county-government`, `township-government`, `subdistrict`, `province-department`, `city-department`,
//! `county-department`.

use super::places::{self, Division};

/// What a name tells.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Province, city, county: those that the name has, and where a county is known those that it lies in.
    pub(crate) region: Vec<String>,
    /// One of the levels above.
    pub(crate) level: Option<&'static str>,
}

/// The rank of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Province,
    City,
    /// 市 without anything below it: a city, or a city of the rank of a county.
    SomeCity,
    County,
}

impl From<places::Rank> for Rank {
    fn from(rank: places::Rank) -> Self {
        match rank {
            places::Rank::Province => Self::Province,
            places::Rank::Prefecture => Self::City,
            places::Rank::County => Self::County,
        }
    }
}

/// A place in a name.
struct NamedPlace<'a> {
    text: &'a str,
    rank: Rank,
    /// Those of the list that have this name here; none for one that is not in the list.
    known: Vec<&'static Division>,
}

/// Cities that are provinces.
const MUNICIPALITIES: [&str; 4] = ["北京市", "天津市", "上海市", "重庆市"];
/// What 市 stands behind without being a city of that name.
const NO_CITIES: [&str; 7] = ["城", "都", "超", "全", "本", "各", "我"];
/// What 区 stands behind without being a district.
const NO_DISTRICTS: [&str; 20] = [
    "地", "社", "片", "校", "辖", "灾", "园", "景", "新", "高新", "开发", "示范", "试验", "实验", "管理", "保税",
    "保护", "功能", "合作", "港",
];
/// How the names of departments end.
const DEPARTMENTS: [&str; 9] = ["局", "委员会", "办公室", "厅", "院", "署", "委", "支队", "大队"];
/// Words in the names of departments with an ending of places in them.
const NO_PLACES: [&str; 15] = [
    "乡村",
    "城乡",
    "乡镇企业",
    "城镇",
    "乡土",
    "社区",
    "地区",
    "小区",
    "山区",
    "库区",
    "林区",
    "牧区",
    "灾区",
    "景区",
    "区划",
];
/// What 市 begins behind a city's name without belonging to it: 临江市政务服务局 has the city, 市场监督管理局 has none.
const NO_BREAKS: [char; 2] = ['场', '容'];
/// The seats of leagues and prefectures.
const COMMISSIONS: [&str; 2] = ["行政公署", "行署"];

/// Takes a name apart.
#[must_use]
pub(crate) fn standing(name: &str) -> Standing {
    let central = places::central(name);
    let own = central.map_or(name, |(_, rest)| rest);
    let (mut parts, mut rest) = parts(own);
    if central.is_some() && rest.is_empty() && parts.is_empty() {
        return Standing { region: Vec::new(), level: Some("central") };
    }
    let is_vertical = central.is_some() || places::is_vertical(name);
    if parts.is_empty()
        && let Some((text, place)) = places::leading_short(own)
    {
        // 石家庄海关, 国家统计局临江调查队, 石家庄高新技术产业开发区: a system or a zone speaks of places shortly.
        rest = own.get(text.len()..).unwrap_or_default();
        let is_named_shortly = is_vertical || is_zone(rest);
        parts.extend(is_named_shortly.then(|| NamedPlace {
            text: place.name,
            rank: place.rank().into(),
            known: vec![place],
        }));
    }
    let level = match parts.last().map(|part| part.rank) {
        _ if is_vertical => None,
        None if is_central(own) => Some("central"),
        rank => level(rank, rest),
    };
    Standing { region: region(&parts), level }
}

/// The names of the places, with what a known county lies in.
fn region(parts: &[NamedPlace<'_>]) -> Vec<String> {
    if let Some(NamedPlace { known, rank: Rank::County, .. }) = parts.last()
        && let [county] = known.as_slice()
    {
        let path: Vec<&str> = county.path().map(|place| place.name).collect();
        if path.last() == Some(&county.name) {
            return path.into_iter().map(str::to_owned).collect();
        }
    }
    parts.iter().map(|part| part.text.to_owned()).collect()
}

/// The places that a name begins with, and the rest.
fn parts(name: &str) -> (Vec<NamedPlace<'_>>, &str) {
    let mut parts: Vec<NamedPlace<'_>> = Vec::new();
    let mut rest = name;
    loop {
        let found = listed(rest, &parts).or_else(|| by_ending(rest, parts.last().map(|part| part.rank)));
        let Some((mut part, after)) = found else { break };
        if part.rank >= Rank::SomeCity
            && let Some(last) = parts.last_mut().filter(|last| last.rank == Rank::SomeCity)
        {
            // Something of the rank of a county stands below it: so it is a city.
            last.rank = Rank::City;
        }
        if part.rank == Rank::SomeCity && parts.iter().any(|known| known.rank == Rank::City) {
            part.rank = Rank::County;
        }
        parts.push(part);
        rest = after;
    }
    (parts, rest)
}

/// The place of the list that a text begins with. Below a place that is not in the list there is none of it.
fn listed<'a>(text: &'a str, above: &[NamedPlace<'a>]) -> Option<(NamedPlace<'a>, &'a str)> {
    let above = match above.last() {
        None => &[][..],
        Some(last) if last.rank == Rank::County || last.known.is_empty() => return None,
        Some(last) => &last.known,
    };
    let (name, known) = places::leading(text, above)?;
    let rest = text.get(name.len()..)?;
    // 城区, 郊区, 东区: every city has them.
    let is_common = above.is_empty() && name.chars().count() < 3 && name.ends_with('区');
    let goes_on = name.ends_with('市') && rest.starts_with(NO_BREAKS);
    let rank = known.iter().map(|place| place.rank()).max()?.into();
    (!is_common && !goes_on).then_some((NamedPlace { text: name, rank, known }, rest))
}

/// The region a text begins with by its ending, and what follows it.
fn by_ending(text: &str, above: Option<Rank>) -> Option<(NamedPlace<'_>, &str)> {
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let (part, after) = text.split_at_checked(end)?;
        let name = text.get(..at).unwrap_or_default();
        let length = name.chars().count();
        if length > 11 {
            return None;
        }
        let rank = match c {
            '省' => Some((Rank::Province, 2)),
            '区' if name.ends_with("自治") && length >= 4 => Some((Rank::Province, 4)),
            '州' if name.ends_with("自治") => Some((Rank::City, 4)),
            '盟' if above == Some(Rank::Province) || above.is_none() && is_league(name, after) => {
                Some((Rank::City, 2))
            }
            '市' if MUNICIPALITIES.contains(&part) => Some((Rank::Province, 2)),
            '市' => Some((Rank::SomeCity, 2)),
            '县' | '旗' => Some((Rank::County, 1)),
            '区' => Some((Rank::County, 2)),
            // Below these there is no region any more.
            '镇' | '乡' | '街' | '局' | '委' | '办' | '厅' if length > 0 => return None,
            _ => None,
        };
        let Some((rank, least)) = rank else { continue };
        let core = name.get(from..).unwrap_or(name);
        let is_none = match c {
            '市' => NO_CITIES.contains(&core),
            _ => NO_DISTRICTS.iter().any(|word| name.ends_with(word)),
        };
        if length < least || is_none {
            if c == '区' {
                return None;
            }
            from = end;
            continue;
        }
        let lower = match above {
            None => true,
            Some(Rank::County) => false,
            Some(Rank::Province) => rank > Rank::Province,
            Some(Rank::City | Rank::SomeCity) => rank > Rank::City,
        };
        let is_service = ["政务", "政府"].iter().any(|word| after.starts_with(word));
        let is_word = after.starts_with(['场', '容', '政', '级', '属', '直']) && !is_service || core.is_empty();
        return (lower && !is_word).then_some((NamedPlace { text: part, rank, known: Vec::new() }, after));
    }
    None
}

/// A league that is in no list: something of it follows, and it is no union of people.
fn is_league(name: &str, after: &str) -> bool {
    let follows = COMMISSIONS.iter().any(|word| after.starts_with(word))
        || after.char_indices().take(8).any(|(at, c)| at > 0 && matches!(c, '旗' | '县' | '市'));
    follows && !name.ends_with(['联', '同', '结'])
}

/// A development zone, a pilot zone or the like at the beginning of a text.
fn is_zone(text: &str) -> bool {
    let words = [
        "开发区",
        "高新区",
        "经开区",
        "实验区",
        "试验区",
        "示范区",
        "新区",
        "园区",
        "保税区",
        "管理区",
        "度假区",
        "产业区",
    ];
    words.iter().any(|word| text.find(word).is_some_and(|at| at <= 60))
}

/// A body of the centre that is in no list: no place stands before it.
fn is_central(name: &str) -> bool {
    let begins = ["国务院", "国家", "中央", "中华人民共和国"].iter().any(|word| name.starts_with(word));
    let is_ministry = (4..=16).contains(&name.chars().count()) && name.ends_with('部')
        || name.ends_with("总署")
        || name.ends_with("总局");
    let is_party = ["武装部", "宣传部", "组织部", "统战部", "工作部", "指挥部", "支部", "项目部", "门市部"];
    begins || is_ministry && !is_party.iter().any(|word| name.ends_with(word))
}

fn level(rank: Option<Rank>, rest: &str) -> Option<&'static str> {
    // A region alone reports on itself.
    let governs = matches!(rest, "人民政府" | "政府" | "") || COMMISSIONS.contains(&rest);
    if rest.ends_with("街道办事处") && rest.chars().count() > 5 {
        return Some("subdistrict");
    }
    let is_town = ["镇人民政府", "乡人民政府", "苏木人民政府"].iter().any(|end| rest.ends_with(end));
    if is_town && rest.chars().count() > 5 {
        return Some("township-government");
    }
    let seat = COMMISSIONS.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let department = !governs && !rest.contains("人民政府") && DEPARTMENTS.iter().any(|end| seat.ends_with(end))
        || rest == "人民政府办公室"
        || rest == "人民政府办公厅";
    // A department below an unnamed region of its own (开发区, 镇) is not the county's.
    let bare = NO_PLACES.iter().fold(rest.to_owned(), |bare, word| bare.replace(word, ""));
    let department = department && !bare.contains(['镇', '乡', '区']) && !bare.contains("街道");
    match (rank?, governs, department) {
        (Rank::Province, true, _) => Some("province-government"),
        (Rank::City, true, _) => Some("city-government"),
        (Rank::County, true, _) => Some("county-government"),
        (Rank::Province, _, true) => Some("province-department"),
        (Rank::City, _, true) => Some("city-department"),
        (Rank::County, _, true) => Some("county-department"),
        _ => None,
    }
}

/// The levels of government, from the top, as lists of rules and profiles call them.
pub(crate) const LEVELS: [&str; 4] = ["province", "city", "county", "town"];

/// The words of each level, looked for in this order.
const LEVEL_WORDS: [(&str, &[&str]); 6] = [
    ("province", &["自治区"]),
    ("city", &["设区的市", "地级"]),
    ("town", &["town", "subdistrict", "乡", "镇", "街道"]),
    ("county", &["county", "district", "县", "区", "旗"]),
    ("city", &["city", "prefecture", "市", "州", "盟"]),
    ("province", &["province", "省", "直辖市"]),
];

/// The level of government that the level of an agency, as somebody wrote it, speaks of: one of
/// [`LEVELS`].
pub(crate) fn stated_level(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    LEVEL_WORDS.iter().find(|(_, words)| words.iter().any(|word| text.contains(word))).map(|(level, _)| *level)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> (String, &'static str) {
        let Standing { region, level } = standing(name);
        (region.join("/"), level.unwrap_or(""))
    }

    fn all_are(expected: &[(&str, &str, &str)]) {
        for &(name, region, level) in expected {
            assert_eq!(of(name), (region.to_owned(), level), "{name}");
        }
    }

    #[test]
    fn a_name_tells_its_region_and_level() {
        all_are(&[
            ("江苏省淮安市洪泽区人民政府", "江苏省/淮安市/洪泽区", "county-government"),
            ("淮安市洪泽区市场监督管理局", "江苏省/淮安市/洪泽区", "county-department"),
            ("临江县文物局", "临江县", "county-department"),
            ("临江县人民政府办公室", "临江县", "county-department"),
            ("临江县白石镇人民政府", "临江县", "township-government"),
            ("三门峡市湖滨区前进街道办事处", "河南省/三门峡市/湖滨区", "subdistrict"),
            ("北京市教育委员会", "北京市", "province-department"),
            ("北京市朝阳区教育委员会", "北京市/朝阳区", "county-department"),
            ("河南省人民政府", "河南省", "province-government"),
            ("延边朝鲜族自治州人民政府", "延边朝鲜族自治州", "city-government"),
            ("苏州市昆山市水务局", "江苏省/苏州市/昆山市", "county-department"),
            ("义马市人民政府办公室", "河南省/三门峡市/义马市", "county-department"),
            ("义马市城市管理局", "河南省/三门峡市/义马市", "county-department"),
            ("河南省义马市教育局", "河南省/三门峡市/义马市", "county-department"),
            ("仙桃市政务服务局", "湖北省/仙桃市", "county-department"),
            ("郑州市市场监督管理局", "郑州市", "city-department"),
            ("上海市浦东新区人民政府", "上海市/浦东新区", "county-government"),
            ("朝阳区教育局", "朝阳区", "county-department"),
            ("漪水市白石区", "漪水市/白石区", "county-government"),
            ("漪水市青山区教育局", "漪水市/青山区", "county-department"),
        ]);
    }

    #[test]
    fn what_a_name_does_not_tell_stays_open() {
        all_are(&[
            ("骐昌市人民政府办公室", "骐昌市", ""),
            ("骐昌市城市管理局", "骐昌市", ""),
            ("漪水市", "漪水市", ""),
            ("三门峡市城乡一体化示范区（高新区）党政办公室", "三门峡市", ""),
            ("市场监督管理局", "", ""),
            ("党政办公室", "", ""),
            ("经济开发区管理委员会", "", ""),
            ("漪水县人民武装部", "漪水县", ""),
            ("", "", ""),
        ]);
    }

    #[test]
    fn places_within_the_names_of_bureaux_do_not_mislead() {
        all_are(&[
            ("漪水县乡村振兴局", "漪水县", "county-department"),
            ("漪水县住房和城乡建设局", "漪水县", "county-department"),
            ("湖滨区社区建设办公室", "河南省/三门峡市/湖滨区", "county-department"),
            ("乡村振兴局", "", ""),
            ("漪水县白石镇财政所", "漪水县", ""),
            ("漪水县经济开发区管理委员会", "漪水县", ""),
        ]);
    }

    #[test]
    fn leagues_and_banners_are_regions() {
        all_are(&[
            ("锡林郭勒盟漪水旗水利局", "锡林郭勒盟/漪水旗", "county-department"),
            ("锡林郭勒盟行政公署办公室", "锡林郭勒盟", "city-department"),
            ("锡林郭勒盟行政公署", "锡林郭勒盟", "city-government"),
            ("漪溪盟白石旗教育局", "漪溪盟/白石旗", "county-department"),
            ("正蓝旗桑根达来镇人民政府", "内蒙古自治区/锡林郭勒盟/正蓝旗", "township-government"),
            ("漪水旗白石苏木人民政府", "漪水旗", "township-government"),
            ("漪水县工商业者联盟办公室", "漪水县", "county-department"),
        ]);
    }

    #[test]
    fn the_centre_its_systems_and_zones_are_told() {
        all_are(&[
            ("水利部", "", "central"),
            ("海洋资源部", "", "central"),
            ("国家税务总局", "", "central"),
            ("国家税务总局漪水县税务局", "漪水县", ""),
            ("国家统计局义马调查队", "河南省/三门峡市/义马市", ""),
            ("石家庄海关", "石家庄市", ""),
            ("漪水县气象局", "漪水县", ""),
            ("石家庄高新技术产业开发区管理委员会", "石家庄市", ""),
            ("郑州航空港经济综合实验区管理委员会", "郑州市", ""),
        ]);
    }
}
