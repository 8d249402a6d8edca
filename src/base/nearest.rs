//! Which of several names was meant: the one with the fewest changed letters.

/// Longer names are not compared, in characters.
const LONGEST: usize = 80;

/// The name nearest to `text`, whatever its case, if it is near: at most a third of its letters differ, and two may in
/// any case.
#[must_use]
pub(crate) fn nearest<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Option<Box<str>> {
    let length = text.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let text = text.to_lowercase();
    let names = names.into_iter().filter(|name| name.chars().nth(LONGEST).is_none());
    let distances = names.map(|name| (strsim::damerau_levenshtein(&text, &name.to_lowercase()), name));
    let (distance, name) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance <= (length / 3).max(2)).then(|| name.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found_and_a_far_one_is_not() {
        let names = ["T3-01", "T4-01", "requests/new/total"];
        assert_eq!(nearest("T3-1", names).as_deref(), Some("T3-01"));
        assert_eq!(nearest("t4-01", names).as_deref(), Some("T4-01"));
        assert_eq!(nearest("T3-10", names).as_deref(), Some("T3-01"));
        assert_eq!(nearest("request/new/totals", names).as_deref(), Some("requests/new/total"));
        assert_eq!(nearest("colours", names), None);
        assert_eq!(nearest("", names), None);
        assert_eq!(nearest(&"长".repeat(LONGEST + 1), names), None);
        assert_eq!(nearest("a", ["long".repeat(LONGEST).as_str(), "b"]).as_deref(), Some("b"));
    }
}
