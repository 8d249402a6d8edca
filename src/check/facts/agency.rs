//! What an agency's name, region and level say about it: which level of government, which kind of body.

use crate::check::facts::places::places;
use crate::check::profile::Dates;
use crate::report::places::is_county_city;
use crate::report::{Agency, stated_level};

/// A level of government, from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::check) enum Level {
    Province,
    /// A city divided into districts, an autonomous prefecture.
    City,
    County,
    Town,
}

impl Level {
    pub(crate) const ALL: [Self; 4] = [Self::Province, Self::City, Self::County, Self::Town];

    /// As in lists of rules and profiles.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::City => "city",
            Self::County => "county",
            Self::Town => "town",
        }
    }
}

const TOWNS: [&str; 7] = ["镇人民政府", "乡人民政府", "镇政府", "乡政府", "街道办事处", "街道", "苏木人民政府"];

/// A people's government itself, of any level: not its office, not its departments.
pub(in crate::check) fn is_government(agency: &Agency) -> bool {
    agency.name.ends_with("人民政府")
}

/// A people's government, or what bears the name of a place alone: it sums up those below it.
pub(in crate::check) fn sums_up_a_place(agency: &Agency) -> bool {
    is_government(agency) || agency.name.ends_with(['省', '市', '县', '区', '州', '旗', '盟'])
}

/// A government, or a report that bears the name of its region, and of no zone in it, alone.
pub(in crate::check) fn stands_for_region(agency: &Agency) -> bool {
    is_government(agency) || places(&agency.name).1.is_empty()
}

/// The office of a street: no government of its own.
pub(in crate::check) fn is_subdistrict(agency: &Agency) -> bool {
    ["街道办事处", "街道"].iter().any(|end| agency.name.ends_with(end))
}

/// A town or a street.
pub(in crate::check) fn is_town(agency: &Agency) -> bool {
    TOWNS.iter().any(|end| agency.name.ends_with(end))
}

/// The office of a people's government.
pub(in crate::check) fn is_government_office(agency: &Agency) -> bool {
    ["人民政府办公室", "人民政府办公厅", "政府办公室", "政府办公厅"].iter().any(|end| agency.name.ends_with(end))
}

/// Until when its report is to be published, as month and day: by the kind of agency.
pub(in crate::check) fn due(agency: &Agency, dates: Dates) -> (u8, u8) {
    match () {
        () if is_subdistrict(agency) => dates.subdistricts,
        () if is_town(agency) => dates.towns,
        () if is_government(agency) => dates.governments.max(dates.departments),
        () if is_government_office(agency) => dates.offices,
        () => dates.departments,
    }
}

/// The level of government that an agency belongs to; `None` where that cannot be known: 市 stands for two levels.
pub(in crate::check) fn level(agency: &Agency) -> Option<Level> {
    if is_town(agency) {
        return Some(Level::Town);
    }
    stated(agency).or_else(|| by_region(agency)).or_else(|| by_name(&agency.name))
}

fn stated(agency: &Agency) -> Option<Level> {
    let id = stated_level(agency.level.as_ref()?)?;
    Level::ALL.into_iter().find(|level| level.id() == id)
}

/// By the part of the region that the name begins with, else by the last part.
fn by_region(agency: &Agency) -> Option<Level> {
    let region = &agency.region;
    let named = region.iter().rposition(|part| !part.is_empty() && agency.name.starts_with(part.as_str()));
    let index = named.or_else(|| region.len().checked_sub(1))?;
    let part = region.get(index)?;
    let first = region.first()?;
    if part.ends_with('省') || part.ends_with("自治区") {
        Some(Level::Province)
    } else if ["州", "盟", "地区"].iter().any(|end| part.ends_with(end)) {
        Some(Level::City)
    } else if ["县", "区", "旗"].iter().any(|end| part.ends_with(end)) {
        Some(Level::County)
    } else if part.ends_with('市') {
        let below_province = first.ends_with('省') || first.ends_with("自治区");
        match index {
            0 if ["北京市", "天津市", "上海市", "重庆市"].contains(&part.as_str()) => Some(Level::Province),
            _ if is_county_city(part) => Some(Level::County),
            1 if below_province => Some(Level::City),
            2 => Some(Level::County),
            _ => None,
        }
    } else {
        None
    }
}

fn by_name(name: &str) -> Option<Level> {
    let (mut rest, mut level) = (name, None);
    for _ in 0..3 {
        let Some((place, after)) = leading_place(rest) else { break };
        level = match place.chars().last() {
            Some('省') => Some(Level::Province),
            Some('区') if place.ends_with("自治区") => Some(Level::Province),
            Some('县' | '区' | '旗') => Some(Level::County),
            Some('州' | '盟') => Some(Level::City),
            Some('市') if is_county_city(place) => Some(Level::County),
            _ => None,
        };
        rest = after;
    }
    level
}

/// The place that a name begins with, and what follows it: `甲市乙县丙局` → `甲市`, `乙县丙局`.
pub(in crate::check) fn leading_place(name: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 14;
    let mut before = '\0';
    for (count, (index, c)) in name.char_indices().enumerate().take(LONGEST) {
        let end = index + c.len_utf8();
        let rest = name.get(end..)?;
        let is_mark = match c {
            '市' => !rest.starts_with('场') && !rest.starts_with('政'),
            '区' => before != '社',
            '省' | '县' | '州' | '旗' | '盟' => true,
            _ => false,
        };
        // 州 and 区 within a longer place (兰州市, 湖滨区): the place goes on where another mark follows at once.
        let goes_on = rest.starts_with(['市', '省', '县', '区']) && !rest.starts_with("市场");
        if is_mark && count >= 1 && !rest.is_empty() && !goes_on {
            return Some((name.get(..end)?, rest));
        }
        before = c;
    }
    None
}

/// Do the characters of one name stand in the other, in their order: 住建局 in 住房和城乡建设局?
pub(in crate::check) fn abbreviates(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|other| other == c))
}

/// The name without spaces and without what stands in brackets.
pub(in crate::check) fn bare_name(name: &str) -> String {
    let mut depth = 0_u32;
    let mut bare = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '（' | '(' | '〔' | '【' => depth += 1,
            '）' | ')' | '〕' | '】' => depth = depth.saturating_sub(1),
            _ if depth == 0 && !c.is_whitespace() => bare.push(c),
            _ => {}
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::SafeText;

    fn agency(name: &str, region: &[&str], level: Option<&str>) -> Agency {
        Agency {
            name: SafeText::line(name),
            region: region.iter().map(|part| SafeText::line(part)).collect(),
            level: level.map(SafeText::line),
            read_as: None,
        }
    }

    #[test]
    fn a_level_comes_from_what_is_said_else_from_the_region_else_from_the_name() {
        for (name, region, stated, expected) in [
            ("甲市人民政府", &[][..], None, None),
            ("甲市人民政府", &["子省", "甲市"], None, Some(Level::City)),
            ("甲市人民政府", &["子省", "丙市", "甲市"], None, Some(Level::County)),
            ("丙市教育局", &["子省", "丙市", "甲市"], None, Some(Level::City)),
            ("甲市人民政府", &[], Some("县级市"), Some(Level::County)),
            ("甲市人民政府", &[], Some("设区的市"), Some(Level::City)),
            ("教育局", &[], Some("county-department"), Some(Level::County)),
            ("甲市乙区人民政府", &[], None, Some(Level::County)),
            ("昆山市人民政府", &[], None, Some(Level::County)),
            ("昆山市人民政府", &["江苏省", "昆山市"], None, Some(Level::County)),
            ("子省人民政府", &[], None, Some(Level::Province)),
            ("北京市人民政府", &["北京市"], None, Some(Level::Province)),
            ("朝阳区人民政府", &["北京市", "朝阳区"], None, Some(Level::County)),
            ("乙县丁镇人民政府", &["子省", "甲市", "乙县"], None, Some(Level::Town)),
            ("前进街道办事处", &[], None, Some(Level::Town)),
            ("寅自治州人民政府", &[], None, Some(Level::City)),
        ] {
            assert_eq!(level(&agency(name, region, stated)), expected, "{name} {region:?}");
        }
    }

    #[test]
    fn the_market_is_no_city() {
        assert_eq!(leading_place("甲市市场监督管理局"), Some(("甲市", "市场监督管理局")));
        assert_eq!(leading_place("市场监督管理局"), None);
        assert_eq!(leading_place("兰州市教育局"), Some(("兰州市", "教育局")));
        assert_eq!(leading_place("城乡一体化示范区党政办公室"), Some(("城乡一体化示范区", "党政办公室")));
        assert_eq!(leading_place(""), None);
        assert_eq!(bare_name("甲市示范区（高新区） 办公室"), "甲市示范区办公室");
    }
}
