//! How the desk looks: which texts there are.

/// How the desk looks.
#[derive(Debug)]
pub struct LookWords {
    /// The theme for any ground.
    pub theme_auto: &'static str,
    /// For a dark one.
    pub theme_dark: &'static str,
    /// For a light one.
    pub theme_light: &'static str,
    /// With strong text.
    pub theme_high_contrast: &'static str,
    /// Without colours.
    pub theme_mono: &'static str,
    /// Another theme is used: `{theme}`, and how it is kept: `{setting}`.
    pub theme_set: &'static str,
}
