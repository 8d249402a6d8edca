//! TXT-01: brackets and quotation marks without their counterpart.

use crate::base::han::{is_alphanumeric, rare};
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;

use super::is_prose;

const PAIRS: [(char, char); 6] = [('（', '）'), ('《', '》'), ('“', '”'), ('〔', '〕'), ('【', '】'), ('「', '」')];
/// So much of the text is shown with the mark.
const AROUND: usize = 8;

/// Looks through each section: of each pair the first that stands alone.
pub(super) fn check(prose: &Prose<'_>, found: &mut Collector<'_>) {
    for part in prose.parts.iter().filter(|part| is_prose(part)) {
        for ((open, _), alone) in PAIRS.into_iter().zip(alone(part)) {
            let Some((at, mark)) = alone else { continue };
            let text = if mark == open { part.after(at, AROUND).len() + at } else { at + mark.len_utf8() };
            let start = if mark == open { at } else { text - part.before(text, AROUND).len() };
            let say = Say::default().with("mark", mark).with("text", part.get(&(start..text)));
            let place = format!("pair/{}/{open}", part.section);
            found.say(id::TXT_01, "unclosed", &place, say.at(part.evidence(&(start..text))));
        }
    }
}

/// Of each pair the first mark without its counterpart. Items such as `1）` have none, and need none.
fn alone(part: &SectionText) -> [Option<(usize, char)>; PAIRS.len()] {
    let mut closed = [None; PAIRS.len()];
    let mut opened = [const { Vec::new() }; PAIRS.len()];
    for (at, c) in rare(&part.text).filter(|(_, c)| is_mark(*c)) {
        for (((open, close), opened), closed) in PAIRS.into_iter().zip(&mut opened).zip(&mut closed) {
            if c == open {
                opened.push(at);
            } else if c == close && closed.is_none() && opened.pop().is_none() && !is_item(part, at) {
                *closed = Some((at, close));
            }
        }
    }
    let first = |(closed, (opened, (open, _))): (Option<_>, (&Vec<usize>, (char, char)))| {
        closed.or_else(|| opened.first().map(|at| (*at, open)))
    };
    let mut all = closed.into_iter().zip(opened.iter().zip(PAIRS)).map(first);
    std::array::from_fn(|_| all.next().flatten())
}

fn is_mark(c: char) -> bool {
    PAIRS.iter().any(|(open, close)| c == *open || c == *close)
}

/// Does only a number stand before it: `1）`, `一）`?
fn is_item(part: &SectionText, at: usize) -> bool {
    let before = part.before(at, 4);
    let rest = before.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    rest.len() < before.len() && !rest.chars().next_back().is_some_and(is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{SITUATION, evidence, with_section};

    #[test]
    fn marks_come_in_pairs() {
        for (text, expected) in [
            ("根据《条例（修订）的要求开展工作。", vec!["《条例（修订）的"]),
            ("设置“信息公开专栏若干。", vec!["“信息公开专栏若"]),
            ("按照条例》开展工作。", vec!["按照条例》"]),
            ("根据《关于落实〈条例〉的通知》（试行), 设“专栏”，1）甲；2）乙。", vec![]),
        ] {
            assert_eq!(evidence(&with_section(1, &format!("{SITUATION}\n{text}")), "TXT-01"), expected, "{text}");
        }
    }
}
