//! The rooms of the desk: what is remembered knows nobody, and a room knows only those below it.

use std::collections::{BTreeMap, BTreeSet};

use super::rings::{Names, Tree, library, reached};

/// A room of the desk, and those above it: it does not know them.
const ABOVE: [(&str, &[&str]); 4] = [
    ("model", &["act", "view", "update", "command", "run", "plain"]),
    ("act", &["overlay", "update", "command", "run", "plain"]),
    ("screen", &["overlay", "update", "command", "run", "plain"]),
    ("overlay", &["update", "command", "run", "plain"]),
];

fn arrows(tree: &Tree) -> BTreeMap<&Names, BTreeSet<&Names>> {
    tree.files.keys().map(|file| (file, tree.used(file))).collect()
}

fn is_in(module: &Names, room: &str) -> bool {
    matches!(module.as_slice(), [top, own, ..] if top == "tui" && own == room)
}

#[test]
fn what_is_remembered_does_not_lead_to_the_whole_model() {
    let tree = library();
    let arrows = arrows(&tree);
    let model = ["tui", "model"].map(str::to_owned).to_vec();
    let states = || tree.files.keys().filter(|module| module.last().is_some_and(|name| name == "state"));
    assert!(states().count() > 15, "only {} states found: is the test still reading the code?", states().count());
    let wrong = states().filter(|state| reached(state, &arrows).contains(&model));
    let wrong: Vec<&str> = wrong.map(|state| tree.files[state].name.as_str()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn a_room_of_the_desk_knows_those_below_only() {
    let tree = library();
    let arrows = arrows(&tree);
    let mut wrong = Vec::new();
    for (room, above) in ABOVE {
        let files: Vec<&Names> = tree.files.keys().filter(|module| is_in(module, room)).collect();
        assert!(files.len() > 5, "{room}: only {} files found: is the test still reading the code?", files.len());
        for (file, used) in files.into_iter().flat_map(|file| arrows[file].iter().map(move |used| (file, used))) {
            if above.iter().any(|above| is_in(used, above)) {
                wrong.push(format!("{} uses {}", tree.files[file].name, tree.files[*used].name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_a_command_leads_to_knows_the_commands_by_name_only() {
    let tree = library();
    let arrows = arrows(&tree);
    let is_command = |module: &Names| is_in(module, "command");
    let below: BTreeSet<&Names> =
        arrows.keys().filter(|file| is_command(file)).flat_map(|file| reached(file, &arrows)).collect();
    assert!(below.len() > 100, "only {} files found: is the test still reading the code?", below.len());
    let knows = |file: &&&Names| !is_command(file) && arrows[**file].iter().any(|used| is_command(used));
    let wrong: Vec<&str> = below.iter().filter(knows).map(|file| tree.files[*file].name.as_str()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}
