//! TXT-05, TXT-06: personal data, marks of secrecy.

use std::ops::Range;

use crate::base::glance::has_any;
use crate::base::han::rare;
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;

/// Weights of the first seventeen digits of an identity number (GB 11643).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK: [u8; 11] = *b"10X98765432";
/// Before a number, so many characters may say whose it is.
const BEFORE: usize = 12;

/// Applies the rules.
pub(super) fn check(prose: &Prose<'_>, found: &mut Collector<'_>) {
    for part in prose.parts.iter().filter(|part| part.section > 0) {
        let (mut identity, mut phone) = (None, None);
        for place in digit_runs(&part.text) {
            let run = part.get(&place);
            if identity.is_none() && is_identity(run) {
                identity = Some(place);
            } else if phone.is_none() && is_mobile(run) && !is_office(part, place.start, found) {
                phone = Some(place);
            }
        }
        for (case, place) in [("identity", identity), ("phone", phone)] {
            let Some(place) = place else { continue };
            found.say(id::TXT_05, case, &format!("{case}/{}", part.section), Say::default().at(part.evidence(&place)));
        }
    }
    names(prose, found);
    let mut said: Vec<&str> = Vec::new();
    for hit in prose.hits(id::TXT_06, "marks") {
        let Some(part) = prose.part(*hit) else { continue };
        let place = hit.start..hit.end;
        let text = part.get(&place);
        if !said.contains(&text) {
            said.push(text);
            found.say(
                id::TXT_06,
                "mark",
                &format!("mark/{text}"),
                Say::default().with("text", text).at(part.evidence(&place)),
            );
        }
    }
}

/// Runs of digits, with an X behind them, that are part of no longer word.
fn digit_runs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut done = 0;
    rare(text).filter(|(_, c)| c.is_ascii_digit()).filter_map(move |(start, _)| {
        if start < done {
            return None;
        }
        let rest = text.get(start..)?;
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let check = rest.get(digits..)?.starts_with(['X', 'x']);
        let end = start + digits + usize::from(check && digits == 17);
        done = end;
        let is_word = |c: char| c.is_ascii_alphanumeric() || "./_-".contains(c);
        let before = text.get(..start)?.chars().next_back().is_some_and(is_word);
        let after = text.get(end..)?.chars().next().is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
        (!before && !after).then_some(start..end)
    })
}

/// Eighteen digits with a date of birth and the right check digit.
fn is_identity(run: &str) -> bool {
    let bytes = run.as_bytes();
    if bytes.len() != 18 {
        return false;
    }
    let number = |range: Range<usize>| run.get(range).and_then(|digits| digits.parse::<u32>().ok()).unwrap_or(0);
    let born = (1900..2100).contains(&number(6..10))
        && (1..=12).contains(&number(10..12))
        && (1..=31).contains(&number(12..14));
    let sum: u32 = bytes.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit.wrapping_sub(b'0')) * weight).sum();
    let wanted = usize::try_from(sum % 11).ok().and_then(|rest| CHECK.get(rest).copied());
    born && bytes.last().map(u8::to_ascii_uppercase) == wanted
}

fn is_mobile(run: &str) -> bool {
    run.len() == 11 && run.starts_with('1') && matches!(run.as_bytes().get(1), Some(b'3'..=b'9'))
}

/// Is it given as the number of the office?
fn is_office(part: &SectionText, at: usize, found: &Collector<'_>) -> bool {
    let before = part.before(at, BEFORE);
    let words = found.profile.words(id::TXT_05, "office");
    has_any(before, words)
}

/// `申请人…不服`: a surname behind the word, one or two characters, and a word that shows it was a name.
fn names(prose: &Prose<'_>, found: &mut Collector<'_>) {
    let (surnames, behind) =
        (found.profile.words(id::TXT_05, "surnames"), found.profile.words(id::TXT_05, "behind-names"));
    let mut said = Vec::new();
    for hit in prose.hits(id::TXT_05, "before-names") {
        let Some(part) = prose.part(*hit).filter(|part| part.section > 0) else { continue };
        let text = part.after(hit.end, 8);
        let skipped = text.len() - text.trim_start_matches(['（', '：']).len();
        let text = text.trim_start_matches(['（', '：']);
        let Some(surname) = surnames.iter().find(|surname| text.starts_with(&***surname)) else { continue };
        let ends = text.char_indices().skip(surname.chars().count() + 1).take(2).map(|(at, _)| at);
        let end = ends
            .into_iter()
            .find(|end| text.get(*end..).is_some_and(|rest| behind.iter().any(|word| rest.starts_with(&**word))));
        let Some(end) = end else { continue };
        let name = text.get(..end).unwrap_or_default();
        // 张某, 李××: hidden already.
        if name.contains(['某', '×', 'X', 'x', '*', '等', '对', '向', '，', '、']) {
            continue;
        }
        let place = hit.end + skipped..hit.end + skipped + end;
        if !said.contains(&part.section) {
            said.push(part.section);
            let say = Say::default().with("text", name).at(part.evidence(&place));
            found.say(id::TXT_05, "name", &format!("name/{}", part.section), say);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{SITUATION, evidence, said, with_section};

    fn private(text: &str) -> Vec<String> {
        evidence(&with_section(1, &format!("{SITUATION}\n{text}")), "TXT-05")
    }

    #[test]
    fn identity_numbers_have_a_check_digit() {
        // The example of the standard.
        assert_eq!(private("身份证号 11010519491231002X。"), ["11010519491231002X"]);
        assert_eq!(private("编号110105194912310021。"), [""; 0]);
        assert_eq!(private("流水号9911010519491231002X。"), [""; 0]);
        let report = with_section(1, "编号110105194912310021。");
        assert_eq!(said(&report, "TXT-05"), [""; 0]);
    }

    #[test]
    fn mobile_numbers_are_private_unless_they_are_the_offices() {
        assert_eq!(private("申请人手机13800001234。"), ["13800001234"]);
        for text in
            ["咨询电话：13800001234。", "电话 0398-2801234。", "网址 www.a.cn/13800001234.html", "12345678901件"]
        {
            assert_eq!(private(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn names_of_applicants_are_private_and_hidden_ones_are_not() {
        assert_eq!(private("申请人李小明不服答复。"), ["李小明"]);
        for text in ["申请人李某不服答复。", "申请人向我局提出申请。", "申请人林业部门要求。", "申请人要求公开。"]
        {
            assert_eq!(private(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn marks_of_secrecy_are_found_and_talk_of_secrecy_is_not() {
        let secret = |text: &str| said(&with_section(1, &format!("{SITUATION}\n{text}")), "TXT-06");
        assert_eq!(secret("内部资料，注意保存。"), ["mark"]);
        assert_eq!(secret("开展保密审查，内部文件按国家秘密管理。"), [""; 0]);
    }
}
