//! How the desk looks.

use crate::words::texts::*;

pub(super) const LOOK: LookWords = LookWords {
    theme_auto: "automatic",
    theme_dark: "dark",
    theme_light: "light",
    theme_high_contrast: "high contrast",
    theme_mono: "no colours",
    theme_set: "theme: {theme} (to keep it, set theme = \"{setting}\" in the settings file)",
};
