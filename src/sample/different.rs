//! Texts that no two reports share, for measuring: the generator's, with one character of five another one.
//!
//! What stands around a number stays, so that the text still says what the tables say.

use crate::report::{SafeText, Section};

use super::random::Random;

/// Of so many characters one becomes another.
const EVERY: usize = 5;
/// Where a clause ends.
const ENDS: [char; 6] = ['，', '。', '；', '：', '、', '\n'];
/// What it becomes: usual characters that say nothing together.
const OTHERS: &str = "天地山水风云花草树石金木火土日月星光东西南北春夏秋冬红黄蓝白黑青高低长短方圆轻重远近早晚新旧明暗";

pub(super) fn make(sections: &mut [Section], random: &mut Random) {
    let others: Vec<char> = OTHERS.chars().collect();
    for section in sections {
        let clauses = section.text.split_inclusive(ENDS).map(|clause| changed(clause, &others, random));
        section.text = SafeText::lines(&clauses.collect::<String>());
    }
}

/// A clause in other words; one with digits as it is.
fn changed(clause: &str, others: &[char], random: &mut Random) -> String {
    if clause.contains(|c: char| c.is_ascii_digit()) {
        return clause.to_owned();
    }
    let changed = clause.chars().enumerate().map(|(place, c)| match c {
        '\u{4E00}'..='\u{9FFF}' if place % EVERY == EVERY / 2 => random.pick(others).copied().unwrap_or(c),
        _ => c,
    });
    changed.collect()
}

#[cfg(test)]
mod tests {
    use crate::sample::{Likeness, SampleOptions, generate};

    #[test]
    fn no_two_texts_are_alike_and_the_numbers_stay() {
        let texts = |texts| -> Vec<String> {
            let options = SampleOptions { count: 40, texts, ..SampleOptions::default() };
            generate(&options).map(|generated| generated.report.narrative.sections[4].text.to_string()).collect()
        };
        let digits = |texts: &[String]| -> Vec<String> {
            texts.iter().map(|text| text.chars().filter(char::is_ascii_digit).collect()).collect()
        };
        let (alike, different) = (texts(Likeness::Alike), texts(Likeness::Different));
        assert_eq!(digits(&alike), digits(&different));
        let runs = |text: &str| -> std::collections::HashSet<String> {
            let letters: Vec<char> = text.chars().collect();
            letters.windows(4).map(|run| run.iter().collect()).collect()
        };
        for pair in different.windows(2) {
            let (one, other) = (runs(&pair[0]), runs(&pair[1]));
            assert!(one.intersection(&other).count() * 3 < one.len(), "{pair:?}");
        }
    }
}
