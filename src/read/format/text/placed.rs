//! Words with their places on a page, as programs write them that take the text out of a PDF or off a scan: the tables of
//! `pdftotext -tsv` and Tesseract, the XML of `pdftohtml -xml`, the page of `pdftotext -bbox`. They are set as lines of
//! text with the gaps between them, and read as such.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use unicode_width::UnicodeWidthStr as _;

use crate::read::document::error::ReadError;
use crate::read::format::shared::xml::reference;

/// More words than this no report has.
const MAX_WORDS: usize = 1 << 18;
/// No line is wider, in columns.
const MAX_COLUMNS: usize = 600;
/// The beginning that is looked at for the marks of a format.
const HEAD: usize = 4096;
/// Words stand on one line if their middles are nearer than this share of their heights.
const SAME_LINE: f64 = 0.3;
/// What stands nearer than this share of a column is one word.
const ONE_WORD: f64 = 0.6;

/// A word on a page.
#[derive(Debug)]
struct Word {
    page: u32,
    left: f64,
    right: f64,
    middle: f64,
    height: f64,
    text: String,
}

/// The text of a file of placed words; `None` if it is none.
pub(in crate::read::format) fn text(written: &str) -> Option<Result<String, ReadError>> {
    let end = written.char_indices().map(|(at, _)| at).take_while(|at| *at < HEAD).last().unwrap_or(0);
    let head = written.get(..end).unwrap_or(written);
    let words = if head.trim_start_matches('\u{feff}').starts_with("level\tpage_num\t") {
        of_table(written)
    } else if head.contains("<pdf2xml") || head.contains("<page ") && head.contains("<word xMin=") {
        of_xml(written)
    } else {
        return None;
    };
    Some(words.map(|words| set(&words)).ok_or(ReadError::TooLarge))
}

/// By the columns `page_num`, `left`, `top`, `width`, `height` and `text`; `None` if there are too many.
fn of_table(written: &str) -> Option<Vec<Word>> {
    let mut rows = written.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let head = rows.next().unwrap_or_default();
    let at = |name: &str| head.iter().position(|column| *column == name).unwrap_or(usize::MAX);
    let [page, left, top, width, height, text] = ["page_num", "left", "top", "width", "height", "text"].map(at);
    let mut words = Vec::new();
    for row in rows {
        let number = |at: usize| row.get(at).and_then(|text| text.parse::<f64>().ok()).filter(|n| n.is_finite());
        let places = (number(left), number(top), number(width), number(height));
        let (Some(left), Some(top), Some(width), Some(height)) = places else { continue };
        let text = row.get(text).map_or("", |text| text.trim());
        if text.is_empty() || text.starts_with("###") && text.ends_with("###") {
            continue;
        }
        if words.len() >= MAX_WORDS {
            return None;
        }
        let page = row.get(page).and_then(|page| page.parse().ok()).unwrap_or(0);
        let middle = top + height / 2.0;
        words.push(Word { page, left, right: left + width, middle, height, text: text.to_owned() });
    }
    Some(words)
}

/// By the elements `page`, and `text` or `word`; what is broken behind a part is left out. `None` if there are too many.
fn of_xml(written: &str) -> Option<Vec<Word>> {
    let mut reader = Reader::from_str(written);
    let mut words: Vec<Word> = Vec::new();
    let mut page = 0_u32;
    let mut open: Option<Word> = None;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) => match start.local_name().as_ref() {
                "page" => page = page.saturating_add(1),
                "text" | "word" => open = word(&start, page),
                _ => {}
            },
            Event::Text(part) => {
                if let Some(word) = &mut open {
                    word.text += &part.xml10_content();
                }
            }
            Event::GeneralRef(name) => {
                if let Some(word) = &mut open {
                    word.text += &reference(&name);
                }
            }
            Event::End(end) if matches!(end.local_name().as_ref(), "text" | "word") => {
                words.extend(open.take().filter(|word| !word.text.trim().is_empty()));
                if words.len() > MAX_WORDS {
                    return None;
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Some(words)
}

/// Where a word stands, by whichever names its element says it.
fn word(start: &BytesStart<'_>, page: u32) -> Option<Word> {
    let number = |wanted: &str| {
        let found = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == wanted);
        found.and_then(|found| found.value.trim().parse::<f64>().ok()).filter(|number| number.is_finite())
    };
    let left = number("left").or_else(|| number("xMin"))?;
    let top = number("top").or_else(|| number("yMin"))?;
    let right = number("width").map(|width| left + width).or_else(|| number("xMax"))?;
    let height = number("height").or_else(|| Some(number("yMax")? - top))?;
    Some(Word { page, left, right, middle: top + height / 2.0, height, text: String::new() })
}

/// The words as lines of text: each begins in the column that its place asks for.
fn set(words: &[Word]) -> String {
    let unit = unit(words);
    let mut text = String::new();
    for page in words.chunk_by(|a, b| a.page == b.page) {
        for line in lines(page) {
            let mut end = 0_usize;
            let mut right = f64::MIN;
            for word in line {
                // Within the bounds above: a place is a small number.
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded and not negative")]
                let column = (word.left / unit).round().clamp(0.0, MAX_COLUMNS as f64) as usize;
                let is_apart = word.left - right > unit * ONE_WORD;
                let gap = if end > 0 && !is_apart { 0 } else { column.saturating_sub(end).max(usize::from(end > 0)) };
                text.extend(std::iter::repeat_n(' ', gap));
                let own = word.text.trim();
                text += own;
                end += gap + own.width();
                right = word.right;
            }
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

/// How wide a column is: what most words have for a letter.
fn unit(words: &[Word]) -> f64 {
    let wide = |word: &Word| {
        let columns = u32::try_from(word.text.trim().width()).unwrap_or(1).max(1);
        (word.right - word.left) / f64::from(columns)
    };
    let mut units: Vec<f64> = words.iter().map(wide).filter(|unit| *unit > 0.0).collect();
    units.sort_by(f64::total_cmp);
    units.get(units.len() / 2).copied().unwrap_or(1.0)
}

/// The lines of a page from top to bottom, the words of each from left to right.
fn lines(page: &[Word]) -> Vec<Vec<&Word>> {
    let mut words: Vec<&Word> = page.iter().collect();
    words.sort_by(|a, b| a.middle.total_cmp(&b.middle));
    let mut lines: Vec<Vec<&Word>> = Vec::new();
    for word in words {
        let is_same = |line: &Vec<&Word>| {
            line.first().is_some_and(|first| word.middle - first.middle < first.height.min(word.height) * SAME_LINE)
        };
        match lines.last_mut().filter(|line| is_same(line)) {
            Some(line) => line.push(word),
            None => lines.push(vec![word]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_set_where_they_stand() {
        let table = "level\tpage_num\tpar_num\tleft\ttop\twidth\theight\tconf\ttext\n\
                     1\t1\t0\t0\t0\t600\t800\t-1\t###PAGE###\n\
                     5\t1\t0\t200\t101\t10\t20\t95\t21\n\
                     5\t1\t0\t10\t100\t40\t20\t100\t规章\n\
                     5\t1\t0\t50\t100\t40\t20\t100\t名称\n\
                     5\t1\t0\tx\t100\t40\t20\t100\t坏\n\
                     5\t2\t0\t10\t90\t40\t20\t100\t文件\n";
        assert_eq!(text(table).unwrap().unwrap(), " 规章名称           21\n\n 文件\n\n");
        let xml = "<?xml version=\"1.0\"?><pdf2xml><page number=\"1\" width=\"9\">\
                   <text top=\"100\" left=\"200\" width=\"10\" height=\"20\" font=\"0\">2<b>1</b></text>\
                   <text top=\"100\" left=\"10\" width=\"40\" height=\"20\">规&lt;章</text><text top=\"x\">坏</text></page>";
        assert_eq!(text(xml).unwrap().unwrap(), " 规<章                   21\n\n");
        let page = "<html><body><doc><page width=\"600\" height=\"800\"><word xMin=\"10\" yMin=\"100\" xMax=\"50\" yMax=\"120\">规章\
                    </word><word xMin=\"100\" yMin=\"100\" xMax=\"110\" yMax=\"120\">7</word></page></doc></body></html>";
        assert_eq!(text(page).unwrap().unwrap(), " 规章     7\n\n");
        assert!(text("level\t一\n").is_none() && text("<html><p>甲</p></html>").is_none());
    }

    #[test]
    fn masses_and_nonsense_are_bounded() {
        let line = "5\t1\t0\t1e300\t-1e300\t0\t1e-300\t1\t甲\n";
        let table = format!("level\tpage_num\tpar_num\tleft\ttop\twidth\theight\tconf\ttext\n{}", line.repeat(1000));
        assert!(text(&table).unwrap().unwrap().len() < 1000 * 1000);
        let many = format!(
            "level\tpage_num\tleft\ttop\twidth\theight\ttext\n{}",
            "5\t1\t0\t0\t1\t1\t甲\n".repeat(MAX_WORDS + 1)
        );
        assert_eq!(text(&many).unwrap(), Err(ReadError::TooLarge));
    }
}
