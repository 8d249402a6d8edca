//! A list to choose from by typing: what lies over the screen wherever there is more than a handful to choose from.
//!
//! What is listed is worked out when the list opens; what a choice does is in `update::picker`.

use std::cell::OnceCell;

use uuid::Uuid;

use crate::journal::Presence;
use crate::report::{Head, SafeText};
use crate::tui::command::Command;
use crate::tui::templates::Ready;
use crate::words::Words;

use super::choices::Choice;
use super::library::ItemId;
use super::naming::Naming;
use super::sound::Sounds;
use super::subject::Subject;
use super::window::Window;

/// A list to choose from.
#[derive(Debug)]
pub struct Picker {
    /// What is chosen.
    pub pick: Pick,
    /// What is searched for.
    pub query: String,
    /// The cursor among the lines found.
    pub window: Window,
    /// Was a line set while it stays open?
    pub has_set: bool,
    /// Did the reviewer search or move since it was opened?
    pub touched: bool,
    lines: Vec<PickLine>,
}

/// What is chosen, with what the lines stand for, in their order.
#[derive(Debug)]
pub enum Pick {
    /// An agency that has no report.
    Absent(Vec<Head>),
    /// What the list of agencies is narrowed to.
    Narrow(Vec<Choice>),
    /// By which columns the list is ordered.
    Order,
    /// Which saved filter it is set to.
    Saved,
    /// A command.
    Command(Vec<Command>),
    /// What was said, to be copied.
    Notice(Vec<String>),
    /// A marked place.
    PlaceMarks(Vec<char>),
    /// Whose reports are to be.
    Assign(Assigning),
    /// What the agency of a report is called.
    Name(Naming),
    /// Somebody else who is here.
    Here(Vec<Presence>),
    /// What a note begins with.
    Template(Vec<Ready>),
    /// A note of the journal, to go to.
    Notes(Vec<NoteAt>),
}

/// Reports being given to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigning {
    /// The reports.
    pub subjects: Vec<Subject>,
    /// To whom they can be given; `None`: to nobody.
    pub names: Vec<Option<SafeText>>,
    /// How many of them were known when the list was opened; a name after them is the one being written.
    pub known: usize,
}

/// A note of the journal, and the loaded report that it is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoteAt {
    /// The report.
    pub item: ItemId,
    /// The act that wrote it first.
    pub act: Uuid,
}

impl Pick {
    /// The title of the list, and how it is used.
    #[must_use]
    pub fn texts(&self, words: &Words) -> (&'static str, &'static str) {
        match self {
            Self::Narrow(_) => (words.desk.narrow_title(), words.desk.narrow_hint()),
            Self::Absent(_) => (words.absent.title(), words.absent.hint()),
            Self::Order => (words.find.order_title(), words.find.order_hint()),
            Self::Saved => (words.find.filters_title(), words.find.filters_hint()),
            Self::Command(_) => (words.keys.commands_title(), words.keys.commands_hint()),
            Self::Notice(_) => (words.keys.notices_title(), words.keys.notices_hint()),
            Self::PlaceMarks(_) => (words.keys.marks_title(), words.keys.marks_hint()),
            Self::Assign(_) => (words.together.assign_title(), words.together.assign_hint()),
            Self::Name(_) => (words.naming.title(), words.naming.hint()),
            Self::Here(_) => (words.together.here_title(), words.together.here_hint()),
            Self::Template(_) => (words.act.template_title(), words.act.template_hint()),
            Self::Notes(_) => (words.act.notes_title(), words.act.notes_hint()),
        }
    }

    /// Does `Enter` set a line and stay, because each has more than two states?
    #[must_use]
    pub fn is_set_by_enter(&self) -> bool {
        matches!(self, Self::Order)
    }
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PickLine {
    /// What it says.
    pub text: String,
    /// What it says at the right edge.
    pub right: String,
    /// Is it set, where lines can be set?
    pub set: Option<bool>,
    /// Why it cannot be chosen just now.
    pub why_not: Option<String>,
    /// How a notice among the lines was meant.
    pub tone: Option<super::Tone>,
    /// The texts that are found as they sound.
    heard: Vec<Heard>,
    searched: String,
    last: bool,
    from_start: bool,
}

/// A text that is found as it sounds. How it sounds is worked out when somebody searches so: a list may be long.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Heard {
    text: String,
    sounds: OnceCell<Sounds>,
}

impl Heard {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), sounds: OnceCell::new() }
    }

    fn is_near(&self, word: &str) -> bool {
        let sounds = self.sounds.get_or_init(|| Sounds::of(&self.text));
        sounds.fits(&self.text, word).is_some_and(|rank| rank < super::sound::SCATTERED)
    }
}

impl PickLine {
    /// A line that is found by its text, as written and as it sounds.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let heard = vec![Heard::new(&text)];
        Self { heard, searched: text.to_lowercase(), text, ..Self::default() }
    }

    /// With something at the right edge, which is not searched.
    #[must_use]
    pub fn right(mut self, right: impl Into<String>) -> Self {
        self.right = right.into();
        self
    }

    /// That is set or not.
    #[must_use]
    pub fn set(mut self, set: bool) -> Self {
        self.set = Some(set);
        self
    }

    /// That is also found by words it does not show.
    #[must_use]
    pub fn also(mut self, words: &str) -> Self {
        self.searched.push('\n');
        self.searched += &words.to_lowercase();
        self
    }

    /// That is also found by words it does not show, as written and as they sound.
    #[must_use]
    pub fn also_heard(mut self, words: &str) -> Self {
        self.heard.push(Heard::new(words));
        self.also(words)
    }

    /// That was said in this tone.
    #[must_use]
    pub fn tone(mut self, tone: super::Tone) -> Self {
        self.tone = Some(tone);
        self
    }

    /// That cannot be chosen just now, and why.
    #[must_use]
    pub fn why_not(mut self, why: impl Into<String>) -> Self {
        self.why_not = Some(why.into());
        self
    }

    /// That comes after all others that are found.
    #[must_use]
    pub fn last(mut self) -> Self {
        self.last = true;
        self
    }

    /// That is found by its beginning only, not by what happens to be within it.
    #[must_use]
    pub fn from_start(mut self) -> Self {
        self.from_start = true;
        self
    }

    /// Does it fit what is searched for?
    #[must_use]
    pub fn is_found(&self, query: &str) -> bool {
        self.fits(&query.to_lowercase()).is_some()
    }

    /// How well it fits what is searched for, the lower the better; `None` if not at all.
    fn fits(&self, query: &str) -> Option<usize> {
        if query.trim().is_empty() {
            return Some(if self.last { usize::MAX } else { 0 });
        }
        if self.from_start && self.searched.contains(query.trim()) && !self.searched.starts_with(query.trim()) {
            return None;
        }
        let fits: usize = query.split_whitespace().map(|word| self.fits_word(word)).sum::<Option<_>>()?;
        let is_it = || self.text.to_lowercase() == query.trim();
        // What is written out is meant, whatever else it is a part of.
        Some(if self.last { usize::MAX } else { fits * 2 + usize::from(fits > 0 || !is_it()) })
    }

    fn fits_word(&self, word: &str) -> Option<usize> {
        if self.searched.contains(word) {
            return Some(0);
        }
        let is_sound = word.bytes().all(|letter| letter.is_ascii_lowercase());
        // Letters apart from each other fit nearly every long line.
        (is_sound && self.heard.iter().any(|heard| heard.is_near(word))).then_some(1)
    }
}

impl Picker {
    /// A list with its cursor on the first line.
    #[must_use]
    pub fn new(pick: Pick, lines: Vec<PickLine>) -> Self {
        Self { pick, query: String::new(), window: Window::default(), has_set: false, touched: false, lines }
    }

    /// Other lines; what is searched for and the cursor stay.
    pub fn relist(&mut self, lines: Vec<PickLine>) {
        self.lines = lines;
    }

    /// Other lines from this one on.
    pub fn relist_from(&mut self, first: usize, lines: Vec<PickLine>) {
        self.lines.truncate(first);
        self.lines.extend(lines);
    }

    /// The lines found with their numbers: those with all words that are searched for, those that are written so
    /// before those that sound so, and the one that is written out first.
    #[must_use]
    pub fn found(&self) -> Vec<(usize, &PickLine)> {
        let query = self.query.to_lowercase();
        let mut found: Vec<(usize, usize, &PickLine)> =
            self.lines.iter().enumerate().filter_map(|(index, line)| Some((line.fits(&query)?, index, line))).collect();
        found.sort_by_key(|(rank, index, _)| (*rank, *index));
        found.into_iter().map(|(_, index, line)| (index, line)).collect()
    }

    /// The line under the cursor with its number.
    #[must_use]
    pub fn current(&self) -> Option<(usize, &PickLine)> {
        self.found().get(self.window.cursor).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(query: &str) -> Vec<usize> {
        let lines = ["退回修改", "通过", "T3-01 会同", "重庆 通过"].map(PickLine::new);
        let mut lines = lines.to_vec();
        lines.push(PickLine::new("别的").also("accept"));
        let mut picker = Picker::new(Pick::Narrow(Vec::new()), lines);
        picker.query = query.to_owned();
        picker.found().into_iter().map(|(index, _)| index).collect()
    }

    #[test]
    fn lines_are_found_by_words_by_sound_and_by_words_that_are_not_shown() {
        assert_eq!(found("").len(), 5);
        assert_eq!(found("通过"), [1, 3]);
        assert_eq!(found("tongguo 重"), [3]);
        assert_eq!(found("cq"), [3]);
        assert_eq!(found("别的"), [4]);
        assert_eq!(found("t3"), [2]);
        assert_eq!(found("Accept"), [4]);
        assert!(found("没有").is_empty());
    }
}
