//! The colours of the themes.
//!
//! A theme says which colour each role has in sixteen colours, whose looks the terminal decides, and which of the 256
//! that look the same everywhere. It never paints the ground: that is the terminal's.

use ratatui::style::Color;

use crate::tui::model::{Colours, Theme};

/// The roles, by the colour that the views know them by.
const ROLES: [Color; 5] = [Color::DarkGray, Color::Red, Color::Green, Color::Yellow, Color::Cyan];

/// The colours of a theme, in the order of [`ROLES`].
struct Palette {
    theme: Theme,
    sixteen: [Color; 5],
    indexed: [u8; 5],
}

/// The terminal's own colour of text, made faint: what is less important. Bright black is the ground itself in
/// Solarized and its like.
const FAINT: Color = Color::Reset;

const PALETTES: [Palette; 4] = [
    // Readable on dark and light grounds, nowhere strong. Of the sixteen only red and magenta are so everywhere; signs and
    // words say the rest.
    Palette {
        theme: Theme::Auto,
        sixteen: [FAINT, Color::Red, Color::Reset, Color::Magenta, Color::Reset],
        indexed: [244, 167, 28, 136, 31],
    },
    // The bright ones are greys in Solarized.
    Palette {
        theme: Theme::Dark,
        sixteen: [FAINT, Color::Red, Color::Green, Color::Yellow, Color::Cyan],
        indexed: [248, 210, 114, 221, 80],
    },
    // Green, yellow and cyan cannot be read on white in the usual sixteen colours.
    Palette {
        theme: Theme::Light,
        sixteen: [FAINT, Color::Red, Color::Blue, Color::Magenta, Color::Blue],
        indexed: [240, 124, 22, 94, 24],
    },
    Palette {
        theme: Theme::HighContrast,
        sixteen: [Color::White, Color::LightRed, Color::LightGreen, Color::LightYellow, Color::LightCyan],
        indexed: [255, 217, 157, 228, 159],
    },
];

pub(super) fn colour(role: Color, theme: Theme, colours: Colours) -> Color {
    if colours == Colours::None {
        return Color::Reset;
    }
    let Some(place) = ROLES.iter().position(|known| *known == role) else { return role };
    let palette = PALETTES.iter().find(|palette| palette.theme == theme);
    let chosen = palette.and_then(|palette| {
        let index = *palette.indexed.get(place)?;
        Some(match colours {
            Colours::True => {
                let (red, green, blue) = rgb(index);
                Color::Rgb(red, green, blue)
            }
            Colours::Indexed => Color::Indexed(index),
            _ => *palette.sixteen.get(place)?,
        })
    });
    chosen.unwrap_or(role)
}

/// Is what has this role in these colours to be made faint?
pub(super) fn is_faint(role: Color, theme: Theme, colours: Colours) -> bool {
    role == Color::DarkGray && colours == Colours::Sixteen && colour(role, theme, colours) == FAINT
}

/// The colour of an index from 16 on: a cube of six steps, then greys.
fn rgb(index: u8) -> (u8, u8, u8) {
    let Some(grey) = index.checked_sub(232) else {
        let step = |place: u8| match place % 6 {
            0 => 0,
            step => 55 + 40 * step,
        };
        let index = index.saturating_sub(16);
        return (step(index / 36), step(index / 6), step(index));
    };
    let level = 8 + 10 * grey;
    (level, level, level)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLACK: (u8, u8, u8) = (0, 0, 0);
    const DARK: (u8, u8, u8) = (0x26, 0x26, 0x26);
    const PAPER: (u8, u8, u8) = (0xee, 0xee, 0xee);
    const WHITE: (u8, u8, u8) = (255, 255, 255);

    const SOLARIZED_DARK: (u8, u8, u8) = (0x00, 0x2b, 0x36);
    const SOLARIZED_LIGHT: (u8, u8, u8) = (0xfd, 0xf6, 0xe3);

    /// The sixteen colours of a terminal that the palettes use, its text and its ground.
    struct Terminal {
        name: &'static str,
        text: (u8, u8, u8),
        ground: (u8, u8, u8),
        sixteen: [(Color, (u8, u8, u8)); 11],
    }

    const fn xterm(name: &'static str, text: (u8, u8, u8), ground: (u8, u8, u8)) -> Terminal {
        let sixteen = [
            (Color::White, (255, 255, 255)),
            (Color::Red, (205, 0, 0)),
            (Color::Green, (0, 205, 0)),
            (Color::Yellow, (205, 205, 0)),
            (Color::Blue, (0, 0, 238)),
            (Color::Magenta, (205, 0, 205)),
            (Color::Cyan, (0, 205, 205)),
            (Color::LightRed, (255, 0, 0)),
            (Color::LightGreen, (0, 255, 0)),
            (Color::LightYellow, (255, 255, 0)),
            (Color::LightCyan, (0, 255, 255)),
        ];
        Terminal { name, text, ground, sixteen }
    }

    const fn solarized(name: &'static str, text: (u8, u8, u8), ground: (u8, u8, u8)) -> Terminal {
        let sixteen = [
            (Color::White, (0xfd, 0xf6, 0xe3)),
            (Color::Red, (0xdc, 0x32, 0x2f)),
            (Color::Green, (0x85, 0x99, 0x00)),
            (Color::Yellow, (0xb5, 0x89, 0x00)),
            (Color::Blue, (0x26, 0x8b, 0xd2)),
            (Color::Magenta, (0xd3, 0x36, 0x82)),
            (Color::Cyan, (0x2a, 0xa1, 0x98)),
            (Color::LightRed, (0xcb, 0x4b, 0x16)),
            (Color::LightGreen, (0x58, 0x6e, 0x75)),
            (Color::LightYellow, (0x65, 0x7b, 0x83)),
            (Color::LightCyan, (0x93, 0xa1, 0xa1)),
        ];
        Terminal { name, text, ground, sixteen }
    }

    const DARK_XTERM: Terminal = xterm("xterm", (229, 229, 229), BLACK);
    const LIGHT_XTERM: Terminal = xterm("xterm, light", BLACK, WHITE);
    const DARK_SOLARIZED: Terminal = solarized("Solarized dark", (0x83, 0x94, 0x96), SOLARIZED_DARK);
    const LIGHT_SOLARIZED: Terminal = solarized("Solarized light", (0x65, 0x7b, 0x83), SOLARIZED_LIGHT);

    /// WCAG 2: relative luminance.
    fn luminance((red, green, blue): (u8, u8, u8)) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    }

    /// WCAG 2: contrast, from 1 to 21.
    fn contrast(a: (u8, u8, u8), b: (u8, u8, u8)) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn shown(colour: Color, terminal: &Terminal) -> (u8, u8, u8) {
        match colour {
            Color::Rgb(red, green, blue) => (red, green, blue),
            Color::Indexed(index) => rgb(index),
            Color::Reset => terminal.text,
            other => terminal.sixteen.iter().find(|(known, _)| *known == other).unwrap().1,
        }
    }

    #[track_caller]
    fn assert_readable(theme: Theme, depth: Colours, terminal: &Terminal, grounds: &[(u8, u8, u8)], least: f64) {
        for role in ROLES {
            for ground in grounds {
                let found = contrast(shown(colour(role, theme, depth), terminal), *ground);
                assert!(found >= least, "{theme:?} {depth:?} {role}: {found:.2} on {}, {ground:?}", terminal.name);
            }
        }
    }

    #[test]
    fn every_theme_can_be_read_on_its_grounds() {
        // What WCAG asks of text is 4.5, of large text and signs 3, and 7 where contrast must be high.
        let dark = [BLACK, DARK, SOLARIZED_DARK];
        let light = [WHITE, PAPER, SOLARIZED_LIGHT];
        for depth in [Colours::Indexed, Colours::True] {
            assert_readable(Theme::Auto, depth, &DARK_XTERM, &[BLACK, SOLARIZED_DARK, WHITE, SOLARIZED_LIGHT], 3.0);
            assert_readable(Theme::Dark, depth, &DARK_XTERM, &dark, 4.5);
            assert_readable(Theme::Light, depth, &LIGHT_XTERM, &light, 4.5);
            assert_readable(Theme::HighContrast, depth, &DARK_XTERM, &dark, 7.0);
        }
    }

    #[test]
    fn the_sixteen_colours_of_a_terminal_can_be_read_on_its_ground() {
        let all = [DARK_XTERM, LIGHT_XTERM, DARK_SOLARIZED, LIGHT_SOLARIZED];
        for terminal in &all {
            assert_readable(Theme::Auto, Colours::Sixteen, terminal, &[terminal.ground], 3.0);
        }
        for terminal in [&DARK_XTERM, &DARK_SOLARIZED] {
            assert_readable(Theme::Dark, Colours::Sixteen, terminal, &[terminal.ground], 3.0);
        }
        for terminal in [&LIGHT_XTERM, &LIGHT_SOLARIZED] {
            assert_readable(Theme::Light, Colours::Sixteen, terminal, &[terminal.ground], 3.0);
        }
        assert_readable(Theme::HighContrast, Colours::Sixteen, &DARK_XTERM, &[BLACK], 3.0);
    }

    #[test]
    fn nothing_is_bright_black() {
        for theme in [Theme::Auto, Theme::Dark, Theme::Light, Theme::HighContrast, Theme::Mono] {
            for depth in [Colours::None, Colours::Sixteen, Colours::Indexed, Colours::True] {
                let depth = if theme == Theme::Mono { Colours::None } else { depth };
                for role in ROLES {
                    let shown = colour(role, theme, depth);
                    assert!(shown != Color::DarkGray && shown != Color::Indexed(8), "{theme:?} {depth:?} {role}");
                }
            }
        }
    }

    #[test]
    fn what_is_bad_and_what_is_good_never_look_alike() {
        for theme in [Theme::Auto, Theme::Dark, Theme::Light, Theme::HighContrast] {
            for depth in [Colours::Sixteen, Colours::Indexed, Colours::True] {
                assert_ne!(colour(Color::Red, theme, depth), colour(Color::Green, theme, depth), "{theme:?}");
            }
        }
    }

    #[test]
    fn a_theme_without_colours_has_none() {
        for role in ROLES {
            assert_eq!(colour(role, Theme::Mono, Colours::None), Color::Reset);
        }
    }
}
