//! What can be done on the desk: a value for each command, with its keys, where and when it works, and what it does.
//!
//! Keys, footer, the list of commands, help, man page and the file of keys are all made from these values; what a command
//! is called stands in `words`. Nothing below imports them: what needs to name a command has its [`CommandId`], what is
//! pressed and shown is asked of the [`Keymap`]. A new command is a text there and a value in the file of its group.

mod jumping;
mod listing;
mod moving;
mod own;
mod palette;
pub(crate) mod pending;
mod program;
mod reviewing;
mod value;

use crate::words::CommandId;

use super::keymap::Keymap;

pub(crate) use jumping::places;
pub(crate) use value::Command;

const GROUPS: [&[Command]; 5] =
    [moving::COMMANDS, jumping::COMMANDS, listing::COMMANDS, reviewing::COMMANDS, program::COMMANDS];

/// All commands, in the order of their names: that of the help.
pub(crate) static COMMANDS: [&Command; CommandId::ALL.len()] = in_order();

/// Each name has a value and no value is left over: else this does not compile.
#[expect(clippy::indexing_slicing, reason = "worked out by the compiler, which refuses what is out of bounds")]
const fn in_order() -> [&'static Command; CommandId::ALL.len()] {
    let mut commands = [&GROUPS[0][0]; CommandId::ALL.len()];
    let (mut number, mut count) = (0, 0);
    while number < commands.len() {
        let mut group = 0;
        let mut found = false;
        while group < GROUPS.len() {
            let mut place = 0;
            while place < GROUPS[group].len() {
                let command = &GROUPS[group][place];
                if command.id as usize == number {
                    assert!(!command.keys.is_empty() && !command.places.is_empty(), "a command of no key or no place");
                    commands[number] = command;
                    found = true;
                    count += 1;
                }
                place += 1;
            }
            group += 1;
        }
        assert!(found, "a command without a value");
        number += 1;
    }
    assert!(count == commands.len(), "a command with two values");
    commands
}

/// The command of a name.
#[must_use]
#[expect(clippy::indexing_slicing, reason = "there is one for each name, at its place: see `in_order`")]
pub(crate) fn of(id: CommandId) -> &'static Command {
    COMMANDS[id as usize]
}

/// The keys of all commands, until a reviewer sets others.
#[must_use]
pub(crate) fn keymap() -> Keymap {
    Keymap::of(COMMANDS.iter().map(|command| command.binding()))
}

#[cfg(test)]
mod tests;
