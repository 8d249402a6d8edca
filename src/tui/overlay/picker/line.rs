//! One line of a list to choose from, and what it is found by.

use std::cell::OnceCell;

use crate::library::sound::{SCATTERED, Sounds};
use crate::tui::model::Tone;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct PickLine {
    pub(crate) text: String,
    /// What it says at the right edge.
    pub(crate) right: String,
    pub(crate) set: Option<bool>,
    /// Why it cannot be chosen just now.
    pub(crate) why_not: Option<String>,
    /// How a notice among the lines was meant.
    pub(crate) tone: Option<Tone>,
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
        sounds.fits(&self.text, word).is_some_and(|rank| rank < SCATTERED)
    }
}

impl PickLine {
    /// A line that is found by its text, as written and as it sounds.
    #[must_use]
    pub(crate) fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let heard = vec![Heard::new(&text)];
        Self { heard, searched: text.to_lowercase(), text, ..Self::default() }
    }

    /// With something at the right edge, which is not searched.
    #[must_use]
    pub(crate) fn right(mut self, right: impl Into<String>) -> Self {
        self.right = right.into();
        self
    }

    /// That is set or not.
    #[must_use]
    pub(crate) fn set(mut self, set: bool) -> Self {
        self.set = Some(set);
        self
    }

    /// That is also found by words it does not show.
    #[must_use]
    pub(crate) fn also(mut self, words: &str) -> Self {
        self.searched.push('\n');
        self.searched += &words.to_lowercase();
        self
    }

    /// That is also found by words it does not show, as written and as they sound.
    #[must_use]
    pub(crate) fn also_heard(mut self, words: &str) -> Self {
        self.heard.push(Heard::new(words));
        self.also(words)
    }

    /// That was said in this tone.
    #[must_use]
    pub(crate) fn tone(mut self, tone: Tone) -> Self {
        self.tone = Some(tone);
        self
    }

    /// That cannot be chosen just now, and why.
    #[must_use]
    pub(crate) fn why_not(mut self, why: impl Into<String>) -> Self {
        self.why_not = Some(why.into());
        self
    }

    /// That comes after all others that are found.
    #[must_use]
    pub(crate) fn last(mut self) -> Self {
        self.last = true;
        self
    }

    /// That is found by its beginning only, not by what happens to be within it.
    #[must_use]
    pub(crate) fn by_beginning(mut self) -> Self {
        self.from_start = true;
        self
    }

    /// Does it fit what is searched for?
    #[must_use]
    pub(crate) fn is_found(&self, query: &str) -> bool {
        self.fits(&query.to_lowercase()).is_some()
    }

    /// How well it fits what is searched for, the lower the better; `None` if not at all.
    pub(super) fn fits(&self, query: &str) -> Option<usize> {
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
