//! The list of agencies: which are shown, in what order, and where the cursor is.

use std::cmp::Reverse;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use rayon::prelude::*;

use crate::library::sound::Sounds;
use crate::library::{ItemId, Library};
use crate::tui::model::chip::Chips;
use crate::tui::model::marks::Marks;
use crate::tui::model::order::Order;
use crate::tui::model::setting::Setting;
use crate::tui::model::wanted::Wanted;
use crate::tui::model::{Columns, Window};

/// The list of agencies.
#[derive(Debug, Default)]
pub(crate) struct List {
    /// What the names are searched for; empty: everything.
    pub(crate) filter: String,
    /// What else they must have.
    pub(crate) chips: Chips,
    /// Is the reviewer typing the filter?
    pub(crate) typing: bool,
    pub(crate) order: Order,
    /// Show this year; `None`: the latest of each agency.
    pub(crate) year: Option<u16>,
    /// The columns shown.
    pub(crate) columns: Columns,
    /// The items shown, in order.
    pub(crate) visible: Vec<ItemId>,
    pub(crate) window: Window,
    /// Are hints shown and gone through?
    pub(crate) hints: bool,
    /// Which findings are gone through.
    pub(crate) wanted: Wanted,
    /// Has any of the reports shown one of them? Only kept where some are not wanted.
    pub(crate) any_wanted: bool,
    /// What could be shown, whatever the filter and the chips but those of years; as of the last refresh.
    base: Vec<ItemId>,
    /// What was found for the beginnings of what is searched for, in the order of the library; first for nothing at all.
    found: Vec<Found>,
}

/// What was found for a text.
#[derive(Debug)]
struct Found {
    filter: String,
    items: Vec<ItemId>,
}

/// So many lines are in sight on any usual screen.
const IN_SIGHT: usize = 12;

/// Beginnings longer than this are searched anew.
const MAX_FOUND: usize = 24;

impl List {
    /// The item under the cursor.
    #[must_use]
    pub(crate) fn current(&self) -> Option<ItemId> {
        self.visible.get(self.window.cursor).copied()
    }

    /// Puts the cursor on the first report: the files above it that could not be read stay in sight.
    pub(crate) fn begin_on_report(&mut self, library: &Library) {
        let first = self.visible.iter().take(IN_SIGHT).position(|&item| library.sheet(item).is_some());
        self.window.cursor = first.unwrap_or(0);
    }

    /// Puts the cursor on an item, if it is shown.
    pub(crate) fn select(&mut self, item: ItemId) -> bool {
        let found = self.visible.iter().position(|&shown| shown == item);
        self.window.cursor = found.unwrap_or(self.window.cursor);
        found.is_some()
    }

    /// Works out again what is shown; the cursor stays on its item.
    pub(crate) fn refresh(&mut self, library: &Library, marks: &Marks) {
        self.base = self.candidates(library);
        let shown = self.base.iter().copied().filter(|&item| self.chips.fit(item, library, marks)).collect();
        self.found = vec![Found { filter: String::new(), items: shown }];
        self.search(library, marks);
    }

    /// Works out again which findings are gone through, where what is shown stays.
    pub(crate) fn want(&mut self, library: &Library) {
        self.wanted = Wanted::of(&self.chips).with_hints(self.hints);
        self.any_wanted = !self.wanted.is_all() && self.visible.iter().any(|&item| self.has_wanted(item, library));
    }

    /// Works out again what is shown where nothing has changed but the text that is searched for: what its beginning did
    /// not find, the whole does not.
    pub(crate) fn search(&mut self, library: &Library, marks: &Marks) {
        let current = self.current();
        let filter = self.filter.trim();
        self.found.retain(|found| filter.starts_with(&found.filter));
        let among = self.found.last().map_or(&[][..], |found| &found.items);
        self.visible = if filter.is_empty() {
            let mut items = among.to_vec();
            self.order.arrange(&mut items, library, marks);
            items
        } else {
            let (items, best) = best_matches(among, library, filter);
            if self.found.len() < MAX_FOUND {
                self.found.push(Found { filter: filter.to_owned(), items });
            }
            best
        };
        self.want(library);
        if let Some(item) = current
            && !self.select(item)
        {
            // Another file may stand for its agency now.
            let other = self.visible.iter().copied().find(|&other| library.is_same_agency(item, other));
            other.map(|other| self.select(other));
        }
    }

    /// Has a report a finding that is gone through?
    #[must_use]
    pub(crate) fn has_wanted(&self, item: ItemId, library: &Library) -> bool {
        let findings = library.sheet(item).into_iter().flat_map(|sheet| &sheet.findings);
        findings.into_iter().any(|finding| self.wanted.fits(finding.rule, finding.severity))
    }

    /// What could be shown, whatever the filter and the other chips: of each agency what stands for it; of the years that
    /// chips name, each report.
    fn candidates(&self, library: &Library) -> Vec<ItemId> {
        let years: Vec<u16> = self.chips.years().collect();
        let is_candidate = |item: &ItemId| match self.year {
            None if !years.is_empty() => {
                let own = library.get(*item).map_or(0, |item| item.year());
                years.contains(&own) && library.is_shown(*item, Some(own))
            }
            year => library.is_shown(*item, year),
        };
        library.in_order().iter().copied().filter(is_candidate).collect()
    }

    /// The same as of the last refresh.
    #[must_use]
    pub(crate) fn base(&self) -> &[ItemId] {
        &self.base
    }

    /// Does what is shown follow how many findings there are?
    #[must_use]
    pub(crate) fn depends_on_findings(&self) -> bool {
        (self.order.depends_on_findings() && self.filter.trim().is_empty()) || !self.chips.is_empty()
    }

    #[must_use]
    pub(crate) fn setting(&self) -> Setting {
        let Self { filter, chips, order, year, columns, .. } = self;
        let (filter, chips, order) = (filter.clone(), chips.clone(), order.clone());
        Setting { filter, chips, order, year: *year, columns: columns.clone() }
    }

    /// Sets the list; what it shows follows at the next [`Self::refresh`].
    pub(crate) fn set(&mut self, setting: Setting) {
        let Setting { filter, chips, order, year, columns } = setting;
        *self = Self { filter, chips, order, year, columns, ..Self::default() };
    }
}

/// So many names are looked at on one core at a time.
const TOGETHER: usize = 4096;

/// The items whose names match every word of the query: in the order they come in, and best first.
fn best_matches(items: &[ItemId], library: &Library, query: &str) -> (Vec<ItemId>, Vec<ItemId>) {
    let words = words(query);
    let scores = |items: &[ItemId]| {
        let matcher = SkimMatcherV2::default().ignore_case();
        let score = |item: ItemId| -> Option<i64> {
            let name = name(library, item);
            words.iter().try_fold(0, |sum, word| Some(sum + score(&matcher, name, library.sounds(item)?, word)?))
        };
        items.iter().filter_map(|&item| Some((Reverse(score(item)?), item))).collect::<Vec<_>>()
    };
    let mut scored: Vec<(Reverse<i64>, ItemId)> = items.par_chunks(TOGETHER).flat_map_iter(scores).collect();
    let found = scored.iter().map(|(_, item)| *item).collect();
    scored.sort_by_key(|(score, _)| *score);
    (found, scored.into_iter().map(|(_, item)| item).collect())
}

/// How well a name fits a word: as it is written, or as it sounds.
fn score(matcher: &SkimMatcherV2, name: &str, sounds: &Sounds, word: &str) -> Option<i64> {
    // Scoring costs ten times what it costs to see that a name lacks a letter.
    let written = has_in_order(name, word).then(|| matcher.fuzzy_match(name, word)).flatten();
    let is_sound = word.bytes().all(|letter| letter.is_ascii_lowercase());
    let sound = || -> Option<i64> { Some(-i64::try_from(sounds.fits(name, word)?).ok()?) };
    written.or_else(|| is_sound.then(sound).flatten())
}

/// The words of a query: parted by blanks, and where letters and Chinese characters meet.
fn words(query: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for part in query.split_whitespace() {
        let mut last = None;
        for c in part.chars() {
            let latin = c.is_ascii_alphabetic();
            match words.last_mut().filter(|_| last == Some(latin)) {
                Some(word) => word.push(c.to_ascii_lowercase()),
                None => words.push(c.to_ascii_lowercase().to_string()),
            }
            last = Some(latin);
        }
    }
    words
}

/// Do all characters of the query stand in the name, in their order?
fn has_in_order(name: &str, query: &str) -> bool {
    let mut rest = name.chars();
    query.chars().all(|wanted| rest.any(|c| c == wanted || c.eq_ignore_ascii_case(&wanted)))
}

fn name(library: &Library, item: ItemId) -> &str {
    library.get(item).map_or("", |item| item.name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::tests::item;

    fn library() -> Library {
        let mut library = Library::default();
        for (id, name, errors) in [("a", "松溪县教育局", 0), ("b", "松溪县公安局", 5), ("c", "白石镇人民政府", 2)]
        {
            library.add(item(id, name, 2024, None, errors));
        }
        library.settle();
        library
    }

    fn names(list: &List, library: &Library) -> Vec<String> {
        list.visible.iter().map(|&item| library.get(item).unwrap().name().to_string()).collect()
    }

    #[test]
    fn a_filter_finds_names_by_their_characters_in_order() {
        let library = library();
        let mut list = List { filter: "县局".to_owned(), ..List::default() };
        list.refresh(&library, &Marks::default());
        assert_eq!(names(&list, &library).len(), 2);
        list.filter = "公安".to_owned();
        list.refresh(&library, &Marks::default());
        assert_eq!(names(&list, &library), ["松溪县公安局"]);
    }

    #[test]
    fn a_filter_finds_names_by_their_sound_too() {
        let library = library();
        let mut list = List::default();
        for (filter, expected) in [
            ("sxx", &["松溪县教育局", "松溪县公安局"][..]),
            ("baishi", &["白石镇人民政府"]),
            ("松溪gaj", &["松溪县公安局"]),
            ("jyj songxi", &["松溪县教育局"]),
            ("SXXGAJ", &["松溪县公安局"]),
            ("zzq", &[]),
        ] {
            list.filter = filter.to_owned();
            list.refresh(&library, &Marks::default());
            assert_eq!(names(&list, &library), expected, "{filter}");
        }
    }

    #[test]
    fn what_is_passed_over_would_not_have_matched() {
        let matcher = SkimMatcherV2::default().ignore_case();
        for name in ["松溪县教育局", "ABC局", "", "白石镇人民政府"] {
            for query in ["县局", "局县", "a局", "C", "政府政府", "镇政"] {
                assert_eq!(has_in_order(name, query), matcher.fuzzy_match(name, query).is_some(), "{name} {query}");
            }
        }
    }

    #[test]
    fn the_cursor_stays_on_its_agency_when_the_order_changes() {
        let library = library();
        let mut list = List::default();
        list.refresh(&library, &Marks::default());
        list.window.cursor = 1;
        list.order = list.order.next_usual();
        list.refresh(&library, &Marks::default());
        assert_eq!(names(&list, &library)[0], "松溪县公安局");
        assert_eq!(list.window.cursor, 0);
    }

    #[test]
    fn letter_by_letter_finds_what_all_letters_find_at_once() {
        let mut library = Library::default();
        let names =
            ["重庆市教育局", "长沙县公安局", "厦门市财政局", "吕梁市水利局", "ABC 局", "西安市司法局", "县城管局"];
        for (id, name) in (0..).zip(names) {
            library.add(item(&format!("{id}"), name, 2024, None, 0));
        }
        library.settle();
        let letters: Vec<char> = "cqshi xian局县lvabj".chars().collect();
        let marks = Marks::default();
        // All texts of three of these characters.
        let mut texts = vec![String::new()];
        for text in 0..letters.len().pow(3) {
            let digits = (0..3).map(|place| letters[text / letters.len().pow(place) % letters.len()]);
            texts.push(digits.collect());
        }
        let mut typed = List::default();
        for text in &texts {
            typed.filter.clear();
            typed.refresh(&library, &marks);
            for letter in text.chars() {
                typed.filter.push(letter);
                typed.search(&library, &marks);
            }
            let mut at_once = List { filter: text.clone(), ..List::default() };
            at_once.refresh(&library, &marks);
            assert_eq!(typed.visible, at_once.visible, "{text}");
            // And with the last letters taken back.
            typed.filter.pop();
            typed.search(&library, &marks);
            at_once.filter.pop();
            at_once.refresh(&library, &marks);
            assert_eq!(typed.visible, at_once.visible, "{text} without its last letter");
        }
    }
}
