//! What is known of places by their names: the list of administrative divisions, and the bodies of the centre.
//!
//! The lists are data beside this file, each with its edition and source. Names that are not in them (new ones, and
//! the invented ones of sample data) are for the caller to judge by their endings.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::base::text::SafeText;

/// Current names and those given up since 2019, with their codes.
static DIVISIONS: LazyLock<Divisions> = LazyLock::new(|| Divisions::parse(include_str!("places/divisions.tsv")));
static CENTRAL: LazyLock<HashSet<&str>> = LazyLock::new(|| words(include_str!("places/central.txt")));
static VERTICAL: LazyLock<HashSet<&str>> = LazyLock::new(|| words(include_str!("places/vertical.txt")));

/// No name in the lists has more characters.
const LONGEST: usize = 20;

/// The rank of an administrative division.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Rank {
    /// 省、自治区、直辖市、特别行政区.
    Province,
    /// 设区的市、地区、自治州、盟.
    Prefecture,
    /// 县、旗、市辖区、县级市.
    County,
}

/// One administrative division.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Division {
    /// As it is called, whole: `洪泽区`.
    pub(crate) name: &'static str,
    code: u32,
}

impl Division {
    /// Its rank, by its code.
    #[must_use]
    pub(crate) fn rank(&self) -> Rank {
        match (self.code % 10_000, self.code % 100) {
            (0, _) => Rank::Province,
            (_, 0) => Rank::Prefecture,
            _ => Rank::County,
        }
    }

    /// Itself and what it lies in, from the province down. A county of a municipality, and some others, have no prefecture.
    pub(crate) fn path(&self) -> impl Iterator<Item = &'static Division> {
        let codes = [self.code / 10_000 * 10_000, self.code / 100 * 100, self.code];
        let own = move |at: usize| at == 0 || codes.get(at) != codes.get(at - 1);
        codes.into_iter().enumerate().filter(move |(at, _)| own(*at)).filter_map(|(_, code)| DIVISIONS.of_code(code))
    }
}

struct Divisions {
    /// By code; a name given up may share the code of its successor.
    all: Vec<Division>,
    by_name: HashMap<&'static str, Vec<usize>>,
    /// By the name without its ending: `洪泽`, `内蒙古`.
    by_short: HashMap<&'static str, Vec<usize>>,
}

impl Divisions {
    fn parse(text: &'static str) -> Self {
        let mut all = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            if let (Some(Ok(code)), Some(name)) = (columns.next().map(str::parse), columns.next()) {
                all.push(Division { name, code });
            }
        }
        let (mut by_name, mut by_short) = (HashMap::new(), HashMap::new());
        for (at, division) in all.iter().enumerate() {
            by_name.entry(division.name).or_insert_with(Vec::new).push(at);
            if let Some(short) = short(division.name) {
                by_short.entry(short).or_insert_with(Vec::new).push(at);
            }
        }
        Self { all, by_name, by_short }
    }

    fn of_code(&self, code: u32) -> Option<&Division> {
        // Of two names with one code the current one stands first.
        let at = self.all.partition_point(|division| division.code < code);
        self.all.get(at).filter(|division| division.code == code)
    }

    fn list<'a>(&'a self, places: Option<&'a Vec<usize>>) -> impl Iterator<Item = &'a Division> {
        places.into_iter().flatten().filter_map(|&at| self.all.get(at))
    }
}

/// A name without its ending, where it is still a name.
fn short(name: &str) -> Option<&str> {
    const PROVINCES: [(&str, &str); 5] = [
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("西藏自治区", "西藏"),
        ("宁夏回族自治区", "宁夏"),
        ("新疆维吾尔自治区", "新疆"),
    ];
    if let Some((_, short)) = PROVINCES.iter().find(|(whole, _)| *whole == name) {
        return Some(short);
    }
    let stem =
        ["地区", "新区", "林区", "省", "市", "县", "区", "旗", "盟"].iter().find_map(|end| name.strip_suffix(end))?;
    (stem.chars().count() >= 2).then_some(stem)
}

fn words(text: &'static str) -> HashSet<&'static str> {
    text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

/// The beginnings of a text, longest first, down to two characters.
fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    let ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST).skip(1).collect();
    ends.into_iter().rev().filter_map(move |end| text.get(..end))
}

/// The divisions of this name.
pub(crate) fn named(name: &str) -> impl Iterator<Item = &'static Division> {
    DIVISIONS.list(DIVISIONS.by_name.get(name))
}

/// The divisions that a text begins with the name of, below these where there are any: the name and all that have it.
#[must_use]
pub(crate) fn leading<'t>(text: &'t str, above: &[&'static Division]) -> Option<(&'t str, Vec<&'static Division>)> {
    beginnings(text).find_map(|name| {
        let found: Vec<_> = named(name).filter(|place| is_below(place, above)).collect();
        (!found.is_empty()).then_some((name, found))
    })
}

/// The only division that a text begins with the short name of: `石家庄高新区`, `临江调查队`.
#[must_use]
pub(crate) fn leading_short(text: &str) -> Option<(&str, &'static Division)> {
    let name = beginnings(text).find(|name| DIVISIONS.by_short.contains_key(name))?;
    let mut found: Vec<_> = DIVISIONS.list(DIVISIONS.by_short.get(name)).collect();
    found.sort_by_key(|place| place.rank());
    // A city goes before a county of the same name.
    let highest = found.first()?.rank();
    let mut highest = found.into_iter().filter(|place| place.rank() == highest);
    let only = highest.next()?;
    highest.next().is_none().then_some((name, only))
}

/// Does a division lie in one of these, or are there none?
fn is_below(place: &Division, above: &[&'static Division]) -> bool {
    above.is_empty() || place.path().any(|part| *part != *place && above.contains(&part))
}

/// A region with the parts that it leaves out, as far as they are certain: the same for every way of writing it.
#[must_use]
pub(crate) fn whole(region: &[SafeText]) -> Option<Vec<&'static str>> {
    let mut known: Vec<&'static Division> = Vec::new();
    for part in region {
        known = named(part).filter(|place| is_below(place, &known)).collect();
        if known.is_empty() {
            return None;
        }
    }
    let [only] = known.as_slice() else { return None };
    let path: Vec<&str> = only.path().map(|place| place.name).collect();
    // A name given up has the code of its successor.
    (path.last() == Some(&only.name) && path.len() > region.len()).then_some(path)
}

/// Is it a city of the level of a county: 昆山市?
#[must_use]
pub(crate) fn is_county_city(place: &str) -> bool {
    place.ends_with('市') && named(place).any(|place| place.rank() == Rank::County)
}

/// The body of the centre that a name begins with, and what follows.
#[must_use]
pub(crate) fn central(name: &str) -> Option<(&str, &str)> {
    let body = beginnings(name).find(|body| CENTRAL.contains(body))?;
    Some((body, name.get(body.len()..)?))
}

/// Is it a local office of a vertical system (税务, 海关, 气象 …), by the end of its name?
#[must_use]
pub(crate) fn is_vertical(name: &str) -> bool {
    name.char_indices().rev().take(LONGEST).any(|(at, _)| name.get(at..).is_some_and(|end| VERTICAL.contains(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(name: &str) -> Vec<String> {
        named(name).map(|place| place.path().map(|part| part.name).collect::<Vec<_>>().join("/")).collect()
    }

    #[test]
    fn cities_of_two_levels_are_told_apart() {
        for place in ["昆山市", "义马市", "仙桃市", "芒市", "石河子市"] {
            assert!(is_county_city(place), "{place}");
        }
        for place in ["苏州市", "三门峡市", "昆山", "昆山区", "市", ""] {
            assert!(!is_county_city(place), "{place}");
        }
    }

    #[test]
    fn a_division_knows_what_it_lies_in() {
        assert_eq!(path("洪泽区"), ["江苏省/淮安市/洪泽区"]);
        assert_eq!(path("仙桃市"), ["湖北省/仙桃市"]);
        assert_eq!(path("浦东新区"), ["上海市/浦东新区"]);
        assert_eq!(path("正蓝旗"), ["内蒙古自治区/锡林郭勒盟/正蓝旗"]);
        assert_eq!(path("朝阳区").len(), 2);
        assert!(path("漪水市").is_empty());
        let counties = DIVISIONS.all.iter().filter(|place| place.rank() == Rank::County).count();
        assert!((2800..3000).contains(&counties), "{counties}");
        assert!(DIVISIONS.all.is_sorted_by_key(|place| place.code));
    }

    #[test]
    fn a_text_begins_with_a_place() {
        let of = |text| leading(text, &[]).map(|(name, found)| (name, found.len()));
        assert_eq!(of("湖滨区教育局"), Some(("湖滨区", 1)));
        assert_eq!(of("朝阳区教育局"), Some(("朝阳区", 2)));
        assert_eq!(of("乡村振兴局"), None);
        assert_eq!(leading_short("石家庄高新技术产业开发区").map(|(name, _)| name), Some("石家庄"));
        let peking: Vec<_> = named("北京市").collect();
        assert_eq!(leading("朝阳区教育局", &peking).map(|(_, found)| found.len()), Some(1));
    }

    #[test]
    fn a_region_is_made_whole_where_it_is_certain() {
        let of = |parts: &[&str]| {
            let parts: Vec<SafeText> = parts.iter().map(|part| SafeText::line(part)).collect();
            whole(&parts).map(|parts| parts.join("/")).unwrap_or_default()
        };
        assert_eq!(of(&["湖滨区"]), "河南省/三门峡市/湖滨区");
        assert_eq!(of(&["河南省", "义马市"]), "河南省/三门峡市/义马市");
        assert_eq!(of(&["锡林郭勒盟"]), "内蒙古自治区/锡林郭勒盟");
        for parts in [&["朝阳区"][..], &["漪水市", "湖滨区"], &["北京市", "朝阳区"], &["河南省"], &[]]
        {
            assert_eq!(of(parts), "", "{parts:?}");
        }
    }

    #[test]
    fn the_centre_and_its_systems_are_known() {
        assert_eq!(central("国家税务总局临江县税务局"), Some(("国家税务总局", "临江县税务局")));
        assert_eq!(central("水利部"), Some(("水利部", "")));
        assert_eq!(central("临江县水利局"), None);
        assert!(is_vertical("临江县气象局") && is_vertical("石家庄海关") && !is_vertical("临江县水利局"));
    }
}
