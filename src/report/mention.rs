//! Names of agencies in running text, told by their endings and by the places that they begin with.

use super::standing::standing;
use super::{is_unseen, places};

/// How the names of agencies end.
const ENDINGS: [&str; 24] = [
    "局",
    "委",
    "办",
    "办公室",
    "政府",
    "办事处",
    "委员会",
    "中心",
    "厅",
    "院",
    "部",
    "处",
    "所",
    "站",
    "队",
    "会",
    "社",
    "署",
    "行",
    "馆",
    "校",
    "学校",
    "集团",
    "公司",
];
/// No name is longer.
pub(crate) const MAX_NAME: usize = 40;

/// Without any blanks, nor what takes no room.
#[must_use]
pub(crate) fn compact(text: &str) -> String {
    text.chars().filter(|&c| !c.is_whitespace() && !is_unseen(c)).collect()
}

/// Could this line be the name of an agency?
#[must_use]
pub(crate) fn is_name(line: &str) -> bool {
    let line = compact(line);
    let bare = line.trim_end_matches(['）', ')']);
    line.chars().count() <= MAX_NAME
        && !line.contains(['。', '：', ':', '，', '；', '、', '【', '/'])
        && ENDINGS.iter().any(|ending| bare.ends_with(ending))
}

/// Endings by which a name in prose is told from what is said of it.
const PROSE_ENDINGS: [&str; 9] =
    ["人民政府", "委员会", "办公室", "办公厅", "办事处", "管委会", "行政公署", "中心", "局"];
/// Is it the last character of such an ending?
#[must_use]
pub(crate) fn may_end_name(c: char) -> bool {
    matches!(c, '府' | '会' | '室' | '厅' | '处' | '署' | '心' | '局')
}

/// What may go on behind such an ending: 人民政府|办公室.
const GOES_ON: [&str; 4] = ["办公室", "办公厅", "机关", "办事处"];
/// Where a clause ends.
const STOPS: [char; 33] = [
    '，', '。', '；', '：', '、', '！', '？', ',', ';', ':', '!', '?', '（', '）', '(', ')', '\n', '<', '>', '{', '}',
    '[', ']', '|', '\\', '=', '"', '\'', '`', '#', '*', '~', '_',
];
/// Does a clause end here?
#[must_use]
pub(crate) fn is_stop(c: char) -> bool {
    STOPS.contains(&c)
}

/// Without what stands inside of 《》.
#[must_use]
pub(crate) fn unquoted(text: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '《' | '〈' => depth += 1,
            '》' | '〉' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// A name that a clause begins with: a place of its own first, then the shortest that ends like a name.
#[must_use]
pub(crate) fn leading_name(clause: &str) -> Option<&str> {
    if !clause.contains(may_end_name) {
        return None;
    }
    // The title of the site or its menu, glued on.
    let clause =
        ["年度报告", "年报"].iter().fold(clause, |rest, word| rest.rsplit_once(word).map_or(rest, |(_, rest)| rest));
    let clause = clause.trim_start_matches(|c: char| c.is_ascii());
    let window = clause.char_indices().nth(MAX_NAME).map_or(clause, |(end, _)| clause.get(..end).unwrap_or(clause));
    let ends = PROSE_ENDINGS.iter().filter_map(|ending| Some(window.find(ending)? + ending.len()));
    let mut end = ends.min()?;
    while let Some(more) = GOES_ON.iter().find(|more| window.get(end..).is_some_and(|rest| rest.starts_with(**more))) {
        end += more.len();
    }
    window.get(..end).filter(|name| is_whole_name(name))
}

/// What no name begins with: the grounds of a report, the country, a pronoun.
const NO_NAMES: [&str; 14] = [
    "根据",
    "按照",
    "依据",
    "依照",
    "遵照",
    "按",
    "中华人民共和国政府",
    "年报",
    "本",
    "我",
    "各",
    "该",
    "关于",
    "国务院办公厅关于",
];

/// A name that says where it is.
#[must_use]
pub(crate) fn is_whole_name(name: &str) -> bool {
    if name.contains(['《', '》', '〈', '〉']) || NO_NAMES.iter().any(|word| name.starts_with(word)) {
        return false;
    }
    let standing = standing(name);
    let bare = standing.region.iter().all(|part| !name.starts_with(part.as_str()) || name.len() > part.len());
    name != "中华人民共和国"
        && is_name(name)
        && bare
        && (!standing.region.is_empty() || standing.level == Some("central"))
}

/// The last of several whole names one behind the other: a site names itself before the title, a title stands there
/// twice. Bodies of the centre and what they have in a place are one name: 国家税务总局漪水县税务局.
#[must_use]
pub(crate) fn last_name(name: &str) -> &str {
    let mut last = name;
    while let Some(rest) = leading_name(last).and_then(|first| last.strip_prefix(first)) {
        let first = last.strip_suffix(rest).unwrap_or_default();
        if places::central(first).is_some() || !(is_whole_name(rest) || rest == first) {
            break;
        }
        last = rest;
    }
    last
}

/// So many clauses are looked through.
const MAX_CLAUSES: usize = 400;

/// The agencies that a text names at the beginning of its clauses, those that it names most often first.
#[must_use]
pub(crate) fn mentioned(text: &str, most: usize) -> Vec<String> {
    let text = unquoted(&compact(text));
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for clause in text.split(is_stop).take(MAX_CLAUSES) {
        // A year before the name is no part of it.
        let behind_year = clause.split_once('年').filter(|(year, _)| year.chars().count() == 4).map(|(_, rest)| rest);
        let clause = behind_year.unwrap_or(clause).trim_start_matches('度');
        let Some(name) = leading_name(clause) else { continue };
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.into_iter().take(most).map(|(name, _)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ending_has_a_character_that_may_end_names() {
        assert!(PROSE_ENDINGS.iter().all(|ending| ending.ends_with(may_end_name)));
    }

    #[test]
    fn names_are_told_by_places_and_endings_and_counted() {
        let text =
            "2024年，漪水县统计局认真落实要求。漪水县财政局牵头，漪水县统计局配合；我局努力。《漪水县水利局公告》。";
        assert_eq!(mentioned(text, 5), ["漪水县统计局", "漪水县财政局"]);
        assert_eq!(mentioned(text, 1), ["漪水县统计局"]);
        assert_eq!(mentioned("本年度工作顺利。", 5), [""; 0]);
    }
}
