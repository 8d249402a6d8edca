//! The optimised stream and a plain full redraw give the same screen, on terminals of either opinion about width; and
//! what a frame costs.

use std::fmt::Write as _;
use std::io::Write;
use std::num::NonZeroU16;

use gouji::terminal::width::{Ambiguous, Measure, free_left_edge};
use gouji::terminal::{Backend, Options};
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier, Style};

/// Characters on whose width terminals differ.
const AMBIGUOUS: [&str; 4] = ["“", "…", "①", "─"];

/// A terminal at the other end, which may give ambiguous characters two cells.
struct Far {
    parser: vt100::Parser,
    ambiguous: Ambiguous,
}

impl Far {
    fn new(size: Size, ambiguous: Ambiguous) -> Self {
        let [rows, columns] = [size.height, size.width].map(|n| NonZeroU16::new(n).unwrap());
        Self { parser: vt100::Parser::new(rows, columns, 0), ambiguous }
    }

    fn resize(&mut self, size: Size) {
        let [rows, columns] = [size.height, size.width].map(|n| NonZeroU16::new(n).unwrap());
        self.parser.screen_mut().set_size(rows, columns);
    }

    fn feed(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).unwrap();
        match self.ambiguous {
            Ambiguous::Narrow => self.parser.process(bytes),
            // The emulator takes them for narrow: wide characters that are used for nothing else stand in.
            Ambiguous::Wide => {
                let text = text.replace('“', "㐀").replace('…', "㐁").replace('①', "㐂").replace('─', "㐃");
                self.parser.process(text.as_bytes());
            }
        }
    }

    /// What can be seen, row by row.
    fn seen(&self) -> Vec<String> {
        let screen = self.parser.screen();
        let (rows, columns) = screen.size();
        let row = |y| (0..columns.get()).map(|x| look(screen.cell(y, x).unwrap())).collect();
        let cursor = (!screen.hide_cursor()).then(|| screen.cursor_position());
        (0..rows.get()).map(row).chain([format!("{cursor:?}")]).collect()
    }
}

fn look(cell: &vt100::Cell) -> String {
    if cell.is_wide_continuation() {
        return "<".into();
    }
    let mut look = if cell.has_contents() { cell.contents().to_owned() } else { " ".into() };
    let blank = look == " ";
    if cell.bgcolor() != vt100::Color::Default {
        let _ = write!(look, "on{:?}", cell.bgcolor());
    }
    for (on, sign) in [(cell.underline(), "_"), (cell.inverse(), "%")] {
        look.push_str(if on { sign } else { "" });
    }
    let ink = !blank || cell.underline() || cell.inverse();
    if ink && cell.fgcolor() != vt100::Color::Default {
        let _ = write!(look, "{:?}", cell.fgcolor());
    }
    for (on, sign) in [(cell.bold(), "!"), (cell.dim(), "."), (cell.italic(), "/")] {
        look.push_str(if on && !blank { sign } else { "" });
    }
    look
}

/// Every cell by itself, placed and dressed: slow, and without any cleverness.
fn plain(buffer: &Buffer, cursor: Option<Position>, layout: Ambiguous) -> Vec<u8> {
    let mut out = String::from("\x1b[m\x1b[2J");
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            let _ = write!(out, "\x1b[{};{}H\x1b[m", y + 1, x + 1);
            for (modifier, code) in [
                (Modifier::BOLD, 1),
                (Modifier::DIM, 2),
                (Modifier::ITALIC, 3),
                (Modifier::UNDERLINED, 4),
                (Modifier::REVERSED, 7),
            ] {
                if cell.modifier.contains(modifier) {
                    let _ = write!(out, "\x1b[{code}m");
                }
            }
            for (colour, base) in [(cell.fg, 30), (cell.bg, 40)] {
                match colour {
                    Color::Red => drop(write!(out, "\x1b[{}m", base + 1)),
                    Color::Blue => drop(write!(out, "\x1b[{}m", base + 4)),
                    Color::Indexed(i) => drop(write!(out, "\x1b[{};5;{i}m", base + 8)),
                    _ => {}
                }
            }
            out.push_str(cell.symbol());
            x += cell.cell_width().max(1);
            let free = x < buffer.area.width && buffer[(x, y)].symbol() == " ";
            // The blank that the layout left is the glyph's other half.
            x += u16::from(layout == Ambiguous::Wide && free && AMBIGUOUS.contains(&cell.symbol()));
        }
    }
    match cursor {
        Some(at) => drop(write!(out, "\x1b[{};{}H\x1b[?25h", at.y + 1, at.x + 1)),
        None => out.push_str("\x1b[?25l"),
    }
    out.into_bytes()
}

/// What happens between two frames.
#[derive(Debug, Clone)]
enum Step {
    Text { x: u16, y: u16, text: String, style: Style },
    Paint { area: Rect, style: Style },
    Scroll { top: usize, bottom: usize, by: isize },
    Popup { area: Rect },
    Wipe,
    Cursor(Option<(u16, u16)>),
    Resize(Size),
    Forget,
}

fn styles() -> impl Strategy<Value = Style> {
    let colours =
        || prop::sample::select(vec![Color::Reset, Color::Reset, Color::Red, Color::Blue, Color::Indexed(200)]);
    let modifiers = prop::sample::select(vec![
        Modifier::empty(),
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::BOLD.union(Modifier::DIM),
        Modifier::REVERSED,
        Modifier::UNDERLINED.union(Modifier::ITALIC),
    ]);
    (colours(), colours(), modifiers).prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
}

fn texts() -> impl Strategy<Value = String> {
    let pieces = vec![
        "区",
        "党政办",
        "公开报告",
        "，",
        "a",
        "12.5",
        "  ",
        "     ",
        "“",
        "…",
        "①",
        "─",
        "✓",
        "e\u{301}",
        "中\u{301}",
        "😀",
        "❤\u{FE0F}",
        "👨\u{200D}👩",
        "ｱ",
        "Ａ",
    ];
    prop::collection::vec(prop::sample::select(pieces), 1..12).prop_map(|pieces| pieces.concat())
}

fn steps() -> impl Strategy<Value = Step> {
    let area = || (0u16..24, 0u16..10, 1u16..12, 1u16..6).prop_map(|(x, y, w, h)| Rect::new(x, y, w, h));
    prop_oneof![
        8 => (0u16..26, 0u16..12, texts(), styles()).prop_map(|(x, y, text, style)| Step::Text { x, y, text, style }),
        2 => (area(), styles()).prop_map(|(area, style)| Step::Paint { area, style }),
        4 => (0usize..12, 0usize..13, -4isize..5).prop_map(|(a, b, by)| Step::Scroll { top: a.min(b), bottom: a.max(b), by }),
        1 => area().prop_map(|area| Step::Popup { area }),
        1 => Just(Step::Wipe),
        2 => prop::option::of((0u16..26, 0u16..12)).prop_map(Step::Cursor),
        1 => (12u16..30, 4u16..13).prop_map(|(w, h)| Step::Resize(Size::new(w, h))),
        1 => Just(Step::Forget),
    ]
}

/// The content of the screen, and what the desk does to it.
struct Desk {
    model: Buffer,
    cursor: Option<Position>,
    measure: Measure,
    far: Ambiguous,
}

impl Desk {
    fn apply(&mut self, step: &Step) {
        let all = self.model.area;
        match step {
            Step::Text { x, y, text, style } => {
                let area = Rect::new(*x, *y, 60, 1).intersection(all);
                free_left_edge(&mut self.model, area);
                self.measure.put(&mut self.model, (*x, *y), text, 60, *style);
            }
            Step::Paint { area, style } => self.model.set_style(area.intersection(all), *style),
            Step::Scroll { top, bottom, by } => self.scroll(*top, *bottom, *by),
            Step::Popup { area } => {
                let area = area.intersection(all);
                free_left_edge(&mut self.model, area);
                for at in area.positions() {
                    self.model[at].reset();
                    self.model[at].set_symbol("#");
                }
            }
            Step::Wipe => self.model.reset(),
            Step::Cursor(at) => self.cursor = at.map(Position::from),
            Step::Resize(_) | Step::Forget => {}
        }
        self.cursor = self.cursor.map(|at| Position::new(at.x.min(all.width - 1), at.y.min(all.height - 1)));
        self.tidy();
    }

    fn scroll(&mut self, top: usize, bottom: usize, by: isize) {
        let width = usize::from(self.model.area.width);
        let bottom = bottom.min(usize::from(self.model.area.height));
        let Some(band) = self.model.content.get_mut(top * width..bottom * width) else { return };
        let by = by.clamp(-((bottom - top) as isize), (bottom - top) as isize);
        match usize::try_from(by) {
            Ok(by) => band.rotate_left(by * width),
            Err(_) => band.rotate_right(by.unsigned_abs() * width),
        }
    }

    /// What the layout above never does: glyphs that go on behind the edge, or whose second half is in use.
    fn tidy(&mut self) {
        for y in 0..self.model.area.height {
            for x in 0..self.model.area.width {
                let left = self.model.area.width - x;
                let cell = &self.model[(x, y)];
                let (cells, odd) = (cell.cell_width(), cell.symbol().chars().count() > 1);
                let ambiguous = self.far == Ambiguous::Wide && AMBIGUOUS.contains(&cell.symbol());
                if cells > left || (odd && left < 6) || (ambiguous && left < 2) {
                    self.model[(x, y)].set_symbol("?");
                } else if cells == 2 && left >= 2 && self.model[(x + 1, y)].symbol() != " " {
                    self.model[(x, y)].set_symbol(" ");
                }
            }
        }
    }
}

/// Walks, and compares after each frame.
fn walk(frames: &[Vec<Step>], options: Options, layout: Ambiguous, far: Ambiguous) {
    let size = Size::new(26, 12);
    let mut terminal = Terminal::new(Backend::with_size(Vec::new(), size, options)).unwrap();
    let mut screen = Far::new(size, far);
    let model = Buffer::empty(Rect::from(size));
    let mut desk = Desk { model, cursor: None, measure: Measure::new(layout), far };
    for steps in frames {
        for step in steps {
            match step {
                Step::Resize(size) => {
                    terminal.backend_mut().set_size(*size);
                    screen.resize(*size);
                    desk.model = Buffer::empty(Rect::from(*size));
                }
                Step::Forget => terminal.clear().unwrap(),
                _ => {}
            }
            desk.apply(step);
        }
        gouji::terminal::draw(&mut terminal, |frame| {
            frame.buffer_mut().content.clone_from(&desk.model.content);
            desk.cursor.into_iter().for_each(|at| frame.set_cursor_position(at));
        })
        .unwrap();
        screen.feed(&std::mem::take(terminal.backend_mut().out()));
        let mut reference = Far::new(terminal.size().unwrap(), far);
        reference.feed(&plain(&desk.model, desk.cursor, layout));
        pretty_compare(&screen.seen(), &reference.seen());
    }
}

fn pretty_compare(ours: &[String], plain: &[String]) {
    for (y, (ours, plain)) in ours.iter().zip(plain).enumerate() {
        assert_eq!(ours, plain, "row {y}: ours, then plain");
    }
}

fn walks() -> impl Strategy<Value = Vec<Vec<Step>>> {
    prop::collection::vec(prop::collection::vec(steps(), 1..5), 1..14)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_screen_on_a_narrow_terminal(frames in walks()) {
        walk(&frames, Options::default(), Ambiguous::Narrow, Ambiguous::Narrow);
    }

    #[test]
    fn the_same_screen_without_scroll_region(frames in walks()) {
        let options = Options { scroll_region: false, sync: false, ..Options::default() };
        walk(&frames, options, Ambiguous::Narrow, Ambiguous::Narrow);
    }

    #[test]
    fn the_same_screen_on_a_wide_terminal(frames in walks()) {
        walk(&frames, Options { ambiguous: Ambiguous::Wide, ..Options::default() }, Ambiguous::Wide, Ambiguous::Wide);
    }

    #[test]
    fn the_same_screen_when_the_setting_is_wrong(frames in walks()) {
        walk(&frames, Options::default(), Ambiguous::Narrow, Ambiguous::Wide);
    }
}

/// Counts what is written and how often.
#[derive(Default)]
struct Line {
    bytes: Vec<u8>,
    writes: usize,
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        self.writes += 1;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A list of agencies in a frame, as the desk shows it: 120x40.
struct List {
    terminal: Terminal<Backend<Line>>,
    top: usize,
    chosen: usize,
    highlight: bool,
}

impl List {
    const ROWS: usize = 36;

    fn new(options: Options) -> Self {
        let backend = Backend::with_size(Line::default(), Size::new(120, 40), options);
        Self { terminal: Terminal::new(backend).unwrap(), top: 100, chosen: 110, highlight: false }
    }

    /// Draws; bytes and writes.
    fn draw(&mut self) -> (usize, usize) {
        let (top, chosen, highlight) = (self.top, self.chosen, self.highlight);
        gouji::terminal::draw(&mut self.terminal, |frame| {
            let area = frame.area();
            let border = gouji::terminal::glyphs::SAFE.border();
            let block = ratatui::widgets::Block::bordered().border_set(border).title(" 机构 ");
            frame.render_widget(block, Rect { height: 39, ..area });
            let buffer = frame.buffer_mut();
            buffer.set_string(
                2,
                1,
                "    机关                     年度   新收   上年结转   公开   不予公开   结果",
                Style::new().bold(),
            );
            for row in 0..Self::ROWS {
                let (number, y) = (top + row, u16::try_from(row).unwrap() + 2);
                buffer.set_string(2, y, Self::text(number), Style::new());
                if number == chosen {
                    buffer.set_string(2, y, "▸", Style::new());
                    if highlight {
                        buffer.set_style(Rect::new(1, y, 118, 1), Style::new().reversed());
                    }
                }
            }
            buffer.set_string(0, 39, format!("第 {} 行，共 5000 行", chosen + 1), Style::new());
            frame.set_cursor_position((2, u16::try_from(chosen - top).unwrap() + 2));
        })
        .unwrap();
        let line = std::mem::take(self.terminal.backend_mut().out());
        (line.bytes.len(), line.writes)
    }

    fn text(n: usize) -> String {
        let names = [
            "三门峡市湖滨区教育体育局",
            "长沙市岳麓区人民政府办公室",
            "重庆市北碚区卫生健康委员会",
            "厦门市思明区财政局",
        ];
        let (name, result) = (names[n % 4], ["属实，已办结", "错：表三合计不符", "疑：与上年报告不一致"][n % 3]);
        let name = Measure::default().pad(name, 28, Default::default(), "~");
        format!(
            "  {n:05} {name} 2023  {:5}  {:5}  {:5}  {:5}  {result}，信息公开年度报告正文",
            n % 977,
            n % 13,
            n % 511,
            n % 7
        )
    }
}

#[test]
fn frames_are_cheap() {
    let mut list = List::new(Options::default());
    let (page, writes) = list.draw();
    assert_eq!(writes, 1);
    let idle = list.draw();
    list.chosen += 1;
    let (marker, _) = list.draw();
    list.top += 1;
    list.chosen += 1;
    let (scroll, writes) = list.draw();
    assert_eq!(writes, 1);
    list.top -= 2;
    list.chosen -= 2;
    let (back, _) = list.draw();
    list.top += 20;
    list.chosen += 20;
    let (twenty, _) = list.draw();
    list.highlight = true;
    list.draw();
    list.chosen += 1;
    let (highlight, _) = list.draw();
    list.top += 1;
    list.chosen += 1;
    let (highlight_scroll, _) = list.draw();
    let mut still = List::new(Options { scroll_region: false, ..Options::default() });
    still.draw();
    still.top += 1;
    still.chosen += 1;
    let (without, _) = still.draw();
    println!(
        "page {page}, idle {}, marker {marker}, scroll {scroll}, back by two {back}, by twenty {twenty}, highlight {highlight}, \
         with scroll {highlight_scroll}; scroll without region {without}",
        idle.0
    );
    assert_eq!(idle, (0, 0));
    assert!(page <= 10_000 && marker <= 300 && scroll <= 1_000 && back <= 1_300, "{page} {marker} {scroll} {back}");
    assert!(highlight <= 800 && highlight_scroll <= 1_200, "{highlight} {highlight_scroll}");
}

#[test]
fn a_page_of_text_is_cheap() {
    let mut terminal = Terminal::new(Backend::with_size(Vec::new(), Size::new(120, 40), Options::default())).unwrap();
    let text =
        "根据《中华人民共和国政府信息公开条例》规定，现将2023年度政府信息公开工作“年度报告”公布如下：一、总体情况。";
    let lines = Measure::default().wrap(&text.repeat(50), 118);
    let written = gouji::terminal::draw(&mut terminal, |frame| {
        for (y, line) in (0..40).zip(&lines) {
            frame.buffer_mut().set_string(1, y, line, Style::new());
        }
    })
    .unwrap();
    println!("page of text {}", written.bytes);
    assert!(written.bytes <= 10_000, "{}", written.bytes);
}

#[test]
fn a_failed_write_is_made_good() {
    struct Broken(bool, Vec<u8>);
    impl Write for Broken {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            if self.0 {
                return Err(std::io::ErrorKind::BrokenPipe.into());
            }
            self.1.extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let size = Size::new(20, 2);
    let mut terminal = Terminal::new(Backend::with_size(Broken(true, vec![]), size, Options::default())).unwrap();
    let draw = |terminal: &mut Terminal<_>| {
        gouji::terminal::draw(terminal, |frame| frame.buffer_mut().set_string(0, 1, "区政府", Style::new()))
    };
    assert!(draw(&mut terminal).is_err());
    terminal.backend_mut().out().0 = false;
    draw(&mut terminal).unwrap();
    let mut far = Far::new(size, Ambiguous::Narrow);
    far.feed(&terminal.backend_mut().out().1);
    assert_eq!(far.parser.screen().contents().trim(), "区政府");
}

#[test]
fn no_size_is_too_small() {
    for (width, height) in (0..4).flat_map(|w| (0..4).map(move |h| (w, h))) {
        let size = Size::new(width, height);
        let mut terminal = Terminal::new(Backend::with_size(Vec::new(), size, Options::default())).unwrap();
        for at in 0..3 {
            gouji::terminal::draw(&mut terminal, |frame| {
                frame.render_widget(ratatui::widgets::Block::bordered().title("区政府…"), frame.area());
                frame.set_cursor_position((at, at));
            })
            .unwrap();
            terminal.backend_mut().set_size(Size::new(width.saturating_sub(at), height));
        }
    }
}
