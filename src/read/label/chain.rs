//! The longest chain of finds that follows an order: which of many possible places are the true ones.

/// More finds than this are not looked at: a real table has about sixty.
pub(in crate::read) const MAX_FINDS: usize = 3000;

/// One place where something may stand.
#[derive(Debug, Clone, Copy)]
pub(in crate::read) struct Find {
    /// Its place in the expected order.
    pub(crate) order: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) weight: u32,
}

/// Positions of the finds that make the heaviest chain, each later than the one before both in order and in
/// place. Among equally heavy chains, the one that ends earliest. The finds stand in the order of their places.
pub(in crate::read) fn chain(finds: &[Find]) -> Vec<usize> {
    let mut best: Vec<(u32, Option<usize>)> = Vec::with_capacity(finds.len().min(MAX_FINDS));
    for find in finds.iter().take(MAX_FINDS) {
        let mut own = (find.weight, None);
        for (index, (before, &(weight, _))) in finds.iter().zip(&best).enumerate() {
            if before.order < find.order && before.end <= find.start && weight + find.weight > own.0 {
                own = (weight + find.weight, Some(index));
            }
        }
        best.push(own);
    }
    let heaviest = best.iter().map(|(weight, _)| *weight).max();
    let mut at = best.iter().position(|(weight, _)| Some(*weight) == heaviest);
    let mut chosen = Vec::new();
    while let Some(index) = at {
        chosen.push(index);
        at = best.get(index).and_then(|(_, before)| *before);
    }
    chosen.reverse();
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orders(finds: &[(usize, u32)]) -> Vec<usize> {
        let finds: Vec<Find> = finds
            .iter()
            .enumerate()
            .map(|(place, &(order, weight))| Find { order, start: place, end: place + 1, weight })
            .collect();
        chain(&finds)
    }

    #[test]
    fn the_heaviest_chain_wins_and_among_equals_the_first() {
        assert_eq!(orders(&[(2, 1), (0, 1), (1, 1), (2, 1)]), [1, 2, 3]);
        assert_eq!(orders(&[(0, 1), (1, 1), (0, 1), (1, 1)]), [0, 1]);
        assert_eq!(orders(&[(5, 9), (0, 1), (1, 1)]), [0]);
        assert!(orders(&[]).is_empty());
    }
}
