//! Running a program of the reviewer's own on what is under the cursor.

use crate::report::SafeText;
use crate::tui::model::{FILLED, Model, OwnProgram, Tone};
use crate::tui::msg::Effect;
use crate::tui::why_not::{Able, need};

/// Has the reviewer set any?
pub(super) fn can(model: &Model) -> Able {
    need(!model.given.programs.is_empty(), model.words().keys.no_programs())
}

/// Runs the program of this letter.
pub(super) fn run(model: &mut Model, letter: char) -> Vec<Effect> {
    let Some(program) = model.given.programs.iter().find(|program| program.letter == letter) else {
        model.say(Tone::Bad, model.words().keys.no_such_program(letter));
        return Vec::new();
    };
    match filled(model, program) {
        Ok(arguments) => {
            let (terminal, text) = (program.terminal, model.words().keys.program_run(&program.name));
            model.say(Tone::Plain, text);
            vec![Effect::Run { arguments, terminal }]
        }
        Err(name) => {
            model.say(Tone::Bad, model.words().keys.program_gap(name));
            Vec::new()
        }
    }
}

/// Its arguments, with what they ask for; `Err` with what is not there.
fn filled(model: &Model, program: &OwnProgram) -> Result<Vec<String>, &'static str> {
    let fill = |argument: &String| {
        let mut filled = argument.clone();
        for name in FILLED {
            let asked = format!("{{{name}}}");
            if filled.contains(&asked) {
                filled = filled.replace(&asked, &value(model, name).ok_or(name)?);
            }
        }
        // What stands in a report must not be taken for an option.
        let is_foreign = filled != *argument && filled.starts_with('-') && !argument.starts_with('-');
        Ok(if is_foreign { format!("./{filled}") } else { filled })
    };
    program.run.iter().map(fill).collect()
}

fn value(model: &Model, name: &str) -> Option<String> {
    let item = model.library.get(model.current_item()?)?;
    if name == "path" {
        let path = std::path::absolute(&item.path).ok()?;
        return Some(path.to_str()?.to_owned()).filter(|_| !item.path.as_os_str().is_empty());
    }
    let lean = &item.sheet()?.lean;
    let agency = &lean.head.agency;
    match name {
        "agency" => Some(agency.name.to_string()),
        "region" => Some(agency.region.iter().map(SafeText::as_str).collect::<Vec<_>>().join(" ")),
        "year" => Some(lean.head.year.to_string()),
        _ => {
            let cell = model.open.as_ref()?.current_cell(lean.form)?;
            match name {
                "cell" => Some(lean.form.id(cell).to_owned()),
                _ => Some(crate::tui::screen::cell::value::short_value(lean.cells.get(cell), model)),
            }
        }
    }
}
