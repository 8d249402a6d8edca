//! Names of reviewers, each kept once: a hundred thousand reports know theirs by number.

use std::collections::HashMap;

use crate::report::SafeText;

/// The number of a name.
pub(crate) type Person = u32;

/// The names, by their numbers.
#[derive(Debug, Default)]
pub(crate) struct People {
    names: Vec<SafeText>,
    numbers: HashMap<Box<str>, Person>,
}

impl People {
    /// The number of a name, new or known.
    pub(crate) fn number(&mut self, name: &SafeText) -> Person {
        if let Some(known) = self.numbers.get(name.as_str()) {
            return *known;
        }
        let next = Person::try_from(self.names.len()).unwrap_or(Person::MAX);
        self.names.push(name.clone());
        self.numbers.insert(name.as_str().into(), next);
        next
    }

    /// The name of a number.
    #[must_use]
    pub(crate) fn name(&self, person: Person) -> Option<&SafeText> {
        self.names.get(usize::try_from(person).ok()?)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &SafeText> {
        self.names.iter()
    }

    /// The number of a name, if it is known.
    #[must_use]
    pub(crate) fn find(&self, name: &str) -> Option<Person> {
        self.numbers.get(name).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_number() {
        let mut people = People::default();
        let (li, wang) = (people.number(&"li".into()), people.number(&"王芳".into()));
        assert_ne!(li, wang);
        assert_eq!(people.number(&"li".into()), li);
        assert_eq!((people.find("王芳"), people.find("zhao")), (Some(wang), None));
        assert_eq!(people.name(wang).map(SafeText::as_str), Some("王芳"));
    }
}
