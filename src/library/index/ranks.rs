//! Where items stand among all by name and by region: worked out once, so that every later order compares numbers.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::slice::ParallelSliceMut as _;

use crate::report::SafeText;

use super::super::item::{Item, ItemId};
use super::super::sound::Sounds;

/// The places of all items, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Ranks {
    names: Box<[u32]>,
    regions: Box<[u32]>,
}

impl Ranks {
    pub(super) fn of(items: &[Item], sounds: &[Arc<Sounds>]) -> Self {
        Self { names: names(sounds), regions: regions(items) }
    }

    pub(super) fn name(&self, item: ItemId) -> u32 {
        at(&self.names, item)
    }

    pub(super) fn region(&self, item: ItemId) -> u32 {
        at(&self.regions, item)
    }
}

fn at(ranks: &[u32], item: ItemId) -> u32 {
    usize::try_from(item).ok().and_then(|item| ranks.get(item).copied()).unwrap_or(u32::MAX)
}

fn names(sounds: &[Arc<Sounds>]) -> Box<[u32]> {
    let mut order: Vec<(&[u32], usize)> = sounds.iter().map(|sounds| sounds.order()).zip(0..).collect();
    order.par_sort_unstable();
    let mut ranks = vec![0; sounds.len()];
    let (mut rank, mut before) = (0_u32, None);
    for (sound, item) in order {
        rank += u32::from(before.is_some_and(|before| before != sound));
        before = Some(sound);
        if let Some(place) = ranks.get_mut(item) {
            *place = rank;
        }
    }
    ranks.into()
}

/// What could not be read lies nowhere, and comes last.
fn regions(items: &[Item]) -> Box<[u32]> {
    let chain = |item: &Item| item.sheet().map(|sheet| sheet.lean.head.agency.region.clone());
    let mut known: HashMap<Arc<[SafeText]>, u32> = HashMap::new();
    for item in items {
        if let Some(sheet) = item.sheet()
            && !known.contains_key(&sheet.lean.head.agency.region)
        {
            known.extend(chain(item).map(|chain| (chain, 0)));
        }
    }
    let sound = |chain: &[SafeText]| chain.iter().map(|part| Sounds::of(part)).collect::<Vec<_>>();
    let mut order: Vec<(Vec<Sounds>, Arc<[SafeText]>)> =
        known.keys().map(|chain| (sound(chain), chain.clone())).collect();
    let orders = |sounds: &[Sounds]| sounds.iter().map(|sound| sound.order().to_vec()).collect::<Vec<_>>();
    order.sort_by_cached_key(|(sounds, chain)| (orders(sounds), chain.clone()));
    for (rank, (_, chain)) in (0..).zip(order) {
        known.insert(chain, rank);
    }
    let rank = |item: &Item| known.get(&item.sheet()?.lean.head.agency.region).copied();
    items.iter().map(|item| rank(item).unwrap_or(u32::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Library;
    use super::super::tests::item;

    #[test]
    fn names_that_sound_alike_stand_at_one_place_and_what_comes_later_counts_too() {
        let mut library = Library::default();
        for (id, name) in [("a", "重庆"), ("b", "安徽"), ("c", "重庆")] {
            library.add(item(id, name, 2024, None, 0));
        }
        assert_eq!([0, 1, 2].map(|item| library.sound_rank(item)), [1, 0, 1]);
        library.add(item("d", "北京", 2024, None, 0));
        assert_eq!([0, 1, 2, 3].map(|item| library.sound_rank(item)), [2, 0, 2, 1]);
    }
}
