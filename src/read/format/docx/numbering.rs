//! Automatic numbers: what Word counts and does not write down. Headings are numbered so, and labels of tables.

use std::collections::{HashMap, HashSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::xml::{attribute, number};

/// Levels of a list.
const LEVELS: usize = 9;
/// A style is based on another, and so on, so many times at most.
const MAX_CHAIN: usize = 16;

/// How one level of a list is written.
#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: String,
    /// `%1、`, `（%2）`.
    text: String,
}

/// A list in use: which definition, and where its levels start anew.
#[derive(Debug, Default)]
struct List {
    definition: i64,
    starts: Vec<(usize, u32)>,
}

/// A paragraph style, as far as it numbers.
#[derive(Debug, Default)]
struct Style {
    number: Option<i64>,
    level: Option<i64>,
    base: Option<String>,
}

/// The lists of a document, and how far they have counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: HashMap<i64, Vec<Level>>,
    lists: HashMap<i64, List>,
    styles: HashMap<String, Style>,
    counters: HashMap<i64, [Option<u32>; LEVELS]>,
    begun: HashSet<i64>,
}

impl Numbering {
    /// From `numbering.xml` and `styles.xml`; what is broken in them is left out.
    pub fn new(numbering: &str, styles: &str) -> Self {
        let mut lists = Self::default();
        lists.read_lists(numbering);
        lists.read_styles(styles);
        lists
    }

    /// The number of the next paragraph with these properties: `一、`.
    pub fn label(&mut self, number: Option<i64>, level: Option<i64>, style: Option<&str>) -> Option<String> {
        let (by_style, style_level) = self.of_style(style);
        let id = number.or(by_style)?;
        let level = usize::try_from(level.or(style_level).unwrap_or(0)).ok().filter(|&level| level < LEVELS)?;
        let list = self.lists.get(&id)?;
        let definition = self.definitions.get(&list.definition)?;
        let counters = self.counters.entry(list.definition).or_default();
        if self.begun.insert(id) {
            for &(level, start) in &list.starts {
                if let Some(counter) = counters.get_mut(level) {
                    *counter = start.checked_sub(1);
                }
            }
        }
        count(counters, level, definition);
        written(counters, definition.get(level)?, definition)
    }

    fn of_style(&self, style: Option<&str>) -> (Option<i64>, Option<i64>) {
        let mut at = style;
        let mut level = None;
        for _ in 0..MAX_CHAIN {
            let Some(style) = at.and_then(|id| self.styles.get(id)) else { break };
            level = level.or(style.level);
            if style.number.is_some() {
                return (style.number, level);
            }
            at = style.base.as_deref();
        }
        (None, None)
    }

    fn read_lists(&mut self, xml: &str) {
        // What is open: a definition, a list, or a level of either.
        let (mut definition, mut list, mut level) = (None, None, 0);
        walk(xml, |name, start| match name {
            "abstractNum" => (definition, list) = (id(start, "abstractNumId"), None),
            "num" => (definition, list) = (None, id(start, "numId")),
            "lvl" | "lvlOverride" => {
                level = id(start, "ilvl").and_then(|level| usize::try_from(level).ok()).unwrap_or(LEVELS);
            }
            "start" | "numFmt" | "lvlText" if level < LEVELS => {
                let Some(definition) = definition else { return };
                let levels = self.definitions.entry(definition).or_insert_with(|| vec![Level::default(); LEVELS]);
                let Some(level) = levels.get_mut(level) else { return };
                match name {
                    "start" => level.start = positive(start),
                    "numFmt" => level.format = attribute(start, "val").unwrap_or_default(),
                    _ => level.text = raw(start),
                }
            }
            "abstractNumId" => {
                if let (Some(list), Some(definition)) = (list, number(start)) {
                    self.lists.entry(list).or_default().definition = definition;
                }
            }
            "startOverride" if level < LEVELS => {
                if let Some(list) = list.and_then(|list| self.lists.get_mut(&list)) {
                    list.starts.push((level, positive(start)));
                    list.starts.truncate(LEVELS);
                }
            }
            _ => {}
        });
    }

    fn read_styles(&mut self, xml: &str) {
        let mut open: Option<String> = None;
        walk(xml, |name, start| {
            if name == "style" {
                open = attribute(start, "styleId");
                return;
            }
            let Some(style) = open.as_ref().filter(|_| matches!(name, "numId" | "ilvl" | "basedOn")) else { return };
            let style = self.styles.entry(style.clone()).or_default();
            match name {
                "numId" => style.number = number(start),
                "ilvl" => style.level = number(start),
                _ => style.base = attribute(start, "val"),
            }
        });
    }
}

/// Calls for every element with its name without the prefix, until the XML ends or breaks.
fn walk(xml: &str, mut each: impl FnMut(&str, &BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) | Event::Empty(start) => each(start.local_name().as_ref(), &start),
            Event::Eof => return,
            _ => {}
        }
    }
}

fn id(start: &BytesStart<'_>, name: &str) -> Option<i64> {
    attribute(start, name)?.trim().parse().ok()
}

fn positive(start: &BytesStart<'_>) -> u32 {
    number(start).and_then(|number| u32::try_from(number).ok()).unwrap_or(1)
}

/// The text of a level with its entities resolved: it is put in front of a paragraph.
fn raw(start: &BytesStart<'_>) -> String {
    let text = attribute(start, "val").unwrap_or_default();
    let text: String = text.chars().take(32).collect();
    quick_xml::escape::unescape(&text).map(|text| text.into_owned()).unwrap_or(text)
}

/// Counts one on at this level, and begins the deeper ones anew.
fn count(counters: &mut [Option<u32>; LEVELS], level: usize, definition: &[Level]) {
    for (at, counter) in counters.iter_mut().enumerate() {
        let start = definition.get(at).map_or(1, |level| level.start);
        match at.cmp(&level) {
            std::cmp::Ordering::Less => *counter = counter.or(Some(start)),
            std::cmp::Ordering::Equal => *counter = Some(counter.map_or(start, |count| count.saturating_add(1))),
            std::cmp::Ordering::Greater => *counter = None,
        }
    }
}

/// The label of a level: its text with the counters put in.
fn written(counters: &[Option<u32>; LEVELS], level: &Level, definition: &[Level]) -> Option<String> {
    if matches!(level.format.as_str(), "bullet" | "none") {
        return None;
    }
    let mut label = String::new();
    let mut chars = level.text.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            label.push(c);
            continue;
        }
        let digit = chars.next().and_then(|c| c.to_digit(10)).and_then(|digit| usize::try_from(digit).ok())?;
        let at = digit.checked_sub(1)?;
        let count = counters.get(at).copied().flatten()?;
        label.push_str(&numeral(count, definition.get(at).map_or("decimal", |level| &level.format)));
    }
    (!label.trim().is_empty()).then_some(label)
}

/// A number as Word writes it in this format; in digits where the format is of no interest here.
fn numeral(count: u32, format: &str) -> String {
    let nth = |first: char| char::from_u32(u32::from(first) + count.saturating_sub(1)).map(String::from);
    let small = (1..=20).contains(&count);
    let written = match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "koreanCounting"
        | "ideographTraditional"
        | "ideographDigital" => han(count),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if small => nth('①'),
        "decimalEnclosedParen" if small => nth('⑴'),
        "decimalEnclosedFullstop" if small => nth('⒈'),
        "upperLetter" if count <= 26 => nth('A'),
        "lowerLetter" if count <= 26 => nth('a'),
        _ => None,
    };
    written.unwrap_or_else(|| count.to_string())
}

/// `一`, `十`, `十一`, `二十`, `一百零一`, up to 999.
fn han(count: u32) -> Option<String> {
    let digit = |digit: u32| "零一二三四五六七八九".chars().nth(usize::try_from(digit).ok()?);
    let (hundreds, tens, ones) = (count / 100, count / 10 % 10, count % 10);
    if !(1..1000).contains(&count) {
        return None;
    }
    let mut text = String::new();
    if hundreds > 0 {
        text.extend([digit(hundreds)?, '百']);
    }
    match tens {
        0 if hundreds > 0 && ones > 0 => text.push('零'),
        0 => {}
        1 if hundreds == 0 => text.push('十'),
        _ => text.extend([digit(tens)?, '十']),
    }
    if ones > 0 {
        text.push(digit(ones)?);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = r#"<w:numbering>
        <w:abstractNum w:abstractNumId="7">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2 "/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="7"/>
          <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
      </w:numbering>"#;
    const STYLES: &str = r#"<w:styles>
        <w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>
        <w:style w:styleId="c"><w:basedOn w:val="c"/></w:style>
      </w:styles>"#;

    #[test]
    fn lists_count_by_level_and_start_anew() {
        let mut lists = Numbering::new(LISTS, STYLES);
        let mut label = |number, level| lists.label(Some(number), Some(level), None);
        assert_eq!(label(1, 0).as_deref(), Some("一、"));
        assert_eq!(label(1, 1).as_deref(), Some("一.1 "));
        assert_eq!(label(1, 1).as_deref(), Some("一.2 "));
        assert_eq!(label(1, 2), None);
        assert_eq!(label(1, 0).as_deref(), Some("二、"));
        assert_eq!(label(1, 1).as_deref(), Some("二.1 "));
        assert_eq!(label(2, 0).as_deref(), Some("五、"));
        assert_eq!(label(2, 0).as_deref(), Some("六、"));
        assert_eq!((label(0, 0), label(1, 12), label(1, -1)), (None, None, None));
    }

    #[test]
    fn a_style_may_number_and_hand_it_down() {
        let mut lists = Numbering::new(LISTS, STYLES);
        assert_eq!(lists.label(None, None, Some("b")).as_deref(), Some("一、"));
        assert_eq!(lists.label(None, None, Some("a")).as_deref(), Some("二、"));
        assert_eq!(lists.label(None, None, Some("c")), None);
        assert_eq!(lists.label(Some(0), None, Some("a")), None, "number 0 takes the style's away");
    }

    #[test]
    fn chinese_numerals() {
        for (count, text) in
            [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (101, "一百零一"), (110, "一百一十")]
        {
            assert_eq!(numeral(count, "chineseCounting"), text);
        }
        assert_eq!(numeral(3, "decimalEnclosedCircleChinese"), "③");
        assert_eq!(numeral(5000, "chineseCounting"), "5000");
    }
}
