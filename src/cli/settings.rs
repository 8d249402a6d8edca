//! The settings file: what a reviewer does not want to say at every start.
//!
//! `config.toml` in the user's configuration directory, or the file that `GOUJI_CONFIG` names. All keys are optional;
//! an unknown key or a wrong value is an error that names the line.

use std::collections::BTreeMap;
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::time::Duration;

use directories::ProjectDirs;
use serde::Deserialize;

use crate::base::file;
use crate::report::SafeText;
use crate::report::parser::{self, Unread};
use crate::terminal::width::{Ambiguous, Measure};
use crate::tui::model::{Colours, Display, OwnProgram, Theme};
use crate::words::{Describe, Lang, Words};

use super::args::ThemeArg;

/// What a reviewer has set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Settings {
    /// The language of the interface.
    pub(crate) lang: Option<Lang>,
    /// The reviewer's name.
    pub(crate) reviewer: Option<String>,
    pub(crate) journal: Option<PathBuf>,
    /// How many cells the terminal gives to ambiguous characters: 1 or 2.
    pub(crate) ambiguous: AmbiguousSetting,
    /// May the terminal scroll a part of the screen by itself?
    pub(crate) scroll_region: Option<bool>,
    /// Look for changes in the reviewed directory every so many seconds, whatever the system tells.
    pub(crate) poll: Option<NonZeroU16>,
    /// Only ASCII signs around the text?
    pub(crate) ascii: bool,
    pub(crate) colours: Option<ColoursSetting>,
    /// Which of them are used.
    pub(crate) theme: Option<ThemeArg>,
    /// Does the mouse count?
    pub(crate) mouse: bool,
    /// Where the desk writes notices and tables to.
    pub(crate) output: Option<PathBuf>,
    /// An office's own template of notices, for the desk.
    pub(crate) notice_template: Option<PathBuf>,
    /// Programs of the reviewer's own, by their letters.
    pub(crate) programs: BTreeMap<Letter, ProgramSetting>,
}

/// One of `a` to `z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Letter(char);

impl TryFrom<String> for Letter {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.as_bytes() {
            [letter @ b'a'..=b'z'] => Ok(Self(char::from(*letter))),
            _ => Err(format!("a letter from a to z is expected, not {text:?}")),
        }
    }
}

/// A program of the reviewer's own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProgramSetting {
    /// What it is called; by default its program.
    name: Option<String>,
    /// The program and its arguments.
    run: Vec<String>,
    /// Does it need the terminal?
    #[serde(default)]
    terminal: bool,
}

/// `1` or `2`.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(try_from = "u8")]
pub(super) struct AmbiguousSetting(Ambiguous);

impl TryFrom<u8> for AmbiguousSetting {
    type Error = &'static str;
    fn try_from(cells: u8) -> Result<Self, Self::Error> {
        Ambiguous::from_cells(cells).map(Self).ok_or(parser::ONE_OR_TWO)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum ColoursSetting {
    #[serde(rename = "none")]
    None,
    #[serde(rename = "16")]
    Sixteen,
    #[serde(rename = "256")]
    Indexed,
    #[serde(rename = "true")]
    True,
}

/// A file of settings is written by hand.
const MAX_BYTES: u64 = 1 << 18;

/// Why the settings cannot be used.
#[derive(Debug)]
pub(super) struct SettingsError {
    path: PathBuf,
    why: Why,
}

#[derive(Debug)]
enum Why {
    /// It cannot be read.
    Unread(Unread),
    /// It says something wrong; its text.
    Toml(Box<toml::de::Error>, String),
}

impl Describe for SettingsError {
    fn describe(&self, words: &Words) -> String {
        let detail = match &self.why {
            Why::Unread(unread) => unread.describe(words),
            Why::Toml(error, text) => parser::said_of_toml(error, text, words),
        };
        let detail = SafeText::line(&detail);
        words.cli.bad_settings(SafeText::path(&self.path), &detail)
    }
}

/// Where the settings are; `None` where the user has no configuration directory.
pub(super) fn path() -> Option<PathBuf> {
    let named = std::env::var_os("GOUJI_CONFIG").filter(|value| !value.is_empty()).map(PathBuf::from);
    let own = || {
        let directory = ProjectDirs::from("", "", "gouji")?.config_dir().to_owned();
        // A relative `HOME` would mean whatever directory the program happens to be started in.
        directory.is_absolute().then(|| directory.join("config.toml"))
    };
    named.or_else(own)
}

/// Reads the settings; no file is no settings.
pub(super) fn load() -> Result<Settings, SettingsError> {
    let Some(path) = path() else { return Ok(Settings::default()) };
    match file::read_text(&path, MAX_BYTES) {
        Ok(text) => {
            toml::from_str(&text).map_err(|error| SettingsError { path, why: Why::Toml(Box::new(error), text) })
        }
        Err(refused) if refused.is_missing() => Ok(Settings::default()),
        Err(refused) => Err(SettingsError { path, why: Why::Unread(refused.into()) }),
    }
}

impl Settings {
    /// How often to look for changes: `GOUJI_POLL` in seconds first, then the settings, else as the system tells.
    pub(crate) fn poll(&self) -> Option<Duration> {
        let asked = std::env::var("GOUJI_POLL").ok().and_then(|seconds| seconds.trim().parse::<NonZeroU16>().ok());
        asked.or(self.poll).map(|seconds| Duration::from_secs(seconds.get().into()))
    }

    /// Programs of the reviewer's own; one without anything to run is none.
    pub(crate) fn programs(&self) -> Vec<OwnProgram> {
        let all = self.programs.iter().filter_map(|(Letter(letter), setting)| {
            let ProgramSetting { name, run, terminal } = setting.clone();
            let name = name.unwrap_or_else(|| run.first().cloned().unwrap_or_default());
            (!run.is_empty()).then(|| OwnProgram {
                letter: *letter,
                name: SafeText::line(&name).to_string(),
                run,
                terminal,
            })
        });
        all.collect()
    }

    /// What the terminal can show: `NO_COLOR` first, then the settings, then `COLORTERM`, else sixteen colours.
    pub(crate) fn display(&self, theme: Option<ThemeArg>) -> Display {
        let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let colours = match (set("NO_COLOR"), self.colours, set("COLORTERM").as_deref()) {
            (Some(_), _, _) | (None, Some(ColoursSetting::None), _) => Colours::None,
            (None, Some(ColoursSetting::Sixteen), _) => Colours::Sixteen,
            (None, Some(ColoursSetting::Indexed), _) => Colours::Indexed,
            (None, Some(ColoursSetting::True), _) | (None, None, Some("truecolor" | "24bit")) => Colours::True,
            (None, None, _) => Colours::Sixteen,
        };
        let theme = theme.or(self.theme).map(Theme::from).unwrap_or_default();
        Display { measure: Measure::new(self.ambiguous.0), ascii: self.ascii, colours, theme }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_can_be_set_and_none_must_be() {
        let settings: Settings = toml::from_str(
            "lang = \"en\"\nreviewer = \"li\"\njournal = \"/j\"\nambiguous = 2\nscroll_region = false\nascii = true\ncolours = \"256\"\ntheme = \"high-contrast\"\nmouse = true\npoll = 5\noutput = \"/o\"\nnotice_template = \"/t.docx\"",
        )
        .unwrap();
        assert_eq!(settings.lang, Some(Lang::En));
        assert_eq!(settings.ambiguous.0, Ambiguous::Wide);
        assert_eq!(settings.colours, Some(ColoursSetting::Indexed));
        assert_eq!(settings.display(None).theme, Theme::HighContrast);
        assert_eq!(settings.display(Some(ThemeArg::Light)).theme, Theme::Light);
        assert!(settings.mouse);
        assert_eq!(settings.poll.map(NonZeroU16::get), Some(5));
        assert!(toml::from_str::<Settings>("").is_ok());
    }

    #[test]
    fn a_wrong_value_and_an_unknown_key_are_named_with_their_line() {
        for (text, named) in [
            ("ascii = true\nambiguous = 3", "line 2"),
            ("colour = 1", "colour"),
            ("lang = \"fr\"", "fr"),
            ("poll = 0", "poll"),
            ("[programs.xy]\nrun = [\"a\"]", "xy"),
            ("[programs.x]\nrun = \"a\"", "line 2"),
        ] {
            let error = toml::from_str::<Settings>(text).unwrap_err().to_string();
            assert!(error.contains(named), "{error}");
        }
    }
}
