//! What section six states on the processing fee: its clauses, its three figures.

use crate::base::glance::has_any;
use crate::check::facts::claims::{Claim, Claims, Topic};
use crate::check::profile::Profile;
use crate::check::rule::id;
use crate::report::Number;

use super::SECTION;

/// One sentence on the fee.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clause<'a> {
    pub(crate) text: &'a str,
    /// In the section's text, in characters.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The sentences of a text that speak of the fee.
pub(super) fn clauses<'a>(text: &'a str, profile: &Profile) -> Vec<Clause<'a>> {
    sentences(text, profile, |sentence| {
        let has = |list: &str| has_any(sentence, profile.words(id::FEE_01, list));
        has("subject") || (has("matter") && has("charge"))
    })
}

/// The sentences that say of charges, whatever they call them, that there were none: enough where the fee is due.
pub(super) fn denials<'a>(text: &'a str, profile: &Profile) -> Vec<Clause<'a>> {
    sentences(text, profile, |sentence| denies(sentence, "charges", profile))
}

/// Does a stretch between commas say of one of these words that there was nothing?
pub(super) fn denies(text: &str, list: &str, profile: &Profile) -> bool {
    let has = |list: &str, part: &str| profile.words(id::FEE_02, list).iter().any(|word| stands(word, part));
    text.split(['，', '；', '。', ',']).any(|part| has(list, part) && has("nothing", part))
}

/// Does the word stand there? In 200元 no 0元 does.
fn stands(word: &str, text: &str) -> bool {
    let is_number = |c: char| c.is_ascii_digit() || c == '.';
    text.match_indices(word)
        .any(|(at, _)| !word.starts_with('0') || !text.get(..at).is_some_and(|before| before.ends_with(is_number)))
}

fn sentences<'a>(text: &'a str, profile: &Profile, speaks: impl Fn(&str) -> bool) -> Vec<Clause<'a>> {
    let mut found = Vec::new();
    let mut start = 0;
    for sentence in text.split_inclusive(['。', '\n']) {
        let length = sentence.chars().count();
        let squeezed: String = sentence.chars().filter(|c| !c.is_whitespace()).collect();
        let squeezed = squeezed.replace("行政事业性收费", "").replace("乱收费", "");
        let lead = sentence.chars().take_while(|c| c.is_whitespace()).count();
        let end = start + sentence.trim_end().chars().count();
        // The form's own words are not a statement.
        let is_template = has_any(&squeezed, profile.words(id::FEE_01, "template"));
        if !is_template && speaks(&squeezed) && end > start + lead {
            found.push(Clause { text: sentence.trim(), start: start + lead, end });
        }
        start += length;
    }
    found
}

impl Clause<'_> {
    /// The years it names as years: not 〔2020〕, not a date.
    pub(crate) fn years(&self) -> impl Iterator<Item = (u16, usize, usize)> {
        let chars: Vec<(usize, char)> = self.text.chars().enumerate().filter(|(_, c)| !c.is_whitespace()).collect();
        let mut found = Vec::new();
        let mut in_title = false;
        for (index, &(place, c)) in chars.iter().enumerate() {
            match c {
                '《' => in_title = true,
                '》' => in_title = false,
                _ => {}
            }
            if in_title || c != '年' {
                continue;
            }
            let Some(digits) = index.checked_sub(4).and_then(|from| chars.get(from..index)) else { continue };
            let year: Option<u16> = digits.iter().map(|(_, c)| *c).collect::<String>().parse().ok();
            let longer =
                index.checked_sub(5).and_then(|before| chars.get(before)).is_some_and(|(_, c)| c.is_ascii_digit());
            // 与2023年度相同 compares.
            let compares = index
                .checked_sub(5)
                .and_then(|before| chars.get(before))
                .is_some_and(|(_, c)| "与较比同和".contains(*c));
            // 2021年1月1日起施行, 2020年印发, 2019年以来 are about something else.
            let after: String = chars.iter().skip(index + 1).take(8).map(|(_, c)| *c).collect();
            let is_date = after.starts_with(|c: char| c.is_ascii_digit());
            let other = ["施行", "印发", "以来", "起", "制定", "出台", "修订", "发布", "公布"]
                .iter()
                .any(|word| after.contains(word));
            if let Some(year) =
                year.filter(|year| (1990..2100).contains(year) && !longer && !is_date && !other && !compares)
            {
                let first = digits.first().map_or(place, |(place, _)| *place);
                found.push((year, self.start + first, self.start + place + 1));
            }
        }
        found.into_iter()
    }
}

/// The three figures, as far as they are stated.
#[derive(Debug, Clone, Default)]
pub(super) struct Stated {
    pub(crate) notices: Option<Claim>,
    pub(crate) notified: Option<Claim>,
    pub(crate) collected: Option<Claim>,
    /// All claims of each kind, in order.
    pub(crate) all: Vec<Claim>,
}

impl Stated {
    /// Of section six.
    pub(crate) fn of(numbers: &Claims) -> Self {
        let mut stated = Self::default();
        for said in numbers.sentences.iter().filter(|said| said.section == SECTION) {
            let items = said.items.iter().filter(|item| item.topic == Some(Topic::Processing)).map(|item| &item.claim);
            for claim in items.chain(&said.nothing).filter(|claim| !claim.scope.subset) {
                let slot = match claim.metric.map(|metric| &*metric.id) {
                    Some("fee.notices") => &mut stated.notices,
                    Some("fee.notified") => &mut stated.notified,
                    Some("fee.collected") => &mut stated.collected,
                    _ => continue,
                };
                if slot.is_none() {
                    *slot = Some(claim.clone());
                }
                stated.all.push(claim.clone());
            }
        }
        stated
    }

    /// It tells of a notice or of money.
    pub(super) fn charges(&self) -> bool {
        self.all.iter().any(|claim| claim.value > Number::ZERO)
    }

    /// It says that no notice was sent.
    pub(crate) fn none_sent(&self) -> bool {
        self.notices.as_ref().is_some_and(|claim| claim.value.is_zero())
    }

    /// The amount notified, in yuan.
    pub(crate) fn notified_yuan(&self) -> Option<(Number, &Claim)> {
        let zero = self.none_sent().then(|| self.notices.as_ref().map(|claim| (Number::ZERO, claim))).flatten();
        self.notified.as_ref().and_then(|claim| Some((yuan(claim)?, claim))).or(zero)
    }

    /// The amount collected, in yuan.
    pub(crate) fn collected_yuan(&self) -> Option<(Number, &Claim)> {
        self.collected.as_ref().and_then(|claim| Some((yuan(claim)?, claim)))
    }
}

/// An amount in yuan, whatever it was written in.
pub(super) fn yuan(claim: &Claim) -> Option<Number> {
    if claim.unit != "万元" {
        return Some(claim.value);
    }
    (0..4).try_fold(claim.value, |value, _| ten_times(value))
}

fn ten_times(value: Number) -> Option<Number> {
    let double = value.checked_add(value)?;
    let four = double.checked_add(double)?;
    four.checked_add(four)?.checked_add(double)
}
