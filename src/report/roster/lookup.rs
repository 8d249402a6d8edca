//! Which agency of the roster a name is, and who took over from whom.
//!
//! A name without its place is known by its region: the closest agency of that name in it, never one of another place,
//! and none where two are as close.

use super::names::{normal, parts, without_region};
use super::namesakes::{Namesakes, keys};
use super::{Roster, RosterEntry, Settled};
use crate::report::{Agency, SafeText, places};

/// Shorter names are not looked up by their end.
const LEAST_SHORT: usize = 3;
/// How towns and subdistricts end: their names have a place of their own.
const TOWNS: [&str; 6] = ["镇人民政府", "乡人民政府", "苏木人民政府", "镇政府", "乡政府", "街道办事处"];

impl Roster {
    /// The agency of this name: official, an alias, or without the regions before it, as long as one is closer to the
    /// region than all others, and the region (as far as it is known) does not speak against it.
    #[must_use]
    pub fn lookup(&self, name: &str, region: &[SafeText]) -> Option<&RosterEntry> {
        match self.fitting(name, region).as_slice() {
            [only] => self.entries.get(*only),
            _ => None,
        }
    }

    /// All that a name fits as well, by their positions: where they are several, nobody can tell which of them is meant.
    #[must_use]
    pub(crate) fn fitting(&self, name: &str, region: &[SafeText]) -> Vec<usize> {
        let (name, region) = (normal(name), parts(region));
        match self.by_name.get(&name) {
            Some(found) => closest(near(found, &name, &region).into_iter().filter_map(|at| {
                let entry = self.entries.get(at)?;
                // A name with its place in it is known whatever lies below that place.
                let has_place = without_region(&name, &entry.region) != name;
                Some((at, far(&parts(&entry.region), &region, None, has_place)?))
            })),
            None => closest(self.by_end(&name, &region)),
        }
    }

    /// Do several agencies go by this very name?
    #[must_use]
    pub(crate) fn is_shared(&self, name: &str) -> bool {
        self.by_name.get(&normal(name)).is_some_and(|named| named.all().len() > 1)
    }

    /// The agencies whose names without their regions a name ends with, where nothing but their regions stands before.
    fn by_end<'a, 'n>(
        &'a self,
        name: &'n str,
        region: &'n [SafeText],
    ) -> impl Iterator<Item = (usize, usize)> + use<'a, 'n> {
        let ends = name.char_indices().map(|(at, _)| name.split_at(at));
        let ends = ends.filter(|(_, end)| end.chars().nth(LEAST_SHORT - 1).is_some());
        let found = ends.flat_map(move |(head, end)| {
            let named = self.by_short.get(end);
            let near = move |named| before(named, head, region).into_iter().map(move |at| (head, end, at));
            named.into_iter().flat_map(near)
        });
        found.filter_map(move |(head, end, at)| {
            let entry = self.entries.get(at)?;
            let own = parts(&entry.region);
            let named = named_by(head, &own)?;
            // With the city before it, it is the city's own: only towns are called so without their county.
            let is_above = named.is_some_and(|named| named + 1 < own.len());
            if is_above && !TOWNS.iter().any(|town| end.ends_with(town)) {
                return None;
            }
            Some((at, far(&own, region, named, false)?))
        })
    }

    /// The agencies that took over from one of this name, in a region that this one does not speak against.
    pub(crate) fn successors(&self, name: &str, region: &[SafeText]) -> impl Iterator<Item = &RosterEntry> {
        let (positions, region) = (self.by_predecessor.get(&normal(name)).into_iter().flatten(), parts(region));
        let fits = move |entry: &&RosterEntry| far(&parts(&entry.region), &region, None, false).is_some();
        positions.filter_map(|at| self.entries.get(*at)).filter(fits)
    }

    /// The agencies that took over from one of this name, and those that it took over from.
    pub(crate) fn related<'a>(
        &'a self,
        name: &str,
        region: &[SafeText],
    ) -> impl Iterator<Item = &'a SafeText> + use<'a> {
        let heirs: Vec<&RosterEntry> = self.successors(name, region).collect();
        let names = self.lookup(name, region).map_or(&[][..], |entry| &entry.predecessors);
        heirs.into_iter().map(|heir| &heir.name).chain(names)
    }

    /// Gives an agency its official name, region and level, as far as the roster has them.
    pub(crate) fn settle(&self, agency: &mut Agency) -> Settled {
        let Some(entry) = self.lookup(&agency.name, &agency.region) else {
            // One that is gone is where its successor is, if all that may be it are in one place.
            let mut regions: Vec<&[SafeText]> = self
                .successors(&agency.name, &agency.region)
                .map(|next| &*next.region)
                .filter(|region| !region.is_empty())
                .collect();
            regions.dedup();
            if let [only] = regions.as_slice() {
                agency.region = only.to_vec().into();
            }
            return Settled::Unknown;
        };
        let name = (agency.name != entry.name).then(|| std::mem::replace(&mut agency.name, entry.name.clone()));
        let region = !entry.region.is_empty() && *agency.region != *entry.region;
        if region {
            agency.region = entry.region.clone().into();
        }
        let level = entry.level.is_some() && agency.level != entry.level;
        if level {
            agency.level.clone_from(&entry.level);
        }
        Settled::Known { name, region, level }
    }
}

/// Those that are closer than all others, of positions with their distances; in order.
fn closest(found: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    let (mut all, mut least) = (Vec::new(), usize::MAX);
    for (at, distance) in found.filter(|(_, distance)| *distance < usize::MAX) {
        if distance < least {
            (least, all) = (distance, Vec::new());
        }
        if distance == least {
            all.push(at);
        }
    }
    all.sort_unstable();
    // One may be found by several of its names.
    all.dedup();
    all
}

/// The same as [`distance`], where one of the regions may leave out parts that are certain.
fn far(own: &[SafeText], region: &[SafeText], named: Option<usize>, below: bool) -> Option<usize> {
    distance(own, region, named, below).or_else(|| {
        let (more, known) = (places::whole(own), places::whole(region));
        if more.is_none() && known.is_none() {
            return None;
        }
        let whole = |more: Option<Vec<&'static str>>, parts: &[SafeText]| -> Vec<SafeText> {
            more.map_or_else(|| parts.to_vec(), |more| more.into_iter().map(SafeText::line).collect())
        };
        let (longer, known) = (whole(more, own), whole(known, region));
        let named = named.map(|named| named + longer.len().saturating_sub(own.len()));
        distance(&longer, &known, named, below)
    })
}

/// How far an agency lies below what is known of where a report comes from; `None` where that speaks against it. `named`
/// is the part of the agency's region that the name itself has. Where nothing is known all are equally far.
fn distance(own: &[SafeText], region: &[SafeText], named: Option<usize>, below: bool) -> Option<usize> {
    let Some(last) = own.len().checked_sub(1) else { return Some(0) };
    let known = match region.last() {
        None => named,
        Some(part) => match own.iter().position(|own| own == part) {
            Some(at) => agree(region, own.get(..=at)?).then_some(named.map_or(at, |named| named.max(at))),
            None => (below && agree(own, region)).then_some(last),
        }
        .map(Some)?,
    };
    Some(known.map_or(0, |known| last - known))
}

/// Which part of a region a text ends with that is nothing but parts of it, in order; `None` where it has anything else.
fn named_by(head: &str, region: &[SafeText]) -> Option<Option<usize>> {
    let (mut rest, mut last) = (head, None);
    for (at, part) in region.iter().enumerate() {
        if let Some(after) = rest.strip_prefix(&*normal(part)) {
            (rest, last) = (after, Some(at));
        }
    }
    rest.is_empty().then_some(last)
}

/// Of the agencies of a name those that may be meant in a region: they are in it, or it is below the place in their name.
fn near(named: &Namesakes, name: &str, region: &[SafeText]) -> Vec<usize> {
    if region.is_empty() {
        return named.all().to_vec();
    }
    let below: Vec<String> = keys(region).filter(|part| name.contains(&**part)).collect();
    let last = last(region);
    named.near(last.iter().chain(&below).map(String::as_str))
}

/// The same where a name ends with theirs, by the place that stands before it.
fn before(named: &Namesakes, head: &str, region: &[SafeText]) -> Vec<usize> {
    if head.is_empty() {
        return if region.is_empty() {
            named.all().to_vec()
        } else {
            named.near(last(region).iter().map(String::as_str))
        };
    }
    named.near(head.char_indices().filter_map(|(at, _)| head.get(at..)))
}

/// The last part of a region, as it is known.
fn last(region: &[SafeText]) -> Vec<String> {
    let more = places::whole(region).and_then(|parts| parts.last().copied());
    region.last().map(|part| normal(part)).into_iter().chain(more.map(normal)).collect()
}

/// Do two regions not speak against each other? One may leave out what the other has.
fn agree(one: &[SafeText], other: &[SafeText]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut rest = long.iter();
    short.iter().all(|part| rest.any(|known| known == part))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSV: &str = "名称,地区,前身\n\
        云塘市教育局,北溪省/云塘市,\n\
        云塘市生态环境局,北溪省/云塘市,\n\
        石桥区生态环境局,北溪省/云塘市/石桥区,\n\
        青岭县水利局,北溪省/云塘市/青岭县,\n\
        石桥区水利局,北溪省/云塘市/石桥区,\n\
        云塘市商务局,北溪省/云塘市,\n\
        松溪县商务和科技局,北溪省/云塘市/松溪县,松溪县商务局；松溪县科学技术局\n";

    fn found(name: &str, parts: &[&str]) -> String {
        let region: Vec<SafeText> = parts.iter().map(|part| SafeText::line(part)).collect();
        let roster = Roster::parse(CSV.as_bytes()).unwrap();
        roster.lookup(name, &region).map(|entry| entry.name.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_short_name_never_crosses_to_another_place() {
        for (name, region) in [
            ("松溪县教育局", &["北溪省", "云塘市", "松溪县"][..]),
            ("教育局", &["北溪省", "云塘市", "松溪县"]),
            ("松溪县教育局", &["云塘市"]),
            ("松溪县教育局", &[]),
            ("松溪县商务局", &["北溪省", "云塘市", "松溪县"]),
            ("平泽市教育局", &["北溪省", "平泽市"]),
        ] {
            assert_eq!(found(name, region), "", "{name} {region:?}");
        }
        assert_eq!(found("云塘市教育局", &["北溪省", "云塘市"]), "云塘市教育局");
        assert_eq!(found("教育局", &["云塘市"]), "云塘市教育局");
    }

    #[test]
    fn of_several_the_closest_is_meant_and_of_two_as_close_none() {
        assert_eq!(found("云塘市石桥区生态环境局", &["北溪省", "云塘市", "石桥区"]), "石桥区生态环境局");
        assert_eq!(found("云塘市石桥区生态环境局", &["云塘市"]), "石桥区生态环境局");
        assert_eq!(found("生态环境局", &["云塘市"]), "云塘市生态环境局");
        assert_eq!(found("生态环境局", &["云塘市", "石桥区"]), "石桥区生态环境局");
        assert_eq!(found("水利局", &["云塘市"]), "");
        assert_eq!(found("水利局", &["云塘市", "青岭县"]), "青岭县水利局");
        assert_eq!(found("生态环境局", &[]), "");
    }

    #[test]
    fn a_name_with_the_city_before_it_is_no_countys() {
        for region in [&[][..], &["云塘市"], &["北溪省", "云塘市"]] {
            assert_eq!(found("云塘市水利局", region), "", "{region:?}");
            assert_eq!(found("云塘市青岭县水利局", region), "青岭县水利局", "{region:?}");
        }
        let csv = "名称,地区\n白石镇人民政府,北溪省/云塘市/石桥区\n水利局,北溪省/云塘市/石桥区\n";
        let roster = Roster::parse(csv.as_bytes()).unwrap();
        let of = |name: &str| roster.lookup(name, &[]).map(|entry| entry.name.to_string());
        assert_eq!(of("云塘市白石镇人民政府").as_deref(), Some("白石镇人民政府"));
        assert_eq!(of("云塘市水利局"), None);
    }

    #[test]
    fn several_that_fit_as_well_are_all_told() {
        let roster = Roster::parse(CSV.as_bytes()).unwrap();
        let of = |name: &str, parts: &[&str]| -> Vec<String> {
            let region: Vec<SafeText> = parts.iter().map(|part| SafeText::line(part)).collect();
            let entries = roster.fitting(name, &region).into_iter().map(|at| &roster.entries()[at]);
            entries.map(|entry| entry.name.to_string()).collect()
        };
        assert_eq!(of("水利局", &["云塘市"]), ["青岭县水利局", "石桥区水利局"]);
        assert_eq!(of("水利局", &["云塘市", "青岭县"]), ["青岭县水利局"]);
        assert_eq!(of("生态环境局", &[]), ["云塘市生态环境局", "石桥区生态环境局"]);
        assert_eq!(of("审计局", &[]), [""; 0]);
    }

    #[test]
    fn many_of_one_name_are_found_as_a_few_are() {
        let county = |n: u32| format!("某{}县", char::from_u32(0x4E10 + n).unwrap());
        let few = "名称,地区\n教育局,北溪省/云塘市\n统计局,\n松溪县教育局,北溪省/云塘市/松溪县\n";
        let many: String =
            (0..40).map(|n| format!("教育局,北溪省/云塘市/{}\n统计局,北溪省/{}\n", county(n), county(n))).collect();
        let roster = Roster::parse(format!("{few}{many}").as_bytes()).unwrap();
        let of = |name: &str, region: &[&str]| -> Vec<usize> {
            let region: Vec<SafeText> = region.iter().map(|part| SafeText::line(part)).collect();
            roster.fitting(name, &region)
        };
        let far = county(39);
        for (name, region, expected) in [
            ("教育局", &["北溪省", "云塘市"][..], &[0][..]),
            ("教育局", &["云塘市", &far], &[81]),
            ("教育局", &[&far], &[81]),
            ("教育局", &["北溪省", "云塘市", "别处县"], &[]),
            (&format!("{far}教育局"), &[], &[81]),
            (&format!("云塘市{far}教育局"), &["云塘市"], &[81]),
            ("松溪县教育局", &["云塘市"], &[2]),
            ("统计局", &["北溪省", &far], &[1, 82]),
        ] {
            assert_eq!(of(name, region), expected, "{name} {region:?}");
        }
        assert_eq!(of("教育局", &[]).len(), 41);
    }

    #[test]
    fn one_that_is_gone_is_nowhere_where_its_name_had_heirs_in_two_places() {
        let csv = "名称,地区,前身\n甲县商务和科技局,北溪省/甲县,商务局\n乙县商务和科技局,北溪省/乙县,商务局\n";
        let roster = Roster::parse(csv.as_bytes()).unwrap();
        for (region, expected) in [(&[][..], &[][..]), (&["甲县"], &["北溪省", "甲县"])] {
            let mut agency = crate::report::Head::of("商务局", region, 2023).agency;
            roster.settle(&mut agency);
            let expected: Vec<SafeText> = expected.iter().map(|part| SafeText::line(part)).collect();
            assert_eq!(*agency.region, *expected);
        }
    }

    #[test]
    fn the_parts_of_a_region_may_be_joined() {
        for joined in ["北溪省-云塘市-石桥区", "云塘市／石桥区", "北溪省·云塘市·石桥区"] {
            assert_eq!(found("石桥区生态环境局", &[joined]), "石桥区生态环境局", "{joined}");
        }
        assert_eq!(found("石桥区生态环境局", &["北溪省", "云塘市", "石桥县"]), "");
    }
}
