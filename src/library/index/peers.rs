//! Which agencies are alike: of one kind and level, in the same wider region. Grows with the library, so that asking
//! costs nothing.

use std::collections::HashMap;

use crate::check::region::kind;
use crate::report::{Agency, SafeText};

use super::super::item::ItemId;

/// The reports by what makes agencies comparable.
#[derive(Debug, Default)]
pub(crate) struct Peers(HashMap<Box<str>, Vec<ItemId>>);

impl Peers {
    /// A report has come; one whose agency is of no known kind has no peers.
    pub(crate) fn add(&mut self, item: ItemId, agency: &Agency) {
        if let Some(key) = key(agency) {
            self.0.entry(key).or_default().push(item);
        }
    }

    /// A report is no longer there, or is another.
    pub(crate) fn remove(&mut self, item: ItemId, agency: &Agency) {
        if let Some(items) = key(agency).and_then(|key| self.0.get_mut(&key)) {
            items.retain(|&known| known != item);
        }
    }

    /// The reports of agencies like this one, its own among them.
    #[must_use]
    pub(crate) fn of(&self, agency: &Agency) -> &[ItemId] {
        key(agency).and_then(|key| self.0.get(&key)).map_or(&[], Vec::as_slice)
    }
}

/// The region within which agencies of one kind are compared: the one around their own.
#[must_use]
pub(crate) fn wider_region(agency: &Agency) -> &[SafeText] {
    agency.region.split_last().map_or(&[], |(_, wider)| wider)
}

/// Kind, depth of the region, and the region around it; the separator cannot occur in safe text.
fn key(agency: &Agency) -> Option<Box<str>> {
    let mut key = kind(agency, None)?;
    key.push_str(&format!("\u{1f}{}", agency.region.len()));
    for part in wider_region(agency) {
        key.push('\u{1f}');
        key.push_str(part);
    }
    Some(key.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agency(name: &str, region: &[&str]) -> Agency {
        let region = region.iter().map(|part| SafeText::line(part)).collect();
        Agency { name: SafeText::line(name), region, ..Agency::default() }
    }

    #[test]
    fn agencies_of_one_kind_and_level_in_one_wider_region_are_alike() {
        let mut peers = Peers::default();
        let known = [
            agency("松溪县教育局", &["骐昌市", "松溪县"]),
            agency("白石县教育局", &["骐昌市", "白石县"]),
            agency("白石县公安局", &["骐昌市", "白石县"]),
            agency("骐昌市教育局", &["骐昌市"]),
            agency("丁县教育局", &["别市", "丁县"]),
            agency("", &[]),
        ];
        for (item, agency) in (0..).zip(&known) {
            peers.add(item, agency);
        }
        assert_eq!(peers.of(&known[0]), [0, 1]);
        assert_eq!(peers.of(&known[2]), [2]);
        assert_eq!(peers.of(&known[3]), [3], "the level above is another level");
        assert_eq!(peers.of(&known[4]), [4], "another wider region");
        assert!(peers.of(&known[5]).is_empty(), "without a name there is no kind");
        peers.remove(0, &known[0]);
        assert_eq!(peers.of(&known[0]), [1]);
    }
}
