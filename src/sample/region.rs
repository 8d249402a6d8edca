//! The invented region: provinces, cities, counties, towns that do not exist, and the agencies in them.
//!
//! Agency number `n` is always the same agency. Every city has its own departments and [`COUNTIES`] counties; every
//! county has departments, towns and subdistricts. There are as many cities as are asked for, and no name twice.

use super::kind::{COUNTY_ONLY, Kind, OFFICES, SUBDISTRICT, TOWN, TOWNSHIP};

/// One agency of the region.
#[derive(Debug, Clone)]
pub(super) struct Office {
    /// Short, ASCII, unique: city, county (00 for the city's own), number.
    pub(crate) code: String,
    pub(crate) name: String,
    /// Province, city, and county below the city.
    pub(crate) region: Vec<String>,
    /// `city-department`, `county-department`, `town`, `subdistrict`.
    pub(crate) level: &'static str,
    pub(crate) kind: &'static Kind,
    /// How much more it has to do than a county department, in per cent.
    pub(crate) size: u64,
}

const PROVINCE: &str = "澹川省";
const FIRST: [&str; 26] = [
    "泠", "霁", "璟", "翎", "珩", "笙", "蘅", "嶂", "峤", "鸢", "漪", "湜", "汐", "昀", "晗", "暄", "曦", "嵘", "鹂",
    "隼", "骅", "骐", "箬", "棹", "旻", "鸾",
];
const LAST: [&str; 21] = [
    "浦", "川", "溪", "原", "泽", "湾", "岭", "陵", "渚", "汀", "埠", "桥", "亭", "坪", "峪", "塘", "沙", "丘", "谷",
    "洲", "垣",
];
const CITY_LAST: [&str; 5] = ["安", "宁", "昌", "兴", "平"];
const BEFORE: [&str; 6] = ["东", "西", "南", "北", "上", "下"];

/// Counties of a city.
const COUNTIES: usize = 6;
const TOWNS: usize = 8;
const TOWNSHIPS: usize = 2;
const SUBDISTRICTS: usize = 4;
const CITY_OFFICES: usize = OFFICES.len();
const COUNTY_OFFICES: usize = OFFICES.len() + COUNTY_ONLY.len();
const PER_COUNTY: usize = COUNTY_OFFICES + TOWNS + TOWNSHIPS + SUBDISTRICTS;
const PER_CITY: usize = CITY_OFFICES + COUNTIES * PER_COUNTY;

/// The number of an agency: `county` 0 is the city itself.
#[cfg(test)]
pub(super) const fn number(city: usize, county: usize, place: usize) -> usize {
    let within = if county == 0 { place } else { CITY_OFFICES + (county - 1) * PER_COUNTY + place };
    city * PER_CITY + within
}

/// Position of the first town within a county.
#[cfg(test)]
pub(super) const FIRST_TOWN: usize = COUNTY_OFFICES;

/// The agency with this number.
pub(super) fn office(number: usize) -> Office {
    let (city, within) = (number / PER_CITY, number % PER_CITY);
    let city_name = format!("{}市", stem(city + 7, &CITY_LAST, 3));
    match within.checked_sub(CITY_OFFICES) {
        None => city_office(city, city_name, within),
        Some(rest) => county_office(city, city_name, rest / PER_COUNTY, rest % PER_COUNTY),
    }
}

/// What is there once in a county: its government.
#[cfg(test)]
pub(super) fn whole_county(city: usize, county: usize, kind: &'static Kind) -> Office {
    let department = office(number(city, county, 0));
    let place = department.region.last().cloned().unwrap_or_default();
    let code = code(city, county, PER_COUNTY);
    Office { code, name: format!("{place}{}", kind.name), level: "county-government", kind, ..department }
}

fn city_office(city: usize, city_name: String, place: usize) -> Office {
    let kind = OFFICES.get(place).unwrap_or(&TOWN);
    Office {
        code: code(city, 0, place),
        name: format!("{city_name}{}", kind.name),
        region: vec![PROVINCE.into(), city_name],
        level: "city-department",
        kind,
        size: 600,
    }
}

fn county_office(city: usize, city_name: String, county: usize, place: usize) -> Office {
    let suffix = if county.is_multiple_of(3) {
        "县"
    } else if county % 3 == 1 {
        "区"
    } else {
        "市"
    };
    let all = city * COUNTIES + county;
    let county_name = format!("{}{suffix}", stem(all, &LAST, 5));
    let (kind, own, level) = below_county(all, place);
    Office {
        code: code(city, county + 1, place),
        name: format!("{county_name}{own}{}", kind.name),
        region: vec![PROVINCE.into(), city_name, county_name],
        level,
        kind,
        size: 100,
    }
}

/// What stands at a place of a county: its kind, the town's own name, its level.
fn below_county(county: usize, place: usize) -> (&'static Kind, String, &'static str) {
    if let Some(kind) = OFFICES.iter().chain(&COUNTY_ONLY).nth(place) {
        return (kind, String::new(), "county-department");
    }
    let town = place - COUNTY_OFFICES;
    let name = stem(county * 31 + town * 11 + 200, &LAST, 1);
    match town {
        _ if town < TOWNS => (&TOWN, name, "town"),
        _ if town < TOWNS + TOWNSHIPS => (&TOWNSHIP, name, "town"),
        _ => (&SUBDISTRICT, name, "subdistrict"),
    }
}

fn code(city: usize, county: usize, place: usize) -> String {
    format!("{:02}{county:02}-{:02}", city + 1, place + 1)
}

/// Two characters, and when all pairs are used up, a direction before them, then two, and so on.
fn stem(index: usize, last: &[&str], stride: usize) -> String {
    let (firsts, pairs) = (FIRST.len(), FIRST.len() * last.len());
    let (mut round, pair) = (index / pairs, index % pairs);
    let mut name = String::new();
    while round > 0 {
        name += at(&BEFORE, (round - 1) % BEFORE.len());
        round = (round - 1) / BEFORE.len();
    }
    // Walks over both lists at once, so that neighbours do not look alike.
    let (low, high) = (pair % firsts, pair / firsts);
    name += at(&FIRST, (low * stride) % firsts);
    name += at(last, (low + high) % last.len());
    name
}

fn at<'a>(texts: &[&'a str], index: usize) -> &'a str {
    texts.get(index).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_name_and_no_code_stands_twice() {
        let count = 4000 * PER_CITY / 10;
        let (mut names, mut codes) = (HashSet::new(), HashSet::new());
        for office in (0..count).map(office) {
            assert!(names.insert(office.name.clone()), "{} twice", office.name);
            assert!(codes.insert(office.code.clone()), "{} twice", office.code);
        }
    }

    #[test]
    fn a_number_finds_its_agency() {
        assert_eq!(office(number(0, 0, 2)).code, "0100-03");
        assert_eq!(office(number(3, 6, 39)).code, "0406-40");
        assert_eq!(office(number(0, 1, FIRST_TOWN)).level, "town");
        assert_eq!(office(number(0, 2, 0)).region.len(), 3);
    }
}
