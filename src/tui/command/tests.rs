//! The table of commands.

use super::*;
use crate::tui::keymap::{Binding, Step};

#[test]
fn every_key_of_the_table_can_be_read_and_arrives() {
    for command in COMMANDS {
        let binding = command.binding();
        assert_eq!(binding.defaults().count(), command.keys.len(), "{:?}", command.id);
        for (place, sequence) in binding.defaults() {
            assert!(place.is_none_or(|place| command.works_at(place)), "{:?}", command.id);
            assert_eq!(command.takes_letter(), sequence.before_letter().is_some(), "{sequence}");
            for step in sequence.steps() {
                let arrives = |step: &Step| match step {
                    Step::Letter => true,
                    Step::Key(key) => key.arrives() && !key.is_taken(),
                };
                assert!(arrives(step), "{sequence}");
            }
        }
    }
}

#[test]
fn no_two_commands_have_one_name_and_names_are_words_with_dashes() {
    let names: std::collections::BTreeSet<&str> = CommandId::ALL.into_iter().map(CommandId::id).collect();
    assert_eq!(names.len(), CommandId::ALL.len());
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase());
    assert!(names.iter().all(|name| name.split('-').all(is_word)), "{names:?}");
}

#[test]
fn a_name_leads_to_the_value_of_this_name() {
    assert!(CommandId::ALL.into_iter().all(|id| of(id).id == id));
}

#[test]
fn a_key_can_be_for_one_place_only_and_a_colon_is_a_key_too() {
    let binding = Binding { keys: &["}", "agencies:tab", ":", "cell::"], ..of(CommandId::Palette).binding() };
    let read: Vec<String> = binding.defaults().map(|(place, keys)| format!("{place:?} {keys}")).collect();
    assert_eq!(read, ["None }", "Some(Agencies) tab", "None :", "Some(Cell) :"]);
}
