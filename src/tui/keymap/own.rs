//! The reviewer's own keys: from the text of the file to a keymap, or to everything that is wrong with it.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::base::lines::LineStarts;
use crate::base::nearest::nearest;
use crate::report::SafeText;
use crate::tui::model::Screen;
use crate::words::CommandId;

use super::given_way::give_way;
use super::problem::{Clash, KeyProblem, KeyTrouble};
use super::sequence::{Sequence, Step};
use super::{Binding, Keymap, Row};

/// What the file says of one command, everywhere or at one place.
pub(super) struct Entry {
    command: CommandId,
    place: Option<Screen>,
    keys: Vec<Sequence>,
    line: usize,
    /// Is anything wrong with its keys?
    broken: bool,
}

impl Entry {
    /// Does it say what this command's keys are at this place?
    pub(super) fn is_of(&self, command: CommandId, place: Screen) -> bool {
        self.command == command && self.place.is_none_or(|own| own == place)
    }
}

struct Reader<'a> {
    standard: &'a Keymap,
    lines: LineStarts,
    entries: Vec<Entry>,
    problems: Vec<KeyProblem>,
}

/// Reads a file of keys; what it does not name stays.
pub(super) fn read(standard: Keymap, text: &str) -> Result<Keymap, Vec<KeyProblem>> {
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            let line = error.span().map_or(0, |span| LineStarts::of(text).line(span.start));
            let trouble = KeyTrouble::Toml(error.message().into());
            return Err(vec![KeyProblem { line, key: "TOML".into(), trouble }]);
        }
    };
    let mut reader =
        Reader { standard: &standard, lines: LineStarts::of(text), entries: Vec::new(), problems: Vec::new() };
    reader.table(table.get_ref());
    let Reader { entries, mut problems, .. } = reader;
    let mut keymap = apply(standard, &entries);
    keymap.given_way = give_way(&mut keymap, &entries);
    problems.extend(without_keys(&keymap, &entries));
    problems.extend(clashes(&keymap, &entries));
    problems.sort_by_key(|problem| problem.line);
    if problems.is_empty() { Ok(keymap) } else { Err(problems) }
}

impl Reader<'_> {
    fn table(&mut self, table: &DeTable<'_>) {
        for (name, value) in table {
            match value.get_ref() {
                DeValue::Table(commands) => self.place(name, commands),
                _ => self.command(name, None, value),
            }
        }
    }

    fn place(&mut self, name: &Spanned<std::borrow::Cow<'_, str>>, commands: &DeTable<'_>) {
        let id = name.get_ref();
        let Some(place) = Screen::parse(id) else {
            let near = nearest(id, Screen::ALL.iter().map(|place| place.id()));
            self.problem(name.span().start, format!("[{id}]"), KeyTrouble::UnknownPlace(near));
            return;
        };
        for (name, value) in commands {
            self.command(name, Some(place), value);
        }
    }

    fn command(
        &mut self,
        name: &Spanned<std::borrow::Cow<'_, str>>,
        place: Option<Screen>,
        value: &Spanned<DeValue<'_>>,
    ) {
        let id = name.get_ref();
        let key = place.map_or_else(|| id.to_string(), |place| format!("{}.{id}", place.id()));
        let at = name.span().start;
        let known = || self.standard.rows.iter().map(|row| row.binding);
        let Some(binding) = known().find(|binding| binding.command.id() == id.as_ref()) else {
            let near = nearest(id, known().map(|binding| binding.command.id()));
            self.problem(at, key, KeyTrouble::UnknownCommand(near));
            return;
        };
        if place.is_some_and(|place| !binding.places.contains(&place)) {
            self.problem(at, key, KeyTrouble::NotThere);
            return;
        }
        let before = self.problems.len();
        let keys = self.keys(&binding, &key, value);
        let broken = self.problems.len() > before;
        self.entries.push(Entry { command: binding.command, place, keys, line: self.lines.line(at), broken });
    }

    fn keys(&mut self, binding: &Binding, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<Sequence> {
        let texts = match value.get_ref() {
            DeValue::Array(several) => several.iter().collect(),
            _ => vec![value],
        };
        let mut keys = Vec::new();
        for text in texts {
            let read = text.get_ref().as_str().ok_or(KeyTrouble::NotKeys).and_then(|text| sequence(binding, text));
            match read {
                Ok(sequence) if keys.contains(&sequence) => {}
                Ok(sequence) => keys.push(sequence),
                Err(trouble) => self.problem(text.span().start, key.to_owned(), trouble),
            }
        }
        keys
    }

    fn problem(&mut self, at: usize, key: String, trouble: KeyTrouble) {
        self.problems.push(KeyProblem { line: self.lines.line(at), key: SafeText::line(&key), trouble });
    }
}

/// The keys that a command can have.
fn sequence(binding: &Binding, text: &str) -> Result<Sequence, KeyTrouble> {
    let sequence = Sequence::parse(text).ok_or_else(|| KeyTrouble::UnknownKey(SafeText::line(text)))?;
    for (index, step) in sequence.steps().iter().enumerate() {
        let Step::Key(key) = step else { continue };
        if key.is_taken() {
            return Err(KeyTrouble::Taken(key.to_string().into()));
        }
        if !key.arrives() {
            return Err(KeyTrouble::NeverArrives(key.to_string().into()));
        }
        if index > 0 && key.to_string() == "esc" {
            return Err(KeyTrouble::EscapeWithin);
        }
    }
    match (binding.takes_letter, sequence.before_letter().is_some(), sequence.has_letter()) {
        (true, false, _) => Err(KeyTrouble::NeedsLetter),
        (false, _, true) => Err(KeyTrouble::NoLetter),
        _ => Ok(sequence),
    }
}

/// What is said of a place goes before what is said of all.
fn apply(mut keymap: Keymap, entries: &[Entry]) -> Keymap {
    let (general, special): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|entry| entry.place.is_none());
    for entry in general.into_iter().chain(special) {
        if let Some(row) = keymap.row_mut(entry.command) {
            row.set(entry.place, &entry.keys);
        }
    }
    keymap
}

/// What the file says of a command at a place.
fn entry_at(entries: &[Entry], command: CommandId, place: Screen) -> Option<&Entry> {
    let of =
        |wanted: Option<Screen>| entries.iter().find(move |entry| entry.command == command && entry.place == wanted);
    of(Some(place)).or_else(|| of(None))
}

/// Essential commands that the file leaves without a key.
fn without_keys(keymap: &Keymap, entries: &[Entry]) -> Vec<KeyProblem> {
    let mut problems: Vec<KeyProblem> = Vec::new();
    for row in keymap.rows.iter().filter(|row| row.binding.is_essential) {
        for (place, _) in row.at.iter().filter(|(_, keys)| keys.is_empty()) {
            let Some(entry) = entry_at(entries, row.binding.command, *place).filter(|entry| !entry.broken) else {
                continue;
            };
            let known = problems.iter_mut().find(|problem| problem.line == entry.line);
            match known.map(|problem| &mut problem.trouble) {
                Some(KeyTrouble::Essential(places)) => places.push(*place),
                _ => problems.push(KeyProblem {
                    line: entry.line,
                    key: SafeText::line(row.binding.command.id()),
                    trouble: KeyTrouble::Essential(vec![*place]),
                }),
            }
        }
    }
    problems
}

/// Keys that hide one another, each pair once with all its places.
fn clashes(keymap: &Keymap, entries: &[Entry]) -> Vec<KeyProblem> {
    let mut problems = Vec::new();
    for place in Screen::ALL {
        let here: Vec<(&Row, &Sequence)> = keymap
            .rows
            .iter()
            .flat_map(|row| row.at.iter().filter(|(known, _)| *known == place).map(move |(_, keys)| (row, keys)))
            .flat_map(|(row, keys)| keys.iter().map(move |keys| (row, keys)))
            .collect();
        for (index, (row, keys)) in here.iter().enumerate() {
            for (other, other_keys) in here.iter().skip(index + 1).filter(|(_, other)| other.clashes(keys)) {
                let sides = [(row.binding.command, *keys), (other.binding.command, *other_keys)];
                note_clash(&mut problems, entries, place, sides);
            }
        }
    }
    problems
}

/// The problem stands at the line of the file that comes last: what it clashes with was there before.
fn note_clash(problems: &mut Vec<KeyProblem>, entries: &[Entry], place: Screen, sides: [(CommandId, &Sequence); 2]) {
    let mut sides =
        sides.map(|(command, keys)| (entry_at(entries, command, place).map(|entry| entry.line), command, keys));
    sides.sort_by_key(|(line, ..)| *line);
    let [(other_line, other, other_keys), (Some(line), command, keys)] = sides else { return };
    let mut clash =
        Clash { keys: keys.to_string(), other, other_keys: other_keys.to_string(), other_line, places: Vec::new() };
    let key = SafeText::line(command.id());
    let same = |known: &Clash| {
        known.keys == clash.keys
            && known.other == clash.other
            && known.other_keys == clash.other_keys
            && known.other_line == clash.other_line
    };
    for problem in problems.iter_mut().filter(|problem| problem.line == line && problem.key == key) {
        if let KeyTrouble::Clash(known) = &mut problem.trouble
            && same(known)
        {
            known.places.push(place);
            return;
        }
    }
    clash.places.push(place);
    problems.push(KeyProblem { line, key, trouble: KeyTrouble::Clash(Box::new(clash)) });
}
