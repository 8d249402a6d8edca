//! Where an agency belongs and on which level it stands, as far as its own name says so.
//!
//! A name is cut where it says 省, 市, 县, 区. Of cities only those of the rank of a county are listed: of another 市
//! without anything below it nobody can tell. What is not certain is left open. Levels: `province-government`, `city-government`, `county-government`,
//! `township-government`, `subdistrict`, `province-department`, `city-department`, `county-department`.

use crate::report::places::is_county_city;

/// What a name tells.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    /// Province, city, county: those that the name has.
    pub region: Vec<String>,
    /// One of the levels above.
    pub level: Option<&'static str>,
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

/// Takes a name apart.
pub(super) fn standing(name: &str) -> Standing {
    let mut region: Vec<(String, Rank)> = Vec::new();
    let mut rest = name;
    while let Some((part, rank, after)) = next_region(rest, region.last().map(|(_, rank)| *rank)) {
        if rank >= Rank::SomeCity
            && let Some((_, last)) = region.last_mut().filter(|(_, last)| *last == Rank::SomeCity)
        {
            // Something of the rank of a county stands below it: so it is a city.
            *last = Rank::City;
        }
        let rank = if rank == Rank::SomeCity && region.iter().any(|(_, known)| *known == Rank::City) {
            Rank::County
        } else {
            rank
        };
        region.push((part.to_owned(), rank));
        rest = after;
    }
    let level = level(region.last().map(|(_, rank)| *rank), rest);
    Standing { region: region.into_iter().map(|(part, _)| part).collect(), level }
}

/// The region a text begins with, and what follows it.
fn next_region(text: &str, above: Option<Rank>) -> Option<(&str, Rank, &str)> {
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
            '盟' if above == Some(Rank::Province) => Some((Rank::City, 2)),
            '市' if MUNICIPALITIES.contains(&part) => Some((Rank::Province, 2)),
            '市' if is_county_city(part) => Some((Rank::County, 2)),
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
        let is_word = after.starts_with(['场', '容', '政', '级', '属', '直']) || core.is_empty();
        return (lower && !is_word).then_some((part, rank, after));
    }
    None
}

fn level(rank: Option<Rank>, rest: &str) -> Option<&'static str> {
    let governs = rest == "人民政府";
    if rest.ends_with("街道办事处") && rest.chars().count() > 5 {
        return Some("subdistrict");
    }
    if rest.chars().count() > 5 && (rest.ends_with("镇人民政府") || rest.ends_with("乡人民政府")) {
        return Some("township-government");
    }
    let department = !governs && !rest.contains("人民政府") && DEPARTMENTS.iter().any(|end| rest.ends_with(end))
        || rest == "人民政府办公室"
        || rest == "人民政府办公厅";
    // A department below an unnamed region of its own (开发区, 镇) is not the county's.
    let department = department && !rest.contains(['镇', '乡', '区']) && !rest.contains("街道");
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

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> (String, &'static str) {
        let Standing { region, level } = standing(name);
        (region.join("/"), level.unwrap_or(""))
    }

    #[test]
    fn a_name_tells_its_region_and_level() {
        for (name, region, level) in [
            ("江苏省淮安市洪泽区人民政府", "江苏省/淮安市/洪泽区", "county-government"),
            ("淮安市洪泽区市场监督管理局", "淮安市/洪泽区", "county-department"),
            ("临江县文物局", "临江县", "county-department"),
            ("临江县人民政府办公室", "临江县", "county-department"),
            ("临江县白石镇人民政府", "临江县", "township-government"),
            ("三门峡市湖滨区前进街道办事处", "三门峡市/湖滨区", "subdistrict"),
            ("北京市教育委员会", "北京市", "province-department"),
            ("河南省人民政府", "河南省", "province-government"),
            ("延边朝鲜族自治州人民政府", "延边朝鲜族自治州", "city-government"),
            ("苏州市昆山市水务局", "苏州市/昆山市", "county-department"),
            ("义马市人民政府", "义马市", "county-government"),
            ("义马市人民政府办公室", "义马市", "county-department"),
            ("义马市城市管理局", "义马市", "county-department"),
            ("河南省义马市教育局", "河南省/义马市", "county-department"),
        ] {
            assert_eq!(of(name), (region.to_owned(), level), "{name}");
        }
    }

    #[test]
    fn what_a_name_does_not_tell_stays_open() {
        for (name, region, level) in [
            ("骐昌市人民政府办公室", "骐昌市", ""),
            ("骐昌市城市管理局", "骐昌市", ""),
            ("三门峡市城乡一体化示范区（高新区）党政办公室", "三门峡市", ""),
            ("上海市浦东新区人民政府", "上海市", ""),
            ("郑州市市场监督管理局", "郑州市", ""),
            ("市场监督管理局", "", ""),
            ("党政办公室", "", ""),
            ("经济开发区管理委员会", "", ""),
            ("", "", ""),
        ] {
            assert_eq!(of(name), (region.to_owned(), level), "{name}");
        }
    }
}
