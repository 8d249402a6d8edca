//! The bytes of one frame: knows where the cursor stands and what it writes with, and says only what changes.

use std::io::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// Colours and attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Look {
    const PLAIN: Self = Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };
}

/// Writes into a buffer that leaves in one piece; remembers the cursor from frame to frame.
#[derive(Debug)]
pub(super) struct Pen {
    bytes: Vec<u8>,
    column: Option<u16>,
    row: Option<u16>,
    look: Look,
}

impl Pen {
    /// A pen at an unknown place, with the plain look.
    pub(crate) fn new() -> Self {
        Self { bytes: Vec::new(), column: None, row: None, look: Look::PLAIN }
    }

    /// Throws away what was written and not sent.
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
    }

    /// The bytes since the last [`clear`](Self::clear).
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Says where the cursor is.
    pub(crate) fn set_at(&mut self, at: Option<(u16, u16)>) {
        (self.column, self.row) = at.unzip();
    }

    /// The column is uncertain from here, the row is not.
    pub(crate) fn lose_column(&mut self) {
        self.column = None;
    }

    /// Writes bytes as they are; the caller answers for what they do.
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Writes a sequence with numbers in it.
    pub(crate) fn sequence(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a vector cannot fail.
        let _ = self.bytes.write_fmt(text);
    }

    /// Moves the cursor by the shortest way that is safe.
    pub(crate) fn go(&mut self, x: u16, y: u16) {
        match (self.column, self.row) {
            (Some(column), Some(row)) if (column, row) == (x, y) => return,
            (_, Some(row)) if row == y && x == 0 => self.raw(b"\r"),
            (Some(_), Some(row)) if x == 0 && y > 0 && row == y - 1 => self.raw(b"\r\n"),
            (Some(column), Some(row)) if row == y && x == column + 1 => self.raw(b"\x1b[C"),
            (Some(column), Some(row)) if row == y && x > column && x - column < 10 => {
                self.sequence(format_args!("\x1b[{}C", x - column));
            }
            (_, Some(row)) if row == y => self.sequence(format_args!("\x1b[{}G", u32::from(x) + 1)),
            _ if (x, y) == (0, 0) => self.raw(b"\x1b[H"),
            _ if x == 0 => self.sequence(format_args!("\x1b[{}H", u32::from(y) + 1)),
            _ => self.sequence(format_args!("\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 1)),
        }
        self.set_at(Some((x, y)));
    }

    /// Takes the look of a cell.
    pub(crate) fn dress(&mut self, cell: &Cell) {
        self.wear(Look { fg: cell.fg, bg: cell.bg, modifier: cell.modifier });
    }

    /// Takes the plain look.
    pub(crate) fn undress(&mut self) {
        self.wear(Look::PLAIN);
    }

    fn wear(&mut self, look: Look) {
        if look == self.look {
            return;
        }
        let step = codes(self.look, look);
        let anew = codes(Look::PLAIN, look);
        let anew = if anew.is_empty() { anew } else { format!(";{anew}") };
        if step.len() <= anew.len() {
            self.sequence(format_args!("\x1b[{step}m"));
        } else {
            self.sequence(format_args!("\x1b[{anew}m"));
        }
        self.look = look;
    }
}

/// The SGR codes from one look to another.
fn codes(from: Look, to: Look) -> String {
    let mut codes: Vec<String> = Vec::new();
    let mut off = from.modifier - to.modifier;
    let mut on = to.modifier - from.modifier;
    let weight = Modifier::BOLD | Modifier::DIM;
    if off.intersects(weight) {
        // One code takes both away.
        codes.push("22".into());
        on |= to.modifier & weight;
        off -= weight;
    }
    if on.intersects(weight) {
        // Some terminals know one weight at a time, the last that was named: always in the same order.
        on |= to.modifier & weight;
    }
    for (modifier, code, _) in ATTRIBUTES {
        if off.intersects(modifier) && !codes.iter().any(|known| known == code) {
            codes.push(code.into());
        }
    }
    codes.extend(ATTRIBUTES.iter().filter(|(modifier, ..)| on.intersects(*modifier)).map(|(.., code)| (*code).into()));
    if from.fg != to.fg {
        codes.push(colour(to.fg, 30));
    }
    if from.bg != to.bg {
        codes.push(colour(to.bg, 40));
    }
    codes.join(";")
}

/// Attribute, the code that takes it away, the code that sets it.
const ATTRIBUTES: [(Modifier, &str, &str); 9] = [
    (Modifier::BOLD, "22", "1"),
    (Modifier::DIM, "22", "2"),
    (Modifier::ITALIC, "23", "3"),
    (Modifier::UNDERLINED, "24", "4"),
    (Modifier::SLOW_BLINK, "25", "5"),
    (Modifier::RAPID_BLINK, "25", "6"),
    (Modifier::REVERSED, "27", "7"),
    (Modifier::HIDDEN, "28", "8"),
    (Modifier::CROSSED_OUT, "29", "9"),
];

/// The code of a colour, from 30 for letters and 40 for the ground.
fn colour(colour: Color, base: u16) -> String {
    let number = match colour {
        Color::Reset => base + 9,
        Color::Black => base,
        Color::Red => base + 1,
        Color::Green => base + 2,
        Color::Yellow => base + 3,
        Color::Blue => base + 4,
        Color::Magenta => base + 5,
        Color::Cyan => base + 6,
        Color::Gray => base + 7,
        Color::DarkGray => base + 60,
        Color::LightRed => base + 61,
        Color::LightGreen => base + 62,
        Color::LightYellow => base + 63,
        Color::LightBlue => base + 64,
        Color::LightMagenta => base + 65,
        Color::LightCyan => base + 66,
        Color::White => base + 67,
        Color::Indexed(index) => return format!("{};5;{index}", base + 8),
        Color::Rgb(r, g, b) => return format!("{};2;{r};{g};{b}", base + 8),
    };
    number.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(from: Look, to: Look) -> String {
        let mut pen = Pen::new();
        pen.look = from;
        pen.wear(to);
        String::from_utf8(pen.bytes.clone()).unwrap().replace('\x1b', "")
    }

    #[test]
    fn looks_change_by_the_shortest_way() {
        let bold_red = Look { fg: Color::Red, bg: Color::Reset, modifier: Modifier::BOLD };
        let dim = Look { modifier: Modifier::DIM, ..Look::PLAIN };
        assert_eq!(between(Look::PLAIN, bold_red), "[1;31m");
        assert_eq!(between(bold_red, Look::PLAIN), "[m");
        assert_eq!(between(bold_red, dim), "[;2m");
        assert_eq!(between(bold_red, Look { fg: Color::Blue, ..bold_red }), "[34m");
        assert_eq!(between(Look::PLAIN, Look { bg: Color::Indexed(7), ..Look::PLAIN }), "[48;5;7m");
    }

    #[test]
    fn bold_survives_when_dim_goes() {
        let both = Look { modifier: Modifier::BOLD | Modifier::DIM, fg: Color::Rgb(1, 2, 3), ..Look::PLAIN };
        let bold = Look { modifier: Modifier::BOLD, ..both };
        assert_eq!(between(both, bold), "[22;1m");
    }

    #[test]
    fn moves_are_short() {
        let mut pen = Pen::new();
        for (x, y) in [(0, 0), (3, 0), (0, 1), (40, 1), (0, 5), (0, 5), (7, 9)] {
            pen.go(x, y);
        }
        assert_eq!(String::from_utf8(pen.bytes.clone()).unwrap().replace('\x1b', ""), "[H[3C\r\n[41G[6H[10;8H");
    }
}
