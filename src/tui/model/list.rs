//! The list of agencies: which are shown, in what order, and where the cursor is.

use std::cmp::Reverse;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::chip::Chips;
use super::library::{ItemId, Library};
use super::marks::Marks;
use super::sound::Sounds;
use super::window::Window;

/// The orders of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By file.
    #[default]
    File,
    /// Most errors first, then most warnings.
    Findings,
    /// What still has to be done first.
    Status,
    /// By the agency's name.
    Name,
}

impl Sort {
    /// The next order.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::File => Self::Findings,
            Self::Findings => Self::Status,
            Self::Status => Self::Name,
            Self::Name => Self::File,
        }
    }
}

/// The list of agencies.
#[derive(Debug, Default)]
pub struct List {
    /// What the names are searched for; empty: everything.
    pub filter: String,
    /// What else they must have.
    pub chips: Chips,
    /// Is the reviewer typing the filter?
    pub typing: bool,
    /// The order.
    pub sort: Sort,
    /// Show this year; `None`: the latest of each agency.
    pub year: Option<u16>,
    /// The items shown, in order.
    pub visible: Vec<ItemId>,
    /// The cursor.
    pub window: Window,
}

impl List {
    /// The item under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<ItemId> {
        self.visible.get(self.window.cursor).copied()
    }

    /// Puts the cursor on an item, if it is shown.
    pub fn select(&mut self, item: ItemId) -> bool {
        let found = self.visible.iter().position(|&shown| shown == item);
        self.window.cursor = found.unwrap_or(self.window.cursor);
        found.is_some()
    }

    /// Works out again what is shown; the cursor stays on its item.
    pub fn refresh(&mut self, library: &Library, marks: &Marks) {
        let current = self.current();
        let shown = self.candidates(library).filter(|&item| self.chips.fit(item, library, marks));
        self.visible = if self.filter.trim().is_empty() {
            let mut items: Vec<ItemId> = shown.collect();
            self.arrange(&mut items, library, marks);
            items
        } else {
            best_matches(shown, library, self.filter.trim())
        };
        if let Some(item) = current
            && !self.select(item)
        {
            // Another file may stand for its agency now.
            let other = self.visible.iter().copied().find(|&other| library.is_same_agency(item, other));
            other.map(|other| self.select(other));
        }
    }

    /// What could be shown: of each agency what stands for it, whatever the filter and the chips.
    pub fn candidates<'a>(&self, library: &'a Library) -> impl Iterator<Item = ItemId> + use<'a> {
        let year = self.year;
        library.in_order().iter().copied().filter(move |&item| library.is_shown(item, year))
    }

    /// Does the order follow how many findings there are?
    #[must_use]
    pub fn depends_on_findings(&self) -> bool {
        (self.sort == Sort::Findings && self.filter.trim().is_empty()) || !self.chips.is_empty()
    }

    fn arrange(&self, items: &mut [ItemId], library: &Library, marks: &Marks) {
        match self.sort {
            Sort::File => {}
            Sort::Findings => items.sort_by_key(|&item| {
                let counts = library.sheet(item).map(|sheet| (sheet.counts.error, sheet.counts.warning));
                Reverse((counts.is_none(), counts))
            }),
            Sort::Status => items.sort_by_key(|&item| marks.get(item).map(|mark| mark.status).unwrap_or_default()),
            Sort::Name => {
                let order = |item: ItemId| library.sounds(item).map(Sounds::order);
                items.sort_by(|&a, &b| order(a).cmp(&order(b)));
            }
        }
    }
}

/// The items whose names match every word of the query, best first.
fn best_matches(items: impl Iterator<Item = ItemId>, library: &Library, query: &str) -> Vec<ItemId> {
    let matcher = SkimMatcherV2::default().ignore_case();
    let words = words(query);
    let score = |item: ItemId| -> Option<i64> {
        let name = name(library, item);
        words.iter().try_fold(0, |sum, word| Some(sum + score(&matcher, name, library.sounds(item)?, word)?))
    };
    let mut scored: Vec<(Reverse<i64>, ItemId)> =
        items.filter_map(|item| Some((Reverse(score(item)?), item))).collect();
    scored.sort_by_key(|(score, _)| *score);
    scored.into_iter().map(|(_, item)| item).collect()
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
    use super::super::library::tests::item;
    use super::*;

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
        list.sort = Sort::Findings;
        list.refresh(&library, &Marks::default());
        assert_eq!(names(&list, &library)[0], "松溪县公安局");
        assert_eq!(list.window.cursor, 0);
    }
}
