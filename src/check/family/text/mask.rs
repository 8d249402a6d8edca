//! What is personal in a text that goes out: hidden, and still to be found by whoever has the original.

use crate::check::finding::Finding;
use crate::check::rule::id;

/// As many digits as numbers of identity cards have, old and new ones; no count of matters has so many.
const IDENTITY: usize = 15;
const MOBILE: usize = 11;
/// So many digits of a number stay, at its beginning and at its end.
const SHOWN: (usize, usize) = (3, 2);

/// Hides the personal data of one report.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mask {
    /// Who may have been named in it.
    names: Vec<String>,
}

impl Mask {
    /// For a report with these findings.
    #[must_use]
    pub(crate) fn of(findings: &[Finding]) -> Self {
        let private = findings.iter().filter(|finding| finding.rule.is(id::TXT_05));
        let texts = private.flat_map(|finding| finding.evidence().iter().map(|shown| shown.text.as_str()));
        // A passage is a number or a name.
        let names = texts.filter(|text| !text.is_empty() && digit(text.chars().next()).is_none());
        Self { names: names.map(str::to_owned).collect() }
    }

    /// With the names of another version: what was found in one may stand in the other.
    #[must_use]
    pub(crate) fn with(mut self, other: Self) -> Self {
        self.names.extend(other.names);
        // The longest first: of a name that begins with another its end would stay.
        self.names.sort_unstable_by(|one, next| next.len().cmp(&one.len()).then_with(|| one.cmp(next)));
        self.names.dedup();
        self
    }

    /// A text without them: `138******78`, `张某`.
    #[must_use]
    pub(crate) fn hide(&self, text: &str) -> String {
        let mut hidden = numbers(text);
        for name in &self.names {
            let mut letters = name.chars();
            let first: String = letters.next().into_iter().collect();
            hidden = hidden.replace(name.as_str(), &(first + &"某".repeat(letters.count())));
        }
        hidden
    }
}

fn digit(c: Option<char>) -> Option<char> {
    c.filter(|c| c.is_ascii_digit() || ('０'..='９').contains(c))
}

fn numbers(text: &str) -> String {
    let (mut out, mut run) = (String::with_capacity(text.len()), Vec::new());
    for c in text.chars() {
        if digit(Some(c)).is_some() || (run.len() == 17 && matches!(c, 'X' | 'x' | 'Ｘ')) {
            run.push(c);
            continue;
        }
        end(&mut run, &mut out);
        out.push(c);
    }
    end(&mut run, &mut out);
    out
}

/// A number is over.
fn end(run: &mut Vec<char>, out: &mut String) {
    let second = run.get(1).copied();
    let is_mobile = run.len() == MOBILE
        && matches!(run.first(), Some('1' | '１'))
        && matches!(second, Some('3'..='9' | '３'..='９'));
    let is_hidden = is_mobile || run.len() >= IDENTITY;
    let last = run.len().saturating_sub(SHOWN.1);
    out.extend(
        run.drain(..).enumerate().map(|(at, c)| if is_hidden && (SHOWN.0..last).contains(&at) { '*' } else { c }),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_people_are_hidden_and_all_others_stay() {
        let mask = Mask { names: vec!["张三丰".to_owned()] };
        for (text, expected) in [
            ("电话13812345678。", "电话138******78。"),
            ("１３８１２３４５６７８", "１３８******７８"),
            ("身份证号99999919900101001X领取", "身份证号999*************1X领取"),
            ("999999190001010015", "999*************15"),
            ("申请人张三丰不服", "申请人张某某不服"),
            ("收到申请12345678901件", "收到申请12345678901件"),
            ("共 5 件，金额 1234567.8901 万元", "共 5 件，金额 1234567.8901 万元"),
            ("", ""),
        ] {
            assert_eq!(mask.hide(text), expected);
        }
    }
}
