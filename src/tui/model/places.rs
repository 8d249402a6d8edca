//! Places that were visited or marked: by report id, so that they hold whatever is sorted, narrowed or loaded anew.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::session::Session;
pub(crate) use super::spot::{PlaceInReport, Spot};

/// So many visited places are kept each way.
const KEPT: usize = 100;

/// The places that the reviewer has marked with a letter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "BTreeMap<char, Spot>")]
pub(crate) struct PlaceMarks(BTreeMap<char, Spot>);

/// Where the reviewer was, will go back to, and has left marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Places {
    pub(crate) marks: PlaceMarks,
    older: Vec<Spot>,
    newer: Vec<Spot>,
    /// What the last key did.
    pub(crate) moved: Moved,
    /// Where the last session was, until the reviewer moves.
    pub(crate) session: Option<Box<Session>>,
}

/// What a key did to where the reviewer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Moved {
    /// A step, or nothing: only another report or another part of it is another place.
    #[default]
    Stepped,
    /// A jump: a place was left, however near the next is.
    Jumped,
    /// Along the visited places themselves.
    Travelled,
}

/// Which way along the visited places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Travel {
    Older,
    Newer,
}

impl From<BTreeMap<char, Spot>> for PlaceMarks {
    /// Only letters that can be typed.
    fn from(mut marks: BTreeMap<char, Spot>) -> Self {
        marks.retain(|letter, _| letter.is_ascii_lowercase());
        Self(marks)
    }
}

impl PlaceMarks {
    /// Marks a place; the place that had the letter before.
    pub(crate) fn set(&mut self, letter: char, spot: Spot) -> Option<Spot> {
        self.0.insert(letter, spot)
    }

    #[must_use]
    pub(crate) fn get(&self, letter: char) -> Option<&Spot> {
        self.0.get(&letter)
    }

    /// All, by their letters.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (char, &Spot)> {
        self.0.iter().map(|(letter, spot)| (*letter, spot))
    }

    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Places {
    /// A place was left for another: there is nothing newer than that one.
    pub(crate) fn leave(&mut self, spot: Spot) {
        if spot.report.is_empty() || self.older.last() == Some(&spot) {
            return;
        }
        self.newer.clear();
        self.keep(Travel::Older, spot);
    }

    /// Keeps a place to go back to, or forward.
    pub(crate) fn keep(&mut self, way: Travel, spot: Spot) {
        let spots = self.spots(way);
        spots.push(spot);
        if spots.len() > KEPT {
            spots.remove(0);
        }
    }

    /// Takes the next place of this way.
    pub(crate) fn take(&mut self, way: Travel) -> Option<Spot> {
        self.spots(way).pop()
    }

    /// Is there a place to go to?
    #[must_use]
    pub(crate) fn has(&self, way: Travel) -> bool {
        let spots = match way {
            Travel::Older => &self.older,
            Travel::Newer => &self.newer,
        };
        !spots.is_empty()
    }

    fn spots(&mut self, way: Travel) -> &mut Vec<Spot> {
        match way {
            Travel::Older => &mut self.older,
            Travel::Newer => &mut self.newer,
        }
    }
}

impl Travel {
    #[must_use]
    pub(crate) fn opposite(self) -> Self {
        match self {
            Self::Older => Self::Newer,
            Self::Newer => Self::Older,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::SafeText;
    use crate::tui::model::Screen;

    fn spot(report: &str) -> Spot {
        Spot { report: SafeText::line(report), part: None }
    }

    #[test]
    fn marks_can_be_written_and_read_again_and_nonsense_is_left_out() {
        let part = PlaceInReport {
            screen: Screen::Cell,
            table: Some(1),
            row: 3,
            column: 2,
            passage: Some((1, 7)),
            finding: SafeText::line("0a"),
            marked: true,
        };
        let mut marks = PlaceMarks::default();
        marks.set('a', Spot { report: SafeText::line("x/y"), part: Some(part) });
        marks.set('b', spot("z"));
        let text = serde_json::to_string(&marks).unwrap();
        assert_eq!(serde_json::from_str::<PlaceMarks>(&text).unwrap(), marks, "{text}");
        let read: PlaceMarks = serde_json::from_str(
            r#"{"A": {"report": "x"}, "c": {"report": "e\u001b[2J", "part": {"tab": {"table": 99}}, "new": 1}, "1": {}}"#,
        )
        .unwrap();
        let letters: Vec<char> = read.iter().map(|(letter, _)| letter).collect();
        assert_eq!(letters, ['c']);
        assert!(!read.get('c').unwrap().report.contains('\u{1b}'));
    }

    #[test]
    fn visited_places_are_bounded_and_a_new_way_forgets_the_newer_ones() {
        let mut places = Places::default();
        for number in 0..2 * KEPT {
            places.leave(spot(&number.to_string()));
        }
        places.leave(spot(""));
        places.keep(Travel::Newer, spot("n"));
        places.leave(spot("199"));
        assert!(places.has(Travel::Newer), "the same place was not left");
        places.leave(spot("200"));
        assert!(!places.has(Travel::Newer));
        let mut kept = 0;
        while places.take(Travel::Older).is_some() {
            kept += 1;
        }
        assert_eq!(kept, KEPT);
    }
}
