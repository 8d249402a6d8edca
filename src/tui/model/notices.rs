//! What was said in this session, for whoever looked away.

use std::collections::VecDeque;

pub(crate) const KEPT: usize = 200;

/// Something said to the reviewer, on the line above the footer, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    pub(crate) text: String,
    pub(crate) tone: Tone,
}

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    /// Something was done.
    Good,
    /// Something went wrong, or cannot be done.
    Bad,
}

/// What was said and is to be said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Notices {
    /// The last thing that was said.
    pub(crate) shown: Option<Notice>,
    /// What nobody asked for, to be said with the next keys.
    pub(crate) unsaid: VecDeque<Notice>,
    said: VecDeque<Said>,
    count: usize,
}

/// A notice, and how often it was said without another between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    /// Its number, from 1.
    pub(crate) number: usize,
    pub(crate) notice: Notice,
    pub(crate) times: usize,
}

impl Notices {
    /// Something was said.
    pub(crate) fn add(&mut self, notice: &Notice) {
        if let Some(last) = self.said.back_mut().filter(|last| last.notice == *notice) {
            last.times = last.times.saturating_add(1);
            return;
        }
        self.count = self.count.saturating_add(1);
        self.said.push_back(Said { number: self.count, notice: notice.clone(), times: 1 });
        if self.said.len() > KEPT {
            self.said.pop_front();
        }
    }

    /// What is kept, the newest first.
    pub(crate) fn newest(&self) -> impl Iterator<Item = &Said> {
        self.said.iter().rev()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_come_first_and_what_is_repeated_counts() {
        let mut notices = Notices::default();
        let say = |notices: &mut Notices, text: &str, tone| notices.add(&Notice { text: text.to_owned(), tone });
        for text in ["一", "二", "二", "一"] {
            say(&mut notices, text, Tone::Plain);
        }
        say(&mut notices, "一", Tone::Bad);
        let kept: Vec<_> = notices.newest().map(|said| (said.number, said.notice.text.as_str(), said.times)).collect();
        assert_eq!(kept, [(4, "一", 1), (3, "一", 1), (2, "二", 2), (1, "一", 1)]);
        for number in 0..2 * KEPT {
            say(&mut notices, &number.to_string(), Tone::Good);
        }
        assert_eq!(notices.newest().count(), KEPT);
        assert_eq!(notices.newest().next().map(|said| said.number), Some(4 + 2 * KEPT));
    }
}
