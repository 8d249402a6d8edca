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

const PALETTES: [Palette; 4] = [
    // Readable on dark and light grounds, nowhere strong.
    Palette { theme: Theme::Auto, sixteen: ROLES, indexed: [244, 160, 28, 136, 31] },
    Palette {
        theme: Theme::Dark,
        sixteen: [Color::Gray, Color::LightRed, Color::LightGreen, Color::LightYellow, Color::LightCyan],
        indexed: [248, 210, 114, 221, 80],
    },
    // Green, yellow and cyan cannot be read on white in the usual sixteen colours.
    Palette {
        theme: Theme::Light,
        sixteen: [Color::DarkGray, Color::Red, Color::Blue, Color::Magenta, Color::Blue],
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

    /// The sixteen colours of xterm, by the names that the palettes use.
    const XTERM: [(Color, (u8, u8, u8)); 12] = [
        (Color::DarkGray, (127, 127, 127)),
        (Color::Gray, (229, 229, 229)),
        (Color::White, (255, 255, 255)),
        (Color::Red, (205, 0, 0)),
        (Color::Blue, (0, 0, 238)),
        (Color::Magenta, (205, 0, 205)),
        (Color::LightRed, (255, 0, 0)),
        (Color::LightGreen, (0, 255, 0)),
        (Color::LightYellow, (255, 255, 0)),
        (Color::LightCyan, (0, 255, 255)),
        (Color::Green, (0, 205, 0)),
        (Color::Cyan, (0, 205, 205)),
    ];

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

    fn shown(colour: Color) -> (u8, u8, u8) {
        match colour {
            Color::Rgb(red, green, blue) => (red, green, blue),
            Color::Indexed(index) => rgb(index),
            other => XTERM.iter().find(|(known, _)| *known == other).unwrap().1,
        }
    }

    #[test]
    fn every_theme_can_be_read_on_its_grounds() {
        // What WCAG asks of text is 4.5, of large text and signs 3, and 7 where contrast must be high.
        let fixed = [Colours::Indexed, Colours::True].as_slice();
        let all = [Colours::Sixteen, Colours::Indexed, Colours::True].as_slice();
        for (theme, depths, grounds, least) in [
            (Theme::Auto, fixed, [BLACK, WHITE], 3.0),
            (Theme::Dark, fixed, [BLACK, DARK], 4.5),
            (Theme::Dark, &[Colours::Sixteen], [BLACK, BLACK], 3.0),
            (Theme::Light, fixed, [WHITE, PAPER], 4.5),
            (Theme::Light, &[Colours::Sixteen], [WHITE, WHITE], 3.0),
            (Theme::HighContrast, fixed, [BLACK, DARK], 7.0),
            (Theme::HighContrast, all, [BLACK, BLACK], 3.0),
        ] {
            for (depth, role, ground) in depths
                .iter()
                .flat_map(|depth| ROLES.map(|role| (depth, role)))
                .flat_map(|(depth, role)| grounds.map(|ground| (depth, role, ground)))
            {
                let found = contrast(shown(colour(role, theme, *depth)), ground);
                assert!(found >= least, "{theme:?} {depth:?} {role}: {found:.1} on {ground:?}");
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
