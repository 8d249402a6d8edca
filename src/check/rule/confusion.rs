//! Known confusions, from `confusions.toml` and the profile's own list.

use std::sync::LazyLock;

use serde::Deserialize;

use super::lexicon::PAIR;

/// A way of writing that is (almost) never right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Confusion {
    pub(crate) wrong: Box<str>,
    pub(crate) right: Box<str>,
    /// Words in which it is right.
    pub(crate) except: Vec<Box<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    words: Vec<Vec<Box<str>>>,
}

static SHIPPED: LazyLock<Vec<Confusion>> = LazyLock::new(|| {
    // That the embedded file loads is proved by the test `the_dictionary_is_sound`.
    let file = toml::from_str::<File>(include_str!("confusions.toml"));
    file.map(|file| file.words.iter().filter_map(|words| entry(words)).collect()).unwrap_or_default()
});

fn entry(words: &[Box<str>]) -> Option<Confusion> {
    let [wrong, right, except @ ..] = words else { return None };
    Some(Confusion { wrong: wrong.clone(), right: right.clone(), except: except.to_vec() })
}

/// All of them, with those of the office: pairs of what is written and what is meant.
pub(in crate::check) fn confusions(own: &[Box<str>]) -> Vec<Confusion> {
    let own = own.iter().filter_map(|pair| pair.split_once(PAIR));
    let own = own.map(|(wrong, right)| Confusion { wrong: wrong.into(), right: right.into(), except: Vec::new() });
    SHIPPED.iter().cloned().chain(own).filter(|confusion| !confusion.wrong.is_empty()).collect()
}

impl Confusion {
    /// Is this place inside of a word in which it is right?
    pub(crate) fn is_right(&self, text: &str, start: usize) -> bool {
        self.except.iter().any(|word| {
            word.match_indices(&*self.wrong).any(|(inside, _)| {
                start
                    .checked_sub(inside)
                    .and_then(|from| text.get(from..))
                    .is_some_and(|rest| rest.starts_with(&**word))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dictionary_is_sound() {
        let file = toml::from_str::<File>(include_str!("confusions.toml")).unwrap();
        assert_eq!(SHIPPED.len(), file.words.len());
        assert!(SHIPPED.len() > 180);
        for confusion in SHIPPED.iter() {
            let Confusion { wrong, right, except } = confusion;
            assert!(wrong.chars().count() >= 2, "{wrong}");
            assert_ne!(wrong, right);
            assert!(except.iter().all(|word| word.contains(&**wrong)), "{wrong}: an exception must hold it");
            // What is meant by one must not be the wrong side of another.
            for other in SHIPPED.iter() {
                assert!(!right.contains(&*other.wrong), "{right} holds {}", other.wrong);
            }
        }
        let mut all: Vec<&str> = SHIPPED.iter().map(|confusion| &*confusion.wrong).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), SHIPPED.len());
    }
}
