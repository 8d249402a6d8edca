//! TXT-03: names of laws, numbers of documents.

use std::ops::Range;

use crate::check::facts::prose::{Prose, SectionText};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::check::rule::lexicon::{PAIR, partner};

use super::SHOWN;

const OPEN: [char; 5] = ['〔', '[', '［', '（', '【'];
const CLOSE: [char; 5] = ['〕', ']', '］', '）', '】'];
/// Between a document's name and its number no more than this stands, in characters.
const NEAR: usize = 16;

/// A document's number: `国办函〔2020〕109号`.
struct Number {
    /// From its first bracket to 号.
    place: Range<usize>,
    /// The issuing body's characters before it.
    body: Range<usize>,
    bracket: char,
    year: u16,
    number: u32,
}

/// Applies the rule.
pub(super) fn check(prose: &Prose<'_>, found: &mut Collector<'_>) {
    names(prose, found);
    let documents: Vec<(&str, &str)> =
        found.profile.words(id::TXT_03, "documents").iter().filter_map(|pair| pair.split_once(PAIR)).collect();
    let mut bracketed: Vec<(&SectionText, Range<usize>)> = Vec::new();
    let mut wrong: Vec<(&str, &str)> = Vec::new();
    for part in prose.parts.iter().filter(|part| part.section > 0) {
        for number in numbers(part) {
            let whole = number.body.start..number.place.end;
            if number.bracket != '〔' && bracketed.len() < SHOWN {
                bracketed.push((part, whole.clone()));
            }
            let known = documents.iter().find(|(name, right)| !right.contains('令') && belongs(part, name, &number));
            let Some((name, right)) = known else { continue };
            // The replaced form of 2019 is DOC-06.
            let same = is_number(part, &number, right) || (number.year, number.number) == (2019, 60);
            if !same && !wrong.contains(&(name, right)) {
                wrong.push((name, right));
                say_number(part, name, right, &whole, found);
            }
        }
    }
    if let Some((part, place)) = bracketed.first() {
        let say = Say::default().with("found", part.get(place));
        let say = bracketed.iter().fold(say, |say, (part, place)| say.at(part.evidence(place)));
        found.say(id::TXT_03, "brackets", "brackets", say);
    }
    for (name, right) in documents.iter().filter(|(_, right)| right.contains('令')) {
        orders(prose, name, right, found);
    }
}

fn names(prose: &Prose<'_>, found: &mut Collector<'_>) {
    let mut said: Vec<&str> = Vec::new();
    for hit in prose.hits(id::TXT_03, "names") {
        let Some(part) = prose.part(*hit) else { continue };
        let place = hit.start..hit.end;
        let name = part.get(&place);
        let Some(right) = partner(found.profile.words(id::TXT_03, "names"), name).filter(|_| !said.contains(&name))
        else {
            continue;
        };
        said.push(name);
        let say = Say::default().with("found", name).with("right", right).at(part.evidence(&place));
        found.say(id::TXT_03, "name", &format!("name/{name}"), say);
    }
}

fn say_number(part: &SectionText, name: &str, right: &str, place: &Range<usize>, found: &mut Collector<'_>) {
    let say = Say::default().with("name", name).with("right", right).with("found", part.get(place));
    found.say(id::TXT_03, "number", &format!("number/{name}"), say.at(part.evidence(place)));
}

/// The numbers of documents in a text.
fn numbers<'p>(part: &'p SectionText) -> impl Iterator<Item = Number> + 'p {
    part.text.match_indices('号').filter_map(|(at, mark)| {
        let before = part.before(at, 24);
        let rest = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = before.get(rest.len()..)?.parse().ok()?;
        let closed = rest.strip_suffix(CLOSE)?;
        let opened = closed.trim_end_matches(|c: char| c.is_ascii_digit());
        let year: u16 = closed.get(opened.len()..)?.parse().ok().filter(|year| (1949..2100).contains(year))?;
        let body = opened.strip_suffix(OPEN)?;
        let bracket = opened.chars().next_back()?;
        let own = body.trim_end_matches(|c: char| c.is_alphabetic() && !"和及据按照依".contains(c));
        let start = at - before.len();
        // Case numbers have no body before their year.
        (own.len() < body.len()).then(|| Number {
            place: start + body.len()..at + mark.len(),
            body: start + own.len()..start + body.len(),
            bracket,
            year,
            number,
        })
    })
}

/// Does the number stand right behind the name of the document?
fn belongs(part: &SectionText, name: &str, number: &Number) -> bool {
    let before = part.before(number.body.start, NEAR + name.chars().count());
    before
        .rfind(name)
        .and_then(|at| before.get(at + name.len()..))
        .is_some_and(|gap| gap.contains('》') && !gap.contains(['《', '。', '；', '，']))
}

fn is_number(part: &SectionText, number: &Number, right: &str) -> bool {
    let Some((body, rest)) = right.split_once('〔') else { return true };
    rest == format!("{}〕{}号", number.year, number.number) && part.get(&number.body).ends_with(body)
}

/// `《…条例》（国务院令第711号）`: the number of the order.
fn orders(prose: &Prose<'_>, name: &str, right: &str, found: &mut Collector<'_>) {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let wanted = digits(right);
    for part in prose.parts.iter().filter(|part| part.section > 0) {
        let wrong = part.text.match_indices('号').find_map(|(at, mark)| {
            let before = part.before(at, NEAR + name.chars().count());
            let rest = before.trim_end_matches(|c: char| c.is_ascii_digit());
            let number = before.get(rest.len()..).filter(|number| !number.is_empty())?;
            let (_, gap) = rest.rsplit_once(name)?;
            let order = gap.starts_with('》') && gap.contains("国务院") && !gap.contains(['《', '。', '；']);
            let start = at - before.len() + before.rfind("国务院")?;
            // The order of 2007 is DOC-06.
            (order && number != wanted && number != "492").then(|| start..at + mark.len())
        });
        if let Some(place) = wrong {
            say_number(part, name, right, &place, found);
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{SITUATION, evidence, said, with_section};

    #[test]
    fn names_and_numbers_must_be_right() {
        for (text, expected) in [
            ("依据《中华人民共和国政府信息公开条例》（国务院令第711号）。", vec![]),
            ("依据《政府信息公开条例》（中华人民共和国国务院令第711号）和《办法》（第3号）。", vec![]),
            ("依据《中华人民共和国政府信息公开条例》（国务院令第771号）。", vec!["国务院令第771号"]),
            ("按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）收费。", vec![]),
            ("按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）。", vec![]),
            ("按照《政府信息公开信息处理费管理办法》（国办发〔2020〕109号）收费。", vec!["国办发〔2020〕109号"]),
            ("依据《中华人民共和国信息公开条例》编制。", vec!["《中华人民共和国信息公开条例》"]),
            ("按照县政办[2023]5号文件执行，案号（2023）豫12行初5号。", vec!["县政办[2023]5号"]),
        ] {
            let text = format!("{SITUATION}\n{text}");
            assert_eq!(evidence(&with_section(1, &text), "TXT-03"), expected, "{text}");
        }
        let text = format!("{SITUATION}\n《政府信息公开工作年度报告格式》（国办公开办函〔2019〕60号）。");
        assert_eq!(said(&with_section(1, &text), "TXT-03"), [""; 0], "DOC-06 says it");
        assert_eq!(said(&with_section(1, &text), "DOC-06"), ["basis"]);
    }
}
