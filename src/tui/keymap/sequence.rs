//! Keys to be pressed one after the other: `n`, `, o`, `m a-z`.

use std::fmt;

use crate::tui::keys::Key;

/// The word for any letter.
const LETTER: &str = "a-z";

/// More keys than anybody would press for one command.
const LONGEST: usize = 4;

/// One of the keys of a sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Step {
    Key(Key),
    /// Any letter from `a` to `z`, which the command is told.
    Letter,
}

/// Keys to be pressed one after the other; at least one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Sequence(Vec<Step>);

impl Step {
    fn parse(text: &str) -> Option<Self> {
        if text == LETTER { Some(Self::Letter) } else { Key::parse(text).map(Self::Key) }
    }

    /// Is the key one that fits?
    fn takes(self, key: Key) -> bool {
        match self {
            Self::Key(wanted) => wanted == key,
            Self::Letter => letter(key).is_some(),
        }
    }

    /// Is there a key that fits both?
    fn meets(self, other: Self) -> bool {
        match (self, other) {
            (Self::Key(key), step) | (step, Self::Key(key)) => step.takes(key),
            (Self::Letter, Self::Letter) => true,
        }
    }
}

/// The letter that a key stands for where any letter is taken.
#[must_use]
pub(crate) fn letter(key: Key) -> Option<char> {
    key.typed().filter(char::is_ascii_lowercase)
}

impl Sequence {
    /// Reads keys with blanks between them. `None` where one of them is no key, or there are none or too many.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let steps: Vec<Step> = text.split_whitespace().map(Step::parse).collect::<Option<_>>()?;
        (1..=LONGEST).contains(&steps.len()).then_some(Self(steps))
    }

    #[must_use]
    pub(crate) fn steps(&self) -> &[Step] {
        &self.0
    }

    #[must_use]
    pub(crate) fn is(&self, keys: &[Key]) -> bool {
        keys.len() == self.0.len() && self.starts_with(keys)
    }

    /// Are these its first keys, or all of them?
    #[must_use]
    pub(crate) fn starts_with(&self, keys: &[Key]) -> bool {
        keys.len() <= self.0.len() && self.0.iter().zip(keys).all(|(step, key)| step.takes(*key))
    }

    /// Its keys after so many, as text.
    #[must_use]
    pub(crate) fn rest(&self, count: usize) -> String {
        self.0.iter().skip(count).map(Step::to_string).collect::<Vec<_>>().join(" ")
    }

    /// Could one be pressed in the middle of the other, or instead of it?
    #[must_use]
    pub(crate) fn clashes(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(step, other)| step.meets(*other))
    }

    /// The keys before the letter, if it ends with any letter.
    #[must_use]
    pub(crate) fn before_letter(&self) -> Option<Vec<Key>> {
        let (last, before) = self.0.split_last()?;
        let keys = before.iter().map(|step| if let Step::Key(key) = step { Some(*key) } else { None });
        keys.collect::<Option<Vec<Key>>>().filter(|keys| *last == Step::Letter && !keys.is_empty())
    }

    /// Does it take a letter anywhere?
    #[must_use]
    pub(crate) fn has_letter(&self) -> bool {
        self.0.contains(&Step::Letter)
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => key.fmt(f),
            Self::Letter => f.write_str(LETTER),
        }
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rest(0))
    }
}

#[must_use]
pub(crate) fn pressed_text(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Key> {
        text.split(' ').map(|text| Key::parse(text).unwrap()).collect()
    }

    #[test]
    fn a_sequence_is_its_keys_in_their_order_and_any_letter_where_it_says_so() {
        let sequence = Sequence::parse(" m   a-z ").unwrap();
        assert_eq!(sequence.to_string(), "m a-z");
        assert_eq!(sequence.rest(1), "a-z");
        assert!(sequence.is(&keys("m q")) && sequence.starts_with(&keys("m")) && !sequence.is(&keys("m")));
        for other in ["m Q", "m 1", "m enter", "m ctrl-q", "n q", "m q q"] {
            assert!(!sequence.starts_with(&keys(other)), "{other}");
        }
        assert_eq!(sequence.before_letter(), Some(keys("m")));
        for none in ["a-z", "m", "a-z m"] {
            assert_eq!(Sequence::parse(none).unwrap().before_letter(), None, "{none}");
        }
        for unreadable in ["", "mm", "m mm", "a b c d e", "A-Z"] {
            assert_eq!(Sequence::parse(unreadable), None, "{unreadable}");
        }
    }

    #[test]
    fn sequences_clash_where_one_hides_the_other() {
        let clash = |one: &str, other: &str| {
            let (one, other) = (Sequence::parse(one).unwrap(), Sequence::parse(other).unwrap());
            assert_eq!(one.clashes(&other), other.clashes(&one));
            one.clashes(&other)
        };
        assert!(clash("g", "g g") && clash(", o", ", o") && clash("m a-z", "m q") && clash("m", "m a-z"));
        assert!(!clash(", o", ", e") && !clash("g", "G") && !clash("m a-z", "m Q") && !clash("m a-z", "' a-z"));
    }
}
