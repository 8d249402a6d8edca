//! `gouji keys`: what the keys of the desk do, and the reviewer's own keys.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::base::file;
use crate::report::SafeText;
use crate::report::parser::Unread;
use crate::tui::command;
use crate::tui::keymap::{KeyProblem, KeyTrouble, Keymap};
use crate::words::{Describe as _, Lang, Words};

use super::args::{KeysArgs, KeysFormat};
use super::outcome::{Done, Failure, Outcome, complain, output};
use super::settings;

/// A file of keys is written by hand.
const MAX_BYTES: u64 = 1 << 18;

/// Lists all commands with their keys.
pub(super) fn run(args: &KeysArgs, lang: Lang) -> Outcome {
    let keymap = keymap(args.keys.as_deref(), lang)?;
    let words = lang.words();
    keymap.given_way(words).iter().for_each(|line| complain(line));
    let text = match args.format {
        KeysFormat::Text => listing(&keymap, words),
        KeysFormat::Toml => keymap.to_toml(words),
        KeysFormat::Json => serde_json::to_string_pretty(&keymap.to_json(words)).map_err(std::io::Error::from)? + "\n",
    };
    output().write_all(text.as_bytes())?;
    Ok(Done::Fine)
}

/// One line for each command: its keys, its name, where it works, what it does.
fn listing(keymap: &Keymap, words: &Words) -> String {
    let mut text = String::new();
    let mut group = "";
    for shown in keymap.shown(words) {
        if shown.group != group {
            group = shown.group;
            text += &format!("# {group}\n");
        }
        let keys = if shown.keys.is_empty() { format!("({})", words.keys.unbound()) } else { shown.keys.join("  ") };
        text += &format!("{keys}\t{}\t{}\t{}\n", shown.id, shown.places, shown.help);
    }
    text
}

/// Where the reviewer's own keys are, and whether that was said: then the file must be there.
pub(super) fn path(asked: Option<&Path>) -> Option<(PathBuf, bool)> {
    let named = || std::env::var_os("GOUJI_KEYS").filter(|value| !value.is_empty()).map(PathBuf::from);
    match asked.map(Path::to_owned).or_else(named) {
        Some(path) => Some((path, true)),
        None => Some((settings::path()?.with_file_name("keys.toml"), false)),
    }
}

/// The keys in force: those of the file asked for, of `GOUJI_KEYS`, or of `keys.toml` beside the settings; where there
/// is no such file of the reviewer's own, those of the command table.
pub(super) fn keymap(asked: Option<&Path>, lang: Lang) -> Result<Keymap, Failure> {
    let Some((path, must_exist)) = path(asked) else { return Ok(command::keymap()) };
    let failure = |problems: Vec<KeyProblem>| {
        let lines: Vec<String> = problems.iter().map(|problem| problem.text(&path, lang.words())).collect();
        Failure::new(lines.join("\n"))
    };
    match file::read_text(&path, MAX_BYTES) {
        Ok(text) => command::keymap().with_own(&text).map_err(failure),
        Err(refused) if !must_exist && refused.is_missing() => Ok(command::keymap()),
        Err(refused) => {
            let trouble = KeyTrouble::Unreadable(SafeText::line(&Unread::from(refused).describe(lang.words())));
            Err(failure(vec![KeyProblem { line: 0, key: SafeText::default(), trouble }]))
        }
    }
}
