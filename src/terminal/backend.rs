//! The `ratatui` backend of this desk: a picture of the screen, and one write with the difference.
//!
//! `ratatui` hands over the cells that changed since its own previous frame. They are put into the picture that is
//! wanted; when the frame is complete, the difference to the picture that is shown leaves as one `write`, inside
//! synchronized output. A frame that changes nothing writes nothing. The terminal is never asked anything.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use ratatui::backend::{Backend as RatatuiBackend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Size};
use ratatui::{Frame, Terminal};

use super::paint::paint_row;
use super::pen::Pen;
use super::picture::Picture;
use super::scroll::{self, Scroll};
use super::tty;
use super::width::Ambiguous;

/// What the terminal may be asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Let the terminal move bands of rows (DECSTBM with SU/SD).
    pub scroll_region: bool,
    /// Bracket each frame in synchronized output (DEC mode 2026).
    pub sync: bool,
    /// How many cells this terminal gives to ambiguous characters.
    pub ambiguous: Ambiguous,
}

impl Default for Options {
    fn default() -> Self {
        Self { scroll_region: true, sync: true, ambiguous: Ambiguous::Narrow }
    }
}

/// What the last write of a frame was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Bytes, 0 if nothing had changed.
    pub bytes: usize,
    /// How long the write took: the speed of the link (see [`super::pacing`]).
    pub(crate) took: Duration,
}

/// Draws one frame: to be used instead of [`Terminal::draw`].
///
/// `ratatui` compares with its own last frame first, and so keeps back cells beside wide glyphs that do have to be
/// written. Here every frame is put down whole and the comparing is done once, by [`Backend`]. A wide glyph that
/// something was drawn over by half disappears before it can hide what covers it.
///
/// # Errors
/// If the terminal cannot be written to.
pub fn draw<W: Write>(terminal: &mut Terminal<Backend<W>>, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<Written> {
    // Resets the buffer to compare with.
    terminal.swap_buffers();
    terminal.backend_mut().wipe();
    terminal.draw(|frame| {
        render(frame);
        mend(frame.buffer_mut());
    })?;
    Ok(terminal.backend().written())
}

/// Blanks wide glyphs whose second half is in use.
fn mend(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        let mut covered = false;
        for cell in row.iter_mut().rev() {
            if covered && cell.cell_width() > 1 {
                cell.set_symbol(" ");
            }
            covered = cell.symbol() != " ";
        }
    }
}

/// A `ratatui` backend over any [`Write`].
#[derive(Debug)]
pub struct Backend<W: Write> {
    out: W,
    options: Options,
    fixed: Option<Size>,
    shown: Picture,
    wanted: Picture,
    /// What the terminal shows is not known: the next frame starts from an erased screen.
    stale: bool,
    pen: Pen,
    cursor: Position,
    cursor_visible: bool,
    /// `None`: not known.
    cursor_shown: Option<bool>,
    written: Written,
}

impl<W: Write> Backend<W> {
    /// A backend that takes its size from the terminal.
    pub fn new(out: W, options: Options) -> Self {
        Self::make(out, None, options)
    }

    /// A backend of a given size, for tests and recordings; [`set_size`](Self::set_size) changes it.
    pub fn with_size(out: W, size: Size, options: Options) -> Self {
        Self::make(out, Some(size), options)
    }

    fn make(out: W, fixed: Option<Size>, options: Options) -> Self {
        let size = fixed.unwrap_or_else(tty::size);
        Self {
            out,
            options,
            fixed,
            shown: Picture::new(size),
            wanted: Picture::new(size),
            stale: true,
            pen: Pen::new(),
            cursor: Position::ORIGIN,
            cursor_visible: false,
            cursor_shown: None,
            written: Written::default(),
        }
    }

    /// Changes the size of a backend that does not take it from the terminal.
    pub fn set_size(&mut self, size: Size) {
        self.fixed = Some(size);
    }

    /// What the last frame cost.
    pub(crate) fn written(&self) -> Written {
        self.written
    }

    /// The writer, for sequences that neither draw nor move the cursor (the clipboard).
    pub fn out(&mut self) -> &mut W {
        &mut self.out
    }

    /// Composes the bytes from the shown picture to the wanted one; false if there is nothing to say.
    fn compose(&mut self) -> bool {
        self.pen.clear();
        if self.options.sync {
            self.pen.raw(b"\x1b[?2026h");
        }
        let start = self.pen.bytes().len();
        if self.stale {
            self.erase();
        } else if self.options.scroll_region {
            self.scroll();
        }
        for y in 0..self.wanted.size().height {
            paint_row(&mut self.pen, y, self.shown.row(y), self.wanted.row(y), self.options.ambiguous);
        }
        self.pen.undress();
        self.place_cursor();
        let changed = self.pen.bytes().len() > start;
        if self.options.sync {
            self.pen.raw(b"\x1b[?2026l");
        }
        changed
    }

    fn erase(&mut self) {
        self.pen.raw(b"\x1b[m\x1b[r\x1b[H\x1b[2J");
        self.pen.set_at(Some((0, 0)));
        self.shown = Picture::new(self.wanted.size());
        self.cursor_shown = None;
    }

    fn scroll(&mut self) {
        let Some(Scroll { top, bottom, by }) = scroll::find(&self.shown, &self.wanted) else { return };
        let direction = if by > 0 { 'S' } else { 'T' };
        let (first, distance) = (u32::from(top) + 1, by.unsigned_abs());
        self.pen.sequence(format_args!("\x1b[{first};{bottom}r\x1b[{distance}{direction}\x1b[r"));
        // Setting a region moves the cursor home.
        self.pen.set_at(Some((0, 0)));
        self.shown.scroll(top, bottom, by);
    }

    fn place_cursor(&mut self) {
        let size = self.wanted.size();
        if self.cursor_visible && size.area() > 0 {
            self.pen.go(self.cursor.x.min(size.width - 1), self.cursor.y.min(size.height - 1));
        }
        if self.cursor_shown != Some(self.cursor_visible) {
            self.pen.raw(if self.cursor_visible { b"\x1b[?25h" } else { b"\x1b[?25l" });
        }
    }

    fn send(&mut self) -> io::Result<()> {
        let start = Instant::now();
        self.out.write_all(self.pen.bytes())?;
        self.out.flush()?;
        self.written = Written { bytes: self.pen.bytes().len(), took: start.elapsed() };
        Ok(())
    }

    /// The frame is out: what was wanted is shown.
    fn settle(&mut self) {
        for y in 0..self.wanted.size().height {
            self.shown.take_row(y, &self.wanted);
        }
        self.cursor_shown = Some(self.cursor_visible);
        self.stale = false;
    }

    /// The wanted picture begins empty: everything will be drawn into it.
    fn wipe(&mut self) {
        self.wanted = Picture::new(self.wanted.size());
    }

    fn blank_rows(&mut self, from: u16, to: u16) {
        let size = self.wanted.size();
        (from..to.min(size.height)).for_each(|y| self.wanted.blank(y, 0, size.width));
    }
}

impl<W: Write> RatatuiBackend for Backend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut glyph = (0..0, 0);
        for (x, y, cell) in content {
            // Behind an emoji with a variation selector, `ratatui` also sends the cell that the emoji covers.
            if glyph.1 == y && glyph.0.contains(&x) {
                continue;
            }
            self.wanted.put(x, y, cell);
            glyph = (x.saturating_add(1)..x.saturating_add(cell.cell_width()), y);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor_visible = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor_visible = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = position.into();
        Ok(())
    }

    /// Forgets what the terminal shows: the next frame paints everything.
    fn clear(&mut self) -> io::Result<()> {
        self.wanted = Picture::new(self.size()?);
        self.stale = true;
        Ok(())
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        let Position { x, y } = self.cursor;
        let Size { width, height } = self.wanted.size();
        match clear_type {
            ClearType::All => self.clear()?,
            ClearType::AfterCursor => {
                self.wanted.blank(y, x, width);
                self.blank_rows(y.saturating_add(1), height);
            }
            ClearType::BeforeCursor => {
                self.blank_rows(0, y);
                self.wanted.blank(y, 0, x);
            }
            ClearType::CurrentLine => self.wanted.blank(y, 0, width),
            ClearType::UntilNewLine => self.wanted.blank(y, x, width),
        }
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.fixed.unwrap_or_else(tty::size))
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    /// Sends the frame, if it changes anything.
    fn flush(&mut self) -> io::Result<()> {
        self.written = Written::default();
        if self.compose()
            && let Err(error) = self.send()
        {
            // Part of it may have arrived.
            self.stale = true;
            return Err(error);
        }
        self.settle();
        Ok(())
    }
}
