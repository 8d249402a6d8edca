//! What is known of places by their names: 市 stands for two levels, and only a list tells them apart.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Cities of the level of a county, without their 市.
static COUNTY_CITIES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("county-cities.txt").split_whitespace().collect());

/// Is it a city of the level of a county: 昆山市?
#[must_use]
pub fn is_county_city(place: &str) -> bool {
    place.strip_suffix('市').is_some_and(|name| COUNTY_CITIES.contains(name))
}

#[cfg(test)]
mod tests {
    use super::is_county_city;

    #[test]
    fn cities_of_two_levels_are_told_apart() {
        for place in ["昆山市", "义马市", "仙桃市"] {
            assert!(is_county_city(place), "{place}");
        }
        for place in ["苏州市", "三门峡市", "昆山", "昆山区", "市", ""] {
            assert!(!is_county_city(place), "{place}");
        }
    }
}
