//! What is wrong with the arguments, in the language of the interface. Help and versions are not its business.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::report::{SafeText, parser};
use crate::words::Words;

/// What to say; `None` for what is no error of usage, or none that is known by name.
pub(super) fn describe(error: &clap::Error, words: &Words) -> Option<String> {
    let mut text = what(error, words)?;
    let usage = texts(error, ContextKind::Usage).join(" ");
    // Its heading is that of the help; the language has its own.
    if let Some((_, usage)) = usage.split_once(": ") {
        text += "\n";
        text += &words.cli.usage(usage.trim());
    }
    text += "\n";
    text += words.cli.see_help();
    Some(text)
}

fn what(error: &clap::Error, words: &Words) -> Option<String> {
    let cli = &words.cli;
    let separator = words.check.separator();
    let one = |kind| texts(error, kind).join(separator);
    let argument = one(ContextKind::InvalidArg);
    let text = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            meant(cli.unknown_argument(&argument), &one(ContextKind::SuggestedArg), words)
        }
        ErrorKind::UnknownArgument => cli.extra_argument(&argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => {
            let value = one(ContextKind::InvalidValue);
            let text = if value.is_empty() { cli.missing_value(&argument) } else { cli.wrong_value(&argument, &value) };
            let text = match texts(error, ContextKind::ValidValue) {
                values if values.is_empty() => text,
                values => text + &cli.possible_values(values.join(separator)),
            };
            // The question stands last: nothing can follow its mark.
            meant(text, &one(ContextKind::SuggestedValue), words)
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            cli.wrong_count(&argument)
        }
        ErrorKind::ArgumentConflict => match one(ContextKind::PriorArg) {
            other if other == argument || other.is_empty() => cli.repeated_argument(&argument),
            other => cli.conflict(&argument, &other),
        },
        ErrorKind::MissingRequiredArgument => cli.missing_arguments(&argument),
        ErrorKind::MissingSubcommand => cli.no_command().to_owned(),
        ErrorKind::InvalidSubcommand => {
            let text = cli.unknown_command(one(ContextKind::InvalidSubcommand));
            meant(text, &one(ContextKind::SuggestedSubcommand), words)
        }
        ErrorKind::InvalidUtf8 => cli.not_utf8().to_owned(),
        _ => return None,
    };
    Some(text)
}

/// With the name that was likely meant.
fn meant(text: String, near: &str, words: &Words) -> String {
    parser::with_nearest(text, Some(near).filter(|near| !near.is_empty()), words)
}

/// What an error says of something: text, not commands to the terminal.
fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    let line = |text: &str| SafeText::line(text.trim()).to_string();
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![line(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| line(text)).collect(),
        Some(ContextValue::StyledStr(text)) => vec![line(&text.to_string())],
        _ => Vec::new(),
    }
    .into_iter()
    .filter(|text| !text.is_empty())
    .collect()
}

#[cfg(test)]
mod tests {
    use clap::{Arg, Command};

    use super::*;
    use crate::words::EN;

    #[test]
    fn what_is_missing_or_given_twice_is_said_in_good_english() {
        let out = Arg::new("out").long("out").required(true);
        let command = Command::new("g").arg(out).arg(Arg::new("INPUT").required(true).num_args(1..));
        let said = |arguments: &[&str]| {
            let error = command.clone().try_get_matches_from(arguments).unwrap_err();
            describe(&error, EN).unwrap().lines().next().unwrap().to_owned()
        };
        assert_eq!(said(&["g"]), "missing: --out <out>, <INPUT>...");
        assert_eq!(said(&["g", "in"]), "missing: --out <out>");
        assert_eq!(said(&["g", "--out", "a", "--out", "b", "in"]), "--out <out> can be given only once");
    }
}
