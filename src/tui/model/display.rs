//! How the desk looks on a terminal: widths, signs, colours, the theme. Settings, never guessed by asking the terminal.

use crate::terminal::width::Measure;
use crate::words::Words;

/// What the terminal can show: settings, never guessed by asking it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Display {
    /// How wide text is.
    pub(crate) measure: Measure,
    /// Only ASCII signs around the text.
    pub(crate) ascii: bool,
    /// How many colours the terminal has.
    pub(crate) colours: Colours,
    /// Which of them are used.
    pub(crate) theme: Theme,
}

impl Display {
    /// How many colours are used.
    #[must_use]
    pub(crate) fn colours(&self) -> Colours {
        if self.theme == Theme::Mono { Colours::None } else { self.colours }
    }
}

/// The colours of the roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Theme {
    /// Readable on dark and on light grounds.
    #[default]
    Auto,
    /// For a dark ground.
    Dark,
    /// For a light ground.
    Light,
    /// For a dark ground, in colours as far from it as they come.
    HighContrast,
    /// No colours: attributes and signs.
    Mono,
}

impl Theme {
    pub(crate) const ALL: [Self; 5] = [Self::Auto, Self::Dark, Self::Light, Self::HighContrast, Self::Mono];

    #[must_use]
    pub(crate) fn next(self) -> Self {
        let place = Self::ALL.iter().position(|theme| *theme == self).unwrap_or_default();
        Self::ALL.get(place + 1).copied().unwrap_or_default()
    }

    /// What it is called in the settings file.
    #[must_use]
    pub(crate) fn setting(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }

    #[must_use]
    pub(crate) fn name(self, words: &Words) -> &'static str {
        let words = &words.look;
        match self {
            Self::Auto => words.theme_auto(),
            Self::Dark => words.theme_dark(),
            Self::Light => words.theme_light(),
            Self::HighContrast => words.theme_high_contrast(),
            Self::Mono => words.theme_mono(),
        }
    }
}

/// How many colours a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Colours {
    /// None: attributes and signs only (`NO_COLOR`).
    None,
    /// The sixteen that the user has chosen for their terminal.
    #[default]
    Sixteen,
    /// 256.
    Indexed,
    True,
}
