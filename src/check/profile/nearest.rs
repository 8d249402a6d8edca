//! Which of several names was meant: the smallest number of changed letters.

/// Longer names are not compared.
const LONGEST: usize = 64;

/// The name nearest to `text`, if it is near: at most a third of its letters differ, and two may in any case.
pub(crate) fn nearest<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Option<Box<str>> {
    let text: Vec<char> = text.to_lowercase().chars().collect();
    if text.len() > LONGEST {
        return None;
    }
    let distances = names.into_iter().map(|name| (distance(&text, name), name));
    let (distance, name) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance <= (text.len() / 3).max(2)).then(|| name.into())
}

/// How many letters must be put in, taken out or replaced.
fn distance(text: &[char], name: &str) -> usize {
    let mut above: Vec<usize> = (0..=text.len()).collect();
    for (row, letter) in name.to_lowercase().chars().take(LONGEST).enumerate() {
        let mut left = row + 1;
        let mut line = vec![left];
        for (own, pair) in text.iter().zip(above.windows(2)) {
            let [diagonal, up] = pair else { continue };
            left = (diagonal + usize::from(*own != letter)).min(up + 1).min(left + 1);
            line.push(left);
        }
        above = line;
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found_and_a_far_one_is_not() {
        let names = ["T3-01", "T4-01", "requests/new/total"];
        assert_eq!(nearest("T3-1", names).as_deref(), Some("T3-01"));
        assert_eq!(nearest("t4-01", names).as_deref(), Some("T4-01"));
        assert_eq!(nearest("request/new/totals", names).as_deref(), Some("requests/new/total"));
        assert_eq!(nearest("colours", names), None);
        assert_eq!(nearest("", names), None);
        assert_eq!(distance(&['a', 'b'], "ab"), 0);
        assert_eq!(distance(&['a'], ""), 1);
    }
}
