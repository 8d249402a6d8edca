//! What must be so at every size, in both languages, on every screen and with whatever lies over it.
//!
//! A desk is taken to a screen at its usual size and then made narrower and wider, lower and higher, as a reviewer's
//! window is. Each screen gets a part of a grid whose lines stand where something changes; chance does the rest.

use std::cell::RefCell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Position, Rect};

use crate::terminal::glyphs::SAFE;
use crate::terminal::width::Measure;
use crate::tui::fixture::Desk;
use crate::tui::hit::Hit;
use crate::tui::layout::SMALLEST;
use crate::tui::theme;
use crate::tui::view::paint;
use crate::tui::view::paint::Canvas;
use crate::words::Lang;

use super::all;

/// Widths and heights: the ends, and both sides of where the layout changes.
const WIDTHS: [u16; 20] = [1, 2, 10, 23, 24, 25, 39, 40, 60, 79, 80, 81, 100, 119, 120, 139, 140, 159, 160, 300];
const HEIGHTS: [u16; 12] = [1, 2, 5, 6, 7, 10, 11, 16, 24, 40, 50, 100];
/// So many parts the grid is dealt into: a screen gets one of them in each language.
const PARTS: usize = 11;
/// Every screen gets these: a panel below, beside, and with much room.
const USUAL: [(u16, u16); 4] = [(80, 24), (120, 40), (160, 40), (200, 60)];

struct Drawn {
    buffer: Buffer,
    cursor: Option<Position>,
    hits: Vec<(Rect, Hit)>,
    clashes: Vec<String>,
}

fn draw(desk: &Desk) -> Drawn {
    let mut buffer = Buffer::empty(Rect::from(desk.model.size));
    let mut canvas = Canvas::new(&mut buffer, desk.model.display.measure);
    let cursor = paint(&mut canvas, &desk.model);
    let (hits, clashes) = (canvas.hits().to_vec(), std::mem::take(&mut canvas.clashes));
    Drawn { buffer, cursor, hits, clashes }
}

impl Drawn {
    fn symbol(&self, x: u16, y: u16) -> &str {
        self.buffer.cell((x, y)).map_or("", ratatui::buffer::Cell::symbol)
    }

    /// Wide characters of which something else has the second half, or the edge of the screen.
    fn halves(&self) -> Vec<String> {
        let area = self.buffer.area;
        let is_half = |at: &Position| {
            let is_wide = self.buffer.cell(*at).is_some_and(|cell| cell.cell_width() > 1);
            is_wide && (at.x + 1 >= area.right() || self.symbol(at.x + 1, at.y) != " ")
        };
        area.positions().filter(is_half).map(|at| format!("{} at {at}", self.symbol(at.x, at.y))).collect()
    }

    /// Is the line marked that the keys act on? Its sign stands before the line; the same sign within a line leads from
    /// one place to the next. What lies over the screen is in a box, and what is outside of it is not acted on.
    fn has_marker(&self, is_boxed: bool) -> bool {
        let is_first = |at: &Position| {
            let mut before = (self.buffer.area.left()..at.x).rev().map(|x| self.symbol(x, at.y));
            match before.find(|symbol| *symbol != " ") {
                Some(symbol) => symbol == SAFE.down,
                None => !is_boxed,
            }
        };
        self.buffer.area.positions().any(|at| self.symbol(at.x, at.y) == SAFE.marker && is_first(&at))
    }

    fn width(&self, x: u16, y: u16) -> u16 {
        self.buffer.cell((x, y)).map_or(0, CellWidth::cell_width)
    }

    /// Values of a table that do not end where the others of their column end.
    fn crooked(&self) -> Vec<String> {
        let mut ends: Vec<(usize, u16)> = Vec::new();
        let mut crooked = Vec::new();
        for &(area, hit) in &self.hits {
            let Hit::Cell(_, column) = hit else { continue };
            // A sign behind a number, as a side of an equation has it, is a part of it.
            let last = (area.left()..area.right()).rev().find(|x| self.symbol(*x, area.y) != " ");
            let Some(end) = last.map(|x| x + self.width(x, area.y) - 1) else { continue };
            match ends.iter().find(|(known, _)| *known == column) {
                None => ends.push((column, end)),
                Some((_, known)) if *known == end => {}
                Some((_, known)) => crooked.push(format!("a value at {area} ends at {end}, not {known}")),
            }
        }
        crooked
    }
}

/// Does nothing lie over the screen?
fn is_free(desk: &Desk) -> bool {
    desk.model.overlay.is_none() && desk.model.keys.pending.is_empty()
}

/// A screen, and what is to be seen of it wherever there is room.
struct Kept {
    name: &'static str,
    desk: Desk,
    has_cursor: bool,
    has_marker: bool,
}

impl Kept {
    fn of((name, desk): (&'static str, Desk)) -> Self {
        let usual = draw(&desk);
        let (has_cursor, has_marker) = (usual.cursor.is_some(), usual.has_marker(!is_free(&desk)));
        Self { name, desk, has_cursor, has_marker }
    }

    /// What is wrong at a size, just after the change and after moving; in a text field one does not move.
    fn faults_at(&mut self, (width, height): (u16, u16)) -> Vec<String> {
        self.desk.resize(width, height);
        let mut faults = self.faults();
        if !self.has_cursor {
            self.desk.keys("down up");
            faults.extend(self.faults());
        }
        let at = format!("{} {:?} {width}×{height}", self.name, self.desk.model.given.lang);
        faults.iter_mut().for_each(|fault| *fault = format!("{at}: {fault}"));
        faults
    }

    fn faults(&self) -> Vec<String> {
        let drawn = draw(&self.desk);
        let area = drawn.buffer.area;
        let mut faults = drawn.clashes.clone();
        faults.extend(drawn.halves().into_iter().map(|half| format!("half of {half}")));
        let is_free = is_free(&self.desk);
        if is_free {
            faults.extend(drawn.crooked());
        }
        faults.extend(drawn.cursor.filter(|at| !area.contains(*at)).map(|at| format!("the cursor is outside: {at}")));
        if area.width < SMALLEST.width || area.height < SMALLEST.height {
            return faults;
        }
        if self.has_cursor && drawn.cursor.is_none() {
            faults.push("the cursor is gone".to_owned());
        }
        // On a lower one what was said, or what lies over it, may leave a list no line.
        let has_room = area.height >= 12;
        // Where a cursor stands, it is what must be seen.
        let is_shown = self.has_cursor || drawn.has_marker(!is_free);
        if self.has_marker && has_room && !is_shown {
            faults.push("what the keys act on is not to be seen".to_owned());
        }
        faults
    }
}

/// Otherwise nothing would be asked of the lines that the keys act on.
#[test]
fn most_screens_show_what_the_keys_act_on() {
    let screens: Vec<Kept> = all(Lang::Zh).into_iter().map(Kept::of).collect();
    let shown = |screen: &&Kept| screen.has_cursor || screen.has_marker;
    let (shown, marked) = (screens.iter().filter(shown).count(), screens.iter().filter(|one| one.has_marker).count());
    assert!(shown * 10 > screens.len() * 8 && marked * 2 > screens.len(), "{shown} and {marked} of {}", screens.len());
}

#[test]
fn every_screen_is_whole_at_every_size() {
    let mut wrong = Vec::new();
    for (first, lang) in [(0, Lang::Zh), (PARTS / 2, Lang::En)] {
        for (part, mut screen) in all(lang).into_iter().map(Kept::of).enumerate() {
            let sizes = WIDTHS.into_iter().flat_map(|width| HEIGHTS.into_iter().map(move |height| (width, height)));
            let own = sizes.enumerate().filter(|(number, _)| (number + first + part) % PARTS == 0);
            let own = own.map(|(_, size)| size).chain(USUAL);
            wrong.extend(own.flat_map(|size| screen.faults_at(size)));
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_screen_is_whole_at_any_size() {
    let screens: Vec<Kept> = [Lang::Zh, Lang::En].into_iter().flat_map(all).map(Kept::of).collect();
    let screens = RefCell::new(screens);
    let sizes = prop::collection::vec((1_u16..=300, 1_u16..=100), 4);
    let config = ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() };
    let held = TestRunner::new(config).run(&(any::<prop::sample::Index>(), sizes), |(at, sizes)| {
        let mut screens = screens.borrow_mut();
        let at = at.index(screens.len());
        let faults: Vec<String> = sizes.into_iter().flat_map(|size| screens[at].faults_at(size)).collect();
        prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
        Ok(())
    });
    assert!(held.is_ok(), "{}", held.unwrap_err());
}

/// In English nothing is Chinese but what reports, reviewers and documents say.
#[test]
fn the_line_of_keys_is_english_on_an_english_desk() {
    for (name, desk) in all(Lang::En) {
        let screen = desk.screen();
        let footer = screen.last().unwrap();
        assert!(!footer.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{name}: {footer}");
    }
}

#[test]
fn a_screen_that_is_not_whole_would_be_seen() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 3));
    let mut canvas = Canvas::new(&mut buffer, Measure::default());
    let area = canvas.area();
    canvas.line(area, 0, "表三 在这里", theme::PLAIN);
    canvas.line(Rect { x: 4, width: 2, ..area }, 0, "12", theme::PLAIN);
    canvas.line(Rect { x: 8, width: 1, ..area }, 0, "!", theme::PLAIN);
    for (row, text) in [(1, "  7"), (2, "42")] {
        canvas.line(area, row, text, theme::PLAIN);
        canvas.hit(Rect { width: 3, ..area }, row, Hit::Cell(usize::from(row), 0));
    }
    let (hits, clashes) = (canvas.hits().to_vec(), std::mem::take(&mut canvas.clashes));
    assert_eq!(clashes, ["\"12\" over \"在\" at 4,0", "\"!\" over \"这\" at 8,0"]);
    buffer[(10, 0)].set_symbol("x");
    let drawn = Drawn { buffer, cursor: None, hits, clashes };
    assert_eq!(drawn.halves().len(), 1, "里 has lost its second half: {:?}", drawn.halves());
    assert_eq!(drawn.crooked().len(), 1, "{:?}", drawn.crooked());
}
